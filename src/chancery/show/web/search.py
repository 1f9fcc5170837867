"""Search: a page with the reports, statements and events that have words in them, and the same as JSON.

In: requests with words. Out: pages, JSON.
What it does not know: SQL; `ask.search` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask import search as asking
from chancery.ask.answers import Answer, Answers
from chancery.ask.filters import Filters
from chancery.ask.filters import filters_of as checked
from chancery.ask.search import COUNTED, LATEST, RANKED, Kind, Order
from chancery.errors import QueryError
from chancery.show.web.lists import json_of, problem
from chancery.show.web.pages import Pages

SHOWN = 10
"""Results of each kind: what a glance takes in; the lists have all."""
ORDERS: tuple[Order, ...] = ("best", "newest")
UNDERSTOOD = frozenset({"words", "order", "decided"})
Parts = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Section:
    """The results of one kind.

    Attributes:
        kind: reports, statements or events; the list of that name has more.
        rows: the first ones, with `title`, `name`, `excerpt` in parts, each with whether it was found.
        count: how many there are.
        more: whether there are more than that.
        looked: in how many of the newest reports they were looked for; 0 for all.
        order: in which they are.
    """

    kind: str
    rows: tuple[dict[str, Any], ...]
    count: int
    more: bool
    looked: int = 0
    order: str = "newest"


async def search(request: Request) -> Response:
    """Show what has the words in it."""
    pages: Pages = request.app.state.pages
    words = request.query_params.get("words", "").strip()
    order = request.query_params.get("order", "best")
    decided = pages.decided(request)
    key = {"words": words, "order": order, "decided": decided}
    try:
        sections = await run_in_threadpool(
            lambda: pages.recall("search", key, lambda: found(pages, words, order, decided=decided)) if words else []
        )
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    kept = {"words": words} | ({"decided": "1"} if decided else {})
    return pages.show(
        request, "search.html", asked=words, order=order, orders=ORDERS, sections=sections, query=urlencode(kept),
        counted=COUNTED, latest=LATEST, ranked=RANKED, shown=SHOWN,
    )  # fmt: skip


async def answered(request: Request) -> Response:
    """Answer the JSON interface: for each kind its first results, how many there are, and how far they were sought."""
    pages: Pages = request.app.state.pages
    unknown = set(request.query_params) - UNDERSTOOD
    if unknown:
        return problem(400, f"There is no filter {min(unknown)!r}: there are {', '.join(sorted(UNDERSTOOD))}.")
    words = request.query_params.get("words", "").strip()
    order = request.query_params.get("order", "best")
    decided = pages.decided(request)
    return await json_of(lambda: found(pages, words, order, decided=decided), _shaped)


def _shaped(sections: list[Section]) -> dict[str, Any]:
    """Return sections as JSON has them: texts whole, without marks."""
    return {
        one.kind: {
            "rows": [{name: _whole(value) for name, value in row.items()} for row in one.rows],
            "count": one.count, "more": one.more, "looked": one.looked or None, "order": one.order,
        }
        for one in sections
    }  # fmt: skip


def _whole(value: Any) -> Any:
    return "".join(words for words, _ in value) if isinstance(value, list) else value


def found(pages: Pages, words: str, order: str, *, decided: bool = False) -> list[Section]:
    """Return the first reports, statements and events that have all the words.

    Args:
        pages: over the archive.
        words: "in quotes" next to each other; case and accents do not matter.
        order: of the reports: best or newest.
        decided: findings as people decided, instead of as they were read.

    Raises:
        QueryError: the words are no text, or there is no such order.
    """
    filters = checked(words=words, decided=decided)
    if order not in ORDERS:
        raise QueryError(f"There is no order {order!r}: there are {', '.join(ORDERS)}.")
    with Answers(pages.db) as archive:
        return [
            _reports(archive, filters.words, order),
            _findings(archive, filters, "statements"),
            _findings(archive, filters, "events"),
        ]


def _reports(archive: Answers, words: str, order: Order) -> Section:
    """Return the reports; where too many have the words to be ordered by how well they match, the newest."""
    ((count,),) = Answer(archive.archive, asking.count(words)).rows()
    heeded: Order = "newest" if count > RANKED else order
    query = asking.reports(words, order=heeded, limit=SHOWN)
    rows = tuple(
        {**row, "title": asking.parts(row["title"] or "without a title"), "excerpt": asking.parts(row["excerpt"] or "")}
        for row in Answer(archive.archive, query)
    )
    return Section("reports", rows, min(count, COUNTED), count > COUNTED, order=heeded)


def _findings(archive: Answers, filters: Filters, kind: Kind) -> Section:
    """Return statements or events, spelled out as their lists have them."""
    looked = asking.looked_for(archive.archive, filters.words, kind, SHOWN, filters)
    shown = looked.hits[:SHOWN]
    numbers = {hit.number: hit for hit in shown}
    documents = [document for (document,) in Answer(archive.archive, asking.documents(kind, list(numbers))).rows()]
    asked = getattr(archive, kind)(document=documents, decided=filters.decided) if documents else []
    rows = {row[kind[:-1]]: row for row in asked if row[kind[:-1]] in numbers}
    made = tuple(
        {**rows[hit.number], "name": asking.parts(hit.name), "excerpt": asking.parts(hit.words)}
        for hit in shown if hit.number in rows
    )  # fmt: skip
    return Section(kind, made, len(looked.hits), not looked.whole, 0 if looked.whole else looked.reports)
