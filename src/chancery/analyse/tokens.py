"""Tokens: the words of a text with their offsets, split as English Universal Dependencies splits them.

In: any text. Out: half-open spans in reading order; whatever is between them is white space or invisible.
What it does not know: sentences.

Clitics ("n't", "'s"), currency signs, hyphens inside compounds ("full - scale") and punctuation stand alone;
initials and abbreviations ("U.S.", "Mr.") keep their points.
"""

from __future__ import annotations

import re

from chancery.record import Span

ABBREVIATIONS = frozenset(
    "mr mrs ms messrs dr prof rev hon st sr jr gen lt col maj capt cmdr adm sgt cpl brig gov sen rep reps sens "
    "pres amb supt insp fr vs no nos co corp inc ltd bros dept univ assn fig vol approx est ft mt etc jan feb "
    "mar apr jun jul aug sept sep oct nov dec tue tues wed thu thur thurs fri ala ariz ark calif colo conn del "
    "fla kan ky mich minn mont neb nev okla tenn tex wash wis wyo".split()
)
"""Words that keep a final point inside a sentence: titles, months, days, firms, American states."""

_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"“”]{0,2000}[\w/]          # addresses of pages
    | [\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}   # addresses of people
    | (?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?                   # U.S.  U.N  a.m.
    | [#@]\w+                                             # tags and handles
    | [^\W_]+\.(?:com|org|net|gov|edu|info)\b             # names of sites
    | (?:co|re|e|non|pre)-[^\W\d_]+                       # prefixes that are no words: co-operate, re-elected
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b               # 1,200.5  10:30  1960s  3rd
    | \d+(?:[.,:/]\d+)*                                   # the number of "10km"
    | [^\W\d_](?:[^\W_]|[\u0300-\u036f])*                 # words
    | _+ | \.{2,} | -{2,} | ``
    | [^\w\s]                                             # any other sign alone
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLITIC = re.compile(r"(?:['’](?:s|m|d|ll|re|ve))(?![^\W_])", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]")
_APOSTROPHES = "'’"


def tokenize(text: str) -> list[Span]:
    """Split a text into tokens.

    Args:
        text: any text, control and zero-width characters included.

    Returns:
        Half-open code point spans, ascending, not overlapping; every character outside them is white space
        or invisible (controls, zero-width characters, direction marks).

    Example:
        >>> text = "Moscow didn't sign the U.S.-backed deal."
        >>> [text[a:b] for a, b in tokenize(text)]
        ['Moscow', 'did', "n't", 'sign', 'the', 'U.S.', '-', 'backed', 'deal', '.']
    """
    visible = _INVISIBLE.sub(" ", text)
    spans: list[Span] = []
    at, end = 0, len(visible)
    while at < end:
        found = _TOKEN.search(visible, at)
        if found is None:
            break
        first, last = found.span()
        sign = visible[first]
        if sign in _APOSTROPHES:
            last = _clitic_end(visible, first, spans) or last
        elif sign.isalpha():
            last = _word_end(visible, first, last)
        if sign.isalpha() and _is_negated(visible, first, last):
            spans.append((first, last - 1))
            first, last = last - 1, last + 2
        spans.append((first, last))
        at = last
    return [span for span in spans if span[0] < span[1]]


def _clitic_end(text: str, first: int, spans: list[Span]) -> int | None:
    """Return where a clitic that starts at an apostrophe ends: it must touch the word before it."""
    if not spans or spans[-1][1] != first:
        return _decade_end(text, first)
    clitic = _CLITIC.match(text, first)
    return clitic.end() if clitic else None


def _decade_end(text: str, first: int) -> int | None:
    """Return the end of a short decade or year ("'90s", "’68"), or None."""
    digits = text[first + 1 : first + 3]
    if len(digits) == 2 and digits.isdigit():
        end = first + 3 + (text[first + 3 : first + 4] == "s")
        return end if not text[end : end + 1].isalnum() else None
    return None


def _word_end(text: str, first: int, last: int) -> int:
    """Extend a word over the point of an abbreviation or initial, or over the apostrophe of a name."""
    word = text[first:last].lower()
    following = text[last : last + 1]
    if following == "." and text[last + 1 : last + 2] != ".":
        initial = len(word) == 1 and word not in ("i", "a") and text[first].isupper()
        if word in ABBREVIATIONS and (text[first].isupper() or word in ("vs", "no", "etc")):
            return last + 1 if word != "no" or text[last + 1 : last + 3].strip().isdigit() else last
        if initial and text[last + 1 : last + 2] in (" ", "") and text[last + 2 : last + 3].isupper():
            return last + 1
    if following and following in _APOSTROPHES and not _CLITIC.match(text, last):
        rest = _LETTERS.match(text, last + 1)
        if rest and not _is_negated(text, first, last):
            return rest.end()
    return last


def _is_negated(text: str, first: int, last: int) -> bool:
    """Tell whether a word that ends in n is followed by 't ("did" + "n't")."""
    return (
        last - first > 1
        and text[last - 1] in "nN"
        and text[last : last + 1] in ("'", "’")
        and text[last + 1 : last + 2] in ("t", "T")
        and not text[last + 2 : last + 3].isalnum()
    )
