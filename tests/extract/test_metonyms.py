"""Where the name of a capital stands for a government, and where for the city."""

from __future__ import annotations

import pytest

from chancery.extract.metonyms import is_locative, stands_for_government
from sketch import head_of, sketch

ACTORS = {
    "Moscow": "Moscow;PROPN;2;nsubj denies=deny;VERB/VBZ;0;root it_;PRON;2;obj .;PUNCT;2;punct",
    "Doha": "Envoys=envoy;NOUN/NNS;2;nsubj held=hold;VERB;0;root talks=talk;NOUN/NNS;2;obj with;ADP;5;case Doha_;PROPN;"
    "3;nmod .;PUNCT;2;punct",
    "Cairo": "Cairo_;PROPN;3;nmod:poss 's;PART;1;case claim;NOUN;5;nsubj is=be;AUX;5;cop false_;ADJ;0;root "
    ".;PUNCT;5;punct",
    "Tehran": "Pressure;NOUN;4;nsubj on;ADP;3;case Tehran;PROPN;1;nmod grew_=grow;VERB;0;root .;PUNCT;4;punct",
    "Ankara": "Leaders=leader;NOUN/NNS;2;nsubj urged=urge;VERB;0;root Ankara;PROPN;2;obj to;PART/TO;5;mark "
    "stop_;VERB/VB;2;xcomp .;PUNCT;2;punct",
    "Seoul": "Ties=tie;NOUN/NNS;6;nsubj between;ADP;3;case Tokyo;PROPN;1;nmod and;CCONJ;5;cc Seoul;PROPN;3;conj "
    "grew_=grow;VERB;0;root .;PUNCT;6;punct",
}
PLACES = {
    "Moscow": "Men=man;NOUN/NNS;2;nsubj marched=march;VERB;0;root in;ADP;4;case Moscow_;PROPN;2;obl .;PUNCT;2;punct",
    "Kabul": "Kabul;PROPN;2;nsubj fell_=fall;VERB;0;root .;PUNCT;2;punct",
    "Cairo": "Cairo_;PROPN;3;nmod:poss 's;PART;1;case airport;NOUN;4;nsubj closed_=close;VERB;0;root .;PUNCT;4;punct",
    "Kyiv": "Kyiv;PROPN;3;nsubj:pass was=be;AUX/VBD;3;aux:pass shelled_=shell;VERB/VBN;0;root .;PUNCT;3;punct",
    "Doha": "Envoys=envoy;NOUN/NNS;2;nsubj flew=fly;VERB;0;root to;ADP;4;case Doha_;PROPN;2;obl .;PUNCT;2;punct",
    "Tehran": "He;PRON;2;nsubj visited=visit;VERB;0;root Tehran_;PROPN;2;obj .;PUNCT;2;punct",
}


@pytest.mark.parametrize("city", sorted(ACTORS))
def test_a_capital_that_acts_speaks_or_is_party_is_its_government(city: str) -> None:
    analysis = sketch(ACTORS[city])
    assert stands_for_government(analysis, head_of(analysis, city))


@pytest.mark.parametrize("city", sorted(PLACES))
def test_a_capital_where_things_happen_is_a_city(city: str) -> None:
    analysis = sketch(PLACES[city])
    assert not stands_for_government(analysis, head_of(analysis, city))


def test_a_country_after_in_is_only_where_something_is() -> None:
    analysis = sketch(
        "Rebels=rebel;NOUN/NNS;2;nsubj fight;VERB/VBP;0;root in;ADP;4;case Syria_;PROPN;2;obl .;PUNCT;2;punct"
    )
    assert is_locative(analysis, head_of(analysis, "Syria"))
