"""A report's findings say who says so, through whom, and as told by whom."""

from __future__ import annotations

from msgspec.structs import replace

from archives import accord, actor, clash, within
from chancery.record import Record, Statement
from chancery.show.web.views import entries_of, paragraphs_of


def nested() -> Record:
    """Return the clash in which Norway's accusation is told by an agency, through a spokesman."""
    record = clash()
    text = record.document.text
    first, *others = record.statements
    agency = actor(text, "a4", "Agency", None, "Norway", kind="media")
    spokesman = actor(text, "a5", "Spokesman", "NOR", "Norway", kind="person")
    outer = Statement(
        "s3", "a4", None, None, None, (within(text, "accused Russia"),), "indirect", "say", None, None, None, None, 0.9
    )
    return replace(
        record,
        actors=(*record.actors, agency, spokesman),
        statements=(replace(first, within="s3", via="a5"), *others, outer),
    )


def test_a_statement_says_through_whom_to_whom_and_as_told_by_whom() -> None:
    chains = {entry.id: entry.chain for entry in entries_of(nested())}
    assert chains["s1"] == (("", "Norway"), ("through", "Spokesman"), ("as told by", "Agency"), ("to", "Russia"))
    assert chains["s2"] == (("", "Russia"),)


def test_a_deed_and_a_figure_say_the_same_of_those_by_whom_they_are_known() -> None:
    details = {entry.id: dict(entry.details) for entry in entries_of(nested())}
    assert details["e2"]["said by"] == details["f1"]["said by"] == "Norway, through Spokesman, as told by Agency"
    assert details["e2"]["denied by"] == "Russia"


def test_who_goes_on_speaking_is_named_once() -> None:
    record = nested()
    first, second, outer = record.statements
    told = replace(record, statements=(replace(first, via=None), second, replace(outer, source="a1")))
    chain = next(entry.chain for entry in entries_of(told) if entry.id == "s1")
    assert chain == (("", "Norway"), ("to", "Russia"))


def test_statements_that_contain_each_other_come_to_an_end() -> None:
    record = clash()
    first, second = record.statements
    looped = replace(record, statements=(replace(first, within="s2"), replace(second, within="s1")))
    chain = next(entry.chain for entry in entries_of(looped) if entry.id == "s1")
    assert chain == (("", "Norway"), ("as told by", "Russia"), ("to", "Russia"))


def test_findings_are_listed_by_kind_and_day() -> None:
    assert [entry.id for entry in entries_of(accord())] == ["e1", "e2", "s1", "r1"]


def test_only_one_finding_can_be_marked() -> None:
    parts = [part for paragraph in paragraphs_of(accord(), only="e2") for part in paragraph]
    assert [part.words for part in parts if part.marks] == ["will visit"]
