import re
import sys
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from chancery import knowledge
from chancery.analyse.tokens import tokenize
from chancery.knowledge import Entry, Generic, KnownPerson, Names, Office, Person, Title
from chancery.record import ActorKind

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import build_actors  # noqa: E402  (a script beside the package, found through the line above)

TABLES = sorted(path.stem for path in build_actors.RESOURCES.glob("*.tsv"))
EDTF = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


def meaning_of(text: str) -> Entry | None:
    forms = words(text)
    found = knowledge.actors().longest([form.lower() for form in forms], 0, len(forms), forms)
    return found[1] if found and found[0] == len(forms) else None


def forms_of(name: str) -> list[str]:
    table = msgspec.json.decode(knowledge.read_table(name))
    return [*table["lower"], *table["cased"]]


def test_the_longest_name_wins() -> None:
    names = Names({"korea": 1, "north korea": 2, "north": 3})
    assert names.longest(["north", "korea", "fired"], 0, 3) == (2, 2)


def test_a_name_does_not_reach_past_the_end_it_is_given() -> None:
    names = Names({"north korea": 2, "north": 3})
    assert names.longest(["north", "korea"], 0, 1) == (1, 3)


def test_the_country_is_told_from_the_pronoun_by_its_case() -> None:
    found = [knowledge.actors().longest(["us"], 0, 1, [form]) for form in ("US", "us", "Us")]
    assert [match and match[1].country for match in found] == ["USA", None, None]


def test_names_that_keep_their_case_are_not_found_without_forms() -> None:
    assert knowledge.actors().longest(["us"], 0, 1) is None


@pytest.mark.parametrize(
    ("text", "name", "country", "use"),
    [
        ("U.S.", "United States", "USA", "name"),
        ("People’s Republic of China", "China", "CHN", "name"),
        ("Côte d’Ivoire", "Ivory Coast", "CIV", "name"),
        ("Guinea-Bissau", "Guinea-Bissau", "GNB", "name"),
        ("DPRK", "North Korea", "PRK", "name"),
        ("Burma", "Myanmar", "MMR", "name"),
        ("Britain", "United Kingdom", "GBR", "name"),
        ("Russians", "Russia", "RUS", "demonym"),
        ("Poles", "Poland", "POL", "demonym"),
        ("Moscow", "Russia", "RUS", "seat"),
        ("Brussels", "European Union", None, "metonym"),
        ("Kremlin", "Russia", "RUS", "metonym"),
        ("White House", "United States", "USA", "metonym"),
        ("Downing Street", "United Kingdom", "GBR", "metonym"),
        ("Luxembourg", "Luxembourg", "LUX", "name"),
        ("Daesh", "Islamic State", None, "name"),
        ("IS", "Islamic State", None, "name"),
        ("al-Qa’ida", "al-Qaida", None, "name"),
        ("U.N. Security Council", "United Nations Security Council", None, "name"),
        ("UN", "United Nations", None, "name"),
        ("World Health Organisation", "World Health Organization", None, "name"),
        ("Knesset", "Knesset", "ISR", "name"),
        ("Rohingya", "Rohingya", "MMR", "name"),
        ("Republicans", "Republican Party", "USA", "demonym"),
    ],
)
def test_a_well_known_form_means_its_actor(text: str, name: str, country: str | None, use: str) -> None:
    entry = meaning_of(text)
    assert entry is not None
    assert (entry.name, entry.country, entry.use) == (name, country, use)


@pytest.mark.parametrize("word", ["is", "who", "let", "plan", "polish", "west", "raw", "diet", "ice", "fed", "labour"])
def test_a_common_word_means_no_actor(word: str) -> None:
    assert knowledge.actors().longest([word], 0, 1, [word]) is None


def test_a_senate_may_be_another_country_s() -> None:
    entry = meaning_of("Senate")
    assert entry == Entry("U.S. Senate", "government", "USA", ("LEG",), "name", shared=True)


def test_a_title_says_whose_office_it_is_and_whether_it_names_a_woman() -> None:
    titles = knowledge.titles()
    assert titles.get("foreign minister") == Title("foreign minister", ("GOV",), "office", "state")
    assert titles.get("Lt. Gen.") == Title("lieutenant general", ("MIL",), "rank", "state")
    assert titles.get("spokeswoman") == Title("spokeswoman", (), "relation", "body", "f")
    assert titles.get("former") == Title("former", (), "modifier", "none", None, former=True)


@pytest.mark.parametrize(
    "form", ["ministers of foreign affairs", "defence secretary", "attorneys general", "presidents"]
)
def test_plurals_spellings_and_portfolios_are_titles_too(form: str) -> None:
    assert knowledge.titles().get(form) is not None


