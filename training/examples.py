"""The internal form: one document of one dataset, as words with whatever that dataset annotates.

In: nothing. Out: `Example`, what the readers make and the batches take.
What it does not know: word pieces.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Words = tuple[int, ...]
"""Word indices, ascending, perhaps with gaps (a discontinuous span)."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: the words of its cue, source (may be empty) and content."""

    cue: Words
    source: Words
    content: Words


@dataclass(frozen=True, slots=True)
class Triggered:
    """One mention of a deed: its trigger word, type, mode ("-" for none), status, and the role of other words.

    `doubtful` marks what the annotators call optional: whether the word is a trigger is not learned from it. A dataset
    of roles alone has empty type, mode and status.
    """

    word: int
    type: str
    mode: str
    status: str
    roles: dict[int, str]
    doubtful: bool = False


@dataclass(slots=True)
class Example:
    """A document.

    Attributes:
        name: dataset and document.
        words: its words.
        sentences: half-open word ranges, without gaps.
        closes: whether each sentence is the last of its paragraph.
        upos, xpos, heads, deprels: one a word, or empty; heads are word indices, -1 for a root.
        entities: BIO tags, one a word, or empty.
        attributions: or None where the dataset has none.
        deeds: or None where the dataset has none.
        sure: for some words, how sure it is that what they say happened, -3 to 3; None where the dataset has none.
    """

    name: str
    words: list[str]
    sentences: list[tuple[int, int]]
    closes: list[bool]
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    attributions: list[Attributed] | None = None
    deeds: list[Triggered] | None = None
    sure: dict[int, float] | None = None
