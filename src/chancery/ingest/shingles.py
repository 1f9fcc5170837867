"""Shingles: signatures of texts by which nearly the same text is found among many (MinHash with banding).

In: texts. Out: signatures, their bands, their similarity.
What it does not know: which texts there are; the archive keeps signatures and bands.

A text is the set of its runs of `SHINGLE` words. For each of `BANDS` × `ROWS` seeds the signature holds the smallest
value of a seeded hash over the set; two signatures agree at a place with the probability J, the Jaccard similarity of
the sets (Broder 1997), so that the share of agreeing places estimates J with a deviation of √(J(1-J)/120), 0.037 at
J = 0.8. Two texts are candidates where all values of a band agree, which happens with the probability
1 - (1 - J^ROWS)^BANDS: 0.998 at J = 0.8, 0.92 at 0.7, 0.27 at 0.5, 0.015 at 0.3.

Signatures are kept in archives for years, so all arithmetic is written out here, on 64-bit integers, and no library
can change it: BLAKE2 over each run of words, then one multiplication and a shift for each seed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHINGLE = 5
"""Words of a shingle: reports of one form, weather and markets, share most runs of three words and few of five."""
BANDS, ROWS = 20, 6
FEWEST = 30
"""Words below which a text is one shingle, and so like another only if all its words are the same: one word changed in
a line of thirty leaves J = 0.68, and short notices of one form are of different things."""
BLOCK = 4_096
"""Shingles hashed at a time, 4 MB for all seeds; a report of 60,000 words would take 58 MB at once."""
_WORD = re.compile(r"[^\W_]+")


def signature(text: str) -> bytes:
    """Return the signature of a text.

    Args:
        text: a report; case, punctuation and layout do not count.

    Returns:
        `BANDS` × `ROWS` 32-bit little-endian values, the same on every machine.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    size = SHINGLE if len(words) >= FEWEST else max(len(words), 1)
    runs = {" ".join(words[n : n + size]) for n in range(max(len(words) - size + 1, 1))}
    digests = b"".join(blake2b(run.encode(errors="replace"), digest_size=8).digest() for run in runs)
    hashes = np.frombuffer(digests, dtype="<u8")  # (runs,)
    lowest = np.full(BANDS * ROWS, 0xFFFFFFFF, dtype="<u4")
    for start in range(0, len(hashes), BLOCK):
        np.minimum(lowest, _lowest(hashes[start : start + BLOCK]), out=lowest)
    return lowest.tobytes()


def bands(signature: bytes) -> tuple[int, ...]:
    """Return a digest of each band; texts that share one are candidates.

    Returns:
        `BANDS` signed 64-bit integers; the place of a band is part of its digest.
    """
    width = 4 * ROWS
    return tuple(
        int.from_bytes(
            blake2b(signature[n * width : (n + 1) * width], digest_size=8, salt=n.to_bytes(2, "little")).digest(),
            "little",
            signed=True,
        )
        for n in range(BANDS)
    )


def similarity(first: bytes, second: bytes) -> float:
    """Estimate the share of common shingles of two texts.

    Example:
        >>> similarity(signature("Envoys met in Doha."), signature("ENVOYS MET IN DOHA"))
        1.0
    """
    return float(np.mean(np.frombuffer(first, dtype="<u4") == np.frombuffer(second, dtype="<u4")))


def _lowest(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Return the smallest value of each seeded hash: the upper half of a multiplication by an odd number."""
    values = (hashes[np.newaxis, :] ^ _seeds()[0]) * _seeds()[1]  # (seeds, runs), modulo 2^64
    lowest: NDArray[np.uint32] = (values.min(axis=1) >> np.uint64(32)).astype("<u4")
    return lowest


@cache
def _seeds() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return what each seed changes in a hash and multiplies it by, odd; as random as BLAKE2 of their number."""
    digests = b"".join(blake2b(n.to_bytes(2, "little"), digest_size=16).digest() for n in range(BANDS * ROWS))
    drawn = np.frombuffer(digests, dtype="<u8").reshape(-1, 2)
    return drawn[:, :1], drawn[:, 1:] | np.uint64(1)
