"""Views: a record as what the report's page shows.

In: a record. Out: its paragraphs cut into marked pieces, and its findings as entries in the order of their dates.
What it does not know: HTML, archives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chancery.record import Actor, Event, Figure, Place, Record, Role, Span, Statement, Time
from chancery.show.web.layers import Mark, Piece, pieces_of

_PARAGRAPH = re.compile(r"[^\n]+")
KINDS = ("event", "statement", "figure", "role")
"""Kinds of findings, in the order in which the page lists them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text as it is shown: its words, and the marks around them from the outermost inwards."""

    words: str
    marks: tuple[tuple[int, Mark], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as it is listed.

    Attributes:
        id: in the record.
        kind: event, statement, figure or role.
        title: what it is, in a few words.
        day: by which it is sorted; empty where it has none.
        when: its time, as EDTF or as the report words it.
        status: of an event or a figure.
        chain: who, through whom, to whom: names with an arrow's meaning before each.
        words: the exact words.
        details: further lines, each with a label.
        confidence: 0 to 1, None where it has none.
    """

    id: str
    kind: str
    title: str
    day: str
    when: str
    status: str
    chain: tuple[tuple[str, str], ...]
    words: str
    details: tuple[tuple[str, str], ...]
    confidence: float | None


def paragraphs_of(record: Record, *, only: str = "") -> list[list[Part]]:
    """Return the paragraphs of a report as marked parts.

    Args:
        record: of the report.
        only: the id of the finding whose words are marked; empty for all.
    """
    text, marks = record.document.text, [mark for mark in marks_of(record) if only in ("", mark.of)]
    return [
        [_part(text, piece) for piece in pieces_of(found.span(), marks)] for found in _PARAGRAPH.finditer(text)
    ]  # fmt: skip


def _part(text: str, piece: Piece) -> Part:
    start, end = piece.span
    return Part(text[start:end], piece.marks)


def marks_of(record: Record) -> Iterator[Mark]:
    """Yield what is to be marked: deeds, sources, cues and contents of statements, figures, offices."""
    for statement in record.statements:
        for sort, spans in _statement_spans(statement):
            yield from (Mark(span, statement.id, "statement", sort) for span in spans)
    for event in record.events:
        yield from (Mark(mention.span, event.id, "event", event.status) for mention in event.mentions)
    for figure in record.figures:
        yield Mark(figure.span, figure.id, "figure", figure.status)
    for number, role in enumerate(record.roles, start=1):
        yield Mark(role.span, f"r{number}", "role")


def _statement_spans(statement: Statement) -> Iterator[tuple[str, Iterable[Span]]]:
    yield "content", statement.content_spans
    yield "source", (span for span in (statement.source_span,) if span is not None)
    yield "cue", (span for span in (statement.cue_span,) if span is not None)


def entries_of(record: Record) -> list[Entry]:
    """Return the findings of a record: by kind, dated ones first and in the order of their days."""
    names = {actor.id: actor for actor in record.actors}
    said = {statement.id: statement for statement in record.statements}
    entries = [
        *(_event(event, names, said) for event in record.events),
        *(_statement(statement, names, said, record.document.text) for statement in record.statements),
        *(_figure(figure, names, said) for figure in record.figures),
        *(_role(number, role, names) for number, role in enumerate(record.roles, start=1)),
    ]
    return sorted(entries, key=lambda entry: (KINDS.index(entry.kind), entry.day == "", entry.day))


def _event(event: Event, names: dict[str, Actor], said: dict[str, Statement]) -> Entry:
    chain = [("", _named(event.actors, names))]
    if event.recipients:
        chain.append(("→", _named(event.recipients, names)))
    details = [("in", _place(event.place))] if event.place else []
    if event.said_by in said:
        details.append(("said by", _told(said[event.said_by], names, said)))
    details += [("denied by", _told(said[one], names, said)) for one in event.denied_by if one in said]
    if event.contexts:
        details.append(("context", ", ".join(event.contexts)))
    details.append(("why", "; ".join(event.why)))
    title = event.type if event.mode is None else f"{event.type} {event.mode}"
    words = " … ".join(mention.text for mention in event.mentions)
    return Entry(
        event.id, "event", title, _day(event.time), _when(event.time), event.status, tuple(chain), words,
        tuple(details), event.confidence,
    )  # fmt: skip


