"""Build `src/chancery/data/units.json` from `resources/units/*.tsv`.

In: the tables that people edit. Out: the same as JSON maps keyed by lower-cased tokens joined by one space.
What it does not know: grammar; `tests/extract/test_units.py` and its neighbours read every row's example.

Run `python tools/build_units.py`; with `--check` it only tells whether the committed table is up to date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "units"
TARGET = ROOT / "src" / "chancery" / "data" / "units.json"

Row = dict[str, str]


def read_rows(name: str) -> list[Row]:
    """Return the rows of one table by column name.

    Raises:
        ValueError: where a row has more or fewer cells than the header.
    """
    text = (SOURCE / f"{name}.tsv").read_text(encoding="utf8")
    lines = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def measures() -> dict[str, list[str]]:
    """Return form → unit and kind."""
    return {form: [row["unit"], row["kind"]] for row in read_rows("measures") for form in row["forms"].split(",")}


def money() -> dict[str, dict[str, str]]:
    """Return the words and the signs that name money → ISO 4217 code, or the bare noun where several share it."""
    words: dict[str, str] = {}
    signs: dict[str, str] = {}
    for row in read_rows("currencies"):
        nouns = list(filter(None, row["nouns"].split(",")))
        for noun in nouns:
            for adjective in filter(None, row["adjectives"].split(",")):
                words[f"{adjective} {noun}"] = row["code"]
            if row["plain"]:
                words[noun] = row["code"]
            else:
                words.setdefault(noun, nouns[0])
        signs.update((sign, row["code"]) for sign in row["signs"].split(",") if sign)
    return {"words": words, "signs": signs}


def changes() -> dict[str, list[str]]:
    """Return "word part" → what it takes and which change it names."""
    return {f"{row['word']} {row['part']}": [row["takes"], row["change"]] for row in read_rows("changes")}


def comparisons(side: str) -> dict[str, str]:
    """Return the phrases on one side of a number → compare."""
    return {row["phrase"]: row["compare"] for row in read_rows("comparisons") if row["side"] == side}


def build() -> str:
    """Return all tables as JSON text, one entry a line."""
    tables = {
        "measures": measures(),
        "money": money()["words"],
        "signs": money()["signs"],
        "before": comparisons("before"),
        "after": comparisons("after"),
        "changes": changes(),
        "people": {row["noun"]: row["counts"] for row in read_rows("people")},
        "classes": {row["class"]: row["words"].split(",") for row in read_rows("words")},
    }
    return json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def main() -> None:
    """Write the table, or check it."""
    text = build()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf8") != text:
            sys.exit("src/chancery/data/units.json is not what resources/units gives: run tools/build_units.py")
        return
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
