"""What an archive costs beside reading alone: `python -m benchmarks.adding [--reports N] [--jobs J]`.

In: synthetic reports in four forms (`benchmarks.reports`). Out: reports a second of `chancery add` end to end and of
`read_many` over the same texts, in turns; how much faster adding them again is, and whether it changes a row; the most
memory that the processes used together; and an archive that was killed at random moments, compared with one that was
not (`--kills`); and flipped bits that `verify` noticed (`--flips`).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.reports import Sample, write
from chancery.errors import ChanceryError
from chancery.ingest.report import Report
from chancery.ingest.shingles import bands
from chancery.pipeline import read_many
from chancery.store.archive import open_archive
from chancery.store.verify import verify

EPOCH = "1767225600"  # 2026-01-01: rows with the same times can be compared


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--flips", type=int, default=0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        made = write(work / "news", args.reports)
        db = work / "news.db"
        for _ in range(args.rounds):
            compare(made, work / "news", db, args.jobs)
        if args.flips:
            flip(db, args.flips)
        if args.kills:
            kill(work / "news", db, args.jobs, args.kills)


def compare(made: list[Sample], news: Path, db: Path, jobs: int) -> None:
    """Add everything, read the same texts without an archive, and add everything again."""
    for file in db.parent.glob(f"{db.name}*"):
        file.unlink()
    seconds, memory = timed(news, db, jobs)
    with open_archive(db) as archive:
        count = archive.connection.execute("SELECT count(*) FROM documents WHERE state = 'read'").fetchone()[0]
        query = "SELECT text, published FROM documents WHERE state = 'read'"
        texts = archive.connection.execute(query).fetchall()
    print(f"add      {count:6} read of {len(made)} in {seconds:7.1f} s  {count / seconds:6.2f} reports/s", flush=True)
    began = time.monotonic()
    for _ in read_many((Report(text) for text, _ in texts), jobs=jobs):
        pass
    alone = time.monotonic() - began
    print(f"read     {count:6} alone          in {alone:7.1f} s  {count / alone:6.2f} reports/s")
    print(f"on top   {100 * (seconds / alone - 1):.1f} %")
    before = dump(db)
    again, _ = timed(news, db, jobs)
    changed = "no row changed" if dump(db) == before else "ROWS CHANGED"
    print(f"again    {again:.2f} s, {seconds / again:.0f} times faster, {changed}")
    print(f"memory   {memory / 2**20:.0f} MiB at most, {jobs} jobs; archive {db.stat().st_size / 2**20:.1f} MiB")


def command(news: Path, db: Path, jobs: int) -> list[str]:
    """Return the command that adds a folder."""
    return [sys.executable, "-m", "chancery", "add", str(news), "--db", str(db), "--jobs", str(jobs)]


def timed(news: Path, db: Path, jobs: int) -> tuple[float, int]:
    """Add a folder, and return the seconds and the bytes of memory that all processes used together at most."""
    began = time.monotonic()
    process = subprocess.Popen(command(news, db, jobs), env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
    peak, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(1.0):  # adding up the memory of processes takes a while
            peak[0] = max(peak[0], memory_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    done.set()
    watcher.join()
    if code:
        sys.exit(f"chancery add ended with {code}")
    return time.monotonic() - began, peak[0]


def memory_of(pid: int) -> int:
    """Return the proportional resident bytes of a process and its children (Linux)."""
    total = 0
    for one in (pid, *children(pid)):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def children(pid: int) -> list[int]:
    """Return the processes below a process."""
    try:
        found = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return found + [below for one in found for below in children(one)]


def dump(db: Path) -> list[object]:
    """Return all rows of all tables."""
    connection = sqlite3.connect(db)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    plain = [name for name in names if not name.startswith("words")]
    rows = [(name, connection.execute(f"SELECT * FROM {name}").fetchall()) for name in plain]
    connection.close()
    return rows  # type: ignore[return-value]


def kill(news: Path, db: Path, jobs: int, times: int) -> None:
    """Kill an add at random moments until it has been killed so often, let it end, and compare."""
    expected, rng, other = dump(db), random.Random(7), db.with_name("killed.db")
    killed = 0
    while killed < times:
        process = subprocess.Popen(
            command(news, other, jobs), env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}, stdout=subprocess.DEVNULL
        )
        try:
            process.wait(rng.uniform(0.3, 8))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        else:
            break
    timed(news, other, jobs)
    sound = sqlite3.connect(other).execute("PRAGMA integrity_check").fetchone()[0]
    same = "equals the one never killed" if dump(other) == expected else "DIFFERS"
    print(f"killed   {killed} times: integrity check {sound}, the archive {same}")


def flip(db: Path, times: int) -> None:
    """Flip single bits in copies of an archive, and count those that touch a row and those that are noticed."""
    before, rng, copy = dump(db), random.Random(11), db.with_name("flipped.db")
    data = db.read_bytes()
    touched = noticed = silent = 0
    for _ in range(times):
        place = rng.randrange(len(data) * 8)
        shutil.copy(db, copy)
        with copy.open("r+b") as file:
            file.seek(place // 8)
            file.write(bytes([data[place // 8] ^ 1 << place % 8]))
        found = is_noticed(copy)
        noticed += found
        if reads_differently(copy, before):
            touched += 1
            silent += not found
    print(f"flipped  {times} bits: {touched} touched a row, {noticed} were noticed, {silent} that touched one were not")


def is_noticed(db: Path) -> bool:
    """Tell whether an archive is found to be damaged."""
    try:
        with open_archive(db, write=True) as archive:
            return bool(verify(archive, bands))
    except ChanceryError:
        return True


def reads_differently(db: Path, before: list[object]) -> bool:
    """Tell whether any row of an archive reads otherwise than before, or cannot be read."""
    try:
        return dump(db) != before
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return True


if __name__ == "__main__":
    main()
