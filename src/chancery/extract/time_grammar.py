"""The grammar of English news time expressions: tables of rules over classes of words.

In: nothing; the tables are data. Out: `STAGES`, the tables in the order in which they are applied.
What it does not know: the report, its date, and what the values mean; `resolve.times` dates them.

A pattern is read like a regular expression over words. Capitals name a class of `time_words`, small letters
a word, `slot:` keeps the value of what follows, brackets, `|` and `?` mean what they mean in regular
expressions. What one stage has found stands in the next as one word of the class TIME (a stretch of the
calendar), LENGTH (a duration), CLOCK_TIME, HOLIDAY, SET ("every Friday") or NO_TIME (ages).

The classes of expressions follow the TIMEX3 guidelines of TimeML 1.2.1; where a rule comes from elsewhere,
its source says so. Every rule has one example of its own; the words in square brackets are the mention.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TIMEX = "TimeML 1.2.1, TIMEX3"
NEWS = "usage of news English"
ISO = "ISO 8601-1"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of wording a time.

    Attributes:
        name: what the rule is called in records and tests.
        pattern: the words, in the notation of this module.
        form: how `resolve.times` computes the value; "" keeps the form and slots of the expression inside.
        source: where the rule comes from.
        example: a sentence; the expected mention in square brackets.
        kind: the class under which later stages see what was found.
        fixed: slots that the words imply.
        check: name of a check of `time_checks` on the surroundings, "" for none.
    """

    name: str
    pattern: str
    form: str
    source: str
    example: str
    kind: str = "TIME"
    fixed: Mapping[str, object] = field(default_factory=dict)
    check: str = ""


MACROS = {
    "DAY_NUMBER": "( DAY | DAYTH )",
    "RELATION": "( LAST | NEXT | THIS | PAST | PREVIOUS | FOLLOWING | COMING | THAT )",
    "OF_YEAR": "( ( COMMA | of )? year:YEAR | COMMA? of? year_relation:RELATION year )",
    "NUMERAL": "( ( NUMBER | ONES | TEENS | TENS ( DASH? ONES )? ) ( HUNDRED | DOZEN )? ( and A half )? )",
    "MANY": "( VAGUE of? | NUMERAL ( ( or | to | DASH ) NUMERAL )? | half A? | DOZEN | HUNDRED )",
    "COUNT": "( A? VAGUE of? | A ( HUNDRED | DOZEN )? ( or ( ONES | so ) )? | A and A half | A half | MANY )",
    "NTH": "( ORDINAL | TENS DASH? ORDINAL )",
    "TO": "( DASH | to | through | until | till )",
    "APPROXIMATE": "( NOT_MORE | some | more than | less than | at least | over | under | up to | just over )",
    "WHEN": "( BEFORE to? )",
    "LENGTHY": "( consecutive | straight | full | whole | more | long | successive | solid )",
}
"""Parts of patterns that several rules share."""

