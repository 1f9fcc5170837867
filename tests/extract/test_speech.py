"""Who says what must be done asks for it, without a verb of asking."""

from __future__ import annotations

from chancery.extract import events
from chancery.mentions import StatementMention
from sketch import head_of, sketch

MUST = "Envoys=envoy;NOUN/NNS;2;nsubj said=say;VERB;0;root Chad;PROPN;5;nsubj must;AUX/MD;5;aux pay;VERB/VB;2;ccomp"


def statement(act: str) -> StatementMention:
    return StatementMention((1, 2), (0, 1), 0, ((2, 5),), "indirect", act, None, None, 0.9, ())  # type: ignore[arg-type]


def test_must_in_what_a_politician_says_is_a_request_to_its_subject() -> None:
    analysis = sketch(MUST)
    found = events.find(analysis, (), (), [statement("demand")])
    assert [(one.type, analysis.words(one.trigger), one.actors, one.recipients, one.status) for one in found] == [
        ("REQUEST", "must pay", (0,), (2,), "happened")
    ]


def test_a_plain_statement_asks_for_nothing() -> None:
    assert events.find(sketch(MUST), (), (), [statement("say")]) == []


def test_a_cue_that_names_a_deed_itself_is_left_to_the_lexicon() -> None:
    analysis = sketch(MUST.replace("said=say", "urged=urge"))
    found = events.find(analysis, (), (), [statement("demand")])
    assert [head_of(analysis, "urged")] == [one.head for one in found]
