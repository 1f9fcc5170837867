"""Review: a finding beside its words, to be accepted, rejected or corrected, one after another, with the keyboard.

In: requests. Out: pages, and decisions in the archive.
What it does not know: SQL; decisions are rows beside what was read (`store.decisions`).

The queue is the findings that filters let through and nobody has decided about; `skip` passes some of them over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from chancery.ask.answers import UNDERSTOOD, Answer, Answers
from chancery.errors import ChanceryError, DecisionError
from chancery.record import STATUSES, Record
from chancery.show.web import judging, views
from chancery.show.web.lists import KINDS, REVIEWED, filters_of
from chancery.show.web.pages import Pages, number_in
from chancery.store import verdicts
from chancery.store.archive import open_archive
from chancery.store.corrections import Correction
from chancery.store.decisions import TOGETHER, Decider, Finding
from chancery.store.reading import record_of

MOST = 5000
"""Findings that are decided about at once: some seconds of writing."""
AROUND = 1
"""Paragraphs that are shown before and after those with the words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page shows it.

    Attributes:
        finding: its kind and number.
        place: where it is.
        entry: as reports list it.
        paragraphs: those with its words, marked, and those around them.
        held: the decision that holds for it.
        values: of the form by which an event is corrected.
    """

    finding: Finding
    place: verdicts.Place
    entry: views.Entry
    paragraphs: list[list[views.Part]]
    held: verdicts.Held | None
    values: dict[str, str]


async def queue(request: Request) -> Response:
    """Show the first finding of the queue that is not passed over."""
    pages: Pages = request.app.state.pages
    kind, filters, skip = request.path_params["kind"], _filters(request), _skip(request)

    def ask() -> tuple[Shown | None, int]:
        with Answers(pages.db) as archive:
            undecided = {**filters, "decision": "none"}
            answer: Answer = getattr(archive, kind)(**undecided, limit=1, offset=skip)
            rows = list(answer.rows())
            total = answer.total() or 0
            return (shown(archive, Finding(REVIEWED[kind], rows[0][0])) if rows else None), total

    try:
        found, total = await run_in_threadpool(ask)
    except ChanceryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    return _page(request, found, total)


async def one(request: Request) -> Response:
    """Show one finding."""
    pages: Pages = request.app.state.pages
    finding = _finding(request)

    def ask() -> Shown | None:
        with Answers(pages.db) as archive:
            return shown(archive, finding)

    found = await run_in_threadpool(ask)
    if found is None:
        return pages.show(request, "message.html", 404, words="There is no such finding that counts.")
    return _page(request, found, None)


async def decide(request: Request) -> Response:
    """Take a decision about one finding, and go on."""
    pages: Pages = request.app.state.pages
    finding, form = _finding(request), await request.form(max_files=0, max_fields=12)

    def take(decider: Decider, archive: Answers) -> None:
        correction = _correction(archive, finding, form) if form.get("verdict") == "correct" else None
        decider.decide([finding], _verdict(form), correction=correction, note=str(form.get("note") or ""))

    answer = await _decided(pages, take, _onward(request))
    return answer if isinstance(answer, Response) else await _again(request, finding, form, answer)


async def _again(request: Request, finding: Finding, form: FormData, error: ChanceryError) -> Response:
    """Say why a decision was not taken, above the form with what was written in it."""
    pages: Pages = request.app.state.pages

    def ask() -> Shown | None:
        with Answers(pages.db) as archive:
            return shown(archive, finding)

    found = await run_in_threadpool(ask)
    if found is None:
        return _refused(request, error)
    written = {name: str(form[name]) for name in found.values if name in form}
    return _page(request, replace(found, values={**found.values, **written}), None, str(error))


async def decide_all(request: Request) -> Response:
    """Take the same decision about all that filters let through and nobody has decided about."""
    pages: Pages = request.app.state.pages
    kind, filters, form = request.path_params["kind"], _filters(request), await request.form(max_files=0, max_fields=4)

    def take(decider: Decider, archive: Answers) -> None:
        numbers = getattr(archive, kind)(**filters, decision="none").numbers()
        if len(numbers) > MOST:
            raise DecisionError(
                f"These are {len(numbers):,}: choose filters that let at most {MOST:,} through at once."
            )
        findings = [Finding(REVIEWED[kind], number) for number in numbers]
        decider.decide(findings, _verdict(form), note=f"{TOGETHER}{kind}?{urlencode(filters)}")

    answer = await _decided(pages, take, _onward(request))
    return answer if isinstance(answer, Response) else _refused(request, answer)


async def undo(request: Request) -> Response:
    """Take back a decision, or one's latest with those taken together with it, and show what it was about."""
    pages: Pages = request.app.state.pages
    form = await request.form(max_files=0, max_fields=4)
    back: list[Finding] = []

    def take(decider: Decider, _: Answers) -> None:
        number = number_in(form.get("decision"), -1, 17)
        decisions = [number] if number >= 0 else decider.last()
        if not decisions:
            raise DecisionError("There is no decision of yours to undo.")
        back.extend(decider.undo(decisions))

    def onward() -> str:
        if not back:
            return "/decisions"
        addresses = {kind: address for address, kind in REVIEWED.items()}
        return f"/review/{addresses[back[0].kind]}/{back[0].number}{_query(request)}"

    answer = await _decided(pages, take, onward)
    return answer if isinstance(answer, Response) else _refused(request, answer)


