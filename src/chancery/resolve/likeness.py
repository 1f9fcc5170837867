"""Likeness: how much a mention of a deed agrees with the mentions of a deed told before.

In: mentions with their parties named and dated. Out: points; `enough` says how many make one deed of two.
What it does not know: which mentions there are; `deeds` compares them.

The points were weighed on the gold reports: agreement of one side is worth as much as the same word, and two such
agreements, or one and a noun that points back, make one deed. Acts of speech need more: who accuses twice has
accused twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chancery.analysis import Analysis
from chancery.mentions import EventMention
from chancery.plover import MUTUAL
from chancery.record import Actor, Place, Time
from chancery.resolve.actors import Cast

SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
"""Types of speech acts: each saying is a deed of its own unless its words agree too."""
POINTING = frozenset("the that this those these its his her their such".split())
NEW = frozenset("another other more further new additional separate second third earlier previous".split())
"""Words that set a deed apart from those told before."""
ENOUGH, ENOUGH_OF_SPEECH = 3.0, 4.5
SURE_ALONE = 0.9  # a noun without parties stands by itself only where its words nearly always name such a deed
STEM = 4  # letters in which "invade" and "invasion", "deport" and "deportation" agree
COMPARED = 10  # mentions at either end of a deed's list that a new one is compared with
HEADLINE_REACH = 4  # sentences below a headline that tell what it told
GENERAL = {
    "ASSAULT": frozenset(
        "attack assault violence strike incident operation raid killing blast explosion bombing".split()
    ),
    "CONSULT": frozenset("meeting talk visit summit discussion conversation call trip negotiation".split()),
    "AGREE": frozenset("deal agreement accord pact treaty arrangement plan".split()),
    "SANCTION": frozenset("measure sanction restriction penalty move".split()),
    "COERCE": frozenset("arrest detention raid crackdown operation move capture".split()),
    "PROTEST": frozenset("protest rally demonstration march unrest action".split()),
    "MOBILIZE": frozenset("deployment move buildup".split()),
}
"""Nouns by which a report takes up a deed of a type that it told in other words."""


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with its parties as actor ids, its time and its place.

    Attributes:
        mention: the mention.
        actors: ids of who did it.
        recipients: ids of to whom.
        time: when, if told.
        place: where, if told.
        stems: first letters of its content words.
        points: a noun with "the", "that": it may speak of a deed told before.
        is_new: set apart by "another", "further".
        noun: whether a noun names it.
        plural: whether that noun stands in the plural ("attacks").
        general: a noun that can take up any deed of the type.
        fullness: how well its parties are named, 0 to 4.
        sentence: index of its sentence.
        in_headline: whether it stands in the headline.
    """

    mention: EventMention
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: Time | None
    place: Place | None
    stems: frozenset[str]
    points: bool
    is_new: bool
    noun: bool
    plural: bool
    general: bool
    fullness: int
    sentence: int
    in_headline: bool

    @property
    def parties(self) -> frozenset[str]:
        """All parties, whatever their part."""
        return frozenset(self.actors + self.recipients)

    @property
    def stands_alone(self) -> bool:
        """Whether it counts as a deed although it names nobody."""
        return self.mention.confidence >= SURE_ALONE and not self.points and self.mention.status != "possible"


def told(
    analysis: Analysis,
    mention: EventMention,
    parties: tuple[tuple[str, ...], tuple[str, ...]],
    setting: tuple[Time | None, Place | None],
    cast: Cast,
) -> Told:
    """Note of a mention what it is compared by."""
    last = mention.trigger[1] - 1
    noun = analysis.upos[last] in ("NOUN", "PROPN")
    first = mention.trigger[0]
    beside = {analysis.lowers[c] for c in analysis.children[last]} if noun else set()
    beside.update(analysis.lowers[max(analysis.sentence(first)[0], first - 2) : first + 1] if noun else ())
    return Told(
        mention,
        *parties,
        *setting,
        stems=_stems(analysis, mention),
        points=noun and (not POINTING.isdisjoint(beside) or _is_owned(analysis, last)),
        is_new=noun and not NEW.isdisjoint(beside),
        noun=noun,
        plural=analysis.xpos[last] in ("NNS", "NNPS"),
        general=noun and analysis.lemmas[last] in GENERAL.get(mention.type, ()),
        fullness=sum(_fullness(side, cast) for side in parties),
        sentence=analysis.sentence_of[first],
        in_headline=len(analysis.paragraphs) > 1 and first < analysis.paragraphs[0][1],
    )


