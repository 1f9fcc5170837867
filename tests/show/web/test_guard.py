"""The guard lets the page itself in and nobody else."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from chancery.show.web.guard import LARGEST_BODY, Door, Guard

HOST = "127.0.0.1:8000"


def client(token: str | None = None) -> TestClient:
    """Return a client of a page that says "in"."""

    async def page(request: Request) -> Response:
        await request.body()
        return PlainTextResponse("in")

    app = Starlette(routes=[Route("/{path:path}", page, methods=["GET", "POST"])])
    return TestClient(Guard(app, Door(frozenset({HOST}), token)), base_url=f"http://{HOST}", follow_redirects=False)


def test_the_page_itself_is_let_in() -> None:
    assert client().get("/").text == "in"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:9000", "", "127.0.0.1:8000.evil.example"])
def test_another_name_is_turned_away(host: str) -> None:
    assert client().get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", f"http://{HOST}.evil.example", "file://"])
def test_another_origin_changes_nothing(origin: str) -> None:
    headers = {"origin": origin} if origin else {}
    assert client().post("/", headers=headers).status_code == 403


def test_the_same_origin_may_change_something() -> None:
    assert client().post("/", headers={"origin": f"http://{HOST}"}).text == "in"


def test_what_a_browser_says_is_cross_site_changes_nothing() -> None:
    headers = {"origin": f"http://{HOST}", "sec-fetch-site": "cross-site"}
    assert client().post("/", headers=headers).status_code == 403


def test_a_large_body_is_refused_before_it_is_read() -> None:
    headers = {"origin": f"http://{HOST}", "content-length": str(LARGEST_BODY + 1)}
    assert client().post("/", headers=headers, content=b"x").status_code == 413


def test_every_answer_has_a_strict_policy() -> None:
    for answer in (client().get("/"), client().get("/", headers={"host": "evil.example"})):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_without_the_token_nobody_is_let_in() -> None:
    assert client("secret").get("/").status_code == 401
    assert client("secret").get("/?token=guess").status_code == 401


def test_the_token_goes_from_the_address_into_a_cookie() -> None:
    one = client("secret")
    answer = one.get("/events?token=secret&type=AID")
    assert [answer.status_code, answer.headers["location"]] == [303, "/events?type=AID"]
    assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
    assert one.get("/events").text == "in"


def test_the_way_in_leads_nowhere_else() -> None:
    answer = client("secret").get(f"http://{HOST}//evil.example/?token=secret")
    assert answer.headers["location"] == "/evil.example/"


def test_a_program_may_show_the_token_in_a_header() -> None:
    assert client("secret").get("/", headers={"authorization": "Bearer secret"}).text == "in"
