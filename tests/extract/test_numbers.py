import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analyse.tokens import tokenize
from chancery.extract.numbers import LONGEST, digits, read

CARDINALS = {
    "seven": 7,
    "1,250": 1250,
    "3.5": 3.5,
    "5,00,000": 500_000,
    "forty-two": 42,
    "two dozen": 24,
    "a dozen": 12,
    "half a dozen": 6,
    "half a million": 500_000,
    "a half million": 500_000,
    "a quarter of a million": 250_000,
    "1.2 million": 1_200_000,
    "200bn": 200_000_000_000,
    "3 lakh": 300_000,
    "two crore": 20_000_000,
    "two hundred and fifty thousand": 250_000,
    "three thousand five hundred": 3500,
    "one and a half billion": 1_500_000_000,
    "a million and a half": 1_500_000,
    "two-and-a-half": 2.5,
}
VAGUE = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "tens of thousands": 10_000,
    "hundreds of millions": 100_000_000,
    "several hundred": 100,
    "many thousands": 1000,
    "a few dozen": 12,
}
SHARES = {
    "half of": 50,
    "a third of": 33.3,
    "two-thirds": 66.7,
    "three quarters": 75,
    "one in five": 20,
    "nine out of 10": 90,
    "one of every three": 33.3,
}
NONE = ("third", "a third tranche", "half an hour", "a ship", "10:30", "9/11", "1960s", "007", "several", "couple")


def tokens(text: str) -> list[str]:
    return [text[a:b].lower() for a, b in tokenize(text)]


@pytest.mark.parametrize(("text", "value"), CARDINALS.items())
def test_a_cardinal_has_its_value_scaled_out(text: str, value: float) -> None:
    words = tokens(text)
    number = read(words, 0, len(words))
    assert number is not None
    assert (number.end, number.value, number.kind) == (len(words), value, "exact")


@pytest.mark.parametrize(("text", "value"), VAGUE.items())
def test_a_vague_count_is_read_as_its_floor(text: str, value: float) -> None:
    words = tokens(text)
    number = read(words, 0, len(words))
    assert number is not None
    assert (number.end, number.value, number.kind) == (len(words), value, "vague")


@pytest.mark.parametrize(("text", "value"), SHARES.items())
def test_a_part_of_a_whole_is_a_share_in_percent(text: str, value: float) -> None:
    words = tokens(text)
    number = read(words, 0, len(words))
    assert number is not None
    assert (number.value, number.kind) == (value, "share")


@pytest.mark.parametrize("text", NONE)
def test_ordinals_dates_and_clock_times_are_no_numbers(text: str) -> None:
    words = tokens(text)
    assert read(words, 0, len(words)) is None


def test_a_count_and_the_deeds_it_took_are_no_ratio() -> None:
    assert read("four in two raids".split(), 0, 4).value == 4  # type: ignore[union-attr]


def test_a_couple_of_hundred_is_about_two_hundred() -> None:
    number = read("a couple of hundred men".split(), 0, 5)
    assert number is not None
    assert (number.value, number.kind) == (200, "about")


@pytest.mark.parametrize("hostile", ["9" * 1_000_000, "1," * 100_000, "1" + "0" * 400])
def test_endless_digits_are_no_number(hostile: str) -> None:
    assert digits(hostile) is None


@pytest.mark.parametrize("phrase", ["two hundred", "million", "tens of", "a couple of", "half a", "one in"])
def test_endless_number_words_are_read_in_linear_time(phrase: str) -> None:
    words = tokens(f"{phrase} " * 20_000)
    start = time.perf_counter()
    ends = [number.end - at for at in range(len(words)) if (number := read(words, at, len(words)))]
    assert time.perf_counter() - start < 5
    assert max(ends, default=0) <= LONGEST + 1


@given(
    st.lists(st.sampled_from("a one two twenty hundred thousand of and - in half third 3 5.5 million dozens".split()))
)
def test_whatever_the_words_a_number_ends_inside_them_and_is_finite(words: list[str]) -> None:
    for at in range(len(words)):
        number = read(words, at, len(words))
        assert number is None or (at < number.end <= len(words) and 0 <= number.value < 1e120)
