"""TOML as a header: strictly where it can be, entry by entry where not, and without one of its fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.headers.evidence import LONGEST, MOST_LINES, header_of, is_plausible, is_titled, line_at, marked
from ingest.headers.tolerant import Reading, keep_unread, lines_of, read_tolerantly
from ingest.headers.values import Broken, Scalar, Unclosed, add_field
from ingest.late import late
from ingest.metadata.aliases import is_known
from ingest.model import Header, Remark, Value

TOML_LINE = re.compile(r"""[ \t]*["']?([\w.-]{1,60})["']?[ \t]*=[ \t]*(.*)$""")
_TOML_VALUES = frozenset("\"'[{0123456789tf")
"""What a value of TOML begins with."""
_TOML_TABLE = re.compile(r"[ \t]*\[+[ \t]*([\w.\" -]{1,100}?)[ \t]*\]+[ \t]*(?:#.*)?$")


def toml_between(content: str, base: int) -> Header | None:
    """The header that a text between fences is, which was cut out at `base`; None if it sets nothing."""
    import tomllib

    def written(number: str) -> Scalar:
        return Scalar(number, base)

    try:
        fields = marked(tomllib.loads(content, parse_float=written), base)
    except (ValueError, RecursionError) as error:
        return _broken_toml(content, base, str(error).partition("\n")[0])
    return Header("toml-header", fields) if fields else None


def _broken_toml(content: str, base: int, reason: str) -> Header | None:
    """Read TOML entry by entry, each with TOML's own reader first, then by its look."""
    fields: dict[str, Value] = {}
    reading = Reading(fields, [Broken(base, base, f"the header is no valid TOML ({reason}) and was read by lines")], [])
    table = fields
    if content.count("\n") > MOST_LINES:
        return None
    for start, entry in _toml_entries(content, base):
        heading = _TOML_TABLE.match(entry[0])
        match = TOML_LINE.match(entry[0])
        if heading:
            name = heading[1].strip('" ')
            table = fields.setdefault(name, {})
            table = table if isinstance(table, dict) else fields
            reading.unread.extend((start, line, False) for line in entry[1:])
        elif not match:
            reading.unread.extend((start, line, False) for line in entry)
        elif not _toml_value(match[1], "\n".join(entry), start, table, reading.remarks):
            _by_look(match, entry, start, table, reading)
    if not is_plausible(reading):
        return None
    keep_unread(reading)
    return header_of("toml-header", fields, reading.remarks)


def unclosed_toml(text: str, opened: re.Match[str]) -> Header | None:
    """TOML whose closing fence is missing: the lines that set names, in tables too, if two of them are known."""
    base = opened.end()
    end = end_of_toml(text, base)
    header = toml_between(text[base:end], base) if text[base:end].count("\n") <= MOST_LINES else None
    if not header or not is_titled(header.fields) or sum(is_known(key) for key in header.fields) < 2:  # noqa: PLR2004 - a pair
        return None
    unclosed = Unclosed(opened.start(), opened.start() + len(opened[1]), "the header is never closed")
    return header_of("toml-header", dict(header.fields), (*header.remarks, unclosed), end)


def end_of_toml(text: str, base: int) -> int:
    """Where lines of TOML that began at `base` end: at the first other one that stands in no list and no long text."""
    end = base
    lines = list(lines_of(text[base : base + LONGEST], base))
    until = ""
    blank = False
    for number, (start, line) in enumerate(lines):
        if until:
            until = "" if until in line else until
        elif not line.strip():
            blank = True
            continue
        elif match := TOML_LINE.match(line):
            if blank and match[2][:1] not in _TOML_VALUES:
                break
            until = _toml_open(match[2])
        elif not _TOML_TABLE.match(line) or number + 1 == len(lines) or not TOML_LINE.match(lines[number + 1][1]):
            break
        blank = False
        end = min(start + len(line) + 1, len(text))
    return end


def _toml_open(value: str) -> str:
    """What closes a value that goes on in the next lines; empty where it ends on its own."""
    for quote in ('"""', "'''"):
        if value.startswith(quote) and quote not in value[len(quote) :]:
            return quote
    return "]" if value.startswith("[") and "]" not in value else ""


def read_unopened_toml(text: str, start: int) -> Header | None:
    """TOML that only a closing fence sets apart, as Bartholomew's pages begin: read strictly, with a title and more."""
    first = TOML_LINE.match(line_at(text, start))
    close = _UNOPENED_CLOSE.search(text, start, start + LONGEST) if first and first[2][:1] in _TOML_VALUES else None
    if not close:
        return None
    import tomllib

    try:
        fields = marked(tomllib.loads(text[start : close.start()], parse_float=lambda one: Scalar(one, start)), start)
    except (ValueError, RecursionError):
        return None
    return Header("toml-header", fields, close.end()) if is_titled(fields) else None


_UNOPENED_CLOSE = late(r"^(?:-{3}|\+{3})[ \t]*(?:\n|\Z)", re.MULTILINE)


def _toml_entries(content: str, base: int) -> Iterator[tuple[int, list[str]]]:
    """A key or table line with the lines up to the next one; comments and empty lines are left out."""
    entry: list[str] = []
    at = base
    for start, line in lines_of(content, base):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if entry and (_TOML_TABLE.match(line) or TOML_LINE.match(line)):
            yield at, entry
            entry = []
        if not entry:
            at = start
        entry.append(line)
    if entry:
        yield at, entry


def _toml_value(key: str, text: str, start: int, table: dict[str, Value], remarks: list[Remark]) -> bool:
    import tomllib

    try:
        parsed = marked(tomllib.loads(text + "\n", parse_float=lambda number: Scalar(number, start)), start)
    except (ValueError, RecursionError):
        return False
    for name, value in parsed.items():
        add_field(table, name, value, remarks, (start, start + len(key)))
    return True


def _by_look(match: re.Match[str], entry: list[str], start: int, table: dict[str, Value], reading: Reading) -> None:
    part = read_tolerantly("\n".join([f"{match[1]}: {match[2]}", *(f"  {line}" for line in entry[1:])]), start)
    message = f"{match[1]!r} is no valid TOML and was read by its look"
    reading.remarks.append(Broken(start, start + len(match[0]), message))
    reading.unread.extend(part.unread)
    for key, value in part.fields.items():
        add_field(table, key, value, reading.remarks, (start, start + len(key)))
