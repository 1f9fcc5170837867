"""Build an `Analysis` by hand, so that rules are tested without the model."""

from __future__ import annotations

from chancery.analysis import Analysis, Attribution, Entity

SENTENCE_END = ("", "\n\n")


def analysis_of(
    rows: str,
    *,
    entities: tuple[tuple[str, str], ...] = (),
    attributions: tuple[Attribution, ...] = (),
) -> Analysis:
    """Make an analysis from rows "form lemma upos xpos head deprel", one token a line.

    Heads count from 1 inside the sentence, 0 is the root, a blank line ends a sentence; a line "¶" starts a
    new paragraph. A form that ends in "_" is followed directly by the next token. Entities are pairs of
    words and label; each is found at its first place in the text.
    """
    text, starts, ends, columns = "", [], [], []
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    first = paragraph = 0
    glue = True
    for line in [*rows.strip().splitlines(), ""]:
        cells = line.split()
        if cells == ["¶"]:
            paragraphs.append((paragraph, len(starts)))
            paragraph, text, glue = len(starts), text + "\n\n", True
            continue
        if not cells:
            if len(starts) > first:
                sentences.append((first, len(starts)))
                first = len(starts)
            continue
        form = cells[0] if cells[0] == "_" else cells[0].removesuffix("_")
        text += "" if glue else " "
        starts.append(len(text))
        text += form
        ends.append(len(text))
        glue = cells[0] != form
        heads.append(first + int(cells[4]) - 1 if int(cells[4]) else -1)
        columns.append((form, cells[1], cells[2], cells[3], cells[5]))
    paragraphs.append((paragraph, len(starts)))
    found = []
    for words, label in entities:
        at = text.index(words)
        inside = [i for i in range(len(starts)) if at <= starts[i] < at + len(words)]
        found.append(Entity((inside[0], inside[-1] + 1), label, 1.0))
    return Analysis(
        text=text,
        starts=starts,
        ends=ends,
        forms=[c[0] for c in columns],
        lowers=[c[0].lower() for c in columns],
        lemmas=[c[1] for c in columns],
        upos=[c[2] for c in columns],
        xpos=[c[3] for c in columns],
        heads=heads,
        deprels=[c[4] for c in columns],
        sentences=sentences,
        sentence_of=[s for s, (a, b) in enumerate(sentences) for _ in range(a, b)],
        paragraphs=paragraphs,
        entities=sorted(found, key=lambda e: e.tokens),
        attributions=list(attributions),
    )
