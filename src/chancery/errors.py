"""Errors: what went wrong, with which value, where, and the cure.

ChanceryError
├── ReportError            this report cannot be read; others can
│   ├── EmptyReport        no words in it
│   ├── NotText            bytes that are not UTF-8 text
│   ├── WorkerLost         its worker process was killed or failed
│   ├── ReportTooLong      longer than `Settings.longest`
│   └── NotEnglish         another language
├── ArchiveError           this archive cannot be used
│   ├── NoArchive          no file there
│   ├── NotAnArchive       a file of another kind
│   ├── NewerArchive       written by a later version
│   ├── DamagedArchive     SQLite finds it malformed
│   └── ArchiveBusy        another process has been writing for too long, or the disk is full
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
    """A file that is not UTF-8 text."""


class ReportTooLong(ReportError):
    """A report above the length limit."""


class NotEnglish(ReportError):
    """A report in a language that the model does not read."""


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
