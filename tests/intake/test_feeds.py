"""A feed is added again and again: what is new is taken, what is known is not fetched."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from archives import empty
from chancery.ingest.inputs import find
from chancery.ingest.options import Options
from chancery.intake.add import add
from chancery.intake.filing import Summary
from chancery.store.archive import Archive

STORIES = {
    1: ("Accord signed in Oslo", "Norway and Chile signed an accord in Oslo on Monday, officials said."),
    2: ("Envoy expelled from Lima", "Peru expelled the envoy of Bolivia on Tuesday. Bolivia denied that he was a spy."),
}


class Site:
    """A site with a feed of two stories, which counts what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        tag = '"v1"'
        if handler.path == "/feed" and handler.headers.get("If-None-Match") == tag:
            self.send(handler, 304, b"")
        elif handler.path == "/feed":
            self.send(handler, 200, self.feed(), etag=tag, kind="application/rss+xml")
        elif handler.path.startswith("/story/") and not (self.broken and handler.path.endswith("2")):
            self.send(handler, 200, self.story(int(handler.path[-1])), kind="text/html")
        else:
            self.send(handler, 404, b"")

    def send(
        self, handler: BaseHTTPRequestHandler, status: int, body: bytes, *, etag: str = "", kind: str = "text/plain"
    ) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        if etag:
            handler.send_header("ETag", etag)
        handler.end_headers()
        handler.wfile.write(body)

    def feed(self) -> bytes:
        items = "".join(
            f"<item><title>{STORIES[n][0]}</title><link>{self.url}/story/{n}</link></item>" for n in STORIES
        )
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Site</title>{items}</channel></rss>".encode()

    def story(self, number: int) -> bytes:
        title, text = STORIES[number]
        paragraphs = (
            f"<p>{text}</p><p>It was the first time in eleven years that the ministers spoke of it at length.</p>"
        )
        return f"<html lang=en><body><article><h1>{title}</h1>{paragraphs}</article></body></html>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    """Yield a running site."""
    made = Site()
    yield made
    made.server.shutdown()


def put(site: Site, archive: Archive) -> Summary:
    """Add the site's feed."""
    options = Options(allow_private=True, delay=0)
    return add(find([f"{site.url}/feed"], options), archive, options)


def test_the_stories_of_a_feed_are_read(site: Site, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        assert put(site, archive).reports == 2


def test_an_unchanged_feed_is_asked_for_once_and_none_of_its_stories(site: Site, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        put(site, archive)
        site.asked.clear()
        assert put(site, archive).reports == 0
        assert site.asked == ["/feed"]


def test_a_story_that_failed_is_fetched_again_and_the_other_is_not(site: Site, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        site.broken = True
        first = put(site, archive)
        assert [first.reports, len(first.failures)] == [1, 1]
        site.broken = False
        site.asked.clear()
        assert put(site, archive).reports == 1
        assert "/story/1" not in site.asked
        assert archive.connection.execute("SELECT count(*) FROM failures").fetchone() == (0,)


def test_a_private_address_is_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        options = Options()
        summary = add(find([f"{site.url}/feed"], options), archive, options)
        assert [one.error for one in summary.failures] == ["AddressRefused"]
        assert site.asked == []
