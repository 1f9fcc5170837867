"""A name with a government is told from the place by what stands around it."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.analysis import Analysis
from chancery.extract import places


def uses(analysis: Analysis) -> list[tuple[str, str]]:
    return [(mention.name, mention.use) for mention in places.find(analysis)]


def test_a_border_with_a_country_is_a_place() -> None:
    rows = """
    Its its PRON PRP$ 2 nmod:poss
    border border NOUN NN 5 nsubj
    with with ADP IN 4 case
    Iraq iraq PROPN NNP 2 nmod
    closed close VERB VBD 0 root
    . . PUNCT . 5 punct
    """
    assert uses(analysis_of(rows)) == [("Iraq", "literal")]


@pytest.mark.parametrize(("noun", "use"), [("officials", "metonym"), ("border", "literal")])
def test_a_country_before_a_noun_is_its_government_unless_the_noun_is_a_place(noun: str, use: str) -> None:
    rows = f"""
    Iran iran PROPN NNP 2 compound
    {noun} {noun.removesuffix("s")} NOUN NN 3 nsubj
    changed change VERB VBD 0 root
    . . PUNCT . 3 punct
    """
    assert uses(analysis_of(rows)) == [("Iran", use)]


def test_flights_between_two_seats_name_places() -> None:
    rows = """
    Flights flight NOUN NNS 6 nsubj
    between between ADP IN 3 case
    London london PROPN NNP 1 nmod
    and and CCONJ CC 5 cc
    Moscow moscow PROPN NNP 3 conj
    stopped stop VERB VBD 0 root
    . . PUNCT . 6 punct
    """
    assert uses(analysis_of(rows)) == [("London", "literal"), ("Moscow", "literal")]


def test_talks_between_two_seats_name_governments() -> None:
    rows = """
    Talks talk NOUN NNS 6 nsubj
    between between ADP IN 3 case
    London london PROPN NNP 1 nmod
    and and CCONJ CC 5 cc
    Moscow moscow PROPN NNP 3 conj
    stopped stop VERB VBD 0 root
    . . PUNCT . 6 punct
    """
    assert uses(analysis_of(rows)) == [("London", "metonym"), ("Moscow", "metonym")]


def test_a_sea_has_no_government() -> None:
    rows = """
    Tension tension NOUN NN 6 nsubj
    with with ADP IN 5 case
    the the DET DT 5 det
    Black black PROPN NNP 5 compound
    Sea sea PROPN NNP 1 nmod
    rose rise VERB VBD 0 root
    . . PUNCT . 6 punct
    """
    assert uses(analysis_of(rows)) == [("Black Sea", "literal")]
