"""The grammar of English news time expressions: rules for times made of times, and the order of the tables.

In: nothing; the tables are data. Out: `STAGES`, the tables in the order in which they are applied.
What it does not know: the report, its date, and what the values mean; `resolve.times` dates them.
"""

from __future__ import annotations

from chancery.extract.time_dates import DATES, LENGTHS, RELATIVE
from chancery.extract.time_rules import NEWS, TIMEX, Rule

PARTS = (
    Rule(
        "part-of", "the? part:EARLY DASH? ( in | on | of )? the? time:TIME", "part", TIMEX,
        "He fled [early last year].",
    ),
    Rule("part-of-unit", "part:EARLY in the unit:UNIT", "part", TIMEX, "It began [early in the year]."),
    Rule(
        "hours-of", "the? part:EARLY? ( hours of | PART ( of | on )? ) time:TIME", "", NEWS,
        "He fled [in the early hours of Friday].",
    ),
    Rule("later-in", "when:LATER ( in | on )? time:TIME", "within", TIMEX, "She resigned [earlier this year]."),
    Rule("later-in-unit", "when:LATER in the unit:UNIT", "within", TIMEX, "Talks resume [later in the week]."),
    Rule("edge-of", "the? very? edge:EDGE of the? time:TIME", "edge", TIMEX, "He left [at the end of 2015]."),
    Rule("edge-dash", "edge:EDGE DASH time:TIME", "edge", NEWS, "Troops leave [by end-2017] then."),
    Rule(
        "edge-of-unit", "the? very? edge:EDGE of ( the | this )? unit:UNIT", "edge", TIMEX,
        "He leaves [by the end of the year].",
    ),
    Rule(
        "half-of", "the? which:( ORDINAL | FINAL ) DASH? half of the? time:TIME", "half", TIMEX,
        "Trade rose [in the first half of this year].",
    ),
    Rule(
        "half-of-unit", "the? which:( ORDINAL | FINAL ) DASH? half of the unit:UNIT", "half", TIMEX,
        "Trade rose [in the second half of the year].",
    ),
    Rule(
        "half-year", "the? which:( ORDINAL | FINAL ) DASH? half OF_YEAR", "half", NEWS,
        "Sales rose [in the first half of 2015].",
    ),
    Rule(
        "quarter-of", "the? which:( ORDINAL | FINAL ) DASH? quarter of the? time:TIME", "quarter", TIMEX,
        "Sales rose [in the first quarter of last year].",
    ),
    Rule(
        "quarter-of-unit", "the? which:( ORDINAL | FINAL ) DASH? quarter of the unit:UNIT", "quarter", TIMEX,
        "Sales rise [in the last quarter of the year].",
    ),
    Rule(
        "first-length-of", "the? which:( ORDINAL | FINAL ) length:LENGTH of the? time:TIME", "slice", TIMEX,
        "Trade rose [in the first six months of 2015].",
    ),
    Rule(
        "first-length-of-unit", "the? which:( ORDINAL | FINAL ) length:LENGTH of the unit:UNIT", "slice",
        TIMEX, "Trade rose [in the first six months of the year].",
    ),
    Rule(
        "nth-unit-of", "the? which:( ORDINAL | FINAL ) unit2:UNIT of time:TIME", "slice", TIMEX,
        "Voting is [in the first week of May].",
    ),
    Rule(
        "clock-on-day", "CLOCK_TIME COMMA? ( on | COMMA )? time:TIME", "", NEWS,
        "It fell [at 5:30 a.m. on Tuesday].",
    ),
    Rule(
        "day-at-clock", "time:TIME COMMA? ( at | around | about )? CLOCK_TIME", "", NEWS,
        "It fell [on Tuesday at 5:30 a.m.] there.",
    ),
    Rule(
        "ago", "approximate:APPROXIMATE? length:LENGTH ago", "ago", TIMEX, "He died [four years ago].",
        fixed={"sign": -1},
    ),
    Rule(
        "ago-this", "length:LENGTH ago on? time:TIME", "anniversary", NEWS,
        "The battle was fought [75 years ago this week].", fixed={"sign": -1},
    ),
    Rule(
        "from-now", "length:LENGTH from ( now | today )", "ago", TIMEX, "The vote is [two weeks from now].",
        fixed={"sign": 1},
    ),
    Rule(
        "shift", "just? approximate:APPROXIMATE? length:LENGTH when:( LATER | WHEN | afterwards | afterward )",
        "shift", TIMEX, "He resigned [two days later].", check="shift_has_anchor",
    ),
    Rule(
        "shift-unit", "( the | A ) unit:UNIT when:WHEN", "shift", TIMEX,
        "Orders were issued [the day before].", check="shift_has_anchor",
    ),
    Rule(
        "shift-time", "just? approximate:APPROXIMATE? length:LENGTH when:WHEN the? time:TIME", "shift", TIMEX,
        "He quit [three days after July 8].", check="bound_stands_alone",
    ),
    Rule(
        "shift-unit-time", "( the | A ) unit:UNIT when:WHEN time:TIME", "shift", TIMEX,
        "Notices hung there [the day before Friday] already.",
    ),
    Rule(
        "about-length", "APPROXIMATE length:LENGTH", "length", TIMEX, "He was held [for more than two weeks].",
        kind="LENGTH",
    ),
)  # fmt: skip
"""Parts of times, and times at a distance from others."""

