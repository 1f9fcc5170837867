"""Roles are offices and occupations, with their bodies; forms of address and kin are none."""

from __future__ import annotations

import pytest

from chancery.extract import actors, roles
from chancery.mentions import RoleMention
from sketch import sketch

TAIL = " Ivo;PROPN;{v};nsubj Hall;PROPN;{n};flat spoke_=speak;VERB;0;root .;PUNCT;{v};punct"


def roles_before(words: str) -> list[RoleMention]:
    count = len(words.split())
    analysis = sketch(words + TAIL.format(v=count + 3, n=count + 1), entities=(("Ivo Hall", "Person"),))
    return roles.find(analysis, actors.find(analysis, ()))


def test_a_role_runs_over_title_and_name() -> None:
    (found,) = roles_before("Norwegian;ADJ;3;amod Foreign;ADJ/NNP;3;amod Minister;PROPN;4;nmod:desc")
    assert (
        found.tokens, found.title, found.organization, found.country,
    ) == ((0, 5), "Foreign Minister", "Norway", "NOR")  # fmt: skip


@pytest.mark.parametrize("word", ["Mr.;PROPN;2;nmod:desc", "his=he;PRON/PRP$;2;nmod:poss brother;NOUN;3;nmod:desc"])
def test_an_address_or_a_tie_of_blood_is_no_role(word: str) -> None:
    assert roles_before(word) == []


def test_a_former_office_is_marked() -> None:
    (found,) = roles_before("former;ADJ;2;amod president;NOUN;3;nmod:desc")
    assert (found.title, found.former) == ("former president", True)


def test_a_pronoun_can_hold_an_office() -> None:
    analysis = sketch(
        "She;PRON;2;nsubj heads=head;VERB/VBZ;0;root the;DET;5;det Harbour;PROPN;5;compound Council_;PROPN;2;obj "
        ".;PUNCT;2;punct",
        entities=(("Harbour Council", "Organization"),),
    )
    found = roles.find(analysis, actors.find(analysis, ()))
    assert [(r.title, r.organization, r.person) for r in found] == [("head", "Harbour Council", 0)]


def test_a_member_of_nothing_is_no_role() -> None:
    analysis = sketch(
        "Ivo;PROPN;5;nsubj Hall;PROPN;1;flat is=be;AUX;5;cop a;DET;5;det member_;NOUN;0;root .;PUNCT;5;punct",
        entities=(("Ivo Hall", "Person"),),
    )
    assert roles.find(analysis, actors.find(analysis, ())) == []
