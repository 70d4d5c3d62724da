"""Reading Markdown links and wiki links from a known start, with nested brackets, in one pass and within bounds."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.late import late

LONGEST_LABEL = 4_000
"""Characters after which a link's text that has not ended is taken for loose brackets."""

LONGEST_TARGET = 8_000
"""The same for a link's target; a `data:` target may be of any length, since it is read in one step."""

DEEPEST = 12
"""Brackets or parentheses open at a time, after which they are taken for loose ones: keeps thousands of opening brackets
in a row from being read again from each."""

_LABEL_MARK = re.compile(r"[\\\[\]\n]")
_TARGET_MARK = late(r"[\\()\s]")
_TORN_MARK = re.compile(r"[\\()]|\s(?<!-\n)|\n(?![\w%./?=&])")
_TITLE = late(r"[ \t]*\n?[ \t]*(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'|\([^()\n]{0,1000}\))[ \t]*\)")
_SIZE = re.compile(r"[ \t]+=\d{0,5}(?:x\d{0,5})?%?[ \t]*\)")
_CLOSE = re.compile(r"[ \t]*\n?[ \t]*\)")
_ATTRIBUTES = re.compile(r"\{[^{}\n]{0,300}\}")
_WIKI_MARK = late(r"\[\[|\]\]|\n\n")


_RUN = re.compile(r"[!\[(]{12,}")


def after_run(text: str, start: int) -> int:
    """Where to go on when a long run of opening brackets begins at `start`: near its end; else -1."""
    found = _RUN.match(text, start)
    return found.end() - 4 if found else -1


class Link(NamedTuple):
    """A link or image `text[start:end]`: the span of its text and its target as written."""

    start: int
    end: int
    label_start: int
    label_end: int
    target: str


def label_end(text: str, start: int, limit: int | None = None) -> int:
    """Where the bracket that opens at `start` closes (the position of `]`), or -1. A blank line ends the search."""
    limit = min(len(text), start + LONGEST_LABEL) if limit is None else limit
    depth = 0
    position = start
    while mark := _LABEL_MARK.search(text, position, limit):
        position = mark.end()
        match mark[0]:
            case "\\":
                position += 1
            case "[":
                depth += 1
                if depth > DEEPEST:
                    return -1
            case "]":
                depth -= 1
                if depth == 0:
                    return mark.start()
            case _ if text.startswith("\n", position):
                return -1
    return -1


def inline_link(text: str, start: int, *, torn: bool = False) -> Link | None:
    """The link `[text](target "title")` whose `[` stands at `start`, or None. Parentheses in the target may nest.

    With `torn`, a target may go on in the next line after a hyphen.
    """
    close = label_end(text, start)
    if close < 0 or not text.startswith("(", close + 1):
        return None
    found = target_end(text, close + 2, torn=torn)
    return None if found is None else Link(start, found[0], start + 1, close, found[1])


def target_end(text: str, start: int, *, torn: bool = False) -> tuple[int, str] | None:
    """The end of a link whose target begins at `start`, after `](`, and the target; None if it never ends.

    With `torn`, a target may go on in the next line after a hyphen.
    """
    while start < len(text) and text[start] in " \t":
        start += 1
    if text.startswith("<", start):
        close = text.find(">", start, start + LONGEST_TARGET)
        return None if close < 0 or "\n" in text[start:close] else _finish(text, close + 1, text[start + 1 : close])
    limit = len(text) if text.startswith("data:", start) else min(len(text), start + LONGEST_TARGET)
    depth = 0
    position = start
    marks = _TORN_MARK if torn else _TARGET_MARK
    while mark := marks.search(text, position, limit):
        position = mark.end()
        match mark[0]:
            case "\\":
                position += 1
            case "(":
                depth += 1
                if depth > DEEPEST:
                    return None
            case ")":
                if depth == 0:
                    return position, text[start : mark.start()]
                depth -= 1
            case _:
                found = _finish(text, mark.start(), text[start : mark.start()])
                # A drawing written out in the address has blanks, though it should not.
                if found or mark[0] == "\n" or not text.startswith("data:image/svg", start):
                    return found
                limit = min(limit, start + LONGEST_TARGET)
    return None


def _finish(text: str, position: int, target: str) -> tuple[int, str] | None:
    """The end of the link after its target: an optional title or size, and the parenthesis."""
    for pattern in (_CLOSE, _TITLE, _SIZE):
        if found := pattern.match(text, position):
            return found.end(), target
    return None


def with_attributes(text: str, end: int) -> int:
    """The end of the link with the `{width=…}` that Pandoc and kramdown write after it."""
    found = _ATTRIBUTES.match(text, end)
    if not found or not re.search(r"[=#.:]", found[0]) or found[0].startswith(("{{", "{%")):
        return end
    return found.end()


def wiki_link_end(text: str, start: int) -> int:
    """Where the wiki link whose `[[` stands at `start` ends, after `]]`, or -1. Links within may nest."""
    limit = min(len(text), start + LONGEST_LABEL)
    depth = 0
    position = start
    while mark := _WIKI_MARK.search(text, position, limit):
        position = mark.end()
        match mark[0]:
            case "[[":
                depth += 1
                if depth > DEEPEST:
                    return -1
            case "]]":
                depth -= 1
                if depth == 0:
                    return position
            case _:
                return -1
    return -1


def wiki_parts(inner: str) -> list[str]:
    """The parts of a wiki link between bars; bars within links inside it do not count."""
    parts: list[str] = []
    depth = 0
    current: list[str] = []
    for piece in re.split(r"(\[\[|\]\]|\|)", inner):
        if piece == "|" and depth == 0:
            parts.append("".join(current))
            current = []
            continue
        depth += (piece == "[[") - (piece == "]]")
        current.append(piece)
    parts.append("".join(current))
    return parts
