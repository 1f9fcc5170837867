"""Windows: which sentences go through the model together.

In: the size of each sentence in word pieces and where paragraphs end. Out: ranges of sentences.
What it does not know: the words. A window holds whole sentences; a paragraph is cut only where it does not
fit into a window by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.analysis import Tokens


def pack(sizes: Sequence[int], closes: Sequence[bool], limit: int) -> list[Tokens]:
    """Pack sentences into windows.

    Args:
        sizes: word pieces of each sentence.
        closes: whether each sentence is the last of its paragraph.
        limit: word pieces of a window at most; a longer sentence gets a window of its own.

    Returns:
        Half-open ranges of sentence indices, in order, without gaps.

    Example:
        >>> pack([40, 40, 60, 50], [True, False, True, True], 150)
        [(0, 3), (3, 4)]
        >>> pack([80, 40, 60, 50], [True, False, True, True], 150)
        [(0, 1), (1, 4)]
    """
    windows: list[Tokens] = []
    first = filled = 0
    for start, last in _paragraphs(closes):
        size = sum(sizes[start:last])
        if filled and filled + size > limit:
            windows.append((first, start))
            first, filled = start, 0
        for sentence in range(start, last):
            if filled and filled + sizes[sentence] > limit:
                windows.append((first, sentence))
                first, filled = sentence, 0
            filled += sizes[sentence]
    if sizes:
        windows.append((first, len(sizes)))
    return windows


def _paragraphs(closes: Sequence[bool]) -> list[Tokens]:
    """Turn the marks of paragraph ends into ranges of sentences."""
    ends = [index + 1 for index, closed in enumerate(closes) if closed or index + 1 == len(closes)]
    return list(zip([0, *ends], ends, strict=False))
