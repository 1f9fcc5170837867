"""The promises of the whole: spans that are what they claim, the same bytes, and clear refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery import pipeline
from chancery.errors import DateError, EmptyReport, NotEnglish, NotText, ReportTooLong
from chancery.ingest.report import Report, parse_date
from chancery.record import Record, from_json, to_json

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLD = Path(__file__).parent.parent / "evals" / "gold"
NEWS = (
    "Russia", "Iran's", "police", "said", "denied", "arrested", "“", "”", '"', ",", ".", "\n\n", "President", "Obama",
    "will meet", "on Tuesday", "30%", "in", "Geneva", "he", "killed", "12", "people", "$2 billion", "\u200b", "\u202e",
    "troops", "that", "the", "talks", "not", "(", ")", "—", "U.S.", "2016-13-45", "Feb. 30", "\x00", "sanctions", "’s",
)  # fmt: skip


def spans_of(value: Any) -> list[tuple[int, int, str | None]]:
    """Every span of a record, with the text beside it where there is one."""
    found = []
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("span", "source_span", "cue_span") and one:
                text = value.get("text") if key == "span" else value.get("cue") if key == "cue_span" else None
                found.append((*one, text))
            elif key == "content_spans":
                found += [(*span, None) for span in one]
            else:
                found += spans_of(one)
    elif isinstance(value, list):
        for one in value:
            found += spans_of(one)
    return found


def assert_grounded(text: str, record: Record) -> None:
    data = json.loads(to_json(record))
    assert data["document"].pop("text") == text
    for first, last, words in spans_of(data):
        assert 0 <= first < last <= len(text)
        if words is not None:
            assert text[first:last] == words


@settings(max_examples=60)
@given(st.lists(st.sampled_from(NEWS), min_size=1, max_size=60).map(" ".join))
def test_every_span_is_inside_the_text_and_is_the_text_it_claims(text: str) -> None:
    try:
        record = pipeline.read(text, published="2016-02-15")
    except (EmptyReport, NotEnglish):
        return
    assert_grounded(text, record)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        record = pipeline.read(text)
    except (EmptyReport, NotEnglish, NotText):
        return
    assert_grounded(text, record)


def gold_reports(count: int) -> list[Report]:
    paths = sorted(GOLD.glob("*.txt"))[:count]
    return [Report(path.read_text(encoding="utf8"), parse_date(path.stem[4:14])) for path in paths]


def test_gold_reports_are_grounded() -> None:
    for report in gold_reports(8):
        assert_grounded(report.text, pipeline.read_report(report))


def test_a_report_gives_the_same_bytes_alone_among_others_and_in_another_order() -> None:
    reports = gold_reports(4)
    alone = [to_json(pipeline.read_report(report)) for report in reports]
    among = [to_json(record) for record in pipeline.read_many(reports)]
    backwards = [to_json(record) for record in pipeline.read_many(reports[::-1])][::-1]
    assert among == alone
    assert backwards == alone


def test_worker_processes_give_the_same_bytes_in_the_same_order() -> None:
    reports = gold_reports(3)
    here = [to_json(record) for record in pipeline.read_many(reports)]
    assert [to_json(record) for record in pipeline.read_many(reports, jobs=2)] == here


def test_a_record_comes_back_from_its_json() -> None:
    record = pipeline.read_report(gold_reports(1)[0])
    assert from_json(to_json(record)) == record


def test_without_a_publication_date_relative_times_stay_unresolved() -> None:
    record = pipeline.read("The ministers met on Tuesday in Geneva, the Swiss government said.")
    assert [time.edtf for time in record.times] == [None]
    assert [time.text for time in record.times] == ["on Tuesday"]


def test_a_refused_report_does_not_stop_the_others() -> None:
    refused = []
    reports = ["", "The envoys met in Doha on Monday, Qatar said."]
    records = list(pipeline.read_many(reports, refused=lambda report, error: refused.append((report.text, error))))
    assert len(records) == 1
    assert [(text, type(error)) for text, error in refused] == [("", EmptyReport)]


@pytest.mark.parametrize(
    "value", ["2023-02-30", "19 September 2023", "20230919", "2023-9-1", "2023-W05-1", "", "tomorrow"]
)
def test_an_impossible_date_is_refused_with_the_form_it_should_have(value: str) -> None:
    with pytest.raises(DateError, match="YYYY-MM-DD"):
        pipeline.read("The envoys met in Doha.", published=value)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyReport),
        (" \n\t\u200b", EmptyReport),
        ("[" * 300_000, EmptyReport),
        ("word " * 200_000, ReportTooLong),
        ("half a \ud800 character", NotText),
        ("Министр иностранных дел заявил, что переговоры продолжатся.", NotEnglish),
        (
            "El presidente dijo que las negociaciones con los rebeldes van a empezar en la capital el lunes " * 3,
            NotEnglish,
        ),
    ],
)
def test_what_is_no_english_report_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        pipeline.read(text, published="2023-09-19")


def test_a_million_brackets_are_refused_at_once() -> None:
    with pytest.raises(ReportTooLong):
        pipeline.read("[" * 1_000_000)


def test_brackets_around_a_report_are_read_in_linear_time() -> None:
    text = "The envoys met in Doha. " + "[" * 10_000
    assert_grounded(text, pipeline.read(text, published="2023-09-19"))
