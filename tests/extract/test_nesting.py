"""Statements inside statements are told from statements side by side."""

from __future__ import annotations

from build import analysis_of
from chancery.extract import statements

NESTED = """
Ito Ito PROPN NNP 2 nsubj
said say VERB VBD 0 root
Kyiv Kyiv PROPN NNP 4 nsubj
denied deny VERB VBD 2 ccomp
the the DET DT 6 det
charge charge NOUN NN 4 obj
"""
SIDE_BY_SIDE = """
Ito Ito PROPN NNP 2 nsubj
said say VERB VBD 0 root
it it PRON PRP 4 nsubj
failed fail VERB VBD 2 ccomp
but but CCONJ CC 6 cc
denied deny VERB VBD 2 conj
the the DET DT 8 det
charge charge NOUN NN 6 obj
"""
ECHO = """
Ito Ito PROPN NNP 2 nsubj
said say VERB VBD 0 root
he he PRON PRP 4 nsubj
believes believe VERB VBZ 2 ccomp
it it PRON PRP 6 nsubj
failed fail VERB VBD 4 ccomp
"""
MEDIUM = NESTED.replace("Ito Ito", "Reuters Reuters")


def test_a_statement_by_another_speaker_is_within() -> None:
    assert [found.within for found in statements.find(analysis_of(NESTED))] == [None, 0]


def test_a_second_statement_of_the_same_speaker_ends_the_first() -> None:
    analysis = analysis_of(SIDE_BY_SIDE)
    found = statements.find(analysis)
    assert [(analysis.words(one.contents[0]), one.within) for one in found] == [
        ("it failed", None),
        ("the charge", None),
    ]


def test_he_said_he_believes_is_one_statement() -> None:
    analysis = analysis_of(ECHO)
    (found,) = statements.find(analysis)
    assert analysis.words(found.contents[0]) == "he believes it failed"


def test_a_medium_that_reports_another_s_words_is_their_go_between() -> None:
    analysis = analysis_of(MEDIUM)
    _, inner = statements.find(analysis)
    assert analysis.forms[inner.via or 0] == "Reuters"
