"""Complaints: what a command says when it cannot do what it was told, and its exit code.

In: errors. Out: one line on standard error.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from chancery.errors import ChanceryError

FAILED, WRONG, INTERRUPTED = 1, 2, 130


@contextmanager
def complaining(*wrong: type[ChanceryError]) -> Iterator[None]:
    """Say in one line what was refused, and stop.

    Args:
        wrong: errors that mean that the command was wrong; after any other it has failed.
    """
    try:
        yield
    except wrong as error:
        refuse(str(error))
    except ChanceryError as error:
        typer.echo(f"chancery: {error}", err=True)
        raise typer.Exit(FAILED) from None


def refuse(message: str) -> NoReturn:
    """Say what is wrong with the command, and stop."""
    typer.echo(f"chancery: {message}", err=True)
    raise typer.Exit(WRONG)
