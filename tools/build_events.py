"""Build the event lexicon and the status table from `resources/` into `src/chancery/data/`.

In: `resources/events/*.toml` (one file a PLOVER type, `classes.toml`, `lending.toml`) and `resources/status.toml`.
Out: `events.json` and `status.json`, the same bytes for the same rows. `--check` writes nothing and fails where
a committed table differs.

    python tools/build_events.py [--check]
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "src" / "chancery" / "data"
SHARED = ("classes", "lending")  # files of `resources/events` that hold no rules of a type
BUILT_IN = ("@name", "@proper")  # tested on tags by the reader: names and pronouns, names alone
KINDS = {"verb", "noun", "light", "adjective"}
FRAMES = {  # where parties stand unless a row says otherwise
    "verb": "subject -> object",
    "adjective": "subject -> of",
    "light": "subject -> against on with to at",
    "noun": "possessive modifier by -> against on of",
}
LISTS = (
    "objects",
    "not_objects",
    "subjects",
    "not_subjects",
    "prepositions",
    "modifiers",
    "not_modifiers",
    "complements",
    "near",
)
PLAIN = ("name", "kind", "lemmas", "verbs", "frame", "mode", "weight", "example", "source", "voice", "clause", "needs")
STATUS_FIELDS = ("name", "status", "kind", "lemmas", "constructions")

Row = dict[str, Any]


def read_toml(path: Path) -> Row:
    """Return a TOML file as a table."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rules_of(path: Path, classes: dict[str, list[str]]) -> list[list[object]]:
    """Return the rules of one type's file, in file order, as arrays in the order of `lexicon.Rule`.

    Raises:
        ValueError: where a row has an unknown field, kind or class; the message names row and file.
    """
    table = read_toml(path)
    return [_rule(row, table["type"], table["modes"], classes, path.name) for row in table["rule"]]


def _rule(row: Row, kind_of_deed: str, modes: list[str], classes: dict[str, list[str]], file: str) -> list[object]:
    """Check one row and write it as an array."""
    where = f"{file}, rule {row.get('name')!r}"
    if unknown := set(row) - set(LISTS) - set(PLAIN):
        raise ValueError(f"{where}: unknown fields {sorted(unknown)}; the README lists the known ones")
    if row["kind"] not in KINDS:
        raise ValueError(f"{where}: kind {row['kind']!r} is none of {sorted(KINDS)}")
    if row.get("mode") is not None and row["mode"] not in modes:
        raise ValueError(f"{where}: {kind_of_deed} has no mode {row['mode']!r}; it has {modes}")
    lists = {name: _words(row.get(name, []), classes, where) for name in LISTS}
    return [
        row["name"], kind_of_deed, row.get("mode"), row["kind"],
        [phrase_of(text) for text in _spread(row["lemmas"], classes, where)],
        frame_of(row.get("frame", FRAMES[row["kind"]])), row["weight"], *(lists[name] for name in LISTS),
        row.get("voice", ""), row.get("clause", ""), sorted(row.get("needs", [])),
        [phrase_of(text) for text in row.get("verbs", [])],
    ]  # fmt: skip


def phrase_of(text: str) -> list[str]:
    """Split a phrase as the reader splits words: at spaces, and around hyphens.

    Example:
        >>> phrase_of("cease-fire deal")
        ['cease', '-', 'fire', 'deal']
    """
    return text.replace("-", " - ").split()


def frame_of(text: str) -> list[list[str]]:
    """Read a frame: slots of the actor, an arrow, slots of the recipient.

    Example:
        >>> frame_of("subject -> object against")
        [['subject'], ['object', 'against']]
    """
    actor, arrow, recipient = text.partition("->")
    if not arrow:
        raise ValueError(f"frame {text!r} has no '->' between the actor's and the recipient's slots")
    return [actor.split(), recipient.split()]


def _words(words: list[str], classes: dict[str, list[str]], where: str) -> list[str]:
    """Write out the classes in a list of words, each word once, in alphabetical order."""
    return sorted(set(_spread(words, classes, where)))


def _spread(words: list[str], classes: dict[str, list[str]], where: str) -> list[str]:
    """Write out the classes in a list of words, in its order."""
    found: list[str] = []
    for word in words:
        if not word.startswith("@") or word in BUILT_IN:
            found.append(word)
        elif word[1:] in classes:
            found.extend(classes[word[1:]])
        else:
            raise ValueError(f"{where}: class {word} is not in classes.toml")
    return found


def support_of(path: Path) -> list[list[object]]:
    """Return the supporting verbs as arrays in the order of `lexicon.Support`."""
    return [
        [[phrase_of(text) for text in row["lemmas"]], sorted(row.get("prepositions", [""])), frame_of(row["frame"])]
        for row in read_toml(path)["support"]
    ]


def build_events() -> bytes:
    """Return `events.json`: the rules of all types in alphabetical order of their files, one a line."""
    events = RESOURCES / "events"
    classes = read_toml(events / "classes.toml")["classes"]
    paths = [path for path in sorted(events.glob("*.toml")) if path.stem not in SHARED]
    rules = [rule for path in paths for rule in rules_of(path, classes)]
    names = [str(rule[0]) for rule in rules]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"rule names used twice: {twice}; rename one of each")
    forms = read_toml(events / "classes.toml")["forms"]
    irregular = {form: lemma for lemma, words in sorted(forms.items()) for form in words}
    return _json({"rules": rules, "support": support_of(events / "lending.toml")}, {"forms": irregular})


def build_status() -> bytes:
    """Return `status.json`: the words that change the status of the deed they govern, one row a line."""
    rows = read_toml(RESOURCES / "status.toml")["row"]
    said: dict[tuple[str, str, str], str] = {}
    for row in rows:
        for lemma in row["lemmas"]:
            for construction in row["constructions"] or [""]:
                key = (row["kind"], lemma, construction)
                if key in said:
                    raise ValueError(f"status.toml, row {row['name']!r}: {key} is already in row {said[key]!r}")
                said[key] = row["name"]
    return _json({"rows": [{field: row[field] for field in STATUS_FIELDS} for row in rows]})


def _json(table: dict[str, list[Any]], rest: Row | None = None) -> bytes:
    """Write tables of rows as JSON, a row a line, so that a changed row is a changed line."""
    parts = [f'"{name}":{json.dumps(value, ensure_ascii=False)}' for name, value in (rest or {}).items()]
    for name, rows in table.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        parts.append(f'"{name}":[\n{lines}\n]')
    return ("{" + ",\n".join(parts) + "}\n").encode()


def main(arguments: list[str]) -> int:
    """Build both tables, or with `--check` compare them with what is committed."""
    stale = []
    for name, content in (("events.json", build_events()), ("status.json", build_status())):
        path = DATA / name
        if "--check" not in arguments:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            stale.append(name)
    if stale:
        print(f"stale: {', '.join(stale)}; run python tools/build_events.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
