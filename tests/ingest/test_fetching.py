"""Pages are fetched politely, within bounds, and from the address that was checked."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from chancery.errors import AddressRefused, FetchError, TooLarge
from chancery.ingest import connections
from chancery.ingest.fetching import Fetcher
from chancery.ingest.http_messages import unpacked
from chancery.ingest.options import Limits, Options
from pages import Answer, served

LOCAL = Options(allow_private=True, delay=0.0, limits=Limits(seconds=5.0))


def site(path: str, _headers: dict[str, str]) -> Answer:
    """Answer like a small site."""
    number = path.removeprefix("/hop/")
    return {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private/\n"),
        "/page": (200, {"Content-Type": "text/html"}, b"<p>Envoys met."),
        "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"Envoys met.")),
        "/private/page": (200, {}, b"secret"),
        "/moved": (302, {"Location": "/page"}, b""),
        "/to-private": (301, {"Location": "/private/page"}, b""),
        "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/large": (200, {}, b"x" * 2000),
    }.get(path, (302, {"Location": f"/hop/{int(number) + 1}"}, b"") if number.isdigit() else (404, {}, b"gone"))


def test_a_page_is_fetched() -> None:
    with served(site) as (origin, _):
        found = Fetcher(LOCAL).get(f"{origin}/page", limit=1000)
        assert (found.url, found.response.status, found.response.type, found.response.body) == (
            f"{origin}/page", 200, "text/html", b"<p>Envoys met.",
        )  # fmt: skip


def test_a_packed_page_is_unpacked() -> None:
    with served(site) as (origin, _):
        assert unpacked(Fetcher(LOCAL).get(f"{origin}/packed", limit=1000).response, 1000) == b"Envoys met."


def test_who_asks_says_who_it_is() -> None:
    seen: list[str] = []

    def note(_path: str, headers: dict[str, str]) -> Answer:
        seen.append(headers["user-agent"])
        return 404, {}, b""

    with served(note) as (origin, _):
        Fetcher(LOCAL).get(f"{origin}/page", limit=1000)
    assert all(agent.startswith("chancery/") for agent in seen)


def test_a_redirect_is_followed() -> None:
    with served(site) as (origin, _):
        assert Fetcher(LOCAL).get(f"{origin}/moved", limit=1000).url == f"{origin}/page"


def test_redirects_end() -> None:
    with served(site) as (origin, asked):
        with pytest.raises(FetchError, match="more than 5 redirects"):
            Fetcher(LOCAL).get(f"{origin}/hop/1", limit=1000)
        assert asked == ["/robots.txt", *(f"/hop/{n}" for n in range(1, 7))]


@pytest.mark.parametrize("path", ["/private/page", "/to-private"])
def test_robots_txt_is_obeyed_even_behind_a_redirect(path: str) -> None:
    with served(site) as (origin, asked):
        with pytest.raises(FetchError, match=r"robots\.txt"):
            Fetcher(LOCAL).get(f"{origin}{path}", limit=1000)
        assert "/private/page" not in asked


def test_robots_txt_is_asked_once() -> None:
    with served(site) as (origin, asked):
        fetcher = Fetcher(LOCAL)
        fetcher.get(f"{origin}/page", limit=1000)
        fetcher.get(f"{origin}/page", limit=1000)
        assert asked == ["/robots.txt", "/page", "/page"]


def test_where_robots_txt_cannot_be_had_nothing_is_fetched() -> None:
    with served(lambda _path, _headers: (503, {}, b"")) as (origin, _), pytest.raises(FetchError, match=r"robots\.txt"):
        Fetcher(LOCAL).get(f"{origin}/page", limit=1000)


def test_where_there_is_no_robots_txt_all_may_be_fetched() -> None:
    with served(lambda path, _: (404 if path == "/robots.txt" else 200, {}, b"x")) as (origin, _):
        assert Fetcher(LOCAL).get(f"{origin}/page", limit=1000).response.status == 200


def test_a_host_gets_its_pause() -> None:
    with served(site) as (origin, _):
        fetcher = Fetcher(Options(allow_private=True, delay=0.2))
        start = time.monotonic()
        for _ in range(3):
            fetcher.get(f"{origin}/page", limit=1000, obey=False)
        assert time.monotonic() - start >= 0.4


def test_the_pause_that_robots_txt_asks_for_is_kept() -> None:
    robots = b"User-agent: *\nCrawl-delay: 1\n"
    with served(lambda path, _: (200, {}, robots if path == "/robots.txt" else b"x")) as (origin, _):
        start = time.monotonic()
        Fetcher(LOCAL).get(f"{origin}/page", limit=1000)
        assert time.monotonic() - start >= 0.9


def test_a_body_above_the_limit_is_refused() -> None:
    with served(site) as (origin, _), pytest.raises(TooLarge, match="1,000 bytes"):
        Fetcher(LOCAL).get(f"{origin}/large", limit=1000)


def test_this_machine_is_refused_unless_it_is_allowed() -> None:
    with served(site) as (origin, asked):
        with pytest.raises(AddressRefused):
            Fetcher(Options()).get(f"{origin}/page", limit=1000)
        assert asked == []


def test_a_redirect_to_this_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(site) as (origin, asked):
        port = int(origin.rpartition(":")[2])
        lead_to_here(monkeypatch, port, {"feed.example": ["93.184.216.34"]})
        with served(lambda _path, _headers: (302, {"Location": f"{origin}/page"}, b"")) as (outside, _):
            lead_to_here(monkeypatch, int(outside.rpartition(":")[2]), {"feed.example": ["93.184.216.34"]})
            with pytest.raises(AddressRefused, match=r"127\.0\.0\.1"):
                Fetcher(Options()).get("http://feed.example/", limit=1000, obey=False)
        assert asked == []


def test_a_redirect_out_of_the_web_is_refused() -> None:
    with served(site) as (origin, _), pytest.raises(AddressRefused, match="file:///etc/passwd"):
        Fetcher(LOCAL).get(f"{origin}/to-file", limit=1000)


REAL_LOOKUP, REAL_CONNECT = socket.getaddrinfo, socket.create_connection


def lead_to_here(
    monkeypatch: pytest.MonkeyPatch, port: int, names: dict[str, list[str]]
) -> tuple[list[str], list[str]]:
    """Answer for names of hosts, connect public addresses to a port here, and note what was looked up and connected."""
    looked, connected = [], []

    def look(host: str, where: int, *given: int, **named: int) -> object:
        if host not in names:
            return REAL_LOOKUP(host, where, *given, **named)
        looked.append(host)
        answers = names[host]
        return [(0, 0, 0, "", (answers.pop(0) if len(answers) > 1 else answers[0], where))]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address[0])
        here = address[0].startswith("127.")
        return REAL_CONNECT(address if here else ("127.0.0.1", port), timeout)

    monkeypatch.setattr(socket, "getaddrinfo", look)
    monkeypatch.setattr(socket, "create_connection", connect)
    return looked, connected


def test_a_name_that_changes_its_answer_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(site) as (origin, _):
        names = {"feed.example": ["93.184.216.34", "127.0.0.1"]}
        looked, connected = lead_to_here(monkeypatch, int(origin.rpartition(":")[2]), names)
        Fetcher(Options()).get("http://feed.example/page", limit=1000, obey=False)
        assert (looked, connected) == (["feed.example"], ["93.184.216.34"])


def test_certificates_are_checked_against_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    class Noting:
        def wrap_socket(self, _sock: object, server_hostname: str) -> None:
            asked.append(server_hostname)
            raise ssl.SSLCertVerificationError("certificate is for another name")

    with served(site) as (origin, _):
        lead_to_here(monkeypatch, int(origin.rpartition(":")[2]), {"feed.example": ["93.184.216.34"]})
        real = connections._context()
        monkeypatch.setattr(connections, "_context", Noting)
        with pytest.raises(FetchError, match="another name"):
            Fetcher(Options()).get("https://feed.example/page", limit=1000, obey=False)
    assert (asked, real.check_hostname, real.verify_mode) == (["feed.example"], True, ssl.CERT_REQUIRED)


@contextmanager
def dripping(piece: bytes) -> Iterator[str]:
    """Serve a few bytes at a time, for ever."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        sock, _ = listener.accept()
        with sock:
            while not done.wait(0.05):
                try:
                    sock.sendall(piece)
                except OSError:
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        done.set()
        listener.close()
        thread.join(2)


@pytest.mark.parametrize("piece", [b"", b"H", b"HTTP/1.1 200 OK\r\nA: b\r\n", b"HTTP/1.1 200 OK\r\n\r\nx"])
def test_a_server_that_drips_is_left(piece: bytes) -> None:
    options = Options(allow_private=True, limits=Limits(seconds=0.5))
    with dripping(piece) as url:
        start = time.monotonic()
        with pytest.raises(FetchError, match=r"within 0\.5 seconds|cannot be read"):
            Fetcher(options).get(url, limit=10_000_000, obey=False)
        assert time.monotonic() - start < 3


def test_a_server_that_speaks_no_http_is_refused() -> None:
    with dripping(b"\x00\xff\r\n") as url, pytest.raises(FetchError, match="cannot be read"):
        Fetcher(LOCAL).get(url, limit=1000, obey=False)


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchError, match="refused"):
        Fetcher(LOCAL).get(f"http://127.0.0.1:{port}/", limit=1000, obey=False)
