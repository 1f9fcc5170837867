"""Figures: gives each figure its time, its status, who said it, and whom it is about.

In: figure mentions, the dated times, statements and the cast of one report. Out: `record.Figure`s in reading order.
What it does not know: how figures are found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from chancery.analysis import Analysis
from chancery.mentions import FigureMention, StatementMention, TimeMention
from chancery.record import Event, Figure, Status, Time
from chancery.resolve.actors import Cast

MOST_STEPS = 30  # up a tree; bounds the walk on trees that no sentence of news has
MOST_CHILDREN = 64  # looked at below a noun
SHARED = frozenset({"conj", "xcomp"})
"""Relations through which a verb shares the time of the verb above it ("were killed … and wounded")."""
CLAUSES = frozenset({"acl", "advcl", "ccomp", "parataxis", "csubj"})
YEAR = len("2023")
LEFT_OUT = frozenset({"acl", "appos", "parataxis", "conj"})
DISTANCES = frozenset({"kilometer", "mile", "meter", "foot", "nautical mile", "yard", "centimeter", "inch"})
"""Units of how far places lie apart, which no time in the sentence changes."""
MODIFIERS = frozenset({"compound", "nummod", "amod"})
"""Relations of a figure that sizes a noun; that somebody wants something of that noun changes nothing about it."""
WISHES: Mapping[str, Status] = {
    **dict.fromkeys("seek want demand request need require urge expect propose hope ask await".split(), "possible"),
    **dict.fromkeys("plan pledge promise vow intend offer budget earmark".split(), "planned"),
}
"""Verbs that are facts themselves while what they count is not yet ("seeks 100,000 homes", "pledged $5 billion")."""
CORE = frozenset({"obj", "nsubj", "obl", "xcomp", "ccomp", "iobj", "root", "advmod", "conj", "nummod", "compound"})
"""Relations of a figure that the status of its governor reaches; "the deaths of 34 people" are none of them."""

StatusAt = Callable[[int], Status]
Marks = Mapping[int, Sequence[int]]


def resolve(
    analysis: Analysis,
    mentions: Sequence[FigureMention],
    times: Sequence[Time],
    time_mentions: Sequence[TimeMention],
    statements: Sequence[StatementMention],
    cast: Cast,
    *,
    status_at: StatusAt | None = None,
    events: Sequence[Event] = (),
) -> tuple[Figure, ...]:
    """Resolve the figures of a report.

    Args:
        analysis: the report.
        mentions: what `extract.figures.find` found.
        times: the dated times, one for each of `time_mentions`.
        time_mentions: where they stand.
        statements: attributions; the one at index i has the id `s{i + 1}`.
        cast: who each token stands for.
        status_at: the status of the deed that a token heads; without it figures are facts.
        events: the resolved events; where no time governs a figure, the time of its verb's deed does
            ("killed 70" in a report that dates the bombing elsewhere).

    Returns:
        The figures in reading order, ids f1, f2, ...
    """
    marks = _times_below(analysis, times, time_mentions)
    said = _said_by(statements, [mention.tokens[0] for mention in mentions])
    deeds = _deeds(analysis, events)
    figures = []
    for index, mention in enumerate(mentions):
        when = _when(analysis, mention, times, time_mentions, marks)
        if when is None and mention.governor is not None:
            when = deeds.get(mention.governor)
        figures.append(
            Figure(
                id=f"f{index + 1}",
                span=analysis.span(mention.tokens),
                text=analysis.words(mention.tokens),
                value=mention.value,
                upper=mention.upper,
                compare=mention.compare,
                unit=mention.unit,
                what=mention.what,
                change=mention.change,
                time=when,
                status=_status(analysis, mention, status_at),
                said_by=said[index],
                about=_about(analysis, mention, cast),
            )
        )
    return tuple(figures)


def _deeds(analysis: Analysis, events: Sequence[Event]) -> dict[int, Time]:
    """Index the times of dated events by the tokens of their mentions."""
    found: dict[int, Time] = {}
    for event in events:
        for mention in event.mentions:
            if event.time is None or event.time.edtf is None:
                break
            first = bisect_left(analysis.starts, mention.span[0])
            for token in range(first, bisect_left(analysis.starts, mention.span[1])):
                found.setdefault(token, event.time)
    return found


def _status(analysis: Analysis, mention: FigureMention, status_at: StatusAt | None) -> Status:
    """Return the status of the deed or state that governs a figure.

    What a verb wishes is not there yet ("seeks 300 tents"); what a noun merely is or what somebody can do is
    a fact about it ("the deaths of 34 people", "can carry ten warheads").
    """
    governor = mention.governor
    if status_at is None or governor is None:
        return "happened"
    top = analysis.head_of(mention.tokens)
    relation = analysis.deprels[top].partition(":")[0]
    inside = mention.tokens[0] <= governor < mention.tokens[1]  # "would at least double"
    if not inside and (relation not in CORE or _is_nested(analysis, top, governor)):
        return "happened"
    if analysis.heads[top] == governor and relation == "obj" and analysis.lemmas[governor] in WISHES:
        return WISHES[analysis.lemmas[governor]]
    if any(analysis.lowers[node] == "can" for node in analysis.children[governor][:MOST_CHILDREN]):
        return "happened"
    status = status_at(governor)
    if relation in MODIFIERS and analysis.heads[top] != governor:
        return "planned" if status == "planned" else "happened"  # "to close a $15 billion gap": the gap is there
    return status


def _is_nested(analysis: Analysis, top: int, governor: int) -> bool:
    """Tell whether a figure only describes a noun of a noun ("a tranche of the $17 billion package")."""
    hops = 0
    for node in _above(analysis, top):
        if node == governor:
            break
        hops += analysis.deprels[node].partition(":")[0] == "nmod"
    return hops > 1


def _above(analysis: Analysis, token: int) -> Iterator[int]:
    """Yield a token and what it hangs on, upwards."""
    for _ in range(MOST_STEPS):
        if token < 0:
            return
        yield token
        token = analysis.heads[token]


def _times_below(analysis: Analysis, times: Sequence[Time], mentions: Sequence[TimeMention]) -> Marks:
    """Index dated times by the tokens over them, up to the verb of their clause."""
    marks: dict[int, list[int]] = {}
    for index, (time, mention) in enumerate(zip(times, mentions, strict=True)):
        if time.edtf is None:
            continue
        top = analysis.head_of(mention.tokens)
        for node in _above(analysis, analysis.heads[top]):
            marks.setdefault(node, []).append(index)
            if analysis.upos[node] == "VERB" or analysis.deprels[node].partition(":")[0] in CLAUSES:
                break
            if analysis.deprels[top] in ("nummod", "compound", "amod") and len(time.edtf) == YEAR:
                break  # "under a 1960 pact": the year is the pact's
    return marks


def _when(
    analysis: Analysis,
    mention: FigureMention,
    times: Sequence[Time],
    time_mentions: Sequence[TimeMention],
    marks: Marks,
) -> Time | None:
    """Return the time that governs a figure: the nearest one in its clause, or in the clause that it goes on from."""
    if mention.unit in DISTANCES and mention.change is None:
        return None
    start = analysis.head_of(mention.tokens)
    if mention.governor is not None and mention.noun == mention.governor:
        start = mention.governor
    passed = False  # the governor has been passed: above it only what shares its time counts
    for node in _above(analysis, start):
        if node == mention.governor and _is_nested(analysis, start, node):
            return None
        if node in marks:
            nearest = min(marks[node], key=lambda index: abs(time_mentions[index].tokens[0] - mention.tokens[0]))
            return times[nearest]
        relation = analysis.deprels[node].partition(":")[0]
        if node == mention.governor or passed:
            participle = analysis.xpos[node] == "VBG"
            if relation == "acl" and not participle:
                return _beside(analysis.heads[node], times, marks)
            if relation not in SHARED and not (participle and relation in ("acl", "advcl")):
                return None
            passed = True
        elif passed and relation not in ("nsubj", "obj", "obl"):
            return None
    return None


def _beside(noun: int, times: Sequence[Time], marks: Marks) -> Time | None:
    """Return the time of a noun that a clause with a figure describes ("Monday's attack, which killed 18")."""
    found = marks.get(noun, ()) if noun >= 0 else ()
    return times[found[0]] if found else None


def _said_by(statements: Sequence[StatementMention], tokens: Sequence[int]) -> list[str | None]:
    """Return the innermost statement whose content holds each of some tokens, which ascend."""
    ranges = sorted(
        (first, last, sum(b - a for a, b in statement.contents), index)
        for index, statement in enumerate(statements)
        for first, last in statement.contents
    )
    found: list[str | None] = []
    open_: list[tuple[int, int, int]] = []  # end, size and index of contents that may still hold a token
    at = 0
    for token in tokens:
        while at < len(ranges) and ranges[at][0] <= token:
            open_.append(ranges[at][1:])
            at += 1
        open_ = [content for content in open_ if content[0] > token]
        inner = min(open_, key=lambda content: (content[1], -content[2]), default=None)
        found.append(None if inner is None else f"s{inner[2] + 1}")
    return found


def _about(analysis: Analysis, mention: FigureMention, cast: Cast) -> tuple[str, ...]:
    """Return the actors in the phrase that a figure measures, in reading order."""
    if mention.noun is None:
        return ()
    nodes = [mention.noun]
    for node in nodes:
        if len(nodes) > MOST_CHILDREN:
            break
        relations = LEFT_OUT if node == mention.noun else LEFT_OUT - {"conj"}
        below = analysis.children[node][:MOST_CHILDREN]
        nodes.extend(child for child in below if analysis.deprels[child].partition(":")[0] not in relations)
    found = (actor for node in sorted(nodes) for actor in cast.ids.get(node, ()))
    return tuple(dict.fromkeys(found))
