"""Knowledge: tables of actors, places and words, built from `resources/` and looked up by whole words.

In: the committed tables in `chancery/data`, read once on first use. Out: `Names.longest`, a longest match
over tokens.
What it does not know: the report. A match says what a name can mean; `extract` decides what it does mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from chancery.record import ActorKind


class Entry(msgspec.Struct, frozen=True):
    """What a name can mean.

    Attributes:
        name: the canonical name ("Russia", "International Criminal Court").
        kind: what sort of actor it is.
        country: ISO 3166-1 alpha-3 of the country it belongs to, None for international bodies.
        sectors: PLOVER sector codes.
        use: "name" (Russia), "demonym" (Russian), "metonym" (the Kremlin: always the actor), or
            "seat" (Moscow: a place that may stand for the government).
    """

    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    use: str


class Names:
    """Names and what they can mean, matched over whole lower-cased tokens.

    Keys are forms tokenised as the reader tokenises and joined by one space ("people 's republic of china").
    """

    def __init__(self, table: dict[str, Entry]) -> None:
        self._table = table
        self._longest: dict[str, int] = {}
        for form in table:
            words = form.split(" ")
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def longest(self, lowers: Sequence[str], first: int, last: int) -> tuple[int, Entry] | None:
        """Return the end and the meaning of the longest name that starts at a token.

        Args:
            lowers: lower-cased tokens of the report.
            first: index where the name starts.
            last: index after the last token it may use (the end of the sentence).

        Returns:
            The index after the name and its entry, or None.
        """
        for size in range(min(self._longest.get(lowers[first], 0), last - first), 0, -1):
            entry = self._table.get(" ".join(lowers[first : first + size]))
            if entry is not None:
                return first + size, entry
        return None

    def get(self, form: str) -> Entry | None:
        """Return what a lower-cased form means, or None."""
        return self._table.get(form)


def read_table(name: str) -> bytes:
    """Return the bytes of a committed table, `chancery/data/NAME`."""
    return (files("chancery") / "data" / name).read_bytes()


@cache
def actors() -> Names:
    """Return the actor names of `data/actors.json` (built by `tools/build_actors.py`)."""
    return Names(msgspec.json.decode(read_table("actors.json"), type=dict[str, Entry]))
