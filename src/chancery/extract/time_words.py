"""Time words: which words of English can be part of a time expression, and what each one counts for.

In: the tokens of an analysis. Out: one code letter a token, over which `time_grammar` writes its rules, and
the value of each word ("July" is 7, "fortnight" is a unit).
What it does not know: how the words combine, and when the report was published.

A word may stand in several classes ("second" is an ordinal, "March" a month). Each set of classes gets one
letter, so that a report becomes one short string and a rule one regular expression over it.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache

from chancery.analysis import Analysis, Entity

Value = int | float | str | tuple[int, ...] | None
Words = Mapping[str, Value]


def _numbered(words: str, first: int = 1) -> dict[str, Value]:
    """Number groups of synonyms: groups are parted by blanks, synonyms by "/"."""
    groups = enumerate(words.split(), first)
    return {word: number for number, group in groups for word in group.split("/")}


def _named(words: str) -> dict[str, Value]:
    """Give every word of each group its group's first word as value."""
    groups = [group.split("/") for group in words.split()]
    return {word: group[0] for group in groups for word in group}


MONTHS = _numbered(
    "january/jan/jan. february/feb/feb. march/mar. april/apr/apr. may june/jun/jun. july/jul/jul. "
    "august/aug/aug. september/sept/sept./sep/sep. october/oct/oct. november/nov/nov. december/dec/dec."
)
WEEKDAYS = _numbered(
    "monday/mon. tuesday/tue./tues. wednesday/wed. thursday/thu./thur./thurs. friday/fri. saturday/sat. sunday/sun.",
    first=0,
)
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()

_PLAIN_UNITS = "second minute hour day week fortnight month year decade".split()

CLASSES: dict[str, Words] = {
    "MONTH": MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": {f"{day}s": None for day in WEEKDAYS if not day.endswith(".")},
    "ONES": _numbered("one two three four five six seven eight nine"),
    "TEENS": _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", first=10),
    "TENS": {word: 10 * tens for tens, word in enumerate(_TENS, 2)},
    "HUNDRED": {"hundred": 100, "thousand": 1000},
    "DOZEN": {"dozen": 12},
    "VAGUE": dict.fromkeys(("several", "few", "many", "some", "couple", "dozens", "hundreds", "recent")),
    "ORDINAL": {**ORDINALS, "latter": 2},
    "DECADE": {word: 1900 + 10 * tens for tens, word in enumerate(_DECADES, 2)},
    "UNIT": _named("minute hour day week fortnight month year decade century quarter"),
    "UNITS": {**{f"{unit}s": unit for unit in _PLAIN_UNITS}, "centuries": "century"},
    "LONG": {f"{unit}long": unit for unit in _PLAIN_UNITS},
    "PART": _named("morning/midmorning afternoon/midafternoon evening/dusk night dawn noon/midday midnight"),
    "SEASON": _numbered("spring summer autumn/fall winter"),
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    "WEEKEND": {"weekend": "weekend"},
    "EARLY": _named("early mid/middle late"),
    "LATER": _named("earlier later"),
    "BEFORE": _named("before/prior after/following"),
    "EDGE": _named("start/beginning/outset/opening/onset end/close mid/middle/midst rest/remainder"),
    "HALF": {"half": "half"},
    "QUARTER": {"quarter": "quarter"},
    "LAST": {"last": "last"},
    "FINAL": {"last": "last", "final": "last"},
    "NEXT": {"next": "next"},
    "THIS": {"this": "this", "current": "this"},
    "PAST": {"past": "past"},
    "PREVIOUS": dict.fromkeys(("previous", "preceding", "prior"), "previous"),
    "FOLLOWING": dict.fromkeys(("following", "subsequent", "ensuing"), "following"),
    "COMING": dict.fromkeys(("coming", "upcoming"), "coming"),
    "THAT": {"that": "that", "same": "that"},
    "DETERMINER": dict.fromkeys(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my")),
    "A": {"a": 1, "an": 1},
    "EVERY": dict.fromkeys(("every", "each", "per")),
    "DASH": dict.fromkeys(("-", "–", "—")),
    "COMMA": {",": None},
    "POSSESSIVE": dict.fromkeys(("'s", "’s", "'", "’")),
    "AMPM": _named("am/a.m./a.m pm/p.m./p.m"),
    "ZONE": dict.fromkeys("gmt utc est edt pst pdt cet bst et".split()),
    "NOT_MORE": dict.fromkeys(("about", "around", "approximately", "roughly", "nearly", "almost", "circa"), "~"),
    "SINCE": {"since": "since"},
    "UNTIL": dict.fromkeys(("until", "till", "til"), "until"),
    "PREPOSITION": dict.fromkeys(("in", "on", "at", "during", "within", "over", "for", "throughout")),
}
"""Every class with its words and their values. Rules may also name a single word, in lower case."""

EMPTY = frozenset[str]()
_MONTH_NAMES_TOO = frozenset(("may", "march", "april", "june", "august", "jan", "jun", "mar", "dec", "sep", "apr"))
_BEFORE_MONTH = frozenset(
    "in since until till last next this early late mid by before after from of to through during every each and "
    "or on between past for around about than - – , (".split()
)
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3}){0,3}|\d{1,9})(?P<decimal>\.\d{1,3})?"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th)"
    r"|['’]?(?P<decade>(?:\d\d)?\d0)s"
    r"|['’](?P<short>\d\d)"
    r"|(?P<clock>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)"
    r"|(?P<slashed>\d{1,4}/\d{1,2}(?:/\d{1,4})?)"
)
_LONGEST_NUMBER = 16  # characters; "1,000,000.000" and "2016/12/31" are shorter, nothing longer is a date


