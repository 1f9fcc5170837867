"""Metonyms: whether the name of a place stands for those who govern there.

In: an analysis and the head token of a place name. Out: "actor" or "place".
What it does not know: which government; the tables say that.

"Moscow denies it", "talks with Moscow" and "Moscow's claim" are Russia; "in Moscow", "flew to Moscow",
"bombed Moscow" and "Moscow's airport" are the city.
"""

from __future__ import annotations

from chancery.analysis import Analysis

ALWAYS_PLACE = frozenset(
    "in at near around outside inside across through throughout into via within above beneath beside along past "
    "off surrounding amid".split()
)
"""Prepositions after which a place name is a place."""

USUALLY_ACTOR = frozenset("with between against by toward towards among for versus despite without like than".split())
"""Prepositions that bring parties: "talks with Moscow", "relations between Cairo and Doha"."""

PLACE_VERBS = frozenset(
    "visit leave reach enter bomb shell hit strike seize capture take retake storm besiege encircle surround "
    "evacuate flee tour rock shake approach liberate control overrun pound flood raze destroy damage defend "
    "recapture occupy blanket cross near connect link call ring".split()
)
"""Verbs whose object is a place when it could be one. Their passive subjects are places too."""

SCENE_VERBS = frozenset(
    "lie fall sit stand stretch burn shake witness see erupt host lose house boast wake sleep brace flood".split()
)
"""Verbs of which a place is the scene, not the doer ("Cairo saw new protests", "Kabul fell")."""

POLITICAL_NOUNS = frozenset(
    "pressure sanction message letter response reply answer statement support aid help warning appeal call order "
    "approval reaction signal threat demand instruction guarantee blessing backing assurance concession "
    "recognition permission tie relation relationship link opposition hostility anger concern condemnation "
    "criticism loyalty commitment offer overture rebuke protest complaint ambassador envoy representative ally "
    "independence autonomy dependence reliance embargo tariff leverage influence attitude policy stance position "
    "blow setback challenge threat gift victory".split()
)
"""Nouns that have a government beside them, not a city: "pressure on Tehran", "a reply from Moscow"."""

PLACE_NOUNS = frozenset(
    "airport suburb street square district hospital university mosque church hotel centre center downtown outskirts "
    "neighborhood neighbourhood resident mayor park stadium port prison market station museum metro subway skyline "
    "police university school zoo embassy bridge river weather population area region side coast north south east "
    "west edge heart old city".split()
)
"""Nouns that a city has, as governments have not: "Moscow's airport"."""

SUBJECTS = frozenset({"nsubj", "csubj"})


def stands_for_government(analysis: Analysis, head: int) -> bool:
    """Tell whether the name of a seat of government is used for the government.

    Args:
        analysis: the report.
        head: head token of the name.

    Returns:
        True for an actor, False for a place; unsure is a place.
    """
    relation = analysis.deprels[head].partition(":")[0]
    governor = analysis.heads[head]
    if relation == "conj" and governor >= 0:
        return stands_for_government(analysis, governor)
    if governor < 0 or relation in ("compound", "flat", "amod", "appos", "dep", "list"):
        return False
    case = analysis.child(head, "case")
    preposition = analysis.lowers[case] if case is not None else ""
    if relation in SUBJECTS:
        return _acts(analysis, head, governor)
    if analysis.deprels[head] == "nmod:poss":
        return analysis.lemmas[governor] not in PLACE_NOUNS
    if relation in ("obj", "iobj"):
        return analysis.lemmas[governor] not in PLACE_VERBS
    if preposition in ALWAYS_PLACE:
        return False
    if preposition in USUALLY_ACTOR:
        return analysis.lemmas[governor] not in ("leave", "depart", "bind")
    if preposition in ("to", "from", "on", "of", "over"):
        return analysis.lemmas[governor] in POLITICAL_NOUNS
    return False


def _acts(analysis: Analysis, head: int, governor: int) -> bool:
    """Tell whether the subject of a predicate acts: not of a verb that has a scene, nor "Kyiv was shelled"."""
    lemma = analysis.lemmas[governor]
    if analysis.deprels[head] == "nsubj:pass":
        return lemma not in PLACE_VERBS
    if analysis.child(governor, "cop") is not None:
        return analysis.upos[governor] == "ADJ"
    return lemma not in SCENE_VERBS


def is_locative(analysis: Analysis, head: int) -> bool:
    """Tell whether a country's name says only where something is ("fighting in Syria", "Quetta, Pakistan")."""
    relation = analysis.deprels[head].partition(":")[0]
    if relation == "conj" and analysis.heads[head] >= 0:
        return is_locative(analysis, analysis.heads[head])
    case = analysis.child(head, "case")
    if case is not None:
        return analysis.lowers[case] in ALWAYS_PLACE
    return relation in ("appos", "list", "dep") and analysis.upos[analysis.heads[head]] == "PROPN"
