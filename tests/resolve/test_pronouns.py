"""Pronouns agree with whom they stand for, and "I" is whoever speaks."""

from __future__ import annotations

from casting import cast_of, names_at
from sketch import head_of, sketch

BOTH = (("Elena Vorn", "Person"), ("Ivan Hall", "Person"))
MET = (
    "Elena;PROPN;3;nsubj Vorn;PROPN;1;flat met=meet;VERB;0;root Ivan;PROPN;3;obj Hall_;PROPN;4;flat .;PUNCT;3;punct | "
)


def test_he_and_she_agree_in_gender() -> None:
    analysis = sketch(MET + "He;PRON;2;nsubj thanked=thank;VERB;0;root her_;PRON;2;obj .;PUNCT;2;punct", entities=BOTH)
    cast = cast_of(analysis)
    assert [names_at(cast, head_of(analysis, form)) for form in ("He", "her")] == [["Ivan Hall"], ["Elena Vorn"]]


def test_a_subject_is_not_its_own_object() -> None:
    analysis = sketch(
        "Ivan;PROPN;3;nsubj Hall;PROPN;1;flat met=meet;VERB;0;root Omar;PROPN;3;obj Said_;PROPN;4;flat "
        ".;PUNCT;3;punct | "
        "Hall;PROPN;2;nsubj thanked=thank;VERB;0;root him_;PRON;2;obj .;PUNCT;2;punct",
        entities=(("Ivan Hall", "Person"), ("Omar Said", "Person")),
    )
    assert names_at(cast_of(analysis), head_of(analysis, "him")) == ["Omar Said"]


def test_it_is_a_state_or_body_before_a_verb_of_speech() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj left=leave;VERB;0;root the;DET;4;det talks_=talk;NOUN/NNS;2;obj .;PUNCT;2;punct | "
        "It;PRON;2;nsubj accused=accuse;VERB;0;root nobody_;PRON/NN;2;obj .;PUNCT;2;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "It")) == ["Norway"]


def test_it_is_no_actor_where_a_thing_is_likelier() -> None:
    analysis = sketch(
        "The;DET;2;det bridge;NOUN;3;nsubj fell=fall;VERB;0;root near;ADP;5;case Norway_;PROPN;3;obl .;PUNCT;3;punct | "
        "It;PRON;3;nsubj was=be;AUX/VBD;3;cop old_;ADJ;0;root .;PUNCT;3;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "It")) == []


def test_they_are_two_who_were_named_together() -> None:
    analysis = sketch(
        "Elena;PROPN;6;nsubj Vorn;PROPN;1;flat and;CCONJ;4;cc Ivan;PROPN;1;conj Hall;PROPN;4;flat "
        "met_=meet;VERB;0;root "
        ".;PUNCT;6;punct | They=they;PRON;2;nsubj agreed_=agree;VERB;0;root .;PUNCT;2;punct",
        entities=BOTH,
    )
    assert names_at(cast_of(analysis), head_of(analysis, "They")) == ["Elena Vorn", "Ivan Hall"]


def test_they_are_the_police_before_them() -> None:
    analysis = sketch(
        "Kenyan;ADJ;2;amod police;NOUN/NNS;3;nsubj came_=come;VERB;0;root .;PUNCT;3;punct | "
        "They=they;PRON;2;nsubj fired_=fire;VERB;0;root .;PUNCT;2;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "They")) == ["Kenyan police"]


def test_who_is_the_noun_before_it() -> None:
    analysis = sketch(
        "Rebels=rebel;NOUN/NNS;4;nsubj who;PRON/WP;3;nsubj fled=flee;VERB;1;acl:relcl returned_=return;VERB;0;root "
        ".;PUNCT;4;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "who")) == ["Rebels"]


def test_i_is_the_speaker_and_he_inside_a_quotation_is_somebody_else() -> None:
    analysis = sketch(
        "Ivan;PROPN;3;nsubj Hall;PROPN;1;flat spoke_=speak;VERB;0;root .;PUNCT;3;punct | "
        "“_;PUNCT/``;3;punct I;PRON;3;nsubj know;VERB/VBP;8;ccomp him_;PRON;3;obj ,_;PUNCT/,;3;punct "
        "”;PUNCT/'';3;punct "
        "Omar;PROPN;8;nsubj said_=say;VERB;0;root .;PUNCT;8;punct",
        entities=(("Ivan Hall", "Person"), ("Omar", "Person")),
    )
    omar = head_of(analysis, "Omar")
    cast = cast_of(analysis, speakers=[((4, 10), omar)])
    assert [names_at(cast, head_of(analysis, form)) for form in ("I", "him")] == [["Omar"], ["Ivan Hall"]]


def test_nobody_names_himself_in_his_own_words() -> None:
    analysis = sketch(
        "Ivan;PROPN;3;nsubj Hall;PROPN;1;flat met=meet;VERB;0;root Omar;PROPN;3;obj Said_;PROPN;4;flat "
        ".;PUNCT;3;punct | "
        "“_;PUNCT/``;3;punct Hall;PROPN;3;nsubj lied_=lie;VERB;7;ccomp ,_;PUNCT/,;3;punct ”;PUNCT/'';3;punct "
        "he;PRON;7;nsubj said_=say;VERB;0;root .;PUNCT;7;punct",
        entities=(("Ivan Hall", "Person"), ("Omar Said", "Person")),
    )
    he = head_of(analysis, "he")
    assert names_at(cast_of(analysis, speakers=[((6, 11), he)]), he) == ["Omar Said"]


def test_a_pronoun_before_the_main_subject_may_be_it() -> None:
    analysis = sketch(
        "In;ADP;3;case his=he;PRON/PRP$;3;nmod:poss speech_;NOUN;6;obl ,;PUNCT/,;3;punct Hall;PROPN;6;nsubj "
        "spoke_=speak;VERB;0;root .;PUNCT;6;punct",
        entities=(("Hall", "Person"),),
    )
    assert names_at(cast_of(analysis), head_of(analysis, "his")) == ["Hall"]


def test_the_subject_of_reported_speech_is_its_sayer() -> None:
    analysis = sketch(
        "Norway;PROPN;5;nsubj ,;PUNCT;1;punct Spain;PROPN;1;appos ,;PUNCT;1;punct said=say;VERB;0;root "
        "it;PRON;8;nsubj would;AUX/MD;8;aux leave;VERB/VB;5;ccomp the;DET;10;det pact_;NOUN;8;obj .;PUNCT;5;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "it")) == ["Norway"]
