"""A place is found where the report means one, and told from the government that is called by its name."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.analysis import Analysis, Entity
from chancery.extract import places

SAID_IN = """
Moscow moscow PROPN NNP 2 nsubj
said say VERB VBD 0 root
troops troop NOUN NNS 4 nsubj
left leave VERB VBD 2 ccomp
Damascus damascus PROPN NNP 4 obj
in in ADP IN 7 case
Syria syria PROPN NNP 4 obl
. . PUNCT . 2 punct
"""


def uses(analysis: Analysis) -> list[tuple[str, str]]:
    return [(mention.name, mention.use) for mention in places.find(analysis)]


def test_a_seat_that_speaks_is_a_government_and_towns_are_places() -> None:
    made = analysis_of(SAID_IN)
    assert uses(made) == [("Moscow", "metonym"), ("Damascus", "literal"), ("Syria", "literal")]


def test_a_town_has_its_point_and_a_country_its_own() -> None:
    found = places.find(analysis_of(SAID_IN))
    assert [(m.precision, m.country, m.latitude and round(m.latitude)) for m in found] == [
        ("city", "RUS", 56),
        ("city", "SYR", 34),
        ("country", "SYR", 35),
    ]


@pytest.mark.parametrize("label", ["Person", "Organization"])
def test_a_part_of_another_name_is_no_place(label: str) -> None:
    rows = """
    Paris paris PROPN NNP 3 nsubj
    Hilton hilton PROPN NNP 1 flat
    left leave VERB VBD 0 root
    . . PUNCT . 3 punct
    """
    assert places.find(analysis_of(rows, entities=(("Paris Hilton", label),))) == []


def test_a_run_of_proper_nouns_is_no_place_even_without_entities() -> None:
    rows = """
    Washington washington PROPN NNP 2 compound
    Post post PROPN NNP 3 nsubj
    reported report VERB VBD 0 root
    . . PUNCT . 3 punct
    """
    assert places.find(analysis_of(rows)) == []


def test_a_country_after_a_preposition_of_place_is_one_whatever_the_model_calls_it() -> None:
    rows = """
    Clashes clash NOUN NNS 2 nsubj
    spread spread VERB VBD 0 root
    in in ADP IN 4 case
    Jordan jordan PROPN NNP 2 obl
    . . PUNCT . 2 punct
    """
    assert uses(analysis_of(rows, entities=(("Jordan", "Person"),))) == [("Jordan", "literal")]


def test_a_small_letter_makes_no_place() -> None:
    rows = """
    They they PRON PRP 2 nsubj
    ate eat VERB VBD 0 root
    turkey turkey NOUN NN 2 obj
    . . PUNCT . 2 punct
    """
    assert places.find(analysis_of(rows)) == []


def test_a_dateline_is_a_place() -> None:
    rows = """
    KAMPALA kampala PROPN NNP 4 nsubj
    — — PUNCT : 1 punct
    Envoys envoy NOUN NNS 4 nsubj
    met meet VERB VBD 0 root
    . . PUNCT . 4 punct
    """
    assert uses(analysis_of(rows)) == [("Kampala", "literal")]


def test_a_place_that_the_gazetteer_lacks_keeps_its_words() -> None:
    rows = """
    Shells shell NOUN NNS 2 nsubj
    hit hit VERB VBD 0 root
    Slavnagora slavnagora PROPN NNP 2 obj
    . . PUNCT . 2 punct
    """
    (found,) = places.find(analysis_of(rows, entities=(("Slavnagora", "Location"),)))
    assert (found.name, found.country, found.latitude, found.precision) == ("Slavnagora", None, None, "unknown")


def test_a_building_named_after_a_town_has_no_point_but_the_country() -> None:
    rows = """
    Shells shell NOUN NNS 2 nsubj
    hit hit VERB VBD 0 root
    Damascus damascus PROPN NNP 4 compound
    Airport airport PROPN NNP 2 obj
    . . PUNCT . 2 punct
    """
    (found,) = places.find(analysis_of(rows, entities=(("Damascus Airport", "Facility"),)))
    assert (found.name, found.country, found.latitude, found.precision) == ("Damascus Airport", "SYR", None, "site")


def test_a_province_called_after_a_town_is_no_town() -> None:
    rows = """
    Shells shell NOUN NNS 2 nsubj
    hit hit VERB VBD 0 root
    Homs homs PROPN NNP 4 compound
    province province NOUN NN 2 obj
    . . PUNCT . 2 punct
    """
    (found,) = places.find(analysis_of(rows))
    assert (found.name, found.precision, found.latitude) == ("Homs province", "region", None)


def test_an_armed_group_that_the_model_calls_a_place_is_none() -> None:
    rows = """
    Hezbollah hezbollah PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    . . PUNCT . 2 punct
    """
    assert places.find(analysis_of(rows, entities=(("Hezbollah", "Location"),))) == []


@pytest.mark.parametrize(("before", "count"), [(",", 1), ("and", 0)])
def test_the_short_form_of_a_state_stands_behind_a_town(before: str, count: int) -> None:
    rows = f"""
    They they PRON PRP 2 nsubj
    met meet VERB VBD 0 root
    {before} {before} PUNCT , 4 punct
    Miss. miss. PROPN NNP 2 obj
    . . PUNCT . 2 punct
    """
    assert len(places.find(analysis_of(rows))) == count


def test_a_country_that_the_model_calls_an_organisation_is_a_country() -> None:
    rows = """
    The the DET DT 3 det
    United united PROPN NNP 3 compound
    States states PROPN NNPS 4 nsubj
    left leave VERB VBD 0 root
    . . PUNCT . 4 punct
    """
    made = analysis_of(rows, entities=(("The United States", "Organization"),))
    assert uses(made) == [("United States", "metonym")]


def test_a_country_that_the_model_calls_a_person_is_a_country_where_nobody_has_that_name() -> None:
    rows = """
    Dominica dominica PROPN NNP 2 nsubj
    agreed agree VERB VBD 0 root
    . . PUNCT . 2 punct
    """
    assert uses(analysis_of(rows, entities=(("Dominica", "Person"),))) == [("Dominica", "metonym")]


def test_a_surname_that_is_a_country_is_a_person_where_somebody_has_it() -> None:
    rows = """
    Lee lee PROPN NNP 3 nsubj
    Jordan jordan PROPN NNP 1 flat
    left leave VERB VBD 0 root
    . . PUNCT . 3 punct

    And and CCONJ CC 3 cc
    Jordan jordan PROPN NNP 3 nsubj
    spoke speak VERB VBD 0 root
    . . PUNCT . 3 punct
    """
    made = analysis_of(rows, entities=(("Lee Jordan", "Person"),))
    again = next(token for token in range(4, len(made)) if made.forms[token] == "Jordan")
    made.entities.append(Entity((again, again + 1), "Person", 1.0))
    assert places.find(made) == []