def value_of(lower: str, name: str | None = None) -> Value:
    """Return what a word counts for: in the class named if it is in it, else in the first that has it.

    Example:
        >>> value_of("july"), value_of("8th"), value_of("2016"), value_of("second", "ORDINAL")
        (7, 8, 2016, 2)
    """
    if name is not None and lower in CLASSES[name]:
        return CLASSES[name][lower]
    values = _first_values()
    return values[lower] if lower in values else _read_digits(lower)[1]


@cache
def _first_values() -> dict[str, Value]:
    """Return the value of every word in the first class that has it."""
    return {word: value for words in reversed(CLASSES.values()) for word, value in words.items()}


def number_classes(lower: str) -> frozenset[str]:
    """Return the classes of a token that has digits; none where it cannot be part of a time.

    Example:
        >>> sorted(number_classes("2016")), sorted(number_classes("2,016")), sorted(number_classes("24/7"))
        (['NUMBER', 'YEAR'], ['NUMBER'], [])
    """
    return _read_digits(lower)[0]


@cache
def _read_digits(lower: str) -> tuple[frozenset[str], Value]:
    """Return classes and value of a token with digits."""
    found = _DIGITS.fullmatch(lower) if len(lower) <= _LONGEST_NUMBER and lower.isascii() else None
    if found is None:
        found = _DIGITS.fullmatch(lower) if lower[:1] == "’" and len(lower) <= _LONGEST_NUMBER else None
    if found is None:
        return EMPTY, None
    kind = found.lastgroup
    if kind == "ordinal":
        number = int(found["ordinal"])
        return frozenset(("ORDINAL", "DAYTH") if 1 <= number <= 31 else ("ORDINAL",)), number
    if kind == "decade":
        return frozenset(("DECADE",)), _decade(found["decade"])
    if kind == "short":
        return frozenset(("SHORT_YEAR",)), _century_of(int(found["short"]))
    if kind == "minute":
        return frozenset(("CLOCK",)), (int(found["clock"]), int(found["minute"]))
    if kind == "slashed":
        date = _slashed(found["slashed"])
        return (frozenset(("SLASHED",)), date) if date else (EMPTY, None)
    return _whole_number(found["whole"], found["decimal"])


def _whole_number(whole: str, decimal: str | None) -> tuple[frozenset[str], Value]:
    """Return classes and value of a plain number."""
    number = int(whole.replace(",", ""))
    if decimal:
        is_clock = number <= 24 and len(decimal) == 3 and decimal < ".60"
        return frozenset(("NUMBER", "POINTED_CLOCK") if is_clock else ("NUMBER",)), float(number) + float(decimal)
    classes = ["NUMBER"]
    if len(whole) <= 2:
        classes += ["DAY"] * (1 <= number <= 31) + ["HOUR"] * (number <= 24) + ["TWO_DIGITS"] * (len(whole) == 2)
    if len(whole) == 4 and "," not in whole and 1000 <= number < 2200:
        classes.append("YEAR")
    return frozenset(classes), number


