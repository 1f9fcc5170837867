"""Branches: what hangs on a verb or noun, and what a noun hangs on, whatever the construction.

In: an analysis and a token. Out: tokens. Active and passive, participles beside their noun, relative clauses,
coordination and "a series of ..." come out alike.
What it does not know: what the words mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from chancery.analysis import Analysis

# Nouns that count or group what stands after "of": "a wave of strikes" are strikes, "dozens of people" people.
PARTITIVES = frozenset(
    "all amount any array barrage batch bulk campaign chain couple crowd day dozen few flurry form group handful "
    "horde hour host hundred kind list lot lots majority many million mob month most number one pair part percent "
    "pack package plenty portion rash range round rest salvo score sequence series set some sort spate squad string "
    "succession team ten thousand throng type variety volley wave week worth year %".split()
)
RELATIVE = frozenset({"that", "which", "who", "whom"})
LONGEST_CHAIN = 4  # "signed a number of a series of ..." never went further in news trees read by hand


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb's subject undergoes it ("was arrested", "the men arrested", "Two killed in raid").

    A participle with an object and no form of "be" is a past tense whose tag came out wrong ("the court freed
    the pastor"), so it is active.
    """
    relations = {analysis.deprels[child] for child in analysis.children[verb]}
    if "aux:pass" in relations or "obj" in relations:
        return "aux:pass" in relations
    if "nsubj:pass" in relations or "csubj:pass" in relations:
        return True
    if analysis.xpos[verb] != "VBN" or "aux" in relations:
        return False
    if analysis.deprels[verb] == "conj" and not has_subject(analysis, verb):
        return is_passive(analysis, analysis.heads[verb])
    return True


def has_subject(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(analysis.deprels[child].startswith("nsubj") for child in analysis.children[verb])


def subjects(analysis: Analysis, verb: int) -> list[int]:
    """Return the heads of who does what a verb says, as far as its own clause or the clause above tells."""
    if is_passive(analysis, verb):
        return [
            child
            for child in analysis.children[verb]
            if analysis.deprels[child].startswith("obl") and case_of(analysis, child) == "by"
        ]
    node = verb
    for _ in range(LONGEST_CHAIN):
        found = [child for child in analysis.children[node] if analysis.deprels[child].startswith("nsubj")]
        if found:
            return found
        relation = analysis.deprels[node].partition(":")[0]
        if relation in ("acl", "amod") and (analysis.xpos[node] == "VBG" or node == verb):
            return [analysis.heads[node]]
        if relation not in ("xcomp", "conj", "advcl", "parataxis") or analysis.heads[node] < 0:
            return []
        node = analysis.heads[node]
    return []


def objects(analysis: Analysis, verb: int) -> list[int]:
    """Return the heads of whom or what a verb is done to, the subject of a passive verb included."""
    passive = is_passive(analysis, verb)
    found = []
    for child in analysis.children[verb]:
        relation = analysis.deprels[child]
        if relation == "obj" or (passive and relation.startswith("nsubj")):
            found.append(child)
    if not found and not passive:  # what has neither preposition nor time is an object whatever its label
        found = [c for c in analysis.children[verb] if analysis.deprels[c] == "obl" and not case_of(analysis, c)]
    if not found and passive and analysis.deprels[verb].partition(":")[0] in ("acl", "amod"):
        return [analysis.heads[verb]]
    return found


def case_of(analysis: Analysis, token: int) -> str:
    """Return the preposition that marks a phrase ("against"), "" where none does."""
    for child in analysis.children[token]:
        if analysis.deprels[child] == "case" and analysis.upos[child] != "PART":
            return analysis.lowers[child]
    return ""


def phrases_with(analysis: Analysis, token: int, prepositions: frozenset[str] | tuple[str, ...]) -> Iterator[int]:
    """Yield the heads of phrases and of clauses that hang on a token with one of the prepositions."""
    for child in analysis.children[token]:
        relation = analysis.deprels[child].partition(":")[0]
        if relation in ("obl", "nmod"):
            if case_of(analysis, child) in prepositions:
                yield child
        elif relation in ("advcl", "acl"):  # "accused of spying", "talks on ending the war"
            marks = (c for c in analysis.children[child] if analysis.deprels[c] == "mark")
            if any(analysis.lowers[c] in prepositions and analysis.upos[c] != "PART" for c in marks):
                yield child


def members(analysis: Analysis, token: int) -> Iterator[int]:
    """Yield a token, what it counts ("dozens of rockets") and what is coordinated with it."""
    yield token
    for child in analysis.children[token]:
        relation = analysis.deprels[child].partition(":")[0]
        if relation == "conj" or (relation == "nmod" and counts(analysis, token, child)):
            yield from members(analysis, child)


def counts(analysis: Analysis, token: int, child: int) -> bool:
    """Tell whether a word only counts or groups what hangs on it ("dozens of ROCKETS", "five of the MEN")."""
    counting = analysis.lemmas[token] in PARTITIVES or analysis.upos[token] == "NUM"
    return counting and case_of(analysis, child) == "of"


def antecedent(analysis: Analysis, token: int) -> int:
    """Return what a relative pronoun stands for, the noun that its clause describes; other tokens as they are."""
    if analysis.lowers[token] not in RELATIVE:
        return token
    noun = analysis.described(token, "acl", "acl:relcl")
    return token if noun is None else noun


def governors(analysis: Analysis, noun: int) -> list[tuple[int, str]]:
    """Return the verbs that a noun depends on, nearest first, each with how.

    How is "" for an object (or the subject of a passive verb, or the noun beside a participle: "sanctions
    imposed on Iran"), "subject" for the subject of an active verb, else the preposition that joins them.
    """
    found = []
    top = noun
    for _ in range(LONGEST_CHAIN):
        relation, above = analysis.deprels[top].partition(":")[0], analysis.heads[top]
        if above < 0 or not (relation == "conj" or (relation == "nmod" and counts(analysis, above, top))):
            break
        top = above
    relation, above = analysis.deprels[top], analysis.heads[top]
    if above >= 0 and analysis.upos[above] in ("VERB", "ADJ", "AUX"):
        kind = relation.partition(":")[0]
        if kind in ("obj", "iobj", "xcomp") or relation == "nsubj:pass":
            found.append((above, case_of(analysis, top)))
        elif kind == "nsubj":
            found.append((above, "" if is_passive(analysis, above) else "subject"))
        elif kind == "obl":
            found.append((above, case_of(analysis, top)))
    found.extend((child, "") for child in analysis.children[noun] if _takes(analysis, child))
    return found


def _takes(analysis: Analysis, child: int) -> bool:
    """Tell whether a verb that describes a noun has that noun as its object ("the raid carried out by ...")."""
    relation = analysis.deprels[child]
    if analysis.upos[child] != "VERB" or not relation.startswith("acl"):
        return False
    if relation == "acl":
        return analysis.xpos[child] == "VBN"
    below = [(analysis.deprels[node], analysis.lowers[node]) for node in analysis.children[child]]
    if any(name == "nsubj:pass" and word in ("that", "which") for name, word in below):
        return True
    if any(name == "obj" and word not in ("that", "which") for name, word in below):
        return False
    return any(name.startswith("nsubj") and word not in ("that", "which", "who") for name, word in below)
