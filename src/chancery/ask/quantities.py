"""Quantities: figures of the same unit and the same thing, that can be set beside each other.

In: filters, a unit, words for what is counted. Out: a query for figures with the words around them, and which of its
rows measure the same.
What it does not know: which of two figures is right; nothing is averaged or added.

Reports word what they count as they like: "the export duty", "its duty", "duties". Words are joined conservatively, by
case, articles and number; whatever goes further is asked for by whoever looks ("duty" finds all that have the word).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from chancery.ask import fates, figures
from chancery.ask.conditions import Where, named
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Query, spelled

Row = Mapping[str, Any]
NEWEST = 2_000
"""Figures that are looked through, the newest first: with the words around them within 0.1 s."""
_BEFORE = f"substr(d.text, max(1, f.span_start + 1 - {fates.REACH}), min(f.span_start, {fates.REACH}))"
_AFTER = f"substr(d.text, f.span_end + 1, {fates.REACH})"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PASSED = frozenset(
    "the a an this that these those its his her their our my your it they we i he she you who which what there some "
    "of in on at to for from by per cent percent".split()
)
"""Words that do not tell one quantity from another: articles, pronouns, prepositions, a unit's own name."""
_ANYBODY = frozenset({"people", "life", "body"})
"""Nouns that say no more of those counted than that they are people."""
_IRREGULAR = {
    "persons": "people", "person": "people", "men": "man", "women": "woman", "children": "child", "lives": "life",
}  # fmt: skip


def measured(filters: Filters, wanted: Name | None = None) -> Query:
    """Return the query for figures with the words around them, `before` and `after`.

    Args:
        filters: as of `ask.figures.figures`.
        wanted: what is asked for, of `asked`. Its unit is heeded and, where it has one, its words as parts of what is
            counted: more than `is_of` lets through, but fewer than all.
    """
    where = Where()
    if wanted is not None and wanted.unit:
        where.add("f.unit = ?", wanted.unit)
        for word in wanted.words:
            named(where, "f.what", _forms(word))
    around = ((Column("before"), _BEFORE), (Column("after"), _AFTER))
    return spelled(figures.found(filters, where), (*figures.SHOWN, *around), figures.TABLES, filters)


@dataclass(frozen=True, slots=True)
class Name:
    """What a figure counts: its unit, its words (case, articles and number do not matter), the fate of those counted.

    Attributes:
        unit: of the figure.
        words: in the report's order; empty where nothing is named.
        fate: of `ask.fates`; empty where none is told.
    """

    unit: str
    words: tuple[str, ...]
    fate: str = ""

    def __str__(self) -> str:
        return " ".join((*self.words, self.fate)).strip()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A name with what the figures have that have it.

    Attributes:
        name: the words that all of them have.
        words: the shortest way in which a report says it; asking for them finds it.
        figures, sources, reports: how many there are of each.
        first, last: the first and the last day.
    """

    name: Name
    words: str
    figures: int
    sources: int
    reports: int
    first: str
    last: str


def name_of(row: Row) -> Name:
    """Return what a figure counts.

    Args:
        row: of `measured`.
    """
    return _name(*(row[column] or "" for column in ("unit", "what", "words", "before", "after")))


@lru_cache(maxsize=2 * NEWEST)
def _name(unit: str, what: str, words: str, before: str, after: str) -> Name:
    """Return what a figure counts; fates are told of people, and of things that have a noun of their own."""
    named = words_of(what)
    is_count = unit == "person" or not set(unit.split()).isdisjoint(named)
    fate = fates.fate_of(before, f"{what} {words}", after) if is_count else fates.fate_of("", what, "")
    return Name(unit, tuple(word for word in named if not fate or fates.named(word) != fate), fate)


@lru_cache(maxsize=2 * NEWEST)
def words_of(what: str) -> tuple[str, ...]:
    """Return the words that tell a quantity: without articles and pronouns, in lower case, in the singular.

    Example:
        >>> words_of("The ceasefire monitors of the African Union")
        ('ceasefire', 'monitor', 'african', 'union')
    """
    found = (re.sub(r"['’]s$|['’]$", "", word.lower()) for word in _WORD.findall(what))
    return tuple(dict.fromkeys(_singular(word) for word in found if word not in _PASSED))


def _singular(word: str) -> str:
    """Return a noun in the singular, as far as its ending shows it."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _forms(word: str) -> list[str]:
    """Return what any form of a word has in it, whose singular is given.

    Example:
        >>> _forms("duty"), _forms("man")
        (['dut'], ['man', 'men'])
    """
    return [word.removesuffix("y"), *(form for form, singular in _IRREGULAR.items() if singular == word)]


