"""Score the reader on gold reports and the model on dev sets, and hold the floors: `python -m evals.run [FOLDER…]`.

In: folders of `NAME.txt` with `NAME.yaml` (published date and gold), by default `evals/gold`: 25 Voice of
America reports (public domain); with `--data` the unpacked datasets that the model was trained on.
Out: one table of scores; exit 1 where a score is below its floor. Floors are in `floors.toml` beside this file,
with the digest of the corpus that they were measured on; other folders are scored without floors.
`--set-floors` writes new ones, a point below each score; lowering one needs `--lower` as well.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tomllib
from pathlib import Path
from typing import get_args

import yaml
from training.evaluate import evaluate as evaluate_model

import chancery
from chancery.analyse.model import load
from chancery.record import to_json
from chancery.settings import Settings, Witnesses
from evals import score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
HELD = (
    "event_f1 event_f1_strict event_status event_status_other event_time event_countries statement_f1 "
    "statement_f1_strict figure_f1 figure_f1_strict role_f1 grounded text_identical"
).split()

ALWAYS = ("grounded", "text_identical")  # promises, not scores
MARGIN = 1.0  # points that another processor's rounding may cost


def pairs(folders: list[Path]) -> list[Path]:
    """Return the gold files of some folders, by name."""
    return sorted((path for folder in folders for path in folder.glob("*.yaml")), key=lambda path: path.name)


def digest(golds: list[Path]) -> str:
    """Return the sha256 over texts and gold, in order of their names."""
    total = hashlib.sha256()
    for path in golds:
        total.update(path.with_suffix(".txt").read_bytes() + path.read_bytes())
    return total.hexdigest()


def evaluate(golds: list[Path], *, verbose: bool = False, settings: Settings | None = None) -> dict[str, float]:
    """Read every report and score all of them together.

    Args:
        golds: gold files, each with its text beside it.
        verbose: print every difference.
        settings: how to read.

    Returns:
        The scores of `evals.score`, in percent.
    """
    tally = score.Tally()
    say = print if verbose else (lambda *_: None)
    for path in golds:
        gold = yaml.safe_load(path.read_text(encoding="utf8"))
        text = path.with_suffix(".txt").read_bytes().decode()
        record = json.loads(to_json(chancery.read(text, published=str(gold["published"]), settings=settings)))
        say(path.name)
        score.score_pair(gold, text, record, tally, say)
    return score.summary(tally)


def dev_scores(data: Path) -> dict[str, float]:
    """Score the shipped model on the dev parts of its datasets.

    Args:
        data: holds the folders `ewt`, `gum`, `polnear` and `en_worldwide`.

    Returns:
        Scores in percent, "EWT dev uas" and so on.
    """
    found = evaluate_model(load(), data, Settings().window)
    return {f"{corpus} {name}": value for corpus, row in found.items() for name, value in row.items()}


def main() -> int:
    """Print the scores; compare them with the floors where the corpus is the one they were set on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[HERE / "gold"])
    parser.add_argument("--data", type=Path, help="unpacked datasets, to score the model on their dev parts too")
    parser.add_argument("--witnesses", choices=get_args(Witnesses), default="both", help="who proposes events")
    parser.add_argument("--verbose", action="store_true", help="print every difference from gold")
    parser.add_argument("--set-floors", action="store_true", help="write floors.toml from these scores")
    parser.add_argument("--lower", action="store_true", help="let --set-floors lower a floor")
    args = parser.parse_args()
    golds = pairs(args.folders)
    if not golds:
        where = ", ".join(map(str, args.folders))
        print(f"no gold in {where}: name folders of NAME.txt with NAME.yaml", file=sys.stderr)
        return 2
    floors = tomllib.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    same = floors.get("corpus") == digest(golds)
    scores = evaluate(golds, verbose=args.verbose, settings=Settings(witnesses=args.witnesses))
    low = _show(scores, floors.get("floors", {}) if same else {})
    dev = dev_scores(args.data) if args.data else {}
    low += _show(dev, floors.get("dev", {}))
    if not dev:
        print("dev sets skipped: name the folder of the unpacked datasets with --data")
    if args.set_floors:
        return _set_floors(floors, digest(golds), {k: scores[k] for k in HELD}, dev, lower=args.lower)
    for name in low:
        print(f"{name} is below its floor", file=sys.stderr)
    return 1 if low else 0


def _show(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Print scores beside their floors and return the names of those below."""
    for name, value in scores.items():
        floor = floors.get(name)
        print(f"{name:44} {value:6.1f}" + (f"   floor {floor}" if floor is not None else ""))
    return [name for name, value in scores.items() if value < floors.get(name, 0)]


def _set_floors(
    old: dict[str, dict[str, float]], corpus: str, scores: dict[str, float], dev: dict[str, float], *, lower: bool
) -> int:
    """Write new floors, those of the dev sets only where they were scored; 1 where that would lower one unasked."""
    below = lambda v: math.floor(v if v == 100 else v - MARGIN)  # noqa: E731
    new = {"floors": {k: below(v) for k, v in scores.items()}, "dev": {k: below(v) for k, v in dev.items()}}
    new["floors"] |= {k: below(v - MARGIN) for k, v in scores.items() if v == 100 and k not in ALWAYS}
    new["dev"] = new["dev"] or old.get("dev", {})  # type: ignore[assignment]
    sunk = [k for part in new for k, v in new[part].items() if v < old.get(part, {}).get(k, 0)]
    if sunk and not lower:
        print(f"would lower {', '.join(sunk)}: say --lower if that is meant", file=sys.stderr)
        return 1
    rows = {part: "\n".join(f"{json.dumps(k)} = {v}" for k, v in new[part].items()) for part in new}
    heading = "# Written by `python -m evals.run --set-floors`."
    FLOORS.write_text(
        f'{heading}\ncorpus = "{corpus}"\n\n[floors]\n{rows["floors"]}\n\n[dev]\n{rows["dev"]}\n', encoding="utf8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
