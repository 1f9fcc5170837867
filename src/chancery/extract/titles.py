"""Titles: what the words before or after a name say about the office, its body and its country.

In: an analysis, its names, and where a title may stand. Out: `TitlePhrase`, read left to right.
What it does not know: whose title it is; `actors` and `roles` ask with the place of a name.

A title phrase is read from its parts: modifiers ("former", "top"), a country ("Russian", "China's"), a body
("White House", "Hezbollah"), the title noun ("spokesman"), and phrases after it ("of Russia's Security Council").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery import knowledge
from chancery.analysis import Analysis, Tokens
from chancery.extract import bodies, phrases
from chancery.extract.bodies import Owners
from chancery.extract.names import NameSpan
from chancery.knowledge import Title

BODY_PREPOSITIONS = ("of", "for", "at", "to", "in", "with", "from", "on", "under", "over")

ENVOYS = frozenset("representative envoy ambassador emissary coordinator negotiator mediator consul".split())
"""Titles after which "to" and "for" bring whom one is sent to, not whom one serves."""

FARTHEST = 16
"""Tokens that are looked at on one side of a name; the longest title phrase in the gold reports has 12."""


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title as a report words it.

    Attributes:
        tokens: the whole phrase, determiner and name left out.
        head: the title noun's token.
        title: its words, country and body left out ("former top commander").
        entry: what the tables say of the title noun.
        body: the body it belongs to; None where the phrase names none.
        state: the name of the country it belongs to.
        country: ISO 3166-1 alpha-3 where the phrase tells.
        former: whether the office has ended.
        plural: whether it belongs to several ("ministers").
    """

    tokens: Tokens
    head: int
    title: str
    entry: Title
    body: str | None
    state: str | None
    country: str | None
    former: bool
    plural: bool

    @property
    def organization(self) -> str | None:
        """The body, else the state, for offices; a scholar's nationality is no employer."""
        office = self.entry.use in ("office", "relation", "rank") or self.entry.of != "none"
        return self.body or (self.state if office else None)


def before(analysis: Analysis, owners: Owners, last: int) -> list[TitlePhrase]:
    """Read the titles that end right before a name.

    Args:
        analysis: the report.
        owners: the name that each token belongs to.
        last: index of the name's first token.

    Returns:
        In reading order: none, one, or several ("police spokesman", "Lt. Col.").
    """
    floor = max(analysis.sentence(last)[0], last - FARTHEST)
    first = _start(analysis, owners, _before_of(analysis, last, floor), floor)
    matches = _matches(analysis, owners, first, last)
    if matches and matches[-1][1] == last:
        return _split(analysis, owners, first, matches)
    led = _led_body(analysis, owners, last, floor)
    return [led] if led is not None else []


def _before_of(analysis: Analysis, last: int, floor: int) -> int:
    """Return where a title with "of" inside starts ("secretary of state"), else the end given."""
    for first in range(max(floor, last - 5), last - 2):
        if any(word in ("of", "for", "to") for word in analysis.lowers[first + 1 : last - 1]):
            found = knowledge.titles().longest(analysis.lowers, first, last)
            if found is not None and found[0] == last:
                return first
    return last


def _start(analysis: Analysis, owners: Owners, last: int, floor: int) -> int:
    """Return where the words before a name start: another person's name or a determiner ends them."""
    first = phrases.start_of_phrase(analysis, last, floor)
    for token in range(last - 1, first - 1, -1):
        if token in owners and owners[token].kind == "person" and not _owns_next(analysis, token):
            return token + 1
    return first


def _owns_next(analysis: Analysis, token: int) -> bool:
    """Tell whether a name ends in a possessive clitic ("Assad's foreign minister")."""
    return token + 1 < len(analysis) and phrases.is_clitic(analysis, token + 1)


