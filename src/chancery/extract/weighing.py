"""Weighing: one list of deeds from two witnesses, the lexicon over the tree and the event heads of the model.

In: what the lexicon proposes, doubtful hits too, and the model's triggers. Out: `Proposal`, no two sharing words, each
with a calibrated chance of being a deed of its type.
What it does not know: what a deed is; the weights were fitted on the dev part of the corpus (`training.weigh`).

Each candidate is a stretch of words with a type. What speaks for it are a few numbers (`evidence_of`), added up by
logistic regression; the surest candidates are kept. The status is weighed alike: the model's five chances, each times
how often the syntax says what it says of a deed that is of that status (naive Bayes).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from chancery.analysis import Analysis, Trigger
from chancery.extract import learned
from chancery.extract.parties import Parties
from chancery.extract.proposals import Proposal
from chancery.knowledge import read_table
from chancery.record import MODES, Status

LEAST = 0.1  # chance of a type from which the model proposes it
ALONE = 0.5  # weight that a hit needs with one party only; below it, words need political actors on both sides
FLOOR = 0.005  # chance given to what the model did not look at


class Weights(msgspec.Struct, frozen=True):
    """What `data/weighing.json` holds: see `training.weigh`, which writes it.

    `weights` has one number for each of `evidence_of`; `threshold` is the chance from which a deed is kept; `status`
    tells for each true status how often the syntax says each; `trust` is the power to which the model's chances
    of a status are raised, below 1 where they are too sure.
    """

    weights: dict[str, float]
    threshold: float
    status: dict[Status, dict[Status, float]]
    trust: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a deed of a type, with what speaks for it.

    Attributes:
        proposal: the deed, its weight the chance that comes of the evidence.
        trigger: what the model sees at these words, None where it sees nothing.
        evidence: the numbers that were added up.
    """

    proposal: Proposal
    trigger: Trigger | None
    evidence: dict[str, float]


@cache
def weights() -> Weights:
    """Return the fitted weights."""
    return msgspec.json.decode(read_table("weighing.json"), type=Weights)


def candidates(analysis: Analysis, parties: Parties, lexical: Sequence[Proposal]) -> list[Candidate]:
    """Return every deed that either witness proposes, with its chance.

    Args:
        analysis: the report.
        parties: who can be a party in it.
        lexical: what rules propose, `doubt` told where something speaks against it.
    """
    if analysis.triggers is None:
        return by_rules(lexical)
    at = {trigger.token: trigger for trigger in analysis.triggers}
    found = [_of_rule(analysis, parties, one, _seen(at, one)) for one in lexical]
    ruled: dict[int, list[Proposal]] = {}
    for one in lexical:
        for token in (*range(*one.tokens), one.head):
            ruled.setdefault(token, []).append(one)
    for trigger in analysis.triggers:
        beside = ruled.get(trigger.token, [])
        for kind, chance in trigger.types.items():
            if chance >= LEAST and all(one.type != kind for one in beside):
                found.append(_of_model(analysis, parties, trigger, kind, beside))
    return found


def by_rules(lexical: Iterable[Proposal]) -> list[Candidate]:
    """Return what rules alone propose, where nobody asked the model: no doubtful hit, no weak word with one party."""
    return [
        Candidate(one, None, {})
        for one in lexical
        if one.doubt is None and (one.weight >= ALONE or (one.actors and one.recipients))
    ]


def _seen(at: dict[int, Trigger], one: Proposal) -> Trigger | None:
    """Return the trigger among the words of a proposal that speaks most for its type, else the surest."""
    near = [at[token] for token in {*range(*one.tokens), one.head} if token in at]
    return max(near, key=lambda t: (t.types.get(one.type, 0.0), t.score, -t.token), default=None)


def _of_rule(analysis: Analysis, parties: Parties, one: Proposal, trigger: Trigger | None) -> Candidate:
    """Weigh what a rule proposes, with the model's parties where it is sure of them."""
    if trigger is not None:
        one = _with_roles(analysis, parties, one, trigger)
        if one.mode is None:
            one = replace(one, mode=_mode(trigger, one.type))
    evidence = evidence_of(one, trigger, rules=(one,))
    why = one.why if trigger is None else f"{one.why}, the model {_percent(trigger.types.get(one.type, 0.0))}"
    return Candidate(replace(one, weight=chance_of(evidence), why=why), trigger, evidence)


