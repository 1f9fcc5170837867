"""A form about an event says what is different from what was read, and nothing else."""

from __future__ import annotations

import pytest

from archives import accord
from chancery.errors import DecisionError
from chancery.show.web.judging import corrected_values, correction_from, deeds, values_of
from chancery.store.corrections import Correction, Dates, Party

RECORD = accord()
VISIT = RECORD.events[1]
READ = {
    "deed": "CONSULT visit", "status": "planned", "actors": "Nadia Farouk (EGY)", "recipients": "Turkey (TUR)",
    "time": "2026-04",
}  # fmt: skip


def test_a_form_is_filled_with_what_was_read() -> None:
    assert values_of(VISIT, RECORD) == READ


def test_what_is_as_it_was_read_is_not_corrected() -> None:
    form = {**READ, "status": "happened", "actors": " Nadia Farouk (EGY)\r\n\r\n"}
    assert correction_from(form, VISIT, RECORD) == Correction(status="happened")


def test_nothing_different_is_no_correction() -> None:
    with pytest.raises(DecisionError, match="Nothing is corrected"):
        correction_from(READ, VISIT, RECORD)


def test_a_party_of_the_report_keeps_its_kind() -> None:
    made = correction_from({"actors": "Egypt (egy)\nOmar Said"}, VISIT, RECORD)
    assert made.actors == (Party("Egypt", "EGY", "state", ("GOV",)), Party("Omar Said"))


@pytest.mark.parametrize(
    ("deed", "expected"), [("AID", Correction(type="AID")), ("CONSULT phone", Correction(type="CONSULT", mode="phone"))]
)
def test_a_deed_is_a_type_with_or_without_a_mode(deed: str, expected: Correction) -> None:
    assert correction_from({"deed": deed}, VISIT, RECORD) == expected


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2026-05", Dates("2026-05", "2026-05-01", "2026-05-31")),
        ("2026-05-02/2026-05-04", Dates("2026-05-02/2026-05-04", "2026-05-02", "2026-05-04")),
        ("../2026-05-04", Dates("../2026-05-04", None, "2026-05-04")),
    ],
)
def test_a_time_is_written_in_edtf(time: str, expected: Dates) -> None:
    assert correction_from({"time": time}, VISIT, RECORD).time == expected


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"time": "next week"}, "no time"), ({"time": ""}, "no time"), ({"actors": "Omar (XYZ)"}, "no country 'XYZ'"),
        ({"status": "sure"}, "sure"), ({"deed": "WAR"}, "WAR"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_the_cure(form: dict[str, str], words: str) -> None:
    with pytest.raises(DecisionError, match=words):
        correction_from(form, VISIT, RECORD)


def test_a_form_shows_what_was_corrected() -> None:
    correction = Correction(type="AID", status="possible", recipients=(Party("Chad", "TCD"),))
    assert corrected_values(READ, correction) == {
        **READ, "deed": "AID", "status": "possible", "recipients": "Chad (TCD)",
    }  # fmt: skip


def test_every_type_and_mode_can_be_chosen() -> None:
    assert {"CONSULT", "CONSULT visit", "ASSAULT", "ASSAULT drone"} <= set(deeds())
    assert len(deeds()) == len(set(deeds()))
