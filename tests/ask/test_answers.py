"""An archive that is asked: which filters each question heeds, and that nothing written breaks out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archives import small
from chancery.ask.answers import UNDERSTOOD, Answers
from chancery.ask.filters import Filters
from chancery.errors import ArchiveError, QueryError

FREE = ("actor", "said_by", "place", "words", "publisher", "document")
HARD = st.text(max_size=30) | st.sampled_from(["'", '"', "');--", "%", "_", "\\", "?", "\x00", "NOT", "*", "a'b?c"])


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_nothing_that_is_written_breaks_out_of_the_question(archive: Answers, kind: str, data: st.DataObject) -> None:
    names = sorted(set(FREE) & UNDERSTOOD[kind])
    filters = {name: data.draw(HARD) for name in names if data.draw(st.booleans())}
    answer = getattr(archive, kind)(**filters)
    rows = list(answer.rows())
    whole = set(getattr(archive, kind)().rows())
    if kind not in ("timeline", "dyads"):
        assert set(rows) <= whole
    if not any("\x00" in value for value in filters.values()):
        assert list(archive.sql(answer.query.written_out).rows()) == rows


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_filter_with_choices_takes_a_choice_or_says_what_there_is(
    archive: Answers, kind: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(UNDERSTOOD[kind] - set(FREE) - {"newest", "limit", "offset"})))
    value = data.draw(HARD)
    refusal = ""
    try:
        list(getattr(archive, kind)(**{name: value}))
    except QueryError as error:
        refusal = str(error)
    assert not refusal or name in refusal


@pytest.mark.parametrize(
    ("kind", "given_", "cure"),
    [
        ("events", {"act": "deny"}, "events cannot be filtered by act: by actor, as_of"),
        ("actors", {"since": "2026-01-01"}, "by actor, country, limit, offset they can"),
        ("timeline", {"period": "week"}, "There is no period 'week': there are day, month, year"),
        ("timeline", {"by": "mood"}, "There is no by 'mood': there are status, type, quad"),
        ("dyads", {"period": "day"}, "there are month, year, all"),
    ],
)
def test_what_a_question_does_not_heed_is_refused(
    archive: Answers, kind: str, given_: dict[str, Any], cure: str
) -> None:
    with pytest.raises(QueryError) as refused:
        getattr(archive, kind)(**given_)
    assert cure in str(refused.value)


def test_an_empty_filter_that_is_not_heeded_is_passed_over(archive: Answers) -> None:
    assert archive.actors(since="", limit=1).total() == 9


def test_every_filter_is_heeded_by_some_question() -> None:
    assert set().union(*UNDERSTOOD.values()) == set(Filters.__slots__)


def test_the_sql_that_is_shown_gives_the_same_rows(archive: Answers) -> None:
    answer = archive.events(actor="o'farr%", words="drones", limit=3)
    assert list(archive.sql(answer.query.written_out).rows()) == list(answer.rows())


def test_the_package_hands_it_out(tmp_path: Path) -> None:
    import chancery

    with chancery.Answers(small(tmp_path / "a.db")) as archive:
        assert len(list(archive.documents())) == 3


def test_an_archive_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="There is no archive"):
        Answers(tmp_path / "none.db")


def test_reading_goes_on_after_it_is_opened_again(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    for _ in range(3):
        with Answers(path) as archive:
            assert len(list(archive.sql("SELECT event FROM events"))) == 6
