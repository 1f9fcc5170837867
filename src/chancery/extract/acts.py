"""Acts: what somebody does by saying so, as the form of the words tells it where the cue does not.

In: a `Draft` with the act of its cue. Out: the act.
What it does not know: tone. "Said" stays `say` unless grammar makes the words a demand, a promise or a forecast.

Each rule keeps to what readers of the gold reports agreed on: "should" and "must" are demands in 8 of 9, "may" and
"could" forecasts in 14 of 16, "will" of the speaker a promise in 4 of 5. What others "will" do is as often announced.
"""

from __future__ import annotations

from chancery.extract.drafts import Draft
from chancery.extract.quotes import Scene
from chancery.record import Act

OBLIGE = frozenset(["should", "must", "ought", "shall"])
FORESEE = frozenset(["may", "might", "could"])
WILL = frozenset(["will", "wo", "'ll", "would"])
WE = frozenset(["i", "we"])
OWN = frozenset(["his", "her", "its", "their", "our", "my"])
UNTRUE = frozenset(
    "nonsense lie fiction fabrication false untrue baseless unfounded fake absurd rubbish slander hoax falsehood "
    "propaganda groundless fantasy myth".split()
)
"""What a charge is called by those who deny it."""


def act_of(scene: Scene, draft: Draft) -> Act:
    """Return the act of a draft, made narrower by the form of its content.

    Args:
        scene: the report.
        draft: with the act that its cue names.

    Returns:
        The cue's own act, unless that is a plain `say` (or a warning) whose content obliges, promises,
        threatens, foresees, asks or denies; a negated denial is a plain `say`.

    Example:
        "He said the army must leave" is a demand; "We will leave," he said, a promise.
    """
    analysis = scene.analysis
    tokens = [token for first, last in draft.contents for token in range(first, last)]
    if draft.act == "predict" and draft.head is not None and analysis.lemmas[draft.head] == "warn":
        return "threaten" if _is_own_will(scene, tokens) else "predict"
    if draft.act == "deny" and draft.head is not None and _is_negated(scene, draft.head):
        return "say"
    if draft.act != "say" or not tokens:
        return draft.act
    if draft.takes == "object predicate" and any(analysis.lemmas[token] in UNTRUE for token in tokens):
        return "deny"
    if not draft.takes.endswith("clause") and draft.takes:
        return "say"
    if _denies(scene, tokens):
        return "deny"
    return _by_auxiliary(scene, tokens)


def _root(scene: Scene, tokens: list[int]) -> int | None:
    """Return the token that governs the content."""
    inside = set(tokens)
    heads = scene.analysis.heads
    return next(
        (t for t in tokens if heads[t] not in inside and scene.analysis.upos[t] in ("VERB", "ADJ", "NOUN", "AUX")), None
    )


def _by_auxiliary(scene: Scene, tokens: list[int]) -> Act:
    """Return the act that the auxiliary of the content's main verb makes."""
    analysis = scene.analysis
    root = _root(scene, tokens)
    if root is None:
        return "say"
    if analysis.forms[tokens[-1]] == "?" or (len(tokens) > 1 and analysis.forms[tokens[-2]] == "?"):
        return "ask"
    words = {analysis.lowers[child] for child in analysis.children[root] if analysis.deprels[child].startswith("aux")}
    infinitive = analysis.child(root, "xcomp")
    if words & OBLIGE or (analysis.lemmas[root] == "need" and infinitive is not None):
        return "demand"
    if words & WILL and _is_own(scene, root, scene.quoted[tokens[0]] == 1):
        return "promise"
    return "predict" if words & FORESEE else "say"


def _is_own(scene: Scene, root: int, quoted: bool) -> bool:
    """Tell whether a verb's subject is the speaker: "we" where quoted, "he" or "his government" where not."""
    analysis = scene.analysis
    subject = analysis.child(root, "nsubj")
    if subject is None:
        return False
    if quoted:
        return analysis.lowers[subject] in WE and not any(
            analysis.lowers[child] == "would" for child in analysis.children[root]
        )
    owners = [analysis.lowers[child] for child in analysis.children[subject]]
    return analysis.lowers[subject] in ("he", "she", "they", *WE) or any(word in OWN for word in owners)


def _is_own_will(scene: Scene, tokens: list[int]) -> bool:
    """Tell whether speakers say what they or their own will do ("his followers will storm the line")."""
    analysis = scene.analysis
    root = _root(scene, tokens)
    if root is None or not any(analysis.lowers[child] in WILL for child in analysis.children[root]):
        return False
    subject = analysis.child(root, "nsubj")
    if subject is None:
        return False
    owners = [analysis.lowers[child] for child in analysis.children[subject]]
    return analysis.lowers[subject] in ("i", "we") or any(word in OWN for word in owners)


def _denies(scene: Scene, tokens: list[int]) -> bool:
    """Tell whether content only says that something is not so ("this was not the case", "that is not true")."""
    words = [scene.analysis.lowers[token] for token in tokens if scene.analysis.upos[token] != "PUNCT"]
    return len(words) <= 6 and ("not" in words or "n't" in words) and words[-1] in ("case", "true", "so", "correct")


def _is_negated(scene: Scene, verb: int) -> bool:
    """Tell whether a verb has a negation ("did not rule out")."""
    return any(scene.analysis.lowers[child] in ("not", "n't", "never") for child in scene.analysis.children[verb])
