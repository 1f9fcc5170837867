"""Mentions of deeds: type, parties, status and reason."""

from __future__ import annotations

from chancery.extract import events
from deeds import deed
from sketch import sketch

EXPELLED = "Norway;PROPN;2;nsubj expelled=expel;VERB;0;root two;NUM;4;nummod diplomats=diplomat;NOUN/NNS;2;obj"


def test_a_mention_tells_who_did_what_to_whom_and_why_it_was_found() -> None:
    analysis = sketch(EXPELLED)
    one = deed(analysis, "expelled")
    assert (one.type, one.actors, one.recipients, one.status) == ("SANCTION", (0,), (3,), "happened")
    assert one.why[0].startswith("“expelled” (")
    assert one.why[1] == "told as a fact"


def test_recipients_of_a_mutual_deed_without_actors_are_its_actors() -> None:
    analysis = sketch(
        "Talks=talk;NOUN/NNS;4;nsubj with;ADP;3;case rebels=rebel;NOUN/NNS;1;nmod resumed=resume;VERB;0;root"
    )
    one = deed(analysis, "Talks")
    assert (one.actors, one.recipients) == ((2,), ())


def test_reading_twice_gives_the_same() -> None:
    assert events.find(sketch(EXPELLED), (), ()) == events.find(sketch(EXPELLED), (), ())


def test_a_report_without_deeds_has_none() -> None:
    assert events.find(sketch("It;PRON;2;nsubj rained=rain;VERB;0;root"), (), ()) == []
