"""Parquet: tables by columns, read by DuckDB in batches.

In: a file. Out: a `Sheet`.
What it does not know: what the columns mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chancery.ingest.objects import literal, query
from chancery.ingest.options import Limits
from chancery.ingest.sheets import Row


class Parquet:
    """A Parquet file."""

    def __init__(self, path: str, limits: Limits) -> None:  # noqa: ARG002  # DuckDB's memory is the limit
        """Read the names of its columns.

        Raises:
            DamagedInput: it is no Parquet file.
        """
        self._path = path
        described = query("DESCRIBE SELECT * FROM read_parquet(?)", [literal(path)])
        self.columns: Sequence[str] = [name for name, *_ in described]

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
        """Yield the rows, with these columns alone."""
        names = ", ".join('"' + column.replace('"', '""') + '"' for column in columns)
        values = query(f"SELECT {names} FROM read_parquet(?)", [literal(self._path)])
        for number, row in enumerate(values, start=1):
            yield number, dict(zip(columns, row, strict=True))
