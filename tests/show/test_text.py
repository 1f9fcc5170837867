"""The text view shows what an analyst looks for, and no report can steer a terminal."""

from __future__ import annotations

from chancery.show.text import Page, clean, in_time, render
from show.records import event_of, record_of, time_of


def test_events_come_in_order_of_time_and_undated_ones_last() -> None:
    undated = event_of("sign")
    late, early = (event_of("met", time=time_of("Monday", day)) for day in ("2026-03-09", "2024-01-01"))
    assert in_time([undated, late, early]) == [early, late, undated]


def test_an_event_stands_with_its_date_type_status_source_and_words() -> None:
    lines = render(record_of(event_of("met", time=time_of("Monday", "2026-03-09")))).splitlines()
    at = lines.index("EVENTS")
    assert lines[at + 1 : at + 4] == [
        "  2026-03-09   CONSULT/visit  happened",
        "    Arland (said by Qatar)",
        "    “Envoys of Arland met in Doha on Monday, Qatar said.”",
    ]


def test_a_statement_stands_with_its_source_and_its_words() -> None:
    lines = render(record_of()).splitlines()
    at = lines.index("WHO SAID WHAT")
    assert lines[at + 1 : at + 3] == ["  Qatar: say", "    “Envoys of Arland met in Doha on Monda”"]


def test_a_figure_stands_with_its_amount_and_its_words() -> None:
    lines = render(record_of()).splitlines()
    at = lines.index("FIGURES")
    assert lines[at + 1 : at + 3] == ["  about 30%: foes, possible, about Arland", "    “30%”"]


def test_an_office_names_the_body_by_its_name() -> None:
    assert render(record_of()).splitlines()[-1] == "  Arland: envoy, Qatar, QAT"


def test_a_section_without_items_is_left_out() -> None:
    assert "EVENTS" not in render(record_of())


def test_a_pipe_gets_no_colour() -> None:
    assert "\x1b" not in render(record_of(event_of("met")))


def test_a_terminal_gets_the_status_in_colour_and_the_words_underlined() -> None:
    shown = render(record_of(event_of("met", status="alleged")), Page(80, colour=True))
    assert ("\x1b[35malleged\x1b[0m" in shown, "\x1b[4mmet\x1b[0m" in shown) == (True, True)


def test_no_line_is_wider_than_the_page() -> None:
    shown = render(record_of(event_of("met")), Page(48))
    assert max(len(line) for line in shown.splitlines()) <= 48


def test_a_report_cannot_steer_the_terminal() -> None:
    text = "Arland \x1b]0;title\x07met\u202e Qatar said."
    assert "\x1b" not in render(record_of(text=text, title="a\x1b[2Jb"))


def test_words_are_cleaned_to_one_line() -> None:
    assert clean("one\n\u200btwo\x00  three") == "one two three"


def test_a_report_without_a_headline_says_so() -> None:
    assert render(record_of(title=None)).splitlines()[0] == "(no headline)"
