"""Status words are looked up by lemma and construction, longer expressions first."""

from __future__ import annotations

from chancery.extract import status_words
from sketch import sketch


def test_a_verb_and_its_particle_are_one_status_word() -> None:
    analysis = sketch("He;PRON;2;nsubj called=call;VERB;0;root off;ADP;2;compound:prt talks=talk;NOUN/NNS;2;obj")
    row = status_words.governing(analysis, 1, "verb", "object")
    assert row is not None
    assert (row.name, row.status) == ("cancel", "not_happened")


def test_a_verb_with_another_particle_is_another_verb() -> None:
    analysis = sketch("They;PRON;2;nsubj set;VERB;0;root up;ADP;2;compound:prt camps=camp;NOUN/NNS;2;obj")
    assert status_words.governing(analysis, 1, "verb", "object") is None


def test_small_words_are_looked_up_by_form() -> None:
    found = [status_words.standing("aux", "will"), status_words.standing("mark", "unless")]
    assert [row.status for row in found if row is not None] == ["planned", "possible"]


def test_an_adjective_counts_only_before_the_deed() -> None:
    row = status_words.modifier("alleged")
    assert row is not None
    assert row.status == "alleged"
    assert status_words.modifier("unable") is None
