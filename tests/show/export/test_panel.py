"""The panel counts deeds by ordered pair of countries and month."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import pytest

from archives import small
from chancery.show.export.panel import COLUMNS, Panel, count, months_between, write_csv, write_parquet
from chancery.show.export.rows import Selection
from chancery.store.archive import open_archive
from show.export.made import archive_of, event, record


def panel(db: Path, **given: Any) -> Panel:
    with open_archive(db) as archive:
        return count(archive, Selection(**given))


def rows(db: Path, *, balanced: bool = False, **given: Any) -> list[dict[str, str]]:
    file = io.BytesIO()
    write_csv(panel(db, **given), file, balanced=balanced)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode())))


def test_a_pair_and_month_has_its_codes_and_counts(tmp_path: Path) -> None:
    row = rows(small(tmp_path / "a.db"))[2]
    assert {key: value for key, value in row.items() if value not in ("0", "")} == {
        "source": "NOR", "target": "RUS", "source_cow": "385", "target_cow": "365", "source_cowabb": "NOR",
        "target_cowabb": "RUS", "month": "2026-03", "happened": "1", "possible": "1", "verbal_conflict": "1",
        "accuse": "1", "score_sum": "-3.5", "score_mean": "-3.5", "goldstein_sum": "-2.0", "goldstein_mean": "-2.0",
        "reports": "1", "reports_all": "2",
    }  # fmt: skip


def test_both_directions_of_what_both_do_are_there(tmp_path: Path) -> None:
    found = [(row["source"], row["target"], row["month"]) for row in rows(small(tmp_path / "a.db"))]
    assert found == [
        ("EGY", "TUR", "2026-03"), ("EGY", "TUR", "2026-04"), ("NOR", "RUS", "2026-03"), ("RUS", "NOR", "2026-03"),
        ("TUR", "EGY", "2026-03"), ("TUR", "EGY", "2026-04"),
    ]  # fmt: skip


def test_means_are_over_what_happened_and_empty_where_nothing_did(tmp_path: Path) -> None:
    deeds = [event("e1", "ASSAULT"), event("e2", "AID"), event("e3", "ASSAULT", None, "alleged")]
    row = rows(archive_of(tmp_path / "a.db", record("doc_a", deeds)))[0]
    assert [row[name] for name in ("happened", "alleged", "score_sum", "score_mean", "goldstein_mean")] == [
        "2", "1", "1.0", "0.5", "-1.5",
    ]  # fmt: skip
    only = rows(archive_of(tmp_path / "b.db", record("doc_a", deeds[2:])))[0]
    assert (only["score_sum"], only["score_mean"]) == ("0.0", "")


def test_a_report_counts_once_however_many_deeds_it_tells(tmp_path: Path) -> None:
    deeds = [event("e1", "ASSAULT"), event("e2", "AID")]
    db = archive_of(tmp_path / "a.db", record("doc_a", deeds), record("doc_b", deeds), record("doc_c", []))
    assert [(row["reports"], row["reports_all"]) for row in rows(db)] == [("2", "3")]


def test_what_goes_on_inside_a_country_is_left_out_and_counted(tmp_path: Path) -> None:
    made = panel(small(tmp_path / "a.db"))
    assert (made.tally.events, made.tally.left_out) == (5, {"inside one country": 1})


def test_undated_events_and_those_of_one_side_are_left_out(tmp_path: Path) -> None:
    deeds = [event("e1", "ASSAULT", time=None), event("e2", "ASSAULT", recipients=())]
    made = record("doc_a", deeds, published=None, published_from=None)
    assert panel(archive_of(tmp_path / "a.db", made)).tally.left_out == {
        "without a date": 1,
        "without two countries": 1,
    }


def test_a_balanced_panel_has_every_pair_in_every_month(tmp_path: Path) -> None:
    found = rows(small(tmp_path / "a.db"), balanced=True)
    assert len(found) == 4 * 3 * 2
    quiet = next(row for row in found if (row["source"], row["target"], row["month"]) == ("EGY", "NOR", "2026-03"))
    assert (quiet["happened"], quiet["score_mean"], quiet["reports_all"]) == ("0", "", "2")


def test_a_selection_holds(tmp_path: Path) -> None:
    assert [row["month"] for row in rows(small(tmp_path / "a.db"), countries=("TUR",), since="2026-04-01")] == [
        "2026-04"
    ] * 2


def test_an_archive_without_events_gives_a_header(tmp_path: Path) -> None:
    assert rows(archive_of(tmp_path / "a.db", record("doc_a", [])), balanced=True) == []


@pytest.mark.parametrize("balanced", [False, True])
def test_csv_and_parquet_load_alike(tmp_path: Path, balanced: bool) -> None:
    made = panel(small(tmp_path / "a.db"))
    with (tmp_path / "p.csv").open("wb") as plain, (tmp_path / "p.parquet").open("wb") as columns:
        write_csv(made, plain, balanced=balanced)
        write_parquet(made, columns, balanced=balanced)
    connection = duckdb.connect()
    parquet = connection.read_parquet(str(tmp_path / "p.parquet"))
    assert tuple(parquet.columns) == COLUMNS
    assert parquet.fetchall() == connection.read_csv(str(tmp_path / "p.csv"), header=True).fetchall()


def test_months_run_over_the_end_of_the_year() -> None:
    assert list(months_between("2025-11", "2026-01")) == ["2025-11", "2025-12", "2026-01"]
