"""Names come from tables, the model's entities and proper nouns, without titles, clitics and line ends."""

from __future__ import annotations

from chancery.extract import names
from sketch import sketch

VISIT = "visited=visit;VERB;0;root Oslo_;PROPN;{v};obj .;PUNCT;{v};punct"


def test_a_title_inside_an_entity_is_no_part_of_the_name() -> None:
    analysis = sketch(
        "President;PROPN;2;nmod:desc Ana;PROPN;4;nsubj Petrova;PROPN;2;flat " + VISIT.format(v=4),
        entities=(("President Ana Petrova", "Person"),),
    )
    assert [(n.name, n.kind) for n in names.find(analysis)][:1] == [("Ana Petrova", "person")]


def test_a_proper_noun_after_a_title_is_a_person_without_the_model() -> None:
    analysis = sketch("President;PROPN;2;nmod:desc Petrova;PROPN;3;nsubj " + VISIT.format(v=3))
    assert [(n.name, n.kind) for n in names.find(analysis)][:1] == [("Petrova", "person")]


def test_the_longer_of_table_and_entity_wins() -> None:
    analysis = sketch(
        "Bank;PROPN;4;nsubj of;ADP;3;case Norway;PROPN;1;nmod warned=warn;VERB;0;root .;PUNCT;4;punct",
        entities=(("Bank of Norway", "Organization"),),
    )
    assert [(n.name, n.kind, n.country) for n in names.find(analysis)] == [("Bank of Norway", "organization", "NOR")]


def test_a_country_is_written_with_a_capital() -> None:
    analysis = sketch("They=they;PRON;2;nsubj ate=eat;VERB;0;root turkey_;NOUN;2;obj .;PUNCT;2;punct")
    assert names.find(analysis) == []


def test_a_surname_that_the_model_takes_for_a_body_is_the_persons() -> None:
    analysis = sketch(
        "Ana;PROPN;3;nsubj Petrova;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct | "
        "Petrova;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct",
        entities=(("Ana Petrova", "Person"),),
    )
    analysis.entities.append(type(analysis.entities[0])((4, 5), "Organization", 0.5))
    assert [n.kind for n in names.find(analysis)] == ["person", "person"]


def test_a_name_ends_with_its_line() -> None:
    analysis = sketch(
        "Talks=talk;NOUN/NNS;0;root with;ADP;3;case Petrova;PROPN;1;nmod ¶ KAMPALA;PROPN;2;nsubj "
        "spoke_=speak;VERB;0;root .;PUNCT;2;punct",
        entities=(("Petrova\n\nKAMPALA", "Person"),),
    )
    assert names.find(analysis)[0].name == "Petrova"


def test_a_name_that_a_splitter_cut_grows_together() -> None:
    analysis = sketch(
        "Ana_;PROPN;5;nsubj -_;PUNCT/HYPH;3;punct Lena;PROPN;1;flat Petrova;PROPN;1;flat spoke_=speak;VERB;0;root "
        ".;PUNCT;5;punct",
        entities=(("Ana-", "Person"), ("Lena Petrova", "Person")),
    )
    assert [n.name for n in names.find(analysis)] == ["Ana-Lena Petrova"]


def test_a_heading_in_capitals_names_nobody() -> None:
    analysis = sketch("HARBOUR;PROPN;2;compound TALKS=talk;PROPN;3;nsubj STALL=stall;VERB;0;root AGAIN;ADV;3;advmod")
    assert names.find(analysis) == []


def test_a_body_that_several_countries_have_is_of_none_by_itself() -> None:
    analysis = sketch("Labor;PROPN;2;compound Party;PROPN;3;nsubj won=win;VERB;0;root .;PUNCT;3;punct")
    assert [n.country for n in names.find(analysis)] == [None]
