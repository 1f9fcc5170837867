"""Verbs: attributions whose cue is a verb.

In: a `Scene` and a token. Out: a `Draft`, or None where the token attributes nothing.
What it does not know: the model's attributions.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import cues, tags
from chancery.extract.contents import clause, slots
from chancery.extract.cues import Cue
from chancery.extract.drafts import Draft
from chancery.extract.edges import trimmed
from chancery.extract.quotes import Scene
from chancery.extract.sources import (
    DOCUMENTS,
    LISTENERS,
    Source,
    agent,
    case_of,
    is_medium,
    is_passive,
    source_of,
    subject,
)
from chancery.record import Act

UNREAL = frozenset("will would could should may might must can shall wo ca 'd 'll ’d ’ll".split())
"""Auxiliaries under which nothing has been said yet."""


NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])


REFUSALS = frozenset(["rule_out"])
IRREALIS = frozenset(["if", "unless", "whether", "should"])


FACTIVE = frozenset("continue go begin start quick come fail keep hasten proceed rush".split())
"""Heads under which an infinitive cue did happen ("went on to say", "was quick to condemn")."""


QUOTATION_ONLY = frozenset("read continue go_on post cry answer call comment respond reply chant".split())
"""Verbs that attribute a clause only where it is quoted: otherwise they mean something else."""


NOBODY = frozenset(["no", "neither", "none", "nobody", "nothing"])


FIRST_PERSON = frozenset(["i", "we", "you", "me", "us"])


def read_verb(scene: Scene, token: int) -> Draft | None:
    """Read "X said (that) Y", "Y, said X", "X accused Z of W", "X urged Z to W"."""
    analysis = scene.analysis
    cue, rows = cues.look_up(analysis, token)
    if not rows or analysis.upos[token] != "VERB":
        return None
    if is_passive(analysis, token):
        return _read_passive(scene, token, cue, rows)
    if is_unreal(analysis, token, rows[0].act, rows[0].cue) or case_of(analysis, token) == "as":
        return None
    head = _inverted(scene, token)
    if head is None:
        head = subject(analysis, token)
    if head is not None and scene.quoted[head] and not scene.quoted[token]:
        head = None  # a word of the quotation is not its speaker
    source = None if head is None else _source(analysis, head, cue)
    if head is not None and (
        is_nobody(analysis, head) or (analysis.lowers[head] in FIRST_PERSON and scene.quoted[token])
    ):
        return None
    floor = _floor(analysis, cue, source)
    for row in rows:
        contents = _contents(scene, token, row, floor)
        if contents and _is_sound(scene, row, contents, source, is_quoted=bool(scene.quoted[token])):
            draft = Draft(
                token,
                cue,
                source,
                contents,
                row.act,
                0.8 if source else 0.4,
                takes=row.takes,
                phrase="_" in row.cue,
                sure=row.takes.endswith("clause") and bool(tags.around(scene, token, floor)),
                why=(f"cue {row.cue}: {row.takes}",),
            )
            _address(analysis, draft, row)
            return draft
    return None


def is_unreal(analysis: Analysis, token: int, act: Act, name: str) -> bool:
    """Tell whether a verb tells of words that were not said: modal, negated, conditional, intended."""
    if case_of(analysis, token) in ("without", "from", "instead"):
        return True
    above = analysis.heads[token]
    shares = analysis.deprels[token] == "conj" and analysis.child(token, "nsubj", "aux", "mark") is None
    if shares and above >= 0 and analysis.upos[above] == "VERB" and is_unreal(analysis, above, act, name):
        return True
    children = analysis.children[token]
    if any(analysis.lowers[child] in ("would", "will") for child in children) and name in REFUSALS:
        return False  # "would not confirm" was said
    for child in children:
        relation, word = analysis.deprels[child], analysis.lowers[child]
        if relation == "aux" and word in UNREAL:
            return True
        if relation == "mark" and word in IRREALIS:
            return True
        if word in NEGATIONS and relation in ("advmod", "cc:preconj") and act != "believe" and name != "rule_out":
            return True
        if relation == "mark" and word == "to":
            return above < 0 or analysis.lemmas[above] not in FACTIVE
    return False


def _source(analysis: Analysis, head: int, cue: Tokens) -> Source:
    """Return the speaker; a statement without an owner belongs to whoever issued it."""
    source = source_of(analysis, head, cue)
    if source.owner == head and analysis.lemmas[head] in DOCUMENTS:
        above = analysis.heads[head]
        if above >= 0 and analysis.deprels[head] in ("obj", "obl") and above not in range(*cue):
            issuer = subject(analysis, above)
            if issuer is not None and issuer != head:
                return source_of(analysis, issuer, cue)
    return source


def is_nobody(analysis: Analysis, head: int) -> bool:
    """Tell whether a subject denies that there is a speaker ("no group", "neither side")."""
    return analysis.lowers[head] in NOBODY or any(analysis.lowers[child] in NOBODY for child in analysis.children[head])


def _inverted(scene: Scene, token: int) -> int | None:
    """Return the noun directly behind a cue that closes a quotation or a clause ("…,” said Ms. Ito")."""
    analysis = scene.analysis
    start, end = analysis.sentence(token)
    if token == start or analysis.upos[token - 1] != "PUNCT" or token + 1 >= end:
        return None
    if any(analysis.deprels[child].startswith("nsubj") and child < token for child in analysis.children[token]):
        return None
    if analysis.deprels[token] != "parataxis" and not scene.quoted[token - 1] and analysis.heads[token] >= 0:
        return None
    for child in analysis.children[token]:
        relation = analysis.deprels[child].partition(":")[0]
        if child > token and relation in ("nsubj", "obj", "dep", "iobj", "obl", "appos", "flat"):
            nominal = analysis.upos[child] in ("PROPN", "NOUN", "PRON") and not case_of(analysis, child)
            if nominal and analysis.extent(child)[0] == token + 1:
                return child
    return None


def _floor(analysis: Analysis, cue: Tokens, source: Source | None) -> Tokens:
    """Return the words from source to cue where the source is the cue's own subject, else the cue."""
    if source is None or analysis.sentence_of[source.head] != analysis.sentence_of[cue[0]]:
        return cue
    if analysis.heads[source.head] not in range(*cue):
        return cue
    return min(cue[0], source.tokens[0]), max(cue[1], source.tokens[1])


