"""One pass over an analysis finds every kind of mention, and actors for whatever needs one."""

from __future__ import annotations

from chancery.extract.report import extract
from said import SAID_THAT, report


def test_a_source_gets_an_actor() -> None:
    found = extract(report(SAID_THAT))
    assert [one.source_head in {actor.head for actor in found.actors} for one in found.statements] == [True]


def test_tokens_of_a_content_are_held_by_its_statement_and_others_by_none() -> None:
    found = extract(report(SAID_THAT))
    held = {token for first, last in found.statements[0].contents for token in range(first, last)}
    assert [bool(ids) for ids in found.holders] == [token in held for token in range(len(found.holders))]


def test_a_single_paragraph_has_neither_headline_nor_dateline() -> None:
    found = extract(report(SAID_THAT))
    assert (found.headline, found.dateline) == (None, None)
