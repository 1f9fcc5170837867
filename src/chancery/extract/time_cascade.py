"""The cascade: runs the grammar's tables over a report, each on what the one before has left.

In: an analysis. Out: `Found`, one for each expression, with the rule's slots; expressions inside others nest.
What it does not know: any rule, and any date.

Every token becomes one letter (`time_words.Alphabet`), a report one string, a rule one regular expression of
bounded length, so that time grows with the length of the report alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from chancery.analysis import Analysis
from chancery.extract import holidays
from chancery.extract.time_checks import CHECKS
from chancery.extract.time_grammar import STAGES
from chancery.extract.time_rules import MACROS, Rule
from chancery.extract.time_words import Alphabet, number_classes, value_of

_NAME = re.compile(r"(?:([a-z_]+\d?):)?([A-Z_]+|[a-z]+)?")
_KINDS = ("TIME", "LENGTH", "CLOCK_TIME", "HOLIDAY", "SET", "NO_TIME")
_CORE = ("MONTH", "WEEKDAY", "WEEKDAYS", "YEAR", "SHORT_YEAR", "SLASHED", "DECADE", "UNIT", "UNITS", "LONG", "PART",
         "SEASON", "TODAY", "WEEKEND", "CLOCK", "AMPM", "overnight")  # fmt: skip
_BREAK = "\n"
_CLASS_OF_SLOT = {"which": "ORDINAL", "relation": "FOLLOWING", "year_relation": "FOLLOWING", "week": "FOLLOWING"}
"""The class in which a slot's words have their value, where they stand in several."""
_DIGIT_SAMPLES = ("1", "05", "15", "25", "28", "31", "45", "99", "100", "2016", "2300", "10.30", "1.5", "8th",
                  "40th", "1990s", "'90s", "'68", "10:30", "9/11", "1/2/2016")  # fmt: skip
"""One token for each set of classes that digits can have, so that every set has its letter before rules compile."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that a rule has read: its tokens, kind, rule and slots."""

    first: int
    last: int
    kind: str
    rule: str
    slots: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule with its regular expression."""

    rule: Rule
    pattern: re.Pattern[str]
    slots: tuple[str, ...]


@cache
def _grammar() -> tuple[Alphabet, tuple[tuple[_Compiled, ...], ...], dict[str, str]]:
    """Return the alphabet, the compiled stages, and the letter of each kind."""
    spelled = [[(rule, _spell(rule.pattern)) for rule in stage] for stage in STAGES]
    literals = {name for stage in spelled for _, text in stage for _, name in _NAME.findall(text) if name.islower()}
    alphabet = Alphabet(sorted(literals))
    for digits in _DIGIT_SAMPLES:
        alphabet.letter(number_classes(digits))
    kinds = {kind: alphabet.letter(frozenset((kind,))) for kind in _KINDS}
    alphabet.close_under_removal("MONTH", "SEASON")
    return alphabet, tuple(tuple(_compile(rule, text, alphabet) for rule, text in stage) for stage in spelled), kinds


def _spell(pattern: str) -> str:
    """Write out the macros of a pattern."""
    while True:
        wider = re.sub(r"[A-Z_]+", lambda name: MACROS.get(name[0], name[0]), pattern)
        if wider == pattern:
            return pattern
        pattern = wider


def _compile(rule: Rule, text: str, alphabet: Alphabet) -> _Compiled:
    """Turn a pattern into a regular expression over the letters of the alphabet."""
    text = re.sub(r"([a-z_]+\d?):\s*\(", r"(?P<\1>", text)
    text = re.sub(r"\((?!\?P)", "(?:", text)
    parts = []
    for word in re.findall(r"\(\?P<[a-z_\d]+>|\(\?:|[)|?]|(?:[a-z_]+\d?:)?[A-Za-z_]+", text):
        slot, _, name = word.rpartition(":")
        if word[0] in "()|?":
            parts.append(word)
        else:
            letters = f"[{alphabet.letters_with(name)}]"
            parts.append(f"(?P<{slot}>{letters})" if slot else letters)
    pattern = re.compile("".join(parts))
    return _Compiled(rule, pattern, tuple(pattern.groupindex))


@dataclass(frozen=True, slots=True)
class _Item:
    """A token or an expression, as one letter."""

    letter: str
    first: int
    last: int
    found: Found | None = None


def read(analysis: Analysis) -> list[Found]:
    """Return every time expression of a report, in reading order; those that are parts of others only inside them.

    Args:
        analysis: the report; with or without trees.

    Returns:
        Expressions of the kinds TIME, LENGTH, CLOCK_TIME and SET.
    """
    alphabet, stages, kinds = _grammar()
    letters = alphabet.read(analysis)
    items = _first_items(analysis, letters, kinds["HOLIDAY"])
    for stage in stages:
        items = _apply(stage, items, analysis, kinds)
    return [item.found for item in items if item.found and item.found.kind not in ("NO_TIME", "HOLIDAY")]


def _first_items(analysis: Analysis, letters: Sequence[str], holiday: str) -> list[_Item]:
    """Return one item a token, holidays as one, of those stretches alone that have a word of time in them."""
    days = {first: (last, rule) for first, last, rule in holidays.find(analysis.forms, analysis.lowers)}
    ends = {last for _, last in analysis.paragraphs}
    core = _core_letters()
    items: list[_Item] = []
    stretch: list[_Item] = []
    has_core = False
    token = 0
    while token < len(letters):
        last, rule = days.get(token, (token + 1, None))
        letter = holiday if rule else letters[token]
        if letter != ".":
            found = Found(token, last, "HOLIDAY", "holiday", {"day": rule}) if rule else None
            stretch.append(_Item(letter, token, last, found))
            has_core = has_core or letter in core
        if letter == "." or last in ends or last == len(letters):
            items += [*stretch, _Item(_BREAK, last, last)] if has_core else []
            stretch, has_core = [], False
        token = last
    return items


@cache
def _core_letters() -> frozenset[str]:
    """Return the letters of words that tell of time even alone; no rule does without one."""
    alphabet, _, kinds = _grammar()
    return frozenset("".join(alphabet.letters_with(name) for name in _CORE) + kinds["HOLIDAY"])


def _apply(stage: Sequence[_Compiled], items: list[_Item], analysis: Analysis, kinds: dict[str, str]) -> list[_Item]:
    """Replace what the rules of one stage read: leftmost first, then longest, then in the table's order."""
    text = "".join(item.letter for item in items)
    matches = [
        (found.start(), -found.end(), order, found, compiled)
        for order, compiled in enumerate(stage)
        for found in compiled.pattern.finditer(text)
    ]
    matches.sort(key=lambda match: match[:3])
    result: list[_Item] = []
    at = 0
    for start, minus_end, _, match, compiled in matches:
        if start < at:
            continue
        first, last = items[start].first, items[-minus_end - 1].last
        check = compiled.rule.check
        if check and not CHECKS[check](analysis, (first, last)):
            continue
        found = _found(compiled, match, items, analysis)
        result.extend(items[at:start])
        result.append(_Item(kinds[found.kind], first, last, found))
        at = -minus_end
    return result + items[at:]


