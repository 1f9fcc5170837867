"""Names of one actor meet: short and full, initials, brackets, slips of the pen; names of two do not."""

from __future__ import annotations

import pytest

from casting import cast_of, names_at
from sketch import head_of, sketch

PETROVA = (("Ana Petrova", "Person"),)
ANA_SPOKE = "Ana;PROPN;3;nsubj Petrova;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct"


def test_a_surname_is_the_person_with_the_full_name() -> None:
    analysis = sketch(ANA_SPOKE + " | Petrova;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct", entities=PETROVA)
    assert names_at(cast_of(analysis), head_of(analysis, "Petrova", 2)) == ["Ana Petrova"]


def test_a_full_name_that_comes_later_still_names_the_surname_before() -> None:
    analysis = sketch("Petrova;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct | " + ANA_SPOKE, entities=PETROVA)
    assert [actor.name for actor in cast_of(analysis).actors] == ["Ana Petrova"]


def test_two_people_of_one_surname_are_told_apart_by_title() -> None:
    analysis = sketch(
        ANA_SPOKE + " | Ivo;PROPN;3;nsubj Petrova;PROPN;1;flat listened_=listen;VERB;0;root .;PUNCT;3;punct | "
        "Mrs.;PROPN;2;nmod:desc Petrova;PROPN;3;nsubj left_=leave;VERB;0;root .;PUNCT;3;punct",
        entities=(*PETROVA, ("Ivo Petrova", "Person")),
    )
    assert names_at(cast_of(analysis), head_of(analysis, "Petrova", 3)) == ["Ana Petrova"]


@pytest.mark.parametrize(("slip", "same"), [("Compaora", True), ("Campaore", True), ("Kombaora", False)])
def test_a_long_surname_may_be_misspelt_once(slip: str, same: bool) -> None:
    analysis = sketch(
        "Ana;PROPN;3;nsubj Compaore;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct | "
        f"Ana;PROPN;3;nsubj {slip};PROPN;1;flat left_=leave;VERB;0;root .;PUNCT;3;punct",
        entities=(("Ana Compaore", "Person"), (f"Ana {slip}", "Person")),
    )
    assert same is (len(cast_of(analysis).actors) == 1)


def test_initials_in_brackets_are_the_body_before_them() -> None:
    analysis = sketch(
        "Harbour;PROPN;2;compound Council;PROPN;6;nsubj (_;PUNCT/-LRB-;4;punct HaC_;PROPN;2;appos "
        ");PUNCT/-RRB-;4;punct "
        "spoke_=speak;VERB;0;root .;PUNCT;6;punct | HaC;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct",
        entities=(("Harbour Council", "Organization"), ("HaC", "Organization")),
    )
    analysis.entities.append(type(analysis.entities[0])((7, 8), "Organization", 1.0))
    assert [actor.name for actor in cast_of(analysis).actors] == ["Harbour Council"]


def test_initials_alone_are_the_one_body_that_has_them() -> None:
    analysis = sketch(
        "Harbour;PROPN;4;compound and;CCONJ;3;cc Fisheries;PROPN;1;conj Union;PROPN;5;nsubj spoke_=speak;VERB;0;root "
        ".;PUNCT;5;punct | HFU;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct",
        entities=(("Harbour and Fisheries Union", "Organization"), ("HFU", "Organization")),
    )
    assert [actor.name for actor in cast_of(analysis).actors] == ["Harbour and Fisheries Union"]


def test_a_seat_an_adjective_and_the_name_are_one_state() -> None:
    analysis = sketch(
        "Moscow;PROPN;2;nsubj denies=deny;VERB/VBZ;0;root it_;PRON;2;obj .;PUNCT;2;punct | "
        "Russia;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct | "
        "The;DET;3;det Russian;ADJ;3;amod government;NOUN;4;nsubj spoke_=speak;VERB;0;root .;PUNCT;4;punct"
    )
    cast = cast_of(analysis)
    at = [names_at(cast, head_of(analysis, form)) for form in ("Moscow", "Russia", "government")]
    assert at == [["Russia"], ["Russia"], ["Russia"]]


def test_a_well_known_surname_gets_its_full_name_where_the_report_speaks_of_the_country() -> None:
    analysis = sketch(
        "Putin;PROPN;2;nsubj left=leave;VERB;0;root Russia_;PROPN;2;obj .;PUNCT;2;punct",
        entities=(("Putin", "Person"),),
    )
    cast = cast_of(analysis, published="2023-09-19")
    assert [(a.name, a.country) for a in cast.actors if a.kind == "person"] == [("Vladimir Putin", "RUS")]


def test_a_king_is_not_somebody_whose_first_name_is_his() -> None:
    analysis = sketch(
        "Abdullah;PROPN;4;nsubj al_;PROPN;1;flat -_;PUNCT/HYPH;2;punct Vorn;PROPN;1;flat spoke_=speak;VERB;0;root "
        ".;PUNCT;5;punct | King;PROPN;2;nmod:desc Abdullah;PROPN;3;nsubj left_=leave;VERB;0;root .;PUNCT;3;punct",
        entities=(("Abdullah al-Vorn", "Person"),),
    )
    assert len(cast_of(analysis).actors) == 2


def test_a_bare_surname_is_the_well_known_bearer_not_the_relative_named_last() -> None:
    analysis = sketch(
        "Donald;PROPN;3;nsubj Trump;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct | "
        "Barron;PROPN;3;nsubj Trump;PROPN;1;flat listened_=listen;VERB;0;root .;PUNCT;3;punct | "
        "Trump;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct",
        entities=(("Donald Trump", "Person"), ("Barron Trump", "Person")),
    )
    assert names_at(cast_of(analysis), head_of(analysis, "Trump", 3)) == ["Donald Trump"]


def test_two_surnames_with_a_hyphen_are_nobodys_full_name() -> None:
    analysis = sketch(
        "Ana;PROPN;3;nsubj Petrova;PROPN;1;flat met=meet;VERB;0;root Ivo;PROPN;3;obj Hall_;PROPN;4;flat "
        ".;PUNCT;3;punct | The;DET;5;det Petrova_;PROPN;5;compound -_;PUNCT/HYPH;4;punct Hall;PROPN;2;flat "
        "talks=talk;NOUN/NNS;6;nsubj failed_=fail;VERB;0;root .;PUNCT;6;punct | "
        "Hall;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct",
        entities=(("Ana Petrova", "Person"), ("Ivo Hall", "Person"), ("Petrova-Hall", "Person")),
    )
    assert names_at(cast_of(analysis), head_of(analysis, "Hall", 3)) == ["Ivo Hall"]
