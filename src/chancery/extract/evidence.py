"""Evidence: one decision from what the rules and what the model say of the same cue.

In: `Draft`s of the rules and the model's `Attribution`s. Out: drafts, joined, repaired, added or dropped.
What it does not know: quotations without a cue; `continuations` attributes those.

Measured on PolNeAR's development part: the model knows the source better; of contents either has about
seven in ten right and the better of both eight, so each end is taken where it is the more natural.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Attribution, Tokens
from chancery.extract import cues
from chancery.extract.drafts import Draft
from chancery.extract.edges import TELLING, has_verb, is_mark, opening, tidied
from chancery.extract.quotes import MARKS, Scene
from chancery.extract.sources import Source, antecedent, source_of
from chancery.extract.verbs import FIRST_PERSON, QUOTATION_ONLY, is_nobody, is_unreal
from chancery.record import Act

ALONE = {(True, True): 0.6, (True, False): 0.85, (False, True): 0.9, (False, False): 0.97}
"""Score from which the model's attribution stands without a rule, by whether its cue is in the table and whether its
content is a clause or a quotation. PolNeAR counts support, plans and wants, which are no statements here; tuned
on the gold reports, where below these scores most are none."""
FUNCTION = frozenset(["PUNCT", "DET", "ADP", "AUX", "PART", "ADV", "CCONJ", "SCONJ"])
JOINING = frozenset(["and", "because", "until", "when", "where", "or"])
"""Words behind a comma at which the tree's longer content is right twice as often as the model's (PolNeAR dev)."""
WEAK = frozenset(
    [
        "know",
        "think",
        "see",
        "feel",
        "understand",
        "realize",
        "realise",
        "recognize",
        "find",
        "assume",
        "direct",
        "provide",
        "describe",
    ]
)
"""Cues of belief that need the model's word: they stand oftener for no attribution than for one."""
FIRM = frozenset("cite declare deny condemn denounce reject demand".split())
"""Cues whose object is an attribution also where the model sees none, if they are finite and have a subject."""
PLEDGES = frozenset(["threaten", "vow", "promise", "pledge", "swear"])
EVIDENCE = frozenset(
    "indicate suggest underscore underline reveal signal show imply highlight confirm reaffirm guarantee threaten "
    "claim".split()
)
"""Cues that facts take as well as people ("the fact underscores"): they need the model's word."""


