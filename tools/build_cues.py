"""Build `src/chancery/data/cues.json` from `resources/cues.tsv`.

In: the table that people edit. Out: the same rows as JSON, sorted, which is what the reader loads.
What it does not know: grammar; `tests/extract/test_cues.py` reads every row's example.

Run `python tools/build_cues.py`; with `--check` it only tells whether the committed table is up to date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "cues.tsv"
TARGET = ROOT / "src" / "chancery" / "data" / "cues.json"
COLUMNS = ("cue", "part", "takes", "act", "example")
ACTS = frozenset("say deny accuse demand promise threaten praise predict ask believe announce".split())


def build() -> str:
    """Return the table as JSON text, one row a line.

    Raises:
        ValueError: where a row lacks a column, repeats a cue with the same pattern, or names an unknown act.
    """
    lines = [line for line in SOURCE.read_text(encoding="utf8").splitlines() if line and line[0] != "#"]
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]
    keys = [(row["cue"], row["part"], row["takes"]) for row in rows]
    for key, row in zip(keys, rows, strict=True):
        if keys.count(key) > 1 or row["act"] not in ACTS:
            raise ValueError(f"resources/cues.tsv: {key} stands twice or has an unknown act {row['act']!r}")
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def main() -> None:
    """Write the table, or check it."""
    text = build()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf8") != text:
            sys.exit("src/chancery/data/cues.json is not what resources/cues.tsv gives: run tools/build_cues.py")
        return
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
