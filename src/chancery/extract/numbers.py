"""Numerals: the values of numbers in digits and words, read from the tokens of English news.

In: lower-cased tokens split as the reader splits them. Out: a `Number` with its value scaled out.
What it does not know: units, what is counted, and whether a number is a date; `quantities` and `figures`
decide those.

Grammar: cardinals ("1.2 million", "two hundred and fifty", "half a dozen"), vague counts ("tens of
thousands", "several hundred"), shares ("two-thirds", "a quarter of", "one in five").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9,
    "bln": 1e9, "trillion": 1e12, "trn": 1e12, "tn": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
VAGUE = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
"""Plurals that name no exact count; each is read as its floor (annotation guidelines: hundreds is > 100)."""
LOOSE = frozenset({"several", "many", "few", "countless", "untold"})
"""Words that make a scale word loose: "several hundred" is read as "hundreds"."""
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
HALF_OF = frozenset(
    "of the its their all his her our my those these that as were are is was have has had will would".split()
)
"""What follows "half" where it is a share ("half the cabinet", "half are women"), not a half-hour or a half-time."""
LONGEST_DIGITS = 30  # characters; beyond any quantity in news (a trillion with decimals has 19)

LONGEST = 16  # tokens; "two million three hundred and twenty-five thousand" has nine. Keeps reading linear.

Kind = Literal["exact", "vague", "about", "share"]


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral: the index after its last token and its value.

    Attributes:
        end: index after the last token.
        value: the number scaled out; a share in percent.
        kind: "vague" for a floor ("dozens"), "about" for a loose value ("a couple of hundred"), "share" for
            a part of a whole, else "exact".
        scale: the last scale word's value, 1 where there is none, so that "40 to 50 million" can share it.
        words: whether it is spelled out.
    """

    end: int
    value: float
    kind: Kind = "exact"
    scale: float = 1.0
    words: bool = False


