"""Edges: where attributed words start and end.

In: a `Scene` and token ranges that trees or the model gave. Out: the same ranges with better ends.
What it does not know: cues. It knows commas, quotation marks, datelines and the reporter's own asides.

Contents keep "that" and quotation marks and lose commas and full stops at their ends, as PolNeAR's do.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract.layout import DASHES
from chancery.extract.phrases import is_hyphen
from chancery.extract.quotes import MARKS, Scene

TRIM = frozenset([",", ".", ";", ":", "-", "–", "—", "―", "--", "...", "…"])
RELATIVES = frozenset(["which", "who", "whose"])
WH_WORDS = frozenset(["which", "that", "who", "what", "whom", "where"])
TELLING = frozenset("adding saying noting citing quoting arguing insisting stressing warning calling referring".split())
"""Participles by which the reporter goes on with the speaker's words, outside the content before them."""
OCCASIONS = frozenset(
    "meeting interview statement speech conference briefing visit remark news forum rally letter tweet summit address "
    "hearing testimony event ceremony session trip lecture broadcast call appearance".split()
)
"""Where and how something is said: ", at a meeting in Oslo" behind content tells of the saying."""
_DATELINE = 8  # tokens of the longest dateline: "RIO DE JANEIRO , Brazil ( AP ) —"
_ADJUNCT = 8  # tokens between a cue and its "that": "in Colorado Springs on Friday"
_SUBHEAD = 6  # tokens of a crosshead that a text extractor has run into its paragraph ("Stability elusive-The …")


def tidied(scene: Scene, ranges: list[Tokens], floor: Tokens) -> tuple[Tokens, ...]:
    """Return ranges widened to their quotations, without the reporter's words and marks at their ends.

    Args:
        scene: the report.
        ranges: content, in reading order.
        floor: the words of source and cue.
    """
    ranges = _after_relative(scene.analysis, ranges, floor)
    ranges = _without_tails(scene, _with_quotes(scene, ranges, floor), floor)
    return trimmed(scene.analysis, [_from_that(scene.analysis, tokens, floor) for tokens in ranges])


def trimmed(analysis: Analysis, ranges: list[Tokens]) -> tuple[Tokens, ...]:
    """Drop commas, stops and stray conjunctions at the ends of ranges, and ranges that are nothing else."""
    kept = []
    for first, last in ranges:
        while first < last and analysis.forms[first] in TRIM:
            first += 1
        while first < last and (analysis.forms[last - 1] in TRIM or analysis.upos[last - 1] == "CCONJ"):
            last -= 1
        if any(analysis.upos[token] != "PUNCT" for token in range(first, last)):
            kept.append((first, last))
    return tuple(kept)


def opening(analysis: Analysis, start: int) -> int:
    """Return where a sentence starts behind a dateline ("KYIV, Ukraine — "), a crosshead and conjunctions."""
    end = analysis.sentence(start)[1]
    for token in range(start + 1, min(start + _DATELINE, end)):
        if analysis.forms[token] in DASHES and analysis.forms[start].isupper() and not is_hyphen(analysis, token):
            start = token + 1
            break
        if token - start < _SUBHEAD and is_hyphen(analysis, token) and _opens(analysis, token + 1):
            start = token + 1
            break
    while start < end and (analysis.upos[start] == "CCONJ" or analysis.forms[start] in TRIM):
        start += 1
    return start


def _opens(analysis: Analysis, token: int) -> bool:
    """Tell whether a word behind a hyphen opens a sentence: a capital on a word that has none inside a name."""
    if analysis.forms[token] in MARKS:
        return True
    return analysis.forms[token][0].isupper() and analysis.upos[token] in ("DET", "PRON", "SCONJ", "ADP", "ADV")


