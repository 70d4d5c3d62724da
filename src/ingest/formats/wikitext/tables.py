"""Wikitext tables: lines to rows of cells, and rows to a grid in which joined cells are told apart again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.formats.wikitext.expand import DROP, HUSH

_MARKS = DROP + HUSH + " \t:"
_SPAN = re.compile(r"\b(row|col)span\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,5})", re.IGNORECASE)
_WORDS = frozenset(("nowrap", "center", "left", "right", "top", "bottom", "middle"))
_NAME = 80
"""How long the first attribute's name may be, with what may stand before it."""

SPARE = 1000
"""How many cells joined cells may add to a table, beside four for each cell that it has."""


@dataclass(slots=True)
class Cell:
    """A cell as flat wikitext; `head` for a cell that heads its row or column."""

    lines: list[str]
    head: bool
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """The cell's wikitext."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class Table:
    """A table as read."""

    attributes: str = ""
    caption: str = ""
    rows: list[list[Cell]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def headed(self) -> bool:
        """Whether the first row with anything in it is one of headings."""
        for row in self.rows:
            if any(cell.text.strip(_MARKS) for cell in row):
                return all(cell.head or not cell.text.strip(_MARKS) for cell in row)
        return False

    def grid(self, show: Callable[[str, bool], str]) -> list[list[str]]:
        """The cells' texts by row and column.

        A cell that spans rows is repeated in each of them, so that each row can be read alone; one that spans columns
        stands in the first and leaves the others empty.
        """
        total = sum(len(row) for row in self.rows)
        spare = total * 4 + SPARE
        width = 0
        grid: list[list[str]] = []
        hanging: dict[int, tuple[int, str]] = {}
        for index, row in enumerate(self.rows):
            line: list[str] = []
            cells = iter(row)
            waiting = next(cells, None)
            while waiting is not None or any(at >= len(line) for at in hanging):
                column = len(line)
                if column in hanging:
                    left, text = hanging.pop(column)
                    line.append(text)
                    if left > 1:
                        hanging[column] = left - 1, text
                        spare -= 1
                    continue
                if waiting is None:
                    line.append("")
                    continue
                text = show(waiting.text, waiting.head)
                down = min(waiting.rows, len(self.rows) - index) if spare > 0 else 1
                for offset in range(min(waiting.columns, 100) if spare > 0 else 1):
                    shown = "" if offset else text
                    line.append(shown)
                    spare -= 1
                    if down > 1 and column + offset not in hanging:
                        hanging[column + offset] = down - 1, shown
                waiting = next(cells, None)
            hanging = {at: value for at, value in hanging.items() if value[0] > 0}
            width = max(width, len(line))
            grid.append(line)
        return grid


def read_table(lines: list[str]) -> Table:
    """A table from its lines, the first of which starts with `{|`."""
    return _Reader(lines).read()


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.table = Table(attributes=lines[0].lstrip(_MARKS + "*")[2:])
        self.row: list[Cell] = []
        self.open: Cell | None = None
        self.caption: list[str] = []
        self.in_caption = False
        self.depth = 0

    def read(self) -> Table:
        for line in self.lines[1:]:
            self._line(line)
        self._end_row()
        self.table.caption = " ".join(self.caption)
        return self.table

    def _line(self, line: str) -> None:
        bare = line.lstrip(_MARKS)
        if bare.startswith("{|"):
            self.depth += 1
        elif bare.startswith("|}") and self.depth:
            self.depth -= 1
            self._more(line)
            return
        if self.depth:
            self._more(line)
        elif bare.startswith("|}"):
            self.open, self.in_caption = None, False
        elif bare.startswith("|-"):
            self._end_row()
            self._attributes(bare.lstrip("|-"))
        elif bare.startswith("|+"):
            self.in_caption, self.open = True, None
            self.caption = [self._content(bare[2:])[0]]
        elif bare[:1] in ("|", "!") and bare[:1]:
            self._cells(bare)
        else:
            self._more(line)

    def _attributes(self, text: str) -> None:
        if text.strip(_MARKS) and not _attributes(text):
            self.table.lost.append(text)

    def _more(self, line: str) -> None:
        if self.open is not None:
            self.open.lines.append(line)
        elif self.in_caption:
            self.caption.append(line)
        elif line.strip(_MARKS) and not _attributes(line):
            self.table.lost.append(line)

    def _end_row(self) -> None:
        if self.row:
            self.table.rows.append(self.row)
        self.row = []
        self.open, self.in_caption = None, False

    def _cells(self, bare: str) -> None:
        head = bare[0] == "!"
        self.in_caption = False
        text = bare[1:]
        if head:
            text = text.replace("!!", "||")
        for piece in text.split("||"):
            content, attributes = self._content(piece)
            cell = Cell([content.strip(" ")], head)
            for match in _SPAN.finditer(attributes):
                if match[1].lower() == "row":
                    cell.rows = max(1, int(match[2]))
                else:
                    cell.columns = max(1, int(match[2]))
            self.row.append(cell)
            self.open = cell

    def _content(self, piece: str) -> tuple[str, str]:
        before, pipe, after = piece.partition("|")
        if not pipe:
            return piece, ""
        if _attributes(before):
            return after, before
        return piece, ""


def _attributes(text: str) -> bool:
    """Whether this is what may stand in front of a cell: attributes of HTML, or nothing."""
    bare = text.strip(_MARKS + "\n|-")
    if not bare or bare.lower() in _WORDS:
        return True
    name, equals, _ = bare[:_NAME].partition("=")
    return bool(equals) and re.fullmatch(r"(?:[\w:-]+\s+)?[A-Za-z][\w:-]*\s*", name) is not None
