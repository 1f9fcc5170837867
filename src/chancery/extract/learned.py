"""Learned deeds: what the event heads of the model propose, in terms of the tree.

In: an analysis with its triggers, the report's parties. Out: for each trigger its likely types, and the heads of the
phrases that it takes for its parties, times and places.
What it does not know: the lexicon; `weighing` compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from chancery.analysis import Analysis, Trigger
from chancery.extract import arguments
from chancery.extract.event_rules import Frame
from chancery.extract.parties import Parties, Party
from chancery.record import EventType

SURE = 0.5  # chance from which a word has a role
VERBAL = Frame(("subject",), ("object", "indirect", "against", "with", "to", "on", "of"))
NOMINAL = Frame(("possessive", "modifier", "by", "subject"), ("against", "on", "of", "with", "to", "for"))
"""Where parties of words stand that no rule knows, for sides of which the model is not sure."""


def is_noun(analysis: Analysis, token: int) -> bool:
    """Tell whether a trigger is a noun by itself, whose clause another word heads."""
    return analysis.upos[token] in ("NOUN", "PROPN", "SYM", "NUM")


def by_model(analysis: Analysis, parties: Parties, trigger: Trigger, role: str) -> list[Party]:
    """Return the parties that the model sees in one role of a trigger."""
    heads = [_first_of(analysis, analysis.head_of(run)) for run in runs(trigger.roles.get(role, {}))]
    return parties.of(outermost(analysis, heads), things=True)


def _first_of(analysis: Analysis, head: int) -> int:
    """Return the first of coordinated nouns: whoever is joined to a party by "and" has its role too."""
    while analysis.deprels[head] == "conj" and analysis.heads[head] >= 0:
        above = analysis.heads[head]
        if analysis.upos[above] not in ("NOUN", "PROPN", "PRON") or above > head:
            return head
        head = above
    return head


def outermost(analysis: Analysis, heads: Sequence[int]) -> tuple[int, ...]:
    """Return the words that are no part of another's phrase."""
    return tuple(head for head in heads if not _belongs(analysis, head, heads))


def _belongs(analysis: Analysis, head: int, heads: Sequence[int]) -> bool:
    """Tell whether a word is part of another's phrase: a number, "men" and "custody" of "two of the men in custody"."""
    node = head
    while analysis.deprels[node].partition(":")[0] in ("nmod", "nummod") and analysis.heads[node] >= 0:
        node = analysis.heads[node]
        if node in heads:
            return True
    return analysis.deprels[head] == "nummod"


def by_tree(analysis: Analysis, parties: Parties, trigger: Trigger, kind: EventType) -> tuple[list[Party], list[Party]]:
    """Return the parties that stand where those of any verb or noun do."""
    noun = trigger.token if is_noun(analysis, trigger.token) else None
    frame = VERBAL if noun is None else NOMINAL
    return arguments.find(analysis, parties, arguments.Place(trigger.token, noun, frame, kind))


def runs(chances: Mapping[int, float], sure: float = SURE) -> Iterable[tuple[int, int]]:
    """Yield the ranges of neighbouring words that are sure enough.

    Example:
        >>> list(runs({3: 0.9, 4: 0.8, 6: 0.7, 9: 0.2}))
        [(3, 5), (6, 7)]
    """
    first = last = -1
    for token in sorted(token for token, chance in chances.items() if chance >= sure):
        if token != last:
            if last > first >= 0:
                yield first, last
            first = token
        last = token + 1
    if last > first >= 0:
        yield first, last
