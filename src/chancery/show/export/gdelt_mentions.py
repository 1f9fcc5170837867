"""GDELT mentions: where each event is told, in the 16 tab-separated columns of GDELT 2.0's mentions, without a header.

In: an event and its story. Out: a line for each row of the event table, each mention in the report and each place where
the report was seen.
What it does not know: tone and translations; their cells are empty. Source of the columns: GDELT event codebook 2.0.
"""

from __future__ import annotations

from chancery.show.export.cells import Cell, line
from chancery.show.export.gdelt import stamp
from chancery.show.export.pairs import Pair, pairs_of
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Party, Spot
from chancery.show.export.story import Sighting, Story, host_of

COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
MISSING = ""
HEADER = b""
WEB, CITATION = 1, 2
NOT_FOUND = -1
AS_WRITTEN = 1
"""The event was found in the text as it stands, not in one that was tidied for reading."""


def lines(row: EventRow, story: Story) -> list[bytes]:
    """Return the lines of an event.

    Raises:
        LeftOut: the event table has it not, either.
    """
    if row.day is None:
        raise LeftOut("without a date")
    return [
        line(_cells(row, story, pair, spot, sighting), len(COLUMNS), MISSING)
        for pair in pairs_of(row)
        for spot in row.spots
        for sighting in story.sightings
    ]


def _cells(row: EventRow, story: Story, pair: Pair, spot: Spot, sighting: Sighting) -> list[Cell]:
    return [
        pair.id_in(row), stamp(row.added), stamp(sighting.seen), *_source(row, sighting), spot.sentence,
        _offset(pair.source, spot, story), _offset(pair.target, spot, story), spot.start, AS_WRITTEN,
        round(100 * row.confidence), len(story.text), None, None, None,
    ]  # fmt: skip


def _source(row: EventRow, sighting: Sighting) -> tuple[Cell, Cell, Cell]:
    """Return how it was published, by whom, and its address, or else a citation."""
    if sighting.url and sighting.url.startswith(("http://", "https://")):
        return WEB, host_of(sighting.url) or sighting.source, sighting.url
    cited = [sighting.source, row.title, sighting.published or row.published, row.document]
    return CITATION, sighting.source, ", ".join(part for part in cited if part)


def _offset(party: Party | None, spot: Spot, story: Story) -> int:
    """Return where an actor is mentioned, nearest to the words of the event."""
    spans = story.mentions.get(party.local, []) if party else []
    return min((start for start, _ in spans), key=lambda start: abs(start - spot.start), default=NOT_FOUND)
