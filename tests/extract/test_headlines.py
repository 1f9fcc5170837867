"""A colon in a headline sets a speaker apart from what is said."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import statements

BODY = "\n\n¶\n\nRain rain NOUN NN 2 nsubj\nfell fall VERB VBD 0 root"
FIRST = """
{word} {word} NOUN NN 4 dep
: : PUNCT : 1 punct
Talks Talk NOUN NNS 4 nsubj
Fail Fail VERB VBP 0 root
Again again ADV RB 4 advmod
"""
LAST = """
Talks talk NOUN NNS 2 nsubj
fail fail VERB VBP 0 root
again again ADV RB 2 advmod
: : PUNCT : 5 punct
minister minister NOUN NN 2 dep
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FIRST.format(word="Minister"), [("Minister", "Talks Fail Again")]),
        (LAST, [("minister", "Talks fail again")]),
        (FIRST.format(word="Explainer"), []),
    ],
    ids=["the speaker first", "the speaker last", "a kind of article"],
)
def test_a_short_noun_beside_the_colon_speaks(rows: str, expected: list[tuple[str, str]]) -> None:
    analysis = analysis_of(rows + BODY)
    found = [
        (analysis.words(one.source or (0, 1)), analysis.words(one.contents[0])) for one in statements.find(analysis)
    ]
    assert found == expected


def test_a_report_of_one_paragraph_has_no_headline() -> None:
    assert statements.find(analysis_of(LAST)) == []
