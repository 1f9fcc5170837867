from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import analysis_of
from chancery.extract import times
from chancery.extract.time_grammar import STAGES
from chancery.extract.time_rules import Rule
from plain import plain

RULES = [rule for stage in STAGES for rule in stage]
WORDS = (
    "May March July Feb. Monday Friday 8 31 8th 2016 2,000 1990s '90s 10:30 9/11 24/7 two few several a the of in "
    "since until by before after between from to and - , last next this past early late end first half quarter year "
    "years days week ago later earlier old morning noon today now said will New Year 's Eve Christmas summer every"
).split()


def found(text: str) -> list[str]:
    analysis = plain(text)
    return [analysis.words(mention.tokens) for mention in times.find(analysis)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_own_example(rule: Rule) -> None:
    before, bracket, rest = rule.example.partition("[")
    words, _, after = rest.partition("]")
    expected = [words] if bracket else []

    actual = found(before + words + after)

    assert expected == actual


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "She may leave.",
        "Theresa May said so.",
        "The march went on, and they march again.",
        "The Women's March for peace began.",
        "He came second, the second of three.",
        "Some 2,000 troops and 1500 people left.",
        "It cost $2000 or 2015 dollars.",
        "A 34-year-old man, aged 31, and a seven-year-old girl.",
        "A hot line is open 24/7.",
        "They won 3-2 and lost 10:30.",
        "He is in his sixties.",
        "The Security Council passed Resolution 1973 then.",
        "The Sunday Times wrote so.",
        "Bloody Sunday is remembered.",
        "The sun sat low, and he wed her.",
    ],
)
def test_numbers_names_and_verbs_are_no_times(text: str) -> None:
    assert found(text) == []


def test_a_newline_ends_a_time() -> None:
    assert found("They met in July\n\nIn all, 2016, they said, was bad.")[:2] == ["in July", "2016"]


def test_two_years_joined_by_and_are_two_times() -> None:
    assert found("He won in 2006 and 2011.") == ["in 2006", "2011"]


def test_the_longer_time_wins() -> None:
    assert found("It has grown since the end of last year.") == ["since the end of last year"]


SAID_WILL = """
Tehran Tehran PROPN NNP 2 nsubj
said say VERB VBD 0 root
on on ADP IN 4 case
Monday Monday PROPN NNP 2 obl
that that SCONJ IN 8 mark
envoys envoy NOUN NNS 8 nsubj
will will AUX MD 8 aux
meet meet VERB VB 2 ccomp
on on ADP IN 10 case
Friday Friday PROPN NNP 8 obl
"""


def test_a_time_has_the_tense_of_the_verb_it_hangs_on() -> None:
    mentions = times.find(analysis_of(SAID_WILL))

    assert [mention.slots["tense"] for mention in mentions] == ["past", "future"]


AFTER_AN_INVITATION = """
He he PRON PRP 3 nsubj
will will AUX MD 3 aux
come come VERB VB 0 root
after after ADP IN 6 case
an a DET DT 6 det
invitation invitation NOUN NN 3 obl
in in ADP IN 8 case
March March PROPN NNP 6 nmod
"""


def test_what_stands_after_after_is_over_although_its_verb_is_ahead() -> None:
    mention = times.find(analysis_of(AFTER_AN_INVITATION))[0]

    assert mention.slots["tense"] == "past"


SCHEDULED_FOR = """
A a DET DT 2 det
vote vote NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
scheduled schedule VERB VBN 0 root
for for ADP IN 6 case
March March PROPN NNP 4 obl
"""


def test_what_was_scheduled_for_a_month_is_ahead() -> None:
    mention = times.find(analysis_of(SCHEDULED_FOR))[0]

    assert mention.slots["tense"] == "future"


DAYS_BEFORE = """
Days day NOUN NNS 6 obl
before before ADP IN 4 case
that that DET DT 4 det
visit visit NOUN NN 1 nmod
judges judge NOUN NNS 6 nsubj
ruled rule VERB VBD 0 root
"""


def test_days_before_a_deed_carry_the_head_of_that_deed() -> None:
    analysis = analysis_of(DAYS_BEFORE)

    mention = times.find(analysis)[0]

    assert (mention.slots["anchor"], mention.slots["anchor_head"]) == ("event", 3)
    assert analysis.words(mention.tokens) == "Days before that visit"


def test_days_later_count_from_the_text() -> None:
    mention = times.find(plain("He fled two days later."))[0]

    assert mention.slots["anchor"] == "text"


def test_a_name_that_is_an_entity_is_no_month() -> None:
    rows = """
    Backed back VERB VBN 0 root
    by by ADP IN 3 case
    April April PROPN NNP 1 obl
    Ryan Ryan PROPN NNP 3 flat
    """

    assert times.find(analysis_of(rows, entities=(("April Ryan", "Person"),))) == []


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_mentions_are_in_order_apart_and_inside_the_text(words: list[str]) -> None:
    analysis = plain(" ".join(words))

    ranges = [mention.tokens for mention in times.find(analysis)]

    assert ranges == sorted(ranges)
    assert all(first < last <= len(analysis) for first, last in ranges)
    assert all(one[1] <= other[0] for one, other in pairwise(ranges))


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    times.find(plain(text))


@pytest.mark.parametrize("unit", ["/", "1/", "1 ", "2016 ", "Monday ", "days before ", "from 2011 to ", "'"])
def test_a_text_of_200_000_characters_is_read_in_a_second(unit: str) -> None:
    analysis = plain(unit * (200_000 // len(unit)))
    times.find(plain("on Monday"))  # the grammar compiles once
    start = time.process_time()

    times.find(analysis)

    assert time.process_time() - start < 1.0
