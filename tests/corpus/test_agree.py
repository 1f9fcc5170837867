"""Agreement of two annotators: who has the other's deeds, and says the same of them."""

from __future__ import annotations

from corpus.agree import compare

TEXT = "Police arrested ten. The bloc condemned the arrests.\n"


def deed(words: list[str], kind: str, **other: object) -> dict[str, object]:
    known = {"status": "happened", "time": "-", "actor_country": ["-"], "recipient_country": []}
    return {"words": words, "type": kind} | known | other


ARREST = deed(["arrested", "arrests"], "COERCE")
BLAME = deed(["condemned"], "ACCUSE")


def test_the_same_reading_agrees_wholly() -> None:
    reading = {"events": [ARREST, BLAME]}
    counts = compare(TEXT, reading, reading)
    assert (counts["wanted"], counts["met"], counts["pairs"], counts["status"]) == (4, 4, 2, 2)


def test_a_deed_that_one_of_them_lacks_is_not_met() -> None:
    counts = compare(TEXT, {"events": [ARREST, BLAME]}, {"events": [ARREST]})
    assert (counts["wanted"], counts["met"]) == (3, 2)


def test_what_one_calls_optional_is_not_wanted_but_meets_the_other() -> None:
    counts = compare(TEXT, {"events": [ARREST]}, {"events": [ARREST | {"optional": True}]})
    assert (counts["wanted"], counts["met"]) == (1, 1)


def test_the_same_words_of_another_type_do_not_agree() -> None:
    assert compare(TEXT, {"events": [ARREST]}, {"events": [deed(["arrested"], "ASSAULT")]})["met"] == 0


def test_alternatives_agree_where_they_share_one() -> None:
    other = deed(["arrests"], "SANCTION|COERCE", status="alleged|happened", actor_country=["KEN"])
    counts = compare(TEXT, {"events": [ARREST]}, {"events": [other]})
    assert (counts["met"], counts["status"], counts["actor_country"]) == (2, 1, 0)
