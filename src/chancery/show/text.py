"""Text: a record as an analyst wants to look at it, for a terminal or a pipe.

In: a record, a width, and whether to colour. Out: lines.
What it does not know: where they are printed. Whatever comes from a report is cleaned of control characters
first, so that no report can steer a terminal.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chancery.record import Actor, Event, Figure, Record, Role, Span, Statement

STATUS_COLOURS = {"happened": "32", "planned": "34", "possible": "33", "alleged": "35", "not_happened": "31"}
"""ANSI colours: green, blue, yellow, magenta, red."""
BOLD, DIM, UNDERLINE = "1", "2", "4"
SIGNS = {"=": "", ">": "more than ", "<": "less than ", "~": "about "}
UNDATED = "undated"
NARROWEST, WIDEST = 40, 110
"""Columns: below it nothing wraps well, above it lines are hard to read."""
QUOTED = 150
"""Characters of a report around the words of an event; about one line and a half."""
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n")


@dataclass(frozen=True, slots=True)
class Page:
    """How to lay out.

    Attributes:
        width: columns.
        colour: whether ANSI colours are wanted.
    """

    width: int = 80
    colour: bool = False

    def paint(self, words: str, code: str) -> str:
        """Return words in a colour or weight, or as they are."""
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour and words else words

    def wrap(self, words: str, indent: str) -> list[str]:
        """Return a paragraph as indented lines that fit."""
        width = min(max(self.width, NARROWEST), WIDEST)
        return textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=indent) or [indent.rstrip()]


def render(record: Record, page: Page | None = None) -> str:
    """Return a record as text.

    Args:
        record: what `chancery.read` returned.
        page: width and colour; 80 columns without colour by default.

    Returns:
        Lines without a final line break: title, events in order of time (undated last), who said what,
        figures, offices.
    """
    page = page or Page()
    actors = {actor.id: actor for actor in record.actors}
    parts = [list(_heading(record, page))]
    parts += [_section("EVENTS", (_event(e, record, actors, page) for e in in_time(record.events)), page)]
    parts += [_section("WHO SAID WHAT", (_statement(s, record, actors, page) for s in record.statements), page)]
    parts += [_section("FIGURES", (_figure(f, actors, page) for f in record.figures), page)]
    parts += [_section("OFFICES", (_role(r, actors, page) for r in record.roles), page)]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def in_time(events: Iterable[Event]) -> list[Event]:
    """Return events by the day they start, undated ones last, otherwise in reading order."""

    def when(event: Event) -> tuple[str, str]:
        time = event.time
        return ((time.earliest or time.latest or "~"), (time.latest or "~")) if time is not None else ("~", "~")

    return sorted(events, key=when)


def clean(words: str) -> str:
    r"""Return words of a report on one line, without control, invisible and direction characters.

    Example:
        >>> clean("an\x1b[31m envoy\u200b\nleft")
        'an[31m envoy left'
    """
    spaced = " ".join(words.split())
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co"))


def _heading(record: Record, page: Page) -> Iterator[str]:
    """Write the title, and the line under it."""
    document = record.document
    yield from (page.paint(line, BOLD) for line in page.wrap(clean(document.title or "(no headline)"), ""))
    counts = (("event", record.events), ("statement", record.statements), ("figure", record.figures))
    facts = [document.published or "no publication date", document.dateline, document.publisher]
    facts += [f"{len(items)} {noun}{'' if len(items) == 1 else 's'}" for noun, items in counts]
    yield from (page.paint(line, DIM) for line in page.wrap(clean(", ".join(filter(None, facts))), ""))


def _section(title: str, items: Iterable[list[str]], page: Page) -> list[str]:
    """Put a heading above items, or write nothing where there are none."""
    lines = [line for item in items for line in item]
    return [page.paint(title, BOLD), *lines] if lines else []


def _event(event: Event, record: Record, actors: dict[str, Actor], page: Page) -> list[str]:
    """Write an event: date, type, status; who to whom, where; its words."""
    when = (event.time.edtf if event.time else None) or UNDATED
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    status = page.paint(event.status.replace("_", " "), STATUS_COLOURS[event.status])
    lines = [f"  {when:<12} {page.paint(kind, BOLD)}  {status}"]
    parties = _names(event.actors, actors) or "?"
    if event.recipients:
        parties += " -> " + _names(event.recipients, actors)
    parties += f", in {clean(event.place.name)}" if event.place else ""
    lines += page.wrap(parties + _according(event, record, actors), "    ")
    marked = [_mark(line, event.mentions[0].text, page) for line in page.wrap(_quoted(event, record), "    ")]
    return [*lines, *marked]


def _according(event: Event, record: Record, actors: dict[str, Actor]) -> str:
    """Say in brackets by whose words an event is known, and who denies it."""
    sources = {statement.id: statement.source for statement in record.statements}
    source = sources.get(event.said_by) if event.said_by else None
    deniers = [one for one in (sources.get(denial, denial) for denial in event.denied_by) if one]
    facts = [f"said by {_names([source], actors)}"] if source else []
    facts += [f"denied by {_names(deniers, actors)}"] if deniers else []
    return f" ({', '.join(facts)})" if facts else ""


def _quoted(event: Event, record: Record) -> str:
    """Return the report's words around the first mention of an event, in quotation marks."""
    text, (first, last) = record.document.text, event.mentions[0].span
    start, end = _sentence(text, (first, last))
    low, high = max(start, first - QUOTED // 2), min(end, last + QUOTED // 2)
    while start < low < first and not text[low - 1].isspace():
        low += 1
    while last < high < end and not text[high].isspace():
        high -= 1
    words = clean(text[low:high])
    return _in_quotes(f"{'… ' if low > start else ''}{words}{' …' if high < end else ''}")


def _in_quotes(words: str) -> str:
    """Return words in quotation marks, unless they bring their own."""
    return words if words[:1] in ('"', "“") else f"“{words}”"


def _sentence(text: str, span: Span) -> Span:
    """Return roughly the sentence around a span; only the view depends on it."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, span[0] - 1000), span[0])]
    after = _SENTENCE_END.search(text, span[1], span[1] + 1000)
    end = after.start() + (after.group()[0] != "\n") if after else min(len(text), span[1] + 1000)
    return (before[-1] if before else max(0, span[0] - 1000)), end


def _mark(line: str, words: str, page: Page) -> str:
    """Underline an event's own words in a line, where they stand in it unbroken."""
    return line.replace(clean(words), page.paint(clean(words), UNDERLINE), 1) if page.colour else line


def _statement(statement: Statement, record: Record, actors: dict[str, Actor], page: Page) -> list[str]:
    """Write a statement: source, act, go-between, addressee; the words attributed."""
    who = _names([statement.source] if statement.source else [], actors) or "somebody"
    through = f" through {_names([statement.via], actors)}" if statement.via else ""
    to = f" to {_names([statement.addressee], actors)}" if statement.addressee else ""
    lines = page.wrap(f"{who}: {statement.act}{to}{through}", "  ")
    lines[0] = lines[0].replace(who, page.paint(who, BOLD), 1)
    words = " … ".join(clean(record.document.text[first:last]) for first, last in statement.content_spans)
    return [*lines, *page.wrap(_in_quotes(words), "    ")]


def _figure(figure: Figure, actors: dict[str, Actor], page: Page) -> list[str]:
    """Write a figure: amount, unit, change; what it measures, when; its words."""
    amount = _amount(figure.value) + (f" to {_amount(figure.upper)}" if figure.upper is not None else "")
    unit = "%" if figure.unit == "percent" else f" {clean(figure.unit)}" if figure.unit else ""
    facts = [
        clean(figure.what or ""),
        figure.change,
        figure.time.edtf if figure.time else None,
        None if figure.status == "happened" else figure.status.replace("_", " "),
        f"about {_names(figure.about, actors)}" if figure.about else None,
    ]
    line = f"{SIGNS[figure.compare]}{amount}{unit}: {', '.join(filter(None, facts))}"
    return [*page.wrap(line.rstrip(": "), "  "), *page.wrap(f"“{clean(figure.text)}”", "    ")]


def _amount(value: float) -> str:
    """Return a number with thousands apart, and no more decimals than it has."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0")


def _role(role: Role, actors: dict[str, Actor], page: Page) -> list[str]:
    """Write an office: person, title, of what."""
    where = role.organization or ""
    where = _names([where], actors) if where in actors else clean(where)
    facts = [clean(role.title), where or None, role.country, role.time.edtf if role.time else None]
    return page.wrap(f"{_names([role.person], actors)}: {', '.join(filter(None, facts))}", "  ")


def _names(ids: Iterable[str], actors: dict[str, Actor]) -> str:
    """Return the names of actors, joined by commas."""
    return ", ".join(clean(actors[one].name if one in actors else one) for one in ids)
