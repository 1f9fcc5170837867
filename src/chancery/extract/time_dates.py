"""Rules for single times: days, months and years, times told from the report, and durations.

In: nothing; the tables are data. Out: `DATES`, `RELATIVE`, `LENGTHS`, the first stage of `time_grammar`.
What it does not know: times made of other times.

The classes of expressions follow the TIMEX3 guidelines of TimeML 1.2.1; where a rule comes from elsewhere, its
source says so. Every rule has one example of its own; the words in square brackets are the mention.
"""

from __future__ import annotations

from chancery.extract.time_rules import DURATION, ISO, NEWS, SET, TIMEX, Rule

DATES = (
    Rule("iso-date", "year:YEAR DASH month:DAY DASH day:DAY", "date", ISO, "The deal of [2016-07-08] holds."),
    Rule("dashed-date", "day:DAY DASH month:MONTH DASH year:YEAR", "date", NEWS, "The log is dated [08-Aug-2016]."),
    Rule("slashed-date", "date:SLASHED", "date", NEWS, "The log is dated [11/24/2015]."),
    Rule(
        "month-day", "( WEEKDAY COMMA? )? month:MONTH the? day:DAY_NUMBER OF_YEAR?", "date", TIMEX,
        "Rebels fled [on Friday, Feb. 19, 2016].", check="day_is_no_count",
    ),
    Rule(
        "day-month", "( WEEKDAY COMMA? )? the? day:DAY_NUMBER of? month:MONTH OF_YEAR?", "date", NEWS,
        "The truce of [8 July 2016] held.",
    ),
    Rule(
        "days-of-month",
        "( from | between )? month:MONTH day:DAY_NUMBER ( TO | and ) day2:DAY_NUMBER OF_YEAR?", "dates", TIMEX,
        "Ministers met [July 8-10, 2016] there.", check="day_is_no_count",
    ),
    Rule(
        "days-before-month",
        "( from | between )? day:DAY_NUMBER ( TO | and ) day2:DAY_NUMBER of? month:MONTH OF_YEAR?", "dates",
        NEWS, "The drill runs [from 8 to 10 July].",
    ),
    Rule(
        "months", "from? month:MONTH TO month2:MONTH OF_YEAR?", "months", TIMEX,
        "Exports fell [from January to March 2015].",
    ),
    Rule(
        "between-months", "between month:MONTH and month2:MONTH OF_YEAR?", "months", TIMEX,
        "He called [between March and May].",
    ),
    Rule("month", "month:MONTH OF_YEAR?", "date", TIMEX, "They sign the pact [in October 2016]."),
    Rule(
        "relative-month", "( the | THIS )? relation:RELATION month:MONTH", "month", TIMEX,
        "Troops left [last August].", check="month_has_no_day",
    ),
    Rule("year-named", "( the )? year year:YEAR", "date", TIMEX, "Peace came [in the year 1648]."),
    Rule("year", "year:YEAR", "date", TIMEX, "Voters chose him [in 2011].", check="year_is_no_count"),
    Rule(
        "years", "year:YEAR DASH year2:( YEAR | TWO_DIGITS )", "years", TIMEX,
        "He ruled in the [1980-88] war.", check="year_is_no_count",
    ),
    Rule(
        "years-from-to", "from year:YEAR TO year2:YEAR", "years", TIMEX, "She was envoy [from 2011 to 2014].",
        check="year_is_no_count",
    ),
    Rule(
        "years-between", "between year:YEAR and year2:YEAR", "years", TIMEX,
        "Aid fell [between 2011 and 2014].", check="year_is_no_count",
    ),
    Rule("short-year", "year:SHORT_YEAR", "date", NEWS, "He fled [in '68]."),
    Rule(
        "fiscal-year", "( the )? fiscal year? year:YEAR", "fiscal", NEWS, "The budget [for fiscal 2015] grew.",
    ),
    Rule("decade", "( the )? decade:DECADE", "decade", TIMEX, "Talks began [in the 1990s].", check="not_age"),
    Rule(
        "century", "( the )? number:NTH DASH? century", "century", TIMEX,
        "The fort is from [the 19th century].", check="not_in_name",
    ),
    Rule(
        "quarter", "( the )? which:ORDINAL DASH? quarter OF_YEAR?", "quarter", TIMEX,
        "Output rose [in the third quarter of 2015].", check="is_whole",
    ),
    Rule(
        "year-quarter", "( year:YEAR | year_relation:RELATION year POSSESSIVE ) which:ORDINAL DASH? quarter",
        "quarter", NEWS, "Output rose [in last year's third quarter] there.",
    ),
    Rule(
        "year-end", "year POSSESSIVE? DASH? end", "edge", NEWS, "He leaves [by year's end].",
        fixed={"edge": "end", "unit": "year"},
    ),
    Rule(
        "season-year", "( the )? season:SEASON OF_YEAR", "season", TIMEX,
        "The camp closed [in the spring of 2014].",
    ),
    Rule(
        "relative-season", "( the | THIS )? relation:RELATION season:SEASON", "season", TIMEX,
        "They plan to vote [next spring].",
    ),
    Rule(
        "season", "the? season:SEASON", "season", TIMEX, "Fighting eased [in the winter].",
        check="season_is_time",
    ),
    Rule("holiday", "holiday:HOLIDAY", "holiday", TIMEX, "He spoke [on New Year's Eve]."),
    Rule(
        "holiday-year", "holiday:HOLIDAY OF_YEAR", "holiday", TIMEX,
        "Guns fell silent [on Christmas Day 2014].",
    ),
)  # fmt: skip
"""Days, months and years of the calendar."""

