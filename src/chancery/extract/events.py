"""Events: every deed that a report mentions, one mention at a time, with its parties, time, place and status.

In: an analysis, its times and places. Out: `EventMention`, in reading order.
What it does not know: which mentions are the same deed, and who the parties are.

Two witnesses propose deeds: the lexicon over the tree, and the event heads of the model. `weighing` makes one list of
both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from chancery.analysis import Analysis, Trigger
from chancery.extract import arguments, doubts, layout, lexicon, speech, weighing
from chancery.extract.contexts import contexts_of
from chancery.extract.lexicon import Hit
from chancery.extract.parties import Parties, Party
from chancery.extract.proposals import Proposal
from chancery.extract.status import status_of
from chancery.extract.surroundings import Surroundings
from chancery.extract.weighing import Candidate
from chancery.mentions import EventMention, PlaceMention, StatementMention, TimeMention
from chancery.plover import MUTUAL
from chancery.settings import Witnesses

SUSPICIONS = frozenset("suspicion charge allegation accusation claim count".split())
"""Nouns whose gerund says what somebody is accused of; its doer is the accused, not the accuser."""


def find(
    analysis: Analysis,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    statements: Sequence[StatementMention] = (),
    witnesses: Witnesses = "both",
) -> list[EventMention]:
    """Find the mentions of deeds.

    Args:
        analysis: the report.
        times: as `extract.times.find` returns them; a mention's `times` are indices into it.
        places: as `extract.places.find` returns them; a mention's `places` are indices into it.
        statements: as `extract.statements.find` returns them; demands and denials among them are deeds.
        witnesses: who proposes deeds, as in `Settings`.

    Returns:
        Mentions in reading order of their triggers. Mentions without any party are among them: another mention
        of the same deed may name its parties.
    """
    dated = {token for time in times for token in range(*time.tokens) if token != time.slots.get("anchor_head")}
    dateline = layout.dateline(analysis)
    if dateline is not None:
        dated.update(range(*dateline))
    parties = Parties(analysis, dated)
    chosen = weighing.decide(proposed(analysis, parties, dated, statements, witnesses))
    deeds = _accused(analysis, [one.proposal for one in chosen])
    heads = {index for one in deeds for index in (one.head, one.noun) if index is not None}
    around = Surroundings(analysis, times, places, heads)
    return [_mention(analysis, deed, one.trigger, around) for deed, one in zip(deeds, chosen, strict=True)]


def proposed(
    analysis: Analysis,
    parties: Parties,
    dated: Collection[int],
    statements: Sequence[StatementMention],
    witnesses: Witnesses = "both",
) -> list[Candidate]:
    """Return what the lexicon, the statements and the model propose, each with its chance."""
    if witnesses == "model" and analysis.triggers is not None:
        return weighing.candidates(analysis, parties, [])
    lexical = list(matched(analysis, parties, dated))
    taken = {token for one in lexical if one.doubt is None for token in (one.head, *range(*one.tokens))}
    spoken = list(speech.find(analysis, parties, statements, taken))
    if witnesses == "rules":
        return weighing.by_rules([*lexical, *spoken])
    return weighing.candidates(analysis, parties, [*lexical, *spoken])


def matched(analysis: Analysis, parties: Parties, dated: Collection[int]) -> Iterator[Proposal]:
    """Yield what the lexicon proposes, with its parties and what makes it doubtful."""
    for token in range(len(analysis)):
        hit = lexicon.match(analysis, token)
        if hit is None:
            continue
        at = arguments.Place(hit.head, hit.noun, hit.frame, hit.type)
        actors, recipients = arguments.find(analysis, parties, at)
        doubt = doubts.doubt(doubts.Sight(analysis, parties, hit, actors, recipients, dated))
        yield replace(_of_hit(analysis, hit, actors, recipients), doubt=doubt)


def _of_hit(analysis: Analysis, hit: Hit, actors: list[Party], recipients: list[Party]) -> Proposal:
    """Make a proposal of a lexicon hit and its parties."""
    why = f"“{analysis.words(hit.tokens)}” ({hit.rule})"
    doers, others = tuple(party.head for party in actors), tuple(party.head for party in recipients)
    return Proposal(hit.tokens, hit.head, hit.noun, hit.type, hit.mode, doers, others, hit.weight, why)


def _accused(analysis: Analysis, chosen: list[Proposal]) -> list[Proposal]:
    """Give a deed of which somebody is accused or suspected its doer: to whom the accusation is made.

    Example: "issued a warrant for the general on suspicion of shelling a school".
    """
    by_head = {one.head: one for one in chosen}
    settled = []
    for one in chosen:
        above = analysis.heads[one.head]
        if above >= 0 and analysis.lemmas[above] in SUSPICIONS and analysis.deprels[one.head].startswith("acl"):
            outer = by_head.get(analysis.heads[above])
            one = replace(one, actors=outer.recipients if outer is not None else ())
        settled.append(one)
    return settled


def _mention(analysis: Analysis, one: Proposal, trigger: Trigger | None, around: Surroundings) -> EventMention:
    """Make the mention of one deed."""
    syntax, because = (one.status, "said") if one.status else status_of(analysis, one.head, one.noun)
    chances = weighing.status_of(syntax, trigger)
    status = max(chances, key=lambda s: chances[s])
    if status != syntax:
        because = f"the model, {100 * chances[status]:.0f} %; by syntax {syntax}: {because}"
    actors, recipients = one.actors, one.recipients
    if one.type in MUTUAL and not actors:
        actors, recipients = recipients, ()
    return EventMention(
        trigger=one.tokens,
        head=one.head,
        type=one.type,
        mode=one.mode,
        status=status,
        actors=actors,
        recipients=recipients,
        places=around.places_of(one.head, one.noun, trigger),
        times=around.times_of(one.head, one.noun, trigger),
        contexts=contexts_of(analysis, one.tokens),
        confidence=round(one.weight, 2),
        why=(one.why, because),
    )
