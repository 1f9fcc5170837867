from hypothesis import given
from hypothesis import strategies as st

from chancery.analyse.sentences import LONGEST, paragraphs, sentences
from chancery.analyse.tokens import tokenize


def split(text: str) -> list[str]:
    spans = tokenize(text)
    forms = [text[a:b] for a, b in spans]
    ranges = sentences(forms, spans, paragraphs(text, spans))
    return [text[spans[a][0] : spans[b - 1][1]] for a, b in ranges]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert split("Mr. Aksoy met Gen. Demir. They left.") == ["Mr. Aksoy met Gen. Demir.", "They left."]


def test_an_acronym_ends_a_sentence_before_a_word_that_opens_one() -> None:
    assert split("He left the U.S. The talks failed.") == ["He left the U.S.", "The talks failed."]


def test_a_closing_quotation_mark_belongs_to_the_sentence_before_it() -> None:
    assert split('"We will go." He left. "They stay."') == ['"We will go."', "He left.", '"They stay."']


def test_a_sentence_goes_on_after_a_quotation_that_asks() -> None:
    assert split("“Why now?” she asked.") == ["“Why now?” she asked."]


def test_a_headline_without_a_stop_is_a_sentence() -> None:
    assert split("Talks resume in Doha\n\nEnvoys met.") == ["Talks resume in Doha", "Envoys met."]


def test_a_dateline_is_no_part_of_the_sentence_after_it() -> None:
    assert split("DOHA, QATAR — Envoys met.") == ["DOHA, QATAR —", "Envoys met."]
    assert split("UN-backed talks began.") == ["UN-backed talks began."]


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    line = "The ministers of both countries met for the second time in a week and"
    text = "\n".join([line] * 4) + "\n\nThey left."
    assert len(paragraphs(text, tokenize(text))) == 2


@given(st.text(alphabet="aB. \n\"”!?'1", max_size=300))
def test_sentences_cover_every_token_once(text: str) -> None:
    spans = tokenize(text)
    blocks = paragraphs(text, spans)
    ranges = sentences([text[a:b] for a, b in spans], spans, blocks)
    assert [i for a, b in ranges for i in range(a, b)] == list(range(len(spans)))
    assert [i for a, b in blocks for i in range(a, b)] == list(range(len(spans)))
    assert all(b - a <= LONGEST for a, b in ranges)
