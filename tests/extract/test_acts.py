"""The act follows the cue, and where the cue is a plain "said", the form of the words."""

from __future__ import annotations

import pytest

from build import analysis_of
from chancery.extract import statements


def said(content: str, cue: str = "said say") -> str:
    """Put "He said" before a clause whose heads count from its own first word."""
    rows = ["He he PRON PRP 2 nsubj", f"{cue} VERB VBD 0 root"]
    for line in content.strip().splitlines():
        form, lemma, upos, xpos, head, deprel = line.split()
        rows.append(
            f"{form} {lemma} {upos} {xpos} {int(head) + 2 if int(head) else 2} {deprel if int(head) else 'ccomp'}"
        )
    return "\n".join([*rows, ". . PUNCT . 2 punct"])


MUST = "troops troop NOUN NNS 3 nsubj\nmust must AUX MD 3 aux\nleave leave VERB VB 0 root"
MAY = "troops troop NOUN NNS 3 nsubj\nmay may AUX MD 3 aux\nleave leave VERB VB 0 root"
OWN = "he he PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nleave leave VERB VB 0 root"
OTHERS = "they it PRON EX 3 nsubj\nleft leave VERB VBD 0 root\nearly early ADV RB 2 advmod"
FOLLOWERS = """
his he PRON PRP$ 2 nmod:poss
men man NOUN NNS 4 nsubj
will will AUX MD 4 aux
storm storm VERB VB 0 root
it it PRON PRP 4 obj
"""
NOT_SO = """
this this PRON DT 5 nsubj
was be AUX VBD 5 cop
not not PART RB 5 advmod
the the DET DT 5 det
case case NOUN NN 0 root
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (said(MUST), "demand"),
        (said(MAY), "predict"),
        (said(OWN), "promise"),
        (said(OTHERS), "say"),
        (said(NOT_SO), "deny"),
        (said(FOLLOWERS, "warned warn"), "threaten"),
        (said(OTHERS, "warned warn"), "predict"),
        (said(OTHERS, "alleged allege"), "accuse"),
    ],
    ids=[
        "must",
        "may",
        "own will",
        "plain",
        "not the case",
        "a warning of one's own",
        "a warning",
        "the cue's own act",
    ],
)
def test_the_form_of_the_words_narrows_the_act(rows: str, expected: str) -> None:
    (found,) = statements.find(analysis_of(rows))
    assert found.act == expected
