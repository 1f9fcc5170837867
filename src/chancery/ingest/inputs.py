"""Inputs: what lies at the paths and addresses that the user names, and the entries in each.

In: paths and URLs. Out: `Input`s in a fixed order, then the entries of one; what cannot be read is refused by itself.
What it does not know: texts. All of it runs beside the archive, so that it is cheap and bounded whatever it meets.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chancery.errors import ChanceryError, InputError, TooLarge
from chancery.ingest.entries import Entry, EntryKind, Refusal
from chancery.ingest.feeds import read_feed
from chancery.ingest.kinds import PAGES, Kind, kind_of
from chancery.ingest.options import Options
from chancery.ingest.reading import BYTES_A_CHARACTER
from chancery.ingest.tables import read_table
from chancery.ingest.warcs import read_warc

WEB = ("http://", "https://")
DEEPEST = 64
"""Folders within folders that are gone into; people's are ten deep."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file or feed.

    Attributes:
        path: absolute path, or the URL of a feed.
        kind: how its entries are found.
        size: bytes, None for a feed.
        changed: nanoseconds since 1970, None for a feed.
    """

    path: str
    kind: Kind
    size: int | None = None
    changed: int | None = None


def find(paths: Iterable[str], options: Options) -> Iterator[Input | Refusal]:  # noqa: ARG001  # as `entries` has them
    """Find the inputs at paths.

    Args:
        paths: files, folders, which are gone through with all that is in them, and URLs of feeds.
        options: as for `entries`.

    Yields:
        Inputs in the order of the paths and, in folders, of their names; a folder that links lead to again is gone
        through once. Hidden files, and the folders that browsers save beside a page, are passed over; what reports are
        not read from is refused.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.lower().startswith(WEB):
            yield Input(path, "feed")
        else:
            yield from _at(os.path.abspath(path), seen, 0)


def entries(one: Input, options: Options, *, passed: Container[str] = frozenset()) -> Iterator[Entry | Refusal]:
    """Find the entries of an input.

    Args:
        one: from `find`.
        options: columns, limits and the rest.
        passed: locators that are known; pages of a feed's entries with these are not fetched again.

    Yields:
        Entries in their order, and a refusal for each that cannot be taken out. Nothing is raised: where the input
        itself fails, the last is a refusal of it, or of the rest of it.
    """
    try:
        match one.kind:
            case "warc":
                yield from read_warc(one.path, options)
            case "table":
                yield from read_table(one.path, options)
            case "feed":
                yield from read_feed(one.path, options, passed=passed).items
            case "html" | "text":
                yield _whole(one, options)
            case _:
                return
    except ChanceryError as error:
        yield Refusal(one.path, "", error)
    except OSError as error:
        yield Refusal(one.path, "", _unreadable(error))


def _whole(one: Input, options: Options) -> Entry:
    """Return a file as one entry, which the worker opens."""
    kind: EntryKind = "html" if one.kind == "html" else "text"
    most = options.limits.page if kind == "html" else options.limits.text * BYTES_A_CHARACTER
    if one.size is not None and one.size > most:
        raise TooLarge(
            f"Its {one.size:,} bytes are more than one report has ({most:,} at most): split it, or leave it out."
        )
    return Entry(one.path, "", kind)


def _at(path: str, seen: set[tuple[int, int]], depth: int) -> Iterator[Input | Refusal]:
    """Find the inputs at one path."""
    try:
        path.encode()
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            if (found.st_dev, found.st_ino) not in seen and depth < DEEPEST:
                seen.add((found.st_dev, found.st_ino))  # a link may lead back here
                yield from _in(path, seen, depth)
        elif stat.S_ISREG(found.st_mode):
            yield Input(path, kind_of(path), found.st_size, found.st_mtime_ns)
        else:
            yield Refusal(path, "", InputError("It is no file: a device or a pipe holds no reports."))
    except OSError as error:
        yield Refusal(path, "", _unreadable(error))
    except ChanceryError as error:
        yield Refusal(path, "", error)
    except ValueError:  # a name in another encoding than the system's, or with a null character
        name = path.encode(errors="backslashreplace").decode()
        yield Refusal(name, "", InputError("Its name cannot be read: give it another one."))


def _in(folder: str, seen: set[tuple[int, int]], depth: int) -> Iterator[Input | Refusal]:
    """Find the inputs in a folder."""
    names = sorted(os.listdir(folder))
    pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGES}
    for name in names:
        saved = name.endswith("_files") and name.removesuffix("_files") in pages
        if not name.startswith(".") and not saved:
            yield from _at(os.path.join(folder, name), seen, depth + 1)


def _unreadable(error: OSError) -> InputError:
    """Say why a file or folder cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return InputError("There is no such file or folder: check its name.")
    if isinstance(error, PermissionError):
        return InputError("It may not be read: change its permissions (chmod u+r).")
    return InputError(f"It cannot be read ({error.strerror or type(error).__name__}): check the file.")
