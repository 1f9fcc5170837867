"""Fates: told by the words beside a number, of its own clause, and of nobody else."""

from __future__ import annotations

import pytest

from chancery.ask.fates import FATES, Fate, fate_of, named


@pytest.mark.parametrize("fate", FATES, ids=lambda fate: fate.name)
def test_every_fate_is_told_by_its_own_example(fate: Fate) -> None:
    before, rest = fate.example.split("«")
    words, after = rest.split("»")
    assert fate_of(before, words, after) == fate.name


@pytest.mark.parametrize(
    ("before", "counted", "after", "expected"),
    [
        ("", "people", " people met in Oslo. Three others were killed.", ""),
        ("Soldiers killed three and arrested ", "five", " in the town.", "arrested"),
        ("He was arrested after ", "17 people", " died.", "killed"),
        ("Police put ", "the crowd", " at the square at 8,000.", "marching"),
        ("", "11 protesters", " were shot dead.", "killed"),
        ("Fourteen were left dead, ", "nine of them", " soldiers.", "killed"),
        ("It listed 26 wounded, ", "six of whom", " were taken to Gulu.", "wounded"),
        ("188 have been released and ", "97", " have been charged.", "charged"),
        ("The government regrets the loss of ", "14 lives", ".", "killed"),
        ("The port handled ", "81,000 people", " in March.", ""),
        ("Trials followed the sentencing of ", "61 people", ".", "sentenced"),
        ("The bloc adopted measures against ", "23 persons", ".", "sanctioned"),
        ("", "Thirty people", " were driven from the valley.", "displaced"),
        ("", "four envoys", " have to leave by Sunday.", "expelled"),
        ("", "12 men", " are in custody.", "arrested"),
        ("", "40 miners", " are still missing.", "missing"),
    ],
)
def test_a_fate_is_told_by_the_clause_of_the_number(before: str, counted: str, after: str, expected: str) -> None:
    assert fate_of(before, counted, after) == expected


@pytest.mark.parametrize(("word", "expected"), [("dead", "killed"), ("detainees", "arrested"), ("duty", "")])
def test_a_word_can_be_asked_for_in_place_of_its_fate(word: str, expected: str) -> None:
    assert named(word) == expected
