"""Surroundings: which times and places of a sentence belong to which deed.

In: an analysis, times, places, and the tokens that head deeds. Out: indices of times and places for a deed.
What it does not know: what the times and places are.

A time or place belongs to the first deed met on its way up the tree. Where it meets none it belongs to the
deeds that its clause introduces by an infinitive or a light verb; never to a deed told in a that-clause, for
then it is the time or place of saying.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from chancery.analysis import Analysis, Tokens
from chancery.extract import branches
from chancery.mentions import PlaceMention, TimeMention

_STEPS = 12  # governors climbed
LITERAL = frozenset("in at near on outside inside across around from over within throughout to into of".split())
"""Prepositions after which a place name says where."""


class Surroundings:
    """The times and places of one report, asked deed by deed."""

    def __init__(
        self,
        analysis: Analysis,
        times: Sequence[TimeMention],
        places: Sequence[PlaceMention],
        heads: Collection[int],
    ) -> None:
        self._analysis = analysis
        self._heads = heads
        self._times = self._owners([mention.tokens for mention in times])
        literal = [mention.tokens if self._is_where(mention) else None for mention in places]
        self._places = self._owners(literal)

    def times_of(self, head: int, noun: int | None) -> tuple[int, ...]:
        """Return the indices of the times of a deed, the nearest first."""
        return self._of(self._times, head, noun)

    def places_of(self, head: int, noun: int | None) -> tuple[int, ...]:
        """Return the indices of the places of a deed, the nearest first."""
        return self._of(self._places, head, noun)

    def _of(self, owners: dict[int, list[tuple[int, int]]], head: int, noun: int | None) -> tuple[int, ...]:
        own = owners.get(head, []) if noun is None or noun == head else owners.get(noun, []) + owners.get(head, [])
        found = own or self._inherited(owners, head)
        return tuple(index for index, _ in sorted(found, key=lambda pair: abs(pair[1] - head)))

    def _inherited(self, owners: dict[int, list[tuple[int, int]]], head: int) -> list[tuple[int, int]]:
        """Return what the clause above a deed lends it: along infinitives and coordination, not across "that"."""
        node = head
        for _ in range(_STEPS):
            relation, above = self._analysis.deprels[node].partition(":")[0], self._analysis.heads[node]
            if above < 0 or relation not in ("xcomp", "conj", "obj", "advcl"):
                return []
            node = above
            if owners.get(node):
                return owners[node]
        return []

    def _owners(self, ranges: Sequence[Tokens | None]) -> dict[int, list[tuple[int, int]]]:
        """Map each token that owns a time or place to (index, head token of the expression)."""
        owners: dict[int, list[tuple[int, int]]] = {}
        for index, tokens in enumerate(ranges):
            if tokens is None:
                continue
            top = self._top(tokens)
            owners.setdefault(self._owner(top), []).append((index, top))
        return owners

    def _top(self, tokens: Tokens) -> int:
        """Return the token of a range whose head lies outside it."""
        inside = range(*tokens)
        return next((t for t in inside if self._analysis.heads[t] not in inside), tokens[0])

    def _owner(self, top: int) -> int:
        """Return the first deed on the way up, else the verb of the clause."""
        analysis, node, verb = self._analysis, top, None
        for _ in range(_STEPS):
            node = analysis.heads[node]
            if node < 0:
                break
            if node in self._heads:
                return node
            if verb is None and analysis.upos[node] in ("VERB", "AUX"):
                verb = node
            if verb is not None and analysis.deprels[node].partition(":")[0] in ("ccomp", "parataxis"):
                break
        return verb if verb is not None else top

    def _is_where(self, mention: PlaceMention) -> bool:
        """Tell whether a place name says where something is done."""
        if mention.use != "literal":
            return False
        case = branches.case_of(self._analysis, mention.head)
        return case in LITERAL or self._analysis.deprels[mention.head] in ("appos", "nmod:poss", "obj", "obl:unmarked")
