"""Compare the parsers of wikitext that there are for Python: on hostile input, and on pages.

    python benchmarks/wikitext_parsers.py [--pages FOLDER] [--limit SECONDS] [--sizes N,N]

Each mark is repeated and parsed in a process of its own, which is ended after the limit. With --pages the wikitext files
(`*.wiki.txt`, `*.wiki`, `*.wikitext`) below a folder are parsed too: the time of all, and on how many pages each parser
sees as many templates and links as ours. mwparserfromhell and wikitextparser must be installed; what is not is left out.
The table in `docs/adr/0006-wikitext-is-read-by-our-own-scanner.md` was made so.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

OURS = "ingest"
OTHERS = ("mwparserfromhell", "wikitextparser")
MARKS = {
    "templates": "{{a|",
    "templates with names": "{{a|b=",
    "arguments": "{{{a|",
    "template braces": "{{",
    "template ends": "}}",
    "links": "[[a|",
    "link brackets": "[[",
    "pictures": "[[File:a.png|thumb|",
    "outside links": "[http://a ",
    "outside links, bare": "[http://a",
    "tables": "{|\n",
    "table marks": "{|",
    "table rows": "{|\n|-\n|a\n",
    "references": "<ref>",
    "references with names": "<ref name=",
    "elements": "<div>",
    "elements, never closed": "<div",
    "comments": "<!--",
    "nowiki": "<nowiki>",
    "bold": "'''",
    "italic and bold": "''a'''",
    "headings": "==",
}
_VERBATIM = re.compile(r"<!--.*?-->|<(ref|gallery|nowiki|math)\b[^<>]*(?:/>|>.*?</\1>)", re.DOTALL | re.IGNORECASE)
"""What ours does not look into, taken out of pages before their templates and links are counted."""

SUFFIXES = (".wiki.txt", ".wiki", ".wikitext")


def parse(parser: str, text: str) -> Counter[str]:
    """Parse a text, and count its templates and links, those in others too."""
    if parser == OURS:
        return _with_ours(text)
    if parser == "mwparserfromhell":
        import mwparserfromhell  # type: ignore[import-not-found,unused-ignore]

        code = mwparserfromhell.parse(text)
        return Counter(templates=len(code.filter_templates()), links=len(code.filter_wikilinks()))
    import wikitextparser  # type: ignore[import-not-found,unused-ignore]

    page = wikitextparser.parse(text)
    return Counter(templates=len(page.templates), links=len(page.wikilinks))


def _count(parser: str, texts: Iterable[str], counts: list[Counter[str]]) -> None:
    counts.extend(parse(parser, text) for text in texts)


def _with_ours(text: str) -> Counter[str]:
    from ingest.formats.wikitext.scan import Kind, Scanner, walk

    names = {Kind.TEMPLATE: "templates", Kind.LINK: "links"}
    return Counter(names[node.kind] for node in walk(Scanner(text).scan()) if node.kind in names)


def seconds(parser: str, mark: str, times: int, limit: float) -> float:
    """The time that a parser needs for a repeated mark, in a process of its own; infinite beyond the limit."""
    try:
        done = subprocess.run(
            [sys.executable, __file__, "--one", parser, "--mark", mark, "--sizes", str(times)],
            capture_output=True,
            text=True,
            timeout=limit + 2,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return float("inf")
    spent = float(done.stdout) if done.returncode == 0 else float("inf")
    return spent if spent <= limit else float("inf")


def timed(work: Callable[[], object]) -> float:
    """The processor time of a piece of work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def hostile(parsers: list[str], sizes: list[int], limit: float) -> None:
    """Print the time of each parser for each mark, and how many marks it did not finish."""
    for size in sizes:
        print(f"\n{size:,} times; seconds, or `-` for more than {limit:g}\n")
        print("| mark | " + " | ".join(parsers) + " |\n| --- |" + " --- |" * len(parsers))
        failed: Counter[str] = Counter()
        for name, mark in MARKS.items():
            spent = {parser: seconds(parser, mark, size, limit) for parser in parsers}
            failed.update(parser for parser, one in spent.items() if one > limit)
            cells = (f"{one:.2f}" if one <= limit else "-" for one in spent.values())
            print(f"| {name} `{mark!r}` | " + " | ".join(cells) + " |", flush=True)
        print("| not finished | " + " | ".join(f"{failed[parser]} of {len(MARKS)}" for parser in parsers) + " |")


def pages(parsers: list[str], folder: Path) -> None:
    """Print the time of each parser for the pages below a folder, and how often it sees what ours sees."""
    texts = [
        _VERBATIM.sub("", path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(folder.rglob("*"))
        if path.name.endswith(SUFFIXES)
    ]
    size = sum(map(len, texts))
    print(f"\n{len(texts)} pages, {size:,} characters\n\n| parser | seconds | as many templates | as many links |")
    print("| --- | --- | --- | --- |")
    ours = [parse(OURS, text) for text in texts]
    for parser in parsers:
        counts: list[Counter[str]] = []
        spent = timed(partial(_count, parser, texts, counts))
        same = {
            what: sum(a[what] == b[what] for a, b in zip(ours, counts, strict=True)) for what in ("templates", "links")
        }
        print(f"| {parser} | {spent:.1f} | {same['templates']} | {same['links']} |", flush=True)


def main() -> None:
    """Run one measurement in a child process, or print all tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=Path, metavar="FOLDER")
    arguments.add_argument("--limit", type=float, default=6.0, metavar="SECONDS")
    arguments.add_argument("--sizes", default="500,20000", metavar="N,N", help="how often each mark is repeated")
    arguments.add_argument("--one", help=argparse.SUPPRESS)
    arguments.add_argument("--mark", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    if given.one:
        parse(given.one, "a {{b}} [[c]]")  # the import is not counted
        print(timed(lambda: parse(given.one, given.mark * sizes[0])))
        return
    parsers = [OURS, *(one for one in OTHERS if importlib.util.find_spec(one))]
    if given.pages:
        pages(parsers, given.pages)
    hostile(parsers, sizes, given.limit)


if __name__ == "__main__":
    main()
