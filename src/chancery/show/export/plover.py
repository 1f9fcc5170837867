"""PLOVER: events as JSON Lines with the fields of the PLOVER manual, and Chancery's own beside them.

In: an event and its story. Out: one line of UTF-8 JSON.
What it does not know: other formats. Source of the fields: PLOVER manual 2021, chapter on JSON data fields.

Native keys are the manual's; compound parties are lists, and those who meet are all actors. `status`, `attribution`,
`mentions`, `document`, `date_from`, `edtf`, `confidence` and `why` are ours. Strict records call a deed as the manual
does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from chancery.plover import QUADS, score_of
from chancery.record import EventType, Status
from chancery.show.export.codes import load
from chancery.show.export.pairs import sides_of
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Party
from chancery.show.export.story import Story

Json = dict[str, Any]
CODEBOOK = "PLOVER 2021"
NON_STATE = ("IGO", "NGO")
"""Sectors that the manual uses as codes of those who belong to no state."""
CONTEXTS: dict[Status, str] = {"planned": "future", "possible": "hypothetical"}
"""What the manual says with a context, of a deed that keeps its type in a strict record."""
_LINE_ENDS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"), (b"\xc2\x85", b"\\u0085"))
"""Characters that JSON allows and `str.splitlines` breaks at, and how JSON writes them otherwise."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How records are written.

    Attributes:
        strict: call a deed by its status as the manual does (a planned meeting is AGREE); else keep its type.
        texts: give the words and the sentence; without them their spans remain.
    """

    strict: bool = False
    texts: bool = True


def lines(row: EventRow, story: Story, manner: Manner) -> list[bytes]:
    """Return the line of an event.

    Raises:
        LeftOut: a strict record needs a date and an actor.
    """
    data = msgspec.json.encode(record_of(row, story, manner))
    for raw, escaped in _LINE_ENDS:
        if raw in data:
            data = data.replace(raw, escaped)
    return [data + b"\n"]


def record_of(row: EventRow, story: Story, manner: Manner) -> Json:
    """Return the record of an event, keys in the manual's order, ours last; keys without a value are left out."""
    if manner.strict and row.day is None:
        raise LeftOut("without a date")
    if manner.strict and not row.actors:
        raise LeftOut("without an actor")
    kind, mode, contexts = _deed(row, story, manner)
    actors, recipients = _sides(row)
    record: Json = {
        "id": f"{row.document}:{row.local}", "has_event": True, "date": row.day,
        "enddate": row.latest if row.day_from == "text" and row.latest != row.day else None,
        "actor": [_party(party, row, story, manner) for party in actors],
        "recipient": [_party(party, row, story, manner) for party in recipients],
        "event": [kind], "event_loc": _place(row),
        "event_text": story.words(row) if manner.texts else None,
        "quad_code": QUADS[kind], "event_scale": score_of(kind, mode), "mode": [mode] if mode else None,
        "context": contexts, **_source(row, story, manner),
        "status": row.status, "attribution": _attribution(row, story), "mentions": _mentions(row, story, manner),
        "document": row.document, "date_from": row.day_from, "edtf": row.edtf, "confidence": row.confidence,
        "why": msgspec.Raw(row.why.encode()) if manner.texts else None,  # it quotes the words
    }  # fmt: skip
    return {key: value for key, value in record.items() if value is not None or key == "date"}


def _deed(row: EventRow, story: Story, manner: Manner) -> tuple[EventType, str | None, list[str]]:
    """Return type, mode and contexts."""
    contexts = row.contexts.split()
    if not manner.strict:
        return row.type, row.mode, contexts
    called = load().called(row.type, row.mode, row.status, story.words(row))
    if called.type == row.type and row.status in CONTEXTS:
        contexts.append(CONTEXTS[row.status])
    return called.type, called.mode, contexts


def _sides(row: EventRow) -> tuple[list[Party], list[Party]]:
    """Return actors and recipients: those who meet are all actors, but for visitors and their hosts."""
    actors, recipients = sides_of(row)
    if row.type == "CONSULT" and row.mode != "visit":
        return list({party.local: party for party in (*actors, *recipients)}.values()), []
    return actors, recipients


def _party(party: Party, row: EventRow, story: Story, manner: Manner) -> Json:
    """Return the manual's actor object."""
    sectors = (party.sectors or "").split()
    span = story.nearest(party, row)
    found: Json = {
        "code": party.country or next((code for code in NON_STATE if code in sectors), None),
        "sector": "".join(sectors[:2]) or None,  # the manual's three or six letters
        "entity_text": story.text[span[0] : span[1]] if span and manner.texts else None,
        "identifier_text": party.name, "office": story.offices.get(party.local),
        "id": party.local, "kind": party.kind, "sectors": sectors, "span": span,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


def _place(row: EventRow) -> Json | None:
    """Return the manual's location object, whose names are GeoNames'."""
    if row.place is None:
        return None
    found: Json = {
        "geonameid": row.geonames, "name": row.place, "latitude": row.latitude, "longitude": row.longitude,
        "cc3": row.place_country, "precision": row.precision, "span": [row.place_start, row.place_end],
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


def _source(row: EventRow, story: Story, manner: Manner) -> Json:
    """Return what the record was read from, and who read it."""
    version, model, made = story.reader
    first = row.spots[0] if row.spots else None
    cite = {
        "citation": row.document, "url": row.url, "title": row.title, "language": row.language,
        "publication": row.publisher, "published": row.published, "codebook": CODEBOOK,
    }  # fmt: skip
    place = first and {"sequence": first.sentence, "start": first.sentence_start, "end": first.sentence_end}
    return {
        "text": story.text[first.sentence_start : first.sentence_end] if first and manner.texts else None,
        "text_info": place,
        "cite_info": {key: value for key, value in cite.items() if value is not None},
        "coder": f"chancery {version} {model}", "coded_date": made[:10], "coded_time": made[11:],
    }  # fmt: skip


def _attribution(row: EventRow, story: Story) -> Json | None:
    """Return the statement that says so, and those that deny it."""
    said = [_saying(local, story) for local in ([row.said_by] if row.said_by else [])]
    denied = [_saying(local, story) for local in row.deniers]
    found: Json = {"said_by": said[0] if said else None, "denied_by": denied or None}
    return {key: value for key, value in found.items() if value is not None} or None


def _saying(local: str, story: Story) -> Json:
    saying = story.sayings[local]
    found = {"id": local, **saying._asdict()}
    return {key: value for key, value in found.items() if value is not None}


def _mentions(row: EventRow, story: Story, manner: Manner) -> list[Json]:
    """Return where words tell of the event, in code points of the document's text."""
    spans: list[Json] = [{"start": spot.start, "end": spot.end, "sentence": spot.sentence} for spot in row.spots]
    if manner.texts:
        for one, words in zip(spans, story.words(row), strict=True):
            one["text"] = words
    return spans
