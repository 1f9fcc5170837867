"""Fates: what befell the people that a figure counts, told by the words beside it.

In: the words before and after a number, and what it counts. Out: a fate ("killed", "released"), or none.
What it does not know: figures of other things; who counted.

"17 people were killed", "17 dead" and "the lives of 17 people" measure the same, "17 people" at a meeting does not; the
record has only the noun, "people", for all of them. So they are told apart by the words of the clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Fate:
    """A fate that words in a clause tell.

    Attributes:
        name: as it is shown and asked for.
        words: a pattern of the words that tell it.
        example: a sentence with it; its number stands between the marks « ».
        people: a pattern of nouns that tell it where nothing else does: protesters can be killed.
    """

    name: str
    words: str
    example: str
    people: str = r"(?!)"


FATES = (
    Fate("killed", r"kill(?:ed|s|ing)?|dead|die[ds]?|deaths?|fatalities|massacred|lives|bodies",
         "At least «17» people, most of them civilians, were killed in the attack."),
    Fate("wounded", r"wounded|injur(?:ed|ies)|hurt", "Two monitors were killed and «four» others wounded."),
    Fate("missing", r"(?:is|are|was|were|still|went|gone|reported|listed as) missing", "Some «30» miners are missing."),
    Fate("arrested", r"arrest(?:ed|s)?|detain(?:ed|s)|in custody|(?:is|are|was|were|being) held|rounded up",
         "«Eleven» protesters were arrested, according to the police.", r"detainees?"),
    Fate("charged", r"charged|indicted", "188 have been released and «97» have been charged."),
    Fate("sentenced", r"sentenc(?:ed|ing)|convicted|jailed", "The Union has acted because «61» people were sentenced."),
    Fate("released", r"releas(?:ed?|es)|free[ds]|pardoned|walks? free", "Belarus freed «18» political prisoners."),
    Fate("displaced", r"displaced|fled|flee(?:ing)?|homeless|evacuated|driven from|from their homes|uprooted",
         "Around «3,000» people had fled towards the border overnight."),
    Fate("returned", r"return(?:ed|ing)|repatriated", "Some «31,000» refugees have returned from Uganda."),
    Fate("expelled", r"expel(?:s|led)?|expulsion|deported|persona non grata|ordered to leave|to leave",
         "Estonia expels «two» Russian diplomats over a drone."),
    Fate("marching", r"(?-i:march(?:ed|es|ing)?)|demonstrat(?:ed|ing)|protest(?:ed|ing)|took part|rallied",
         "On Saturday some «2,000» people marched in Oruro.", r"crowds?|demonstrators?|protesters?"),
    Fate("sanctioned", r"sanctions? on|measures against|measures apply to",
         "Canada imposed sanctions on «19» Belarusian officials."),
)  # fmt: skip
"""In the order in which they are tried where two begin at the same word."""
NAMES = frozenset(fate.name for fate in FATES)
_VERBS, _PEOPLE = (
    re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in told), re.IGNORECASE)
    for told in ([(fate.name, fate.words) for fate in FATES], [(fate.name, fate.people) for fate in FATES])
)
_IN_PHRASES = frozenset(
    "missing custody held rounded walk walks driven homes persona leave took measures sanction sanctions".split()
)
"""A word of each phrase above that is more than one word."""
_MARKS = "\"'“”‘’.,;:!?()"
REACH = 90
"""Characters on either side of a number that are looked at; among the 266 figures of the demo's 48 reports no fate
changes from 70 on."""
_END = re.compile(r"[.!?](?=\s|$)|[;:\n\"“”]")
_NUMBER = (
    r"\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?"
)
_NEXT = re.compile(rf"(?<!\band )\b(?:{_NUMBER})\b", re.IGNORECASE)
_LAST = re.compile(rf"\b(?:{_NUMBER})\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s+(?:at|least|most|about|around|some|nearly|almost|more|than|fewer|less|over|up|to|as|many|an?|the|estimated|"
    r"another|further|all|other|of|on|against|no|only|last|first|his|its|their))*\s*",
    re.IGNORECASE,
)
"""Words that may stand between a verb and the number that it acts on ("killed at least 17")."""
_OF_THEM = re.compile(r"\bof (?:them|whom|these|those|which)\b", re.IGNORECASE)
_OF_THEM_NEXT = re.compile(rf"\s*,?\s*{_OF_THEM.pattern}", re.IGNORECASE)


def fate_of(before: str, counted: str, after: str) -> str:
    """Return the fate of those whom a figure counts, empty where no word beside it tells one.

    Args:
        before: the text before the number; only its last sentence counts.
        counted: the words of the figure, and what the record says that it counts.
        after: the text from the figure's end on; only the rest of its sentence counts.

    Example:
        >>> fate_of("Fighting since June has killed ", "at least 900 people", " and driven 140,000 from their homes.")
        'killed'
    """
    ahead, behind = after[:REACH], before[-REACH:]
    if not any(map(_hints, f"{behind} {counted} {ahead}".split())):
        return ""  # as of most figures; patterns over all of it would take twenty times as long
    ahead, behind = _until(_END, ahead), _since(_END, behind)
    beside = _until(_NEXT, ahead)
    told = _first(counted) or _acted(behind) or _of_them(behind, counted, ahead) or _first(beside)
    return told or _by_noun(f"{counted} {beside}")


def named(word: str) -> str:
    """Return the fate that a single word tells, empty where it tells none.

    Example:
        >>> named("dead"), named("killed"), named("table")
        ('killed', 'killed', '')
    """
    if word in NAMES:
        return word
    return next((found.lastgroup or "" for found in (_VERBS.fullmatch(word), _PEOPLE.fullmatch(word)) if found), "")


@lru_cache(maxsize=1 << 16)
def _hints(word: str) -> bool:
    """Tell whether a word, with the marks around it, tells a fate or is part of a phrase that does."""
    bare = word.strip(_MARKS)
    return bool(bare.lower() in _IN_PHRASES or _VERBS.search(bare) or _PEOPLE.search(bare))


def _acted(behind: str) -> str:
    """Return the fate told by a verb that acts on the number: "freed 18", "the release of 18"."""
    told = (found for found in _VERBS.finditer(behind) if _BETWEEN.fullmatch(behind, found.end()))
    return next((found.lastgroup or "" for found in told), "")


def _of_them(behind: str, counted: str, ahead: str) -> str:
    """Return the fate of those of whom the number is a part: "14 dead, nine of them soldiers"."""
    is_part = _OF_THEM.search(counted) or _OF_THEM_NEXT.match(ahead)
    return _last(_since(_LAST, behind)) if is_part else ""


def _first(words: str) -> str:
    """Return the fate that the first word tells that tells one."""
    found = _VERBS.search(words)
    return "" if found is None else found.lastgroup or ""


def _last(words: str) -> str:
    """Return the fate that the last such word tells."""
    found = [one.lastgroup for one in _VERBS.finditer(words)]
    return (found[-1] or "") if found else ""


def _by_noun(words: str) -> str:
    """Return the fate that the first noun for people tells that tells one."""
    found = _PEOPLE.search(words)
    return "" if found is None else found.lastgroup or ""


def _until(end: re.Pattern[str], words: str) -> str:
    found = end.search(words)
    return words if found is None else words[: found.start()]


def _since(end: re.Pattern[str], words: str) -> str:
    ends = [found.end() for found in end.finditer(words)]
    return words[ends[-1] :] if ends else words
