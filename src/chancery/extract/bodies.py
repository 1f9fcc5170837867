"""Bodies: to which body and country the words of a title phrase belong.

In: an analysis, its names, and a run of words before or after a title noun. Out: `Parts`.
What it does not know: titles; `titles` asks with the place of the title noun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chancery import knowledge
from chancery.analysis import Analysis, Tokens
from chancery.extract import phrases
from chancery.extract.names import NameSpan, generic_noun
from chancery.extract.witnesses import CALENDAR, MODIFIERS

Owners = Mapping[int, NameSpan]
"""The name that each token belongs to."""

BODY_NOUNS = frozenset(
    "ministry department party council committee commission court office agency university institute college bank "
    "union association federation foundation center centre network parliament congress senate church company movement "
    "front authority bureau service board league tribunal society alliance coalition".split()
)
"""Nouns that end a body's name before a capital title ("Foreign Ministry Spokesman"), unlike "Defense Secretary"."""


@dataclass(slots=True)
class Parts:
    """What reading a phrase has gathered so far."""

    words: list[int]
    body: str | None = None
    country: str | None = None
    state: str | None = None
    former: bool = False

    def belong_to(self, span: NameSpan) -> None:
        """Note that a name stands in the phrase: a country, or the body that the title belongs to."""
        self.country = self.country or span.country
        if span.kind == "state":
            self.state = self.state or span.name
        elif span.kind == "bloc" and span.entry is not None and span.entry.use != "name":
            return  # "Western" is no body, "European Union" is
        elif span.kind not in ("unknown", "population", "person") or span.label in ("Organization", "Location"):
            self.body = self.body or span.name


def read_names(analysis: Analysis, owners: Owners, first: int, last: int, parts: Parts, *, words: bool) -> None:
    """Take countries, bodies and modifiers out of a run of words; what remains belongs to the title."""
    at = first
    while at < last:
        span = owners.get(at)
        modifier = knowledge.titles().get(analysis.lowers[at])
        if modifier is not None and modifier.former:
            parts.former = True
        if analysis.lowers[at : at + 3] == ["year", "-", "old"]:
            at += 3
        elif span is not None and _tells(analysis, span, at):
            parts.belong_to(span if span.tokens[1] <= last else _cut(analysis, span, at, last))
            at = min(span.tokens[1], last)
        else:
            if words:
                parts.words.append(at)
            at += 1


def _cut(analysis: Analysis, span: NameSpan, first: int, last: int) -> NameSpan:
    """Return what remains of a name whose end belongs to a title: "Pentagon" of "Pentagon Press Secretary"."""
    found = knowledge.actors().longest(analysis.lowers, first, last, analysis.forms)
    if found is None or found[0] != last:
        return replace(span, tokens=(first, last), name=analysis.words((first, last)), entry=None)
    entry = found[1]
    country = None if entry.shared else entry.country
    left = replace(span, tokens=(first, last), name=entry.name, kind=entry.kind, entry=entry)
    return replace(left, country=country, sectors=entry.sectors)


def _tells(analysis: Analysis, span: NameSpan, at: int) -> bool:
    """Tell whether a name inside a title phrase says whose title it is: not "pro-Russian", nor "Police Officer"."""
    if span.kind == "population" or phrases.is_leaning(analysis, span.tokens[0]):
        return False
    if span.entry is None and span.tokens[1] - span.tokens[0] == 1 and generic_noun(analysis, span.tokens) is not None:
        return False
    known = span.kind != "unknown" or span.country is not None or span.label in ("Organization", "Location")
    return at == span.tokens[0] and known