def _matches(analysis: Analysis, owners: Owners, first: int, last: int) -> list[tuple[int, int, Title]]:
    """Return the titles in a run of words, longest first from the left; words of a body's name are none."""
    titles = knowledge.titles()
    found = []
    at = first
    while at < last:
        span = owners.get(at)
        if span is not None and span.kind != "person" and span.tokens[1] < last and at == span.tokens[0]:
            inside = _title_across(analysis, span, last)
            at = span.tokens[1] if inside is None else inside
            if inside is None:
                continue
        match = titles.longest(analysis.lowers, at, last)
        if match is None:
            at += 1
        else:
            found.append((at, match[0], match[1]))
            at = match[0]
    return found


def _title_across(analysis: Analysis, span: NameSpan, last: int) -> int | None:
    """Return where a title starts inside what was taken for a name and ends behind it: "Defense | Secretary"."""
    first, end = span.tokens
    sure = span.entry is not None and not span.entry.shared
    for at in range(first + sure, end):
        found = knowledge.titles().longest(analysis.lowers, at, last)
        if found is None or found[0] <= end or found[1].use == "modifier":
            continue
        left = knowledge.actors().longest(analysis.lowers, first, at, analysis.forms) if at > first else (at, None)
        return at if left is not None and left[0] == at else None
    return None


def _split(analysis: Analysis, owners: Owners, first: int, matches: list[tuple[int, int, Title]]) -> list[TitlePhrase]:
    """Make one phrase of each title that stands alone: a rank after an office starts a phrase of its own."""
    found = []
    for k, (at, end, entry) in enumerate(matches):
        following = matches[k + 1] if k + 1 < len(matches) else None
        if following is not None and not (following[0] == end and _starts_anew(analysis, (at, end, entry), following)):
            continue
        if entry.use != "modifier":
            found.append(_read(analysis, owners, first, (at, end, entry)))
        first = end
    return found


def _starts_anew(analysis: Analysis, match: tuple[int, int, Title], following: tuple[int, int, Title]) -> bool:
    """Tell whether the second of two adjacent titles is another: "spokesman | Lt. Col.", not "general secretary"."""
    title, after = match[2], following[2]
    if analysis.forms[following[1] - 1].endswith(".") or title.name.endswith("candidate"):
        return True
    return after.use in ("rank", "honorific") and title.use not in ("rank", "honorific", "modifier")


def _read(analysis: Analysis, owners: Owners, first: int, match: tuple[int, int, Title]) -> TitlePhrase:
    """Read the words before a title noun and the noun itself."""
    at, end, entry = match
    parts = bodies.Parts([])
    owner_end = _possessor_end(analysis, owners, first, at)
    if owner_end is not None:
        bodies.read_names(analysis, owners, first, owner_end, parts, words=False)
        if parts.body is None and parts.state is None:
            parts.body = analysis.words((first, owner_end))
    bodies.read_names(analysis, owners, first if owner_end is None else owner_end + 1, at, parts, words=True)
    bodies.take_body(analysis, at, parts)
    words = [*parts.words, *range(at, end)]
    plural = _is_plural(analysis, end - 1, entry)
    title = _join(analysis, words)
    if plural:
        title = title[: -len(analysis.forms[end - 1])] + _singular(analysis, end - 1)
    return TitlePhrase(
        (first, end), end - 1, title, entry, parts.body, parts.state, parts.country, parts.former, plural
    )


def _is_plural(analysis: Analysis, token: int, entry: Title) -> bool:
    """Tell whether a title noun is a plural, whatever its tag says ("Representatives" is often tagged NNP)."""
    if analysis.xpos[token] in ("NNS", "NNPS"):
        return True
    lower = analysis.lowers[token]
    if lower.endswith(("men", "women")):
        return not entry.name.endswith(lower)
    return lower.endswith("s") and knowledge.titles().get(lower[:-1]) is not None


def _singular(analysis: Analysis, token: int) -> str:
    """Return a plural title noun in the singular, its capital kept."""
    lemma = analysis.lemmas[token]
    if lemma == analysis.lowers[token] and lemma.endswith("s"):
        lemma = lemma[:-1]
    return lemma.capitalize() if phrases.is_capital(analysis, token) else lemma


