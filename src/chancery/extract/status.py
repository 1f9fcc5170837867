"""Status: whether a report presents a deed as happened, planned, possible, alleged or not happened.

In: an analysis and the head of a deed. Out: a status, and the words that gave it.
What it does not know: who says so; `resolve.status` weighs the source of a claim.

The clause is read from the inside out. Each word on the way up works on what lies below it: "will" plans, "may"
opens, "not" denies, "refused to" ends it, "accused of" makes it a claim. `compose` adds two of them up. What a clause
takes for granted ("after the attack", "who was jailed") is not touched by what stands above it.
"""

from __future__ import annotations

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.extract import branches, clause_words, status_words
from chancery.extract.clause_words import Operator
from chancery.record import Status

STEPS = 12  # words up a tree; a deed under more governors than this was not seen in news
TAKEN_FOR_GRANTED = frozenset({"regret"})
"""Rows whose deed is a fact whatever happens to the word itself ("may condemn the attack")."""
ASKING = frozenset({"urge", "demand"})
"""Rows whose verbs ask for a deed in a clause with "should" or a bare verb, and else only say something."""
OCCURRING = frozenset("be happen occur place hold follow continue last proceed remain come go end conclude".split())
"""Verbs that say only that their subject takes place ("talks will be held"), so that their tense is its tense."""
CARRYING = frozenset("for into to".split())
"""Prepositions of purpose: "will fly in for talks"."""


def status_of(analysis: Analysis, head: int, noun: int | None = None) -> tuple[Status, str]:
    """Return how a report presents a deed.

    Args:
        analysis: the report.
        head: the verb of the deed, or its noun where that stands alone.
        noun: the noun that names the deed where a verb only lends it its clause ("held TALKS").

    Returns:
        The status and why, in words; "happened" where nothing speaks against it.

    Example:
        "The envoy refused to meet the rebels" gives ("not_happened", "refuse: refused").
    """
    operators = _inside(analysis, head, noun)
    operators.extend(_outside(analysis, head))
    status: Status = "happened"
    for operator in dict.fromkeys(operators):  # one "no" may be met as determiner and again as part of its clause
        status = compose(status, operator.status)
    reasons = [operator.why for operator in dict.fromkeys(operators)]
    return status, ", ".join(reasons) or "told as a fact"


def compose(inner: Status, outer: Status) -> Status:
    """Return what a deed is when a word works on what is already more than a fact.

    Args:
        inner: status below the word.
        outer: what the word alone makes of a fact.

    Example:
        >>> compose("planned", "not_happened"), compose("not_happened", "not_happened"), compose("planned", "possible")
        ('not_happened', 'possible', 'possible')
    """
    if outer == "happened":
        return inner
    if inner == "happened":
        return outer
    if outer == "not_happened":
        return "possible" if inner == "not_happened" else "not_happened"
    if outer == "alleged":
        return inner if inner in ("not_happened", "possible") else "alleged"
    if inner == "not_happened":
        return "possible" if outer == "possible" else "not_happened"
    return "possible" if "possible" in (inner, outer) else inner


def _inside(analysis: Analysis, head: int, noun: int | None) -> list[Operator]:
    """Return what the words beside the deed itself make of it."""
    found = []
    if noun is not None:
        found.extend(clause_words.of_noun(analysis, noun))
        found.extend(_by_participles(analysis, noun))
        found.extend(_by_lender(analysis, head, noun))
    if _is_clause(analysis, head):
        found.extend(clause_words.of_clause(analysis, head))
    elif noun is None:
        found.extend(clause_words.of_noun(analysis, head))
        found.extend(_by_participles(analysis, head))
    return found


def _by_lender(analysis: Analysis, head: int, noun: int) -> list[Operator]:
    """Return what a verb that lends its clause to a noun makes of it ("POSTPONED the talks", "the talks COLLAPSED")."""
    for verb, how in branches.governors(analysis, noun):
        row = _row(analysis, verb, how or "object") if verb == head and analysis.heads[verb] != noun else None
        if row is not None and row.status != "happened":
            return [clause_words.by_row(analysis, row, verb)]
    return []


def _by_participles(analysis: Analysis, noun: int) -> list[Operator]:
    """Return what the verb of a clause beside a noun makes of it ("the visit planned for May")."""
    found = []
    for verb, how in branches.governors(analysis, noun):
        if how == "" and analysis.heads[verb] == noun:
            row = status_words.governing(analysis, verb, "verb", "object")
            if row is not None and row.name not in TAKEN_FOR_GRANTED and row.status != "happened":
                found.append(clause_words.by_row(analysis, row, verb))
    return found


