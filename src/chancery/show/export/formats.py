"""Formats: the files of other datasets, by the names under which the command line offers them.

In: an archive, the name of a format, which events. Out: the file's bytes, and a tally of what is in it and what is not.
What it does not know: where the bytes go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from chancery.show.export import gdelt, gdelt_mentions, icews, plover, polecat
from chancery.show.export.plover import Manner
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Selection, events, other_statuses, snapshot
from chancery.show.export.story import Stories, Story
from chancery.store.archive import Archive

Lines = Callable[[EventRow, Story], list[bytes]]


@dataclass(slots=True)
class Tally:
    """What went into a file: how many rows of how many events, and the events left out, by reason."""

    rows: int = 0
    events: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Format:
    """A file of events.

    Attributes:
        lines: makes the lines of an event, or says why it has none.
        header: the first line, empty where the format has none.
    """

    lines: Lines
    header: bytes = b""


NAMES = ("plover", "polecat", "icews", "gdelt", "gdelt-mentions")


def format_of(name: str, manner: Manner) -> Format:
    """Return a format by its name; `manner` is PLOVER's."""
    return {
        "plover": Format(partial(plover.lines, manner=manner)),
        "polecat": Format(polecat.lines, polecat.HEADER),
        "icews": Format(icews.lines, icews.HEADER),
        "gdelt": Format(gdelt.lines),
        "gdelt-mentions": Format(gdelt_mentions.lines),
    }[name]


def write(archive: Archive, kind: Format, selection: Selection, file: BinaryIO) -> Tally:
    """Write the events of an archive; memory does not grow with their number.

    Args:
        archive: an archive, read in one state.
        kind: the format.
        selection: which events.
        file: where the bytes go.

    Returns:
        How much it was, and what was left out.
    """
    tally = Tally()
    file.write(kind.header)
    stories = Stories(archive)
    with snapshot(archive):
        tally.left_out.update(other_statuses(archive, selection))
        for row in events(archive, selection):
            try:
                lines = kind.lines(row, stories.of(row))
            except LeftOut as reason:
                tally.left_out[str(reason)] += 1
                continue
            file.writelines(lines)
            tally.rows += len(lines)
            tally.events += 1
    return tally
