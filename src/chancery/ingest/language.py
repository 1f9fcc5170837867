"""Language: whether a text is English, by its letters and its function words.

In: a text. Out: yes or no.
What it does not know: which other language it is.
"""

from __future__ import annotations

import re

FUNCTION_WORDS = frozenset(
    "the of and to that is was for with on by has have he his it its from at are were not be been which who "
    "will would their they this after had but said says she her an or about into over more than".split()
)
"""Frequent English words that are rare as words of other languages in Latin letters ("in", "a", "no" are not)."""

SHARE = 0.10  # of all words; news in English has 0.25 to 0.45, the other Latin-script languages below 0.05
FEWEST = 25  # words below which a text has too few function words to judge by their share
FOREIGN = frozenset(
    "der die das und ist nicht mit von dem den ein eine el los las una del que para con les des est dans pour sur "
    "qui il gli della di che non sono os uma com het een van niet na je za".split()
)
"""Function words of other languages in Latin letters; in a text too short to judge they tell."""
SAMPLE = 20_000  # code points that are looked at
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Tell whether a text may be English.

    Args:
        text: the report.

    Returns:
        False where most letters are not Latin, where English function words are rare among at least `FEWEST`
        words, or where fewer words hold more function words of other languages; True otherwise.

    Example:
        >>> is_english("Президент сказал, что переговоры начнутся завтра")
        False
    """
    words = _WORD.findall(text[:SAMPLE])
    latin = sum(word[0] < "\u0250" for word in words)
    if latin * 2 < len(words):
        return False
    if len(words) < FEWEST:
        foreign = sum(word in FOREIGN for word in words)  # in lower case: "Van der Bellen" is a name
        return foreign < 2 or foreign <= sum(word.lower() in FUNCTION_WORDS for word in words)
    return sum(word.lower() in FUNCTION_WORDS for word in words) >= SHARE * len(words)
