import pytest

from build import analysis_of
from chancery.extract import figures
from flat import flat

PEOPLE = {
    "the verb before": ("a/DET blast killing/VERB/kill 12 and/CCONJ", "12"),
    "the verb after": ("470 are/AUX currently/ADV detained/VERB/detain", "470"),
    "a vague count": ("scores/NOUN fled/VERB/flee", "scores"),
    "some of them": ("five/NUM soldiers and/CCONJ two/NUM of/ADP whom/PRON died/VERB/fall", "two of whom"),
    "a crowd": ("a/DET crowd of/ADP 5,000 came/VERB", "5,000"),
    "one more toll": ("injured/VERB/injure another/DET 271", "another 271"),
}

ROSE = """
The the DET DT 3 det
death death NOUN NN 3 compound
toll toll NOUN NN 4 nsubj
rose rise VERB VBD 0 root
to to ADP IN 6 case
35 35 NUM CD 4 obl
, , PUNCT , 8 punct
up up ADV RB 4 advmod
from from ADP IN 10 case
20 20 NUM CD 8 obl
. . PUNCT . 4 punct
"""

CASES = """
Infections infection NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
to to ADP IN 4 case
700 700 NUM CD 2 obl
. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(("words", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_a_bare_number_counts_people_by_the_words_beside_it(words: str, expected: str) -> None:
    analysis = flat(words)
    found = figures.find(analysis, [])
    assert (analysis.words(found[-1].tokens), found[-1].unit) == (expected, "person")


def test_the_level_of_a_toll_counts_people() -> None:
    found = figures.find(analysis_of(ROSE), [])
    assert [(f.value, f.unit, f.change, f.what) for f in found] == [
        (35, "person", "increase", "The death toll"),
        (20, "person", None, "The death toll"),
    ]


def test_the_level_of_a_plural_counts_that_noun() -> None:
    found = figures.find(analysis_of(CASES), [])
    assert [(f.value, f.unit, f.change) for f in found] == [(700, "infection", "increase")]


def test_parts_of_a_count_count_the_same() -> None:
    analysis = flat("90 strikes –/PUNCT 60 in/ADP Iraq/PROPN and/CCONJ 30 in/ADP Syria/PROPN")
    assert [(f.value, f.unit) for f in figures.find(analysis, [])] == [(90, "strike"), (60, "strike"), (30, "strike")]


def test_billions_alone_are_no_people() -> None:
    assert figures.find(flat("they/PRON waste/VERB billions/NOUN there/ADV"), []) == []


def test_a_bare_number_that_nothing_explains_is_left_out() -> None:
    assert figures.find(flat("it/PRON scored/VERB 27 again/ADV"), []) == []
