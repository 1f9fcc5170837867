"""Adding files to an archive: once, again, interrupted, with bad ones among them."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archives import NOON, empty
from chancery.ingest.inputs import find
from chancery.ingest.options import Options
from chancery.intake.add import Means, add
from chancery.intake.filing import Summary
from chancery.pipeline import read
from chancery.store.archive import Archive, open_archive
from chancery.store.reading import record_of
from chancery.store.verify import verify

REPORTS = {
    "a.txt": "Accord signed\n\nOSLO — Norway and Chile signed an accord in Oslo on Monday, officials said.\n",
    "b.txt": "Envoy expelled\n\nPeru expelled the envoy of Bolivia on Tuesday. Bolivia denied that he was a spy.\n",
    "c.txt": "Talks planned\n\nThe presidents of Ghana and Togo will meet in Accra in May, officials said on Friday.\n",
}
MANY = [
    f"{first} and {second} hold talks\n\nMinisters of {first} and {second} met in {town} on Monday over a quarrel "
    f"about {number} boats that {second} seized in March, officials said. They will meet again on May {day}.\n"
    for day, (first, second, town, number) in enumerate(
        (
            ("Peru", "Chile", "Lima", 11), ("Ghana", "Togo", "Accra", 4), ("Oman", "Iran", "Muscat", 7),
            ("Norway", "Iceland", "Bergen", 3), ("Japan", "China", "Osaka", 12), ("Kenya", "Uganda", "Kisumu", 5),
            ("Malta", "Libya", "Valletta", 9), ("Fiji", "Tonga", "Suva", 2),
        ),
        start=1,
    )
]  # fmt: skip


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with three reports."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf8")
    return folder


def put(folder: Path, archive: Archive, **means: object) -> Summary:
    """Add a folder."""
    options = Options()
    return add(find([str(folder)], options), archive, options, means=Means(**means))  # type: ignore[arg-type]


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables."""
    names = [r[0] for r in archive.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: archive.connection.execute(f"SELECT * FROM {name}").fetchall()
        for name in names
        if not name.startswith("words")
    }


