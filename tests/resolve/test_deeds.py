"""Deeds gather the mentions that speak of them, whatever the order in which these name their parties."""

from __future__ import annotations

from dataclasses import replace

from chancery.mentions import EventMention
from chancery.record import Time
from chancery.resolve.deeds import Deed, gather, tell
from chancery.resolve.likeness import Told
from deeds import CAST, FRIDAY, MONDAY, told
from sketch import sketch


def at(token: int, one: Told) -> Told:
    """Put a mention at a token."""
    return replace(one, mention=replace(one.mention, trigger=(token, token + 1), head=token))


def test_mentions_of_one_deed_become_one_and_the_rest_stay_apart() -> None:
    mentions = [at(0, told(actors=("a1",))), at(5, told(actors=("a3",))), at(9, told(actors=("a1",)))]
    deeds = gather(mentions, CAST, [None, None, None])
    assert [[t.mention.head for t in deed.told] for deed in deeds] == [[0, 9], [5]]


def test_a_definite_noun_joins_the_last_deed_before_it() -> None:
    visit = told("CONSULT", ("a1",), stems=("visi",))
    other = told("CONSULT", ("a3",), stems=("visi",))
    noun = told("CONSULT", stems=("visi",), points=True, noun=True)
    deeds = gather([at(0, visit), at(4, noun), at(9, other)], CAST, [None, None, None])
    assert [[t.mention.head for t in deed.told] for deed in deeds] == [[0, 4], [9]]


def test_linked_mentions_are_one_deed_without_a_word_in_common() -> None:
    killed = at(2, told(recipients=("a4",), stems=("kill",)))
    attack = at(5, told(noun=True))
    assert [len(deed.told) for deed in gather([killed, attack], CAST, [None, 0])] == [2]


def test_a_nameless_noun_that_belongs_to_no_deed_is_left_out() -> None:
    assert gather([told(noun=True, points=True)], CAST, [None]) == []


def test_parties_come_from_the_mention_that_tells_most() -> None:
    weak = replace(told(actors=("a2",)), fullness=1)
    full = replace(told(actors=("a1",), recipients=("a3",)), fullness=4)
    deed = Deed([weak, full])
    assert (deed.actors, deed.recipients) == (("a1",), ("a3",))


def test_nobody_does_a_deed_to_himself() -> None:
    assert Deed([told(actors=("a1",), recipients=("a1",))]).recipients == ()


def test_the_first_dated_time_is_the_deed_s() -> None:
    undated = Time((0, 1), "recently", None, None, None)
    assert Deed([told(time=undated), told(time=FRIDAY), told(time=MONDAY)]).time == FRIDAY


def test_the_narrowest_time_of_a_mention_is_taken() -> None:
    analysis = sketch("They;PRON;2;nsubj met=meet;VERB;0;root")
    year = Time((0, 1), "in 2026", "2026", "2026-01-01", "2026-12-31")
    mention = EventMention((1, 2), 1, "CONSULT", None, "happened", (), (), times=(0, 1))
    assert tell(analysis, mention, CAST, [year, FRIDAY], []).time == FRIDAY
