"""Proposals: deeds as one witness sees them, before the witnesses are compared.

In: nothing. Out: `Proposal`, which the lexicon, the model and the statements fill.
What it does not know: which of them hold; `events.decide` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.analysis import Tokens
from chancery.record import EventType, Status


@dataclass(frozen=True, slots=True)
class Proposal:
    """A deed as one witness sees it.

    Attributes:
        tokens: the words that name the deed.
        head: the verb whose clause tells its tense and time, or the noun that stands alone.
        noun: the noun that names it, None for verbs.
        type: PLOVER type.
        mode: PLOVER mode, None where the words tell none.
        actors: head tokens of who does it.
        recipients: head tokens of to whom.
        weight: how sure the witness is, 0 to 1.
        why: the witness and its reason.
        status: what the witness knows of the status, None where the tree is to tell.
        doubt: what speaks against it, None for nothing.
    """

    tokens: Tokens
    head: int
    noun: int | None
    type: EventType
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    weight: float
    why: str
    status: Status | None = None
    doubt: str | None = None
