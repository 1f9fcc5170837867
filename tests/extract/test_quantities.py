import time

import pytest

from chancery.analyse.tokens import tokenize
from chancery.extract import quantities
from chancery.extract.quantities import Quantity
from flat import flat, rows_of


def read_all(words: str, *, changing: bool = False) -> list[Quantity]:
    analysis = flat(words)
    found, at = [], 0
    while at < len(analysis):
        quantity = quantities.read(analysis, at, len(analysis), changing=changing)
        found += [quantity] if quantity else []
        at = quantity.tokens[1] if quantity else at + 1
    return found


def values(words: str, *, changing: bool = False) -> list[tuple[float, float | None, str | None]]:
    return [(q.value, q.upper, q.unit.name if q.unit else None) for q in read_all(words, changing=changing)]


@pytest.mark.parametrize("row", rows_of("comparisons"), ids=lambda row: f"{row['phrase']} {row['side']}")
def test_each_comparison_reads_its_own_example(row: dict[str, str]) -> None:
    text = row["example"]
    analysis = flat(" ".join(text[a:b] for a, b in tokenize(text)))
    before, after = row["side"] == "before", None
    for token in range(len(analysis)):
        quantity = quantities.read(analysis, token, len(analysis))
        if quantity is not None:
            after = quantities.compare_after(analysis, quantity.tokens[1] + 1, len(analysis))
            break
    assert quantity is not None
    assert row["compare"] in ((quantity.compare,) if before else (quantity.compare, after and after[1]))


def test_a_range_has_a_lower_and_an_upper_value() -> None:
    assert values("between/ADP 40 and/CCONJ 50/NUM million/NUM barrels") == [(40e6, 50e6, "barrel")]
    assert values("20 to/ADP 30 ships") == [(20, 30, None)]
    assert values("$_/SYM 1.5_ -_/SYM 2 billion/NUM") == [(1.5e9, 2e9, "USD")]
    assert values("two/NUM or/CCONJ three/NUM ships") == [(2, 3, None)]


def test_a_score_or_a_vote_is_no_range() -> None:
    assert values("a/DET 5 to/ADP 4 ruling") == [(5, None, None), (4, None, None)]
    assert values("a/DET 60 - 38 percent margin") == [(60, None, None)]


def test_a_change_from_one_level_to_another_is_two_figures_of_one_unit() -> None:
    assert values("from/ADP 5 to/ADP 8 percent", changing=True) == [(5, None, "percent"), (8, None, "percent")]
    assert values("from/ADP 5 to/ADP 8 percent") == [(5, 8, "percent")]


def test_a_number_in_a_name_is_none() -> None:
    assert values("a/DET Su_ -_ 24 and/CCONJ the/DET P5_ +_ 1 and/CCONJ a/DET 4_ x4s") == []


def test_of_two_comparisons_the_one_that_bounds_counts() -> None:
    quantity = read_all("at/ADP least/ADJ another/DET 20 men")[0]
    assert (quantity.tokens, quantity.compare) == ((0, 4), ">")


def test_a_comparison_may_stand_in_quotation_marks() -> None:
    assert read_all("is/AUX “_ at/ADP least_/ADJ ” 20")[0].compare == ">"


def test_letters_after_money_are_scales() -> None:
    assert values("$_/SYM 5_ m and/CCONJ €_/SYM 3_ bn") == [(5e6, None, "USD"), (3e9, None, "EUR")]


def test_a_hyphen_ties_a_number_to_its_unit() -> None:
    quantity = read_all("a/DET 15_ -_ minute call")[0]
    assert quantity.hyphenated
    assert quantity.unit is not None
    assert quantity.unit.name == "minute"


def test_a_sign_or_code_may_follow_its_number() -> None:
    assert values("20 €/SYM and/CCONJ 5 million/NUM USD and/CCONJ 3 $_/SYM 4") == [
        (20, None, "EUR"),
        (5e6, None, "USD"),
        (3, None, None),
        (4, None, "USD"),
    ]


def test_a_minus_makes_a_number_negative() -> None:
    found = values("by/ADP minus/ADP 2 percent or/CCONJ -_/PUNCT 0.5_ %")
    assert found == [(-2, None, "percent"), (-0.5, None, "percent")]


def test_magnitude_stands_before_its_number() -> None:
    assert values("a/DET magnitude_ -_ 6.2 quake") == [(6.2, None, "magnitude")]


@pytest.mark.parametrize("words", ["$", "5 -", "5 to", "between 5 and", "more than", "at least another", "$ 5 m to"])
def test_hostile_repetition_is_read_in_linear_time(words: str) -> None:
    analysis = flat(f"{words} " * (40_000 // len(words.split())))
    start = time.perf_counter()
    for token in range(len(analysis)):
        quantities.read(analysis, token, len(analysis))
    assert time.perf_counter() - start < 10
