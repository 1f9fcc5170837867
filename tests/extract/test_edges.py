"""Content starts behind datelines and ends before the reporter's own words."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import edges
from chancery.extract.quotes import scene_of

DATELINE = """
KYIV Kyiv PROPN NNP 4 dep
— — PUNCT : 1 punct
Talks talk NOUN NNS 4 nsubj
failed fail VERB VBD 0 root
"""
CROSSHEAD = """
Talks_ talk NOUN NNS 5 dep
-_ - PUNCT HYPH 1 punct
The the DET DT 4 det
war war NOUN NN 5 nsubj
grew grow VERB VBD 0 root
"""
COMPOUND = """
Moscow_ Moscow PROPN NNP 3 compound
-_ - PUNCT HYPH 1 punct
backed back VERB VBN 4 amod
rebels rebel NOUN NNS 5 nsubj
won win VERB VBD 0 root
"""
CONJUNCTION = """
But but CCONJ CC 3 cc
talks talk NOUN NNS 3 nsubj
failed fail VERB VBD 0 root
"""


@pytest.mark.parametrize(
    ("rows", "expected"), [(DATELINE, "Talks"), (CROSSHEAD, "The"), (COMPOUND, "Moscow"), (CONJUNCTION, "talks")]
)
def test_a_sentence_opens_behind_datelines_crossheads_and_conjunctions(rows: str, expected: str) -> None:
    analysis = analysis_of(rows)
    assert analysis.forms[edges.opening(analysis, 0)] == expected


SAID = """
He he PRON PRP 2 nsubj
said say VERB VBD 0 root
it it PRON PRP 4 nsubj
failed fail VERB VBD 2 ccomp
"""
ADDING = """
, , PUNCT , 6 punct
adding add VERB VBG 2 advcl
that that SCONJ IN 9 mark
it it PRON PRP 9 nsubj
hurt hurt VERB VBD 6 ccomp
"""
WHICH = ", , PUNCT , 7 punct\nwhich which PRON WDT 7 nsubj\nhurt hurt VERB VBD 4 acl:relcl\nus we PRON PRP 7 obj"
MEETING = """
, , PUNCT , 8 punct
at at ADP IN 8 case
a a DET DT 8 det
meeting meeting NOUN NN 4 obl
there there ADV RB 8 advmod
"""
AS_CLAUSE = "as as SCONJ IN 7 mark\nit it PRON PRP 7 nsubj\nhurt hurt VERB VBD 4 advcl\nus we PRON PRP 7 obj"


@pytest.mark.parametrize(
    ("tail", "expected"),
    [(ADDING, "it failed"), (WHICH, "it failed"), (MEETING, "it failed"), (AS_CLAUSE, "it failed as it hurt us")],
    ids=["adding", "a closing relative clause", "the occasion", "a reason belongs to it"],
)
def test_the_reporter_s_own_words_are_cut_off(tail: str, expected: str) -> None:
    analysis = analysis_of(SAID + tail.strip())
    (found,) = edges.tidied(scene_of(analysis), [(2, len(analysis))], (0, 2))
    assert analysis.words(found) == expected


def test_trimming_drops_marks_and_keeps_quotation_marks() -> None:
    analysis = analysis_of(
        "“_ “ PUNCT `` 2 punct\nNo no INTJ UH 0 root\n,_ , PUNCT , 2 punct\n” ” PUNCT '' 2 punct\n, , PUNCT , 2 punct"
    )
    assert edges.trimmed(analysis, [(0, 5), (4, 5)]) == ((0, 4),)
