"""Each rule of the register reads its own example."""

from __future__ import annotations

import pytest

from chancery.analyse.report import analyse
from chancery.errors import ModelError
from chancery.extract import readers
from chancery.extract.quotes import scene_of
from chancery.extract.readers import Rule


@pytest.mark.parametrize("rule", readers.RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: Rule) -> None:
    try:
        scene = scene_of(analyse(rule.example))
    except ModelError:
        pytest.skip("the model is not built yet")
    assert any(rule.read(scene, token) is not None for token in range(len(scene.analysis)))


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in readers.RULES]
    assert sorted(set(names)) == sorted(names)
