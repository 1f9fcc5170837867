"""Findings are reviewed one after another; every decision can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from archives import small
from chancery.ask.answers import Answers
from served import HOST, client

OURS = {"origin": f"http://{HOST}"}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Return the small archive."""
    return small(tmp_path / "a.db")


@pytest.fixture
def page(db: Path) -> Iterator[TestClient]:
    """Yield the page over it, for a reviewer who has a name."""
    with client(db, "ada") as one:
        yield one


def post(page: TestClient, address: str, **form: str) -> str:
    """Post a form as the page does, and return where it leads, or the status."""
    answer = page.post(address, data=form, headers=OURS, follow_redirects=False)
    return answer.headers["location"] if answer.status_code == 303 else str(answer.status_code)


def verdicts(db: Path) -> list[tuple[str, str, str]]:
    """Return what was decided."""
    with Answers(db) as archive:
        return [(row["verdict"], row["id"], row["decided_by"]) for row in archive.decisions()]


def test_the_queue_shows_the_first_finding_with_its_words(page: TestClient) -> None:
    text = page.get("/review/events?status=planned").text
    assert '<span class="mark event planned lane0 lit">will visit</span>' in text
    assert "1 undecided" in text


def test_a_verdict_is_kept_and_leads_on(page: TestClient, db: Path) -> None:
    assert post(page, "/review/events/1?country=EGY", verdict="accept") == "/review/events?country=EGY"
    assert verdicts(db) == [("accept", "e1", "ada")]


def test_what_is_decided_leaves_the_queue(page: TestClient) -> None:
    post(page, "/review/events/2", verdict="reject")
    assert "Nothing is left to decide here" in page.get("/review/events?status=planned").text


def test_a_finding_can_be_passed_over(page: TestClient) -> None:
    assert "6 undecided" in page.get("/review/events?skip=1").text
    assert page.get("/review/events?skip=1").text != page.get("/review/events").text
    assert "back to the first" in page.get("/review/events?skip=6").text


def test_a_correction_changes_what_was_decided_and_not_what_was_read(page: TestClient, db: Path) -> None:
    post(page, "/review/events/5", verdict="correct", deed="THREATEN expel", status="happened", actors="Sweden (SWE)")
    columns = ("type", "mode", "status", "actors")
    with Answers(db) as archive:
        read, decided = (list(archive.events(status=s, decided=d, words="envoys"))[-1] for s, d in
                         (("possible", False), ("happened", True)))  # fmt: skip
    assert [read[column] for column in columns] == ["SANCTION", "expel", "possible", "Norway"]
    assert [decided[column] for column in columns] == ["THREATEN", "expel", "happened", "Sweden"]


def test_the_page_of_a_decided_finding_says_so(page: TestClient) -> None:
    post(page, "/review/events/5", verdict="correct", status="happened", note="see the picture")
    text = page.get("/review/events/5").text
    assert "<strong>correct</strong> by ada" in text
    assert "see the picture" in text
    assert '<option value="happened" selected>' in text


def test_undoing_leads_back_to_the_finding(page: TestClient, db: Path) -> None:
    post(page, "/review/events/1", verdict="accept")
    assert post(page, "/review/events/undo?country=EGY") == "/review/events/1?country=EGY"
    assert [verdict for verdict, _, _ in verdicts(db)] == ["accept", "undo"]


def test_one_decision_can_be_undone_by_its_number(page: TestClient) -> None:
    post(page, "/review/events/1", verdict="accept")
    post(page, "/review/figures/1", verdict="accept")
    assert post(page, "/review/events/undo", decision="1") == "/review/events/1"


def test_nothing_to_undo_is_said(page: TestClient) -> None:
    answer = page.post("/review/events/undo", headers=OURS)
    assert (answer.status_code, "no decision of yours" in answer.text) == (422, True)


