"""Compose: from resolved findings to the record, with the report's own particulars.

In: a report and the findings. Out: a `Record`.
What it does not know: how anything was found.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version

from chancery.analyse.model import load
from chancery.ingest.report import Report, document_id
from chancery.record import Document, Reader, Record
from chancery.resolve.report import Findings


def compose(report: Report, findings: Findings) -> Record:
    """Put the record of one report together."""
    return Record(
        reader=reader(),
        document=_document(report, findings),
        actors=findings.actors,
        events=findings.events,
        statements=findings.statements,
        figures=findings.figures,
        times=findings.times,
        places=findings.places,
        roles=findings.roles,
    )


@cache
def reader() -> Reader:
    """Return who reads: this version, and the model with the digest of its graphs."""
    card = load().card
    digest = hashlib.sha256("".join(card.sha256[name] for name in sorted(card.sha256)).encode()).hexdigest()
    return Reader(version=version("chancery"), model=card.name, sha256=digest)


def _document(report: Report, findings: Findings) -> Document:
    """Describe the report; its id comes from its content and its date, so that it is the same wherever it is read."""
    published = report.published.isoformat() if report.published else None
    return Document(
        id=document_id(report),
        url=report.url,
        title=report.title or findings.title,
        publisher=report.publisher,
        author=report.author,
        language="en",
        published=published,
        published_from=(report.published_from or "given") if published else None,
        dateline=findings.dateline,
        text=report.text,
    )
