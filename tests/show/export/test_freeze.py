"""A release is the same for the same archive, explains itself, and tells when it was touched."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest

from archives import ACCORD, CLASH, MARCH, small
from chancery.errors import ExportError
from chancery.show.export import freeze as freezing
from chancery.show.export.freeze import EVIDENCE, Scope, freeze
from chancery.show.export.release import TABLES
from chancery.show.export.unfrozen import check
from chancery.store.archive import open_archive
from chancery.store.decisions import Decider, Finding
from show.export.made import TEXT, archive_of, event, hostile, record

MOMENT = datetime(2026, 5, 1, tzinfo=UTC)
FILES = {f"{table.name}.parquet" for table in TABLES} | {"manifest.json", "SHA256SUMS", "DATA_DICTIONARY.md"}


def frozen(db: Path, out: Path, **given: Any) -> Path:
    with open_archive(db) as archive:
        freeze(archive, out, MOMENT, **given)
    return out


def table(folder: Path, name: str, columns: str = "*") -> list[tuple[Any, ...]]:
    return duckdb.connect().read_parquet(str(folder / f"{name}.parquet")).select(columns).fetchall()


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    one, two = (frozen(db, tmp_path / name) for name in ("one", "two"))
    assert {path.name for path in one.iterdir()} == FILES
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in two.iterdir()
    }


def test_the_manifest_tells_what_is_in_it(tmp_path: Path) -> None:
    manifest = json.loads((frozen(small(tmp_path / "a.db"), tmp_path / "out") / "manifest.json").read_text())
    assert manifest["made"] == "2026-05-01T00:00:00Z"
    assert manifest["events"]["by_status"] == {"alleged": 1, "happened": 3, "planned": 1, "possible": 1}
    assert (manifest["tables"]["documents"], manifest["tables"]["statements"]) == (3, 3)
    assert manifest["readers"] == [{"version": "0.1.0", "model": "by-hand", "sha256": "00"}]


@pytest.mark.parametrize("made", TABLES, ids=lambda made: made.name)
def test_every_column_is_there_with_its_type_and_explained(tmp_path: Path, made: Any) -> None:
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out")
    found = duckdb.connect().read_parquet(str(folder / f"{made.name}.parquet"))
    assert dict(zip(found.columns, map(str, found.types), strict=True)) == made.kinds
    words = (folder / "DATA_DICTIONARY.md").read_text(encoding="utf8").split(f"## {made.name}\n")[1].split("\n## ")[0]
    assert [column.name for column in made.columns if f"| `{column.name}` |" not in words] == []


def test_rows_are_read_off_the_archive(tmp_path: Path) -> None:
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out")
    assert table(folder, "events", "event, status, said_by, words, sentence_number")[3] == (
        "doc_b:e2", "alleged", "doc_b:s1", "sending", 2,
    )  # fmt: skip
    assert ("doc_b:e2", "denier", None, "doc_b:s2") in table(folder, "participants", "event, role, actor, statement")
    assert table(folder, "documents", "text") == [(ACCORD,), (CLASH,), (MARCH,)]
    assert table(folder, "roles", "title, words") == [("Foreign Minister", "Egyptian Foreign Minister Nadia Farouk")]


def test_numbers_lead_from_table_to_table(tmp_path: Path) -> None:
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out")
    actors = {number for (number,) in table(folder, "actors", "actor")}
    assert {number for (number,) in table(folder, "participants", "actor") if number} <= actors
    assert {event for (event,) in table(folder, "mentions", "event")} == {
        event for (event,) in table(folder, "events", "event")
    }


def test_hostile_text_survives(tmp_path: Path) -> None:
    folder = frozen(hostile(tmp_path / "a.db"), tmp_path / "out")
    assert {"NUL\x00here", "two\nlines", 'the "front"', "line\u2028separator"} <= {
        name for (name,) in table(folder, "actors", "name")
    }


def test_without_texts_hashes_and_spans_stay(tmp_path: Path) -> None:
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out", texts=False)
    assert table(folder, "documents", "text, text_sha256, characters")[0] == (
        None, sha256(ACCORD.encode()).hexdigest(), len(ACCORD),
    )  # fmt: skip
    words, sentence, start, end = table(folder, "events", "words, sentence, span_start, span_end")[0]
    assert (words, sentence, ACCORD[start:end]) == ("signed", None, "signed")
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"officials said" not in everything


def test_without_texts_words_are_few(tmp_path: Path) -> None:
    long = "went on and on about it " * 9
    made = record("doc_a", [event("e1", "ACCUSE", words="met")], text=TEXT + long)
    deed = event("e1", "ACCUSE", mentions=(type(made.events[0].mentions[0])((len(TEXT), len(TEXT + long)), long),))
    db = archive_of(tmp_path / "a.db", record("doc_a", [deed], text=TEXT + long))
    ((words,),) = table(frozen(db, tmp_path / "out", texts=False), "events", "words")
    assert words == long[:EVIDENCE] + " …"


def test_a_scope_holds_for_every_table(tmp_path: Path) -> None:
    scope = Scope(since="2026-03-01", until="2026-03-11")
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out", scope=scope)
    counts = json.loads((folder / "manifest.json").read_text())
    assert counts["tables"] == {
        "events": 3, "participants": 7, "mentions": 3, "statements": 2, "figures": 1, "roles": 0, "actors": 3,
        "appearances": 3, "documents": 1, "decisions": 0, "runs": 1,
    }  # fmt: skip
    assert counts["filters"] == {"published_since": "2026-03-01", "published_until": "2026-03-11"}


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="not an empty folder"):
        frozen(small(tmp_path / "a.db"), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert check(frozen(small(tmp_path / "a.db"), tmp_path / "out")) == []


def test_what_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: Path) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(freezing, "sums", stop)
    db = small(tmp_path / "a.db")
    with pytest.raises(KeyboardInterrupt):
        frozen(db, tmp_path / "out")
    assert [path for path in tmp_path.iterdir() if not path.name.startswith("a.db")] == []


def test_a_release_as_it_was_frozen_is_whole(tmp_path: Path) -> None:
    assert check(frozen(small(tmp_path / "a.db"), tmp_path / "out")) == []


def test_a_changed_a_missing_and_an_added_file_are_named(tmp_path: Path) -> None:
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out")
    data = bytearray((folder / "events.parquet").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "events.parquet").write_bytes(data)
    (folder / "roles.parquet").unlink()
    (folder / "notes.txt").write_text("mine")
    assert check(folder) == [
        "roles.parquet is missing", "events.parquet is not as it was frozen", "notes.txt does not belong to it",
    ]  # fmt: skip


def test_a_manifest_that_says_other_than_the_tables_is_named(tmp_path: Path) -> None:
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["tables"]["roles"] = 2
    manifest["events"]["by_type"]["AID"] = 1
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "SHA256SUMS").write_text(freezing.sums(folder))
    assert check(folder) == [
        "roles.parquet has 1 rows, the manifest says 2", "events.parquet counts otherwise by type than the manifest",
    ]  # fmt: skip


def test_a_folder_without_a_release_and_a_later_form_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="holds no release"):
        check(tmp_path)
    folder = frozen(small(tmp_path / "a.db"), tmp_path / "out")
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "format": "chancery.release/9"}))
    (folder / "SHA256SUMS").write_text(freezing.sums(folder))
    with pytest.raises(ExportError, match=r"release/9"):
        check(folder)


def test_decisions_stand_beside_what_was_read(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True) as archive:
        Decider(archive, "ada").decide([Finding("role", 1)], "reject", note="a private word")
    folder = frozen(db, tmp_path / "release")
    assert table(folder, "decisions", "document, kind, local, verdict, decided_by") == [
        ("doc_a", "role", "r1", "reject", "ada")
    ]
    assert len(table(folder, "roles", "document")) == 1
