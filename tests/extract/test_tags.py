"""A tag between commas shows what stands around it, whatever the tree says."""

from __future__ import annotations

from build import analysis_of
from chancery.analysis import Analysis
from chancery.extract import tags
from chancery.extract.quotes import scene_of
from said import MEDIAL, SAID_THAT, TAG

COMPLAINT = """
Prices price NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
, , PUNCT , 5 punct
he he PRON PRP 5 nsubj
said say VERB VBD 2 parataxis
, , PUNCT , 10 punct
{rest}
. . PUNCT . 2 punct
"""
BUT = "but but CCONJ CC 9 cc\nwages wage NOUN NNS 9 nsubj\nfell fall VERB VBD 2 conj"
CITING = "citing cite VERB VBG 5 advcl\nnew new ADJ JJ 9 amod\nfigures figure NOUN NNS 7 obj"


def around(analysis: Analysis, verb: int, floor: tuple[int, int]) -> list[str]:
    return [analysis.words(tokens) for tokens in tags.around(scene_of(analysis), verb, floor)]


def test_a_tag_at_the_end_follows_its_content() -> None:
    assert around(analysis_of(TAG), 5, (4, 6)) == ["The talks failed ,"]


def test_a_tag_in_the_midst_stands_between_two_halves() -> None:
    assert around(analysis_of(MEDIAL), 5, (4, 6)) == ["The next step ,", ", is peace ."]


def test_a_cue_before_its_content_is_no_tag() -> None:
    assert around(analysis_of(SAID_THAT), 1, (0, 2)) == []


def test_a_clause_of_its_own_behind_a_tag_goes_on_with_the_content() -> None:
    assert around(analysis_of(COMPLAINT.format(rest=BUT)), 4, (3, 5)) == ["Prices rose ,", ", but wages fell ."]


def test_what_the_speaker_does_behind_a_tag_is_no_content() -> None:
    assert around(analysis_of(COMPLAINT.format(rest=CITING)), 4, (3, 5)) == ["Prices rose ,"]
