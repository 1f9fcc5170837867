"""Every construction reads the title of its own example; and what is no title is not read as one."""

from __future__ import annotations

import pytest

from chancery.analysis import Analysis
from chancery.extract import names, offices
from chancery.extract.constructions import CONSTRUCTIONS, Construction
from sketch import sketch

ANA = (("Ana Petrova", "Person"),)
EXAMPLES = {
    "before the name": "Foreign;ADJ/NNP;2;amod Minister;PROPN;3;nmod:desc Ana;PROPN;5;nsubj Petrova;PROPN;3;flat "
    "resigned_=resign;VERB;0;root .;PUNCT;5;punct",
    "apposition after": "Ana;PROPN;10;nsubj Petrova_;PROPN;1;flat ,;PUNCT/,;6;punct the;DET;6;det foreign;ADJ;6;amod "
    "minister;NOUN;1;appos of;ADP;8;case Norway_;PROPN;6;nmod ,;PUNCT/,;1;punct resigned_=resign;VERB;0;root "
    ".;PUNCT;10;punct",
    "apposition before": "The;DET;3;det foreign;ADJ;3;amod minister_;NOUN;8;nsubj ,;PUNCT/,;5;punct Ana;PROPN;3;appos "
    "Petrova_;PROPN;5;flat ,;PUNCT/,;3;punct resigned_=resign;VERB;0;root .;PUNCT;8;punct",
    "relative clause": "Ana;PROPN;10;nsubj Petrova_;PROPN;1;flat ,;PUNCT/,;5;punct who;PRON/WP;5;nsubj "
    "heads=head;VERB/VBZ;1;acl:relcl the;DET;8;det Harbour;PROPN;8;compound Council_;PROPN;5;obj ,;PUNCT/,;1;punct "
    "resigned_=resign;VERB;0;root .;PUNCT;10;punct",
    "predicate": "Ana;PROPN;5;nsubj Petrova;PROPN;1;flat was=be;AUX/VBD;5;cop foreign;ADJ;5;amod minister_;NOUN;0;root "
    ".;PUNCT;5;punct",
}
TITLES = {"relative clause": "head"}


def titles_of(analysis: Analysis) -> list[tuple[str, str | None, str | None]]:
    found = offices.find(analysis, names.find(analysis))
    return [(phrase.title, phrase.organization, phrase.country) for first in found for phrase in found[first]]


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda one: one.name)
def test_a_construction_reads_its_own_example(construction: Construction) -> None:
    analysis = sketch(EXAMPLES[construction.name], entities=ANA)
    expected = TITLES.get(construction.name, "foreign minister")
    actual = [title.lower() for title, _, _ in titles_of(analysis)]
    assert analysis.text == construction.example
    assert [expected] == actual


def test_two_offices_in_one_apposition_are_two_titles() -> None:
    analysis = sketch(
        "Ana;PROPN;17;nsubj Petrova_;PROPN;1;flat ,;PUNCT/,;6;punct 61_;NUM;1;appos ,;PUNCT/,;7;punct a;DET;7;det "
        "lawyer;NOUN;1;appos and;CCONJ;10;cc the;DET;10;det secretary;NOUN;7;conj of;ADP;15;case Norway_;PROPN;15;"
        "nmod:poss 's;PART;12;case Harbour;PROPN;15;compound Council_;PROPN;10;nmod ,;PUNCT/,;1;punct "
        "resigned_=resign;VERB;0;root .;PUNCT;17;punct",
        entities=(*ANA, ("Harbour Council", "Organization")),
    )
    assert titles_of(analysis) == [("lawyer", None, None), ("secretary", "Harbour Council", "NOR")]


def test_a_title_that_the_name_explains_keeps_its_country() -> None:
    analysis = sketch(
        "China_;PROPN;4;nmod:poss 's;PART;1;case top;ADJ;4;amod diplomat_;NOUN;9;nsubj ,;PUNCT/,;6;punct "
        "Li;PROPN;4;appos Wen_;PROPN;6;flat ,;PUNCT/,;4;punct left_=leave;VERB;0;root .;PUNCT;9;punct",
        entities=(("Li Wen", "Person"),),
    )
    assert titles_of(analysis) == [("top diplomat", "China", "CHN")]


def test_a_clause_before_the_main_one_is_no_apposition() -> None:
    analysis = sketch(
        "After;SCONJ;3;mark he;PRON;3;nsubj met=meet;VERB;9;advcl Ana;PROPN;3;obj Petrova_;PROPN;4;flat ,;PUNCT/,;3;"
        "punct the;DET;8;det minister;NOUN;9;nsubj left_=leave;VERB;0;root .;PUNCT;9;punct",
        entities=ANA,
    )
    assert titles_of(analysis) == []


def test_a_plural_title_is_shared_by_a_list_of_names() -> None:
    analysis = sketch(
        "The;DET;2;det lawmakers_=lawmaker;NOUN/NNS;10;nsubj ,;PUNCT/,;4;punct Ana;PROPN;2;appos Petrova;PROPN;4;flat "
        "and;CCONJ;7;cc Ivo;PROPN;4;conj Hall_;PROPN;7;flat ,;PUNCT/,;2;punct left_=leave;VERB;0;root .;PUNCT;10;punct",
        entities=(*ANA, ("Ivo Hall", "Person")),
    )
    assert titles_of(analysis) == [("lawmaker", None, None), ("lawmaker", None, None)]


def test_of_a_list_each_name_has_the_country_behind_it() -> None:
    analysis = sketch(
        "Presidents=president;NOUN/NNPS;2;nmod:desc Ana;PROPN;10;nsubj Petrova;PROPN;2;flat of;ADP;5;case "
        "Norway;PROPN;2;nmod and;CCONJ;7;cc Ivo;PROPN;2;conj of;ADP;9;case Kenya;PROPN;7;nmod met_=meet;VERB;0;root "
        ".;PUNCT;10;punct",
        entities=(*ANA, ("Ivo", "Person")),
    )
    assert titles_of(analysis) == [("President", "Norway", "NOR"), ("President", "Kenya", "KEN")]
