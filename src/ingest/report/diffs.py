"""Differences for the terminal: a unified diff by lines and a diff by words, both made from the ledger's own edits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.report.hunks import Hunk

CONTEXT = 3
"""Unchanged lines around a change, as `diff -u` shows them."""


class Line(NamedTuple):
    """A line of a diff: ` `, `-`, `+`, or `@` for the head of a section; `text` has no line end."""

    mark: str
    text: str


class _Block(NamedTuple):
    """Lines `first` to `last` (exclusive) of the raw text, and the lines that took their place."""

    first: int
    last: int
    after: list[str]


def unified(raw: str, hunks: Sequence[Hunk], context: int = CONTEXT) -> Iterator[Line]:
    """The lines of a unified diff, without the two lines that name the files."""
    lines = raw.split("\n")
    shift = 0
    for section in _sections(_blocks(raw, lines, hunks), context):
        first = max(0, section[0].first - context)
        last = min(len(lines), section[-1].last + context)
        shown, added = list(_section(lines, section, first, last)), _growth(section)
        yield Line("@", f"@@ -{_range(first, last - first)} +{_range(first + shift, last - first + added)} @@")
        yield from shown
        shift += added


def _range(first: int, count: int) -> str:
    return f"{first + 1 if count else first},{count}"


def _growth(section: list[_Block]) -> int:
    return sum(len(block.after) - (block.last - block.first) for block in section)


def _section(lines: list[str], section: list[_Block], first: int, last: int) -> Iterator[Line]:
    position = first
    for block in section:
        yield from (Line(" ", text) for text in lines[position : block.first])
        yield from (Line("-", text) for text in lines[block.first : block.last])
        yield from (Line("+", text) for text in block.after)
        position = block.last
    yield from (Line(" ", text) for text in lines[position:last])


def _sections(blocks: Iterator[_Block], context: int) -> Iterator[list[_Block]]:
    section: list[_Block] = []
    for block in blocks:
        if section and block.first - section[-1].last > 2 * context:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _blocks(raw: str, lines: list[str], hunks: Sequence[Hunk]) -> Iterator[_Block]:
    """Whole lines around hunks; hunks that share a line are one block."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    group: list[Hunk] = []
    last = -1
    for hunk in hunks:
        if group and bisect_right(starts, hunk.start) - 1 > last:
            yield from _block(raw, lines, starts, group)
            group = []
        group.append(hunk)
        last = min(bisect_right(starts, hunk.end), len(lines)) - 1
    if group:
        yield from _block(raw, lines, starts, group)


def _block(raw: str, lines: list[str], starts: list[int], group: list[Hunk]) -> Iterator[_Block]:
    first = bisect_right(starts, group[0].start) - 1
    last = min(bisect_right(starts, group[-1].end), len(lines))
    parts = []
    position = starts[first]
    for hunk in group:
        parts += [raw[position : hunk.start], hunk.after]
        position = hunk.end
    parts.append(raw[position : starts[last] - 1])
    after = "".join(parts).split("\n")
    while first < last and after and lines[first] == after[0]:
        first += 1
        del after[0]
    while first < last and after and lines[last - 1] == after[-1]:
        last -= 1
        del after[-1]
    if after or first < last:
        yield _Block(first, last, after)


class Word(NamedTuple):
    """A piece of a word diff: `mark` is ` `, `-` or `+`; `@` stands for lines that were left out."""

    mark: str
    text: str


NEAR = 120
"""Characters of unchanged text that are shown on each side of a change, up to the line's end."""


def words(raw: str, hunks: Sequence[Hunk]) -> Iterator[Word]:
    """Removed and inserted text in place, with the unchanged text around it; long unchanged stretches are left out."""
    position = 0
    for index, hunk in enumerate(hunks):
        yield from _between(raw, position, hunk.start, first=index == 0)
        if hunk.before:
            yield Word("-", hunk.before)
        if hunk.after:
            yield Word("+", hunk.after)
        position = hunk.end
    if hunks:
        tail = raw[position : position + NEAR].split("\n", 1)[0]
        yield Word(" ", tail)


def _between(raw: str, start: int, end: int, *, first: bool) -> Iterator[Word]:
    if end - start <= 2 * NEAR and not first:
        yield Word(" ", raw[start:end])
        return
    if not first:
        yield Word(" ", raw[start : start + NEAR].split("\n", 1)[0])
    head = max(start, end - NEAR)
    cut = raw.rfind("\n", head, end)
    begin = cut + 1 if cut >= 0 else head
    if not first or begin > start:
        yield Word("@", "")
    yield Word(" ", raw[begin:end])
