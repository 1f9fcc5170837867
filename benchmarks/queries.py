"""How fast a large archive answers: `python -m benchmarks.queries [--events N] [--folder FOLDER]`.

In: nothing; an archive of a million made-up events over 200,000 reports (`benchmarks.archives`) is built once, in the
folder. Out: for each question the median and the worst of so many runs, in milliseconds, all rows fetched, and how many
questions take longer than was asked for.
What it does not know: a cold disk; each question is put once before it is measured.
"""

from __future__ import annotations

import argparse
import hashlib
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import archives
from chancery.ask.answers import Answer, Answers
from chancery.store import migrations

ASKED = 300.0  # milliseconds
Question = Callable[[Answers], Answer]
LOOKUPS: tuple[tuple[str, Question], ...] = (
    ("events, latest 50", lambda a: a.events(newest=True, limit=50)),
    ("events, page 10,001", lambda a: a.events(limit=50, offset=500_000)),
    ("country and days", lambda a: a.events(country="EGY", since="2020-01-01", until="2020-12-31", limit=50)),
    ("largest country", lambda a: a.events(country="USA", limit=50)),
    ("two countries, newest", lambda a: a.events(country=["USA", "EGY"], newest=True, limit=50)),
    ("its planned assaults", lambda a: a.events(source="USA", type="ASSAULT", status="planned", limit=50)),
    ("dyad, all of it", lambda a: a.events(source="EGY", target="EGY")),
    ("largest dyad, newest", lambda a: a.events(source="USA", target="USA", newest=True, limit=50)),
    ("name of a frequent actor", lambda a: a.events(actor="president of usa", limit=50)),
    ("part of many names", lambda a: a.events(actor="ka", limit=50)),
    ("name that nobody has", lambda a: a.events(actor="Nadia Farouk", limit=50)),
    ("type, mode and status", lambda a: a.events(type="SANCTION", mode="expel", status="planned", limit=50)),
    ("type, mode, status, month: all", lambda a: a.events(
        type="COERCE", mode="arrest", status="happened", since="2020-03-01", until="2020-03-31")),
    ("country of the place", lambda a: a.events(place="EGY", limit=50)),
    ("name of the place", lambda a: a.events(place="shi", limit=50)),
    ("said by somebody", lambda a: a.events(said_by="navy of egy", limit=50)),
    ("rare word", lambda a: a.events(words=word(2_000), limit=50)),
    ("word of one report in twelve", lambda a: a.events(words=word(300), limit=50)),
    ("word of nearly all reports", lambda a: a.events(words=word(5), newest=True, limit=50)),
    ("two frequent words, country, status", lambda a: a.events(
        words=f"{word(20)} {word(30)}", country="USA", status="planned", limit=50)),
    ("small publisher", lambda a: a.events(publisher="Outlet 200", limit=50)),
    ("largest publisher", lambda a: a.events(publisher="Outlet 1", newest=True, limit=50)),
    ("statements of a country", lambda a: a.statements(country="USA", limit=50)),
    ("denials", lambda a: a.statements(act="deny", since="2020-01-01", limit=50)),
    ("figures about a country", lambda a: a.figures(country="USA", limit=50)),
    ("offices of a country", lambda a: a.roles(country="EGY", limit=50)),
    ("actors, all", lambda a: a.actors(limit=50)),
    ("actors of a country", lambda a: a.actors(country="EGY", limit=50)),
    ("documents, latest 50", lambda a: a.documents(newest=True, limit=50)),
    ("documents of a month", lambda a: a.documents(since="2020-03-01", until="2020-03-31", limit=50)),
    ("documents with a deed of a country", lambda a: a.documents(country="USA", type="PROTEST", limit=50)),
)  # fmt: skip
TABLES: tuple[tuple[str, Question], ...] = (
    ("timeline of all", lambda a: a.timeline()),
    ("timeline of all by type, years", lambda a: a.timeline(by="type", period="year")),
    ("timeline of all by quad", lambda a: a.timeline(by="quad")),
    ("timeline of the largest country", lambda a: a.timeline(country="USA")),
    ("timeline of the same by type", lambda a: a.timeline(country="USA", by="type")),
    ("timeline of a dyad", lambda a: a.timeline(source="EGY", target="EGY")),
    ("timeline of a word of two in three", lambda a: a.timeline(words=word(20))),
    ("dyads: largest pair by months", lambda a: a.dyads(source="USA", target="USA")),
    ("dyads: two countries, both ways", lambda a: a.dyads(source="PRK", target="USA", undirected=True)),
    ("dyads: a country against all", lambda a: a.dyads(country="EGY")),
    ("dyads: all pairs in a year", lambda a: a.dyads(since="2020-01-01", until="2020-12-31", period="year")),
    ("dyads: top pairs over all", lambda a: a.dyads(period="all", limit=20)),
    ("dyads: all pairs by months", lambda a: a.dyads()),
    ("dyads: all pairs as one, by months", lambda a: a.dyads(together=True)),
)  # fmt: skip
THEN: tuple[tuple[str, Question], ...] = (
    ("as of a day: country", lambda a: a.events(as_of="2036-01-01", country="EGY", limit=50)),
    ("as of a run: country", lambda a: a.events(as_of="1", country="EGY", limit=50)),
    ("as of a run: largest dyad", lambda a: a.events(as_of="1", source="USA", target="USA", limit=50)),
    ("as of a run: latest 50", lambda a: a.events(as_of="1", newest=True, limit=50)),
    ("as of a run: timeline of all", lambda a: a.timeline(as_of="1")),
    ("as of a run: timeline of a country", lambda a: a.timeline(as_of="1", country="EGY")),
    ("as of a run: dyads of a pair", lambda a: a.dyads(as_of="1", source="USA", target="RUS")),
)  # fmt: skip
QUESTIONS = (*LOOKUPS, *TABLES, *THEN)


def word(rank: int) -> str:
    """Return the word of the texts that is the so many-th in frequency, as the archive was made."""
    return archives.vocabulary()[rank]


def measure(answers: Answers, runs: int) -> Iterator[tuple[str, float, float, int]]:
    """Yield each question with the median and the worst time and its rows."""
    for name, ask in QUESTIONS:
        count = sum(1 for _ in ask(answers).rows())
        times = []
        for _ in range(runs):
            began = time.perf_counter()
            for _ in ask(answers).rows():
                pass
            times.append(1000 * (time.perf_counter() - began))
        yield name, statistics.median(times), max(times), count


def prepared(folder: Path, events: int) -> Path:
    """Return an archive of so many events with this version's schema, built if it is not there."""
    made_by = "".join(migrations.STEPS) + Path(archives.__file__).read_text(encoding="utf8")
    db = folder / f"chancery-{events}-{hashlib.sha256(made_by.encode()).hexdigest()[:8]}.db"
    if not db.exists():
        began = time.monotonic()
        archives.build(db, events)
        print(f"built {db} in {time.monotonic() - began:.0f} s, {db.stat().st_size / 2**20:,.0f} MiB", flush=True)
    return db


def main() -> None:
    """Build if need be, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    slow = []
    print(f"SQLite {sqlite3.sqlite_version}")
    with Answers(prepared(args.folder, args.events)) as answers:
        for name, median, worst, count in measure(answers, args.runs):
            slow += [name] * (median > ASKED)
            print(f"{name:38} {median:8.1f} ms  worst {worst:8.1f}  {count:7,} rows", flush=True)
    print(f"{len(QUESTIONS) - len(slow)} of {len(QUESTIONS)} within {ASKED:.0f} ms; not: {', '.join(slow) or 'none'}")
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
