"""Settings: the few choices of one reading, in one frozen value that is passed in.

In: nothing. Out: `Settings`. Environment and files are read by `show`, never here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Witnesses = Literal["both", "rules", "model"]
"""Who proposes events: the lexicon over the tree, the event heads of the model, or both of them together."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read.

    Attributes:
        longest: code points of the longest report that is read, above it `ReportTooLong`; 400,000 is
            some sixty thousand words, ten times the longest news feature.
        window: word pieces of one model call at most; what 128 to 256 score on dev is in `docs/log.md`.
        witnesses: who proposes events; what each scores alone is in `docs/log.md`.
    """

    longest: int = 400_000
    window: int = 240
    witnesses: Witnesses = "both"
