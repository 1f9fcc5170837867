"""Lands: which countries a report speaks of, and where in it.

In: an analysis. Out: `Lands`, which lends a country to whoever serves a state unnamed.
What it does not know: actors. A country counts by any of its names: "Uganda", "Ugandan", "Kampala".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from chancery import knowledge
from chancery.analysis import Analysis

NEAR = 3
"""Sentences before a token in which a country lends itself to it."""

DECAY = 0.5
"""What remains of a country's weight one sentence later, as in `salience`."""

LEAD = 3
"""Sentences at the start, headline and dateline among them, that count twice: they say what a report is about."""


FOCUS_WEIGHT = 1.4
"""Weight of the report's own country beside one just named, times its share; tuned on the gold reports."""

ALONE = 0.6
"""Share of the names of countries that makes a report one country's own; tuned on the gold reports."""


@dataclass(frozen=True, slots=True)
class Lands:
    """The countries of a report.

    Attributes:
        tokens: where a country is named, ascending.
        countries: its ISO code, one for each of `tokens`.
        sentences: the sentence of each of `tokens`.
        focus: the country named most, None where none is.
        share: its share of all names of countries.
        alone: the same where the report is about it and hardly about another, else None.
    """

    tokens: list[int]
    countries: list[str]
    sentences: list[int]
    focus: str | None
    share: float
    alone: str | None

    def around(self, token: int, sentence: int) -> str | None:
        """Return the country most present at a token; without any near it, the report's own.

        Args:
            token: who asks; only countries named before it count, and those of its own sentence.
            sentence: the sentence of the token.
        """
        votes = {self.focus: FOCUS_WEIGHT * self.share} if self.focus is not None else {}
        last = bisect_right(self.sentences, sentence) - 1
        while last >= 0 and sentence - self.sentences[last] <= NEAR:
            weight = DECAY ** (sentence - self.sentences[last]) * (1.0 if self.tokens[last] < token else 0.5)
            votes[self.countries[last]] = votes.get(self.countries[last], 0.0) + weight
            last -= 1
        return min(votes, key=lambda country: (-votes[country], country), default=None)

    def __contains__(self, country: object) -> bool:
        return country in self.countries


def find(analysis: Analysis) -> Lands:
    """Find the countries that a report names.

    Args:
        analysis: the report.
    """
    found: dict[int, str] = {}
    actors = knowledge.actors()
    for first, last in analysis.sentences:
        at = first
        while at < last:
            name = (
                actors.longest(analysis.lowers, at, last, analysis.forms) if analysis.forms[at][:1].isupper() else None
            )
            leans = at > first + 1 and analysis.lowers[at - 2] in ("pro", "anti") and analysis.forms[at - 1] == "-"
            if name is not None and name[1].country is not None and name[1].kind == "state" and not leans:
                found[at] = name[1].country
            at = name[0] if name is not None else at + 1
    tokens = sorted(found)
    countries = [found[token] for token in tokens]
    sentences = [analysis.sentence_of[token] for token in tokens]
    votes = Counter(countries)
    votes.update(country for country, sentence in zip(countries, sentences, strict=True) if sentence < LEAD)
    focus = min(votes, key=lambda country: (-votes[country], country), default=None)
    share = votes[focus] / votes.total() if focus is not None else 0.0
    return Lands(tokens, countries, sentences, focus, share, focus if share >= ALONE else None)
