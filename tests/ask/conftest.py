"""Archives that are asked: the small one, and one in which a later reader has read a report again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from archives import LATER, NOON, accord, small
from chancery.ask.answers import Answers
from chancery.store.archive import open_archive
from chancery.store.writing import Writer


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """Yield the small archive; its events are 1 AGREE, 2 CONSULT, 3 ACCUSE, 4 MOBILIZE, 5 SANCTION, 6 PROTEST."""
    with Answers(small(tmp_path_factory.mktemp("ask") / "a.db")) as answers:
        yield answers


@pytest.fixture(scope="session")
def superseded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """Yield the same, with a later reading of the first report, an hour later, that has only its first event."""
    path = small(tmp_path_factory.mktemp("again") / "a.db")
    with open_archive(path, write=True, clock=lambda: NOON.replace(hour=13)) as opened:
        writer = Writer(opened)
        with writer.transaction():
            later = replace(accord(), reader=LATER, events=accord().events[:1], roles=(), statements=())
            writer.add_reading(1, later, writer.run_of(LATER))
    with Answers(path) as answers:
        yield answers
