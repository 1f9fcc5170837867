"""Language: whether a text is English, by its letters and its function words, and which it is else.

In: a text, and what its page says of it. Out: yes or no; the code of a language.
What it does not know: texts in two languages; what is mostly English counts as English.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol, cast

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
UNKNOWN = "und"
"""The code of a language that is not known (ISO 639-2)."""
CERTAIN = 0.5
"""Probability that py3langid must give a language; of lists of names and numbers it gives none more than 0.3."""
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


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


def language_of(text: str, *, hint: str | None = None) -> str:
    """Name the language of a text.

    Args:
        text: the report.
        hint: what its page says ("de-AT"). It counts where the text is too short to judge or cannot be told; pages
            often say "en" whatever they are in.

    Returns:
        "en" for what `is_english` lets through, else an ISO 639-1 code, else "und".

    Example:
        >>> language_of("Der Präsident sagte am Montag, die Gespräche werden nicht beginnen.")
        'de'
    """
    found = _CODE.fullmatch(hint.strip()) if hint else None
    said = found[1].lower() if found else None
    if is_english(text):
        short = len(_WORD.findall(text[:SAMPLE])) < FEWEST
        return said if said and short else "en"
    code, probability = _identifier().classify(text[:SAMPLE])
    if probability >= CERTAIN and code not in ("en", "zxx"):
        return code
    return said if said and said != "en" else UNKNOWN


@cache
def _identifier() -> _Identifier:
    """Load py3langid's model, which takes half a second, when the first text is not English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast("_Identifier", LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