DATES = (
    Rule("iso-date", "year:YEAR DASH month:DAY DASH day:DAY", "date", ISO, "The deal of [2016-07-08] holds."),
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
        "days-of-month", "( from | between )? month:MONTH day:DAY_NUMBER ( TO | and ) day2:DAY_NUMBER OF_YEAR?",
        "dates", TIMEX, "Ministers met [July 8-10, 2016] there.", check="day_is_no_count",
    ),
    Rule(
        "days-before-month", "( from | between )? day:DAY_NUMBER ( TO | and ) day2:DAY_NUMBER of? month:MONTH OF_YEAR?",
        "dates", NEWS, "The drill runs [from 8 to 10 July].",
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
        "years", "year:YEAR DASH year2:( YEAR | TWO_DIGITS )", "years", TIMEX, "He ruled in the [1980-88] war.",
        check="year_is_no_count",
    ),
    Rule(
        "years-from-to", "from year:YEAR TO year2:YEAR", "years", TIMEX, "She was envoy [from 2011 to 2014].",
        check="year_is_no_count",
    ),
    Rule(
        "years-between", "between year:YEAR and year2:YEAR", "years", TIMEX, "Aid fell [between 2011 and 2014].",
        check="year_is_no_count",
    ),
    Rule("short-year", "year:SHORT_YEAR", "date", NEWS, "He fled [in '68]."),
    Rule("fiscal-year", "( the )? fiscal year? year:YEAR", "fiscal", NEWS, "The budget [for fiscal 2015] grew."),
    Rule("decade", "( the )? decade:DECADE", "decade", TIMEX, "Talks began [in the 1990s].", check="not_age"),
    Rule(
        "century", "( the )? number:NTH DASH? century", "century", TIMEX, "The fort is from [the 19th century].",
        check="not_in_name",
    ),
    Rule(
        "quarter", "( the )? which:ORDINAL DASH? quarter OF_YEAR?", "quarter", TIMEX,
        "Output rose [in the third quarter of 2015].", check="is_whole",
    ),
    Rule(
        "season-year", "( the )? season:SEASON OF_YEAR", "season", TIMEX, "The camp closed [in the spring of 2014]."
    ),
    Rule(
        "relative-season", "( the | THIS )? relation:RELATION season:SEASON", "season", TIMEX,
        "They plan to vote [next spring].",
    ),
    Rule("season", "the? season:SEASON", "season", TIMEX, "Fighting eased [in the winter].", check="season_is_time"),
    Rule("holiday", "holiday:HOLIDAY", "holiday", TIMEX, "He spoke [on New Year's Eve]."),
    Rule("holiday-year", "holiday:HOLIDAY OF_YEAR", "holiday", TIMEX, "Guns fell silent [on Christmas Day 2014]."),
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
        "rolling", "DETERMINER? relation:( LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING ) LENGTHY? "
        "number:MANY LENGTHY? unit:( UNIT | UNITS )", "rolling", TIMEX, "He spent [the last two days] on the phone.",
        check="unit_stands_alone",
    ),
    Rule(
        "rolling-vague", "DETERMINER? relation:( LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING ) unit:UNITS",
        "rolling", TIMEX, "Ties will improve [in the coming weeks].",
    ),
    Rule("recent", "( the most | more )? recent unit:UNITS", "vague", TIMEX, "Ties soured [in recent months]."),
    Rule(
        "weekend", "( the | relation:RELATION )? weekend:WEEKEND", "weekend", TIMEX, "Clashes broke out [over the weekend]."
    ),
    Rule(
        "clock", "clock:( CLOCK | POINTED_CLOCK ) ampm:AMPM? ( ZONE | local time )?", "clock", ISO,
        "The bomb went off [at 5:30 a.m.] outside.", "CLOCK_TIME", check="clock_is_time",
    ),
    Rule(
        "hour", "hour:HOUR ampm:AMPM ( ZONE | local time )?", "clock", NEWS, "Polls close [at 8 p.m.] there.",
        "CLOCK_TIME",
    ),
)  # fmt: skip
"""Times that are counted from the day of the report or from a day that the text has named."""

LENGTHS = (
    Rule("age", "COUNT DASH? ( UNIT | UNITS ) DASH? old", "", NEWS, "A 34-year-old man spoke.", "NO_TIME"),
    Rule("age-given", "( aged | age ) of? COUNT ( UNIT | UNITS )?", "", NEWS, "All men aged 14 years left.", "NO_TIME"),
    Rule("year-old", "( UNIT | UNITS ) DASH old", "", NEWS, "The year-old plan failed.", "NO_TIME"),
    Rule(
        "every", "EVERY COUNT? ( UNIT | UNITS | WEEKDAY | MONTH | SEASON | PART | WEEKEND | other UNIT )", "set",
        "TimeML 1.2.1, TIMEX3 type SET", "They meet [every Friday] there.", "SET",
    ),
    Rule("weekdays", "WEEKDAYS", "set", "TimeML 1.2.1, TIMEX3 type SET", "They march [on Sundays].", "SET"),
    Rule(
        "times-a-unit", "( once | twice | times | time ) A UNIT", "set", "TimeML 1.2.1, TIMEX3 type SET",
        "They meet [twice a week].", "SET",
    ),
    Rule(
        "length", "number:COUNT LENGTHY? unit:( UNIT | UNITS )", "length", "TimeML 1.2.1, TIMEX3 type DURATION",
        "The siege lasted [for five years].", "LENGTH", check="length_is_counted",
    ),
    Rule(
        "compound-length", "number:COUNT DASH unit:( UNIT | UNITS ) ( DASH long )?", "length",
        "TimeML 1.2.1, TIMEX3 type DURATION", "After a [three-day] visit he left.", "LENGTH",
    ),
    Rule("long", "unit:LONG", "length", NEWS, "A [weeklong] siege ended.", "LENGTH"),
    Rule("unit-long", "unit:( UNIT | UNITS ) DASH long", "length", NEWS, "A [month-long] siege ended.", "LENGTH"),
    Rule(
        "units", "unit:UNITS", "length", "TimeML 1.2.1, TIMEX3 type DURATION", "They fought [for weeks] there.",
        "LENGTH", check="units_are_length",
    ),
)  # fmt: skip
"""Durations and repetitions, and the ages that only look like them."""

