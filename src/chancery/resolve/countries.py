"""Countries: of which country an actor is that no word of its own places.

In: a report's setting with names, nouns and pronouns joined. Out: countries written into its referents.
What it does not know: places on a map.

"The police" of a report on Uganda are Ugandan, "the interior minister" is Uganda's, the "Senate" is of the country
that the report speaks of. Who belongs to an international body or studies from afar keeps no country.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.mentions import RoleMention
from chancery.resolve import aliases
from chancery.resolve.nominals import own_country
from chancery.resolve.pronouns import Setting
from chancery.resolve.referents import Referent

SERVICES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""PLOVER sectors of those who serve a state."""


def settle_shared(setting: Setting) -> None:
    """Give bodies whose name several countries share the country that the report speaks of.

    The tables know the best known ("Labor Party" is Israel's): it holds where the report speaks of its country.
    """
    for one in setting.referents.known:
        if one.country is not None or not one.named or one.kind in ("person", "state"):
            continue
        entry = knowledge.actors().get(one.name)
        if entry is not None and entry.shared and entry.country is not None:
            first = setting.referents.mentions[min(one.mentions)].head
            near = setting.lands.around(first, setting.analysis.sentence_of[first])
            one.country = entry.country if entry.country in setting.lands or near is None else near


def lend(setting: Setting, roles: Sequence[RoleMention]) -> None:
    """Give actors without a country whose they are; servants of state the nearest; people the report's only one.

    Args:
        setting: the report with everybody joined.
        roles: by which those are known who belong to a body of no country.
    """
    referents = setting.referents
    abroad = {
        number for role in roles if _is_abroad(role)
        for number in (referents.of[setting.at[role.person]] if role.person in setting.at else ())
    }  # fmt: skip
    secretaries = {
        number for role in roles if role.title.lower().startswith(AMERICAN) and "USA" in setting.lands
        for number in (referents.of[setting.at[role.person]] if role.person in setting.at else ())
    }  # fmt: skip
    for one in referents.known:
        if one.country is not None or not one.mentions or one.kind in ("state", "bloc"):
            continue
        for i in one.mentions:
            one.country = one.country or own_country(setting, referents.mentions[i])
        if one.country is None and any(referents.known[n] is one for n in secretaries):
            one.country = "USA"
        if one.country is not None:
            continue
        if serves_state(setting, one) and not any(referents.known[n] is one for n in abroad):
            first = referents.mentions[min(one.mentions)].head
            one.country = setting.lands.around(first, setting.analysis.sentence_of[first])
        elif one.kind in ("person", "population") and not _stands_apart(setting, one, abroad):
            one.country = setting.lands.alone


AMERICAN = ("secretary of", "congressman", "congresswoman")
"""Beginnings of titles that only the United States uses in English news."""

OUTSIDERS = frozenset({"EDU", "MED", "NGO", "IGO"})
"""Sectors of those who look at a country from outside, as far as a report tells."""


def _stands_apart(setting: Setting, one: Referent, abroad: set[int]) -> bool:
    """Tell whether somebody need not be of a report's one country: scholars, foreigners, staff of other bodies."""
    if not OUTSIDERS.isdisjoint(one.sectors) or any(setting.referents.known[n] is one for n in abroad):
        return True
    if one.named:
        return False
    words = {w for i in one.mentions for w in aliases.words_of(setting.referents.mentions[i].name)}
    return not words.isdisjoint(FOREIGN) or any(
        _is_name(setting.analysis, t)
        for i in one.mentions
        for t in range(*setting.referents.mentions[i].tokens)
        if t != setting.referents.mentions[i].head
    )


FOREIGN = frozenset(
    "foreign foreigner foreigners migrant migrants refugee refugees expatriate expatriates tourist "
    "tourists international western world global analyst analysts expert experts".split()
)
"""Words for people who come from elsewhere."""


def _is_abroad(role: RoleMention) -> bool:
    """Tell whether a role is held in a body of no country ("EU foreign policy chief"), or in some private body."""
    if role.organization is None or role.country is not None:
        return False
    entry = knowledge.actors().get(role.organization)
    if entry is not None:
        return entry.country is None and not entry.shared
    generic = knowledge.generics().get(role.organization.rpartition(" ")[2])
    return generic is None or not generic.state


def serves_state(setting: Setting, one: Referent) -> bool:
    """Tell whether a person's office or a nominal's noun means servants of a state, of no other country."""
    analysis = setting.analysis
    if one.named:
        return one.kind == "person" and not SERVICES.isdisjoint(one.sectors)
    for i in one.mentions:
        m = setting.referents.mentions[i]
        if m.tokens[1] > m.head + 1 or any(_is_name(analysis, t) for t in range(m.tokens[0], m.head)):
            return False  # "leaders from 14 countries", "Western officials": of others, whoever they are
        for start in range(m.tokens[0], m.head + 1):
            generic = knowledge.generics().get(" ".join(analysis.lowers[start : m.head + 1]))
            if generic is not None and generic.state:
                return True
    return False


def _is_name(analysis: Analysis, token: int) -> bool:
    """Tell whether a word inside a phrase is a name that tells whose it is."""
    named = analysis.forms[token][:1].isupper() and analysis.upos[token] in ("PROPN", "ADJ")
    return named and token > analysis.sentence(token)[0]
