"""Common nouns stand for whom the report has named: governments, office holders, issuers, appositions."""

from __future__ import annotations

from casting import cast_of, names_at
from sketch import head_of, sketch

VORN = (("Elena Vorn", "Person"),)


def test_the_government_is_the_state_that_the_report_speaks_of() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct | The;DET;2;det government;NOUN;3;nsubj "
        "spoke_=speak;VERB;0;root .;PUNCT;3;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "government")) == ["Norway"]


def test_a_regional_government_is_not_the_state() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj left_=leave;VERB;0;root .;PUNCT;2;punct | The;DET;3;det regional;ADJ;3;amod "
        "government;NOUN;4;nsubj spoke_=speak;VERB;0;root .;PUNCT;4;punct"
    )
    assert names_at(cast_of(analysis), head_of(analysis, "government")) == ["regional government"]


def test_a_title_with_the_is_who_bears_it() -> None:
    analysis = sketch(
        "Norwegian;ADJ;3;amod Foreign;ADJ/NNP;3;amod Minister;PROPN;4;nmod:desc Elena;PROPN;6;nsubj Vorn;PROPN;4;flat "
        "spoke_=speak;VERB;0;root .;PUNCT;6;punct | The;DET;2;det minister;NOUN;3;nsubj left_=leave;VERB;0;root "
        ".;PUNCT;3;punct",
        entities=VORN,
    )
    assert names_at(cast_of(analysis), head_of(analysis, "minister")) == ["Elena Vorn"]


def test_a_title_of_another_country_is_somebody_else() -> None:
    analysis = sketch(
        "Norwegian;ADJ;3;amod Foreign;ADJ/NNP;3;amod Minister;PROPN;4;nmod:desc Elena;PROPN;6;nsubj Vorn;PROPN;4;flat "
        "spoke_=speak;VERB;0;root .;PUNCT;6;punct | The;DET;4;det Kenyan;ADJ;4;amod foreign;ADJ;4;amod "
        "minister;NOUN;5;nsubj left_=leave;VERB;0;root .;PUNCT;5;punct",
        entities=VORN,
    )
    assert names_at(cast_of(analysis), head_of(analysis, "minister")) == ["Kenyan foreign minister"]


def test_a_document_speaks_for_who_issued_it() -> None:
    analysis = sketch(
        "A;DET;3;det Kremlin;PROPN;3;compound statement;NOUN;4;nsubj denied=deny;VERB;0;root it_;PRON;4;obj "
        ".;PUNCT;4;punct"
    )
    statement = head_of(analysis, "statement")
    assert names_at(cast_of(analysis, needed=[statement]), statement) == ["Russia"]


def test_a_noun_and_the_name_beside_it_are_one() -> None:
    analysis = sketch(
        "The;DET;3;det Kenyan;ADJ;3;amod agency_;NOUN;8;nsubj ,;PUNCT/,;6;punct Harbour;PROPN;6;compound "
        "Watch_;PROPN;3;appos ,;PUNCT/,;3;punct spoke_=speak;VERB;0;root .;PUNCT;8;punct",
        entities=(("Harbour Watch", "Organization"),),
    )
    assert [(a.name, a.country) for a in cast_of(analysis).actors] == [("Harbour Watch", "KEN")]


def test_an_administration_official_serves_washington() -> None:
    analysis = sketch(
        "U.S.;PROPN;2;compound troops=troop;NOUN/NNS;3;nsubj left=leave;VERB;0;root Kenya_;PROPN;3;obj "
        ".;PUNCT;3;punct | "
        "An=a;DET;3;det administration;NOUN;3;compound official;NOUN;4;nsubj spoke_=speak;VERB;0;root .;PUNCT;4;punct"
    )
    cast = cast_of(analysis, needed=[head_of(analysis, "official")])
    assert cast.actor(cast.at(head_of(analysis, "official")) or "").country == "USA"
