"""Taking whole lines out, so that the blank lines around them stay tidy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.body import Body, Line
from ingest.model import Proposal

LONGEST = 2_000
"""Characters on either side of a span that are looked at; a longer line is not blank but for the span."""


def lines_with(body: Body, mark: str) -> Iterator[Line]:
    """The lines that hold a mark, which has no line feed in it."""
    position = body.text.find(mark)
    while position >= 0:
        line = body.line_at(position)
        yield line
        position = body.text.find(mark, line.end)


def without_lines(body: Body, lines: Iterable[Line]) -> Iterator[Proposal]:
    """Edits that take out the lines, neighbours together."""
    first = last = None
    for line in lines:
        if first is None or last is None:
            first = last = line
        elif line.number <= last.number + 1:
            last = line
        else:
            yield Proposal(*body.removal(first, last))
            first = last = line
    if first is not None and last is not None:
        yield Proposal(*body.removal(first, last))


def without_span(body: Body, start: int, end: int) -> Proposal:
    """An edit that takes out `start:end`, with its lines if nothing else is on them."""
    first, last = body.line_at(start), body.line_at(max(start, end - 1))
    if start - first.start > LONGEST or last.end - end > LONGEST:
        return Proposal(start, end)
    if body.text[first.start : start].strip() or body.text[end : last.end].strip():
        return Proposal(start, end)
    return Proposal(*body.removal(first, last))
