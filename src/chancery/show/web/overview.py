"""The overview: how much an archive has, its months, and its latest events.

In: a request. Out: a page.
What it does not know: SQL beyond the counts of tables.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.answers import Answers
from chancery.show.web import charts
from chancery.show.web.pages import Pages

LATEST = 12
FOUND = (("events", "events"), ("statements", "statements"), ("figures", "figures"), ("offices", "roles"))
"""What is found in reports: in words, and by the name of its question and list."""


async def overview(request: Request) -> Response:
    """Show the archive at a glance."""
    pages: Pages = request.app.state.pages

    filters: dict[str, Any] = {"decided": "1"} if pages.decided(request) else {}

    def ask() -> dict[str, Any]:
        with Answers(pages.db) as archive:
            rows = pages.recall("timeline", filters, lambda: list(archive.timeline(**filters).rows()))
            return {
                "totals": pages.recall("totals", filters, lambda: _totals(archive, filters)),
                "chart": charts.timeline(rows, filters, date.today().isoformat()),
                "events": list(archive.events(newest=True, limit=LATEST, **filters)),
            }

    return pages.show(request, "index.html", name=pages.db.name, **await run_in_threadpool(ask))


def _totals(archive: Answers, filters: dict[str, Any]) -> list[tuple[str, int, str]]:
    """Return how many there are of each kind, in words, and where they are listed."""
    found = [(words, getattr(archive, kind)(**filters).total() or 0, f"/{kind}") for words, kind in FOUND]
    reports, actors = (
        archive.archive.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("documents", "actors")
    )
    return [("reports", reports, "/reports"), *found, ("actors", actors, "/actors")]