def _possessor_end(analysis: Analysis, owners: Owners, first: int, last: int) -> int | None:
    """Return the index of the last possessive clitic before a title that is not part of a body's name."""
    for token in range(last - 1, first, -1):
        if phrases.is_clitic(analysis, token) and token not in owners:
            return token
    return None


def _join(analysis: Analysis, tokens: list[int]) -> str:
    """Join words as the report spaces them, a blank where words between were left out."""
    text = ""
    for k, token in enumerate(tokens):
        if k and (tokens[k - 1] != token - 1 or analysis.ends[token - 1] != analysis.starts[token]):
            text += " "
        text += analysis.forms[token]
    return text.strip(" -")


def _led_body(analysis: Analysis, owners: Owners, last: int, floor: int) -> TitlePhrase | None:
    """Read "head of Iran's Atomic Energy Organization" before a name, the title far from it."""
    for of in range(last - 2, floor, -1):
        if analysis.lowers[of] not in ("of", "for"):
            continue
        first = _start(analysis, owners, of, floor)
        matches = _matches(analysis, owners, first, of)
        if matches and matches[-1][1] == of and matches[-1][2].use != "modifier":
            phrase = with_phrases(analysis, owners, _split(analysis, owners, first, matches)[-1], last)
            return phrase if phrase.tokens[1] == last else None
        return None
    return None


def at_noun(analysis: Analysis, owners: Owners, first: int, last: int) -> TitlePhrase | None:
    """Read the title of a noun phrase that starts at a token: "the secretary of Russia's Security Council".

    Args:
        analysis: the report.
        owners: the name that each token belongs to.
        first: where the phrase starts, its determiner included.
        last: index that the phrase may not pass.

    Returns:
        The title, where the phrase's noun is one and no name follows it directly; else None.
    """
    start = phrases.skip_determiner(analysis, first, last)
    end = phrases.end_of_phrase(analysis, start, last)
    matches = _matches(analysis, owners, start, end)
    if not matches or matches[-1][1] != end or _is_bare(matches[-1][2]):
        return None
    if end < last and end in owners and owners[end].kind == "person":
        return None
    return with_phrases(analysis, owners, _split(analysis, owners, start, matches)[-1], last)


def _is_bare(entry: Title) -> bool:
    """Tell whether a title cannot stand without a name: "Mr.", "former"; "bishop" can."""
    return entry.use == "modifier" or (entry.use == "honorific" and entry.of == "none")


def with_phrases(analysis: Analysis, owners: Owners, phrase: TitlePhrase, last: int) -> TitlePhrase:
    """Add what prepositional phrases after a title noun tell: its body, its country, or more of the title."""
    parts = bodies.Parts([], phrase.body, phrase.country, phrase.state)
    at, title_end = phrase.tokens[1], phrase.tokens[1]
    open_title = phrase.entry.use != "rank"
    while at < last and analysis.lowers[at] in BODY_PREPOSITIONS:
        start = phrases.skip_determiner(analysis, at + 1, last)
        end = bodies.end_of_body(analysis, owners, start, last)
        if end == start or analysis.upos[end - 1] not in ("NOUN", "PROPN", "X"):
            break
        known = (parts.body, parts.state, parts.country)
        bodies.read_phrase(analysis, owners, start, end, parts, _sense(phrase.entry, analysis.lowers[at]))
        if (
            known == (parts.body, parts.state, parts.country)
            and open_title
            and at == title_end
            and (analysis.lowers[at] in ("of", "for", "to"))
        ):
            title_end = end
        at = end
    if at == phrase.tokens[1]:
        return phrase
    title = phrase.title + analysis.text[analysis.ends[phrase.tokens[1] - 1] : analysis.ends[title_end - 1]]
    return replace(
        phrase, tokens=(phrase.tokens[0], at), title=title, body=parts.body, state=parts.state, country=parts.country
    )


def _sense(entry: Title, preposition: str) -> str:
    """Return how a preposition after a title is to be read: "topic" where it tells no master."""
    if preposition in ("to", "for") and entry.name.rpartition(" ")[2] in ENVOYS:
        return "topic"
    if entry.use == "work" and preposition in ("of", "for", "on"):
        return "topic"
    return preposition
