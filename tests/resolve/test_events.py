"""One deed is one event: mentions merged, parties named, times counted from deeds dated, spans in reading order."""

from __future__ import annotations

from datetime import date

from chancery.analysis import Analysis
from chancery.extract import events as extract_events
from chancery.mentions import TimeMention
from chancery.record import Event, Time
from chancery.resolve import events
from chancery.resolve.events import Known
from deeds import cast_for, named
from sketch import sketch

RAID = (
    "Norway;PROPN;2;nsubj invaded=invade;VERB;0;root Chad;PROPN;2;obj .;PUNCT;2;punct | "
    "The;DET;2;det invasion;NOUN;3;nsubj shocked=shock;VERB;0;root us;PRON;3;obj .;PUNCT;3;punct"
)
MONDAY = Time((0, 1), "Monday", "2026-03-09", "2026-03-09", "2026-03-09")


def resolved(analysis: Analysis, times: tuple[tuple[TimeMention, Time], ...] = ()) -> tuple[list[Event], list[Time]]:
    """Return the events of a report, and its times."""
    mentions = extract_events.find(analysis, [mention for mention, _ in times], ())
    cast = cast_for(analysis, mentions)
    holders: list[list[int]] = [[] for _ in range(len(analysis))]
    known = Known(cast, [t for _, t in times], [m for m, _ in times], (), (), holders, date(2026, 3, 12))
    found, dated = events.resolve(analysis, mentions, known)
    return list(found), dated


def test_a_deed_told_twice_is_one_event_with_both_mentions() -> None:
    analysis = sketch(RAID)
    found, _ = resolved(analysis)
    assert [[mention.text for mention in event.mentions] for event in found] == [["invaded", "invasion"]]


def test_every_mention_is_the_text_of_its_span() -> None:
    analysis = sketch(RAID)
    found, _ = resolved(analysis)
    assert all(m.text == analysis.text[m.span[0] : m.span[1]] for event in found for m in event.mentions)


def test_an_event_names_its_parties_by_actor() -> None:
    analysis = sketch(RAID)
    mentions = extract_events.find(analysis, (), ())
    found, _ = resolved(analysis)
    cast = cast_for(analysis, mentions)
    assert (named(cast, found[0].actors), named(cast, found[0].recipients)) == (["Norway"], ["Chad"])


def test_ids_count_from_one_in_reading_order() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj expelled=expel;VERB;0;root diplomats=diplomat;NOUN/NNS;2;obj .;PUNCT;2;punct | "
        "Chad;PROPN;2;nsubj condemned=condemn;VERB;0;root Norway;PROPN;2;obj .;PUNCT;2;punct"
    )
    found, _ = resolved(analysis)
    assert [(event.id, event.mentions[0].text) for event in found] == [("e1", "expelled"), ("e2", "condemned")]


def test_a_time_counted_from_a_deed_is_dated_by_it() -> None:
    analysis = sketch(
        "Norway;PROPN;2;nsubj invaded=invade;VERB;0;root Chad;PROPN;2;obj Monday;PROPN;2;obl:unmarked "
        ".;PUNCT;2;punct | "
        "Mali;PROPN;2;nsubj condemned=condemn;VERB;0;root Chad;PROPN;2;obj days=day;NOUN/NNS;7;nmod before;ADP;7;case "
        "the;DET;7;det invasion;NOUN;2;obl .;PUNCT;2;punct"
    )
    monday = TimeMention((3, 4), "weekday", {"form": "weekday", "weekday": 0})
    before = TimeMention(
        (8, 12), "shift", {"form": "shift", "length": {"form": "length", "unit": "day"}, "when": "before",
                           "anchor": "event", "anchor_head": 11},
    )  # fmt: skip
    undated = Time(analysis.span((8, 12)), analysis.words((8, 12)), None, None, None)
    found, dated = resolved(analysis, ((monday, MONDAY), (before, undated)))
    assert dated[1].edtf is not None
    assert ["2026-03-09", dated[1].edtf] == [event.time.edtf for event in found if event.time]


def test_an_event_says_why_in_words_and_how_sure_it_is() -> None:
    found, _ = resolved(sketch(RAID))
    assert found[0].why[0].startswith("“invaded” (")
    assert "happened: " in found[0].why[-1]
    assert 0 < found[0].confidence <= 0.99


def test_a_report_without_deeds_has_no_events() -> None:
    assert resolved(sketch("It;PRON;2;nsubj rained=rain;VERB;0;root")) == ([], [])