def _contents(scene: Scene, token: int, row: Cue, floor: Tokens) -> tuple[Tokens, ...]:
    """Return what a row's pattern finds."""
    if row.takes == "clause":
        return clause(scene, token, floor)
    if row.takes == "whom clause":
        listener = scene.analysis.child(token, "iobj", "obj")
        return clause(scene, token, floor if listener is None else _over(scene.analysis, floor, listener))
    return slots(scene, token, row.takes)


def _over(analysis: Analysis, floor: Tokens, listener: int) -> Tokens:
    """Widen source and cue over the one who is addressed, where it stands directly behind."""
    low, high = analysis.extent(listener)
    return (floor[0], high) if low == floor[1] else floor


def _is_sound(scene: Scene, row: Cue, contents: tuple[Tokens, ...], source: Source | None, *, is_quoted: bool) -> bool:
    """Tell whether content fits its cue: quoted where it must be, and no bare pronoun."""
    analysis = scene.analysis
    size = sum(last - first for first, last in contents)
    quoted = any(scene.quoted[token] for first, last in contents for token in range(first, last))
    quoted = quoted and not is_quoted  # inside a quotation the marks tell nothing about an inner one
    if analysis.lowers[contents[0][0]] == "according":
        return False
    if row.cue in QUOTATION_ONLY and row.takes == "clause" and not quoted:
        return False
    if source is None and not quoted:
        return False
    if (
        row.takes.endswith("clause")
        and not quoted
        and not any(
            analysis.upos[token] in ("VERB", "AUX", "ADJ") for first, last in contents for token in range(first, last)
        )
    ):
        return False
    if row.takes == "object":
        return size > 1 or analysis.upos[contents[0][0]] != "PRON"
    return size > 1 or quoted


def _address(analysis: Analysis, draft: Draft, row: Cue) -> None:
    """Fill in whom the words are addressed to, and the go-between that passes them on."""
    token = draft.head
    if token is None:
        return
    if row.takes in ("whom clause", "object to") and row.act not in ("believe", "predict"):
        draft.addressee = analysis.child(token, "iobj", "obj")
    if row.takes == "whom clause" and draft.addressee is not None:
        listener = draft.addressee
        if analysis.lemmas[listener] not in LISTENERS and is_medium(analysis, listener):
            draft.via = listener
    if draft.source is not None and draft.via is None:
        draft.via = _quoted_by(analysis, draft.source.head)


def _quoted_by(analysis: Analysis, head: int) -> int | None:
    """Return the go-between of "X, quoted by V, said"."""
    for child in analysis.children[head]:
        if analysis.deprels[child] == "acl" and analysis.lemmas[child] in ("quote", "cite"):
            return agent(analysis, child)
    return None


def _read_passive(scene: Scene, token: int, cue: Tokens, rows: tuple[Cue, ...]) -> Draft | None:
    """Read "is believed to be hiding", "seen by many as a rival", "was accused of spying"."""
    analysis = scene.analysis
    if analysis.lemmas[token] in ("quote", "cite", "tell", "ask", "call") or is_unreal(
        analysis, token, rows[0].act, rows[0].cue
    ):
        return None
    speaker = agent(analysis, token)
    source = None if speaker is None else source_of(analysis, speaker, cue)
    for row in rows:
        tail = row.takes.rpartition(" ")[2]
        if row.takes.startswith("object ") or row.takes == "to":
            contents = slots(scene, token, tail)
        elif row.takes == "clause":
            contents = slots(scene, token, "to") or _that_clause(scene, token)
        else:
            continue
        if contents and sum(last - first for first, last in contents) > 2:
            return Draft(
                token,
                cue,
                source,
                contents,
                row.act,
                0.6 if source else 0.5,
                takes="passive",
                sure=True,
                why=(f"passive cue {row.cue}",),
            )
    return None


def _that_clause(scene: Scene, token: int) -> tuple[Tokens, ...]:
    """Return the clause of "it is feared that …"."""
    analysis = scene.analysis
    node = analysis.child(token, "ccomp", "csubj")
    if node is None or node < token or case_of(analysis, node) != "that":
        return ()
    return trimmed(analysis, [analysis.extent(node)])
