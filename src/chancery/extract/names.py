"""Names: which words of a report are somebody's name, and what sort of actor bears it.

In: an analysis (its entities may be missing or wrong) and the knowledge tables.
Out: `NameSpan`, in order, never overlapping, titles and determiners left out.
What it does not know: whether a place name stands for a government, and who is the same as whom.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery import knowledge
from chancery.analysis import Analysis, Tokens
from chancery.extract import given_names, phrases, witnesses
from chancery.extract.witnesses import Witness
from chancery.knowledge import Entry
from chancery.record import ActorKind

PLACE_LABELS = frozenset({"Location", "Facility"})

OTHER_LABELS = frozenset({"Date", "Money", "Product", "Misc"})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: where it stands, what the tables and the model say it is.

    Attributes:
        tokens: the name without title and determiner.
        head: the token that governs it.
        name: the canonical name of the tables, else the words of the report.
        kind: "unknown" for places and things, which are actors only where the syntax says so.
        country: ISO 3166-1 alpha-3 that the name itself tells ("Bank of Russia").
        sectors: PLOVER sector codes.
        entry: what the tables say, None where they do not know the name.
        label: the model's label, None where it saw no name.
        gender: "m" or "f" where the tables know the person.
    """

    tokens: Tokens
    head: int
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    entry: Entry | None
    label: str | None
    gender: str | None = None


def find(analysis: Analysis) -> list[NameSpan]:
    """Find the names of a report.

    Args:
        analysis: tokens, tags and entities.

    Returns:
        Names in reading order; no two share a token.
    """
    heard = witnesses.find(analysis)
    known = _surnames(analysis, heard)
    return [_name_span(analysis, witness, known) for witness in heard]


def _surnames(analysis: Analysis, heard: list[Witness]) -> frozenset[str]:
    """Return the last words of the persons found, lower-cased, by which later short names are known."""
    return frozenset(
        analysis.lowers[w.tokens[1] - 1] for w in heard if w.label == "Person" and w.tokens[1] - w.tokens[0] > 1
    )


def _name_span(analysis: Analysis, witness: Witness, surnames: frozenset[str]) -> NameSpan:
    """Say what a chosen witness names."""
    tokens, entry, label = witness.tokens, witness.entry, witness.label
    head = analysis.head_of(tokens)
    if entry is not None:
        country = None if entry.shared else entry.country
        return NameSpan(tokens, head, entry.name, entry.kind, country, entry.sectors, entry, label)
    name = " ".join(analysis.words(tokens).split())
    surname = label == "Organization" and tokens[1] - tokens[0] == 1 and analysis.lowers[tokens[0]] in surnames
    if (
        label == "Person"
        or surname
        or _has_given_name(analysis, tokens)
        or (label is None and _looks_like_person(analysis, tokens, surnames))
    ):
        known = knowledge.people().known_as(" ".join(analysis.lowers[tokens[0] : tokens[1]]))
        gender = known[0].gender if len(known) == 1 and tokens[1] - tokens[0] > 1 else None
        return NameSpan(tokens, head, name, "person", None, (), None, "Person", gender)
    kind, sectors = _kind_of_body(analysis, tokens, label)
    return NameSpan(tokens, head, name, kind, _country_inside(analysis, tokens), sectors, None, label)


def _has_given_name(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether two or three capital words begin with a first name and end in no noun for a body."""
    first, last = tokens
    return (
        2 <= last - first <= 3
        and given_names.is_given(analysis.forms[first])
        and all(analysis.forms[t][:1].isupper() and not analysis.forms[t].isupper() for t in range(first + 1, last))
        and generic_noun(analysis, tokens) is None
    )


def _looks_like_person(analysis: Analysis, tokens: Tokens, surnames: frozenset[str]) -> bool:
    """Tell whether a run of proper nouns that the model missed is a person: by title, surname or shape."""
    first, last = tokens
    start = analysis.sentence(first)[0]
    if generic_noun(analysis, tokens) is not None:
        return False
    if analysis.lowers[last - 1] in surnames or knowledge.people().known_as(" ".join(analysis.lowers[first:last])):
        return True
    if first > start and _ends_title(analysis, start, first):
        return True
    words = [analysis.forms[t] for t in range(first, last) if analysis.forms[t] not in phrases.HYPHENS]
    if any(w.isupper() and len(w) > 2 for w in words) or _kind_of_body(analysis, tokens, None)[0] != "unknown":
        return False
    return 2 <= len(words) <= 4 and "of" not in words and analysis.deprels[analysis.head_of(tokens)] in _AGENT


_AGENT = frozenset({"nsubj", "nsubj:pass", "obl:agent", "appos"})


def _ends_title(analysis: Analysis, start: int, last: int) -> bool:
    """Tell whether a title ends right before a token ("Economy Minister" before "Maxim")."""
    titles = knowledge.titles()
    for first in range(max(start, last - 4), last):
        found = titles.longest(analysis.lowers, first, last)
        if found is not None and found[0] == last and found[1].use != "modifier":
            return not analysis.lowers[last - 1].endswith("s")
    return False


def _kind_of_body(analysis: Analysis, tokens: Tokens, label: str | None) -> tuple[ActorKind, tuple[str, ...]]:
    """Read the kind of a body from its common noun: "Ministry", "Party", "Army"; a place or thing is unknown."""
    generic = generic_noun(analysis, tokens)
    if generic is not None and label not in OTHER_LABELS and label != "Location":
        return generic
    if label == "Organization":
        return "organization", ()
    if label is None and analysis.forms[tokens[0]].isupper() and len(analysis.forms[tokens[0]]) > 2:
        return "organization", ()  # an acronym that nobody knows
    if label == "NORP":
        return "population", ()
    return "unknown", ()


def generic_noun(analysis: Analysis, tokens: Tokens) -> tuple[ActorKind, tuple[str, ...]] | None:
    """Return kind and sectors of the common noun inside a body's name, or None.

    The noun ends the name, or stands before "of" and "for" ("Ministry of Defence").
    """
    first, last = tokens
    for end in (last, *(t for t in range(first + 1, last) if analysis.lowers[t] in ("of", "for", "on", "to"))):
        for start in range(max(first, end - 3), end):
            found = knowledge.generics().get(" ".join(analysis.lowers[start:end]))
            if found is not None:
                return found.kind, found.sectors
    return None


def _country_inside(analysis: Analysis, tokens: Tokens) -> str | None:
    """Return the country whose name or adjective stands inside a body's name ("Bank of Russia"), or None."""
    actors = knowledge.actors()
    for token in range(*tokens):
        found = actors.longest(analysis.lowers, token, tokens[1], analysis.forms)
        if found is None or not phrases.is_capital(analysis, token) or found[1].shared or found[1].use == "seat":
            continue
        if found[1].country is not None:
            return found[1].country
    return None