def _of_model(
    analysis: Analysis, parties: Parties, trigger: Trigger, kind: str, beside: Sequence[Proposal]
) -> Candidate:
    """Weigh what the model alone proposes; rules beside it speak of other types."""
    token = trigger.token
    noun = token if learned.is_noun(analysis, token) else None
    actors, recipients = learned.by_tree(analysis, parties, trigger, kind)  # type: ignore[arg-type]
    one = Proposal(
        (token, token + 1), token, noun, kind, _mode(trigger, kind),  # type: ignore[arg-type]
        tuple(p.head for p in actors), tuple(p.head for p in recipients), 0.0,
        f"“{analysis.forms[token]}” (the model {_percent(trigger.types[kind])})",
    )  # fmt: skip
    one = _with_roles(analysis, parties, one, trigger)
    evidence = evidence_of(one, trigger, rules=beside)
    return Candidate(replace(one, weight=chance_of(evidence)), trigger, evidence)


def _percent(chance: float) -> str:
    return f"{100 * chance:.0f} %"


def _mode(trigger: Trigger, kind: str) -> str | None:
    """Return the mode of which the model is sure, None for none that the type has."""
    best = max(trigger.modes, key=lambda m: (trigger.modes[m], m), default="-")
    return best if best in MODES.get(kind, ()) and trigger.modes[best] >= learned.SURE else None


def _with_roles(analysis: Analysis, parties: Parties, one: Proposal, trigger: Trigger) -> Proposal:
    """Put the model's parties in the place of the rules' on each side, but not fewer of the same ones."""
    actors = tuple(p.head for p in learned.by_model(analysis, parties, trigger, "actor"))
    recipients = tuple(p.head for p in learned.by_model(analysis, parties, trigger, "recipient"))
    if not actors or set(actors) < set(one.actors):
        actors = tuple(head for head in one.actors if head not in recipients)
    if not recipients or set(recipients) < set(one.recipients):
        recipients = one.recipients
    recipients = tuple(head for head in recipients if head not in actors)
    return replace(one, actors=learned.outermost(analysis, actors), recipients=learned.outermost(analysis, recipients))


def evidence_of(one: Proposal, trigger: Trigger | None, rules: Iterable[Proposal]) -> dict[str, float]:
    """Return what speaks for a candidate.

    Args:
        one: the candidate with its parties.
        trigger: what the model sees.
        rules: what rules propose at the same words.

    Returns:
        `type` and `event`, log odds of this type and of any deed by the model; `rule`, the lexicon's weight where
        it proposes this type; `doubted`, 1 where it does and doubts it; `other`, its weight for another type; `one`
        and `both`, 1 where one side or both have a party; `fixed`, 1.
    """
    kind = 0.0 if trigger is None else trigger.types.get(one.type, 0.0)
    any_kind = 0.0 if trigger is None else trigger.score
    own = [r for r in rules if r.type == one.type]
    sides = bool(one.actors) + bool(one.recipients)
    return {
        "fixed": 1.0,
        "type": log_odds(kind),
        "event": log_odds(any_kind),
        "rule": max((r.weight for r in own if r.doubt is None), default=0.0),
        "doubted": float(any(r.doubt is not None for r in own)),
        "other": max((r.weight for r in rules if r.type != one.type and r.doubt is None), default=0.0),
        "one": float(sides == 1),
        "both": float(sides == 2),
    }


def log_odds(chance: float) -> float:
    """Return the log odds of a chance, kept within what the floor allows."""
    chance = min(max(chance, FLOOR), 1 - FLOOR)
    return math.log(chance / (1 - chance))


def chance_of(evidence: dict[str, float]) -> float:
    """Return the chance that comes of the evidence."""
    fitted = weights().weights
    total = sum(fitted.get(name, 0.0) * value for name, value in evidence.items())
    return round(1 / (1 + math.exp(-total)), 4)


def decide(found: Iterable[Candidate], threshold: float | None = None) -> list[Candidate]:
    """Keep the surest candidates, no two of which share words.

    Args:
        found: from `candidates`.
        threshold: the chance from which one is kept; the fitted one by default.
    """
    least = weights().threshold if threshold is None else threshold
    kept: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda c: (-c.proposal.weight, c.proposal.tokens, c.proposal.type)):
        words = set(range(*one.proposal.tokens))
        if (not one.evidence or one.proposal.weight >= least) and not words & taken:
            taken |= words
            kept.append(one)
    return sorted(kept, key=lambda c: c.proposal.tokens)


def status_of(syntax: Status, trigger: Trigger | None) -> dict[Status, float]:
    """Return the chance of each status, by what the syntax says and what the model sees.

    Args:
        syntax: as `extract.status.status_of` returns it.
        trigger: what the model sees, None where it sees nothing: then the syntax alone speaks.
    """
    if trigger is None:
        return {syntax: 1.0}
    table, trust = weights().status, weights().trust
    shares = {s: trigger.statuses.get(s, 0.0) ** trust * table[s].get(syntax, 0.0) for s in table}
    total = sum(shares.values()) or 1.0
    return {status: share / total for status, share in shares.items()}
