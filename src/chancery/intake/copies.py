"""Copies: whether a report is in the archive, or on its way there, in these or nearly these words.

In: a report with its signature. Out: what becomes of it.
What it does not know: how signatures are made.
"""

from __future__ import annotations

from datetime import date

from chancery.ingest.shingles import similarity
from chancery.intake.parts import Part, Verdict
from chancery.intake.work import Prepared
from chancery.store import known
from chancery.store.archive import Archive
from chancery.store.known import KnownDocument

ALIKE = 0.8
"""Share of common word shingles from which a report is a copy: agencies' copies differ in a headline, a by-line and a
few cuts; a follow-up with a fourth of it new falls below."""
DAYS = 3
"""Days between two publications of which one can be a copy: weekly reports of one form are not."""


class Copies:
    """The documents of an archive, and those on their way into it."""

    def __init__(self, archive: Archive) -> None:
        """Begin with nothing on its way."""
        self._archive = archive
        self._coming: dict[str, Prepared] = {}
        self._bands: dict[int, list[str]] = {}
        self._given_way: dict[str, str] = {}

    def decide(self, part: Part) -> Verdict:
        """Decide what becomes of a prepared part, and name the document that it is a copy of."""
        one = part.prepared
        assert one is not None
        if known.is_forgotten(self._archive, one.id):
            return "forgotten"
        if one.id in self._coming or known.document_of(self._archive, one.id) is not None:
            return "known"
        if one.language != "en":
            return "foreign"
        original = self._original(one)
        if original is not None and self._gives_way(original, one):
            part.replaces = original.id
            self._given_way[original.id] = one.id
        elif original is not None:
            part.original = self._given_way.get(original.id, original.id)
            return "copy"
        self._coming[one.id] = one
        for band in one.bands:
            self._bands.setdefault(band, []).append(one.id)
        return "new"

    def arrived(self, part: Part) -> None:
        """Forget a part that has been filed: the archive knows it now."""
        one = part.prepared
        if one is None or self._coming.pop(one.id, None) is None:
            return
        for band in one.bands:
            self._bands[band].remove(one.id)
            if not self._bands[band]:
                del self._bands[band]

    def _gives_way(self, original: KnownDocument, one: Prepared) -> bool:
        """Tell whether a document of the archive is a report without its date, and nobody has judged it."""
        undated = original.published is None and one.report.published is not None
        same = original.minhash == one.minhash and original.id not in self._coming
        return undated and same and not known.has_decisions(self._archive, original.id)

    def _original(self, one: Prepared) -> KnownDocument | None:
        """Return the document most like a report, the first of equals, None if none is like enough."""
        coming = dict.fromkeys(name for band in one.bands for name in self._bands.get(band, ()))
        found = known.alike(self._archive, one.bands)
        found += [KnownDocument(name, _day(self._coming[name]), self._coming[name].minhash) for name in coming]
        best, original = ALIKE, None
        for document in found:
            likeness = similarity(one.minhash, document.minhash)
            better = likeness > best if original is not None else likeness >= best
            if better and (likeness == 1 or _near(document.published, _day(one))):
                best, original = likeness, document
        return original


def _day(one: Prepared) -> str | None:
    return one.report.published.isoformat() if one.report.published else None


def _near(first: str | None, second: str | None) -> bool:
    """Tell whether two days of publication, as far as known, are near each other."""
    if first is None or second is None:
        return True
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= DAYS
