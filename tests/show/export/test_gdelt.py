"""GDELT files have 61 columns and no header; what is not known is empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archives import NOON, small
from chancery.record import Document
from chancery.show.export.gdelt import COLUMNS, quad_of
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting, Writer
from show.export.made import TEXT, actor, archive_of, cells, event, exported, oslo, record


def rows(db: Path) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells(db, "gdelt")]


def one(path: Path, *arguments: Any, **more: Any) -> dict[str, str]:
    people = more.pop("people", ())
    return rows(archive_of(path / "a.db", record("doc_a", [event("e1", *arguments, **more)], people)))[0]


def test_there_are_61_columns_in_the_order_of_the_codebook() -> None:
    named = {1: "SQLDATE", 5: "Actor1Code", 15: "Actor2Code", 25: "IsRootEvent", 26: "EventCode", 30: "GoldsteinScale"}
    named |= {34: "AvgTone", 35: "Actor1Geo_Type", 51: "ActionGeo_Type", 53: "ActionGeo_CountryCode", 60: "SOURCEURL"}
    assert len(COLUMNS) == 61
    assert {place: COLUMNS[place] for place in named} == named


def test_a_row_is_read_off_the_archive(tmp_path: Path) -> None:
    row = rows(small(tmp_path / "a.db"))[2]
    assert {name: value for name, value in row.items() if value} == {
        "GLOBALEVENTID": "2001", "SQLDATE": "20260401", "MonthYear": "202604", "Year": "2026",
        "FractionDate": "2026.2493", "Actor1Code": "EGYGOV", "Actor1Name": "NADIA FAROUK", "Actor1CountryCode": "EGY",
        "Actor1Type1Code": "GOV", "Actor2Code": "TUR", "Actor2Name": "TURKEY", "Actor2CountryCode": "TUR",
        "IsRootEvent": "1", "EventCode": "036", "EventBaseCode": "036", "EventRootCode": "03", "QuadClass": "1",
        "GoldsteinScale": "4", "NumMentions": "1", "NumSources": "1", "NumArticles": "1", "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0", "ActionGeo_Type": "4", "ActionGeo_FullName": "Ankara, Turkey",
        "ActionGeo_CountryCode": "TU", "ActionGeo_Lat": "39.92", "ActionGeo_Long": "32.85",
        "DATEADDED": "20260401120000", "SOURCEURL": "https://example.org/doc_a",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"), [("2021-01-05", "2021.0137"), ("2015-02-18", "2015.1315"), ("2013-12-31", "2013.9890")]
)
def test_fractions_of_the_year_are_those_of_the_dataset(tmp_path: Path, day: str, expected: str) -> None:
    made = record("doc_a", [event("e1", "ACCUSE", time=None)], published=day)
    assert rows(archive_of(tmp_path / "a.db", made))[0]["FractionDate"] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("010", 1), ("057", 1), ("060", 2), ("0874", 2), ("090", 3), ("139", 3), ("140", 4), ("163", 4), ("204", 4)],
)
def test_quad_classes_follow_the_cameo_root(code: str, expected: int) -> None:
    assert quad_of(code) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (("Rebels", None, "armed_group", "REB"), ["REB", "REBELS", "", "REB", "", ""]),
        (("Romania", "ROU", "state", "GOV"), ["ROM", "ROMANIA", "ROM", "", "", ""]),
        (
            ("An officer", "NOR", "person", "GOV EXE MIL SPY COP"),
            ["NORGOVMILSPY", "AN OFFICER", "NOR", "GOV", "MIL", "SPY"],
        ),
        (("The church", "NOR", "organization", "REL"), ["NOR", "THE CHURCH", "NOR", "", "", ""]),
    ],
)
def test_actor_codes_are_cameos(tmp_path: Path, made: tuple[str, str, str, str], expected: list[str]) -> None:
    name, country, kind, sectors = made
    row = one(tmp_path, "ACCUSE", people=(actor("a1", name, country, kind, sectors), actor("a2", "Beta", "RUS")))
    names = ("Code", "Name", "CountryCode", "Type1Code", "Type2Code", "Type3Code")
    assert [row[f"Actor1{name}"] for name in names] == expected


@pytest.mark.parametrize(
    ("country", "precision", "expected"),
    [
        ("NOR", "city", ("4", "Oslo, Norway", "NO", "")),
        ("USA", "city", ("3", "Oslo, United States", "US", "")),
        ("NOR", "region", ("5", "Oslo, Norway", "NO", "")),
        ("USA", "region", ("2", "Oslo, United States", "US", "")),
        ("DEU", "country", ("1", "Germany", "GM", "GM")),
        (None, "city", ("0", "", "", "")),
        ("NOR", "sea", ("0", "", "", "")),
    ],
)
def test_places_have_gdelts_types_and_fips_countries(
    tmp_path: Path, country: str | None, precision: str, expected: tuple[str, ...]
) -> None:
    row = one(tmp_path, "CONSULT", place=oslo(country, precision))
    assert tuple(row[f"ActionGeo_{name}"] for name in ("Type", "FullName", "CountryCode", "ADM1Code")) == expected


def test_an_actor_alone_has_a_row_without_the_other(tmp_path: Path) -> None:
    row = one(tmp_path, "PROTEST", "demo", recipients=())
    assert (row["Actor1Name"], row["Actor2Name"], row["Actor2Code"]) == ("ALPHA", "", "")


def test_what_is_told_late_in_the_report_is_no_root_event(tmp_path: Path) -> None:
    text = "First line.\nSecond line.\nThird line.\n" + TEXT
    made = record("doc_a", [event("e1", "CONSULT")])
    late = [type(m)((m.span[0] + 37, m.span[1] + 37), m.text) for m in made.events[0].mentions]
    deed = event("e1", "CONSULT", mentions=tuple(late), time=None)
    assert rows(archive_of(tmp_path / "a.db", record("doc_a", [deed], text=text)))[0]["IsRootEvent"] == "0"


def test_copies_count_as_articles_and_their_publishers_as_sources(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True, clock=lambda: NOON) as archive:
        writer = Writer(archive)
        with writer.transaction():
            for number, publisher in enumerate(("Agency A", "Agency C", "Agency C")):
                copy = Document(f"doc_copy{number}", None, None, None, None, "en", None, None, None, f"{number}")
                doc = writer.add_document(copy, state="copy", family=1)
                writer.add_sighting(doc, Sighting(1, f"row {number}", publisher=publisher))
    row = rows(db)[0]
    assert [row[name] for name in ("NumMentions", "NumSources", "NumArticles")] == ["8", "2", "4"]
    mentions = [cell for cell in cells(db, "gdelt-mentions") if cell[0] == row["GLOBALEVENTID"]]
    assert len(mentions) == 8


def test_the_tone_is_empty_as_nobody_measured_it(tmp_path: Path) -> None:
    assert {row["AvgTone"] for row in rows(small(tmp_path / "a.db"))} == {""}


def test_an_event_of_nobody_or_without_a_date_is_left_out(tmp_path: Path) -> None:
    deeds = [event("e1", "ASSAULT", actors=(), recipients=()), event("e2", "ASSAULT", time=None)]
    made = record("doc_a", deeds, published=None, published_from=None)
    left_out = exported(archive_of(tmp_path / "a.db", made), "gdelt")[1].left_out
    assert left_out == {"without actor and recipient": 1, "without a date": 1}
