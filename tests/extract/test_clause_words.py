"""Auxiliaries, negations, adverbs and modifiers work on the deed beside them."""

from __future__ import annotations

import pytest

from chancery.extract import clause_words
from sketch import head_of, sketch


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("Troops=troop;NOUN/NNS;3;nsubj will;AUX/MD;3;aux leave;VERB/VB;0;root", "leave", ["planned"]),
        ("Troops=troop;NOUN/NNS;3;nsubj may;AUX/MD;3;aux leave;VERB/VB;0;root", "leave", ["possible"]),
        ("They;PRON;4;nsubj did=do;AUX/VBD;4;aux not;PART/RB;4;advmod leave;VERB/VB;0;root", "leave", ["not_happened"]),
        ("They;PRON;4;nsubj not;PART/RB;4;advmod only;ADV;4;advmod left=leave;VERB;0;root", "left", []),
        ("No;DET;2;det troops=troop;NOUN/NNS;3;nsubj left=leave;VERB;0;root", "left", ["not_happened"]),
        ("Troops=troop;NOUN/NNS;3;nsubj reportedly;ADV;3;advmod left=leave;VERB;0;root", "left", ["alleged"]),
        ("If;SCONJ;3;mark troops=troop;NOUN/NNS;3;nsubj leave;VERB/VBP;0;root", "leave", ["possible"]),
        ("Until;SCONJ;3;mark troops=troop;NOUN/NNS;3;nsubj left=leave;VERB;0;root", "left", []),
        ("He;PRON;4;nsubj is=be;AUX;4;aux to;PART/TO;4;mark visit;VERB/VB;0;root", "visit", ["planned"]),
        ("It;PRON;2;nsubj said=say;VERB;0;root it;PRON;5;nsubj would;AUX/MD;5;aux leave;VERB/VB;2;ccomp",
         "leave", ["planned"]),
        ("It;PRON;3;nsubj would;AUX/MD;3;aux leave;VERB/VB;0;root", "leave", ["possible"]),
        ("Did=do;AUX/VBD;3;aux troops=troop;NOUN/NNS;3;nsubj leave;VERB/VB;0;root ?;PUNCT;3;punct",
         "leave", ["possible"]),
        ("Leave;VERB/VB;0;root now;ADV;1;advmod", "Leave", ["possible"]),
    ],
)  # fmt: skip
def test_small_words_change_the_deed_of_their_clause(words: str, verb: str, expected: list[str]) -> None:
    analysis = sketch(words)
    assert expected == [op.status for op in clause_words.of_clause(analysis, head_of(analysis, verb))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The;DET;3;det alleged;ADJ;3;amod raid;NOUN;0;root", ["alleged"]),
        ("a;DET;3;det planned=plan;VERB/VBN;3;amod raid;NOUN;0;root", ["planned"]),
        ("no;DET;2;det raid;NOUN;0;root", ["not_happened"]),
        ("without;ADP;2;case talks=talk;NOUN/NNS;0;root", ["not_happened"]),
        ("a;DET;5;det ‘_;PUNCT/``;5;punct no;DET;4;det limits=limit;NOUN/NNS;5;compound pact;NOUN;0;root", []),
    ],
)
def test_modifiers_and_prepositions_change_the_deed_that_a_noun_names(words: str, expected: list[str]) -> None:
    analysis = sketch(words)
    noun = analysis.heads.index(-1)
    assert expected == [op.status for op in clause_words.of_noun(analysis, noun)]
