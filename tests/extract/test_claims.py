"""Nouns attribute where they say whose claim it is, or what is claimed."""

from __future__ import annotations

from build import analysis_of
from chancery.extract import statements

CLAIM = """
The the DET DT 2 det
rebels rebel NOUN NNS 4 nmod:poss
' 's PART POS 2 case
claim claim NOUN NN 9 nsubj
that that SCONJ IN 7 mark
they they PRON PRP 7 nsubj
won win VERB VBD 4 acl
was be AUX VBD 9 cop
false false ADJ JJ 0 root
"""
RENEWED = """
He he PRON PRP 2 nsubj
reiterated reiterate VERB VBD 0 root
his he PRON PRP$ 4 nmod:poss
call call NOUN NN 2 obj
for for ADP IN 7 case
a a DET DT 7 det
truce truce NOUN NN 4 nmod
"""
RELATIVE = """
The the DET DT 2 det
claim claim NOUN NN 5 nsubj
that that PRON WDT 4 nsubj
failed fail VERB VBD 2 acl:relcl
mattered matter VERB VBD 0 root
"""


def test_a_noun_with_an_owner_attributes_its_clause() -> None:
    analysis = analysis_of(CLAIM)
    (found,) = statements.find(analysis)
    assert (analysis.words(found.source or (0, 1)), analysis.words(found.contents[0])) == (
        "The rebels",
        "that they won",
    )


def test_whoever_repeats_a_call_is_its_source_and_the_noun_its_act() -> None:
    analysis = analysis_of(RENEWED)
    (found,) = statements.find(analysis)
    assert (found.act, analysis.words(found.source or (0, 1)), analysis.words(found.contents[0])) == (
        "demand",
        "He",
        "a truce",
    )


def test_a_relative_clause_is_no_content() -> None:
    assert statements.find(analysis_of(RELATIVE)) == []
