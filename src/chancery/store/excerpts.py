"""Excerpts: the words of findings, as SQL.

In: nothing. Out: expressions over a table of findings that is called f, and its documents, d.
What it does not know: which findings are asked for.
"""

from __future__ import annotations

from chancery.store.decisions import Kind

_SPAN = "substr(d.text, f.span_start + 1, f.span_end - f.span_start)"
CONTENTS = (
    "(SELECT group_concat(substr(d.text, json_extract(c.value, '$[0]') + 1, "
    "json_extract(c.value, '$[1]') - json_extract(c.value, '$[0]')), ' … ') FROM json_each({}.contents) c)"
)
"""The words of a statement's contents; in braces the name of the table of statements."""
WORDS: dict[Kind, str] = {
    "event": "(SELECT substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) "
    "FROM event_mentions m WHERE m.event = f.event AND m.n = 1)",
    "statement": CONTENTS.format("f"), "figure": _SPAN, "role": _SPAN,
}  # fmt: skip
"""The words by which each kind of finding is shown: of an event the sentence around its first mention."""
