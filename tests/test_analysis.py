"""An analysis answers questions of grammar by its arrays alone."""

from __future__ import annotations

import pytest

from sketch import sketch

MAN = "the;DET;2;det man;NOUN;7;nsubj whose;PRON;4;nmod:poss brother;NOUN;6;nsubj:pass was;AUX;6;aux:pass"
SEEN = f"{MAN} seen=see;VERB/VBN;2;acl:relcl fled=flee;VERB/VBD;0;root"


def test_a_relative_clause_leads_to_the_noun_that_it_describes() -> None:
    assert sketch(SEEN).described(2, "acl:relcl") == 1


def test_a_token_outside_such_a_clause_describes_nothing() -> None:
    assert sketch(SEEN).described(1, "acl:relcl") is None


@pytest.mark.parametrize(("tokens", "head"), [((0, 2), 1), ((2, 4), 3), ((0, 1), 0)])
def test_a_range_hangs_on_the_rest_by_its_noun(tokens: tuple[int, int], head: int) -> None:
    assert sketch(SEEN).head_of(tokens) == head


def test_an_extent_covers_all_that_hangs_on_a_token() -> None:
    assert sketch(SEEN).extent(1) == (0, 6)


def test_a_child_is_found_by_its_relation_with_or_without_subtype() -> None:
    made = sketch(SEEN)
    assert (made.child(5, "nsubj"), made.child(5, "nsubj:pass"), made.child(5, "obj")) == (3, 3, None)
