"""The lexicon reads deeds off trees built by hand: verbs, nouns, light verbs, and what looks like one and is none."""

from __future__ import annotations

import pytest

from chancery.analysis import Analysis
from chancery.extract import lexicon
from chancery.extract.lexicon import Hit
from sketch import head_of, sketch


def hits(analysis: Analysis) -> list[Hit]:
    """Return all hits in reading order of the tokens that were asked."""
    found = (lexicon.match(analysis, token) for token in range(len(analysis)))
    return [hit for hit in found if hit is not None]


def types(words: str) -> list[tuple[str, str | None]]:
    """Return type and mode of every hit in a sketch."""
    return [(hit.type, hit.mode) for hit in hits(sketch(words))]


ISSUED = "A;DET;2;det court;NOUN;3;nsubj issued=issue;VERB;0;root a;DET;5;det warrant;NOUN;3;obj"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kyiv;PROPN;2;nsubj condemned=condemn;VERB;0;root the;DET;4;det raid;NOUN;2;obj", ("ACCUSE", "disapprove")),
        ("Police;NOUN;2;nsubj arrested=arrest;VERB;0;root editors=editor;NOUN;2;obj", ("COERCE", "arrest")),
        ("Rebels=rebel;NOUN;2;nsubj fired=fire;VERB;0;root rockets=rocket;NOUN;2;obj at;ADP;5;case us;PRON;2;obl",
         ("ASSAULT", "heavy-weapons")),
        ("Ankara;PROPN;2;nsubj withdrew=withdraw;VERB;0;root its;PRON;4;nmod:poss troops=troop;NOUN;2;obj",
         ("RETREAT", "withdraw")),
        ("Ankara;PROPN;2;nsubj withdrew=withdraw;VERB;0;root its;PRON;4;nmod:poss ambassador;NOUN;2;obj",
         ("SANCTION", "withdraw")),
        ("He;PRON;2;nsubj shut;VERB;0;root down;ADP;2;compound:prt newspapers=newspaper;NOUN;2;obj",
         ("COERCE", "censor")),
    ],
)  # fmt: skip
def test_a_verb_means_what_its_object_makes_of_it(words: str, expected: tuple[str, str]) -> None:
    assert expected == types(words)[0]


@pytest.mark.parametrize(
    "words",
    [
        "They;PRON;2;nsubj met=meet;VERB;0;root the;DET;4;det deadline;NOUN;2;obj",
        "The;DET;2;det storm;NOUN;3;nsubj killed=kill;VERB;0;root two;NUM;5;nummod men=man;NOUN;3;obj",
        "He;PRON;2;nsubj told=tell;VERB;0;root us;PRON;2;iobj it;PRON;5;nsubj rained=rain;VERB;2;ccomp",
        "An;DET;3;det attack;NOUN;3;compound helicopter;NOUN;0;root landed=land;VERB;3;acl",
        "The;DET;3;det heart;NOUN;3;compound attack;NOUN;0;root .;PUNCT;3;punct",
        "The;DET;3;det United;VERB/NNP;3;amod States;PROPN;0;root .;PUNCT;3;punct",
        "In;ADP;2;case March;PROPN;0;root .;PUNCT;2;punct",
    ],
)
def test_what_only_looks_like_a_deed_is_none(words: str) -> None:
    assert types(words) == []


def test_a_light_verb_lends_its_subject_and_the_noun_names_the_deed() -> None:
    analysis = sketch(ISSUED)
    (hit,) = hits(analysis)
    expected = ("ACCUSE", "issued a warrant", head_of(analysis, "issued"), head_of(analysis, "warrant"))
    assert expected == (hit.type, analysis.words(hit.tokens), hit.head, hit.noun)
    assert "subject" in hit.frame.actor


