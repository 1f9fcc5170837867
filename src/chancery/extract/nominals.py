"""Nominals: actors that a report calls by a common noun ("Ugandan police", "15 rebel groups").

In: an analysis, its names, and a head token. Out: an `ActorMention` with a good name.
What it does not know: which government "the police" serve; `resolve` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery import knowledge
from chancery.analysis import Analysis, Tokens
from chancery.extract import phrases
from chancery.extract.bodies import Owners
from chancery.extract.names import NameSpan
from chancery.knowledge import Generic, Title
from chancery.mentions import ActorMention
from chancery.record import ActorKind

KEPT_PREPOSITIONS = frozenset({"of", "from", "in", "for", "against", "at", "with", "to"})
LONGEST_TAIL = 7
"""Tokens of a phrase after the noun that a name keeps ("children from Ukraine"); longer ones are not names."""

PERSONAL = frozenset(
    "man woman boy girl child person people citizen national resident driver worker student victim".split()
)
OPEN_HEADS = frozenset("those anyone anybody everyone everybody someone nobody all".split())
"""Heads that mean nothing without their relative clause ("those who fled")."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """What a noun phrase tells about the actor that it names."""

    generic: Generic | None
    title: Title | None
    country: str | None
    organization: NameSpan | None


def mention(analysis: Analysis, owners: Owners, head: int) -> ActorMention:
    """Make a mention of the noun phrase that a token heads.

    Args:
        analysis: the report.
        owners: the name that each token belongs to.
        head: the noun (or numeral, or pronoun) that governs the phrase.

    Returns:
        The mention; its tokens leave out determiner, relative clause and apposition.
    """
    tokens = extent(analysis, owners, head)
    read = _read(analysis, owners, tokens, head)
    kind, sectors = _kind(analysis, head, read)
    plural = analysis.xpos[head] in ("NNS", "NNPS") or (read.generic is not None and read.generic.plural)
    plural = plural or (analysis.upos[head] in ("NUM", "DET", "PRON") and analysis.lowers[head] != "one")
    gender = read.title.gender if read.title is not None else GENDERS.get(analysis.lemmas[head])
    return ActorMention(
        tokens, head, "nominal", _name(analysis, owners, tokens, head), kind, read.country, sectors,
        _possessor(analysis, head), plural, gender,
    )  # fmt: skip


COLLECTIVES = frozenset(
    "population public crowd mob people community tribe youth family minority majority diaspora society clan "
    "congregation audience staff electorate household nation ethnicity".split()
)
"""Singular nouns that mean many people."""

ROUGHLY = frozenset(
    "at least most more less fewer than about around nearly almost some over up to only roughly".split()
)
"""Words before a number that are no part of the name of whom it counts ("at least 30 people")."""

FIGHTERS = frozenset("militant rebel fighter insurgent terrorist extremist jihadist bomber assailant attacker".split())
"""Singular nouns that mean one of an armed group."""

GENDERS = {
    "woman": "f", "girl": "f", "wife": "f", "mother": "f", "daughter": "f", "sister": "f", "widow": "f",
    "man": "m", "boy": "m", "husband": "m", "father": "m", "son": "m", "brother": "m", "widower": "m",
}  # fmt: skip


def extent(analysis: Analysis, owners: Owners, head: int) -> Tokens:
    """Return the token range of the noun phrase, determiner left out, short phrases after it included."""
    first = head
    floor = analysis.sentence(head)[0]
    while first > floor:
        if first - 1 > floor and phrases.is_hyphen(analysis, first - 1):
            first -= 2  # a compound is one word
        elif _may_stand_before(analysis, owners, first - 1, head):
            first -= 1
        else:
            break
    beside = owners.get(first - 1) if first > floor else None
    if beside is not None and beside.entry is not None and beside.entry.use == "demonym":
        first = beside.tokens[0]  # whatever the parse makes of it
    while first < head and (
        analysis.upos[first] in ("PUNCT", "ADP")
        or analysis.lowers[first] in ROUGHLY
        or phrases.is_clitic(analysis, first)
    ):
        first += 1
    return first, _tail(analysis, owners, head)


def _may_stand_before(analysis: Analysis, owners: Owners, token: int, head: int) -> bool:
    """Tell whether a token before a noun belongs to its phrase: a modifier of it, or of one of its modifiers."""
    person = token in owners and owners[token].kind == "person"
    if person and not phrases.is_clitic(analysis, token + 1) and analysis.deprels[owners[token].head] != "compound":
        return False
    if not (phrases.may_premodify(analysis, token) or analysis.upos[token] in ("NUM", "ADV", "VERB", "SYM")):
        return False
    at = token
    while token <= at < head:
        relation = analysis.deprels[at].partition(":")[0]
        if relation not in _PREMODIFYING:
            return False
        at = analysis.heads[at]
    return at == head


_PREMODIFYING = frozenset(
    {"amod", "compound", "nummod", "nmod", "flat", "advmod", "punct", "case", "obl", "conj", "fixed"}
)


def _tail(analysis: Analysis, owners: Owners, head: int) -> int:
    """Return where the phrase ends: after short prepositional phrases, or the clause of an open head."""
    end = head + 1
    if head in owners:
        end = max(end, owners[head].tokens[1])
    if analysis.lowers[head] in OPEN_HEADS:
        clause = analysis.child(head, "acl", "nmod")
        return max(end, analysis.extent(clause)[1]) if clause is not None and clause > head else end
    for child in analysis.children[head]:
        if child < head or not analysis.deprels[child].startswith("nmod"):
            continue
        first, last = analysis.extent(child)
        if first == end and last - first <= LONGEST_TAIL and analysis.lowers[first] in KEPT_PREPOSITIONS:
            end = _without_clause(analysis, child, last)
    return end


def _without_clause(analysis: Analysis, noun: int, last: int) -> int:
    """Return the end of a phrase up to a comma or a clause that hangs on its noun."""
    for child in analysis.children[noun]:
        if child > noun and analysis.deprels[child].partition(":")[0] in (
            "acl",
            "appos",
            "punct",
            "conj",
            "cc",
            "parataxis",
        ):
            return min(last, analysis.extent(child)[0])
    return last


def _name(analysis: Analysis, owners: Owners, tokens: Tokens, head: int) -> str:
    """Return the words that name the actor: a people's name from the tables, else the phrase itself."""
    span = owners.get(head)
    if span is not None and span.entry is not None and span.entry.use == "demonym" and tokens[1] - tokens[0] == 1:
        return analysis.forms[head]
    return " ".join(analysis.words(tokens).split())


