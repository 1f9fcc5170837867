"""Surroundings: which times and places of a sentence belong to which deed.

In: an analysis, times, places, and the tokens that head deeds. Out: indices of times and places for a deed.
What it does not know: what the times and places are.

A time or place belongs to the first deed met on its way up the tree, unless another clause or noun comes first.
A deed without one takes those of the clause that introduces it by an infinitive, a light verb or as what happened
there; never those of a that-clause's verb, for then it is the time or place of saying. The place and date that end
a caption belong to what the caption shows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from chancery.analysis import Analysis, Tokens, Trigger
from chancery.extract import branches, layout
from chancery.extract.learned import SURE
from chancery.mentions import PlaceMention, TimeMention

STEPS = 12  # governors climbed; longer chains are parser noise
LITERAL = frozenset("in at near on outside inside across around over within throughout to into of off".split())
"""Prepositions after which a place name says where."""
PLACED = frozenset({"appos", "nmod:poss", "obj", "obl:unmarked", "nmod:unmarked"})
"""Relations in which a place name without preposition says where."""
LENGTHS = frozenset({"length", "in_length", "set"})
"""Forms of times that say how long or how often, not when."""
SIMULTANEOUS = frozenset({"as", "when", "while"})
CLAUSES = frozenset({"acl", "advcl", "ccomp", "parataxis", "csubj"})
SHARING = frozenset("at in during for after amid".split())
"""Prepositions that put a deed into the setting of its verb ("on Sunday ministers backed him at a meeting")."""

Owners = dict[int, list[tuple[int, int]]]
"""For each token the indices of what it owns, each with the token by which that hangs on the tree."""


class Surroundings:
    """The times and places of one report, asked deed by deed."""

    def __init__(
        self,
        analysis: Analysis,
        times: Sequence[TimeMention],
        places: Sequence[PlaceMention],
        heads: Collection[int],
    ) -> None:
        """Find out which deed owns which time and place.

        Args:
            analysis: the report.
            times: as `extract.times.find` returns them.
            places: as `extract.places.find` returns them.
            heads: tokens that head deeds or name them.
        """
        self._analysis = analysis
        self._heads = heads
        dated = {token for mention in times for token in range(*mention.tokens)}
        self._times = self._owners([m.tokens if m.slots.get("form") not in LENGTHS else None for m in times])
        self._places = self._owners([m.tokens if self._is_where(m) and m.head not in dated else None for m in places])
        self._broad = {index for index, mention in enumerate(places) if mention.precision == "country"}
        for caption in layout.captions(analysis):
            self._give_to_caption(caption, times, places)

    def times_of(self, head: int, noun: int | None, trigger: Trigger | None = None) -> tuple[int, ...]:
        """Return the indices of the times of a deed, the nearest first; those that the model sees, else the tree's."""
        found = self._seen(self._times, trigger, "time") or self._of(self._times, head, noun)
        return tuple(index for index, _ in found)

    def places_of(self, head: int, noun: int | None, trigger: Trigger | None = None) -> tuple[int, ...]:
        """Return the indices of the places of a deed, towns before countries, the nearest first; whose as for times."""
        found = self._seen(self._places, trigger, "place") or self._of(self._places, head, noun)
        return tuple(index for index, _ in sorted(found, key=lambda pair: pair[0] in self._broad))

    @staticmethod
    def _seen(owners: Owners, trigger: Trigger | None, role: str) -> list[tuple[int, int]]:
        """Return what the model is sure to be the time or place of a trigger, the nearest first."""
        if trigger is None:
            return []
        chances = trigger.roles.get(role, {})
        seen = [pair for pairs in owners.values() for pair in pairs if chances.get(pair[1], 0.0) >= SURE]
        return sorted(seen, key=lambda pair: abs(pair[1] - trigger.token))

    def _of(self, owners: Owners, head: int, noun: int | None) -> list[tuple[int, int]]:
        """Return what a deed owns or shares, the nearest first."""
        own = owners.get(head, []) if noun is None or noun == head else owners.get(noun, []) + owners.get(head, [])
        found = own or self._shared(owners, head)
        return sorted(found, key=lambda pair: abs(pair[1] - head))

    def _shared(self, owners: Owners, head: int) -> list[tuple[int, int]]:
        """Return what the clause above a deed lends it: along infinitives, coordination and settings."""
        node = head
        for _ in range(STEPS):
            above = self._analysis.heads[node]
            if above < 0 or not self._shares(node):
                return []
            node = above
            if owners.get(node):
                return owners[node]
        return []

    def _shares(self, node: int) -> bool:
        """Tell whether a deed has the setting of what it hangs on."""
        analysis = self._analysis
        relation = analysis.deprels[node].partition(":")[0]
        if relation in ("xcomp", "conj", "obj"):
            return True
        if relation == "nsubj":
            return analysis.upos[node] == "NOUN"
        if relation == "advcl":
            return not any(
                analysis.deprels[c] == "mark" and analysis.upos[c] != "PART" for c in analysis.children[node]
            )
        return relation == "obl" and branches.case_of(analysis, node) in SHARING

    def _owners(self, ranges: Sequence[Tokens | None]) -> Owners:
        """Map each token that owns a time or place to what it owns."""
        owners: Owners = {}
        for index, tokens in enumerate(ranges):
            if tokens is not None:
                top = self._top(tokens)
                owners.setdefault(self._owner(top), []).append((index, top))
        return owners

    def _top(self, tokens: Tokens) -> int:
        """Return the token of a range whose head lies outside it."""
        inside = range(*tokens)
        return next(
            (t for t in inside if self._analysis.heads[t] not in inside and self._analysis.upos[t] != "ADP"), tokens[0]
        )

    def _owner(self, top: int) -> int:
        """Return the first deed on the way up, else the noun before which it stands, else the verb of the clause."""
        analysis, node = self._analysis, top
        for _ in range(STEPS):
            below, node = node, analysis.heads[node]
            if node < 0:
                return below
            if node in self._heads:
                return node
            if below < node and analysis.upos[node] == "NOUN" and analysis.deprels[below] in ("compound", "amod"):
                return node  # "a 2014 law": the year of the law, not of the deed
            if analysis.upos[node] in ("VERB", "AUX") and self._is_closed(node):
                return node
        return node

    def _is_closed(self, verb: int) -> bool:
        """Tell whether a clause keeps its times and places, unlike "as dawn broke over the port"."""
        relation = self._analysis.deprels[verb].partition(":")[0]
        if relation != "advcl":
            return relation in CLAUSES
        marks = {self._analysis.lowers[c] for c in self._analysis.children[verb] if c < verb}
        return marks.isdisjoint(SIMULTANEOUS)

    def _is_where(self, mention: PlaceMention) -> bool:
        """Tell whether a place name says where something is done."""
        if mention.use != "literal":
            return False
        top, relation = mention.head, self._analysis.deprels[mention.head]
        while relation == "conj":
            top = self._analysis.heads[top]
            relation = self._analysis.deprels[top]
        if relation == "compound":  # "the Kashmir attack"
            return self._analysis.heads[top] in self._heads
        case = branches.case_of(self._analysis, top)
        if case == "from":  # "withdrew from Chad" was there; "women from Chad" are anywhere
            return relation == "obl"
        return case in LITERAL or relation in PLACED

    def _give_to_caption(self, caption: Tokens, times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> None:
        """Give the date that ends a caption, and the places just before it, to the deeds that the caption shows."""
        inside = [i for i, mention in enumerate(times) if caption[0] <= mention.tokens[0] < caption[1]]
        if not inside:
            return
        end = times[inside[-1]].tokens[0]
        where = [
            i for i, m in enumerate(places) if caption[0] <= m.tokens[0] < end and end - m.tokens[1] <= PLACE_REACH
        ]
        shown = [head for head in self._heads if caption[0] <= head < caption[1] and self._is_shown(head)]
        for owners, indices in ((self._times, inside[-1:]), (self._places, where)):
            for index in indices:
                for owned in owners.values():
                    owned[:] = [pair for pair in owned if pair[0] != index]
                for head in shown:
                    owners.setdefault(head, []).append((index, end))

    def _is_shown(self, head: int) -> bool:
        """Tell whether a deed of a caption is what its picture shows, not why or after what."""
        node = head
        for _ in range(STEPS):
            relation = self._analysis.deprels[node]
            if relation == "root":
                return True
            if relation.partition(":")[0] in ("acl", "nmod", "obl") and branches.case_of(self._analysis, node) not in (
                "in", "at", "during", "outside", "by", ""
            ):  # fmt: skip
                return False
            if relation.startswith("acl:relcl"):
                return False
            node = self._analysis.heads[node]
        return False


PLACE_REACH = 6
"""Tokens between a place and the date that ends a caption: "in Sanaa, Yemen, on Sunday, Oct. 18"."""
