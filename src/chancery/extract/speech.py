"""Speech: deeds that somebody does by what he says, without a word that names them.

In: an analysis, its statements, its parties. Out: proposals of REQUEST and REJECT.
What it does not know: verbs like "urged" and "denied"; the lexicon has them.

"The talks must resume, the envoy said" asks for talks as much as "urged" does; PLOVER codes both
(manual 2021, REQUEST).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chancery.analysis import Analysis, Tokens
from chancery.extract import control
from chancery.extract.parties import Parties, Rank
from chancery.extract.proposals import Proposal
from chancery.mentions import StatementMention

DEMANDING = frozenset({"should", "must", "ought", "need", "shall"})
"""Auxiliaries and verbs by which a speaker demands what his clause says."""
WEIGHT = 0.6  # as the lexicon weighs words that are usually, not always, a deed of their type


def find(
    analysis: Analysis, parties: Parties, statements: Sequence[StatementMention], taken: set[int]
) -> Iterator[Proposal]:
    """Yield the demands and denials that statements make.

    Args:
        analysis: the report.
        parties: who can be a party in it.
        statements: as `extract.statements.find` returns them.
        taken: tokens that head deeds which the lexicon found.
    """
    for one in statements:
        source = one.source_head
        if source is None or one.cue is None or not taken.isdisjoint(range(*one.cue)):
            continue
        if parties.rank(source) != Rank.POLITICAL and analysis.upos[source] != "PRON":
            continue
        if one.act == "demand":
            yield from _demand(analysis, parties, one, source)
        elif one.act == "deny":
            yield _proposal(one.cue, one.cue[0], source, (), "denies in his own words", "REJECT")


def _demand(analysis: Analysis, parties: Parties, one: StatementMention, source: int) -> Iterator[Proposal]:
    """Yield what a statement demands by "must" and "should", of whoever is its subject."""
    for first, last in one.contents:
        for token in range(first, last):
            if analysis.lemmas[token] in DEMANDING and analysis.upos[token] in ("AUX", "VERB"):
                verb = token if analysis.upos[token] == "VERB" else analysis.heads[token]
                if not first <= verb < last:
                    continue
                asked = [p.head for p in parties.of(control.subjects(analysis, verb)) if p.head != source]
                words = (min(token, verb), max(token, verb) + 1)
                yield _proposal(words, verb, source, tuple(asked), f"demands by “{analysis.forms[token]}”", "REQUEST")
                return


def _proposal(words: Tokens, head: int, source: int, others: tuple[int, ...], why: str, kind: str) -> Proposal:
    """Make the proposal of one deed of speech, which happened whatever it says."""
    return Proposal(words, head, None, kind, None, (source,), others, WEIGHT, why, status="happened")  # type: ignore[arg-type]
