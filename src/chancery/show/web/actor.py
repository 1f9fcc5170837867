"""An actor: its offices over time, whom it acts on and who acts on it, what it says, what is said of it and to it.

In: a request with an actor's number. Out: a page.
What it does not know: whether another name means the same; names are joined by being equal, kinds and countries too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.answers import Answers
from chancery.ask.conditions import ALIKE
from chancery.ask.filters import MOST as LARGEST
from chancery.show.web import charts
from chancery.show.web.pages import Pages
from chancery.show.web.tracks import terms

MOST = 40
"""Rows of each part of the page."""
RECENT = 2000
"""Its deeds, and the reports with it, that were added last: in these the page looks for others who take part, and for
what is said about it and to it; for the most frequent actor of a million events each within 20 ms."""
OFTEN, WALKED = 10_000, 5_000
"""Deeds from which its latest are looked for among so many latest of all; one in a hundred of a million events, so that
some fifty are found, more than `MOST`. Sorting its own takes 3 microseconds for each."""
_ALIKE = ALIKE.format("?1")
OFFICES = f"""
SELECT r.title AS office, r.organization, r.country, min(d.published) AS first, max(d.published) AS last,
  count(DISTINCT r.doc) AS reports,
  substr(min(coalesce(d.published, '9999-99-99') || d.id || '#r' || r.n), 11) AS found  -- in the first report
FROM all_roles r JOIN documents d ON d.doc = r.doc WHERE r.live = 1 AND r.person IN ({_ALIKE})
GROUP BY 1, 2, 3 ORDER BY first, office LIMIT ?2
"""
OTHERS = f"""
SELECT b.actor, a.name, a.country, count(DISTINCT e.event) AS events,
  count(DISTINCT CASE WHEN b.role = 'actor' THEN e.event END) AS acts,
  count(DISTINCT CASE WHEN b.role = 'recipient' THEN e.event END) AS acted,
  round(avg(CASE WHEN e.status = 'happened' THEN e.score END), 1) AS score
FROM (SELECT DISTINCT event FROM participants WHERE actor IN ({_ALIKE}) AND role IN ('actor', 'recipient')
      ORDER BY event DESC LIMIT {RECENT}) n
CROSS JOIN all_events e ON e.event = n.event AND e.live = 1
CROSS JOIN participants b ON b.event = e.event AND b.role IN ('actor', 'recipient') AND b.actor NOT IN ({_ALIKE})
JOIN actors a ON a.actor = b.actor GROUP BY 1 ORDER BY events DESC, a.name LIMIT ?2
"""
COUNTED = f"""
SELECT count(*) AS deeds FROM (SELECT 1 FROM participants WHERE actor IN ({_ALIKE}) AND role <> 'denier' LIMIT ?2)
"""
_DEEDS = f"""
SELECT e.day, e.type, e.mode, e.status, n.role, d.id AS document, e.local AS id,
  substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence
FROM (SELECT p.event, p.role FROM {{}}
      WHERE p.actor IN ({_ALIKE}) AND p.role IN ('actor', 'recipient') ORDER BY o.day DESC, o.event DESC LIMIT ?2) n
CROSS JOIN all_events e ON e.event = n.event JOIN documents d ON d.doc = e.doc
JOIN event_mentions m ON m.event = e.event AND m.n = 1 ORDER BY e.day DESC, e.event DESC
"""
EVENTS = _DEEDS.format("participants p JOIN all_events o ON o.event = p.event AND o.live = 1")
LATEST = _DEEDS.format(
    "(SELECT event, day FROM all_events WHERE live = 1 ORDER BY day DESC, event DESC LIMIT ?3) o "
    "CROSS JOIN participants p ON p.event = o.event"
)
SAID = f"""
SELECT s.day, s.act, v.source, v.words, v.document, v.id FROM all_statements s
JOIN statements v ON v.statement = s.statement
WHERE s.live = 1 AND s.source IN ({_ALIKE}) ORDER BY s.day DESC, s.statement DESC LIMIT ?2
"""
_STATED = f"""
WITH n AS MATERIALIZED (
  SELECT p.reading, p.mentions FROM appearances p JOIN readings r ON r.reading = p.reading AND r.until_run IS NULL
  WHERE p.actor IN ({_ALIKE}) ORDER BY p.reading DESC LIMIT {RECENT}),
