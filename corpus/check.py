"""Check annotated reports: `python -m corpus.check [FILES or FOLDERS…]`, by default the whole corpus.

In: reports as `GUIDE.md` describes. Out: a line for each fault on standard error, exit 1 if there is any.
What it does not know: whether an annotation is right; it knows what cannot be.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from chancery.record import MODES, Act, EventType, StatementForm, Status
from corpus.form import ROLES, FormError, Row, Span, is_whole, listed, load, near, place_of

HERE = Path(__file__).parent
NEEDED = {
    "events": "id type mode status actor recipient actor_country recipient_country time words".split(),
    "statements": "id source who who_country cue content form act via".split(),
    "figures": "words value unit compare what change time status".split(),
    "roles": "person title of of_country".split(),
}
KNOWN = {
    "events": {*NEEDED["events"], "place", "place_country", "said_by", "optional"},
    "statements": {*NEEDED["statements"], "line", "optional"},
    "figures": {*NEEDED["figures"], "line", "nth", "said_by", "optional"},
    "roles": {*NEEDED["roles"], "optional"},
}
_DAY = r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?~?|\d{3}X|\d\dXX"
EDTF = re.compile(rf"-|({_DAY})|(\.\.|{_DAY})/(\.\.|{_DAY})")
COUNTRY = re.compile(r"-|[A-Z]{3}")


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with one report, a line each.

    Args:
        path: the YAML file.
    """
    try:
        text, rows = load(path)
    except FormError as error:
        yield str(error)
        return
    for key in ("report", "published"):
        if key not in rows:
            yield f"lacks {key}"
    if rows.get("report") != path.with_suffix(".txt").name:
        yield f"report is {rows.get('report')!r}, the text is {path.with_suffix('.txt').name!r}"
    for kind, needed in NEEDED.items():
        for row in rows.get(kind) or []:
            name = f"{kind} {row.get('id') or row.get('words') or row.get('person')}"
            missing = [key for key in needed if key not in row]
            yield from (f"{name}: lacks {key}" for key in missing)
            yield from (f"{name}: does not know {key}" for key in row if key not in KNOWN[kind])
            if not missing:
                yield from (f"{name}: {fault}" for fault in CHECKS[kind](text, row))
    yield from _across(text, rows)


def _across(text: str, rows: Row) -> Iterator[str]:
    """Yield what rows of a report get wrong between them."""
    said = {row.get("id") for row in rows.get("statements") or []}
    ids = Counter(row.get("id") for kind in ("events", "statements") for row in rows.get(kind) or [])
    yield from (f"{name} stands {n} times" for name, n in ids.items() if n > 1)
    for row in [*(rows.get("events") or []), *(rows.get("figures") or [])]:
        if row.get("said_by") and said and row["said_by"] not in said:
            yield f"{row.get('id') or row['words']}: said_by {row['said_by']} is no statement"
    taken: dict[Span, str] = {}
    for row in rows.get("events") or []:
        for word in row.get("words") or []:
            span = place_of(text, word)
            if span and taken.setdefault(span, str(row.get("id"))) != row.get("id"):
                yield f"{row.get('id')}: {text[slice(*span)]!r} already names {taken[span]} (one word, one event)"


def _event(text: str, row: Row) -> Iterator[str]:
    types, modes = str(row["type"]).split("|"), str(row["mode"]).split("|")
    yield from (f"type {t}" for t in types if t not in get_args(EventType))
    yield from (f"status {s}" for s in str(row["status"]).split("|") if s not in get_args(Status))
    possible = {"-", *(mode for t in types for mode in MODES.get(t, ()))}
    yield from (f"mode {mode} is none of {row['type']}" for mode in modes if mode not in possible)
    yield from _times(row["time"])
    for key in ("actor", "recipient", "actor_country", "recipient_country"):
        if not isinstance(row[key], list):
            yield f"{key} wants a list"
        elif key.endswith("country"):
            yield from _countries(row[key])
    yield from _countries([row.get("place_country", "-")])
    if not row["words"]:
        yield "names no words"
    for word in row["words"]:
        yield from _mention(text, word)


