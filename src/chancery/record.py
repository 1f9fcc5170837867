"""The record: what reading one report yields, as plain data.

In: nothing; these are the nouns that every stage fills and every reader of the JSON sees.
Out: `chancery.record/1`, written by `to_json` with the same bytes for the same content.
What it does not know: how any of it was found.

Every span is a half-open `(start, end)` pair of Unicode code points of `Document.text`, and
every `text` beside a span is exactly `document.text[start:end]`.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Span = tuple[int, int]
Status = Literal["happened", "planned", "possible", "alleged", "not_happened"]
STATUSES: tuple[Status, ...] = get_args(Status)
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
MODES: dict[str, tuple[str, ...]] = {
    kind: tuple(modes.split())
    for kind, modes in {
        "CONSULT": "visit third-party multilateral phone",
        "RETREAT": "withdraw release return disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict ban arrest relations rights expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture execute sexual assassinate destroy primitive firearms explosives "
        "suicide-attack aerial drone heavy-weapons crowd-control cleansing massacre unconventional",
    }.items()
}
"""The modes of each PLOVER type, manual 2021; a type that is not here has none."""
ActorKind = Literal[
    "person", "state", "government", "organization", "bloc", "armed_group", "population", "media", "unknown"
]
MentionForm = Literal["name", "nominal", "pronoun", "metonym"]
StatementForm = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "deny", "accuse", "demand", "promise", "threaten", "praise", "predict", "ask", "believe", "announce"
]
Compare = Literal["=", ">", "<", "~"]
Change = Literal["increase", "decrease"]
PublishedFrom = Literal["given", "metadata", "inferred"]

SCHEMA = "chancery.record/1"


class Mention(msgspec.Struct, frozen=True):
    """Words of the report that stand for something."""

    span: Span
    text: str


class ActorMention(msgspec.Struct, frozen=True):
    """Words of the report that stand for an actor, and how they do it."""

    span: Span
    text: str
    form: MentionForm


class Actor(msgspec.Struct, frozen=True):
    """Somebody who acts, is acted upon or speaks; `country` is ISO 3166-1 alpha-3, `sectors` PLOVER codes."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    mentions: tuple[ActorMention, ...]


class Time(msgspec.Struct, frozen=True):
    """A time as the report words it, and its EDTF value (ISO 8601-2).

    `edtf` is None where the words cannot be resolved (no publication date, say); `earliest` and
    `latest` are inclusive ISO dates, None where that side is open or unresolved.
    """

    span: Span
    text: str
    edtf: str | None
    earliest: str | None
    latest: str | None


class Place(msgspec.Struct, frozen=True):
    """A place as the report words it; coordinates (WGS 84 degrees) only as precise as the place is."""

    span: Span
    text: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    geonames: int | None = None
    use: Literal["literal", "metonym"] = "literal"


class Event(msgspec.Struct, frozen=True):
    """One deed: a PLOVER type and mode, who did it to whom, when, where, and whether it happened."""

    id: str
    type: EventType
    mode: str | None
    status: Status
    mentions: tuple[Mention, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: Time | None
    place: Place | None
    contexts: tuple[str, ...]
    said_by: str | None
    denied_by: tuple[str, ...]
    confidence: float
    why: tuple[str, ...]


class Statement(msgspec.Struct, frozen=True):
    """One attribution: a source, a cue and the words that are attributed (PolNeAR's definition)."""

    id: str
    source: str | None
    source_span: Span | None
    cue_span: Span | None
    cue: str | None
    content_spans: tuple[Span, ...]
    form: StatementForm
    act: Act
    via: str | None
    addressee: str | None
    time: Time | None
    within: str | None
    confidence: float
    why: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True):
    """A number that measures something; `unit` is an ISO 4217 code, `percent`, `person` or a singular noun."""

    id: str
    span: Span
    text: str
    value: float
    upper: float | None
    compare: Compare
    unit: str | None
    what: str | None
    change: Change | None
    time: Time | None
    status: Status
    said_by: str | None
    about: tuple[str, ...]


class Role(msgspec.Struct, frozen=True):
    """A person's office, as the report gives it; `time` None means: when the report was published."""

    person: str
    title: str
    organization: str | None
    country: str | None
    span: Span
    text: str
    time: Time | None


class Document(msgspec.Struct, frozen=True):
    """The report itself."""

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    author: str | None
    language: str
    published: str | None
    published_from: PublishedFrom | None
    dateline: str | None
    text: str


class Reader(msgspec.Struct, frozen=True):
    """Who read it: the version of this program and of the model, with the model's sha256."""

    version: str
    model: str
    sha256: str


class Record(msgspec.Struct, frozen=True, tag_field="schema", tag=SCHEMA):
    """Everything that reading one report yields; ids are local to it and in reading order."""

    reader: Reader
    document: Document
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    roles: tuple[Role, ...]


def to_json(record: Record) -> bytes:
    """Encode a record as one line of UTF-8 JSON.

    Args:
        record: what `chancery.read` returned.

    Returns:
        The JSON object without a final newline; equal records give equal bytes.
    """
    return msgspec.json.encode(record)


def from_json(data: bytes | str) -> Record:
    """Decode a record and check it against the contract.

    Args:
        data: one JSON object as `to_json` writes it.

    Returns:
        The record.

    Raises:
        msgspec.ValidationError: where the data is not a `chancery.record/1`.
    """
    return msgspec.json.decode(data, type=Record)
