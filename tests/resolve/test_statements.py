"""Sources, go-betweens and addressees become actors; times of the saying are found beside the cue."""

from __future__ import annotations

from build import analysis_of
from chancery.mentions import StatementMention, TimeMention
from chancery.record import Time
from chancery.resolve import statements
from chancery.resolve.actors import Cast
from said import TAG

CAST = Cast(actors=(), ids={4: ("a1",), 9: ("a2",)}, joined={})
TUESDAY = Time((0, 0), "Tuesday", "2024-01-02", "2024-01-02", "2024-01-02")


def mention(
    *, source_head: int | None = 4, source: tuple[int, int] = (4, 5), within: int | None = None
) -> StatementMention:
    return StatementMention(
        (5, 6), source, source_head, ((0, 3),), "indirect", "say", None, None, 0.9, ("why",), within
    )


def test_ids_follow_the_mentions_and_nesting_names_them() -> None:
    found = statements.resolve(analysis_of(TAG), [mention(), mention(within=0)], CAST, [], [])
    assert [(one.id, one.within) for one in found] == [("s1", None), ("s2", "s1")]


def test_the_source_is_the_actor_at_its_head() -> None:
    analysis = analysis_of(TAG)
    (found,) = statements.resolve(analysis, [mention()], CAST, [], [])
    assert (found.source, found.cue, found.content_spans) == ("a1", "said", ((0, 16),))
    assert analysis.text[slice(*found.source_span or (0, 0))] == "Moscow"


def test_where_the_head_is_nobody_another_word_of_the_source_may_be() -> None:
    (found,) = statements.resolve(analysis_of(TAG), [mention(source_head=3, source=(3, 5))], CAST, [], [])
    assert found.source == "a1"


def test_a_source_that_is_nobody_stays_open() -> None:
    (found,) = statements.resolve(analysis_of(TAG), [mention(source_head=None)], CAST, [], [])
    assert found.source is None


def test_the_time_that_hangs_on_the_cue_is_when_it_was_said() -> None:
    said = [TimeMention((7, 8), "weekday", {})]
    (found,) = statements.resolve(analysis_of(TAG), [mention()], CAST, [TUESDAY], said)
    assert found.time == TUESDAY


def test_a_time_inside_the_content_is_not_when_it_was_said() -> None:
    (found,) = statements.resolve(analysis_of(TAG), [mention()], CAST, [TUESDAY], [TimeMention((1, 2), "weekday", {})])
    assert found.time is None
