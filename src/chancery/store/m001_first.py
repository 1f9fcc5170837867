"""Migration 1: the tables and views of the first archive.

In: an empty database. Out: its schema. `docs/archive.md` is the data dictionary.
What it does not know: Python's types; every table is STRICT, and opens in any SQLite tool.

Tables named `all_…` hold every reading, `live` 1 in those that count; the views without the prefix hold the live ones
with names and words spelled out. `hash` is a digest over the other columns of its row (`store.hashing`).
"""

from __future__ import annotations

from chancery.store.m001_views import VIEWS

TABLES = """
CREATE TABLE runs (            -- who read: one row for each version of the program, model and settings
  run INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  settings TEXT NOT NULL,      -- JSON
  started TEXT NOT NULL,       -- UTC, YYYY-MM-DDTHH:MM:SSZ
  hash INTEGER NOT NULL,
  UNIQUE (version, model, model_sha256, settings)
) STRICT;

CREATE TABLE documents (       -- each text once; family is the document that it is a copy of, itself if of none
  doc INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,     -- doc_ and 16 hex digits, from the date of publication and the text
  state TEXT NOT NULL CHECK (state IN ('read', 'copy', 'foreign')),
  family INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
  language TEXT NOT NULL,      -- ISO 639-1, und where it is not known
  title TEXT,
  publisher TEXT,
  author TEXT,
  url TEXT,
  published TEXT,              -- YYYY-MM-DD
  published_from TEXT CHECK (published_from IN ('given', 'metadata', 'inferred')),
  modified TEXT,               -- YYYY-MM-DD
  dateline TEXT,
  text TEXT NOT NULL,
  added TEXT NOT NULL,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_family ON documents (family);
CREATE INDEX documents_published ON documents (published, state);
CREATE INDEX documents_publisher ON documents (publisher);

CREATE TABLE signatures (      -- MinHash of a document's word shingles, for near duplicates
  doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  minhash BLOB NOT NULL,       -- 32-bit little-endian values
  hash INTEGER NOT NULL
) STRICT;
CREATE TABLE bands (           -- a digest of each stretch of a signature; documents that share one are compared
  band INTEGER NOT NULL,
  doc INTEGER NOT NULL REFERENCES signatures ON DELETE CASCADE,
  PRIMARY KEY (band, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_doc ON bands (doc);

CREATE TABLE inputs (          -- files and feeds that were added
  input INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,   -- absolute path or URL
  kind TEXT NOT NULL,          -- text, html, warc, table, feed
  size INTEGER,                -- bytes
  changed INTEGER,             -- nanoseconds since 1970, of the file
  etag TEXT,
  last_modified TEXT,
  options TEXT NOT NULL,       -- JSON: what was said of it (columns, date)
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  hash INTEGER NOT NULL
) STRICT;
CREATE TABLE sightings (       -- where each document was seen
  sighting INTEGER PRIMARY KEY,
  input INTEGER NOT NULL REFERENCES inputs,
  locator TEXT NOT NULL,       -- which part of the input: empty, "row 17", "offset 4711", the link of a feed's entry
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  url TEXT,
  title TEXT,
  publisher TEXT,
  published TEXT,
  published_how TEXT,          -- where in the page or table the date stood
  modified TEXT,
  modified_how TEXT,
  seen TEXT NOT NULL,
  hash INTEGER NOT NULL,
  UNIQUE (input, locator, doc)
) STRICT;
CREATE INDEX sightings_doc ON sightings (doc);
CREATE INDEX sightings_publisher ON sightings (publisher);
CREATE TABLE failures (        -- what could not be read, and why
  failure INTEGER PRIMARY KEY,
  input INTEGER NOT NULL REFERENCES inputs,
  locator TEXT NOT NULL,
  error TEXT NOT NULL,         -- the name of the error
  message TEXT NOT NULL,
  failed TEXT NOT NULL,
  hash INTEGER NOT NULL,
  UNIQUE (input, locator)
) STRICT;
CREATE TABLE forgotten (       -- ids of documents that were purged and are not to come back
  id TEXT PRIMARY KEY,
  forgotten TEXT NOT NULL,
  reason TEXT NOT NULL,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE readings (        -- a document read in a run; until_run is the run that supersedes it
  reading INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES runs,
  until_run INTEGER REFERENCES runs,
  made TEXT NOT NULL,
  until TEXT,
  hash INTEGER NOT NULL,
  UNIQUE (doc, run)
) STRICT;

CREATE TABLE actors (          -- each combination of name, kind, country and sectors once
  actor INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,       -- ISO 3166-1 alpha-3, empty where it is not known
  sectors TEXT NOT NULL,       -- PLOVER codes, separated by spaces
  hash INTEGER NOT NULL,
  UNIQUE (name, kind, country, sectors)
) STRICT;
CREATE INDEX actors_country ON actors (country);
CREATE TABLE appearances (     -- an actor in a reading
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  local TEXT NOT NULL,         -- the id in the record: a1
  actor INTEGER NOT NULL REFERENCES actors,
  mentions TEXT NOT NULL,      -- JSON: [[start, end, "name"], …]
  hash INTEGER NOT NULL,
  PRIMARY KEY (reading, local)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_actor ON appearances (actor);

CREATE TABLE all_events (
  event INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  doc INTEGER NOT NULL REFERENCES documents,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  local TEXT NOT NULL,         -- e1
  type TEXT NOT NULL,          -- PLOVER
  mode TEXT,
  status TEXT NOT NULL CHECK (status IN ('happened', 'planned', 'possible', 'alleged', 'not_happened')),
  quad INTEGER NOT NULL,       -- 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  score REAL NOT NULL,         -- PLOVER's conflict-cooperation score, -10 to 10
  day TEXT,                    -- the first day of its time, or the last where the first is open, or of publication
  day_from TEXT CHECK (day_from IN ('text', 'published')),
  time_start INTEGER, time_end INTEGER,  -- code points of the text, as every start and end
  edtf TEXT, earliest TEXT, latest TEXT,
  place_start INTEGER, place_end INTEGER,
  place TEXT, place_country TEXT, latitude REAL, longitude REAL, precision TEXT, geonames INTEGER, place_use TEXT,
  contexts TEXT NOT NULL,      -- separated by spaces
  said_by TEXT,                -- the statement in the same reading: s1
  confidence REAL NOT NULL,
  why TEXT NOT NULL,           -- JSON list
  hash INTEGER NOT NULL,
  UNIQUE (reading, local)
) STRICT;
CREATE INDEX events_day ON all_events (day, status, type, quad, doc, reading, live) WHERE live = 1;
CREATE INDEX events_type ON all_events (type, mode, day, status) WHERE live = 1;
CREATE INDEX events_kind ON all_events (type, day, quad, live) WHERE live = 1;
CREATE INDEX events_status ON all_events (status, day, type) WHERE live = 1;
CREATE INDEX events_place ON all_events (place_country, day) WHERE live = 1;
CREATE INDEX events_town ON all_events (place, day, live) WHERE live = 1 AND place IS NOT NULL;
CREATE INDEX events_doc ON all_events (doc, live, day, status, type, quad);
CREATE INDEX events_past ON all_events (reading) WHERE live = 0;
CREATE TABLE event_mentions (  -- the words of an event, and the sentence around them
  event INTEGER NOT NULL REFERENCES all_events ON DELETE CASCADE,
  n INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  sentence INTEGER NOT NULL,   -- its number in the report, from 1
  sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE participants (    -- who does an event, to whom, and who denies it
  event INTEGER NOT NULL REFERENCES all_events ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'denier')),
  n INTEGER NOT NULL,
  local TEXT NOT NULL,         -- a1; of a denier the statement, s1
  actor INTEGER REFERENCES actors,
  hash INTEGER NOT NULL,
  PRIMARY KEY (event, role, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_actor ON participants (actor, role, event);
CREATE TABLE event_countries ( -- each country that takes part in an event; what is counted by stands beside it
  event INTEGER NOT NULL REFERENCES all_events ON DELETE CASCADE,
  country TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'both')),
  day TEXT,
  status TEXT NOT NULL,
  type TEXT NOT NULL,
  quad INTEGER NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  hash INTEGER NOT NULL,
  PRIMARY KEY (event, country)
) STRICT, WITHOUT ROWID;
CREATE INDEX countries_day ON event_countries (country, day, status, type, quad, role, live) WHERE live = 1;
CREATE TABLE dyads (           -- each ordered pair of countries that an event links; mutual deeds link both ways
  event INTEGER NOT NULL REFERENCES all_events ON DELETE CASCADE,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  doc INTEGER NOT NULL,
  day TEXT,
  quad INTEGER NOT NULL,
  score REAL NOT NULL,
  status TEXT NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  hash INTEGER NOT NULL,
  PRIMARY KEY (event, source, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyads_pair ON dyads (source, target, day, status, quad, score, doc, live) WHERE live = 1;
CREATE INDEX dyads_target ON dyads (target, day, source, status, quad, score, doc, live) WHERE live = 1;
CREATE INDEX dyads_month ON dyads (substr(day, 1, 7), source, target, day, status, quad, score, doc, live)
  WHERE live = 1;

CREATE TABLE all_statements (
  statement INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  doc INTEGER NOT NULL REFERENCES documents,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  local TEXT NOT NULL,         -- s1
  source INTEGER REFERENCES actors,
  source_local TEXT,
  source_start INTEGER, source_end INTEGER,
  cue TEXT, cue_start INTEGER, cue_end INTEGER,
  contents TEXT NOT NULL,      -- JSON: [[start, end], …]
  form TEXT NOT NULL,
  act TEXT NOT NULL,
  via INTEGER REFERENCES actors,
  via_local TEXT,
  addressee INTEGER REFERENCES actors,
  addressee_local TEXT,
  within TEXT,                 -- the statement in the same reading that contains it
  day TEXT,
  day_from TEXT CHECK (day_from IN ('text', 'published')),
  time_start INTEGER, time_end INTEGER, edtf TEXT, earliest TEXT, latest TEXT,
  confidence REAL NOT NULL,
  why TEXT NOT NULL,
  hash INTEGER NOT NULL,
  UNIQUE (reading, local)
) STRICT;
CREATE INDEX statements_source ON all_statements (source, day) WHERE live = 1;
CREATE INDEX statements_act ON all_statements (act, day) WHERE live = 1;
CREATE INDEX statements_day ON all_statements (day) WHERE live = 1;
CREATE INDEX statements_doc ON all_statements (doc);

CREATE TABLE all_figures (
  figure INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  doc INTEGER NOT NULL REFERENCES documents,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  local TEXT NOT NULL,         -- f1
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  value REAL NOT NULL,
  upper REAL,
  compare TEXT NOT NULL CHECK (compare IN ('=', '>', '<', '~')),
  unit TEXT,                   -- ISO 4217, percent, person, or a singular noun
  what TEXT,
  change TEXT CHECK (change IN ('increase', 'decrease')),
  status TEXT NOT NULL,
  said_by TEXT,
  day TEXT,
  day_from TEXT CHECK (day_from IN ('text', 'published')),
  time_start INTEGER, time_end INTEGER, edtf TEXT, earliest TEXT, latest TEXT,
  hash INTEGER NOT NULL,
  UNIQUE (reading, local)
) STRICT;
CREATE INDEX figures_unit ON all_figures (unit, day) WHERE live = 1;
CREATE INDEX figures_day ON all_figures (day) WHERE live = 1;
CREATE INDEX figures_doc ON all_figures (doc);
CREATE TABLE figure_actors (   -- whom a figure is about
  figure INTEGER NOT NULL REFERENCES all_figures ON DELETE CASCADE,
  n INTEGER NOT NULL,
  local TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  hash INTEGER NOT NULL,
  PRIMARY KEY (figure, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_actors_actor ON figure_actors (actor);

CREATE TABLE all_roles (
  role INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  doc INTEGER NOT NULL REFERENCES documents,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  n INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES actors,
  person_local TEXT NOT NULL,
  title TEXT NOT NULL,
  organization TEXT,
  country TEXT,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  day TEXT,
  day_from TEXT CHECK (day_from IN ('text', 'published')),
  time_start INTEGER, time_end INTEGER, edtf TEXT, earliest TEXT, latest TEXT,
  hash INTEGER NOT NULL,
  UNIQUE (reading, n)
) STRICT;
CREATE INDEX roles_person ON all_roles (person, day) WHERE live = 1;
CREATE INDEX roles_country ON all_roles (country, day) WHERE live = 1;
CREATE INDEX roles_doc ON all_roles (doc);

CREATE TABLE times (           -- every time of a reading, in reading order
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  n INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  edtf TEXT, earliest TEXT, latest TEXT,
  hash INTEGER NOT NULL,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE places (          -- every place of a reading, in reading order
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  n INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  name TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL, precision TEXT NOT NULL, geonames INTEGER,
  place_use TEXT NOT NULL CHECK (place_use IN ('literal', 'metonym')),
  hash INTEGER NOT NULL,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (       -- what people decided about findings: rows are added, never changed
  decision INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL REFERENCES documents,
  reading INTEGER NOT NULL REFERENCES readings,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'statement', 'figure', 'role')),
  local TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'undo')),
  field TEXT,
  value TEXT,                  -- JSON, for a correction
  note TEXT,
  decided_by TEXT NOT NULL,
  decided TEXT NOT NULL,
  undoes INTEGER REFERENCES decisions,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_target ON decisions (reading, kind, local);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are never changed: add another one'); END;
CREATE TABLE forgetting (doc INTEGER PRIMARY KEY) STRICT;  -- empty but while a document is purged
CREATE TRIGGER decisions_last BEFORE DELETE ON decisions
WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE doc = OLD.doc)
BEGIN SELECT raise(ABORT, 'decisions are never deleted but with their document'); END;
"""

WORDS = """
CREATE VIRTUAL TABLE words USING fts5 (  -- search in titles and texts
  title, text, content = 'documents', content_rowid = 'doc', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_found AFTER INSERT ON documents
BEGIN INSERT INTO words (rowid, title, text) VALUES (NEW.doc, NEW.title, NEW.text); END;
CREATE TRIGGER documents_lost AFTER DELETE ON documents
BEGIN INSERT INTO words (words, rowid, title, text) VALUES ('delete', OLD.doc, OLD.title, OLD.text); END;
"""

SCRIPT = TABLES + WORDS + VIEWS
