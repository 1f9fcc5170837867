"""Two witnesses of a deed, lexicon and model: one list, a chance for each, a status that both speak for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chancery.analysis import Trigger
from chancery.extract import events, learned, weighing
from chancery.extract.proposals import Proposal
from chancery.extract.weighing import Candidate
from chancery.mentions import TimeMention
from sketch import sketch

SURE = {"happened": 0.9, "planned": 0.04, "possible": 0.03, "alleged": 0.02, "not_happened": 0.01}
NODDED = "Norway;PROPN;2;nsubj nodded=nod;VERB;0;root Sweden;PROPN;2;obj"
EXPELLED = "Norway;PROPN;2;nsubj expelled=expel;VERB;0;root two;NUM;4;nummod diplomats=diplomat;NOUN/NNS;2;obj"
RULE = Proposal((1, 2), 1, None, "COERCE", None, (0,), (3,), 0.4, "one")


def seen(types: dict[str, float], **roles: dict[int, float]) -> Trigger:
    return Trigger(1, types, SURE, {"-": 1.0}, roles)


def kept(text: str, *triggers: Trigger) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    analysis = replace(sketch(text), triggers=list(triggers), children=[])
    return [(one.type, one.actors, one.recipients) for one in events.find(analysis, (), ())]


def test_a_word_that_no_rule_knows_is_a_deed_where_the_model_is_sure() -> None:
    trigger = seen({"AGREE": 0.97}, actor={0: 0.9}, recipient={2: 0.8})
    assert kept(NODDED, trigger) == [("AGREE", (0,), (2,))]


def test_a_word_that_no_rule_knows_is_none_where_the_model_doubts() -> None:
    assert kept(NODDED, seen({"AGREE": 0.12}, actor={0: 0.9})) == []


def test_the_parties_of_a_word_that_no_rule_knows_are_read_off_the_tree_where_the_model_names_none() -> None:
    assert kept(NODDED, seen({"AGREE": 0.97})) == [("AGREE", (0, 2), ())] or kept(NODDED, seen({"AGREE": 0.97})) == [
        ("AGREE", (0,), (2,))
    ]


def test_a_deed_that_both_see_is_surer_than_one_that_the_lexicon_alone_sees() -> None:
    both = weighing.chance_of(weighing.evidence_of(RULE, seen({"COERCE": 0.9}), [RULE]))
    alone = weighing.chance_of(weighing.evidence_of(RULE, None, [RULE]))
    assert both > alone


def test_a_doubted_hit_is_less_sure_than_one_without_doubt() -> None:
    strong = replace(RULE, weight=0.9)
    doubted = replace(strong, doubt="sport")
    chances = [weighing.chance_of(weighing.evidence_of(one, None, [one])) for one in (strong, doubted)]
    assert chances == sorted(chances, reverse=True)


def test_the_surest_of_two_candidates_keeps_the_words() -> None:
    weak = Candidate(RULE, None, {"fixed": 1.0})
    strong = Candidate(replace(RULE, tokens=(1, 3), type="SANCTION", weight=0.9), None, {"fixed": 1.0})
    assert weighing.decide([weak, strong], 0.3) == [strong]


def test_without_the_model_a_weak_word_needs_parties_on_both_sides() -> None:
    alone = replace(RULE, recipients=(), weight=0.3)
    assert [one.proposal for one in weighing.by_rules([alone, replace(RULE, weight=0.3)])] == [
        replace(RULE, weight=0.3)
    ]


def test_without_the_model_doubtful_hits_are_left_out() -> None:
    assert weighing.by_rules([replace(RULE, weight=0.9, doubt="sport")]) == []


@pytest.mark.parametrize("syntax", ["happened", "planned", "possible", "alleged", "not_happened"])
def test_where_the_model_saw_nothing_the_syntax_has_the_word(syntax: str) -> None:
    chances = weighing.status_of(syntax, None)  # type: ignore[arg-type]
    assert max(chances, key=lambda s: chances[s]) == syntax
    assert sum(chances.values()) == pytest.approx(1)


def test_a_sure_model_overrules_the_syntax_that_saw_nothing_special() -> None:
    planned = replace(seen({"COERCE": 0.9}), statuses=SURE | {"happened": 0.005, "planned": 0.97})
    chances = weighing.status_of("happened", planned)
    assert max(chances, key=lambda s: chances[s]) == "planned"


def test_the_reason_tells_what_the_model_makes_of_a_rules_word() -> None:
    analysis = replace(sketch(EXPELLED), triggers=[seen({"SANCTION": 0.8})], children=[])
    assert ["model 80 %" in one.why[0] for one in events.find(analysis, (), ())] == [True]


def test_the_rules_alone_do_not_hear_the_model_and_the_model_alone_not_the_rules() -> None:
    trigger = seen({"ASSAULT": 0.97}, actor={0: 0.9}, recipient={3: 0.8})
    analysis = replace(sketch(EXPELLED), triggers=[trigger], children=[])
    types = {w: [one.type for one in events.find(analysis, (), (), (), w)] for w in ("rules", "model")}
    assert types == {"rules": ["SANCTION"], "model": ["ASSAULT"]}


DATED = (
    "Norway;PROPN;2;nsubj expelled=expel;VERB;0;root two;NUM;4;nummod diplomats=diplomat;NOUN/NNS;2;obj "
    "Monday;PROPN;2;obl Tuesday;PROPN;2;obl"
)


def test_the_models_time_goes_before_those_of_the_tree() -> None:
    analysis = replace(sketch(DATED), children=[])
    times = [TimeMention((n, n + 1), "weekday", {"form": "weekday"}) for n in (4, 5)]
    found = {
        name: events.find(replace(analysis, triggers=[trigger], children=[]), times, ())[0].times
        for name, trigger in (("told", seen({"SANCTION": 0.9}, time={5: 0.9})), ("untold", seen({"SANCTION": 0.9})))
    }
    assert found == {"told": (1,), "untold": (0, 1)}


def test_the_model_does_not_take_one_of_two_parties_away() -> None:
    analysis = replace(
        sketch(
            "Norway;PROPN;4;nsubj and;CCONJ;3;cc Sweden;PROPN;1;conj expelled=expel;VERB;0;root "
            "diplomats=diplomat;NOUN/NNS;4;obj"
        ),
        triggers=[replace(seen({"SANCTION": 0.9}, actor={0: 0.9}), token=3)],
        children=[],
    )
    assert [one.actors for one in events.find(analysis, (), ())] == [(0, 2)]


def test_words_inside_the_phrase_of_another_are_no_parties() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj expelled=expel;VERB;0;root two;NUM;2;obj of;ADP;6;case the;DET;6;det "
        "diplomats=diplomat;NOUN/NNS;3;nmod"
    )
    assert learned.outermost(analysis, (2, 5)) == (2,)


def test_a_number_is_no_party() -> None:
    analysis = sketch("Norway;PROPN;2;nsubj expelled=expel;VERB;0;root 11;NUM;4;nummod envoys=envoy;NOUN/NNS;2;obj")
    assert learned.outermost(analysis, (2, 3)) == (3,)