def take_body(analysis: Analysis, at: int, parts: Parts) -> None:
    """Take an unknown body's name off the front of a title: "Unity Party leader", "Defence Ministry spokesman".

    It ends in a noun for a body, or is capitalised before a title that is not.
    """
    words = parts.words
    if parts.body is not None or not words or words[-1] != at - 1:
        return
    start = len(words) - 1
    while start > 0 and words[start - 1] == words[start] - 1 and _may_name(analysis, words[start - 1]):
        start -= 1
    if phrases.is_leaning(analysis, words[start]):
        return  # "the pro-Russian president"
    run = (words[start], at)
    capital = phrases.is_capital(analysis, words[start]) and analysis.sentence(at)[0] != words[start]
    body = len(words) - start > 1 and analysis.lemmas[words[-1]] in BODY_NOUNS
    named = analysis.upos[words[-1]] != "ADJ" or analysis.forms[words[-1]].isupper()
    if capital and named and (body or not phrases.is_capital(analysis, at)):
        parts.body = analysis.words(run)
        del words[start:]


def _may_name(analysis: Analysis, token: int) -> bool:
    """Tell whether a capital word can belong to a body's name; "Former" and "Acting" cannot."""
    return phrases.is_capital(analysis, token) and analysis.lowers[token] not in MODIFIERS


def end_of_body(analysis: Analysis, owners: Owners, first: int, last: int) -> int:
    """Return where the noun phrase after a preposition ends; a name is never cut."""
    at = first
    while at < last:
        if at in owners:
            at = owners[at].tokens[1]
        elif analysis.lowers[at] in CALENDAR:
            break
        elif phrases.may_premodify(analysis, at):
            at += 1
        elif analysis.lowers[at] in ("and", "&") and at + 1 < last and at > first:
            joined = (at + 1 in owners and owners[at + 1].kind != "person") or phrases.is_capital(analysis, at + 1)
            if not joined or not phrases.may_premodify(analysis, at + 1):
                break
            at += 1
        else:
            break
    while at > first and (phrases.is_clitic(analysis, at - 1) or analysis.lowers[at - 1] == "and"):
        at -= 1
    return at


def read_phrase(analysis: Analysis, owners: Owners, first: int, last: int, parts: Parts, preposition: str) -> None:
    """Read the body that a preposition brings: a name, a country, or a noun phrase for an actor."""
    inner = Parts([])
    read_names(analysis, owners, first, last, inner, words=True)
    if preposition in ("in", "to", "on", "over", "with", "topic") and inner.body is None:
        inner.state, inner.country = None, None if parts.body or parts.state or preposition != "in" else inner.country
    if (preposition == "topic" and inner.body is None) or analysis.lowers[first:last] == ["state"]:
        return
    parts.country = parts.country or inner.country
    parts.state = parts.state or inner.state
    if parts.body is not None or preposition in ("in", "on", "over", "under"):
        return
    names = [owners[t] for t in range(first, last) if t in owners]
    person = next((span for span in names if span.kind == "person"), None)
    if inner.body is not None:
        parts.body = inner.body
    elif person is not None:
        parts.body = person.name
    elif inner.words and _is_body(analysis, names, (first, last), inner, preposition):
        parts.body = analysis.words((first, last))


def _is_body(analysis: Analysis, names: list[NameSpan], tokens: Tokens, inner: Parts, preposition: str) -> bool:
    """Tell whether a noun phrase after a preposition is a body: by its noun, or by capitals that are no region's."""
    if generic_noun(analysis, tokens) is not None:
        return True
    if any(span.label == "Location" or span.kind == "bloc" for span in names):
        return preposition in ("of", "at")
    return phrases.is_capital(analysis, inner.words[-1])


def led_by(analysis: Analysis, owners: Owners, first: int, last: int) -> tuple[int, str | None, str | None] | None:
    """Read a noun phrase as the body somebody leads.

    Returns:
        Its end, the body's name and country, or None where the phrase names no body.
    """
    end = end_of_body(analysis, owners, first, last)
    if end == first:
        return None
    parts = Parts([])
    read_phrase(analysis, owners, first, end, parts, "of")
    body = parts.body or parts.state
    return (end, body, parts.country) if body is not None else None
