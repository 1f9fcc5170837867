"""A party is a state, body, leader, force or people; a thing stands for its owner, a group word for what it counts."""

from __future__ import annotations

import pytest

from chancery.extract.parties import Parties, Rank
from sketch import head_of, sketch


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("troops=troop;NOUN/NNS;0;root", Rank.POLITICAL),
        ("president;NOUN;0;root", Rank.POLITICAL),
        ("Norway;PROPN;0;root", Rank.POLITICAL),
        ("Russians;PROPN/NNPS;0;root", Rank.POLITICAL),
        ("workers=worker;NOUN/NNS;0;root", Rank.PEOPLE),
        ("they;PRON;0;root", Rank.PEOPLE),
        ("12;NUM/CD;0;root", Rank.PEOPLE),
        ("bridge;NOUN;0;root", Rank.THING),
        ("2021;NUM/CD;0;root", Rank.NOBODY),
        ("this;PRON/DT;0;root", Rank.NOBODY),
    ],
)
def test_a_phrase_is_ranked_by_its_head(words: str, expected: Rank) -> None:
    assert expected == Parties(sketch(words)).rank(0)


def test_a_surname_known_in_full_from_elsewhere_is_a_person_wherever_it_stands() -> None:
    analysis = sketch(
        "Ola;PROPN;0;root Berg;PROPN;1;flat .;PUNCT;1;punct | Berg;PROPN;2;nsubj left=leave;VERB;0;root",
        entities=(("Ola Berg", "Person"),),
    )
    assert Parties(analysis).rank(3) == Rank.POLITICAL


def test_tokens_of_times_are_nobody() -> None:
    assert Parties(sketch("May;PROPN;0;root"), excluded=[0]).rank(0) == Rank.NOBODY


def test_coordinated_phrases_are_parties_one_by_one() -> None:
    analysis = sketch("Norway;PROPN;0;root and;CCONJ;3;cc Chad;PROPN;1;conj")
    assert [party.head for party in Parties(analysis).of([0])] == [0, 2]


def test_a_word_of_number_stands_for_what_it_counts() -> None:
    analysis = sketch("Dozens=dozen;NOUN/NNS;0;root of;ADP;3;case rebels=rebel;NOUN/NNS;1;nmod")
    assert [party.head for party in Parties(analysis).of([0])] == [2]


def test_a_thing_stands_for_its_owner_unless_things_count() -> None:
    analysis = sketch("A;DET;3;det Russian;ADJ;3;amod missile;NOUN;0;root")
    parties = Parties(analysis)
    assert [[p.head for p in parties.of([2], things=things)] for things in (False, True)] == [[1], [2]]


def test_a_relative_pronoun_stands_for_the_nearest_noun_that_can_act() -> None:
    analysis = sketch(
        "evidence;NOUN;0;root of;ADP;3;case malice;NOUN;1;nmod to;ADP;5;case Chad;PROPN;3;nmod ,;PUNCT/,;8;punct "
        "which;PRON/WDT;8;nsubj answered=answer;VERB;1;acl:relcl"
    )
    assert [party.head for party in Parties(analysis).of([head_of(analysis, "which")])] == [4]


def test_any_plural_noun_for_people_is_people() -> None:
    analysis = sketch("Dockworkers=dockworker;NOUN/NNS;2;nsubj marched=march;VERB;0;root")
    assert Parties(analysis).rank(0) == Rank.PEOPLE


def test_people_of_two_countries_are_two_parties() -> None:
    analysis = sketch(
        "envoys=envoy;NOUN/NNS;0;root of;ADP;3;case Egypt;PROPN;1;nmod and;CCONJ;5;cc Turkey;PROPN;3;conj"
    )
    assert [party.head for party in Parties(analysis).of([0])] == [0, 4]


def test_adjectives_of_two_countries_are_two_parties() -> None:
    analysis = sketch("Israeli;ADJ;4;amod and;CCONJ;3;cc Egyptian;ADJ;1;conj envoys=envoy;NOUN/NNS;0;root")
    assert [party.head for party in Parties(analysis).of([3])] == [3, 0]
