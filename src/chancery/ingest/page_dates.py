"""Page dates: the day of publication of a page that does not say it in its metadata.

In: the tree and text of a page, its URL. Out: a day and where it was found.
What it does not know: whether the day is that of this article; it is marked as inferred.

htmldate proposes a day, and it counts only if the page spells it so that no other day can be meant: htmldate takes
"3/4/2024" for the third of April everywhere, and the year of a copyright notice for its first of January.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from chancery.ingest.dates import MONTHS, day_in_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EARLIEST, LATEST = datetime(1995, 1, 1), datetime(2039, 12, 31)
"""The years that htmldate's patterns know. Its own default for the last is today, which would make what a page yields
depend on when it is read."""
SEARCHED = 1 << 21
"""Code points of a page in which its date is looked for; pages have some 200,000, and the search takes 1 s for each
million in the worst case."""


def find_day(tree: HtmlElement, html: str, url: str | None) -> tuple[date | None, str | None]:
    """Infer the day of publication.

    Args:
        tree: the page; it is left as it is.
        html: its source.
        url: where it was found.

    Returns:
        The day and "found in the page" or "in the URL"; None and None where there is none that is certain.
    """
    day = _proposed(tree) if len(html) <= SEARCHED else None
    if day is not None and _is_spelled(day, html):
        return day, "found in the page"
    day = day_in_url(url)
    return (day, "in the URL") if day else (None, None)


def _proposed(tree: HtmlElement) -> date | None:
    """Ask htmldate, without its search through all text, which guesses."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url="", min_date=EARLIEST, max_date=LATEST)
    except Exception:  # a page can make any of its code fail; it then has no date
        return None
    return date.fromisoformat(found) if found else None


def _is_spelled(day: date, html: str) -> bool:
    """Tell whether a page writes a day so that no other can be meant."""
    name = rf"(?:{'|'.join(MONTHS[day.month - 1])})\.?"
    forms = [
        rf"{day.year}[-/.]0?{day.month}[-/.]0?{day.day}(?!\d)",
        rf"(?<!\d){day:%Y%m%d}",
        rf"(?<!\d)0?{day.day}(?:st|nd|rd|th)?\.?[\s-](?:of\s)?{name},?[\s-]{day.year}(?!\d)",
        rf"\b{name}\s0?{day.day}(?:st|nd|rd|th)?,?\s{day.year}(?!\d)",
        rf"(?<!\d)0?{day.day}\.0?{day.month}\.{day.year}(?!\d)",
    ]
    if day.day > 12 or day.day == day.month:
        forms.append(rf"(?<!\d)(?:0?{day.day}[/-]0?{day.month}|0?{day.month}[/-]0?{day.day})[/-]{day.year}(?!\d)")
    return any(re.search(form, html, re.IGNORECASE) for form in forms)
