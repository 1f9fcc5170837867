"""Nominals have good names, and tell country, sectors and number."""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract import names, nominals, offices
from chancery.mentions import ActorMention
from sketch import head_of, sketch


def nominal(analysis: Analysis, form: str) -> ActorMention:
    owners = offices.owners_of(names.find(analysis))
    return nominals.mention(analysis, owners, head_of(analysis, form))


def test_an_adjective_of_nationality_gives_the_country() -> None:
    analysis = sketch(
        "The;DET;3;det Ugandan;ADJ;3;amod police;NOUN/NNS;4;nsubj left_=leave;VERB;0;root .;PUNCT;4;punct"
    )
    found = nominal(analysis, "police")
    assert (found.name, found.country, found.sectors, found.plural) == ("Ugandan police", "UGA", ("COP",), True)


def test_a_possessor_gives_the_country() -> None:
    analysis = sketch(
        "Uganda_;PROPN;5;nmod:poss 's;PART;1;case assistant;NOUN;5;compound inspector;NOUN;5;compound general;NOUN;8;"
        "nsubj of;ADP;7;case police;NOUN;5;nmod spoke_=speak;VERB;0;root .;PUNCT;8;punct"
    )
    found = nominal(analysis, "general")
    assert (found.name, found.country) == ("assistant inspector general of police", "UGA")


def test_a_short_phrase_after_the_noun_belongs_to_the_name() -> None:
    analysis = sketch(
        "It;PRON;2;nsubj deported=deport;VERB;0;root children=child;NOUN/NNS;2;obj from;ADP;5;case "
        "Ukraine;PROPN;3;nmod who;PRON/WP;7;nsubj cried_=cry;VERB;3;acl:relcl .;PUNCT;2;punct"
    )
    found = nominal(analysis, "children")
    assert (found.name, found.country, found.kind) == ("children from Ukraine", "UKR", "population")


def test_numbers_stay_and_determiners_go() -> None:
    analysis = sketch(
        "The;DET;4;det 15;NUM;4;nummod rebel;NOUN;4;compound groups=group;NOUN/NNS;5;nsubj signed_=sign;VERB;0;root "
        ".;PUNCT;5;punct"
    )
    assert nominal(analysis, "groups").name == "15 rebel groups"


def test_a_compound_with_a_hyphen_is_one_word() -> None:
    analysis = sketch(
        "Anti_;ADJ;3;amod -_;PUNCT/HYPH;1;punct government;NOUN;4;compound protesters=protester;NOUN/NNS;5;nsubj "
        "marched_=march;VERB;0;root .;PUNCT;5;punct"
    )
    assert nominal(analysis, "protesters").name == "Anti-government protesters"


def test_a_side_that_rebels_take_is_not_their_country() -> None:
    analysis = sketch(
        "Pro_;ADJ;3;amod -_;PUNCT/HYPH;1;punct French;ADJ;4;amod rebels=rebel;NOUN/NNS;5;nsubj "
        "left_=leave;VERB;0;root .;PUNCT;5;punct"
    )
    assert None is nominal(analysis, "rebels").country


def test_those_mean_nothing_without_their_clause() -> None:
    analysis = sketch(
        "Those=that;PRON/DT;6;nsubj who;PRON/WP;3;nsubj fled=flee;VERB;1;acl:relcl the;DET;5;det city;NOUN;3;obj "
        "returned_=return;VERB;0;root .;PUNCT;6;punct"
    )
    assert nominal(analysis, "Those").name == "Those who fled the city"


def test_one_gunman_is_a_person_and_a_crowd_is_not() -> None:
    analysis = sketch(
        "A;DET;2;det gunman;NOUN;3;nsubj fired=fire;VERB;0;root at;ADP;6;case a;DET;6;det crowd_;NOUN;3;obl "
        ".;PUNCT;3;punct"
    )
    assert (nominal(analysis, "gunman").kind, nominal(analysis, "crowd").kind) == ("person", "population")
