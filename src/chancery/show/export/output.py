"""Output: where a file goes, whole or not at all.

In: a path, or "-" for standard output. Out: a binary file to write to, which takes its name only when all is in it.
What it does not know: what is written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from chancery.errors import ExportError

STANDARD_OUTPUT = "-"


@contextmanager
def writing(out: str, *, force: bool = False) -> Iterator[BinaryIO]:
    """Open a file for writing.

    It is written under another name in the same folder and renamed in the end, so that a full disk or Ctrl-C leaves
    neither half a file nor the earlier one damaged.

    Args:
        out: a path, or "-"; a device or a pipe is written as it is.
        force: replace a file that is there.

    Raises:
        ExportError: there is a file already, or it cannot be written.
    """
    path = Path(out)
    if out == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    check_free(path, force=force)
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    with in_words(path), _partial(path) as file:
        yield file


def check_free(path: Path, *, force: bool) -> None:
    """Refuse a path at which there is something already.

    Raises:
        ExportError: a folder, or a file while `force` is not given.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder: give --out the name of a file.")
    if path.is_file() and not force:
        raise ExportError(f"{path} exists: give another name, or --force to replace it.")


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say in words what the system says in codes."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}): nothing was left of it.") from error


@contextmanager
def _partial(path: Path) -> Iterator[BinaryIO]:
    """Write beside a path, and move there what was written to the end."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
