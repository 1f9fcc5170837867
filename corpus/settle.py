"""Settle annotated reports: `python -m corpus.settle FILES or FOLDERS…` rewrites them in the form that is kept.

In: reports as people write them, with `line`. Out: the same files, `line` turned into `nth`, a mention a line.
What it does not know: faults; a report that `corpus.check` refuses is left as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from corpus.check import faults, files
from corpus.form import Row, load, place_of, places

WIDE = 10**6  # one line an item, however long


def settled(text: str, rows: Row) -> str:
    """Return the YAML of one report in its settled form.

    Args:
        text: the report.
        rows: its YAML as loaded; every word of it stands in the text.
    """
    head = {key: rows[key] for key in rows if key not in ("events", "statements", "figures", "roles")}
    lines = [f"{key}: {_flow(value)}" for key, value in head.items()]
    for kind in ("events", "statements", "figures", "roles"):
        if kind not in rows:
            continue
        items = rows[kind] or []
        lines.append(f"{kind}:" if items else f"{kind}: []")
        lines += [f"- {WRITERS[kind](text, dict(row))}" for row in items]
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    return (
        yaml.dump(value, default_flow_style=True, width=WIDE, allow_unicode=True, sort_keys=False)
        .removesuffix("\n...\n")
        .strip()
    )


def _event(text: str, row: Row) -> str:
    mentions = [_flow(_counted(text, word)) for word in row.pop("words")]
    rest = _flow(row)[:-1]
    return f"{rest}, words: [\n    " + ",\n    ".join(mentions) + "]}"


def _statement(text: str, row: Row) -> str:
    line = row.pop("line", None)
    for key in ("source", "cue"):
        if row[key] != "-":
            row[key] = _counted(text, _lined(row[key], line))
    return _flow(row)


def _figure(text: str, row: Row) -> str:
    given = _lined(row["words"], row.pop("line", None))
    row["words"] = _counted(text, given | ({"nth": row.pop("nth")} if "nth" in row else {}))
    return _flow(row)


def _lined(word: str | Row, line: int | None) -> Row:
    """Return words with the line that their row names."""
    given = {"words": word} if isinstance(word, str) else dict(word)
    return given if line is None else {"line": line} | given


def _counted(text: str, word: str | Row) -> str | Row:
    """Return words with `nth` in place of `line`; plain words where nothing else is told of them."""
    given = {"words": word} if isinstance(word, str) else dict(word)
    span = place_of(text, given)
    number = [*places(text, str(given["words"]))].index(span) + 1  # type: ignore[arg-type]
    rest = {k: v for k, v in given.items() if k not in ("words", "nth", "line")}
    found = {"words": given["words"]} | ({"nth": number} if number > 1 else {}) | rest
    return found if len(found) > 1 else str(found["words"])


WRITERS = {"events": _event, "statements": _statement, "figures": _figure, "roles": lambda _text, row: _flow(row)}


def settle(path: Path) -> bool:
    """Rewrite one report; return whether it could be."""
    if any(True for _ in faults(path)):
        return False
    text, rows = load(path)
    path.write_text(settled(text, rows), encoding="utf8")
    return True


def main() -> int:
    """Settle every report named; return 1 if one could not be."""
    left = [path for path in files(sys.argv[1:]) if not settle(path)]
    for path in left:
        print(f"{path} has faults: run python -m corpus.check {path}", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
