"""Take outlines of countries and of disputed areas from Natural Earth, as QGIS ships it.

In: `world_map.gpkg` of the Debian package `qgis-common` 3.22.16+dfsg-1 (Natural Earth 4.1.0, 1:10m, generalised, public
domain), checked by its SHA-256; the tables `disputed.tsv` and `lines.tsv`. Out: `resources/map/outlines.json`.
What it does not know: the page. `tools/build_map.py` reads the committed outlines alone.

Usage: `python tools/extract_map.py [--check] [world_map.gpkg]`, the file from the package, installed or unpacked.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from struct import unpack_from

from chancery.ask.countries import COUNTRIES
from chancery.show.web.projection import SEAM, projected_whole
from rings import Areas, Point, Ring, area, chained, cut, dissolved, distance, holds, simplified

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "map"
TARGET = SOURCE / "outlines.json"
PACKAGED = Path("/usr/share/qgis/resources/data/world_map.gpkg")
SHA256 = "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"
"""Of `world_map.gpkg`."""

SMALLEST = 3.0
"""Square units of the triangle for which a point is kept: some 50 km², half a pixel where the map is a screen wide."""
ISLAND = 6.0
"""Square units, some 100 km², from which an island is kept; a country's or area's largest one always is."""
DIGITS = 2
"""Decimals of a degree that are kept: 1 km, a quarter of the drawing's unit."""

CODES = {
    "ALD": "ALA", "ATC": "AUS", "CNM": "CYP", "ESB": "GBR", "KAB": "KAZ", "KOS": "XKX", "NSV": "SJM", "PSX": "PSE",
    "SAH": "ESH", "SDS": "SSD", "SOL": "SOM", "USG": "CUB", "WSB": "GBR", "CYN": "CYP", "KAS": "IND",
}  # fmt: skip
"""Natural Earth's codes that are others in ISO 3166-1, or no country there: then the state in whose area they are drawn
unless `disputed.tsv` has them."""
PARTS = frozenset("CCK CXR GLP GUF MTQ MYT REU TKL BVT NSV".split())
"""Codes of parts that have ISO codes of their own, though Natural Earth counts them to their states."""
LEFT_OUT = frozenset({"ATA", "CLP"})
"""Antarctica, below the map, and an uninhabited atoll without an ISO code."""

Provinces = list[tuple[str, str, str, list[Ring]]]


def main() -> None:
    """Write the outlines, or check them where their source is at hand."""
    path = next((Path(one) for one in sys.argv[1:] if one != "--check"), PACKAGED)
    if not path.exists():
        print(f"tools/extract_map.py: {path} is not here, so that outlines.json stands as committed", file=sys.stderr)
        return
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{path} is not the file of qgis-common 3.22.16+dfsg-1: its SHA-256 differs")
    text = extracted(path)
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf8")
    elif TARGET.read_text(encoding="utf8") != text:
        sys.exit("resources/map/outlines.json is not what its source gives: run tools/extract_map.py")


def extracted(path: Path) -> str:
    """Return the outlines as JSON, an area or a line in each line of it."""
    with closing(sqlite3.connect(path)) as source:
        provinces, claims = list(read_provinces(source)), read_claims(source)
    shown = {"areas": thinned(assembled(provinces, claims)), "lines": drawn_lines(claims)}
    return json.dumps(shown, separators=(",", ":")).replace(',"', ',\n"') + "\n"


def drawn_lines(claims: dict[tuple[str, str], list[Ring]]) -> dict[str, Ring]:
    """Return the lines of claims that are drawn, by the names of the land that is claimed."""
    return {
        row["name"]: [round_point(point) for point in line_near(claims[row["claim"], row["country"]], point_of(row))]
        for row in read_rows(SOURCE / "lines.tsv")
    }


def read_rows(table: Path) -> list[dict[str, str]]:
    """Return the rows of a table by column name."""
    text = table.read_text(encoding="utf8")
    cells = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    return [dict(zip(cells[0], line, strict=True)) for line in cells[1:]]


def read_provinces(source: sqlite3.Connection) -> Iterator[tuple[str, str, str, list[Ring]]]:
    """Yield provinces: code of the unit, name, another name, rings."""
    asked = "SELECT adm0_a3, gu_a3, admin, name, gn_name, geom FROM states_provinces ORDER BY fid"
    for unit, part, admin, name, other, shape in source.execute(asked):
        code = part if part in PARTS else "BES" if admin == "Caribbean Netherlands" else unit
        rings = [_over_seam(ring) for polygon in shapes(shape) for ring in polygon]
        yield code, name or "", other or "", rings


def read_claims(source: sqlite3.Connection) -> dict[tuple[str, str], list[Ring]]:
    """Return the lines of claims by name and country."""
    pieces: dict[tuple[str, str], list[Ring]] = defaultdict(list)
    for name, country, shape in source.execute("SELECT name, adm0_a3_l, geom FROM disputed_borders ORDER BY fid"):
        pieces[name, country] += shapes(shape)
    return {key: chained(lines) for key, lines in pieces.items()}


def shapes(data: bytes) -> list:  # type: ignore[type-arg]  # polygons: lists of rings; lines: rings
    """Return the polygons or lines of a GeoPackage's geometry (OGC 12-128r18, well-known binary after a header)."""
    header = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(data[3] >> 1) & 7]
    return _shape(data, header)[0]


