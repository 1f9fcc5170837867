"""A deed's contexts come from the words of its sentence, in the order of the table."""

from __future__ import annotations

from chancery.extract.contexts import CONTEXTS, contexts_of
from sketch import sketch


def test_words_of_the_sentence_tell_the_context() -> None:
    analysis = sketch("Courts=court;NOUN/NNS;2;nsubj jailed=jail;VERB;0;root an=a;DET;4;det ambassador;NOUN;2;obj")
    assert {"legal", "diplomatic"} <= set(contexts_of(analysis, (1, 2)))


def test_no_context_is_named_twice() -> None:
    names = [name for name, _ in CONTEXTS]
    assert sorted(set(names)) == sorted(names)
