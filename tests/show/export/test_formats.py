"""Every format loads in DuckDB with the right columns, and counts come out as the archive's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archives import small
from chancery.record import MODES, STATUSES, Status
from chancery.show.export.codes import load
from chancery.show.export.formats import NAMES
from chancery.show.export.plover import Manner
from chancery.show.export.rows import Selection
from chancery.store.archive import open_archive
from show.export.made import actor, archive_of, event, exported, hostile, record

SHAPES = {"polecat": (40, True), "icews": (20, True), "gdelt": (61, False), "gdelt-mentions": (16, False)}
KINDS = sorted(
    {(kind, mode) for kind, modes in MODES.items() for mode in (None, *modes)} | {("AID", None), ("AGREE", None)},
    key=str,
)


def loaded(path: Path, name: str, data: bytes, *, quote: str = "") -> duckdb.DuckDBPyRelation:
    """Read a file with the format's own dialect; rows of another number of columns are errors."""
    columns, header = SHAPES[name]
    file = path / f"{name}.tab"
    file.write_bytes(data)
    names = {f"c{n}": "VARCHAR" for n in range(columns)}
    return duckdb.connect().read_csv(
        str(file), sep="\t", header=header, columns=names, quotechar=quote, escapechar="", auto_detect=False,
        null_padding=False, strict_mode=True,
    )  # fmt: skip


def everything(path: Path) -> Path:
    """Make an archive in which every type and mode occurs under every status."""
    deeds = [(kind, mode, status) for kind, mode in KINDS for status in STATUSES]
    return archive_of(
        path, *(record(f"doc_{n:04}", [event("e1", *deed)]) for n, deed in enumerate(deeds)),
    )  # fmt: skip


def counts(db: Path) -> Counter[tuple[Any, ...]]:
    with open_archive(db) as archive:
        query = "SELECT type, mode, status, count(*) FROM events GROUP BY 1, 2, 3"
        return Counter({(kind, mode, status): n for kind, mode, status, n in archive.connection.execute(query)})


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("quote", ["", '"'])
def test_hostile_archives_load_with_the_right_columns(tmp_path: Path, name: str, quote: str) -> None:
    data, tally = exported(hostile(tmp_path / "a.db"), name)
    table = loaded(tmp_path, name, data, quote=quote)
    assert (len(table.columns), len(table.fetchall())) == (SHAPES[name][0], tally.rows)
    assert tally.rows > 0


def test_hostile_json_lines_load(tmp_path: Path) -> None:
    data, tally = exported(hostile(tmp_path / "a.db"), "plover", selection=Selection())
    (tmp_path / "a.jsonl").write_bytes(data)
    table = duckdb.connect().read_json(str(tmp_path / "a.jsonl"), format="newline_delimited")
    assert len(table.fetchall()) == tally.rows == 40


def test_plover_gives_the_archives_counts_by_type_mode_and_status(tmp_path: Path) -> None:
    db = everything(tmp_path / "a.db")
    (tmp_path / "a.jsonl").write_bytes(exported(db, "plover", selection=Selection())[0])
    table = duckdb.connect().read_json(str(tmp_path / "a.jsonl"), format="newline_delimited")
    found = table.aggregate("event[1] AS kind, mode[1] AS mode, status, count(*)").fetchall()
    assert Counter({(kind, mode, status): n for kind, mode, status, n in found}) == counts(db)


@pytest.mark.parametrize("statuses", [("happened",), ("planned",), ("not_happened",), STATUSES])
def test_polecat_gives_the_archives_counts_by_strict_type(tmp_path: Path, statuses: tuple[Status, ...]) -> None:
    db = everything(tmp_path / "a.db")
    table = loaded(tmp_path, "polecat", exported(db, "polecat", selection=Selection(statuses=statuses))[0])
    expected: Counter[tuple[str, str]] = Counter()
    for (kind, mode, status), n in counts(db).items():
        called = load().called(kind, mode, status)
        expected[called.type, called.mode or "None"] += n if status in statuses else 0
    assert Counter({(kind, mode): n for kind, mode, n in table.aggregate("c2, c3, count(*)").fetchall()}) == +expected


@pytest.mark.parametrize(("name", "column"), [("icews", "c6"), ("gdelt", "c26")])
def test_cameo_codes_count_as_the_archives_deeds(tmp_path: Path, name: str, column: str) -> None:
    db = everything(tmp_path / "a.db")
    table = loaded(tmp_path, name, exported(db, name)[0])
    expected: Counter[str] = Counter()
    for (kind, mode, status), n in counts(db).items():
        called = load().called(kind, mode, status)
        codes = [called.code, called.back] if kind in ("CONSULT", "COOPERATE") else [called.code]
        expected.update(
            {code: n * codes.count(code) for code in set(codes)} if status in ("happened", "planned") else {}
        )
    assert Counter(dict(table.aggregate(f"{column}, count(*)").fetchall())) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_same_archive_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    db = small(tmp_path / "a.db")
    assert exported(db, name)[0] == exported(db, name)[0]


@pytest.mark.parametrize("name", NAMES)
def test_possible_and_alleged_events_are_left_out_and_told(tmp_path: Path, name: str) -> None:
    _, tally = exported(small(tmp_path / "a.db"), name, manner=Manner(strict=True))
    assert (tally.events, tally.left_out) == (4, {"possible": 1, "alleged": 1})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4, unique=True))
def test_names_of_any_kind_keep_rows_and_columns(tmp_path: Path, names: list[str]) -> None:
    db = tmp_path / "a.db"
    for file in tmp_path.glob("a.db*"):
        file.unlink()
    people = [actor("a1", "Alpha", "NOR"), *(actor(f"a{n}", name, "RUS") for n, name in enumerate(names, start=2))]
    deed = event("e1", "ACCUSE", recipients=tuple(one.id for one in people[1:]))
    archive_of(db, record("doc_a", [deed], people, title=names[0], publisher=names[-1]))
    for name, (columns, header) in SHAPES.items():
        data, tally = exported(db, name)
        lines = data.decode().splitlines()[header:]
        assert len(lines) == tally.rows
        assert {line.count("\t") for line in lines} == {columns - 1}
