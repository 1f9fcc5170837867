"""Of two towns of one name, the report's own words decide, then its countries, then the number of people."""

from __future__ import annotations

from build import analysis_of
from chancery.extract import places as extract
from chancery.record import Place
from chancery.resolve import places


def resolved(rows: str) -> list[Place]:
    made = analysis_of(rows)
    return places.resolve(made, extract.find(made))


FELL = "fell fall VERB VBD 0 root"


def test_a_bare_name_is_the_larger_town() -> None:
    found = resolved(f"Tripoli tripoli PROPN NNP 2 nsubj\n{FELL}\n. . PUNCT . 2 punct")
    assert [(place.name, place.country) for place in found] == [("Tripoli", "LBY")]


def test_a_country_behind_a_comma_decides() -> None:
    found = resolved(
        f"""
        Tripoli tripoli PROPN NNP 5 nsubj
        , , PUNCT , 3 punct
        Lebanon lebanon PROPN NNP 1 appos
        , , PUNCT , 3 punct
        {FELL}
        . . PUNCT . 5 punct
        """
    )
    assert [place.country for place in found] == ["LBN", "LBN"]


def test_a_demonym_before_the_name_decides() -> None:
    found = resolved(
        f"""
        The the DET DT 3 det
        Lebanese lebanese ADJ JJ 3 amod
        city city NOUN NN 6 nsubj
        of of ADP IN 5 case
        Tripoli tripoli PROPN NNP 3 nmod
        {FELL}
        . . PUNCT . 6 punct
        """
    )
    assert [place.country for place in found] == ["LBN"]


def test_a_state_of_the_united_states_decides() -> None:
    found = resolved(
        f"""
        Paris paris PROPN NNP 5 nsubj
        , , PUNCT , 3 punct
        Texas texas PROPN NNP 1 appos
        , , PUNCT , 3 punct
        {FELL}
        . . PUNCT . 5 punct
        """
    )
    assert [(place.name, place.country) for place in found] == [("Paris", "USA"), ("Texas", "USA")]


def test_the_foremost_country_of_the_report_decides() -> None:
    found = resolved(
        f"""
        Troops troop NOUN NNS 2 nsubj
        left leave VERB VBD 0 root
        Lebanon lebanon PROPN NNP 2 obj
        . . PUNCT . 2 punct

        Tripoli tripoli PROPN NNP 2 nsubj
        {FELL}
        . . PUNCT . 2 punct
        """
    )
    assert [place.country for place in found] == ["LBN", "LBN"]


def test_a_later_mention_means_what_the_first_one_meant() -> None:
    found = resolved(
        f"""
        Tripoli tripoli PROPN NNP 5 nsubj
        , , PUNCT , 3 punct
        Lebanon lebanon PROPN NNP 1 appos
        , , PUNCT , 3 punct
        {FELL}
        . . PUNCT . 5 punct

        Tripoli tripoli PROPN NNP 2 nsubj
        {FELL}
        . . PUNCT . 2 punct
        """
    )
    assert found[2].country == "LBN"


def test_every_mention_has_its_own_words() -> None:
    made = analysis_of(f"Kiev kiev PROPN NNP 2 nsubj\n{FELL}\n. . PUNCT . 2 punct")
    (found,) = places.resolve(made, extract.find(made))
    assert (found.text, made.text[found.span[0] : found.span[1]], found.geonames) == ("Kiev", "Kiev", 703448)
