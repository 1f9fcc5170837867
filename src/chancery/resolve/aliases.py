"""Aliases: which names of a report are names of the same actor.

In: name mentions. Out: referents of names.
What it does not know: nouns and pronouns.

Names meet by whole words: "Putin" in "Vladimir Putin", "the Post" in "Washington Post"; by initials ("ISI");
by the tables' canonical name; and, for long rare surnames, by a slip of the pen ("Compaore", "Campoare").
"""

from __future__ import annotations

import datetime

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.mentions import ActorMention
from chancery.resolve.referents import Referent, Referents

PARTICLES = frozenset("al el bin ben ibn abu de del della di da von van der den la le st mc mac o d".split())
"""Small words inside names that alone name nobody."""

SHORTEST_FUZZY = 7
"""Letters of the shortest surname that one slip may alter; in shorter ones another letter is another name."""

INITIALS_SKIP = frozenset("of the and for in on to a de la".split())


def group(analysis: Analysis, referents: Referents, published: datetime.date | None) -> None:
    """Join all mentions by name to referents.

    Args:
        analysis: the report.
        referents: its mentions, of which those by name are joined here.
        published: date of publication, by which well-known people are told apart.
    """
    mentions = referents.mentions
    named = [i for i, m in enumerate(mentions) if m.form in ("name", "metonym")]
    persons = [i for i in named if mentions[i].kind == "person"]
    _group_persons(referents, persons, published.isoformat() if published is not None else None)
    _group_bodies(analysis, referents, [i for i in named if mentions[i].kind != "person"])
    countries = {one.country for one in referents.known if one.country is not None}
    for one in referents.known:
        if one.kind == "person":
            _recognise(one, published, countries)


def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, hyphens, points and articles left out.

    Example:
        >>> words_of("Bashar al-Assad")
        ('bashar', 'al', 'assad')
    """
    folded = knowledge.fold(name).lower().replace("-", " ").replace(".", " ").replace("'s", " ")
    return tuple(word for word in folded.split() if word != "the")


def _group_persons(referents: Referents, persons: list[int], date: str | None) -> None:
    """Join persons: full names first, then each short name to the full one that it fits best."""
    words = {i: words_of(referents.mentions[i].name) for i in persons}
    whole: dict[tuple[str, ...], int] = {}
    surnames = {one[-1] for one in words.values() if len(one) > 1}
    for i in sorted(persons, key=lambda i: (-len(words[i]), i)):
        number = whole.get(words[i])
        if number is None or _disagree(referents.known[number], referents.mentions[i]):
            number = _fitting(referents, whole, words[i], i, date)
        if number is None:
            number = referents.add(i, named=True)
            if not ("-" in referents.mentions[i].name and len(words[i]) == 2 and words[i][0] in surnames):
                whole[words[i]] = number  # "the Trump-Clinton race" is nobody's full name
        else:
            referents.join(i, number)
    for one in referents.known:
        one.mentions.sort()


def _fitting(
    referents: Referents, whole: dict[tuple[str, ...], int], words: tuple[str, ...], index: int, date: str | None
) -> int | None:
    """Return the person whose full name holds a short one; of several the well-known one, or the one named last."""
    mention = referents.mentions[index]
    if all(word in PARTICLES for word in words):
        return None
    fits = [n for full, n in whole.items() if _is_short_for(words, full) and not _disagree(referents.known[n], mention)]
    if not fits:
        fits = [
            n for full, n in whole.items() if _is_misspelt(words, full) and not _disagree(referents.known[n], mention)
        ]
    if len(fits) < 2:
        return fits[0] if fits else None

    meant = [person.name for person in knowledge.people().known_as(" ".join(words), date)]
    known = [number for number in fits if referents.known[number].name in meant]
    if len(known) == 1:
        return known[0]

    def nearness(number: int) -> tuple[bool, int]:
        before = [i for i in referents.known[number].mentions if i < index]
        return bool(before), max(before) if before else -min(referents.known[number].mentions)

    return max(fits, key=nearness)


def _disagree(one: Referent, mention: ActorMention) -> bool:
    """Tell whether gender or country forbid that a mention is somebody."""
    gender = one.gender in ("m", "f") and mention.gender in ("m", "f") and one.gender != mention.gender
    country = one.country is not None and mention.country is not None and one.country != mention.country
    royal = "ELI" in mention.sectors and "ELI" not in one.sectors and one.named
    if royal and len(words_of(one.name)) > 1 and words_of(one.name)[0] == words_of(mention.name)[0]:
        return True  # "King Abdullah" is not Abdullah al-Rabeeah
    return gender or (country and len(words_of(mention.name)) < len(words_of(one.name)))


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name's words stand together in a longer one, or are its first and last."""
    if len(short) >= len(full):
        return False
    size = len(short)
    if any(full[k : k + size] == short for k in range(len(full) - size + 1)):
        return True
    return size == 2 and short == (full[0], full[-1])


def _is_misspelt(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the last words of two names differ by a slip, and nothing else forbids."""
    if not words or not full or not _is_slip(words[-1], full[-1]):
        return False
    return len(words) == 1 or words[0] == full[0] or _is_slip(words[0], full[0])


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two long words differ by at most one letter in seven, or by two that changed places."""
    longest = max(len(one), len(other))
    if longest < SHORTEST_FUZZY or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    return _distance(one, other) <= longest // SHORTEST_FUZZY or (
        longest > SHORTEST_FUZZY and sorted(one) == sorted(other)
    )


