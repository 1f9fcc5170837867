"""Pages, crawls and servers, built by hand for the tests of ingest."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from chancery.ingest.entries import Entry, Known
from chancery.ingest.options import Options
from chancery.ingest.reading import report_of
from chancery.ingest.report import Report

TITLE = "Lane reopens to grain ships"
PARAGRAPHS = (
    "GENEVA — The foreign ministers of Egypt and Turkey met in Geneva on Tuesday and agreed to reopen a shipping lane "
    "that warships had closed, officials of both countries said.",
    "The navy would withdraw its two patrol boats by Friday, the Turkish minister told reporters after the talks, and "
    "added that his government would keep its word.",
    "Grain prices have risen by 18 percent since January, and could double if the lane stays closed, a spokesman of "
    "the United Nations warned in New York on Monday.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))


def page(head: str = "", *, body: str | None = None, lang: str = "en", title: str = TITLE) -> str:
    """Return a page of news with navigation, comments and other stories around its article."""
    article = body if body is not None else "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    menu = "".join(f"<li><a href='/section/{n}'>Section {n}</a></li>" for n in range(30))
    others = "".join(f"<div class='card'><a href='/story/{n}'><h3>Other story {n}</h3></a></div>" for n in range(20))
    remarks = "".join(f"<li class='comment'><p>Reader {n} does not agree with this at all.</p></li>" for n in range(9))
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>{title} | The Courier</title>"
        f"{head}</head>"
        f"<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>{article}</article></main>"
        f"<section class='related'>{others}</section><section id='comments'><ol>{remarks}</ol></section>"
        "<footer><p>© 2019 The Courier. All rights reserved.</p></footer></body></html>"
    )


def json_ld(value: object) -> str:
    """Return a script of JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def read_page(html: str | bytes, known: Known | None = None, options: Options | None = None) -> Report:
    """Read a page as a worker does."""
    data = html.encode() if isinstance(html, str) else html
    return report_of(Entry("/news/page.html", "", "html", data, known or Known()), options or Options())


def record(
    url: str, body: bytes, *, status: int = 200, type_: str = "text/html", headers: str = "", kind: str = "response",
    length: int | None = None,
) -> bytes:  # fmt: skip
    """Return a record of a WARC."""
    block = f"HTTP/1.1 {status} OK\r\nContent-Type: {type_}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-12T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        f"{len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def served(answer: Callable[[str, dict[str, str]], Answer]) -> Iterator[tuple[str, list[str]]]:
    """Serve answers on this machine, and give the address and the paths that were asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, headers, body = answer(self.path, {name.lower(): value for name, value in self.headers.items()})
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