def read(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read the longest numeral that starts at a token.

    Args:
        lowers: lower-cased tokens.
        first: index of the first token.
        last: index after the last token it may use.

    Returns:
        The numeral, or None where none starts here. Ordinals are none; "a" is part of one only before a
        scale word or fraction.

    Example:
        >>> read("half a million people".split(), 0, 4)
        Number(end=3, value=500000.0, kind='exact', scale=1000000.0, words=True)
        >>> read("one in five voters".split(), 0, 4).value
        20.0
    """
    word = lowers[first]
    if not (word[0].isdigit() or word in STARTS):
        return None
    last = min(last, first + LONGEST)
    for reader in (_loose, _half, _share, _ratio, _cardinal):
        number = reader(lowers, first, last)
        if number is not None:
            return number
    return None


def digits(word: str) -> float | None:
    """Return the value of a token in digits, or None where it is a clock time, a date, a version or an ordinal.

    Example:
        >>> digits("1,250.5"), digits("600,000"), digits("10:30"), digits("1960s"), digits("007")
        (1250.5, 600000.0, None, None, None)
    """
    if len(word) > LONGEST_DIGITS or not word[-1].isdigit() or ":" in word or "/" in word:
        return None
    whole, point, decimals = word.partition(".")
    groups = whole.split(",")
    if point and not decimals.isdecimal():
        return None
    if len(groups) > 1 and not _grouped(groups):
        return None
    plain = "".join(groups)
    if not plain.isdecimal() or (len(plain) > 1 and plain[0] == "0"):
        return None
    return float(plain + point + decimals)


def _grouped(groups: list[str]) -> bool:
    """Tell whether comma groups are thousands (or lakhs and crores: "5,00,000")."""
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups[1:-1])


def _loose(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read "hundreds", "tens of thousands", "several hundred", "a couple of dozen", "a few thousand"."""
    word = _at(lowers, first, last)
    if word in VAGUE:
        return _vague(lowers, first, last)
    at = first + (word == "a")
    head = _at(lowers, at, last)
    if head == "couple":
        at += 1 + (_at(lowers, at + 1, last) == "of")
        scale = SCALES.get(_at(lowers, at, last))
        return Number(at + 1, 2 * scale, "about", scale, True) if scale else None
    if head in LOOSE:
        value, at = _scales(1.0, lowers, at + 1, last)
        if value > 1:
            return Number(at, value, "vague", value, True)
        if _at(lowers, at, last) in VAGUE:
            return _vague(lowers, at, last)
    return None


def _vague(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read a plural scale, with a second one after "of" ("tens of thousands"); "tens" never stands alone."""
    value = VAGUE[lowers[first]]
    second = VAGUE.get(_at(lowers, first + 2, last), 0.0) if _at(lowers, first + 1, last) == "of" else 0.0
    if second > value:
        return Number(first + 3, value * second, "vague", second, True)
    return Number(first + 1, value, "vague", value, True) if lowers[first] != "tens" else None


def _share(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read a fraction of a whole as percent: "half of", "a third of", "three-quarters", "one-fifth"."""
    word = lowers[first]
    if word == "half":
        return Number(first + 1, 50.0, "share", words=True) if _at(lowers, first + 1, last) in HALF_OF else None
    count = 1 if word in ("a", "an") else ONES.get(word)
    if count is None:
        return None
    hyphen = _at(lowers, first + 1, last) == "-"
    name = _at(lowers, first + 1 + hyphen, last)
    part = PARTS.get(name if count == 1 else name.removesuffix("s"))
    end = first + 2 + hyphen
    if part is None or count >= part or (count > 1 and name in PARTS):
        return None
    if count == 1 and not hyphen and _at(lowers, end, last) != "of":
        return None  # "a third tranche", "a quarter" are no shares
    # One decimal: news means a fraction loosely, and a reader writes 33.3 percent for a third.
    return Number(end, round(100 * count / part, 1), "share", words=True)


def _ratio(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read "one in five", "nine out of 10", "one of every three" as percent."""
    count, at = _simple(lowers, first, last)
    if count is None:
        return None
    hyphen = _at(lowers, at, last) == "-"
    at += hyphen
    joint = tuple(lowers[at : min(at + 3, last)])
    if joint[:2] == ("out", "of"):
        at += 3 if joint[2:] == ("every",) else 2
    elif joint[:2] in (("of", "every"), ("in", "every")):
        at += 2
    elif joint[:1] == ("in",):
        at += 1 + (hyphen and _at(lowers, at + 1, last) == "-")
    else:
        return None
    whole, end = _simple(lowers, at, last)
    plain = joint[:1] == ("in",) and joint[1:2] != ("every",)
    if whole is None or count >= whole or _at(lowers, end, last) in SCALES:
        return None
    # "killed four in two raids" is no ratio: without "out of", only one in N and N in ten are.
    if plain and not (count == 1 or whole in (10, 100, 1000)):
        return None
    return Number(end, round(100 * count / whole, 1), "share", words=True)


def _half(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read "half a million", "half a dozen", "half-million", "a quarter of a million"."""
    at = first + (lowers[first] == "a")
    part = PARTS.get(_at(lowers, at, last))
    if part not in (2, 4):
        return None
    at += 1
    while _at(lowers, at, last) in ("a", "of", "-"):
        at += 1
    scale = SCALES.get(_at(lowers, at, last))
    return Number(at + 1, scale / part, scale=scale, words=True) if scale else None


def _cardinal(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Read digits or words with their scale words."""
    word = lowers[first]
    if word in ("a", "an", "one") and _at(lowers, first + 1, last) in SCALES:
        return _scaled(1.0, lowers, first, first + 1, last)
    value, at = _simple(lowers, first, last)
    if value is None:
        return None
    return _scaled(value, lowers, first, at, last)


def _scaled(value: float, lowers: Sequence[str], first: int, at: int, last: int) -> Number:
    """Finish a cardinal whose first group has been read: halves, scale words, smaller groups in words."""
    spelled = not lowers[first][0].isdigit()
    value, at = _and_a_half(value, 1.0, lowers, at, last)
    total, scale = 0.0, 1.0
    while at < last:
        joined = at + (_at(lowers, at, last) == "-")
        step = SCALES.get(_at(lowers, joined, last))
        if step is None:
            break
        at, scale = joined + 1, step
        value, at = _and_a_half(value * step, step, lowers, at, last)
        smaller, after = _smaller(step, lowers, at, last) if spelled else (None, at)
        if smaller is None:
            continue
        if step == 100:
            value += smaller
        else:
            total += value
            value = smaller
        at = after
    return Number(at, total + value, scale=scale, words=spelled)


def _smaller(step: float, lowers: Sequence[str], at: int, last: int) -> tuple[float | None, int]:
    """Read the words after a scale word that go on below it: "(two hundred) and fifty", "(thousand) two hundred"."""
    start = at + (_at(lowers, at, last) == "and")
    if step < 100 or not _at(lowers, start, last).isalpha():
        return None, at
    value, after = _simple(lowers, start, last)
    if value is None or value >= step or (start > at and step > 100):
        return None, at  # "three thousand and two tanks" names two counts
    following = SCALES.get(_at(lowers, after, last), 0.0)
    if following >= step and step > 100:
        return None, at
    return value, after


def _and_a_half(value: float, scale: float, lowers: Sequence[str], at: int, last: int) -> tuple[float, int]:
    """Add the half of "two and a half", "a million and a half"."""
    if tuple(lowers[at : min(at + 3, last)]) == ("and", "a", "half"):
        return value + scale / 2, at + 3
    if tuple(lowers[at : min(at + 6, last)]) == ("-", "and", "-", "a", "-", "half"):
        return value + scale / 2, at + 6
    return value, at


def _scales(value: float, lowers: Sequence[str], at: int, last: int) -> tuple[float, int]:
    """Multiply by every scale word that follows ("hundred thousand")."""
    while (step := SCALES.get(_at(lowers, at, last))) is not None:
        value, at = value * step, at + 1
    return value, at


def _simple(lowers: Sequence[str], at: int, last: int) -> tuple[float | None, int]:
    """Read digits, or words below a hundred ("forty-two")."""
    word = _at(lowers, at, last)
    if not word:
        return None, at
    if word[0].isdigit():
        return digits(word), at + 1
    if word in TENS:
        after = at + 1 + (_at(lowers, at + 1, last) == "-")
        one = ONES.get(_at(lowers, after, last))
        return (float(TENS[word] + one), after + 1) if one else (float(TENS[word]), at + 1)
    small = ONES.get(word) or TEENS.get(word)
    return (float(small), at + 1) if small else (None, at)


def _at(lowers: Sequence[str], index: int, last: int) -> str:
    """Return the token at an index, or an empty string past the end."""
    return lowers[index] if index < last else ""


STARTS = frozenset({*ONES, *TEENS, *TENS, *VAGUE, *LOOSE, "a", "an", "half", "quarter", "couple"})
"""Words that a numeral may start with."""
