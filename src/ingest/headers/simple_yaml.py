"""A reader of the YAML that most headers are written in: one `key: value` a line, lists and mappings by indentation.

It reads a part of YAML that leaves little to interpret, to exactly the value that `strict_yaml` gives, in a fraction of
the time. What is not of that part (escapes, anchors, tags, mappings in braces, paragraphs, a key that stands twice) it
does not read at all: that is for the whole parser.
"""

from __future__ import annotations

import re
from typing import Any

from ingest.headers.values import NULLS, Scalar, bare_scalar
from ingest.late import late
from ingest.memo import remembered
from ingest.model import Value

_MARKS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a value begins with that is no plain scalar, but for the sign of a number."""
_QUOTES = frozenset("'\"")

_KEY = late(r"\w+(?:[ ./-]\w+)*")
_ITEM = re.compile(r"""[\w/][\w ./+&()-]*|'[^']*'|"[^"\\]*\"""")
_LIST = late(rf"\[(?:{_ITEM.pattern})(?:,[ ]*(?:{_ITEM.pattern}))*\]")
_BLOCKS = {"|": ("\n", "\n"), "|-": ("\n", ""), ">": (" ", "\n"), ">-": (" ", "")}
"""What comes between the lines of a text that stands below its key, and what at its end."""

_DEEPEST = 32
_LONGEST = 100_000
"""Levels of nesting and characters at most: far within the bounds of `strict_yaml`."""
_LONGEST_KEY = 400
"""Characters; YAML looks for the colon of a key within 1024."""
_LONGEST_RUN = 4000
"""Characters of a plain scalar over several lines at most."""


class _Other(Exception):
    """The text is not written in the part of YAML that is read here."""


def read_simple_yaml(text: str, base: int = 0) -> dict[str, Value] | None:
    """The mapping that a YAML text stands for, or None where it is not in the simple part of YAML, valid or not.

    Scalars are marked as `strict_yaml.read_yaml` marks them; `base` is the place of the text in the one it was cut from.
    """
    if len(text) > _LONGEST or not text.endswith("\n"):
        return None
    # Printable characters are none of those that YAML forbids, and neither tabs nor line breaks of its own. No-break
    # spaces are characters like others there.
    if not text.replace("\n", " ").replace("\xa0", " ").isprintable():
        return None
    try:
        value = _Reader(text, base).read()
    except _Other:
        return None
    return value if isinstance(value, dict) else None


