"""Panel: how countries dealt with each other, month by month.

In: an archive, which events. Out: a row for each ordered pair of countries and month, as CSV or Parquet.
What it does not know: what goes on inside a country; pairs of a country with itself are left out and counted.

Counts by quad, type and score are of deeds that happened; those by status are of all. The pairs are those of the
archive's table `dyads`. Memory grows with the rows of the panel, not with the events.
"""

from __future__ import annotations

import csv
import io
import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from typing import BinaryIO, get_args

import msgspec

from chancery.plover import QUADS
from chancery.record import STATUSES, EventType
from chancery.show.export.codes import load
from chancery.show.export.formats import Tally
from chancery.show.export.rows import EventRow, Selection, events, other_statuses, snapshot
from chancery.show.export.story import Stories
from chancery.store.archive import Archive

TYPES: tuple[EventType, ...] = get_args(EventType)
QUAD_COLUMNS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
COLUMNS = (
    "source", "target", "source_cow", "target_cow", "source_cowabb", "target_cowabb", "month",
    *STATUSES, *QUAD_COLUMNS, *(kind.lower() for kind in TYPES),
    "score_sum", "score_mean", "goldstein_sum", "goldstein_mean", "reports", "reports_all",
)  # fmt: skip
"""`happened` is the number of deeds that happened, and so on; `reports` tell of the pair in a month, `reports_all` were
published in it."""
_KINDS = {
    **dict.fromkeys(("source", "target", "source_cowabb", "target_cowabb", "month"), "VARCHAR"),
    **dict.fromkeys(("score_sum", "score_mean", "goldstein_sum", "goldstein_mean"), "DOUBLE"),
}
CountryPair = tuple[str, str]


_PLACES = {name: n for n, name in enumerate((*STATUSES, *QUAD_COLUMNS, *TYPES))}


@dataclass(slots=True)
class Count:
    """What is counted of a pair in a month.

    Attributes:
        numbers: by status, quad and type, in the order of the columns.
        score, goldstein: sums over the deeds that happened.
        reports: how many tell of the pair.
        last: the document that was counted last.
    """

    numbers: array[int] = field(default_factory=lambda: array("I", bytes(4 * len(_PLACES))))
    score: float = 0.0
    goldstein: float = 0.0
    reports: int = 0
    last: int = 0

    @property
    def happened(self) -> int:
        """How many deeds happened."""
        return self.numbers[_PLACES["happened"]]

    def add(self, row: EventRow, goldstein: float) -> None:
        """Count an event; those of a document come one after another."""
        self.numbers[_PLACES[row.status]] += 1
        if row.doc != self.last:
            self.reports += 1
            self.last = row.doc
        if row.status == "happened":
            self.numbers[_PLACES[QUAD_COLUMNS[QUADS[row.type] - 1]]] += 1
            self.numbers[_PLACES[row.type]] += 1
            self.score += row.score
            self.goldstein += goldstein


Counts = dict[tuple[CountryPair, str], Count]


@dataclass(slots=True)
class Panel:
    """The counts, the reports published by month, and a tally."""

    counts: Counts
    published: dict[str, int]
    tally: Tally

    def rows(self, *, balanced: bool = False) -> Iterator[tuple[object, ...]]:
        """Yield the rows by source, target and month.

        Args:
            balanced: give every ordered pair of the countries that occur a row for every month from the first to the
                last, with zeros where nothing is known.
        """
        keys = sorted(self.counts)
        if balanced and keys:
            months = list(months_between(min(month for _, month in keys), max(month for _, month in keys)))
            countries = sorted({country for pair, _ in keys for country in pair})
            keys = [(pair, month) for pair in permutations(countries, 2) for month in months]
        for pair, month in keys:
            yield self._row(pair, month, self.counts.get((pair, month)) or Count())

    def _row(self, pair: CountryPair, month: str, count: Count) -> tuple[object, ...]:
        countries = [load().countries.get(one) for one in pair]
        score, goldstein = round(count.score, 4), round(count.goldstein, 4)
        means = (round(value / count.happened, 4) if count.happened else None for value in (score, goldstein))
        return (
            *pair, *(one and one.cow for one in countries), *(one and one.cowabb for one in countries), month,
            *count.numbers,
            score, next(means), goldstein, next(means), count.reports, self.published.get(month, 0),
        )  # fmt: skip


def count(archive: Archive, selection: Selection) -> Panel:
    """Count an archive's events by pair of countries and month."""
    counts: Counts = {}
    tally = Tally()
    stories = Stories(archive)
    with snapshot(archive):
        tally.left_out.update(other_statuses(archive, selection))
        published = _published(archive)
        for row, pairs in zip(events(archive, selection), _pairs(archive, selection), strict=True):
            abroad = [pair for pair in pairs if pair[0] != pair[1]]
            if row.day is None or not abroad:
                tally.left_out[_reason(row, pairs)] += 1
                continue
            code = load().called(row.type, row.mode, row.status, stories.of(row).words(row)).code
            for pair in abroad:
                counts.setdefault((pair, row.day[:7]), Count()).add(row, load().codes[code].goldstein)
            tally.events += 1
    return Panel(counts, published, tally)


def _reason(row: EventRow, pairs: list[CountryPair]) -> str:
    if row.day is None:
        return "without a date"
    return "inside one country" if pairs else "without two countries"


_decode_pairs = msgspec.json.Decoder(list[tuple[str, str]]).decode


def _pairs(archive: Archive, selection: Selection) -> Iterator[list[CountryPair]]:
    """Yield the pairs of countries of the same events in the same order."""
    condition, values = selection.condition()
    query = (
        "SELECT (SELECT json_group_array(json_array(y.source, y.target)) FROM dyads y WHERE y.event = e.event) "
        f"FROM all_events e JOIN documents d ON d.doc = e.doc WHERE {condition} ORDER BY e.event"
    )
    for (pairs,) in archive.connection.execute(query, values):
        yield _decode_pairs(pairs)


def _published(archive: Archive) -> dict[str, int]:
    """Return how many reports that were read were published in each month."""
    query = (
        "SELECT substr(published, 1, 7), count(*) FROM documents "
        "WHERE state = 'read' AND published IS NOT NULL GROUP BY 1"
    )
    return dict(archive.connection.execute(query).fetchall())


def months_between(first: str, last: str) -> Iterator[str]:
    """Yield months, both ends included.

    Example:
        >>> list(months_between("2025-12", "2026-02"))
        ['2025-12', '2026-01', '2026-02']
    """
    numbers = [12 * int(month[:4]) + int(month[5:7]) - 1 for month in (first, last)]
    for number in range(numbers[0], numbers[1] + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def write_csv(panel: Panel, file: BinaryIO, *, balanced: bool = False) -> None:
    """Write a panel as CSV with a header; empty cells are unknown."""
    text = io.TextIOWrapper(file, encoding="utf8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in panel.rows(balanced=balanced):
        writer.writerow(row)
        panel.tally.rows += 1
    text.detach()


def write_parquet(panel: Panel, file: BinaryIO, *, balanced: bool = False) -> None:
    """Write a panel as Parquet."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        table, made = Path(folder, "panel.csv"), Path(folder, "panel.parquet")
        with table.open("wb") as plain:
            write_csv(panel, plain, balanced=balanced)
        kinds = {name: _KINDS.get(name, "INTEGER") for name in COLUMNS}
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.read_csv(str(table), header=True, columns=kinds).write_parquet(str(made), compression="zstd")
        file.write(made.read_bytes())
