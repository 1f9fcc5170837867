"""Rules of the time grammar: what a rule is, and the parts of patterns that several rules share.

In: nothing. Out: `Rule` and `MACROS`.
What it does not know: any rule; `time_dates` and `time_grammar` hold the tables.

A pattern is read like a regular expression over words. Capitals name a class of `time_words`, small letters
a word, `slot:` keeps the value of what follows, brackets, `|` and `?` mean what they mean in regular
expressions. What one stage has found stands in the next as one word of the class TIME (a stretch of the
calendar), LENGTH (a duration), CLOCK_TIME, HOLIDAY, SET ("every Friday") or NO_TIME (ages).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TIMEX = "TimeML 1.2.1, TIMEX3"
NEWS = "usage of news English"
ISO = "ISO 8601-1"
DURATION = "TimeML 1.2.1, TIMEX3 type DURATION"
SET = "TimeML 1.2.1, TIMEX3 type SET"
"""Where rules come from: the guidelines of time annotation, the standard of dates, or how news is written."""


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
