"""The README's tree names what is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
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
