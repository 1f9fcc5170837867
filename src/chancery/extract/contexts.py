"""Contexts: what a deed is about, by the words of its sentence.

In: an analysis and the words of a deed. Out: PLOVER contexts, in the order of the table.
What it does not know: the type of the deed. Words that fit everything ("government") are in no row.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens

CONTEXTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("military", frozenset("army troop soldier warship missile artillery airstrike tank navy jet general".split())),
    ("intelligence", frozenset("spy espionage intelligence wiretap".split())),
    ("legislative", frozenset("parliament lawmaker congress senate bill legislature".split())),
    ("election", frozenset("election vote ballot candidate referendum runoff campaign poll".split())),
    ("economic", frozenset("trade tariff economy loan investment sanction debt currency".split())),
    ("legal", frozenset("court judge prosecutor warrant trial verdict tribunal lawsuit".split())),
    ("human_rights", frozenset("torture rights abuse atrocity".split())),
    ("diplomatic", frozenset("ambassador diplomat summit envoy talk negotiation embassy treaty".split())),
    ("territory", frozenset("border territory annexation island sovereignty".split())),
    ("peacekeeping", frozenset("peacekeeper peacekeeping ceasefire truce".split())),
    ("health", frozenset("virus vaccine epidemic outbreak hospital ebola cholera".split())),
    ("migration", frozenset("migrant refugee asylum deportation".split())),
    ("disasters", frozenset("earthquake flood drought hurricane cyclone famine".split())),
    ("natural_resource", frozenset("oil gas pipeline mineral".split())),
    ("environment", frozenset("climate emission pollution".split())),
    ("terrorism", frozenset("terrorist terrorism bomber extremist jihadist".split())),
    ("cbrn", frozenset("nuclear chemical biological uranium".split())),
    ("cyber", frozenset("hacker cyberattack malware hack".split())),
    ("corruption", frozenset("corruption bribe bribery graft embezzlement".split())),
    ("illegal_drugs", frozenset("cocaine heroin narcotic cartel".split())),
)
"""PLOVER contexts (manual 2021) with words that seldom occur outside them; our own reading."""

NEAR = 8  # tokens on either side of the deed whose words count


def contexts_of(analysis: Analysis, tokens: Tokens) -> tuple[str, ...]:
    """Return the contexts that the words around a deed show."""
    first, last = analysis.sentence(tokens[0])
    words = set(analysis.lemmas[max(first, tokens[0] - NEAR) : min(last, tokens[1] + NEAR)])
    return tuple(name for name, vocabulary in CONTEXTS if not vocabulary.isdisjoint(words))
