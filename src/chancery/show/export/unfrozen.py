"""Unfrozen: what is no longer in a release as it was frozen.

In: the folder of a release. Out: a line for each thing that is wrong, none where it is whole.
What it does not know: the archive; whoever can write the folder can write its checksums.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chancery.errors import ExportError
from chancery.show.export.freeze import FORMAT, MANIFEST, SUMS, sums


def check(folder: Path) -> list[str]:
    """Return what is wrong with a release.

    Args:
        folder: where it is.

    Raises:
        ExportError: the folder holds no release, or one of a form that this version does not know.
    """
    try:
        expected = _entries((folder / SUMS).read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError):
        raise ExportError(f"{folder} holds no release: it has no {SUMS}.") from None
    found = _entries(sums(folder))
    damaged = [f"{name} is missing" for name in expected if name not in found]
    damaged += [
        f"{name} is not as it was frozen" for name in expected if name in found and found[name] != expected[name]
    ]
    damaged += [f"{name} does not belong to it" for name in found if name not in expected]
    return damaged or list(_disagreements(folder))


def _entries(text: str) -> dict[str, str]:
    """Read checksums by the names of files."""
    lines = (line.partition("  ") for line in text.splitlines())
    return {name: checksum for checksum, _, name in lines}


def _disagreements(folder: Path) -> Iterator[str]:
    """Yield where the manifest says other than the tables."""
    import duckdb

    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf8"))
    if manifest.get("format") != FORMAT:
        raise ExportError(
            f"{folder} is a release of form {manifest.get('format')}, this program knows {FORMAT}: update it."
        )
    with duckdb.connect() as connection:
        for name, rows in manifest["tables"].items():
            table = connection.read_parquet(str(folder / f"{name}.parquet"))
            (counted,) = table.aggregate("count(*)").fetchall()[0]
            if counted != rows:
                yield f"{name}.parquet has {counted:,} rows, the manifest says {rows:,}"
        events = connection.read_parquet(str(folder / "events.parquet"))
        for column in ("type", "status"):
            counts = dict(events.aggregate(f"{column}, count(*)").fetchall())
            if counts != manifest["events"][f"by_{column}"]:
                yield f"events.parquet counts otherwise by {column} than the manifest"
