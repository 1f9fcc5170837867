"""A record names its report by content and date, and its reader by the model's digest."""

from __future__ import annotations

from datetime import date

from chancery.compose import compose, reader
from chancery.ingest.report import Report
from chancery.resolve.report import Findings

NOTHING = Findings((), (), (), (), (), (), (), title="Envoys Meet", dateline="DOHA")
DAY = date(2023, 9, 19)


def test_the_same_text_of_the_same_day_is_the_same_document() -> None:
    one, same = Report("Envoys met.", DAY), Report("Envoys met.", DAY, url="https://example.org/1")
    assert compose(one, NOTHING).document.id == compose(same, NOTHING).document.id


def test_another_day_makes_another_document() -> None:
    dated, undated = compose(Report("Envoys met.", DAY), NOTHING), compose(Report("Envoys met."), NOTHING)
    assert dated.document.id != undated.document.id


def test_a_title_that_was_given_stands_before_the_headline_found() -> None:
    titles = [compose(Report("Envoys met.", title=title), NOTHING).document.title for title in ("Talks", None)]
    assert titles == ["Talks", "Envoys Meet"]


def test_a_date_of_publication_is_marked_as_given() -> None:
    found = [compose(Report("Envoys met.", day), NOTHING).document for day in (DAY, None)]
    assert [(one.published, one.published_from) for one in found] == [("2023-09-19", "given"), (None, None)]


def test_the_reader_is_named_by_a_sha256_digest() -> None:
    assert len(reader().sha256) == 64
