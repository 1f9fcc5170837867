"""Times: finds every English time expression of a report, with the values that its words carry.

In: an analysis. Out: `TimeMention`s in reading order, whose slots say how `resolve.times` is to date them.
What it does not know: when the report was published.

Slots: `form` names the way of computing; the rest are values of words (`month` 7, `weekday` 0 for Monday,
`relation` "last", `time` the slots of an expression inside). Every mention also has

- `tense`: "past", "present" or "future" of what it dates, "near" where the tree leaves both sides open;
- `firm`: True where that is the tense of the verb it hangs on, so that "in January" of a December report with a
  past verb is eleven months back; without it, no day or month is taken for one that far;
- `anchor`: for times at a distance, "text" (counted from the time last named) or "event", then with
  `anchor_head`, the head token of the deed that is counted from.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import tense
from chancery.extract.time_cascade import Found, read
from chancery.mentions import TimeMention

PAST_DEEDS = frozenset(
    "attack raid bombing blast explosion killing shooting assassination assault strike airstrike ambush crash coup "
    "massacre ruling verdict decision announcement statement remark comment report letter order move incident "
    "clash violence protest riot murder execution arrest death defeat victory launch test storm earthquake "
    "accident resignation call".split()
)
"""Nouns of deeds that a report names when they are over ("will appeal Thursday's ruling"). Own choice, from VOA."""
COMING_DEEDS = frozenset("election vote referendum runoff ballot primary inauguration deadline".split())
"""Nouns of deeds that, under a verb ahead, are ahead themselves ("may lose the November election")."""
SCHEDULING = frozenset(
    "schedule plan slate set expect propose book due postpone delay extend adjourn move expire deadline target "
    "timetable push intend invite".split()
)
"""Words whose "for", "to" or "until" leads to a day that is still to come, whatever their own tense."""
_SCHEDULED_FOR = frozenset(("for", "to", "till", "until", "by"))
_AFTER = frozenset(("after", "following", "since", "despite", "amid"))
_BEFORE_AFTER = frozenset(("before", "after", "following", "prior", "to", "into"))
_OPENING = frozenset(("-", "–", "—", "“", '"', "``", ":"))
_LONGEST_LIST = 6  # times in one enumeration
_LONGEST_ANCHOR = 8  # tokens from "before" to the noun it counts from; longer phrases keep the words up to "before"


def find(analysis: Analysis) -> list[TimeMention]:
    """Find the time expressions of a report.

    Args:
        analysis: the report; without trees, tenses are all "past" and anchors the next noun.

    Returns:
        Mentions in reading order, not overlapping; durations and repetitions ("for two weeks", "every Friday")
        among them, which have no date of their own.
    """
    founds = read(analysis)
    mentions = []
    for index, found in enumerate(founds):
        limit = founds[index + 1].first if index + 1 < len(founds) else len(analysis)
        tokens, anchor = _anchor(analysis, found, limit)
        slots = {**found.slots, **_clause(analysis, (found.first, found.last)), **anchor}
        mentions.append(TimeMention(tokens, found.rule, slots))
    return mentions


def _clause(analysis: Analysis, tokens: Tokens) -> dict[str, object]:
    """Return the tense of what a time dates.

    A noun between the time and its verb is a deed of its own: over if reports name such nouns afterwards, or
    if its verb is not ahead; else it may lie on either side of the report, and the nearest is meant.
    """
    head = analysis.head_of(tokens)
    for _ in range(_LONGEST_LIST):
        if analysis.deprels[head] != "conj" or analysis.heads[head] < 0:
            break
        head = analysis.heads[head]  # "Friday and Saturday" hang on one verb
    above = analysis.heads[head]
    if above < 0:
        return {"tense": "past"}
    governing = tense.governing_tense(analysis, above)
    if analysis.lemmas[above] in SCHEDULING and _cases(analysis, head) & _SCHEDULED_FOR:
        return {"tense": "future"}
    if tense.is_predicate(analysis, above):
        return {"tense": governing, "firm": True}
    if _is_fronted(analysis, tokens):
        return {"tense": tense.governing_tense(analysis, _root(analysis, above)), "firm": True}
    if governing != "future" or _is_over(analysis, above):
        return {"tense": "past"}
    return {"tense": "future" if analysis.lemmas[above] in COMING_DEEDS else "near"}


def _is_fronted(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a time opens a clause, set off by a comma: it dates the clause whatever the tree hangs it on."""
    first, last = tokens
    opens = first == analysis.sentence(first)[0] or analysis.lowers[first - 1] in _OPENING
    return opens and last < len(analysis) and analysis.lowers[last] == ","


def _root(analysis: Analysis, token: int) -> int:
    """Return the root above a token; a token on the way where heads run in a circle."""
    for _ in range(_LONGEST_LIST * 8):
        if analysis.heads[token] < 0:
            break
        token = analysis.heads[token]
    return token


def _cases(analysis: Analysis, token: int) -> set[str]:
    """Return the prepositions of a token."""
    return {analysis.lowers[child] for child in analysis.children[token] if analysis.deprels[child] == "case"}


def _is_over(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun, or one above it, names a deed as over: "after an invitation during a visit in March"."""
    while noun >= 0 and not tense.is_predicate(analysis, noun):
        if analysis.lemmas[noun] in PAST_DEEDS or _cases(analysis, noun) & _AFTER:
            return True
        noun = analysis.heads[noun]
    return False


def _anchor(analysis: Analysis, found: Found, limit: int) -> tuple[Tokens, dict[str, object]]:
    """Return the tokens and the anchor of a time at a distance ("days before that visit")."""
    tokens = (found.first, found.last)
    if found.slots.get("form") != "shift" or "time" in found.slots:
        return tokens, {}
    last = found.last - 1
    head = _counted_from(analysis, last, found.first) if analysis.lowers[last] in _BEFORE_AFTER else None
    if head is None:
        return tokens, {"anchor": "text"}
    is_noun = analysis.upos[head] in ("NOUN", "PROPN", "PRON")
    if is_noun and head < limit and head - last <= _LONGEST_ANCHOR:
        tokens = (found.first, head + 1)
    return tokens, {"anchor": "event", "anchor_head": head}


def _counted_from(analysis: Analysis, word: int, first: int) -> int | None:
    """Return the head token of what "before" or "after" counts from, None where nothing follows."""
    for token in range(word, first - 1, -1):
        head = analysis.heads[token]
        if head > word and analysis.deprels[token] in ("case", "mark", "fixed", "advmod"):
            return head
    sentence_end = analysis.sentence(word)[1]
    for token in range(word + 1, min(sentence_end, word + _LONGEST_ANCHOR)):
        if analysis.upos[token] in ("PUNCT", "VERB", "AUX", "CCONJ"):
            return None
        if analysis.upos[token] in ("NOUN", "PROPN"):
            return token
    return None