def _outside(analysis: Analysis, head: int) -> list[Operator]:
    """Return what the words above a deed make of it, from the nearest up."""
    found: list[Operator] = []
    node = head
    for _ in range(STEPS):
        above = analysis.heads[node]
        if above < 0:
            break
        is_clause = _is_clause(analysis, node)
        operators, goes_on = (_above_clause if is_clause else _above_noun)(analysis, node, above)
        found.extend(operators)
        if not goes_on:
            break
        node = above
    return found


def _is_clause(analysis: Analysis, token: int) -> bool:
    """Tell whether a token heads a clause: a verb, or a noun or adjective with a copula."""
    if analysis.upos[token] in ("VERB", "AUX"):
        return True
    return any(analysis.deprels[child] == "cop" for child in analysis.children[token])


def _above_clause(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what a governor makes of a clause, and whether what stands above it matters too."""
    relation = analysis.deprels[node].partition(":")[0]
    if relation == "conj":
        return _coordinated(analysis, node, above)
    if relation in ("xcomp", "ccomp", "csubj"):
        return _completed(analysis, node, above, relation)
    if relation in ("advcl", "obl", "nmod", "obj"):
        return _adverbial(analysis, node, above)
    if relation == "acl" and analysis.deprels[node] != "acl:relcl":
        return _describing(analysis, node, above)
    return [], False


def _coordinated(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what "will", "not" or "if" before the first of two coordinated verbs makes of the second."""
    own = any(analysis.deprels[c].partition(":")[0] in ("nsubj", "aux") for c in analysis.children[node])
    if own or analysis.upos[above] not in ("VERB", "AUX") or analysis.xpos[node] != analysis.xpos[above]:
        return [], False
    if analysis.xpos[node] in ("VBD", "VBZ", "VBP"):
        return [], False
    return clause_words.of_clause(analysis, above), True


def _completed(analysis: Analysis, node: int, above: int, relation: str) -> tuple[list[Operator], bool]:
    """Return what a verb, adjective or noun makes of the clause that completes it."""
    row = None
    if relation == "xcomp" and branches.is_passive(analysis, above):
        row = status_words.governing(analysis, above, "verb", "passive-xcomp")
    row = row or _row(analysis, above, "xcomp" if relation == "xcomp" else "ccomp")
    if row is None:
        if relation != "xcomp":
            return [], False
        return _open_infinitive(analysis, node, above)
    if row.name in TAKEN_FOR_GRANTED or (relation != "xcomp" and row.name in ASKING and _is_told(analysis, node)):
        return [], False
    operators = [clause_words.by_row(analysis, row, above)]
    if row.status == "alleged" or row.name == "deny":
        return operators, False
    return [*operators, *clause_words.of_governor(analysis, above)], True


def _is_told(analysis: Analysis, node: int) -> bool:
    """Tell whether a that-clause says what is so, not what should be ("told him that they HAD left")."""
    if analysis.xpos[node] == "VB" or clause_words.is_infinitive(analysis, node):
        return any(analysis.lowers[c] in ("do", "did", "does", "will") for c in analysis.children[node])
    return not any(analysis.lowers[c] in ("should", "must", "ought") for c in analysis.children[node])


def _open_infinitive(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what a verb that the table lacks makes of its infinitive: nothing, or possible for somebody else's."""
    handed = any(analysis.deprels[c] in ("obj", "iobj") and _is_somebody(analysis, c) for c in analysis.children[above])
    infinitive = clause_words.is_infinitive(analysis, node)
    if infinitive and handed and analysis.lemmas[above] not in ("see", "hear", "find", "have", "make", "get"):
        return [Operator("possible", f"asked of somebody: {analysis.forms[above]}")], False
    return clause_words.of_governor(analysis, above), True


def _is_somebody(analysis: Analysis, token: int) -> bool:
    """Tell whether an object can do what an infinitive says: a name, a pronoun, a noun for actors."""
    if analysis.upos[token] in ("PROPN", "PRON"):
        return True
    return knowledge.generics().get(analysis.lowers[token]) is not None


def _adverbial(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what stands above an adverbial clause or gerund makes of it: its preposition tells."""
    words = clause_words.introducers(analysis, node)
    for word in words:
        row = _row(analysis, above, word)
        if row is not None:
            operators = [clause_words.by_row(analysis, row, above)]
            closed = row.status == "alleged" or row.name in TAKEN_FOR_GRANTED
            return (operators, False) if closed else ([*operators, *clause_words.of_governor(analysis, above)], True)
    if "to" in words or clause_words.is_infinitive(analysis, node):
        return _purpose(analysis, node, above)
    if not words and analysis.xpos[node] == "VBG" and node - above == 1:  # "denied ordering": hung on loosely
        return _completed(analysis, node, above, "xcomp")
    if analysis.xpos[node] == "VBG" and (not words or "by" in words or "in" in words):
        return clause_words.of_governor(analysis, above), True
    return [], False


def _purpose(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what an infinitive of purpose is: done if somebody came for it, else intended."""
    if _row(analysis, above, "xcomp") is not None:  # "tried to help": parsers mix the two up
        return _completed(analysis, node, above, "xcomp")
    if analysis.lemmas[above] in clause_words.COMING:
        return clause_words.of_governor(analysis, above), True
    return [Operator("possible", "a purpose")], False


def _describing(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what a noun makes of the infinitive or gerund that completes it ("a plan to attack")."""
    infinitive = clause_words.is_infinitive(analysis, node)
    words = clause_words.introducers(analysis, node)
    for construction in ("acl", *words):
        row = _row(analysis, above, construction) if infinitive or words else None
        if row is None and words and analysis.heads[above] >= 0:  # "accused the pilots of bombing", hung on the pilots
            row = _of_accusing(analysis, analysis.heads[above], words)
        if row is not None:
            return [clause_words.by_row(analysis, row, above), *clause_words.of_noun(analysis, above)], True
    if not infinitive and "for" in words:
        return [Operator("possible", f"meant for: {analysis.forms[above]}")], False
    if not infinitive or clause_words.is_first_to(analysis, above) or analysis.lemmas[above] in clause_words.GATHERINGS:
        return [], False
    if analysis.deprels[above] == "root" and not _is_clause(analysis, above):
        return [Operator("planned", "headline with to")], False
    return [Operator("possible", f"open: {analysis.forms[above]} to")], False


def _of_accusing(analysis: Analysis, verb: int, words: tuple[str, ...]) -> status_words.Row | None:
    """Return the row of a verb that accuses, stops or acquits somebody "of", "from" or "for" a deed."""
    rows = (_row(analysis, verb, word) for word in words) if analysis.upos[verb] == "VERB" else ()
    return next((row for row in rows if row is not None), None)


def _above_noun(analysis: Analysis, node: int, above: int) -> tuple[list[Operator], bool]:
    """Return what a verb or noun makes of the noun that names a deed."""
    relation, case = analysis.deprels[node].partition(":")[0], branches.case_of(analysis, node)
    if relation in ("conj", "appos") and not _is_clause(analysis, above):
        return [], True
    construction = _construction(analysis, node, relation, case)
    row = _row(analysis, above, construction) if construction else None
    if row is not None:
        operators = [clause_words.by_row(analysis, row, above)]
        if row.status == "alleged" or row.name in TAKEN_FOR_GRANTED or row.name == "deny":
            return operators, False
        if row.status == "happened" and not _is_indefinite(analysis, node):
            return [], False  # "may end the war": there is one
        if _is_clause(analysis, above):
            return [*operators, *clause_words.of_governor(analysis, above)], True
        return [*operators, *clause_words.of_noun(analysis, above)], True
    if analysis.upos[above] in ("VERB", "AUX") and _lends_tense(analysis, node, above, relation, case):
        return clause_words.of_clause(analysis, above), True
    counted = relation == "nmod" and case == "of" and analysis.lemmas[above] in branches.PARTITIVES
    return (clause_words.of_noun(analysis, above), True) if counted else ([], False)


def _construction(analysis: Analysis, node: int, relation: str, case: str) -> str:
    """Name how a noun hangs on what governs it."""
    if relation == "obj" or analysis.deprels[node] == "nsubj:pass":
        return "object"
    if relation == "nsubj":
        return "object" if branches.is_passive(analysis, analysis.heads[node]) else "subject"
    if relation == "compound":
        return "compound"
    return case


def _lends_tense(analysis: Analysis, node: int, above: int, relation: str, case: str) -> bool:
    """Tell whether the tense of a verb is that of a noun it governs: "talks will be held", "an attack could ..."."""
    if relation == "nsubj":
        return analysis.lemmas[above] in OCCURRING or _is_indefinite(analysis, node)
    if relation == "obl" and case in CARRYING:
        return analysis.lemmas[above] in clause_words.COMING or analysis.lemmas[above] in ("meet", "gather", "hold")
    return False


def _is_indefinite(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun is new to the reader: "a", "any", "another", or a plural without determiner or owner."""
    words = [c for c in analysis.children[noun] if analysis.deprels[c] in ("det", "nmod:poss")]
    if words:
        return any(analysis.lowers[c] in ("a", "an", "any", "another", "some", "more") for c in words)
    return analysis.xpos[noun] == "NNS"


def _row(analysis: Analysis, token: int, construction: str) -> status_words.Row | None:
    """Return the row of a governing word, by its part of speech."""
    upos = analysis.upos[token]
    if upos == "VERB":
        return status_words.governing(analysis, token, "verb", construction) or status_words.governing(
            analysis, token, "adjective", construction
        )
    if upos in ("NOUN", "PROPN"):
        return status_words.governing(analysis, token, "noun", construction)
    return status_words.governing(analysis, token, "adjective", construction) if upos in ("ADJ", "ADV") else None
