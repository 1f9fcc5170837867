"""A time or place belongs to the deed it hangs on, to the setting of its clause, or to what a caption shows."""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract.surroundings import Surroundings
from chancery.mentions import PlaceMention, TimeMention
from sketch import head_of, sketch


def time_at(analysis: Analysis, word: str, until: str | None = None, *, form: str = "date") -> TimeMention:
    first = head_of(analysis, word)
    last = head_of(analysis, until) if until else first
    return TimeMention((first, last + 1), form, {"form": form})


def place_at(analysis: Analysis, form: str, precision: str = "city") -> PlaceMention:
    token = head_of(analysis, form)
    return PlaceMention((token, token + 1), token, form, None, None, None, precision, None, "literal")


def test_a_time_belongs_to_the_deed_that_it_hangs_on() -> None:
    analysis = sketch(
        "They;PRON;2;nsubj condemned=condemn;VERB;0;root the;DET;4;det raid;NOUN;2;obj on;ADP;6;case "
        "Friday;PROPN;4;nmod"
    )
    around = Surroundings(analysis, [time_at(analysis, "Friday")], [], {1, 3})
    assert (around.times_of(1, None), around.times_of(3, 3)) == ((), (0,))


def test_the_time_of_saying_is_not_that_of_the_deed() -> None:
    analysis = sketch(
        "He;PRON;2;nsubj said=say;VERB;0;root Friday;PROPN;2;obl:unmarked they;PRON;5;nsubj "
        "attacked=attack;VERB;2;ccomp"
    )
    around = Surroundings(analysis, [time_at(analysis, "Friday")], [], {4})
    assert around.times_of(4, None) == ()


def test_an_infinitive_shares_the_time_of_its_verb() -> None:
    analysis = sketch(
        "He;PRON;2;nsubj refused=refuse;VERB;0;root Friday;PROPN;2;obl:unmarked to;PART/TO;5;mark meet;VERB/VB;2;xcomp"
    )
    around = Surroundings(analysis, [time_at(analysis, "Friday")], [], {4})
    assert around.times_of(4, None) == (0,)


def test_a_year_before_a_noun_is_the_noun_s() -> None:
    analysis = sketch(
        "Courts=court;NOUN/NNS;2;nsubj jailed=jail;VERB;0;root him;PRON;2;obj under;ADP;7;case a;DET;7;det "
        "2014;NUM/CD;7;compound law;NOUN;2;obl"
    )
    around = Surroundings(analysis, [time_at(analysis, "2014")], [], {1})
    assert around.times_of(1, None) == ()


def test_a_length_is_no_time_of_a_deed() -> None:
    analysis = sketch("They;PRON;2;nsubj met=meet;VERB;0;root for;ADP;4;case hours=hour;NOUN/NNS;2;obl")
    around = Surroundings(analysis, [time_at(analysis, "hours", form="length")], [], {1})
    assert around.times_of(1, None) == ()


def test_a_town_comes_before_its_country() -> None:
    analysis = sketch(
        "They;PRON;2;nsubj met=meet;VERB;0;root in;ADP;4;case Chad;PROPN;2;obl near;ADP;6;case Abeche;PROPN;2;obl"
    )
    places = [place_at(analysis, "Chad", "country"), place_at(analysis, "Abeche")]
    assert Surroundings(analysis, [], places, {1}).places_of(1, None) == (1, 0)


def test_people_from_a_place_are_not_there() -> None:
    analysis = sketch(
        "Women=woman;NOUN/NNS;6;nsubj:pass from;ADP;3;case Chad;PROPN;1;nmod and;CCONJ;5;cc Mali;PROPN;3;conj "
        "detained=detain;VERB/VBN;0;root"
    )
    places = [place_at(analysis, "Chad", "country"), place_at(analysis, "Mali", "country")]
    assert Surroundings(analysis, [], places, {5}).places_of(5, None) == ()


def test_the_date_and_place_that_end_a_caption_are_those_of_what_it_shows() -> None:
    analysis = sketch(
        "Rebels=rebel;NOUN/NNS;2;nsubj march;VERB/VBP;0;root against;ADP;5;case the;DET;5;det raid;NOUN;2;obl "
        "in;ADP;7;case "
        "Lima;PROPN;5;nmod ,;PUNCT/,;10;punct May;PROPN;10;compound 3;NUM;5;nmod ,;PUNCT/,;12;punct "
        "2021;NUM/CD;10;nmod "
        ".;PUNCT;2;punct"
    )
    times = [time_at(analysis, "May", "2021")]
    around = Surroundings(analysis, times, [place_at(analysis, "Lima")], {1, 4})
    shown = (around.times_of(1, None), around.places_of(1, None))
    assert (shown, around.times_of(4, 4)) == (((0,), (0,)), ())
