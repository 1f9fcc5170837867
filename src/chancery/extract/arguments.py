"""Arguments: who does a deed and to whom, read off the tree where the lexicon's frame says.

In: an analysis, a hit of the lexicon (a `Frame` of slots, its head and noun), the report's `Parties`.
Out: actors and recipients as parties.
What it does not know: who they are, and whether the deed happened.

A slot that holds no party is passed over for the next, so that "criticised the law" looks on for whose law it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.analysis import Analysis
from chancery.extract import branches, control
from chancery.extract.lexicon import Frame
from chancery.extract.parties import Parties, Party, Rank
from chancery.record import EventType

PHYSICAL: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
"""Types of deeds that are done to things as such ("the church was raided")."""
ON_THINGS: frozenset[EventType] = PHYSICAL | {"AID", "SANCTION", "RETREAT"}
"""Types whose recipient may be a thing where nobody is named ("cut the aid")."""
IMPLYING: frozenset[EventType] = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "SANCTION", "CONCEDE", "AGREE", "AID"}
)
"""Types whose recipient may stand deep in what is refused, demanded, suspended or agreed."""
SUFFERED = frozenset(
    "killing murder assassination execution arrest detention deportation conviction trial imprisonment ouster "
    "overthrow release abduction kidnapping capture expulsion extradition prosecution indictment sentencing torture "
    "beating poisoning shooting slaying death crucifixion hanging removal dismissal exile rescue acquittal".split()
)
"""Deeds whose possessor, if a person, is whom they were done to."""
ATTENDING = frozenset("at during in on after before following amid".split())
"""Prepositions between what somebody did and the meeting or visit at which it was done."""
DEEPEST = 60  # tokens looked through for a recipient; clauses of news are shorter
THERE = frozenset("at during in on".split())
PROMPTS = frozenset("invitation request demand order pressure appeal call behest urging plea ultimatum".split())
"""Nouns of asking after which whoever acts is whom they were spoken to."""
PHRASES = frozenset({"obj", "iobj", "obl", "nmod", "amod", "compound", "xcomp", "acl", "conj"})
COMPLETING = frozenset({"obj", "xcomp", "ccomp"})
AGAINST = frozenset({"anti", "counter"})
"""Words joined to a modifier that make it the recipient ("anti-government protests")."""
LEADING = frozenset({"led", "brokered", "mediated", "sponsored", "orchestrated", "imposed", "run"})
"""Participles joined to a name that make it the doer ("the U.S.-led invasion")."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a deed stands in the tree: the head whose subject and objects are its parties, and its noun if any."""

    head: int
    noun: int | None
    frame: Frame
    type: EventType


def find(analysis: Analysis, parties: Parties, at: Place) -> tuple[list[Party], list[Party]]:
    """Return the actors and the recipients of a deed.

    Args:
        analysis: the report.
        parties: who can be a party in it.
        at: where the deed stands.

    Returns:
        Parties in reading order; of a mutual deed all may be actors. No party is both.

    Example:
        ``Troops were attacked by rebels.`` gives rebels and troops; ``the raid on the camp by police`` gives
        police and, as raids are done to things, the camp.
    """
    actors = _first(analysis, parties, at, at.frame.actor, things=False)
    if not actors and at.type == "CONSULT" and at.noun == at.head:
        actors = _attending(analysis, parties, at.head)
    done_by = {party.head for party in actors}
    recipients = _others(analysis, parties, at, done_by)
    if not recipients and _suffered(analysis, parties, at, actors):
        return [], actors
    return actors, [party for party in recipients if party.head not in done_by]


def _suffered(analysis: Analysis, parties: Parties, at: Place, actors: list[Party]) -> bool:
    """Tell whether the possessor of a noun is whom it was done to: "the envoy's murder", "his arrest".

    A state, a body or a force does what it possesses ("Chad's execution of two men"); a person suffers it.
    """
    noun = at.head if at.noun is None else at.noun
    if at.noun != at.head or analysis.lemmas[noun] not in SUFFERED or not actors:
        return False
    return all(analysis.deprels[party.head] == "nmod:poss" and parties.is_person(party.head) for party in actors)


