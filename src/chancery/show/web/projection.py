"""Projection: where a point of the globe lies on the map.

In: degrees. Out: units of the drawing. Equal Earth (Šavrič, Patterson and Jenny 2018,
doi:10.1080/13658816.2018.1504949) keeps areas in proportion, which a map that shades areas needs.
What it does not know: borders.
"""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt

WIDTH = 10_000
"""Units of the map's width: one is 4 km at the equator, as fine as its outlines."""
SEAM = -169.0
"""Degrees east of the map's left edge: it passes through the Bering Strait, so that no country is cut in two."""
NORTH, SOUTH = 83.7, -57.0
"""Degrees that the map shows: from Greenland to the end of the Americas. Antarctica is left out."""
_MIDDLE = SEAM + 180.0
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_SCALE = WIDTH / (2 * pi / (_M * _A1))


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the units from the left edge and from `NORTH` downwards.

    Args:
        longitude: degrees east, -180 to 180; what lies west of `SEAM` comes to the right edge.
        latitude: degrees north.

    Example:
        >>> [round(unit) for unit in projected(11.0, 0.0)]
        [5000, 2412]
    """
    east = longitude + 360 if longitude < SEAM else longitude
    return _x(east, latitude), _y(NORTH) - _y(latitude)


def projected_whole(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the same for a point of an outline that may reach over the seam: its degrees are taken as they are."""
    return _x(longitude, latitude), _y(NORTH) - _y(latitude)


def _theta(latitude: float) -> float:
    return asin(_M * sin(radians(latitude)))


def _x(longitude: float, latitude: float) -> float:
    theta = _theta(latitude)
    square, sixth = theta**2, theta**6
    slope = _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    return WIDTH / 2 + _SCALE * radians(longitude - _MIDDLE) * cos(theta) / slope


def _y(latitude: float) -> float:
    theta = _theta(latitude)
    square, sixth = theta**2, theta**6
    return _SCALE * theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


HEIGHT = round(_y(NORTH) - _y(SOUTH))
"""Units of the map's height."""
