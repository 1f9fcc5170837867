import pytest

from chancery.extract import quantities
from chancery.extract.counted import counted
from flat import flat

COUNTS = {
    "three/NUM disputed/VBN elections": ("elections", "election"),
    "16 Turkish/ADJ soldiers": ("soldiers", "person"),
    "three/NUM more/ADJ battalion tactical/ADJ groups of/ADP infantry": ("groups", "group"),
    "100 Russian/ADJ organizations": ("organizations", "organization"),
    "two/NUM young/ADJ ,/PUNCT armed/ADJ men": ("men", "person"),
    "3,500 refugee and/CCONJ migrant deaths": ("deaths", "person"),
    "seven/NUM of/ADP its/PRON nationals": ("nationals", "person"),
    "90 of/ADP the/DET parliament_ 's/PART 120 members": ("members", "person"),
    "hundreds/NOUN of/ADP residents": ("residents", "person"),
    "12 dead/ADJ": ("dead", "person"),
    "6,000 future displaced/VBN on/ADP land": ("displaced", "person"),
    "7 Japanese/ADJ died/VERB": ("Japanese", "person"),
    "14 people dead/ADJ": ("people", "person"),
    "two/NUM “_/PUNCT handlers_ ”/PUNCT went/VERB": ("handlers", "person"),
    "one/NUM strike": ("strike", "strike"),
}
NOTHING = ("12 ,/PUNCT officials said/VERB", "55 years_/DATE", "12 when/SCONJ ships sank/VERB", "5 street")


@pytest.mark.parametrize(("words", "expected"), COUNTS.items())
def test_a_number_counts_the_noun_after_it(words: str, expected: tuple[str, str]) -> None:
    analysis = flat(words)
    quantity = quantities.read(analysis, 0, len(analysis))
    assert quantity is not None
    found = counted(analysis, quantity, len(analysis), [False] * len(analysis))
    assert found is not None
    assert found.noun is not None
    assert (analysis.forms[found.noun], found.unit) == expected


@pytest.mark.parametrize("words", NOTHING)
def test_a_number_that_no_noun_follows_counts_nothing_here(words: str) -> None:
    analysis = flat(words)
    quantity = quantities.read(analysis, 0, len(analysis))
    assert quantity is not None
    assert counted(analysis, quantity, len(analysis), [False] * len(analysis)) is None


def test_a_hyphenated_count_measures_the_noun_it_stands_before() -> None:
    analysis = flat("12_ -_/PUNCT point plan")
    quantity = quantities.read(analysis, 0, 4)
    assert quantity is not None
    found = counted(analysis, quantity, 4, [False] * 4)
    assert found is not None
    assert (found.noun, found.end, found.unit) == (None, 3, "point")


def test_a_time_ends_what_is_counted() -> None:
    analysis = flat("14 people Tuesday/PROPN nights")
    quantity = quantities.read(analysis, 0, 4)
    assert quantity is not None
    found = counted(analysis, quantity, 4, [False, False, True, True])
    assert found is not None
    assert found.end == 2
