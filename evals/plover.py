"""Score the types of events on sentences with a marked source and target: `python -m evals.plover FILE.tsv`.

In: a table with the columns sentence, source, target and gold_root (`PLV_train.tsv` of Zero-Shot-PLOVER, Hu et al.
2024): a development set, never trained on. Out: two measures, each row read as a report of one sentence.

- *Root, given the actors*: every candidate of either witness counts by its chance and by how well source and target
  are its actor and recipient; the root with most is the answer. Accuracy and macro-F1 over the 15 roots, CONCEDE and
  RETREAT together YIELD.
- *Found*: the share of rows of which the reader, told nothing, finds a deed of the right root whose actor shares
  words with the source.

The set was coded by an older codebook; `coded` says where it draws the line elsewhere: what is planned or refused
is another type (as in a strict PLOVER export), verdicts are ACCUSE, imposing sanctions COERCE, agreements reached
or signed SUPPORT, promised yielding AGREE.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.weigh import proposals

from chancery.analyse.report import analyse
from chancery.analysis import Analysis
from chancery.extract import weighing
from chancery.extract.proposals import Proposal
from chancery.extract.status import status_of
from chancery.extract.weighing import Candidate
from chancery.plover import MUTUAL

Span = tuple[int, int]
SLIGHT = 0.05  # what a candidate keeps that has neither source nor target
CODED = {
    "planned": {"CONSULT": "AGREE", "AID": "AGREE", "COOPERATE": "AGREE", "PROTEST": "THREATEN", "MOBILIZE": "THREATEN",
                "SANCTION": "THREATEN", "COERCE": "THREATEN", "ASSAULT": "THREATEN"},
    "not_happened": {"AGREE": "REJECT", "CONSULT": "REJECT", "SUPPORT": "REJECT", "COOPERATE": "REJECT",
                     "AID": "REJECT", "CONCEDE": "REJECT", "RETREAT": "REJECT"},
}  # fmt: skip
"""Types of deeds by status; the export's table calls some that did not happen SANCTION, this set REJECT."""
PACTS = frozenset("agreement deal pact accord treaty memorandum sign ratify finalize".split())


