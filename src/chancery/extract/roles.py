"""Roles: the offices that a report gives to people by name or pronoun.

In: an analysis and its actor mentions. Out: `RoleMention`, in reading order.
What it does not know: whose pronoun it is, and which of two wordings of one office is the fuller.
"""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract import names, offices
from chancery.extract.titles import TitlePhrase
from chancery.mentions import ActorMention, RoleMention

KIN = frozenset(
    """
    wife husband son daughter brother sister father mother widow widower cousin nephew niece uncle aunt grandson
    granddaughter brother-in-law son-in-law half-brother half-sister ally friend supporter rival critic opponent
    successor predecessor colleague follower fan neighbor neighbour
    """.split()
)
"""Words for a tie between people that is no office."""

BARE = frozenset(
    {
        "voter",
        "suspect",
        "soldier",
        "victim",
        "gunman",
        "protester",
        "resident",
        "student",
        "witness",
        "refugee",
        "migrant",
        "veteran",
        "militant",
    }
)
"""Words for what somebody is or does, no office or occupation that a record of offices would hold."""


def find(analysis: Analysis, actors: list[ActorMention]) -> list[RoleMention]:
    """Find the offices of people.

    Args:
        analysis: the report.
        actors: its actor mentions; names and personal pronouns of persons can hold an office.

    Returns:
        One mention for each title that words give to one person.
    """
    spans = names.find(analysis)
    titled = offices.find(analysis, spans)
    owners = offices.owners_of(spans)
    found: list[RoleMention] = []
    for actor in actors:
        if actor.form == "name" and actor.kind == "person":
            given = titled.get(actor.tokens[0], [])
        elif actor.form == "pronoun" and actor.gender in ("m", "f") and analysis.xpos[actor.head] == "PRP":
            given = offices.of_pronoun(analysis, owners, actor.head)
        else:
            continue
        pronoun = actor.form == "pronoun"
        found.extend(
            _role(actor, phrase) for phrase in given if is_office(phrase) and not (pronoun and phrase.body is None)
        )
    return found


def is_office(phrase: TitlePhrase) -> bool:
    """Tell whether a title says an office or occupation, not a form of address or a tie of blood."""
    entry = phrase.entry
    if entry.use == "modifier" or (entry.use == "honorific" and entry.of == "none"):
        return False
    if entry.name == "member":
        return phrase.body is not None
    return entry.name not in KIN and entry.name not in BARE


def _role(actor: ActorMention, phrase: TitlePhrase) -> RoleMention:
    """Make the role mention; its range runs over title and name."""
    tokens = min(phrase.tokens[0], actor.tokens[0]), max(phrase.tokens[1], actor.tokens[1])
    if actor.form == "pronoun":
        tokens = phrase.tokens
    return RoleMention(tokens, actor.head, phrase.title, phrase.organization, phrase.country, former=phrase.former)
