"""A network draws links as lines, and leads from each to the deeds that it counts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from archives import small
from chancery.show.web.network import Node, Tie, drawing, of_actors
from served import client

NAMES = {"a": "Egypt", "b": "Turkey", "c": "Chad"}


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over the small archive."""
    with client(small(tmp_path / "a.db")) as one:
        yield one


def counted(page: TestClient, address: str) -> dict[str, tuple[int, str]]:
    """Return the links of a network in words, each with its number and its address."""
    text = page.get(address).text
    found = re.findall(r'<a href="([^"]+)" aria-label="([^"]+): ([\d,]+) deeds?[^"]*"><path', text)
    return {html.unescape(words): (int(number), html.unescape(where)) for where, words, number in found}


@pytest.mark.parametrize(
    "address", ["/network", "/network?of=actors", "/network?country=NOR", "/network?of=actors&type=ACCUSE"]
)
def test_every_number_is_that_of_its_list(page: TestClient, address: str) -> None:
    links = counted(page, address)
    assert links
    for number, where in links.values():
        assert (
            page.get(where.replace("/events?", "/api/events?").replace("newest=1", "newest=true")).json()["total"]
            == number
        )


def test_countries_act_on_countries(page: TestClient) -> None:
    assert {words: number for words, (number, _) in counted(page, "/network").items()} == {
        "NOR to RUS": 1, "EGY to TUR": 1, "TUR to EGY": 1,
    }  # fmt: skip


def test_an_actor_has_its_own_network(page: TestClient) -> None:
    assert set(counted(page, "/network?of=actors&actor=Russia")) == {"Norway (NOR) and Russia (RUS)"}


def test_a_filter_that_only_actors_know_makes_a_network_of_actors(page: TestClient) -> None:
    assert set(counted(page, "/network?actor=Russia")) == {"Norway (NOR) and Russia (RUS)"}
    assert "NOR to RUS" in counted(page, "/network?of=countries&actor=Russia")


def test_around_somebody_it_says_around_whom_and_stays_there_when_filtered(page: TestClient) -> None:
    text = page.get("/network?of=actors&party=5").text
    assert "<h1>Network: who acts on whom, around Norway (NOR)</h1>" in text
    assert '<input type="hidden" name="party" value="5">' in text


def test_filters_that_both_know_are_kept_between_countries_and_actors(page: TestClient) -> None:
    text = page.get("/network?of=actors&country=NOR&words=drones").text
    assert '<a href="/network?country=NOR&amp;of=countries">Countries</a>' in text


def test_a_long_name_is_cut_between_words_and_stays_inside() -> None:
    node = Node("Teodoro Quispe Larrea (BOL)", 1170.0, 100.0, 7.0, "/", "")
    assert node.label == "Teodoro Quispe Larrea …"
    assert node.label_x + len(node.label) * 7.2 / 2 <= 1180
    assert Node("a" * 40, 0.0, 0.0, 7.0, "/", "").label == "a" * 40


def test_what_is_inside_a_country_is_said_to_be_only_in_the_table(page: TestClient) -> None:
    assert "Only in the table: 1 inside one country." in page.get("/network?country=EGY").text
    assert "Only in the table" not in page.get("/network?country=NOR").text


def test_a_link_is_what_its_deeds_are_on_the_whole() -> None:
    sorts = [Tie("a", "b", 1, 1, 0, score, "/").sort for score in (4.0, -2.5, 0.4, None)]
    assert sorts == ["cooperation", "conflict", "even", "even"]


def test_the_arrow_points_at_the_one_that_is_acted_upon() -> None:
    row = {"a": 1, "a_name": "Egypt", "a_country": None, "b": 2, "b_name": "Chad", "b_country": "TCD", "events": 3,
           "cooperation": 3, "conflict": 0, "mean_score": None}  # fmt: skip
    ties = [of_actors([{**row, "forth": forth, "back": back}], {})[0][0] for forth, back in ((3, 0), (0, 3), (1, 2))]
    assert [(tie.source, tie.target, tie.both) for tie in ties] == [
        ("1", "2", False),
        ("2", "1", False),
        ("1", "2", True),
    ]


def test_what_a_party_does_to_itself_is_said_and_not_drawn() -> None:
    ties = [Tie("a", "a", 5, 0, 5, -3.0, "/"), Tie("a", "b", 2, 2, 0, 2.5, "/")]
    nodes, lines = drawing(ties, NAMES, NAMES)
    assert [node.words for node in nodes] == ["Egypt: 7 deeds, 5 of them inside", "Turkey: 2 deeds"]
    assert [line.words for line in lines] == ["Egypt to Turkey: 2 deeds, mean score 2.5"]


def test_the_name_of_a_node_with_a_link_above_it_stands_below() -> None:
    nodes, _ = drawing([Tie("a", "b", 1, 1, 0, 4.0, "/"), Tie("b", "a", 1, 1, 0, 4.0, "/")], NAMES, NAMES)
    upper, lower = sorted(nodes, key=lambda node: node.y)
    assert (upper.below, lower.below) == (False, True)
    assert lower.label_y > lower.y + lower.radius


def test_there_and_back_are_two_lines() -> None:
    _, lines = drawing([Tie("a", "b", 2, 2, 0, 2.5, "/"), Tie("b", "a", 9, 0, 9, -4.0, "/")], NAMES, NAMES)
    assert lines[0].path != lines[1].path
    assert lines[0].width < lines[1].width


def test_nothing_makes_no_network(page: TestClient) -> None:
    assert "No deeds that link two of them." in page.get("/network?country=TCD").text
    assert page.get("/network?country=XXX").status_code == 400
