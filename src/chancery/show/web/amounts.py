"""Amounts: figures in words, as drawings and tables show them.

In: rows of `ask.quantities`. Out: text.
What it does not know: where it is shown.
"""

from __future__ import annotations

from chancery.ask.quantities import Row, source_of

_IN_WORDS = {"=": "", ">": "more than ", "<": "less than ", "~": "about "}


def short(value: float) -> str:
    """Return a number in few characters.

    Example:
        >>> short(2_900_000.0), short(1500.0), short(0.35), short(3.1e9)
        ('2.9 m', '1,500', '0.35', '3.1 bn')
    """
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:,.6g} {name}"
    return f"{value:,.6g}"


def amount(row: Row) -> str:
    """Return a figure as it is: its sign, its number, its upper end.

    Example:
        >>> amount({"compare": ">", "value": 3.0, "upper": 5.0})
        '> 3 to 5'
    """
    sign = "" if row["compare"] == "=" else f"{row['compare']} "
    return sign + _number(row)


def _number(row: Row) -> str:
    return f"{row['value']:,.10g}" + ("" if row["upper"] is None else f" to {row['upper']:,.10g}")


def in_words(row: Row) -> str:
    """Return what a figure says: when, how much of what, who says so."""
    change = "" if row["change"] is None else f" ({row['change']})"
    status = "" if row["status"] == "happened" else f", {row['status'].replace('_', ' ')}"
    what = f", {row['what']}" if row["what"] else ""
    number = f"{_IN_WORDS[row['compare']]}{_number(row)} {row['unit'] or ''}".strip()
    return f"{when(row)}: {number}{what}{change}{status} – {source_of(row)}"


def when(row: Row) -> str:
    """Return a figure's time: as EDTF where its report says it, else the day of the report."""
    if row["day_from"] == "text":
        return str(row["edtf"] or row["day"])
    return f"reported {row['day']}" if row["day"] else "without a day"


def address_of(row: Row) -> str:
    """Return the address of a figure's words."""
    return f"/reports/{row['document']}#{row['id']}"
