"""Take pictures of every view of the page, light and dark: `python tools/take_pictures.py [NAME …]`.

In: the demo's reports, Chromium. Out: docs/pictures/NAME-light.png and NAME-dark.png.
What it does not know: what the pictures should look like; somebody looks at them.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from chancery.ask.answers import Answers
from chancery.show import cli_add
from chancery.show.web.app import create_app
from chancery.show.web.guard import Door
from chancery.store.archive import open_archive
from chancery.store.corrections import Correction
from chancery.store.decisions import Decider, Finding
from chancery.store.samples import draw

HERE = Path(__file__).parents[1]
OUT = HERE / "docs" / "pictures"
SIZE = {"width": 1280, "height": 860}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VIEWS = {
    "overview": "/", "report": "/reports/{report}", "timeline": "/timeline", "dyads": "/dyads?country=BLR",
    "map": "/map", "network": "/network", "actors": "/actors", "actor": "/actors/{actor}", "events": "/events",
    "series": "/series", "quantity": "{quantity}", "search": "/search?words=sanctions",
    "review": "/review/events?status=planned",
    "audit": "/audits/1", "decisions": "/decisions", "read": "/read",
}  # fmt: skip
"""The views; what stands in braces is looked up in the archive."""
REPORT = "Belarus bans lorries"
"""How the title of the report begins that is shown: deeds of every status, and who said so."""
ACTOR = "Belarus"
JUDGED = 30
"""Findings of the audit that is shown, of which the last ones are left undecided."""


def build(db: Path) -> dict[str, object]:
    """Read the demo's reports into an archive, decide about some findings, and return what addresses need."""
    cli_add.add_folder(HERE / "src" / "chancery" / "data" / "demo.jsonl", db, 2)
    with Answers(db) as archive:
        report = next(row["document"] for row in archive.documents() if row["title"].startswith(REPORT))
        actor = next(row["actor"] for row in archive.actors(actor=ACTOR) if row["name"] == ACTOR)
        numbers = archive.events().numbers()
    with open_archive(db, write=True) as archive:
        draw(archive, "event", numbers, JUDGED, question="{}", seed=1, drawn_by="ada")
        sample = archive.connection.execute("SELECT number FROM samples ORDER BY n").fetchall()
        decider = Decider(archive, "ada")
        for n, (number,) in enumerate(sample[:-5]):
            correction = Correction(status="possible") if n % 9 == 4 else None
            verdict = "correct" if correction else "reject" if n % 7 == 6 else "accept"
            decider.decide([Finding("event", number)], verdict, correction=correction)
    return {"report": report, "actor": actor, "quantity": "/series?unit=person&what=killed&scale=log"}


def serve(db: Path) -> str:
    """Serve an archive from a thread, and return its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(create_app(db, Door(frozenset({host})), "ada"), log_level="warning"))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return f"http://{host}"


def take(browser: Browser, address: str, name: str) -> None:
    """Take the pictures of one view."""
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport=SIZE, color_scheme=scheme)  # type: ignore[arg-type]
        answer = page.goto(address)
        if answer is None or not answer.ok:
            raise SystemExit(f"{name}: {address} does not answer")
        page.screenshot(path=str(OUT / f"{name}-{scheme}.png"))
        page.close()


def main() -> None:
    """Take the pictures that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(VIEWS))
    names = parser.parse_args().names or list(VIEWS)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        db = Path(folder) / "demo.db"
        known = build(db)
        address = serve(db)
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        for name in names:
            take(browser, address + VIEWS[name].format(**known), name)
        browser.close()


if __name__ == "__main__":
    main()
