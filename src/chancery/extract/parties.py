"""Parties: which noun phrases can be a party to a political deed, and how surely.

In: an analysis and head tokens. Out: heads of phrases for states, bodies, leaders, forces and people, with a rank.
What it does not know: who they are; `extract.actors` makes mentions of them, `resolve.actors` names them.

A thing stands for its owner: "a Russian missile", "the ministry's statement", "Ankara's decision".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from chancery import knowledge
from chancery.analysis import Analysis, Entity
from chancery.extract import branches, control, units
from chancery.extract.actors import antecedent

POLITICAL_KINDS = frozenset({"state", "government", "organization", "bloc", "armed_group", "media"})
POWERS = frozenset("GOV MIL JUD LEG EXE SPY COP PTY OPP REB UAF INS IGO NGO".split())
"""PLOVER sectors that act politically by what they are; the rest are people and firms."""
PERSONAL = frozenset(
    "i we he she they him her them us me it its his their our my himself herself itself themselves".split()
)
ANYBODY = frozenset(
    "some many several few both all everyone everybody anyone anybody someone somebody none those others one ones "
    "people whoever who whom whose".split()
)
"""Words that stand for somebody without saying for whom."""
TITLES_OF_THINGS = frozenset("state capital mission speaker".split())
"""Words of the tables of titles and nouns for actors that mostly name something else."""


class Rank(IntEnum):
    """How much a phrase is a political party: nobody, a thing or place, people, a political actor."""

    NOBODY = 0
    THING = 1
    PEOPLE = 2
    POLITICAL = 3


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who does a deed or to whom it is done: the head token, and how much of a political actor."""

    head: int
    rank: Rank


class Parties:
    """The parties of one report; ranks are found once a token."""

    def __init__(self, analysis: Analysis, excluded: Iterable[int] = ()) -> None:
        """Prepare the parties of a report.

        Args:
            analysis: the report.
            excluded: tokens that are nobody, whatever their tags ("by Friday").
        """
        self.analysis = analysis
        self._ranks: dict[int, Rank] = dict.fromkeys(excluded, Rank.NOBODY)
        self._entities = {token: e for e in analysis.entities for token in range(*e.tokens)}
        self._people = {analysis.lowers[e.tokens[1] - 1] for e in analysis.entities if e.label == "Person"}

    def entity_at(self, token: int) -> Entity | None:
        """Return the name that the model found around a token."""
        return self._entities.get(token)

    def is_person(self, token: int) -> bool:
        """Tell whether a phrase head is a person or people, by its name or as a pronoun."""
        if self.analysis.upos[token] == "PRON" or self.analysis.xpos[token] == "PRP$":
            return self.analysis.lowers[token] not in ("its", "it")
        entity = self.entity_at(token)
        known = self.analysis.lowers[token] in self._people
        return known or (entity is not None and entity.label == "Person") or self.rank(token) == Rank.PEOPLE

    def rank(self, token: int) -> Rank:
        """Return how much the phrase that a token heads is a political party."""
        known = self._ranks.get(token)
        if known is None:
            entity = self.entity_at(token)
            label = None if entity is None else entity.label
            if label in (None, "Location", "Misc") and self.analysis.lowers[token] in self._people:
                label = "Person"  # "Putin" alone, known in full from elsewhere
            known = self._ranks[token] = _rank(self.analysis, token, label)
        return known

    def of(self, heads: Iterable[int], *, things: bool = False) -> list[Party]:
        """Return the parties among phrases: coordinated ones one by one, things as their owners.

        Args:
            heads: head tokens of phrases.
            things: whether a thing without an owner counts ("the embassy was attacked").

        Returns:
            Parties in reading order of the phrases, each head once.
        """
        found: dict[int, Party] = {}
        for head in heads:
            for node in _joined(self.analysis, head):
                for party in (*self._one(node, things), *self._sharing(node)):
                    found.setdefault(party.head, party)
        return list(found.values())

    def _sharing(self, head: int) -> Iterable[Party]:
        """Yield the further countries or bodies among which people are shared out.

        Example:
            Of "the ministers of Egypt and Turkey", Turkey; of "Israeli and Palestinian negotiators", Israeli.
        """
        if self.analysis.xpos[head] != "NNS" or self.rank(head) < Rank.PEOPLE:
            return
        for child in self.analysis.children[head]:
            relation, names = self.analysis.deprels[child], _conjuncts(self.analysis, child)
            if relation in ("amod", "compound") and names[-1] < head:
                names = names[:-1]  # the last one stands in the phrase of the noun itself
            elif relation == "nmod" and branches.case_of(self.analysis, child) in ("of", "from"):
                names = names[1:]
            else:
                continue
            for name in names:
                if _named(self.analysis, name) == Rank.POLITICAL:
                    yield Party(name, Rank.POLITICAL)

    def _one(self, head: int, things: bool) -> list[Party]:
        """Return the party of one phrase, or the owners of a thing."""
        head = self._meant(head)
        rank = self.rank(head)
        if rank >= Rank.PEOPLE:
            return [Party(head, rank)]
        if things and rank == Rank.THING:
            return [Party(head, rank)]
        return [
            Party(node, self.rank(node))
            for owner in control.owners(self.analysis, head)
            for node in _joined(self.analysis, owner)
            if self.rank(node) >= Rank.PEOPLE
        ]

    def _meant(self, token: int) -> int:
        """Return the noun that a relative pronoun stands for: the one of its tree, or one nearer that can act."""
        analysis = self.analysis
        if analysis.lowers[token] not in control.RELATIVE:
            return token
        noun = antecedent(analysis, token)
        if noun is None or self.rank(noun) >= Rank.PEOPLE:
            return token if noun is None else noun
        near = token - 1
        while near > noun and analysis.upos[near] in ("PUNCT", "ADP"):
            near -= 1
        while near > noun and analysis.deprels[near] in ("flat", "compound") and noun < analysis.heads[near] < token:
            near = analysis.heads[near]
        return near if near > noun and self.rank(near) >= Rank.PEOPLE else noun


