"""The form of an annotated report: what its YAML says, as values with their places in the text.

In: `NAME.txt` with `NAME.yaml` beside it, as `GUIDE.md` describes. Out: `Annotated`, every span resolved.
What it does not know: word pieces, models, scores. A file that breaks the form raises `FormError`, which lists all
that is wrong with it.

Spans are half-open `[start, end)` pairs of code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Span = tuple[int, int]
Row = dict[str, Any]

ROLES = ("actor", "recipient", "time", "place")
"""What a mention may name around its trigger."""


class FormError(ValueError):
    """A report breaks the form; the message has one line for each fault."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the text names a deed: the words for it, and the words of its sentence for who, whom, when and where."""

    trigger: Span
    roles: dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Deed:
    """One event; `types`, `modes` and `statuses` are alternatives, the best first; `mode` "-" is none."""

    id: str
    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    optional: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report: its text, and its deeds in the order of the file."""

    name: str
    published: str
    text: str
    deeds: tuple[Deed, ...]


def load(path: Path) -> tuple[str, Row]:
    """Return the text and the YAML of one report.

    Args:
        path: the YAML file; its text lies beside it.

    Raises:
        FormError: the YAML cannot be read, or the text is missing.
    """
    beside = path.with_suffix(".txt")
    if not beside.exists():
        raise FormError(f"{path}: there is no {beside.name} beside it")
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf8"))
    except yaml.YAMLError as error:
        raise FormError(f"{path}: {error}") from error
    if not isinstance(rows, dict):
        raise FormError(f"{path}: wants keys report, published, events")
    return beside.read_bytes().decode("utf8"), rows


def read(path: Path) -> Annotated:
    """Read one report whose words all stand in its text.

    Args:
        path: the YAML file.

    Raises:
        FormError: words are not in the text.
    """
    text, rows = load(path)
    faults: list[str] = []
    deeds = tuple(_deed(text, row, faults) for row in rows.get("events") or [])
    if faults:
        raise FormError("\n".join(f"{path}: {fault}" for fault in faults))
    return Annotated(path.stem, str(rows["published"]), text, deeds)


def _deed(text: str, row: Row, faults: list[str]) -> Deed:
    """Read one event."""
    mentions = []
    for word in row["words"]:
        trigger = place_of(text, word)
        if trigger is None:
            faults.append(f"{row['id']}: words {word!r} not in the text")
            continue
        mentions.append(Mention(trigger, dict(_roles(text, row["id"], word, trigger, faults))))
    options = lambda key: tuple(str(row.get(key, "-")).split("|"))  # noqa: E731
    return Deed(
        row["id"], options("type"), options("mode"), options("status"), bool(row.get("optional")), tuple(mentions)
    )


def _roles(
    text: str, name: str, word: str | Row, trigger: Span, faults: list[str]
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the roles of one mention with their spans."""
    if isinstance(word, str):
        return
    for role in ROLES:
        given = word.get(role)
        spans = []
        for one in listed(given):
            span = near(text, one, trigger)
            if span is None:
                faults.append(f"{name}: {role} {one!r} not in the line of {word['words']!r}")
            else:
                spans.append(span)
        if spans:
            yield role, tuple(spans)


def listed(given: object) -> list[str | int | Row]:
    """Return what a role was given as a list: one value or several, a bare year too."""
    return given if isinstance(given, list) else [] if given is None else [given]  # type: ignore[list-item]


def place_of(text: str, word: str | Row) -> Span | None:
    r"""Return where words stand: the `nth` place in the text, or the first in their `line`; None where they do not.

    Example:
        >>> place_of("Fire.\nThe fire at sea, a fire.", {"words": "fire", "nth": 2})
        (23, 27)
    """
    if isinstance(word, str):
        word = {"words": word}
    found = list(places(text, str(word["words"])))
    if "line" in word:
        low, high = line_span(text, word["line"])
        found = [span for span in found if low <= span[0] < high]
    number = word.get("nth", 1)
    return found[number - 1] if 0 < number <= len(found) else None


def places(text: str, words: str) -> Iterator[Span]:
    """Yield every place of some words, as `evals.score` counts them: overlapping ones too, inside words too."""
    start = text.find(words) if words else -1
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def near(text: str, word: str | int | Row, trigger: Span) -> Span | None:
    """Return the place of some words in the line of a trigger: the nearest whole-word one, or the `nth` of the line."""
    low, high = line_at(text, trigger[0])
    words, number = (str(word["words"]), word.get("nth")) if isinstance(word, dict) else (str(word), None)
    inside = [s for s in places(text, words) if low <= s[0] and s[1] <= high and is_whole(text, s)]
    if number is not None:
        return inside[number - 1] if 0 < number <= len(inside) else None
    return min(inside, key=lambda s: (max(s[0] - trigger[1], trigger[0] - s[1]), s), default=None)


def is_whole(text: str, span: Span) -> bool:
    """Tell whether a span neither begins nor ends inside a word."""
    before, after = text[max(0, span[0] - 1) : span[0] + 1], text[span[1] - 1 : span[1] + 1]
    return not (re.fullmatch(r"\w\w", before) or re.fullmatch(r"\w\w", after))


def line_span(text: str, number: int) -> Span:
    """Return the span of a line, counted from 1; an empty span past the end."""
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: number - 1]))
    return start, start + (len(lines[number - 1]) if 0 < number <= len(lines) else 0)


def line_at(text: str, place: int) -> Span:
    """Return the span of the line that holds a place."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end
