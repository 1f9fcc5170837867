"""Audits: random samples that are judged, and how many findings are right by them.

In: requests. Out: pages, and samples in the archive.
What it does not know: how a finding is judged; `review` shows it.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from chancery.ask.answers import Answers
from chancery.ask.precision import Share, share_of
from chancery.errors import ChanceryError
from chancery.show.web.lists import REVIEWED
from chancery.show.web.pages import Pages, number_in
from chancery.store.archive import open_archive
from chancery.store.decisions import Finding
from chancery.store.samples import LARGEST, Audit, Judged, audits, draw, judged
from chancery.store.verdicts import place_of

SIZE = 100
"""Findings of a sample where nobody says how many: with 90 right the interval is 83 to 94 %."""
ADDRESSES = {kind: address for address, kind in REVIEWED.items()}


@dataclass(frozen=True, slots=True)
class Result:
    """An audit with what came of it.

    Attributes:
        audit: what was drawn.
        question: the filters as the end of an address.
        sample: its findings with their verdicts.
        right: the share that was accepted, of those that were judged.
        found: the share that was accepted or corrected: there is such a deed, though a field may be wrong.
        counts: how many of each verdict.
    """

    audit: Audit
    question: str
    sample: Sequence[Judged]
    right: Share | None
    found: Share | None
    counts: Counter[str]

    @property
    def kind(self) -> str:
        """The address of its kind of findings."""
        return ADDRESSES[self.audit.kind]


def result_of(audit: Audit, sample: Sequence[Judged]) -> Result:
    """Return what came of an audit; findings without a decision are not judged."""
    counts = Counter(one.verdict or "undecided" for one in sample)
    done = len(sample) - counts["undecided"]
    return Result(
        audit, urlencode(json.loads(audit.question)), sample, share_of(counts["accept"], done),
        share_of(counts["accept"] + counts["correct"], done), counts,
    )  # fmt: skip


async def listed(request: Request) -> Response:
    """Show all audits, and the form to draw another."""
    pages: Pages = request.app.state.pages

    def ask() -> list[Result]:
        with pages.archive() as archive:
            return [result_of(audit, judged(archive, audit)) for audit in audits(archive)]

    found = await run_in_threadpool(ask)
    chosen, question = (request.query_params.get(name, "") for name in ("kind", "question"))
    return pages.show(
        request, "audits.html", results=found, kinds=REVIEWED, size=SIZE, largest=LARGEST, chosen=chosen,
        question=question,
    )  # fmt: skip


async def drawn(request: Request) -> Response:
    """Draw a sample."""
    pages: Pages = request.app.state.pages
    form = await request.form(max_files=0, max_fields=8)
    kind, size, seed = str(form.get("kind")), number_in(form.get("size"), SIZE, 9), number_in(form.get("seed"), 0, 9)
    question = dict(parse_qsl(str(form.get("question") or "").partition("?")[2] or str(form.get("question") or "")))

    def write() -> int:
        with Answers(pages.db) as archive, open_archive(pages.db, write=True) as writing:
            numbers = getattr(archive, kind)(**question).numbers()
            return draw(
                writing, REVIEWED[kind], numbers, size, question=json.dumps(question, sort_keys=True),
                seed=seed or secrets.randbelow(10**9) + 1, drawn_by=pages.reviewer,
            )  # fmt: skip

    try:
        if kind not in REVIEWED:
            return pages.show(request, "message.html", 422, words=f"Choose one of {', '.join(REVIEWED)}.")
        audit = await run_in_threadpool(write)
    except ChanceryError as error:
        return pages.show(request, "message.html", 422, words=str(error))
    return RedirectResponse(f"/audits/{audit}", 303)


async def shown(request: Request) -> Response:
    """Show one audit."""
    pages: Pages = request.app.state.pages
    found = await run_in_threadpool(_result, pages, request.path_params["number"])
    if found is None:
        return pages.show(request, "message.html", 404, words="There is no such audit.")
    return pages.show(request, "audit.html", result=found)


async def following(request: Request) -> Response:
    """Go on to the next finding of an audit that nobody has judged, or to the audit where all are."""
    pages: Pages = request.app.state.pages
    number = request.path_params["number"]
    found = await run_in_threadpool(_result, pages, number)
    if found is None:
        return pages.show(request, "message.html", 404, words="There is no such audit.")

    def left() -> Finding | None:
        with pages.archive() as archive:
            undecided = (one.finding for one in found.sample if one.verdict is None)
            places = ((one, place_of(archive, one)) for one in undecided)
            return next((one for one, place in places if place is not None and place.live), None)

    following = await run_in_threadpool(left)
    address = f"/audits/{number}" if following is None else f"/review/{found.kind}/{following.number}?audit={number}"
    return RedirectResponse(address, 303)


def _result(pages: Pages, number: int) -> Result | None:
    with pages.archive() as archive:
        audit = next((one for one in audits(archive) if one.audit == number), None)
        return None if audit is None else result_of(audit, judged(archive, audit))
