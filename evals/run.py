"""Score the reader on gold reports and hold the floors: `python -m evals.run [FOLDER…]`.

In: folders of `NAME.txt` with `NAME.yaml` (published date and gold), by default `evals/gold`: 25 Voice of
America reports (public domain). Out: one table of scores; exit 1 where a score is below its floor.
Floors are in `floors.toml` beside this file, with the digest of the corpus that they were measured on.
`--set-floors` writes new ones: each score rounded down; lowering one needs `--lower` as well.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tomllib
from pathlib import Path

import yaml

import chancery
from chancery.record import to_json
from evals import score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
HELD = (
    "event_f1 event_f1_strict event_status event_status_other event_time event_countries statement_f1 "
    "statement_f1_strict figure_f1 figure_f1_strict role_f1 grounded text_identical"
).split()


def pairs(folders: list[Path]) -> list[Path]:
    """Return the gold files of some folders, by name."""
    return sorted((path for folder in folders for path in folder.glob("*.yaml")), key=lambda path: path.name)


def digest(golds: list[Path]) -> str:
    """Return the sha256 over texts and gold, in order of their names."""
    total = hashlib.sha256()
    for path in golds:
        total.update(path.with_suffix(".txt").read_bytes() + path.read_bytes())
    return total.hexdigest()


def evaluate(golds: list[Path], *, verbose: bool = False) -> dict[str, float]:
    """Read every report and score all of them together.

    Args:
        golds: gold files, each with its text beside it.
        verbose: print every difference.

    Returns:
        The scores of `evals.score`, in percent.
    """
    tally = score.Tally()
    say = print if verbose else (lambda *_: None)
    for path in golds:
        gold = yaml.safe_load(path.read_text(encoding="utf8"))
        text = path.with_suffix(".txt").read_bytes().decode()
        record = json.loads(to_json(chancery.read(text, published=str(gold["published"]))))
        say(path.name)
        score.score_pair(gold, text, record, tally, say)
    return score.summary(tally)


def main() -> int:
    """Print the scores; compare them with the floors where the corpus is the one they were set on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[HERE / "gold"])
    parser.add_argument("--verbose", action="store_true", help="print every difference from gold")
    parser.add_argument("--set-floors", action="store_true", help="write floors.toml from these scores")
    parser.add_argument("--lower", action="store_true", help="let --set-floors lower a floor")
    args = parser.parse_args()
    golds = pairs(args.folders)
    if not golds:
        print(
            f"no gold in {', '.join(map(str, args.folders))}: name folders of NAME.txt with NAME.yaml", file=sys.stderr
        )
        return 2
    scores = evaluate(golds, verbose=args.verbose)
    floors = tomllib.loads(FLOORS.read_text()) if FLOORS.exists() else {"corpus": "", "floors": {}}
    same = floors["corpus"] == digest(golds)
    for name, value in scores.items():
        floor = floors["floors"].get(name) if same else None
        print(f"{name:24} {value:6.1f}" + (f"   floor {floor}" if floor is not None else ""))
    if args.set_floors:
        return _set_floors(scores, golds, floors["floors"] if same else {}, lower=args.lower)
    low = [name for name, floor in floors["floors"].items() if same and scores[name] < floor]
    for name in low:
        print(f"{name} is {scores[name]}, below its floor of {floors['floors'][name]}", file=sys.stderr)
    return 1 if low else 0


def _set_floors(scores: dict[str, float], golds: list[Path], old: dict[str, float], *, lower: bool) -> int:
    new = {name: math.floor(scores[name]) for name in HELD}
    sunk = [name for name in new if new[name] < old.get(name, 0)]
    if sunk and not lower:
        print(f"would lower {', '.join(sunk)}: say --lower if that is meant", file=sys.stderr)
        return 1
    rows = "\n".join(f"{name} = {value}" for name, value in new.items())
    FLOORS.write_text(
        f'# Written by `python -m evals.run --set-floors`.\ncorpus = "{digest(golds)}"\n\n[floors]\n{rows}\n'
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
