"""Fit how the reader weighs lexicon and model: `python -m training.weigh FOLDERS…`.

In: annotated reports that the model was not trained on (the dev parts of `corpus`). Out: `data/weighing.json`, and on
standard output how well the candidates are told apart, and how often a chance of 0.7 is right.
A candidate is right where it shares words with a mention of a deed of its type; those of optional deeds do not count.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import get_args

import numpy as np
from corpus.check import files
from corpus.form import Annotated, Deed, Span, read
from evals.run import evaluate
from numpy.typing import NDArray

from chancery.analyse.report import analyse
from chancery.analysis import Analysis
from chancery.extract import events, layout, statements, times, weighing
from chancery.extract.parties import Parties
from chancery.extract.status import status_of
from chancery.extract.weighing import Candidate
from chancery.record import Status

PENALTY = 1.0  # of the squared weights, for each of some thousand candidates it is next to nothing
OUT = Path(str(resources.files("chancery"))) / "data" / "weighing.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate and whether it is right; `deed` is the one that it shares words with."""

    candidate: Candidate
    right: bool
    deed: Deed | None
    syntax: Status


def judged(report: Annotated) -> tuple[list[Judged], int]:
    """Return the candidates of one report, judged, and how many mentions of deeds it has."""
    analysis = analyse(report.text)
    found = proposals(analysis)
    spans = [(m.trigger, d) for d in report.deeds for m in d.mentions]
    judgements = []
    for one in found:
        here = [d for span, d in spans if _touch(analysis.span(one.proposal.tokens), span)]
        same = next((d for d in here if one.proposal.type in d.types), None)
        if same is None and any(d.optional for d in here):
            continue
        if same is not None and same.optional:
            continue
        syntax = one.proposal.status or status_of(analysis, one.proposal.head, one.proposal.noun)[0]
        judgements.append(Judged(one, same is not None, same, syntax))
    return judgements, sum(not d.optional for _, d in spans)


def proposals(analysis: Analysis) -> list[Candidate]:
    """Return all candidates of one report, as `extract.events` sees them."""
    dated = {token for time in times.find(analysis) for token in range(*time.tokens)}
    dated.update(range(*(layout.dateline(analysis) or (0, 0))))
    return events.proposed(analysis, Parties(analysis, dated), dated, statements.find(analysis))


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression, by Newton's method; the first column is the constant."""
    weight = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weight))
        slope = rows.T @ (right - chance) - penalty * weight
        curve = (rows.T * (chance * (1 - chance))) @ rows + np.diag(penalty) + 1e-6 * np.eye(len(weight))
        weight = weight + np.linalg.solve(curve, slope)
    return weight


def best_threshold(paths: Sequence[Path], table: dict[str, object]) -> tuple[float, dict[float, float]]:
    """Return the threshold with the best event F1 of whole reports, and the F1 of each that was tried, in percent."""
    curve = {}
    for step in range(20, 56, 5):
        OUT.write_text(json.dumps(table | {"threshold": step / 100}, indent=1) + "\n")
        weighing.weights.cache_clear()
        curve[step / 100] = round(evaluate(list(paths))["event_f1"], 1)
    return max(curve, key=lambda t: (curve[t], t)), curve


def status_table(rows: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """Return for each true status how often the syntax says each, with one of every pair added."""
    pairs = Counter((j.deed.statuses[0], j.syntax) for j in rows if j.right and j.deed)
    kinds = get_args(Status)
    table = {}
    for true in kinds:
        counts = {said: pairs[true, said] + 1.0 for said in kinds}
        table[true] = {said: round(n / sum(counts.values()), 4) for said, n in counts.items()}
    return table


def best_trust(rows: Sequence[Judged], table: dict[str, dict[str, float]]) -> float:
    """Return the power of the model's chances of a status under which the true ones are likeliest."""
    told = [
        (j.candidate.trigger.statuses, j.syntax, j.deed.statuses)
        for j in rows
        if j.right and j.deed and j.candidate.trigger
    ]

    def likelihood(trust: float) -> float:
        total = 0.0
        for chances, syntax, true in told:
            shares = {s: max(chances.get(s, 0.0), 1e-4) ** trust * table[s][syntax] for s in table}
            total += math.log(sum(shares[s] for s in true) / sum(shares.values()))
        return total

    return max((step / 20 for step in range(1, 31)), key=likelihood)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument(
        "--threshold-on", nargs="+", help="folders of real news, whose share of deeds sets the threshold"
    )
    args = parser.parse_args()
    paths = files(args.folders)
    reports = [judged(read(path)) for path in paths]
    rows = [j for found, _ in reports for j in found]
    names = list(rows[0].candidate.evidence)
    matrix = np.array([[j.candidate.evidence[n] for n in names] for j in rows])
    right = np.array([float(j.right) for j in rows])
    fitted = {n: round(float(w), 4) for n, w in zip(names, fit(matrix, right), strict=True)}
    statuses = status_table(rows)
    table = {"weights": fitted, "status": statuses, "trust": best_trust(rows, statuses)}
    threshold, curve = best_threshold(files(args.threshold_on or args.folders), table)
    OUT.write_text(json.dumps(table | {"threshold": threshold}, indent=1) + "\n")
    weighing.weights.cache_clear()
    print(len(rows), "candidates,", int(right.sum()), "right;", fitted)
    print("trust in the model's status:", table["trust"], "; event F1 by threshold:", curve)
    reports = [judged(read(path)) for path in paths]
    for low in np.arange(0.0, 1.0, 0.1):
        inside = [j.right for found, _ in reports for j in found if low <= j.candidate.proposal.weight < low + 0.1]
        if inside:
            print(f"chance {low:.1f} to {low + 0.1:.1f}: {100 * np.mean(inside):.0f} % right of {len(inside)}")


if __name__ == "__main__":
    main()
