"""Times against TimeML: how many of a corpus's dates and durations are found, and how many dated right.

In: folders of TimeML files (`.tml` with TIMEX3, as TimeBank has them); the corpora are not part of this project.
Out: one line of figures a folder. What it does not know: events and links of the files.

usage: python -m evals.times FOLDER...

A time is found if its words overlap; strictly, if they are the same but for a preposition or "the". Vague
references ("now", "recently") are left out, as this reader does. A value is right if it covers the same days.
"""

from __future__ import annotations

import datetime
import html
import re
import sys
from collections import Counter
from pathlib import Path

from chancery.analyse.report import analyse
from chancery.extract import times as extract_times
from chancery.record import Time
from chancery.resolve import edtf
from chancery.resolve import times as resolve_times

Days = tuple[str | None, str | None]

_TAG = re.compile(r"<TIMEX3([^>]*)>|(</TIMEX3>)|<[^>]*>|([^<]+)")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_BEFORE = re.compile(
    r"^(?:(?:in|on|at|during|since|until|by|from|before|after|between|for|within|over|throughout|the)\s+)+",
    re.IGNORECASE,
)


def read_timeml(text: str) -> tuple[str, datetime.date | None, list[tuple[int, int, dict[str, str]]]]:
    """Return the words of a TimeML file, its day of creation, and its TIMEX3 as start, end and attributes."""
    created = re.search(r'<DCT>\s*<TIMEX3[^>]*value="(\d{4}-\d\d-\d\d)', text)
    body = re.search(r"<TEXT>(.*)</TEXT>", text, re.DOTALL)
    words, marked = "", []
    begun: list[tuple[int, dict[str, str]]] = []
    for found in _TAG.finditer(body[1] if body else ""):
        attributes, closing, plain = found.groups()
        words += html.unescape(plain or "")
        if attributes is not None:
            begun.append((len(words), dict(_ATTRIBUTE.findall(attributes))))
        elif closing:
            start, values = begun.pop()
            marked.append((start, len(words), values))
    return words, datetime.date.fromisoformat(created[1]) if created else None, marked


def days_of(value: str) -> Days | None:
    """Return first and last day of a TIMEX3 value, None for durations, parts of years that vary, and vague ones.

    Example:
        >>> days_of("1998-W02"), days_of("1998-Q3"), days_of("P3D")
        (('1998-01-05', '1998-01-11'), ('1998-07-01', '1998-09-30'), None)
    """
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    part = re.fullmatch(r"(\d{4})-([QH])(\d)", value)
    if week:
        extent = edtf.week_of(datetime.date.fromisocalendar(int(week[1]), min(max(int(week[2]), 1), 52), 1))
    elif part:
        extent = edtf.fraction(edtf.year_of(int(part[1])), int(part[3]) - 1, 4 if part[2] == "Q" else 2)
    else:
        extent = edtf.parse(f"{value}X" if re.fullmatch(r"\d{3}", value) else value.partition("T")[0])
    return (str(extent.first), str(extent.last)) if extent else None


def measure(text: str) -> Counter[str]:
    """Return counts of one file: gold, found, same words, spurious, dated in gold, dated right."""
    words, published, marked = read_timeml(text)
    analysis = analyse(words)
    times = resolve_times.resolve(analysis, extract_times.find(analysis), published)
    tally: Counter[str] = Counter()
    used: set[int] = set()
    for start, end, values in marked:
        hit = next((i for i, t in enumerate(times) if i not in used and t.span[0] < end and start < t.span[1]), None)
        if hit is not None:
            used.add(hit)
        if not values["value"].endswith("_REF"):
            tally += _compare(words[start:end], values, times[hit] if hit is not None else None)
    tally["spurious"] = len(times) - len(used)
    return tally


def _compare(words: str, values: dict[str, str], time: Time | None) -> Counter[str]:
    """Return the counts of one time of the gold and what was found for it."""
    days = days_of(values["value"]) if values["type"] in ("DATE", "TIME") else None
    if time is None:
        return Counter(gold=1)
    same = _BEFORE.sub("", words.strip()) == _BEFORE.sub("", time.text)
    right = days is not None and days == (time.earliest, time.latest)
    return Counter(gold=1, found=1, same=int(same), dated=int(days is not None), right=int(right))


def main(folders: list[str]) -> None:
    """Print the figures of each folder."""
    for folder in folders:
        tally: Counter[str] = Counter()
        for path in sorted(Path(folder).glob("*.tml")):
            tally += measure(path.read_text(encoding="utf-8"))
        precision = tally["found"] / max(tally["found"] + tally["spurious"], 1)
        recall = tally["found"] / max(tally["gold"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(
            f"{folder}: {tally['gold']} times, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; "
            f"same words {tally['same'] / max(tally['found'], 1):.3f}; "
            f"same days {tally['right'] / max(tally['dated'], 1):.3f} of {tally['dated']}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
