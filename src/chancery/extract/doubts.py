"""Doubts: what makes a word of the lexicon no political deed where it stands.

In: an analysis, a lexicon hit, its parties. Out: the name of the doubt, or None.
What it does not know: whether the deed happened. Words that never name a deed are the lexicon's business; these
rules look at the tree around a word that often does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from chancery.analysis import Analysis
from chancery.extract import branches, clause_words
from chancery.extract.lexicon import Hit
from chancery.extract.parties import PERSONAL, Parties, Party, Rank

VERBAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "COOPERATE"})
"""Types that are said or agreed: between private people they are no political deeds."""
ACCIDENTS = frozenset(
    "crash accident earthquake quake flood storm hurricane typhoon cyclone tornado landslide avalanche collision sink "
    "capsize derail collapse fire blaze wildfire eruption tsunami stampede outbreak epidemic disease".split()
)
CONTESTED = frozenset(
    "rout defeat beat fight combat battle crush hit attack trounce vanquish conquer hammer target".split()
)
CONTESTS = frozenset(
    "election vote voter primary caucus ballot poll runoff referendum candidate nominee championship tournament league "
    "cup season match goal coach".split()
)
EVILS = ("ness", "ism", "ption", "erty", "ity", "ence")
EVIL = frozenset(
    "crime drug disease poverty hunger famine virus climate racism terror smuggling trafficking fraud".split()
)
"""Endings of, and words for, evils that are fought without a shot."""
NEAR = 40  # tokens around a word in which "election" explains it; longer sentences tell of more than one thing
MEDIA = frozenset("media medium press reporter journalist newspaper television radio correspondent crowd".split())


@dataclass(frozen=True, slots=True)
class Sight:
    """What a doubt looks at: a hit with its parties, and the tokens that times cover."""

    analysis: Analysis
    parties: Parties
    hit: Hit
    actors: list[Party]
    recipients: list[Party]
    dated: Collection[int]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One row: a name, what it looks for, and a sentence of our own in which it holds."""

    name: str
    holds: Callable[[Sight], bool]
    example: str


def doubt(sight: Sight) -> str | None:
    """Return the name of the first doubt that holds, None where there is none."""
    return next((row.name for row in DOUBTS if row.holds(sight)), None)


def _tells_news(sight: Sight) -> bool:
    """Tell whether "tell" passes on words instead of asking for a deed: no infinitive follows."""
    analysis, head = sight.analysis, sight.hit.head
    if sight.hit.type != "REQUEST" or analysis.lemmas[head] not in ("tell", "instruct", "remind"):
        return False
    if analysis.lemmas[head] == "instruct":
        return branches.is_passive(analysis, head)
    return not any(
        analysis.deprels[c] in ("xcomp", "advcl", "ccomp") and clause_words.is_infinitive(analysis, c)
        for c in analysis.children[head]
    )


def _in_time(sight: Sight) -> bool:
    """Tell whether the word is part of a date ("in March")."""
    token = sight.hit.head if sight.hit.noun is None else sight.hit.noun
    return token in sight.dated


def _in_name(sight: Sight) -> bool:
    """Tell whether the word is part of a body's name of several words ("the General Assembly")."""
    token = sight.hit.noun
    if token is None or sight.analysis.upos[token] != "PROPN":
        return False
    entity = sight.parties.entity_at(token)
    if entity is None or entity.tokens[1] - entity.tokens[0] < 2:
        return False
    return entity.label in ("Organization", "Person", "Facility")


def _is_byline(sight: Sight) -> bool:
    """Tell whether a reporter is thanked ("contributed to this report")."""
    analysis, head = sight.analysis, sight.hit.head
    if analysis.lemmas[head] != "contribute":
        return False
    return any(analysis.lemmas[c] in ("report", "story", "article") for c in analysis.children[head])


def _names_something(sight: Sight) -> bool:
    """Tell whether "call" gives a name instead of ringing somebody up or asking ("what he called a plot")."""
    analysis, head = sight.analysis, sight.hit.head
    if sight.hit.type not in ("CONSULT", "REQUEST") or analysis.lemmas[head] != "call" or sight.hit.noun is not None:
        return False
    if analysis.deprels[head].startswith("acl") and branches.is_passive(analysis, head):
        return True
    below = [c for c in analysis.children[head] if c > head]
    if any(analysis.lowers[c] in ("what", "so") for c in analysis.children[head]):
        return True
    if any(analysis.deprels[c] == "obl" and branches.case_of(analysis, c) in ("for", "on", "upon") for c in below):
        return False
    objects = sum(analysis.deprels[c] in ("obj", "iobj") for c in below)
    return objects > 1 or (
        objects > 0
        and any(
            analysis.deprels[c] in ("xcomp", "ccomp") and not clause_words.is_infinitive(analysis, c) for c in below
        )
    )


def _is_a_name_given(sight: Sight) -> bool:
    """Tell whether a noun is what somebody calls a thing ("called it an invasion")."""
    noun = sight.hit.noun
    if noun is None or noun != sight.hit.head:
        return False
    above = sight.analysis.heads[noun]
    if branches.case_of(sight.analysis, noun) == "as" and sight.analysis.deprels[noun] in ("obl", "nmod"):
        return True
    naming = above >= 0 and sight.analysis.lemmas[above] in ("call", "label", "brand", "dub", "term", "name", "cast")
    return naming and sight.analysis.deprels[noun].partition(":")[0] in ("xcomp", "obj", "obl", "ccomp")


