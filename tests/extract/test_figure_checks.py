import pytest

from chancery.extract import figures
from flat import flat

LEFT_OUT = {
    "an age": "Ito/PROPN ,/PUNCT 55 ,/PUNCT said/VERB no/DET",
    "a count that refers back": "The/DET two/NUM leaders met/VERB",
    "both": "These/DET two/NUM countries met/VERB",
    "a small known set": "the/DET six/NUM powers met/VERB",
    "one that introduces": "One/NUM official said/VERB no/DET",
    "one of several": "One/NUM of/ADP the/DET hostages fled/VERB",
    "no one": "No/DET one/NUM came/VERB",
    "an article": "under/ADP Article/PROPN 5 states must/AUX help/VERB",
    "the Group of 20": "the/DET Group/PROPN of/ADP 20 countries met/VERB",
    "a year": "the/DET 2016 elections failed/VERB",
    "a clock time": "it/PRON left/VERB at/ADP 5 p.m./NOUN",
    "a rank": "the/DET first/ADJ two/NUM rounds failed/VERB",
    "the top of a list": "in/ADP the/DET top/ADJ 100 cities",
    "a manner of speaking": "for/ADP two/NUM reasons it/PRON failed/VERB",
    "a pair of rivals": "a/DET fight between/ADP two/NUM regional/ADJ giants",
    "a house number": "10 Downing/PROPN Street/PROPN",
    "a duration": "fighting/NOUN for/ADP three/NUM weeks",
    "a person's age in years": "a/DET 40_ -_/PUNCT year_ -_/PUNCT old/ADJ man",
    "a rate's base": "deaths per/ADP 100,000 people",
    "a half of a match": "the/DET first/ADJ half of/ADP the/DET debate",
    "a vote": "the/DET vote was/AUX 217 to/ADP 213",
}


@pytest.mark.parametrize("words", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_measures_nothing_is_left_out(words: str) -> None:
    analysis = flat(words)
    assert [analysis.words(figure.tokens) for figure in figures.find(analysis, [])] == []


KEPT = {
    "only one strike": "It/PRON made/VERB only/ADV one/NUM strike",
    "one more beside a count": "nine/NUM men and/CCONJ one/NUM woman",
    "a large known set": "The/DET 51 diplomats met/VERB",
    "a year's worth of people": "2000 soldiers came/VERB",
    "a prison term": "five/NUM years in/ADP prison",
    "the length of a call": "a/DET 15_ -_/PUNCT minute call",
    "what somebody has": "its/PRON three/NUM reactors failed/VERB",
}


@pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
def test_what_counts_or_measures_is_kept(words: str) -> None:
    assert figures.find(flat(words), [])


def test_a_restated_distance_is_one_figure() -> None:
    analysis = flat("40 kilometers (_/PUNCT 25 miles_ )/PUNCT away/ADV")
    assert [analysis.words(figure.tokens) for figure in figures.find(analysis, [])] == ["40 kilometers"]
