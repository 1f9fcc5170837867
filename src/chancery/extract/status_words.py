"""Status words: verbs, nouns and small words that change the status of the deed they govern.

In: the table `data/status.json`, built from `resources/status.toml`. Out: look-ups by lemma and construction.
What it does not know: the deed, and how several such words add up; `status` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from chancery.analysis import Analysis
from chancery.extract.lexicon import verb_of
from chancery.knowledge import read_table
from chancery.record import Status

Kind = Literal["verb", "noun", "adjective", "aux", "adverb", "determiner", "preposition", "mark"]


class Row(msgspec.Struct, frozen=True):
    """One row of `resources/status.toml`: words, how the deed hangs on them, and what status that gives it."""

    name: str
    status: Status
    kind: Kind
    lemmas: tuple[str, ...]
    constructions: tuple[str, ...]


class _Table(msgspec.Struct):
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A status word: the words after its first one ("call" "off") and its row."""

    rest: tuple[str, ...]
    row: Row


def governing(analysis: Analysis, token: int, kind: Kind, construction: str) -> Row | None:
    """Return the row of a word that governs a deed in a construction, longer expressions first.

    Args:
        analysis: the report.
        token: the governing verb, noun or adjective.
        kind: its part of speech in the table.
        construction: how the deed hangs on it: "xcomp", "object", "acl", a preposition, and so on.
    """
    lemma = verb_of(analysis, token) if kind == "verb" else analysis.lemmas[token]
    for entry in _index(kind).get(lemma, ()):
        if construction in entry.row.constructions and _follow(analysis, token, entry.rest):
            return entry.row if entry.rest or not _has_particle(analysis, token) else None
    return None


def _has_particle(analysis: Analysis, token: int) -> bool:
    """Tell whether a verb has a particle, with which it is another verb ("set up")."""
    return any(analysis.deprels[child] == "compound:prt" for child in analysis.children[token])


def standing(kind: Kind, word: str) -> Row | None:
    """Return the row of a small word that works on its own clause or phrase: "will", "never", "no", "without"."""
    for entry in _index(kind).get(word, ()):
        if not entry.rest:
            return entry.row
    return None


def phrase(kind: Kind, first: str, second: str) -> Row | None:
    """Return the row of an expression of two words ("instead of", "in case")."""
    for entry in _index(kind).get(first, ()):
        if entry.rest == (second,):
            return entry.row
    return None


def modifier(word: str) -> Row | None:
    """Return the row of an adjective that stands before a deed ("alleged", "planned")."""
    for entry in _index("adjective").get(word, ()):
        if "modifier" in entry.row.constructions:
            return entry.row
    return None


def _follow(analysis: Analysis, token: int, rest: tuple[str, ...]) -> bool:
    """Tell whether the other words of an expression stand with its first: next to it or as its particles."""
    last = token
    for word in rest:
        if last + 1 < len(analysis) and analysis.lowers[last + 1] == word:
            last += 1
        elif not any(analysis.lowers[child] == word for child in analysis.children[token]):
            return False
    return True


@cache
def _index(kind: Kind) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of a kind by first word, those of several words first."""
    entries: dict[str, list[Entry]] = {}
    for row in msgspec.json.decode(read_table("status.json"), type=_Table).rows:
        if row.kind == kind:
            for lemma in row.lemmas:
                first, *rest = lemma.split()
                entries.setdefault(first, []).append(Entry(tuple(rest), row))
    return {key: tuple(sorted(found, key=lambda entry: -len(entry.rest))) for key, found in entries.items()}
