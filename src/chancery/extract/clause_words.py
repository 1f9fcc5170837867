"""Clause words: what auxiliaries, negations, adverbs and modifiers make of the deed beside them.

In: an analysis and a verb or noun. Out: operators, each a status and the words that gave it.
What it does not know: what stands above the clause; `status` climbs.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.analysis import Analysis
from chancery.extract import branches, status_words
from chancery.extract.status_words import Row
from chancery.record import Status

COMING = frozenset(
    "arrive come go travel fly head return visit gather rally march assemble enter meet rush move deploy send "
    "dispatch leave cross storm raid".split()
)
"""Verbs of coming together or setting out: what somebody came for in the past was done ("arrived to raid")."""
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "sha"})
WOULD = frozenset({"would", "'d", "’d"})
PERFECT = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
FIRST_TO = frozenset("first last only latest second third one next".split())
"""Heads and modifiers with which an infinitive tells what was done: "the first leader to visit"."""
GATHERINGS = frozenset("rally march demonstration protest operation visit meeting summit raid campaign trip".split())
"""Deeds whose infinitive says what for: "a rally to protest the ruling" protested."""
ONLY = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "even"})
REPORTING = frozenset(
    "say tell announce state add report note declare write explain confirm promise pledge vow warn predict "
    "indicate reveal insist assure inform".split()
)
"""Verbs of saying after which "would" is the past of "will"."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word makes of the deed below it: `status` as if that were a fact, and the words."""

    status: Status
    why: str


def of_clause(analysis: Analysis, head: int) -> list[Operator]:
    """Return what the small words of a clause make of its deed: auxiliaries first, then adverbs, then "if".

    Args:
        analysis: the report.
        head: the verb of the clause, or the noun or adjective with a copula.
    """
    found = _auxiliaries(analysis, head)
    found.extend(_adverbs(analysis, head))
    found.extend(_marks(analysis, head))
    found.extend(_mood(analysis, head))
    return found


def of_governor(analysis: Analysis, token: int) -> list[Operator]:
    """Return what the small words around a governing verb, adjective or noun make of what it governs."""
    if analysis.upos[token] in ("VERB", "AUX") or any(analysis.deprels[c] == "cop" for c in analysis.children[token]):
        return of_clause(analysis, token)
    return of_noun(analysis, token)


def of_noun(analysis: Analysis, noun: int) -> list[Operator]:
    """Return what determiners, modifiers and prepositions make of the noun that names a deed."""
    found = []
    for child in analysis.children[noun]:
        relation, lower = analysis.deprels[child].partition(":")[0], analysis.lowers[child]
        row = None
        if relation == "det":
            row = status_words.standing("determiner", lower) if _is_no(analysis, child) else None
        elif relation in ("amod", "compound") and child < noun:
            row = _modifying(analysis, child)
        elif relation in ("case", "mark"):
            row = status_words.standing("preposition", lower) or status_words.standing("mark", lower)
        elif relation in ("advmod", "cc:preconj", "cc"):
            row = status_words.standing("adverb", lower)
        if row is not None and not (relation == "cc" and lower == "nor" and analysis.deprels[noun] != "conj"):
            found.append(by_row(analysis, row, child))
    return found


def by_row(analysis: Analysis, row: Row, token: int) -> Operator:
    """Return the operator of a row of the status table, with the report's own word."""
    return Operator(row.status, f"{row.name}: {analysis.lowers[token]}")


def is_infinitive(analysis: Analysis, head: int) -> bool:
    """Tell whether a clause stands with "to"."""
    return any(
        analysis.lowers[c] == "to" and analysis.deprels[c] in ("mark", "aux", "case") and analysis.upos[c] == "PART"
        for c in analysis.children[head]
    )


def introducers(analysis: Analysis, head: int) -> tuple[str, ...]:
    """Return the words that introduce a clause or gerund ("from" meeting, "to" meeting), infinitives without."""
    return tuple(
        analysis.lowers[c]
        for c in analysis.children[head]
        if analysis.deprels[c] in ("mark", "case") and c < head and analysis.upos[c] != "PART"
    )