c AS MATERIALIZED (
  SELECT DISTINCT s.statement, s.day FROM n CROSS JOIN all_statements s ON s.reading = n.reading AND s.live = 1 {{}}
  ORDER BY s.day DESC, s.statement DESC LIMIT ?2)
SELECT c.day, v.act, v.source, v.words, v.document, v.id FROM c CROSS JOIN statements v ON v.statement = c.statement
ORDER BY c.day DESC, c.statement DESC
"""
TOLD = _STATED.format(f"WHERE s.addressee IN ({_ALIKE})")
ABOUT = _STATED.format(f"""
  , json_each(s.contents) w, json_each(n.mentions) m
  WHERE (s.source IS NULL OR s.source NOT IN ({_ALIKE}))
    AND json_extract(m.value, '$[0]') >= json_extract(w.value, '$[0]')
    AND json_extract(m.value, '$[1]') <= json_extract(w.value, '$[1]')
""")
MONTHS = f"""
SELECT substr(e.day, 1, 7) AS month, sum(p.role = 'actor') AS acts, sum(p.role = 'recipient') AS acted,
  count(DISTINCT e.event) AS deeds
FROM participants p JOIN all_events e ON e.event = p.event
WHERE p.actor IN ({_ALIKE}) AND p.role <> 'denier' AND e.live = 1 AND e.day IS NOT NULL GROUP BY 1 ORDER BY 1
"""
NAMESAKES = "SELECT actor, kind, country, sectors FROM actors WHERE name = ? AND actor <> ? ORDER BY actor LIMIT ?"


async def actor(request: Request) -> Response:
    """Show one actor."""
    pages: Pages = request.app.state.pages
    number: int = request.path_params["number"]

    def ask() -> dict[str, Any] | None:
        if number > LARGEST:
            return None
        with Answers(pages.db) as archive:
            found = _asked(archive, "SELECT * FROM actors WHERE actor = ?", number)
            if not found:
                return None
            namesakes = _asked(archive, NAMESAKES, found[0]["name"], number, MOST)
        parts = {"others": OTHERS, "said": SAID, "told": TOLD, "about": ABOUT, "offices": OFFICES}
        asks: dict[str, Callable[[Answers], Any]] = {
            name: partial(_part, sql=sql, number=number) for name, sql in parts.items()
        }
        asks |= {"events": partial(_latest, number=number), "months": lambda archive: _asked(archive, MONTHS, number)}
        made = pages.recall_all({"actor": number}, **asks)
        chart = charts.sides(made.pop("months"), {"party": str(number)})
        return {
            **made, "actor": found[0], "namesakes": namesakes, "chart": chart, "offices": terms(made["offices"]),
        }  # fmt: skip

    shown = await run_in_threadpool(ask)
    if shown is None:
        return pages.show(request, "message.html", status=404, words="There is no such actor in this archive.")
    return pages.show(request, "actor.html", recent=RECENT, most=MOST, **shown)


def _asked(archive: Answers, sql: str, *values: str | int) -> list[dict[str, Any]]:
    return list(archive.archive.rows(sql, *values))


def _part(archive: Answers, sql: str, number: int) -> list[dict[str, Any]]:
    """Return the rows of a part of the page."""
    return _asked(archive, sql, number, MOST)


def _latest(archive: Answers, number: int) -> list[dict[str, Any]]:
    """Return the latest deeds of an actor; those of a frequent one are among the latest of all, if it still acts."""
    if _asked(archive, COUNTED, number, OFTEN + 1)[0]["deeds"] > OFTEN:
        rows = _asked(archive, LATEST, number, MOST, WALKED)
        if len(rows) == MOST:
            return rows
    return _asked(archive, EVENTS, number, MOST)
