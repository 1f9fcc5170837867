"""Headline, dateline and captions are told by their form."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.analysis import Analysis
from chancery.extract import layout


def plain(*paragraphs: str, roots: tuple[str, ...] = ()) -> Analysis:
    """Make paragraphs of one flat sentence each; the root is a word of `roots`, else the first word."""
    lines: list[str] = []
    for words in paragraphs:
        forms = words.split()
        root = next((i for i, form in enumerate(forms, 1) if form in roots), 1)
        for number, form in enumerate(forms, 1):
            tag = "PUNCT . " if not form[0].isalnum() else "VERB VBD " if form == "met" else "NOUN NN "
            head, relation = (0, "root") if number == root else (root, "dep")
            lines.append(f"{form} {form.lower()} {tag}{head} {relation}")
        lines += ["", "¶"]
    return analysis_of("\n".join(lines[:-1]))


def test_a_first_paragraph_without_stop_is_the_headline() -> None:
    assert layout.title(plain("Envoys Meet in Doha", "Envoys met .")) == "Envoys Meet in Doha"


def test_a_first_paragraph_that_ends_in_a_stop_is_no_headline() -> None:
    assert layout.headline(plain("Envoys met .", "They left .")) is None


def test_a_lone_paragraph_is_no_headline() -> None:
    assert layout.headline(plain("Envoys Meet in Doha")) is None


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("KAMPALA — Envoys met .", "KAMPALA"),
        ("ISLAMABAD , PAKISTAN — Envoys met .", "ISLAMABAD , PAKISTAN"),
        ("MOSCOW ( Wire ) - Envoys met .", "MOSCOW"),
        ("WASHINGTON , Feb 3 ( Wire ) -- Envoys met .", "WASHINGTON"),
        ("PORT OF SPAIN – Envoys met .", "PORT OF SPAIN"),
        ("Nairobi ( Wire ) – Envoys met .", "Nairobi"),
        ("UNITED NATIONS — Envoys met .", "UNITED NATIONS"),
    ],
)
def test_a_dateline_is_the_place_before_the_dash(lead: str, place: str) -> None:
    made = plain("Envoys Meet", lead)
    found = layout.dateline(made)
    assert found is not None
    assert made.words(found) == place


@pytest.mark.parametrize(
    "lead",
    ["Envoys met — at last .", "FILE - Envoys meet in Doha .", "The talks – three rounds of them – failed ."],
)
def test_a_dash_in_running_text_makes_no_dateline(lead: str) -> None:
    assert layout.dateline(plain("Envoys Meet", lead)) is None


@pytest.mark.parametrize(
    "words",
    [
        "FILE - Envoys meet in Doha .",
        "Supporters wait outside the court in Lusaka , June 3 , 2021 .",
        "The envoy is seen in this photo taken on Monday .",
    ],
)
def test_a_caption_describes_a_picture(words: str) -> None:
    made = plain("Envoys Meet", words)
    assert [made.words(tokens) for tokens in layout.captions(made)] == [words]


def test_a_dated_paragraph_in_the_past_tense_is_no_caption() -> None:
    made = plain("Envoys Meet", "Envoys of both sides met in Doha on June 3 , 2021 .", roots=("met",))
    assert layout.captions(made) == []
