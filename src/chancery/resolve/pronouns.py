"""Pronouns: whom "he", "its", "they" and "I" stand for.

In: one pronoun's mention and what the mentions before it stand for. Out: referents, or none where unsure.
What it does not know: names and nouns; they are joined before.

Agreement of number, gender and kind comes first, then syntax (no subject is its own object), then salience.
Inside quotation marks "I" and "we" are the speaker, and "he" is anybody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chancery.analysis import Analysis, Tokens
from chancery.mentions import ActorMention
from chancery.record import ActorKind
from chancery.resolve.lands import Lands
from chancery.resolve.referents import Referent, Referents
from chancery.resolve.salience import Candidate, candidates, weight_of

FIRST_SINGULAR = frozenset("i me my mine myself".split())
FIRST_PLURAL = frozenset("we us our ours ourselves".split())
FIRST = FIRST_SINGULAR | FIRST_PLURAL
REFLEXIVE = frozenset("himself herself itself themselves myself ourselves".split())
POSSESSIVE = frozenset("his her hers its their theirs my mine our ours".split())
RELATIVE = frozenset("who whom whose which that".split())
BODIES: frozenset[ActorKind] = frozenset({"state", "government", "organization", "bloc", "armed_group", "media"})
SPEECH = frozenset(
    "say tell add note deny claim warn announce report state argue urge call accuse insist vow promise ask demand "
    "condemn reject threaten confirm acknowledge declare pledge agree refuse sign launch deploy send impose".split()
)
"""Verbs whose subject is an actor, so that "it" before them is no thing."""

UNNAMED = 0.7
"""What a common noun keeps of its weight as an antecedent of "he" or "she": news names whom it speaks of again."""

UNKNOWN_SORT = 0.3
"""What a name of unknown sort keeps of its weight as an antecedent of "he": it may be a place or a thing."""

WEAKEST = 0.12
"""Weight below which no antecedent is taken: a modifier two sentences back."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What pronouns need to know of the whole report.

    Attributes:
        analysis: the report.
        referents: what its mentions stand for so far.
        quoted: for each token 1 inside quotation marks, else 0.
        speakers: token ranges of contents with the head token of who said them.
        at: the index of the mention that each token heads.
        lands: the countries that the report names.
    """

    analysis: Analysis
    referents: Referents
    quoted: bytearray
    speakers: Mapping[Tokens, int]
    at: Mapping[int, int]
    lands: Lands


def place(setting: Setting, index: int) -> tuple[int, ...]:
    """Find whom a pronoun of the third person or a relative pronoun stands for.

    Args:
        setting: the report and what is known so far.
        index: the pronoun's mention.

    Returns:
        Numbers of referents; several for a plural that joins them; () where no antecedent fits.
    """
    m = setting.referents.mentions[index]
    if m.name in RELATIVE:
        return _relative(setting, m)
    sayer = _sayer(setting, m)
    if sayer:
        return sayer
    fitting = [c for c in _candidates(setting, index) if _agrees(setting, m, c) and _may_bind(setting, m, c)]
    if m.plural:
        return _plural(setting, m, fitting)
    ahead = _ahead(setting, m)
    if not fitting:
        return ahead
    best = max(fitting, key=lambda c: (_preference(setting, m, c), c.mention))
    if best.weight < WEAKEST:
        return ()
    if m.name in ("it", "its", "itself") and _has_rival(setting, m, best):
        return ()
    return (best.number,)


def _sayer(setting: Setting, m: ActorMention) -> tuple[int, ...]:
    """Return who says what a pronoun is the subject of, in reported speech: "Greece said it would stay away"."""
    analysis = setting.analysis
    verb = analysis.heads[m.head]
    relation = analysis.deprels[m.head].partition(":")[0]
    if relation == "expl" and analysis.child(verb, "obj") is not None:
        relation = "nsubj"  # "it" before a verb with an object is somebody
    if verb < 0 or setting.quoted[m.head] or relation != "nsubj":
        return ()
    above = analysis.heads[verb]
    if above < 0 or analysis.deprels[verb] != "ccomp" or analysis.lemmas[above] not in SPEECH:
        return ()
    subject = analysis.child(above, "nsubj")
    mention = setting.at.get(subject) if subject is not None and subject < m.head else None
    numbers = setting.referents.of[mention] if mention is not None else ()
    if len(numbers) != 1 or mention is None:
        return ()
    return numbers if _agrees(setting, m, Candidate(numbers[0], mention, 1.0)) else ()


def place_first_person(setting: Setting, index: int) -> tuple[int, ...]:
    """Find whom "I" and "we" stand for: whoever says the words around them."""
    head = setting.referents.mentions[index].head
    around = [(tokens, source) for tokens, source in setting.speakers.items() if tokens[0] <= head < tokens[1]]
    if not around:
        return ()
    source = min(around, key=lambda one: (one[0][1] - one[0][0], one[0]))[1]
    mention = setting.at.get(source)
    return setting.referents.of[mention] if mention is not None else ()


def _candidates(setting: Setting, index: int) -> list[Candidate]:
    return candidates(setting.analysis, setting.referents, index, setting.quoted)


def _relative(setting: Setting, m: ActorMention) -> tuple[int, ...]:
    """Return the referents of the noun that a relative clause hangs on."""
    noun = setting.analysis.described(m.head, "acl:relcl", "advcl:relcl")
    mention = None if noun is None else setting.at.get(noun)
    return () if mention is None else setting.referents.of[mention]


def _agrees(setting: Setting, m: ActorMention, candidate: Candidate) -> bool:
    """Tell whether number, gender and kind of a referent fit a pronoun."""
    one = setting.referents.known[candidate.number]
    if m.plural:
        return one.plural or one.kind in BODIES or one.kind == "population" or one.kind == "person"
    if m.gender in ("m", "f"):
        return _is_person(one) and one.gender in (None, m.gender)
    return one.kind in BODIES and (not one.plural or one.named)


def _is_person(one: Referent) -> bool:
    """Tell whether somebody can be "he" or "she"."""
    return not one.plural and (one.kind == "person" or (one.kind == "unknown" and one.named))


def _may_bind(setting: Setting, m: ActorMention, candidate: Candidate) -> bool:
    """Tell whether syntax and quotation allow an antecedent."""
    analysis = setting.analysis
    antecedent = setting.referents.mentions[candidate.mention].head
    reflexive = m.name in REFLEXIVE
    if m.name not in POSSESSIVE and not reflexive and analysis.heads[antecedent] == analysis.heads[m.head] >= 0:
        return False  # "Putin told him"
    if _governs(analysis, antecedent, m.head) and m.name in POSSESSIVE and analysis.heads[m.head] == antecedent:
        return False  # "his aide" is not the aide's
    if candidate.number in _spoken_of(setting, m.head):
        return False  # nobody names himself in his own words
    return not (setting.quoted[m.head] and candidate.number in _speaker(setting, m.head))


def _spoken_of(setting: Setting, source: int) -> set[int]:
    """Return who is named inside the quotation marks of what a token says."""
    found: set[int] = set()
    for tokens, head in setting.speakers.items():
        if head == source:
            for token in range(*tokens):
                mention = setting.at.get(token) if setting.quoted[token] else None
                if mention is not None and setting.referents.mentions[mention].form == "name":
                    found.update(setting.referents.of[mention])
    return found


def _governs(analysis: Analysis, above: int, below: int) -> bool:
    """Tell whether a token stands on the way from another to its root."""
    while below >= 0:
        if below == above:
            return True
        below = analysis.heads[below]
    return False


def _speaker(setting: Setting, token: int) -> tuple[int, ...]:
    """Return who says the words around a token, () where nobody is known to."""
    for tokens, source in setting.speakers.items():
        if tokens[0] <= token < tokens[1]:
            mention = setting.at.get(source)
            if mention is not None:
                return setting.referents.of[mention]
    return ()


def _preference(setting: Setting, m: ActorMention, candidate: Candidate) -> float:
    """Return the weight of a candidate with what agrees beyond need."""
    one = setting.referents.known[candidate.number]
    weight = candidate.weight
    if m.gender in ("m", "f"):
        weight *= 1.6 if one.gender == m.gender else 1.0
        weight *= 1.0 if one.kind == "person" else UNKNOWN_SORT
        weight *= 1.0 if one.named or one.gender == m.gender else UNNAMED
        weight *= 1 + 0.1 * min(10, len(one.mentions))  # whom a report is about comes back
    elif m.plural and one.plural:
        weight *= 1.4
    analysis = setting.analysis
    last = setting.referents.mentions[candidate.mention].head
    if analysis.deprels[m.head].startswith("nsubj") and analysis.deprels[last].startswith("nsubj"):
        weight *= 1.2  # parallel roles
    if _speaks(analysis, m.head) and _speaks(analysis, last):
        weight *= 1.25  # who spoke goes on speaking
    return weight


def _speaks(analysis: Analysis, token: int) -> bool:
    """Tell whether a token, or the title that it explains, is the subject of a verb of speech."""
    while analysis.deprels[token] in ("appos", "flat") and analysis.heads[token] >= 0:
        token = analysis.heads[token]
    governor = analysis.heads[token]
    return governor >= 0 and analysis.deprels[token] == "nsubj" and analysis.lemmas[governor] in SPEECH


def _plural(setting: Setting, m: ActorMention, fitting: list[Candidate]) -> tuple[int, ...]:
    """Choose for "they": a plural or a body, or people and states named together."""
    referents = setting.referents
    joined = _joined(setting, m)
    single = [c for c in fitting if _can_be_they(referents.known[c.number])]
    best = max(single, key=lambda c: (_preference(setting, m, c), c.mention), default=None)
    if joined is not None and (best is None or joined[1] >= best.weight):
        return joined[0]
    if best is None or best.weight < WEAKEST or _has_rival(setting, m, best):
        return ()
    return (best.number,)


def _can_be_they(one: Referent) -> bool:
    """Tell whether one referent can be "they": several people, or a body that consists of people."""
    return one.plural or one.kind in ("population", "armed_group", "organization", "government", "bloc")


def _joined(setting: Setting, m: ActorMention) -> tuple[tuple[int, ...], float] | None:
    """Return the last actors joined by "and" before a pronoun, with their weight, or None."""
    analysis, referents = setting.analysis, setting.referents
    sentence = analysis.sentence_of[m.head]
    for first in range(sentence, max(-1, sentence - 3), -1):
        start, end = analysis.sentences[first]
        for token in range(min(end, m.head) - 1, start - 1, -1):
            mention = setting.at.get(token)
            if mention is None or analysis.deprels[token] == "conj" or not referents.of[mention]:
                continue
            numbers = conjuncts(setting, token)
            if len(numbers) > 1 and not _governs(analysis, token, m.head):
                kinds = {referents.known[n].kind for n in numbers}
                if kinds <= {"person"} or "person" not in kinds:
                    return numbers, weight_of(analysis, token) * 0.55 ** (sentence - first)
    return None


def conjuncts(setting: Setting, token: int) -> tuple[int, ...]:
    """Return the referents of a token and of what is joined to it by "and" or a comma, each once."""
    numbers: list[int] = []
    for head in (token, *(c for c in setting.analysis.children[token] if setting.analysis.deprels[c] == "conj")):
        mention = setting.at.get(head)
        for number in setting.referents.of[mention] if mention is not None else ():
            if number not in numbers:
                numbers.append(number)
    return tuple(numbers)


def _has_rival(setting: Setting, m: ActorMention, best: Candidate) -> bool:
    """Tell whether a thing, no actor, is the likelier antecedent of "it" or "they".

    Verbs of speech and political deeds have actors for subjects, so they have no such rival.
    """
    analysis = setting.analysis
    governor = analysis.heads[m.head]
    if governor >= 0 and analysis.deprels[m.head].startswith("nsubj") and analysis.lemmas[governor] in SPEECH:
        return False
    plural_tag = "NNS" if m.plural else "NN"
    sentence = analysis.sentence_of[m.head]
    strongest = 0.0
    for distance in (0, 1):
        if sentence - distance < 0:
            break
        start, end = analysis.sentences[sentence - distance]
        for token in range(start, min(end, m.head)):
            if analysis.xpos[token] != plural_tag or token in setting.at:
                continue
            if analysis.heads[token] == governor and m.name not in POSSESSIVE:
                continue
            if analysis.deprels[token].partition(":")[0] in ("nsubj", "obj"):
                strongest = max(strongest, weight_of(analysis, token) * 0.55**distance)
    return strongest * 0.9 > best.weight


def _ahead(setting: Setting, m: ActorMention) -> tuple[int, ...]:
    """Look ahead to the subject of the main clause: "In his speech, the envoy said ..."."""
    analysis = setting.analysis
    start, end = analysis.sentence(m.head)
    root = next((t for t in range(start, end) if analysis.heads[t] < 0), None)
    if root is None or m.gender not in ("m", "f"):
        return ()
    subject = analysis.child(root, "nsubj")
    mention = setting.at.get(subject) if subject is not None and subject > m.head else None
    if mention is None or len(setting.referents.of[mention]) != 1 or _is_named_before(setting, start, m):
        return ()
    at = m.head
    while analysis.heads[at] != root and analysis.heads[at] >= 0:
        at = analysis.heads[at]
    if analysis.deprels[at].partition(":")[0] not in ("advcl", "obl"):
        return ()
    one = setting.referents.known[setting.referents.of[mention][0]]
    return setting.referents.of[mention] if _is_person(one) and one.gender in (None, m.gender) else ()


def _is_named_before(setting: Setting, start: int, m: ActorMention) -> bool:
    """Tell whether a person that the pronoun fits is mentioned earlier in its own sentence."""
    for token in range(start, m.head):
        mention = setting.at.get(token)
        for number in setting.referents.of[mention] if mention is not None else ():
            one = setting.referents.known[number]
            if _is_person(one) and one.gender in (None, m.gender):
                return True
    return False
