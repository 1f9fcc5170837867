"""The cast: ids in reading order, a token of a mention or title leads to its actor, joined heads to all."""

from __future__ import annotations

from casting import cast_of, names_at
from sketch import head_of, sketch

BOTH = (("Elena Vorn", "Person"), ("Ivan Hall", "Person"))


def test_ids_follow_the_reading_order_and_spans_are_the_text() -> None:
    analysis = sketch(
        "Elena;PROPN;3;nsubj Vorn;PROPN;1;flat met=meet;VERB;0;root Ivan;PROPN;3;obj Hall_;PROPN;4;flat "
        ".;PUNCT;3;punct",
        entities=BOTH,
    )
    cast = cast_of(analysis)
    assert [(a.id, a.name) for a in cast.actors] == [("a1", "Elena Vorn"), ("a2", "Ivan Hall")]
    assert all(analysis.text[slice(*m.span)] == m.text for a in cast.actors for m in a.mentions)


def test_joined_heads_are_all_at_once_and_the_second_alone() -> None:
    analysis = sketch(
        "Elena;PROPN;6;nsubj Vorn;PROPN;1;flat and;CCONJ;4;cc Ivan;PROPN;1;conj Hall;PROPN;4;flat "
        "met_=meet;VERB;0;root "
        ".;PUNCT;6;punct",
        entities=BOTH,
    )
    cast = cast_of(analysis)
    assert names_at(cast, 0) == ["Elena Vorn", "Ivan Hall"]
    assert names_at(cast, 3) == ["Ivan Hall"]
    assert cast.at(0) == "a1"


def test_a_title_leads_to_its_bearer_also_where_the_parse_makes_it_the_head() -> None:
    analysis = sketch(
        "Spokesman;NOUN;4;nsubj Ivan;PROPN;1;flat Hall;PROPN;2;flat spoke_=speak;VERB;0;root .;PUNCT;4;punct",
        entities=BOTH[1:],
    )
    assert names_at(cast_of(analysis, needed=[0]), 0) == ["Ivan Hall"]


def test_a_token_of_nobody_is_nobody() -> None:
    analysis = sketch("It;PRON;2;expl rained_=rain;VERB;0;root .;PUNCT;2;punct")
    cast = cast_of(analysis)
    assert (cast.at(head_of(analysis, "rained")), cast.all_at(0)) == (None, ())


def test_the_same_report_gives_the_same_cast() -> None:
    words = (
        "Elena;PROPN;3;nsubj Vorn;PROPN;1;flat met=meet;VERB;0;root Kenyan;ADJ;5;amod police_;NOUN/NNS;3;obj "
        ".;PUNCT;3;punct"
    )
    assert cast_of(sketch(words, entities=BOTH[:1])).actors == cast_of(sketch(words, entities=BOTH[:1])).actors
