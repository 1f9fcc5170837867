"""Migration 2: what people decided, as it stands, and the random samples by which findings are judged.

In: the tables of `m001_first`. Out: tables that follow from `decisions`, so that a question need not work them out.
What it does not know: how a decision is taken; `decisions` writes these tables in the same transaction.

`standing` has the decision that holds for each finding that has one. A corrected event has a row of its own in
`all_events`, with `live` 0, in a reading whose run is that of people. The index of places has all that a map counts.
"""

from __future__ import annotations

SCRIPT = """
CREATE INDEX decisions_doc ON decisions (doc);
CREATE INDEX decisions_undoes ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE standing (        -- the decision that holds for a finding; number is its event, statement, figure or role
  kind TEXT NOT NULL CHECK (kind IN ('event', 'statement', 'figure', 'role')),
  number INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct')),
  decision INTEGER NOT NULL REFERENCES decisions,
  corrected INTEGER REFERENCES all_events,  -- the event as it is after a correction, in people's reading of the report
  doc INTEGER NOT NULL REFERENCES documents,
  reading INTEGER NOT NULL REFERENCES readings,
  hash INTEGER NOT NULL,
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_corrected ON standing (corrected) WHERE corrected IS NOT NULL;
CREATE INDEX standing_decision ON standing (decision);
CREATE INDEX standing_doc ON standing (doc);
CREATE INDEX standing_reading ON standing (reading);

CREATE TABLE audits (          -- random samples of findings, drawn to measure how many are right
  audit INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'statement', 'figure', 'role')),
  question TEXT NOT NULL,      -- JSON: the filters whose findings were drawn from
  seed INTEGER NOT NULL,
  population INTEGER NOT NULL, -- how many findings they let through when it was drawn
  drawn_by TEXT NOT NULL,
  drawn TEXT NOT NULL,         -- UTC
  hash INTEGER NOT NULL
) STRICT;
CREATE TABLE samples (         -- the findings of an audit, in the order in which they were drawn
  audit INTEGER NOT NULL REFERENCES audits ON DELETE CASCADE,
  n INTEGER NOT NULL,
  number INTEGER NOT NULL,     -- of the event, statement, figure or role
  doc INTEGER NOT NULL REFERENCES documents,
  hash INTEGER NOT NULL,
  PRIMARY KEY (audit, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX samples_doc ON samples (doc);

DROP INDEX events_town;
CREATE INDEX events_town ON all_events (
  place, place_country, precision, latitude, longitude, status, type, day, live
) WHERE live = 1 AND place IS NOT NULL;
"""
"""The script of the migration."""
