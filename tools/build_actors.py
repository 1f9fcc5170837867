"""Build the actor tables of `src/chancery/data` from the tables people edit in `resources/actors`.

In: `resources/actors/*.tsv`. Out: `actors.json`, `titles.json`, `generics.json`, `people.json`, the same bytes for
the same rows. What it does not know: where the rows came from (their headers say so).

Usage: `python tools/build_actors.py` writes; `--check` only compares, and exits 1 where they differ.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic as GenericClass
from typing import TypeVar, get_args

import msgspec

from chancery.analyse.tokens import tokenize
from chancery.knowledge import Entry, Generic, KnownPerson, Office, Person, Title, fold
from chancery.record import ActorKind

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources" / "actors"
DATA = ROOT / "src" / "chancery" / "data"

ENTITY_TABLES = (
    "intergovernmental", "parliaments", "agencies", "armed_groups", "peoples", "organizations", "media", "parties",
)  # fmt: skip
SECTORS = frozenset(
    "GOV MIL JUD LEG EXE SPY COP PTY OPP REB UAF INS IGO NGO MED BUS EDU LAB AGR CVL CRM REL ELI REF HLH ENV".split()
)
"""PLOVER's sector codes."""

SPELLINGS = {
    "defense": "defence", "labor": "labour", "center": "centre", "program": "programme", "organization": "organisation",
    "organizations": "organisations", "neighbor": "neighbour", "neighbors": "neighbours", "neighboring": "neighbouring",
    "organizer": "organiser", "councilor": "councillor", "adviser": "advisor", "advisers": "advisors",
}  # fmt: skip
"""American spellings and the British (or other accepted) ones that the build adds."""

LONGEST_CASED_ACRONYM = 3
"""Acronyms of at most so many letters ("US", "WHO", "LeT") may be words in lower case: they keep their case.

Longer ones are also written "Nato", "Unesco".
"""


Meaning = TypeVar("Meaning")


class TableError(ValueError):
    """A row of a resource table cannot be used; says table, row and why."""


Row = dict[str, str]


