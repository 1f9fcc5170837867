"""Compare two readings of the same reports: `python -m corpus.agree FOLDER OTHER`.

In: two folders of annotated reports with the same names. Out: how far the two annotators agree on the deeds.
A deed that one of them requires is agreed on where the other has one, required or optional, of a type that both
allow, which shares a word with it. F1 is over required deeds in both directions; the rest is the share of agreed
pairs that agree on status, time, and countries as well.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from corpus.form import Row, Span, load, place_of


def compare(text: str, one: Row, other: Row) -> Counter[str]:
    """Count what two readings of one text agree on.

    Args:
        text: the report.
        one: the first reading's YAML.
        other: the second's.

    Returns:
        "wanted" and "met", required deeds of either and those that the other has; "pairs", agreed pairs once each,
        and how many of them agree on "status", "time", "actor_country" and "recipient_country".
    """
    counts: Counter[str] = Counter()
    for mine, theirs, first in ((one, other, True), (other, one, False)):
        for deed in mine.get("events") or []:
            if deed.get("optional"):
                continue
            counts["wanted"] += 1
            match = max(theirs.get("events") or [], key=lambda d: _likeness(text, deed, d), default=None)
            if match is None or not _likeness(text, deed, match):
                continue
            counts["met"] += 1
            if first:
                counts["pairs"] += 1
                counts["status"] += bool(_options(deed["status"]) & _options(match["status"]))
                counts["time"] += bool(_options(deed["time"]) & _options(match["time"]))
                for key in ("actor_country", "recipient_country"):
                    counts[key] += _codes(deed[key]) == _codes(match[key])
    return counts


def _likeness(text: str, one: Row, other: Row) -> int:
    """Return how many mentions two deeds share, 0 where their types differ."""
    if not _options(one["type"]) & _options(other["type"]):
        return 0
    return sum(any(_touch(a, b) for b in _triggers(text, other)) for a in _triggers(text, one))


def _triggers(text: str, deed: Row) -> list[Span]:
    return [span for word in deed["words"] if (span := place_of(text, word)) is not None]


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _options(value: Any) -> set[str]:
    return set(str(value).split("|"))


def _codes(values: list[Any]) -> set[str]:
    return {code for value in values for code in _options(value)} - {"-"}


def main() -> int:
    """Print the agreement over all reports that both folders have."""
    if len(sys.argv) != 3:
        print("usage: python -m corpus.agree FOLDER OTHER", file=sys.stderr)
        return 2
    total: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
        beside = Path(sys.argv[2]) / path.name
        if beside.exists():
            text, one = load(path)
            counts = compare(text, one, load(beside)[1])
            total += counts
            print(f"{path.stem}: {100 * counts['met'] / max(1, counts['wanted']):.0f} of {counts['wanted']} deeds")
    if not total["wanted"]:
        print("no report lies in both folders", file=sys.stderr)
        return 2
    print(f"agreement on required deeds, F1: {100 * total['met'] / total['wanted']:.1f}")
    for key in ("status", "time", "actor_country", "recipient_country"):
        print(f"{key} of agreed pairs: {100 * total[key] / max(1, total['pairs']):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
