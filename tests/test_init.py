"""Importing the package costs nothing, and its public names are there when they are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import chancery


def test_every_public_name_can_be_loaded() -> None:
    assert [name for name in chancery.__all__ if not hasattr(chancery, name)] == []


def test_public_names_are_listed_by_dir() -> None:
    assert set(chancery.__all__) <= set(dir(chancery))


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = chancery.nothing_of_the_kind


def test_importing_the_package_loads_no_other_package() -> None:
    program = "import sys, chancery; print([n for n in ('numpy', 'onnxruntime', 'msgspec') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
