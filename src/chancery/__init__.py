"""Chancery reads news reports into a dated, sourced record.

`read` reads one report, `read_many` a stream of them, `Answers` asks an archive; all are loaded on first use, so that
importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chancery.ask.answers import Answers
    from chancery.errors import ChanceryError, DateError, ReportError
    from chancery.ingest.report import Report
    from chancery.pipeline import read, read_many
    from chancery.record import Record, from_json, to_json
    from chancery.settings import Settings

__all__ = [
    "Answers",
    "ChanceryError",
    "DateError",
    "Record",
    "Report",
    "ReportError",
    "Settings",
    "from_json",
    "read",
    "read_many",
    "to_json",
]

_HOMES = {
    "Answers": "chancery.ask.answers",
    "ChanceryError": "chancery.errors",
    "DateError": "chancery.errors",
    "Record": "chancery.record",
    "Report": "chancery.ingest.report",
    "ReportError": "chancery.errors",
    "Settings": "chancery.settings",
    "from_json": "chancery.record",
    "read": "chancery.pipeline",
    "read_many": "chancery.pipeline",
    "to_json": "chancery.record",
}


def __getattr__(name: str) -> Any:
    """Load a public name on its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted({*globals(), *__all__})
