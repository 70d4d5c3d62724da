"""The tolerant reader: takes a broken header line by line and recovers every value, with a remark on each such line.

A header is cut into chunks, one a key. Each chunk is given to the strict reader first, so that one bad line does not
spoil its neighbours; only what is refused there is read by its look.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.headers.strict_yaml import read_yaml, read_yaml_fields
from ingest.headers.values import Broken, Fields, Scalar, Unread, Unreadable, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known
from ingest.model import Remark, Value

UNREAD_KEY = "header_lines"
"""The field that holds the lines of a closed header that belong to no key."""

WRAPPED = 50
"""A line at least this long may go on in the next one without indentation; shorter lines ended where they were meant
to. Editors wrap at 60 and more."""

QUOTED_LINES = 60
"""Lines of one quoted value at most."""

DEEPEST = 8
"""Levels at most that are read by their look; real front matter has five."""

_KEY = late(
    r"""(?P<indent>[ \t]*)(?P<quote>["']?)(?P<key>[^\W\d][\w@$.+/-]{0,59}(?:[ ][\w.+/-]{1,30}){0,3}(?:\(s\))?"""
    r"""|\d[\w-]{0,20})(?P=quote)[ \t]*:(?:[ \t]+(?P<value>.*)|$)"""
)
_TIGHT = late(
    r"(?P<indent>[ \t]*)(?P<key>[A-Za-z][\w-]{1,30})(?P<sep>:|[ \t]*[=：][ \t]*|[ \t]+)(?P<value>(?!//|[:=]).*)$"
)
_ITEM = late(r"[ \t]*(?:-(?!--)[ \t]*|[•‣▪◦*+–][ \t]+)(?P<value>.*)$")
_FIELD_ITEM = re.compile(r"[a-z][\w-]{0,30}:[ \t]+\S")
_COMMENT = late(r"[ \t]*#(?:[ \t]|$)")
_IDENTIFIER = late(r"[\w@$.+/-]+")
_INDENT = late(r"[ \t]*")
_BLOCK = late(r"[|>][+-]?\d?[ \t]*(?:#.*)?$")
_LINK = late(r"\[[^\]]*\]\(")


@dataclass(slots=True)
class _Chunk:
    """A key line and what hangs on it; `head` is the value on the key line itself."""

    key: str
    head: str
    indent: int
    start: int
    end: int
    lines: list[str] = field(default_factory=list)
    strict: bool = True

    @property
    def rest(self) -> list[str]:
        return [line for line in self.lines[1:] if line.strip()]


def lines_of(text: str, base: int) -> Iterator[tuple[int, str]]:
    """The lines of a text with the place of each."""
    for line in text.split("\n"):
        yield base, line
        base += len(line) + 1


def key_of(line: str) -> str:
    """The key that a line begins with, or an empty string."""
    match = _KEY.match(line)
    return match["key"] if match else ""


def is_identifier(key: str) -> bool:
    """Whether a key is one word, as tools write them."""
    return _IDENTIFIER.fullmatch(key) is not None


@dataclass(slots=True)
class Reading:
    """What the tolerant reader found: fields, remarks, and the lines that belong to no field with their places."""

    fields: dict[str, Value]
    remarks: list[Remark]
    unread: list[tuple[int, str, bool]]
    """Place, line, and whether a blank line stands before it."""


def read_tolerantly(text: str, base: int = 0, *, strict: bool = True, depth: int = 0) -> Reading:
    """Read what can be read of the text of a broken header that was cut out at `base`.

    `strict` False leaves YAML's own rules aside: for headers that never were YAML, where `#` and quotes are text.
    """
    chunks, unread = _chunks(text, base)
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    for chunk in chunks:
        part = _strict(chunk) if strict and chunk.strict else None
        if part is None:
            part = Fields({chunk.key: _value(chunk, depth, yaml=strict)}, [])
            if strict:
                remarks.append(
                    Broken(chunk.start, chunk.end, f"{chunk.key!r} is no valid YAML and was read by its look")
                )
        remarks += part.remarks
        for key, value in part.fields.items():
            add_field(fields, key, value, remarks, (chunk.start, chunk.end))
    return Reading(fields, remarks, unread)


def keep_unread(reading: Reading) -> None:
    """Put the lines that belong to no field into a field of their own, each with a remark."""
    kept = [(start, line.strip()) for start, line, _ in reading.unread]
    if not kept:
        return
    reading.fields.setdefault(UNREAD_KEY, []).extend(Scalar(line, start, quoted=True) for start, line in kept)
    reading.remarks.extend(Unread(start, start + len(line), "the line belongs to no key") for start, line in kept)


def _chunks(text: str, base: int) -> tuple[list[_Chunk], list[tuple[int, str, bool]]]:
    chunks: list[_Chunk] = []
    unread: list[tuple[int, str, bool]] = []
    level = -1
    quote = ""
    blank = False
    lines = list(lines_of(text, base))
    for index, (start, line) in enumerate(lines):
        stripped = line.strip()
        chunk = chunks[-1] if chunks else None
        if not stripped:
            if chunk:
                chunk.lines.append(line)
            blank = True
            continue
        if quote:
            chunks[-1].lines.append(line)
            quote = "" if _closes(stripped, quote) else quote
            blank = False
            continue
        match = _KEY.match(line)
        if match and (level < 0 or _is_top(match, level, chunk)):
            level = _width(match["indent"]) if level < 0 else min(level, _width(match["indent"]))
            head = match["value"] or ""
            chunks.append(_Chunk(match["key"], head, _width(match["indent"]), start, start + len(line), [line]))
            quote = _open_quote(head)
            quote = quote if quote and _is_closed(lines, index + 1, quote) else ""
        elif chunk and (line[0] in " \t" or _belongs(chunk, line, blank)) and not _goes_on_tight(chunk, line):
            chunk.lines.append(line)
        elif tight := _tight(line):
            chunks.append(_Chunk(tight["key"], tight["value"], 0, start, start + len(line), [line], strict=False))
            level = 0
        elif not _COMMENT.match(line):
            unread.append((start, line, blank))
        blank = False
    return chunks, unread


def _width(indent: str) -> int:
    return len(indent.expandtabs(2))


def _starts_known(line: str) -> bool:
    """Whether a line inside an open quote rather begins the next field: the quote was never closed."""
    match = _KEY.match(line)
    return bool(match) and not line[:1].isspace() and is_known(match["key"] if match else "")


def _is_top(match: re.Match[str], level: int, chunk: _Chunk | None) -> bool:
    """Whether a key line begins a field of the header, not one nested in the field before it."""
    width = _width(match["indent"])
    if width <= level or chunk is None:
        return True
    rest = chunk.rest
    if not rest:
        return bool(chunk.head.strip()) and not _BLOCK.match(chunk.head) and not _goes_on(chunk.head)
    first = _INDENT.match(rest[0])
    return bool(_ITEM.match(rest[0])) and not chunk.head.strip() and first is not None and width <= _width(first[0])


def _goes_on(head: str) -> bool:
    """Whether a value may hold further keys in the next lines: what nests, and does not end on its own line."""
    return head[0] in "&!*" or (head[0] in "[{" and head.rstrip()[-1] not in "]}")


def _belongs(chunk: _Chunk, line: str, blank: bool) -> bool:
    """Whether an unindented line without a key goes on with the field before it."""
    if blank:
        return not chunk.head.strip() and not chunk.rest and _ITEM.match(line) is not None
    if _BLOCK.match(chunk.head.strip()) and (not chunk.rest or not chunk.rest[0][:1].isspace()):
        return True
    if _ITEM.match(line):
        head = chunk.head.strip()
        return not head or head[0] in "[#" or head.startswith("- ")
    if line[0] in "]}":
        return True
    return len(chunk.lines[-1]) >= WRAPPED and " " in line.strip()


def _tight(line: str) -> re.Match[str] | None:
    """A known key whose colon is missing, or lacks the blank after it."""
    match = _TIGHT.match(line)
    if not match or not is_known(match["key"]) or match["indent"]:
        return None
    if match["sep"].isspace() and (match["key"] != match["key"].lower() or len(line) > WRAPPED * 2):
        return None
    return match


def _goes_on_tight(chunk: _Chunk, line: str) -> bool:
    """Whether a line is a field without a blank after its colon, below one that is written so too."""
    match = None if chunk.strict or line[0] in " \t" else _tight(line)
    return match is not None and match["sep"] == ":"


def _open_quote(head: str) -> str:
    head = head.strip()
    if head[:1] in ('"', "'") and not (len(head) > 1 and _closes(head[1:], head[0])) and head not in ("''", '""'):
        return head[0]
    return ""


def _is_closed(lines: list[tuple[int, str]], after: int, quote: str) -> bool:
    """Whether an open quote is closed by one of the next lines, before a line that rather begins the next field."""
    for _, line in lines[after : after + QUOTED_LINES]:
        if _starts_known(line):
            return False
        if _closes(line.strip(), quote):
            return True
    return False


def _closes(line: str, quote: str) -> bool:
    return line.rstrip(", \t").endswith(quote) and not line.rstrip(", \t").endswith("\\" + quote)


def _strict(chunk: _Chunk) -> Fields | None:
    """The chunk as the strict reader takes it, or None."""
    rest = chunk.rest
    if not chunk.head.strip() and any("\t" in line for line in rest) and all(_ITEM.match(line) for line in rest):
        # With a tab in the place of blanks, an item would become part of the one before it.
        return None
    lines = [_untabbed(line) for line in chunk.lines]
    if chunk.indent:
        cut = chunk.indent
        lines = [line[cut:] if not line[:cut].strip() else line for line in lines]
    try:
        part = read_yaml_fields("\n".join(lines) + "\n", chunk.start, exact=False)
    except Unreadable:
        return None
    return part if len(part.fields) == 1 else None


def _untabbed(line: str) -> str:
    if "\t" not in line:
        return line
    body = line.lstrip(" \t")
    return line[: len(line) - len(body)].expandtabs(2) + body


def _value(chunk: _Chunk, depth: int, *, yaml: bool) -> Value:
    """The value of a chunk by its look."""
    head = chunk.head.strip()
    rest = chunk.rest
    if _BLOCK.match(head):
        return Scalar("\n".join(line.strip() for line in rest), chunk.start, quoted=True)
    if yaml and head.startswith("- ") and all(map(_ITEM.match, rest)) and (rest or field_of(chunk.key) in _LISTS):
        # A list that begins on the line of its key.
        items = _items([head, *rest], chunk.start)
        return [
            _flow(str(item), chunk.start) if isinstance(item, Scalar) and item.startswith("[") else item
            for item in items
        ]
    if not head or (yaml and head[0] == "#"):
        return _below(chunk, rest, depth, yaml=yaml) if rest else None
    if (
        not yaml
        and rest
        and field_of(chunk.key) == "authors"
        and not any(line.rstrip()[-1:] in ",;&" for line in (head, *rest[:-1]))
    ):
        # MultiMarkdown: each on a line of its own.
        return [Scalar(line.strip(), chunk.start, quoted=True) for line in (head, *rest)]
    return _text([head, *rest], chunk.start, yaml=yaml)


_LISTS = frozenset({"tags", "categories", "authors", "aliases"})


def _below(chunk: _Chunk, rest: list[str], depth: int, *, yaml: bool) -> Value:
    """The value of a key that has nothing on its own line: a list, a mapping, or text."""
    if not all(_ITEM.match(line) for line in rest) and depth < DEEPEST:
        nested = read_tolerantly("\n".join(chunk.lines[1:]), chunk.start, strict=yaml, depth=depth + 1)
        if nested.fields and not nested.unread:
            return nested.fields
    return _items(rest, chunk.start) if _ITEM.match(rest[0]) else _text(rest, chunk.start, yaml=yaml)


def _text(lines: list[str], start: int, *, yaml: bool) -> Value:
    text = " ".join(line.strip() for line in lines).strip()
    if text[0] == "[" and yaml and not _LINK.match(text):
        return _flow(text, start)
    if text[0] == "{" and yaml and text[:2] != "{{" and (mapping := _mapping(text, start)):
        return mapping
    return scalar(text, start) if yaml else Scalar(text, start, quoted=True)


def _mapping(text: str, start: int) -> dict[str, Value] | None:
    """A mapping in braces of which the last is missing; its names are plain ones."""
    try:
        value, _ = read_yaml(text.rstrip(", ") + "}", start, exact=False)
    except Unreadable:
        return None
    return value if isinstance(value, dict) and all(is_identifier(key) for key in value) else None


def _items(lines: list[str], start: int) -> list[Value]:
    """The items of a list, also without a blank after the dash; an item without text is none."""
    items: list[list[str]] = []
    for line in lines:
        match = _ITEM.match(line)
        if match:
            items.append([match["value"].strip()])
        elif items:
            items[-1].append(line.strip())
    if items and all(_FIELD_ITEM.match(parts[0]) for parts in items):
        # `-name: Ann`, without the blank that YAML wants.
        return [read_tolerantly("\n".join(parts), start, depth=DEEPEST).fields for parts in items]
    texts = (" ".join(parts).strip() for parts in items)
    return [scalar(text, start) for text in texts if text]


def _flow(text: str, start: int) -> Value:
    """A list between brackets, also one that is not closed or holds bare quotes."""
    try:
        value, _ = read_yaml(text, start, exact=False)
    except Unreadable:
        value = None
    if isinstance(value, list) and value:
        return value
    inner = text[1:].rstrip(", \t").removesuffix("]")
    if "]" in inner and inner.partition("]")[2].lstrip()[:1] not in ("", ",", "'", '"'):
        # `[Draft] The pump` is a title.
        return Scalar(text, start)
    if "[" in inner or "{" in inner or ":" in inner:
        return Scalar(text, start)
    return [scalar(part.strip(), start) for part in inner.split(",") if part.strip()] or Scalar(text, start)


def scalar(text: str, start: int) -> Scalar:
    """A scalar by its look: quotes around it go, also with a comma or a second quote after them, or without an end."""
    quote = text[:1]
    if quote not in ('"', "'") or len(text) == 1:
        return Scalar(text.removesuffix(",") if _code_like(text) else text, start)
    last = text.rfind(quote)
    tail = text[last + 1 :].strip()
    if last == 0:
        return Scalar(text[1:].strip(), start, quoted=True)
    if tail not in ("", ","):
        return Scalar(text, start, quoted=True)
    inner = text[1:last]
    if quote == '"' and "\\" in inner and (read := _as_json(text[: last + 1])) is not None:
        return Scalar(read, start, quoted=True)
    if inner.endswith(quote) and not inner.endswith("\\" + quote) and inner.count(quote) % 2:
        inner = inner[:-1]
    if inner.startswith(quote) and inner.count(quote) % 2 and not inner.startswith(quote * 2):
        inner = inner[1:].lstrip()
    inner = inner.replace('\\"', '"') if quote == '"' else inner.replace("''", "'")
    return Scalar(inner, start, quoted=True)


def _as_json(text: str) -> str | None:
    """A quoted text with its escapes resolved as JSON has them: half a character pair each, which YAML refuses."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _code_like(text: str) -> bool:
    return text.endswith(("',", '",'))