PARTS = (
    Rule("part-of", "the? part:EARLY DASH? ( in | on | of )? the? time:TIME", "part", TIMEX, "He fled [early last year]."),
    Rule("part-of-unit", "part:EARLY in the unit:UNIT", "part", TIMEX, "It began [early in the year]."),
    Rule("hours-of", "the? part:EARLY? ( hours | PART ) ( of | on ) time:TIME", "", NEWS, "He fled [in the early hours of Friday]."),
    Rule("later-in", "when:LATER ( in | on )? time:TIME", "within", TIMEX, "She resigned [earlier this year]."),
    Rule("later-in-unit", "when:LATER in the unit:UNIT", "within", TIMEX, "Talks resume [later in the week]."),
    Rule("edge-of", "the? very? edge:EDGE of the? time:TIME", "edge", TIMEX, "He left [at the end of 2015]."),
    Rule("edge-of-unit", "the? very? edge:EDGE of ( the | this ) unit:UNIT", "edge", TIMEX, "He leaves [by the end of the year]."),
    Rule("half-of", "the? which:( ORDINAL | FINAL ) DASH? half of the? time:TIME", "half", TIMEX, "Trade rose [in the first half of this year]."),
    Rule("half-of-unit", "the? which:( ORDINAL | FINAL ) DASH? half of the unit:UNIT", "half", TIMEX, "Trade rose [in the second half of the year]."),
    Rule("half-year", "the? which:( ORDINAL | FINAL ) DASH? half OF_YEAR", "half", NEWS, "Sales rose [in the first half of 2015]."),
    Rule("quarter-of", "the? which:( ORDINAL | FINAL ) DASH? quarter of the? time:TIME", "quarter", TIMEX, "Sales rose [in the first quarter of last year]."),
    Rule("quarter-of-unit", "the? which:( ORDINAL | FINAL ) DASH? quarter of the unit:UNIT", "quarter", TIMEX, "Sales rise [in the last quarter of the year]."),
    Rule("first-length-of", "the? which:( ORDINAL | FINAL ) length:LENGTH of the? time:TIME", "slice", TIMEX, "Trade rose [in the first six months of 2015]."),
    Rule("first-length-of-unit", "the? which:( ORDINAL | FINAL ) length:LENGTH of the unit:UNIT", "slice", TIMEX, "Trade rose [in the first six months of the year]."),
    Rule("nth-unit-of", "the? which:( ORDINAL | FINAL ) unit2:UNIT of time:TIME", "slice", TIMEX, "Voting is [in the first week of May]."),
    Rule("clock-on-day", "CLOCK_TIME COMMA? ( on | COMMA )? time:TIME", "", NEWS, "It fell [at 5:30 a.m. on Tuesday]."),
    Rule("day-at-clock", "time:TIME COMMA? ( at | around | about )? CLOCK_TIME", "", NEWS, "It fell [on Tuesday at 5:30 a.m.] there."),
    Rule("ago", "approximate:APPROXIMATE? length:LENGTH ago", "ago", TIMEX, "He died [four years ago].", fixed={"sign": -1}),
    Rule("ago-this", "length:LENGTH ago on? time:TIME", "anniversary", NEWS, "The battle was fought [75 years ago this week].", fixed={"sign": -1}),
    Rule("from-now", "length:LENGTH from ( now | today )", "ago", TIMEX, "The vote is [two weeks from now].", fixed={"sign": 1}),
    Rule("shift", "just? approximate:APPROXIMATE? length:LENGTH when:( LATER | WHEN | afterwards | afterward )", "shift", TIMEX, "He resigned [two days later].", check="shift_has_anchor"),
    Rule("shift-unit", "( the | A ) unit:UNIT when:WHEN", "shift", TIMEX, "Orders were issued [the day before].", check="shift_has_anchor"),
    Rule("shift-time", "just? length:LENGTH when:WHEN the? time:TIME", "shift", TIMEX, "He quit [three days after July 8].", check="bound_stands_alone"),
    Rule("shift-unit-time", "( the | A ) unit:UNIT when:WHEN time:TIME", "shift", TIMEX, "Notices hung there [the day before Friday] already."),
    Rule("about-length", "APPROXIMATE length:LENGTH", "length", TIMEX, "He was held [for more than two weeks].", "LENGTH"),
)  # fmt: skip
"""Parts of times, and times at a distance from others."""

