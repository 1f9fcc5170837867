"""A report is admitted as it is, or refused with the reason."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from chancery.errors import DateError, EmptyReport, NotEnglish, NotText, ReportError, ReportTooLong
from chancery.ingest.report import Report, check, document_id, parse_date
from chancery.settings import Settings


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyReport),
        ("12 – 13 !", EmptyReport),
        ("Envoys met \ud800 in Doha.", NotText),
        ("Envoys met in the town on Monday. " * 3, ReportTooLong),
        ("Der Minister ist nicht in der Stadt.", NotEnglish),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text: str, error: type[ReportError]) -> None:
    with pytest.raises(error):
        check(Report(text), Settings(longest=60))


def test_an_english_report_is_let_through() -> None:
    check(Report("Envoys met in Doha on Monday."), Settings())


def test_another_language_is_named_by_the_error() -> None:
    with pytest.raises(NotEnglish) as refusal:
        check(Report("Der Minister ist nicht in der Stadt."), Settings())
    assert refusal.value.language == "de"


def test_a_report_that_is_known_to_be_in_another_language_is_refused() -> None:
    with pytest.raises(NotEnglish) as refusal:
        check(Report("Il-ministru ltaqa.", language="mt"), Settings())
    assert refusal.value.language == "mt"


def test_the_language_of_the_error_survives_the_way_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(NotEnglish("It is not.", language="fr")))
    assert (str(error), error.language) == ("It is not.", "fr")


def test_the_name_of_a_document_comes_from_its_text_and_day() -> None:
    day = date(2024, 3, 12)
    names = {
        document_id(one)
        for one in (Report("Envoys met.", day), Report("Envoys met.", day, url="x"), Report("Envoys met."))
    }
    assert len(names) == 2


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024-02-29", date(2024, 2, 29)), (date(2024, 2, 29), date(2024, 2, 29)), (None, None)],
)
def test_a_day_of_publication_is_a_date_or_none(value: date | str | None, expected: date | None) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize("value", ["2023-02-29", "20230228", "2023-02-28T10:00", ""])
def test_other_ways_to_write_a_day_are_refused(value: str) -> None:
    with pytest.raises(DateError, match="YYYY-MM-DD"):
        parse_date(value)
