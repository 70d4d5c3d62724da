"""Offsets in a text as lines and columns, and back, and the places of dropped blocks, which are written so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from operator import add

from ingest.edits import Mapper
from ingest.late import late
from ingest.model import Block, Pass

_PLACE = late(r"line (\d+)(?: column (\d+))?(?=,|$)")


class Lines:
    """The lines of a text; lines and columns count from 1, offsets from 0."""

    def __init__(self, text: str) -> None:
        """Note where each line begins."""
        self.starts: list[int] = list(accumulate(map(add, map(len, text.split("\n")), repeat(1)), initial=0))
        self._length = self.starts.pop() - 1

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def end(self, line: int) -> int:
        """Where a line ends: the offset of its line feed, or of the end of the text."""
        return self.starts[line] - 1 if line < len(self.starts) else self._length

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; those of a line that is not there are in the last one."""
        return self.starts[min(line, len(self.starts)) - 1] + column - 1


def place(line: int, column: int, way: str = "") -> str:
    """A block's place in words, with the way to its element in the page."""
    return f"line {line} column {column}" + (f", {way}" if way else "")


def read_place(text: str) -> tuple[int, int] | None:
    """Line and column out of a block's place, the first column where only the line is said; None where no line is."""
    match = _PLACE.match(text)
    return (int(match[1]), int(match[2] or 1)) if match else None


def in_raw(blocks: Iterable[Block], page: str, raw: str, passes: Sequence[Pass]) -> Iterator[Block]:
    """Blocks with their places in `page` as blocks with their places in the raw text that `passes` made the page of."""
    before, after = Lines(page), Lines(raw)
    mapper = Mapper(passes)
    for block in blocks:
        found = read_place(block.place)
        if found is None:
            yield block
            continue
        offset = before.offset(*found)
        _, comma, way = block.place.partition(", ")
        yield block._replace(place=place(*after.at(mapper.span(offset, offset)[0])) + comma + way)
