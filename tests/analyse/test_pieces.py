import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analyse.model import load
from chancery.analyse.pieces import LONGEST, UNKNOWN, pieces_of


@given(st.lists(st.text(min_size=1, max_size=20).filter(lambda w: not any(c.isspace() for c in w)), max_size=8))
def test_every_word_has_at_least_one_piece(words: list[str]) -> None:
    assert all(pieces_of(load().tokenizer, words)) if words else True


def test_a_word_has_the_same_pieces_wherever_it_stands() -> None:
    together = pieces_of(load().tokenizer, ["Kremlin", "denies", "Kremlin"])
    assert together[0] == together[2] == pieces_of(load().tokenizer, ["Kremlin"])[0]


@pytest.mark.parametrize(("word", "size"), [("\u0378", 1), ("a" * 5000, 1), ("x1" * 40, LONGEST)])
def test_strange_words_stay_short(word: str, size: int) -> None:
    assert len(pieces_of(load().tokenizer, [word])[0]) <= size
    assert pieces_of(load().tokenizer, ["\u0378"]) == [[UNKNOWN]]
