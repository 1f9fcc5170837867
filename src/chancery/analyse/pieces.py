"""Pieces: words as the model's vocabulary spells them, with the casing that the vocabulary drops.

In: words. Out: word-piece numbers and a casing class for each word.
What it does not know: sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

UNKNOWN = 100
"""The number of [UNK] in the BERT vocabulary, for words made only of signs that it lacks."""

LONGEST = 24
"""Pieces of one word at most: an address of a page needs no more to be known as one."""

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)


def pieces_of(tokenizer: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """Return the word pieces of each word.

    Args:
        tokenizer: a BERT word-piece tokenizer, uncased.
        words: tokens without white space.

    Returns:
        For each word one or more piece numbers; the same word always gets the same pieces.
    """
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    found: list[list[int]] = [[] for _ in words]
    for number, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:  # None marks special tokens, which are switched off
            found[word].append(number)
    return [numbers[:LONGEST] or [UNKNOWN] for numbers in found]


def casing_of(word: str) -> int:
    """Return the casing class of a word.

    Example:
        >>> [casing_of(w) for w in ("talks", "Talks", "NATO", "iPhone", "2023", ",")]
        [0, 1, 2, 3, 4, 5]
    """
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[0].isupper() and word[1:].islower():
        return TITLE
    if word.isdigit() or (word[0].isdigit() and not any(c.isalpha() for c in word)):
        return DIGIT
    return MIXED if any(c.isalpha() for c in word) else OTHER