def _read(analysis: Analysis, owners: Owners, tokens: Tokens, head: int) -> Nominal:
    """Read country, body and common noun out of a noun phrase."""
    first, last = tokens
    country, organization = None, None
    possessor = _possessor(analysis, head)
    order = [*range(first, last), *([possessor] if possessor is not None and not first <= possessor < last else [])]
    for token in order:
        span = owners.get(token)
        if span is None or phrases.is_leaning(analysis, span.tokens[0]):
            continue
        country = country or span.country
        if span.kind not in ("state", "unknown", "person", "population") and organization is None and token != head:
            organization = span
    return Nominal(_generic(analysis, first, head), _title(analysis, first, head), country, organization)


def _generic(analysis: Analysis, first: int, head: int) -> Generic | None:
    """Return the longest common noun for an actor that ends at the head ("foreign ministry", "police")."""
    generics = knowledge.generics()
    for start in range(max(first, head - 3), head + 1):
        found = generics.get(" ".join(analysis.lowers[start : head + 1]))
        if found is not None:
            return found
    return generics.get(analysis.lemmas[head])


def _title(analysis: Analysis, first: int, head: int) -> Title | None:
    """Return the longest title that ends at the head ("prime minister"), or None."""
    titles = knowledge.titles()
    for start in range(max(first, head - 4), head + 1):
        found = titles.get(" ".join(analysis.lowers[start : head + 1]))
        if found is not None and found.use != "modifier":
            return found
    found = titles.get(analysis.lemmas[head])
    return found if found is not None and found.use != "modifier" else None


def _kind(analysis: Analysis, head: int, read: Nominal) -> tuple[ActorKind, tuple[str, ...]]:
    """Return kind and sectors: of the common noun, of the title (a person), or unknown."""
    if read.generic is not None:
        alone = analysis.xpos[head] == "NN" and _is_one_person(analysis.lemmas[head], read)
        return "person" if alone else read.generic.kind, read.generic.sectors
    if read.title is not None:
        return "person", read.title.sectors
    if analysis.lemmas[head] in PERSONAL:
        return ("population", ("CVL",)) if analysis.xpos[head] == "NNS" else ("person", ("CVL",))
    if analysis.lowers[head] in OPEN_HEADS or analysis.upos[head] == "NUM":
        return "population", ()
    return "unknown", ()


def _is_one_person(noun: str, read: Nominal) -> bool:
    """Tell whether a singular noun of a people or a group means one of them: "gunman", "student", not "crowd"."""
    kind = read.generic.kind if read.generic is not None else "unknown"
    if kind == "population":
        return noun not in COLLECTIVES
    return kind == "armed_group" and (read.title is not None or noun.endswith("man") or noun in FIGHTERS)


def _possessor(analysis: Analysis, head: int) -> int | None:
    """Return the head token of whom the phrase belongs to: "its", "Iran's", or the object of "of"."""
    owner = None
    for child in analysis.children[head]:
        if analysis.deprels[child] == "nmod:poss":
            return child
        if analysis.deprels[child] == "nmod" and owner is None:
            case = analysis.child(child, "case")
            if case is not None and analysis.lowers[case] in ("of", "to", "for"):
                owner = child
    return owner
