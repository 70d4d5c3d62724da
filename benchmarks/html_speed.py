"""Whole pages to finished Markdown: ingest's converter against trafilatura's fast mode, same pages, one thread, in turn.

usage: html_speed.py [PAGES] [ROUNDS] [FILE…]

Without files, pages of about 115 KB are made: an article of some 40 paragraphs within the menus, scripts, teasers and
comments of a news site. trafilatura (Apache-2.0) is needed for the comparison only: `pip install trafilatura`.
"""

from __future__ import annotations

import importlib
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ingest.formats.html import convert
from ingest.model import Source

WORDS = (
    "harbour river lock gate barge stone water council summer repair diver flood bridge morning winter mill ferry quay "
    "the a of and to in that was it for on were with as had which from by an at their been more when would after"
).split()


def sentence(rng: random.Random, length: int) -> str:
    """Some words with a capital and a full stop."""
    return " ".join(rng.choice(WORDS) for _ in range(length)).capitalize() + "."


def paragraph(rng: random.Random, sentences: int = 4) -> str:
    """A few sentences, now and then with a link or emphasis."""
    text = " ".join(sentence(rng, rng.randint(6, 22)) for _ in range(sentences))
    if rng.random() < 0.3:  # about every third paragraph
        text += f' <a href="/news/{rng.randint(1, 999)}">{sentence(rng, 3)}</a> <em>{rng.choice(WORDS)}</em>'
    return text


def teaser(rng: random.Random) -> str:
    """A link to another page with an image, as they surround an article by the hundred."""
    title = sentence(rng, 7)
    return (
        f'<div class="teaser-list__item item--{rng.randint(1, 9)}" data-track="t{rng.random()}">'
        f'<a href="/n/{rng.randint(1, 9999)}" class="teaser__link">'
        f'<span class="img-wrap"><img src="/i/{rng.randint(1, 9999)}.jpg" alt="" loading="lazy"></span>'
        f'<span class="teaser__title">{title}</span></a></div>'
    )


def page(seed: int) -> str:
    """A page of about 115 KB."""
    rng = random.Random(seed)  # noqa: S311 - pages for a benchmark, the same at every run
    title = sentence(rng, 8)
    menu = "".join(
        f'<li class="menu-item"><a href="/{rng.choice(WORDS)}{n}">{rng.choice(WORDS)}</a></li>' for n in range(120)
    )
    body = ""
    for number in range(40):
        body += f"<p>{paragraph(rng)}</p>\n"
        if number % 9 == 4:  # some headings, lists and boxes in between
            body += (
                f"<h2>{sentence(rng, 4)}</h2><ul>" + "".join(f"<li>{sentence(rng, 9)}</li>" for _ in range(4)) + "</ul>"
            )
            body += f'<aside class="related-box">{teaser(rng)}{teaser(rng)}</aside>'
    comments = "".join(
        f'<div class="comment"><b>{rng.choice(WORDS)}</b><p>{paragraph(rng, 2)}</p></div>' for _ in range(30)
    )
    script = "<script>window.__data = {" + ",".join(f'"k{n}":"{rng.random()}"' for n in range(900)) + "};</script>"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Post</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Post">{script}</head>'
        f'<body><header class="site-header"><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>'
        f'<div class="article-body">{body}</div></article><section id="comments">{comments}</section></main>'
        f'<div class="sidebar">{"".join(teaser(rng) for _ in range(90))}</div><footer><ul>{menu}</ul></footer>'
        f"{script}</body></html>"
    )


def seconds(work: Callable[[str], object], pages: list[str]) -> float:
    """Processor time for all pages, in seconds."""
    started = time.process_time()
    for one in pages:
        work(one)
    return time.process_time() - started


def ours(text: str) -> str:
    """The page through ingest's converter, metadata and account of dropped blocks included."""
    return convert(text, Source("page.html", b"", url="https://example.org/news/1")).body


def main(count: int = 100, rounds: int = 3, *files: str) -> None:
    """Time both in turn on the same pages and print pages per second and the ratio."""
    pages = [Path(name).read_text(encoding="utf-8", errors="replace") for name in files] or [
        page(n) for n in range(count)
    ]
    print(
        f"{len(pages)} pages of {sum(map(len, pages)) / len(pages) / 1000:.0f} KB on average, one thread, {rounds} rounds"
    )
    works: dict[str, Callable[[str], object]] = {"ingest": ours}
    try:
        trafilatura = importlib.import_module("trafilatura")
        works["trafilatura, fast"] = lambda text: trafilatura.extract(text, fast=True, output_format="markdown")
    except ImportError:
        print("trafilatura is not installed: nothing to compare with")
    for work in works.values():
        seconds(work, pages[:5])
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work, pages))
    for name, found in times.items():
        middle = statistics.median(found)
        print(f"{name:18} {len(pages) / middle:7.1f} pages/s  {middle / len(pages) * 1000:6.2f} ms a page")
    if len(times) > 1:
        ratio = statistics.median(b / a for a, b in zip(*times.values(), strict=True))
        print(f"{'ratio':18} {ratio:7.2f} times as fast")


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    main(int(given.get(1, 100)), int(given.get(2, 3)), *sys.argv[3:])