def is_mark(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is a comma, a dash, a stop or a quotation mark."""
    form = analysis.forms[token]
    return (form in TRIM and form != ":") or form in MARKS or form in ("?", "!")


def has_verb(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a range holds a finite verb."""
    return any(
        analysis.upos[token] in ("VERB", "AUX") and analysis.xpos[token] in ("VBD", "VBZ", "VBP", "MD")
        for token in range(*tokens)
    )


def has_main_clause(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a range holds the head of a main clause: with a subject, and under no conjunction."""
    return any(
        analysis.upos[token] in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
        and analysis.deprels[token].partition(":")[0] in ("root", "ccomp", "parataxis", "conj")
        and analysis.child(token, "mark") is None
        and analysis.child(token, "nsubj", "expl", "csubj") is not None
        for token in range(*tokens)
    )


def _after_relative(analysis: Analysis, ranges: list[Tokens], floor: Tokens) -> list[Tokens]:
    """Drop a relative pronoun or a question word that stands before the cue, alone ("which they say is …")."""
    if len(ranges) < 2:
        return ranges
    first, last = ranges[0]
    alone = last - first <= 2 and analysis.lowers[last - 1] in WH_WORDS
    return ranges[1:] if alone and last <= floor[0] else ranges


def _from_that(analysis: Analysis, tokens: Tokens, floor: Tokens) -> Tokens:
    """Start behind words of time and place that stand between the cue and "that" ("said in Oslo that")."""
    first, last = tokens
    if first >= floor[1] and analysis.upos[first] in ("ADP", "PROPN", "ADV"):
        for token in range(first + 1, min(first + _ADJUNCT, last)):
            if analysis.upos[token] in ("VERB", "AUX"):
                break
            if analysis.lowers[token] == "that" and analysis.deprels[token] == "mark":
                return token, last
    return tokens


def _with_quotes(scene: Scene, ranges: list[Tokens], floor: Tokens) -> list[Tokens]:
    """Widen ranges to the whole quotations in which they start or end, never over source and cue."""
    widened: list[Tokens] = []
    for first, last in ranges:
        for token in (first, last - 1):
            if not scene.quoted[token]:
                continue
            low, high = scene.quotes[scene.quote_of[token]].tokens
            if high <= floor[0] or low >= floor[1]:
                first, last = min(first, low), max(last, high)
            elif last <= floor[0]:
                first = min(first, low)
        if widened and first <= widened[-1][1]:
            widened[-1] = (widened[-1][0], max(last, widened[-1][1]))
        else:
            widened.append((first, last))
    return widened


def _without_tails(scene: Scene, ranges: list[Tokens], floor: Tokens) -> list[Tokens]:
    """Cut the reporter's own words off the end of unquoted content behind its cue.

    That is ", adding that …" always; ", which …" where it closes the content (in PolNeAR's train part 159 of
    264 such clauses stand outside, those at the very end nearly all); ", at a meeting in Oslo".
    """
    analysis = scene.analysis
    if not ranges or ranges[-1][0] < floor[1]:
        return ranges
    first, last = ranges[-1]
    for token in range(first + 2, last - 1):
        if analysis.forms[token - 1] == "," and not scene.quoted[token] and _is_aside(analysis, token, last):
            return [*ranges[:-1], (first, token - 1)]
    return ranges


def _is_aside(analysis: Analysis, token: int, last: int) -> bool:
    """Tell whether the words from behind a comma to the end of the content are the reporter's."""
    word = analysis.lowers[token]
    if word in TELLING and analysis.xpos[token] == "VBG":
        return True
    if word in RELATIVES:
        return _clause_end(analysis, token) >= last - 1
    if analysis.upos[token] == "ADP" and word in ("at", "in", "during", "after", "on"):
        rest = range(token, last)
        occasion = any(analysis.lemmas[behind] in OCCASIONS for behind in rest[:5])
        return occasion and not has_verb(analysis, (token, last))
    return False


def _clause_end(analysis: Analysis, token: int) -> int:
    """Return the token behind the relative clause that a pronoun opens."""
    node = token
    while analysis.heads[node] >= 0 and not analysis.deprels[node].startswith("acl"):
        node = analysis.heads[node]
    low, high = analysis.extent(node)
    return high if low >= token - 1 else analysis.sentence(token)[1]