def test_all_that_the_filters_let_through_are_decided_and_undone_together(page: TestClient, db: Path) -> None:
    assert post(page, "/review/events?country=NOR", verdict="reject") == "/review/events?country=NOR"
    assert len(verdicts(db)) == 3
    post(page, "/review/events/undo")
    assert len(verdicts(db)) == 6
    with Answers(db) as archive:
        assert archive.events(decided=True).total() == 6


@pytest.mark.parametrize("kind", ["statements", "figures", "roles"])
def test_other_findings_are_accepted_or_rejected(page: TestClient, db: Path, kind: str) -> None:
    assert page.get(f"/review/{kind}").status_code == 200
    post(page, f"/review/{kind}/1", verdict="reject")
    with Answers(db) as archive:
        assert 1 not in getattr(archive, kind)(decided=True).numbers()


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/review/events/99", {"verdict": "accept"}), ("/review/events/1", {"verdict": "perhaps"}),
        ("/review/events/1", {"verdict": "correct"}),
        ("/review/figures/1", {"verdict": "correct", "status": "planned"}),
        ("/review/events/99999999999999999999999", {"verdict": "accept"}),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused_with_a_word(page: TestClient, address: str, form: dict[str, str]) -> None:
    assert post(page, address, **form) == "422"


def test_what_was_written_stays_in_the_form_that_is_refused(page: TestClient) -> None:
    form = {"verdict": "correct", "time": "next week", "actors": "Sweden (SWE)", "status": "happened"}
    text = page.post("/review/events/5", data=form, headers=OURS).text
    assert "is no time" in text
    assert 'value="next week"' in text
    assert "Sweden (SWE)</textarea>" in text
    assert '<option value="happened" selected>' in text


def test_another_site_decides_nothing(page: TestClient, db: Path) -> None:
    answer = page.post("/review/events/1", data={"verdict": "accept"}, headers={"origin": "https://evil.example"})
    assert (answer.status_code, verdicts(db)) == (403, [])


def test_without_a_name_nobody_decides(db: Path) -> None:
    with client(db) as page:
        assert post(page, "/review/events/1", verdict="accept") == "422"


def test_a_report_shows_what_was_decided_about_its_findings(page: TestClient) -> None:
    post(page, "/review/events/1", verdict="reject")
    text = page.get("/reports/doc_a").text
    assert '<p class="held reject"><strong>reject</strong> by ada' in text
    assert 'href="/review/statements/1?document=doc_a"' in text


def test_every_view_can_show_what_was_decided(page: TestClient) -> None:
    post(page, "/review/events?country=NOR", verdict="reject")
    assert 'Events <span class="count">3</span>' in page.get("/events?decided=1").text
    assert 'Events <span class="count">6</span>' in page.get("/events").text
    assert page.get("/api/events?decided=1").json()["total"] == 3
    assert '<a href="/events?decided=1">3 events</a>' in page.get("/?decided=1").text
    assert 'href="/events?decided=1"' in page.get("/timeline?decided=1").text
    for address in ("/", "/timeline", "/dyads", "/statements", "/reports"):
        assert page.get(f"{address}?decided=1").status_code == 200


def test_an_audit_tells_how_many_are_right(page: TestClient) -> None:
    address = post(page, "/audits", kind="events", question="country=NOR", size="3", seed="4")
    assert address == "/audits/1"
    for verdict in ("accept", "reject", "accept"):
        onward = page.get("/audits/1/next", follow_redirects=False).headers["location"]
        assert post(page, onward, verdict=verdict) == "/audits/1/next"
    assert page.get("/audits/1/next", follow_redirects=False).headers["location"] == "/audits/1"
    text = page.get("/audits/1").text
    assert "<strong>66.7 %</strong> right: 2 of 3; the true share is between 20.8 and 93.9 %" in text
    assert "66.7 %" in page.get("/audits").text


def test_an_audit_of_nothing_is_refused(page: TestClient) -> None:
    assert post(page, "/audits", kind="events", question="country=TCD") == "422"
    assert post(page, "/audits", kind="wars") == "422"
    assert page.get("/audits/7").status_code == 404
