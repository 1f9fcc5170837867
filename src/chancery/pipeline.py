"""The pipeline: one report in, one record out, one call a stage.

In: a text and what is known about it. Out: a `Record`; the same input gives the same bytes.
What it does not know: files, terminals, archives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from multiprocessing import get_context

from chancery.analyse.report import analyse
from chancery.compose import compose
from chancery.errors import ReportError
from chancery.extract.report import extract
from chancery.ingest.report import Report, check, parse_date
from chancery.record import Record
from chancery.resolve.report import resolve
from chancery.settings import Settings

Refused = Callable[[Report, ReportError], None]


def read(
    text: str,
    published: date | str | None = None,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    settings: Settings | None = None,
) -> Record:
    """Read one news report.

    Args:
        text: the report, headline first; spans of the record count its code points.
        published: date of publication ("2023-09-19"); without it relative times stay unresolved.
        title: the headline, where it is known apart from the text.
        url: where the report was published.
        publisher: who published it.
        settings: how to read.

    Returns:
        The record, `chancery.record/1`.

    Raises:
        DateError: the date does not exist or is not written YYYY-MM-DD.
        ReportError: the text is empty, too long, not text or not English.

    Example:
        >>> record = read("Envoys met in Doha on Monday, Qatar said.", published="2026-03-12")
        >>> [time.edtf for time in record.times]
        ['2026-03-09']
    """
    report = Report(text, parse_date(published), title=title, url=url, publisher=publisher)
    return read_report(report, settings)


def read_report(report: Report, settings: Settings | None = None) -> Record:
    """Read one report with its metadata: check, analyse, extract, resolve, compose."""
    settings = settings or Settings()
    check(report, settings)
    analysis = analyse(report.text, window=settings.window)
    mentions = extract(analysis, settings.witnesses)
    findings = resolve(analysis, mentions, report.published)
    return compose(report, findings)


def read_many(reports: Iterable[Report | str], *, jobs: int = 1, refused: Refused | None = None) -> Iterator[Record]:
    """Read many reports, one after another, as a stream.

    Args:
        reports: reports, or texts without metadata.
        jobs: worker processes; 1 reads in this one. The records are the same bytes either way.
        refused: called with a report that cannot be read and the reason; without it the error is raised.

    Yields:
        A record for each report that could be read, in the order of the reports.

    Raises:
        ReportError: a report cannot be read and `refused` is None.
    """
    given = (Report(one) if isinstance(one, str) else one for one in reports)
    for report, result in map(_attempt, given) if jobs == 1 else _spread(given, jobs):
        if isinstance(result, Record):
            yield result
        elif refused is None:
            raise result
        else:
            refused(report, result)


def _attempt(report: Report) -> tuple[Report, Record | ReportError]:
    """Read a report and return what came of it."""
    try:
        return report, read_report(report)
    except ReportError as error:
        return report, error


def _spread(reports: Iterator[Report], jobs: int) -> Iterator[tuple[Report, Record | ReportError]]:
    """Read in worker processes, in order; a lone report is not worth starting them."""
    first = next(reports, None)
    if first is None:
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(_attempt, chain([first], reports), chunksize=4)
