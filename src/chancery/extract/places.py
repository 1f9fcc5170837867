"""Places: every place that a report names, and whether it means the place or those who govern there.

In: an analysis (its entities may be missing). Out: `PlaceMention` in reading order, never overlapping, each
with its most likely meaning; `resolve.places` weighs the others.
What it does not know: which of two towns of one name the report has in mind.

A name is a place where the model sees one, or where the gazetteer knows a proper noun that is no part of
another name ("Paris Hilton", "the Washington Post" and "President Jackson" are none).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery import knowledge
from chancery.analysis import Analysis, Entity, Tokens
from chancery.extract import layout
from chancery.extract.names import PLACE_LABELS
from chancery.extract.place_uses import AREA_NOUNS, place_use
from chancery.gazetteer import Toponym, gazetteer
from chancery.mentions import PlaceMention

OTHER_NAMES = frozenset({"Person", "Organization", "Misc", "Product"})
LOCATIVE = frozenset("in at near from to into across outside inside around toward towards through throughout".split())
"""Prepositions after which a known place is one, whatever the model called it ("in Jordan")."""
KNOWN_WEIGHT = 500
"""Thousands of people: a town below it is believed only where the model sees a place (Reading, Nice, Sale)."""
PROVINCES = frozenset("region province district governorate oblast county prefecture".split())
"""Lower-case words behind a town's name that make it the name of the area around it."""
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower greater downtown".split()
)


@dataclass(frozen=True, slots=True)
class _Names:
    """What else the report's words name.

    Attributes:
        entities: the entity that holds each token, or None.
        surnames: words of all persons' names, in lower case.
        full: words of the names that have several words.
        dateline: the place words of the dateline, (0, 0) without one.
    """

    entities: list[Entity | None]
    surnames: frozenset[str]
    full: frozenset[str]
    dateline: Tokens


def find(analysis: Analysis) -> list[PlaceMention]:
    """Find the places of a report.

    Args:
        analysis: tokens, trees and entities.

    Returns:
        Mentions in reading order; `name` is the report's wording for towns, the full name for the rest.
    """
    surnames, full = _person_words(analysis, 1), _person_words(analysis, 2)
    names = _Names(_labels(analysis), surnames, full, layout.dateline(analysis) or (0, 0))
    found: list[PlaceMention] = []
    for first, last in analysis.sentences:
        at = first
        while at < last:
            mention = _at(analysis, at, last, names)
            if mention is None:
                at += 1
            else:
                found.append(mention)
                at = mention.tokens[1]
    return found


def _labels(analysis: Analysis) -> list[Entity | None]:
    """Return the entity that holds each token, or None."""
    labels: list[Entity | None] = [None] * len(analysis)
    for entity in analysis.entities:
        labels[entity.tokens[0] : entity.tokens[1]] = [entity] * (entity.tokens[1] - entity.tokens[0])
    return labels


def _person_words(analysis: Analysis, least: int) -> frozenset[str]:
    """Return the words of persons' names of at least so many words, in lower case."""
    people = [entity.tokens for entity in analysis.entities if entity.label == "Person"]
    long = [tokens for tokens in people if tokens[1] - tokens[0] >= least]
    return frozenset(analysis.lowers[token] for tokens in long for token in range(*tokens))


def _at(analysis: Analysis, at: int, last: int, names: _Names) -> PlaceMention | None:
    """Return the place that starts at a token, or None."""
    if not _may_start(analysis, at):
        return None
    entity = names.entities[at]
    if entity is not None and entity.label == "Facility" and entity.tokens[0] == at:
        return _facility(analysis, entity)
    match = gazetteer().longest(analysis.forms, at, _name_end(analysis, at, last, entity))
    if match is not None and _is_place(analysis, (at, match[0]), match[1][0], names):
        return _area(analysis, _mention(analysis, (at, match[0]), match[1][0]))
    if entity is not None and entity.label == "Location" and entity.tokens[0] == at:
        return _unknown(analysis, entity, names)
    return None


def _may_start(analysis: Analysis, token: int) -> bool:
    """Tell whether a place name may start at a token: a capital, or the article of an Arabic name."""
    form = analysis.forms[token]
    if form[0].isupper():
        return analysis.upos[token] in ("PROPN", "NOUN", "ADJ", "X", "VERB") or analysis.lowers[token] in ("in", "the")
    return (
        analysis.lowers[token] in ("al", "el", "as", "ar") and analysis.forms[min(token + 1, len(analysis) - 1)] == "-"
    )


