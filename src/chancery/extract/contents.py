"""Contents: which words a cue attributes.

In: an `Analysis`, its quotations, a cue and the pattern that the cue takes. Out: token ranges.
What it does not know: who speaks, and whether anybody does.

"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import cues, tags
from chancery.extract.edges import opening, tidied, trimmed
from chancery.extract.quotes import MARKS, Scene
from chancery.extract.sources import case_of

_CLAUSAL = ("ccomp", "parataxis")
_GAP = 8  # tokens from a cue to the quotation it opens: "said in Colorado Springs on Friday : “"
_ADJUNCTS = ("advcl", "obl", "nmod", "advmod", "xcomp", "ccomp")


def slots(scene: Scene, verb: int, takes: str) -> tuple[Tokens, ...]:
    """Return the content that a pattern of `resources/cues.tsv` finds behind a cue.

    Args:
        scene: the report.
        verb: the cue's head token.
        takes: any pattern but the clausal ones, which `clause` finds.

    Returns:
        One range from the first slot to the last, or nothing where a slot is empty.

    Example:
        "object of" in "Kyiv accused Moscow of shelling the port" gives "Moscow of shelling the port".
    """
    analysis = scene.analysis
    anchors, first, last = [verb], -1, -1
    for name in takes.split(" "):
        found = next((node for anchor in anchors for node in _slot(analysis, anchor, name) if node > anchors[-1]), None)
        if found is None:
            return ()
        low, high = analysis.extent(found)
        low = max(low, verb + 1)
        if name == "for" and first < 0 and analysis.lowers[low] == "for":
            low += 1  # "called for" is the cue
        first = low if first < 0 else first
        last = max(last, high - 1)
        anchors.append(found)
    return trimmed(analysis, [(first, last + 1)])


def _slot(analysis: Analysis, anchor: int, name: str) -> list[int]:
    """Return the children of a node that can fill a slot, in order."""
    fits = []
    for child in analysis.children[anchor]:
        relation = analysis.deprels[child].partition(":")[0]
        if name == "object":
            fit = relation in ("obj", "iobj")
        elif name == "predicate":
            fit = relation in ("xcomp", "ccomp", "obj", "advmod") and child > anchor + 1
        elif name == "gerund":
            fit = relation in ("xcomp", "ccomp", "obj", "advcl") and analysis.xpos[child] == "VBG"
        elif name == "to":
            fit = relation in ("xcomp", "advcl", "acl", "ccomp") and _has_to(analysis, child)
        elif name == "unto":
            fit = relation in ("obl", "nmod", "advcl", "xcomp") and case_of(analysis, child) == "to"
        else:
            fit = relation in ("obl", "nmod", "advcl", "acl", "xcomp", "ccomp") and case_of(analysis, child) == name
            fit = fit or analysis.lowers[child] == name
        if fit:
            fits.append(child)
    return fits


def _has_to(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(analysis.lowers[child] == "to" for child in analysis.children[verb] if child < verb)


def clause(scene: Scene, verb: int, floor: Tokens) -> tuple[Tokens, ...]:
    """Return the clause or the quotation that a cue attributes.

    Args:
        scene: the report.
        verb: the cue's head token.
        floor: the words of source and cue, which the content leaves out.

    Returns:
        Ranges in reading order; several where source and cue stand in the midst of the content.
    """
    analysis = scene.analysis
    tagged = tags.around(scene, verb, floor)
    node = _clause_node(analysis, verb)
    if tagged:
        ranges = tagged
    elif node is not None:
        barred = set(analysis.subtree(verb)) if analysis.deprels[verb] == "parataxis" else set()
        members = [t for t in analysis.subtree(node) if t not in barred and not floor[0] <= t < floor[1]]
        first = opening(analysis, analysis.sentence(verb)[0])
        ranges = _runs(analysis, [token for token in members if token >= first])
        ranges = _settle(scene, ranges, verb, floor, node)
    else:
        ranges = _beside(scene, floor)
    return tidied(scene, _both_sides(scene, ranges, floor), floor)


def _both_sides(scene: Scene, ranges: list[Tokens], floor: Tokens) -> list[Tokens]:
    """Add the quotation on the other side of source and cue, in the same sentence ("“A,” he said, “B.”")."""
    analysis = scene.analysis
    if not ranges:
        return ranges
    start, end = analysis.sentence(floor[0])
    if ranges[-1][1] <= floor[0] and scene.quoted[floor[0] - 1]:
        for token in range(floor[1], end):
            if analysis.xpos[token] == "VBG" and any("clause" in row.takes for row in cues.look_up(analysis, token)[1]):
                break  # ", adding, “…”": the next quotation has a cue of its own
            if scene.quoted[token] and analysis.forms[token - 1] == ",":
                return [*ranges, (token, min(end, scene.quotes[scene.quote_of[token]].tokens[1]))]
    before = floor[0] - 1
    if ranges[0][0] >= floor[1] and before > start and scene.quoted[before] and scene.quoted[ranges[0][0]]:
        return [(max(start, scene.quotes[scene.quote_of[before]].tokens[0]), floor[0]), *ranges]
    return ranges


def _clause_node(analysis: Analysis, verb: int) -> int | None:
    """Return the head of the clause that a verb takes: its complement, or what it is set beside."""
    for relation in _CLAUSAL:
        for child in analysis.children[verb]:
            if analysis.deprels[child].partition(":")[0] == relation and not _is_infinitive(analysis, child):
                return child
    above = analysis.heads[verb]
    if analysis.deprels[verb] == "parataxis" and above >= 0 and analysis.child(verb, "obj", "xcomp") is None:
        return above
    return None


def _is_infinitive(analysis: Analysis, verb: int) -> bool:
    """Tell whether a clause is an infinitive without a subject ("to leave")."""
    return _has_to(analysis, verb) and analysis.child(verb, "nsubj", "csubj", "expl") is None


def _runs(analysis: Analysis, members: list[int]) -> list[Tokens]:
    """Join tokens to ranges, over gaps of punctuation only."""
    ranges: list[Tokens] = []
    for token in members:
        if ranges and all(analysis.upos[gap] == "PUNCT" for gap in range(ranges[-1][1], token)):
            ranges[-1] = (ranges[-1][0], token + 1)
        else:
            ranges.append((token, token + 1))
    return ranges


def _settle(scene: Scene, ranges: list[Tokens], verb: int, floor: Tokens, node: int) -> list[Tokens]:
    """Repair the outer ends of a clause where trees are least sure."""
    analysis = scene.analysis
    if not ranges:
        return ranges
    start, end = analysis.sentence(verb)
    if ranges[0][0] < floor[0] and node < floor[0]:  # "…, the minister said": the clause opens the sentence
        first = opening(analysis, start)
        if first < ranges[0][0] and not _other_clause(analysis, first, ranges[0][0]):
            ranges[0] = (first, ranges[0][1])
        while len(ranges) > 1 and not tags.goes_on(scene, ranges[1], floor):
            ranges.pop()
        return ranges
    last = ranges[-1][1]
    for child in analysis.children[verb]:
        relation = analysis.deprels[child].partition(":")[0]
        low, high = analysis.extent(child)
        if low == last and relation in _ADJUNCTS and analysis.forms[low] not in MARKS and high <= end:
            last = high
    ranges[-1] = (ranges[-1][0], last)
    return ranges


def _other_clause(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether tokens before a clause hold a verb of their own or a conjunct that speaks."""
    return any(analysis.upos[token] in ("VERB", "AUX") for token in range(first, last)) or last - first > 12


def _beside(scene: Scene, floor: Tokens) -> list[Tokens]:
    """Return the quotation that stands directly before or behind source and cue, in their sentence."""
    analysis = scene.analysis
    start, end = analysis.sentence(floor[0])
    for token in range(floor[1], min(end, floor[1] + _GAP)):
        if scene.quoted[token]:
            if (
                token > floor[1]
                and analysis.forms[token - 1] not in (",", ":")
                and analysis.lowers[token - 1] != "that"
            ):
                break
            first, last = scene.quotes[scene.quote_of[token]].tokens
            return [(max(first, floor[1]), last)]
    for token in range(floor[0] - 1, max(start, floor[0] - 3) - 1, -1):
        if scene.quoted[token]:
            return [scene.quotes[scene.quote_of[token]].tokens]
    return []
