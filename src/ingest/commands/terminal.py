"""What commands print: text made harmless, colours where they are wanted, tables that fit, and JSON."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

_SGR = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "strike": "9",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}
"""Select Graphic Rendition parameters (ECMA-48, 8.3.117)."""

_KEPT = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200c\u200d"
)
"""Not printable by Python's word, but harmless: blanks of other widths, and the joiners of Persian and of emoji."""


def printable(text: str, keep: str = "") -> str:
    """Text from outside as a terminal may show it: control and bidi characters are written out, never obeyed.

    `keep` holds characters to leave alone, such as the line feed.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in keep or c in _KEPT else _written_out(c) for c in text)


def _written_out(character: str) -> str:
    number = ord(character)
    if number < 0x20:  # noqa: PLR2004 - the C0 controls, which have pictures at U+2400
        return {"\n": "⏎", "\t": "⇥"}.get(character, chr(0x2400 + number))
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"  # noqa: PLR2004 - as Python writes them


def coloured(stream: TextIO | None = None) -> bool:
    """Whether to colour: on a terminal that can, and without NO_COLOR (no-color.org)."""
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def style(text: str, *names: str, on: bool | None = None) -> str:
    """The text in colours or weights, where colours are wanted. The text itself must be printable already."""
    if not text or not (coloured() if on is None else on):
        return text
    return f"\x1b[{';'.join(_SGR[name] for name in names)}m{text}\x1b[0m"


def width() -> int:
    """The columns of the terminal; without one there is no limit."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize


def cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitted(text: str, columns: int, *, end: bool = False) -> str:
    """The text, cut with an ellipsis when it takes more columns than there are; with `end` its end is what is kept."""
    if cells(text) <= columns:
        return text
    from rich.cells import set_cell_size

    room = max(0, columns - 1)
    if end:
        return "…" + set_cell_size(text[::-1], room)[::-1].lstrip()
    return set_cell_size(text, room).rstrip() + "…"


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Iterable[int] = (),
    whole: Iterable[int] = (),
    paths: Iterable[int] = (),
) -> str:
    """A table of aligned columns; on a terminal the widest are narrowed until it fits.

    `right` holds the indexes of columns of numbers, which are aligned to the right, `whole` those of names that another
    command takes: neither is cut. Of `paths` the end is kept, where the file's name stands. Cells are made printable here.
    """
    texts = [
        [printable("" if cell is None else f"{cell:,}" if isinstance(cell, int) else str(cell)) for cell in row]
        for row in rows
    ]
    widest = [max((cells(row[i]) for row in texts), default=0) for i in range(len(head))]
    numbers, uncut, ends = set(right), set(whole), set(paths)
    floors = [
        widest[i] if i in uncut else max(widest[i], NARROWEST_NUMBER) if i in numbers else NARROWEST
        for i in range(len(head))
    ]
    widths = [max(cells(name), width) for name, width in zip(head, widest, strict=True)]
    _narrow(widths, floors, width() - 2 * (len(head) - 1))

    def line(row: Sequence[str], *, of_cells: bool = True) -> str:
        parts = []
        for index, cell in enumerate(row):
            shown = fitted(cell, widths[index], end=of_cells and index in ends)
            blank = " " * (widths[index] - cells(shown))
            parts.append(blank + shown if index in numbers else shown + blank)
        return "  ".join(parts).rstrip()

    return "\n".join([style(line(head, of_cells=False), "bold"), *map(line, texts)])


NARROWEST = 8
"""Columns that a text keeps in a narrow table."""

NARROWEST_NUMBER = 4
"""Columns that the head of a number keeps."""


def _narrow(widths: list[int], floors: Sequence[int], room: int) -> None:
    """Take columns from the widest until all fit, but leave each as many as its floor."""
    while (surplus := sum(widths) - room) > 0:
        loose = [i for i, width in enumerate(widths) if width > floors[i]]
        if not loose:
            return
        widest = max(loose, key=widths.__getitem__)
        next_widest = max((widths[i] for i in loose if i != widest), default=0)
        widths[widest] -= max(1, min(surplus, widths[widest] - max(next_widest, floors[widest])))


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as JSON, indented; control characters are escaped by JSON itself, others that act are here."""
    print(json_text(value))


def json_text(value: Any, indent: int | None = 2) -> str:  # noqa: ANN401 - whatever JSON can hold
    """A value as JSON that is safe to show: what is not printable stands as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" or c in _KEPT else _json_escape(c) for c in text)


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def page(text: str) -> None:
    """Print a long text through the pager on a terminal (PAGER, or less), plainly elsewhere."""
    if not text:
        return
    lines = text.count("\n") + 1
    pager = os.environ.get("PAGER", "less")
    if sys.stdout.isatty() and lines >= shutil.get_terminal_size().lines and shutil.which(pager.split(" ")[0] or "-"):
        import subprocess

        environment = {**os.environ, "LESS": os.environ.get("LESS", "FRX"), "LESSCHARSET": "utf-8"}
        done = subprocess.run(pager, shell=True, input=text.encode(), env=environment, check=False)  # noqa: S602 - PAGER is the user's own command line
        if done.returncode == 0:
            return
    print(text)


def write_bytes(data: bytes) -> None:
    """Bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
