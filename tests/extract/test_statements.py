"""Statements come out with source, cue, content, form, act, go-between and nesting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chancery.analysis import Analysis, Attribution
from chancery.extract import statements
from said import AS_SAYING, DENIES, MEDIAL, QUOTED, SAID_THAT, TAG, report


def told(analysis: Analysis) -> list[tuple[str | None, str | None, list[str]]]:
    """Return source, cue and contents of every statement, in words."""
    return [
        (
            None if found.source is None else analysis.words(found.source),
            None if found.cue is None else analysis.words(found.cue),
            [analysis.words(tokens) for tokens in found.contents],
        )
        for found in statements.find(analysis)
    ]


def test_content_behind_its_cue_keeps_that_and_loses_the_stop() -> None:
    assert told(report(SAID_THAT)) == [("Moscow", "said", ["that the talks failed"])]


def test_content_before_its_cue_ends_at_the_comma() -> None:
    assert told(report(TAG)) == [("Moscow", "said", ["The talks failed"])]


def test_content_around_its_cue_has_two_ranges() -> None:
    assert told(report(MEDIAL)) == [("she", "said", ["The next step", "is peace"])]


def test_a_quotation_in_the_next_paragraph_goes_on_with_its_speaker() -> None:
    analysis = report(QUOTED)
    assert told(analysis) == [("Ito", "said", ["“Never ,”"]), ("Ito", None, ["“Go home now .”"])]
    assert [found.form for found in statements.find(analysis)] == ["direct", "direct"]


def test_joined_cues_share_their_subject_and_keep_their_contents_apart() -> None:
    assert told(report(DENIES)) == [
        ("Moscow", "denies", ["the charge"]),
        ("Moscow", "accuses", ["Kyiv of shelling the port"]),
    ]
    assert [found.act for found in statements.find(report(DENIES))] == ["deny", "accuse"]


def test_one_who_is_quoted_as_saying_is_the_source_and_the_agency_the_go_between() -> None:
    analysis = report(AS_SAYING)
    (found,) = statements.find(analysis)
    assert (analysis.forms[found.source_head or 0], analysis.forms[found.via or 0]) == ("He", "Interfax")
    assert analysis.words(found.contents[0]) == "that the talks failed"


def test_the_model_adds_a_source_where_the_rules_have_none() -> None:
    analysis = report(SAID_THAT.replace("nsubj\nsaid", "dep\nsaid"), (Attribution((1, 2), (0, 1), ((2, 6),), 0.9),))
    assert told(analysis) == [("Moscow", "said", ["that the talks failed"])]


def test_the_speaker_of_a_quotation_says_i_and_we_in_it() -> None:
    analysis = report(QUOTED)
    found = statements.find(analysis)
    assert [
        (analysis.words(tokens), analysis.forms[head]) for tokens, head in statements.speakers(analysis, found)
    ] == [
        ("“Never ,”", "Ito"),
        ("“Go home now .”", "Ito"),
    ]


@given(st.permutations([SAID_THAT.strip(), TAG.strip(), MEDIAL.strip(), DENIES.strip(), QUOTED.strip()]))
def test_contents_lie_in_the_report_and_cues_outside_them(blocks: list[str]) -> None:
    analysis = report("\n\n¶\n\n".join(blocks))
    found = statements.find(analysis)
    for one in found:
        assert all(0 <= first < last <= len(analysis) for first, last in one.contents)
        assert one.cue is None or not any(first < one.cue[1] and one.cue[0] < last for first, last in one.contents)
        assert one.within is None or 0 <= one.within < len(found)
    assert found == sorted(
        found, key=lambda one: min(first for first, _ in [*one.contents, one.cue or one.contents[0]])
    )
