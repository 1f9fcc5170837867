"""Take the rows of `resources/actors/parties_factbook.tsv` from a copy of the CIA World Factbook as JSON.

In: the folder of a factbook.json checkout (one JSON file a country; public domain). Out: the table on standard
output, to be read through before it is committed.
What it does not know: which parties matter. `tools/build_actors.py` reads the committed table alone.

Usage: `python tools/extract_factbook.py FACTBOOK > resources/actors/parties_factbook.tsv`
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from chancery import knowledge

HEADER = """\
# Political parties as the CIA World Factbook lists them (public domain), taken by tools/extract_factbook.py.
# Every form counts only in its own case. shared: other countries have or had parties of such a name.
name\tcountry\tforms\tshared"""

NO_PARTY = re.compile(
    r"^(note|none|no |the |there |political parties|legal parties|major|minor|area |parties|coalition of|although|"
    r"independents?$|all political|as of|flemish parties|francophone parties|major political)|formal|banned|:$",
    re.IGNORECASE,
)
"""How lines start that speak about parties and name none."""

ASIDE = re.compile(
    r"^(formerly|former|includes?|included|electoral|alliance|coalition|also|successor|part of|consists|under|led|"
    r"an? |previously|dissolved|merger|northern ireland|multiple|several|\d|note|see|two|three|umbrella|faction|"
    r"ruling|not )|\bfaction\b|\bof (parties|several)\b",
    re.IGNORECASE,
)
"""How remarks in brackets start that give no other name of the party."""

PLAIN = frozenset(
    "alternative confederation commons conservative democrats ensemble forward front fatherland good heritage horizons "
    "hope independents justice labor left liberal liberals moderates movement progress progressive progressives "
    "republic revival right socialist spartans together tomorrow unity victory vamos will enough free future green "
    "greens labour people reform renewal renew right solidarity union vision change citizens concordia opposition "
    "alliance domani denk vote revolution platform independent stand our nepal slovakia tobago dignity equality "
    "republicans conservatives bridge respect focus league harmony voice direction commitment elephant value neutral "
    "cohesion independence roundtable peace servants ownership farmers transformers renaissance liberties momentum "
    "everyone unite cambio nouveau nosotros unidad care fast roots star viva mover real must demos muda agir unir "
    "plote wazalendo comunes convergencia patriota primo resistons fokus libera hizballah victoria nama raiz "
    "futuro sumate podemos republicanos reconquete sumar actuemos alternativa stan".split()
)
"""Single words that name a party in one country and mean too much elsewhere."""

PHRASES = frozenset(
    "our congo|new guinea|modern guinea|love haiti|we believe|come venezuela|let's go|act together|our time|"
    "clear accounts|new people|patient focus|movement now|democratic network|political evolution|future republic|"
    "save senegal|free peru|citizen generation|us moderates|freedom square|national coalition|the national|"
    "the left|the right|the center|the liberals|the front|the alternative|the greens|the nationals|the democrats|"
    "the commons|the republicans|national union|national unity|democratic congress|democratic union|common sense|"
    "for georgia|for stability|latvia first|venezuela first|in sweden|popular union|civic alliance|united list|"
    "european georgia|to the people|more europe|unified socialist|democratic coalition|christian union".split("|")
)
"""Names of two words that are more often no name."""

SHORTEST_ACRONYM = 4
"""Three capitals name a party in one country and anything in another (NHK, CPI, ACT)."""


SHORTEST_WORD = 5


def main(arguments: list[str]) -> int:
    """Print the table of parties for the Factbook folder given; return the exit status."""
    parties = [party for path in sorted(Path(arguments[0]).glob("*/*.json")) for party in read_parties(path)]
    names: dict[str, set[str]] = {}
    for country, forms in parties:
        for form in forms:
            names.setdefault(form, set()).add(country)
    print(HEADER)
    seen: set[str] = set()
    for country, forms in sorted(parties):
        own = [form for form in forms if len(names[form]) == 1 and form not in seen]
        shared = [form for form in forms if len(names[form]) > 1 and " " in form and form not in seen]
        seen.update(own, shared)
        if own:
            print("\t".join((own[0], country, "|".join(own), "shared")))
        for form in shared:
            print("\t".join((form, "", form, "shared")))
    return 0


def read_parties(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield country and forms of each party that one country's file lists."""
    government = json.loads(path.read_text(encoding="utf-8")).get("Government", {})
    country = _country(government.get("Country name", {}))
    listed = government.get("Political parties", {}).get("text", "")
    for line in re.split(r"<br\s*/?>", listed) if country else ():
        text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", line)).split()).removesuffix(":")
        forms = tuple(dict.fromkeys(form for form in _forms(text) if _is_name(form)))
        if forms and not NO_PARTY.search(text):
            yield country, forms


def _country(names: dict[str, dict[str, str]]) -> str:
    """Return the alpha-3 code that the actor table gives for a country's short or long name, "" for none."""
    for kind in ("conventional short form", "conventional long form"):
        name = html.unescape(names.get(kind, {}).get("text", "")).removeprefix("The ")
        entry = knowledge.actors().get(name)
        if entry is not None and entry.kind == "state" and entry.country:
            return entry.country
    return ""


def _forms(text: str) -> Iterator[str]:
    """Yield the names in a line such as "Free Destourian Party (Al-Destour) or PDL (formerly ...)"."""
    asides = re.findall(r"\(([^()]*)\)?", text)
    bare = re.sub(r"\([^()]*\)?", " ", text)
    for part in (bare, *(aside for aside in asides if not ASIDE.search(aside))):
        for name in re.split(r" or |, |; | - | – |\[|\]", part):
            yield " ".join(name.replace("“", '"').replace("”", '"').strip(' ".').split())


def _is_name(form: str) -> bool:
    """Tell whether a form is safe to look up: a longer name, or a clear acronym."""
    words = form.removeprefix("The ").split()
    if len(words) == 1:
        acronym = sum(letter.isupper() for letter in form) >= 2
        longer = len(form) >= (SHORTEST_ACRONYM if acronym else SHORTEST_WORD)
        return longer and form[:1].isupper() and form.isalpha() and knowledge.fold(form).lower() not in PLAIN
    if knowledge.fold(form).lower() in PHRASES:
        return False
    return len(words) <= 8 and form[:1].isupper() and not re.search(r"[:()\"/]|\d{4}", form)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
