"""Checks on the surroundings of a time expression: what tells a year from a quantity, a day from a newspaper.

In: the analysis and the tokens that a rule matched. Out: yes or no.
What it does not know: the rules. Without a tree (no heads) a check falls back on the neighbouring words.
"""

from __future__ import annotations

from collections.abc import Callable

from chancery.analysis import Analysis, Tokens
from chancery.extract.time_words import CLASSES, entity_at, number_classes

Check = Callable[[Analysis, Tokens], bool]

_YEAR_AFTER = frozenset(
    "in since until till by before after from to through during between early late mid end middle beginning "
    "start summer winter spring autumn fall around circa about ( and or than of for throughout - – — fiscal".split()
)
_BEFORE_MODIFIER = frozenset("the a an 's ’s ' ’ his her its their this that our my".split())
_MEASURES = frozenset(
    "people troops soldiers men women children civilians refugees migrants jobs dollars euros pounds yuan rubles "
    "miles kilometers kilometres meters metres feet tons tonnes barrels acres hectares percent % million billion "
    "homes houses vehicles workers members police officers fighters lives cases deaths km calories watts".split()
)
_NUMBER_SIGNS = frozenset("$ € £ ¥ # no. no number resolution route room flight boeing article section".split())
_LENGTH_AFTER = frozenset(
    "for in within about over than nearly almost after half least most just only under around every roughly up "
    "last lasted lasting took take takes".split()
)
_LENGTH_BEFORE = frozenset(("ago", "later", "earlier", "before", "after", "long", "prior", "following", "from"))
_UNITS_AFTER = frozenset("for in within of over after during many these those few dozens just , - until took".split())
_NO_DAY_BEFORE = frozenset(("black", "bloody", "super", "cyber", "giving"))
_NEWSPAPERS = frozenset("times mail post telegraph mirror express herald tribune review".split())
_WHOLE = frozenset(("the", "this", "last", "that", "next"))
_RANGE_SIGNS = frozenset(("-", "–", "—", "through"))
_PUNCTUATION = frozenset(",.;:!?)”\"'’")
_MODIFIERS = frozenset(("compound", "nummod", "amod", "nmod:poss", "nmod:unmarked", "nmod:desc"))
_NEAR = 6  # tokens ahead within which a noun can still be modified: "the 2011 anti-government street protests"
FIRST_MODIFIER = 1700
"""The earliest year that stands before a noun in news ("the 1783 treaty"); lower numbers count things there."""
_NAMES = ("Organization", "Facility", "Person", "Product")


def _lower(analysis: Analysis, token: int) -> str:
    """Return a token's lower form, "" outside the report."""
    return analysis.lowers[token] if 0 <= token < len(analysis) else ""