def _found(compiled: _Compiled, match: re.Match[str], items: list[_Item], analysis: Analysis) -> Found:
    """Make an expression of a match: its fixed slots and the values of its groups."""
    rule = compiled.rule
    slots: dict[str, object] = {"form": rule.form, **rule.fixed}
    inner: Found | None = None
    for item in items[match.start() : match.end()]:
        inner = item.found if item.found and item.found.kind != "HOLIDAY" else inner
    for slot in compiled.slots:
        start, end = match.span(slot)
        if start >= 0:
            slots[slot] = _value(slot, items[start:end], analysis)
    first, last = items[match.start()].first, items[match.end() - 1].last
    if not rule.form and inner is not None:
        time = next((i.found for i in items[match.start() : match.end()] if i.found and i.found.kind == "TIME"), inner)
        return Found(first, last, rule.kind if rule.kind == "NO_TIME" else time.kind, time.rule, time.slots)
    return Found(first, last, rule.kind, rule.name, slots)


def _value(slot: str, items: Sequence[_Item], analysis: Analysis) -> object:
    """Return the value of a slot: slots of an expression inside, a count, or what the word counts for."""
    found = items[0].found
    if found is not None:
        return found.slots["day"] if found.kind == "HOLIDAY" else {**found.slots, "rule": found.rule}
    words = [analysis.lowers[item.first] for item in items]
    if slot == "number":
        return read_count(words)
    if slot == "approximate":
        return _approximation(words)
    return value_of(words[-1] if slot == "relation" else words[0], _CLASS_OF_SLOT.get(slot))


def _approximation(words: Sequence[str]) -> str:
    """Return ">" for more, "<" for less, "~" for about."""
    if words[0] in ("more", "over", "just") or words[-1] == "least":
        return ">"
    return "<" if words[0] in ("less", "under", "up") else "~"


def read_count(words: Sequence[str]) -> float | None:
    """Return the number that words spell, None where they are vague.

    Example:
        >>> read_count(["twenty", "-", "five"]), read_count(["two", "hundred"]), read_count(["a", "few"])
        (25, 200, None)
        >>> read_count(["two", "and", "a", "half"]), read_count(["half", "a"]), read_count(["two", "to", "three"])
        (2.5, 0.5, None)
    """
    total: float = 0
    half = "half" in words
    plain = [word for word in words if word not in ("-", "and", "half")]
    if half and words[0] in ("half", "a", "an"):
        return 0.5
    if half:
        plain = plain[:-1]  # the article of "and a half"
    for word in plain:
        number = value_of(word)
        if not isinstance(number, (int, float)):
            return None
        total = total * number if word in ("hundred", "thousand", "dozen") and total else total + number
    return total + 0.5 if half else total
