from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import tense


def tense_of(rows: str, verb: int) -> str:
    return tense.tense(analysis_of(rows), verb)


MET = "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root"
WILL_MEET = "They they PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nmeet meet VERB VB 0 root"
HAVE_MET = "They they PRON PRP 3 nsubj\nhave have AUX VBP 3 aux\nmet meet VERB VBN 0 root"
MAY_HAVE_MET = "They they PRON PRP 4 nsubj\nmay may AUX MD 4 aux\nhave have AUX VB 4 aux\nmet meet VERB VBN 0 root"
ARE_MEETING = "They they PRON PRP 3 nsubj\nare be AUX VBP 3 aux\nmeeting meet VERB VBG 0 root"
COULD_NOT_REACH = (
    "He he PRON PRP 5 nsubj:pass\ncould could AUX MD 5 aux\nnot not PART RB 5 advmod\nbe be AUX VB 5 aux:pass\n"
    "reached reach VERB VBN 0 root"
)
WAS_READY = "He he PRON PRP 3 nsubj\nwas be AUX VBD 3 cop\nready ready ADJ JJ 0 root"


@pytest.mark.parametrize(
    ("rows", "verb", "expected"),
    [
        (MET, 1, "past"),
        (WILL_MEET, 2, "future"),
        (HAVE_MET, 2, "past"),
        (MAY_HAVE_MET, 3, "past"),
        (ARE_MEETING, 2, "present"),
        (COULD_NOT_REACH, 4, "past"),
        (WAS_READY, 2, "past"),
    ],
    ids=["met", "will meet", "have met", "may have met", "are meeting", "could not be reached", "was ready"],
)
def test_forms_and_helpers_tell_the_tense(rows: str, verb: int, expected: str) -> None:
    assert expected == tense_of(rows, verb)


def infinitive(verb: str, lemma: str) -> str:
    return f"He he PRON PRP 2 nsubj\n{verb} {lemma} VERB VBD 0 root\nto to PART TO 4 mark\nleave leave VERB VB 2 xcomp"


def test_an_open_infinitive_is_ahead() -> None:
    assert tense_of(infinitive("agreed", "agree"), 3) == "future"


def test_an_infinitive_after_a_verb_that_entails_it_has_the_tense_of_that_verb() -> None:
    assert tense_of(infinitive("managed", "manage"), 3) == "past"


def test_an_infinitive_in_a_headline_is_ahead() -> None:
    rows = "Envoys envoy NOUN NNS 3 nsubj\nto to PART TO 3 mark\nmeet meet VERB VB 0 root"

    assert tense_of(rows, 2) == "future"


def test_what_is_due_is_ahead() -> None:
    rows = """
    He he PRON PRP 3 nsubj
    is be AUX VBZ 3 cop
    due due ADJ JJ 0 root
    to to PART TO 5 mark
    speak speak VERB VB 3 xcomp
    """

    assert tense_of(rows, 2) == "future"


def test_a_bare_ing_form_has_the_tense_of_the_clause_above() -> None:
    rows = "He he PRON PRP 2 nsubj\nspoke speak VERB VBD 0 root\nwaving wave VERB VBG 2 advcl"

    assert tense_of(rows, 2) == "past"


def test_a_noun_is_governed_by_the_verb_above_it() -> None:
    rows = "Troops troop NOUN NNS 2 nsubj\nleft leave VERB VBD 0 root\nAleppo Aleppo PROPN NNP 2 obj"

    assert tense.governing_tense(analysis_of(rows), 2) == "past"


def test_a_circle_of_heads_ends() -> None:
    analysis = analysis_of("one one NOUN NN 2 dep\ntwo two NOUN NN 1 dep")

    assert tense.governing_tense(analysis, 0) == "present"
