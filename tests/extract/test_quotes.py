"""Quotations are found with curly, straight and missing marks, and never cross a paragraph."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import quotes


def words_of(tokens: str) -> str:
    """Turn words into rows without grammar; a final "_" glues a word to the next, "|" ends a sentence."""
    signs = {"|": "", "¶": "¶"}
    return "\n".join(signs.get(word, f"{word} {word.strip('_')} X X 0 root") for word in tokens.split())


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("“_ No_ ._ ” he said", ["“No.”"]),
        ('"_ No_ ,_ " he said_ , "_ never_ ._ "', ['"No,"', '"never."']),
        ("‘_ no limits_ ’ it said", ["‘no limits’"]),
        ("Russia_ ’s ‘_ no limits_ ’ pact", ["‘no limits’"]),
        ("“_ He said ‘_ go_ ’ twice_ ” she said", ["“He said ‘go’ twice”"]),
        ("``_ No_ '' he said", ["``No''"]),
        ("«_ No_ » he said", ["«No»"]),
    ],
    ids=["curly", "straight and split", "single", "an apostrophe opens nothing", "nested", "TeX", "guillemets"],
)
def test_quotations_are_found_in_every_style(tokens: str, expected: list[str]) -> None:
    analysis = analysis_of(words_of(tokens))
    assert [analysis.words(quote.tokens) for quote in quotes.find(analysis)] == expected


def test_a_quotation_without_end_runs_to_the_end_of_its_paragraph() -> None:
    analysis = analysis_of(words_of("“_ We waited_ . | It rained_ . | ¶ | He left_ ."))
    (quote,) = quotes.find(analysis)
    assert (analysis.words(quote.tokens), quote.closed) == ("“We waited. It rained.", False)


def test_a_quotation_without_start_begins_with_its_sentence() -> None:
    analysis = analysis_of(words_of("It rained_ . | We waited_ ,_ ” he said_ ."))
    (quote,) = quotes.find(analysis)
    assert (analysis.words(quote.tokens), quote.opened) == ("We waited,”", False)


def test_the_scene_marks_each_token_with_its_quotation() -> None:
    scene = quotes.scene_of(analysis_of(words_of("“_ No_ ” and “_ never_ ”")))
    assert (list(scene.quoted), scene.quote_of) == ([1, 1, 1, 0, 1, 1, 1], [0, 0, 0, -1, 1, 1, 1])