def asked(unit: str, what: str) -> Name:
    """Return the name that somebody asks for: a word that tells a fate stands for it.

    Example:
        >>> asked("person", "soldiers dead")
        Name(unit='person', words=('soldier',), fate='killed')
    """
    told = [(word, fates.named(word)) for word in what.lower().split()]
    fate = next((one for _, one in told if one), "")
    return Name(unit, words_of(" ".join(word for word, one in told if not one)), fate)


def is_of(name: Name, wanted: Name) -> bool:
    """Tell whether a figure measures what is asked for: all words of it, the same fate or none."""
    if wanted.unit and name.unit != wanted.unit:
        return False
    if not wanted.words and not wanted.fate:
        return True
    return name.fate == wanted.fate and set(wanted.words) <= set(name.words)


def is_same(one: Row, other: Row) -> bool:
    """Tell whether two figures of one quantity measure the same, as far as their words tell.

    Of those of one fate only people as such are the same, soldiers are a part of them; of other things one that is
    said in more words may be ("export duty", "duty").
    """
    names = name_of(one), name_of(other)
    if names[0].unit != names[1].unit or names[0].fate != names[1].fate:
        return False
    words, others = (set(name.words) - _ANYBODY for name in names)
    return words == others if names[0].fate else words <= others or others <= words


def listed(rows: Iterable[Row]) -> list[Quantity]:
    """Return the quantities that two figures or more have, those with most sources and then most figures first.

    People of one fate are one quantity, whatever they are called; else each name is one. A figure counts for all names
    whose words it has: "ceasefire monitors" for "monitors" too.

    Args:
        rows: of `measured`.
    """
    by_name: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        by_name[name_of(row)].append(row)
    having: dict[tuple[str, str, str], set[Name]] = defaultdict(set)
    for name in by_name:
        for word in ("", *name.words):
            having[name.unit, name.fate, word].add(name)
    wanted = {Name(name.unit, () if name.fate else name.words, name.fate) for name in by_name}
    made = [_counted(one, by_name, having) for one in wanted if one.words or one.fate]
    return sorted(
        (one for one in made if one.figures > 1), key=lambda one: (-one.sources, -one.figures, str(one.name), one.name)
    )


def _counted(
    wanted: Name, by_name: Mapping[Name, Sequence[Row]], having: Mapping[tuple[str, str, str], set[Name]]
) -> Quantity:
    """Return a quantity with what the figures have whose names have its words."""
    names = set.intersection(*(having[wanted.unit, wanted.fate, word] for word in wanted.words or ("",)))
    rows = [row for name in names for row in by_name[name]]
    days = [row["day"] for row in rows if row["day"]]
    sources, reports = ({one(row) for row in rows} for one in (source_of, lambda row: row["document"]))
    said = {_plain(row["what"]) for row in by_name.get(wanted, ()) if row["what"]}
    words = wanted.fate or min(said, key=lambda one: (len(one), one), default=str(wanted))
    return Quantity(wanted, words, len(rows), len(sources), len(reports), min(days, default=""), max(days, default=""))


def _plain(what: str) -> str:
    """Return what is counted without the articles and prepositions before it."""
    words = what.lower().split()
    first = next((n for n, word in enumerate(words) if word not in _PASSED), 0)
    return " ".join(words[first:])


def source_of(row: Row) -> str:
    """Return whose figure it is: of whoever says so, else of the paper that has it; with a capital first."""
    name = str(row["said_by"] or row["publisher"] or "nobody named")
    return name[:1].upper() + name[1:]
