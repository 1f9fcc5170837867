"""What stands before a name: country, body, modifiers and the title noun come apart."""

from __future__ import annotations

from chancery.extract import names, offices, titles
from chancery.extract.titles import TitlePhrase
from sketch import sketch

IVO = (("Ivo Hall", "Person"),)
TAIL = " Ivo;PROPN;{v};nsubj Hall;PROPN;{n};flat spoke_=speak;VERB;0;root .;PUNCT;{v};punct"


def before(words: str, *entities: tuple[str, str]) -> list[TitlePhrase]:
    """Read the titles before "Ivo Hall spoke.", whose words follow those given."""
    count = len(words.split())
    analysis = sketch(words + TAIL.format(v=count + 3, n=count + 1), entities=(*entities, *IVO))
    owners = offices.owners_of(names.find(analysis))
    return titles.before(analysis, owners, count)


def test_a_nationality_is_the_country_and_no_word_of_the_title() -> None:
    found = before("Russian;ADJ;3;amod Economy;NOUN/NNP;3;compound Minister;PROPN;4;nmod:desc")
    assert [(t.title, t.organization, t.country) for t in found] == [("Economy Minister", "Russia", "RUS")]


def test_a_body_stands_before_its_spokesman() -> None:
    found = before(
        "Harbour;PROPN;3;compound Party;PROPN;3;compound spokesman;NOUN;4;nmod:desc", ("Harbour Party", "Organization")
    )
    assert [(t.title, t.organization) for t in found] == [("spokesman", "Harbour Party")]


def test_an_unknown_body_before_a_small_title_is_read_by_its_capitals() -> None:
    found = before("And;CCONJ;7;cc Quorum;PROPN;4;compound Unity;PROPN;4;compound leader;NOUN;5;nmod:desc")
    assert [(t.title, t.organization) for t in found] == [("leader", "Quorum Unity")]


def test_an_office_and_a_rank_are_two_titles() -> None:
    found = before("police;NOUN;2;compound spokesman;NOUN;4;nmod:desc Lt.;PROPN;4;compound Col.;PROPN;5;nmod:desc")
    assert [t.title for t in found] == ["police spokesman", "Lt. Col."]


def test_a_modifier_stays_when_the_country_goes() -> None:
    found = before("former;ADJ;3;amod Kenyan;ADJ;3;amod President;PROPN;4;nmod:desc")
    assert [(t.title, t.country, t.former) for t in found] == [("former President", "KEN", True)]


def test_a_title_with_of_inside_is_one() -> None:
    found = before("U.S.;PROPN;2;compound Secretary;PROPN;5;nmod:desc of;ADP;4;case State;PROPN;2;nmod")
    assert [(t.title, t.country) for t in found] == [("Secretary of State", "USA")]


def test_a_side_that_somebody_takes_is_not_his_country() -> None:
    found = before("The;DET;5;det pro_;ADJ;4;amod -_;PUNCT/HYPH;2;punct Russian;ADJ;5;amod president;NOUN;6;nmod:desc")
    assert [(t.title, t.country) for t in found] == [("pro-Russian president", None)]


def test_a_common_noun_before_a_capital_title_belongs_elsewhere() -> None:
    found = before("In;ADP;2;case fact;NOUN;7;obl Vice;PROPN;4;compound President;PROPN;5;nmod:desc")
    assert [t.title for t in found] == ["Vice President"]


def test_a_plural_title_is_written_in_the_singular() -> None:
    found = before("Senators=senator;NOUN/NNS;2;nmod:desc")
    assert [(t.title, t.plural) for t in found] == [("Senator", True)]


def test_a_defense_secretary_keeps_his_department_in_the_title() -> None:
    found = before("Defense;PROPN;2;compound Secretary;PROPN;3;nmod:desc", ("Defense", "Organization"))
    assert [t.title for t in found] == ["Defense Secretary"]