def _attending(analysis: Analysis, parties: Parties, noun: int) -> list[Party]:
    """Return who was there: whose deed came right before, or the subject of what was done there.

    Examples: "an invitation by the emir during a visit to ...", "was quoted as saying so at a meeting with ...".
    """
    case = branches.case_of(analysis, noun)
    known = any(analysis.lowers[c] in ("the", "that", "this") for c in analysis.children[noun])
    if case not in ATTENDING or (known and case not in THERE):
        return []
    host = _just_before(analysis, noun)
    if host is not None and parties.rank(host) >= Rank.PEOPLE:
        return parties.of([host])
    node = noun
    for _ in range(control.STEPS):
        node = analysis.heads[node]
        if node < 0:
            break
        found = control.subjects(analysis, node) if analysis.upos[node] in ("VERB", "AUX", "ADJ") else []
        met = [party for party in parties.of(found) if party.rank >= Rank.PEOPLE]
        if met:
            return met
    return []


def _just_before(analysis: Analysis, noun: int) -> int | None:
    """Return who did what was told right before the preposition of a noun ("a speech by the emir during ...")."""
    first = min((c for c in analysis.children[noun] if analysis.deprels[c] == "case"), default=noun)
    token = first - 1
    while token > 0 and analysis.deprels[token] in ("flat", "compound", "appos") and analysis.heads[token] < token:
        token = analysis.heads[token]
    by = token > 0 and branches.case_of(analysis, token) == "by"
    return token if by and analysis.deprels[token].partition(":")[0] in ("nmod", "obl") else None


def _others(analysis: Analysis, parties: Parties, at: Place, done_by: set[int]) -> list[Party]:
    """Return to whom a deed is done: who stands in the frame's slots, else whom its object or clause speaks of."""
    found = _first(analysis, parties, at, at.frame.recipient, things=at.type in PHYSICAL)
    found = found or parties.of(_opposed(analysis, at)) or parties.of(_prompted(analysis, at))
    if not found and at.type in IMPLYING:
        found = _implied(analysis, parties, at, done_by)
    return found or _first(analysis, parties, at, at.frame.recipient, things=at.type in ON_THINGS)


def _prompted(analysis: Analysis, at: Place) -> list[int]:
    """Return who acted on words spoken to him: "will attend after an invitation by", "left at the request of"."""
    noun = at.head
    if at.noun != noun or analysis.lemmas[noun] not in PROMPTS or not analysis.deprels[noun].startswith("obl"):
        return []
    return control.subjects(analysis, analysis.heads[noun]) if branches.case_of(analysis, noun) in ATTENDING else []


def _implied(analysis: Analysis, parties: Parties, at: Place, done_by: set[int]) -> list[Party]:
    """Return the first political party in what is refused, demanded or agreed ("refused talks with Paris")."""
    tops = [at.head] if at.noun in (None, at.head) else [at.noun or 0]
    queue = [
        c
        for top in tops
        for c in analysis.children[top]
        if analysis.deprels[c].partition(":")[0] in (COMPLETING if top == at.head else PHRASES)
    ]
    for node in queue:
        if len(queue) > DEEPEST:
            break
        if parties.rank(node) == Rank.POLITICAL and node not in done_by:
            return parties.of([node])
        queue.extend(c for c in analysis.children[node] if analysis.deprels[c].partition(":")[0] in PHRASES)
    return []


def _first(analysis: Analysis, parties: Parties, at: Place, slots: tuple[str, ...], *, things: bool) -> list[Party]:
    """Return the parties of the first slot that holds any."""
    weak: list[Party] = []
    for slot in slots:
        found = parties.of(fillers(analysis, at, slot), things=things)
        if any(party.rank >= Rank.PEOPLE for party in found):
            return found
        weak = weak or found
    return weak


def fillers(analysis: Analysis, at: Place, slot: str) -> list[int]:
    """Return the heads of the phrases in one slot of a frame, coordinated ones not yet spread out.

    Args:
        analysis: the report.
        at: where the deed stands.
        slot: "subject", "object", "indirect", "clause", "possessive", "modifier", or a preposition.
    """
    noun = at.head if at.noun is None else at.noun
    if slot == "subject":
        return _subject(analysis, at)
    if slot == "object":
        return [head for head in control.undergoers(analysis, at.head) if head != noun]
    if slot == "indirect":
        return _indirect(analysis, at)
    if slot == "clause":
        return _asked(analysis, at.head)
    if slot == "possessive":
        return [
            named for c in _children(analysis, noun, "nmod:poss") if (named := control.noun_of(analysis, c)) is not None
        ]
    if slot == "modifier":
        return _modifiers(analysis, noun)
    return _with_preposition(analysis, at, slot)


