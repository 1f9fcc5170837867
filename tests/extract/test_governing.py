import pytest

from build import analysis_of
from chancery.analyse.lemmas import lemma
from chancery.analyse.tokens import tokenize
from chancery.extract import governing, quantities, units
from flat import flat, rows_of

SOARED = """
Trade trade NOUN NN 6 nsubj
between between ADP IN 3 case
Oman Oman PROPN NNP 1 nmod
and and CCONJ CC 5 cc
Qatar Qatar PROPN NNP 3 conj
soared soar VERB VBD 0 root
30_ 30 NUM CD 8 nummod
% % SYM NN 6 obj
and and CCONJ CC 11 cc
will will AUX MD 11 aux
rise rise VERB VB 6 conj
to to ADP IN 14 case
40 40 NUM CD 14 nummod
billion billion NUM CD 11 obl
"""

GAP = """
a a DET DT 6 det
$_ $ SYM $ 6 compound
15 15 NUM CD 4 compound
billion billion NUM CD 2 nummod
funding funding NOUN NN 6 compound
gap gap NOUN NN 0 root
in in ADP IN 8 case
Kyiv Kyiv PROPN NNP 6 nmod
"""


@pytest.mark.parametrize("row", rows_of("changes"), ids=lambda row: f"{row['word']} {row['part']}")
def test_each_word_for_a_change_reads_its_own_example(row: dict[str, str]) -> None:
    text = row["example"]
    forms = [text[a:b] for a, b in tokenize(text)]
    tag, penn = {"verb": ("VERB", "VBD"), "noun": ("NOUN", "NN"), "adverb": ("ADV", "RB")}[row["part"]]
    words = [
        f"{form}/{tag}/{row['word']}"
        if lemma(form, penn, lambda stem: stem == row["word"]) == row["word"]
        else f"{form}/ADP"
        if form in ("by", "to", "of")
        else form
        for form in forms
    ]
    analysis = flat(" ".join(words))
    quantity = next(q for at in range(len(forms)) if (q := quantities.read(analysis, at, len(forms))))
    kind = quantity.unit.kind if quantity.unit else None
    top = governing.top_of(analysis, quantity.tokens)
    assert governing.change_of(analysis, quantity.tokens, top, kind) == row["change"]


def test_what_a_share_measures_is_the_subject_of_its_verb() -> None:
    analysis = analysis_of(SOARED)
    noun = governing.measured(analysis, (6, 8), 7, 5)
    assert noun == 0
    assert governing.words_of(analysis, noun, (6, 8)) == "Trade between Oman and Qatar"


def test_a_verb_that_goes_on_shares_the_subject() -> None:
    analysis = analysis_of(SOARED)
    assert governing.measured(analysis, (12, 14), 13, 10) == 0


def test_what_a_sum_measures_is_the_noun_it_stands_before() -> None:
    analysis = analysis_of(GAP)
    noun = governing.measured(analysis, (1, 4), 1, None)
    assert noun == 5
    assert governing.words_of(analysis, noun, (1, 4)) == "funding gap in Kyiv"


def test_the_level_before_a_change_has_no_change() -> None:
    analysis = flat("Output fell/VERB/fall from/ADP 20 percent/NOUN")
    assert governing.change_of(analysis, (3, 5), 4, "share") is None


def test_raising_money_is_no_increase() -> None:
    analysis = flat("They raised/VERB/raise $_/SYM 5 million/NUM")
    assert governing.change_of(analysis, (2, 5), 2, units.MONEY) is None


def test_putting_up_money_is_no_increase() -> None:
    analysis = flat("He is/AUX putting/VERB/put up/ADP $_/SYM 5 million/NUM")
    assert governing.change_of(analysis, (4, 7), 4, units.MONEY) is None


def test_a_level_up_from_another_has_risen() -> None:
    analysis = flat("It was/AUX 45 percent/NOUN ,/PUNCT up/ADV from/ADP 40 percent/NOUN")
    assert governing.change_of(analysis, (2, 4), 3, "share") == "increase"
