"""Quantities: a number with its comparison, its money sign, its unit and its range, over tokens alone.

In: an analysis and a token. Out: the quantity that starts there, with the tokens it covers.
What it does not know: what is counted, and whether the number is a date or part of a name; `figures` does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from chancery.analysis import Analysis, Tokens
from chancery.extract import numbers, units
from chancery.extract.units import Unit
from chancery.record import Compare

DASHES = frozenset("-–—−")
ABBREVIATED = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "t": 1e12}
"""Scale letters that are read only in money ("$5m"); elsewhere m is a meter."""
PREPOSITIONS = frozenset("over under around about within above below near".split())
"""Comparisons that are also prepositions: "around 20 posts" counts, "fighting around two posts" does not."""
QUOTES = frozenset("\"”“''")
JOINED = frozenset("+-/–−.'’")
"""Signs that glue a number to a name before it: "P5+1", "Su-24", "9/11"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the report words it.

    Attributes:
        tokens: everything from the comparison to the unit.
        number: the tokens of the number or numbers.
        value: the number scaled out, the lower end of a range.
        upper: the upper end of a range, else None.
        compare: what the words beside it make of it.
        kind: kind of the numeral (`numbers.Kind`).
        unit: its unit, None where a noun is counted.
        words: whether the number is spelled out.
        hyphenated: whether a hyphen ties it to what follows ("a 15-minute call").
    """

    tokens: Tokens
    number: Tokens
    value: float
    upper: float | None
    compare: Compare
    kind: numbers.Kind
    unit: Unit | None
    words: bool
    hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """One end of a range: its number, with a sign before or a unit after."""

    first: int
    number: Tokens
    value: float
    scale: float
    kind: numbers.Kind
    unit: Unit | None
    end: int
    words: bool
    signed: bool
    hyphenated: bool


def read(analysis: Analysis, first: int, last: int, *, changing: bool = False) -> Quantity | None:
    """Read the quantity whose number or money sign starts at a token.

    Args:
        analysis: the report.
        first: index of the token.
        last: index after the last token it may use (the end of the sentence).
        changing: whether a word for a change governs here, so that "from 5 to 8 percent" is two figures.

    Returns:
        The quantity with its comparison, or None where no number starts.
    """
    word = analysis.lowers[first]
    low = _part(analysis, first, last) if word in _starts() or word[0].isdigit() else None
    if low is None:
        return None
    high = _upper(analysis, low, last)
    lead = analysis.lowers[first - 1] if first else ""
    if high is not None and changing and lead == "from":
        low, high = replace(low, unit=low.unit or high.unit), None
    if high is None:
        return _finish(analysis, low, None, last)
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        low = replace(low, value=low.value * high.scale)
    return _finish(analysis, low, high if low.value < high.value else None, last)


@cache
def _starts() -> frozenset[str]:
    """Return the words that a quantity may start with; most tokens of a report are none of them."""
    signs = {sign.partition(" ")[0] for sign in units.tables().signs}
    return numbers.STARTS | signs | {"magnitude"}


def _part(analysis: Analysis, first: int, last: int, *, joined: bool = False) -> _Part | None:
    """Read one number with its own sign or unit; `joined` where the dash of a range may touch it."""
    lowers = analysis.lowers
    sign = units.sign_at(analysis, first, last) or _magnitude(lowers, first, last)
    at = sign.end if sign else first
    number = numbers.read(lowers, at, last) if at < last else None
    if number is None or (sign is None and not joined and _is_tied(analysis, first)):
        return None
    end, value, scale = number.end, number.value, number.scale
    if sign and scale == 1 and end < last and lowers[end] in ABBREVIATED:
        scale = ABBREVIATED[lowers[end]]
        end, value = end + 1, value * scale
    unit, hyphenated = sign, False
    if unit is None and number.kind != "share":
        unit, hyphenated = _unit(lowers, end, last)
    elif unit is None:
        unit = Unit(end, "percent", "share")
    elif (money := units.unit_at(lowers, end, last)) and money.kind == units.MONEY:
        unit = money  # "$5 million Australian dollars"
    stop = max(end, unit.end) if unit else end
    if unit is None and end < last and analysis.starts[end] == analysis.ends[end - 1] and lowers[end][0].isalnum():
        return None  # "3G", "1MDB", "4x4"
    spelled = number.words
    return _Part(first, (at, end), value, scale, number.kind, unit, stop, spelled, sign is not None, hyphenated)


def _magnitude(lowers: list[str], first: int, last: int) -> Unit | None:
    """Return the unit that stands before its number in "a magnitude 6.2 quake", "magnitude-6.2"."""
    if lowers[first] != "magnitude" or first + 1 >= last:
        return None
    return Unit(first + 1 + (lowers[first + 1] == "-"), "magnitude", "scale")


def _unit(lowers: list[str], end: int, last: int) -> tuple[Unit | None, bool]:
    """Return the unit after a number, and whether a hyphen stands between ("15-minute")."""
    unit = units.unit_at(lowers, end, last)
    if unit is None and end < last and lowers[end] == "of":
        unit = _counted_money(lowers, end, last)
    if unit is None and end + 1 < last and lowers[end] == "-":
        unit = units.unit_at(lowers, end + 1, last)
        return unit, unit is not None
    return unit, False


def _counted_money(lowers: list[str], end: int, last: int) -> Unit | None:
    """Return the unit of "tens of millions of dollars", "hundreds of tons"."""
    unit = units.unit_at(lowers, end + 1, last)
    if unit is None or unit.kind == "time":
        return None
    return Unit(unit.end, "GBP", units.MONEY) if unit.name == "pound" and lowers[end - 1] == "millions" else unit


def _is_tied(analysis: Analysis, first: int) -> bool:
    """Tell whether a number is part of a name, code or score: "Su-24", "P5+1", "a 60 - 38 margin"."""
    if first == 0:
        return False
    before = analysis.forms[first - 1]
    if before in DASHES and first > 1 and analysis.upos[first - 2] == "NUM":
        return True
    if analysis.ends[first - 1] != analysis.starts[first]:
        return False
    if before not in JOINED:
        return before[-1].isalnum()
    touches = first > 1 and analysis.ends[first - 2] == analysis.starts[first - 1]
    return touches and analysis.forms[first - 2][-1].isalnum()


def _upper(analysis: Analysis, low: _Part, last: int) -> _Part | None:
    """Read the upper end of a range that a lower end opens: "5 to 8", "$1.5-2 billion", "between 5 and 8"."""
    lowers = analysis.lowers
    at = low.end
    if at + 1 >= last or low.kind != "exact":
        return None
    lead = lowers[low.first - 1] if low.first else ""
    joint = lowers[at]
    spread = lead == "between" and joint == "and"
    if not (spread or joint in ("to", "or") or joint in DASHES):
        return None
    number = _part(analysis, at + 1, last, joined=True)
    if number is None or number.kind != "exact":
        return None
    agree = low.unit is None or number.unit is None or low.unit.name == number.unit.name
    return number if agree and (joint != "or" or low.words == number.words) else None


def _finish(analysis: Analysis, low: _Part, high: _Part | None, last: int) -> Quantity:
    """Put a quantity together with the comparison before it."""
    top = high or low
    minus = high is None and _is_negative(analysis, low.first)
    start = low.first - minus
    first, compare = compare_before(analysis, start, small=low.words and low.value < 13)
    if compare is None:
        compare = {"vague": ">", "about": "~"}.get(low.kind, "=")  # type: ignore[assignment]
    end = top.end
    after = compare_after(analysis, end, last)
    if after is not None and (top.unit is None or after[0] == end + 2):
        end, compare = after
    if high is not None and first and analysis.lowers[first - 1] == "between":
        first -= 1
    return Quantity(
        tokens=(first, end),
        number=(low.number[0], top.number[1]),
        value=-low.value if minus else low.value,
        upper=high.value if high else None,
        compare=compare or "=",
        kind=low.kind,
        unit=low.unit if low.signed else top.unit or low.unit,
        words=low.words,
        hyphenated=top.hyphenated,
    )


def _is_negative(analysis: Analysis, first: int) -> bool:
    """Tell whether a minus stands before a number: the word, or a sign that touches only the number."""
    if first == 0 or analysis.sentence_of[first - 1] != analysis.sentence_of[first]:
        return False
    before = first - 1
    if analysis.lowers[before] == "minus":
        return True
    touches = analysis.ends[before] == analysis.starts[first]
    free = before == 0 or analysis.ends[before - 1] < analysis.starts[before]
    return analysis.lowers[before] in ("-", "−") and touches and free


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Compare], ...]]:
    """Return the phrases before a number by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Compare]]] = {}
    for phrase, compare in units.tables().before.items():
        words = tuple(phrase.split(" "))
        found.setdefault(words[-1], []).append((words, compare))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


