"""Layout: headline, dateline and picture captions, told by how paragraphs of news are built.

In: an analysis. Out: token ranges.
What it does not know: what any of it means.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import time_words

STOPS = frozenset({".", "!", "…", "...", ":", ";", ","})
"""Signs that end a sentence of running text, not a headline; a question mark ends either."""
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]"})
DASHES = frozenset({"—", "–", "-", "--", "―", "‒"})
LONGEST_HEADLINE = 30
"""Tokens; agency style keeps headlines under 20 words, which are at most 30 tokens with hyphens and signs."""
LONGEST_DATELINE = 14
"""Tokens before the dash: a town, a country or state, a date and an agency in brackets."""
SMALL_WORDS = frozenset("of the and al el de la on in near aboard".split())
"""Words of a dateline that may be in lower case ("PORT OF SPAIN", "ABOARD the ship")."""
MONTHS = frozenset(time_words.MONTHS) | {"mar"}
"""Month names of captions, which may drop the point that tells "mar." from the verb."""
PRESENT = frozenset({"VBP", "VBZ", "VBG", "VBN", "NN", "NNS", "NNP", "NNPS"})
"""Tags of the main word of a caption: agency style writes it in the present tense, or without a finite verb."""


def headline(analysis: Analysis) -> Tokens | None:
    """Return the headline: a first paragraph written like one, with text after it; else None.

    Example: "Envoys Meet in Doha" above "DOHA — Envoys met on Monday."
    """
    if len(analysis.paragraphs) < 2 or not _is_heading(analysis, analysis.paragraphs[0]):
        return None
    first, last = analysis.paragraphs[0]
    return (first, last) if dateline_at(analysis, first, last) is None else None


def title(analysis: Analysis) -> str | None:
    """Return the words of the headline, or None."""
    found = headline(analysis)
    return analysis.words(found) if found else None


def dateline(analysis: Analysis) -> Tokens | None:
    """Return the place words before the dash that opens the report ("ISLAMABAD, PAKISTAN —"), or None.

    It stands at the start of one of the first three paragraphs: headline, perhaps a caption, then the lead.
    """
    for first, last in analysis.paragraphs[:3]:
        found = dateline_at(analysis, first, last)
        if found:
            return found
    return None


def dateline_at(analysis: Analysis, first: int, last: int) -> Tokens | None:
    """Return the place words of a dateline that starts at a token, or None.

    A town in capitals, or in mixed case if an agency or a date follows it: "MOSCOW (Wire) -",
    "ISLAMABAD, PAKISTAN —", "WASHINGTON, Feb 3 (Wire) --", "Nairobi (Wire) –".
    """
    dash = next((i for i in range(first + 1, min(last, first + LONGEST_DATELINE)) if _is_dash(analysis, i)), None)
    if dash is None or analysis.lowers[first] == "file":
        return None
    end = place_end = first
    while end < dash and _is_place_word(analysis, end, capitals=True):
        end += 1
        place_end = end if analysis.forms[end - 1] not in (",", "/") else place_end
    if place_end == first:
        while end < dash and _is_place_word(analysis, end, capitals=False):
            end += 1
            place_end = end if analysis.forms[end - 1] not in (",", "/") else place_end
        if end == dash:
            return None
    return (first, place_end) if place_end > first and _is_agency_or_date(analysis, end, dash) else None


def captions(analysis: Analysis) -> list[Tokens]:
    """Return paragraphs that caption a picture.

    They start with "FILE", say "in this photo", or end in a dated place and describe it in the present
    tense: "Supporters wait outside the court in Lusaka, June 3, 2021."
    """
    return [paragraph for paragraph in analysis.paragraphs if _is_caption(analysis, paragraph)]


def _is_heading(analysis: Analysis, paragraph: Tokens) -> bool:
    """Tell whether a paragraph is short and has no final stop."""
    first, last = paragraph
    while last > first and analysis.forms[last - 1] in CLOSERS:
        last -= 1
    if not 1 < last - first <= LONGEST_HEADLINE or analysis.forms[last - 1] in STOPS:
        return False
    return any(analysis.forms[token][:1].isalpha() for token in range(first, last))


def _is_dash(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is a dash with a blank on at least one side, not a hyphen inside a word."""
    if analysis.forms[token] not in DASHES:
        return False
    before = analysis.starts[token] > analysis.ends[token - 1]
    after = token + 1 < len(analysis) and analysis.starts[token + 1] > analysis.ends[token]
    return before or after or analysis.forms[token] in ("—", "--")


def _is_place_word(analysis: Analysis, token: int, *, capitals: bool) -> bool:
    """Tell whether a token may stand among the place words of a dateline."""
    form = analysis.forms[token]
    if form in (",", "/", "'", "’", ".", "-") or analysis.lowers[token] in SMALL_WORDS:
        return True
    if analysis.lowers[token] in MONTHS or not form[0].isalpha():
        return False
    return (form.isupper() and len(form) > 1) if capitals else form[0].isupper()


def _is_agency_or_date(analysis: Analysis, first: int, dash: int) -> bool:
    """Tell whether what stands between the place and the dash is nothing, an agency in brackets, or a short date."""
    rest = analysis.forms[first:dash]
    if not rest or (rest[0] == "(" and rest[-1] == ")"):
        return True
    lowers = analysis.lowers[first:dash]
    return (
        any(word in MONTHS for word in lowers) or "(" in rest or all(form[0].isupper() or form == "," for form in rest)
    )


def _is_caption(analysis: Analysis, paragraph: Tokens) -> bool:
    """Tell whether a paragraph captions a picture."""
    first, last = paragraph
    if last - first < 4:
        return False
    if analysis.forms[first] == "FILE" and analysis.forms[first + 1] in DASHES:
        return True
    lowers = analysis.lowers
    if any(lowers[i] == "in" and lowers[i + 1] == "this" and lowers[i + 2] in ("photo", "image", "picture", "handout")
           for i in range(first, last - 2)):  # fmt: skip
        return True
    return _ends_dated(analysis, first, last) and analysis.xpos[_root(analysis, first)] in PRESENT


def _ends_dated(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether a paragraph ends in ", June 3, 2021." or "on June 3, 2021"."""
    end = last - 1 if analysis.forms[last - 1] == "." else last
    year = analysis.forms[end - 1]
    if end - first < 8 or not (year.isdigit() and len(year) == 4):
        return False
    return any(analysis.lowers[i] in MONTHS for i in range(max(first, end - 5), end - 1))


def _root(analysis: Analysis, token: int) -> int:
    """Return the main word of the sentence that holds a token."""
    first, last = analysis.sentence(token)
    return next((i for i in range(first, last) if analysis.heads[i] < 0), token)
