"""Build the demo's reports: `resources/demo/*.txt` → `src/chancery/data/demo.jsonl`, one report a line.

In: text files with a head (`Publisher:`, `Published:`, `Url:`), a blank line, the headline, paragraphs. Out: the table
that `chancery demo` adds to an archive. `--check` fails on a difference.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "resources" / "demo"
TARGET = ROOT / "src" / "chancery" / "data" / "demo.jsonl"
HEAD = {"Publisher": "publisher", "Published": "date", "Url": "url"}


def report(path: Path) -> dict[str, str]:
    """Return one report as a row."""
    head, _, text = path.read_text(encoding="utf8").partition("\n\n")
    row = {}
    for line in head.splitlines():
        name, _, value = line.partition(": ")
        row[HEAD[name]] = value.strip()
    if set(row) != set(HEAD.values()) or not text.strip():
        sys.exit(f"{path}: it needs {', '.join(HEAD)}, a blank line and a text")
    return {**row, "title": text.strip().partition("\n")[0], "text": text.strip() + "\n"}


def build() -> str:
    """Return the table."""
    rows = (report(path) for path in sorted(SOURCE.glob("*.txt")))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Write the table, or check it."""
    text = build()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf8") != text:
            sys.exit("src/chancery/data/demo.jsonl is not what resources/demo gives: run tools/build_demo.py")
        return
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
