"""Quotes of YAML and TOML that a program for writing curled: `date: “2014-05-06”`.

A title may be a quotation and keep its quotes. A date, a tag or an author's name is none: where one of these stands in curled
quotes, and another value beside it, a program put them in the place of straight ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.headers.values import Broken, Scalar
from ingest.late import late
from ingest.metadata.aliases import field_of
from ingest.model import Header, Value

_CURLED = late(
    r"“([^“”„\n]*)[”“]|„([^“”„\n]*)[“”]|‘([^‘’\n]*(?:’\w[^‘’\n]*)*)’|«[ \u00a0\u202f]?([^«»\n]*?)[ \u00a0\u202f]?»"
)
_NEVER_QUOTED = frozenset(
    {"authors", "published", "modified", "language", "tags", "categories", "image", "url", "draft", "slug"}
)
_LAYOUTS = frozenset({"yaml-header", "toml-header"})
_FEWEST = 2
_MANY = 4
"""Values that stand between curled quotes, and no other: an editor curled those of the whole header."""


def with_straight_quotes(header: Header) -> Header:
    """The header with the quotes taken off that were meant for its reader, and a remark that they were."""
    if header.layout not in _LAYOUTS:
        return header
    curled = [
        (key, scalar) for key, value in header.fields.items() for scalar in _bare(value) if _CURLED.fullmatch(scalar)
    ]
    whole = len(curled) >= _MANY and all(map(_is_curled, header.fields.values()))
    if len(curled) < _FEWEST or not (whole or any(field_of(key) in _NEVER_QUOTED for key, _ in curled)):
        return header
    keys = {key for key, _ in curled}
    fields = {key: _straight(value) if key in keys else value for key, value in header.fields.items()}
    start = min(scalar.start for _, scalar in curled)
    remark = Broken(start, start + 1, "curled quotes stand in the place of straight ones")
    return Header(header.layout, fields, header.end, tuple(sorted((*header.remarks, remark), key=lambda one: one[:2])))


def _bare(value: Value) -> Iterator[Scalar]:
    """The scalars of a value, or of a list, that were written without straight quotes."""
    for item in value if isinstance(value, list) else (value,):
        if isinstance(item, Scalar) and not item.quoted and item[:1] in "“„‘«":
            yield item


def _is_curled(value: Value) -> bool:
    """Whether a text, or each text of a list, stands between curled quotes."""
    items = value if isinstance(value, list) else [value]
    return all(isinstance(item, Scalar) and _CURLED.fullmatch(item) is not None for item in items)


def _straight(value: Value) -> Value:
    if isinstance(value, list):
        return [_straight(item) for item in value]
    if not isinstance(value, Scalar) or value.quoted or not (match := _CURLED.fullmatch(value)):
        return value
    return Scalar(next((group for group in match.groups() if group is not None), ""), value.start, quoted=True)
