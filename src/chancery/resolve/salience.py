"""Salience: how present each actor is to a reader at one place of a report.

In: an analysis and what its mentions stand for so far. Out: candidates with weights, quoted tokens, rivals.
What it does not know: which pronoun or noun asks.

After Lappin and Leass (1994): a subject weighs more than an object, an object more than a modifier, and each
sentence in between takes away a part.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.analysis import Analysis
from chancery.resolve.referents import Referents

ROLE_WEIGHTS = {
    "nsubj": 1.0, "obl:agent": 0.8, "obj": 0.65, "iobj": 0.6, "obl": 0.5, "nmod:poss": 0.55,
    "nmod": 0.35, "conj": 0.4, "compound": 0.2, "amod": 0.1, "vocative": 0.1,
}  # fmt: skip
"""Weight of the grammatical role of a mention; order after Lappin and Leass, values tuned on GUM news (train)."""

EMBEDDED = frozenset({"ccomp", "advcl", "acl", "xcomp", "csubj"})
EMBEDDED_SUBJECT = 0.75
"""Weight of the subject of a clause inside another: who speaks outweighs who is spoken of."""

DEFAULT_WEIGHT = 0.4
DECAY = 0.55
"""What remains of a weight one sentence later; Lappin and Leass halve it."""

REACH = 4
"""Sentences back in which an antecedent is sought; beyond them news repeats the name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A referent that was mentioned before, where last, and how present it is."""

    number: int
    mention: int
    weight: float


def weight_of(analysis: Analysis, head: int) -> float:
    """Return the weight of the grammatical role of a token."""
    relation = analysis.deprels[head]
    if relation == "conj" and analysis.heads[head] >= 0:
        return 0.9 * weight_of(analysis, analysis.heads[head])
    if relation in ("appos", "flat") and analysis.heads[head] >= 0:
        return 0.95 * weight_of(analysis, analysis.heads[head])  # "the governor, Ana Petrova, said"
    if relation == "root":
        return 0.8
    if relation.startswith("nsubj") and analysis.deprels[analysis.heads[head]].partition(":")[0] in EMBEDDED:
        return EMBEDDED_SUBJECT
    return ROLE_WEIGHTS.get(relation, ROLE_WEIGHTS.get(relation.partition(":")[0], DEFAULT_WEIGHT))


def candidates(analysis: Analysis, referents: Referents, index: int, quoted: bytearray) -> list[Candidate]:
    """Return who was mentioned shortly before a mention, the most present first.

    Args:
        analysis: the report.
        referents: what mentions stand for so far.
        index: the mention that asks; only mentions before it count.
        quoted: for each token 1 inside quotation marks, else 0.

    Returns:
        One candidate for each referent, weights summed over its mentions.
    """
    asks = referents.mentions[index].head
    sentence = analysis.sentence_of[asks]
    weights: dict[int, float] = {}
    last: dict[int, int] = {}
    for before in range(index - 1, -1, -1):
        m = referents.mentions[before]
        distance = sentence - analysis.sentence_of[m.head]
        if distance > REACH:
            break
        numbers = referents.of[before]
        if not numbers or m.head >= asks:
            continue
        weight = weight_of(analysis, m.head) * DECAY**distance
        if quoted[m.head] and not quoted[asks]:
            weight *= 0.4  # who is spoken of is less present than who speaks
        if len(numbers) > 1:
            weight *= 0.7
        for number in numbers:
            share = weight if number not in weights else weight / 3
            weights[number] = weights.get(number, 0.0) + share
            last.setdefault(number, before)
    found = [Candidate(number, last[number], weight) for number, weight in weights.items()]
    return sorted(found, key=lambda c: (-c.weight, -c.mention, c.number))


def mask_quotes(analysis: Analysis) -> bytearray:
    """Mark the tokens between quotation marks; a mark never closed ends with its paragraph."""
    mask = bytearray(len(analysis))
    for first, last in analysis.paragraphs:
        inside = False
        for token in range(first, last):
            form = analysis.forms[token]
            if form in ("“", "``"):
                inside = True
            elif form in ("”", "''"):
                inside = False
            elif form == '"':
                inside = not inside
            elif inside:
                mask[token] = 1
    return mask
