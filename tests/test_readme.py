"""The README's tree names what is there, and what it tells to run can be run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = "\n".join(
    path.read_text(encoding="utf8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
)
MODULES = sorted({name for name in re.findall(r"python -m ([a-z_.]+)", DOCS) if not name.startswith("training.")})
"""The modules that readers are told to run; those of `training` need torch."""
NEEDED = {"benchmarks.speed": "onnx"}
"""What a module needs that only `.[training]` installs."""
TREE = re.search(r"```\n(src/chancery/.*?)```", (ROOT / "README.md").read_text(encoding="utf8"), re.S)


def test_every_name_in_the_readmes_tree_exists() -> None:
    assert TREE is not None
    for line in TREE.group(1).splitlines():
        name = line.split()[0]
        assert (ROOT / "src/chancery" / name if line.startswith(" ") else ROOT / name).exists(), name


def test_every_folder_of_the_package_is_in_the_readmes_tree() -> None:
    assert TREE is not None
    folders = {p.name + "/" for p in (ROOT / "src/chancery").iterdir() if p.is_dir() and not p.name.startswith("__")}
    assert folders <= set(TREE.group(1).split())


@pytest.mark.parametrize("module", MODULES)
def test_every_module_that_is_to_be_run_can_be_imported(module: str) -> None:
    if module in NEEDED:
        pytest.importorskip(NEEDED[module], reason=f"no {module}: pip install '.[training]'")
    found = subprocess.run([sys.executable, "-c", f"import {module}"], cwd=ROOT, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
