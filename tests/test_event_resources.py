"""The rows of `resources/events` and `resources/status.toml` keep their contract: each names its own example."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from chancery import knowledge
from chancery.analyse.lemmas import lemma
from chancery.extract.event_rules import index
from chancery.record import EventType, Status

ROOT = Path(__file__).resolve().parents[1]
EVENTS = ROOT / "resources" / "events"
FILES = sorted(path for path in EVENTS.glob("*.toml") if path.stem not in ("classes", "lending"))
TAGS = ("NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBZ", "JJ")


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


CLASSES = toml(EVENTS / "classes.toml")["classes"]
RULES = [(path.stem, row) for path in FILES for row in toml(path)["rule"]]
STATUS = toml(ROOT / "resources" / "status.toml")["row"]
IRREGULAR = {form: verb for verb, forms in toml(EVENTS / "classes.toml")["forms"].items() for form in forms}


def possible_lemmas(example: str) -> list[set[str]]:
    """Return for each word of an example what its lemma may be, whatever its part of speech."""
    words = example.replace("-", " - ").replace("'", " '").replace(".", " .").replace(",", " ,").split()
    return [
        {word.lower(), IRREGULAR.get(word.lower(), "")} | {lemma(word.lower(), tag) for tag in TAGS}
        | {word.lower().removesuffix(end) + more for end in ("ed", "ing", "s", "d", "es") for more in ("", "e")
           if word.lower().endswith(end)} | {word.lower()[:-3] for _ in "x" if word.lower().endswith("ed")}
        for word in words
    ]  # fmt: skip


def holds(lemmas: list[set[str]], phrase: str) -> bool:
    """Tell whether all words of a phrase occur, in order."""
    at = 0
    for word in phrase.replace("-", " - ").split():
        at = next((place + 1 for place in range(at, len(lemmas)) if word in lemmas[place]), -1)
        if at < 0:
            return False
    return True


def spread(words: list[str]) -> list[str]:
    return [one for word in words for one in CLASSES.get(word[1:], [word])]


def test_every_type_has_a_file_of_rules() -> None:
    assert sorted(get_args(EventType)) == sorted(toml(path)["type"] for path in FILES)


@pytest.mark.parametrize(("file", "row"), RULES, ids=[row["name"] for _, row in RULES])
def test_an_example_holds_one_of_its_rule_s_phrases(file: str, row: dict[str, Any]) -> None:
    lemmas = possible_lemmas(row["example"])
    assert any(holds(lemmas, phrase) for phrase in spread(row["lemmas"])), f"{file}: {row['example']}"
    if "verbs" in row:
        assert any(holds(lemmas, phrase) for phrase in row["verbs"]), f"{file}: {row['example']}"


@pytest.mark.parametrize("row", STATUS, ids=[row["name"] for row in STATUS])
def test_a_status_row_holds_its_own_example_and_a_known_status(row: dict[str, Any]) -> None:
    lemmas = possible_lemmas(row["example"])
    assert row["status"] in get_args(Status)
    assert any(holds(lemmas, phrase) for phrase in row["lemmas"])


def test_every_row_says_where_its_words_come_from() -> None:
    assert all(toml(path)["source"] for path in [*FILES, ROOT / "resources" / "status.toml"])


def test_the_committed_tables_are_what_the_resources_build() -> None:
    done = subprocess.run(
        [sys.executable, "tools/build_events.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_vocabulary_is_that_of_world_news() -> None:
    counted = sum(len(entries) for kind in ("verb", "noun", "light", "adjective") for entries in index(kind).values())
    assert counted > 4000  # 1,500 asked for by the plan; this many on 2026-11-24


def test_the_status_table_has_the_fields_that_its_reader_needs() -> None:
    rows = msgspec.json.decode(knowledge.read_table("status.json"))["rows"]
    assert {"name", "status", "kind", "lemmas", "constructions"} == set(rows[0])
