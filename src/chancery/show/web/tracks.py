"""Tracks: what lasts, as an extent along time: events as long as their words allow, offices from report to report.

In: rows of `ask.events`, and of offices. Out: where each extent begins and how wide it is, in hundredths of the whole.
What it does not know: SVG; the templates write it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Track:
    """An event along time: where its extent begins and how wide it is, in hundredths of the whole; who denies it."""

    left: float
    width: float
    status: str
    words: str
    when: str
    address: str
    denied: str


def tracks(events: Sequence[dict[str, Any]]) -> list[Track]:
    """Return events as extents between the first and the last day of them all, the earliest first.

    Args:
        events: rows of `ask.events`; one without a day is left out. An open side reaches to the edge.
    """
    dated = [row for row in events if row["day"]]
    if not dated:
        return []
    first = min(_ordinal(row["earliest"] or row["day"]) for row in dated)
    last = max(_ordinal(row["latest"] or row["day"]) for row in dated)
    whole = max(last - first + 1, 1)
    made = []
    for row in sorted(dated, key=lambda row: (row["day"], row["event"])):
        start, end = _extent(row, first, last)
        left, width = 100 * (start - first) / whole, 100 * (end - start + 1) / whole
        parties = " → ".join(one for one in (row["actors"], row["recipients"]) if one)
        words = f"{row['type']}{' ' + row['mode'] if row['mode'] else ''}: {parties or 'nobody named'}"
        address = f"/reports/{row['document']}#{row['id']}"
        when, denied = row["edtf"] or row["day"], row["denied_by"] or ""
        made.append(Track(round(left, 3), round(width, 3), row["status"], words, when, address, denied))
    return made


def _extent(row: dict[str, Any], first: int, last: int) -> tuple[int, int]:
    """Return the first and the last day of an event, the edge where its time is open."""
    if row["day_from"] != "text":
        return (_ordinal(row["day"]),) * 2
    start = _ordinal(row["earliest"]) if row["earliest"] else first
    return start, _ordinal(row["latest"]) if row["latest"] else last


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def terms(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return offices, each with where it begins and how wide it is between the first and the last report of all.

    Args:
        rows: with `first` and `last`, days of reports, of which one may be missing.
    """
    days = [_ordinal(row[end]) for row in rows for end in ("first", "last") if row[end]]
    if not days:
        return [{**row, "left": 0.0, "width": 0.0} for row in rows]
    start, whole = min(days), max(days) - min(days) + 1
    made = []
    for row in rows:
        first, last = (_ordinal(row[end]) if row[end] else start for end in ("first", "last"))
        left, width = 100 * (first - start) / whole, 100 * (last - first + 1) / whole if row["first"] else 0.0
        made.append({**row, "left": round(left, 3), "width": round(width, 3)})
    return made
