"""A large archive of made-up reports, with the skew that news has.

In: a path, how many events, a seed. Out: an archive of this version's schema, filled through the archive's own writer,
so that its rows are those that any record becomes.
What it does not know: the reader; no text was read, the records are made up with it.

Skew: a few countries are in most of the news (weights fall as 1/rank), each deals mostly with itself and a few others,
and words, names, towns and publishers are as frequent as Zipf's law has it. Texts are shorter than news is (220 words),
to keep the file small.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count
from pathlib import Path
from typing import Any, Generic, TypeVar

from msgspec.structs import replace

from chancery.record import (
    MODES,
    Act,
    Actor,
    ActorMention,
    Document,
    Event,
    EventType,
    Figure,
    Mention,
    Place,
    Reader,
    Record,
    Role,
    Span,
    Statement,
    Status,
    Time,
)
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting, Writer

READERS = (Reader("0", "made up", "0"), Reader("1", "made up", "1"))
EVENTS_A_REPORT = (3, 4, 5, 6, 7)
COPIES, REREAD = 10, 50
"""One report in so many has a copy, and one in so many is read again by a second reader, which finds a deed fewer."""
BATCH = 2_000  # reports a transaction
FIRST, DAYS = date(2015, 1, 1), 3650
COUNTRIES = (
    "USA RUS CHN UKR ISR IRN GBR FRA DEU TUR IND JPN KOR PRK SYR EGY SAU IRQ PAK AFG VEN MEX BRA CAN AUS ESP ITA POL "
    "NLD BEL SWE NOR FIN GRC HUN ROU SRB ETH SDN NGA KEN ZAF LBY DZA MAR TUN JOR LBN YEM OMN QAT ARE KAZ UZB THA MMR "
    "VNM IDN PHL MYS CUB COL PER CHL"
).split()
OFFICES = ("President", "Foreign Minister", "Army", "Parliament", "Police", "Navy", "Supreme Court", "Spokesman")
SYLLABLES = "ka to mi re so la ne vu di pa shi bor gan el ur hak zim tor yan ost".split()
SENTENCE = 20  # words
REPORT_WORDS = 220
Item = TypeVar("Item")


class Skewed(Generic[Item]):
    """A choice in which the nth item is as frequent as 1 / (n + flat)."""

    def __init__(self, items: Sequence[Item], flat: float = 2.0) -> None:
        """Keep the items, the most frequent ones first."""
        self._items = items
        self._weights = list(accumulate(1 / (n + flat) for n in range(len(items))))

    def draw(self, rng: random.Random, count: int = 1) -> list[Item]:
        """Return so many of them."""
        return rng.choices(self._items, cum_weights=self._weights, k=count)


@cache
def vocabulary() -> list[str]:
    """Return the words of all texts, the most frequent ones first."""
    return _words(20_000, random.Random(1))


def _words(count: int, rng: random.Random) -> list[str]:
    return list(dict.fromkeys("".join(rng.choices(SYLLABLES, k=rng.randrange(2, 5))) for _ in range(2 * count)))[:count]


class World:
    """What the reports are made of; the same for every archive of a seed."""

    def __init__(self, rng: random.Random) -> None:
        """Make up words, names, towns and publishers."""
        self.rng = rng
        self.words = Skewed(vocabulary(), 3)
        names = [f"{a.title()} {b.title()}" for a, b in zip(_words(1500, rng), _words(1500, rng), strict=True)]
        self.names = Skewed(names, 5)
        self.countries = Skewed(COUNTRIES)
        self.partners = {one: Skewed([one, *rng.sample(COUNTRIES, 6)]) for one in COUNTRIES}
        self.towns = {one: Skewed([word.title() for word in _words(30, rng)]) for one in COUNTRIES}
        self.publishers = Skewed([f"Outlet {n}" for n in range(1, 301)])
        self.types: Skewed[EventType] = Skewed((
            "CONSULT", "ACCUSE", "ASSAULT", "COERCE", "AGREE", "REQUEST", "SUPPORT", "COOPERATE", "AID", "REJECT",
            "THREATEN", "SANCTION", "PROTEST", "RETREAT", "MOBILIZE", "CONCEDE",
        ), 4)  # fmt: skip
        self.statuses: Skewed[Status] = Skewed(("happened", "planned", "alleged", "possible", "not_happened"), 0.35)
        self.acts: Skewed[Act] = Skewed(("say", "accuse", "deny", "demand", "announce", "promise", "threaten"), 1)


class Draft:
    """One made-up report while it is made."""

    def __init__(self, world: World, number: int) -> None:
        """Choose its words, its day and who is in it."""
        self.world, self.rng = world, world.rng
        words = [*world.words.draw(self.rng, REPORT_WORDS), str(number)]
        self.text, self.spans = " ".join(words), list(_spans(words))
        self.day = FIRST + timedelta(days=self.rng.randrange(DAYS))
        (self.home,) = world.countries.draw(self.rng)
        self.countries = [self.home, *world.partners[self.home].draw(self.rng, 3)]
        self.actors = tuple(self._actor(n, country) for n, country in enumerate(self.countries, start=1))
        self.number = number

    def sentences(self) -> list[Span]:
        """Return the spans of its sentences."""
        parts = (self.spans[n : n + SENTENCE] for n in range(0, len(self.spans), SENTENCE))
        return [(part[0][0], part[-1][1]) for part in parts]

    def record(self) -> Record:
        """Return what is read in it."""
        events = tuple(self._event(n) for n in range(1, self.rng.choice(EVENTS_A_REPORT) + 1))
        return Record(
            READERS[0], self._document(f"doc_{self.number:016x}"), self.actors, events,
            tuple(self._statement(n) for n in (1, 2)), (self._figure(),) if self.rng.random() < 0.7 else (), (), (),
            (self._role(),) if self.rng.random() < 0.3 else (),
        )  # fmt: skip

    def copy(self) -> Document:
        """Return the same words as another agency prints them."""
        return self._document(f"copy_{self.number:015x}")

    def _document(self, name: str) -> Document:
        (publisher,) = self.world.publishers.draw(self.rng)
        return Document(
            name, f"https://news.example/{name}", self.text[: self.spans[7][1]].capitalize(), publisher, None, "en",
            self.day.isoformat(), "given", None, self.text,
        )  # fmt: skip

    def _actor(self, n: int, country: str) -> Actor:
        if self.rng.random() < 0.5:
            name, kind = f"{self.rng.choice(OFFICES)} of {country}", "government"
        else:
            name, kind = self.world.names.draw(self.rng)[0], "person"
        span = self.spans[n]
        mention = ActorMention(span, self._at(span), "name")
        return Actor(f"a{n}", name, kind, country, ("GOV",), (mention,))  # type: ignore[arg-type]

    def _event(self, n: int) -> Event:
        rng, span = self.rng, self.spans[10 + 15 * n]
        (kind,), (status,) = self.world.types.draw(rng), self.world.statuses.draw(rng)
        doer, other = rng.sample([actor.id for actor in self.actors], 2)
        mode = rng.choice(MODES[kind]) if kind in MODES and rng.random() < 0.8 else None
        return Event(
            f"e{n}", kind, mode, status, (Mention(span, self._at(span)),), (doer,), (other,), self._time(n),
            self._place(n), (), "s1" if rng.random() < 0.3 else None, (), round(rng.uniform(0.3, 1), 3), ("made up",),
        )  # fmt: skip

    def _time(self, n: int) -> Time | None:
        """Return a time near the day of publication, now and then years ago, or none."""
        if self.rng.random() > 0.6:
            return None
        reach = 9000 if self.rng.random() < 0.02 else 20
        day = (self.day - timedelta(days=self.rng.randrange(-10, reach))).isoformat()
        span = self.spans[11 + 15 * n]
        return Time(span, self._at(span), day, day, day)

    def _place(self, n: int) -> Place | None:
        if self.rng.random() > 0.4:
            return None
        country, span = self.rng.choice(self.countries), self.spans[12 + 15 * n]
        (town,) = self.world.towns[country].draw(self.rng)
        return Place(span, self._at(span), town, country, 1.0, 2.0, "city")

    def _statement(self, n: int) -> Statement:
        (act,) = self.world.acts.draw(self.rng)
        source, cue, content = self.spans[n], self.spans[n + 3], (self.spans[n + 5][0], self.spans[n + 25][1])
        addressee = self.rng.choice(("a3", "a4", None, None, None))
        return Statement(
            f"s{n}", f"a{n}", source, cue, self._at(cue), (content,), "indirect", act, None, addressee, None, None, 0.9
        )

    def _figure(self) -> Figure:
        span, unit = self.spans[200], self.rng.choice(("person", "percent", "USD", "drone", "year", None))
        value = float(int(self.rng.paretovariate(0.6)))
        return Figure("f1", span, self._at(span), value, None, "=", unit, None, None, None, "happened", "s1", ("a2",))

    def _role(self) -> Role:
        span, title = self.spans[1], self.rng.choice(OFFICES)
        return Role("a1", title, None, self.home, span, self._at(span), None)

    def _at(self, span: Span) -> str:
        return self.text[span[0] : span[1]]


def _spans(words: Sequence[str]) -> Iterator[Span]:
    start = 0
    for word in words:
        yield start, start + len(word)
        start += len(word) + 1


def build(path: Path, events: int, seed: int = 5) -> None:
    """Build an archive.

    Args:
        path: where there is none.
        events: how many that count; the last report is cut to them.
        seed: of the random numbers.
    """
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with open_archive(part, write=True, create=True) as archive:
        connection = archive.connection
        connection.execute("PRAGMA synchronous = OFF")  # a benchmark's archive may be lost
        connection.execute("PRAGMA cache_size = -200000")  # KiB
        indexes = _without_indexes(connection)
        _fill(Writer(archive), events, random.Random(seed))
        for statement in indexes:  # made at once they are made several times as fast
            connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    part.rename(path)


def _without_indexes(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes that only questions need, and return how they are made."""
    needed = ("sightings", "readings", "documents_family", "events_doc", "appearances")
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    dropped = [(name, sql) for name, sql in found if not name.startswith(needed)]
    for name, _ in dropped:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in dropped]


