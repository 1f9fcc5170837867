"""A verb without a subject or object of its own borrows one: infinitives, gerunds, participles, relative clauses."""

from __future__ import annotations

import pytest

from chancery.extract import control
from sketch import head_of, sketch


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("The;DET;2;det envoy;NOUN;3;nsubj refused=refuse;VERB;0;root to;PART/TO;5;mark meet;VERB/VB;3;xcomp",
         "meet", ["envoy"]),
        ("Premiers=premier;NOUN/NNS;2;nsubj urged=urge;VERB;0;root rebels=rebel;NOUN/NNS;2;obj to;PART/TO;5;mark "
         "leave;VERB/VB;2;xcomp", "leave", ["rebels"]),
        ("He;PRON;2;nsubj called=call;VERB;0;root on;ADP;4;case rebels=rebel;NOUN/NNS;2;obl to;PART/TO;6;mark "
         "leave;VERB/VB;2;xcomp", "leave", ["rebels"]),
        ("She;PRON;2;nsubj promised=promise;VERB;0;root them;PRON;2;iobj to;PART/TO;5;mark leave;VERB/VB;2;xcomp",
         "leave", ["She"]),
        ("Rebels=rebel;NOUN/NNS;2;nsubj bombed=bomb;VERB;0;root ports=port;NOUN/NNS;2;obj "
            "killing=kill;VERB/VBG;2;advcl",
         "killing", ["Rebels"]),
        ("They;PRON;2;nsubj accused=accuse;VERB;0;root pilots=pilot;NOUN/NNS;2;obj of;SCONJ;5;mark "
         "spying=spy;VERB/VBG;2;advcl", "spying", ["pilots"]),
        ("Iran;PROPN;3;nmod:poss 's;PART;1;case plan;NOUN;0;root to;PART/TO;5;mark attack;VERB/VB;3;acl",
         "attack", ["Iran"]),
        ("The;DET;2;det bank;NOUN;3;nsubj quit;VERB;0;root and;CCONJ;5;cc left=leave;VERB;3;conj", "left", ["bank"]),
        ("Talks=talk;NOUN/NNS;2;nsubj ended=end;VERB;0;root after;SCONJ;5;mark he;PRON;5;nsubj left=leave;VERB;2;advcl",
         "left", ["he"]),
    ],
)  # fmt: skip
def test_a_verb_borrows_its_subject_from_the_clause_above(words: str, verb: str, expected: list[str]) -> None:
    analysis = sketch(words)
    assert expected == [analysis.forms[t] for t in control.subjects(analysis, head_of(analysis, verb))]


def test_a_finite_verb_whose_subject_hangs_elsewhere_takes_the_phrase_before_it() -> None:
    analysis = sketch(
        "Uganda;PROPN;3;nmod:poss 's;PART;1;case general;NOUN;7;nmod of;ADP;5;case police;NOUN;3;nmod "
        "accused=accuse;VERB;0;root critics=critic;NOUN/NNS;6;obj"
    )
    assert [analysis.forms[t] for t in control.subjects(analysis, head_of(analysis, "accused"))] == ["general"]


def test_a_participle_beside_a_noun_is_done_to_that_noun() -> None:
    analysis = sketch(
        "Children=child;NOUN/NNS;0;root deported=deport;VERB/VBN;1;acl by;ADP;4;case troops;NOUN/NNS;2;obl"
    )
    verb = head_of(analysis, "deported")
    found = [control.undergoers(analysis, verb), control.agents(analysis, verb)]
    assert found == [[0], [3]]


def test_the_last_of_two_verbs_lends_its_object_to_the_first() -> None:
    analysis = sketch(
        "Police;NOUN;2;nsubj shot=shoot;VERB;0;root and;CCONJ;4;cc killed=kill;VERB;2;conj him;PRON;4;obj"
    )
    assert control.undergoers(analysis, head_of(analysis, "shot")) == [4]


def test_the_noun_of_a_relative_clause_without_object_is_its_object() -> None:
    analysis = sketch("The;DET;2;det accord;NOUN;0;root they;PRON;4;nsubj signed=sign;VERB;2;acl:relcl")
    assert control.undergoers(analysis, head_of(analysis, "signed")) == [1]


def test_a_noun_is_owned_by_its_possessor_before_any_phrase_after_it() -> None:
    analysis = sketch("Ankara;PROPN;3;nmod:poss 's;PART;1;case raid;NOUN;0;root of;ADP;5;case May;PROPN;3;nmod")
    assert control.owners(analysis, 2) == [0]


def test_what_and_there_stand_for_nobody() -> None:
    analysis = sketch("What;PRON/WP;2;nsubj happened=happen;VERB;0;root")
    assert control.noun_of(analysis, 0) is None