RELATIVE = (
    Rule(
        "weekday", "weekday:WEEKDAY part:PART?", "weekday", TIMEX, "The envoy left [on Monday night].",
        check="weekday_is_day",
    ),
    Rule(
        "relative-weekday", "( the | THIS )? relation:RELATION weekday:WEEKDAY part:PART?", "weekday", TIMEX,
        "Troops stormed the plant [last Wednesday].", check="weekday_is_day",
    ),
    Rule(
        "weekday-of-week", "weekday:WEEKDAY part:PART? of? week:RELATION week", "weekday", TIMEX,
        "It fell [on Tuesday of last week].",
    ),
    Rule("today", "day:TODAY part:PART?", "day", TIMEX, "The court sits [tomorrow morning]."),
    Rule("this-part", "THIS part:PART", "day", TIMEX, "Shells fell [this morning].", fixed={"day": 0}),
    Rule("last-night", "LAST part:PART", "day", TIMEX, "Shells fell [last night].", fixed={"day": -1}),
    Rule("overnight", "overnight", "overnight", NEWS, "Shells fell [overnight].", check="is_adverb"),
    Rule(
        "relative-part", "the? relation:( NEXT | PREVIOUS | FOLLOWING | THAT ) part:PART", "unit", TIMEX,
        "They left [the next morning].", fixed={"unit": "day"},
    ),
    Rule(
        "relative-unit", "definite:( the | THIS )? relation:RELATION unit:UNIT part:PART?", "unit", TIMEX,
        "Ankara recalled its envoy [last week].", check="unit_stands_alone",
    ),
    Rule(
        "rolling",
        "DETERMINER? relation:( LAST | PAST | NEXT | COMING | PREVIOUS "
        "| FOLLOWING ) LENGTHY? number:MANY LENGTHY? unit:( UNIT | UNITS )",
        "rolling", TIMEX, "He spent [the last two days] on the phone.", check="unit_stands_alone",
    ),
    Rule(
        "rolling-vague",
        "DETERMINER? relation:( LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING ) unit:UNITS", "rolling",
        TIMEX, "Ties will improve [in the coming weeks].",
    ),
    Rule("recent", "( the most | more )? recent unit:UNITS", "vague", TIMEX, "Ties soured [in recent months]."),
    Rule(
        "weekend", "( the | relation:RELATION )? weekend:WEEKEND", "weekend", TIMEX,
        "Clashes broke out [over the weekend].",
    ),
    Rule(
        "clock", "( clock:CLOCK ampm:AMPM? | clock2:POINTED_CLOCK ampm2:AMPM ) ( ZONE | local time )?",
        "clock", ISO, "The bomb went off [at 5:30 a.m.] outside.", kind="CLOCK_TIME", check="clock_is_time",
    ),
    Rule(
        "hour", "hour:HOUR ampm:AMPM ( ZONE | local time )?", "clock", NEWS, "Polls close [at 8 p.m.] there.",
        kind="CLOCK_TIME",
    ),
)  # fmt: skip
"""Times that are counted from the day of the report or from a day that the text has named."""

LENGTHS = (
    Rule("age", "COUNT DASH? ( UNIT | UNITS ) DASH? old", "", NEWS, "A 34-year-old man spoke.", kind="NO_TIME"),
    Rule(
        "age-given", "( aged | age ) of? COUNT ( UNIT | UNITS )?", "", NEWS, "All men aged 14 years left.",
        kind="NO_TIME",
    ),
    Rule("year-old", "( UNIT | UNITS ) DASH old", "", NEWS, "The year-old plan failed.", kind="NO_TIME"),
    Rule(
        "every", "EVERY COUNT? ( UNIT | UNITS | WEEKDAY | MONTH | SEASON | PART | WEEKEND | other UNIT )",
        "set", SET, "They meet [every Friday] there.", kind="SET",
    ),
    Rule("weekdays", "WEEKDAYS", "set", SET, "They march [on Sundays].", kind="SET"),
    Rule(
        "times-a-unit", "( once | twice | times | time ) A UNIT", "set", SET, "They meet [twice a week].",
        kind="SET",
    ),
    Rule(
        "length", "number:COUNT LENGTHY? unit:( UNIT | UNITS ) ( or so | and A half )?", "length", DURATION,
        "The siege lasted [for five years].", kind="LENGTH", check="length_is_counted",
    ),
    Rule(
        "compound-length", "number:COUNT DASH unit:( UNIT | UNITS ) ( DASH long )?", "length", DURATION,
        "After a [three-day] visit he left.", kind="LENGTH",
    ),
    Rule("long", "unit:LONG", "length", NEWS, "A [weeklong] siege ended.", kind="LENGTH"),
    Rule(
        "unit-long", "unit:( UNIT | UNITS ) DASH long", "length", NEWS, "A [month-long] siege ended.",
        kind="LENGTH",
    ),
    Rule(
        "units", "unit:UNITS", "length", DURATION, "They fought [for weeks] there.", kind="LENGTH",
        check="units_are_length",
    ),
)  # fmt: skip
"""Durations and repetitions, and the ages that only look like them."""
