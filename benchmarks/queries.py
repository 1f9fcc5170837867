"""How fast a large archive answers: `python -m benchmarks.queries [--events N] [--db FILE]`.

In: nothing; an archive of a million made-up events over 200,000 reports is built through the archive's own writer,
once, where `--db` says. Out: for each question the median and the worst of five runs, in milliseconds, rows fetched.
What it does not know: the reader; the records are made up, the rows are what the writer makes of any record.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import get_args

from chancery.ask.answers import Answer, Answers
from chancery.record import (
    MODES,
    Actor,
    ActorMention,
    Document,
    Event,
    EventType,
    Mention,
    Place,
    Reader,
    Record,
    Statement,
    Time,
)
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting, Writer

EVENTS_A_REPORT = 5
RUNS = 5
ASKED = 300.0  # milliseconds
COUNTRIES = (
    "USA RUS CHN UKR ISR IRN GBR FRA DEU TUR IND JPN KOR PRK SYR EGY SAU IRQ PAK AFG VEN MEX BRA CAN AUS ESP ITA POL "
    "NLD BEL SWE NOR FIN GRC HUN ROU SRB ETH SDN NGA KEN ZAF LBY DZA MAR TUN JOR LBN YEM OMN QAT ARE KAZ UZB THA MMR "
    "VNM IDN PHL MYS CUB COL PER CHL"
).split()
STATUSES = ("happened",) * 14 + ("planned", "planned", "possible", "alleged", "alleged", "not_happened")
FIRST = date(2015, 1, 1)
DAYS = 3650
WORDS = [f"word{n}" for n in range(20_000)]
"""A vocabulary; the nth word is as frequent as Zipf's law has it."""
FREQUENCIES = list(accumulate(1 / (n + 3) for n in range(len(WORDS))))


def record(number: int, rng: random.Random) -> Record:
    """Return a made-up record: five deeds among two or three countries of a skewed choice."""
    countries = [_country(rng) for _ in range(3)]
    day = FIRST + timedelta(days=rng.randrange(DAYS))
    text = " ".join(rng.choices(WORDS, cum_weights=FREQUENCIES, k=60)) + f" {number}"
    spans = _spans(text)
    actors = tuple(
        Actor(f"a{n}", f"{_office(rng)} of {code}", "government", code, ("GOV",), (_mention(text, spans, n),))
        for n, code in enumerate(countries, start=1)
    )
    events = tuple(_event(n, text, spans, day, countries, rng) for n in range(1, EVENTS_A_REPORT + 1))
    said = Statement(
        "s1", "a1", spans[0], spans[1], "said", (spans[2],), "indirect", "say", None, None, None, None, 0.9
    )
    document = Document(
        f"doc_{number:016x}", f"https://news.example/{number}", f"Report {number}",
        f"Outlet {int(rng.paretovariate(1))}", None, "en", day.isoformat(), "given", None, text,
    )  # fmt: skip
    return Record(Reader("0", "made up", "0"), document, actors, events, (said,), (), (), (), ())


def _country(rng: random.Random) -> str:
    return COUNTRIES[min(int(rng.paretovariate(0.7)) - 1, len(COUNTRIES) - 1)]


def _office(rng: random.Random) -> str:
    return rng.choice(("President", "Foreign Minister", "Army", "Parliament", "Police", "Navy", "Court", "Spokesman"))


def _spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for word in text.split(" "):
        spans.append((start, start + len(word)))
        start += len(word) + 1
    return spans


def _mention(text: str, spans: list[tuple[int, int]], n: int) -> ActorMention:
    start, end = spans[n]
    return ActorMention((start, end), text[start:end], "name")


def _event(
    n: int, text: str, spans: list[tuple[int, int]], day: date, countries: list[str], rng: random.Random
) -> Event:
    kind: EventType = rng.choice(get_args(EventType))
    start, end = spans[10 + n]
    when = (day + timedelta(days=rng.randrange(-20, 20))).isoformat()
    time_ = Time((start, end), text[start:end], when, when, when) if rng.random() < 0.5 else None
    code = rng.choice(countries)
    place = Place((start, end), text[start:end], f"Town {code}", code, 1.0, 2.0, "city") if rng.random() < 0.3 else None
    mode = rng.choice(MODES[kind]) if kind in MODES else None
    doer, other = rng.sample(("a1", "a2", "a3"), 2)
    return Event(
        f"e{n}", kind, mode, rng.choice(STATUSES), (Mention((start, end), text[start:end]),), (doer,), (other,), time_,
        place, (), None, (), 0.9, ("made up",),
    )  # fmt: skip


