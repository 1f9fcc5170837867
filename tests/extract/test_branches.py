"""What hangs on a verb or noun comes out alike in every construction."""

from __future__ import annotations

import pytest

from chancery.extract import branches
from sketch import head_of, sketch


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Two;NUM;2;nsubj killed=kill;VERB/VBN;0;root", True),
        ("They;PRON;3;nsubj:pass were;AUX;3;aux:pass killed=kill;VERB/VBN;0;root", True),
        ("They;PRON;3;nsubj have;AUX;3;aux killed=kill;VERB/VBN;0;root", False),
        ("The;DET;2;det court;NOUN;0;root killed=kill;VERB/VBN;2;amod it;PRON;3;obj", False),
    ],
)
def test_passives_are_told_with_and_without_auxiliaries(words: str, expected: bool) -> None:
    analysis = sketch(words)
    assert expected == branches.is_passive(analysis, head_of(analysis, "killed"))


def test_the_by_phrase_is_the_subject_of_a_passive() -> None:
    words = "It;PRON;3;nsubj:pass was;AUX;3;aux:pass hit;VERB/VBN;0;root by;ADP;5;case rebels=rebel;NOUN;3;obl:agent"
    assert branches.subjects(sketch(words), 2) == [4]


def test_a_joined_verb_shares_the_subject() -> None:
    words = "He;PRON;2;nsubj came=come;VERB;0;root and;CCONJ;4;cc left=leave;VERB;2;conj"
    assert branches.subjects(sketch(words), 3) == [0]


def test_members_open_counts_and_coordination() -> None:
    words = "dozens=dozen;NOUN;0;root of;ADP;3;case men=man;NOUN;1;nmod and;CCONJ;5;cc boys=boy;NOUN;3;conj"
    assert list(branches.members(sketch(words), 0)) == [0, 2, 4]


def test_an_infinitive_marker_is_no_preposition() -> None:
    words = "He;PRON;2;nsubj vowed=vow;VERB;0;root to;PART/TO;4;mark leave;VERB/VB;2;advcl"
    assert list(branches.phrases_with(sketch(words), 1, ("to",))) == []


def test_a_relative_pronoun_stands_for_the_noun_that_its_clause_describes() -> None:
    words = "bombs=bomb;NOUN;0;root that;PRON/WDT;3;nsubj fell=fall;VERB;1;acl:relcl"
    assert branches.antecedent(sketch(words), 1) == 0