def join(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Join the drafts of the rules with the model's attributions.

    Args:
        scene: the report; without attributions the drafts come back as they are.
        found: the drafts of the rules, in order.

    Returns:
        Drafts, those of the model alone last.
    """
    analysis = scene.analysis
    attributions = analysis.attributions
    if not attributions:
        return found
    by_token = {token: draft for draft in found if draft.cue for token in range(*draft.cue)}
    by_verb = {analysis.heads[draft.head]: draft for draft in found if draft.takes == "noun" and draft.head is not None}
    supported: set[int] = set()
    added: list[Draft] = []
    for attribution in attributions:
        draft = next((by_token[token] for token in range(*attribution.cue) if token in by_token), None)
        if draft is None:  # "renewed his call": the model's cue is the verb, the rules' its object
            draft = next((by_verb[token] for token in range(*attribution.cue) if token in by_verb), None)
        if draft is not None:
            supported.add(id(draft))
            _repair(scene, draft, attribution)
        else:
            added.extend(_alone(scene, attribution))
    kept = [draft for draft in found if id(draft) in supported or _stands(scene, draft)]
    return [*kept, *added]


def _stands(scene: Scene, draft: Draft) -> bool:
    """Tell whether a draft of the rules stands although the model sees no attribution in it."""
    if draft.head is None:
        return True
    lemma, takes = scene.analysis.lemmas[draft.head], draft.takes
    if scene.quoted[draft.head] and (draft.act == "believe" or lemma in QUOTATION_ONLY):
        return False
    if lemma in WEAK or (lemma in EVIDENCE and takes == "clause"):
        return False
    if takes == "to":
        return lemma in PLEDGES and draft.source is not None
    finite = scene.analysis.xpos[draft.head] in ("VBD", "VBZ", "VBP", "VBN") and draft.source is not None
    return takes != "object" or draft.phrase or (finite and lemma in (FIRM | PLEDGES))


def _repair(scene: Scene, draft: Draft, attribution: Attribution) -> None:
    """Take the model's source, and of both contents the more natural ends."""
    analysis = scene.analysis
    fixed = draft.takes == "as saying" or (draft.takes == "passive" and draft.source is None)
    if draft.takes == "noun" and draft.source is not None:
        fixed = analysis.upos[draft.source.head] == "PROPN"  # "Trump's promise" is his, whoever likes it
    source = None if fixed else model_source(analysis, attribution)
    if source is not None and source.tokens[0] < opening(analysis, analysis.sentence(source.head)[0]):
        source = None  # a place of the dateline is no speaker
    if source is not None:
        draft.source = _joint_source(analysis, draft.source, source, attribution.cue)
    draft.contents = _contents(scene, draft, attribution) or draft.contents
    draft.score = round(min(0.99, (draft.score + attribution.score) / 2 + 0.1), 4)
    draft.why = (*draft.why, f"model {attribution.score:.2f}")


def _joint_source(analysis: Analysis, ours: Source | None, theirs: Source, cue: Tokens) -> Source:
    """Return the model's source, with the rules' words and head where both are of one phrase."""
    if ours is None or not _overlap(ours.tokens, theirs.tokens):
        return theirs
    low, high = min(ours.tokens[0], theirs.tokens[0]), max(ours.tokens[1], theirs.tokens[1])
    if _overlap((low, high), cue) or analysis.upos[ours.head] in FUNCTION:
        return theirs
    return Source(ours.head, (low, high), ours.owner)


def _overlap(one: Tokens, other: Tokens) -> bool:
    """Tell whether two ranges share a token."""
    return one[0] < other[1] and other[0] < one[1]


def model_source(analysis: Analysis, attribution: Attribution) -> Source | None:
    """Return the model's source with its head and the owner of a document, or None."""
    if attribution.source is None:
        return None
    head = head_of(analysis, attribution.source)
    noun = antecedent(analysis, head)
    if noun != head:
        return source_of(analysis, noun, attribution.cue)
    return Source(head, attribution.source, source_of(analysis, head, attribution.cue).owner)


def head_of(analysis: Analysis, tokens: Tokens) -> int:
    """Return the token of a range that governs the rest, function words aside."""
    inside = [token for token in range(*tokens) if not tokens[0] <= analysis.heads[token] < tokens[1]]
    for tokens_of in (inside, range(*tokens)):
        for token in tokens_of:
            if analysis.upos[token] not in FUNCTION:
                return token
    return tokens[0]


def _contents(scene: Scene, draft: Draft, attribution: Attribution) -> tuple[Tokens, ...]:
    """Return content whose ends are, each, the more natural of the rules' and the model's."""
    analysis = scene.analysis
    cue = draft.cue or attribution.cue
    floor = cue
    if draft.source is not None and analysis.sentence_of[draft.source.head] == analysis.sentence_of[cue[0]]:
        low, high = min(cue[0], draft.source.tokens[0]), max(cue[1], draft.source.tokens[1])
        if high - low <= (cue[1] - cue[0]) + (draft.source.tokens[1] - draft.source.tokens[0]) + 3:
            floor = (low, high)
    rules = _sides(draft.contents, floor)
    model = _sides(_in_sentence(scene, attribution, cue), floor)
    if model == (None, None):
        return ()
    if draft.sure:  # the content comes of more than a tree
        sides = [side for side in rules if side is not None]
        if rules[1] is None and model[1] is not None and _goes_behind(analysis, model[1], draft):
            sides.append(model[1])
        return tidied(scene, sides, floor)
    if model[0] is not None and rules[0] is None and not is_mark(analysis, floor[0] - 1):
        model = (None, model[1])
    ranges = []
    for ours, theirs in zip(rules, model, strict=True):
        if ours is not None and theirs is not None:
            ranges.append(_better_ends(scene, ours, theirs, floor))
        elif theirs is not None:
            ranges.append(theirs)
    return tidied(scene, ranges, floor) if ranges else ()


def _goes_behind(analysis: Analysis, tokens: Tokens, draft: Draft) -> bool:
    """Tell whether the model's words behind a tag go on with the content: a clause ("…, he said, since …")."""
    first = tokens[0]
    marked = analysis.upos[first - 1] == "PUNCT" and analysis.upos[first] == "SCONJ"
    return draft.takes.endswith("clause") and marked and has_verb(analysis, tokens)


def _in_sentence(scene: Scene, attribution: Attribution, cue: Tokens) -> tuple[Tokens, ...]:
    """Return the model's content as far as it stands in the cue's sentence or in a quotation that reaches into it."""
    start, end = scene.analysis.sentence(cue[0])
    kept = []
    for first, last in attribution.contents:
        if first < end and last > start:
            kept.append((max(first, start), min(last, end)))
    return tuple(kept)


def _sides(contents: tuple[Tokens, ...], floor: Tokens) -> tuple[Tokens | None, Tokens | None]:
    """Return the hull of content before and behind source and cue."""
    left = [span for span in contents if span[0] < floor[0]]
    right = [span for span in contents if span[0] >= floor[0] and span[1] > floor[1]]
    before = (left[0][0], min(floor[0], max(last for _, last in left))) if left else None
    behind = (max(floor[1], right[0][0]), max(last for _, last in right)) if right else None
    return before, behind


def _better_ends(scene: Scene, ours: Tokens, theirs: Tokens, floor: Tokens) -> Tokens:
    """Return, of two ranges, the model's ends where they fall between phrases, else the rules'."""
    analysis = scene.analysis
    first = theirs[0] if _starts_well(analysis, theirs[0], floor) else ours[0]
    shorter = theirs[1] < ours[1] and _goes_on(analysis, theirs[1])
    last = theirs[1] if _ends_well(analysis, theirs[1], floor) and not shorter else ours[1]
    return (first, last) if first < last else ours


def _goes_on(analysis: Analysis, token: int) -> bool:
    """Tell whether content rather goes on with a token where the model ends it and the tree does not."""
    if analysis.forms[token] == "," and token + 1 < len(analysis):
        token += 1
        return analysis.lowers[token] in JOINING or (
            analysis.xpos[token] == "VBG" and analysis.lowers[token] not in TELLING
        )
    return analysis.upos[token] == "CCONJ"


def _starts_well(analysis: Analysis, token: int, floor: Tokens) -> bool:
    """Tell whether content may start at a token: behind a mark, the cue, or at the start of its sentence."""
    start = analysis.sentence(token)[0]
    if token == start or token == floor[1] or token == opening(analysis, start):
        return True
    before = token - 1
    return analysis.upos[before] in ("PUNCT", "CCONJ", "SCONJ") or analysis.forms[token] in MARKS


def _ends_well(analysis: Analysis, token: int, floor: Tokens) -> bool:
    """Tell whether content may end before a token: a mark, a conjunction, the source or the sentence's end."""
    end = analysis.sentence(token - 1)[1]
    if token >= end or token == floor[0]:
        return True
    return analysis.upos[token] in ("PUNCT", "CCONJ") or analysis.forms[token - 1] in MARKS


def _alone(scene: Scene, attribution: Attribution) -> list[Draft]:
    """Make a draft of an attribution that no rule read, where the model is sure enough."""
    analysis = scene.analysis
    known = cues.acts()
    head = next((t for t in range(*attribution.cue) if analysis.lemmas[t] in known), head_of(analysis, attribution.cue))
    lemma = analysis.lemmas[head]
    clausal = any(scene.quoted[a] or has_verb(analysis, (a, b)) for a, b in attribution.contents)
    if attribution.score < ALONE[lemma in known, clausal]:
        return []
    source = model_source(analysis, attribution)
    if source is not None and (analysis.lowers[source.head] in FIRST_PERSON or is_nobody(analysis, source.head)):
        return []
    if lemma in known and is_unreal(analysis, head, known[lemma], lemma):
        return []
    floor = attribution.cue
    ranges = [side for side in _sides(_in_sentence(scene, attribution, attribution.cue), floor) if side is not None]
    contents = tidied(scene, ranges, floor)
    if not contents:
        return []
    act: Act = known.get(lemma, "say")
    return [
        Draft(head, attribution.cue, source, contents, act, attribution.score, why=(f"model {attribution.score:.2f}",))
    ]
