"""Errors: what went wrong, with which value, where, and the cure.

ChanceryError
├── ReportError            this report cannot be read; others can
│   ├── EmptyReport        no words in it
│   ├── NotText            bytes that are not UTF-8 text
│   ├── ReportTooLong      longer than `Settings.longest`
│   └── NotEnglish         another language
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