BOUNDS = (
    Rule(
        "since", "SINCE time:TIME", "open", TIMEX, "He has ruled [since 1986].", fixed={"bound": "since"},
        check="bound_stands_alone",
    ),
    Rule(
        "starting", "( starting | beginning | effective ) ( in | on | from )? time:TIME", "open", TIMEX,
        "Fees rise [starting in March].", fixed={"bound": "since"},
    ),
    Rule(
        "from-on", "from time:TIME ( onward | onwards )", "open", TIMEX, "Fees rise [from March onward].",
        fixed={"bound": "since"},
    ),
    Rule(
        "until", "( up )? ( UNTIL | through ) time:TIME", "open", TIMEX, "The ban holds [until March].",
        fixed={"bound": "until"}, check="bound_stands_alone",
    ),
    Rule(
        "by", "( by | no later than ) time:TIME", "open", TIMEX, "Troops will leave [by February 8].",
        fixed={"bound": "until"}, check="bound_stands_alone",
    ),
    Rule(
        "before", "( before | prior to ) time:TIME", "open", TIMEX, "Nobody knew it [before 2011].",
        fixed={"bound": "before"}, check="bound_stands_alone",
    ),
    Rule(
        "after", "after time:TIME", "open", TIMEX, "Nobody came [after 2011].", fixed={"bound": "after"},
        check="bound_stands_alone",
    ),
    Rule(
        "from-to", "from start:TIME ( TO ) end:TIME", "interval", TIMEX,
        "The drill ran [from July 8 to Aug. 3].",
    ),
    Rule(
        "from-now-to", "( between now and | from now TO ) end:TIME", "interval", NEWS,
        "Much can happen [between now and Friday].", fixed={"start": {"form": "day", "day": 0}},
    ),
    Rule(
        "between", "between start:TIME and end:TIME", "interval", TIMEX,
        "The drill ran [between July 8 and Aug. 3].",
    ),
    Rule(
        "time-to-time", "start:TIME ( DASH | through ) end:TIME", "interval", TIMEX,
        "The drill ran [July 8 - Aug. 3].", check="both_dated",
    ),
    Rule(
        "about", "( around | about | circa | approximately | roughly ) time:TIME", "about", TIMEX,
        "It was built [around 2010].", check="bound_stands_alone",
    ),
)  # fmt: skip
"""Times open on one side, and stretches between two times."""

PREPOSITIONS = (
    Rule(
        "preposition", "PREPOSITION time:( TIME | CLOCK_TIME | SET )", "", NEWS, "He left [on Tuesday].",
        check="bound_stands_alone",
    ),
    Rule("in-length", "in time:LENGTH", "in_length", TIMEX, "The summit will open [in two weeks]."),
    Rule(
        "for-length", "PREPOSITION time:LENGTH", "length", TIMEX, "He was held [for two weeks].",
        kind="LENGTH",
    ),
    Rule("time-length", "time:LENGTH", "length", TIMEX, "The flight took [two hours].", kind="LENGTH"),
)  # fmt: skip
"""The preposition belongs to the mention, as in "in October" of the record's own example."""

STAGES = (DATES + RELATIVE + LENGTHS, PARTS, BOUNDS, PREPOSITIONS)
"""Each stage reads what the one before has left, and takes what it found as single words."""
