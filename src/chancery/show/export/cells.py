"""Cells: how values stand in a file of tab-separated columns that nobody quotes.

In: values. Out: a line of exactly as many cells as the format has columns.
What it does not know: what the columns mean.

The datasets that are imitated here quote nothing, and their readers differ in what they make of a quotation mark, so
no cell has one: text is made to fit. Control characters, tabs, line ends and Unicode's line and paragraph separators
become a space, double quotation marks single ones, and text that a spreadsheet would take for a formula gets an
apostrophe before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from chancery.errors import ExportError

Cell = str | int | float | None
"""None is what the archive does not know; every format has a word for it."""

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029 ]+")  # str.splitlines breaks at some of these, readers at others
_UNFIT = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029"]')
_FORMULA = frozenset("=+-@")  # OWASP, CSV injection


@lru_cache(maxsize=8192)  # days, countries, publishers and the like come again and again
def clean(text: str) -> str:
    r"""Return a text as it can stand in a cell.

    Example:
        >>> clean('=1+1'), clean('the\t"front"\n')
        ("'=1+1", "the 'front'")
    """
    if _UNFIT.search(text):
        text = _BREAKS.sub(" ", text.replace('"', "'"))
    text = text.strip()
    return f"'{text}" if text[:1] in _FORMULA else text


def line(cells: Sequence[Cell], columns: int, missing: str) -> bytes:
    r"""Return a line of a file.

    Args:
        cells: the values.
        columns: how many the format has.
        missing: what stands where there is no value, or nothing is left of it.

    Raises:
        ExportError: there are more or fewer cells than columns.

    Example:
        >>> line(["Oslo", None, 59.9, 7], 4, "NA")
        b'Oslo\tNA\t59.9\t7\n'
    """
    if len(cells) != columns:
        raise ExportError(
            f"A row has {len(cells)} cells instead of {columns}: this is a fault of the program, report it."
        )
    texts = [
        missing if value is None
        else clean(value) or missing if isinstance(value, str)
        else str(value) if isinstance(value, int)
        else f"{value:.10g}"
        for value in cells
    ]  # fmt: skip
    return ("\t".join(texts) + "\n").encode()


def joined(values: Sequence[str | None], missing: str, by: str = "; ") -> str | None:
    """Join the values of a list into one cell, each in its place; None where there is none at all.

    The mark that separates them is replaced inside a value, so that readers who split the cell get them back.
    """
    if not any(values):
        return None
    mark = by.strip()
    other = "," if mark != "," else ";"
    return by.join((value and clean(value).replace(mark, other)) or missing for value in values)
