"""Synthetic reports: as many as asked for, made from the corpus's own sentences, as text, HTML, WARC and CSV.

In: a folder, how many, a seed. Out: `texts/*.txt`, `pages/*.html`, `crawl.warc.gz` and `table.csv`, a quarter each.
What it does not know: sense; each report strings sentences of several reports together, so that every one is new, has
names, times, deeds and sayings, and reads at the speed of real ones. One in twenty is a copy of an earlier one with
another headline, as agencies' reports are.
"""

from __future__ import annotations

import csv
import gzip
import html
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus" / "written"
PUBLISHERS = ("Northern Wire", "Harbour Times", "Capital Radio", "The Plains Herald", "Gulf Observer")
TOWNS = ("GENEVA", "NAIROBI", "LIMA", "JAKARTA", "OSLO", "AMMAN", "DAKAR", "TASHKENT")
FIRST_DAY = date(2025, 1, 1)
COPIES = 20
"""One report in so many is a copy."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A synthetic report."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    published: date
    publisher: str

    @property
    def text(self) -> str:
        """The report as plain text, headline first."""
        return "\n\n".join((self.title, *self.paragraphs)) + "\n"

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://news.example/{self.published:%Y/%m/%d}/report-{self.number}"


def samples(count: int, seed: int = 1) -> Iterator[Sample]:
    """Yield synthetic reports, the same ones for the same seed."""
    rng = random.Random(seed)
    titles, sentences = _material()
    earlier: list[Sample] = []
    for number in range(count):
        title = f"{rng.choice(titles)} ({number})"
        publisher = rng.choice(PUBLISHERS)
        if earlier and rng.random() < 1 / COPIES:
            original = rng.choice(earlier)
            yield Sample(number, title, original.paragraphs, original.published, publisher)
            continue
        body = [rng.choice(sentences) for _ in range(rng.randint(6, 10))]
        paragraphs = tuple(" ".join(body[n : n + 2]) for n in range(0, len(body), 2))
        first = f"{rng.choice(TOWNS)} — {paragraphs[0]}"
        day = FIRST_DAY + timedelta(days=rng.randrange(365))
        sample = Sample(number, title, (first, *paragraphs[1:]), day, publisher)
        earlier = [*earlier[-200:], sample]
        yield sample


def _material() -> tuple[list[str], list[str]]:
    """Return the headlines and the sentences of the written corpus."""
    titles, sentences = [], []
    for file in sorted(CORPUS.glob("*/*.txt")):
        title, _, body = file.read_text(encoding="utf8").partition("\n")
        titles.append(title.strip())
        paragraphs = [line.strip() for line in body.split("\n") if len(line.split()) > 6]
        sentences += [paragraph for paragraph in paragraphs if len(paragraph) < 400]
    return titles, sentences


def write(folder: Path, count: int, seed: int = 1) -> list[Sample]:
    """Write reports in the four forms, a quarter each, and return them all."""
    made = list(samples(count, seed))
    for name in ("texts", "pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for sample in made[0::4]:
        (folder / "texts" / f"{sample.number:06}.txt").write_text(sample.text, encoding="utf8")
    for sample in made[1::4]:
        (folder / "pages" / f"{sample.number:06}.html").write_text(page(sample), encoding="utf8")
    with (folder / "crawl.warc.gz").open("wb") as file:
        for sample in made[2::4]:
            file.write(gzip.compress(warc_record(sample), mtime=0))
    with (folder / "table.csv").open("w", encoding="utf8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "date", "title", "source", "url", "body"))
        for sample in made[3::4]:
            body = "\n\n".join(sample.paragraphs)
            row = (sample.number, sample.published, sample.title, sample.publisher, sample.url, body)
            rows.writerow(row)
    return made


def page(sample: Sample) -> str:
    """Return a report as a page of a news site, with what surrounds reports there."""
    about = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": sample.title,
        "datePublished": f"{sample.published}T08:00:00+00:00", "url": sample.url,
        "publisher": {"@type": "Organization", "name": sample.publisher},
    }  # fmt: skip
    menu = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("world", "business", "sport", "arts"))
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in sample.paragraphs)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(sample.title)}</title>
<script type="application/ld+json">{json.dumps(about)}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(sample.title)}</h1>
<p class="byline">By our correspondent</p>{body}</article>
<aside><h2>Most read</h2><ul>{menu}</ul></aside></main><footer>All rights reserved. <a href="/contact">Contact</a>
</footer></body></html>"""


def warc_record(sample: Sample) -> bytes:
    """Return a report's page as a response record of a crawl (ISO 28500)."""
    body = page(sample).encode()
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    )
    lines = (
        "WARC/1.1", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{sample.number:012}>",
        f"WARC-Date: {sample.published}T12:00:00Z", f"WARC-Target-URI: {sample.url}",
        "Content-Type: application/http;msgtype=response", f"Content-Length: {len(answer)}",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
