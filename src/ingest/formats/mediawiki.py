"""MediaWiki plain extracts: `= Title =`, `== Heading ==`, and sometimes a box of `- Key: value` lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ingest.model import Header, Source, Value

LAYOUT = "mediawiki-extract"

LONGEST_TITLE = 300
"""Characters; MediaWiki itself allows 255 bytes."""

_TITLE = re.compile(r"\s{0,20}= ?([^=\n](?:[^\n]{0,300}[^=\n])?) ?=[ \t]{0,20}(?:\n|$)")
_ENTRY = re.compile(r"- {1,3}([^\s:][^:]{0,80}?) {0,3}:(?:[ \t]+(.*))?$")
_MARKUP = ("{{", "[[")
_MARKUP_SHARE = 1_500
"""Characters for each `{{` or `[[` below which a text is taken for full wikitext: sound pages have one in some 60,
extracts with leftovers one in many thousands."""

_BOX_LINES = 200


def matches(text: str, source: Source) -> bool:
    """Whether the text is a plain extract: it begins with `= Title =` and is not full of templates and links."""
    del source  # what others say of the document adds nothing to a first line as clear as this one
    if not _TITLE.match(text):
        return False
    # The single sign is looked for first: most texts lack it, and that takes a tenth of the time.
    marks = sum(text.count(mark) for mark in _MARKUP if mark[0] in text)
    return marks < max(4, len(text) // _MARKUP_SHARE)


def read_header(text: str) -> Header:
    """Read the title, its repetition and the box below it.

    Gives `title` and, if there is a box, `infobox` (keys and values as written, in order); the body starts after them.
    Without a title line the header is empty.
    """
    found = _TITLE.match(text)
    if not found:
        return Header()
    fields: dict[str, Value] = {"title": found[1].strip()}
    end, box = _box(text, found.end(), fields["title"])
    if box:
        fields["infobox"] = box
    return Header(LAYOUT, fields, end)


def _lines(text: str, start: int) -> list[tuple[int, str]]:
    """The first lines from `start` that follow blank ones, up to the next blank line, each with its end."""
    lines: list[tuple[int, str]] = []
    while start < len(text) and len(lines) <= _BOX_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip()
        if line:
            lines.append((min(end + 1, len(text)), line))
        elif lines:
            break
        start = end + 1
    return lines


def _box(text: str, start: int, title: str) -> tuple[int, dict[str, Value]]:
    """The end of the title's repetition and of the box, and the box. Where there is neither, `start`."""
    lines = _lines(text, start)
    if not lines:
        return start, {}
    first = lines[0][1].strip()
    repeated = first == title
    named = not first.startswith("- ") and len(first) <= LONGEST_TITLE
    entries = lines[1:] if named else lines
    box = _entries([line for _, line in entries])
    if box:
        return lines[-1][0], box
    if repeated:
        return lines[0][0], {}
    return start, {}


def _entries(lines: Sequence[str]) -> dict[str, Value]:
    """The box, or nothing if a line is neither an entry nor the indented rest of one."""
    box: dict[str, Value] = {}
    last = ""
    for line in islice(lines, _BOX_LINES):
        if found := _ENTRY.match(line):
            last = found[1]
            value = (found[2] or "").strip()
            box[last] = f"{box[last]}\n{value}" if last in box else value
        elif last and line.startswith("  "):
            box[last] = f"{box[last]}\n{line.strip()}".strip()
        else:
            return {}
    return box