def _is_plural_noun(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is a plural common noun, by its tag or, without one, by its looks."""
    lower = _lower(analysis, token)
    if not lower.isalpha() or not lower.islower():
        return False
    tag = analysis.xpos[token]
    if analysis.forms[token] != lower:
        return False
    return tag == "NNS" if tag in ("NN", "NNS", "IN", "VBZ", "VBD", "RB", "JJ", "VBG") else lower.endswith("s")


def _in_name(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether tokens are part of a longer name of a body, place or person ("Sunday Times")."""
    entity = entity_at(analysis, first)
    return entity is not None and entity.label in _NAMES and entity.tokens[1] - entity.tokens[0] > last - first


def day_is_no_count(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether the number after a month is a day: "in June 20 people died" has none."""
    last = tokens[1]
    number = last - 1
    after = _lower(analysis, last)
    if not analysis.lowers[number].isdigit() or len(analysis.lowers[number]) > 2:
        return True
    if after in _MEASURES or (after == "-" and _lower(analysis, last + 1) in CLASSES["UNIT"]):
        return False
    counts = analysis.deprels[number] == "nummod" and analysis.heads[number] == last
    return not (counts and _is_plural_noun(analysis, last))


def year_is_no_count(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether four digits are a year: "in 2011" and "the 2005 raid" are, "1500 people" and "$2000" are not."""
    first, last = tokens
    number = last - 1
    before, after = _lower(analysis, first - 1), _lower(analysis, last)
    if before == "-" and first > 1 and analysis.lowers[first - 2].isdigit():
        return False  # a telephone number
    if before in _NUMBER_SIGNS or after in _MEASURES or _in_name(analysis, first, last):
        return False
    if not analysis.lowers[first].isdigit():
        return not _is_plural_noun(analysis, last)
    if before in _BEFORE_MODIFIER or analysis.deprels[number] == "compound":
        return after[:1].isalpha() and int(analysis.lowers[first]) >= FIRST_MODIFIER
    if _is_plural_noun(analysis, last) and int(analysis.lowers[number][:4]) % 50 == 0:
        return False
    if before in _YEAR_AFTER:
        return True
    return _modifies_as_date(analysis, first, number)


def _modifies_as_date(analysis: Analysis, first: int, number: int) -> bool:
    """Tell whether the tree, or the century, makes a year of digits that no preposition introduces."""
    relation = analysis.deprels[number]
    likely = 1900 <= int(analysis.lowers[first]) <= 2099
    if relation in ("obl:unmarked", "nmod:unmarked", "obl:tmod", "nmod:tmod", "root", "conj", "appos", "obl"):
        return likely
    return likely and (number > first or _lower(analysis, number + 1) in (")", ",", ".", ";", ""))


def month_has_no_day(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a month is whole: "this Jan. 28" is a day."""
    last = tokens[1]
    return not number_classes(_lower(analysis, last)) & {"DAY", "DAYTH"}


def is_whole(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether nothing follows that this is a part of ("the first quarter of the year")."""
    last = tokens[1]
    return _lower(analysis, last) != "of"


def not_in_name(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a time is not part of a name ("21st Century Fund")."""
    first, last = tokens
    is_title = analysis.forms[last - 1][:1].isupper() and last < len(analysis) and analysis.forms[last][:1].isupper()
    return not is_title and not _in_name(analysis, first, last)


def not_age(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a decade is none of somebody's life ("in his sixties")."""
    first = tokens[0]
    return _lower(analysis, first - 1) not in ("his", "her", "their", "my", "our", "your")


def season_is_time(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a bare season is a time: with a preposition or article, and no name beside it."""
    first, last = tokens
    before = _lower(analysis, first - 1)
    after = _lower(analysis, last)
    if analysis.lowers[first] == "the" and analysis.lowers[last - 1] == "fall":
        return after != "of" and before in ("in", "during", "by", "until", "since")
    named = last < len(analysis) and analysis.forms[last][:1].isupper()
    return before in ("in", "during", "by", "until", "since", "this", "of", "early", "late") and not named


def weekday_is_day(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a weekday is a day, not part of a name ("Sunday Times", "Bloody Sunday")."""
    first, last = tokens
    before, after = _lower(analysis, first - 1), _lower(analysis, last)
    if (
        before in _NO_DAY_BEFORE
        or _is_conjunction(analysis, first)
        or (after in _NEWSPAPERS and analysis.forms[last][0].isupper())
    ):
        return False
    return not _in_name(analysis, first, last)


def is_adverb(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether "overnight" says when ("died overnight"), not what sort ("an overnight raid" does both)."""
    first = tokens[0]
    return analysis.upos[first] in ("ADV", "X", "NOUN")


def _is_conjunction(analysis: Analysis, first: int) -> bool:
    """Tell whether "that" opens a clause: "he said that Tuesday's raid failed"."""
    return analysis.lowers[first] == "that" and analysis.upos[first] in ("SCONJ", "PRON")


def unit_stands_alone(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether "last day", "this past year" are whole: "the last day of March" is a part of March."""
    first, last = tokens
    lowers = analysis.lowers
    if _is_conjunction(analysis, first):
        return False
    if _lower(analysis, last) in ("-", "–") and _lower(analysis, last + 1) == "old":
        return False
    if "last" not in lowers[first:last] or _lower(analysis, last) != "of":
        return True
    whole = _lower(analysis, last + 1)
    return whole not in CLASSES["MONTH"] and whole not in _WHOLE and "YEAR" not in number_classes(whole)


def clock_is_time(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether "10:30" is a time of day: with a.m. or a zone, or after "at"; scores are not."""
    first, last = tokens
    return last - first > 1 or _lower(analysis, first - 1) in ("at", "around", "about", "by", "until", "from")


def length_is_counted(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a number and a unit are a duration: "a day" only with a word that measures."""
    first, last = tokens
    lowers, before, after = analysis.lowers, _lower(analysis, first - 1), _lower(analysis, last)
    if before in ("$", "€", "£") or (after in ("-", "–") and _lower(analysis, last + 1) == "old") or after == "old":
        return False
    is_single = lowers[last - 1] in CLASSES["UNIT"]
    if lowers[last - 1] == "quarter" and after == "of":
        return False
    if lowers[first:last] == ["one", "day"] and before not in _LENGTH_AFTER and after not in _LENGTH_BEFORE:
        return False
    if lowers[first] in ("a", "an") and last - first == 2:
        return before in _LENGTH_AFTER or after in _LENGTH_BEFORE or after in ("and", "or")
    if is_single:
        return any(word in ("a", "an", "one", "half") for word in lowers[first : last - 1])
    return True


def units_are_length(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether "weeks" alone is a duration: "for weeks", "weeks later", "weeks of fighting"."""
    first, last = tokens
    before, after = _lower(analysis, first - 1), _lower(analysis, last)
    if after in _LENGTH_BEFORE or after == "ago":
        return True
    if before in CLASSES["EARLY"]:
        return False
    return (before in _UNITS_AFTER and before != ",") or after == "of"


def bound_stands_alone(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a bound is the time itself: "since the 2011 war" is bound by the war, "since 2011" by the year."""
    first, last = tokens
    if _lower(analysis, last) in ("'s", "’s", "'"):
        return False
    if _lower(analysis, last) in _PUNCTUATION:
        return True
    token = last - 1
    head = analysis.heads[token]
    while first <= head < last:
        token, head = head, analysis.heads[head]
    return not (last <= head < last + _NEAR and analysis.deprels[token] in _MODIFIERS)


def both_dated(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether two times with a dash between them are a range: days or months or years on both its sides."""
    first, last = tokens
    for token in range(first + 1, last - 1):
        if analysis.lowers[token] in _RANGE_SIGNS:
            return _is_named(analysis, token - 1) and _is_named(analysis, token + 1)
    return False


def _is_named(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is a number or a name of the calendar."""
    lower = analysis.lowers[token]
    return lower.isdigit() or lower in CLASSES["MONTH"] or lower in CLASSES["WEEKDAY"] or bool(number_classes(lower))


def shift_has_anchor(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether "days before" counts from something: "long before", "a day after day" do not."""
    last = tokens[1]
    return _lower(analysis, last) not in ("day", "week", "year", "month", "all", "long")


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        day_is_no_count,
        year_is_no_count,
        month_has_no_day,
        is_whole,
        not_in_name,
        not_age,
        season_is_time,
        weekday_is_day,
        is_adverb,
        unit_stands_alone,
        clock_is_time,
        length_is_counted,
        units_are_length,
        bound_stands_alone,
        both_dated,
        shift_has_anchor,
    )
}
"""Checks by the name that rules call them by."""