def read_rows(name: str) -> Iterator[Row]:
    """Yield the rows of `resources/actors/NAME.tsv` by column; lines that start with # are its header."""
    lines = (RESOURCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if line and not line.startswith("#")]
    columns = body[0].split("\t")
    for line in body[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise TableError(f"{name}.tsv: {len(cells)} cells instead of {len(columns)} in {line!r}")
        yield dict(zip(columns, cells, strict=True))


def split(cell: str, by: str = "|") -> list[str]:
    """Split a cell of alternatives; an empty cell has none."""
    return [part.strip() for part in cell.split(by) if part.strip()]


def sectors_of(row: Row) -> tuple[str, ...]:
    """Return the sectors of a row, checked against PLOVER's."""
    sectors = tuple(split(row["sectors"], ","))
    if not SECTORS.issuperset(sectors):
        raise TableError(f"{sectors} holds no PLOVER sector in {row}")
    return sectors


def kind_of(row: Row) -> ActorKind:
    """Return the kind of a row, checked against the record's."""
    if row["kind"] not in get_args(ActorKind):
        raise TableError(f"{row['kind']!r} is no kind of actor in {row}")
    return row["kind"]  # type: ignore[return-value]


def key_of(form: str) -> str:
    """Write a form as the reader's tokens, folded and joined by one space."""
    folded = fold(form)
    return " ".join(folded[start:end] for start, end in tokenize(folded))


def spellings(form: str) -> list[str]:
    """Return a form and, where it has an American spelling, the British one.

    Example:
        >>> spellings("defense minister")
        ['defense minister', 'defence minister']
    """
    british = [SPELLINGS.get(word.lower(), word) for word in form.split(" ")]
    title = [b.title() if word.istitle() else b for b, word in zip(british, form.split(" "), strict=True)]
    other = " ".join(title)
    return [form] if other == form else [form, other]


def plural(form: str) -> str:
    """Return the plural of a title, made on the noun that governs it.

    Example:
        >>> [plural(form) for form in ("minister of justice", "spokesman", "deputy", "president-elect")]
        ['ministers of justice', 'spokesmen', 'deputies', 'presidents-elect']
    """
    for mark in (" of ", " to ", " for ", "-elect", "-designate", " in ", " general", "-general"):
        head, found, rest = form.partition(mark)
        if found and head not in ("", "lieutenant", "major", "brigadier", "colonel", "director"):
            return plural(head) + found + rest
    if form.endswith("man"):
        return form[:-2] + "en"
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return form[:-1] + "ies"
    return form + ("es" if form.endswith(("s", "x", "ch", "sh")) else "s")


@dataclass
class Forms(GenericClass[Meaning]):
    """Forms and what they mean, in the two tables of `knowledge.Names`."""

    lower: dict[str, Meaning] = field(default_factory=dict)
    cased: dict[str, Meaning] = field(default_factory=dict)

    def add(self, form: str, meaning: Meaning, *, keep: bool = False) -> None:
        """Add a form ("=" before it: only in this case); `keep` leaves what the form means already."""
        bare = form.removeprefix("=")
        if keep and self.means(bare):
            return
        letters = bare.replace("-", "").replace("&", "")
        capitals = sum(letter.isupper() for letter in letters)
        short = letters.isalpha() and capitals >= 2 and len(letters) <= LONGEST_CASED_ACRONYM
        cased = form.startswith("=") or short
        table, key = (self.cased, key_of(bare)) if cased else (self.lower, key_of(bare).lower())
        if not key:
            raise TableError(f"form {form!r} has no token")
        if key in table and table[key] != meaning:
            raise TableError(f"form {form!r} means both {table[key]} and {meaning}")
        table[key] = meaning

    def means(self, form: str) -> bool:
        """Tell whether a form means something already, in its own case or any."""
        key = key_of(form)
        return key in self.cased or key.lower() in self.lower

    def add_all(self, forms: Iterable[str], meaning: Meaning, *, keep: bool = False) -> None:
        """Add several forms of one meaning, each in every spelling."""
        for form in forms:
            for spelling in spellings(form):
                self.add(spelling, meaning, keep=keep)


def with_name(name: str, forms: list[str]) -> list[str]:
    """Return the forms with the canonical name among them, unless it counts only in its own case."""
    return forms if f"={name}" in forms else [name, *forms]


def with_plurals(forms: list[str]) -> list[str]:
    """Write out "Russian(s)" as "Russian" and "Russians"."""
    return [full for form in forms for full in ((form[:-3], form[:-3] + "s") if form.endswith("(s)") else (form,))]


def build_actors() -> Forms[Entry]:
    """Join states, regions, metonyms and bodies; a name outranks a seat or a Factbook party of that name."""
    table: Forms[Entry] = Forms()
    states: dict[str, str] = {}
    seats: list[tuple[str, Entry]] = []
    for row in read_rows("countries"):
        states[row["country"]] = row["name"]
        _add_place(table, seats, row, Entry(row["name"], "state", row["country"], (), "name"))
    for row in read_rows("regions"):
        country = row["country"] or None
        _add_place(table, seats, row, Entry(row["name"], kind_of(row), country, sectors_of(row), "name"))
    for name in ENTITY_TABLES:
        for row in read_rows(name):
            country = row["country"] or None
            entry = Entry(row["name"], kind_of(row), country, sectors_of(row), "name", row["shared"] == "shared")
            forms = with_name(row["name"], split(row["forms"]))
            table.add_all([form for form in forms if not form.startswith("~")], entry)
            belonging = [form.removeprefix("~") for form in forms if form.startswith("~")]
            table.add_all(belonging, msgspec.structs.replace(entry, use="demonym"))
    kinds = {entry.name: entry.kind for entry in table.lower.values()}
    for row in read_rows("metonyms"):
        name = row["name"] or states[row["country"]]
        kind = kinds.get(name, "organization")
        table.add_all(split(row["forms"]), Entry(name, kind, row["country"] or None, sectors_of(row), "metonym"))
    for form, entry in seats:
        table.add(form, entry, keep=True)
    for row in read_rows("parties_factbook"):
        country = row["country"] or None
        entry = Entry(row["name"], "organization", country, ("PTY",), "name", row["shared"] == "shared")
        table.add_all((f"={form}" for form in split(row["forms"])), entry, keep=True)
    return table


def _add_place(table: Forms[Entry], seats: list[tuple[str, Entry]], row: Row, entry: Entry) -> None:
    """Add the names and demonyms of a state or region, and put its seats by."""
    table.add_all(with_name(entry.name, split(row["forms"])), entry)
    table.add_all(with_plurals(split(row["demonyms"])), msgspec.structs.replace(entry, use="demonym"))
    seat = msgspec.structs.replace(entry, use="seat", sectors=("GOV",))
    seats += [(form, seat) for form in split(row["seats"])]


def build_titles() -> Forms[Title]:
    """Join titles, their plurals, and the ministers and secretaries of every portfolio."""
    table: Forms[Title] = Forms()
    for row in read_rows("titles"):
        for name in (row["name"], *split(row["alike"])):
            bare = name.removeprefix("=")
            title = Title(
                bare, sectors_of(row), row["use"], row["of"], row["gender"] or None, row["former"] == "yes"  # type: ignore[arg-type]
            )  # fmt: skip
            forms = split(row["forms"]) if name == row["name"] else []
            singular = with_name(bare, [*forms, *([name] if name.startswith("=") else [])])
            table.add_all(singular, title)
            if row["use"] in ("office", "work", "relation"):
                table.add_all([plural(form) for form in (bare, *_spelled_out(forms))], title, keep=True)
    for row in read_rows("portfolios"):
        for head in ("minister", "secretary"):
            title = Title(f"{row['before']} {head}", sectors_of(row), "office", "state")
            names = [title.name, *(f"{head} {of} {after}" for after in split(row["after"]) for of in ("of", "for"))]
            table.add_all([*names, *map(plural, names)], title, keep=True)
    return table


def _spelled_out(forms: list[str]) -> list[str]:
    """Return the forms that are words, not abbreviations: only those have a plural of their own."""
    return [form for form in forms if form.islower()]


def build_generics() -> Forms[Generic]:
    """Join common nouns for actors with the ministries of every portfolio."""
    table: Forms[Generic] = Forms()
    for row in read_rows("generics"):
        singular, several = row["singular"], row["plural"]
        for form, is_plural in ((several, True), (singular, False)):
            if form:
                name = several or singular
                meaning = Generic(name, kind_of(row), sectors_of(row), is_plural, row["state"] == "yes")
                table.add_all([form], meaning, keep=True)
    for row in read_rows("portfolios"):
        for head in ("ministry", "department"):
            meaning = Generic(f"{row['before']} {head}", "government", sectors_of(row), False, True)
            names = [meaning.name, *(f"{head} {of} {after}" for after in split(row["after"]) for of in ("of", "for"))]
            table.add_all(names, meaning, keep=True)
    return table


STYLES = ("King ", "Queen ", "Emperor ", "Prince ", "Pope ", "Sheikh ", "Sultan ")
"""Styles before a first name ("King Salman"), which reports also write as a title of its own."""


def build_people(actors: Forms[Entry]) -> list[KnownPerson]:
    """Join the offices of each person, and key them by short and full names."""
    offices: dict[tuple[str, str], list[Row]] = {}
    for row in read_rows("people"):
        offices.setdefault((row["name"], row["country"]), []).append(row)
    states = {row["country"]: row["name"] for row in read_rows("countries")}
    countries = {entry.name: entry.country for entry in (*actors.lower.values(), *actors.cased.values())}
    return [_known_person(rows, states, countries) for rows in offices.values()]


def _known_person(rows: list[Row], states: dict[str, str], countries: dict[str, str | None]) -> KnownPerson:
    """Make one person of the rows that give their offices, and the keys of their names."""
    head = rows[0]
    held = sorted((row for row in rows if row["title"]), key=lambda row: row["since"] or row["until"])
    offices = tuple(
        Office(
            row["title"], row["of"] or states[row["country"]],
            countries.get(row["of"] or states[row["country"]], row["country"]), sectors_of(row),
            row["since"] or None, row["until"] or None,
        )
        for row in held
    )  # fmt: skip
    person = Person(head["name"], head["short"], head["country"] or None, head["gender"] or None, offices)  # type: ignore[arg-type]
    forms = dict.fromkeys(name for row in rows for name in (row["name"], *split(row["also"])))
    short = [head["short"], *(form for form in forms if not _is_full(form))]
    short += [form.removeprefix(style) for form in short for style in STYLES if form.startswith(style)]
    full = [form for form in forms if _is_full(form)]
    return KnownPerson(_keys(short), _keys(full), person)


def _is_full(form: str) -> bool:
    """Tell a full name from a surname or a first name."""
    return " " in form


def _keys(forms: list[str]) -> tuple[str, ...]:
    """Return the keys of forms, each once."""
    return tuple(dict.fromkeys(key_of(form).lower() for form in forms))


def encode_forms(table: Forms[Entry] | Forms[Title] | Forms[Generic]) -> bytes:
    """Encode a table of forms: meanings numbered in the order of their encoding, one a line."""
    meanings = sorted({*table.lower.values(), *table.cased.values()}, key=msgspec.json.encode)
    number = {meaning: index for index, meaning in enumerate(meanings)}
    lower, cased = (
        b",\n".join(msgspec.json.encode(form) + b":%d" % number[forms[form]] for form in sorted(forms))
        for forms in (table.lower, table.cased)
    )
    listed = b",\n".join(map(msgspec.json.encode, meanings))
    return b'{"meanings":[\n%b],\n"lower":{\n%b},\n"cased":{\n%b}}\n' % (listed, lower, cased)


def encode_people(people: list[KnownPerson]) -> bytes:
    """Encode people, one a line, in the order of their keys."""
    rows = sorted(people, key=lambda row: (row.short, row.full, row.person.name))
    return b"[\n%b]\n" % b",\n".join(map(msgspec.json.encode, rows))


def build() -> dict[str, bytes]:
    """Return the bytes of every built table by file name."""
    actors = build_actors()
    return {
        "actors.json": encode_forms(actors),
        "titles.json": encode_forms(build_titles()),
        "generics.json": encode_forms(build_generics()),
        "people.json": encode_people(build_people(actors)),
    }


def main(arguments: list[str]) -> int:
    """Write the built tables, or with `--check` compare them; return the exit status."""
    stale = [
        name for name, content in build().items() if not _is_current(name, content, write="--check" not in arguments)
    ]
    if stale:
        print(f"not what resources/actors gives: {', '.join(stale)}; run python tools/build_actors.py", file=sys.stderr)
    return 1 if stale else 0


def _is_current(name: str, content: bytes, *, write: bool) -> bool:
    """Write a built table, or tell whether the committed one has these bytes."""
    path = DATA / name
    if write:
        path.write_bytes(content)
        return True
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
