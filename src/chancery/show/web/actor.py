"""An actor: its offices over time, whom it acts on and who acts on it, what it says and what is said of it.

In: a request with an actor's number. Out: a page.
What it does not know: whether another name means the same; names are joined by being equal, kinds and countries too.
"""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.answers import Answers
from chancery.ask.filters import MOST as LARGEST
from chancery.show.web.pages import Pages

MOST = 40
"""Rows of each part of the page."""
OFFICES = """
SELECT r.title AS office, r.organization, r.country, min(d.published) AS first, max(d.published) AS last,
  count(DISTINCT r.doc) AS reports, min(d.id) AS document
FROM all_roles r JOIN documents d ON d.doc = r.doc WHERE r.live = 1 AND r.person = ?
GROUP BY 1, 2, 3 ORDER BY first, office LIMIT ?
"""
OTHERS = """
SELECT b.actor, a.name, a.country, b.role = 'actor' AS acts, count(DISTINCT e.event) AS events,
  round(avg(CASE WHEN e.status = 'happened' THEN e.score END), 1) AS score
FROM participants p JOIN all_events e ON e.event = p.event JOIN participants b ON b.event = e.event
JOIN actors a ON a.actor = b.actor
WHERE p.actor = ? AND p.role IN ('actor', 'recipient') AND b.role IN ('actor', 'recipient') AND b.actor <> p.actor
  AND e.live = 1 GROUP BY 1, 4 ORDER BY events DESC, a.name LIMIT ?
"""
EVENTS = """
SELECT e.day, e.type, e.mode, e.status, p.role, d.id AS document, e.local AS id,
  substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence
FROM participants p JOIN all_events e ON e.event = p.event JOIN documents d ON d.doc = e.doc
JOIN event_mentions m ON m.event = e.event AND m.n = 1
WHERE p.actor = ? AND p.role IN ('actor', 'recipient') AND e.live = 1 ORDER BY e.day DESC, e.event DESC LIMIT ?
"""
SAID = """
SELECT s.day, s.act, v.words, v.document, v.id FROM all_statements s JOIN statements v ON v.statement = s.statement
WHERE s.source = ? AND s.live = 1 ORDER BY s.day DESC, s.statement DESC LIMIT ?
"""


async def actor(request: Request) -> Response:
    """Show one actor."""
    pages: Pages = request.app.state.pages
    number: int = request.path_params["number"]

    def ask() -> dict[str, Any] | None:
        if number > LARGEST:
            return None
        with Answers(pages.db) as archive:
            found = _rows(archive, "SELECT * FROM actors WHERE actor = ?", number)
            if not found:
                return None
            parts = {"offices": OFFICES, "others": OTHERS, "events": EVENTS, "said": SAID}
            return {"actor": found[0], **{name: _rows(archive, sql, number, MOST) for name, sql in parts.items()}}

    shown = await run_in_threadpool(ask)
    if shown is None:
        return pages.show(request, "message.html", status=404, words="There is no such actor in this archive.")
    return pages.show(request, "actor.html", **shown)


def _rows(archive: Answers, sql: str, *values: int) -> list[dict[str, Any]]:
    cursor = archive.archive.connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
