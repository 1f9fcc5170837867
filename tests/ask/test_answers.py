"""An archive answers: each filter lets through what it says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from archives import LATER, NOON, accord, small
from chancery.ask.answers import UNDERSTOOD, Answers
from chancery.errors import QueryError
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting, Writer


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """Yield the small archive; its events are 1 AGREE, 2 CONSULT, 3 ACCUSE, 4 MOBILIZE, 5 SANCTION, 6 PROTEST."""
    with Answers(small(tmp_path_factory.mktemp("ask") / "a.db")) as answers:
        yield answers


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [6, 3, 4, 5, 1, 2]),
        ({"newest": True}, [2, 1, 5, 4, 3, 6]),
        ({"limit": 2, "offset": 1}, [3, 4]),
        ({"actor": "farouk"}, [2]),
        ({"country": "EGY"}, [6, 1, 2]),
        ({"country": ["nor", "tur"]}, [3, 4, 5, 1, 2]),
        ({"source": "NOR"}, [3, 5]),
        ({"target": "RUS"}, [3, 5]),
        ({"source": "TUR", "target": "EGY"}, [1, 2]),
        ({"source": "RUS", "target": "NOR"}, [4]),
        ({"type": "consult,ACCUSE"}, [3, 2]),
        ({"mode": "expel"}, [5]),
        ({"status": "planned"}, [2]),
        ({"status": ["alleged", "possible"]}, [4, 5]),
        ({"since": "2026-03-06"}, [4, 5, 1, 2]),
        ({"until": "2026-03-05"}, [6, 3]),
        ({"place": "ankara"}, [2]),
        ({"place": "EGY"}, [6]),
        ({"words": "drones coast"}, [3, 4, 5]),
        ({"words": '"coast drones"'}, []),
        ({"publisher": "Agency B"}, [3, 4, 5]),
        ({"document": "doc_c"}, [6]),
        ({"country": "EGY", "status": "happened", "since": "2026-03-01"}, [1]),
    ],
)
def test_events_are_those_that_a_filter_lets_through(
    archive: Answers, filters: dict[str, Any], expected: list[int]
) -> None:
    assert [row["event"] for row in archive.events(**filters)] == expected


def test_an_event_says_all_that_is_known_of_it(archive: Answers) -> None:
    row = next(iter(archive.events(document="doc_a", type="CONSULT")))
    expected = {
        "day": "2026-04-01", "day_from": "text", "type": "CONSULT", "mode": "visit", "status": "planned",
        "actors": "Nadia Farouk", "recipients": "Turkey", "actor_countries": "EGY", "recipient_countries": "TUR",
        "edtf": "2026-04", "place": "Ankara", "place_country": "TUR", "quad": 1, "score": 4.0, "words": "will visit",
        "sentence": "Egyptian Foreign Minister Nadia Farouk will visit Ankara in April.", "publisher": "Agency A",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["accuse", "deny", "say"]),
        ({"act": "deny"}, ["deny"]),
        ({"country": "NOR"}, ["accuse"]),
        ({"target": "RUS"}, ["accuse"]),
        ({"actor": "russia"}, ["deny"]),
    ],
)
def test_statements_are_those_of_their_source(archive: Answers, filters: dict[str, Any], expected: list[str]) -> None:
    assert [row["act"] for row in archive.statements(**filters)] == expected


def test_figures_are_found_by_whom_they_are_about(archive: Answers) -> None:
    assert [(row["value"], row["unit"], row["about"]) for row in archive.figures(country="EGY")] == [
        (1000.0, "person", "workers")
    ]
    assert [row["said_by"] for row in archive.figures(status="alleged")] == ["Norway"]


def test_roles_are_found_by_person_and_country(archive: Answers) -> None:
    assert [row["office"] for row in archive.roles(actor="Nadia", country="EGY")] == ["Foreign Minister"]
    assert list(archive.roles(country="NOR")) == []


def test_actors_are_counted(archive: Answers) -> None:
    row = next(iter(archive.actors(actor="norway")))
    assert (row["reports"], row["as_actor"], row["as_recipient"], row["statements"]) == (1, 2, 1, 1)


def test_documents_say_what_was_read_in_them_and_where_they_were_seen(archive: Answers) -> None:
    rows = [(r["document"], r["events"], r["statements"], r["seen"], r["state"]) for r in archive.documents()]
    assert rows == [("doc_c", 1, 0, 1, "read"), ("doc_b", 3, 2, 1, "read"), ("doc_a", 2, 1, 1, "read")]


def test_a_report_is_found_where_a_copy_of_it_was_seen(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as opened:
        writer = Writer(opened)
        with writer.transaction():
            copy = writer.add_document(replace(accord().document, id="doc_x"), state="copy", family=1)
            writer.add_sighting(copy, Sighting(1, "row 9", publisher="Harbour Times"))
    with Answers(path) as archive:
        assert [row["event"] for row in archive.events(publisher="Harbour Times")] == [1, 2]


def test_a_timeline_counts_by_period_and_value(archive: Answers) -> None:
    months = [("2026-02", "happened", 1), ("2026-03", "alleged", 1), ("2026-03", "happened", 2),
              ("2026-03", "possible", 1), ("2026-04", "planned", 1)]  # fmt: skip
    assert list(archive.timeline().rows()) == months
    assert list(archive.timeline(period="year", by="quad", place="Cairo").rows()) == [("2026", 4, 1)]


def test_a_dyad_is_scored_by_what_happened(archive: Answers) -> None:
    (row,) = archive.dyads(source="NOR", target="RUS")
    assert (row["month"], row["events"], row["verbal_conflict"], row["score"], row["possible"]) == (
        "2026-03", 1, 1, -3.5, 1,
    )  # fmt: skip
    assert (row["reports"], row["reports_in_month"]) == (1, 2)


def test_all_pairs_together_count_a_mutual_deed_once(archive: Answers) -> None:
    rows = [(row["month"], row["events"], row["planned"]) for row in archive.dyads(country="TUR", together=True)]
    assert rows == [("2026-03", 1, 0), ("2026-04", 0, 1)]


def superseded(path: Path) -> Path:
    """Return an archive in which a later reader finds one event fewer in the first report, an hour later."""
    small(path)
    with open_archive(path, write=True, clock=lambda: NOON.replace(hour=13)) as opened:
        writer = Writer(opened)
        with writer.transaction():
            later = replace(accord(), reader=LATER, events=accord().events[:1])
            writer.add_reading(1, later, writer.run_of(LATER))
    return path


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("", 5), ("1", 6), ("2", 5), ("2026-04-01", 5), ("2026-04-01T12:30", 6), ("2026-03-31", 0)],
)
def test_as_of_answers_as_the_archive_would_have_then(tmp_path: Path, as_of: str, expected: int) -> None:
    with Answers(superseded(tmp_path / "a.db")) as archive:
        filters = {"as_of": as_of} if as_of else {}
        counted = sum(row["events"] for row in archive.timeline(**filters))
        assert [len(list(archive.events(**filters))), counted] == [expected, expected]


def test_as_of_holds_for_dyads(tmp_path: Path) -> None:
    with Answers(superseded(tmp_path / "a.db")) as archive:
        months = [[row["month"] for row in archive.dyads(source="EGY", target="TUR", as_of=run)] for run in ("1", "2")]
    assert months == [["2026-03", "2026-04"], ["2026-03"]]


@pytest.mark.parametrize(
    ("filters", "cure"),
    [
        ({"type": "WAR"}, "there are AGREE"),
        ({"status": "done"}, "happened, planned"),
        ({"country": "Egypt"}, "alpha-3"),
        ({"since": "yesterday"}, "YYYY-MM-DD"),
        ({"as_of": "yesterday"}, "run's number"),
        ({"limit": -1}, "0 or more"),
        ({"colour": "red"}, "there are actor"),
        ({"act": "deny"}, "cannot be filtered by act"),
    ],
)
def test_a_wrong_filter_is_refused_with_the_cure(archive: Answers, filters: dict[str, Any], cure: str) -> None:
    with pytest.raises(QueryError, match=cure):
        archive.events(**filters)


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(max_size=30))
def test_nothing_that_is_written_breaks_out_of_the_question(archive: Answers, kind: str, words: str) -> None:
    free = {"actor", "place", "words", "publisher", "document"} & UNDERSTOOD[kind]
    for name in free:
        list(getattr(archive, kind)(**{name: words}))


def test_arrow_and_duckdb_have_the_same_rows(archive: Answers) -> None:
    answer = archive.events()
    relation = answer.relation()
    days = [str(day) for (day,) in relation.project("day").fetchall()]
    assert days == [row["day"] for row in answer]
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))
    assert (types["event"], types["day"], types["score"], types["words"]) == ("BIGINT", "DATE", "DOUBLE", "VARCHAR")


def test_an_empty_answer_has_its_columns(archive: Answers) -> None:
    relation = archive.events(document="doc_none").relation()
    assert relation.shape == (0, len(archive.events().columns))


def test_the_sql_that_is_shown_gives_the_same_rows(archive: Answers) -> None:
    answer = archive.events(actor="o'farr%", words="drones", limit=3)
    assert list(archive.sql(answer.query.written_out).rows()) == list(answer.rows())


def test_sql_may_read(archive: Answers) -> None:
    rows = archive.sql("WITH x AS (SELECT type FROM events) SELECT type, count(*) AS n FROM x GROUP BY 1 ORDER BY 1")
    assert [column.name for column in rows.columns] == ["type", "n"]
    assert next(rows.rows()) == ("ACCUSE", 1)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM actors", "DROP TABLE actors", "ATTACH 'other.db' AS other", "PRAGMA user_version = 9", "VACUUM",
        "SELECT 1; SELECT 2", "INSERT INTO words (words) VALUES ('rebuild')", "SELECT load_extension('x')", "",
        "SELECT", "CREATE TEMP TABLE t (x)", "PRAGMA query_only = OFF", "BEGIN IMMEDIATE",
    ],
)  # fmt: skip
def test_sql_may_do_nothing_else(archive: Answers, query: str) -> None:
    with pytest.raises(QueryError):
        archive.sql(query)


def test_sql_that_takes_too_long_is_given_up(archive: Answers) -> None:
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
    with pytest.raises(QueryError, match="more than 0 seconds"):
        archive.sql(endless, patience=0.2)
    assert len(list(archive.events())) == 6
