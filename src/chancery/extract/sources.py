"""Sources: who speaks, as the grammar around a cue tells it.

In: an `Analysis` and the verb or noun of a cue. Out: head tokens and token ranges.
What it does not know: names, and who "he" is.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.analysis import Analysis, Tokens
from chancery.extract.branches import RELATIVE

DOCUMENTS = frozenset(
    "statement report communique communiqué letter memo memorandum message resolution editorial announcement release "
    "read-out readout document declaration newscast broadcast bulletin tweet post video recording spokesperson".split()
) - {"spokesperson"}
"""Things that say what their owner says: "a White House statement said" is the White House speaking."""

MEDIA = frozenset(
    "agency newspaper television tv radio channel broadcaster media daily magazine website tabloid weekly network "
    "newswire paper press station reuters interfax tass xinhua bloomberg cnn bbc voa npr nbc abc cbs fox msnbc afp ap "
    "rferl aljazeera jazeera anadolu irna kcna ria".split()
)
"""Words for go-betweens that pass on what others say."""

LISTENERS = frozenset("reporter journalist correspondent newsman press media audience".split())
_CLIMBS = 6  # clauses between a cue and its subject; the longest chain in UD English GUM news has four


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker: its head token, its words, and the token that names whose words a document holds."""

    head: int
    tokens: Tokens
    owner: int


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb is passive: "is said", "was accused", "seen as", "accused of"."""
    if analysis.xpos[verb] not in ("VBN", "VBD"):
        return False
    relations = [analysis.deprels[child] for child in analysis.children[verb]]
    if "aux:pass" in relations or "nsubj:pass" in relations:
        return True
    if analysis.xpos[verb] == "VBN" and "aux" not in relations and "nsubj" not in relations:
        if analysis.deprels[verb] == "conj" and analysis.heads[verb] >= 0:
            head = analysis.heads[verb]
            return analysis.xpos[head] == "VBN" and is_passive(analysis, head)
        return analysis.deprels[verb] in ("acl", "advcl", "amod", "root")
    return False


def agent(analysis: Analysis, verb: int) -> int | None:
    """Return the head of the by-agent of a passive verb, or None."""
    for child in analysis.children[verb]:
        if analysis.deprels[child] == "obl:agent":
            return child
        if analysis.deprels[child].startswith("obl") and child > verb and case_of(analysis, child) == "by":
            return child
    return None


def case_of(analysis: Analysis, token: int) -> str:
    """Return the preposition or the conjunction that introduces a phrase or a clause, or ""."""
    for child in analysis.children[token]:
        if analysis.deprels[child] in ("case", "mark") and child < token:
            return analysis.lowers[child]
    return ""


def subject(analysis: Analysis, verb: int) -> int | None:
    """Return the head of a verb's subject, looked for in the clauses above where it has none of its own.

    Args:
        analysis: the report.
        verb: an active verb.

    Returns:
        A head token; for a relative pronoun the noun that it stands for; None where nobody is named.

    Example:
        In "Moscow denied the charge and said it would reply" the subject of "said" is "Moscow".
    """
    node, climbed = verb, False
    for _ in range(_CLIMBS):
        found = _own_subject(analysis, node, passive=climbed)
        if found is not None:
            return antecedent(analysis, found)
        if climbed and is_passive(analysis, node):
            return agent(analysis, node)
        above, relation = analysis.heads[node], analysis.deprels[node].partition(":")[0]
        if above < 0 or relation not in ("conj", "xcomp", "advcl", "parataxis", "acl"):
            return None
        if relation == "acl":
            return above
        if relation == "xcomp":
            controller = analysis.child(above, "obj")
            if controller is not None and controller < node and analysis.lemmas[above] not in ("promise", "vow"):
                return controller
        node, climbed = above, True
    return None


def _own_subject(analysis: Analysis, verb: int, *, passive: bool) -> int | None:
    """Return the subject that hangs on the verb itself."""
    wanted = ("nsubj", "nsubj:outer", "nsubj:pass") if passive else ("nsubj", "nsubj:outer")
    for child in analysis.children[verb]:
        if analysis.deprels[child] in wanted and analysis.lowers[child] not in ("there", "what"):
            return child
        if analysis.deprels[child] == "expl" and analysis.child(verb, "xcomp", "obj") is not None:
            return child  # "it threatened to leave": no expletive, whatever the tree says
    return None


def antecedent(analysis: Analysis, token: int) -> int:
    """Return what a relative pronoun stands for: the noun that its clause hangs on; else the token itself."""
    if analysis.lowers[token] not in RELATIVE or analysis.upos[token] != "PRON":
        return token
    noun = analysis.described(token, "acl", "acl:relcl")
    return _noun_before(analysis, token) if noun is None else noun


def _noun_before(analysis: Analysis, token: int) -> int:
    """Return the head of the noun phrase that ends before a relative pronoun and its comma, or the token itself."""
    start = analysis.sentence(token)[0]
    for node in range(token - 1, max(start, token - 3) - 1, -1):
        if analysis.upos[node] in ("NOUN", "PROPN"):
            while start <= analysis.heads[node] < token and analysis.upos[analysis.heads[node]] in ("NOUN", "PROPN"):
                node = analysis.heads[node]
            return node
    return token


def source_of(analysis: Analysis, head: int, cue: Tokens) -> Source:
    """Return the words of a speaker, with titles and appositions, up to the cue.

    Args:
        analysis: the report.
        head: the head token of the speaker.
        cue: the cue; the words stay on their side of it.

    Returns:
        The speaker; relative clauses and stray commas at its ends are left out.
    """
    keep = [head]
    for node in keep:
        keep.extend(child for child in analysis.children[node] if _belongs(analysis, child, head))
    low, high = head, head
    members = set(keep)
    while low - 1 in members and not cue[0] <= low - 1 < cue[1]:
        low -= 1
    while high + 1 in members and not cue[0] <= high + 1 < cue[1]:
        high += 1
    while high > head and analysis.upos[high] == "PUNCT" and analysis.forms[high] not in (")", "]"):
        high -= 1
    while low < head and analysis.upos[low] in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV") and low + 1 <= head:
        low += 1
    return Source(head, (low, high + 1), owner(analysis, head))


def _belongs(analysis: Analysis, child: int, head: int) -> bool:
    """Tell whether a child is part of the speaker's name rather than a clause or an aside about it."""
    relation = analysis.deprels[child]
    if relation in (
        "nsubj",
        "nsubj:pass",
        "cop",
        "aux",
        "aux:pass",
        "acl:relcl",
        "parataxis",
        "case",
        "mark",
        "cc:preconj",
        "ccomp",
        "advcl",
    ):
        return False
    if relation == "acl" and any(
        analysis.deprels[comma] == "punct" and comma < child for comma in analysis.children[child]
    ):
        return False  # ", quoted by Reuters,"
    return not (relation == "conj" and analysis.heads[child] == head and analysis.upos[child] == "VERB")


def owner(analysis: Analysis, head: int) -> int:
    """Return whose words a document holds: "Amnesty" for "Amnesty's report"; else the head itself."""
    if analysis.lemmas[head] not in DOCUMENTS:
        return head
    children = analysis.children[head]
    for relation in ("nmod:poss", "compound", "amod", "nmod"):
        for child in children:
            if analysis.deprels[child] != relation or analysis.upos[child] not in ("PROPN", "NOUN", "PRON"):
                continue
            if relation != "nmod" or case_of(analysis, child) in ("by", "from", "of", "on"):
                return child
    for child in children:
        by = agent(analysis, child) if analysis.deprels[child] == "acl" else None
        if by is not None:
            return by
    return head


def is_medium(analysis: Analysis, head: int) -> bool:
    """Tell whether a noun phrase names a go-between, such as a news agency or a newspaper."""
    nodes = [head, *analysis.children[head]]
    return any(
        analysis.lemmas[node] in MEDIA or analysis.lowers[node] in MEDIA
        for node in nodes
        if node == head or analysis.deprels[node] in ("compound", "flat", "appos", "amod", "nmod:poss")
    )
