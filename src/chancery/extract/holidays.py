"""Holidays that news reports date things by, and how each year's date is found.

In: nothing; the table is data. Out: `HOLIDAYS`, words to rule, and `find`.
What it does not know: which year is meant.

Feasts of the moon's calendar, and days that differ from country to country, are named but not dated.
"""

from __future__ import annotations

from collections.abc import Sequence

Rule = tuple[str | int, ...]
"""("fixed", month, day); ("easter", days after Easter Sunday); ("nth", month, weekday, n), n = -1 the last;
("movable",) where the words alone do not tell the date."""

HOLIDAYS: dict[str, Rule] = {
    "new year 's eve": ("fixed", 12, 31),
    "new year 's day": ("fixed", 1, 1),
    "new year 's": ("fixed", 1, 1),
    "christmas eve": ("fixed", 12, 24),
    "christmas day": ("fixed", 12, 25),
    "christmas": ("fixed", 12, 25),
    "boxing day": ("fixed", 12, 26),
    "epiphany": ("fixed", 1, 6),
    "valentine 's day": ("fixed", 2, 14),
    "international women 's day": ("fixed", 3, 8),
    "april fools ' day": ("fixed", 4, 1),
    "may day": ("fixed", 5, 1),
    "victory day": ("movable",),
    "world press freedom day": ("fixed", 5, 3),
    "world refugee day": ("fixed", 6, 20),
    "fourth of july": ("fixed", 7, 4),
    "bastille day": ("fixed", 7, 14),
    "halloween": ("fixed", 10, 31),
    "all saints ' day": ("fixed", 11, 1),
    "veterans day": ("fixed", 11, 11),
    "armistice day": ("fixed", 11, 11),
    "world aids day": ("fixed", 12, 1),
    "human rights day": ("fixed", 12, 10),
    "good friday": ("easter", -2),
    "holy saturday": ("easter", -1),
    "easter sunday": ("easter", 0),
    "easter monday": ("easter", 1),
    "easter": ("easter", 0),
    "ash wednesday": ("easter", -46),
    "palm sunday": ("easter", -7),
    "pentecost": ("easter", 49),
    "martin luther king day": ("nth", 1, 0, 3),
    "memorial day": ("nth", 5, 0, -1),
    "labor day": ("nth", 9, 0, 1),
    "columbus day": ("nth", 10, 0, 2),
    "thanksgiving day": ("nth", 11, 3, 4),
    "thanksgiving": ("nth", 11, 3, 4),
    "independence day": ("movable",),
    "lunar new year": ("movable",),
    "chinese new year": ("movable",),
    "ramadan": ("movable",),
    "eid al - fitr": ("movable",),
    "eid al fitr": ("movable",),
    "eid al - adha": ("movable",),
    "ashura": ("movable",),
    "nowruz": ("movable",),
    "passover": ("movable",),
    "yom kippur": ("movable",),
    "hanukkah": ("movable",),
    "diwali": ("movable",),
}
"""Western churches, the United States and the United Nations (un.org/en/observances), whose days world news names.

Memorial, Labor, Columbus, Thanksgiving and Martin Luther King Day: United States Code, title 5, section 6103."""

_LONGEST = max(name.count(" ") + 1 for name in HOLIDAYS)
_FIRST_WORDS = frozenset(name.partition(" ")[0] for name in HOLIDAYS)


def find(forms: Sequence[str], lowers: Sequence[str]) -> list[tuple[int, int, Rule]]:
    """Return first token, token after, and rule of every holiday, the longest at each place.

    A holiday is capitalised: "victory day" in small letters is any day of a victory.

    Example:
        >>> find(["On", "New", "Year", "’s", "Eve"], ["on", "new", "year", "’s", "eve"])
        [(1, 5, ('fixed', 12, 31))]
    """
    found: list[tuple[int, int, Rule]] = []
    for first, lower in enumerate(lowers):
        if lower not in _FIRST_WORDS or not forms[first][0].isupper() or (found and first < found[-1][1]):
            continue
        for last in range(min(first + _LONGEST, len(lowers)), first, -1):
            rule = HOLIDAYS.get(" ".join(lowers[first:last]).replace("’", "'"))
            if rule is not None:
                found.append((first, last, rule))
                break
    return found
