"""Figures: every number that measures or counts something, with its words, unit, bounds and change.

In: an analysis and its time expressions. Out: `FigureMention`s in reading order, none over a time.
What it does not know: when, who said it, and whether it is so; `resolve` does.

Left out, as the annotation guidelines ask: dates, ages, ordinals, clock times, numbers in names ("Article 5",
"Group of 20"), scores, counts that only refer back ("the two leaders"), and durations that measure nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from chancery.analysis import Analysis, Tokens
from chancery.extract import bare_numbers, governing, numbers, quantities, units
from chancery.extract import figure_checks as checks
from chancery.extract.counted import Counted, Found, counted, same_sentence
from chancery.extract.quantities import Quantity
from chancery.mentions import FigureMention, TimeMention

MULTIPLES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
NAMES = frozenset({"Organization", "Facility", "Product", "Misc", "Location", "Person"})
"""Labels of the entity head under which a number inside is part of a name ("Group of 20")."""


def find(analysis: Analysis, times: Sequence[TimeMention]) -> list[FigureMention]:
    """Find the figures of a report.

    Args:
        analysis: the report.
        times: its time expressions; a number inside one is no figure.

    Returns:
        The figures in reading order, not overlapping.
    """
    # A length ("a 15-minute call") has no date of its own, so that it may be a figure too.
    timed = _mask(analysis, (time.tokens for time in times if time.slots.get("form") != "length"))
    named = _mask(analysis, (e.tokens for e in analysis.entities if e.label in NAMES and e.tokens[1] - e.tokens[0] > 1))
    figures: list[FigureMention] = []
    previous: Found | None = None
    for first, last in analysis.sentences:
        changing = not units.change_verbs().isdisjoint(analysis.lemmas[first:last])
        at = first
        while at < last:
            quantity = None if timed[at] else quantities.read(analysis, at, last, changing=changing)
            if quantity is None:
                multiple = _multiple(analysis, at) if analysis.lemmas[at] in MULTIPLES else None
                figures += [multiple] if multiple else []
                at += 1
                continue
            found = _take(analysis, quantity, last, timed, named, previous)
            if found is not None:
                _make_room(figures, found.tokens[0])
                figures.append(_mention(analysis, found))
                previous = found
            at = max(quantity.tokens[1], at + 1)
    return figures


def _make_room(figures: list[FigureMention], first: int) -> None:
    """Cut the last figure's words where the next figure starts ("two of the three wars")."""
    if figures and figures[-1].tokens[1] > first:
        figures[-1] = replace(figures[-1], tokens=(figures[-1].tokens[0], first))


def _mask(analysis: Analysis, ranges: Iterable[Tokens]) -> list[bool]:
    """Mark the tokens that some ranges cover."""
    covered = [False] * len(analysis)
    for first, last in ranges:
        covered[first:last] = [True] * (last - first)
    return covered


def _take(
    analysis: Analysis,
    quantity: Quantity,
    last: int,
    timed: Sequence[bool],
    named: Sequence[bool],
    previous: Found | None,
) -> Found | None:
    """Decide whether a quantity is a figure, and of what."""
    first, end = quantity.tokens
    unit = quantity.unit
    if any(timed[quantity.number[0] : end]) or checks.is_clock(analysis, end, last):
        return None
    if checks.is_ranked(analysis, quantity):
        return None
    if unit is not None:
        if unit.kind == "time" and not checks.is_measured_time(analysis, quantity, last):
            return None
        if checks.is_conversion(analysis, quantity, previous) or checks.is_stretch(analysis, quantity):
            return None
        return Found(quantity, (first, end), unit.name, unit.kind, None)
    if named[quantity.number[0]] and named[quantity.number[1] - 1]:
        return None
    noun = counted(analysis, quantity, last, timed)
    if noun is None:
        return bare_numbers.take(analysis, quantity, last, previous)
    if not checks.is_count(analysis, quantity, noun, same_sentence(analysis, quantity, previous)):
        return None
    return _counted(analysis, quantity, noun, last)


def _counted(analysis: Analysis, quantity: Quantity, noun: Counted, last: int) -> Found:
    """Put the words of a count together: "hundreds of children or more", "850 men and boys"."""
    end = noun.end
    if noun.noun == end - 1 and _is_joined(analysis, end, last, noun.noun):
        end += 2
    after = quantities.compare_after(analysis, end, last)
    if after is not None and after[0] == end + 2:  # "50 states plus the capital" is no bound
        end, quantity = after[0], replace(quantity, compare=after[1])
    return Found(quantity, (quantity.tokens[0], end), noun.unit, None, noun.noun)


def _is_joined(analysis: Analysis, conjunction: int, last: int, noun: int) -> bool:
    """Tell whether "and" and a plural go on with what is counted ("men and boys"), not a count of its own."""
    joined = conjunction + 1
    if joined >= last or analysis.lowers[conjunction] != "and" or analysis.lowers[joined] in numbers.VAGUE:
        return False
    return analysis.xpos[joined] == "NNS" and analysis.heads[joined] == noun


def _multiple(analysis: Analysis, token: int) -> FigureMention | None:
    """Read a verb that multiplies ("at least double the population")."""
    if analysis.upos[token] != "VERB" or governing.child(analysis, token, "nsubj", "obj") is None:
        return None
    first, compare = quantities.compare_before(analysis, token)
    noun = governing.child(analysis, token, "obj") or governing.child(analysis, token, "nsubj")
    return FigureMention(
        tokens=(first, token + 1),
        value=MULTIPLES[analysis.lemmas[token]],
        upper=None,
        compare=compare or "=",
        unit="time",
        change="increase",
        noun=noun,
        governor=token,
        what=governing.words_of(analysis, noun, (first, token + 1)) if noun is not None else None,
    )


def _mention(analysis: Analysis, found: Found) -> FigureMention:
    """Add to a figure what governs it."""
    top = governing.top_of(analysis, found.tokens)
    anchor = found.noun if found.noun is not None and found.kind is None else top
    governor = governing.governor_of(analysis, anchor)
    quantity = found.quantity
    kind = found.kind or (None if found.noun is not None else "count")
    noun = found.noun
    if noun is None:
        noun = governing.measured(analysis, found.tokens, top, governor)
    left = (quantity.tokens[0], quantity.tokens[1])
    return FigureMention(
        tokens=found.tokens,
        value=quantity.value,
        upper=quantity.upper,
        compare=quantity.compare,
        unit=found.unit,
        change=governing.change_of(analysis, found.tokens, top, kind),
        noun=noun,
        governor=governor,
        what=governing.words_of(analysis, noun, left) if noun is not None else None,
    )
