"""Speed of the reader on one core: `python -m benchmarks.speed [--rounds N]`.

The gold reports are read again and again, and beside them, round by round, a bare pass of the encoder goes over
the very same windows. Out: reports a second for both, their ratio, and the share of each stage.
Needs the package `onnx` (extra `training`) to cut the encoder out of the model's graph.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import yaml

from chancery import pipeline
from chancery.analyse import model as model_module
from chancery.analyse.model import Model, load
from chancery.extract import report as extracting
from chancery.ingest.report import Report
from chancery.record import to_json
from chancery.resolve import report as resolving

GOLD = Path(__file__).parent.parent / "evals" / "gold"
Calls = tuple[tuple[Any, str, str], ...]

STAGES: Calls = (
    (pipeline, "check", "check"),
    (Model, "see", "  the model, first step"),
    (Model, "link", "  the model, second step"),
    (pipeline, "analyse", "analyse"),
    *((getattr(extracting, kind), "find", f"  extract {kind}") for kind in
      ("times", "places", "statements", "events", "actors", "figures", "roles")),
    (pipeline, "extract", "extract"),
    *((getattr(resolving, kind), "resolve", f"  resolve {kind}") for kind in
      ("actors", "times", "places", "events", "statements", "figures", "roles")),
    (pipeline, "resolve", "resolve"),
    (pipeline, "compose", "compose"),
)  # fmt: skip
"""Calls that are timed, with how they are shown; indented ones are parts of the next that is not."""


def reports() -> list[Report]:
    """Return the gold reports with their dates."""
    return [
        Report(
            path.with_suffix(".txt").read_text(encoding="utf8"),
            yaml.safe_load(path.read_text(encoding="utf8"))["published"],
        )
        for path in sorted(GOLD.glob("*.yaml"))
    ]


def bare_encoder() -> onnxruntime.InferenceSession:
    """Cut the graph where the words' vectors are ready and open that part as the reader opens the whole."""
    folder = Path(model_module.__file__).parents[1] / "data" / "model"
    graph = onnx.load(folder / "states.onnx")
    cut = onnx.utils.Extractor(graph).extract_model(["pieces", "casing", "first", "last"], ["states"])
    return model_module.open_graph(cut.SerializeToString())


def windows_of(given: list[Report]) -> list[dict[str, np.ndarray]]:
    """Read all reports once and keep what the encoder was fed."""
    feeds: list[dict[str, np.ndarray]] = []
    original = Model.see

    def see(self: Model, *arguments: list[int]) -> Any:
        keys = ("pieces", "casing", "first", "last")
        feeds.append({k: np.array(v, dtype=np.int64) for k, v in zip(keys, arguments, strict=True)})
        return original(self, *arguments)

    Model.see = see  # type: ignore[method-assign]
    try:
        read_all(given)
    finally:
        Model.see = original  # type: ignore[method-assign]
    return feeds


def read_all(given: list[Report]) -> None:
    """Read all reports to JSON."""
    for report in given:
        to_json(pipeline.read_report(report))


def seconds(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def shares(given: list[Report]) -> Counter[str]:
    """Return the seconds that each stage takes over all reports."""
    spent: Counter[str] = Counter()

    def timed(function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            begun = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                spent[name] += time.perf_counter() - begun

        return call

    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in STAGES]
    for owner, name, shown in STAGES:
        setattr(owner, name, timed(getattr(owner, name), shown))
    try:
        spent["all"] = seconds(lambda: read_all(given))
    finally:
        for owner, name, original in originals:
            setattr(owner, name, original)
    return spent


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    given = reports()
    load()
    feeds = windows_of(given)
    encoder = bare_encoder()
    encode = lambda: [encoder.run(None, feed) for feed in feeds]  # noqa: E731
    encode()
    pairs = [(seconds(lambda: read_all(given)), seconds(encode)) for _ in range(rounds)]
    whole, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(b / w for w, b in pairs)
    print(f"{len(given)} reports, {len(feeds)} windows, {rounds} rounds, one core; medians")
    print(f"reader        {len(given) / whole:6.1f} reports/s")
    print(f"bare encoder  {len(given) / bare:6.1f} reports/s")
    print(f"ratio         {ratio:6.2f}")
    spent = shares(given)
    for _, _, shown in STAGES:
        print(f"{shown:26} {100 * spent[shown] / spent['all']:5.1f} %")


if __name__ == "__main__":
    main()
