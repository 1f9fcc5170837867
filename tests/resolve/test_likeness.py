"""Likeness counts what two mentions of a deed have in common, and knows what keeps them apart."""

from __future__ import annotations

import pytest

from chancery.mentions import EventMention
from chancery.resolve import likeness
from chancery.resolve.likeness import Told
from deeds import CAST, FRIDAY, LIMA, MONDAY, OSLO, told
from sketch import sketch


def is_one(before: Told, one: Told) -> bool:
    return likeness.points([before], one, CAST) >= likeness.enough(one)


@pytest.mark.parametrize(
    ("before", "one"),
    [
        (told(actors=("a1",), recipients=("a3",)), told(actors=("a1",), recipients=("a3",), stems=("shel",))),
        (told(actors=("a1",)), told(actors=("a1",))),
        (told(actors=("a1",)), told(points=True, noun=True)),
        (told(actors=("a1",), stems=("bomb",)), told(points=True, noun=True, general=True)),
        (told(actors=("a1",)), told(actors=("a2",))),
        (
            told(recipients=("a4",), mode="arrest", stems=("arre",)),
            told(recipients=("a4",), mode="arrest", stems=("capt",)),
        ),
        (told("CONSULT", ("a1", "a3"), stems=("meet",)), told("CONSULT", ("a3", "a1"), stems=("talk",))),
        (told("CONSULT", ("a1",), stems=("visi",), in_headline=True), told("CONSULT", ("a1",), stems=("visi",))),
    ],
)
def test_two_agreements_make_one_deed(before: Told, one: Told) -> None:
    assert is_one(before, one)


@pytest.mark.parametrize(
    ("before", "one"),
    [
        (told(actors=("a1",)), told(actors=("a3",))),
        (told(actors=("a1",), time=MONDAY), told(actors=("a1",), time=FRIDAY)),
        (told(actors=("a1",), place=OSLO), told(actors=("a1",), place=LIMA)),
        (told(actors=("a1",), mode="arrest"), told(actors=("a1",), mode="deport")),
        (told(actors=("a1",)), told(noun=True)),
        (told(actors=("a1",)), told(actors=("a1",), is_new=True, noun=True)),
        (told(actors=("a1",), stems=("bomb",)), told(actors=("a1",), stems=("shel",))),
        (told("ACCUSE", ("a1",), ("a3",), stems=("accu",)), told("ACCUSE", ("a1",), ("a3",), stems=("blam",))),
        (told("CONSULT", ("a1",), ("a3",), mode="visit", stems=("visi",)),
         told("CONSULT", ("a4",), ("a3",), mode="visit", stems=("visi",))),
    ],
)  # fmt: skip
def test_what_both_tell_differently_keeps_deeds_apart(before: Told, one: Told) -> None:
    assert not is_one(before, one)


def test_attacks_are_not_the_attack() -> None:
    before, one = told(actors=("a1",), noun=True, plural=True), told(points=True, noun=True)
    assert not is_one(before, one)


def test_a_noun_and_its_verb_share_a_stem() -> None:
    analysis = sketch("They;PRON;2;nsubj invaded=invade;VERB;0;root | The;DET;2;det invasion;NOUN;0;root")
    verb = EventMention((1, 2), 1, "ASSAULT", None, "happened", (), ())
    noun = EventMention((3, 4), 3, "ASSAULT", None, "happened", (), ())
    stems = [likeness.told(analysis, one, ((), ()), (None, None), CAST).stems for one in (verb, noun)]
    assert stems[0] & stems[1]


@pytest.mark.parametrize(
    ("words", "first", "second", "expected"),
    [
        ("Two;NUM;3;nsubj:pass were=be;AUX;3;aux:pass killed=kill;VERB/VBN;0;root in;ADP;6;case an=a;DET;6;det "
         "attack;NOUN;3;obl", 2, 5, [None, 0]),
        ("An;DET;2;det attack;NOUN;0;root that;PRON/WDT;4;nsubj killed=kill;VERB;2;acl:relcl", 1, 3, [None, 0]),
        ("He;PRON;2;nsubj bombed=bomb;VERB;0;root ports=port;NOUN/NNS;2;obj killing=kill;VERB/VBG;2;advcl",
         1, 3, [None, 0]),
        ("He;PRON;2;nsubj bombed=bomb;VERB;0;root before;SCONJ;5;mark they;PRON;5;nsubj killed=kill;VERB;2;advcl",
         1, 4, [None, None]),
    ],
)  # fmt: skip
def test_a_deed_and_its_noun_or_outcome_hang_together(
    words: str, first: int, second: int, expected: list[int | None]
) -> None:
    mentions = [EventMention((t, t + 1), t, "ASSAULT", None, "happened", (), ()) for t in (first, second)]
    assert expected == likeness.links(sketch(words), mentions)


def test_a_long_list_of_mentions_is_compared_at_its_ends() -> None:
    many = [told(actors=("a1",)) for _ in range(1000)]
    assert likeness.points(many, told(actors=("a1",)), CAST) > 0
