"""The status of a deed is read from the inside out: its own clause, then what governs it, as far as that reaches."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from chancery.extract.status import compose, status_of
from chancery.record import Status
from sketch import head_of, sketch


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        ("He;PRON;2;nsubj refused=refuse;VERB;0;root to;PART/TO;4;mark meet;VERB/VB;2;xcomp", "meet", "not_happened"),
        ("He;PRON;3;nsubj may;AUX/MD;3;aux refuse;VERB/VB;0;root to;PART/TO;5;mark meet;VERB/VB;3;xcomp",
         "meet", "possible"),
        ("They;PRON;2;nsubj plan;VERB/VBP;0;root to;PART/TO;4;mark attack;VERB/VB;2;xcomp", "attack", "planned"),
        ("They;PRON;4;nsubj are=be;AUX/VBP;4;aux not;PART/RB;4;advmod planning=plan;VERB/VBG;0;root an=a;DET;6;det "
         "attack;NOUN;4;obj", "attack", "not_happened"),
        ("They;PRON;2;nsubj began=begin;VERB;0;root to;PART/TO;4;mark attack;VERB/VB;2;xcomp", "attack", "happened"),
        ("Chad;PROPN;2;nsubj urged=urge;VERB;0;root rebels=rebel;NOUN/NNS;2;obj to;PART/TO;5;mark "
         "attack;VERB/VB;2;xcomp", "attack", "possible"),
        ("He;PRON;2;nsubj told=tell;VERB;0;root us;PRON;2;iobj that;SCONJ;6;mark they;PRON;6;nsubj "
         "attacked=attack;VERB;2;ccomp", "attacked", "happened"),
        ("He;PRON;2;nsubj insisted=insist;VERB;0;root that;SCONJ;5;mark they;PRON;5;nsubj leave;VERB/VB;2;ccomp",
         "leave", "possible"),
        ("He;PRON;2;nsubj accused=accuse;VERB;0;root Chad;PROPN;2;obj of;SCONJ;5;mark "
            "attacking=attack;VERB/VBG;2;advcl",
         "attacking", "alleged"),
        ("He;PRON;2;nsubj accused=accuse;VERB;0;root Chad;PROPN;2;obj of;SCONJ;5;mark attacking=attack;VERB/VBG;3;acl",
         "attacking", "alleged"),
        ("Rebels=rebel;NOUN/NNS;2;nsubj came=come;VERB;0;root to;PART/TO;4;mark attack;VERB/VB;2;advcl",
         "attack", "happened"),
        ("Arms=arm;NOUN/NNS;3;nsubj were=be;AUX/VBD;3;cop cheap;ADJ;0;root to;PART/TO;5;mark attack;VERB/VB;3;advcl",
         "attack", "possible"),
        ("He;PRON;3;nsubj was=be;AUX/VBD;3;aux jailed=jail;VERB/VBN;0;root before;SCONJ;6;mark they;PRON;6;nsubj "
         "attacked=attack;VERB;3;advcl", "attacked", "happened"),
        ("He;PRON;3;nsubj may;AUX/MD;3;aux condemn;VERB/VB;0;root the;DET;5;det attack;NOUN;3;obj",
         "attack", "happened"),
        ("The;DET;2;det threat;NOUN;0;root of;ADP;4;case attack;NOUN;2;nmod", "attack", "possible"),
        ("Talks=talk;NOUN/NNS;4;nsubj:pass will;AUX/MD;4;aux be;AUX/VB;4;aux:pass held=hold;VERB/VBN;0;root",
         "Talks", "planned"),
        ("Leaders=leader;PROPN/NNPS;0;root to;PART/TO;3;mark meet;VERB/VB;1;acl", "meet", "planned"),
        ("The;DET;2;det first;ADJ;0;root to;PART/TO;4;mark attack;VERB/VB;2;acl", "attack", "happened"),
        ("A;DET;2;det rally;NOUN;0;root to;PART/TO;4;mark protest;VERB/VB;2;acl", "protest", "happened"),
        ("Talks=talk;NOUN/NNS;0;root planned=plan;VERB/VBN;1;acl for;ADP;4;case May;PROPN;2;obl", "Talks", "planned"),
    ],
)  # fmt: skip
def test_what_governs_a_deed_tells_its_status(words: str, head: str, expected: str) -> None:
    analysis = sketch(words)
    assert expected == status_of(analysis, head_of(analysis, head))[0]


def test_a_verb_that_lends_its_clause_rules_the_noun_too() -> None:
    analysis = sketch("He;PRON;2;nsubj postponed=postpone;VERB;0;root talks=talk;NOUN/NNS;2;obj")
    assert status_of(analysis, 1, 2) == ("not_happened", "postpone: postponed")


def test_one_no_is_counted_once() -> None:
    analysis = sketch(
        "There;PRON/EX;2;expl is=be;VERB/VBZ;0;root no;DET;4;det plan;NOUN;2;nsubj to;PART/TO;6;mark quit;VERB/VB;4;acl"
    )
    assert status_of(analysis, head_of(analysis, "quit"))[0] == "not_happened"


def test_a_fact_changes_nothing_on_either_side() -> None:
    statuses: tuple[Status, ...] = get_args(Status)
    assert all(compose("happened", one) == one == compose(one, "happened") for one in statuses)


def test_no_two_statuses_make_a_fact_but_two_facts() -> None:
    statuses: tuple[Status, ...] = get_args(Status)
    facts = [pair for pair in itertools.product(statuses, repeat=2) if compose(*pair) == "happened"]
    assert facts == [("happened", "happened")]
