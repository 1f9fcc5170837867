"""Readers: the rules that read attributions, in the order in which they are tried.

In: a `Scene`. Out: `Draft`s in the order of their cues.
What it does not know: the model's attributions, and quotations without a cue (`continuations`).

`RULES` is the register: each rule has a name, an example sentence of our own, which a test reads, and a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chancery.analysis import Analysis
from chancery.extract import headlines
from chancery.extract.claims import read_noun
from chancery.extract.drafts import Draft
from chancery.extract.go_betweens import read_according, read_as_saying
from chancery.extract.quotes import Scene
from chancery.extract.verbs import read_verb


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of attributing: its name, the example that its test reads, and its reader."""

    name: str
    example: str
    read: Callable[[Scene, int], Draft | None]


RULES = (
    Rule("as saying", "The premier was quoted by the agency as saying that talks had begun.", read_as_saying),
    Rule("according to", "According to the ministry, the bridge is closed.", read_according),
    Rule("verb", "The ministry said that the bridge was closed.", read_verb),
    Rule("noun", "The rebels' claim that they hold the port was false.", read_noun),
)
"""Tried in this order on every token; the first that reads it wins."""


def find(scene: Scene) -> list[Draft]:
    """Read every cue of a report.

    Args:
        scene: the report with its quotations.

    Returns:
        Drafts in the order of their cues.
    """
    found = [draft for token in range(len(scene.analysis)) if (draft := _read(scene, token)) is not None]
    return [*headlines.find(scene), *_without_wrappers(scene.analysis, found)]


def _read(scene: Scene, token: int) -> Draft | None:
    """Try the rules on one token."""
    if scene.analysis.upos[token] not in ("VERB", "NOUN", "ADP", "AUX", "SCONJ"):
        return None
    return next((draft for rule in RULES if (draft := rule.read(scene, token)) is not None), None)


def _without_wrappers(analysis: Analysis, drafts: list[Draft]) -> Iterator[Draft]:
    """Drop a verb whose object is itself a cue with content ("renewed his call for a truce"): the noun tells more.

    Where the claim is somebody else's ("denied the rebels' claim that …") both stay.
    """
    objects = {
        analysis.heads[draft.head]: draft
        for draft in drafts
        if draft.takes == "noun" and draft.head is not None and analysis.deprels[draft.head] == "obj"
    }
    for draft in drafts:
        inner = objects.get(draft.head) if draft.head is not None else None
        if inner is None or draft.takes != "object" or not is_own(analysis, inner, draft):
            yield draft


def is_own(analysis: Analysis, claim: Draft, verb: Draft) -> bool:
    """Tell whether a claim is that of its verb's subject, which then is its source.

    Args:
        analysis: the report.
        claim: a draft whose cue is a noun; its source is set to the verb's where it is a pronoun or none.
        verb: a draft whose cue is the verb that has the noun as its object.
    """
    if verb.act in ("deny", "accuse", "praise"):
        return False
    if claim.source is None or analysis.upos[claim.source.head] == "PRON":
        claim.source = verb.source
        return True
    return verb.source is not None and claim.source.head == verb.source.head
