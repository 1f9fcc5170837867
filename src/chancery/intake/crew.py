"""The crew: worker processes, each with one task at a time, killed where a task takes too long.

In: tasks with a key. Out: what each came to, in the order in which they end.
What it does not know: what the tasks do. A pool of the standard library cannot kill a worker that is stuck in C code (a
regular expression, a parser), and one hostile page must not stop ten thousand others.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

from chancery.errors import ReportError, WorkerLost

Task = Callable[[Any], Any]
"""A function that a worker can import, of one argument; `ReportError` is an answer too."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task came to: its key, and a value or an error."""

    key: int
    value: Any = None
    error: ReportError | None = None


@dataclass(slots=True)
class _Order:
    """A task that waits or is under way."""

    key: int
    task: Task
    given: Any


class _Worker:
    """One worker process and the order it is at."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.order: _Order | None = None
        self.deadline = 0.0

    def give(self, order: _Order, limit: float) -> None:
        """Send an order; an idle worker is waiting for it, so that sending does not block."""
        self.order = order
        self.deadline = time.monotonic() + limit
        self.pipe.send((order.task, order.given))

    def end(self) -> None:
        """Stop the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Crew:
    """Worker processes; they are started when the first task comes."""

    def __init__(self, jobs: int, limit: float) -> None:
        """Plan a crew.

        Args:
            jobs: worker processes.
            limit: seconds that one task may take.
        """
        self._jobs = jobs
        self._limit = limit
        self._workers: list[_Worker] = []
        self._waiting: deque[_Order] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()

    @property
    def busy(self) -> int:
        """How many tasks wait or are under way."""
        return len(self._waiting) + sum(worker.order is not None for worker in self._workers)

    def submit(self, key: int, task: Task, given: Any) -> None:
        """Hand in a task.

        Args:
            key: by which its outcome is known; smaller ones come first.
            task: what to do.
            given: its argument.
        """
        place = len(self._waiting)
        while place and self._waiting[place - 1].key > key:
            place -= 1
        self._waiting.insert(place, _Order(key, task, given))
        self._hand_out()

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what has ended, at least one where any task is under way, and hand out the next ones."""
        self._hand_out()
        at_work = [worker for worker in self._workers if worker.order is not None]
        if not at_work:
            return
        patience = max(0.0, min(worker.deadline for worker in at_work) - time.monotonic())
        ready = connection.wait([worker.pipe for worker in at_work], patience)
        for worker in at_work:
            if worker.pipe in ready:
                yield self._answer(worker)
            elif time.monotonic() >= worker.deadline:
                yield self._lost(worker, f"It took more than {self._limit:.0f} seconds: allow more (--time-limit).")
        self._hand_out()

    def _answer(self, worker: _Worker) -> Outcome:
        """Receive what a worker sends, or learn that it has died."""
        order = worker.order
        assert order is not None
        try:
            value, error = worker.pipe.recv()
        except (EOFError, OSError):
            return self._lost(worker, "The process that read it died: it may need more memory than there is.")
        worker.order = None
        return Outcome(order.key, value, error)

    def _lost(self, worker: _Worker, why: str) -> Outcome:
        """Replace a worker, and give its task up."""
        order = worker.order
        assert order is not None
        worker.end()
        self._workers.remove(worker)
        return Outcome(order.key, error=WorkerLost(why))

    def _hand_out(self) -> None:
        """Give the first waiting tasks to idle workers, new ones if need be."""
        while self._waiting:
            idle = next((worker for worker in self._workers if worker.order is None), None)
            if idle is None:
                if len(self._workers) >= self._jobs:
                    return
                idle = _Worker()
                self._workers.append(idle)
            try:
                idle.give(self._waiting[0], self._limit)
            except OSError:  # it died while it was idle
                idle.order = None
                idle.end()
                self._workers.remove(idle)
                continue
            self._waiting.popleft()


def _serve(pipe: Connection) -> None:
    """Do tasks until the pipe is closed; what a worker process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends the workers
    while True:
        try:
            task, given = pipe.recv()
        except (EOFError, OSError):
            return
        answer: tuple[Any, ReportError | None]
        try:
            answer = (task(given), None)
        except ReportError as error:
            answer = (None, error)
        except MemoryError:
            answer = (None, WorkerLost("It needs more memory than there is: split the file."))
        except Exception as error:  # a fault of ours on one report must not lose the others
            answer = (
                None,
                WorkerLost(f"The program failed on it ({type(error).__name__}: {error}): please report it."),
            )
        try:
            pipe.send(answer)
        except OSError:
            return
