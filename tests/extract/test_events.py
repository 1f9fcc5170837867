"""Mentions of deeds: type, parties, status and reason; what two witnesses say of the same words is told once."""

from __future__ import annotations

from dataclasses import replace

from chancery.analysis import EventProposal
from chancery.extract import events
from chancery.extract.proposals import Proposal
from deeds import deed
from sketch import sketch

EXPELLED = "Norway;PROPN;2;nsubj expelled=expel;VERB;0;root two;NUM;4;nummod diplomats=diplomat;NOUN/NNS;2;obj"


def test_a_mention_tells_who_did_what_to_whom_and_why_it_was_found() -> None:
    analysis = sketch(EXPELLED)
    one = deed(analysis, "expelled")
    assert (one.type, one.actors, one.recipients, one.status) == ("SANCTION", (0,), (3,), "happened")
    assert one.why[0].startswith("“expelled” (")
    assert one.why[1].startswith("happened: ")


def test_the_surest_of_two_witnesses_keeps_the_words() -> None:
    weak = Proposal((1, 2), 1, None, "COERCE", None, (0,), (3,), 0.4, "one")
    strong = Proposal((1, 3), 1, None, "SANCTION", None, (0,), (), 0.9, "other")
    assert [strong] == events.decide([weak, strong])


def test_a_weak_word_needs_parties_on_both_sides() -> None:
    alone = Proposal((1, 2), 1, None, "COERCE", None, (0,), (), 0.3, "one")
    both = replace(alone, recipients=(3,))
    assert [[], [both]] == [events.decide([alone]), events.decide([both])]


def test_the_model_proposes_deeds_through_its_own_door() -> None:
    analysis = replace(sketch("Norway;PROPN;2;nsubj blinked=blink;VERB;0;root"), proposals=[])
    analysis.proposals.append(EventProposal((1, 2), "THREATEN", 0.8, (0,)))
    assert [(one.type, one.actors) for one in events.find(analysis, (), ())] == [("THREATEN", (0,))]


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
