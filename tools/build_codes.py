"""Build `src/chancery/data/codes.json` from the tables people edit in `resources/codes`.

In: `resources/codes/*.tsv`. Out: the same rows, checked, with inherited cells filled in, the same bytes for the same
rows. What it does not know: where the codes came from (the tables' headers say so).

Run `python tools/build_codes.py`; with `--check` it only tells whether the committed table is up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import msgspec

from chancery.record import MODES, EventType
from chancery.show.export.codes import Called, Country, Deed, Gloss, Precision, Sector, Table

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources" / "codes"
TARGET = ROOT / "src" / "chancery" / "data" / "codes.json"

NONE = "-"
"""Written for a type without a mode."""
STATUSES = ("planned", "not_happened")

Row = dict[str, str]


class TableError(ValueError):
    """A row of a resource table cannot be used; says table, row and why."""


def read_rows(name: str) -> Iterator[Row]:
    """Yield the rows of `resources/codes/NAME.tsv` by column; lines that start with # are its header."""
    lines = (RESOURCES / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    body = [line for line in lines if line and not line.startswith("#")]
    columns = body[0].split("\t")
    for line in body[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise TableError(f"{name}.tsv: {len(cells)} cells instead of {len(columns)} in {line!r}")
        yield dict(zip(columns, cells, strict=True))


def countries() -> Iterator[Country]:
    """Yield the countries, checked for codes that stand twice."""
    rows = list(read_rows("countries"))
    for column in ("iso3", "cow", "cowabb", "fips", "cameo", "icews"):
        _refuse_twice([row[column] for row in rows if row[column]], f"countries.tsv: {column}")
    for row in rows:
        if bool(row["cow"]) != bool(row["cowabb"]):
            raise TableError(f"countries.tsv: {row['iso3']} has one of cow and cowabb")
        cow = int(row["cow"]) if row["cow"] else None
        yield Country(row["iso3"], row["name"], cow, row["cowabb"] or None, row["fips"], row["cameo"], row["icews"])


def deeds(codes: Iterable[str]) -> list[Deed]:
    """Return the table of deeds with inherited cells filled in: each type and mode once without words."""
    rows = list(read_rows("cameo"))
    plain = {(row["type"], row["mode"]): row for row in rows if not row["words"]}
    wanted = {(kind, mode) for kind in get_args(EventType) for mode in (NONE, *MODES.get(kind, ()))}
    if set(plain) != wanted:
        raise TableError(f"cameo.tsv: a row is missing or too many: {sorted(set(plain) ^ wanted)}")
    _refuse_twice([f"{row['type']} {row['mode']} {row['words']}" for row in rows], "cameo.tsv")
    known = frozenset(codes)
    return [_deed(row, plain[row["type"], row["mode"]], known) for row in rows]


def _deed(row: Row, plain: Row, known: frozenset[str]) -> Deed:
    """Make a row of the table, cells that are empty taken from the row without words."""
    if row["words"] != row["words"].lower():
        raise TableError(f"cameo.tsv: words are written small: {row}")
    full = {column: cell or plain[column] for column, cell in row.items()}
    if row["code"] and not row["back"]:
        full["back"] = row["code"]
    happened = _called(f"{row['type']} {row['mode']}", full["code"], full["back"] or full["code"], known)
    planned, not_happened = (_called(full[s], full[f"{s.split('_')[0]}_code"], "", known) for s in STATUSES)
    return Deed(happened.type, happened.mode, tuple(row["words"].split()), happened, planned, not_happened)


def _called(name: str, code: str, back: str, known: frozenset[str]) -> Called:
    """Read "THREATEN violence" with its code."""
    kind, _, mode = name.partition(" ")
    if kind not in get_args(EventType) or mode not in (NONE, *MODES.get(kind, ())):
        raise TableError(f"cameo.tsv: {name!r} is no type and mode of PLOVER")
    if not {code, back or code} <= known:
        raise TableError(f"cameo.tsv: {code!r} or {back!r} is not in cameo_codes.tsv")
    return Called(kind, None if mode == NONE else mode, code, back or code)  # type: ignore[arg-type]


def _refuse_twice(values: list[str], where: str) -> None:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise TableError(f"{where}: {', '.join(twice)} stands twice")


def build() -> bytes:
    """Return the table as JSON, one row a line."""
    glosses = tuple(Gloss(row["code"], float(row["goldstein"]), row["gloss"]) for row in read_rows("cameo_codes"))
    _refuse_twice([row.code for row in glosses], "cameo_codes.tsv")
    table = Table(
        countries=tuple(countries()),
        sectors=tuple(Sector(**row) for row in read_rows("sectors")),
        precisions=tuple(Precision(**row) for row in read_rows("precisions")),  # type: ignore[arg-type]
        codes=glosses,
        deeds=tuple(deeds(row.code for row in glosses)),
    )
    msgspec.convert(msgspec.to_builtins(table), Table)  # checks what the types allow
    parts = (b'"%b":[\n%b\n]' % (name.encode(), _lines(getattr(table, name))) for name in table.__struct_fields__)
    return b"{%b}\n" % b",\n".join(parts)


def _lines(rows: tuple[msgspec.Struct, ...]) -> bytes:
    return b",\n".join(map(msgspec.json.encode, rows))


def main() -> None:
    """Write the table, or check it."""
    data = build()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_bytes() != data:
            sys.exit("src/chancery/data/codes.json is not what resources/codes gives: run tools/build_codes.py")
        return
    TARGET.write_bytes(data)


if __name__ == "__main__":
    main()
