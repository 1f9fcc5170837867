"""Verbs attribute only what was said: not what might be, was not, or is to be said."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import statements

SAY = """
{subject} {subject} PRON PRP 3 nsubj
{word} {word} {tag} 3 {relation}
say say VERB VB 0 root
it it PRON PRP 5 nsubj
failed fail VERB VBD 3 ccomp
"""
TO_SAY = """
They they PRON PRP 2 nsubj
{governor} VERB VBD 0 root
to to PART TO 4 mark
deny deny VERB VB 2 xcomp
the the DET DT 6 det
charge charge NOUN NN 4 obj
"""


@pytest.mark.parametrize(
    ("word", "tag", "relation", "count"),
    [
        ("now", "ADV RB", "advmod", 1),
        ("could", "AUX MD", "aux", 0),
        ("never", "ADV RB", "advmod", 0),
        ("if", "SCONJ IN", "mark", 0),
    ],
)
def test_modal_negated_and_conditional_cues_attribute_nothing(word: str, tag: str, relation: str, count: int) -> None:
    found = statements.find(analysis_of(SAY.format(subject="they", word=word, tag=tag, relation=relation)))
    assert len(found) == count


@pytest.mark.parametrize(("governor", "count"), [("refused refuse", 0), ("continued continue", 1)])
def test_an_infinitive_counts_where_its_governor_makes_it_a_fact(governor: str, count: int) -> None:
    found = [one for one in statements.find(analysis_of(TO_SAY.format(governor=governor))) if one.act == "deny"]
    assert len(found) == count


def test_nobody_who_said_something_is_no_speaker() -> None:
    rows = """
No no DET DT 2 det
group group NOUN NN 3 nsubj
claimed claim VERB VBD 0 root
responsibility responsibility NOUN NN 3 obj
"""
    assert statements.find(analysis_of(rows)) == []


def test_a_passive_cue_has_its_agent_as_source() -> None:
    rows = """
    It it PRON PRP 3 nsubj:pass
    is be AUX VBZ 3 aux:pass
    seen see VERB VBN 0 root
    by by ADP IN 5 case
    many many ADJ JJ 3 obl:agent
    as as ADP IN 9 case
    a a DET DT 9 det
    big big ADJ JJ 9 amod
    rival rival NOUN NN 3 obl
    """
    analysis = analysis_of(rows)
    (found,) = statements.find(analysis)
    assert (analysis.words(found.source or (0, 1)), analysis.words(found.contents[0])) == ("many", "as a big rival")


def test_a_noun_behind_a_cue_that_closes_a_quotation_is_its_speaker() -> None:
    rows = """
“_ “ PUNCT `` 2 punct
No no INTJ UH 0 root
,_ , PUNCT , 2 punct
” ” PUNCT '' 2 punct
adds add VERB VBZ 2 parataxis
Ito Ito PROPN NNP 5 obj
"""
    analysis = analysis_of(rows)
    (found,) = statements.find(analysis)
    assert analysis.words(found.source or (0, 1)) == "Ito"
