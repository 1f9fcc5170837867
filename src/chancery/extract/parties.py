"""Arguments: who does a deed and to whom it is done, read off the tree by the slots of a frame.

In: an analysis and a lexicon hit. Out: head tokens of phrases that may act, coordination opened up.
What it does not know: who they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.extract import branches
from chancery.extract.lexicon import Frame

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
RELATIVE = frozenset("who whom which that whose".split())
PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves we us our i me my both "
    "others each".split()
)
NAMES = frozenset("Person Organization Location NORP Facility".split())
NOT_PARTIES = frozenset("Date Money".split())
_STEPS = 6  # clauses climbed for a subject that a verb shares


def parties(analysis: Analysis, head: int, noun: int | None, frame: Frame) -> tuple[list[int], list[int]]:
    """Return the head tokens of actors and of recipients.

    Args:
        analysis: the report.
        head: the verb whose subject and object count, or the noun that stands alone.
        noun: the noun that names the deed, None for a verb.
        frame: slots of the actor and of the recipient, the first that is filled counts.

    Returns:
        Actors and recipients in reading order; a token is in one of the two lists at most.
    """
    actors = _first(analysis, head, noun, frame.actor, ())
    recipients = _first(analysis, head, noun, frame.recipient, actors)
    return actors, recipients


def _first(
    analysis: Analysis, head: int, noun: int | None, slots: tuple[str, ...], taken: list[int] | tuple[int, ...]
) -> list[int]:
    """Return what fills the first slot that holds somebody who may act."""
    for slot in slots:
        found: list[int] = []
        for token in slot_of(analysis, head, noun, slot):
            for one in spread(analysis, token):
                if one not in found and one not in taken and is_party(analysis, one):
                    found.append(one)
        if found:
            return sorted(found)
    return []


def slot_of(analysis: Analysis, head: int, noun: int | None, slot: str) -> Iterator[int]:
    """Yield the phrase heads that fill one slot, relative pronouns replaced by what they stand for."""
    if slot == "subject":
        yield from (antecedent(analysis, token) for token in subjects(analysis, head))
    elif slot == "object":
        yield from (antecedent(analysis, token) for token in _objects(analysis, head))
    elif slot == "indirect":
        yield from (c for c in analysis.children[head] if analysis.deprels[c] == "iobj")
    elif slot == "clause":
        yield from _of_clause(analysis, head)
    elif slot in ("possessive", "modifier"):
        yield from _beside(analysis, head if noun is None else noun, slot)
    else:
        yield from _with(analysis, head, noun, slot)


def subjects(analysis: Analysis, head: int) -> list[int]:
    """Return who does what a verb says; an infinitive beside a noun takes the noun's owner ("Iran's plan to ...")."""
    if analysis.upos[head] not in ("VERB", "AUX", "ADJ"):
        return [c for c in analysis.children[head] if analysis.deprels[c].startswith("nsubj")]
    found = branches.subjects(analysis, head)
    if found or branches.is_passive(analysis, head):
        return found
    node = head
    for _ in range(_STEPS):
        relation, above = analysis.deprels[node].partition(":")[0], analysis.heads[node]
        if above < 0:
            break
        if relation == "acl" and analysis.upos[above] in ("NOUN", "PROPN"):
            return _owners(analysis, above)
        if relation not in ("xcomp", "conj", "advcl", "ccomp"):
            break
        if relation == "xcomp" and (controller := _controller(analysis, above)) is not None:
            return [controller]
        node = above
        found = branches.subjects(analysis, node) if analysis.upos[node] == "VERB" else []
        if found:
            return found
    return []


def _controller(analysis: Analysis, verb: int) -> int | None:
    """Return whom a verb makes do something: its object ("forced THEM to leave"), None where it has none."""
    return next((c for c in analysis.children[verb] if analysis.deprels[c] in ("obj", "iobj")), None)


def _owners(analysis: Analysis, noun: int) -> list[int]:
    """Return whose a noun is: its possessor, or the subject of the verb that governs it."""
    owners = [c for c in analysis.children[noun] if analysis.deprels[c] == "nmod:poss"]
    if owners or analysis.heads[noun] < 0 or analysis.deprels[noun] not in ("obj", "xcomp"):
        return owners
    return branches.subjects(analysis, analysis.heads[noun])