def _shape(data: bytes, at: int) -> tuple[list, int]:  # type: ignore[type-arg]
    order = "<" if data[at] else ">"
    kind, count = unpack_from(f"{order}II", data, at + 1)
    at += 9
    if kind == 2:
        return [_points(data, at, count, order)], at + 16 * count
    found: list = []  # type: ignore[type-arg]
    for _ in range(count):
        if kind == 3:
            (length,) = unpack_from(f"{order}I", data, at)
            found.append(_points(data, at + 4, length, order)[:-1])
            at += 4 + 16 * length
        else:
            inner, at = _shape(data, at)
            found += inner
    return ([found] if kind == 3 else found), at


def _points(data: bytes, at: int, count: int, order: str) -> Ring:
    numbers = unpack_from(f"{order}{2 * count}d", data, at)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _over_seam(ring: Ring) -> Ring:
    """Return a ring on the side of the map's seam on which most of it lies."""
    beyond = sum(x for x, _ in ring) / len(ring) < SEAM
    return [(x + 360, y) for x, y in ring] if beyond else ring


def assembled(provinces: Provinces, claims: dict[tuple[str, str], list[Ring]]) -> Areas:
    """Return the outlines of countries, by their codes, and of disputed areas, by their ids; no two overlap."""
    owners, cuts, boxes = {}, [], []
    for row in read_rows(SOURCE / "disputed.tsv"):
        for part in row["parts"].split("|"):
            if "<" in part:
                cuts.append((row["id"], part))
            elif "[" in part:
                boxes.append((row["id"], part))
            else:
                owners[part] = row["id"]
    loose: Areas = defaultdict(list)
    for code, name, other, rings in provinces:
        keys = (f"={code}", f"{code}/{name}/{other}", f"{code}/{name}")
        owner = next((owners[key] for key in keys if key in owners), None)
        loose[owner or _country(code)] += rings
    for gone in LEFT_OUT:
        loose.pop(gone, None)
    areas = {name: dissolved(rings) for name, rings in sorted(loose.items())}
    for name, part in cuts:
        _cut_off(areas, name, part, claims)
    for name, part in boxes:
        _take_islands(areas, name, part)
    return {name: dissolved(rings) for name, rings in sorted(areas.items())}


def _country(code: str) -> str:
    country = CODES.get(code, code)
    if country not in COUNTRIES and country not in LEFT_OUT:
        raise LookupError(f"{code} is no country of ISO 3166-1: say in CODES in whose area it is drawn.")
    return country


def _cut_off(areas: Areas, name: str, part: str, claims: dict[tuple[str, str], list[Ring]]) -> None:
    """Move what the line of a claim cuts off a country to a disputed area."""
    country, claim, where = re.split("[<@]", part)
    longitude, latitude = map(float, where.split(","))
    point = longitude, latitude
    line = line_near(claims[claim, country], point)
    ring = next((one for one in areas[country] if holds(one, point)), None)
    if ring is None:
        raise LookupError(f"{name}: {point} is not in {country}: give a point of the land that is cut off.")
    pieces = cut(ring, line)
    piece = next(one for one in pieces if holds(one, point))
    rest = next(one for one in pieces if one is not piece)
    areas[country] = [one for one in areas[country] if one is not ring] + [rest]
    areas.setdefault(name, []).append(piece)


def _take_islands(areas: Areas, name: str, part: str) -> None:
    """Move the islands in a box from a country to a disputed area."""
    country, box = part[:-1].split("[")
    west, south, east, north = map(float, box.split(","))
    inside = [ring for ring in areas[country] if all(west <= x <= east and south <= y <= north for x, y in ring)]
    if not inside:
        raise LookupError(f"{name}: no island of {country} lies in {box}.")
    areas[country] = [ring for ring in areas[country] if ring not in inside]
    areas[name] = inside


def line_near(lines: list[Ring], point: Point) -> Ring:
    """Return the line that comes nearest to a point."""
    return min(lines, key=lambda line: min(distance(point, one) for one in line))


def point_of(row: dict[str, str]) -> Point:
    """Return the point that a row names."""
    return float(row["longitude"]), float(row["latitude"])


def thinned(areas: Areas) -> dict[str, list[Ring]]:
    """Return areas simplified on the map's plane, in degrees again, without specks."""
    degrees: dict[Point, Point] = {}
    plane: Areas = {}
    for name, rings in areas.items():
        plane[name] = [[_planed(point, degrees) for point in ring] for ring in rings]
    kept = {name: _largest(rings) for name, rings in plane.items()}
    small = simplified(kept, SMALLEST)
    for name, rings in small.items():
        small[name] = rings or kept[name][:1]
    return {name: [[round_point(degrees[point]) for point in ring] for ring in rings] for name, rings in small.items()}


def _planed(point: Point, degrees: dict[Point, Point]) -> Point:
    made = projected_whole(*point)
    degrees[made] = point
    return made


def _largest(rings: list[Ring]) -> list[Ring]:
    """Return rings without the small ones, the largest first."""
    ordered = sorted(rings, key=lambda ring: (-area(ring), ring))
    return [ring for n, ring in enumerate(ordered) if n == 0 or area(ring) >= ISLAND]


def round_point(point: Point) -> Point:
    """Return a point with as many decimals as are kept."""
    return round(point[0], DIGITS), round(point[1], DIGITS)


if __name__ == "__main__":
    main()
