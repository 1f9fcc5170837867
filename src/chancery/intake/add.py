"""Add: inputs to an archive, by a crew of worker processes, so that stopping it at any moment loses nothing.

In: paths and an open archive. Out: rows and a `Summary`.
What it does not know: terminals.

Parts are prepared and read by the crew in any order, but decided and filed in the order of the inputs, so that the
archive is the same whatever the number of jobs, and however often it was stopped and started again.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chancery.ingest.entries import Refusal
from chancery.ingest.inputs import Input
from chancery.ingest.options import Options
from chancery.intake import work
from chancery.intake.copies import Copies
from chancery.intake.crew import Crew, Outcome
from chancery.intake.filing import Filing, Summary
from chancery.intake.parts import Part, Stream
from chancery.store.archive import Archive
from chancery.store.writing import Writer

AHEAD = 16
"""Parts under way for each worker: enough that none waits while a long report is read, few enough for memory."""
BATCH = 64
"""Parts filed in one transaction at most; each costs a flush of the disk."""
PAUSE = 2.0
"""Seconds after which what is settled is filed though the batch is not full; what a killed add reads again at most."""

Watch = Callable[[Summary, int], None]
"""Called after each batch with the summary so far and the bytes of the inputs that are behind."""


@dataclass(frozen=True, slots=True)
class Means:
    """How much an add may use.

    Attributes:
        jobs: worker processes.
        limit: seconds for one report; then its worker is killed and it fails alone. The longest report that is read
            (400,000 characters) takes half a minute on a slow core.
        retry: try again what failed before.
    """

    jobs: int = 1
    limit: float = 120.0
    retry: bool = False


def add(
    inputs: Iterable[Input | Refusal], archive: Archive, options: Options, *, means: Means | None = None,
    watch: Watch = lambda _summary, _bytes: None,
) -> Summary:  # fmt: skip
    """Add inputs to an archive.

    Args:
        inputs: from `ingest.inputs.find`.
        archive: opened for writing.
        options: how inputs are taken in.
        means: how much it may use.
        watch: called now and then.

    Returns:
        What it came to. A keyboard interrupt ends it early: what is settled is filed, `interrupted` is set.

    Raises:
        ArchiveBusy: the archive cannot be written; what was filed is safe.
    """
    means = means or Means()
    stream = Stream(archive, options, means.retry)
    summary = Summary()
    with Crew(means.jobs, means.limit) as crew:
        desk = _Desk(crew, archive, options, summary)
        try:
            _run(desk, stream.parts(inputs), means.jobs * AHEAD, lambda: watch(summary, stream.finished))
        except KeyboardInterrupt:
            summary.interrupted = True
            desk.file()
    summary.unchanged = stream.unchanged
    watch(summary, stream.finished)
    return summary


def _run(desk: _Desk, parts: Iterator[Part], most: int, watch: Callable[[], None]) -> None:
    """Move parts through the desk until none is left."""
    filed = time.monotonic()
    while True:
        desk.take(parts, most)
        desk.decide()
        if desk.ready >= BATCH or (desk.ready and (time.monotonic() - filed > PAUSE or desk.idle)):
            desk.file()
            filed = time.monotonic()
            watch()
        elif desk.idle:
            return
        else:
            desk.wait()


class _Desk:
    """Parts in the order of the stream: the first ones settled, the others under way."""

    def __init__(self, crew: Crew, archive: Archive, options: Options, summary: Summary) -> None:
        self._crew = crew
        self._options = options
        self._copies = Copies(archive)
        self._filing = Filing(Writer(archive), options)
        self._summary = summary
        self._parts: deque[Part] = deque()
        self._undecided: deque[Part] = deque()
        self._by_key: dict[int, Part] = {}

    @property
    def ready(self) -> int:
        """How many parts can be filed, as all before them can."""
        count = 0
        for part in self._parts:
            if not part.settled:
                break
            count += 1
        return count

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._crew.busy == 0

    def take(self, parts: Iterator[Part], most: int) -> None:
        """Take parts from the stream until enough are under way, and have them prepared."""
        while self._crew.busy < most and len(self._parts) < most + BATCH:
            part = next(parts, None)
            if part is None:
                return
            self._parts.append(part)
            self._by_key[part.key] = part
            self._undecided.append(part)
            if part.entry is not None:
                self._crew.submit(part.key, work.prepare, (part.entry, self._options))
                part.entry = None

    def wait(self) -> None:
        """Receive what the crew has done."""
        for outcome in self._crew.outcomes():
            self._receive(self._by_key[outcome.key], outcome)

    def _receive(self, part: Part, outcome: Outcome) -> None:
        if outcome.error is not None:
            part.verdict, part.error = "failed", outcome.error
        elif isinstance(outcome.value, work.Prepared):
            part.prepared = outcome.value
        else:
            part.read = outcome.value

    def decide(self) -> None:
        """Decide what becomes of the prepared parts, in order, and have the new ones read."""
        while self._undecided:
            part = self._undecided[0]
            if part.verdict is None and part.prepared is None:
                return
            self._undecided.popleft()
            if part.verdict is None and part.prepared is not None:
                part.verdict = self._copies.decide(part)
                if part.verdict == "new":
                    self._crew.submit(part.key, work.read, part.prepared.report)

    def file(self) -> None:
        """Put all parts that are ready into the archive, all or none."""
        ready = [self._parts[n] for n in range(self.ready)]
        self._summary.include(self._filing.file(ready))
        for part in ready:
            self._copies.arrived(part)
            self._parts.popleft()
            del self._by_key[part.key]
