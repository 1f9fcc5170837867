"""Referents: who the mentions of one report stand for, while that is being found out.

In: mentions, one after another. Out: `Referents`, in which every mention has its referents.
What it does not know: why two mentions are the same; `aliases`, `nominals` and `pronouns` do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from chancery.mentions import ActorMention
from chancery.record import ActorKind


@dataclass(slots=True)
class Referent:
    """Somebody, as far as the mentions read so far tell.

    Attributes:
        name: the best name so far.
        kind: what sort of actor it is.
        country: ISO 3166-1 alpha-3, None where nothing tells.
        sectors: PLOVER sector codes.
        gender: "m" or "f" where a title, a first name or a pronoun told.
        plural: whether several people are meant.
        mentions: indices of its mentions.
        named: whether a name, not only a common noun, stands for it.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    gender: str | None = None
    plural: bool = False
    mentions: list[int] = field(default_factory=list)
    named: bool = False


class Referents:
    """The referents of a report, and whom each mention stands for."""

    def __init__(self, mentions: list[ActorMention]) -> None:
        self.mentions = mentions
        self.known: list[Referent] = []
        self.of: list[tuple[int, ...]] = [() for _ in mentions]

    def add(self, index: int, *, named: bool) -> int:
        """Make a new referent of one mention and return its number."""
        m = self.mentions[index]
        self.known.append(Referent(m.name, m.kind, m.country, m.sectors, m.gender, m.plural, [], named))
        self.join(index, len(self.known) - 1)
        return len(self.known) - 1

    def invent(self, referent: Referent) -> int:
        """Take in a referent that no name of the report stands for, and return its number."""
        self.known.append(referent)
        return len(self.known) - 1

    def join(self, index: int, *numbers: int) -> None:
        """Let a mention stand for referents; what it tells of one alone is taken over where nothing is known."""
        m = self.mentions[index]
        self.of[index] = numbers
        for number in numbers:
            self.known[number].mentions.append(index)
        if len(numbers) == 1:
            one = self.known[numbers[0]]
            one.country = one.country or m.country
            one.sectors = one.sectors or m.sectors
            if m.gender in ("m", "f"):
                one.gender = one.gender or m.gender
            if one.kind == "unknown" and m.kind != "unknown":
                one.kind = m.kind

    def states(self) -> dict[str, int]:
        """Return the number of each country's state by ISO code."""
        found: dict[str, int] = {}
        for number, one in enumerate(self.known):
            if one.kind == "state" and one.country is not None:
                found.setdefault(one.country, number)
        return found

    def votes(self) -> Counter[str]:
        """Count how often mentions of each country's actors occur."""
        counted: Counter[str] = Counter()
        for one in self.known:
            if one.country is not None:
                counted[one.country] += len(one.mentions)
        return counted
