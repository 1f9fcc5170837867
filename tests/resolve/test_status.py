"""What a statement does to a deed: adversaries allege, doers and bystanders tell, and denials deny."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chancery.mentions import EventMention, StatementMention
from chancery.record import Time
from chancery.resolve.actors import Cast
from chancery.resolve.deeds import Deed
from chancery.resolve.status import Attributed, denied_by, is_ahead, said_by, status_of
from deeds import CAST, FRIDAY, told
from sketch import sketch

WORDS = "{source};PROPN;2;nsubj {cue};VERB;0;root Chad;PROPN;4;nsubj attacked=attack;VERB;2;ccomp Mali;PROPN;4;obj"


def scene(cue: str, act: str = "say", source: str = "a3") -> tuple[Deed, Attributed, Cast]:
    """Return a deed by Chad against Mali in the content of one statement, by an actor of `test_likeness`."""
    analysis = sketch(WORDS.format(source="Bamako", cue=cue))
    mention = EventMention((3, 4), 3, "ASSAULT", None, "happened", (2,), (4,), why=("rule", "happened: told as a fact"))
    statement = StatementMention((1, 2), (0, 1), 0, ((2, 5),), "indirect", act, None, None, 0.9, ())  # type: ignore[arg-type]
    deed = Deed([replace(told(actors=("a1",), recipients=("a3",)), mention=mention)])
    cast = Cast(CAST.actors, {0: (source,)}, {})
    return deed, Attributed(analysis, [statement], [[], [], [0], [0], [0]]), cast


@pytest.mark.parametrize(
    ("cue", "act", "source", "expected"),
    [
        ("said=say", "say", "a3", "alleged"),  # Mali of Chad
        ("said=say", "say", "a1", "happened"),  # Chad of itself
        ("said=say", "say", "a2", "happened"),  # Chad's army of Chad
        ("said=say", "say", "a4", "alleged"),  # rebels of a government
        ("noted=note", "say", "a3", "happened"),
        ("claimed=claim", "say", "a3", "alleged"),
        ("accused=accuse", "accuse", "a3", "alleged"),
        ("denied=deny", "deny", "a1", "not_happened"),
    ],
)
def test_who_says_a_deed_tells_how_sure_it_is(cue: str, act: str, source: str, expected: str) -> None:
    assert expected == status_of(*scene(cue, act, source))[0]


@pytest.mark.parametrize(
    ("act", "source", "expected"),
    [
        ("say", "a1", "happened"),  # Chad of itself
        ("say", "a2", "alleged"),  # Chad's army of Chad
        ("say", "a3", "alleged"),
        ("deny", "a1", "alleged"),
    ],
)
def test_nobody_alleges_deeds_of_their_own(act: str, source: str, expected: str) -> None:
    deed, attributed, cast = scene("said=say", act, source)
    alleged = replace(deed.told[0], mention=replace(deed.told[0].mention, status="alleged"))
    assert status_of(Deed([alleged]), attributed, cast)[0] == expected


def test_an_accusation_that_is_denied_was_made() -> None:
    deed, attributed, cast = scene("denied=deny", "deny", "a1")
    accusation = replace(deed.told[0].mention, type="ACCUSE")
    made = [Deed([replace(deed.told[0], mention=accusation, noun=noun)]) for noun in (True, False)]
    assert [status_of(one, attributed, cast)[0] for one in made] == ["happened", "not_happened"]


def test_a_deed_that_the_report_itself_tells_too_is_a_fact() -> None:
    deed, attributed, cast = scene("said=say")
    plain = replace(deed.told[0], mention=replace(deed.told[0].mention, trigger=(0, 1), head=0))
    assert status_of(Deed([*deed.told, plain]), attributed, cast)[0] == "happened"


def test_a_headline_without_the_source_changes_nothing() -> None:
    deed, attributed, cast = scene("said=say")
    head = replace(deed.told[0], in_headline=True, mention=replace(deed.told[0].mention, trigger=(0, 1), head=0))
    assert status_of(Deed([head, *deed.told]), attributed, cast)[0] == "alleged"


def test_the_statement_through_which_alone_a_deed_is_known_is_named() -> None:
    deed, attributed, _ = scene("said=say")
    assert said_by(deed, attributed) == "s1"


def test_a_denial_of_the_doer_is_kept_beside_what_is_alleged() -> None:
    deed, attributed, cast = scene("denied=deny", "deny", "a1")
    assert denied_by(deed, "alleged", attributed, cast) == ("s1",)


def test_what_is_told_in_the_present_of_a_day_ahead_is_planned() -> None:
    analysis = sketch("They;PRON;2;nsubj meet;VERB/VBP;0;root")
    mention = EventMention((1, 2), 1, "CONSULT", None, "happened", (), ())
    deed = Deed([replace(told("CONSULT", time=FRIDAY), mention=mention)])
    ahead = [is_ahead(analysis, deed, published) for published in (date(2026, 3, 11), date(2026, 3, 14), None)]
    assert ahead == [True, False, False]


def test_a_caption_s_full_date_is_not_ahead() -> None:
    analysis = sketch("They;PRON;2;nsubj meet;VERB/VBP;0;root")
    mention = EventMention((1, 2), 1, "CONSULT", None, "happened", (), ())
    dated = Time((0, 1), "March 13, 2026", "2026-03-13", "2026-03-13", "2026-03-13")
    assert not is_ahead(analysis, Deed([replace(told("CONSULT", time=dated), mention=mention)]), date(2026, 3, 11))


@pytest.mark.parametrize(("noun", "expected"), [("allegations=allegation", ("s1",)), ("payment", ())])
def test_a_denial_of_accusations_as_such_denies_what_its_side_is_alleged_to_have_done(
    noun: str, expected: tuple[str, ...]
) -> None:
    deed, _, cast = scene("denied=deny", "deny", "a1")
    analysis = sketch(f"Bamako;PROPN;2;nsubj denied=deny;VERB;0;root the;DET;4;det {noun};NOUN/NNS;2;obj")
    denial = StatementMention((1, 2), (0, 1), 0, ((2, 4),), "indirect", "deny", None, None, 0.9, ())
    attributed = Attributed(analysis, [denial], [[]] * 5)
    assert denied_by(deed, "alleged", attributed, cast) == expected
