"""Lemmas: the dictionary form of an English word, from its form and its Penn tag.

In: a word, its tag, and a test whether a spelling is a known word. Out: the lemma in lower case.
What it does not know: context beyond the tag. Irregular forms are listed; the rest undoes English spelling
("-ied", doubled consonants, silent "e") and asks the model's vocabulary which stem is a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PAST = """
arisen arose=arise ate eaten=eat awoke awoken=awake bade bidden=bid beaten=beat became=become began begun=begin
bent=bend bet=bet bit bitten=bite bled=bleed blew blown=blow bore borne=bear bought=buy bound=bind bred=breed
broke broken=break brought=bring built=build burnt=burn burst=burst came=come caught=catch chose chosen=choose
clung=cling crept=creep cut=cut dealt=deal did done=do drank drunk=drink drawn drew=draw dreamt=dream driven drove=drive
dug=dig fallen fell=fall fed=feed felt=feel fled=flee flew flown=fly flung=fling forbade forbidden=forbid
foresaw foreseen=foresee forgave forgiven=forgive forgot forgotten=forget fought=fight found=find froze frozen=freeze
gave given=give gone went=go got gotten=get grew grown=grow ground=grind had=have heard=hear held=hold hid hidden=hide
hit=hit hung=hang hurt=hurt kept=keep knelt=kneel knew known=know laid=lay led=lead left=leave lent=lend let=let
lain=lie lit=light lost=lose made=make meant=mean met=meet misled=mislead mistook mistaken=mistake
outdid outdone=outdo overcame=overcome overran=overrun oversaw overseen=oversee overthrew overthrown=overthrow
overtook overtaken=overtake paid=pay pled=plead proven=prove put=put quit=quit ran run=run rang rung=ring
read=read rebuilt=rebuild repaid=repay resold=resell retook retaken=retake rewrote rewritten=rewrite ridden rode=ride
risen rose=rise said=say sang sung=sing sank sunk=sink sat=sit saw seen=see sent=send set=set sewn=sew
shaken shook=shake shed=shed shone=shine shot=shoot shown=show shrank shrunk=shrink shut=shut slain slew=slay
slept=sleep slid=slide sold=sell sought=seek sped=speed spent=spend split=split spoke spoken=speak spread=spread
sprang sprung=spring spun=spin stolen stole=steal stood=stand stricken struck=strike strove striven=strive
stuck=stick stung=sting swam swum=swim swept=sweep swollen=swell swore sworn=swear swung=swing taken took=take
taught=teach thought=think threw thrown=throw told=tell tore torn=tear trodden trod=tread undergone underwent=undergo
understood=understand undertaken undertook=undertake undid undone=undo upheld=uphold upset=upset was were been=be
wept=weep withdrawn withdrew=withdraw withheld=withhold withstood=withstand woke woken=wake won=win wore worn=wear
wound=wind written wrote=write died=die lied=lie tied=tie vied=vie dyed=dye agreed=agree freed=free
overheard=overhear born=bear learnt=learn decreed=decree guaranteed=guarantee disagreed=disagree refereed=referee
"""
_PLURAL = """
men=man women=woman children=child people=people feet=foot teeth=tooth geese=goose mice=mouse lives=life wives=wife
knives=knife leaves=leaf halves=half thieves=thief wolves=wolf shelves=shelf loaves=loaf calves=calf selves=self
crises=crisis analyses=analysis theses=thesis bases=base oases=oasis hypotheses=hypothesis diagnoses=diagnosis
parentheses=parenthesis criteria=criterion phenomena=phenomenon data=datum media=medium bacteria=bacterium
troops=troop series=series species=species police=police headquarters=headquarters means=means politics=politics
news=news economics=economics talks=talk sanctions=sanction arms=arms buses=bus gases=gas focuses=focus viruses=virus
campuses=campus statuses=status bonuses=bonus caucuses=caucus consensuses=consensus movies=movie calories=calorie
ties=tie lies=lie pies=pie dies=die zombies=zombie heroes=hero echoes=echo vetoes=veto embargoes=embargo
torpedoes=torpedo potatoes=potato tomatoes=tomato cargoes=cargo volcanoes=volcano mosquitoes=mosquito
shoes=shoe toes=toe foes=foe caches=cache aches=ache axes=axe taxes=tax
"""
_OTHER = """
n't=not 's=be 'd=would 'll=will 're=be 'm=be 've=have am=be is=be are=be was=be were=be been=be being=be
has=have had=have does=do did=do ca=can wo=will sha=shall an=a better=well best=well worse=bad worst=bad
more=more most=most less=less me=i my=i us=we our=we him=he his=he her=she them=they their=they your=you its=its
dying=die lying=lie tying=tie vying=vie dyeing=dye being=be goes=go does=do
"""


def _table(rows: str) -> dict[str, str]:
    """Read "form form=lemma" rows."""
    table: dict[str, str] = {}
    waiting: list[str] = []
    for cell in rows.split():
        form, _, found = cell.partition("=")
        waiting.append(form)
        if found:
            table.update(dict.fromkeys(waiting, found))
            waiting = []
    return table


PAST, PLURAL, OTHER = _table(_PAST), _table(_PLURAL), _table(_OTHER)

SPELT = _table(
    "extradit=extradite incit=incite invok=invoke postpon=postpone conced=concede conven=convene preced=precede "
    "demot=demote preclud=preclude unit=unite confin=confine injur=injure pollut=pollute encircl=encircle aid=aid "
    "expell=expel compell=compel propell=propel repell=repel dispell=dispel putt=put focuss=focus excit=excite "
    "entitl=entitle presum=presume subscrib=subscribe ridicul=ridicule detonat=detonate evacuat=evacuate "
    "sever=sever downgrad=downgrade upgrad=upgrade"
)
"""Stems of news verbs that neither spelling nor the vocabulary decides."""

KEEP_DOUBLE = frozenset(["add", "err", "putt", "butt", "purr", "boycott"])
"""Verbs that end in a doubled consonant other than f, l, s, z by themselves."""

_DOUBLED = re.compile(r"([bdgkmnprtvfszl])\1$")
_SHORT = re.compile(r"(?:[^aeiou]*|qu)[aeiou][^aeiouwxy]$")
_SILENT_E = re.compile(r"(?:[cgsuvz]|[^aeo]at|[cmp]ut|[lr]ur|[^eo]id|[^aeiou]ir|[^aeiouy][bdgkpt]l|[^n]th|[ac]h[io]n)$")


def lemma(form: str, tag: str, known: Callable[[str], bool] = lambda _: False) -> str:
    """Return the dictionary form of a word.

    Args:
        form: the word as it stands.
        tag: its Penn tag; a tag of another class leaves the word as it is, in lower case.
        known: whether a lower-case spelling is a word by itself.

    Example:
        >>> [lemma(*p) for p in (("issued", "VBD"), ("Sanctions", "NNS"), ("met", "VBD"), ("planning", "VBG"))]
        ['issue', 'sanction', 'meet', 'plan']
    """
    word = form.lower().replace("’", "'")
    if tag in ("NNS", "NNPS"):
        return PLURAL.get(word) or _singular(word)
    if tag in ("VBD", "VBN") and word in PAST:
        return PAST[word]
    if tag.startswith(("VB", "MD", "PRP", "RB", "DT", "JJ")) and word in OTHER:
        return OTHER[word]
    if tag in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return word[:-3] + "y" if word.endswith("ied") and len(word) > 4 else _stem(word[:-2], known)
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3], known)
    return _third_person(word) if tag == "VBZ" else word


def _singular(word: str) -> str:
    """Drop the plural ending of a noun."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and not word[0].isdigit() else word


def _third_person(word: str) -> str:
    """Drop the "-s" of a verb."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _stem(stem: str, known: Callable[[str], bool]) -> str:
    """Give a stem its final "e" back, or take its doubled consonant away."""
    if stem in SPELT:
        return SPELT[stem]
    if _DOUBLED.search(stem):
        by_itself = stem in KEEP_DOUBLE or (stem[-1] in "flsz" and (known(stem) or not known(stem[:-1])))
        return stem if by_itself else stem[:-1]
    silent = stem + "e"
    if _SHORT.match(stem):
        return silent  # a short verb would have doubled its consonant: "noted" is of "note"
    if known(silent) != known(stem):
        return silent if known(silent) else stem
    return silent if _SILENT_E.search(stem) else stem
