"""A report is new, known, a copy, foreign or forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from archives import empty, small
from chancery.ingest.inputs import Input
from chancery.ingest.report import Report, document_id
from chancery.ingest.shingles import bands, signature
from chancery.intake.copies import Copies
from chancery.intake.parts import Part
from chancery.intake.work import Prepared
from chancery.store.archive import open_archive
from chancery.store.forget import forget
from chancery.store.writing import Writer

WORDS = (
    "Envoys of the two countries met in the harbour town on Monday to settle a quarrel over fishing grounds that has "
    "lasted for eleven years and cost the lives of four sailors, officials of both ministries said after the talks. "
    "They agreed to mark the line with buoys before the end of the season and to share what the patrols see."
)


def part(text: str, published: str | None = "2026-03-10", language: str = "en") -> Part:
    """Return a prepared part."""
    report = Report(text, date.fromisoformat(published) if published else None)
    minhash = signature(text)
    made = Part(1, Input("/news", "text", 1, 1))
    made.prepared = Prepared(report, document_id(report), language, minhash, bands(minhash))
    return made


def test_the_first_is_new_and_the_same_again_is_known(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        copies = Copies(archive)
        assert [copies.decide(part(WORDS)), copies.decide(part(WORDS))] == ["new", "known"]


def test_nearly_the_same_words_are_a_copy_of_the_first(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        copies = Copies(archive)
        first, second = part(WORDS), part(WORDS + " More follows.")
        assert [copies.decide(first), copies.decide(second)] == ["new", "copy"]
        assert first.prepared is not None
        assert second.original == first.prepared.id


def test_other_words_are_new(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        copies = Copies(archive)
        other = WORDS[: len(WORDS) // 2] + " The minister of the interior resigned over the affair, and a court opened."
        assert [copies.decide(part(WORDS)), copies.decide(part(other))] == ["new", "new"]


def test_nearly_the_same_words_weeks_later_are_new(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        copies = Copies(archive)
        later = part(WORDS + " More follows.", "2026-04-10")
        assert [copies.decide(part(WORDS)), copies.decide(later)] == ["new", "new"]


def test_the_same_words_weeks_later_are_a_copy(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        copies = Copies(archive)
        assert [copies.decide(part(WORDS)), copies.decide(part(WORDS, "2026-04-10"))] == ["new", "copy"]


def test_another_language_is_kept_aside(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        assert Copies(archive).decide(part("Le ministre est parti.", language="fr")) == "foreign"


def test_what_was_forgotten_does_not_come_back(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        one = part(WORDS)
        assert one.prepared is not None
        writer = Writer(archive)
        with writer.transaction():
            writer.rows.insert("forgotten", {"id": one.prepared.id, "forgotten": archive.now(), "reason": ""})
        assert Copies(archive).decide(one) == "forgotten"
        assert forget(archive, ["doc_a"]) == 1
