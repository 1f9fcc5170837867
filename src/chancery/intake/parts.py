"""Parts: one report-to-be of an input on its way into the archive, and the stream of them.

In: inputs as `ingest.inputs` finds them, and what the archive knows. Out: parts that are not in it yet, in order.
What it does not know: what becomes of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from chancery.errors import ChanceryError
from chancery.ingest.entries import Entry, Refusal
from chancery.ingest.feeds import FeedState, read_feed
from chancery.ingest.inputs import Input, entries
from chancery.ingest.options import Options
from chancery.intake.work import Prepared, Read
from chancery.store import known
from chancery.store.archive import Archive

Verdict = Literal["new", "known", "copy", "foreign", "forgotten", "failed", "end"]
"""What becomes of a part: it is read, it is in the archive, it is a copy of a document, it is in another language, it
was purged, it cannot be read; or it stands for the end of its input."""


@dataclass(slots=True)
class Part:
    """A part of an input.

    Attributes:
        key: its place in the stream.
        input: where it lies.
        locator: which part it is.
        entry: it as it lies there, None at the end of an input and where it cannot be read.
        verdict: None until it is decided.
        prepared: the report, before it is read.
        read: what was read.
        error: why it cannot be read.
        original: of a copy, the document's id.
        replaces: of a report with a date, the id of the same text without one, which gives way.
        version: at the end of a feed all of which was taken in, what it said of its version.
    """

    key: int
    input: Input
    locator: str = ""
    entry: Entry | None = None
    verdict: Verdict | None = None
    prepared: Prepared | None = None
    read: Read | None = None
    error: ChanceryError | None = None
    original: str = ""
    replaces: str = ""
    version: FeedState | None = None

    @property
    def settled(self) -> bool:
        """Whether it can be filed."""
        return self.verdict is not None and (self.verdict != "new" or self.read is not None)


@dataclass(slots=True)
class Stream:
    """The parts of inputs that the archive does not have, one after another.

    Attributes:
        archive: an archive.
        options: how inputs are taken in.
        retry: whether to try again what failed before.
        unchanged: inputs that were left out, as the archive has all of them.
        finished: bytes of the inputs that are behind.
    """

    archive: Archive
    options: Options
    retry: bool = False
    unchanged: int = 0
    finished: int = 0
    _count: int = field(default=0)

    def parts(self, inputs: Iterable[Input | Refusal]) -> Iterator[Part]:
        """Yield the parts of inputs, each input's end as a part of its own."""
        for one in inputs:
            if isinstance(one, Refusal):
                yield self._refused(Input(path=one.path, kind="unknown", size=None, changed=None), one)
                continue
            passed = self._passed(one)
            if passed is None:
                self.unchanged += 1
            else:
                yield from self._of(one, passed)
            self.finished += one.size or 0

    def _of(self, one: Input, passed: set[str]) -> Iterator[Part]:
        if one.kind == "feed":
            yield from self._of_feed(one, passed)
            return
        for entry in entries(one, self.options):
            if entry.locator not in passed:
                yield self._part(one, entry)
        yield Part(self._next(), one, verdict="end")

    def _of_feed(self, one: Input, passed: set[str]) -> Iterator[Part]:
        """Yield the new entries of a feed; its version is kept only if none failed: what did is asked for again."""
        before = known.input_at(self.archive, one.path)
        state = FeedState() if before is None else FeedState(before.etag, before.last_modified)
        try:
            feed = read_feed(one.path, self.options, state=state, passed=passed)
        except ChanceryError as error:
            yield self._refused(one, Refusal(one.path, "", error))
            return
        failed = False
        for entry in feed.items:
            if entry.locator not in passed:
                failed = failed or isinstance(entry, Refusal)
                yield self._part(one, entry)
        yield Part(self._next(), one, verdict="end", version=None if failed else feed.state)

    def _part(self, one: Input, entry: Entry | Refusal) -> Part:
        if isinstance(entry, Refusal):
            return self._refused(one, entry)
        return Part(self._next(), one, entry.locator, entry)

    def _refused(self, one: Input, refusal: Refusal) -> Part:
        return Part(self._next(), one, refusal.locator, verdict="failed", error=refusal.error)

    def _passed(self, one: Input) -> set[str] | None:
        """Return the parts of an input that are passed over, None where all of it is."""
        before = known.input_at(self.archive, one.path)
        if before is None:
            return set()
        same = (before.size, before.changed, before.options) == (one.size, one.changed, options_json(self.options))
        failed = known.failed_parts(self.archive, before.number) if self.retry else set()
        if same and before.finished and not failed and one.kind != "feed":
            return None
        if one.kind == "feed":  # what failed is fetched again, as servers recover
            return known.seen_parts(self.archive, before.number) - known.failed_parts(self.archive, before.number)
        return known.seen_parts(self.archive, before.number) - failed if same else set()

    def _next(self) -> int:
        self._count += 1
        return self._count


def options_json(options: Options) -> str:
    """Return what was said of an input that changes what is made of it, as JSON."""
    published = options.published.isoformat() if options.published else None
    return json.dumps({"published": published, "columns": dict(options.columns)}, sort_keys=True)
