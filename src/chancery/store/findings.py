"""Findings: from a record to the rows of one reading.

In: a record, the sentences of its text. Out: rows by table, in the order in which they are inserted.
What it does not know: the archive's numbers; it speaks of actors by their places in the record, `writing` puts
numbers in.
"""

from __future__ import annotations

import bisect
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chancery import plover
from chancery.record import Actor, Event, Figure, Place, Record, Role, Span, Statement, Time
from chancery.store.hashing import Value

Row = dict[str, Value]


@dataclass(slots=True)
class Finding:
    """A row of one of the `all_…` tables, and by table the rows that hang on it by the column `number`."""

    table: str
    row: Row
    number: str
    parts: list[tuple[str, Row]] = field(default_factory=list)


class Sentences:
    """The sentences of a text, by which the words of a finding are shown."""

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        """Keep them.

        Args:
            spans: in order; none where they are not known, then the whole text is one.
            length: code points of the text.
        """
        self._spans = list(spans) or [(0, length)]
        self._starts = [start for start, _ in self._spans]

    def around(self, span: Span) -> tuple[int, Span]:
        """Return the number, from 1, and the span of the sentence in which a span begins, wide enough for all of it."""
        index = max(0, bisect.bisect_right(self._starts, span[0]) - 1)
        start, end = self._spans[index]
        return index + 1, (min(start, span[0]), max(end, span[1]))


def findings_of(record: Record, numbers: Mapping[str, int], sentences: Sequence[Span] = ()) -> Iterator[Finding]:
    """Yield the findings of a record.

    Args:
        record: what reading a report yielded.
        numbers: the archive's number of each actor, by its id in the record.
        sentences: the spans of the text's sentences.

    Yields:
        Statements, events, figures and roles, each with the rows that hang on it; without `reading`, `doc`, `live`.
    """
    published = record.document.published
    around = Sentences(sentences, len(record.document.text))
    actors = {actor.id: actor for actor in record.actors}
    for statement in record.statements:
        yield _statement(statement, numbers, published)
    for event in record.events:
        yield _event(event, actors, numbers, published, around)
    for figure in record.figures:
        yield _figure(figure, numbers, published)
    for n, role in enumerate(record.roles, start=1):
        yield _role(n, role, numbers, published)


def day_of(time: Time | None, published: str | None) -> tuple[str | None, str | None]:
    """Return the day by which a finding is filed, and where it comes from.

    Args:
        time: its time in the text.
        published: the day of publication.

    Returns:
        The first day of the time, or its last where the first is open, "text"; else the day of publication,
        "published"; else nothing.
    """
    day = None if time is None else time.earliest or time.latest
    if day is not None:
        return day, "text"
    return (published, "published") if published else (None, None)


def dated(time: Time | None, published: str | None) -> Row:
    """Return the columns of a time."""
    day, day_from = day_of(time, published)
    row: Row = {"day": day, "day_from": day_from}
    return row if time is None else {**row, **plain_time(time, "time_")}


def plain_time(time: Time, prefix: str) -> Row:
    """Return a time's span and value; `prefix` stands before `start` and `end`."""
    start, end = time.span
    return {
        f"{prefix}start": start, f"{prefix}end": end, "edtf": time.edtf, "earliest": time.earliest,
        "latest": time.latest,
    }  # fmt: skip


def place_row(place: Place, prefix: str, name: str, country: str) -> Row:
    """Return a place's columns, its span's with a prefix, its name's and country's as named."""
    start, end = place.span
    return {
        f"{prefix}start": start, f"{prefix}end": end, name: place.name, country: place.country,
        "latitude": None if place.latitude is None else float(place.latitude),
        "longitude": None if place.longitude is None else float(place.longitude),
        "precision": place.precision, "geonames": place.geonames, "place_use": place.use,
    }  # fmt: skip


