"""Count what the corpus holds: `python -m corpus.count`.

In: all annotated reports. Out: a table a half and split: reports, sentences, sentences without a deed, events by status
and by type, mentions, modes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from pathlib import Path

from chancery.analyse.sentences import paragraphs, sentences
from chancery.analyse.tokens import tokenize
from corpus.check import HERE
from corpus.form import Annotated, read


def count(report: Annotated) -> Counter[str]:
    """Return the counts of one report, by name."""
    spans = tokenize(report.text)
    ranges = sentences([report.text[a:b] for a, b in spans], spans, paragraphs(report.text, spans))
    starts = [spans[first][0] for first, _ in ranges]
    mentions = [m for d in report.deeds for m in d.mentions]
    told = {bisect_right(starts, m.trigger[0]) for m in mentions}
    found = Counter(reports=1, sentences=len(ranges), empty=len(ranges) - len(told), mentions=len(mentions))
    for deed in report.deeds:
        found.update([f"status {deed.statuses[0]}", f"type {deed.types[0]}", "events", f"mode {deed.modes[0]}"])
    return found


def main() -> None:
    """Print the tables."""
    for folder in sorted(p for p in HERE.glob("*/*") if p.is_dir()):
        total: Counter[str] = Counter()
        for path in sorted(Path(folder).glob("*.yaml")):
            total += count(read(path))
        print(f"\n{folder.relative_to(HERE)}")
        for name in sorted(total):
            print(f"  {name:24} {total[name]:6}")


if __name__ == "__main__":
    main()
