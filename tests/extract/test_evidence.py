"""Rules and model are joined to one decision, with the reasons of both."""

from __future__ import annotations

from build import analysis_of
from chancery.analysis import Attribution
from chancery.extract import statements
from said import SAID_THAT, report

KNOWN = "They they PRON PRP 2 nsubj\nknow know VERB VBP 0 root\nit it PRON PRP 4 nsubj\nfailed fail VERB VBD 2 ccomp"
SUPPORTS = "Ito Ito PROPN NNP 2 nsubj\nbacks back VERB VBZ 0 root\nthe the DET DT 4 det\nlaw law NOUN NN 2 obj"
ELSEWHERE = Attribution((0, 1), None, ((2, 3),), 0.0)
"""An attribution that the reader drops: the model has spoken, but not of the cue in question."""


def test_both_reasons_are_kept() -> None:
    (found,) = statements.find(report(SAID_THAT, (Attribution((1, 2), (0, 1), ((2, 6),), 0.9),)))
    assert found.why == ("cue say: clause", "model 0.90")


def test_a_range_that_the_model_breaks_off_inside_a_phrase_ends_where_the_rules_end_it() -> None:
    analysis = report(SAID_THAT, (Attribution((1, 2), (0, 1), ((2, 5),), 0.9),))
    (found,) = statements.find(analysis)
    assert analysis.words(found.contents[0]) == "that the talks failed"


def test_belief_without_the_model_s_word_is_no_statement() -> None:
    assert len(statements.find(analysis_of(KNOWN))) == 1
    assert statements.find(analysis_of(KNOWN, attributions=(ELSEWHERE,))) == []


def test_support_is_no_statement_however_sure_the_model_is_short_of_certain() -> None:
    assert statements.find(analysis_of(SUPPORTS, attributions=(Attribution((1, 2), (0, 1), ((2, 4),), 0.95),))) == []


def test_a_clause_that_only_the_model_attributes_is_a_statement_where_it_is_sure() -> None:
    rows = """
Ito Ito PROPN NNP 2 nsubj
shrugged shrug VERB VBD 0 root
that that SCONJ IN 5 mark
it it PRON PRP 5 nsubj
failed fail VERB VBD 2 ccomp
"""
    analysis = analysis_of(rows, attributions=(Attribution((1, 2), (0, 1), ((2, 5),), 0.95),))
    (found,) = statements.find(analysis)
    assert (analysis.words(found.contents[0]), found.act, found.why) == ("that it failed", "say", ("model 0.95",))
