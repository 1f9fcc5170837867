"""Countries lend themselves to who serves them, to bodies of a shared name, and to a report's own people."""

from __future__ import annotations

from casting import cast_of
from sketch import sketch

NORWAY = "Norway;PROPN;2;nsubj voted_=vote;VERB;0;root .;PUNCT;2;punct | "


def country_of(words: str, name: str, *entities: tuple[str, str]) -> str | None:
    (found,) = [actor for actor in cast_of(sketch(words, entities=entities)).actors if actor.name == name]
    return found.country


def test_the_police_are_of_the_country_around_them() -> None:
    words = NORWAY + "Police=police;NOUN/NNS;2;nsubj came_=come;VERB;0;root .;PUNCT;2;punct"
    assert country_of(words, "Police") == "NOR"


def test_western_officials_are_of_none() -> None:
    words = NORWAY + (
        "The;DET;3;det Western;ADJ;3;amod officials=official;NOUN/NNS;4;nsubj spoke_=speak;VERB;0;root .;PUNCT;4;punct"
    )
    assert None is country_of(words, "Western officials")


def test_a_party_of_a_shared_name_is_the_reports_own() -> None:
    words = "Australia;PROPN;2;nsubj voted_=vote;VERB;0;root .;PUNCT;2;punct | " + (
        "Labor;PROPN;2;compound Party;PROPN;3;nsubj won_=win;VERB;0;root .;PUNCT;3;punct"
    )
    (party,) = [a for a in cast_of(sketch(words)).actors if a.kind == "organization"]
    assert party.country == "AUS"


def test_a_scholar_keeps_no_country_where_everybody_else_gets_the_reports() -> None:
    words = NORWAY + (
        "Voter;NOUN;2;nmod:desc Ana;PROPN;4;nsubj Petrova;PROPN;2;flat spoke_=speak;VERB;0;root .;PUNCT;4;punct | "
        "Professor;NOUN/NNP;2;nmod:desc Ivo;PROPN;4;nsubj Hall;PROPN;2;flat spoke_=speak;VERB;0;root .;PUNCT;4;punct"
    )
    people = ("Ana Petrova", "Person"), ("Ivo Hall", "Person")
    assert [country_of(words, name, *people) for name, _ in people] == ["NOR", None]


def test_supporters_are_of_the_country_of_whom_they_support() -> None:
    words = (
        "Kenyan;ADJ;2;amod President;PROPN;3;nmod:desc Ana;PROPN;5;nsubj Petrova;PROPN;3;flat "
        "spoke_=speak;VERB;0;root .;PUNCT;5;punct | "
        + NORWAY
        + "Petrova;PROPN;2;compound supporters=supporter;NOUN/NNS;3;nsubj marched_=march;VERB;0;root .;PUNCT;3;punct"
    )
    assert country_of(words, "Petrova supporters", ("Ana Petrova", "Person")) == "KEN"


def test_who_serves_somebody_by_a_pronoun_is_of_their_country_not_of_the_nearest() -> None:
    words = (
        "Chile;PROPN;2;nsubj joined=join;VERB;0;root Argentine;ADJ;4;amod talks_=talk;NOUN/NNS;2;obj .;PUNCT;2;punct | "
        "Its=its;PRON/PRP$;3;nmod:poss energy;NOUN;3;compound minister_;NOUN;8;nsubj ,;PUNCT;5;punct "
        "Ana;PROPN;3;appos Petrova_;PROPN;5;flat ,;PUNCT;5;punct spoke_=speak;VERB;0;root .;PUNCT;8;punct"
    )
    assert country_of(words, "Ana Petrova", ("Ana Petrova", "Person")) == "CHL"
