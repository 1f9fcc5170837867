"""Knowledge: tables of actors, titles and people, built from `resources/` and looked up by whole words.

In: the committed tables in `chancery/data`, each read once on first use. Out: `Names.longest`, a longest
match over tokens, and `People.known_as`, who a short name meant at a date.
What it does not know: the report. A match says what a name can mean; `extract` decides what it does mean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Generic as GenericClass
from typing import Literal, TypeVar

import msgspec

from chancery.record import ActorKind

Meaning = TypeVar("Meaning")

_LETTERS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})
_LETTERS.update(str.maketrans({"Ł": "L", "Ø": "O", "Đ": "D", "Æ": "Ae", "ə": "e", "Ə": "E", "‐": "-", "‑": "-"}))


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What a name can mean.

    Attributes:
        name: the canonical name ("Russia", "International Criminal Court").
        kind: what sort of actor it is.
        country: ISO 3166-1 alpha-3 of the country it belongs to (XKX for Kosovo), None for international
            bodies and where countries dispute it.
        sectors: PLOVER sector codes.
        use: "name" (Russia), "demonym" (Russian, Russians), "metonym" (the Kremlin: always the actor), or
            "seat" (Moscow: a place that may stand for the government).
        shared: other countries have one of that name ("Senate", "Labor Party"), so that words beside it
            ("the Philippine Senate") or the report's own country outweigh `country`.
    """

    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    use: Literal["name", "demonym", "metonym", "seat"]
    shared: bool = False


class Title(msgspec.Struct, frozen=True, array_like=True):
    """What a word or phrase before or after a person's name says about that person.

    Attributes:
        name: the title in full ("lieutenant general" for "Lt. Gen."), lower case.
        sectors: PLOVER sector codes of who bears it, () where it tells none.
        use: "office" (foreign minister), "rank" (general), "honorific" (Mr., Sheikh), "work" (analyst,
            professor), "relation" (aide, spokesman, widow: somebody's), or "modifier" (former, deputy, acting:
            stands before a title, never alone).
        of: "state" where a country's name beside it means that country's government ("Iran's foreign
            minister"), "body" where it belongs to whatever body is named ("director"), "none".
        gender: "m" or "f" where the word tells.
        former: True for a modifier that ends the office ("former", "ex", "late").
    """

    name: str
    sectors: tuple[str, ...]
    use: Literal["office", "rank", "honorific", "work", "relation", "modifier"]
    of: Literal["state", "body", "none"]
    gender: Literal["m", "f"] | None = None
    former: bool = False


class Generic(msgspec.Struct, frozen=True, array_like=True):
    """What a common noun for an actor means ("police", "rebels", "the foreign ministry").

    Attributes:
        name: the noun as it names the actor ("protesters"), lower case.
        kind: what sort of actor it is.
        sectors: PLOVER sector codes.
        plural: whether this form means several (or a body of several) people.
        state: whether, with a country's name beside it, it acts for that country's government
            ("Turkish troops", "Iranian officials"), as "Turkish protesters" do not.
    """

    name: str
    kind: ActorKind
    sectors: tuple[str, ...]
    plural: bool
    state: bool


HEADS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "emperor", "leader"}
    | {"supreme leader", "paramount leader", "military ruler", "junta leader", "interim president"}
    | {"acting president", "interim prime minister", "caretaker prime minister"}
)
"""Titles of those who head a state, its government, or an armed group ("leader")."""


class Office(msgspec.Struct, frozen=True, array_like=True):
    """An office that a person held; `since` and `until` are EDTF dates, None where open or unknown."""

    title: str
    organization: str
    country: str | None
    sectors: tuple[str, ...]
    since: str | None
    until: str | None

    def held_on(self, date: str) -> bool:
        """Tell whether the office was held on an ISO date, as far as the dates known are precise.

        Example:
            >>> Office("president", "France", "FRA", ("GOV",), "2007-05-16", "2012-05").held_on("2012-05-31")
            True
        """
        began = self.since is None or self.since <= date[: len(self.since)]
        ended = self.until is not None and self.until < date[: len(self.until)]
        return began and not ended