def _foretells(sight: Sight) -> bool:
    """Tell whether "warn" foretells what others will do or suffer, instead of threatening somebody."""
    analysis, head = sight.analysis, sight.hit.head
    if sight.hit.type != "THREATEN" or analysis.lemmas[head] != "warn" or sight.hit.noun is not None:
        return False
    if any(party.rank >= Rank.PEOPLE and analysis.heads[party.head] == head for party in sight.recipients):
        return False
    return not any(_speaks_of_self(analysis, c) for c in analysis.children[head] if analysis.deprels[c] == "ccomp")


def _is_danger(sight: Sight) -> bool:
    """Tell whether a "threat" is a danger, not words: nobody makes it, nothing is threatened with."""
    analysis, noun = sight.analysis, sight.hit.noun
    if sight.hit.type != "THREATEN" or noun is None or noun != sight.hit.head or analysis.lemmas[noun] != "threat":
        return False
    if any(analysis.deprels[c].startswith("acl") for c in analysis.children[noun]):
        return False
    return not any(branches.case_of(analysis, c) == "against" for c in analysis.children[noun])


def _speaks_of_self(analysis: Analysis, clause: int) -> bool:
    """Tell whether the subject of a clause is a pronoun or something that a pronoun owns ("his troops")."""
    for child in analysis.children[clause]:
        if analysis.deprels[child].startswith("nsubj"):
            owned = any(analysis.xpos[c] == "PRP$" for c in analysis.children[child])
            return owned or (analysis.lowers[child] in PERSONAL and analysis.upos[child] == "PRON")
    return False


def _is_accident(sight: Sight) -> bool:
    """Tell whether people came to harm by accident or nature ("killed when the ferry sank")."""
    analysis, head = sight.analysis, sight.hit.head
    if sight.hit.type != "ASSAULT" or sight.hit.noun is not None or sight.actors:
        return False
    return any(
        analysis.deprels[c].partition(":")[0] in ("obl", "advcl", "nsubj")
        and any(analysis.lemmas[t] in ACCIDENTS for t in (c, *analysis.children[c]))
        for c in analysis.children[head]
    )


def _is_contest(sight: Sight) -> bool:
    """Tell whether a word of war speaks of a vote or a game ("routed her rival in the primary")."""
    analysis, head = sight.analysis, sight.hit.head
    if sight.hit.type != "ASSAULT" or analysis.lemmas[head] not in CONTESTED:
        return False
    first, last = analysis.sentence(head)
    return any(analysis.lemmas[t] in CONTESTS for t in range(max(first, head - NEAR), min(last, head + NEAR)))


def _fights_an_evil(sight: Sight) -> bool:
    """Tell whether what is fought is an evil, not an enemy ("fights corruption")."""
    analysis = sight.analysis
    if sight.hit.type != "ASSAULT" or not sight.recipients or analysis.lemmas[sight.hit.head] not in CONTESTED:
        return False
    return all(
        party.rank == Rank.THING
        and (analysis.lemmas[party.head].endswith(EVILS) or analysis.lemmas[party.head] in EVIL)
        for party in sight.recipients
    )


def _speaks_to_media(sight: Sight) -> bool:
    """Tell whether somebody only spoke to the press."""
    if sight.hit.type != "CONSULT" or not sight.recipients:
        return False
    analysis = sight.analysis
    return all(analysis.lowers[p.head] in MEDIA or analysis.lemmas[p.head] in MEDIA for p in sight.recipients)


def _is_private(sight: Sight) -> bool:
    """Tell whether nobody who acts politically takes part in a deed of words."""
    if sight.hit.type not in VERBAL:
        return False
    parties = [*sight.actors, *sight.recipients]
    if not parties:
        return False
    return not any(p.rank == Rank.POLITICAL or sight.analysis.upos[p.head] == "PRON" for p in parties)


DOUBTS: tuple[Doubt, ...] = (
    Doubt("tells news", _tells_news, "The envoy told reporters that the road was open."),
    Doubt("part of a date", _in_time, "The base was closed in March."),
    Doubt("part of a name", _in_name, "The General Assembly adjourned."),
    Doubt("byline", _is_byline, "Our reporter in Lima contributed to this report."),
    Doubt("gives a name", _names_something, "The settlers called the hill Dawn."),
    Doubt("a name given", _is_a_name_given, "The envoy called the law an attack on the press."),
    Doubt("foretells", _foretells, "Doctors warned that the water would make people ill."),
    Doubt("danger", _is_danger, "The drought is a threat to the herders."),
    Doubt("accident", _is_accident, "Nine people were killed when a ferry sank."),
    Doubt("contest", _is_contest, "The senator routed her rival in the primary."),
    Doubt("fights an evil", _fights_an_evil, "The union fought corruption."),
    Doubt("speaks to media", _speaks_to_media, "The coach spoke to the media."),
    Doubt("private", _is_private, "A farmer spoke to a nurse."),
)
"""Every doubt, in the order in which they are tried."""