def shown(archive: Answers, finding: Finding) -> Shown | None:
    """Return a finding as the page shows it, None where none of that number counts."""
    place = verdicts.place_of(archive.archive, finding)
    if place is None or not place.live:
        return None
    record = record_of(archive.archive, place.doc)
    entry = next(entry for entry in views.entries_of(record) if entry.id == place.local)
    _, held = verdicts.about(archive.archive, place.doc)[place.local]
    return Shown(finding, place, entry, _paragraphs(record, place.local), held, _values(record, place.local, held))


def _values(record: Record, local: str, held: verdicts.Held | None) -> dict[str, str]:
    """Return the values of the form: those that were read, corrected where a correction holds."""
    event = next((event for event in record.events if event.id == local), None)
    if event is None:
        return {}
    values, correction = judging.values_of(event, record), judging.decoded(held.value if held else None)
    return values if correction is None else judging.corrected_values(values, correction)


def _paragraphs(record: Record, local: str) -> list[list[views.Part]]:
    """Return the paragraphs with a finding's words, and those around them; only its words are marked."""
    paragraphs = views.paragraphs_of(record, only=local)
    marked = [n for n, parts in enumerate(paragraphs) if any(part.marks for part in parts)]
    near = {n + step for n in marked for step in range(-AROUND, AROUND + 1)}
    return [parts for n, parts in enumerate(paragraphs) if n in near]


def _correction(archive: Answers, finding: Finding, form: FormData) -> Correction:
    """Return what a form corrects of an event."""
    place = verdicts.place_of(archive.archive, finding)
    record = None if place is None else record_of(archive.archive, place.doc)
    event = next((one for one in record.events if place and one.id == place.local), None) if record else None
    if record is None or event is None or finding.kind != "event":
        raise DecisionError("There is no such event that counts: only events are corrected.")
    return judging.correction_from(form, event, record)


async def _decided(
    pages: Pages, take: Callable[[Decider, Answers], None], onward: Callable[[], str]
) -> Response | ChanceryError:
    """Write, and go on; or return why not."""

    def write() -> None:
        with Answers(pages.db) as archive, open_archive(pages.db, write=True) as writing:
            take(Decider(writing, pages.reviewer), archive)

    try:
        await run_in_threadpool(write)
    except ChanceryError as error:
        return error
    return RedirectResponse(onward(), 303)


def _refused(request: Request, error: ChanceryError) -> Response:
    """Say why a decision was not taken."""
    pages: Pages = request.app.state.pages
    return pages.show(request, "message.html", 422 if isinstance(error, DecisionError) else 400, words=str(error))


def _page(request: Request, found: Shown | None, total: int | None, complaint: str = "") -> Response:
    """Answer with the page of a finding, or of a queue in which there is none."""
    pages: Pages = request.app.state.pages
    kind, skip = request.path_params["kind"], _skip(request)
    query = {name: value for name, value in request.query_params.items() if name != "skip"}
    return pages.show(
        request, "review.html", 422 if complaint else 200, kind=kind, heading=KINDS[kind], shown=found, total=total,
        skip=skip, most=MOST, query=_query(request), filters=_filters(request), complaint=complaint,
        known=sorted(UNDERSTOOD[kind] & FILTERED), deeds=judging.deeds(), statuses=STATUSES,
        at=lambda number: f"/review/{kind}?" + urlencode({**query, "skip": number}),
        audit=request.query_params.get("audit", ""),
    )  # fmt: skip


FILTERED = frozenset({"actor", "country", "source", "target", "type", "status", "act", "since", "until", "words"})
"""The filters that the page of the queue offers; its address takes all."""


def _filters(request: Request) -> dict[str, Any]:
    """Return the filters of the queue."""
    filters = filters_of(request, request.path_params["kind"])
    return {name: value for name, value in filters.items() if name not in ("decision", "decided")}


def _finding(request: Request) -> Finding:
    number: int = request.path_params["number"]
    return Finding(REVIEWED[request.path_params["kind"]], min(number, 2**62))


def _verdict(form: FormData) -> str:
    return str(form.get("verdict") or "")


def _skip(request: Request) -> int:
    return number_in(request.query_params.get("skip"), 0)


def _query(request: Request) -> str:
    return f"?{request.query_params}" if request.query_params else ""


def _onward(request: Request) -> Callable[[], str]:
    """Return where to go after a decision: on in the audit that is judged, or in the queue."""
    audit = request.query_params.get("audit", "")
    if audit.isascii() and audit.isdigit():
        return lambda: f"/audits/{audit}/next"
    return lambda: f"/review/{request.path_params['kind']}{_query(request)}"