def compare_before(analysis: Analysis, first: int, *, small: bool = False) -> tuple[int, Compare | None]:
    """Read the words of comparison that end where a number starts.

    Args:
        analysis: the report.
        first: the number's first token, its money sign included.
        small: whether the number is a small one in words, before which "around" is a place.

    Returns:
        Where they start (`first` if there are none) and what they say, None if nothing. Of two in a row
        ("at least another 20") the one that bounds the value counts.
    """
    start, compare = first, None
    for _ in range(2):
        found = _phrase_before(analysis, start, small=small)
        if found is None:
            break
        start = found[0]
        if compare is None or compare == "=" or found[1] in (">", "<"):
            compare = found[1]
    return start, compare


def _phrase_before(analysis: Analysis, end: int, *, small: bool) -> tuple[int, Compare] | None:
    """Return the longest phrase of comparison that ends before a token."""
    if end == 0:
        return None
    lowers = analysis.lowers
    if lowers[end - 1] in QUOTES and end > 1:
        end -= 1  # the toll is “at least” 20
    for words, compare in _phrases().get(lowers[end - 1], ()):
        start = end - len(words)
        if start >= 0 and tuple(lowers[start:end]) == words:
            if words[0] in PREPOSITIONS and len(words) == 1 and _is_preposition(analysis, start, small=small):
                return None
            return start, compare
    return None


def _is_preposition(analysis: Analysis, token: int, *, small: bool) -> bool:
    """Tell whether "over", "around" and the like stand for a place or topic, not for a comparison."""
    if analysis.deprels[token] != "case" or token == 0:
        return False
    return small or analysis.upos[token - 1] in ("NOUN", "PROPN", "ADJ", "PRON")


def compare_after(analysis: Analysis, end: int, last: int) -> tuple[int, Compare] | None:
    """Read the words of comparison that follow what is counted ("or more"): their end and what they say."""
    for stop in (end + 2, end + 1):
        compare = units.tables().after.get(" ".join(analysis.lowers[end:stop])) if stop <= last else None
        if compare is not None:
            return stop, compare
    return None
