from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import analysis_of
from chancery.extract import times as extract_times
from chancery.record import Time
from chancery.resolve import times
from plain import plain

WEDNESDAY = datetime.date(2016, 7, 13)
WORDS = (
    "Feb. 30 29 31 July May Monday 2016 1 10,000 two half a the of in since until before after from to and - last "
    "next past that same early late end first year years day days decade century ago later earlier now 10:30 a.m. "
    "fiscal quarter winter weekend every 1990s 13/13/2013 Easter Ramadan morning following previous rest"
).split()


def dated(text: str, published: datetime.date | None = WEDNESDAY) -> list[Time]:
    analysis = plain(text)
    return times.resolve(analysis, extract_times.find(analysis), published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on July 8, 2015.", "2015-07-08"),
        ("They met on 8 July 2015.", "2015-07-08"),
        ("It is dated 2016-07-08.", "2016-07-08"),
        ("They met on July 8.", "2016-07-08"),
        ("They met on Dec. 24.", "2015-12-24"),
        ("They met in March.", "2016-03"),
        ("They met in March of last year.", "2015-03"),
        ("They met last August.", "2015-08"),
        ("They met in 2011.", "2011"),
        ("They met in the 1990s.", "199X"),
        ("They met in the early 1950s.", "1950/1953"),
        ("They met in the 19th century.", "18XX"),
        ("They met in the summer of 2014.", "2014-06/2014-08"),
        ("They met last summer.", "2015-06/2015-08"),
        ("They met in the third quarter of 2015.", "2015-07/2015-09"),
        ("They met in the first half of this year.", "2016-01/2016-06"),
        ("They met early last year.", "2015-01/2015-04"),
        ("They met in mid-June.", "2016-06-11/2016-06-20"),
        ("They met earlier this year.", "2016"),
        ("They met at the end of 2015.", "2015-12"),
        ("They met by the end of the year.", "../2016-12"),
        ("They met on Tuesday.", "2016-07-12"),
        ("They met on Wednesday.", "2016-07-13"),
        ("They met on Thursday.", "2016-07-14"),
        ("They met last Wednesday.", "2016-07-06"),
        ("They met next Friday.", "2016-07-15"),
        ("They met on Tuesday of last week.", "2016-07-05"),
        ("They met on Monday night.", "2016-07-11"),
        ("They met today.", "2016-07-13"),
        ("They met last night.", "2016-07-12"),
        ("They met overnight.", "2016-07-12/2016-07-13"),
        ("They met last week.", "2016-07-04/2016-07-10"),
        ("They met this week.", "2016-07-11/2016-07-17"),
        ("They met last month.", "2016-06"),
        ("They met over the weekend.", "2016-07-09/2016-07-10"),
        ("They met in the past three days.", "2016-07-11/2016-07-13"),
        ("They met in the last decade.", "2006/2016"),
        ("They met over the past year.", "2015-07/2016-07"),
        ("They met three days ago.", "2016-07-10"),
        ("They met two weeks ago.", "2016-06-27/2016-07-03"),
        ("They met four years ago.", "2012"),
        ("They met about four years ago.", "2012~"),
        ("They met more than four years ago.", "../2012"),
        ("They met several years ago.", None),
        ("They met 75 years ago this week.", "1941-07-07/1941-07-13"),
        ("They met in recent months.", None),
        ("They met for five years.", None),
        ("They met every Friday.", None),
        ("They met since 1986.", "1986/.."),
        ("They met until June.", "../2016-06"),
        ("They met from July 8 to Aug. 3, 2015.", "2015-07-08/2015-08-03"),
        ("They met from Monday to Tuesday.", "2016-07-11/2016-07-12"),
        ("They met between 2011 and 2014.", "2011/2014"),
        ("They met in the 1980-88 war.", "1980/1988"),
        ("They met from December to February 2015.", "2014-12/2015-02"),
        ("They met on New Year's Eve.", "2015-12-31"),
        ("They met on Good Friday.", "2016-03-25"),
        ("They met during Ramadan.", None),
        ("They met after 9/11.", "2001-09-11/.."),
        ("They met in the first six months of 2015.", "2015-01/2015-06"),
        ("They met in the last week of May.", "2016-05-25/2016-05-31"),
        ("They met on Feb. 30.", None),
        ("They met on Feb. 30, 2015.", None),
        ("They met three days after July 8.", "2016-07-11"),
    ],
)
def test_a_time_is_as_narrow_as_its_words(text: str, expected: str | None) -> None:
    actual = [time.edtf for time in dated(text)]

    assert [expected] == actual


