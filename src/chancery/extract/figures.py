"""Figures: every number that measures or counts something, with its words, unit, bounds and change.

In: an analysis and its time expressions. Out: `FigureMention`s in reading order, none over a time.
What it does not know: when, who said it, and whether it is so; `resolve` does.

Left out, as the annotation guidelines ask: dates, ages, ordinals, clock times, numbers in names ("Article 5",
"Group of 20"), scores, counts that only refer back ("the two leaders"), and durations that measure nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chancery.analysis import Analysis, Tokens
from chancery.extract import governing, quantities, units
from chancery.extract.counted import DETERMINERS, POSSESSIVES, Counted, counted
from chancery.extract.quantities import Quantity
from chancery.mentions import FigureMention, TimeMention
from chancery.record import Change

SMALL = 10  # the largest count that "the" commonly refers back to ("the six powers"); from the gold reports
YEARS = (1500, 2100)  # four digits without a comma between these are a year unless they count people
NEAR = 4  # tokens after a figure in which "killed" or "in prison" still says what it counts
MULTIPLES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
NAMES = frozenset({"Organization", "Facility", "Product", "Misc", "Location", "Person"})
WAY = frozenset({"ADV", "AUX", "PART"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity taken as a figure: its words, unit, what it counts or None."""

    quantity: Quantity
    tokens: Tokens
    unit: str
    kind: str | None
    noun: int | None


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
    for first, last in analysis.sentences:
        changing = any(f"{analysis.lemmas[t]} verb" in units.tables().changes for t in range(first, last))
        previous: _Found | None = None
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
                figures.append(_mention(analysis, found))
                previous = found
            at = max(quantity.tokens[1], at + 1)
    return figures


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
    previous: _Found | None,
) -> _Found | None:
    """Decide whether a quantity is a figure, and of what."""
    first, end = quantity.tokens
    if any(timed[quantity.number[0] : end]) or _is_clock(analysis, end, last) or _is_ranked(analysis, quantity):
        return None
    unit = quantity.unit
    if unit is not None:
        if unit.kind == "time" and not _is_measured_time(analysis, quantity, last):
            return None
        if _is_conversion(analysis, quantity, previous):
            return None
        return _Found(quantity, (first, end), unit.name, unit.kind, None)
    if named[quantity.number[0]] and named[max(quantity.number[1] - 1, 0)]:
        return None
    noun = counted(analysis, quantity, last, timed)
    if noun is not None:
        return _counted(analysis, quantity, noun, last) if _is_count(analysis, quantity, noun) else None
    return _bare(analysis, quantity, last, previous)


def _counted(analysis: Analysis, quantity: Quantity, noun: Counted, last: int) -> _Found:
    """Put the words of a count together: "hundreds of children or more", "850 men and boys"."""
    end = noun.end
    if end == noun.noun + 1 and end + 1 < last and analysis.lowers[end] == "and":
        joined = end + 1
        tag = analysis.xpos[joined]
        if tag == "NNS" and analysis.heads[joined] == noun.noun:
            end = joined + 1
    after = quantities.compare_after(analysis, end, last)
    if after is not None:
        end, quantity = after[0], replace(quantity, compare=after[1])
    if quantity.kind == "share":
        return _Found(quantity, (quantity.tokens[0], end), "percent", "share", noun.noun)
    return _Found(quantity, (quantity.tokens[0], end), noun.unit, None, noun.noun)


