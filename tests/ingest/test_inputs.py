"""Inputs are found in a fixed order, and whatever else lies there is survived."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chancery.ingest.entries import Entry, Refusal
from chancery.ingest.inputs import Input, entries, find
from chancery.ingest.options import Limits, Options


def names(found: list[Input | Refusal], folder: Path) -> list[str]:
    return [os.path.relpath(one.path, folder) + ("!" if isinstance(one, Refusal) else "") for one in found]


def found_in(folder: Path) -> list[str]:
    return names(list(find([str(folder)], Options())), folder)


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("Envoys met.", encoding="utf8")


def test_files_come_in_the_order_of_their_names_through_all_folders(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.txt", "a/b/c.html", "c.csv")
    assert found_in(tmp_path) == ["a/b/c.html", "a/z.txt", "b.txt", "c.csv"]


def test_an_input_has_size_and_time_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    changed = (tmp_path / "a.txt").stat().st_mtime_ns
    assert list(find([str(tmp_path / "a.txt")], Options())) == [Input(str(tmp_path / "a.txt"), "text", 11, changed)]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".git/a.txt", ".b.txt", "c.txt")
    assert found_in(tmp_path) == ["c.txt"]


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "Lane.html", "Lane_files/style.css", "Other_files/a.txt")
    assert found_in(tmp_path) == ["Lane.html", "Other_files/a.txt"]


def test_what_is_no_report_is_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", "b.txt")
    assert found_in(tmp_path) == ["a.pdf!", "b.txt"]


def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert found_in(tmp_path) == ["a/b.txt"]


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "none.txt")
    assert found_in(tmp_path) == ["a.txt!"]


def test_a_pipe_is_refused_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert found_in(tmp_path) == ["a.txt!"]


def test_a_missing_path_is_refused() -> None:
    (refusal,) = find(["/none/such.txt"], Options())
    assert isinstance(refusal, Refusal)
    assert "no such file" in str(refusal.error)


def test_a_name_that_is_no_text_is_refused_with_a_name_that_is(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb"):
        pass
    (refusal,) = find([str(tmp_path)], Options())
    assert isinstance(refusal, Refusal)
    assert refusal.path.encode().endswith(b"caf\\udce9.txt")


def test_a_name_with_a_null_character_is_refused() -> None:
    assert [type(one) for one in find(["a\x00b"], Options())] == [Refusal]


def test_an_address_is_a_feed() -> None:
    assert list(find(["https://x.example/feed"], Options())) == [Input("https://x.example/feed", "feed")]


def test_a_whole_file_is_one_entry_that_is_not_read_here(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (one,) = find([str(tmp_path)], Options())
    assert isinstance(one, Input)
    (tmp_path / "a.txt").unlink()
    assert list(entries(one, Options())) == [Entry(one.path, "", "text")]


def test_a_page_of_two_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    (one,) = find([str(path)], Options())
    assert isinstance(one, Input)
    path.unlink()
    (refusal,) = entries(one, Options())
    assert isinstance(refusal, Refusal)
    assert "200,000,000 bytes" in str(refusal.error)


def test_a_text_may_be_as_long_as_a_report(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (one,) = find([str(tmp_path)], Options())
    assert isinstance(one, Input)
    assert [type(one) for one in entries(one, Options(limits=Limits(text=2)))] == [Refusal]


@pytest.mark.parametrize("name", ["a.warc", "a.csv", "a.jsonl", "a.parquet", "a.json"])
def test_a_file_that_is_gone_is_a_refusal(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    (one,) = find([str(tmp_path)], Options())
    assert isinstance(one, Input)
    (tmp_path / name).unlink()
    assert [type(one) for one in entries(one, Options())] == [Refusal]