def _fill(writer: Writer, events: int, rng: random.Random) -> None:
    """Add reports until there are so many events."""
    world, left = World(rng), events
    for start in count(1, BATCH):
        with writer.transaction():
            runs = [writer.run_of(reader) for reader in READERS]
            if start == 1:
                row: dict[str, Any] = {"path": "/made-up", "kind": "table", "options": "{}", "finished": 1}
                writer.rows.insert("inputs", row)
            for number in range(start, start + BATCH):
                if left > 0:
                    left -= _add(writer, Draft(world, number), runs, left)
        if left <= 0:
            return


def _add(writer: Writer, draft: Draft, runs: Sequence[int], most: int) -> int:
    """Add a report, at times with a copy or a second reading, and return how many events of it count."""
    record, sentences = draft.record(), draft.sentences()
    record = _cut(record, most)
    doc = writer.add_document(record.document, state="read")
    writer.add_sighting(doc, Sighting(1, f"row {draft.number}", publisher=record.document.publisher))
    writer.add_reading(doc, record, runs[0], sentences)
    if draft.number % COPIES == 0:
        copy = draft.copy()
        number = writer.add_document(copy, state="copy", family=doc)
        writer.add_sighting(number, Sighting(1, f"copy {draft.number}", publisher=copy.publisher))
    if draft.number % REREAD == 0:
        record = _cut(record, len(record.events) - 1, READERS[1])
        writer.add_reading(doc, record, runs[1], sentences)
    return len(record.events)


def _cut(record: Record, events: int, reader: Reader | None = None) -> Record:
    return replace(record, events=record.events[:events], reader=reader or record.reader)
