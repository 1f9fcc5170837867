"""Constructions: the ways in which English news gives a person a title.

In: an analysis, its names, and the place of one name. Out: the titles that one construction gives it.
What it does not know: lists of people and what stands behind a name; `offices` does.

Each construction is a row of `CONSTRUCTIONS` with one sentence of its own; the tests run every row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from chancery.analysis import Analysis
from chancery.extract import bodies, phrases, titles
from chancery.extract.bodies import Owners
from chancery.extract.titles import TitlePhrase
from chancery.knowledge import Title

LEADING_VERBS = {
    "head": "head",
    "lead": "leader",
    "chair": "chair",
    "command": "commander",
    "direct": "director",
    "co-lead": "co-leader",
}
"""Verbs that say an office, and the office they say ("who heads the council" → head)."""

VERB_FORMS = {"heads": "head", "leads": "lead", "chairs": "chair", "commands": "command", "directs": "direct"}
"""Forms that taggers take for nouns after "who"."""

APPOINTING = frozenset({"name", "appoint", "elect", "choose", "make", "nominate", "confirm"})
"""Verbs whose passive is followed by the office ("was named foreign minister")."""

BEING = frozenset({"be", "become", "remain"})

COMMAS = frozenset({",", "(", "–", "—", "--"})

LONGEST_APPOSITION = 40
"""Tokens after a name in which its appositions end; the gold reports have none longer than 24."""


@dataclass(frozen=True, slots=True)
class Construction:
    """One way in which English news gives a person a title."""

    name: str
    example: str
    read: Callable[[Analysis, Owners, int, int], list[TitlePhrase]]


def _before(analysis: Analysis, owners: Owners, first: int, _: int) -> list[TitlePhrase]:
    return titles.before(analysis, owners, first)


def _after(analysis: Analysis, owners: Owners, first: int, last: int) -> list[TitlePhrase]:
    """Read appositions: ", 61, a close ally and the secretary of the council,"."""
    ceiling = min(analysis.sentence(first)[1], last + LONGEST_APPOSITION)
    if last >= ceiling or analysis.forms[last] not in COMMAS:
        return []
    at = last + 1
    if at + 1 < ceiling and analysis.upos[at] == "NUM" and analysis.forms[at + 1] == ",":
        at += 2
    found: list[TitlePhrase] = []
    while at < ceiling:
        phrase = titles.at_noun(analysis, owners, at, ceiling)
        end = phrase.tokens[1] if phrase is not None else _end_of_conjunct(analysis, at, ceiling)
        if phrase is not None and not phrase.plural:
            found.append(phrase)
        if end < ceiling and analysis.lowers[end] == "and":
            at = end + 1
        elif end + 1 < ceiling and analysis.forms[end] == "," and analysis.lowers[end + 1] == "and" and found:
            at = end + 2
        else:
            return found if _is_closed(analysis, end, ceiling) else []
    return found


def _end_of_conjunct(analysis: Analysis, first: int, ceiling: int) -> int:
    """Return where a noun phrase without a title ends ("a close ally" before "and the secretary")."""
    start = phrases.skip_determiner(analysis, first, ceiling)
    end = phrases.end_of_phrase(analysis, start, ceiling)
    while end < ceiling and analysis.lowers[end] in titles.BODY_PREPOSITIONS:
        inner = phrases.skip_determiner(analysis, end + 1, ceiling)
        after = phrases.end_of_phrase(analysis, inner, ceiling)
        if after == inner:
            break
        end = after
    return end


def _is_closed(analysis: Analysis, end: int, ceiling: int) -> bool:
    """Tell whether an apposition ends as one: with a stop, a relative clause, or the sentence.

    A verb there means that the comma closed another clause ("When he met Abe, the minister said ...").
    """
    return end >= ceiling or analysis.upos[end] in ("PUNCT", "CCONJ") or analysis.lowers[end] in ("who", "whose")


def _prior(analysis: Analysis, owners: Owners, first: int, last: int) -> list[TitlePhrase]:
    """Read a title that the name explains: "China's top diplomat, Wang Yi,"."""
    start = analysis.sentence(first)[0]
    ranks = titles.before(analysis, owners, first)
    first = ranks[0].tokens[0] if ranks else first
    if first - start < 2 or analysis.forms[first - 1] not in COMMAS:
        return []
    listed = _lists_on(analysis, owners, last)
    after = last < len(analysis) and analysis.upos[last] not in ("PUNCT", "PRON") and not listed
    head = analysis.head_of((first, last))
    if after and analysis.deprels[head] != "appos" and not _is_apposition_of(analysis, head, first):
        return []
    for at in range(first - 2, max(start, first - titles.FARTHEST) - 1, -1):
        if analysis.forms[at] in COMMAS or (
            analysis.upos[at] in ("VERB", "AUX") and not phrases.may_premodify(analysis, at)
        ):
            break
        if at > start and not _starts_phrase(analysis, at):
            continue
        phrase = titles.at_noun(analysis, owners, at, first - 1)
        if phrase is not None and phrase.tokens[1] == first - 1 and phrase.plural == listed:
            definite = any(analysis.upos[t] in ("DET", "NUM") for t in range(max(start, at - 1), at + 1))
            return [phrase] if definite or not listed else []
    return []


def _lists_on(analysis: Analysis, owners: Owners, last: int) -> bool:
    """Tell whether another person's name follows in a list ("the lawmakers, Ana Petrova and Ivo Hall")."""
    at = last
    while at < len(analysis) and analysis.lowers[at] in (",", "and") and at < last + 2:
        at += 1
    return at > last and at in owners and owners[at].kind == "person"