def test_each_report_is_read_and_kept(news: Path, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        summary = put(news, archive)
        assert [summary.reports, summary.failures] == [3, []]
        assert record_of(archive, 1) == read(REPORTS["a.txt"])
        assert verify(archive) == []


def test_adding_again_changes_no_row(news: Path, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        put(news, archive)
        before = rows(archive)
        summary = put(news, archive)
        assert [summary.reports, summary.unchanged] == [0, 3]
        assert rows(archive) == before


def test_two_jobs_make_the_same_archive_as_one(news: Path, tmp_path: Path) -> None:
    found = []
    for jobs in (1, 2):
        with empty(tmp_path / f"{jobs}.db") as archive:
            put(news, archive, jobs=jobs)
            found.append(rows(archive))
    assert found[0] == found[1]


def test_one_bad_file_fails_alone_and_is_not_tried_again(news: Path, tmp_path: Path) -> None:
    (news / "bad.txt").write_bytes(b"\x00\x01\x02" * 1000)
    with empty(tmp_path / "a.db") as archive:
        summary = put(news, archive)
        assert [summary.reports, [Path(one.path).name for one in summary.failures]] == [3, ["bad.txt"]]
        before = rows(archive)
        assert put(news, archive).failures == []
        assert rows(archive) == before


def test_what_failed_is_tried_again_when_asked(news: Path, tmp_path: Path) -> None:
    (news / "bad.txt").write_bytes(b"\x00\x01\x02" * 1000)
    with empty(tmp_path / "a.db") as archive:
        put(news, archive)
        assert len(put(news, archive, retry=True).failures) == 1
        (news / "bad.txt").write_text("Mali and Niger signed a treaty in Bamako on Monday.\n")
        assert put(news, archive).reports == 1
        assert archive.connection.execute("SELECT count(*) FROM failures").fetchone() == (0,)


def test_a_changed_file_adds_a_document_and_keeps_the_old_one(news: Path, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        put(news, archive)
        (news / "a.txt").write_text("Sweden and Finland recalled their envoys from Riga on Sunday, a minister said.\n")
        assert put(news, archive).reports == 1
        assert archive.connection.execute("SELECT count(*) FROM documents").fetchone() == (4,)


def test_the_same_report_elsewhere_is_one_document_seen_twice(news: Path, tmp_path: Path) -> None:
    (news / "z.txt").write_text(REPORTS["a.txt"])
    with empty(tmp_path / "a.db") as archive:
        summary = put(news, archive)
        assert [summary.reports, summary.known] == [3, 1]
        assert archive.connection.execute("SELECT count(*) FROM sightings WHERE doc = 1").fetchone() == (2,)


def test_a_report_in_another_language_is_kept_aside(news: Path, tmp_path: Path) -> None:
    (news / "d.txt").write_text(
        "Le président a rencontré les ministres de la défense dans la capitale, selon une source du gouvernement qui "
        "a demandé que son nom ne soit pas publié dans les journaux de la région.\n"
    )
    with empty(tmp_path / "a.db") as archive:
        summary = put(news, archive)
        assert [summary.reports, sum(summary.foreign.values())] == [3, 1]
        assert archive.connection.execute("SELECT count(*) FROM documents WHERE state = 'foreign'").fetchone() == (1,)


def test_a_time_limit_fails_one_report_alone(news: Path, tmp_path: Path) -> None:
    (news / "0.txt").write_text("The minister of Mali met the envoy of Niger, who said that he would go. " * 5000)
    with empty(tmp_path / "a.db") as archive:
        summary = put(news, archive, limit=4)
        assert [summary.reports, [one.error for one in summary.failures]] == [3, ["WorkerLost"]]


def command(folder: Path, db: Path) -> list[str]:
    """Return the command that adds a folder."""
    return [sys.executable, "-m", "chancery", "add", str(folder), "--db", str(db)]


def many(folder: Path) -> Path:
    """Write a folder of reports."""
    folder.mkdir()
    for number, text in enumerate(MANY):
        (folder / f"{number}.txt").write_text(text)
    return folder


def test_an_add_that_was_killed_goes_on_to_the_same_archive(tmp_path: Path) -> None:
    folder, rng = many(tmp_path / "news"), random.Random(3)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOON.timestamp()))}
    for _ in range(3):
        process = subprocess.Popen(command(folder, tmp_path / "killed.db"), env=environment)
        time.sleep(rng.uniform(0.5, 3.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
    for name in ("killed.db", "whole.db"):
        subprocess.run(command(folder, tmp_path / name), env=environment, check=True)
    with open_archive(tmp_path / "killed.db", write=True) as killed, open_archive(tmp_path / "whole.db") as whole:
        assert killed.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert verify(killed) == []
        assert rows(killed) == rows(whole)


def test_a_reader_asks_while_a_writer_adds(tmp_path: Path) -> None:
    folder, db = many(tmp_path / "news"), tmp_path / "a.db"
    empty(db).close()
    process = subprocess.Popen(command(folder, db))
    counts = []
    while process.poll() is None:
        with open_archive(db) as archive:
            counts.append(archive.connection.execute("SELECT count(*) FROM events").fetchone()[0])
    assert process.returncode == 0
    assert counts == sorted(counts)
    assert len(counts) > 10


def test_a_date_that_is_given_later_takes_the_place_of_none(news: Path, tmp_path: Path) -> None:
    (news / "z.txt").write_text(MANY[0])
    (news / "y.txt").write_text(MANY[0] + "More follows.\n")
    with empty(tmp_path / "a.db") as archive:
        put(news, archive)
        dated = Options(published=NOON.date())
        summary = add(find([str(news)], dated), archive, dated)
        found = archive.connection.execute("SELECT state, published, count(*) FROM documents GROUP BY 1, 2").fetchall()
        copies = [("copy", None, 1), ("copy", "2026-04-01", 1)]
        assert [summary.reports, found] == [4, [*copies, ("read", "2026-04-01", 4)]]
        assert archive.connection.execute("SELECT count(DISTINCT family) FROM documents").fetchone() == (4,)
        assert verify(archive) == []
