"""Witnesses: who says that some words of a report are a name, and whom to believe.

In: an analysis and the knowledge tables. Out: `Witness`es that do not overlap, in order.
What it does not know: what sort of actor bears a name.

Three are heard: the tables, the model's entities, and runs of proper nouns. The longest span wins; where two are
of one length the tables speak first, because they also tell country and sectors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery import knowledge
from chancery.analysis import Analysis, Tokens
from chancery.extract import phrases
from chancery.knowledge import Entry

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun "
    "christmas easter ramadan covid internet god file photo".split()
)
"""Proper nouns that name no actor: days, months, feasts, and the labels of agency pictures."""

GIVEN_NAMES = frozenset({"sultan", "dean", "earl", "duke", "baron", "marshal"})
"""Titles that are common given names too: kept where the model reads them as part of a name."""

PARTICLES = frozenset("al el bin ben ibn abu de del della di da von van der den la le".split())
"""Small words that names hold inside or begin with in lower case."""

MODIFIERS = frozenset("former ex late acting retired outgoing then deputy senior veteran incumbent ousted".split())
"""Words that begin a title and never a name, capitals or not; "new" and "first" do begin names."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One proposal of a name, before the longest are chosen."""

    tokens: Tokens
    entry: Entry | None
    label: str | None
    rank: int


def find(analysis: Analysis) -> list[Witness]:
    """Choose among all that witnesses say.

    Returns:
        Names in reading order, titles and determiners left out; no two share a token.
    """
    chosen = _grown(analysis, _choose(analysis, [*_from_tables(analysis), *_from_entities(analysis)]))
    taken = {token for w in chosen for token in range(*w.tokens)}
    return sorted([*chosen, *_from_proper_nouns(analysis, taken)], key=lambda w: w.tokens)


def _from_tables(analysis: Analysis) -> Iterator[Witness]:
    """Yield the longest names of the tables, left to right."""
    actors, people = knowledge.actors(), knowledge.people().names
    lowers, forms = analysis.lowers, analysis.forms
    for first_of_sentence, last in analysis.sentences:
        at = first_of_sentence
        while at < last:
            if not forms[at][:1].isupper() and lowers[at] not in PARTICLES:
                at += 1  # names begin with a capital, few with a small particle
                continue
            found = actors.longest(lowers, at, last, forms)
            person = people.longest(lowers, at, last) if forms[at][:1].isupper() else None
            if person and (found is None or person[0] > found[0]) and person[0] - at > 1:
                yield Witness((at, person[0]), None, "Person", 0)
                at = person[0]
            elif found and _is_written_as_name(analysis, at, found[0]):
                yield Witness((at, found[0]), found[1], None, 1)
                at = found[0]
            else:
                at += 1