def as_json(value: object) -> str:
    """Encode a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _event(
    event: Event, actors: Mapping[str, Actor], numbers: Mapping[str, int], published: str | None, around: Sentences
) -> Finding:
    row: Row = {
        "local": event.id, "type": event.type, "mode": event.mode, "status": event.status,
        "quad": plover.QUADS[event.type], "score": plover.score_of(event.type, event.mode),
        **dated(event.time, published), "contexts": " ".join(event.contexts), "said_by": event.said_by,
        "confidence": float(event.confidence), "why": as_json(event.why),
    }  # fmt: skip
    if event.place is not None:
        row |= place_row(event.place, "place_", "place", "place_country")
    finding = Finding("all_events", row, "event")
    for n, mention in enumerate(event.mentions, start=1):
        sentence, whole = around.around(mention.span)
        finding.parts.append(("event_mentions", {
            "n": n, "span_start": mention.span[0], "span_end": mention.span[1], "sentence": sentence,
            "sentence_start": whole[0], "sentence_end": whole[1],
        }))  # fmt: skip
    finding.parts += _participants(event, numbers)
    finding.parts += links_of(event, actors, row)
    return finding


def _participants(event: Event, numbers: Mapping[str, int]) -> Iterator[tuple[str, Row]]:
    """Yield who does it, to whom, and the statements that deny it."""
    for role, ids in (("actor", event.actors), ("recipient", event.recipients), ("denier", event.denied_by)):
        for n, local in enumerate(ids, start=1):
            yield "participants", {"role": role, "n": n, "local": local, "actor": numbers.get(local)}


def links_of(event: Event, actors: Mapping[str, Actor], row: Row) -> Iterator[tuple[str, Row]]:
    """Yield the countries of each side, and the pairs that the event links.

    Args:
        event: of which only the type and the ids of its parties are used.
        actors: by those ids.
        row: the event's row, which these rows repeat in part.
    """
    doers, others = (_countries(ids, actors) for ids in (event.actors, event.recipients))
    for country in dict.fromkeys((*doers, *others)):
        role = "both" if country in doers and country in others else "actor" if country in doers else "recipient"
        counted = {name: row[name] for name in ("day", "status", "type", "quad")}
        yield "event_countries", {"role": role, "country": country, **counted}
    for source, target in pairs_of(event, actors):
        yield "dyads", {
            "source": source, "target": target, "day": row["day"], "quad": row["quad"], "score": row["score"],
            "status": row["status"],
        }  # fmt: skip


def _countries(ids: Iterable[str], actors: Mapping[str, Actor]) -> list[str]:
    """Return the countries of actors, each once, in their order."""
    return list(dict.fromkeys(actors[one].country or "" for one in ids if actors[one].country))


def pairs_of(event: Event, actors: Mapping[str, Actor]) -> list[tuple[str, str]]:
    """Return the ordered pairs of countries that an event links.

    Each actor's country with each recipient's; of a mutual type every participant's with every other's, both ways.
    Two participants of one country link it with itself.
    """
    if event.type in plover.MUTUAL:
        ids = dict.fromkeys((*event.actors, *event.recipients))
        linked = [(a, b) for a in ids for b in ids if a != b]
    else:
        linked = [(a, b) for a in event.actors for b in event.recipients]
    pairs = ((actors[a].country, actors[b].country) for a, b in linked)
    return list(dict.fromkeys((a, b) for a, b in pairs if a and b))


def _statement(statement: Statement, numbers: Mapping[str, int], published: str | None) -> Finding:
    source, cue = statement.source_span or (None, None), statement.cue_span or (None, None)
    row: Row = {
        "local": statement.id, "source": _number(numbers, statement.source), "source_local": statement.source,
        "source_start": source[0], "source_end": source[1], "cue": statement.cue, "cue_start": cue[0],
        "cue_end": cue[1], "contents": as_json(statement.content_spans), "form": statement.form, "act": statement.act,
        "via": _number(numbers, statement.via), "via_local": statement.via,
        "addressee": _number(numbers, statement.addressee), "addressee_local": statement.addressee,
        "within": statement.within, **dated(statement.time, published),
        "confidence": float(statement.confidence), "why": as_json(statement.why),
    }  # fmt: skip
    return Finding("all_statements", row, "statement")


def _number(numbers: Mapping[str, int], local: str | None) -> int | None:
    return None if local is None else numbers.get(local)


def _figure(figure: Figure, numbers: Mapping[str, int], published: str | None) -> Finding:
    row: Row = {
        "local": figure.id, "span_start": figure.span[0], "span_end": figure.span[1], "value": float(figure.value),
        "upper": None if figure.upper is None else float(figure.upper), "compare": figure.compare,
        "unit": figure.unit, "what": figure.what, "change": figure.change, "status": figure.status,
        "said_by": figure.said_by, **dated(figure.time, published),
    }  # fmt: skip
    parts: list[tuple[str, Row]] = [
        ("figure_actors", {"n": n, "local": local, "actor": numbers[local]})
        for n, local in enumerate(figure.about, start=1)
    ]
    return Finding("all_figures", row, "figure", parts)


def _role(n: int, role: Role, numbers: Mapping[str, int], published: str | None) -> Finding:
    row: Row = {
        "n": n, "person": numbers[role.person], "person_local": role.person, "title": role.title,
        "organization": role.organization, "country": role.country, "span_start": role.span[0],
        "span_end": role.span[1], **dated(role.time, published),
    }  # fmt: skip
    return Finding("all_roles", row, "role")
