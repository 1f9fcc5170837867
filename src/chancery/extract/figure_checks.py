"""Figure checks: which numbers are dates, names, ranks or mere references, and so no figures.

In: a quantity and what it counts. Out: yes or no, one question a function.
What it does not know: how the rest of a figure is read.
"""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract import governing, units
from chancery.extract.counted import DETERMINERS, POSSESSIVES, Counted, Found
from chancery.extract.quantities import Quantity

SMALL = 10  # the largest count that "the" commonly refers back to ("the six powers"); from the gold reports
YEARS = (1500, 2100)  # four digits without a comma between these are a year unless they count people
NEAR = 4  # tokens after a figure in which "killed" or "in prison" still says what it counts


def is_count(analysis: Analysis, quantity: Quantity, noun: Counted, previous: Found | None) -> bool:
    """Tell whether a number and its noun count something new, and are no name, year or mere reference."""
    lead = lead_of(analysis, quantity.tokens[0])
    name = noun.unit if noun.noun is None else units.singular(analysis.lowers[noun.noun])
    if name in units.words("uncounted") or _is_label(analysis, quantity) or lead in ("per", "every", "each"):
        return False
    if (measure := units.tables().measures.get(name)) and measure[1] == "time":
        return False
    if is_year(analysis, quantity) and not (noun.people and quantity.value % 50 == 0):
        return False
    if quantity.value == 1 and quantity.kind == "exact" and quantity.upper is None:
        return _is_one_counted(analysis, quantity, noun, previous)
    if quantity.value == 2 and name in units.words("rival"):
        return False
    if quantity.value > SMALL or quantity.kind != "exact" or quantity.compare != "=":
        return True
    if lead in POSSESSIVES or lead == "'s":
        return quantity.value > 2
    if lead in DETERMINERS:
        told = noun.noun is not None and governing.child(analysis, noun.noun, "acl") is not None
        return quantity.value > 2 and noun.people and told
    return True


def lead_of(analysis: Analysis, first: int) -> str:
    """Return the token before another in its sentence, lower-cased, or an empty string at its start."""
    same = first > 0 and analysis.sentence_of[first - 1] == analysis.sentence_of[first]
    return analysis.lowers[first - 1] if same else ""


def _is_one_counted(analysis: Analysis, quantity: Quantity, noun: Counted, previous: Found | None) -> bool:
    """Tell whether "one" counts ("only one strike", "killed one soldier") or only introduces ("one official")."""
    lead = lead_of(analysis, quantity.tokens[0])
    if noun.noun is None:
        return False
    if analysis.lowers[quantity.number[1]] == "of" or lead in ("no", "every", "any", "which"):
        return False
    if quantity.compare != "=" or lead in ("only", "just"):
        return True
    if noun.people and previous is not None and previous.tokens[1] == quantity.tokens[0] - 1 and lead in ("and", ","):
        return previous.unit == "person"
    governor = governing.governor_of(analysis, noun.noun)
    if governor is not None and analysis.heads[noun.noun] == governor and _has_only(analysis, governor, noun.noun):
        return True
    return noun.people and governor is not None and analysis.lemmas[governor] in units.words("toll")


def _has_only(analysis: Analysis, verb: int, noun: int) -> bool:
    """Tell whether "only" stands before a verb and so bounds the count after it ("has only launched one strike")."""
    adverb = governing.child(analysis, verb, "advmod")
    return adverb is not None and adverb < noun and analysis.lowers[adverb] in ("only", "just")


def is_year(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a number is written as a year is."""
    form = analysis.forms[quantity.number[0]]
    return len(form) == 4 and form.isdigit() and YEARS[0] <= quantity.value < YEARS[1]


def is_clock(analysis: Analysis, end: int, last: int) -> bool:
    """Tell whether a clock word follows a number."""
    return end < last and analysis.lowers[end] in units.words("clock")


def is_ranked(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a small number only numbers a rank or stretch ("the first two rounds", "top 10")."""
    first = quantity.tokens[0]
    if first == 0 or (quantity.unit and quantity.unit.kind != "time"):
        return False
    if quantity.value > SMALL:
        return analysis.lowers[first - 1] == "top"
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


def is_stretch(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a half is a place or stretch, not a share ("the first half of the debate", "cut in half")."""
    lead = lead_of(analysis, quantity.tokens[0])
    return quantity.kind == "share" and (lead == "in" or lead in units.words("half"))


def is_measured_time(analysis: Analysis, quantity: Quantity, last: int) -> bool:
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


def is_conversion(analysis: Analysis, quantity: Quantity, previous: Found | None) -> bool:
    """Tell whether a figure in brackets only restates the one before it in another unit ("40 km (25 miles)")."""
    first = quantity.tokens[0]
    unit = quantity.unit
    if previous is None or unit is None or first == 0 or analysis.lowers[first - 1] not in ("(", "["):
        return False
    near = first - 1 - previous.tokens[1] <= 2  # "2 million barrels a day (…)" may keep a word between
    return near and unit.kind == previous.kind and unit.name != previous.unit
