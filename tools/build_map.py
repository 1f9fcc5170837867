"""Build `src/chancery/data/map.json`: countries and disputed areas as paths of a drawing.

In: `resources/map/outlines.json` in degrees, `disputed.tsv`, `lines.tsv`; names and codes of `resources/places`.
Out: each country and area as a path in units of `show.web.projection`, its middle and size; who administers and claims.
What it does not know: events.

Run `python tools/build_map.py`; with `--check` it only tells whether the committed table is up to date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from chancery.ask.countries import COUNTRIES
from chancery.show.web.projection import projected_whole
from extract_map import SOURCE, read_rows
from extract_map import TARGET as OUTLINES
from rings import Point, Ring, area

ROOT = Path(__file__).resolve().parents[1]
PLACES = ROOT / "resources" / "places"
TARGET = ROOT / "src" / "chancery" / "data" / "map.json"
UNNAMED = {
    "ALA": "Åland", "ATF": "French Southern Territories", "BES": "Caribbean Netherlands", "BLM": "Saint Barthélemy",
    "BVT": "Bouvet Island", "CCK": "Cocos Islands", "CXR": "Christmas Island", "ESH": "Western Sahara",
    "GGY": "Guernsey", "HMD": "Heard and McDonald Islands", "MAF": "Saint Martin", "NFK": "Norfolk Island",
    "SGS": "South Georgia", "UMI": "United States Minor Outlying Islands",
}  # fmt: skip
"""Territories that are no country in the reader's table of places."""


def names() -> dict[str, str]:
    """Return what countries are called, by their codes."""
    return UNNAMED | {row["country"]: row["name"] for row in read_rows(PLACES / "countries.tsv")}


def recorded(row: dict[str, str], codes: dict[str, str]) -> list[str]:
    """Return the codes that records have for a disputed area: its own, and those that the reader gives its places."""
    given = {codes[place] for place in row["places"].split("|") if codes.get(place)}
    return sorted(given | set(row["codes"].split()))


def whole(points: Iterable[Sequence[float]]) -> list[tuple[int, int]]:
    """Return points in whole units, each once where several fall together."""
    made: list[tuple[int, int]] = []
    for longitude, latitude in points:
        x, y = projected_whole(longitude, latitude)
        unit = round(x), round(y)
        if not made or made[-1] != unit:
            made.append(unit)
    return made


def path(lines: Iterable[list[tuple[int, int]]], end: str = "z") -> str:
    """Return the path of lines: each starts somewhere and goes on by steps."""
    return "".join(f"M{line[0][0]} {line[0][1]}l{_steps(line)}{end}" for line in lines)


def _steps(line: list[tuple[int, int]]) -> str:
    steps = " ".join(f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(line))
    return steps.replace(" -", "-")


def shape(rings: list[Ring]) -> dict[str, Any]:
    """Return the path of an area, the middle of its largest part, and how large it is in square units."""
    lines = [line for ring in rings if len(line := whole(ring)) > 2]
    lines = lines or [whole(rings[0])[:1] * 2]
    x, y = middle([(float(x), float(y)) for x, y in lines[0]])
    size = sum(area([(float(x), float(y)) for x, y in line]) for line in lines)
    return {"path": path(lines), "x": round(x), "y": round(y), "size": round(size)}


def middle(ring: Ring) -> Point:
    """Return the centre of gravity of a ring, of a speck its first point."""
    edges = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges)
    if not twice:
        return ring[0]
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in edges) / (3 * twice)
    return x, sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in edges) / (3 * twice)


def claims(codes: str) -> dict[str, str]:
    """Return under which code each claimant counts an area: "ARG GBR=FLK" → ARG: ARG, GBR: FLK.

    Raises:
        LookupError: a code that no record can have.
    """
    pairs = [code.partition("=") for code in codes.split()]
    for state, _, own in pairs:
        if not {state, own or state} <= COUNTRIES:
            raise LookupError(f"disputed.tsv: {codes!r}: give codes of ISO 3166-1 alpha-3")
    return {state: own or state for state, _, own in pairs}


def disputed(row: dict[str, str], rings: list[Ring], codes: dict[str, str]) -> dict[str, Any]:
    """Return a disputed area with what its row says."""
    by_code = row["administered"].split("=")[0] in COUNTRIES
    return {
        "name": row["name"], "codes": row["codes"].split(), "places": [one for one in row["places"].split("|") if one],
        "administered": claims(row["administered"]) if by_code else {},
        "authority": "" if by_code else row["administered"],
        "claimed": claims(row["claimed"]), "un": claims(row["un"]), "why": row["why"],
        "recorded": recorded(row, codes), **shape(rings),
    }  # fmt: skip


def line(row: dict[str, str], points: Ring) -> dict[str, Any]:
    """Return the line of a claim."""
    held, claimed = claims(row["administered"]), claims(row["claimed"])
    return {"name": row["name"], "administered": held, "claimed": claimed, "path": path([whole(points)], end="")}


def build() -> str:
    """Return the whole table as JSON, an area in each line."""
    outlines = json.loads(OUTLINES.read_text(encoding="utf8"))
    areas, called = outlines["areas"], names()
    codes = {row["name"]: row["country"] for row in read_rows(PLACES / "regions.tsv")}
    rows = read_rows(SOURCE / "disputed.tsv")
    tables = {
        "countries": {
            code: {"name": called[code], **shape(rings)} for code, rings in areas.items() if code in COUNTRIES
        },
        "disputed": {row["id"]: disputed(row, areas[row["id"]], codes) for row in rows},
        "lines": [line(row, outlines["lines"][row["name"]]) for row in read_rows(SOURCE / "lines.tsv")],
        "names": {code: called[code] for code in sorted(COUNTRIES & set(called))},
    }
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).replace("},", "},\n") + "\n"


def main() -> None:
    """Write the table, or check it."""
    text = build()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf8") != text:
            sys.exit("src/chancery/data/map.json is not what resources/map gives: run tools/build_map.py")
        return
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