def _objects(analysis: Analysis, head: int) -> list[int]:
    """Return whom a verb is done to; in a relative clause without object the noun it describes."""
    found = branches.objects(analysis, head)
    if found or not analysis.deprels[head].startswith("acl:relcl"):
        return found
    subject = branches.subjects(analysis, head)
    described = analysis.heads[head]
    return [described] if subject and antecedent(analysis, subject[0]) != described else []


def _of_clause(analysis: Analysis, head: int) -> Iterator[int]:
    """Yield who is to do what a verb asks for: the object before an infinitive, or the subject of the clause."""
    clauses = [c for c in analysis.children[head] if analysis.deprels[c].partition(":")[0] in ("xcomp", "ccomp")]
    if clauses:
        yield from (c for c in analysis.children[head] if analysis.deprels[c] in ("obj", "iobj"))
    for clause in clauses:
        yield from branches.subjects(analysis, clause) if branches.has_subject(analysis, clause) else ()
        yield from (c for c in analysis.children[clause] if analysis.deprels[c] == "nsubj:pass")
    for clause in (c for c in analysis.children[head] if analysis.deprels[c].partition(":")[0] in ("advcl", "obl")):
        if branches.case_of(analysis, clause) == "for" or any(
            analysis.lowers[c] == "for" for c in analysis.children[clause] if analysis.deprels[c] == "mark"
        ):
            yield from (c for c in analysis.children[clause] if analysis.deprels[c].startswith("nsubj"))


def _beside(analysis: Analysis, noun: int, slot: str) -> Iterator[int]:
    """Yield possessors, or names and demonyms that modify a noun ("the Russian invasion", "NATO bombing")."""
    wanted = ("nmod:poss",) if slot == "possessive" else ("amod", "compound", "nmod", "nmod:unmarked")
    for child in analysis.children[noun]:
        if analysis.deprels[child] not in wanted:
            continue
        if slot == "possessive" or (child < noun and not branches.case_of(analysis, child)):
            yield child


def _with(analysis: Analysis, head: int, noun: int | None, slot: str) -> Iterator[int]:
    """Yield phrases with a preposition that hang on the noun, on the head, or on the head's object."""
    places = [noun, head] if noun is not None and noun != head else [head]
    for place in places:
        yield from branches.phrases_with(analysis, place, (slot,))
    if noun is None:
        for thing in branches.objects(analysis, head):
            yield from branches.phrases_with(analysis, thing, (slot,))


def antecedent(analysis: Analysis, token: int) -> int:
    """Return what a relative pronoun stands for: the noun that its clause describes; other tokens as they are."""
    if analysis.lowers[token] not in RELATIVE or analysis.upos[token] == "SCONJ":
        return token
    node = analysis.heads[token]
    for _ in range(_STEPS):
        if node < 0:
            break
        if analysis.deprels[node].startswith("acl"):
            return analysis.heads[node]
        node = analysis.heads[node]
    return token


def spread(analysis: Analysis, token: int) -> Iterator[int]:
    """Yield a phrase head, what it counts ("dozens of PROTESTERS") and what is coordinated with it."""
    counted = [
        child
        for child in analysis.children[token]
        if analysis.lemmas[token] in branches.PARTITIVES
        and analysis.deprels[child].startswith("nmod")
        and branches.case_of(analysis, child) == "of"
    ]
    yield counted[0] if counted else token
    for child in analysis.children[token]:
        if analysis.deprels[child] == "conj":
            yield from spread(analysis, child)


def is_party(analysis: Analysis, token: int) -> bool:
    """Tell whether a phrase head may stand for somebody who acts: a name, a pronoun, a noun for actors."""
    if analysis.lowers[token] in PRONOUNS:
        return True
    if analysis.upos[token] == "PROPN":
        return analysis.lowers[token] not in _CALENDAR
    if knowledge.generics().get(analysis.lowers[token]) or knowledge.generics().get(analysis.lemmas[token]):
        return True
    if knowledge.titles().get(analysis.lemmas[token]) and analysis.upos[token] == "NOUN":
        return True
    entry = knowledge.actors().get(analysis.lowers[token])
    return entry is not None and analysis.upos[token] in ("ADJ", "NOUN") and analysis.forms[token][0].isupper()


_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
