"""The JSON interface: its questions, and its description (OpenAPI 3.1).

In: requests. Out: JSON, one form of error.
What it does not know: pages.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from chancery.ask.answers import UNDERSTOOD, Answers
from chancery.show.web.lists import FILTERED, KINDS, MOST_ROWS, filters_of, json_of, problem, question
from chancery.show.web.pages import Pages
from chancery.show.web.search import ORDERS

SERIES = {
    "timeline": ("period", "by"),
    "dyads": ("period", "together", "undirected"),
    "facets": (),
    "places": (),
    "links": (),
    "pairs": (),
}
"""Questions that are not paged, and the options that they have beside filters."""
CHOICES = {
    "timeline": {"period": ["day", "month", "year"], "by": ["status", "type", "quad"]},
    "dyads": {"period": ["month", "year", "all"]},
}
TOLD = frozenset({"newest", "decided", "linked", "together", "undirected"})
"""What is true or false."""
SAID = {
    "actor": "Part of a name, in any case.", "country": "ISO 3166-1 alpha-3, of either side; several with commas.",
    "source": "Country of who acts or speaks.", "target": "Country of whom it is done or said to.",
    "type": "PLOVER types; several with commas.", "mode": "PLOVER modes.",
    "status": "happened, planned, possible, alleged, not_happened.", "act": "say, deny, accuse …",
    "since": "First day, YYYY-MM-DD.", "until": "Last day.",
    "place": "Part of a place's name, or its country's code; =Tripoli in full.",
    "said_by": "Part of the name of the source who says so.",
    "party": "Numbers of actors, all of whom take part.",
    "linked": "Only deeds that link two countries, as dyads counts them.",
    "decision": "What people decided: none, accept, reject, correct; several with commas.",
    "decided": "As people decided, instead of as it was read.", "together": "All pairs that are asked for are one.",
    "undirected": "Two countries are one pair, whoever acts.", "period": "What a row is.",
    "by": "What is counted apart.",
    "words": "Words of the report, all of them.", "publisher": "Where the report was seen.",
    "order": "The best or the newest reports first.",
    "document": "One report: doc_…", "as_of": "A run's number or a day.", "newest": "The last ones first.",
    "limit": f"Rows, 1 to {MOST_ROWS}.", "offset": "Rows passed over before.",
}  # fmt: skip


async def series(request: Request) -> Response:
    """Answer with a timeline or with dyads."""
    pages: Pages = request.app.state.pages
    kind = request.path_params["kind"]
    known = _known(kind)
    unknown = set(request.query_params) - known
    if unknown:
        return problem(400, f"There is no filter {min(unknown)!r}: there are {', '.join(sorted(known))}.")
    given = {name: request.query_params[name] for name in SERIES[kind] if name in request.query_params}
    options: dict[str, Any] = {name: one in ("1", "true") if name in TOLD else one for name, one in given.items()}

    def ask() -> list[dict[str, Any]]:
        with Answers(pages.db) as archive:
            return list(getattr(archive, kind)(**options, **filters_of(request, kind)))

    return await json_of(ask, lambda rows: {"rows": rows})


def _known(kind: str) -> frozenset[str]:
    """Return the filters and options of a question that is not paged."""
    return (UNDERSTOOD[FILTERED.get(kind, kind)] | set(SERIES[kind])) - {"limit", "offset"}


async def described(_: Request) -> Response:
    """Send the description of the interface."""
    return JSONResponse(description())


def description() -> dict[str, Any]:
    """Return the description of the interface as OpenAPI 3.1 has it."""
    paths = {f"/api/{kind}": _path(kind, f"List {kind}.", sorted(UNDERSTOOD[question(kind)]), "Page") for kind in KINDS}
    for kind in SERIES:
        paths[f"/api/{kind}"] = _path(kind, f"Count events: {kind}.", sorted(_known(kind)), "Series")
    paths["/api/search"] = _search()
    return {
        "openapi": "3.1.0",
        "info": {"title": "Chancery", "version": "1", "description": "Questions to one archive, reading only."},
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _path(kind: str, summary: str, names: list[str], answer: str) -> dict[str, Any]:
    parameters = [
        {"name": name, "in": "query", "required": False, "description": SAID[name], "schema": _type(kind, name)}
        for name in names
    ]
    return {"get": {"summary": summary, "parameters": parameters, "responses": {
        "200": _content("application/json", answer, "The rows."),
        "400": _content("application/problem+json", "Problem", "A filter that is not understood."),
        "404": _content("application/problem+json", "Problem", "The archive cannot be read."),
    }}}  # fmt: skip


def _search() -> dict[str, Any]:
    """Describe the search."""
    schemas = {"words": {"type": "string"}, "order": {"type": "string", "enum": list(ORDERS)}}
    parameters = [
        {"name": name, "in": "query", "required": False, "description": SAID[name], "schema": schema}
        for name, schema in (*schemas.items(), ("decided", {"type": "boolean", "default": False}))
    ]
    return {"get": {"summary": "Search reports, statements and events.", "parameters": parameters, "responses": {
        "200": _content("application/json", "Found", "What has the words."),
        "400": _content("application/problem+json", "Problem", "Words or an order that are not understood."),
        "404": _content("application/problem+json", "Problem", "The archive cannot be read."),
    }}}  # fmt: skip


def _content(media: str, schema: str, words: str) -> dict[str, Any]:
    return {"description": words, "content": {media: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def _type(kind: str, name: str) -> dict[str, Any]:
    if name == "limit":
        return {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": 100}
    if name == "offset":
        return {"type": "integer", "minimum": 0, "maximum": 9_999_999, "default": 0}
    if name in TOLD:
        return {"type": "boolean", "default": False}
    if name in CHOICES.get(kind, {}):
        return {"type": "string", "enum": CHOICES[kind][name]}
    return {"type": "string"}


def _schemas() -> dict[str, Any]:
    rows = {"type": "array", "items": {"type": "object"}}
    count = {"type": ["integer", "null"]}
    return {
        "Page": {
            "type": "object", "required": ["rows", "total", "limit", "offset", "next"],
            "properties": {"rows": rows, "total": count, "limit": count, "offset": count, "next": count},
        },
        "Section": {
            "type": "object", "required": ["rows", "count", "more", "looked", "order"],
            "properties": {
                "rows": rows, "count": {"type": "integer"}, "more": {"type": "boolean"}, "looked": count,
                "order": {"type": "string"},
            },
        },
        "Found": {
            "type": "object", "required": ["reports", "statements", "events"],
            "properties": {
                name: {"$ref": "#/components/schemas/Section"} for name in ("reports", "statements", "events")
            },
        },
        "Series": {"type": "object", "required": ["rows"], "properties": {"rows": rows}},
        "Problem": {
            "type": "object", "required": ["type", "status", "detail"],
            "properties": {"type": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}},
        },
    }  # fmt: skip
