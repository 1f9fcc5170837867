"""Arguments stand in the slots of a frame, else in what is refused or demanded, else in the setting of a meeting."""

from __future__ import annotations

import pytest

from deeds import parties
from sketch import sketch


@pytest.mark.parametrize(
    ("words", "trigger", "expected"),
    [
        ("Norway;PROPN;2;nsubj expelled=expel;VERB;0;root two;NUM;4;nummod diplomats=diplomat;NOUN/NNS;2;obj",
         "expelled", (["Norway"], ["diplomats"])),
        ("Diplomats=diplomat;NOUN/NNS;3;nsubj:pass were=be;AUX/VBD;3;aux:pass expelled=expel;VERB/VBN;0;root "
         "by;ADP;5;case Norway;PROPN;3;obl:agent", "expelled", (["Norway"], ["Diplomats"])),
        ("Talks=talk;NOUN/NNS;6;nsubj between;ADP;3;case Chad;PROPN;1;nmod and;CCONJ;5;cc Mali;PROPN;3;conj "
         "resumed=resume;VERB;0;root", "Talks", (["Chad", "Mali"], [])),
        ("Chad;PROPN;3;nmod:poss 's;PART;1;case invasion;NOUN;0;root of;ADP;5;case Mali;PROPN;3;nmod",
         "invasion", (["Chad"], ["Mali"])),
        ("A;DET;3;det police;NOUN;3;compound raid;NOUN;4;nsubj began=begin;VERB;0;root", "raid", (["police"], [])),
        ("Chad;PROPN;2;nsubj condemned=condemn;VERB;0;root Mali;PROPN;5;nmod:poss 's;PART;3;case law;NOUN;2;obj",
         "condemned", (["Chad"], ["Mali"])),
        ("Rebels=rebel;NOUN/NNS;2;nsubj refused=refuse;VERB;0;root talks=talk;NOUN/NNS;2;obj with;ADP;5;case "
         "Mali;PROPN;3;nmod", "refused", (["Rebels"], ["Mali"])),
        ("He;PRON;2;nsubj spoke=speak;VERB;0;root at;ADP;5;case a;DET;5;det meeting;NOUN;2;obl with;ADP;7;case "
         "envoys=envoy;NOUN/NNS;5;nmod", "meeting", (["He"], ["envoys"])),
        ("She;PRON;2;nsubj comes=come;VERB/VBZ;0;root after;ADP;5;case an=a;DET;5;det invitation;NOUN;2;obl "
            "by;ADP;7;case "
         "Chad;PROPN;5;nmod during;ADP;10;case a;DET;10;det visit;NOUN;2;obl to;ADP;12;case Mali;PROPN;10;nmod",
         "visit", (["Chad"], ["Mali"])),
        ("Anti=anti_;ADJ;4;amod -_;PUNCT/HYPH;1;punct government;NOUN;4;compound protests=protest;NOUN/NNS;5;nsubj "
         "spread;VERB;0;root", "protests", ([], ["government"])),
    ],
)  # fmt: skip
def test_parties_are_found_where_english_puts_them(
    words: str, trigger: str, expected: tuple[list[str], list[str]]
) -> None:
    assert expected == parties(sketch(words), trigger)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("His=he;PRON/PRP$;2;nmod:poss arrest;NOUN;3;nsubj shocked=shock;VERB;0;root", ([], ["His"])),
        ("Chad;PROPN;3;nmod:poss 's;PART;1;case arrest;NOUN;0;root of;ADP;5;case us;PRON;3;nmod", (["Chad"], ["us"])),
    ],
)
def test_a_person_suffers_the_arrest_that_a_state_makes(words: str, expected: tuple[list[str], list[str]]) -> None:
    assert expected == parties(sketch(words), "arrest")


def test_the_suspected_is_the_doer_of_what_he_is_suspected_of() -> None:
    analysis = sketch(
        "Courts=court;NOUN/NNS;2;nsubj jailed=jail;VERB;0;root Berg;PROPN;2;obj on;ADP;5;case suspicion;NOUN;2;obl "
        "of;SCONJ;7;mark bombing=bomb;VERB/VBG;5;acl ports=port;NOUN/NNS;7;obj",
        entities=(("Berg", "Person"),),
    )
    assert parties(analysis, "bombing")[0] == ["Berg"]


def test_nobody_is_on_both_sides_of_a_deed() -> None:
    analysis = sketch("Chad;PROPN;2;nsubj met=meet;VERB;0;root Chad;PROPN;2;obj")
    actors, recipients = parties(analysis, "met")
    assert (actors, recipients) == (["Chad"], ["Chad"])  # two tokens; `resolve` sees one actor