def _mention(text: str, word: str | Row) -> Iterator[str]:
    trigger = place_of(text, word)
    if trigger is None:
        yield f"words {word!r} not in the text" + (" (of that line)" if "line" in word else "")
        return
    if not is_whole(text, trigger):
        yield f"words {word!r} begin or end inside a word: {text[trigger[0] - 5 : trigger[1] + 5]!r}"
    if isinstance(word, str):
        return
    for key, given in word.items():
        if key in ("words", "nth", "line"):
            continue
        if key not in ROLES:
            yield f"{word['words']!r}: does not know {key}"
            continue
        for one in listed(given):
            if near(text, one, trigger) is None:
                yield f"{key} {one!r} not in the line of {word['words']!r} (as whole words)"


def _statement(text: str, row: Row) -> Iterator[str]:
    for key in ("source", "cue"):
        span = (0, 0) if row[key] == "-" else _found(text, row, key)
        if span is None:
            yield f"{key} {row[key]!r} not in the text"
        elif row[key] != "-" and not is_whole(text, span):
            yield f"{key} {row[key]!r} begins or ends inside a word: {text[span[0] - 5 : span[1] + 5]!r}"
    begin, _, end = str(row["content"]).partition(" ... ")
    start = text.find(begin)
    if start < 0 or (end and text.find(end, start + len(begin)) < 0):
        yield f"content {row['content']!r} not in the text"
    yield from (f"form {f}" for f in str(row["form"]).split("|") if f not in get_args(StatementForm))
    yield from (f"act {a}" for a in str(row["act"]).split("|") if a not in get_args(Act))
    yield from _countries([row["who_country"]])


def _figure(text: str, row: Row) -> Iterator[str]:
    words = row["words"]
    if _found(text, row, "words") is None:
        yield f"words {words!r} not in the text"
    values = row["value"] if isinstance(row["value"], list) else [row["value"]]
    if not all(isinstance(v, (int, float)) for v in values) or len(values) > 2:
        yield f"value {row['value']!r} wants a number or [low, high]"
    yield from (f"compare {c}" for c in str(row["compare"]).split("|") if c not in "=><~")
    yield from (f"change {c}" for c in str(row["change"]).split("|") if c not in ("increase", "decrease", "-"))
    yield from (f"status {s}" for s in str(row["status"]).split("|") if s not in get_args(Status))
    yield from _times(row["time"])


def _role(_text: str, row: Row) -> Iterator[str]:
    yield from _countries([row["of_country"]])


def _found(text: str, row: Row, key: str) -> Span | None:
    """Find the words of a statement or figure, in the line that its row names."""
    given = row[key]
    word = dict(given) if isinstance(given, dict) else {"words": given}
    extra = {k: row[k] for k in ("line", "nth") if k in row and k not in word}
    return place_of(text, word | extra)


def _times(given: object) -> Iterator[str]:
    for one in str(given).split("|"):
        if not EDTF.fullmatch(one.strip()):
            yield f"time {one!r} is no EDTF"


def _countries(given: Iterable[object]) -> Iterator[str]:
    for one in given:
        wrong = [code for code in str(one).split("|") if not COUNTRY.fullmatch(code)]
        yield from (f"country {code!r} wants ISO 3166 alpha-3" for code in wrong)


CHECKS = {"events": _event, "statements": _statement, "figures": _figure, "roles": _role}


def files(given: list[str]) -> list[Path]:
    """Return the YAML files of some files and folders; of the whole corpus where none is given."""
    paths = [Path(one) for one in given] or [HERE]
    return sorted(f for p in paths for f in (p.rglob("*.yaml") if p.is_dir() else [p.with_suffix(".yaml")]))


def main(argv: list[str] | None = None) -> int:
    """Print what is wrong; return 1 if anything is."""
    wrong = checked = 0
    for path in files(sys.argv[1:] if argv is None else argv):
        checked += 1
        for fault in faults(path):
            wrong += 1
            print(f"{path}: {fault}", file=sys.stderr)
    print(f"{checked} reports, {wrong} faults")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
