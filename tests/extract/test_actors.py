"""Who is mentioned as an actor, in which form, and what the mention itself tells."""

from __future__ import annotations

import pytest

from chancery.extract import actors
from sketch import head_of, sketch

PETROVA = (("Ana Petrova", "Person"),)


def test_a_person_has_country_sectors_and_gender_of_her_titles() -> None:
    analysis = sketch(
        "Norwegian;ADJ;2;amod Queen;PROPN;3;nmod:desc Ana;PROPN;5;nsubj Petrova;PROPN;3;flat spoke_=speak;VERB;0;root "
        ".;PUNCT;5;punct",
        entities=PETROVA,
    )
    (found,) = actors.find(analysis, ())
    assert (found.name, found.kind, found.country, found.gender) == ("Ana Petrova", "person", "NOR", "f")


def test_a_first_name_tells_gender() -> None:
    analysis = sketch(
        "Elena;PROPN;3;nsubj Vorn;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct",
        entities=(("Elena Vorn", "Person"),),
    )
    assert [m.gender for m in actors.find(analysis, ())] == ["f"]


def test_a_capital_that_denies_is_its_state() -> None:
    analysis = sketch("Moscow;PROPN;2;nsubj denies=deny;VERB/VBZ;0;root it_;PRON;2;obj .;PUNCT;2;punct")
    found = [(m.name, m.form) for m in actors.find(analysis, ())]
    assert found == [("Russia", "metonym"), ("it", "pronoun")]


def test_a_capital_where_something_happens_is_nobody() -> None:
    analysis = sketch("It;PRON;2;expl rained=rain;VERB;0;root in;ADP;4;case Moscow_;PROPN;2;obl .;PUNCT;2;punct")
    assert actors.find(analysis, ()) == []


def test_a_place_that_is_asked_for_is_itself_with_its_country() -> None:
    analysis = sketch("Jets=jet;NOUN/NNS;2;nsubj bombed=bomb;VERB;0;root Kyiv_;PROPN;2;obj .;PUNCT;2;punct")
    found = actors.find(analysis, {head_of(analysis, "Kyiv")})
    assert [(m.name, m.country) for m in found] == [("Kyiv", "UKR")]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Russians=russian;PROPN/NNPS;2;nsubj voted_=vote;VERB;0;root .;PUNCT;2;punct", "Russians", "population"),
        ("A;DET;2;det Palestinian;PROPN;3;nsubj fled_=flee;VERB;0;root .;PUNCT;3;punct", "Palestinian", "person"),
    ],
)
def test_a_noun_of_nationality_is_people_or_one_of_them(sentence: str, name: str, kind: str) -> None:
    assert [(name, kind)] == [(m.name, m.kind) for m in actors.find(sketch(sentence), ())]


def test_an_adjective_of_nationality_is_the_state_only_where_it_is_asked_for() -> None:
    analysis = sketch("Turkish;ADJ;2;amod airstrikes=airstrike;NOUN/NNS;3;nsubj fell_=fall;VERB;0;root .;PUNCT;3;punct")
    assert actors.find(analysis, ()) == []
    assert [(m.name, m.country) for m in actors.find(analysis, {0})] == [("Turkey", "TUR")]


def test_every_token_asked_for_is_covered() -> None:
    analysis = sketch("The;DET;2;det bridge;NOUN;3;nsubj fell_=fall;VERB;0;root .;PUNCT;3;punct")
    assert [(m.name, m.head) for m in actors.find(analysis, {1})] == [("bridge", 1)]


def test_a_title_that_a_name_completes_is_no_mention_of_its_own() -> None:
    analysis = sketch(
        "The;DET;2;det minister_;NOUN;7;nsubj ,;PUNCT/,;4;punct Ana;PROPN;2;appos Petrova_;PROPN;4;flat "
        ",;PUNCT/,;2;punct spoke_=speak;VERB;0;root .;PUNCT;7;punct",
        entities=PETROVA,
    )
    assert [m.name for m in actors.find(analysis, {1})] == ["Ana Petrova"]


def test_a_relative_pronoun_is_a_mention_and_a_question_word_is_none() -> None:
    relative = sketch(
        "Police=police;NOUN/NNS;4;nsubj who;PRON/WP;3;nsubj fired=fire;VERB;1;acl:relcl left_=leave;VERB;0;root "
        ".;PUNCT;4;punct"
    )
    question = sketch("Who=who;PRON/WP;2;nsubj fired_=fire;VERB;0;root ?;PUNCT;2;punct")
    assert [m.name for m in actors.find(relative, ())] == ["Police", "who"]
    assert actors.find(question, ()) == []


def test_heads_are_unique() -> None:
    analysis = sketch(
        "Ana;PROPN;3;nsubj Petrova;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct", entities=PETROVA
    )
    heads = [m.head for m in actors.find(analysis, {0, 1, 2})]
    assert sorted(set(heads)) == sorted(heads)
