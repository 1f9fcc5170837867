"""Events: every deed that a report mentions, one mention at a time, with its parties, time, place and status.

In: an analysis, its times and places. Out: `EventMention`, in reading order.
What it does not know: which mentions are the same deed, and who the parties are.

Two witnesses propose deeds: the lexicon over the tree, and the event heads of the model (none until they are
trained). `decide` makes one list of both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from chancery.analysis import Analysis
from chancery.extract import arguments, doubts, layout, lexicon, speech
from chancery.extract.arguments import MUTUAL
from chancery.extract.contexts import contexts_of
from chancery.extract.lexicon import Hit
from chancery.extract.parties import Parties, Party
from chancery.extract.proposals import Proposal
from chancery.extract.status import status_of
from chancery.extract.surroundings import Surroundings
from chancery.mentions import EventMention, PlaceMention, StatementMention, TimeMention

ALONE = 0.5  # weight that a hit needs with one party only; below it, words need political actors on both sides
SUSPICIONS = frozenset("suspicion charge allegation accusation claim count".split())
"""Nouns whose gerund says what somebody is accused of; its doer is the accused, not the accuser."""


def find(
    analysis: Analysis,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    statements: Sequence[StatementMention] = (),
) -> list[EventMention]:
    """Find the mentions of deeds.

    Args:
        analysis: the report.
        times: as `extract.times.find` returns them; a mention's `times` are indices into it.
        places: as `extract.places.find` returns them; a mention's `places` are indices into it.
        statements: as `extract.statements.find` returns them; demands and denials among them are deeds.

    Returns:
        Mentions in reading order of their triggers. Mentions without any party are among them: another mention
        of the same deed may name its parties.
    """
    dated = {token for time in times for token in range(*time.tokens) if token != time.slots.get("anchor_head")}
    dateline = layout.dateline(analysis)
    if dateline is not None:
        dated.update(range(*dateline))
    parties = Parties(analysis, dated)
    found = [*matched(analysis, parties, dated), *proposed(analysis)]
    taken = {token for one in found for token in (one.head, *range(*one.tokens))}
    found.extend(speech.find(analysis, parties, statements, taken))
    chosen = _accused(analysis, decide(found))
    heads = {index for one in chosen for index in (one.head, one.noun) if index is not None}
    around = Surroundings(analysis, times, places, heads)
    return [_mention(analysis, one, around) for one in chosen]


def matched(analysis: Analysis, parties: Parties, dated: Collection[int]) -> Iterator[Proposal]:
    """Yield what the lexicon proposes, with its parties, where nothing makes it doubtful."""
    for token in range(len(analysis)):
        hit = lexicon.match(analysis, token)
        if hit is None:
            continue
        at = arguments.Place(hit.head, hit.noun, hit.frame, hit.type)
        actors, recipients = arguments.find(analysis, parties, at)
        if doubts.doubt(doubts.Sight(analysis, parties, hit, actors, recipients, dated)) is None:
            yield _of_hit(analysis, hit, actors, recipients)


def _of_hit(analysis: Analysis, hit: Hit, actors: list[Party], recipients: list[Party]) -> Proposal:
    """Make a proposal of a lexicon hit and its parties."""
    why = f"“{analysis.words(hit.tokens)}” ({hit.rule})"
    doers, others = tuple(party.head for party in actors), tuple(party.head for party in recipients)
    return Proposal(hit.tokens, hit.head, hit.noun, hit.type, hit.mode, doers, others, hit.weight, why)


def proposed(analysis: Analysis) -> Iterator[Proposal]:
    """Yield what the event heads of the model propose; the seam where they plug in."""
    for one in analysis.proposals:
        head = one.trigger[1] - 1
        yield Proposal(
            one.trigger, head, None, one.type, None, one.actors, one.recipients, one.score, "the model"  # type: ignore[arg-type]
        )  # fmt: skip


def decide(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Keep one proposal where several share words, the surest first, and drop the weak.

    A weak word ("hit", "drop") counts only between two parties.
    """
    kept: list[Proposal] = []
    taken: set[int] = set()
    for one in sorted(proposals, key=lambda p: (-p.weight, p.tokens)):
        words = set(range(*one.tokens))
        named = bool(one.actors) + bool(one.recipients)
        if words & taken or (named < 2 and one.weight < ALONE):
            continue
        taken |= words
        kept.append(one)
    return sorted(kept, key=lambda p: p.tokens)


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


def _mention(analysis: Analysis, one: Proposal, around: Surroundings) -> EventMention:
    """Make the mention of one deed."""
    status, because = (one.status, "said") if one.status else status_of(analysis, one.head, one.noun)
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
        places=around.places_of(one.head, one.noun),
        times=around.times_of(one.head, one.noun),
        contexts=contexts_of(analysis, one.tokens),
        confidence=round(one.weight, 2),
        why=(one.why, f"{status}: {because}"),
    )
