"""Ingest: the only way in: what may be read as a report, and what is refused."""
