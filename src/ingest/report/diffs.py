"""Differences for the terminal: a unified diff by lines and a diff by words, both made from the ledger's own edits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from ingest.report.hunks import Hunk

CONTEXT = 3
"""Unchanged lines around a change, as `diff -u` shows them."""


class Line(NamedTuple):
    """A line of a diff: ` `, `-`, `+`, or `@` for the head of a section; `text` has no line end.

    `label` is that of the change that begins with the line.
    """

    mark: str
    text: str
    label: str = ""


class _Block(NamedTuple):
    """Lines `first` to `last` (exclusive) of the raw text, and the lines that took their place."""

    first: int
    last: int
    after: list[str]
    codes: tuple[str, ...]
    label: str = ""


def unified(raw: str, hunks: Sequence[Hunk], context: int = CONTEXT) -> Iterator[Line]:
    """The lines of a unified diff, without the two lines that name the files; each section's head ends with its rules."""
    lines = raw.split("\n")
    shift = 0
    for section in _sections(_blocks(raw, lines, hunks), context):
        first = max(0, section[0].first - context)
        last = min(len(lines), section[-1].last + context)
        shown, added = list(_section(lines, section, first, last)), _growth(section)
        ranges = f"@@ -{_range(first, last - first)} +{_range(first + shift, last - first + added)} @@"
        codes = dict.fromkeys(code for block in section if not block.label for code in block.codes)
        yield Line("@", " ".join([ranges, *codes]))
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
        labels = chain([block.label], repeat(""))
        yield from (Line("-", *pair) for pair in zip(lines[block.first : block.last], labels, strict=False))
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
    """Whole lines around hunks; hunks that share a line are one block. What is labelled is whole lines already."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    group: list[Hunk] = []
    last = -1
    for hunk in hunks:
        first = bisect_right(starts, hunk.start) - 1
        if group and (first > last or hunk.label):
            yield from _block(raw, lines, starts, group)
            group = []
        if hunk.label:
            yield _Block(first, first + hunk.before.count("\n"), [], (), hunk.label)
            continue
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
        yield _Block(first, last, after, tuple(code for hunk in group for code, _ in hunk.why))


class Word(NamedTuple):
    """A piece of a word diff: `mark` is ` `, `-` or `+`; `@` stands for lines that were left out.

    `label` is that of the change which the piece is of.
    """

    mark: str
    text: str
    label: str = ""


NEAR = 120
"""Characters of unchanged text that are shown on each side of a change, up to the line's end."""


def words(raw: str, hunks: Sequence[Hunk]) -> Iterator[Word]:
    """Removed and inserted text in place, with the unchanged text around it; long unchanged stretches are left out."""
    position = 0
    for index, hunk in enumerate(hunks):
        yield from _between(raw, position, hunk.start, first=index == 0)
        if hunk.before:
            yield Word("-", hunk.before, hunk.label)
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
