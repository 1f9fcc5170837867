"""Governing: the verb over a figure, the change that it or a noun names, and what the figure measures.

In: an analysis and the head token of a figure. Out: token indices, a change, a few words of the report.
What it does not know: values and units.

Every walk through a tree is bounded, so that a report of one endless sentence is read in linear time.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import units
from chancery.record import Change

MOST_STEPS = 30  # up a tree; sentences of news are rarely deeper than 15
MOST_CHILDREN = 64  # a verb of news has fewer than ten
MOST_WORDS = 12  # of what a figure measures
LEVELS = frozenset({"by", "to", "at"})
"""Prepositions between a verb of change and a figure that is its outcome or its size; "from" is where it began."""
SIZED = frozenset({"share", units.MONEY, "distance", "volume", "weight", "energy", "temperature"})
LEFT_OUT = frozenset("acl appos parataxis punct cc conj cop nsubj case mark orphan nummod".split())
"""Relations of a noun whose words are no part of what is measured."""

WITHIN = frozenset("-\"'“”‘’")
"""Signs that do not end a phrase, as commas and dashes do."""
OUTCOMES = frozenset(
    "be reach hit total stand amount cost exceed top average remain account come worth number measure weigh".split()
)
"""Verbs whose subject is what a figure measures; of other verbs that change nothing it is what the sum is for."""


def top_of(analysis: Analysis, tokens: Tokens) -> int:
    """Return the token of a range that hangs on a token outside it (the last such)."""
    for token in range(tokens[1] - 1, tokens[0] - 1, -1):
        if not tokens[0] <= analysis.heads[token] < tokens[1]:
            return token
    return tokens[1] - 1


def child(analysis: Analysis, token: int, *relations: str) -> int | None:
    """Return the first child with one of the relations, looked for among the first `MOST_CHILDREN`."""
    for node in analysis.children[token][:MOST_CHILDREN]:
        if analysis.deprels[node].partition(":")[0] in relations:
            return node
    return None


def governor_of(analysis: Analysis, token: int) -> int | None:
    """Return the verb or predicate that a token depends on, however far up; None for a verbless root alone."""
    node = analysis.heads[token]
    for _ in range(MOST_STEPS):
        if node < 0:
            return None
        if analysis.upos[node] == "VERB" or analysis.heads[node] < 0 or child(analysis, node, "cop") is not None:
            return node
        node = analysis.heads[node]
    return None


def change_of(analysis: Analysis, figure: Tokens, top: int, kind: str | None) -> Change | None:
    """Return the change that a verb, noun or adverb beside a figure names.

    Args:
        analysis: the report.
        figure: the figure's tokens, comparison included.
        top: the token of the figure that the tree hangs up.
        kind: the unit's kind, None for counts.
    """
    lead = analysis.lowers[figure[0] - 1] if figure[0] else ""
    if lead in ("from", "between"):
        return None
    head = analysis.heads[top]
    for word, part in _candidates(analysis, figure, head, lead):
        takes, change = units.tables().changes.get(f"{word} {part}", ("", None))
        if takes == "any" or (takes and lead in LEVELS) or (takes == "share" and kind in SIZED):
            return change
    return None


def _candidates(analysis: Analysis, figure: Tokens, head: int, lead: str) -> list[tuple[str, str]]:
    """List the words that may name a change, nearest first, with their parts of speech."""
    before = figure[0] - 1 - (lead in LEVELS)
    found = []
    if before >= 0 and analysis.sentence_of[before] == analysis.sentence_of[figure[0]]:
        if not _is_particle(analysis, before):
            found.append((analysis.lowers[before], "adverb"))
        if analysis.upos[before] == "VERB":
            found.append((analysis.lemmas[before], "verb"))
        if lead == "of" and before:
            found.append((analysis.lemmas[before - 1], "noun"))
    if head >= 0 and not figure[0] <= head < figure[1]:
        tag = analysis.upos[head]
        if tag == "VERB" and head < figure[0]:
            found.append((analysis.lemmas[head], "verb"))
        elif tag == "NOUN":
            found.append((analysis.lemmas[head], "noun"))
    after = figure[1]
    if after < len(analysis) and analysis.upos[after] == "NOUN":
        found.append((analysis.lemmas[after], "noun"))
    after += after < len(analysis) and analysis.lowers[after] == ","
    if after + 1 < len(analysis) and analysis.lowers[after + 1] in ("from", "by", "on"):
        found.append((analysis.lowers[after], "adverb"))  # "35, up from 20"
    return found


def _is_particle(analysis: Analysis, token: int) -> bool:
    """Tell whether "up" or "down" belongs to a verb that moves nothing ("putting up $1 million")."""
    if analysis.deprels[token] == "compound:prt":
        return True
    before = token - 1
    return before >= 0 and analysis.upos[before] == "VERB" and analysis.lemmas[before] not in units.words("swinging")


def measured(analysis: Analysis, figure: Tokens, top: int, governor: int | None) -> int | None:
    """Return the head token of what a share, sum or measure is of.

    The noun after "of" ("20 percent of the water"), the noun that it modifies ("a $15 billion gap"), the
    object that it is the level of ("raised its share to 20 percent"), else the subject.
    """
    after = figure[1]
    if after < len(analysis) and analysis.lowers[after] == "of":
        noun = analysis.heads[after]
        if noun > after and analysis.upos[noun] in ("NOUN", "PROPN", "PRON"):
            return noun
    subject = child(analysis, top, "nsubj")
    if subject is not None and subject < figure[0]:
        return subject  # "the share is 40 percent"
    if analysis.heads[top] >= 0 and analysis.lowers[analysis.heads[top]] in units.tables().measures:
        top = analysis.heads[top]  # "from 5 to 8 percent"
    head = analysis.heads[top]
    if head >= 0 and analysis.upos[head] in ("NOUN", "PROPN") and not figure[0] <= head < figure[1]:
        if units.tables().changes.get(f"{analysis.lemmas[head]} noun") is None:
            return head
        return child(analysis, head, "nmod") if child(analysis, head, "nmod") != top else None
    return _argument(analysis, top, governor) if governor is not None else None


def _argument(analysis: Analysis, top: int, governor: int) -> int | None:
    """Return the object of a verb that a figure is oblique to, or the subject, also that of a verb it goes on from."""
    relation = analysis.deprels[top].partition(":")[0]
    word = analysis.lemmas[governor]
    thing = child(analysis, governor, "obj") if relation == "obl" else None
    if relation == "obj" and word not in OUTCOMES and f"{word} verb" not in units.tables().changes:
        thing = child(analysis, governor, "obl")
        return thing if thing is not None and analysis.upos[thing] == "NOUN" else None
    if thing is not None and thing != top:
        return thing
    for _ in range(3):
        subject = child(analysis, governor, "nsubj")
        if subject is not None:
            return subject if subject != top else None
        if analysis.deprels[governor] not in ("conj", "xcomp") or analysis.heads[governor] < 0:
            return None
        governor = analysis.heads[governor]
    return None


def words_of(analysis: Analysis, noun: int, figure: Tokens) -> str:
    """Return a noun with the words that belong to it, without clauses and without the figure itself.

    Args:
        analysis: the report.
        noun: head token of what is measured.
        figure: the figure's tokens up to its number or unit, which are left out.
    """
    low, high = noun, noun + 1
    sentence = analysis.sentence(noun)
    while low > max(sentence[0], noun - MOST_WORDS) and _belongs(analysis, low - 1, noun):
        low -= 1
    while high < min(sentence[1], noun + MOST_WORDS) and _belongs(analysis, high, noun):
        high += 1
    if low < figure[1] <= noun:
        low = figure[1]
    elif noun < figure[0] < high:
        high = figure[0]
    while high - 1 > noun and analysis.upos[high - 1] in ("ADP", "DET", "CCONJ", "PUNCT"):
        high -= 1
    return analysis.words((low, high))


def _belongs(analysis: Analysis, token: int, noun: int) -> bool:
    """Tell whether a token hangs on a noun through relations that stay inside its phrase."""
    if analysis.upos[token] == "PUNCT" and analysis.lowers[token] not in WITHIN:
        return False
    for _ in range(MOST_WORDS):
        head = analysis.heads[token]
        relation = analysis.deprels[token].partition(":")[0]
        if head == noun:
            return relation not in LEFT_OUT
        if head < 0 or relation in ("acl", "parataxis", "appos") or analysis.upos[token] in ("VERB", "AUX"):
            return False
        token = head
    return False