def _distance(one: str, other: str) -> int:
    """Return the Levenshtein distance of two words."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != against))
    return row[-1]


def _recognise(one: Referent, published: datetime.date | None, countries: set[str]) -> None:
    """Give a person the full name, country and gender that any reader of world news would supply.

    A surname alone is recognised where it can mean one person, of a country that the report speaks of.
    """
    date = published.isoformat() if published is not None else None
    meant = knowledge.people().known_as(one.name, date, one.country)
    if len(meant) != 1:
        return
    person = meant[0]
    alone = " " not in one.name
    if alone and one.country is None and person.country not in countries and person.country is not None:
        return
    if one.gender in ("m", "f") and person.gender in ("m", "f") and one.gender != person.gender:
        return
    one.country = one.country or person.country
    one.gender = one.gender or person.gender
    office = person.office_on(date)
    one.sectors = one.sectors or (office.sectors if office is not None else ())
    if alone:
        one.name = person.name


def _group_bodies(analysis: Analysis, referents: Referents, bodies: list[int]) -> None:
    """Join states and bodies: by canonical name, by brackets, by initials, by a part of the name."""
    mentions = referents.mentions
    number_of: dict[tuple[object, ...], int] = {}
    fresh: dict[int, int] = {}
    for i in bodies:
        m = mentions[i]
        key: tuple[object, ...] = (words_of(m.name), m.country)
        if m.kind == "state":
            key = ("state", m.country or words_of(m.name))
        if key not in number_of and m.country is None:
            key = next((k for k in number_of if k[0] == key[0]), key)
        if key in number_of:
            referents.join(i, number_of[key])
        else:
            number_of[key] = fresh[i] = referents.add(i, named=True)
    for i, number in fresh.items():
        target = _bracketed(analysis, referents, i)
        if target is None:
            target = _longer(referents, number)
        if target is not None and target != number:
            _merge(referents, number, target)


def _bracketed(analysis: Analysis, referents: Referents, index: int) -> int | None:
    """Return the body whose short name stands right after it in brackets or after "or"."""
    first, last = referents.mentions[index].tokens
    opens = analysis.forms[first - 1] if first else ""
    aside = opens in "([" and last < len(analysis) and analysis.forms[last] in ")]"
    otherwise = opens == "or" and first > 1 and analysis.forms[first - 2] == ","
    if not (aside or otherwise) or index == 0:
        return None
    end = first - 1 if aside else first - 2
    for before in range(index - 1, max(-1, index - 4), -1):
        m = referents.mentions[before]
        if m.form == "name" and m.kind != "person" and m.tokens[1] == end and referents.of[before]:
            short, full = referents.mentions[index].name, m.name
            return referents.of[before][0] if _may_abbreviate(short, full) else None
    return None


def _may_abbreviate(short: str, full: str) -> bool:
    """Tell whether a short form's letters can stand for a name: in order, the first letters the same."""
    letters = [c for c in short.lower() if c.isalpha()]
    rest = iter(knowledge.fold(full).lower())
    if not letters or len(letters) > 8:
        return False
    return all(c in rest for c in letters) or short.isupper()


def _longer(referents: Referents, number: int) -> int | None:
    """Return the one body whose initials or words a short name is, or None where none or several are."""
    one = referents.known[number]
    words = words_of(one.name)
    fits = []
    for other, body in enumerate(referents.known):
        if other == number or body.kind in ("person", "state") or not body.named or not body.mentions:
            continue
        if one.country is not None and body.country is not None and one.country != body.country:
            continue
        full = words_of(body.name)
        if _is_acronym(one.name, full) or (_is_short_for(words, full) and _is_proper_part(one, words)):
            fits.append(other)
    return fits[0] if len(fits) == 1 else None


def _is_acronym(short: str, full: tuple[str, ...]) -> bool:
    """Tell whether a word in capitals is made of a name's initials."""
    letters = short.replace(".", "")
    if not 2 <= len(letters) <= 6 or not letters.isupper() or len(full) < 2:
        return False
    initials = "".join(w[0] for w in full if w not in INITIALS_SKIP)
    return letters.lower() in (initials, "".join(w[0] for w in full))


def _is_proper_part(one: Referent, words: tuple[str, ...]) -> bool:
    """Tell whether a short name is a name of its own, and no body that the tables know as another."""
    entry = knowledge.actors().get(one.name)
    return entry is None and one.kind != "unknown" and len("".join(words)) > 3


def _merge(referents: Referents, number: int, target: int) -> None:
    """Move all mentions of one referent to another, whose name stays."""
    gone, kept = referents.known[number], referents.known[target]
    for i in gone.mentions:
        referents.of[i] = (target,)
    kept.mentions.extend(gone.mentions)
    kept.mentions.sort()
    kept.country = kept.country or gone.country
    kept.sectors = kept.sectors or gone.sectors
    if kept.kind == "unknown":
        kept.kind = gone.kind
    gone.mentions = []
