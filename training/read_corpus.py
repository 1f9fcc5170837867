"""Read the project's own corpus: deeds with their triggers, types, status and roles.

In: the folder `corpus`, or any folder of reports in its form. Out: examples with deeds, split by the reader's own
tokeniser. A deed's alternatives are left to the scorers: the first type, mode and status is learned.
"""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

from corpus.form import ROLES, Annotated, Mention, Span, read

from chancery.analyse.sentences import paragraphs, sentences
from chancery.analyse.tokens import tokenize
from training.examples import Example, Triggered

PARTICLES = frozenset(
    "about across along apart around aside away back by down forward in off on out over through to up".split()
)
"""Words that go with the verb before them: of "stepped down" the verb is the trigger."""


def corpus(folder: Path, half: str, split: str) -> list[Example]:
    """Return the "train" or "dev" reports of one half, "real" or "written"."""
    return [example_of(read(path)) for path in sorted((folder / half / split).glob("*.yaml"))]


def example_of(report: Annotated) -> Example:
    """Turn one annotated report into words and deeds."""
    spans = tokenize(report.text)
    forms = [report.text[a:b] for a, b in spans]
    blocks = paragraphs(report.text, spans)
    ranges = sentences(forms, spans, blocks)
    ends = {last for _, last in blocks}
    starts = [a for a, _ in spans]
    deeds: dict[int, Triggered] = {}
    for deed in report.deeds:
        for mention in deed.mentions:
            word = trigger_of(forms, words_of(mention.trigger, starts, spans))
            told = Triggered(
                word, deed.types[0], deed.modes[0], deed.statuses[0], _roles(mention, starts, spans), deed.optional
            )
            deeds.setdefault(word, told)
    return Example(
        f"corpus:{report.name}", forms, ranges, [last in ends for _, last in ranges],
        deeds=[deeds[word] for word in sorted(deeds)],
    )  # fmt: skip


def trigger_of(forms: list[str], words: list[int]) -> int:
    """Return the one word of a trigger that stands for it: the verb before its particles, otherwise the last.

    Example:
        >>> trigger_of(["stepped", "down"], [0, 1]), trigger_of(["peace", "talks"], [0, 1])
        (0, 1)
    """
    while len(words) > 1 and forms[words[-1]].lower() in PARTICLES:
        words = words[:-1]
    return words[-1]


def _roles(mention: Mention, starts: list[int], spans: list[Span]) -> dict[int, str]:
    """Return the role of every word around a trigger that has one; the first that claims a word has it."""
    found: dict[int, str] = {}
    for role in ROLES:
        for span in mention.roles.get(role, ()):
            for word in words_of(span, starts, spans):
                found.setdefault(word, role)
    return found


def words_of(span: Span, starts: list[int], spans: list[Span]) -> list[int]:
    """Return the words that a span touches."""
    words = []
    index = max(bisect_left(starts, span[0]) - 1, 0)
    while index < len(spans) and spans[index][0] < span[1]:
        if spans[index][1] > span[0]:
            words.append(index)
        index += 1
    return words
