"""Work: what a worker process does with one part of an input.

In: an entry, or a report. Out: plain values that travel between processes.
What it does not know: the archive.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.analyse.sentences import sentence_spans
from chancery.errors import NotEnglish
from chancery.ingest.entries import Entry
from chancery.ingest.options import Options
from chancery.ingest.reading import report_of
from chancery.ingest.report import Report, check, document_id
from chancery.ingest.shingles import bands, signature
from chancery.pipeline import read_report
from chancery.record import Span, to_json
from chancery.settings import Settings


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report before it is read: its id, its signature with the bands of it, and its language."""

    report: Report
    id: str
    language: str
    minhash: bytes = b""
    bands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a report: its record as JSON, and the spans of its sentences."""

    record: bytes
    sentences: tuple[Span, ...]


def prepare(given: tuple[Entry, Options]) -> Prepared:
    """Make a report of an entry.

    Raises:
        ReportError: it cannot be read; one in another language can be kept.
    """
    entry, options = given
    report = report_of(entry, options)
    try:
        check(report, Settings())
    except NotEnglish as error:
        return Prepared(report, document_id(report), error.language)
    minhash = signature(report.text)
    return Prepared(report, document_id(report), report.language, minhash, bands(minhash))


def read(report: Report) -> Read:
    """Read a report."""
    return Read(to_json(read_report(report)), tuple(sentence_spans(report.text)))
