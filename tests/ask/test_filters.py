"""Filters: what a person writes is made uniform, and refused with the cure where it can let nothing through."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import pytest

from chancery.ask.countries import COUNTRIES
from chancery.ask.filters import Filters, filters_of
from chancery.errors import QueryError


def test_without_filters_all_is_let_through() -> None:
    assert filters_of() == Filters()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"type": "aid, consult"}, {"type": ("AID", "CONSULT")}),
        ({"type": ["AID,consult", "yield"[:0]]}, {"type": ("AID", "CONSULT")}),
        ({"country": "egy"}, {"country": ("EGY",)}),
        ({"status": "planned,possible"}, {"status": ("planned", "possible")}),
        ({"publisher": "Times, The"}, {"publisher": ("Times, The",)}),
        ({"actor": ["Farouk", "Aksoy"]}, {"actor": ("Farouk", "Aksoy")}),
        ({"actor": None, "words": "  "}, {}),
        ({"since": date(2026, 3, 1)}, {"since": "2026-03-01"}),
        ({"as_of": 2}, {"as_of": "2"}),
        ({"as_of": datetime(2026, 3, 1, 12, 30, tzinfo=UTC)}, {"as_of": "2026-03-01T12:30:00Z"}),
        ({"newest": True, "limit": 3}, {"newest": True, "limit": 3}),
    ],
)
def test_loose_values_are_made_uniform(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert filters_of(**given) == Filters(**expected)


@pytest.mark.parametrize(
    ("given", "cure"),
    [
        ({"type": "WAR"}, "There is no type 'WAR': there are AGREE, CONSULT"),
        ({"mode": "nuke"}, "There is no mode 'nuke': there are abduct"),
        ({"type": "SANCTION", "mode": "drone"}, "no mode 'drone': there are convict, discontinue, expel, withdraw"),
        ({"type": "AID", "mode": "visit"}, "there are none of that type"),
        ({"status": "done"}, "there are happened, planned"),
        ({"act": "shout"}, "there are say, deny"),
        ({"country": "Egypt"}, "give the ISO 3166-1 alpha-3 code of a country, such as EGY"),
        ({"source": "EGT"}, "source 'EGT': give the ISO 3166-1 alpha-3 code"),
        ({"since": "yesterday"}, "write it as YYYY-MM-DD"),
        ({"since": "20260301"}, "write it as YYYY-MM-DD"),
        ({"until": "2026-02-30"}, "until '2026-02-30' is not a day"),
        ({"since": "2026-03-02", "until": "2026-03-01"}, "is after until"),
        ({"as_of": "yesterday"}, "neither a run's number nor a day"),
        ({"as_of": "²"}, "neither a run's number nor a day"),
        ({"as_of": "9999999999"}, "neither a run's number nor a day"),
        ({"as_of": "2026-13-01"}, "neither a run's number nor a day"),
        ({"limit": -1}, "0 or more"),
        ({"limit": 2**63}, "0 or more"),
        ({"limit": "ten"}, "give a whole number"),
        ({"offset": True}, "give a whole number"),
        ({"actor": 5}, "give a string, or a list of strings"),
        ({"actor": ["Farouk", 5]}, "give a string"),
        ({"actor": "\ud800"}, "not text in UTF-8"),
        ({"words": "\udcff"}, "not text in UTF-8"),
        ({"colour": "red"}, "There is no filter 'colour': there are actor"),
    ],
)
def test_what_lets_nothing_through_is_refused_with_the_cure(given: dict[str, Any], cure: str) -> None:
    with pytest.raises(QueryError) as refused:
        filters_of(**given)
    assert cure in str(refused.value)


def test_every_country_that_the_reader_knows_can_be_asked_for() -> None:
    table = json.loads(files("chancery").joinpath("data/codes.json").read_text(encoding="utf8"))
    assert {row[0] for row in table["countries"]} == COUNTRIES
