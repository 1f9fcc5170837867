"""A crew does tasks, and loses one at a time at most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tasks
from chancery.errors import EmptyReport, WorkerLost
from chancery.intake.crew import Crew, Outcome, Task


def all_of(given: Sequence[tuple[Task, Any]], *, jobs: int = 2, limit: float = 30) -> dict[int, Outcome]:
    """Do tasks and return their outcomes by their place."""
    done: dict[int, Outcome] = {}
    with Crew(jobs, limit) as crew:
        for key, (task, argument) in enumerate(given):
            crew.submit(key, task, argument)
        while crew.busy:
            done |= {outcome.key: outcome for outcome in crew.outcomes()}
    return done


def test_every_task_has_its_outcome() -> None:
    done = all_of([(tasks.double, n) for n in range(7)])
    assert [done[n].value for n in range(7)] == [0, 2, 4, 6, 8, 10, 12]


def test_a_refusal_is_an_outcome() -> None:
    error = all_of([(tasks.refuse, None)])[0].error
    assert isinstance(error, EmptyReport)
    assert str(error) == "nothing in it"


def test_a_fault_loses_one_task() -> None:
    done = all_of([(tasks.fail, None), (tasks.double, 2)], jobs=1)
    assert isinstance(done[0].error, WorkerLost)
    assert done[1].value == 4


def test_a_task_that_takes_too_long_is_given_up_alone() -> None:
    done = all_of([(tasks.double, 1), (tasks.sleep, 60), (tasks.double, 3)], jobs=1, limit=3)
    assert [done[0].value, done[2].value] == [2, 6]
    assert "more than 3 seconds" in str(done[1].error)


def test_a_worker_that_dies_is_replaced() -> None:
    done = all_of([(tasks.die, None), (tasks.double, 3)], jobs=1)
    assert "died" in str(done[0].error)
    assert done[1].value == 6


def test_tasks_are_done_in_the_order_of_their_keys() -> None:
    order: list[int] = []
    with Crew(1, 30) as crew:
        for key in (5, 2, 9, 1):
            crew.submit(key, tasks.double, key)
        while crew.busy:
            order += [outcome.key for outcome in crew.outcomes()]
    assert order == [5, 1, 2, 9]


def test_nothing_to_do_starts_nobody() -> None:
    with Crew(2, 30) as crew:
        assert list(crew.outcomes()) == []
        assert crew._workers == []
