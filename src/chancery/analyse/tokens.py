"""Tokens: the words of a text with their offsets, split as English Universal Dependencies splits them.

In: any text. Out: half-open spans in reading order; whatever is between them is white space or invisible.
What it does not know: sentences.

Clitics ("n't", "'s"), currency signs, hyphens inside compounds ("full - scale") and punctuation stand alone;
initials and abbreviations ("U.S.", "Mr.") keep their points.
"""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    "mr mrs ms messrs dr prof rev hon st sr jr gen lt col maj capt cmdr adm sgt cpl brig gov sen rep reps sens "
    "pres amb supt insp fr msgr vs no nos co corp inc ltd bros dept univ assn fig vol art approx est ft mt "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky md mass mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo".split()
)
"""Words that keep a final point inside a sentence (titles, months, days, firms, American states)."""

_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"“”]*[\w/]               # addresses of pages
    | [\w.+-]+@[\w-]+\.[\w.-]*\w                        # addresses of people
    | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?           # U.S.  U.N  a.m.
    | \#\w+ | @\w+                                      # tags and handles
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|bn|k|km|kg|am|pm|p|c)?\b   # 1,200.5  10:30  24/7  1960s  3rd
    | (?:[^\W\d_]|[\u0300-\u036f])+(?:\.(?=[^\W\d_]{2,}\b)(?!\s))?(?:(?<=\.)[^\W\d_]+)?  # words, name.com
    | \w+
    | \.{2,}|…|--+|—|–                                  # dashes and dots
    | ['’‘`](?=\d\ds?\b)                                # '90s
    | ``|''
    | [^\w\s]                                           # any other sign alone
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)['’](?:s|m|d|ll|re|ve)\b|(?<=[a-z])n['’]t\b")
_NAME_APOSTROPHE = re.compile(r"(?i)(?:o|d|l|qu|al|sana|u)['’](?=[A-Z])")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