def coded(analysis: Analysis, one: Proposal, status: str) -> str:
    """Return the root that the set's codebook gives to a deed of a type, mode and status."""
    words = {analysis.lemmas[token] for token in range(*one.tokens)}
    kind = CODED.get(status, {}).get(one.type, one.type)
    if one.type == "SANCTION" and one.mode == "convict":
        kind = "ACCUSE"
    elif one.type == "SANCTION" and "sanction" in words and status != "planned":
        kind = "COERCE"
    elif one.type == "COERCE" and one.mode == "cyber":
        kind = "ASSAULT"
    elif one.type == "AGREE" and words & PACTS and status == "happened":
        kind = "SUPPORT"
    elif one.type in ("RETREAT", "CONCEDE") and status == "planned" and one.mode != "ceasefire":
        kind = "AGREE"
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a sentence, where its source and target stand, the root that was coded."""

    sentence: str
    source: Span
    target: Span
    root: str


def load(path: Path) -> list[Row]:
    """Read the table; a source or target that is not in its sentence stands nowhere."""
    with path.open(encoding="utf8", newline="") as file:
        return [
            Row(r["sentence"], _place(r["sentence"], r["source"]), _place(r["sentence"], r["target"]), r["gold_root"])
            for r in csv.DictReader(file, delimiter="\t")
        ]


def _place(sentence: str, words: str) -> Span:
    start = sentence.find(words.strip())
    return (start, start + len(words.strip())) if start >= 0 else (0, 0)


def answer(row: Row) -> tuple[str, bool]:
    """Return the root given source and target ("" for none), and whether the reader finds it by itself."""
    analysis = analyse(row.sentence)
    votes: dict[str, float] = defaultdict(float)
    kept = []
    for one in (found := proposals(analysis)):
        chances = _statuses(analysis, one)
        for status, chance in chances.items():
            votes[coded(analysis, one.proposal, status)] += chance * one.proposal.weight * _fit(analysis, one, row)
        kept.append((one.proposal, max(chances, key=lambda s: chances[s])))
    alone = {id(one.proposal) for one in weighing.decide(found)}
    told = any(
        row.root in (coded(analysis, one, status), "YIELD" if one.type in ("CONCEDE", "RETREAT") else one.type)
        and any(_within(analysis, head, row.source) for head in (*one.actors, *_partners(one)))
        for one, status in kept
        if id(one) in alone
    )
    return (max(votes, key=lambda k: (votes[k], k)) if votes else ""), told


def _partners(one: Proposal) -> tuple[int, ...]:
    """Return the recipients of a mutual deed, who act as well."""
    return one.recipients if one.type in MUTUAL else ()


def _statuses(analysis: Analysis, one: Candidate) -> dict[str, float]:
    syntax = one.proposal.status or status_of(analysis, one.proposal.head, one.proposal.noun)[0]
    return dict(weighing.status_of(syntax, one.trigger))


def _fit(analysis: Analysis, one: Candidate, row: Row) -> float:
    """Return how well source and target are the parties of a candidate, SLIGHT to 1."""
    actor, recipient = _side(analysis, one, "actor", row.source), _side(analysis, one, "recipient", row.target)
    if one.proposal.type in MUTUAL:
        actor = max(actor, _side(analysis, one, "recipient", row.source))
        recipient = max(recipient, _side(analysis, one, "actor", row.target))
    return (SLIGHT + actor) * (SLIGHT + recipient) / (SLIGHT + 1) ** 2 + SLIGHT / 10


def _side(analysis: Analysis, one: Candidate, role: str, place: Span) -> float:
    heads = one.proposal.actors if role == "actor" else one.proposal.recipients
    told = {} if one.trigger is None else one.trigger.roles.get(role, {})
    seen = max((chance for token, chance in told.items() if _within(analysis, token, place)), default=0.0)
    return max(seen, 0.8 if any(_within(analysis, head, place) for head in heads) else 0.0)


def _within(analysis: Analysis, token: int, place: Span) -> bool:
    return place[0] <= analysis.starts[token] < place[1]


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the roots in gold, in percent; pairs are (gold, got)."""
    scores = []
    for root in sorted({gold for gold, _ in pairs}):
        both = sum(gold == got == root for gold, got in pairs)
        scores.append(200 * both / (sum(gold == root for gold, _ in pairs) + sum(got == root for _, got in pairs)))
    return sum(scores) / len(scores)


def evaluate(rows: Iterable[Row]) -> tuple[dict[str, float], list[tuple[str, str]]]:
    """Return the measures in percent, and the pairs (gold, got)."""
    pairs, found = [], 0
    for row in rows:
        got, alone = answer(row)
        pairs.append((row.root, got))
        found += alone
    right = sum(gold == got for gold, got in pairs)
    scores = {
        "root accuracy": 100 * right / len(pairs),
        "root macro-F1": macro_f1(pairs),
        "found with type and source": 100 * found / len(pairs),
    }
    return scores, pairs


def main() -> int:
    """Print the measures and the commonest confusions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    args = parser.parse_args()
    if not args.table.exists():
        print(f"skipped: there is no {args.table}", file=sys.stderr)
        return 0
    scores, pairs = evaluate(load(args.table))
    for name, value in scores.items():
        print(f"{name:30} {value:.1f}")
    for root in sorted({gold for gold, _ in pairs}):
        gold = sum(g == root for g, _ in pairs)
        got = sum(p == root for _, p in pairs)
        both = sum(g == p == root for g, p in pairs)
        print(f"  {root:10} gold {gold:4} got {got:4} right {both:4}  F1 {200 * both / (gold + got):.0f}")
    for (gold, got), count in Counter(p for p in pairs if p[0] != p[1]).most_common(15):
        print(f"  {gold} taken for {got or 'nothing'}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
