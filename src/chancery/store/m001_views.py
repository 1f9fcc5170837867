"""Migration 1, its views: the findings that count, names and words spelled out.

In: the tables of `m001_first`. Out: views that open in any SQLite tool; `docs/archive.md` explains their columns.
What it does not know: filters; `ask` writes its own statements.
"""

from __future__ import annotations

VIEWS = """
CREATE VIEW events AS
SELECT e.event, e.type, e.mode, e.status, e.quad, e.score, e.day, e.day_from, e.edtf, e.earliest, e.latest,
  (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM participants p JOIN actors a USING (actor)
     WHERE p.event = e.event AND p.role = 'actor' ORDER BY p.n)) AS actors,
  (SELECT group_concat(country, '; ') FROM event_countries c WHERE c.event = e.event AND c.role <> 'recipient')
    AS actor_countries,
  (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM participants p JOIN actors a USING (actor)
     WHERE p.event = e.event AND p.role = 'recipient' ORDER BY p.n)) AS recipients,
  (SELECT group_concat(country, '; ') FROM event_countries c WHERE c.event = e.event AND c.role <> 'actor')
    AS recipient_countries,
  e.place, e.place_country, e.latitude, e.longitude, e.precision, e.contexts,
  (SELECT a.name FROM all_statements s JOIN actors a ON a.actor = s.source
     WHERE s.reading = e.reading AND s.local = e.said_by) AS said_by,
  e.confidence,
  substr(d.text, m.span_start + 1, m.span_end - m.span_start) AS words,
  substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
  m.span_start, m.span_end, d.id AS document, e.local AS id, d.title, d.publisher, d.published, d.url
FROM all_events e JOIN documents d ON d.doc = e.doc JOIN event_mentions m ON m.event = e.event AND m.n = 1
WHERE e.live = 1;

CREATE VIEW statements AS
SELECT s.statement, a.name AS source, a.kind AS source_kind, a.country AS source_country, s.act, s.form, s.cue,
  (SELECT group_concat(substr(d.text, json_extract(c.value, '$[0]') + 1,
     json_extract(c.value, '$[1]') - json_extract(c.value, '$[0]')), ' … ') FROM json_each(s.contents) c) AS words,
  (SELECT name FROM actors WHERE actor = s.via) AS via,
  (SELECT name FROM actors WHERE actor = s.addressee) AS addressee,
  s.within, s.day, s.day_from, s.edtf, s.confidence, s.source_start, s.source_end, s.cue_start, s.cue_end, s.contents,
  d.id AS document, s.local AS id, d.title, d.publisher, d.published, d.url
FROM all_statements s JOIN documents d ON d.doc = s.doc LEFT JOIN actors a ON a.actor = s.source
WHERE s.live = 1;

CREATE VIEW figures AS
SELECT f.figure, f.value, f.upper, f.compare, f.unit, f.what, f.change, f.status,
  (SELECT group_concat(a.name, '; ') FROM figure_actors g JOIN actors a USING (actor) WHERE g.figure = f.figure)
    AS about,
  (SELECT a.name FROM all_statements s JOIN actors a ON a.actor = s.source
     WHERE s.reading = f.reading AND s.local = f.said_by) AS said_by,
  f.day, f.day_from, f.edtf, f.earliest, f.latest, substr(d.text, f.span_start + 1, f.span_end - f.span_start) AS words,
  f.span_start, f.span_end, d.id AS document, f.local AS id, d.title, d.publisher, d.published, d.url
FROM all_figures f JOIN documents d ON d.doc = f.doc
WHERE f.live = 1;

CREATE VIEW roles AS
SELECT r.role, a.name AS person, r.title AS office, r.organization, r.country, r.day, r.day_from, r.edtf,
  substr(d.text, r.span_start + 1, r.span_end - r.span_start) AS words, r.span_start, r.span_end,
  d.id AS document, d.title, d.publisher, d.published, d.url
FROM all_roles r JOIN documents d ON d.doc = r.doc JOIN actors a ON a.actor = r.person
WHERE r.live = 1;
"""
