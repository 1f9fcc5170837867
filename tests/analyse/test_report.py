"""A text becomes arrays over its tokens, which point back into the text."""

from __future__ import annotations

import pytest

from chancery.analyse.report import analyse

TEXT = "Envoys Meet in Doha\n\nEnvoys met in Doha on Monday. “Talks go on,” Qatar’s minister said."


def test_tokens_are_the_text_between_their_offsets() -> None:
    found = analyse(TEXT)
    assert [TEXT[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.forms


def test_each_sentence_has_one_root_and_its_heads_stay_inside() -> None:
    found = analyse(TEXT)
    for first, last in found.sentences:
        heads = found.heads[first:last]
        assert heads.count(-1) == 1
        assert all(head == -1 or first <= head < last for head in heads)


def test_lower_forms_have_straight_apostrophes() -> None:
    found = analyse(TEXT)
    assert found.lowers[found.forms.index("’s")] == "'s"


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_text_without_tokens_has_empty_arrays(text: str) -> None:
    found = analyse(text)
    assert (len(found), found.sentences, found.paragraphs) == (0, [], [])


def test_a_sentence_longer_than_the_encoder_is_still_read() -> None:
    found = analyse("ships and " * 400 + "boats left.")
    assert len(found) == len(found.heads) == 803
