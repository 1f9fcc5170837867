"""What the event heads propose is read in terms of the tree."""

from __future__ import annotations

import pytest

from chancery.analysis import Trigger
from chancery.extract.learned import by_model, runs
from chancery.extract.parties import Parties
from sketch import head_of, sketch

BOTH = "Brazil;PROPN;5;nsubj and;CCONJ;3;cc Argentina;PROPN;1;conj will;AUX;5;aux sign;VERB/VB;0;root"


def acting(words: str, *seen: str) -> list[str]:
    """Return the actors of the last word, of which the model sees some."""
    analysis = sketch(words)
    roles = {"actor": {head_of(analysis, form): 0.9 for form in seen}}
    trigger = Trigger(len(analysis.forms) - 1, {"AGREE": 0.9}, {"planned": 0.9}, {}, roles)
    return [analysis.forms[party.head] for party in by_model(analysis, Parties(analysis), trigger, "actor")]


@pytest.mark.parametrize("seen", [("Brazil",), ("Argentina",), ("Brazil", "Argentina")])
def test_whoever_is_joined_by_and_has_the_same_role(seen: tuple[str, ...]) -> None:
    assert acting(BOTH, *seen) == ["Brazil", "Argentina"]


def test_a_noun_that_hangs_on_a_verb_is_joined_to_nobody() -> None:
    words = "Brazil;PROPN;2;nsubj waits;VERB;0;root and;CCONJ;5;cc so;ADV;5;advmod Chad;PROPN;2;conj joins;VERB;2;conj"
    assert acting(words, "Chad") == ["Chad"]


def test_neighbouring_words_that_are_sure_enough_are_one_run() -> None:
    assert list(runs({3: 0.9, 4: 0.8, 6: 0.7, 9: 0.2})) == [(3, 5), (6, 7)]
