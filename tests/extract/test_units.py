import runpy

import pytest

from chancery.analyse.tokens import tokenize
from chancery.extract import quantities, units
from flat import ROOT, flat, rows_of


def quantity_in(text: str) -> quantities.Quantity | None:
    """Read the first quantity of a plain sentence."""
    spans = tokenize(text)
    joined = [
        text[a:b] + ("_" if index + 1 < len(spans) and spans[index + 1][0] == b else "")
        for index, (a, b) in enumerate(spans)
    ]
    analysis = flat(" ".join(joined).replace("/", "|"))
    found = (quantities.read(analysis, token, len(analysis)) for token in range(len(analysis)))
    return next((quantity for quantity in found if quantity is not None and quantity.unit), None)


@pytest.mark.parametrize("row", rows_of("measures"), ids=lambda row: row["unit"])
def test_each_measure_reads_its_own_example(row: dict[str, str]) -> None:
    quantity = quantity_in(row["example"])
    assert quantity is not None
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.unit.kind) == (row["unit"], row["kind"])


@pytest.mark.parametrize("row", rows_of("currencies"), ids=lambda row: row["code"])
def test_each_currency_reads_its_own_example(row: dict[str, str]) -> None:
    quantity = quantity_in(row["example"])
    assert quantity is not None
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.unit.kind) == (row["code"], units.MONEY)


@pytest.mark.parametrize("row", rows_of("words"), ids=lambda row: row["class"])
def test_each_class_of_words_holds_a_word_of_its_example(row: dict[str, str]) -> None:
    forms = {row["example"][a:b].lower() for a, b in tokenize(row["example"])}
    known = units.words(row["class"])
    stems = {word[:4] for word in known}
    assert any(form in known or units.singular(form) in known or form[:4] in stems for form in forms)


def test_every_noun_of_the_table_counts_what_it_says() -> None:
    wrong = [
        row["noun"]
        for row in rows_of("people")
        if units.counts_people(row["noun"], row["noun"]) != (row["counts"] == "person")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "form", ["jihadists", "gunmen", "Iranians", "Sunnis", "villagers", "lives", "others", "Japanese"]
)
def test_nouns_for_people_count_people(form: str) -> None:
    assert units.counts_people(form, units.singular(form.lower()))


@pytest.mark.parametrize("form", ["tankers", "centers", "reactors", "ships", "countries", "plans", "letters", "sites"])
def test_things_that_end_like_people_are_things(form: str) -> None:
    assert not units.counts_people(form, units.singular(form))


def test_a_shared_word_for_money_stays_a_noun_without_its_country() -> None:
    assert units.unit_at(["rupees"], 0, 1) == units.Unit(1, "rupee", units.MONEY)


def test_pounds_weigh_unless_they_come_in_millions() -> None:
    words = "a 500 pounds and 3 million pounds".split()
    assert [units.unit_at(words, at, len(words)) for at in (2, 6)] == [
        units.Unit(3, "pound", "weight"),
        units.Unit(7, "GBP", units.MONEY),
    ]


def test_a_capital_letter_belongs_to_the_sign_that_it_touches() -> None:
    analysis = flat("A_/DET $_/SYM 5 million and a/DET $_/SYM 15 billion gap")
    assert [units.sign_at(analysis, at, len(analysis)) for at in (0, 5, 6)] == [
        units.Unit(2, "AUD", units.MONEY),
        None,
        units.Unit(7, "USD", units.MONEY),
    ]


def test_the_committed_table_is_what_its_resources_give() -> None:
    built = runpy.run_path(str(ROOT / "tools" / "build_units.py"))["build"]()
    assert (ROOT / "src" / "chancery" / "data" / "units.json").read_text(encoding="utf8") == built
