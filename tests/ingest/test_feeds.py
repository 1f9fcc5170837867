"""Feeds give their entries, whole or by their pages, and are asked only for what is new."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chancery.errors import DamagedInput, FetchError
from chancery.ingest.entries import Entry, Refusal
from chancery.ingest.feeds import FeedState, read_feed
from chancery.ingest.inputs import Input, entries
from chancery.ingest.options import Limits, Options
from pages import PARAGRAPHS, TEXT, TITLE, Answer, page, read_page, served

LOCAL = Options(allow_private=True, delay=0.0)
FULL = "".join(f"&lt;p&gt;{one}&lt;/p&gt;" for one in PARAGRAPHS * 2)


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title>'
        f"{''.join(items)}</channel></rss>"
    ).encode()


def item(number: int = 1, more: str = "") -> str:
    return (
        f"<item><title>{TITLE}</title><link>/story/{number}</link><dc:creator>Jane Roe</dc:creator>"
        f"<pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate><description>Envoys met.</description>{more}</item>"
    )


WHOLE = f"<content:encoded>{FULL}</content:encoded>"
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry>
<title type="html">Lane &amp;amp; ships</title><link href="/story/1"/><id>urn:1</id>
<updated>2024-03-14T00:00:00Z</updated><published>2024-03-12T00:00:00Z</published>
<content type="html">{FULL}</content></entry></feed>""".encode()


def site(feed: bytes, **headers: str) -> Callable[[str, dict[str, str]], Answer]:
    """Serve a feed and the pages of its stories."""

    def answer(path: str, asked: dict[str, str]) -> Answer:
        if path == "/feed":
            unchanged = headers.get("ETag") is not None and asked.get("if-none-match") == headers.get("ETag")
            return (304, {}, b"") if unchanged else (200, {"Content-Type": "application/rss+xml", **headers}, feed)
        if path.startswith("/story/"):
            return 200, {"Content-Type": "text/html; charset=utf-8"}, page().encode()
        return 404, {}, b""

    return answer


def test_a_whole_article_is_taken_from_the_feed() -> None:
    with served(site(rss(item(1, WHOLE)))) as (origin, asked):
        (one,) = read_feed(f"{origin}/feed", LOCAL).items
        assert isinstance(one, Entry)
        report = read_page(one.data or b"", one.known)
        assert (one.locator, one.kind, asked) == (f"{origin}/story/1", "html", ["/feed"])
        assert report.text == "\n\n".join((TITLE, *PARAGRAPHS, *PARAGRAPHS))


def test_a_teaser_leads_to_its_page() -> None:
    with served(site(rss(item()))) as (origin, asked):
        (one,) = read_feed(f"{origin}/feed", LOCAL).items
        assert isinstance(one, Entry)
        assert read_page(one.data or b"", one.known).text == TEXT
        assert asked == ["/feed", "/robots.txt", "/story/1"]


def test_an_entry_knows_what_the_feed_says_of_it() -> None:
    with served(site(rss(item(1, WHOLE)))) as (origin, _):
        (one,) = read_feed(f"{origin}/feed", LOCAL).items
        assert isinstance(one, Entry)
        known = one.known
        assert (known.url, known.title, known.publisher, known.author, known.published, known.published_how) == (
            f"{origin}/story/1", TITLE, "The Courier", "Jane Roe", "Tue, 12 Mar 2024 23:30:00 -0500", "feed published",
        )  # fmt: skip
        assert str(read_page(one.data or b"", known).published) == "2024-03-12"


def test_atom_keeps_publication_and_change_apart() -> None:
    with served(site(ATOM)) as (origin, _):
        (one,) = read_feed(f"{origin}/feed", LOCAL).items
        assert isinstance(one, Entry)
        assert (one.known.title, one.known.published, one.known.modified, one.known.modified_how) == (
            "Lane & ships", "2024-03-12T00:00:00Z", "2024-03-14T00:00:00Z", "feed updated",
        )  # fmt: skip


