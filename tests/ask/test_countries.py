"""The codes that a question may name are those that the exports know."""

from __future__ import annotations

from chancery.ask.countries import COUNTRIES
from chancery.show.export.codes import load


def test_every_code_has_its_names_in_other_datasets_and_no_other_has() -> None:
    assert set(load().countries) == COUNTRIES
