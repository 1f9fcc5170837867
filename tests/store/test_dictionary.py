"""The data dictionary names every table, view and column that people see."""

from __future__ import annotations

from pathlib import Path

from archives import small
from chancery.store.archive import open_archive

TEXT = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf8")
SHADOWS = ("words_",)


def test_every_table_and_view_is_explained(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        names = [row[0] for row in archive.connection.execute(query) if not row[0].startswith(SHADOWS)]
    assert [name for name in names if f"`{name}`" not in TEXT] == []


def test_every_column_of_a_view_is_explained(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        for view in ("events", "statements", "figures", "roles"):
            columns = [row[1] for row in archive.connection.execute(f"PRAGMA table_info({view})")]
            assert [name for name in columns if f"`{name}`" not in TEXT] == []
