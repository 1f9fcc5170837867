"""How fast the page answers over a large archive: `python -m benchmarks.pages [--events N] [--folder FOLDER]`.

In: nothing; the archive of `benchmarks.queries`, built once. Out: for each view the first time that it is asked for,
and the median and the worst of so many runs after it, in milliseconds of the server, and how many take longer than was
asked for.
What it does not know: the network and the browser; views are asked for inside the process.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.queries import prepared, word
from chancery.ask.answers import Answers
from chancery.show.web.app import create_app, warm
from chancery.show.web.guard import Door

ASKED = 200.0  # milliseconds
HOST = "127.0.0.1:8642"
VIEWS = """
/ /timeline /timeline?country=USA /timeline?status=planned&type=SANCTION /timeline?actor=president+of+usa
/timeline?words={rare} /timeline?words={frequent} /dyads /dyads?country=USA /dyads?country={seventh}
/dyads?source=USA&target=CHN
/map /map?country=USA /map?country={seventh} /map?type=ASSAULT&status=happened /network /network?country=USA
/network?type=SANCTION&since=2020-01-01 /events /events?country=USA&status=planned /events?page=2000
/events?words={frequent} /events?decided=1 /statements /statements?act=deny /figures /roles /actors
/actors?country=EGY /actors/{actor} /reports /reports?words={rare} /reports/{document} /series /series?unit=person
/search?words={rare} /search?words={frequent} /review/events /review/events?country=USA&status=planned /audits
/decisions /read /api/events?country=USA&limit=100 /api/timeline?country=USA
""".split()


def addresses(db: Path) -> list[str]:
    """Return the addresses of the views, with words, an actor, a report and the seventh country of the archive.

    The page asks for the dyads and maps of the six countries with the most events by itself (`app.LARGEST`).
    """
    with Answers(db) as archive:
        actor = next(iter(archive.actors(limit=1)))["actor"]
        countries = [value for facet, value, _ in archive.facets().rows() if facet == "country"]
        document = next(iter(archive.documents(limit=1, offset=1000)))["document"]
    given = {"rare": word(2_000), "frequent": word(5), "actor": actor, "document": document, "seventh": countries[6]}
    return [view.format(**given) for view in VIEWS]


def measure(client: TestClient, views: list[str], runs: int) -> Iterator[tuple[str, int, float, list[float]]]:
    """Yield each view with its status, its first time and the following ones."""
    for view in views:
        times = []
        for _ in range(runs + 1):
            began = time.perf_counter()
            status = client.get(view).status_code
            times.append(1000 * (time.perf_counter() - began))
        yield view, status, times[0], times[1:]


def main() -> None:
    """Build if need be, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    db = prepared(args.folder, args.events)
    app = create_app(db, Door(frozenset({HOST})), "benchmark")
    began = time.monotonic()
    warm(app)
    print(f"warm after {time.monotonic() - began:.1f} s", flush=True)
    slow, count = [], 0
    with TestClient(app, base_url=f"http://{HOST}") as client:
        for view, status, first, later in measure(client, addresses(db), args.runs):
            count += 1
            slow += [view] * (max(first, statistics.median(later)) > ASKED)
            median, worst = statistics.median(later), max(later)
            print(f"{view:44} {status} first {first:8.1f} ms  then {median:8.1f}  worst {worst:8.1f}", flush=True)
    print(
        f"{count - len(slow)} of {count} within {ASKED:.0f} ms from the first time on; not: {', '.join(slow) or 'none'}"
    )
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