def _name_end(analysis: Analysis, at: int, last: int, entity: Entity | None) -> int:
    """Return where a name that starts at a token must end: a line, a comma, another entity's edge."""
    end = at + 1
    while end < last and analysis.forms[end] not in (",", ";", "(", ")", "—", "–"):
        outside = entity is not None and end >= entity.tokens[1]
        if outside and analysis.upos[end] not in ("PROPN", "PUNCT") and analysis.lowers[end] not in AREA_NOUNS:
            break
        if _breaks_line(analysis, end):
            break
        end += 1
    return end


def _breaks_line(analysis: Analysis, token: int) -> bool:
    """Tell whether a new line starts with a token."""
    return "\n" in analysis.text[analysis.ends[token - 1] : analysis.starts[token]]


def _is_place(analysis: Analysis, tokens: Tokens, meant: Toponym, names: _Names) -> bool:
    """Tell whether a match of the gazetteer is a place here."""
    first, last = tokens
    if not any(analysis.forms[token][0].isupper() for token in range(first, last)):
        return False
    if any(analysis.upos[token] == "VERB" and last - first == 1 for token in range(first, last)):
        return False
    if names.dateline[0] <= first < names.dateline[1]:
        return True
    if _is_abbreviation(analysis.words(tokens), meant) and (first == 0 or analysis.forms[first - 1] != ","):
        return False
    entity = names.entities[first]
    if entity is not None and entity.label in PLACE_LABELS:
        return _is_known(meant) or not _is_somebody(analysis, tokens, names)
    known = _is_known(meant)
    if entity is not None and entity.label in OTHER_NAMES:
        article = analysis.lowers[entity.tokens[0]] == "the"
        same = entity.tokens[0] + article >= first and entity.tokens[1] <= last
        return (
            known
            and same
            and (_after_locative(analysis, first) or _is_state(entity, analysis.lowers[last - 1], meant, names))
        )
    if entity is not None and entity.label == "NORP":
        return meant.precision in ("country", "territory") and entity.tokens[1] <= last
    if entity is not None:
        return False
    return (known or not analysis.entities) and _is_proper(analysis, tokens) and not _is_inside_name(analysis, tokens)


def _is_abbreviation(words: str, meant: Toponym) -> bool:
    """Tell whether words are the short form of an American state, which stands only behind a town ("Ill.")."""
    letters = words.replace(".", "")
    return (
        meant.country == "USA"
        and meant.precision == "region"
        and len(letters) <= 5
        and len(letters) < len(meant.name or "")
    )


def _is_somebody(analysis: Analysis, tokens: Tokens, names: _Names) -> bool:
    """Tell whether the words name a person of the report, or an actor that is no land ("Daesh", "the West")."""
    if all(analysis.lowers[token] in names.surnames for token in range(*tokens)):
        return not _after_locative(analysis, tokens[0])
    meant = knowledge.actors().longest(analysis.lowers, tokens[0], len(analysis), analysis.forms)
    if meant is None or meant[0] < tokens[1]:
        return False
    return meant[1].use == "demonym" or meant[1].kind not in ("state", "government", "unknown")


def _is_known(meant: Toponym) -> bool:
    """Tell whether a place is known well enough to be believed without the model."""
    return meant.precision != "city" or meant.name is not None or meant.weight >= KNOWN_WEIGHT


def _is_state(entity: Entity, words: str, meant: Toponym, names: _Names) -> bool:
    """Tell whether the model took a country for an organisation, or for a person whom the report names nowhere."""
    if meant.precision not in ("country", "territory"):
        return False
    return entity.label == "Organization" or (entity.label == "Person" and words not in names.full)


def _after_locative(analysis: Analysis, first: int) -> bool:
    """Tell whether a preposition of place stands before a token."""
    before = first - 1
    if before > 0 and analysis.lowers[before] in DIRECTIONS | {"the"}:
        before -= 1
    return before >= 0 and analysis.lowers[before] in LOCATIVE


