import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import analysis_of
from chancery.analyse.tokens import tokenize
from chancery.analysis import Analysis
from chancery.extract import figures
from chancery.mentions import TimeMention
from flat import flat

REPORT = """
Trade trade NOUN NN 2 nsubj
soared soar VERB VBD 0 root
30_ 30 NUM CD 4 nummod
% % SYM NN 2 obj
in in ADP IN 6 case
March March PROPN NNP 2 obl
and and CCONJ CC 9 cc
will will AUX MD 9 aux
rise rise VERB VB 2 conj
to to ADP IN 13 case
more more ADJ JJR 13 advmod
than than ADP IN 11 fixed
$_ $ SYM $ 9 obl
200 200 NUM CD 15 compound
billion billion NUM CD 13 nummod
. . PUNCT . 2 punct
"""


def test_a_figure_has_words_value_bounds_unit_change_and_what_it_measures() -> None:
    analysis = analysis_of(REPORT)
    found = figures.find(analysis, [])
    assert [(analysis.words(f.tokens), f.value, f.compare, f.unit, f.change, f.what, f.governor) for f in found] == [
        ("30%", 30, "=", "percent", "increase", "Trade", 1),
        ("more than $200 billion", 200e9, ">", "USD", "increase", "Trade", 8),
    ]


def test_no_figure_covers_a_time() -> None:
    analysis = flat("on/ADP May/PROPN 8 soldiers and/CCONJ 9 tanks came/VERB")
    found = figures.find(analysis, [TimeMention((0, 3), "date", {"form": "date"})])
    assert [analysis.words(f.tokens) for f in found] == ["9 tanks"]


def test_words_after_the_noun_belong_to_the_figure() -> None:
    analysis = flat("hundreds/NOUN of/ADP children or/CCONJ more/ADJ")
    assert [(analysis.words(f.tokens), f.compare) for f in figures.find(analysis, [])] == [
        ("hundreds of children or more", ">")
    ]


def test_a_verb_that_multiplies_is_a_figure() -> None:
    analysis = analysis_of(
        "It it PRON PRP 5 nsubj\nwould would AUX MD 5 aux\nat at ADP IN 4 case\nleast least ADJ JJS 5 obl\n"
        "double double VERB VB 0 root\noutput output NOUN NN 5 obj"
    )
    assert [(analysis.words(f.tokens), f.value, f.unit, f.compare, f.change) for f in figures.find(analysis, [])] == [
        ("at least double", 2, "time", ">", "increase")
    ]


def test_a_wrong_tree_costs_no_figure() -> None:
    analysis = flat("police arrested/VERB 40 Iranian/ADJ sailors yesterday/NOUN")
    assert [analysis.words(f.tokens) for f in figures.find(analysis, [])] == ["40 Iranian sailors"]


def words_only(text: str) -> Analysis:
    """Make an analysis of one long sentence without a tree worth the name."""
    tokens = tokenize(text)
    size = len(tokens)
    forms = [text[a:b] for a, b in tokens]
    return Analysis(
        text=text,
        starts=[a for a, _ in tokens],
        ends=[b for _, b in tokens],
        forms=forms,
        lowers=[form.lower() for form in forms],
        lemmas=[form.lower() for form in forms],
        upos=["NUM" if form[0].isdigit() else "NOUN" for form in forms],
        xpos=["NN"] * size,
        heads=[-1, *([0] * (size - 1))][:size],
        deprels=["root", *(["nummod"] * (size - 1))][:size],
        sentences=[(0, size)] if size else [],
        sentence_of=[0] * size,
        paragraphs=[(0, size)] if size else [],
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "9" * 1_000_000,
        "$" * 200_000,
        "12 " * 60_000,
        "5 ships and " * 20_000,
        "$5 to " * 30_000,
        "killed 5 of them, " * 9000,
    ],
    ids=["a million digits", "dollar signs", "numbers", "ships", "sums", "tolls"],
)
def test_hostile_text_is_read_in_linear_time(hostile: str) -> None:
    analysis = words_only(hostile)
    start = time.perf_counter()
    figures.find(analysis, [])
    assert time.perf_counter() - start < 15


@settings(max_examples=60)
@given(st.lists(st.sampled_from("one two 5 $ % - to of the and million hundreds people ships , more than 20".split())))
def test_figures_ascend_and_do_not_overlap(words: list[str]) -> None:
    found = figures.find(words_only(" ".join(words)), [])
    ends = [0, *(figure.tokens[1] for figure in found)]
    assert all(end <= figure.tokens[0] < figure.tokens[1] for end, figure in zip(ends, found, strict=False))