def _is_count(analysis: Analysis, quantity: Quantity, noun: Counted) -> bool:
    """Tell whether a number and its noun count something new, and are no name, year or mere reference."""
    lower = analysis.lowers[noun.noun]
    lead = analysis.lowers[quantity.tokens[0] - 1] if quantity.tokens[0] else ""
    if units.singular(lower) in units.words("uncounted") or _is_label(analysis, quantity):
        return False
    if _is_year(analysis, quantity) and not (noun.people and quantity.value % 50 == 0):
        return False
    if quantity.value == 1 and quantity.kind == "exact" and quantity.upper is None:
        return _is_one_counted(analysis, quantity, noun, lead)
    if quantity.value == 2 and units.singular(lower) in units.words("rival"):
        return False
    if quantity.value > SMALL or quantity.kind != "exact" or quantity.compare != "=":
        return True
    if lead in POSSESSIVES or lead == "'s":
        return quantity.value > 2
    if lead in DETERMINERS:
        return quantity.value > 2 and noun.people and governing.child(analysis, noun.noun, "acl") is not None
    return True


def _is_one_counted(analysis: Analysis, quantity: Quantity, noun: Counted, lead: str) -> bool:
    """Tell whether "one" counts ("only one strike", "killed one soldier") or only introduces ("one official")."""
    if analysis.lowers[quantity.number[1]] == "of" or lead in ("no", "every", "any", "which"):
        return False
    if quantity.compare != "=" or lead in ("only", "just"):
        return True
    governor = governing.governor_of(analysis, noun.noun)
    if governor is not None and analysis.heads[noun.noun] == governor and _has_only(analysis, governor, noun.noun):
        return True
    return noun.people and governor is not None and analysis.lemmas[governor] in units.words("toll")


def _has_only(analysis: Analysis, verb: int, noun: int) -> bool:
    """Tell whether "only" stands before a verb and so bounds the count after it ("has only launched one strike")."""
    adverb = governing.child(analysis, verb, "advmod")
    return adverb is not None and adverb < noun and analysis.lowers[adverb] in ("only", "just")