def _statement(statement: Statement, names: dict[str, Actor], said: dict[str, Statement], text: str) -> Entry:
    chain = list(attribution_of(statement, names, said))
    if statement.addressee in names:
        chain.append(("to", names[statement.addressee].name))
    words = " … ".join(text[start:end] for start, end in statement.content_spans)
    form: str = statement.form
    details = [("cue", f"{statement.cue} ({form})")] if statement.cue else [("form", form)]
    return Entry(
        statement.id, "statement", statement.act, _day(statement.time), _when(statement.time), "", tuple(chain), words,
        tuple(details), statement.confidence,
    )  # fmt: skip


def _figure(figure: Figure, names: dict[str, Actor], said: dict[str, Statement]) -> Entry:
    amount = f"{figure.value:,.10g}" + (f" to {figure.upper:,.10g}" if figure.upper is not None else "")
    sign = {"=": "", ">": "more than ", "<": "less than ", "~": "about "}[figure.compare]
    details = [("about", _named(figure.about, names))] if figure.about else []
    if figure.said_by in said:
        details.append(("said by", _told(said[figure.said_by], names, said)))
    if figure.change:
        details.append(("change", figure.change))
    return Entry(
        figure.id, "figure", f"{sign}{amount} {figure.unit or ''}".strip(), _day(figure.time), _when(figure.time),
        figure.status, (("", figure.what or ""),), figure.text, tuple(details), None,
    )  # fmt: skip


def _role(number: int, role: Role, names: dict[str, Actor]) -> Entry:
    of = ", ".join(one for one in (role.organization, role.country) if one)
    chain = (("", names[role.person].name if role.person in names else role.person),)
    details = (("of", of),) if of else ()
    return Entry(
        f"r{number}", "role", role.title, _day(role.time), _when(role.time), "", chain, role.text, details, None
    )  # fmt: skip


def _named(ids: Iterable[str], names: dict[str, Actor]) -> str:
    return ", ".join(names[one].name for one in ids if one in names) or "nobody named"


def attribution_of(
    statement: Statement, names: dict[str, Actor], said: dict[str, Statement]
) -> Iterator[tuple[str, str]]:
    """Yield who says it, through whom, and who tells that they say it, outwards to the report's own voice.

    Args:
        statement: what is said.
        names: actors by their ids.
        said: statements by their ids, of which one may contain this one.

    Yields:
        Names, each with what it is to the one before: nothing, "through", "as told by".
    """
    sign, passed = "", set[str]()
    inner: str | None = None
    one: Statement | None = statement
    while one is not None and one.id not in passed:
        passed.add(one.id)
        if one.source is None or one.source != inner:  # who goes on speaking tells nothing of themselves
            yield sign, _source(one, names)
        if one.via in names:
            yield "through", names[one.via].name
        sign, inner, one = "as told by", one.source, said.get(one.within or "")


def _told(statement: Statement, names: dict[str, Actor], said: dict[str, Statement]) -> str:
    """Return who says it, through whom, as told by whom, in words."""
    parts = (f"{sign} {name}".strip() for sign, name in attribution_of(statement, names, said))
    return ", ".join(parts)


def _source(statement: Statement, names: dict[str, Actor]) -> str:
    return names[statement.source].name if statement.source in names else "nobody named"


def _place(place: Place) -> str:
    return place.name if place.country is None else f"{place.name} ({place.country}, {place.precision})"


def _day(time: Time | None) -> str:
    return "" if time is None else time.earliest or time.latest or ""


def _when(time: Time | None) -> str:
    return "" if time is None else time.edtf or f"“{time.text}”"