def _is_owned(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun has a possessor, which makes it known to the reader ("Friday's raid")."""
    return any(analysis.deprels[c] == "nmod:poss" for c in analysis.children[noun])


def _stems(analysis: Analysis, mention: EventMention) -> frozenset[str]:
    """Return the first letters of the content words of a trigger."""
    words = (
        {mention.head, *range(*mention.trigger)} if mention.head in range(*mention.trigger) else range(*mention.trigger)
    )
    return frozenset(
        analysis.lemmas[t][:STEM]
        for t in words
        if analysis.upos[t] in ("VERB", "NOUN", "PROPN") and len(analysis.lemmas[t]) > 2
    )


def _fullness(side: Sequence[str], cast: Cast) -> int:
    """Rank one side: 2 for an actor with a country or a name, 1 for somebody, 0 for nobody."""
    if not side:
        return 0
    return 2 if any(cast.actor(one).country or cast.actor(one).kind == "person" for one in side) else 1


def links(analysis: Analysis, mentions: Sequence[EventMention]) -> list[int | None]:
    """Return for each mention the one that it hangs on as part of the same deed.

    A deed's noun beside its verb ("killed in an attack", "an attack that killed six"), a gerund of outcome ("bombed
    the port, killing two") and coordinated verbs ("shot and killed") are one deed if their types agree.
    """
    at: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        for token in (*range(*mention.trigger), mention.head):
            at.setdefault(token, index)
    return [_link(analysis, mentions, at, index) for index in range(len(mentions))]


def _link(analysis: Analysis, mentions: Sequence[EventMention], at: dict[int, int], index: int) -> int | None:
    """Return the mention of the same type on which one hangs, or None."""
    own = mentions[index]
    for token in dict.fromkeys((own.head, own.trigger[1] - 1)):
        above = analysis.heads[token]
        other = at.get(above)
        if other is None or other == index or mentions[other].type != own.type:
            continue
        if _is_part(analysis, token, above):
            return other
    return None


def _is_part(analysis: Analysis, token: int, above: int) -> bool:
    """Tell whether the way in which one deed hangs on another makes them one."""
    relation = analysis.deprels[token]
    kind = relation.partition(":")[0]
    if analysis.upos[token] in ("NOUN", "PROPN"):
        return kind in ("obl", "nsubj", "obj", "nmod")
    if relation == "acl:relcl" or (kind == "acl" and analysis.xpos[token] in ("VBG", "VBN")):
        return True
    if kind == "advcl":
        return analysis.xpos[token] == "VBG" and not any(
            analysis.deprels[c] == "mark" for c in analysis.children[token]
        )
    return kind == "conj" and 0 < token - above <= 2


def enough(one: Told) -> float:
    """Return the points that make one deed of a mention and those before."""
    return ENOUGH_OF_SPEECH if one.mention.type in SPEECH else ENOUGH


def points(told: Sequence[Told], one: Told, cast: Cast) -> float:
    """Return how much a mention agrees with a deed; below zero where something forbids that they are one.

    Args:
        told: the mentions of the deed.
        one: the mention, of the same type.
        cast: who is who.
    """
    told = some(told)
    if one.is_new or forbids(told, one, cast):
        return -1.0
    total = _alike_parties(told, one, cast)
    kin = max(len(one.stems & other.stems) for other in told)
    total += min(kin, 1) * 2.0 + (kin > 1) * 0.5
    total += 1.0 * (one.points and (kin > 0 or one.general) and not (one.actors and one.recipients))
    total += 2.0 * (one.points and one.general and not one.parties)
    if one.mention.type not in SPEECH:
        total += 1.0 * any(one.mention.mode is not None and one.mention.mode == other.mention.mode for other in told)
    total += 1.0 * any(_same_time(one.time, other.time) for other in told)
    total += 1.5 * any(_is_headline_of(one, other) or _is_headline_of(other, one) for other in told)
    if kin and one.noun and all(other.noun and other.plural != one.plural for other in told):
        total -= 1.0  # "attacks" are not "the attack"
    plain = {other.mention.status for other in told if not other.noun}
    if plain and one.mention.status not in plain:
        total -= 0.5 if one.noun else 2.0
    return total


def some(told: Sequence[Told]) -> Sequence[Told]:
    """Return the first and the last mentions of a deed, which is all of them but for the longest reports."""
    return told if len(told) <= 2 * COMPARED else [*told[:COMPARED], *told[-COMPARED:]]


def _is_headline_of(one: Told, other: Told) -> bool:
    """Tell whether one mention stands in the headline and the other in the first sentences below."""
    return one.in_headline and not other.in_headline and other.sentence <= HEADLINE_REACH


def _alike_parties(told: Sequence[Told], one: Told, cast: Cast) -> float:
    """Return the points for parties in common."""
    actors = {a for other in told for a in other.actors}
    recipients = {a for other in told for a in other.recipients}
    if _is_mutual(told, one):
        shared = len(one.parties & (actors | recipients))
        if not shared:
            return 1.0 * _may_agree(one.parties, actors | recipients, cast)
        if shared < 2:
            return 1.5
        return 3.0 if one.mention.type == "CONSULT" else 2.5  # one pair may agree on many things
    total = 0.0
    for mine, theirs in ((set(one.actors), actors), (set(one.recipients), recipients)):
        if mine and theirs:
            total += 2.0 if mine & theirs else 1.0
    return total


def forbids(told: Sequence[Told], one: Told, cast: Cast) -> bool:
    """Tell whether a mention says of a deed what that deed cannot have."""
    told = some(told)
    modes = {other.mention.mode for other in told if other.mention.mode}
    if one.mention.mode and modes and one.mention.mode not in modes:
        return True
    for other in told:
        if _disjoint(one.time, other.time):
            return True
        if one.place and other.place and one.place.country != other.place.country:
            return True
    if _is_mutual(told, one):
        parties = {a for other in told for a in other.parties}
        return bool(one.parties and parties) and not _may_meet(one.parties, parties, cast)
    actors = {a for other in told for a in other.actors}
    recipients = {a for other in told for a in other.recipients}
    sides = ((one.actors, actors), (one.recipients, recipients))
    return any(mine and theirs and not _may_agree(mine, theirs, cast) for mine, theirs in sides)


def _is_mutual(told: Sequence[Told], one: Told) -> bool:
    """Tell whether the parties of a deed act alike; a visit has a visitor and a host."""
    visits = one.mention.mode == "visit" and any(other.mention.mode == "visit" for other in told)
    return one.mention.type in MUTUAL and not visits


def _may_meet(mine: frozenset[str], theirs: set[str], cast: Cast) -> bool:
    """Tell whether two groups may be those of one meeting: one holds the other, or the rest may agree too."""
    left, right = mine - theirs, theirs - mine
    if not left or not right:
        return True
    return _may_agree(left, right, cast)


def _may_agree(mine: Sequence[str] | frozenset[str], theirs: set[str], cast: Cast) -> bool:
    """Tell whether two lists may name the same side."""
    if not theirs.isdisjoint(mine):
        return True
    return any(_may_be(cast.actor(a), cast.actor(b)) for a in mine for b in theirs)


def _may_be(a: Actor, b: Actor) -> bool:
    """Tell whether two actors may be one: a state and what acts for it, or common nouns with a word in common."""
    if a.country is not None and a.country == b.country:
        return "state" in (a.kind, b.kind) or "government" in (a.kind, b.kind)
    if a.country is not None and b.country is not None:
        return False
    if "unknown" in (a.kind, b.kind):
        return True
    if "population" in (a.kind, b.kind) or "armed_group" in (a.kind, b.kind):
        return a.kind == b.kind or bool(_words(a.name) & _words(b.name))
    return bool(_words(a.name) & _words(b.name))


def _words(name: str) -> set[str]:
    """Return the words of a name, its small ones left out."""
    return {word for word in name.lower().split() if len(word) > 3}


def _same_time(one: Time | None, other: Time | None) -> bool:
    """Tell whether two times are dated alike."""
    return one is not None and other is not None and one.edtf is not None and one.edtf == other.edtf


def _disjoint(one: Time | None, other: Time | None) -> bool:
    """Tell whether two dated times have no day in common."""
    if one is None or other is None or not (one.edtf and other.edtf):
        return False
    return any(a.latest and b.earliest and a.latest < b.earliest for a, b in pairwise((one, other, one)))
