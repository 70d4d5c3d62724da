"""Is the cost linear in the size of a document? Times shapes that are known to be hard, each at growing sizes.

usage: linear.py [KILOBYTES]

For each shape the time a megabyte at the smallest and at the largest size, and their ratio: about 1 is linear, about the
growth (16) is quadratic.
"""

from __future__ import annotations

import sys
import time

from ingest.errors import Refused
from ingest.model import Source
from ingest.pipeline import clean_document

GROWTH = 16

SHAPES = {
    "prose in paragraphs": "The mill stood by the river until the flood took it away, and nobody built it again.\n\n",
    "one long line": "The mill stood by the river until the flood took it away. ",
    "blanks in one line": "a" + " " * 99,
    "blank lines": "\n",
    "open brackets": "[",
    "images, never closed": "![a](b",
    "wiki links, never closed": "[[Image:a|",
    "nested quotes": "> ",
    "backticks": "` `` ",
    "stars": "*",
    "tags, never closed": "<b",
    "headings": "## a\n",
    "mojibake": "Itâ€™s late. ",
    "object Object": "[object Object]\n",
    "pipes": "| a ",
    "equals signs": "= ",
    "braces": "{{",
    "ampersands": "&",
    "combining marks": "e\u0301",
    "Chinese": "磨坊矗立在河边。",
    "emoji": "👩\u200d👩\u200d👧",
    "list items": "- a\n",
    "indented": "    a\n\n",
    "carriage returns": "a\r\n",
    "header lines": "key: value\n",
    "dashes": "---\n",
}


def seconds(text: str) -> float:
    """The time to clean a text."""
    source = Source("a.txt", text.encode())
    started = time.perf_counter()
    try:
        clean_document(source)
    except Refused:
        return time.perf_counter() - started
    return time.perf_counter() - started


def main(kilobytes: int = 32) -> None:
    """Time every shape and print one line each, the worst last."""
    clean_document(Source("warm.txt", "Itâ€™s late, and the ferry doesn’t wait for anybody.".encode()))
    rows = []
    for name, piece in SHAPES.items():
        size = kilobytes << 10
        small = "An opening line.\n\n" + piece * (size // len(piece))
        large = "An opening line.\n\n" + piece * (size * GROWTH // len(piece))
        one, many = min(seconds(small) for _ in range(3)) / len(small), seconds(large) / len(large)
        rows.append((many / one, name, one * 1e6, many * 1e6))
    print(f"{'shape':28}{f'{kilobytes} KB':>12}{f'{kilobytes * GROWTH} KB':>12}{'ratio':>8}   (seconds a megabyte)")
    for ratio, name, one, many in sorted(rows):
        print(f"{name:28}{one:12.3f}{many:12.3f}{ratio:8.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
