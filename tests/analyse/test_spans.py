import numpy as np

from chancery.analyse.spans import spans_of

TAGS = ("O", "B-Person", "I-Person", "B-Location", "I-Location")


def test_an_inside_never_follows_another_label() -> None:
    scores = np.array([[0, 5, 0, 0, 0], [0, 0, 2, 0, 3]], dtype=np.float32)
    assert spans_of(scores, TAGS) == [((0, 2), "Person")]


def test_spans_may_touch() -> None:
    scores = np.array([[0, 5, 0, 0, 0], [0, 5, 0, 0, 0], [0, 0, 5, 0, 0]], dtype=np.float32)
    assert spans_of(scores, TAGS) == [((0, 1), "Person"), ((1, 3), "Person")]


def test_no_words_give_no_spans() -> None:
    assert spans_of(np.zeros((0, 5), dtype=np.float32), TAGS) == []
