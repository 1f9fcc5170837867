"""Reports: a text with what is known about it, admitted or refused.

In: a text and its metadata. Out: a `Report` that can be read, or an error that names the cure.
What it does not know: files. The text is never changed: spans point into what was given.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime

import msgspec

from chancery.errors import DateError, EmptyReport, NotEnglish, NotText, ReportTooLong
from chancery.ingest.language import is_english, language_of
from chancery.record import PublishedFrom
from chancery.settings import Settings

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # other ISO 8601 forms ("2023-W05-1") are surely slips


class Report(msgspec.Struct, frozen=True):
    """One news report.

    Attributes:
        text: the report, headline first, exactly as its spans are to count.
        published: date of publication; None leaves relative times unresolved.
        title: where it is known apart from the text.
        url, publisher, author: as far as known.
        published_from: "given" by who adds it, "metadata" of a page, feed or table, or "inferred" from the page or URL.
        published_how: where that stood, in words: "JSON-LD datePublished", "column date", "in the URL"; or, without a
            day, what stood there and is not understood.
        modified: the day on which it was changed, as far as known; never taken for the day of publication.
        modified_how: where that stood.
        language: ISO 639-1, "und" where it is not known; only "en" is read.
    """

    text: str
    published: date | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_from: PublishedFrom | None = None
    published_how: str | None = None
    modified: date | None = None
    modified_how: str | None = None
    language: str = "en"


def parse_date(value: date | str | None) -> date | None:
    """Return a publication date.

    Args:
        value: a date, "YYYY-MM-DD", or None.

    Raises:
        DateError: the date does not exist or is written in another way.

    Example:
        >>> parse_date("2023-09-19")
        datetime.date(2023, 9, 19)
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        if not _DAY.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError:
        raise DateError(f"{value!r} is not a date: write the day of publication as YYYY-MM-DD.") from None


def document_id(report: Report) -> str:
    """Name a report by its text and its day, so that it has the same name wherever it is read."""
    day = report.published.isoformat() if report.published else None
    digest = hashlib.sha256(f"{day}\n{report.text}".encode()).hexdigest()
    return f"doc_{digest[:16]}"


def check(report: Report, settings: Settings) -> None:
    """Refuse what cannot be read.

    Raises:
        EmptyReport: no letter in it.
        NotText: lone surrogates, which are no characters.
        ReportTooLong: longer than `settings.longest`.
        NotEnglish: another language; the error says which.
    """
    text = report.text
    if len(text) > settings.longest:
        raise ReportTooLong(
            f"{len(text):,} characters are more than one report has ({settings.longest:,} at most): "
            "split the file into its reports."
        )
    if not any(character.isalpha() for character in text):
        raise EmptyReport("There are no words in it: give the text of a news report.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotText(f"Code point {error.start} is half a character (a surrogate): decode the text again.") from None
    if report.language != "en" or not is_english(text):
        raise NotEnglish(
            "It is not in English, the only language that the model reads: translate it first.",
            language=report.language if report.language != "en" else language_of(text),
        )