def test_what_a_feed_says_of_its_version_is_returned_and_sent() -> None:
    with served(site(rss(item(1, WHOLE)), ETag='"v1"', **{"Last-Modified": "Tue, 12 Mar 2024 00:00:00 GMT"})) as (
        origin, _,
    ):  # fmt: skip
        first = read_feed(f"{origin}/feed", LOCAL)
        second = read_feed(f"{origin}/feed", LOCAL, state=first.state)
        assert first.state == FeedState('"v1"', "Tue, 12 Mar 2024 00:00:00 GMT")
        assert (second.unchanged, second.state, list(second.items)) == (True, first.state, [])


def test_pages_of_known_entries_are_not_fetched() -> None:
    with served(site(rss(item(1), item(2)))) as (origin, asked):
        found = list(read_feed(f"{origin}/feed", LOCAL, passed={f"{origin}/story/1"}).items)
        assert ([one.locator for one in found], "/story/1" in asked) == ([f"{origin}/story/2"], False)


def test_an_entry_that_is_named_twice_comes_once() -> None:
    with served(site(rss(item(1), item(1)))) as (origin, _):
        assert len(list(read_feed(f"{origin}/feed", LOCAL).items)) == 1


def test_an_entry_that_cannot_be_had_fails_alone() -> None:
    gone = item().replace("/story/1", "/gone")
    away = item().replace("/story/1", "file:///etc/passwd")
    empty = "<item><title>x</title><guid isPermaLink='false'>urn:7</guid></item>"
    with served(site(rss(gone, away, empty, item(2)))) as (origin, _):
        found = list(read_feed(f"{origin}/feed", LOCAL).items)
    assert [type(one.error).__name__ if isinstance(one, Refusal) else one.kind for one in found] == [
        "FetchError", "AddressRefused", "EmptyReport", "html",
    ]  # fmt: skip


def test_a_picture_behind_a_link_is_refused() -> None:
    def answer(path: str, asked: dict[str, str]) -> Answer:
        return (
            (200, {"Content-Type": "image/png"}, b"\x89PNG") if path == "/story/1" else site(rss(item()))(path, asked)
        )

    with served(answer) as (origin, _):
        (one,) = read_feed(f"{origin}/feed", LOCAL).items
    assert isinstance(one, Refusal)
    assert (type(one.error), "image/png" in str(one.error)) == (FetchError, True)


def test_entries_above_the_limit_are_refused_at_once() -> None:
    with served(site(rss(item(1, WHOLE), item(2, WHOLE), item(3, WHOLE)))) as (origin, _):
        options = Options(allow_private=True, delay=0.0, limits=Limits(feed_entries=1))
        found = list(read_feed(f"{origin}/feed", options).items)
    assert [one.locator for one in found] == [f"{origin}/story/1", "from entry 2 on"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>no feed</body></html>",
        b"",
        b"\x00\xff" * 999,
        b"<rss><channel><item " + b"a='1' " * 300 + b"/></channel></rss>",
    ],
    ids=["page", "empty", "binary", "attributes"],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with served(site(data)) as (origin, _), pytest.raises(DamagedInput, match="no feed"):
        read_feed(f"{origin}/feed", LOCAL)


def test_a_feed_that_declares_entities_is_refused() -> None:
    declared = b'?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bomb = rss(item(1, WHOLE)).replace(b"?>", declared, 1).replace(TITLE.encode(), b"&b;" * 50)
    with served(site(bomb)) as (origin, _), pytest.raises(DamagedInput, match="entities"):
        read_feed(f"{origin}/feed", LOCAL)


def test_a_server_that_has_no_feed_is_said() -> None:
    with served(site(b"")) as (origin, _), pytest.raises(FetchError, match="404"):
        read_feed(f"{origin}/none", LOCAL)


def test_a_feed_is_an_input_like_others() -> None:
    with served(site(rss(item(1, WHOLE)))) as (origin, _):
        (one,) = entries(Input(f"{origin}/feed", "feed"), LOCAL)
        assert isinstance(one, Entry)
        assert one.path == f"{origin}/feed"


def test_a_feed_on_this_machine_is_one_refusal_unless_it_is_allowed() -> None:
    with served(site(rss(item()))) as (origin, asked):
        (one,) = entries(Input(f"{origin}/feed", "feed"), Options())
        assert isinstance(one, Refusal)
        assert (one.locator, type(one.error).__name__, asked) == ("", "AddressRefused", [])
