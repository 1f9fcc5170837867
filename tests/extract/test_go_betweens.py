"""According to somebody, and quoted as saying."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import statements

AT_THE_END = """
Talks talk NOUN NNS 2 nsubj
failed fail VERB VBD 0 root
, , PUNCT , 6 punct
according accord VERB VBG 6 case
to to ADP IN 4 fixed
Ito Ito PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
AT_THE_START = """
According accord VERB VBG 3 case
to to ADP IN 1 fixed
Ito Ito PROPN NNP 6 obl
, , PUNCT , 3 punct
talks talk NOUN NNS 6 nsubj
failed fail VERB VBD 0 root
. . PUNCT . 6 punct
"""
QUOTES = """
Interfax Interfax PROPN NNP 2 nsubj
quoted quote VERB VBD 0 root
Ito Ito PROPN NNP 2 obj
as as SCONJ IN 5 mark
saying say VERB VBG 2 advcl
it it PRON PRP 7 nsubj
failed fail VERB VBD 5 ccomp
"""


@pytest.mark.parametrize(("rows", "expected"), [(AT_THE_END, "Talks failed"), (AT_THE_START, "talks failed")])
def test_what_is_so_according_to_somebody_is_the_rest_of_the_sentence(rows: str, expected: str) -> None:
    analysis = analysis_of(rows)
    (found,) = statements.find(analysis)
    assert (analysis.words(found.source or (0, 1)), analysis.words(found.contents[0])) == ("Ito", expected)


def test_whom_an_agency_quotes_is_the_source_and_the_agency_the_go_between() -> None:
    analysis = analysis_of(QUOTES)
    (found,) = statements.find(analysis)
    assert (analysis.forms[found.source_head or 0], analysis.forms[found.via or 0]) == ("Ito", "Interfax")
    assert analysis.words(found.cue or (0, 1)) == "as saying"