def _is_written_as_name(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether a match is written like a name: "Turkey", not "turkey"; "al-Shabab" has its capital inside."""
    return any(form != low for form, low in zip(analysis.forms[first:last], analysis.lowers[first:last], strict=True))


def _from_entities(analysis: Analysis) -> Iterator[Witness]:
    """Yield the model's names without determiner, clitic and (for persons) title."""
    for entity in analysis.entities:
        first, last = entity.tokens
        last = _within_line(analysis, first, last)
        while first < last and (
            _is_modifier(analysis, first)
            or analysis.upos[first] in ("DET", "PUNCT", "CCONJ")
            or analysis.lowers[first] in ("the", "both")
        ):
            first += 1
        while last > first and (phrases.is_clitic(analysis, last - 1) or analysis.forms[last - 1] in ",.;:"):
            last -= 1
        if entity.label == "Person":
            last = _within_phrase(analysis, first, last)
        if entity.label == "Person" and not (last - first == 2 and analysis.lowers[first] in GIVEN_NAMES):
            first = _after_title(analysis, first, last)
        if first < last and (entity.label != "Person" or _may_be_person(analysis, first, last)):
            yield Witness((first, last), None, entity.label, 2)


def _may_be_person(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether words can be a person's name: with a capital, and not ending in a rank ("Navy Capt.")."""
    title = knowledge.titles().get(analysis.lowers[last - 1])
    ranked = title is not None and title.use == "rank" and last - first > 1
    return not ranked and any(phrases.is_capital(analysis, t) for t in range(first, last))


def _is_modifier(analysis: Analysis, token: int) -> bool:
    """Tell whether a word before a name belongs to a title ("Former Virginia Governor")."""
    return analysis.lowers[token] in MODIFIERS


def _within_line(analysis: Analysis, first: int, last: int) -> int:
    """Return where a name ends that must not run over the end of a line."""
    for token in range(first + 1, last):
        if "\n" in analysis.text[analysis.ends[token - 1] : analysis.starts[token]]:
            return token
    return last


def _within_phrase(analysis: Analysis, first: int, last: int) -> int:
    """Return where a person's name ends that must not run over a comma or a verb."""
    for token in range(first + 1, last):
        if analysis.forms[token] == "," or (
            analysis.upos[token] in ("VERB", "AUX") and analysis.forms[token].islower()
        ):
            return token
    return last


def _after_title(analysis: Analysis, first: int, last: int) -> int:
    """Return where a person's name starts once titles and nationality before it are left out."""
    titles, actors = knowledge.titles(), knowledge.actors()
    while first < last:
        title = titles.longest(analysis.lowers, first, last)
        if title is None:
            adjective = actors.longest(analysis.lowers, first, last, analysis.forms)
            title = None if adjective is None or adjective[0] == last else (adjective[0], None)  # type: ignore[assignment]
            if title is None or titles.longest(analysis.lowers, title[0], last) is None:
                return first
        first = title[0]
    return last


def _choose(analysis: Analysis, witnesses: list[Witness]) -> list[Witness]:
    """Keep the longest witnesses that do not overlap; a surname that is also a country is a person's here."""
    persons = {
        analysis.lowers[w.tokens[1] - 1] for w in witnesses if w.label == "Person" and w.tokens[1] - w.tokens[0] > 1
    }
    taken: set[int] = set()
    chosen = []
    for w in sorted(witnesses, key=lambda w: (-_weight(analysis, w, persons), w.rank, w.tokens)):
        if taken.isdisjoint(range(*w.tokens)):
            taken.update(range(*w.tokens))
            chosen.append(w)
    return chosen


def _grown(analysis: Analysis, chosen: list[Witness]) -> list[Witness]:
    """Let persons' names grow over what a word splitter cut: "Frank-|Walter Steinmeier", "Gal|’on"."""
    grown: list[Witness] = []
    for w in sorted(chosen, key=lambda w: w.tokens):
        first, last = w.tokens
        if grown and grown[-1].tokens[1] > first:  # reached by the name before
            before = grown.pop()
            grown.append(
                Witness((before.tokens[0], max(before.tokens[1], last)), before.entry, before.label, before.rank)
            )
            continue
        while w.label == "Person" and last < analysis.sentence(first)[1] and _is_cut(analysis, last):
            last += 1
        if w.label == "Person" and grown and grown[-1].label == "Person" and _is_cut(analysis, first):
            first = grown.pop().tokens[0]
        grown.append(Witness((first, last), w.entry, w.label, w.rank))
    return grown


def _is_cut(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is written in one piece with the word before it, as part of it."""
    if analysis.ends[token - 1] != analysis.starts[token] or phrases.is_clitic(analysis, token):
        return False
    joins = (*phrases.HYPHENS, "'", "’")
    if analysis.forms[token] in joins:
        return (
            token + 1 < len(analysis)
            and analysis.starts[token + 1] == analysis.ends[token]
            and (analysis.forms[token + 1].isalpha())
        )
    return analysis.forms[token - 1] in joins


def _weight(analysis: Analysis, witness: Witness, persons: set[str]) -> float:
    """Return the length of a name, a surname of this report a little longer."""
    first, last = witness.tokens
    surname = witness.label == "Person" and last - first == 1 and analysis.lowers[first] in persons
    return last - first + (0.5 if surname else 0)


def _from_proper_nouns(analysis: Analysis, taken: set[int]) -> Iterator[Witness]:
    """Yield runs of proper nouns that neither tables nor model have named, titles cut off."""
    for first_of_sentence, end in analysis.sentences:
        at = first_of_sentence
        while at < end:
            if at in taken or not _starts_run(analysis, at):
                at += 1
                continue
            last = _end_of_run(analysis, at, end, taken)
            first = _after_title(analysis, at, last)
            if first < last and not _is_shouted(analysis, first_of_sentence, end):
                yield Witness((first, last), None, None, 3)
            at = last


def _starts_run(analysis: Analysis, token: int) -> bool:
    """Tell whether a proper noun that could begin a name stands here."""
    return (
        analysis.upos[token] == "PROPN"
        and analysis.lowers[token] not in CALENDAR
        and (phrases.is_capital(analysis, token) or analysis.lowers[token] in PARTICLES)
        and any(letter.isalpha() for letter in analysis.forms[token])
    )


def _end_of_run(analysis: Analysis, first: int, end: int, taken: set[int]) -> int:
    """Return where a run of proper nouns ends, hyphens and "of" between two of them included."""
    last = first + 1
    while (
        last < end and last not in taken and "\n" not in analysis.text[analysis.ends[last - 1] : analysis.starts[last]]
    ):
        if _starts_run(analysis, last):
            last += 1
        elif (
            last + 1 < end
            and last + 1 not in taken
            and (phrases.is_hyphen(analysis, last) or analysis.lowers[last] == "of")
            and _starts_run(analysis, last + 1)
        ):
            last += 2
        else:
            break
    return last


def _is_shouted(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether a sentence is a heading in capitals, where proper nouns cannot be told from others."""
    words = [form for form in analysis.forms[first:last] if form.isalpha() and len(form) > 3]
    return len(words) > 2 and all(word.isupper() for word in words)
