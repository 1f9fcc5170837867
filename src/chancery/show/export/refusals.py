"""Refusals: what an export cannot do.

In: nothing. Out: the error, and the reason for which one event is left out.
What it does not know: the command line.
"""

from __future__ import annotations

from chancery.errors import ChanceryError


class ExportError(ChanceryError):
    """An export that cannot be written; nothing is left half written."""


class LeftOut(Exception):
    """One event that a format has no place for; its text is the reason, counted and told in the end."""
