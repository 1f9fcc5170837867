"""Nearly the same texts are found by their signatures, and others are not."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.ingest.shingles import BANDS, FEWEST, ROWS, SHINGLE, bands, signature, similarity

WORDS = [f"word{n}" for n in range(3000)]
LONG = " ".join(random.Random(1).choices(WORDS, k=600))
SHORT = " ".join(WORDS[: FEWEST - 1])


def likeness(first: list[str], second: list[str]) -> float:
    """Return the Jaccard similarity of the sets of shingles."""
    one, other = ({tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)} for words in (first, second))
    return len(one & other) / len(one | other)


def changed(rng: random.Random, words: list[str], places: int) -> list[str]:
    """Return words with some of them replaced."""
    copy = list(words)
    for place in rng.sample(range(len(copy)), places):
        copy[place] = rng.choice(WORDS)
    return copy


def pairs(count: int, places: range) -> list[tuple[list[str], list[str]]]:
    rng = random.Random(7)
    originals = [rng.choices(WORDS, k=300) for _ in range(20)]
    return [(originals[n % 20], changed(rng, originals[n % 20], rng.choice(places))) for n in range(count)]


def test_copies_above_four_fifths_are_candidates_nearly_always() -> None:
    copies = [(one, other) for one, other in pairs(1200, range(4, 9)) if 0.8 <= likeness(one, other) < 0.85]
    found = [bool(set(bands(signature(" ".join(a)))) & set(bands(signature(" ".join(b))))) for a, b in copies]
    assert (len(copies) > 200, sum(found) / len(found) >= 0.98) == (True, True)


def test_texts_of_other_words_are_no_candidates() -> None:
    rng = random.Random(3)
    found = [set(bands(signature(" ".join(rng.choices(WORDS, k=300))))) for _ in range(200)]
    assert len(set.union(*found)) == 200 * BANDS


def test_the_estimate_is_near_the_similarity() -> None:
    errors = [
        similarity(signature(" ".join(a)), signature(" ".join(b))) - likeness(a, b) for a, b in pairs(300, range(1, 30))
    ]
    assert abs(sum(errors) / len(errors)) < 0.01
    assert max(map(abs, errors)) < 0.2  # four deviations


def test_case_punctuation_and_layout_do_not_count() -> None:
    assert signature(LONG) == signature(LONG.upper().replace(" ", ",\n  ") + ".")


@given(st.text(max_size=200))
def test_a_text_is_like_itself(text: str) -> None:
    made = signature(text)
    assert (similarity(made, made), len(made), len(set(bands(made)))) == (1.0, 4 * BANDS * ROWS, BANDS)


@given(st.text(max_size=50))
def test_bands_are_signed_numbers_of_64_bits(text: str) -> None:
    assert all(-(2**63) <= band < 2**63 for band in bands(signature(text)))


@pytest.mark.parametrize("other", [SHORT + " more", SHORT.replace("word7", "word8"), "", "word1"])
def test_a_short_text_is_like_no_other(other: str) -> None:
    assert similarity(signature(SHORT), signature(other)) < 0.1


def test_a_short_text_is_like_itself_in_other_case() -> None:
    assert similarity(signature(SHORT), signature(SHORT.title())) == 1.0


def test_a_signature_is_the_same_in_every_version() -> None:
    made = signature(" ".join(WORDS[:40]))
    assert (made[:8].hex(), bands(made)[0]) == ("487d2802afb0430c", 8732209067949466673)


def test_a_signature_is_the_same_in_another_process() -> None:
    code = f"from chancery.ingest.shingles import signature; print(signature({LONG!r}).hex())"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "99"}
    )
    assert other.stdout.strip() == signature(LONG).hex()


def test_a_text_of_many_blocks_is_the_set_of_all_its_shingles() -> None:
    words = random.Random(5).choices(WORDS, k=12_000)
    assert similarity(signature(" ".join(words)), signature(" ".join(words[:9_600]))) == pytest.approx(0.8, abs=0.15)
