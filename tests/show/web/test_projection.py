"""The projection keeps areas, and the seam where no land is cut."""

from __future__ import annotations

import pytest

from chancery.show.web.projection import HEIGHT, NORTH, SEAM, SOUTH, WIDTH, projected


def test_the_edges_of_the_map_are_those_of_the_drawing() -> None:
    assert projected(SEAM, 0.0)[0] == pytest.approx(0)
    assert projected(SEAM - 0.001, 0.0)[0] == pytest.approx(WIDTH, abs=0.1)
    assert projected(11.0, NORTH)[1] == pytest.approx(0)
    assert projected(11.0, SOUTH)[1] == pytest.approx(HEIGHT, abs=0.5)


@pytest.mark.parametrize("latitude", [0.0, 30.0, 60.0, 75.0])
def test_a_degree_square_is_as_large_as_on_the_globe(latitude: float) -> None:
    from math import cos, radians

    (west, north), (east, _), (_, south) = (
        projected(*point) for point in ((20.0, latitude + 0.05), (20.1, latitude), (20.0, latitude - 0.05))
    )
    middle = projected(20.1, latitude)[0] - projected(20.0, latitude)[0]
    equator = projected(20.1, 0.0)[0] - projected(20.0, 0.0)[0]
    high = projected(20.0, -0.05)[1] - projected(20.0, 0.05)[1]
    assert east > west
    assert middle * (south - north) / (equator * high) == pytest.approx(cos(radians(latitude)), rel=1e-3)


def test_what_lies_west_of_the_seam_comes_to_the_right_edge() -> None:
    assert projected(-175.0, -21.0)[0] > projected(179.0, -21.0)[0]