def test_troops_act_for_their_state_and_protesters_do_not() -> None:
    generics = knowledge.generics()
    assert generics.get("troops") == Generic("troops", "government", ("MIL",), plural=True, state=True)
    assert generics.get("protesters") == Generic("protesters", "population", ("CVL",), plural=True, state=False)
    assert generics.get("foreign ministry") == Generic("foreign ministry", "government", ("GOV",), False, True)


def person(name: str, short: str, since: str, until: str | None, title: str = "president") -> KnownPerson:
    office = Office(title, "Ruritania", "RUR", ("GOV",), since, until)
    return KnownPerson((short,), (name.lower(),), Person(name, short, "RUR", "m", (office,)))


def test_a_short_name_means_who_held_office_on_the_day() -> None:
    people = knowledge.People([person("Ana Bel", "bel", "1990", "1995-03"), person("Ivo Bel", "bel", "1995-04", None)])
    assert [p.name for p in people.known_as("Bel", "1995-03-31")] == ["Ana Bel"]
    assert [p.name for p in people.known_as("Bel", "2020-01-01")] == ["Ivo Bel"]
    assert [p.name for p in people.known_as("Bel")] == ["Ana Bel", "Ivo Bel"]


def test_of_two_in_office_the_head_of_state_is_meant() -> None:
    people = knowledge.People([person("Ana Bel", "bel", "1990", None), person("Ivo Bel", "bel", "1990", None, "envoy")])
    assert [p.name for p in people.known_as("bel", "2000-01-01")] == ["Ana Bel"]


def test_a_country_beside_a_short_name_leaves_the_others_out() -> None:
    assert [p.name for p in knowledge.people().known_as("Aoun", "2020-01-01", "LBN")] == ["Michel Aoun"]
    assert knowledge.people().known_as("Aoun", "2020-01-01", "FRA") == ()


@pytest.mark.parametrize(
    ("short", "date", "name"),
    [
        ("Putin", "2017-01-01", "Vladimir Putin"),
        ("Bush", "2003-03-20", "George W. Bush"),
        ("Clinton", "2012-06-01", "Hillary Clinton"),
        ("al-Assad", "2013-08-21", "Bashar al-Assad"),
        ("Zelensky", "2022-02-24", "Volodymyr Zelenskyy"),
        ("Erdoğan", "2016-07-15", "Recep Tayyip Erdogan"),
        ("Kim", "2017-09-03", "Kim Jong Un"),
        ("Ban", "2014-01-01", "Ban Ki-moon"),
        ("Salman", "2016-01-01", "Salman bin Abdulaziz"),
    ],
)
def test_leaders_are_known_by_surname(short: str, date: str, name: str) -> None:
    assert [p.name for p in knowledge.people().known_as(short, date)] == [name]


def test_no_key_holds_what_the_reader_would_split() -> None:
    people = msgspec.json.decode(knowledge.read_table("people.json"))
    keys = [form for name in ("actors.json", "titles.json", "generics.json") for form in forms_of(name)]
    keys += [key for short, full, _ in people for key in (*short, *full)]
    assert [key for key in keys if " ".join(words(key)) != key and "-" in key.replace(" - ", "")] == []
    assert [key for key in keys if key != knowledge.fold(key)] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_resource_table_is_well_formed(name: str) -> None:
    for row in build_actors.read_rows(name):
        assert not any(cell != cell.strip() or "||" in cell for cell in row.values()), row
        assert re.fullmatch(r"([A-Z]{3})?", row.get("country", "")), row
        assert row.get("kind", "state") in get_args(ActorKind), row
        assert build_actors.SECTORS.issuperset(build_actors.split(row.get("sectors", ""), ",")), row
        assert all(not date or EDTF.match(date) for date in (row.get("since", ""), row.get("until", ""))), row
        assert (row.get("until") or "9999") >= row.get("since", ""), row


@pytest.mark.parametrize("name", TABLES)
def test_every_resource_table_says_what_it_is(name: str) -> None:
    first = (build_actors.RESOURCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[:3]
    assert first[0].startswith("# ")
    assert any(word in " ".join(first) for word in ("Licence", "public domain"))


def test_every_country_code_of_a_table_is_a_country() -> None:
    known = {row["country"] for row in build_actors.read_rows("countries")}
    used = {row["country"] for name in TABLES for row in build_actors.read_rows(name) if row.get("country")}
    assert used - known == set()


def test_a_form_claimed_by_two_rows_stops_the_build() -> None:
    forms: build_actors.Forms[str] = build_actors.Forms()
    forms.add("Ruritania", "kingdom")
    with pytest.raises(build_actors.TableError, match="means both"):
        forms.add("ruritania", "novel")


def test_the_committed_tables_are_what_the_resources_give() -> None:
    assert build_actors.main(["--check"]) == 0
