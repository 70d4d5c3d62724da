"""Headings of all the styles that the rules meet: `##`, `==`, underlined (setext) and a line in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ingest.body import Body, Line
from ingest.late import late


class Heading(NamedTuple):
    """A heading from line `first` to line `last`; `level` counts from 1, 7 for a line in bold, which has none."""

    first: Line
    last: Line
    level: int
    title: str


BOLD_LEVEL = 7

HEADING_MARKS = ("#", "=", "--", "**", "__")
"""Of these every heading has one."""

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_LOWEST = 6
"""The lowest level of a heading in wiki markup."""
_BOLD = late(r"(?:\*\*|__)([^*_\s](?:[^*_]{0,100}[^*_\s])?):?(?:\*\*|__):?$")
_UNDERLINE = late(r" {0,3}(=+|-{2,})[ \t]*$")


def heading_at(body: Body, number: int) -> Heading | None:
    """The heading that begins in line `number`, or None. Lines in code are not headings."""
    return _heading_in(body, body.lines[number])


def _heading_in(body: Body, line: Line) -> Heading | None:
    bare = line.bare
    if not bare or len(bare) > LONGEST_HEADING:
        return None
    found = _one_line(line, bare) or _underlined(body, line, bare)
    return None if found is None or body.in_code_block(line.start, line.end) else found


LONGEST_HEADING = 300
"""Lines longer than this are no headings; keeps a huge line from being matched at all."""


def _one_line(line: Line, bare: str) -> Heading | None:
    match bare[0]:
        case "#":
            if found := _ATX.match(line.text.rstrip()):
                title = found[2] or ""
                return Heading(line, line, len(found[1]), (_CLOSING.sub("", title) if "#" in title else title).strip())
        case "=":
            if wiki := wiki_heading(bare):
                return Heading(line, line, *wiki)
        case "*" | "_":
            if found := _BOLD.match(bare):
                return Heading(line, line, BOLD_LEVEL, found[1].rstrip(":").strip())
    return None


def wiki_heading(bare: str) -> tuple[int, str] | None:
    """Level and title of a line like `== Title ==`, or None. The title must hold a letter or a digit."""
    inner = bare.lstrip("=")
    level = len(bare) - len(inner)
    if not 0 < level <= _LOWEST or len(inner) - len(inner.rstrip("=")) != level:
        return None
    title = inner[:-level].strip()
    if title.startswith("=") or title.endswith("=") or not any(map(str.isalnum, title)):
        return None
    return level, title


def _underlined(body: Body, line: Line, bare: str) -> Heading | None:
    following = line.number + 1
    if bare[0] in "#>|-*+=`~" or following >= len(body.lines) or (line.number and body.lines.bares[line.number - 1]):
        return None
    under = body.lines[following]
    found = _UNDERLINE.match(under.text) if len(under.text) <= LONGEST_HEADING else None
    if not found:
        return None
    return Heading(line, under, 1 if found[1][0] == "=" else 2, bare)


_CANDIDATE = re.compile(r" {0,3}(?:#|\*\*|__|=|-{2,}[ \t]*$)")
_known: WeakKeyDictionary[Body, tuple[Heading, ...]] = WeakKeyDictionary()


def headings(body: Body) -> tuple[Heading, ...]:
    """All headings of the text, in order; found once for each text."""
    found = _known.get(body)
    if found is None:
        found = _known[body] = tuple(_find(body))
    return found


def _find(body: Body) -> Iterator[Heading]:
    past = -1
    for line in body.marked:
        bare = line.bare
        if not _CANDIDATE.match(line.text):
            continue
        number = line.number
        underlined = heading_at(body, number - 1) if bare[0] in "=-" and number - 1 > past else None
        heading = underlined or (_heading_in(body, line) if number > past else None)
        if heading:
            yield heading
            past = heading.last.number