def test_bounds_are_the_days_that_the_time_covers() -> None:
    time = dated("They met in February 2016.")[0]

    assert (time.earliest, time.latest) == ("2016-02-01", "2016-02-29")


def test_earlier_this_year_ends_with_the_report() -> None:
    time = dated("They met earlier this year.")[0]

    assert (time.earliest, time.latest) == ("2016-01-01", "2016-07-13")


def test_an_open_time_has_one_bound() -> None:
    time = dated("He rules since 1986.")[0]

    assert (time.earliest, time.latest) == ("1986-01-01", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday and left the next day.", ["2016-07-11", "2016-07-12"]),
        ("They met on Monday; troops came that day.", ["2016-07-11", "2016-07-11"]),
        ("They met on Monday, but hours later shells fell.", ["2016-07-11", "2016-07-11"]),
        ("They met on July 8 and left two days later.", ["2016-07-08", "2016-07-10"]),
        ("They met on July 8; orders came the day before.", ["2016-07-08", "2016-07-07"]),
        ("They met in 2011; he died in October of that year.", ["2011", "2011-10"]),
        ("They met on May 22, 1995, and left the following year.", ["1995-05-22", "1996"]),
        ("They met on July 8; at 8 p.m. shells fell.", ["2016-07-08", "2016-07-08"]),
    ],
)
def test_times_are_counted_from_those_named_before(text: str, expected: list[str]) -> None:
    actual = [time.edtf for time in dated(text)]

    assert expected == actual


def test_nothing_named_before_leaves_the_next_day_undated() -> None:
    assert [time.edtf for time in dated("They left the next day.")] == [None]


@pytest.mark.parametrize(
    "text", ["They met on Tuesday.", "They met in March.", "They met last year.", "They met today."]
)
def test_without_a_publication_date_relative_times_keep_their_span_only(text: str) -> None:
    time = dated(text, None)[0]

    assert (time.edtf, time.earliest, time.latest) == (None, None, None)
    assert time.text == text[time.span[0] : time.span[1]]


def test_without_a_publication_date_full_dates_are_dated() -> None:
    assert [time.edtf for time in dated("Born July 8, 2016, it is from 2011.", None)] == ["2016-07-08", "2011"]


def test_a_dateline_is_no_publication_date() -> None:
    times_found = dated("WASHINGTON, July 8, 2016 - They met on Tuesday.", None)

    assert [time.edtf for time in times_found] == ["2016-07-08", None]


def test_a_caption_counts_from_its_own_day() -> None:
    actual = dated("A man shouts after Sunday's attack in Delhi, India, Sept. 21, 2015.")

    assert [time.edtf for time in actual] == ["2015-09-20", "2015-09-21"]


DAYS_BEFORE = """
Days day NOUN NNS 6 obl
before before ADP IN 4 case
that that DET DT 4 det
visit visit NOUN NN 1 nmod
judges judge NOUN NNS 6 nsubj
ruled rule VERB VBD 0 root
"""


def of(edtf: str | None) -> Time:
    return Time(span=(0, 1), text="x", edtf=edtf, earliest=None, latest=None)


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [("2023-03", "2023-03"), ("2023-03-20", "2023-03"), ("2023", "2023"), (None, None), ("nonsense", None)],
)
def test_days_before_a_deed_are_dated_once_the_deed_is(anchor: str | None, expected: str | None) -> None:
    analysis = analysis_of(DAYS_BEFORE)
    mention = extract_times.find(analysis)[0]

    assert [time.edtf for time in times.resolve(analysis, [mention], WEDNESDAY)] == [None]
    assert expected == times.anchored(analysis, mention, of(anchor)).edtf


def test_a_day_after_a_deed_is_the_next_day() -> None:
    analysis = analysis_of(DAYS_BEFORE.replace("Days day NOUN NNS", "Day day NOUN NN"))
    mention = extract_times.find(plain("A day after the raid he left."))[0]

    assert times.anchored(plain("A day after the raid he left."), mention, of("2016-07-08")).edtf == "2016-07-09"
    assert analysis.forms[0] == "Day"


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.none() | st.dates())
def test_no_words_and_no_date_raise(words: list[str], published: datetime.date | None) -> None:
    analysis = plain(" ".join(words))
    mentions = extract_times.find(analysis)

    result = times.resolve(analysis, mentions, published)

    assert len(mentions) == len(result)
    assert all(time.text == analysis.text[time.span[0] : time.span[1]] for time in result)
    assert all(not (t.earliest and t.latest) or t.earliest <= t.latest for t in result)
