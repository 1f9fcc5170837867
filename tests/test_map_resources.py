"""The outlines of `resources/map` build the committed map, and share their edges."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


def tool(name: str) -> ModuleType:
    """Load a tool."""
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


rings = tool("rings")
SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
BESIDE = [(2.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 2.0)]


def test_the_committed_map_is_what_the_resources_build() -> None:
    done = subprocess.run([sys.executable, "tools/build_map.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_outlines_are_left_as_committed_where_their_source_is_absent(tmp_path: Path) -> None:
    command = [sys.executable, "tools/extract_map.py", "--check", str(tmp_path / "none.gpkg")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, "stands as committed" in done.stderr) == (0, True)


def test_outlines_are_not_taken_from_another_file(tmp_path: Path) -> None:
    (tmp_path / "other.gpkg").write_bytes(b"another version")
    command = [sys.executable, "tools/extract_map.py", "--check", str(tmp_path / "other.gpkg")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, "its SHA-256 differs" in done.stderr) == (1, True)


def test_the_source_is_named_with_its_digest() -> None:
    (digest,) = re.findall(r'^SHA256 = "([0-9a-f]{64})"', (ROOT / "tools" / "extract_map.py").read_text("utf8"), re.M)
    assert digest in (ROOT / "resources" / "map" / "SOURCES.md").read_text(encoding="utf8")


def test_a_border_is_the_same_line_on_both_sides() -> None:
    areas = json.loads((ROOT / "resources" / "map" / "outlines.json").read_text(encoding="utf8"))["areas"]
    (lesotho,) = (edges(ring) for ring in areas["LSO"])
    assert len(lesotho) > 20
    assert {edge[::-1] for edge in lesotho} <= {edge for ring in areas["ZAF"] for edge in edges(ring)}


def edges(ring: list[list[float]]) -> set[tuple[tuple[float, ...], ...]]:
    """Return the edges of a ring."""
    points = [tuple(point) for point in ring]
    return set(zip(points, [*points[1:], points[0]], strict=True))


def test_rings_beside_each_other_are_dissolved_into_one() -> None:
    (one,) = rings.dissolved([SQUARE, BESIDE])
    assert rings.area(one) == 8.0
    assert set(one) == {*SQUARE, *BESIDE}


def test_a_ring_that_does_not_close_is_refused() -> None:
    with pytest.raises(ValueError, match="ends at"):
        rings.dissolved([[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)], [(0.0, 0.0), (1.0, 0.0), (0.5, -1.0)]])


def test_a_line_cuts_a_ring_in_two() -> None:
    one, other = rings.cut(SQUARE, [(0.0, 0.1), (1.0, 0.5), (2.0, 1.9)])
    assert rings.area(one) + rings.area(other) == 4.0
    assert [rings.holds(one, (1.5, 0.2)), rings.holds(other, (1.5, 0.2))] == [True, False]


def test_pieces_of_a_line_are_chained_in_any_order_and_direction() -> None:
    pieces = [[(3.0, 0.0), (2.0, 0.0)], [(0.0, 0.0), (1.0, 0.0)], [(2.0, 0.01), (1.0, 0.0)]]
    (line,) = rings.chained(pieces)
    assert sorted([line[0], line[-1]]) == [(0.0, 0.0), (3.0, 0.0)]


def test_a_line_between_two_areas_is_simplified_once_for_both() -> None:
    west = [(0.0, 0.0), (2.0, 0.0), (2.1, 1.0), (2.0, 2.0), (0.0, 2.0)]
    east = [(2.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 2.0), (2.1, 1.0)]
    made = rings.simplified({"west": [west], "east": [east]}, 0.5)
    assert [set(ring) for name in ("west", "east") for ring in made[name]] == [
        {(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)}, {(2.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 2.0)},
    ]  # fmt: skip
