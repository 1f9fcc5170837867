"""Reports: one with its record beside it, from the archive or read on the spot.

In: requests. Out: pages.
What it does not know: how a report is read.
"""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from chancery.errors import ChanceryError
from chancery.record import Record
from chancery.show.web import views
from chancery.show.web.pages import Pages

HEADINGS = (
    ("event", "What happened"), ("statement", "Who said what"), ("figure", "Figures"), ("role", "Offices"),
)  # fmt: skip


async def report(request: Request) -> Response:
    """Show a report of the archive."""
    from chancery.store.reading import number_of, record_of
    from chancery.store.verdicts import about

    pages: Pages = request.app.state.pages

    def found() -> tuple[Record, dict[str, Any]]:
        with pages.archive() as archive:
            number = number_of(archive, request.path_params["document"])
            return record_of(archive, number), dict(about(archive, number))

    try:
        record, held = await run_in_threadpool(found)
    except ChanceryError as error:
        return pages.show(request, "message.html", status=404, words=str(error))
    return _shown(request, record, held)


async def read_form(request: Request) -> Response:
    """Show the form for a report to be read."""
    pages: Pages = request.app.state.pages
    return pages.show(request, "read.html", complaint="")


async def read_given(request: Request) -> Response:
    """Read what was pasted or dropped, and show it."""
    from chancery.pipeline import read

    pages: Pages = request.app.state.pages
    form = await request.form(max_files=1, max_fields=3)
    published = str(form.get("published") or "")
    try:
        text = await _text_of(form)
        record = await run_in_threadpool(read, text, published or None)
    except ChanceryError as error:
        given = str(form.get("text") or "")
        return pages.show(request, "read.html", status=422, complaint=str(error), text=given, published=published)
    return _shown(request, record)


async def _text_of(form: FormData) -> str:
    """Return the text of a form: its file if one was given, else what was pasted, with plain line breaks."""
    from chancery.show.inputs import decode

    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return decode(await file.read(), file.filename)
    return str(form.get("text") or "").replace("\r\n", "\n")


def _shown(request: Request, record: Record, held: dict[str, Any] | None = None) -> Response:
    """Answer with a report; `held` is what was decided about its findings, by their ids."""
    pages: Pages = request.app.state.pages
    return pages.show(
        request, "report.html", document=record.document, paragraphs=views.paragraphs_of(record),
        heading=record.document.title is not None, entries=views.entries_of(record), kinds=HEADINGS,
        held=held or {},
    )  # fmt: skip