def is_first_to(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun with an infinitive tells what was done ("the first to sign", "the latest bank to quit")."""
    if analysis.lemmas[noun] in FIRST_TO:
        return True
    return any(analysis.lemmas[c] in FIRST_TO or analysis.xpos[c] == "JJS" for c in analysis.children[noun])


def _auxiliaries(analysis: Analysis, head: int) -> list[Operator]:
    """Return what will, would, may, is to and a headline's bare "to" make of a clause."""
    found = []
    helpers = [c for c in analysis.children[head] if analysis.deprels[c].partition(":")[0] in ("aux", "cop")]
    words = [analysis.lowers[c] for c in helpers]
    perfect = any(word in PERFECT for word in words)
    for helper, word in zip(helpers, words, strict=True):
        if word in WOULD and _is_future_in_past(analysis, head) and not perfect:
            found.append(Operator("planned", f"future in the past: {word}"))
            continue
        row = status_words.standing("aux", word)
        if (
            row is not None
            and row.constructions == ()
            and not (word in ("'d", "’d") and _is_had(analysis, helper, head))
        ):
            found.append(by_row(analysis, row, helper))
    if is_infinitive(analysis, head) and not found:
        be_to = any(analysis.lemmas[c] == "be" and analysis.deprels[c] == "aux" for c in helpers)
        if be_to or analysis.deprels[head] == "root":
            found.append(Operator("planned", "to be done"))
    return found


def _is_had(analysis: Analysis, helper: int, head: int) -> bool:
    """Tell whether "'d" is "had": before a past participle."""
    return analysis.xpos[helper] in ("VBD", "VBN") or analysis.xpos[head] == "VBN"


def _is_future_in_past(analysis: Analysis, head: int) -> bool:
    """Tell whether "would" is the past of "will": in what somebody said, without "if"."""
    node = head
    for _ in range(3):
        if any(
            analysis.deprels[c] == "advcl" and any(analysis.lowers[m] in ("if", "unless") for m in analysis.children[c])
            for c in analysis.children[node]
        ):
            return False
        relation, above = analysis.deprels[node].partition(":")[0], analysis.heads[node]
        if above < 0:
            return False
        if relation in ("ccomp", "parataxis") and analysis.lemmas[above] in REPORTING:
            return analysis.xpos[above] in ("VBD", "VBN", "VBG")
        if relation != "conj":
            break
        node = above
    saying = [c for c in analysis.children[node] if analysis.deprels[c] == "parataxis"]
    return any(analysis.lemmas[c] in REPORTING and analysis.xpos[c] == "VBD" for c in saying)


def _adverbs(analysis: Analysis, head: int) -> list[Operator]:
    """Return what not, never, allegedly and perhaps make of a clause."""
    found = []
    for child in analysis.children[head]:
        if analysis.deprels[child].partition(":")[0] not in ("advmod", "cc", "aux", "obl", "det"):
            continue
        word = "not" if analysis.lowers[child] in ("n't", "n’t") else analysis.lowers[child]
        row = status_words.standing("adverb", word)
        if row is None and word == "longer" and _previous(analysis, child) == "no":
            row = status_words.standing("adverb", "never")
        if row is None or (word == "not" and _next(analysis, child) in ONLY):
            continue
        if row.status == "possible" and _is_number(analysis, child + 1):
            continue  # "perhaps thousands of people marched": the number is open, not the march
        if word == "nor" and analysis.deprels[head] != "conj":
            continue
        found.append(by_row(analysis, row, child))
    found.extend(_negated_parties(analysis, head))
    return found


def _is_number(analysis: Analysis, token: int) -> bool:
    """Tell whether a token counts: a numeral or "dozens", "thousands"."""
    return token < len(analysis) and (analysis.upos[token] == "NUM" or analysis.lemmas[token] in branches.PARTITIVES)


def _negated_parties(analysis: Analysis, head: int) -> list[Operator]:
    """Return what "no" before a subject or object makes of a clause ("no troops were sent", "nobody came")."""
    for child in analysis.children[head]:
        if analysis.deprels[child].partition(":")[0] not in ("nsubj", "obj"):
            continue
        if analysis.lowers[child] in ("nobody", "none", "neither", "nothing"):
            return [Operator("not_happened", f"nobody: {analysis.lowers[child]}")]
        if any(_is_no(analysis, c) for c in analysis.children[child]):
            return [Operator("not_happened", "no: no")]
    return []


def _is_no(analysis: Analysis, token: int) -> bool:
    """Tell whether a determiner negates: "no", not as the first word of a quoted name ("a 'no limits' pact")."""
    if analysis.lowers[token] not in ("no", "neither") or analysis.deprels[token] != "det":
        return False
    return token == 0 or analysis.forms[token - 1] not in ("‘", "“", "'", '"')


def _marks(analysis: Analysis, head: int) -> list[Operator]:
    """Return what "if", "unless" and "without" make of the clause that they introduce."""
    found = []
    for child in analysis.children[head]:
        if analysis.deprels[child] not in ("mark", "case", "advmod") or analysis.upos[child] == "PART":
            continue
        word = analysis.lowers[child]
        row = status_words.standing("mark", word) or status_words.standing("preposition", word)
        row = row or _fixed(analysis, child)
        if row is not None and not (word in ("until", "till") and analysis.xpos[head] in ("VBD", "VBN")):
            found.append(by_row(analysis, row, child))
    return found


def _fixed(analysis: Analysis, token: int) -> Row | None:
    """Return the row of a fixed expression that a token starts ("instead of", "in case")."""
    if token + 1 >= len(analysis):
        return None
    second = analysis.lowers[token + 1]
    for kind in ("preposition", "mark"):
        row = status_words.phrase(kind, analysis.lowers[token], second)
        if row is not None:
            return row
    return None


def _mood(analysis: Analysis, head: int) -> list[Operator]:
    """Return what a question or a command makes of its main clause."""
    if analysis.deprels[head] != "root":
        return []
    first, last = analysis.sentence(head)
    end = last - 1
    while end > head and analysis.forms[end] in ('"', "”", "’", "'", ")"):
        end -= 1
    if analysis.forms[end] == "?" and not any(analysis.xpos[t] in ("WP", "WRB", "WDT") for t in range(first, head)):
        return [Operator("possible", "a question")]
    bare = analysis.xpos[head] == "VB" and not any(
        analysis.deprels[c].partition(":")[0] in ("nsubj", "aux", "mark") for c in analysis.children[head]
    )
    return [Operator("possible", "a command")] if bare else []


def _modifying(analysis: Analysis, token: int) -> Row | None:
    """Return the row of an adjective before a deed ("alleged torture", "planned visit")."""
    for word in (analysis.lowers[token], analysis.lemmas[token]):
        row = status_words.modifier(word)
        if row is not None:
            return row
    return None


def _previous(analysis: Analysis, token: int) -> str:
    return analysis.lowers[token - 1] if token else ""


def _next(analysis: Analysis, token: int) -> str:
    return analysis.lowers[token + 1] if token + 1 < len(analysis) else ""
