"""Pages: templates, and the archive behind them.

In: a template's name and values. Out: an answer with escaped HTML.
What it does not know: what the pages are about.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from chancery.ask.answers import Answers
from chancery.ask.filters import DECISIONS
from chancery.record import STATUSES, Act
from chancery.show.web.memory import Memory, T
from chancery.store.archive import Archive, open_archive

HERE = Path(__file__).parent
MENU = (
    ("/timeline", "Timeline"), ("/dyads", "Dyads"), ("/map", "Map"), ("/network", "Network"), ("/series", "Series"),
    ("/events", "Events"), ("/statements", "Statements"), ("/figures", "Figures"), ("/roles", "Offices"),
    ("/actors", "Actors"), ("/reports", "Reports"), ("/review/events", "Review"), ("/read", "Read"),
)  # fmt: skip
QUESTIONS = 8
"""Questions that are put at the same time, by all pages together: more wait for cores anyway."""
CHOICES = {"statuses": STATUSES, "acts": get_args(Act), "verdicts": DECISIONS}
"""What the filters offer to choose from."""


class Pages:
    """The templates over one archive."""

    def __init__(self, db: Path, reviewer: str = "") -> None:
        """Load the templates.

        Args:
            db: the archive.
            reviewer: who decides about findings; without it nobody can.
        """
        self.db = db
        self.reviewer = reviewer
        self.memory = Memory(db)
        self._pool = ThreadPoolExecutor(QUESTIONS, thread_name_prefix="question")
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
        )
        self._templates.globals.update(static=static, **CHOICES)

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        """Open the archive for reading, for one request."""
        with open_archive(self.db) as archive:
            yield archive

    @staticmethod
    def decided(request: Request) -> bool:
        """Tell whether a page is asked for as people decided, instead of as it was read."""
        return request.query_params.get("decided", "") not in ("", "0", "false")

    def recall(self, question: str, filters: Mapping[str, Any], ask: Callable[[], T]) -> T:
        """Return the answer to a question that counts much, asked anew only where the archive has changed.

        Args:
            question: its name.
            filters: all that it is asked with.
            ask: asks it.
        """
        return self.memory.recall((question, *sorted(filters.items())), ask)

    def recall_all(self, filters: Mapping[str, Any], **asks: Callable[[Answers], Any]) -> dict[str, Any]:
        """Return the answers to several questions under the same filters, put at the same time.

        SQLite works outside Python's lock, so that on two cores the slowest question is what a page waits for.

        Args:
            filters: all that they are asked with.
            **asks: by name, each asks an archive of its own.
        """
        waiting = {name: self._pool.submit(self._recalled, name, filters, ask) for name, ask in asks.items()}
        return {name: one.result() for name, one in waiting.items()}

    def _recalled(self, question: str, filters: Mapping[str, Any], ask: Callable[[Answers], Any]) -> Any:
        def asking() -> Any:
            with Answers(self.db) as archive:
                return ask(archive)

        return self.recall(question, filters, asking)

    def show(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Answer with a page.

        Args:
            request: what was asked.
            template: its file.
            status: of the answer.
            values: what the template shows; text is escaped there.
        """
        decided = self.decided(request)
        html = self._templates.get_template(template).render(
            menu=MENU, here=request.url.path, decided=decided, turned=_turned(request, decided=decided), **values
        )
        return HTMLResponse(html, status, headers={"cache-control": "no-store"})


def _turned(request: Request, *, decided: bool) -> str:
    """Return the address of the same page with what was read in place of what was decided, or the other way round."""
    others = {name: value for name, value in request.query_params.items() if name != "decided"}
    query = urlencode(others if decided else {**others, "decided": "1"})
    return f"{quote(request.url.path)}?{query}"


def number_in(value: object, default: int, digits: int = 7) -> int:
    """Return the number that an address or a form gives, the default where it gives none of so many digits at most."""
    words = str(value or "")
    return int(words) if words.isascii() and words.isdigit() and len(words) <= digits else default


@cache
def static(name: str) -> str:
    """Return the address of a file that comes with the page, which changes with its content."""
    digest = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