def _is_proper(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a match is tagged as a name, at least one word of it."""
    return any(analysis.upos[token] == "PROPN" for token in range(*tokens))


def _is_inside_name(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether a match is part of a longer run of proper nouns: "Paris Hilton", "Washington Post"."""
    first, last = tokens
    for token in (first - 1, last):
        if not 0 <= token < len(analysis) or analysis.sentence_of[token] != analysis.sentence_of[first]:
            continue
        if analysis.upos[token] == "PROPN" and _tied(analysis, token, tokens):
            return True
    return False


def _tied(analysis: Analysis, neighbour: int, tokens: Tokens) -> bool:
    """Tell whether a neighbouring proper noun and a match make one name in the tree."""
    inside = range(*tokens)
    up = analysis.heads[neighbour] in inside and analysis.deprels[neighbour] in ("flat", "compound", "nmod:desc")
    head = analysis.head_of(tokens)
    return up or (analysis.heads[head] == neighbour and analysis.deprels[head] in ("flat", "compound"))


def _mention(analysis: Analysis, tokens: Tokens, meant: Toponym) -> PlaceMention:
    """Make a mention of a known place."""
    head = analysis.head_of(tokens)
    return PlaceMention(
        tokens=tokens,
        head=head,
        name=place_name(analysis.words(tokens), meant),
        country=meant.country,
        latitude=meant.latitude,
        longitude=meant.longitude,
        precision=meant.precision,
        geonames=meant.geonames,
        use=place_use(analysis, head, tokens, meant),
    )


def place_name(words: str, meant: Toponym) -> str:
    """Return the name to record: a town as the report spells it, anything else by its full name."""
    if meant.name is not None and (meant.precision != "city" or words.isupper()):
        return meant.name
    return words.title() if words.isupper() and len(words) > 3 else words


def _area(analysis: Analysis, mention: PlaceMention) -> PlaceMention:
    """Widen a town to the area that is called after it ("Slavna province"): same country, no point."""
    last = mention.tokens[1]
    if mention.precision != "city" or last >= len(analysis) or analysis.lowers[last] not in PROVINCES:
        return mention
    tokens = (mention.tokens[0], last + 1)
    return _plain(analysis, tokens, "region", mention.country)


def _facility(analysis: Analysis, entity: Entity) -> PlaceMention:
    """Make a mention of a building, road or camp; a town in its name tells the country, not the point."""
    tokens = _trimmed(analysis, entity.tokens)
    match = gazetteer().longest(analysis.forms, tokens[0], tokens[1])
    if match is not None and match[0] == tokens[1]:
        return _mention(analysis, tokens, match[1][0])
    inside = next(_inside(analysis, tokens), None)
    return _plain(analysis, tokens, "site", inside.country if inside else None)


def _unknown(analysis: Analysis, entity: Entity, names: _Names) -> PlaceMention | None:
    """Make a mention of a place that the gazetteer does not know as a whole.

    "northern Iraq" is Iraq; "Luhansk region" is no town; "Slavna" is a place of unknown country.
    """
    tokens = _trimmed(analysis, entity.tokens)
    while tokens[0] < tokens[1] - 1 and analysis.lowers[tokens[0]] in DIRECTIONS | {"-", "the"}:
        tokens = (tokens[0] + 1, tokens[1])
    if tokens[0] > entity.tokens[0]:
        match = gazetteer().longest(analysis.forms, *tokens)
        if match is not None:
            return _mention(analysis, (tokens[0], match[0]), match[1][0])
    capital = any(analysis.forms[token][0].isupper() for token in range(*tokens))
    adjective = tokens[1] - tokens[0] == 1 and analysis.upos[tokens[0]] == "ADJ"
    if not capital or adjective or analysis.words(tokens) == "FILE" or _is_somebody(analysis, tokens, names):
        return None
    inside = next(_inside(analysis, tokens), None)
    precision = "region" if analysis.lowers[tokens[1] - 1] in AREA_NOUNS else "unknown"
    return _plain(analysis, tokens, precision, inside.country if inside else None)


def _inside(analysis: Analysis, tokens: Tokens) -> Iterator[Toponym]:
    """Yield the known places inside a longer name."""
    for token in range(*tokens):
        match = gazetteer().longest(analysis.forms, token, tokens[1]) if analysis.forms[token][0].isupper() else None
        if match is not None and match[1][0].weight >= KNOWN_WEIGHT:
            yield match[1][0]


def _trimmed(analysis: Analysis, tokens: Tokens) -> Tokens:
    """Return an entity's tokens without article, clitic and what a comma or a line parts off."""
    first, last = tokens
    while first < last - 1 and (analysis.lowers[first] in ("the", "a") or analysis.upos[first] == "PUNCT"):
        first += 1
    end = first + 1
    while end < last and analysis.forms[end] not in (",", "(") and analysis.deprels[end] != "case":
        if _breaks_line(analysis, end):
            break
        end += 1
    return first, end


def _plain(analysis: Analysis, tokens: Tokens, precision: str, country: str | None) -> PlaceMention:
    """Make a mention without a point."""
    words = analysis.words(tokens)
    name = words.title() if words.isupper() and len(words) > 3 else words
    return PlaceMention(tokens, analysis.head_of(tokens), name, country, None, None, precision, None, "literal")
