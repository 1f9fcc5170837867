"""A report's countries: what it is about, and what is near."""

from __future__ import annotations

from chancery.resolve import lands
from sketch import sketch

TWO = (
    "Norway;PROPN;2;nsubj voted_=vote;VERB;0;root .;PUNCT;2;punct | Norwegian;ADJ;2;amod "
    "troops=troop;NOUN/NNS;3;nsubj left_=leave;VERB;0;root .;PUNCT;3;punct | Kenya;PROPN;2;nsubj "
    "voted_=vote;VERB;0;root .;PUNCT;2;punct"
)


def test_the_country_named_most_is_what_a_report_is_about() -> None:
    found = lands.find(sketch(TWO))
    assert (found.focus, found.alone) == ("NOR", "NOR")


def test_a_country_just_named_outweighs_one_further_up() -> None:
    analysis = sketch(TWO.replace("Norwegian", "Danish"))
    assert lands.find(analysis).around(len(analysis) - 1, 2) == "KEN"


def test_a_side_somebody_takes_is_no_land() -> None:
    analysis = sketch(
        "Pro_;ADJ;3;amod -_;PUNCT/HYPH;1;punct French;ADJ;4;amod rebels=rebel;NOUN/NNS;5;nsubj left_=leave;VERB;0;root "
        ".;PUNCT;5;punct"
    )
    assert lands.find(analysis).countries == []
