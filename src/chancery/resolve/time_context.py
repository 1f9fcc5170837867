"""What a time is counted from: the report's day, the tense, and what the text has named before.

In: nothing. Out: `Known` and the type of slots; every form of time takes both.
What it does not know: any form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chancery.resolve.edtf import Date, Extent

Slots = Mapping[str, Any]
"""Values that a rule of `extract` took from the words; `Any`, for each form knows its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a time may be counted from.

    Attributes:
        published: the day of the report, None if unknown.
        tense: of what is dated: "past", "present", "future", or "near" for either.
        firm: whether the tense is that of the verb it hangs on.
        named: gives the time that the text has named last, in a unit or a finer one; None if none is near.
        at_hand: the time last named, whatever its unit.
    """

    published: Date | None
    tense: str
    named: Callable[[str], Extent | None]
    firm: bool = False
    at_hand: Extent | None = None


def year_of(slots: Slots, known: Known) -> int | None:
    """Return the year that the words name: "2015", "of last year", "of that year"."""
    if slots.get("year"):
        return int(slots["year"])
    relation = slots.get("year_relation")
    if relation in ("that", "previous", "following"):
        named = known.named("year")
        step = {"that": 0, "previous": -1, "following": 1}[relation]
        return named.first.year + step if named and named.first else None
    if relation and known.published:
        return known.published.year + {"last": -1, "past": -1, "next": 1, "coming": 1}.get(relation, 0)
    return None
