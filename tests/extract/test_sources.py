"""Speakers are found above a cue, behind relative pronouns, and behind the documents they issue."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import sources

JOINED = """
Moscow Moscow PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
it it PRON PRP 2 obj
and and CCONJ CC 5 cc
said say VERB VBD 2 conj
so so ADV RB 5 advmod
"""
RELATIVE = """
Police police NOUN NNS 6 nsubj
, , PUNCT , 4 punct
who who PRON WP 4 nsubj
say say VERB VBP 1 acl:relcl
so so ADV RB 4 advmod
lie lie VERB VBP 0 root
"""
PARTICIPLE = """
She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
, , PUNCT , 4 punct
saying say VERB VBG 2 advcl
nothing nothing PRON NN 4 obj
"""
NOBODY = """
Saying say VERB VBG 0 root
so so ADV RB 1 advmod
"""


@pytest.mark.parametrize(
    ("rows", "verb", "expected"), [(JOINED, 4, 0), (RELATIVE, 3, 0), (PARTICIPLE, 3, 0), (NOBODY, 0, None)]
)
def test_the_subject_is_looked_for_in_the_clauses_above(rows: str, verb: int, expected: int | None) -> None:
    assert sources.subject(analysis_of(rows), verb) == expected


TITLES = """
The the DET DT 2 det
premier premier NOUN NN 9 nsubj
, , PUNCT , 4 punct
Ito Ito PROPN NNP 2 appos
, , PUNCT , 2 punct
who who PRON WP 7 nsubj
won win VERB VBD 2 acl:relcl
, , PUNCT , 2 punct
spoke speak VERB VBD 0 root
"""


def test_a_speaker_keeps_titles_and_names_and_loses_relative_clauses() -> None:
    analysis = analysis_of(TITLES)
    assert analysis.words(sources.source_of(analysis, 1, (8, 9)).tokens) == "The premier , Ito"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("A a DET DT 3 det\nKremlin Kremlin PROPN NNP 3 compound\nstatement statement NOUN NN 0 root", "Kremlin"),
        ("Amnesty Amnesty PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nreport report NOUN NN 0 root", "Amnesty"),
        ("A a DET DT 2 det\nstatement statement NOUN NN 0 root", "statement"),
        ("A a DET DT 2 det\nminister minister NOUN NN 0 root", "minister"),
    ],
)
def test_a_document_speaks_for_its_owner(rows: str, expected: str) -> None:
    analysis = analysis_of(rows)
    head = analysis.heads.index(-1)
    assert analysis.forms[sources.owner(analysis, head)] == expected


def test_news_agencies_are_go_betweens_and_ministries_are_not() -> None:
    agency = analysis_of("a a DET DT 3 det\nnews news NOUN NN 3 compound\nagency agency NOUN NN 0 root")
    ministry = analysis_of("a a DET DT 2 det\nministry ministry NOUN NN 0 root")
    assert (sources.is_medium(agency, 2), sources.is_medium(ministry, 1)) == (True, False)
