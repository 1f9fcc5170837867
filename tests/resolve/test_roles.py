"""The same office of the same person is one role, in its fullest words."""

from __future__ import annotations

from casting import cast_of
from chancery.extract import actors as extract_actors
from chancery.extract import roles as extract_roles
from chancery.record import Role
from chancery.resolve import roles
from sketch import sketch

VORN = (("Elena Vorn", "Person"),)


def roles_of(words: str) -> tuple[Role, ...]:
    analysis = sketch(words, entities=VORN)
    found = extract_roles.find(analysis, extract_actors.find(analysis, ()))
    return roles.resolve(analysis, found, cast_of(analysis))


def test_an_office_said_twice_is_one_in_its_fullest_words() -> None:
    found = roles_of(
        "Minister;PROPN;2;nmod:desc Elena;PROPN;4;nsubj Vorn;PROPN;2;flat spoke_=speak;VERB;0;root .;PUNCT;4;punct | "
        "Norwegian;ADJ;3;amod Foreign;ADJ/NNP;3;amod Minister;PROPN;4;nmod:desc Vorn;PROPN;5;nsubj "
        "left_=leave;VERB;0;root .;PUNCT;5;punct"
    )
    expected = [("Foreign Minister", "Norway", "NOR", "Norwegian Foreign Minister Vorn")]
    assert expected == [(r.title, r.organization, r.country, r.text) for r in found]


def test_two_offices_are_two_roles() -> None:
    found = roles_of(
        "General;PROPN;2;nmod:desc Elena;PROPN;10;nsubj Vorn_;PROPN;2;flat ,;PUNCT/,;6;punct the;DET;6;det "
        "commander;NOUN;2;appos of;ADP;8;case Norway_;PROPN;6;nmod ,;PUNCT/,;2;punct spoke_=speak;VERB;0;root "
        ".;PUNCT;10;punct"
    )
    assert [r.title for r in found] == ["General", "commander"]


def test_a_country_comes_from_the_person_where_the_title_tells_none() -> None:
    found = roles_of(
        "Norwegian;ADJ;2;amod President;PROPN;3;nmod:desc Elena;PROPN;5;nsubj Vorn;PROPN;3;flat "
        "spoke_=speak;VERB;0;root "
        ".;PUNCT;5;punct | General;PROPN;2;nmod:desc Vorn;PROPN;3;nsubj left_=leave;VERB;0;root .;PUNCT;3;punct"
    )
    assert [r.country for r in found] == ["NOR", "NOR"]
