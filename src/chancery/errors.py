"""Errors: what went wrong, with which value, where, and the cure.

ChanceryError
├── ReportError            this report cannot be read; others can
│   ├── EmptyReport        no words in it
│   ├── NotText            bytes that are no text, or in no encoding that makes sense of them
│   ├── WorkerLost         its worker process was killed or failed
│   ├── ReportTooLong      longer than `Settings.longest`
│   ├── UnreadablePage     HTML that no reader of pages can take: too large, too deep, too many tags
│   └── NotEnglish         another language; `language` says which
├── InputError             this input, or a part of it, cannot be used; others can
│   ├── UnknownKind        no text, page, crawl, table or feed
│   ├── TooLarge           above a limit on bytes, rows or what it unpacks to
│   ├── DamagedInput       cut short, or not what its name says
│   ├── NoTextColumn       a table without the column that was named, or without one of texts
│   ├── AddressRefused     a URL that is none of the web, or points into a private network
│   └── FetchError         a server that does not give what was asked for
├── ArchiveError           this archive cannot be used
│   ├── NoArchive          no file there
│   ├── NotAnArchive       a file of another kind
│   ├── NewerArchive       written by a later version
│   ├── DamagedArchive     SQLite finds it malformed
│   └── ArchiveBusy        another process has been writing for too long, or the disk is full
├── QueryError             a question to an archive that cannot be put
├── DecisionError          a decision about a finding that cannot be taken
├── ExportError            an export that cannot be written
├── DateError              a publication date that is none
└── ModelError             the model's files are absent or not those of the card
"""

from __future__ import annotations


class ChanceryError(Exception):
    """Anything that this program refuses, in words that name the cure."""


class ReportError(ChanceryError):
    """A report that cannot be read; nothing of it is recorded."""


class EmptyReport(ReportError):
    """A report without a word in it."""


class NotText(ReportError):
    """Bytes that are no text, or that no encoding makes sense of."""


class ReportTooLong(ReportError):
    """A report above the length limit."""


class UnreadablePage(ReportError):
    """A page of more tags, attributes or levels than any page of news has."""


class NotEnglish(ReportError):
    """A report in a language that the model does not read.

    Attributes:
        language: its ISO 639-1 code, "und" where it is not known.
    """

    def __init__(self, message: str, *, language: str = "und") -> None:
        """Say what is wrong and which language it is; both survive the way to another process."""
        super().__init__(message)
        self.language = language


class InputError(ChanceryError):
    """An input, or a part of one, that holds no report that can be taken out."""


class UnknownKind(InputError):
    """A file of a kind that reports are not read from."""


class TooLarge(InputError):
    """More bytes or rows than are taken from one input."""


class DamagedInput(InputError):
    """An input, or a part of it, that is cut short or not written as its kind is."""


class NoTextColumn(InputError):
    """A table in which the column of texts, or one that was named, is not found."""


class AddressRefused(InputError):
    """A URL that leads into a private network or is none of the web."""


class FetchError(InputError):
    """A page or feed that its server does not give, or not within the limits."""


class QueryError(ChanceryError):
    """A question to an archive that cannot be put, or that asks for more than reading."""


class DecisionError(ChanceryError):
    """A decision about a finding that cannot be taken; nothing is written."""


class ExportError(ChanceryError):
    """An export that cannot be written; nothing is left half written."""


class DateError(ChanceryError):
    """A publication date that does not exist or is not written YYYY-MM-DD."""


class ModelError(ChanceryError):
    """The model's files are missing or damaged."""


class ArchiveError(ChanceryError):
    """An archive that cannot be used; it is left as it is."""


class NoArchive(ArchiveError):
    """A path at which there is no archive."""


class NotAnArchive(ArchiveError):
    """A file that is not an archive of this program."""


class NewerArchive(ArchiveError):
    """An archive that a later version of this program has written."""


class DamagedArchive(ArchiveError):
    """An archive in which SQLite finds damage."""


class ArchiveBusy(ArchiveError):
    """An archive that cannot be written now: locked for too long, or no space is left."""


class WorkerLost(ReportError):
    """A report on which a worker process died, failed or took too long."""