def _is_year(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a number is written as a year is."""
    form = analysis.forms[quantity.number[0]]
    return len(form) == 4 and form.isdigit() and YEARS[0] <= quantity.value < YEARS[1]


def _is_clock(analysis: Analysis, end: int, last: int) -> bool:
    """Tell whether a clock word follows a number."""
    return end < last and analysis.lowers[end] in units.words("clock")


def _is_ranked(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a small number only numbers a rank or stretch ("the first two rounds", "top 10")."""
    first = quantity.tokens[0]
    if first == 0 or quantity.value > SMALL or (quantity.unit and quantity.unit.kind != "time"):
        return False
    return analysis.lowers[first - 1] in units.words("ranked")


def _is_label(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a number is part of a name: "Article 5", "Boeing 737 jets", "the Group of 20 countries"."""
    first = quantity.number[0]
    if first == 0 or quantity.tokens[0] != first or analysis.sentence_of[first - 1] != analysis.sentence_of[first]:
        return False
    before = first - 1
    if analysis.lowers[before] == "of" and before and analysis.forms[before - 1][0].isupper():
        return analysis.lowers[before - 1] in ("group", "gang", "council", "big")
    opens = before == analysis.sentences[analysis.sentence_of[before]][0]
    return analysis.lowers[before] in units.words("label") and (analysis.forms[before][0].isupper() and not opens)


def _is_measured_time(analysis: Analysis, quantity: Quantity, last: int) -> bool:
    """Tell whether a duration measures a deed: "a 15-minute call", "five years in prison", "lasted an hour"."""
    end = quantity.tokens[1]
    unit = quantity.unit
    if unit is None or "old" in analysis.lowers[end : min(end + 2, last)]:
        return False
    if unit.name in ("minute", "hour"):
        return end >= last or analysis.lowers[end] not in ("ago", "later", "earlier", "before", "after", "from")
    if quantity.hyphenated:
        return False
    if not units.words("prison").isdisjoint(analysis.lowers[end : min(end + NEAR, last)]):
        return True
    head = analysis.heads[governing.top_of(analysis, quantity.tokens)]
    return head >= 0 and analysis.lemmas[head] in units.words("lasting")


def _is_conversion(analysis: Analysis, quantity: Quantity, previous: _Found | None) -> bool:
    """Tell whether a figure in brackets only restates the one before it in another unit ("40 km (25 miles)")."""
    first = quantity.tokens[0]
    unit = quantity.unit
    if previous is None or unit is None or first == 0 or analysis.lowers[first - 1] not in ("(", "["):
        return False
    near = first - 1 - previous.tokens[1] <= 2  # "2 million barrels a day (…)" may keep a word between
    return near and unit.kind == previous.kind and unit.name != previous.unit


def _bare(analysis: Analysis, quantity: Quantity, last: int, previous: _Found | None) -> _Found | None:
    """Take a number that stands alone: a toll, a vague count, a share, or one more of what was counted before."""
    first, end = quantity.tokens
    if quantity.kind == "share":
        return _Found(quantity, quantity.tokens, "percent", "share", None)
    if _is_year(analysis, quantity) or quantity.hyphenated:
        return None
    if _counts_victims(analysis, quantity, last) or (quantity.kind == "vague" and _stands_alone(analysis, first)):
        after = quantities.compare_after(analysis, end, last)
        more = end + 1 if end < last and analysis.lowers[end] in ("more", "others") else end
        return _Found(quantity, (first, after[0] if after else more), "person", None, None)
    if previous is not None and _goes_on(analysis, quantity, previous):
        return _Found(quantity, quantity.tokens, previous.unit, previous.kind, previous.noun)
    return None


def _stands_alone(analysis: Analysis, first: int) -> bool:
    """Tell whether a vague count is a phrase of its own ("thousands fled"), not "by the hundreds"."""
    return first == 0 or analysis.lowers[first - 1] not in ("the", "by", "in", "two", "a")


def _counts_victims(analysis: Analysis, quantity: Quantity, last: int) -> bool:
    """Tell whether a bare number counts people by the verb beside it: "killing 12", "470 are detained"."""
    first, end = quantity.tokens
    toll = units.words("toll")
    if first and analysis.sentence_of[first - 1] == analysis.sentence_of[first] and analysis.lemmas[first - 1] in toll:
        return analysis.upos[first - 1] == "VERB"
    at = end + (end < last and analysis.lowers[end] in ("more", "others"))
    while at < min(end + NEAR, last) and analysis.upos[at] in WAY:
        at += 1
    if at < last and analysis.upos[at] == "VERB" and analysis.lemmas[at] in toll:
        return True
    return _is_toll(analysis, governing.top_of(analysis, quantity.tokens))


def _is_toll(analysis: Analysis, top: int) -> bool:
    """Tell whether a bare number is the level of a death toll ("the toll rose to 35")."""
    head = analysis.heads[top]
    if head < 0:
        return False
    beside = (head, governing.child(analysis, head, "nsubj"), governing.child(analysis, head, "obj"))
    return any(node is not None and analysis.lemmas[node] == "toll" for node in beside)


def _goes_on(analysis: Analysis, quantity: Quantity, previous: _Found) -> bool:
    """Tell whether a bare number measures on what the figure before it measured ("from 20 percent to 15")."""
    first = quantity.tokens[0]
    lead = analysis.lowers[first - 1] if first else ""
    return lead in ("to", "from", "than") and first - previous.tokens[1] <= NEAR and quantity.value >= SMALL


def _multiple(analysis: Analysis, token: int) -> FigureMention | None:
    """Read a verb that multiplies ("at least double the population")."""
    if analysis.upos[token] != "VERB" or governing.child(analysis, token, "nsubj", "obj") is None:
        return None
    first, compare = quantities.compare_before(analysis, token)
    noun = governing.child(analysis, token, "obj") or governing.child(analysis, token, "nsubj")
    change: Change = "increase"
    what = governing.words_of(analysis, noun, (first, token + 1)) if noun is not None else None
    value = MULTIPLES[analysis.lemmas[token]]
    return FigureMention((first, token + 1), value, None, compare or "=", "time", change, noun, token, what)


def _mention(analysis: Analysis, found: _Found) -> FigureMention:
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
