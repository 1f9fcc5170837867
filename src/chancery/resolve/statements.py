"""Statements: from sources that are words to sources that are actors.

In: statement mentions, the cast, the times of the report. Out: `record.Statement`s with ids s1, s2, ...
What it does not know: how the statements were found.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.analysis import Analysis, Tokens
from chancery.mentions import StatementMention, TimeMention
from chancery.record import Statement, Time
from chancery.resolve.actors import Cast


def resolve(
    analysis: Analysis,
    mentions: Sequence[StatementMention],
    cast: Cast,
    times: Sequence[Time],
    time_mentions: Sequence[TimeMention],
) -> tuple[Statement, ...]:
    """Name the sources of statements.

    Args:
        analysis: the report.
        mentions: as `extract.statements.find` returns them.
        cast: who is who.
        times: the resolved times, one for each of `time_mentions`.
        time_mentions: as `extract.times.find` returns them.

    Returns:
        One statement a mention, in their order; the mention at index i has the id "s{i + 1}".
    """
    by_sentence: dict[int, list[int]] = {}
    for index, time in enumerate(time_mentions):
        by_sentence.setdefault(analysis.sentence_of[time.tokens[0]], []).append(index)
    found = []
    for index, mention in enumerate(mentions):
        said = _when(analysis, mention, time_mentions, by_sentence)
        found.append(
            Statement(
                id=f"s{index + 1}",
                source=_actor(cast, mention.source_head, mention.source),
                source_span=None if mention.source is None else analysis.span(mention.source),
                cue_span=None if mention.cue is None else analysis.span(mention.cue),
                cue=None if mention.cue is None else analysis.words(mention.cue),
                content_spans=tuple(analysis.span(tokens) for tokens in mention.contents),
                form=mention.form,
                act=mention.act,
                via=_actor(cast, mention.via, None),
                addressee=_actor(cast, mention.addressee, None),
                time=None if said is None else times[said],
                within=None if mention.within is None else f"s{mention.within + 1}",
                confidence=mention.confidence,
                why=mention.why,
            )
        )
    return tuple(found)


def _actor(cast: Cast, head: int | None, tokens: Tokens | None) -> str | None:
    """Return the actor at a head token, or else at the first word of its phrase that is one."""
    if head is None:
        return None
    actor = cast.at(head)
    if actor is None and tokens is not None:
        actor = next((found for token in range(*tokens) if (found := cast.at(token)) is not None), None)
    return actor


def _when(
    analysis: Analysis,
    mention: StatementMention,
    time_mentions: Sequence[TimeMention],
    by_sentence: dict[int, list[int]],
) -> int | None:
    """Return the index of the time at which the words were said: one that hangs on the cue, outside the content."""
    if mention.cue is None:
        return None
    for index in by_sentence.get(analysis.sentence_of[mention.cue[0]], []):
        first, last = time_mentions[index].tokens
        if any(low <= first < high for low, high in mention.contents):
            continue
        if _governor(analysis, (first, last)) in range(*mention.cue):
            return index
    return None


def _governor(analysis: Analysis, tokens: Tokens) -> int:
    """Return the token outside a range on which the range hangs, or -1."""
    for token in range(*tokens):
        if not tokens[0] <= analysis.heads[token] < tokens[1] and analysis.upos[token] not in ("ADP", "DET", "PUNCT"):
            return analysis.heads[token]
    return -1