def _subject(analysis: Analysis, at: Place) -> list[int]:
    """Return who does it; of a noun alone whoever it is said of."""
    if analysis.upos[at.head] in ("VERB", "AUX"):
        return [head for head in control.agents(analysis, at.head) if head != at.noun]
    if any(analysis.deprels[c].startswith("nsubj") for c in analysis.children[at.head]):
        return control.subjects(analysis, at.head)
    if at.noun == at.head and analysis.deprels[at.head] in ("obl", "nmod"):  # "the party is under investigation"
        host = _just_before(analysis, at.head)
        if host is not None:
            return [host]
        above = analysis.heads[at.head]
        return control.subjects(analysis, above) if analysis.upos[above] in ("VERB", "AUX") else [above]
    if analysis.upos[at.head] == "ADJ":
        return control.subjects(analysis, at.head)
    return []


def _indirect(analysis: Analysis, at: Place) -> list[int]:
    """Return to whom something is given: the indirect object, or the subject of "was granted asylum"."""
    own = _children(analysis, at.head, "iobj")
    if own or not branches.is_passive(analysis, at.head):
        return own
    if any(c == at.noun for c in _children(analysis, at.head, "obj")):
        return control.subjects(analysis, at.head)
    return []


def _asked(analysis: Analysis, verb: int) -> list[int]:
    """Return who is to do what a verb asks for."""
    for child in analysis.children[verb]:
        if analysis.deprels[child].partition(":")[0] in ("xcomp", "ccomp", "advcl"):
            found = control.subjects(analysis, child)
            if found and found != control.subjects(analysis, verb):
                return found
    return []


def _modifiers(analysis: Analysis, noun: int) -> list[int]:
    """Return names and nouns for actors that stand before a noun, "anti-" ones left out."""
    found = []
    for child in analysis.children[noun]:
        if child > noun or analysis.deprels[child].partition(":")[0] not in ("compound", "amod", "nmod"):
            continue
        if analysis.deprels[child] == "nmod:poss" or _is_opposed(analysis, child):
            continue
        if analysis.lowers[child] in LEADING:
            found.extend(_joined_names(analysis, child))
        else:
            found.append(child)
            found.extend(_joined_names(analysis, child))
    return found


def _joined_names(analysis: Analysis, token: int) -> list[int]:
    """Return names that a hyphen joins to a modifier ("Chinese-Russian", "U.S.-led")."""
    return [
        child
        for child in analysis.children[token]
        if child < token
        and analysis.deprels[child].partition(":")[0] in ("compound", "amod", "obl", "conj", "nmod")
        and analysis.forms[child][:1].isupper()
        and child + 1 < len(analysis)
        and analysis.forms[child + 1] in ("-", "–", "‐", "/")
    ]


def _opposed(analysis: Analysis, at: Place) -> list[int]:
    """Return the modifiers of a noun that it is directed against ("anti-government protests")."""
    noun = at.head if at.noun is None else at.noun
    return [child for child in analysis.children[noun] if child < noun and _is_opposed(analysis, child)]


def _is_opposed(analysis: Analysis, token: int) -> bool:
    """Tell whether "anti-" is joined to a modifier."""
    return token >= 2 and analysis.lowers[token - 2] in AGAINST and analysis.forms[token - 1] in ("-", "‐", "–")


def _with_preposition(analysis: Analysis, at: Place, preposition: str) -> list[int]:
    """Return the phrases with a preposition on the verb, on the noun, or on the verb's object."""
    nodes = [at.head] if at.noun in (None, at.head) else [at.head, at.noun or 0]
    found = [head for node in nodes for head in branches.phrases_with(analysis, node, (preposition,))]
    if not found and at.noun is None and analysis.upos[at.head] == "VERB":
        for head in control.undergoers(analysis, at.head):
            found.extend(branches.phrases_with(analysis, head, (preposition,)))
    return [head for head in found if analysis.upos[head] != "VERB"]


def _children(analysis: Analysis, token: int, deprel: str) -> list[int]:
    """Return the children of a token with one relation."""
    return [child for child in analysis.children[token] if analysis.deprels[child] == deprel]
