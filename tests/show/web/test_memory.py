"""Answers are kept until the archive changes."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from archives import small
from chancery.show.web import memory
from chancery.show.web.memory import Memory
from chancery.store.archive import open_archive
from chancery.store.decisions import Decider, Finding


def change(db: Path) -> None:
    """Write something."""
    with open_archive(db, write=True) as archive:
        Decider(archive, "ada").decide([Finding("event", 1)], "accept")


def comes(kept: Memory, answer: str, *, asked: str) -> bool:
    """Tell whether an answer is given within a second, while whoever asks would get another one."""
    for _ in range(100):
        if kept.recall("key", lambda: asked) == answer:
            return True
        time.sleep(0.01)
    return False


def test_a_question_is_asked_once(tmp_path: Path) -> None:
    asked: list[int] = []
    kept = Memory(small(tmp_path / "a.db"))
    assert [kept.recall("key", lambda: asked.append(1) or len(asked)) for _ in range(3)] == [1, 1, 1]


def test_it_is_asked_anew_when_the_archive_has_changed(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    kept = Memory(db)
    answers = iter([1, 2])
    first = kept.recall("key", lambda: next(answers))
    change(db)
    assert (first, kept.recall("key", lambda: next(answers))) == (1, 2)


def test_a_slow_answer_is_shown_once_more_while_it_is_asked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "SLOW", 0.0)
    db = small(tmp_path / "a.db")
    kept, done = Memory(db), threading.Event()
    kept.recall("key", lambda: "old")
    change(db)
    assert kept.recall("key", lambda: done.set() or "new") == "old"
    assert done.wait(10)
    assert comes(kept, "new", asked="newest")


def test_what_cannot_be_asked_anew_is_asked_by_whoever_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "SLOW", 0.0)
    db = small(tmp_path / "a.db")
    kept, done = Memory(db), threading.Event()

    def fail() -> str:
        done.set()
        raise ValueError("cannot be asked")

    kept.recall("key", lambda: "old")
    change(db)
    assert kept.recall("key", fail) == "old"
    assert done.wait(10)
    assert comes(kept, "new", asked="new")


def test_what_was_asked_for_long_ago_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 1)
    kept = Memory(small(tmp_path / "a.db"))
    kept.recall("a", lambda: 1)
    kept.recall("b", lambda: 2)
    assert kept.recall("a", lambda: 3) == 3
