"""Contents are found by the pattern that a cue takes."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import contents
from chancery.extract.quotes import scene_of

ACCUSED = """
Kyiv Kyiv PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Moscow Moscow PROPN NNP 2 obj
of of SCONJ IN 5 mark
shelling shell VERB VBG 2 advcl
it it PRON PRP 5 obj
. . PUNCT . 2 punct
"""
URGED = """
Donors donor NOUN NNS 2 nsubj
urged urge VERB VBD 0 root
both both DET DT 4 det
sides side NOUN NNS 2 obj
to to PART TO 6 mark
talk talk VERB VB 2 xcomp
. . PUNCT . 2 punct
"""
CALLED_FOR = """
Donors donor NOUN NNS 2 nsubj
called call VERB VBD 0 root
for for ADP IN 5 case
a a DET DT 5 det
truce truce NOUN NN 2 obl
. . PUNCT . 2 punct
"""
CALLED_IT = """
Donors donor NOUN NNS 2 nsubj
called call VERB VBD 0 root
it it PRON PRP 2 obj
a a DET DT 5 det
crime crime NOUN NN 2 xcomp
. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(
    ("rows", "takes", "expected"),
    [
        (ACCUSED, "object of", ["Moscow of shelling it"]),
        (ACCUSED, "object for", []),
        (URGED, "object to", ["both sides to talk"]),
        (CALLED_FOR, "for", ["a truce"]),
        (CALLED_IT, "object predicate", ["it a crime"]),
        (CALLED_IT, "object", ["it"]),
    ],
)
def test_a_pattern_gives_the_words_from_its_first_slot_to_its_last(rows: str, takes: str, expected: list[str]) -> None:
    analysis = analysis_of(rows)
    found = contents.slots(scene_of(analysis), 1, takes)
    assert [analysis.words(tokens) for tokens in found] == expected
