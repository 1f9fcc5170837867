from __future__ import annotations

import pytest

from chancery.ingest.language import is_english, language_of

ENGLISH = (
    "The foreign ministers of Egypt and Turkey met in Geneva on Tuesday and agreed to reopen a shipping lane that "
    "warships had closed, officials of both countries said after the talks, which lasted for two days."
)
GERMAN = "Der Präsident sagte am Montag, die Gespräche mit den Rebellen werden nicht beginnen."


@pytest.mark.parametrize(
    "text",
    [
        "Putin and Xi to meet in Beijing in October",
        "Turkey detains opposition leader",
        "Envoys met in Doha on Monday, Qatar said.",
        "De Mistura met Van der Bellen in Vienna.",
    ],
)
def test_short_english_is_let_through(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        "Le ministre des Affaires étrangères est arrivé dans la capitale pour les négociations.",
        "El presidente se reunió con los líderes de la oposición en la capital.",
        "外務大臣は月曜日に会談を行った",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        ("Le ministre des Affaires étrangères est arrivé dans la capitale pour les négociations.", "fr"),
        ("El presidente se reunió con los líderes de la oposición en la capital.", "es"),
        ("Президент сказал, что переговоры начнутся завтра", "ru"),
        ("قال الرئيس إن المحادثات ستبدأ غدا", "ar"),
        ("외무장관은 월요일에 회담을 가졌다", "ko"),
    ],
)
def test_the_language_is_named(text: str, expected: str) -> None:
    assert language_of(text) == expected


def test_a_language_that_cannot_be_told_is_unknown() -> None:
    assert language_of("Smith 12 Jones 14 Garcia 3 Müller 7 Kim 9 Petrov 11 " * 5) == "und"


def test_what_the_page_says_counts_where_the_text_cannot_be_told() -> None:
    assert language_of("Smith 12 Jones 14 Garcia 3 Müller 7 Kim 9 Petrov 11 " * 5, hint="sv-SE") == "sv"


@pytest.mark.parametrize(
    ("hint", "expected"), [("mt", "mt"), ("en-US", "en"), ("", "en"), ("x" * 999, "en"), (None, "en")]
)
def test_what_the_page_says_counts_for_a_short_text(hint: str | None, expected: str) -> None:
    assert language_of("Il-ministru ltaqa", hint=hint) == expected


def test_what_the_page_says_does_not_count_against_a_long_english_text() -> None:
    assert language_of(ENGLISH, hint="fr") == "en"


def test_a_page_that_says_english_of_everything_is_not_believed() -> None:
    assert language_of(GERMAN, hint="en") == "de"