@pytest.mark.parametrize(
    "words",
    [
        "A;DET;2;det warrant;NOUN;4;nsubj:pass was;AUX;4;aux:pass issued=issue;VERB/VBN;0;root",
        "A;DET;2;det warrant;NOUN;0;root issued=issue;VERB/VBN;2;acl in;ADP;5;case May;PROPN;3;obl",
        "the;DET;2;det warrant;NOUN;0;root that;PRON/WDT;5;obj judges=judge;NOUN;5;nsubj issued=issue;VERB;2;acl:relcl",
        "They;PRON;2;nsubj issued=issue;VERB;0;root dozens=dozen;NOUN;2;obj of;ADP;5;case warrants=warrant;NOUN;3;nmod",
    ],
)
def test_a_light_pair_is_found_in_every_construction(words: str) -> None:
    assert types(words) == [("ACCUSE", "allege")]


def test_a_supporting_verb_lends_its_subject_to_any_deed() -> None:
    analysis = sketch("Rebels=rebel;NOUN;2;nsubj launched=launch;VERB;0;root an;DET;4;det attack;NOUN;2;obj")
    (hit,) = hits(analysis)
    assert (hit.type, analysis.words(hit.tokens), hit.frame.actor[0]) == ("ASSAULT", "launched an attack", "subject")


def test_a_noun_alone_is_its_own_head_and_takes_possessor_and_preposition() -> None:
    analysis = sketch("Russia;PROPN;3;nmod:poss 's;PART;1;case invasion;NOUN;0;root of;ADP;5;case Ukraine;PROPN;3;nmod")
    (hit,) = hits(analysis)
    assert (hit.head, hit.noun, hit.frame.actor[0], hit.frame.recipient) == (2, 2, "possessive", ("of",))


def test_lifted_sanctions_are_one_deed() -> None:
    words = "The;DET;2;det union;NOUN;3;nsubj lifted=lift;VERB;0;root sanctions=sanction;NOUN;3;obj"
    assert types(words) == [("RETREAT", None)]


def test_a_defied_curfew_is_two_deeds() -> None:
    words = "Crowds=crowd;NOUN;2;nsubj defied=defy;VERB;0;root a;DET;4;det curfew;NOUN;2;obj"
    assert types(words) == [("REJECT", None), ("COERCE", "curfew")]


def test_a_participle_beside_a_noun_weighs_half() -> None:
    alone = sketch("They;PRON;2;nsubj jailed=jail;VERB;0;root critics=critic;NOUN;2;obj")
    beside = sketch("jailed=jail;VERB/VBN;2;amod critics=critic;NOUN;0;root")
    assert hits(beside)[0].weight == hits(alone)[0].weight * lexicon.BESIDE_A_NOUN


def test_a_wrong_lemma_is_mended_by_the_form_of_the_word() -> None:
    words = "It;PRON;2;nsubj severed=severe;VERB;0;root all;DET;4;det ties=tie;NOUN;2;obj"
    assert types(words) == [("SANCTION", "discontinue")]


def test_a_noun_with_an_object_is_a_verb() -> None:
    words = "Hezbollah;PROPN;2;nsubj denied;PROPN;0;root any;DET;4;det role;NOUN;2;obj"
    assert types(words) == [("REJECT", None)]


def test_capitalised_nouns_count_in_headlines_only() -> None:
    headline = "Refugee;PROPN;2;compound Deal;PROPN;0;root With;ADP;4;case Australia;PROPN;2;nmod"
    assert (types(headline), types(headline + " .;PUNCT;2;punct")) == ([("AGREE", None)], [])


def test_a_plural_may_mean_what_the_singular_does_not() -> None:
    singular = "Their;PRON;2;nmod:poss hostility;NOUN;0;root"
    plural = "The;DET;2;det hostilities=hostility;NOUN;0;root"
    assert (types(singular), types(plural)) == ([], [("ASSAULT", None)])


def test_an_adjective_counts_where_it_is_said_of_somebody() -> None:
    words = "She;PRON;3;nsubj was;AUX;3;cop critical;ADJ;0;root of;ADP;6;case the;DET;6;det law;NOUN;3;obl"
    assert types(words) == [("ACCUSE", "disapprove")]


def test_a_detached_particle_may_hold_the_object() -> None:
    words = "Guards=guard;NOUN;2;nsubj rounded=round;VERB;0;root up;ADP;4;case suspects=suspect;NOUN;2;obl"
    (hit,) = hits(sketch(words))
    assert "up" in hit.frame.recipient