class _Reader:
    """The collections that are open, innermost last, and the column at which the entries of each stand.

    The outermost one is no part of the text: it holds the value of the whole, under an empty key.
    """

    def __init__(self, text: str, base: int) -> None:
        self.lines = text.split("\n")
        self.number = 0  # of the next line, and its place
        self.place = base
        self.open: list[Any] = [{}]
        self.columns = [-1]
        self.awaited: str | None = ""  # the last key of the innermost mapping, while its value may stand below it
        self.above: tuple[Any, Any] | None = None  # collection, and key or index, of the value on the line above

    def read(self) -> Value:
        whole, lines = self.open[0], self.lines
        while self.number < len(lines):
            line, start = lines[self.number], self.place
            self.number += 1
            self.place = start + len(line) + 1
            bare = line.strip(" ")
            first = bare[:1]
            if first == "-" and bare[1:2] == " ":
                self.item(bare, line.find("-"), start)
            elif first and first != "#":
                column = line.find(first)
                self.entry(bare, column, start + column, None)
            else:
                self.above = None
        return whole.get("")

    def skip(self, line: str) -> None:
        self.number += 1
        self.place += len(line) + 1

    def item(self, bare: str, column: int, start: int) -> None:
        """Read a line with a dash at a column, in a line that begins at a place."""
        text = bare[2:].lstrip(" ")
        inner = column + len(bare) - len(text)
        self.entry(text, inner, start + inner, self.list_at(column))

    def entry(self, text: str, column: int, start: int, items: list[Value] | None) -> None:
        """Read a key with its value, or a value alone, that begins at a column and a place; after a dash, into a list."""
        key, colon, value = text.partition(": ")
        if not colon and text[-1] == ":":
            key = text[:-1]
        elif not colon or text[0] in _QUOTES:
            self.text(text, column, start, items)
            return
        if items is not None:
            entries: dict[str, Value] = {}
            items.append(entries)
            self.enter(entries, column)
        elif column == self.columns[-1] and type(self.open[-1]) is dict:
            entries = self.open[-1]
        else:
            entries = self.mapping_at(column)
        if key in entries or not _is_key(key):
            raise _Other
        if colon:
            if value[0] == " ":
                value = value.lstrip(" ")
            entries[key] = self.value(value, start + len(text) - len(value))
            self.above = entries, key
            self.awaited = None
        else:
            entries[key] = self.above = None
            self.awaited = key

    def text(self, text: str, column: int, start: int, items: list[Value] | None) -> None:
        """Read a value that stands alone: an item of a list, or what the line above goes on with."""
        if items is None:
            self.run_on(text, column, start)
        else:
            items.append(self.value(text, start))
            self.above = items, -1
            self.awaited = None

    def run_on(self, text: str, column: int, start: int) -> None:
        """Add a line to the plain scalar that stands on the line above."""
        if self.above is None or column <= self.columns[-1]:
            raise _Other
        collection, place = self.above
        begun, more = collection[place], self.value(text, start)
        if not (_is_plain(begun) and _is_plain(more)) or len(begun) > _LONGEST_RUN:
            raise _Other
        collection[place] = Scalar(f"{begun} {more}", begun.start)

    def mapping_at(self, column: int) -> dict[str, Value]:
        """The mapping whose keys stand at a column: a new one below the key that awaits its value, or an open one."""
        columns, collections = self.columns, self.open
        if column > columns[-1]:
            if self.awaited is None:
                raise _Other
            entries: dict[str, Value] = {}
            collections[-1][self.awaited] = entries
            self.enter(entries, column)
            return entries
        # A list may stand at the very column of the key that it belongs to.
        while columns[-1] > column or (columns[-1] == column and type(collections[-1]) is list):
            columns.pop()
            collections.pop()
        found: dict[str, Value] = collections[-1]
        if columns[-1] != column:
            raise _Other
        return found

    def list_at(self, column: int) -> list[Value]:
        """The list whose dashes stand at a column."""
        if self.awaited is not None and column >= self.columns[-1]:
            items: list[Value] = []
            self.open[-1][self.awaited] = items
            self.enter(items, column)
            return items
        while self.columns[-1] > column:
            self.columns.pop()
            self.open.pop()
        found = self.open[-1]
        if self.columns[-1] != column or not isinstance(found, list):
            raise _Other
        return found

    def enter(self, collection: Value, column: int) -> None:
        if len(self.open) > _DEEPEST:
            raise _Other
        self.open.append(collection)
        self.columns.append(column)

    def value(self, text: str, start: int) -> Value:
        """The value that a text without blanks around it stands for."""
        if text[0] in _MARKS and not (text[0] == "-" and text[1:2].isdigit()):
            return self.marked(text, start)
        # A colon begins another mapping, which YAML does not want here, and a number sign a comment.
        if ": " in text or " #" in text or text[-1] == ":":
            raise _Other
        return None if text in NULLS else bare_scalar(text, start)

    def marked(self, text: str, start: int) -> Value:
        """A value that begins with a mark of YAML's own."""
        mark, inner = text[0], text[1:-1]
        if mark in _QUOTES:
            if len(text) == 1 or text[-1] != mark or mark in inner or (mark == '"' and "\\" in inner):
                raise _Other
            return Scalar(inner, start, quoted=True)
        if text in _BLOCKS:
            return self.block(text, start)
        if text in ("[]", "{}"):
            return [] if mark == "[" else {}
        if not _LIST.fullmatch(text):
            raise _Other
        return [self.value(item[0].rstrip(" "), start + item.start()) for item in _ITEM.finditer(text)]

    def block(self, style: str, start: int) -> Scalar:
        """The text below a key, all of it at one margin: lines (`|`), or one line over several (`>`)."""
        below = self.lines[self.number]
        margin = below[: len(below) - len(below.lstrip(" "))]
        if len(margin) <= self.columns[-1]:
            raise _Other
        texts = []
        while (line := self.lines[self.number]).startswith(margin):
            text = line[len(margin) :]
            if not text or text[0] == " ":
                raise _Other
            texts.append(text)
            self.skip(line)
        while self.number < len(self.lines) and not (line := self.lines[self.number]).strip(" "):
            self.skip(line)
        if self.number < len(self.lines) and self.lines[self.number].startswith(margin):
            raise _Other  # another paragraph
        between, end = _BLOCKS[style]
        return Scalar(between.join(texts) + end, start, quoted=True)


@remembered(2048)
def _is_key(text: str) -> bool:
    """Whether a text is a key of the simple kind: the same ones come in every header."""
    return text not in NULLS and len(text) <= _LONGEST_KEY and (text.isidentifier() or bool(_KEY.fullmatch(text)))


def _is_plain(value: Value) -> bool:
    return type(value) is Scalar and not value.quoted
