"""Attributions come out of link scores: a cue, the likeliest source, and content with its small holes closed."""

from __future__ import annotations

import numpy as np

from chancery.analyse.attributions import GAP, Floats, attributions_of

CUE = (1, 2)


def scored(tags: str) -> Floats:
    """Scores that are sure of one tag a word."""
    return np.array([[9.0 * (tag == one) for one in "OBI"] for tag in tags], dtype=np.float32)


def links(source: str, content: str) -> Floats:
    return np.concatenate([scored(source), scored(content)], axis=1)[None]  # (1, words, 6)


def test_a_cue_with_source_and_content_is_an_attribution_in_report_tokens() -> None:
    (found,) = attributions_of([CUE], scored("OBOOO"), links("BOOOO", "OOBII"), 10)
    assert (found.cue, found.source, found.contents) == ((11, 12), (10, 11), ((12, 15),))


def test_a_cue_without_content_is_no_attribution() -> None:
    assert attributions_of([CUE], scored("OBO"), links("BOO", "OOO"), 0) == []


def test_a_cue_may_have_no_source() -> None:
    (found,) = attributions_of([CUE], scored("OBOO"), links("OOOO", "OOBI"), 0)
    assert found.source is None


def test_a_small_hole_in_a_content_is_closed() -> None:
    (found,) = attributions_of([CUE], scored("OBOOOO"), links("BOOOOO", "OOBOBI"), 0)
    assert found.contents == ((2, 6),)


def test_a_hole_with_the_cue_in_it_stays() -> None:
    (found,) = attributions_of([(2, 3)], scored("OOBOO"), links("OOOOO", "BIOBI"), 0)
    assert found.contents == ((0, 2), (3, 5))


def test_a_wide_hole_stays() -> None:
    hole = "O" * (GAP + 1)
    content = f"OOB{hole}B"
    (found,) = attributions_of([CUE], scored(f"OBO{hole}O"), links("O" * len(content), content), 0)
    assert found.contents == ((2, 3), (len(content) - 1, len(content)))
