"""Bare numbers: what a number counts that no noun follows.

In: a quantity without unit or noun. Out: the figure it makes with the verb beside it ("killing 12"), the level it
is of ("the toll rose to 35"), or the figure before it ("from 20 percent to 15"); None where nothing tells.
What it does not know: units and nouns beside a number; `counted` has looked.
"""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract import governing, quantities, units
from chancery.extract.counted import Found, is_people, is_plural, same_sentence, unit_of
from chancery.extract.figure_checks import NEAR, SMALL, is_year, lead_of
from chancery.extract.quantities import Quantity

MONEYED = 1e9  # "billions" alone are money, never people
CROWD = 1000  # from here on a bare number that does something is people in all reports looked at
PLACES = frozenset({"in", "at", "from", "on", "near", "among"})
VERBAL = frozenset({"VERB", "AUX", "ADV"})
MEMBERS = frozenset({"them", "whom", "us", "those", "these"})
WAY = frozenset({"ADV", "AUX", "PART"})


def take(analysis: Analysis, quantity: Quantity, last: int, previous: Found | None) -> Found | None:
    """Take a number that stands alone: a toll, a vague count, a level, or one more of what came before."""
    first, end = quantity.tokens
    lead = lead_of(analysis, first)
    if is_year(analysis, quantity) or quantity.hyphenated or lead in ("per", "every"):
        return None
    if end + 1 < last and analysis.lowers[end] == "of" and analysis.lowers[end + 1] in MEMBERS:
        return _some_of(quantity, previous, people=analysis.lowers[end + 1] in ("whom", "us"))
    if _counts_victims(analysis, quantity, last) or (quantity.kind == "vague" and _stands_alone(analysis, quantity)):
        after = quantities.compare_after(analysis, end, last)
        more = end + 1 if end < last and analysis.lowers[end] in ("more", "others") else end
        return Found(quantity, (first, after[0] if after else more), "person", None, None)
    level = _level(analysis, quantity, lead)
    if level is not None:
        return level
    if previous is not None and quantity.value >= SMALL and _goes_on(analysis, quantity, previous, last):
        return Found(quantity, quantity.tokens, previous.unit, previous.kind, previous.noun)
    if quantity.value >= CROWD and _is_subject(analysis, quantity, last):
        return Found(quantity, quantity.tokens, "person", None, None)
    return None


def _some_of(quantity: Quantity, previous: Found | None, *, people: bool) -> Found | None:
    """Take "12 of them": as many of what the figure before counted."""
    if quantity.value == 1 or (previous is None and not people):
        return None
    first, end = quantity.tokens
    unit = "person" if people or previous is None else previous.unit
    return Found(quantity, (first, end + 2), unit, None, None)


def _stands_alone(analysis: Analysis, quantity: Quantity) -> bool:
    """Tell whether a vague count is people of its own ("thousands fled"), not a manner or a price."""
    first = quantity.tokens[0]
    lead = lead_of(analysis, first)
    if lead in ("the", "in", "two", "a") or quantity.value >= MONEYED:
        return False
    head = analysis.heads[governing.top_of(analysis, quantity.tokens)]
    if head < 0:
        return True
    changed = lead == "by" and f"{analysis.lemmas[head]} verb" in units.tables().changes
    return not changed and analysis.lemmas[head] not in units.words("spending")


def _counts_victims(analysis: Analysis, quantity: Quantity, last: int) -> bool:
    """Tell whether a bare number counts people by the verb beside it: "killing 12", "470 are detained"."""
    first, end = quantity.tokens
    toll = units.words("toll")
    if lead_of(analysis, first) and analysis.lemmas[first - 1] in toll and analysis.upos[first - 1] == "VERB":
        return True
    at = end + (end < last and analysis.lowers[end] in ("more", "others"))
    while at < min(end + NEAR, last) and analysis.upos[at] in WAY:
        at += 1
    return at < last and analysis.upos[at] == "VERB" and analysis.lemmas[at] in toll


def _level(analysis: Analysis, quantity: Quantity, lead: str) -> Found | None:
    """Take a bare number that is the level of something countable: "the toll rose to 35", "a crowd of 5,000"."""
    first = quantity.tokens[0]
    top = governing.top_of(analysis, quantity.tokens)
    governor = governing.governor_of(analysis, top)
    noun = governing.measured(analysis, quantity.tokens, top, governor)
    if lead == "of" or (first > 1 and analysis.lemmas[first - 1] in units.words("crowd")):
        noun = first - 2 if lead == "of" else first - 1
    if noun is None or noun < 0 or analysis.upos[noun] != "NOUN":
        return None
    lemma = analysis.lemmas[noun]
    if lemma in units.words("toll noun") and lemma != "toll":
        counted_noun = governing.child(analysis, noun, "nmod")
        if counted_noun is None or not is_plural(analysis, counted_noun):
            return None
        unit = "person" if is_people(analysis, counted_noun) else unit_of(analysis, counted_noun)
    elif lemma == "toll" or lemma in units.words("crowd"):
        unit = "person"
    elif is_plural(analysis, noun) and _changes(analysis, quantity, top, noun):
        unit = "person" if is_people(analysis, noun) else unit_of(analysis, noun)
    else:
        return None
    return Found(quantity, quantity.tokens, unit, "count", noun)


def _changes(analysis: Analysis, quantity: Quantity, top: int, noun: int) -> bool:
    """Tell whether a bare number is where a change of something countable leads ("a rise in cases to 700")."""
    if governing.change_of(analysis, quantity.tokens, top, "share") is not None:
        return True
    above = analysis.heads[noun]
    changed = above >= 0 and f"{analysis.lemmas[above]} noun" in units.tables().changes
    return changed and lead_of(analysis, quantity.tokens[0]) in ("to", "from")


def _goes_on(analysis: Analysis, quantity: Quantity, previous: Found, last: int) -> bool:
    """Tell whether a bare number measures on what the figure before it measured.

    "From 20 percent to 15"; "90 strikes: 60 in Iraq and 30 in Syria"; "53 patients are treated, while 350
    have recovered" (people only, and as subject).
    """
    first, end = quantity.tokens
    lead = lead_of(analysis, first)
    same = same_sentence(analysis, quantity, previous) is not None
    if lead in ("to", "from", "than") and same and first - previous.tokens[1] <= NEAR:
        return lead_of(analysis, previous.tokens[0]) in ("from", "to", "up", "down", "at")
    if same and previous.kind is None and end < last and analysis.lowers[end] in PLACES:
        return lead in ("and", ":", "including", "–", "—", "-", "(")
    near = analysis.sentence_of[first] - analysis.sentence_of[previous.tokens[0]] <= 1
    top = governing.top_of(analysis, quantity.tokens)
    head = analysis.heads[top]
    if previous.unit != "person" or not near or head < 0 or analysis.upos[head] != "VERB":
        return False
    if end >= last:
        return False
    if analysis.deprels[top] == "obj" and analysis.lowers[end] == "to":
        return True  # "expect 200,000 to flee"
    return _is_subject(analysis, quantity, last)


def _is_subject(analysis: Analysis, quantity: Quantity, last: int) -> bool:
    """Tell whether a bare number is the subject of the verb that follows ("four million spoiled their ballots")."""
    end = quantity.tokens[1]
    relation = analysis.deprels[governing.top_of(analysis, quantity.tokens)]
    return relation in ("nsubj", "nsubj:pass") and end < last and analysis.upos[end] in VERBAL
