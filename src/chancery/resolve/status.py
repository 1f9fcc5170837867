"""Status and attribution: what it does to a deed that somebody says it.

In: a deed, its mentions, the statements that hold them. Out: a status, who said it, who denied it.
What it does not know: syntax; `extract.status` has read that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chancery.analysis import Analysis
from chancery.mentions import StatementMention
from chancery.record import Actor, Status
from chancery.resolve.actors import Cast
from chancery.resolve.deeds import Deed
from chancery.resolve.likeness import Told

VERBAL = frozenset("AGREE CONSULT SUPPORT CONCEDE REQUEST REJECT THREATEN ACCUSE".split())
HOSTILE = frozenset("ASSAULT COERCE MOBILIZE SANCTION".split())
"""Deeds that an adversary's word alone does not make a fact."""
HELPING = frozenset("AID SUPPORT COOPERATE".split())
"""Deeds that are an accusation when they are done to armed groups."""
CLAIMING = frozenset("claim allege assert contend charge insinuate".split())
"""Cues after which the reporter leaves it to the speaker; Associated Press usage."""
CONCEDING = frozenset("note acknowledge admit confirm recall remember recognize know".split())
"""Cues that take their content for true."""
WATCHDOGS = frozenset({"organization", "population", "armed_group"})
"""Kinds of sources without a country that speak against governments: rights groups, residents, rebels."""

ACCUSATIONS = frozenset(
    "allegation accusation charge claim report involvement wrongdoing responsibility suspicion".split()
)
"""Nouns that stand for what somebody is accused of, without telling the deed."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """The statements of a report, and for each token of it the statements that hold it, innermost first."""

    analysis: Analysis
    statements: Sequence[StatementMention]
    holders: Sequence[Sequence[int]]

    def over(self, told: Told) -> Sequence[int]:
        """Return the statements in whose content a mention stands, innermost first, its own cue left out."""
        first, last = told.mention.trigger
        held = self.holders[told.mention.head] or self.holders[first]
        cues = [self.statements[i].cue for i in held]
        return [i for i, cue in zip(held, cues, strict=True) if not (cue and cue[0] < last and first < cue[1])]

    def speaks_of_accusations(self, index: int) -> bool:
        """Tell whether a statement's content is an accusation as such: "denies the allegations"."""
        return any(
            self.analysis.lemmas[token] in ACCUSATIONS
            for first, last in self.statements[index].contents
            for token in range(first, last)
        )


def status_of(deed: Deed, attributed: Attributed, cast: Cast) -> tuple[Status, str]:
    """Return the status of a deed, and why.

    The first mention by a verb decides, nouns only where there is none; then what its statement does to it.
    """
    verbs = [t for t in deed.told if not t.noun] or deed.told
    marked = [t for t in verbs if t.mention.status != "happened"]
    leading = verbs[0]
    if leading.mention.status == "happened" and leading.noun and 2 * len(marked) > len(verbs):
        leading = marked[0]
    status = leading.mention.status
    body = [t for t in deed.told if not t.in_headline] or deed.told  # headlines leave the source out
    if status == "alleged" and _is_own(deed, body, attributed, cast):
        return "happened", "said by who did it: nobody alleges deeds of their own"
    if status != "happened" or any(not attributed.over(t) for t in body):
        return status, leading.mention.why[-1]
    return _said(deed, body[0], attributed, cast)


def _is_own(deed: Deed, body: Sequence[Told], attributed: Attributed, cast: Cast) -> bool:
    """Tell whether a deed is known only through statements of its doers, none of which denies it."""
    over = [attributed.over(told) for told in body]
    sayings = [attributed.statements[held[0]] for held in over if held]
    heads = [statement.source_head for statement in sayings if statement.act not in ("deny", "accuse")]
    sources = [cast.at(head) for head in heads if head is not None]
    return len(sources) == len(body) and all(source in deed.actors for source in sources)


def _said(deed: Deed, told: Told, attributed: Attributed, cast: Cast) -> tuple[Status, str]:
    """Weigh the statement through which alone a deed is known."""
    statement = attributed.statements[attributed.over(told)[0]]
    source = cast.at(statement.source_head) if statement.source_head is not None else None
    own = source is not None and _is_side(source, deed, cast)
    if statement.act == "deny" and deed.type == "ACCUSE" and told.noun:
        return "happened", "made, though what it says is denied"
    if statement.act == "deny":
        return ("not_happened" if own else "alleged"), "known only from a denial"
    if own or deed.type in VERBAL - HELPING:
        return "happened", f"said, not doubted: {told.mention.why[-1]}"
    if statement.act == "accuse" and deed.type not in VERBAL:
        return "alleged", "known only from an accusation"
    if _cue_is(attributed.analysis, statement, CLAIMING):
        return "alleged", "known only from a claim"
    stated = not told.noun and not _cue_is(attributed.analysis, statement, CONCEDING)
    if source is not None and stated and _is_against(cast.actor(source), deed, cast):
        return "alleged", f"known only from {cast.actor(source).name}, who is against the doer"
    return "happened", f"said, not doubted: {told.mention.why[-1]}"


def _cue_is(analysis: Analysis, statement: StatementMention, words: frozenset[str]) -> bool:
    """Tell whether the cue of a statement is one of the words."""
    return statement.cue is not None and any(analysis.lemmas[t] in words for t in range(*statement.cue))


def _is_against(source: Actor, deed: Deed, cast: Cast) -> bool:
    """Tell whether a source speaks of what another country, or a government that it watches, has done."""
    doers = [cast.actor(one) for one in deed.actors]
    if not doers or not (deed.type in HOSTILE or _arms_rebels(deed, cast)):
        return False
    if source.country is None:
        return source.kind in WATCHDOGS and any(doer.kind in ("state", "government") for doer in doers)
    return any(doer.country is not None and doer.country != source.country for doer in doers)


def _arms_rebels(deed: Deed, cast: Cast) -> bool:
    """Tell whether help goes to an armed group."""
    return deed.type in HELPING and any(cast.actor(one).kind == "armed_group" for one in deed.recipients)


def is_ahead(analysis: Analysis, deed: Deed, published: date | None) -> bool:
    """Tell whether a deed told in the present, or by a noun, lies after publication ("they meet on Monday").

    A full date with its year beside a present tense is a caption's, which may have been added later.
    """
    if published is None or deed.time is None or deed.time.earliest is None:
        return False
    if any(word.isdigit() and len(word) == 4 for word in deed.time.text.split()):
        return False
    past = any(not t.noun and analysis.xpos[t.mention.head] in ("VBD", "VBN") for t in deed.told)
    return not past and deed.time.earliest > published.isoformat()


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
        as_such = status == "alleged" and attributed.speaks_of_accusations(index)
        if holds or (as_such and source is not None and _is_side(source, deed, cast)):
            found.append(f"s{index + 1}")
    return tuple(found)


def _is_side(source: str, deed: Deed, cast: Cast) -> bool:
    """Tell whether a source is one of the doers or of their country."""
    country = cast.actor(source).country
    return any(one == source or (country and cast.actor(one).country == country) for one in deed.actors)
