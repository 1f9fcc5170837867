"""Memory: answers that count much of an archive, kept until it changes.

In: questions with a key. Out: their answers, asked anew when another process or the page itself has written.
What it does not know: what is asked.

A slow answer is shown once more after a change, while it is asked anew in the background, so that a page over a large
archive that is being added to does not wait.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from chancery.store.archive import Archive, open_archive

MOST = 256
"""Answers that are kept: some hundred rows each."""
SLOW = 0.1
"""Seconds from which an answer is slow: half of what a page may take."""
T = TypeVar("T")


@dataclass(slots=True)
class _Kept:
    """An answer, the version of the archive that it is of, and how long it took."""

    value: Any
    version: int
    seconds: float
    refreshing: bool = False


class Memory:
    """Remembers answers about one archive."""

    def __init__(self, db: Path) -> None:
        """Remember nothing yet.

        Args:
            db: the archive; it is opened when the first answer is asked for.
        """
        self._db = db
        self._lock = threading.Lock()
        self._watch: Archive | None = None
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    def recall(self, key: Hashable, ask: Callable[[], T]) -> T:
        """Return the answer to a question.

        Args:
            key: what is asked, with all that it depends on but the archive.
            ask: asks it.
        """
        version = self._version()
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
            if kept is not None and (kept.version == version or kept.refreshing):
                return kept.value  # type: ignore[no-any-return]
            stale = kept is not None and kept.seconds > SLOW
            if stale and kept is not None:
                kept.refreshing = True
        if stale and kept is not None:
            threading.Thread(target=self._refresh, args=(key, ask, version), daemon=True).start()
            return kept.value  # type: ignore[no-any-return]
        return self._ask(key, ask, version)

    def _ask(self, key: Hashable, ask: Callable[[], T], version: int) -> T:
        began = time.perf_counter()
        value = ask()
        with self._lock:
            self._kept[key] = _Kept(value, version, time.perf_counter() - began)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return value

    def _refresh(self, key: Hashable, ask: Callable[[], T], version: int) -> None:
        """Ask anew; where that fails, whoever asks next is told."""
        with suppress(Exception):  # said to the next one, who asks in the foreground
            self._ask(key, ask, version)
            return
        with self._lock:
            self._kept.pop(key, None)

    def _version(self) -> int:
        """Return a number that changes when somebody has written (SQLite's data_version)."""
        with self._lock:
            if self._watch is None:
                self._watch = open_archive(self._db)
            found: int = self._watch.connection.execute("PRAGMA data_version").fetchone()[0]
        return found
