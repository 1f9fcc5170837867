"""Refusals: the reason for which one event is left out of an export.

In: nothing. Out: what a format raises for an event that it has no place for.
What it does not know: the command line.
"""

from __future__ import annotations


class LeftOut(Exception):
    """One event that a format has no place for; its text is the reason, counted and told in the end."""