BOUNDS = (
    Rule("since", "SINCE time:TIME", "open", TIMEX, "He has ruled [since 1986].", fixed={"bound": "since"}, check="bound_stands_alone"),
    Rule("starting", "( starting | beginning | effective ) ( in | on | from )? time:TIME", "open", TIMEX, "Fees rise [starting in March].", fixed={"bound": "since"}),
    Rule("from-on", "from time:TIME ( on | onward | onwards )", "open", TIMEX, "Fees rise [from March onward].", fixed={"bound": "since"}),
    Rule("until", "( up )? ( UNTIL | through ) time:TIME", "open", TIMEX, "The ban holds [until March].", fixed={"bound": "until"}, check="bound_stands_alone"),
    Rule("by", "( by | no later than ) time:TIME", "open", TIMEX, "Troops will leave [by February 8].", fixed={"bound": "until"}, check="bound_stands_alone"),
    Rule("before", "( before | prior to ) time:TIME", "open", TIMEX, "Nobody knew it [before 2011].", fixed={"bound": "before"}, check="bound_stands_alone"),
    Rule("after", "after time:TIME", "open", TIMEX, "Nobody came [after 2011].", fixed={"bound": "after"}, check="bound_stands_alone"),
    Rule("from-to", "from start:TIME ( TO ) end:TIME", "interval", TIMEX, "The drill ran [from July 8 to Aug. 3]."),
    Rule("between", "between start:TIME and end:TIME", "interval", TIMEX, "The drill ran [between July 8 and Aug. 3]."),
    Rule("time-to-time", "start:TIME ( DASH | through ) end:TIME", "interval", TIMEX, "The drill ran [July 8 - Aug. 3].", check="both_dated"),
    Rule("about", "( around | about | circa | approximately | roughly ) time:TIME", "about", TIMEX, "It was built [around 2010]."),
)  # fmt: skip
"""Times open on one side, and stretches between two times."""

PREPOSITIONS = (
    Rule("preposition", "PREPOSITION time:( TIME | CLOCK_TIME | SET )", "", NEWS, "He left [on Tuesday].", check="bound_stands_alone"),
    Rule("in-length", "in time:LENGTH", "in_length", TIMEX, "The summit will open [in two weeks]."),
    Rule("for-length", "PREPOSITION time:LENGTH", "length", TIMEX, "He was held [for two weeks].", "LENGTH"),
    Rule("time-length", "time:LENGTH", "length", TIMEX, "The flight took [two hours].", "LENGTH"),
)  # fmt: skip
"""The preposition belongs to the mention, as in "in October" of the record's own example."""

STAGES = (DATES + RELATIVE + LENGTHS, PARTS, BOUNDS, PREPOSITIONS)
