"""The form of annotated reports: words are found where the guide says, faults are told, settling changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import check, form, settle

TEXT = "Russian strikes hit Aleppo\n\nMoscow said he left. He said Moscow bombed Aleppo on Monday.\n"
EVENT = (
    "- {id: e1, type: ASSAULT, mode: aerial, status: happened, actor: [Russia], recipient: [], actor_country: [RUS], "
    "recipient_country: [], time: 2016-05-02, place: Aleppo, place_country: SYR, words: [\n"
    "    {words: strikes, line: 1, actor: Russian},\n"
    "    {words: bombed, line: 3, actor: Moscow, time: Monday, place: Aleppo}]}\n"
)


def write(folder: Path, events: str = EVENT, text: str = TEXT) -> Path:
    (folder / "one.txt").write_text(text)
    path = folder / "one.yaml"
    path.write_text(f"report: one.txt\npublished: 2016-05-03\nevents:\n{events}")
    return path


def test_every_word_of_a_report_has_its_place(tmp_path: Path) -> None:
    report = form.read(write(tmp_path))
    words = lambda span: report.text[slice(*span)]  # noqa: E731
    found = [
        (words(m.trigger), {role: [words(span) for span in spans] for role, spans in m.roles.items()})
        for m in report.deeds[0].mentions
    ]
    assert found == [
        ("strikes", {"actor": ["Russian"]}),
        ("bombed", {"actor": ["Moscow"], "time": ["Monday"], "place": ["Aleppo"]}),
    ]


def test_of_words_that_stand_twice_in_a_line_the_nearest_to_the_trigger_is_meant(tmp_path: Path) -> None:
    report = form.read(write(tmp_path))
    assert report.deeds[0].mentions[1].roles["actor"] == ((TEXT.rindex("Moscow"), TEXT.rindex("Moscow") + 6),)


def test_a_number_picks_another_place_in_the_line() -> None:
    trigger = (TEXT.index("bombed"), TEXT.index("bombed") + 6)
    span = form.near(TEXT, {"words": "Moscow", "nth": 1}, trigger)
    assert span == (TEXT.index("Moscow"), TEXT.index("Moscow") + 6)


def test_a_good_report_has_no_faults(tmp_path: Path) -> None:
    assert list(check.faults(write(tmp_path))) == []


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("bombed", "shelled", "not in the text"),
        ("bombed", "bomb", "inside a word"),
        ("mode: aerial", "mode: visit", "mode visit is none of ASSAULT"),
        ("type: ASSAULT", "type: WAR", "type WAR"),
        ("status: happened", "status: done", "status done"),
        ("time: 2016-05-02", "time: last week", "no EDTF"),
        ("[RUS]", "[Russia]", "alpha-3"),
        ("time: Monday", "time: Tuesday", "not in the line"),
        ("place: Aleppo}]", "where: Aleppo}]", "does not know where"),
        ("words: strikes, line: 1", "words: bombed, line: 3", "list"),
        ("mode: aerial, ", "", "lacks mode"),
        ("words: [", "words: ", "expected"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, wrong: str, right: str, said: str) -> None:
    if said == "list":
        events = EVENT + EVENT.replace("e1", "e2")
        assert any("already names e1" in fault for fault in check.faults(write(tmp_path, events)))
    else:
        assert any(said in fault for fault in check.faults(write(tmp_path, EVENT.replace(wrong, right))))


def test_settling_keeps_every_place_and_is_done_once(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = form.read(path)
    assert settle.settle(path)
    once = path.read_text()
    assert (form.read(path), "line:" in once) == (before, False)
    assert settle.settle(path)
    assert path.read_text() == once


SAID = (
    "statements:\n- {id: s1, line: 3, source: {words: he, nth: 2}, who: Ann, who_country: '-', cue: said, "
    "content: he left, form: indirect, act: say, via: '-'}\n"
)


def test_a_source_counted_in_its_line_is_the_same_when_settled(tmp_path: Path) -> None:
    text = TEXT.replace("Moscow said he left.", "The envoy said he left.")
    path = write(tmp_path, SAID, text)
    path.write_text(path.read_text().replace("events:\n", ""))
    assert list(check.faults(path)) == []
    assert settle.settle(path)
    source = form.load(path)[1]["statements"][0]["source"]
    assert form.place_of(text, source) == (text.index("he left"), text.index("he left") + 2)


def test_a_source_inside_a_word_is_a_fault(tmp_path: Path) -> None:
    text = TEXT.replace("Moscow said he left.", "The envoy said he left.")
    path = write(tmp_path, SAID.replace("nth: 2", "nth: 1"), text)
    assert any("inside a word" in fault for fault in check.faults(path))


def test_a_report_with_faults_is_left_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, EVENT.replace("bombed", "shelled"))
    before = path.read_text()
    assert (settle.settle(path), path.read_text()) == (False, before)


def test_every_report_of_the_corpus_keeps_the_form() -> None:
    reports = check.files([])
    assert reports
    assert [f"{path.name}: {fault}" for path in reports for fault in check.faults(path)] == []
