"""Freeze: a release of an archive that never changes and can be cited.

In: an archive, an empty folder. Out: Parquet files, `manifest.json`, `DATA_DICTIONARY.md` and `SHA256SUMS`; the same
archive, program and moment give the same bytes.
What it does not know: what the tables hold; `release` says it. `unfrozen` checks a release.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from chancery.errors import ExportError
from chancery.record import SCHEMA
from chancery.show.export.output import in_words
from chancery.show.export.release import TABLES, Table, dictionary
from chancery.show.export.rows import snapshot
from chancery.store.archive import Archive

if TYPE_CHECKING:
    import duckdb

FORMAT = "chancery.release/1"
MANIFEST, SUMS, DICTIONARY = "manifest.json", "SHA256SUMS", "DATA_DICTIONARY.md"
EVIDENCE = 60
"""Characters of a finding's words that a release without texts gives at most: some ten words, as one may quote."""
LONGEST = 16 * 1024 * 1024
"""Bytes of a row on its way to DuckDB at most; the longest report is 400,000 characters, of six bytes each at worst."""
GROUP = 16_384
"""Rows of a Parquet row group: one of DuckDB's own size, 122,880, would hold half a gigabyte of reports in memory."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which reports go into a release: those published in between, both days inclusive; None is open."""

    since: str | None = None
    until: str | None = None

    def condition(self) -> tuple[str, list[str]]:
        """Return a condition on `documents d`, and the values of its placeholders."""
        found = [(f"d.published {sign} ?", day) for sign, day in ((">=", self.since), ("<=", self.until)) if day]
        return " AND ".join(text for text, _ in found) or "true", [day for _, day in found]


def freeze(
    archive: Archive, out: Path, made: datetime, *, scope: Scope | None = None, texts: bool = True
) -> dict[str, Any]:
    """Write a release.

    Args:
        archive: an archive, read in one state.
        out: a folder that is empty or does not exist.
        made: the moment that the manifest names.
        scope: which reports; all by default.
        texts: give the texts; else their hashes, and at most `EVIDENCE` characters of a finding's words.

    Returns:
        The manifest.

    Raises:
        ExportError: the folder has something in it, or cannot be written; nothing is left of it then.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ExportError(f"{out} is not an empty folder: give --out the name of a new one.")
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with in_words(out):
            part.mkdir()
            manifest = _fill(archive, part, made, scope or Scope(), texts)
            if out.exists():
                out.rmdir()
            part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return manifest


def _fill(archive: Archive, folder: Path, made: datetime, scope: Scope, texts: bool) -> dict[str, Any]:
    """Write the files of a release."""
    import duckdb

    _functions(archive, texts)
    with (
        snapshot(archive),
        duckdb.connect(config={"threads": 1}) as connection,
    ):  # one thread: rows and bytes keep their order
        rows = {table.name: _write(archive, table, scope, folder, connection) for table in TABLES}
        manifest = {
            "format": FORMAT,
            "made": made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "program": {"chancery": version("chancery"), "duckdb": duckdb.__version__},
            "schemas": {"archive": _schema(archive), "record": SCHEMA},
            "readers": _readers(archive, scope),
            "texts": texts,
            "filters": {"published_since": scope.since, "published_until": scope.until},
            "tables": rows,
            "events": _counts(archive, scope),
        }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf8")
    (folder / DICTIONARY).write_text("\n".join(dictionary()) + "\n", encoding="utf8")
    (folder / SUMS).write_text(sums(folder), encoding="utf8")
    return manifest


def sums(folder: Path) -> str:
    """Return the checksums of the files of a folder but for their list itself, as `sha256sum` writes them."""
    names = sorted(path.name for path in folder.iterdir() if path.name != SUMS)
    return "".join(f"{_hash_of(folder / name)}  {name}\n" for name in names)


def _hash_of(path: Path) -> str:
    hasher = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            hasher.update(block)
    return hasher.hexdigest()


def _functions(archive: Archive, texts: bool) -> None:
    """Give SQLite the functions that the tables' queries use; they count code points also beyond a NUL."""

    def words(text: str, start: int | None, end: int | None) -> str | None:
        if start is None or end is None:
            return None
        return text[start:end] if texts or end - start <= EVIDENCE else text[start : start + EVIDENCE] + " …"

    functions: dict[str, tuple[int, Callable[..., Any]]] = {
        "words": (3, words),
        "given": (1, lambda text: text if texts else None),
        "length_of": (1, len),
        "sha256": (1, lambda text: sha256(text.encode()).hexdigest()),
    }
    for name, (arguments, function) in functions.items():
        archive.connection.create_function(name, arguments, function, deterministic=True)


def _write(archive: Archive, table: Table, scope: Scope, folder: Path, connection: duckdb.DuckDBPyConnection) -> int:
    """Write a table as Parquet, by way of JSON Lines, and return the number of its rows."""
    import duckdb

    condition, values = scope.condition()
    names, rows = [column.name for column in table.columns], 0
    passing = folder / f"{table.name}.jsonl"
    with passing.open("wb") as file:
        for row in archive.connection.execute(table.query(condition), values):
            file.write(msgspec.json.encode(dict(zip(names, row, strict=True))) + b"\n")
            rows += 1
    try:
        read = connection.read_json(
            str(passing), columns=table.kinds, format="newline_delimited", maximum_object_size=LONGEST
        )
        read.write_parquet(str(folder / f"{table.name}.parquet"), compression="zstd", row_group_size=GROUP)
    except duckdb.Error as error:
        raise ExportError(f"{table.name}.parquet cannot be written: {error}") from error
    passing.unlink()
    return rows


def _schema(archive: Archive) -> int:
    found: int = archive.connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def _readers(archive: Archive, scope: Scope) -> list[dict[str, str]]:
    condition, values = scope.condition()
    table = next(table for table in TABLES if table.name == "runs")
    rows = archive.connection.execute(table.query(condition), values)
    return [{"version": row[1], "model": row[2], "sha256": row[3]} for row in rows]


def _counts(archive: Archive, scope: Scope) -> dict[str, Any]:
    """Count events by type and status."""
    condition, values = scope.condition()
    query = (
        "SELECT e.type, e.status, count(*) FROM all_events e JOIN documents d ON d.doc = e.doc "
        f"WHERE e.live = 1 AND {condition} GROUP BY 1, 2 ORDER BY 1, 2"
    )
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    both: dict[str, dict[str, int]] = {}
    for kind, status, count in archive.connection.execute(query, values):
        types[kind] += count
        statuses[status] += count
        both.setdefault(kind, {})[status] = count
    return {"by_type": dict(types), "by_status": dict(sorted(statuses.items())), "by_type_and_status": both}
