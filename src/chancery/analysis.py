"""The analysis: arrays over the tokens of one report, as the model saw it.

In: what `analyse` fills. Out: what `extract` and `resolve` read.
What it does not know: events, actors or times. It is grammar with offsets.

A token range is half-open, `(first, last + 1)`; a span is a half-open pair of code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.record import Span

Tokens = tuple[int, int]
"""A half-open range of token indices."""
DEEPEST = 4  # steps from a pronoun up to the verb of its clause; no news tree read by hand went further


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the model found.

    `label` is Person, Organization, Location, Facility, NORP, Date, Money, Misc or Product; NORP is a nationality,
    religion or political group ("Russian", "Kurds").
    """

    tokens: Tokens
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, as the model links it: a cue, its source (may be absent) and its content.

    `contents` has several ranges where the content is discontinuous ("No," he said, "never").
    """

    cue: Tokens
    source: Tokens | None
    contents: tuple[Tokens, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name a deed, as the event heads see it; every number is a probability.

    Attributes:
        token: the word.
        types: how likely it names a deed of each PLOVER type; what is missing to 1 is that it names none.
        statuses: of each status, if it names a deed.
        modes: of each PLOVER mode, "-" for none, the unlikely ones left out.
        roles: for actor, recipient, time and place, how likely each other word is part of it, the likely ones alone.
    """

    token: int
    types: dict[str, float]
    statuses: dict[str, float]
    modes: dict[str, float] = field(default_factory=dict)
    roles: dict[str, dict[int, float]] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """How likely the word names any deed."""
        return sum(self.types.values())


@dataclass(frozen=True, slots=True)
class Analysis:
    """One report as tokens, sentences, trees, names and attributions.

    Attributes:
        text: the report; every offset below points into it.
        starts: code point where each token starts. All of `starts` … `deprels` have one entry a token.
        ends: code point after each token.
        forms: the tokens' words, `text[start:end]`.
        lowers: the same in lower case.
        lemmas: dictionary forms in lower case ("issued" → "issue", "children" → "child").
        upos: universal parts of speech ("VERB", "PROPN").
        xpos: Penn tags ("VBD", "NNP"), which carry tense and number.
        heads: index of each token's head in the whole report; -1 for the root of a sentence.
        deprels: Universal Dependencies relations with subtypes ("nsubj:pass", "nmod:poss").
        sentences: token range of each sentence, in order, without gaps.
        sentence_of: sentence index of each token.
        paragraphs: token range of each paragraph (text between line breaks), in order.
        entities: names, in order, not overlapping.
        attributions: in the order of their cues.
        triggers: words that may name a deed, in order; None where the event heads were not asked.
        children: tokens that hang on each token, in order; derived from `heads`.
    """

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    lowers: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    sentences: list[Tokens]
    sentence_of: list[int]
    paragraphs: list[Tokens]
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    triggers: list[Trigger] | None = None
    children: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.children:
            self.children.extend([] for _ in self.forms)
            for token, head in enumerate(self.heads):
                if head >= 0:
                    self.children[head].append(token)

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, tokens: Tokens) -> Span:
        """Return the code points that a token range covers; the range must not be empty."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def words(self, tokens: Tokens) -> str:
        """Return the words of a token range, exactly as they stand in the report."""
        return self.text[self.starts[tokens[0]] : self.ends[tokens[1] - 1]]

    def subtree(self, token: int) -> list[int]:
        """Return the token and everything below it in its tree, in reading order."""
        found = [token]
        for node in found:
            found.extend(self.children[node])
        return sorted(found)

    def extent(self, token: int) -> Tokens:
        """Return the smallest token range that holds the token's whole subtree."""
        low = high = token
        stack = [token]
        while stack:
            node = stack.pop()
            low, high = min(low, node), max(high, node)
            stack.extend(self.children[node])
        return low, high + 1

    def head_of(self, tokens: Tokens) -> int:
        """Return the token by which a range hangs on the rest, signs, determiners and prepositions aside."""
        first, last = tokens
        for token in range(first, last):
            if not first <= self.heads[token] < last and self.upos[token] not in ("PUNCT", "DET", "ADP", "PART"):
                return token
        return last - 1

    def described(self, token: int, *deprels: str) -> int | None:
        """Return what the clause around a token describes, by the relation of the clause's verb; None if nothing.

        Example: "acl:relcl" leads from "whose" to "man" in "the man whose brother was seen".
        """
        node = self.heads[token]
        for _ in range(DEEPEST):
            if node < 0:
                return None
            if self.deprels[node] in deprels:
                return self.heads[node]
            node = self.heads[node]
        return None

    def child(self, token: int, *deprels: str) -> int | None:
        """Return the first child with one of the relations (with or without subtype), or None."""
        for node in self.children[token]:
            relation = self.deprels[node]
            if relation in deprels or relation.partition(":")[0] in deprels:
                return node
        return None

    def sentence(self, token: int) -> Tokens:
        """Return the token range of the sentence that holds the token."""
        return self.sentences[self.sentence_of[token]]
