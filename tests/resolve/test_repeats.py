"""A noun with "the" repeats somebody: by name, by sort, by the same words, or two at once."""

from __future__ import annotations

from casting import cast_of, names_at
from sketch import head_of, sketch

COURT = (("Harbour Court", "Organization"),)


def test_a_noun_of_a_bodys_name_is_the_body() -> None:
    analysis = sketch(
        "The;DET;3;det Harbour;PROPN;3;compound Court;PROPN;4;nsubj ruled_=rule;VERB;0;root .;PUNCT;4;punct | "
        "The;DET;2;det court;NOUN;3;nsubj adjourned_=adjourn;VERB;0;root .;PUNCT;3;punct",
        entities=COURT,
    )
    assert names_at(cast_of(analysis), head_of(analysis, "court")) == ["Harbour Court"]


def test_the_group_is_the_last_group() -> None:
    analysis = sketch(
        "Hezbollah;PROPN;2;nsubj spoke_=speak;VERB;0;root .;PUNCT;2;punct | The;DET;3;det militant;ADJ;3;amod "
        "group;NOUN;4;nsubj denied=deny;VERB;0;root it_;PRON;4;obj .;PUNCT;4;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "group")) == ["Hezbollah"]


def test_a_group_that_a_clause_tells_apart_is_another() -> None:
    analysis = sketch(
        "Hezbollah;PROPN;2;nsubj spoke_=speak;VERB;0;root .;PUNCT;2;punct | The;DET;2;det group;NOUN;5;nsubj "
        "that;PRON/WDT;4;nsubj fled=flee;VERB;2;acl:relcl denied=deny;VERB;0;root it_;PRON;5;obj .;PUNCT;5;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "group")) == ["group"]


def test_both_countries_are_the_two_before() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj met=meet;VERB;0;root Kenya_;PROPN;2;obj .;PUNCT;2;punct | Both;DET;2;det "
        "countries=country;NOUN/NNS;3;nsubj agreed_=agree;VERB;0;root .;PUNCT;3;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "countries")) == ["Norway", "Kenya"]


def test_the_same_words_are_the_same_people_and_another_is_not() -> None:
    analysis = sketch(
        "Kenyan;ADJ;2;amod protesters=protester;NOUN/NNS;3;nsubj marched_=march;VERB;0;root .;PUNCT;3;punct | "
        "The;DET;2;det protesters=protester;NOUN/NNS;3;nsubj left_=leave;VERB;0;root .;PUNCT;3;punct | "
        "Other;ADJ;2;amod protesters=protester;NOUN/NNS;3;nsubj stayed_=stay;VERB;0;root .;PUNCT;3;punct"
    )
    cast = cast_of(analysis)
    at = [names_at(cast, head_of(analysis, "protesters", nth)) for nth in (2, 3)]
    assert at == [["Kenyan protesters"], ["Other protesters"]]
