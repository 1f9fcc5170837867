"""Tasks for worker processes, where they can import them."""

from __future__ import annotations

import os
import time

from chancery.errors import EmptyReport


def double(number: int) -> int:
    return 2 * number


def refuse(_: object) -> None:
    raise EmptyReport("nothing in it")


def fail(_: object) -> None:
    raise RuntimeError("a fault")


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def die(_: object) -> None:
    os._exit(1)