class Person(msgspec.Struct, frozen=True, array_like=True):
    """A well-known person: full name, the short form news uses ("Putin"), offices in order of time."""

    name: str
    short: str
    country: str | None
    gender: Literal["m", "f"] | None
    offices: tuple[Office, ...]

    def office_on(self, date: str | None) -> Office | None:
        """Return the office held on an ISO date, the latest begun if several, or None; the last one undated."""
        held = [office for office in self.offices if date is None or office.held_on(date)]
        return held[-1] if held else None

    def is_head_on(self, date: str) -> bool:
        """Tell whether the person headed a state or its government on an ISO date."""
        offices = (office for office in self.offices if office.title in HEADS and office.country is not None)
        return any(office.held_on(date) for office in offices)


class KnownPerson(msgspec.Struct, frozen=True, array_like=True):
    """A person with the keys of the shorter names ("putin", "suu kyi") and of the full ones."""

    short: tuple[str, ...]
    full: tuple[str, ...]
    person: Person


def fold(form: str) -> str:
    """Write a form without accents and with straight apostrophes, as the keys of all tables are written.

    Example:
        >>> fold("côte d’ivoire"), fold("erdoğan")
        ("cote d'ivoire", 'erdogan')
    """
    if form.isascii():
        return form
    letters = unicodedata.normalize("NFKD", form.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Names(GenericClass[Meaning]):
    """Names and what they can mean, matched over whole tokens.

    Keys are folded forms tokenised as the reader tokenises and joined by one space ("people 's republic of
    china"). `lower` holds lower-cased forms; `cased` holds forms that mean the actor only in exactly this
    case ("US", "WHO", "Diet").
    """

    def __init__(self, lower: Mapping[str, Meaning], cased: Mapping[str, Meaning] | None = None) -> None:
        self._lower = lower
        self._cased = cased or {}
        self._lower_sizes = _sizes(self._lower)
        self._cased_sizes = _sizes(self._cased)

    def longest(
        self, lowers: Sequence[str], first: int, last: int, forms: Sequence[str] | None = None
    ) -> tuple[int, Meaning] | None:
        """Return the end and the meaning of the longest name that starts at a token.

        Args:
            lowers: lower-cased tokens of the report.
            first: index where the name starts.
            last: index after the last token it may use (the end of the sentence).
            forms: the tokens in their own case; without them, case-sensitive names are not found.

        Returns:
            The index after the name and its meaning, or None. Of two of one length, the case-sensitive one.

        Example:
            >>> names = Names({"who": "pronoun"}, {"WHO": "World Health Organization"})
            >>> names.longest(["who"], 0, 1, ["WHO"]), names.longest(["who"], 0, 1, ["Who"])
            ((1, 'World Health Organization'), (1, 'pronoun'))
        """
        cased = _longest(self._cased, self._cased_sizes, forms, first, last) if forms is not None else None
        lower = _longest(self._lower, self._lower_sizes, lowers, first, last)
        if cased is not None and (lower is None or cased[0] >= lower[0]):
            return cased
        return lower

    def get(self, form: str) -> Meaning | None:
        """Return what a form means: tried in its own case first, then lower-cased; None if unknown."""
        key = _key(form)
        return self._cased.get(key) or self._lower.get(key.lower())

    def __len__(self) -> int:
        return len(self._lower) + len(self._cased)


class People:
    """Well-known people by full name and by the shorter names that news uses.

    `names` holds full names of two words or more, each with everybody who bears it.
    """

    def __init__(self, known: Iterable[KnownPerson]) -> None:
        short: dict[str, list[Person]] = {}
        full: dict[str, list[Person]] = {}
        for row in known:
            for keys, table in ((row.short, short), (row.full, full)):
                for key in keys:
                    table.setdefault(key, []).append(row.person)
        self._short = {key: tuple(meant) for key, meant in short.items()}
        self.names: Names[tuple[Person, ...]] = Names({key: tuple(meant) for key, meant in full.items()})

    def known_as(self, form: str, date: str | None = None, country: str | None = None) -> tuple[Person, ...]:
        """Return whom a short or full name can mean.

        Args:
            form: a name, tokens joined by one space ("Putin", "angela merkel").
            date: ISO date of publication; where some of them held an office on it, those alone, and of
                those the heads of state and government, whom news calls by surname first.
            country: alpha-3 code that a title or demonym beside the name gives; others are left out.

        Returns:
            One person where the name is clear, several where it is ambiguous, () where it is unknown.
        """
        key = _key(form).lower()
        known = self._short.get(key) or self.names.get(key) or ()
        if country is not None:
            known = tuple(person for person in known if person.country == country)
        if date is None or len(known) < 2:
            return known
        in_office = tuple(person for person in known if person.office_on(date))
        heads = tuple(person for person in in_office if person.is_head_on(date))
        return heads or in_office or known


class _Table(msgspec.Struct, GenericClass[Meaning]):
    """A table as `tools/build_actors.py` writes it: meanings, and the index of the meaning of each form."""

    meanings: list[Meaning]
    lower: dict[str, int]
    cased: dict[str, int]


def read_table(name: str) -> bytes:
    """Return the bytes of a committed table, `chancery/data/NAME`."""
    return (files("chancery") / "data" / name).read_bytes()


@cache
def actors() -> Names[Entry]:
    """Return states, peoples, bodies, parties, armed groups, media and firms (`data/actors.json`)."""
    return _names(msgspec.json.decode(read_table("actors.json"), type=_Table[Entry]))


@cache
def titles() -> Names[Title]:
    """Return titles, offices, ranks and honorifics (`data/titles.json`)."""
    return _names(msgspec.json.decode(read_table("titles.json"), type=_Table[Title]))


@cache
def generics() -> Names[Generic]:
    """Return common nouns for actors, singular and plural (`data/generics.json`)."""
    return _names(msgspec.json.decode(read_table("generics.json"), type=_Table[Generic]))


@cache
def people() -> People:
    """Return well-known leaders and diplomats with their dated offices (`data/people.json`)."""
    return People(msgspec.json.decode(read_table("people.json"), type=list[KnownPerson]))


def _key(form: str) -> str:
    """Write a form as keys are written, hyphens and possessives apart, as far as that needs no tokenizer."""
    folded = fold(form)
    return (
        " ".join(folded.replace("-", " - ").replace("'s ", " 's ").split())
        if "-" in folded or "'" in folded
        else folded
    )


def _names(table: _Table[Meaning]) -> Names[Meaning]:
    """Join the forms of a table with what they mean."""
    meanings = table.meanings
    lower = {form: meanings[index] for form, index in table.lower.items()}
    return Names(lower, {form: meanings[index] for form, index in table.cased.items()})


def _sizes(table: Mapping[str, object]) -> dict[str, int]:
    """Return how many tokens the longest form has that starts with a word."""
    sizes: dict[str, int] = {}
    for form in table:
        word, size = form.partition(" ")[0], form.count(" ") + 1
        if size > sizes.get(word, 0):
            sizes[word] = size
    return sizes


def _longest(
    table: Mapping[str, Meaning], sizes: Mapping[str, int], tokens: Sequence[str], first: int, last: int
) -> tuple[int, Meaning] | None:
    """Return the end and meaning of the longest form in one table that starts at a token."""
    size = min(sizes.get(fold(tokens[first]), 0), last - first)
    while size > 0:
        meaning = table.get(fold(" ".join(tokens[first : first + size])))
        if meaning is not None:
            return first + size, meaning
        size -= 1
    return None