def _starts_phrase(analysis: Analysis, token: int) -> bool:
    """Tell whether a definite noun phrase may start at a token: a determiner, or a word that follows none of it."""
    if analysis.upos[token] == "DET" or analysis.xpos[token] == "PRP$":
        return True
    return not phrases.may_premodify(analysis, token - 1) and analysis.upos[token - 1] != "DET"


def _is_apposition_of(analysis: Analysis, head: int, first: int) -> bool:
    """Tell whether the parse makes the name's head govern the phrase before the comma as apposition."""
    return any(analysis.deprels[c] == "appos" and c < first for c in analysis.children[head])


def _relative(analysis: Analysis, owners: Owners, first: int, last: int) -> list[TitlePhrase]:
    """Read "who heads the council", "who was the army's top commander"."""
    ceiling = analysis.sentence(first)[1]
    at = last + (last < ceiling and analysis.forms[last] == ",")
    if at >= ceiling or analysis.lowers[at] != "who":
        return []
    return _predicate(analysis, owners, at + 1, ceiling)


def predicate(analysis: Analysis, owners: Owners, first: int, last: int) -> list[TitlePhrase]:
    """Read "was a top adviser to the king", "became foreign minister", also after an insertion."""
    found = _predicate(analysis, owners, last, analysis.sentence(first)[1])
    if found:
        return found
    head = analysis.head_of((first, last))
    predicate = analysis.heads[head]
    if predicate < last or not analysis.deprels[head].startswith("nsubj"):
        return []
    copula = analysis.child(predicate, "cop")
    return _predicate(analysis, owners, copula, analysis.sentence(first)[1]) if copula is not None else []


def _predicate(analysis: Analysis, owners: Owners, at: int, ceiling: int) -> list[TitlePhrase]:
    """Read the office that a verb phrase gives: by being, becoming, being appointed, or leading."""
    while at < ceiling and (analysis.upos[at] == "ADV" or analysis.lemmas[at] in ("have", "be")):
        if analysis.lemmas[at] == "be" and not _is_auxiliary(analysis, at, ceiling):
            break
        at += 1
    if at >= ceiling:
        return []
    lemma = (
        analysis.lemmas[at] if analysis.upos[at] == "VERB" else VERB_FORMS.get(analysis.lowers[at], analysis.lemmas[at])
    )
    if lemma in LEADING_VERBS and (analysis.upos[at] == "VERB" or analysis.lowers[at - 1] == "who"):
        return _led(analysis, owners, at, ceiling, lemma) if analysis.xpos[at] != "VBG" else []
    if lemma == "serve" or lemma in APPOINTING:
        at += 1
        if at < ceiling and analysis.lowers[at] == "as":
            at += 1
        elif lemma == "serve":
            return []
    elif lemma in BEING:
        at += 1
    else:
        return []
    while at < ceiling and analysis.upos[at] == "ADV":
        at += 1
    phrase = titles.at_noun(analysis, owners, at, ceiling) if at < ceiling else None
    return [phrase] if phrase is not None and not phrase.plural else []


def _is_auxiliary(analysis: Analysis, token: int, ceiling: int) -> bool:
    """Tell whether a form of "be" belongs to a passive that appoints ("was named")."""
    after = token + 1
    while after < ceiling and analysis.upos[after] == "ADV":
        after += 1
    return after < ceiling and analysis.lemmas[after] in APPOINTING and analysis.xpos[after] in ("VBN", "VBD")


def _led(analysis: Analysis, owners: Owners, verb: int, ceiling: int, lemma: str) -> list[TitlePhrase]:
    """Read the body that is led: "heads the Fares Center at Tufts University"."""
    entry = Title(LEADING_VERBS[lemma], (), "office", "body")
    phrase = TitlePhrase(
        (verb, verb + 1),
        verb,
        entry.name,
        entry,
        None,
        None,
        None,
        analysis.lowers[verb].endswith(("ed", "led")),
        False,
    )
    at = verb + 1
    start = phrases.skip_determiner(analysis, at, ceiling)
    body = bodies.led_by(analysis, owners, start, ceiling)
    if body is None:
        return []
    end, name, country = body
    return [replace(phrase, tokens=(verb, end), body=name, country=country)]


CONSTRUCTIONS = (
    Construction("before the name", "Foreign Minister Ana Petrova resigned.", _before),
    Construction("apposition after", "Ana Petrova, the foreign minister of Norway, resigned.", _after),
    Construction("apposition before", "The foreign minister, Ana Petrova, resigned.", _prior),
    Construction("relative clause", "Ana Petrova, who heads the Harbour Council, resigned.", _relative),
    Construction("predicate", "Ana Petrova was foreign minister.", predicate),
)
"""In the order in which they are tried; one title noun counts once."""
