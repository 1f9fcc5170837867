"""From annotated reports to training examples: one word stands for a trigger, every word of a party has its role."""

from __future__ import annotations

from corpus.form import Annotated, Deed, Mention
from training.read_corpus import example_of, trigger_of

TEXT = "Envoy quits\n\nThe French envoy stepped down on Monday.\n"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


QUITS = Deed(
    "e1", ("RETREAT",), ("resign",), ("happened",), False,
    (
        Mention(span("quits"), {"actor": (span("Envoy"),)}),
        Mention(span("stepped down"), {"actor": (span("The French envoy"),), "time": (span("Monday"),)}),
    ),
)  # fmt: skip


def test_a_mention_becomes_a_word_with_the_roles_of_other_words() -> None:
    example = example_of(Annotated("one", "2020-01-01", TEXT, (QUITS,)))
    assert [
        (example.words[d.word], d.type, d.status, {example.words[w]: r for w, r in d.roles.items()})
        for d in example.deeds or ()
    ] == [
        ("quits", "RETREAT", "happened", {"Envoy": "actor"}),
        ("stepped", "RETREAT", "happened", {"The": "actor", "French": "actor", "envoy": "actor", "Monday": "time"}),
    ]


def test_a_report_without_deeds_has_none_rather_than_nothing_told() -> None:
    assert example_of(Annotated("one", "2020-01-01", TEXT, ())).deeds == []


def test_paragraphs_end_where_the_lines_do() -> None:
    assert example_of(Annotated("one", "2020-01-01", TEXT, ())).closes == [True, True]


def test_the_verb_stands_for_itself_and_its_particles_and_the_noun_for_its_modifiers() -> None:
    assert [trigger_of(words.split(), [0, 1]) for words in ("stepped down", "peace talks")] == [0, 1]
