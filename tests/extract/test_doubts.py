"""Every doubt holds in its own example and not in the deed that it resembles."""

from __future__ import annotations

import pytest

from chancery.extract import arguments, doubts, lexicon
from chancery.extract.parties import Parties
from sketch import sketch

EXAMPLES = {
    "tells news": "The;DET;2;det envoy;NOUN;3;nsubj told=tell;VERB;0;root reporters=reporter;NOUN/NNS;3;iobj "
    "that;SCONJ;9;mark the;DET;7;det road;NOUN;9;nsubj was=be;AUX/VBD;9;cop open;ADJ;3;ccomp",
    "part of a date": "The;DET;2;det base;NOUN;4;nsubj:pass was=be;AUX/VBD;4;aux:pass closed=close;VERB/VBN;0;root "
    "in;ADP;6;case March;PROPN;4;obl",
    "part of a name": "The;DET;3;det General;PROPN;3;compound Assembly;PROPN;4;nsubj adjourned=adjourn;VERB;0;root",
    "byline": "Our=we;PRON/PRP$;2;nmod:poss reporter;NOUN;5;nsubj in;ADP;4;case Lima;PROPN;2;nmod "
    "contributed=contribute;VERB;0;root to;ADP;8;case this;DET;8;det report;NOUN;5;obl",
    "gives a name": "The;DET;2;det settlers=settler;NOUN/NNS;3;nsubj called=call;VERB;0;root the;DET;5;det "
    "hill;NOUN;3;obj "
    "Dawn;PROPN;3;xcomp",
    "a name given": "The;DET;2;det envoy;NOUN;3;nsubj called=call;VERB;0;root the;DET;5;det law;NOUN;3;obj "
    "an=a;DET;7;det "
    "attack;NOUN;3;xcomp on;ADP;10;case the;DET;10;det press;NOUN;7;nmod",
    "foretells": "Doctors=doctor;NOUN/NNS;2;nsubj warned=warn;VERB;0;root that;SCONJ;7;mark the;DET;5;det "
    "water;NOUN;7;nsubj would;AUX/MD;7;aux make;VERB/VB;2;ccomp people;NOUN/NNS;7;obj ill;ADJ;7;xcomp",
    "danger": "The;DET;2;det drought;NOUN;5;nsubj is=be;AUX;5;cop a;DET;5;det threat;NOUN;0;root to;ADP;8;case "
    "the;DET;8;det herders=herder;NOUN/NNS;5;nmod",
    "accident": "Nine;NUM;2;nummod people;NOUN/NNS;4;nsubj:pass were=be;AUX/VBD;4;aux:pass killed=kill;VERB/VBN;0;root "
    "when;ADV/WRB;8;advmod a;DET;7;det ferry;NOUN;8;nsubj sank=sink;VERB;4;advcl",
    "contest": "The;DET;2;det senator;NOUN;3;nsubj routed=rout;VERB;0;root her=she;PRON/PRP$;5;nmod:poss "
    "rival;NOUN;3;obj "
    "in;ADP;8;case the;DET;8;det primary;NOUN;3;obl",
    "fights an evil": "The;DET;2;det union;NOUN;3;nsubj fought=fight;VERB;0;root corruption;NOUN;3;obj",
    "speaks to media": "The;DET;2;det coach;NOUN;3;nsubj spoke=speak;VERB;0;root to;ADP;6;case the;DET;6;det "
    "media;NOUN;3;obl",
    "private": "A;DET;2;det farmer;NOUN;3;nsubj spoke=speak;VERB;0;root to;ADP;6;case a;DET;6;det nurse;NOUN;3;obl",
}
"""Trees of the rules' own examples, by name of the rule."""


def doubts_of(words: str) -> list[str | None]:
    """Return the doubt about each hit of a sketch."""
    analysis = sketch(words, entities=(("General Assembly", "Organization"),) if "Assembly" in words else ())
    dated = {t for t in range(len(analysis)) if analysis.forms[t] == "March"}
    parties = Parties(analysis, dated)
    found = []
    for token in range(len(analysis)):
        hit = lexicon.match(analysis, token)
        if hit is not None:
            at = arguments.Place(hit.head, hit.noun, hit.frame, hit.type)
            sight = doubts.Sight(analysis, parties, hit, *arguments.find(analysis, parties, at), dated)
            found.append(doubts.doubt(sight))
    return found


@pytest.mark.parametrize("row", doubts.DOUBTS, ids=[row.name for row in doubts.DOUBTS])
def test_an_example_is_the_sentence_of_its_rule(row: doubts.Doubt) -> None:
    assert row.example == sketch(EXAMPLES[row.name]).text + "."


@pytest.mark.parametrize("row", doubts.DOUBTS, ids=[row.name for row in doubts.DOUBTS])
def test_a_doubt_holds_in_its_example_unless_the_lexicon_passes_over_it(row: doubts.Doubt) -> None:
    found = doubts_of(EXAMPLES[row.name])
    assert not found or row.name in found


@pytest.mark.parametrize(
    "words",
    [
        "The;DET;2;det envoy;NOUN;3;nsubj told=tell;VERB;0;root rebels=rebel;NOUN/NNS;3;obj to;PART/TO;6;mark "
        "leave;VERB/VB;3;xcomp",
        "Rebels=rebel;NOUN/NNS;2;nsubj warned=warn;VERB;0;root that;SCONJ;6;mark they;PRON;6;nsubj would;AUX/MD;6;aux "
        "strike;VERB/VB;2;ccomp",
        "Nine;NUM;2;nummod people;NOUN/NNS;4;nsubj:pass were=be;AUX/VBD;4;aux:pass killed=kill;VERB/VBN;0;root "
        "in;ADP;7;case "
        "an=a;DET;7;det ambush;NOUN;4;obl",
        "The;DET;2;det premier;NOUN;3;nsubj spoke=speak;VERB;0;root to;ADP;6;case the;DET;6;det king;NOUN;3;obl",
    ],
)
def test_the_deed_that_it_resembles_is_left_alone(words: str) -> None:
    assert None in doubts_of(words)
