"""Quotations without a cue go to the speaker before them, or to the cue that they lead up to."""

from __future__ import annotations

from build import analysis_of
from chancery.extract import statements
from said import QUOTED

LEADS_UP = """
“_ “ PUNCT `` 2 punct
We we PRON PRP 3 nsubj
waited wait VERB VBD 0 root
long long ADV RB 3 advmod
. . PUNCT . 3 punct

¶

Nobody nobody PRON NN 2 nsubj
came come VERB VBD 6 ccomp
,_ , PUNCT , 2 punct
” ” PUNCT '' 2 punct
said say VERB VBD 0 root
Ito Ito PROPN NNP 5 nsubj
. . PUNCT . 5 punct
""".replace("6 ccomp", "5 ccomp")


def test_a_quotation_that_leads_up_to_a_cue_is_part_of_its_content() -> None:
    analysis = analysis_of(LEADS_UP)
    (found,) = statements.find(analysis)
    assert analysis.words(found.contents[0]) == "“We waited long .\n\nNobody came ,”"


def test_a_quotation_after_one_with_a_cue_is_a_statement_of_its_own() -> None:
    _, found = statements.find(analysis_of(QUOTED))
    assert (found.cue, found.why) == (None, ("quotation that goes on with the speaker before it",))


def test_quoted_words_inside_a_sentence_are_no_statement() -> None:
    rows = """
The the DET DT 4 det
“_ “ PUNCT `` 3 punct
reform_ reform NOUN NN 4 compound
” ” PUNCT '' 3 punct
law law NOUN NN 6 nsubj
failed fail VERB VBD 0 root
"""
    assert statements.find(analysis_of(rows)) == []


def test_a_speaker_goes_on_for_as_many_paragraphs_as_follow_each_other() -> None:
    first, _, second = QUOTED.partition("¶")
    analysis = analysis_of("¶".join([first, *[second + "\n"] * 6]))
    assert len(statements.find(analysis)) == 7
