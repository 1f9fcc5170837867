from build import analysis_of
from chancery.analysis import Analysis
from chancery.extract import figures as extract
from chancery.mentions import StatementMention, TimeMention
from chancery.record import Event, Figure, Mention, Status, Time
from chancery.resolve import figures
from chancery.resolve.actors import Cast

NOBODY = Cast(actors=(), ids={}, joined={})

SOARED = """
Trade trade NOUN NN 4 nsubj
with with ADP IN 3 case
Oman Oman PROPN NNP 1 nmod
soared soar VERB VBD 0 root
30_ 30 NUM CD 6 nummod
% % SYM NN 4 obj
in in ADP IN 8 case
March March PROPN NNP 4 obl
and and CCONJ CC 11 cc
will will AUX MD 11 aux
reach reach VERB VB 4 conj
$_ $ SYM $ 11 obj
40 40 NUM CD 14 compound
billion billion NUM CD 12 nummod
in in ADP IN 16 case
April April PROPN NNP 11 obl
. . PUNCT . 4 punct
"""

KILLED = """
A a DET DT 2 det
bomb bomb NOUN NN 3 nsubj
exploded explode VERB VBD 0 root
Monday Monday PROPN NNP 3 obl
, , PUNCT , 6 punct
killing kill VERB VBG 3 advcl
12 12 NUM CD 8 nummod
soldiers soldier NOUN NNS 6 obj
. . PUNCT . 3 punct
"""

PACT = """
It it PRON PRP 2 nsubj
takes take VERB VBZ 0 root
20 20 NUM CD 4 nummod
percent percent NOUN NN 2 obj
under under ADP IN 8 case
a a DET DT 8 det
1960 1960 NUM CD 8 nummod
pact pact NOUN NN 2 obl
. . PUNCT . 2 punct
"""

SEEKS = """
Kyiv Kyiv PROPN NNP 2 nsubj
seeks seek VERB VBZ 0 root
300 300 NUM CD 4 nummod
tanks tank NOUN NNS 2 obj
. . PUNCT . 2 punct
"""

DEATHS = """
A a DET DT 2 det
court court NOUN NN 4 nsubj
may may AUX MD 4 aux
examine examine VERB VB 0 root
the the DET DT 6 det
deaths death NOUN NNS 4 obj
of of ADP IN 9 case
34 34 NUM CD 9 nummod
smugglers smuggler NOUN NNS 6 nmod
. . PUNCT . 4 punct
"""


def time_at(analysis: Analysis, tokens: tuple[int, int], edtf: str | None) -> tuple[Time, TimeMention]:
    time = Time(analysis.span(tokens), analysis.words(tokens), edtf, edtf, edtf)
    return time, TimeMention(tokens, "date", {"form": "date"})


def read(
    rows: str,
    times: tuple[tuple[tuple[int, int], str | None], ...] = (),
    *,
    events: tuple[Event, ...] = (),
    statements: tuple[StatementMention, ...] = (),
    cast: Cast = NOBODY,
    status: Status = "happened",
) -> tuple[Figure, ...]:
    analysis = analysis_of(rows)
    pairs = [time_at(analysis, tokens, edtf) for tokens, edtf in times]
    mentions = extract.find(analysis, [mention for _, mention in pairs])
    return figures.resolve(
        analysis,
        mentions,
        [time for time, _ in pairs],
        [mention for _, mention in pairs],
        statements,
        cast,
        status_at=lambda _: status,
        events=events,
    )


def dates(found: tuple[Figure, ...]) -> list[str | None]:
    return [figure.time.edtf if figure.time else None for figure in found]


def test_a_figure_is_its_exact_words_with_an_id_in_reading_order() -> None:
    text = analysis_of(SOARED).text
    found = read(SOARED)
    assert [(f.id, f.text, text[f.span[0] : f.span[1]]) for f in found] == [
        ("f1", "30%", "30%"),
        ("f2", "$40 billion", "$40 billion"),
    ]


def test_each_figure_has_the_time_of_its_own_clause() -> None:
    assert dates(read(SOARED, (((6, 8), "2023-03"), ((14, 16), "2023-04")))) == ["2023-03", "2023-04"]


def test_a_verb_that_goes_on_shares_the_time() -> None:
    assert dates(read(SOARED, (((6, 8), "2023-03"),))) == ["2023-03", "2023-03"]


def test_a_participle_has_the_time_of_the_verb_it_hangs_on() -> None:
    assert dates(read(KILLED, (((3, 4), "2026-03-09"),))) == ["2026-03-09"]


def test_the_year_of_a_pact_is_not_the_year_of_the_figure() -> None:
    assert dates(read(PACT, (((6, 7), "1960"),))) == [None]


def test_a_time_without_a_date_governs_nothing() -> None:
    assert dates(read(KILLED, (((3, 4), None),))) == [None]


def test_the_time_of_the_deed_stands_in_where_the_clause_has_none() -> None:
    analysis = analysis_of(KILLED)
    time = Time((0, 6), "A bomb", "2026-03-09", "2026-03-09", "2026-03-09")
    event = Event(
        id="e1", type="ASSAULT", mode=None, status="happened", mentions=(Mention(analysis.span((5, 6)), "killing"),),
        actors=(), recipients=(), time=time, place=None, contexts=(), said_by=None, denied_by=(),
        confidence=1.0, why=(),
    )  # fmt: skip
    assert dates(read(KILLED, events=(event,))) == ["2026-03-09"]


def test_the_status_is_that_of_the_verb_over_the_figure() -> None:
    assert [figure.status for figure in read(SOARED, status="alleged")] == ["alleged", "alleged"]


def test_what_somebody_seeks_is_only_possible() -> None:
    assert [figure.status for figure in read(SEEKS)] == ["possible"]


def test_what_describes_a_noun_is_a_fact() -> None:
    assert [figure.status for figure in read(DEATHS, status="possible")] == ["happened"]


def test_the_innermost_statement_that_holds_a_figure_says_it() -> None:
    def statement(first: int, last: int) -> StatementMention:
        return StatementMention(None, None, None, ((first, last),), "indirect", "say", None, None, 1.0, ())

    found = read(SOARED, statements=(statement(0, 16), statement(0, 8), statement(15, 16)))
    assert [figure.said_by for figure in found] == ["s2", "s1"]


def test_a_figure_is_about_the_actors_in_what_it_measures() -> None:
    cast = Cast(actors=(), ids={2: ("a1",), 7: ("a2",)}, joined={})
    assert [figure.about for figure in read(SOARED, cast=cast)] == [("a1",), ("a1",)]