def build(db: Path, events: int) -> None:
    """Build the archive."""
    rng, began = random.Random(5), time.monotonic()
    with open_archive(db, write=True, create=True) as archive:
        archive.connection.execute("PRAGMA synchronous = OFF")
        writer = Writer(archive)
        for start in range(0, events // EVENTS_A_REPORT, 2000):
            with writer.transaction():
                run = writer.run_of(Reader("0", "made up", "0"))
                if start == 0:
                    row = {"path": "/made-up", "kind": "table", "options": "{}", "finished": 1}
                    writer.rows.insert("inputs", row)
                for number in range(start, min(start + 2000, events // EVENTS_A_REPORT)):
                    made = record(number, rng)
                    doc = writer.add_document(made.document, state="read")
                    writer.add_sighting(doc, Sighting(1, f"row {number}", publisher=made.document.publisher))
                    writer.add_reading(doc, made, run)
    print(f"built {events:,} events in {time.monotonic() - began:.0f} s, {db.stat().st_size / 2**20:,.0f} MiB")


QUESTIONS: tuple[tuple[str, Callable[[Answers], Answer]], ...] = (
    ("latest 50", lambda a: a.events(newest=True, limit=50)),
    ("country and days, 50", lambda a: a.events(country="EGY", since="2020-01-01", until="2020-12-31", limit=50)),
    ("largest country, 50", lambda a: a.events(country="USA", limit=50)),
    ("largest country, newest 50", lambda a: a.events(country="USA", newest=True, limit=50)),
    ("dyad, all of it", lambda a: a.events(source="EGY", target="TUR")),
    ("largest dyad, 50", lambda a: a.events(source="USA", target="RUS", limit=50)),
    ("name of an actor, 50", lambda a: a.events(actor="navy of egy", limit=50)),
    ("type, mode and status, 50", lambda a: a.events(type="SANCTION", mode="expel", status="planned", limit=50)),
    ("type, mode, status, month, all", lambda a: a.events(
        type="COERCE", mode="arrest", status="happened", since="2020-03-01", until="2020-03-31")),
    ("place, 50", lambda a: a.events(place="EGY", limit=50)),
    ("a word of one report in a hundred", lambda a: a.events(words="word500", limit=50)),
    ("two words of one in five", lambda a: a.events(words="word20 word21", limit=50)),
    ("a word of half of the reports", lambda a: a.events(words="word2", limit=50)),
    ("publisher, 50", lambda a: a.events(publisher="Outlet 40", limit=50)),
    ("statements of a country, 50", lambda a: a.statements(country="EGY", limit=50)),
    ("actors, 50", lambda a: a.actors(country="EGY", limit=50)),
    ("reports of a month", lambda a: a.documents(since="2020-03-01", until="2020-03-31", limit=50)),
    ("timeline of all", lambda a: a.timeline()),
    ("timeline of all by type, years", lambda a: a.timeline(by="type", period="year")),
    ("timeline of the largest country", lambda a: a.timeline(country="USA")),
    ("timeline of a dyad", lambda a: a.timeline(source="EGY", target="TUR")),
    ("dyad table of a pair", lambda a: a.dyads(source="USA", target="RUS")),
    ("dyad table, country against all", lambda a: a.dyads(country="EGY")),
    ("dyad table of a month, all pairs", lambda a: a.dyads(since="2020-03-01", until="2020-03-31")),
    ("events as of the first run, 50", lambda a: a.events(as_of="1", country="EGY", limit=50)),
)  # fmt: skip


def measure(answers: Answers) -> Iterable[tuple[str, float, float, int]]:
    """Yield each question with the median and the worst time and its rows."""
    for name, ask in QUESTIONS:
        times, count = [], 0
        for _ in range(RUNS):
            began = time.perf_counter()
            count = sum(1 for _ in ask(answers).rows())
            times.append(1000 * (time.perf_counter() - began))
        yield name, statistics.median(times), max(times), count


def main() -> None:
    """Build if need be, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--db", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = args.db or Path(folder) / "queries.db"
        if not db.exists():
            build(db, args.events)
        slow = 0
        with Answers(db) as answers:
            for name, median, worst, count in measure(answers):
                slow += median > ASKED
                print(f"{name:36} {median:8.1f} ms  worst {worst:8.1f}  {count:7,} rows", flush=True)
    print(f"{len(QUESTIONS) - slow} of {len(QUESTIONS)} within {ASKED:.0f} ms")
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
