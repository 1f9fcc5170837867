"""Precision: how many findings are right, told from a sample, with how far off that may be.

In: counts of judged findings. Out: a share and its interval.
What it does not know: how the sample was drawn; the interval holds for one drawn at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""Standard deviations on either side of the mean that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of findings, 0 to 1, and the interval that holds the true one in 95 of 100 samples."""

    right: int
    judged: int
    share: float
    low: float
    high: float


def share_of(right: int, judged: int) -> Share | None:
    """Return the share of findings that are right.

    The interval is Wilson's (1927, Journal of the American Statistical Association 22), which keeps to 0 and 1 and
    holds for small samples.

    Args:
        right: how many are right.
        judged: of how many.

    Returns:
        The share, None where nothing was judged.

    Example:
        >>> found = share_of(45, 50)
        >>> round(found.share, 3), round(found.low, 3), round(found.high, 3)
        (0.9, 0.786, 0.957)
    """
    if not judged:
        return None
    share, square = right / judged, Z * Z
    middle = (share + square / (2 * judged)) / (1 + square / judged)
    half = Z / (1 + square / judged) * sqrt(share * (1 - share) / judged + square / (4 * judged * judged))
    return Share(right, judged, share, max(0.0, middle - half), min(1.0, middle + half))
