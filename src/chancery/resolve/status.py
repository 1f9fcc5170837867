"""Status and attribution: what it does to a deed that somebody says it.

In: a deed, its mentions, the statements that hold them. Out: a status, who said it, who denied it.
What it does not know: syntax; `extract.status` has read that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.mentions import StatementMention
from chancery.record import Status
from chancery.resolve.actors import Cast
from chancery.resolve.deeds import Deed
from chancery.resolve.likeness import Told

VERBAL = frozenset("AGREE CONSULT SUPPORT CONCEDE REQUEST REJECT THREATEN ACCUSE".split())
OPEN_ACTS = {"demand": "possible", "ask": "possible", "predict": "possible", "threaten": "possible"}
"""Acts whose content has not taken place, with the status that it has where its own words tell none."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """The statements of a report, and for each token of it the statements that hold it, innermost first."""

    statements: Sequence[StatementMention]
    holders: Sequence[Sequence[int]]

    def over(self, told: Told) -> Sequence[int]:
        """Return the statements in whose content a mention stands, innermost first, its own cue left out."""
        first, last = told.mention.trigger
        held = self.holders[told.mention.head] or self.holders[first]
        cues = [self.statements[i].cue for i in held]
        return [i for i, cue in zip(held, cues, strict=True) if not (cue and cue[0] < last and first < cue[1])]


def status_of(deed: Deed, attributed: Attributed, cast: Cast) -> tuple[Status, str]:
    """Return the status of a deed, and why.

    The first mention by a verb decides, nouns only where there is none; then what its statement does to it.
    """
    verbs = [t for t in deed.told if not t.noun] or deed.told
    marked = [t for t in verbs if t.mention.status != "happened"]
    leading = verbs[0]
    if leading.mention.status == "happened" and leading.noun and marked:
        leading = marked[0]
    status = leading.mention.status
    if status != "happened" or any(not attributed.over(t) for t in deed.told):
        return status, leading.mention.why[-1]
    return _said(deed, leading, attributed, cast)


def _said(deed: Deed, told: Told, attributed: Attributed, cast: Cast) -> tuple[Status, str]:
    """Weigh the statement through which alone a deed is known."""
    statement = attributed.statements[attributed.over(told)[0]]
    source = cast.at(statement.source_head) if statement.source_head is not None else None
    own = source is not None and source in deed.actors
    if statement.act == "accuse" and not own and deed.type not in VERBAL:
        return "alleged", "known only from an accusation"
    if statement.act == "deny":
        return ("not_happened" if own else "alleged"), "known only from a denial"
    if statement.act in OPEN_ACTS and not own and told.noun:
        return "possible", f"content of a statement that {statement.act}s"
    return "happened", f"said, not doubted: {told.mention.why[-1]}"


def said_by(deed: Deed, attributed: Attributed) -> str | None:
    """Return the id of the statement through which alone a deed is known, None where the report itself tells it."""
    over = [attributed.over(told) for told in deed.told]
    return f"s{over[0][0] + 1}" if over and all(over) else None


def denied_by(deed: Deed, status: Status, attributed: Attributed, cast: Cast) -> tuple[str, ...]:
    """Return the ids of the denials that hold a deed, or that its doer makes of accusations as such."""
    found = []
    for index, statement in enumerate(attributed.statements):
        if statement.act != "deny":
            continue
        holds = any(index in attributed.holders[t.mention.trigger[0]] for t in deed.told)
        source = cast.at(statement.source_head) if statement.source_head is not None else None
        if holds or (status == "alleged" and source is not None and _is_side(source, deed, cast)):
            found.append(f"s{index + 1}")
    return tuple(found)


def _is_side(source: str, deed: Deed, cast: Cast) -> bool:
    """Tell whether a source is one of the doers or of their country."""
    country = cast.actor(source).country
    return any(one == source or (country and cast.actor(one).country == country) for one in deed.actors)
