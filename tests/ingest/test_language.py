import pytest

from chancery.ingest.language import is_english


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
        "Der Präsident sagte am Montag, die Gespräche mit den Rebellen werden nicht beginnen.",
        "Le ministre des Affaires étrangères est arrivé dans la capitale pour les négociations.",
        "El presidente se reunió con los líderes de la oposición en la capital.",
        "外務大臣は月曜日に会談を行った",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)