def _joined(analysis: Analysis, head: int) -> list[int]:
    """Return a phrase's head or what it counts ("dozens of rebels"), and what is coordinated with it."""
    found = []
    for node in _conjuncts(analysis, head):
        inner = node
        for _ in range(branches.LONGEST_CHAIN):
            counted = _counted(analysis, inner)
            if counted is None:
                break
            inner = counted
        found.extend(_conjuncts(analysis, inner) if inner != node else [node])
    return found


def _conjuncts(analysis: Analysis, head: int) -> list[int]:
    """Return a noun and the nouns coordinated with it."""
    found = [head]
    for node in found:
        found.extend(
            child
            for child in analysis.children[node]
            if analysis.deprels[child] == "conj" and analysis.upos[child] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        )
    return found


def _counted(analysis: Analysis, token: int) -> int | None:
    """Return the noun that a word of number or grouping counts, or None."""
    if analysis.lemmas[token] not in branches.PARTITIVES and analysis.upos[token] not in ("NUM", "DET"):
        return None
    for child in analysis.children[token]:
        if analysis.deprels[child].startswith("nmod") and branches.case_of(analysis, child) in ("of", "among"):
            return child
    return None


def _rank(analysis: Analysis, token: int, label: str | None) -> Rank:
    """Rank one phrase by its head: pronoun, number, name, noun for an actor, or anything else."""
    upos, lower = analysis.upos[token], analysis.lowers[token]
    if upos == "PRON" or analysis.xpos[token] == "PRP$":
        return Rank.PEOPLE if lower in PERSONAL or lower in ANYBODY else Rank.NOBODY
    if label in ("Date", "Money"):
        return Rank.NOBODY
    if upos in ("NUM", "DET"):
        return Rank.PEOPLE if _counts_people(analysis, token) else Rank.NOBODY
    if label in ("Person", "NORP", "Organization"):
        return Rank.POLITICAL
    if upos in ("PROPN", "ADJ", "NOUN"):
        named = _named(analysis, token)
        if named is not None:
            return named
    if upos not in ("NOUN", "PROPN"):
        return Rank.NOBODY
    if upos == "PROPN" and knowledge.people().known_as(analysis.forms[token]):
        return Rank.POLITICAL
    return _common(analysis, token)


def _counts_people(analysis: Analysis, token: int) -> bool:
    """Tell whether a bare number or quantifier stands for people ("12 were killed", "many fled")."""
    if "%" in analysis.forms[token] or analysis.lowers[token] in ("this", "that", "these", "the", "a", "an"):
        return False
    if analysis.upos[token] == "DET":
        return analysis.lowers[token] in ANYBODY
    form = analysis.forms[token]
    return not (len(form) == 4 and form.isdigit() and form[:2] in ("19", "20"))


def _named(analysis: Analysis, token: int) -> Rank | None:
    """Rank a name that the tables know, None for words that are no name in them."""
    if not analysis.forms[token][:1].isupper():
        return None
    first = token
    while first > 0 and analysis.heads[first - 1] == token and analysis.deprels[first - 1] in ("compound", "flat"):
        first -= 1
    end = analysis.sentence(token)[1]
    found = knowledge.actors().longest(analysis.lowers, first, end, analysis.forms)
    if found is None and first < token:
        found = knowledge.actors().longest(analysis.lowers, token, end, analysis.forms)
    if found is None:
        return None
    return Rank.POLITICAL if found[1].kind in POLITICAL_KINDS or found[1].use == "demonym" else Rank.PEOPLE


def _common(analysis: Analysis, token: int) -> Rank:
    """Rank a noun by the tables of nouns for actors and of titles."""
    lower, lemma = analysis.lowers[token], analysis.lemmas[token]
    if lemma in TITLES_OF_THINGS:
        return Rank.THING
    generic = knowledge.generics().get(lower) or knowledge.generics().get(lemma)
    title = knowledge.titles().get(lower) or knowledge.titles().get(lemma)
    if generic is None and title is None:
        people = analysis.xpos[token] == "NNS" and units.counts_people(analysis.forms[token], lemma)
        return Rank.PEOPLE if people else Rank.THING
    sectors = (generic.sectors if generic is not None else ()) + (title.sectors if title is not None else ())
    if not POWERS.isdisjoint(sectors) or (title is not None and title.use == "office"):
        return Rank.POLITICAL
    if generic is not None and not sectors and generic.kind in POLITICAL_KINDS:
        return Rank.POLITICAL
    return Rank.PEOPLE
