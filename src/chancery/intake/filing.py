"""Filing: settled parts into the archive, in order, and what has come of it so far.

In: parts. Out: rows, and a `Summary`.
What it does not know: processes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from chancery.errors import ReportError
from chancery.ingest.options import Options
from chancery.ingest.report import Report
from chancery.intake.parts import Part, options_json
from chancery.intake.work import Prepared
from chancery.record import Document, Record, from_json
from chancery.store import known
from chancery.store.forget import give_way
from chancery.store.hashing import Value
from chancery.store.writing import Sighting, Writer


@dataclass(frozen=True, slots=True)
class Failure:
    """A part of an input that could not be read, and why."""

    path: str
    locator: str
    error: str
    message: str


@dataclass(slots=True)
class Summary:
    """What an add has come to.

    Attributes:
        reports: documents that were read.
        copies: documents that are copies of others, kept and not read.
        known: parts whose document was in the archive.
        foreign: documents kept aside, by their language.
        forgotten: parts whose document had been purged.
        undated: documents that were read without a date of publication.
        findings: rows of what was read, by kind.
        failures: what could not be read.
        unchanged: inputs that the archive had.
        interrupted: whether it was stopped before its end.
    """

    reports: int = 0
    copies: int = 0
    known: int = 0
    foreign: Counter[str] = field(default_factory=Counter)
    forgotten: int = 0
    undated: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    unchanged: int = 0
    interrupted: bool = False

    def count(self, record: Record) -> None:
        """Count a report that was read, with its findings."""
        self.reports += 1
        for kind in ("events", "statements", "figures", "roles"):
            self.findings[kind] += len(getattr(record, kind))

    def include(self, batch: Summary) -> None:
        """Add what a batch has come to."""
        for name in ("reports", "copies", "known", "forgotten", "undated"):
            setattr(self, name, getattr(self, name) + getattr(batch, name))
        self.foreign += batch.foreign
        self.findings += batch.findings
        self.failures += batch.failures


class Filing:
    """Puts settled parts into an archive."""

    def __init__(self, writer: Writer, options: Options) -> None:
        """Begin.

        Args:
            writer: of the archive.
            options: how inputs are taken in.
        """
        self.writer = writer
        self._options = options
        self._summary = Summary()

    def file(self, parts: Iterable[Part]) -> Summary:
        """Put parts into the archive, all or none.

        Returns:
            What they came to.

        Raises:
            ArchiveBusy: the archive cannot be written.
        """
        self._summary = Summary()
        with self.writer.transaction():
            for part in parts:
                self._file(part)
        return self._summary

    def _file(self, part: Part) -> None:
        number = self._input(part)
        match part.verdict:
            case "failed":
                self._fail(part, number, part.error)
            case "end":
                self._end(part, number)
            case "forgotten":
                self._summary.forgotten += 1
            case _:
                self._keep(part, number)

    def _input(self, part: Part) -> int:
        """Return the number of a part's input, noted as unfinished where it is new."""
        before = known.input_at(self.writer.archive, part.input.path)
        if before is not None:
            return before.number
        one = part.input
        row: dict[str, Value] = {
            "path": one.path, "kind": one.kind, "size": one.size, "changed": one.changed,
            "options": options_json(self._options), "finished": 0,
        }  # fmt: skip
        return self.writer.rows.insert("inputs", row)

    def _end(self, part: Part, number: int) -> None:
        """Note that all of an input is in the archive, as it is now."""
        one, before = part.input, known.input_at(self.writer.archive, part.input.path)
        now: dict[str, Value] = {
            "size": one.size, "changed": one.changed, "options": options_json(self._options), "finished": 1,
        }  # fmt: skip
        if part.version is not None:
            now |= {"etag": part.version.etag, "last_modified": part.version.last_modified}
        if before is None or any(getattr(before, name) != value for name, value in now.items()):
            self.writer.rows.change("inputs", "input = ?", [number], now)

    def _fail(self, part: Part, number: int, error: Exception | None) -> None:
        """Note a failure, in place of an earlier one."""
        failure = Failure(part.input.path, part.locator, type(error).__name__, str(error))
        self._summary.failures.append(failure)
        archive, key = self.writer.archive, (number, part.locator)
        same = archive.connection.execute(
            "SELECT error, message FROM failures WHERE input = ? AND locator = ?", key
        ).fetchone()
        if same == (failure.error, failure.message):
            return
        archive.connection.execute("DELETE FROM failures WHERE input = ? AND locator = ?", key)
        self.writer.rows.insert("failures", {
            "input": number, "locator": part.locator, "error": failure.error, "message": failure.message,
            "failed": archive.now(),
        })  # fmt: skip

    def _keep(self, part: Part, number: int) -> None:
        """Keep a part's document, what was read in it, and where it was seen."""
        one = part.prepared
        assert one is not None
        archive = self.writer.archive
        doc = known.document_of(archive, one.id)
        if doc is not None:
            self._summary.known += 1
        elif part.verdict == "new":
            doc = self._read(part, one)
        elif part.verdict == "foreign":
            doc = self.writer.add_document(_document(one), state="foreign", modified=_iso(one.report.modified))
            self._summary.foreign[one.language] += 1
        else:
            doc = self._copy(part, one)
        if doc is None:
            self._fail(part, number, ReportError("The report of which it is a copy cannot be read: see there."))
            return
        self.writer.add_sighting(doc, _sighting(number, part.locator, one.report))
        archive.connection.execute("DELETE FROM failures WHERE input = ? AND locator = ?", (number, part.locator))

    def _read(self, part: Part, one: Prepared) -> int:
        assert part.read is not None
        record = from_json(part.read.record)
        doc = self.writer.add_document(record.document, state="read", modified=_iso(one.report.modified))
        self.writer.add_signature(doc, one.minhash, one.bands)
        self.writer.add_reading(doc, record, self.writer.run_of(record.reader), part.read.sentences)
        old = known.document_of(self.writer.archive, part.replaces) if part.replaces else None
        if old is not None:
            give_way(self.writer.archive, old, doc)
        self._summary.count(record)
        self._summary.undated += record.document.published is None
        return doc

    def _copy(self, part: Part, one: Prepared) -> int | None:
        """Keep a copy with its family, None where the original failed."""
        original = known.document_of(self.writer.archive, part.original)
        if original is None:
            return None
        self._summary.copies += 1
        return self.writer.add_document(
            _document(one), state="copy", family=original, modified=_iso(one.report.modified)
        )


def _document(one: Prepared) -> Document:
    """Describe a report that is kept but not read."""
    report = one.report
    return Document(
        one.id, report.url, report.title, report.publisher, report.author, one.language, _iso(report.published),
        report.published_from, None, report.text,
    )  # fmt: skip


def _sighting(number: int, locator: str, report: Report) -> Sighting:
    return Sighting(
        number, locator, report.url, report.title, report.publisher, _iso(report.published), report.published_how,
        _iso(report.modified), report.modified_how,
    )  # fmt: skip


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
