"""Countries: of which country an actor is that no word of its own places.

In: a report's setting with names, nouns and pronouns joined. Out: countries written into its referents.
What it does not know: places on a map.

"The police" of a report on Uganda are Ugandan, "the interior minister" is Uganda's, the "Senate" is of the country
that the report speaks of. Who belongs to an international body or studies from afar keeps no country.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.mentions import RoleMention
from chancery.resolve import aliases
from chancery.resolve.nominals import own_country
from chancery.resolve.pronouns import Setting
from chancery.resolve.referents import Referent

SERVICES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""PLOVER sectors of those who serve a state."""

AMERICAN = ("secretary of", "congressman", "congresswoman")
"""Beginnings of titles that only the United States uses in English news."""

PARTIES = frozenset({"PTY", "OPP"})
OUTSIDERS = frozenset({"EDU", "MED", "NGO", "IGO"})
"""Sectors of those who look at a country from outside, as far as a report tells."""

FOREIGN = frozenset(
    "foreign foreigner foreigners migrant migrants refugee refugees expatriate expatriates tourist tourists "
    "international western world global analyst analysts expert experts observer observers monitor monitors "
    "journalist journalists reporter reporters".split()
)
"""Words for people who come from elsewhere."""


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
    _inherit(setting)
    worldly = _bearers(setting, roles, _is_worldly)
    private = _bearers(setting, roles, _is_private)
    owned = _owned(setting, roles)
    american = _bearers(setting, roles, lambda role: role.title.lower().startswith(AMERICAN))
    for number, one in enumerate(referents.known):
        if one.country is not None or not one.mentions or one.kind in ("state", "bloc"):
            continue
        if number in american and "USA" in setting.lands:
            one.country = "USA"
        elif number in owned:
            one.country = owned[number]
        elif number not in worldly and serves_state(setting, one):
            first = referents.mentions[min(one.mentions)].head
            one.country = setting.lands.around(first, setting.analysis.sentence_of[first])
        elif _may_be_local(one) and number not in private and not _stands_apart(setting, one):
            one.country = setting.lands.alone
    _inherit(setting)


def _inherit(setting: Setting) -> None:
    """Give nominals the country of whom they belong to ("Petrova's supporters")."""
    for one in setting.referents.known:
        if one.country is None and one.mentions and one.kind not in ("state", "bloc"):
            found = (own_country(setting, setting.referents.mentions[i]) for i in one.mentions)
            one.country = next((country for country in found if country is not None), None)


def _bearers(setting: Setting, roles: Sequence[RoleMention], test: Callable[[RoleMention], bool]) -> set[int]:
    """Return the numbers of those who hold a role that passes a test."""
    found: set[int] = set()
    for role in roles:
        if role.person in setting.at and test(role):
            found.update(setting.referents.of[setting.at[role.person]])
    return found


def _owned(setting: Setting, roles: Sequence[RoleMention]) -> dict[int, str]:
    """Return the countries of those whose office is somebody's by a pronoun: "its energy minister, Ana Petrova"."""
    referents, analysis = setting.referents, setting.analysis
    found: dict[int, str] = {}
    for role in roles:
        first, last = role.tokens
        for token in range(max(first - 1, 0), last):
            if analysis.xpos[token] != "PRP$" or token not in setting.at or role.person not in setting.at:
                continue
            countries = {referents.known[n].country for n in referents.of[setting.at[token]]} - {None}
            for number in referents.of[setting.at[role.person]] if len(countries) == 1 else ():
                found[number] = str(*countries)
    return found


def _is_worldly(role: RoleMention) -> bool:
    """Tell whether a role is held in a body that the tables know to be of no country ("EU foreign policy chief")."""
    entry = knowledge.actors().get(role.organization) if role.organization is not None else None
    return role.country is None and entry is not None and entry.country is None and not entry.shared


def _is_private(role: RoleMention) -> bool:
    """Tell whether a role is held in a body that is no state's, as far as its noun tells."""
    if role.organization is None or role.country is not None:
        return False
    if knowledge.actors().get(role.organization) is not None:
        return _is_worldly(role)
    generic = knowledge.generics().get(role.organization.rpartition(" ")[2])
    return generic is None or not generic.state


def serves_state(setting: Setting, one: Referent) -> bool:
    """Tell whether a person's office or a nominal's noun means servants of a state, of no other country."""
    analysis = setting.analysis
    if one.named:
        return one.kind == "government" or (one.kind == "person" and not SERVICES.isdisjoint(one.sectors))
    for i in one.mentions:
        m = setting.referents.mentions[i]
        if _comes_from(analysis, m.head) or any(_is_name(analysis, t) for t in range(m.tokens[0], m.head)):
            return False  # "leaders from 14 countries", "Western officials": of others, whoever they are
        for start in range(m.tokens[0], m.head + 1):
            generic = knowledge.generics().get(" ".join(analysis.lowers[start : m.head + 1]))
            if generic is not None and generic.state:
                return True
    return False


def _may_be_local(one: Referent) -> bool:
    """Tell whether somebody is of the sort that belongs to a country: people, and parties without a name."""
    return one.kind in ("person", "population") or (not one.named and not PARTIES.isdisjoint(one.sectors))


def _stands_apart(setting: Setting, one: Referent) -> bool:
    """Tell whether somebody need not be of a report's one country: scholars, foreigners, staff of other bodies."""
    if not OUTSIDERS.isdisjoint(one.sectors):
        return True
    if one.named:
        return False
    for i in one.mentions:
        m = setting.referents.mentions[i]
        if setting.analysis.upos[m.head] in ("PRON", "DET", "NUM"):
            return True  # "anyone", "those"
        if not FOREIGN.isdisjoint(aliases.words_of(m.name)) or _comes_from(setting.analysis, m.head):
            return True
        if any(_is_name(setting.analysis, t) for t in range(*m.tokens) if t != m.head):
            return True
    return False


def _comes_from(analysis: Analysis, head: int) -> bool:
    """Tell whether a phrase says where its people come from or to whom they belong ("from 14 countries")."""
    for child in analysis.children[head]:
        case = analysis.child(child, "case") if analysis.deprels[child] == "nmod" else None
        if case is not None and child > head and analysis.lowers[case] in ("from", "of", "at"):
            return True
    return False


def _is_name(analysis: Analysis, token: int) -> bool:
    """Tell whether a word inside a phrase is a name that tells whose it is."""
    if not analysis.forms[token][:1].isupper():
        return False
    if knowledge.actors().get(analysis.lowers[token]) is not None:
        return True
    return analysis.upos[token] in ("PROPN", "ADJ") and token > analysis.sentence(token)[0]