def _century_of(short: int) -> int:
    """Return the year that two digits stand for: "'68" is 1968, "'14" 2014 (pivot 30, as POSIX has 68)."""
    return 2000 + short if short < 30 else 1900 + short


def _decade(digits: str) -> Value:
    """Return the first year of a decade: "1990s", "90s"."""
    return int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 20 else 2000 + int(digits)


def _slashed(digits: str) -> tuple[int, ...] | None:
    """Return (year, month, day) of a date with slashes, month first as American news has it; year 0: none given."""
    parts = [int(part) for part in digits.split("/")]
    if digits == "9/11":
        return 2001, 9, 11
    if len(parts) != 3:
        return None
    year, month, day = parts if parts[0] > 31 else (parts[2], parts[0], parts[1])
    if month > 12:
        month, day = day, month
    year = _century_of(year) if year < 100 else year
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return year, month, day


class Alphabet:
    """Letters for sets of classes: what rules and reports are both written in."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._letters: dict[frozenset[str], str] = {EMPTY: "."}
        names: dict[str, set[str]] = {literal: {literal} for literal in literals}
        for name, words in CLASSES.items():
            for word in words:
                names.setdefault(word, set()).add(name)
        self._words = {word: frozenset(classes) for word, classes in names.items()}
        for classes in self._words.values():
            self.letter(classes)

    def letter(self, classes: frozenset[str]) -> str:
        """Return the letter of a set of classes, a new one for a new set."""
        return self._letters.setdefault(classes, chr(0x100 + len(self._letters)))

    def close_under_removal(self, *names: str) -> None:
        """Give a letter to every set without one of some classes: "may" that is no month."""
        for classes in list(self._letters):
            for name in names:
                self.letter(classes - {name})

    def letters_with(self, name: str) -> str:
        """Return all letters so far whose set has a class or word."""
        return "".join(letter for classes, letter in self._letters.items() if name in classes)

    def read(self, analysis: Analysis) -> list[str]:
        """Return one letter a token; "." for tokens that are no part of any time."""
        words, letter, lowers = self._words, self._letters, analysis.lowers
        found = ["."] * len(lowers)
        for token, lower in enumerate(lowers):
            classes = words.get(lower)
            if classes is None:
                first = lower[0]
                if not (first.isdigit() or first in "'’"):
                    continue
                classes = number_classes(lower)
            elif "MONTH" in classes and not is_month(analysis, token):
                classes = classes - {"MONTH"}
            elif "SEASON" in classes and analysis.upos[token] not in ("NOUN", "PROPN", "X"):
                classes = classes - {"SEASON"}
            if classes:
                found[token] = letter.get(classes, ".")
        return found


def is_month(analysis: Analysis, token: int) -> bool:
    """Tell whether a month's name means the month: "in May" and "May 5" do, "she may" and "Theresa May" do not."""
    form, lower = analysis.forms[token], analysis.lowers[token]
    if not form[0].isupper():
        return False
    if lower not in _MONTH_NAMES_TOO:
        return True
    before = analysis.lowers[token - 1] if token else ""
    after = analysis.lowers[token + 1] if token + 1 < len(analysis) else ""
    if number_classes(after) & {"DAY", "YEAR", "DAYTH"} or number_classes(before) & {"DAY", "DAYTH"}:
        return True
    if before in _BEFORE_MONTH:
        return analysis.upos[token] != "AUX" and not _begins_name(analysis, token)
    is_modifier = analysis.upos[token] == "PROPN" and analysis.heads[token] > token
    return is_modifier and after.isalpha() and analysis.forms[token + 1][0].islower()


def entity_at(analysis: Analysis, token: int) -> Entity | None:
    """Return the entity that holds a token, or None."""
    index = bisect_right(analysis.entities, token, key=lambda entity: entity.tokens[0]) - 1
    if index < 0 or token >= analysis.entities[index].tokens[1]:
        return None
    return analysis.entities[index]


def _begins_name(analysis: Analysis, token: int) -> bool:
    """Tell whether a capitalised word goes on as a person's name ("by April Ryan")."""
    entity = entity_at(analysis, token)
    if entity is not None and entity.label == "Person":
        return True
    return any(analysis.deprels[child] == "flat" for child in analysis.children[token])
