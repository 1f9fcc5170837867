"""Again: the documents of an archive, read by the reader of today.

In: an archive. Out: new readings, which supersede those of earlier readers; what they said stays (`--as-of`).
What it does not know: where the documents came from; their texts are in the archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from chancery.compose import reader
from chancery.ingest.report import Report
from chancery.intake import work
from chancery.intake.add import AHEAD, BATCH, Means, Watch
from chancery.intake.crew import Crew, Outcome
from chancery.intake.filing import Failure, Summary
from chancery.record import from_json
from chancery.store import known
from chancery.store.archive import Archive
from chancery.store.writing import Writer


def read_again(
    archive: Archive, *, means: Means | None = None, watch: Watch = lambda _summary, _bytes: None
) -> Summary:
    """Read what another reader has read, and what has not been read.

    Args:
        archive: opened for writing.
        means: how much it may use.
        watch: called after each batch with the summary so far and the documents that are behind.

    Returns:
        What it came to.

    Raises:
        ArchiveBusy: the archive cannot be written; what was filed is safe.
    """
    means = means or Means()
    writer, summary, behind = Writer(archive), Summary(), 0
    with writer.transaction():
        run = writer.run_of(reader())
    waiting = iter(known.unread(archive, run))
    with Crew(means.jobs, means.limit) as crew:
        try:
            while batch := _next_batch(crew, archive, waiting, means.jobs * AHEAD):
                summary.include(_file(writer, batch))
                behind += len(batch)
                watch(summary, behind)
        except KeyboardInterrupt:
            summary.interrupted = True
    return summary


def _next_batch(crew: Crew, archive: Archive, waiting: Iterator[int], most: int) -> list[Outcome]:
    """Keep the crew busy until a batch of documents has been read, or all of them."""
    done: list[Outcome] = []
    while len(done) < BATCH:
        while crew.busy < most and (doc := next(waiting, None)) is not None:
            crew.submit(doc, work.read, _report(archive, doc))
        if not crew.busy:
            break
        done.extend(crew.outcomes())
    return done


def _file(writer: Writer, batch: list[Outcome]) -> Summary:
    summary = Summary()
    with writer.transaction():
        for outcome in batch:
            if outcome.error is not None:
                summary.failures.append(Failure(str(outcome.key), "", type(outcome.error).__name__, str(outcome.error)))
                continue
            record = from_json(outcome.value.record)
            writer.add_reading(outcome.key, record, writer.run_of(record.reader), outcome.value.sentences)
            summary.count(record)
    return summary


def _report(archive: Archive, doc: int) -> Report:
    """Return a document as the report that it was."""
    columns = "text, published, published_from, title, url, publisher, author"
    text, published, published_from, title, url, publisher, author = archive.connection.execute(
        f"SELECT {columns} FROM documents WHERE doc = ?", (doc,)
    ).fetchone()
    return Report(
        text, date.fromisoformat(published) if published else None, title=title, url=url, publisher=publisher,
        author=author, published_from=published_from,
    )  # fmt: skip
