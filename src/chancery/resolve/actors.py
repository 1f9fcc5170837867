"""Actors: from mentions to who they are, each once, with the fullest name that the report gives.

In: an analysis, its actor and role mentions, the date of publication, and who speaks where.
Out: a `Cast`: the actors of the record, and for every token who it stands for.
What it does not know: what anybody does.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chancery.analysis import Analysis, Tokens
from chancery.mentions import ActorMention, RoleMention
from chancery.record import Actor
from chancery.record import ActorMention as RecordMention
from chancery.resolve import aliases, countries, lands, nominals, pronouns
from chancery.resolve.nominals import Offices
from chancery.resolve.pronouns import Setting
from chancery.resolve.referents import Referents
from chancery.resolve.salience import mask_quotes


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in one report.

    Attributes:
        actors: the actors in reading order, ids a1, a2, ...
        ids: for each token the ids of whom it stands for, () for nobody.
        joined: for each head of a coordination the ids of all that it joins.
    """

    actors: tuple[Actor, ...]
    ids: Mapping[int, tuple[str, ...]]
    joined: Mapping[int, tuple[str, ...]]

    def at(self, token: int) -> str | None:
        """Return the id of whom a token stands for, of several the first; None for nobody.

        Args:
            token: any token of a mention, of a title beside a name, or a pronoun.
        """
        ids = self.ids.get(token, ())
        return ids[0] if ids else None

    def all_at(self, token: int) -> tuple[str, ...]:
        """Return the ids of all whom a token stands for: joined heads ("Putin and Xi"), plurals ("they")."""
        return self.joined.get(token) or self.ids.get(token, ())

    def actor(self, actor_id: str) -> Actor:
        """Return an actor by id."""
        return self.actors[int(actor_id[1:]) - 1]


def resolve(
    analysis: Analysis,
    mentions: Sequence[ActorMention],
    roles: Sequence[RoleMention],
    published: datetime.date | None,
    speakers: Iterable[tuple[Tokens, int]] = (),
) -> Cast:
    """Find out who the mentions of a report stand for.

    Args:
        analysis: the report.
        mentions: as `extract.actors.find` returns them.
        roles: as `extract.roles.find` returns them.
        published: date of publication; None leaves well-known people undated.
        speakers: token ranges of what is said, each with the head token of its source, for "I" and "we".

    Returns:
        The cast; every mention with a referent stands in it.
    """
    referents = Referents(list(mentions))
    at = {m.head: i for i, m in enumerate(referents.mentions)}
    setting = Setting(analysis, referents, mask_quotes(analysis), dict(speakers), at, lands.find(analysis))
    aliases.group(analysis, referents, published)
    offices = _offices(setting, roles)
    countries.settle_shared(setting)
    _place_all(setting, offices)
    countries.lend(setting, roles)
    return _cast(setting, roles)


def _offices(setting: Setting, roles: Sequence[RoleMention]) -> Offices:
    """Note who bears which title, and give people what their titles tell."""
    offices = Offices()
    for role in roles:
        index = setting.at.get(role.person)
        if index is None or len(setting.referents.of[index]) != 1:
            continue
        number = setting.referents.of[index][0]
        offices.note(role, number)
        one = setting.referents.known[number]
        one.country = one.country or role.country or _country_of(setting, role.organization)
    return offices


def _country_of(setting: Setting, name: str | None) -> str | None:
    """Return the country of the body or person that an office belongs to, where the report has named it."""
    if name is None:
        return None
    words = aliases.words_of(name)
    return next((one.country for one in setting.referents.known if aliases.words_of(one.name) == words), None)


def _place_all(setting: Setting, offices: Offices) -> None:
    """Join nominals and pronouns in reading order, then documents, the first person last."""
    referents = setting.referents
    documents = [
        i for i, m in enumerate(referents.mentions) if m.form == "nominal" and nominals.is_document(setting, m)
    ]
    later = []
    for i, m in enumerate(referents.mentions):
        if i in documents:
            continue
        if m.form == "nominal":
            numbers = nominals.place(setting, offices, i)
            if not referents.of[i]:
                referents.join(i, *numbers)
        elif m.form == "pronoun" and m.name in pronouns.FIRST:
            later.append(i)
        elif m.form == "pronoun":
            numbers = pronouns.place(setting, i)
            if numbers:
                referents.join(i, *numbers)
    for i in documents:  # whoever issued them may stand behind them
        numbers = nominals.place(setting, offices, i)
        if not referents.of[i]:
            referents.join(i, *numbers)
    for i in later:
        numbers = pronouns.place_first_person(setting, i)
        if numbers:
            referents.join(i, *numbers)


def _cast(setting: Setting, roles: Sequence[RoleMention]) -> Cast:
    """Write the actors down in reading order and say for every token who it stands for."""
    analysis, referents = setting.analysis, setting.referents
    order = sorted(
        (number for number, one in enumerate(referents.known) if one.mentions),
        key=lambda number: min(referents.mentions[i].tokens for i in referents.known[number].mentions),
    )
    ids = {number: f"a{k}" for k, number in enumerate(order, 1)}
    actors = tuple(_actor(setting, number, ids[number]) for number in order)
    tokens = _tokens(setting, roles, ids)
    joined = {
        token: tuple(ids[n] for n in numbers)
        for token in setting.at
        if len(numbers := pronouns.conjuncts(setting, token)) > 1 and analysis.deprels[token] != "conj"
    }
    return Cast(actors, tokens, joined)


def _actor(setting: Setting, number: int, actor_id: str) -> Actor:
    """Write one actor of the record."""
    analysis, one = setting.analysis, setting.referents.known[number]
    seen = sorted(set(one.mentions), key=lambda i: setting.referents.mentions[i].tokens)
    mentions = tuple(
        RecordMention(analysis.span(m.tokens), analysis.words(m.tokens), m.form)
        for m in (setting.referents.mentions[i] for i in seen)
    )
    return Actor(actor_id, one.name, one.kind, one.country, one.sectors, mentions)


def _tokens(setting: Setting, roles: Sequence[RoleMention], ids: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """Say for every token of a mention whom it stands for: its head first, then the shortest mention around it."""
    analysis, referents = setting.analysis, setting.referents
    found: dict[int, tuple[str, ...]] = {}
    for i, m in enumerate(referents.mentions):
        if referents.of[i]:
            found[m.head] = tuple(ids[n] for n in referents.of[i])
    by_length = sorted(range(len(referents.mentions)), key=lambda i: _length(referents.mentions[i].tokens))
    for i in by_length:
        for token in range(*referents.mentions[i].tokens):
            if referents.of[i]:
                found.setdefault(token, tuple(ids[n] for n in referents.of[i]))
    for role in sorted(roles, key=lambda role: _length(role.tokens)):
        for token in range(*role.tokens):
            if role.person in found:
                found.setdefault(token, found[role.person])
    for token in range(len(analysis)):  # a title that the parse makes the head of a name
        if token not in found and analysis.upos[token] in ("NOUN", "PROPN"):
            for child in analysis.children[token]:
                if (
                    analysis.deprels[child] in ("flat", "appos", "nmod:desc")
                    and child in found
                    and abs(child - token) < 4
                ):
                    found[token] = found[child]
                    break
    return found


def _length(tokens: Tokens) -> int:
    return tokens[1] - tokens[0]
