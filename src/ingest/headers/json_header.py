"""JSON as a header: an object at the top, between fences of several kinds, and one that JSON refuses."""

from __future__ import annotations

import json
import re

from ingest.headers.escapes import hides_bytes
from ingest.headers.evidence import LONGEST, MOST_LINES, header_of, is_titled, marked
from ingest.headers.strict_yaml import read_yaml_fields
from ingest.headers.tolerant import is_identifier, read_tolerantly
from ingest.headers.values import Broken, Scalar, Unreadable
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known
from ingest.model import Header, Value

SEMICOLONS = re.compile(r"^;{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_BRACE = late(r"[ \t\n]*\{[ \t]*\n")
_BRACE_CLOSE = late(r"^[ \t]*\}[ \t]*(?:\n|\Z)|^[ \t]*\n", re.MULTILINE)
_JSON_COMMENT = late(r"^[ \t]*//[^\n]*|[ \t]/\*[^*\n]*\*/", re.MULTILINE)


def json_between(content: str, base: int) -> Header | None:
    """JSON between fences, with its braces or (as Hexo writes it) without."""
    for candidate in (content, "{" + content.strip().removesuffix(",") + "}"):
        fields = _load_json(candidate, base)
        if fields is not None:
            return Header("json-header", fields)
    return read_broken_json(content, base) if content.lstrip()[:1] == "{" else None


def _load_json(text: str, base: int) -> dict[str, Value] | None:
    try:
        value, _ = _decoder(base).raw_decode(text.lstrip())
        fields = marked(value, base, hidden=hides_bytes(text))
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def _decoder(base: int) -> json.JSONDecoder:
    def number(written: str) -> Scalar:
        return Scalar(written, base)

    return json.JSONDecoder(parse_float=number, parse_int=number, parse_constant=number, strict=False)


def read_json(text: str, start: int) -> Header | None:
    """A JSON object at the very top whose keys are those of a header, with the body after it on a new line."""
    window = text[start : start + LONGEST]
    if window.count("[", 0, 4096) + window.count("{", 0, 4096) > MAX_BRACKETS:
        return None
    try:
        value, length = _decoder(start).raw_decode(window)
        if not isinstance(value, dict) or not _is_json_header(value, window[:length]):
            return None
        fields = marked(value, start, hidden=hides_bytes(window[:length]))
    except RecursionError:
        return None
    except ValueError:
        return read_broken_json(window, start)
    end = start + length
    rest = re.compile(r"[ \t]*(?:\n|\Z)").match(text, end)
    if not rest:
        return None
    return Header("json-header", fields, rest.end())


def _is_json_header(value: dict[str, Value], written: str) -> bool:
    """Whether a JSON object is a header: by a known key, or as Hugo writes it, its braces on lines of their own."""
    if any(field_of(key) for key in value):
        return True
    by_lines = written.startswith("{\n") and written.endswith("\n}")
    return by_lines and len(value) > 1 and all(is_identifier(key) for key in value)


MAX_BRACKETS = 1000
"""Brackets at the start of a JSON header at most: what nests deeper is an attack, not front matter."""


def read_broken_json(text: str, base: int) -> Header | None:
    """A JSON object that JSON refuses, cut out at `base`: a comma too many, single quotes, comments, no brace at the end.

    It begins with a brace alone on its line, ends with one or with a blank line, and holds a title and one known name more.
    """
    opened = _BRACE.match(text)
    if not opened:
        return None
    close = _BRACE_CLOSE.search(text, opened.end())
    end = close.end() if close else len(text)
    content = text[opened.end() : close.start() if close else end].rstrip()
    if content.count("\n") > MOST_LINES:
        return None
    content = _JSON_COMMENT.sub(lambda match: " " * len(match[0]), content)
    start = base + opened.end()
    try:
        fields, remarks = read_yaml_fields("{" + content + "\n}", start, exact=False)
    except Unreadable:
        reading = read_tolerantly(content, start)
        if reading.unread:
            return None
        fields, remarks = reading.fields, reading.remarks
    if not is_titled(fields) or sum(is_known(key) for key in fields) < 2:  # noqa: PLR2004 - a pair
        return None
    remarks.append(Broken(base, base + 1, "the header is no valid JSON and was read by its look"))
    return header_of("json-header", fields, remarks, base + end)


def read_hexo_json(text: str, start: int) -> Header | None:
    """Hexo's JSON header: the inside of an object, closed by `;;;` alone."""
    close = SEMICOLONS.search(text, start, start + LONGEST)
    if not close:
        return None
    header = json_between(text[start : close.start()], start)
    return Header("json-header", header.fields, close.end()) if header else None


def read_poet(text: str, start: int) -> Header | None:
    """JSON between three braces and three, as Poet's posts begin: `{{{`, `"title": "One"`, `}}}`; with a title."""
    opened = _BRACES.match(text, start)
    close = _BRACES_CLOSE.search(text, opened.end(), opened.end() + LONGEST) if opened else None
    if not opened or not close:
        return None
    header = json_between(text[opened.end() : close.start()].rstrip(), opened.end())
    return Header("json-header", header.fields, close.end()) if header and is_titled(header.fields) else None


_BRACES = late(r"\{{3}[ \t]*\n")
_BRACES_CLOSE = late(r"^[ \t]*\}{3}[ \t]*(?:\n|\Z)", re.MULTILINE)
