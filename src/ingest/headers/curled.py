"""Quotes of YAML and TOML that a program for writing curled: `date: “2014-05-06”`.

A title may be a quotation and keep its quotes. A date, a tag, an author's name or one word is none: where one of these stands
in curled quotes, and another value beside it, a program put them in the place of straight ones. So it did where a straight
quote stands at the end of a value and a curled one at its beginning, and where other values stand in straight quotes: who
quotes values would have put straight ones around a quotation too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ingest.headers.values import Broken, Scalar
from ingest.late import late
from ingest.metadata.aliases import field_of
from ingest.model import Header, Value

_CURLED = late(
    r"“([^“”„\n]*)[”“]|“([^“”„\"\n]*)\"|„([^“”„\n]*)[“”]|‘([^‘’\n]*(?:’\w[^‘’\n]*)*)’"
    r"|«[ \u00a0\u202f]?([^«»\n]*?)[ \u00a0\u202f]?»"
)
_NEVER_QUOTED = frozenset(
    {"authors", "published", "modified", "language", "tags", "categories", "image", "url", "draft", "slug"}
)
_LAYOUTS = frozenset({"yaml-header", "toml-header"})
_FEWEST = 2
_MANY = 4
"""Values that stand between curled quotes, and no other: an editor curled those of the whole header."""


def with_straight_quotes(header: Header, text: str) -> Header:
    """The header with the quotes taken off that were meant for its reader, and a remark that they were.

    `text` is what it was read from.
    """
    if header.layout not in _LAYOUTS:
        return header
    curled = [
        (key, scalar) for key, value in header.fields.items() for scalar in _bare(value) if _CURLED.fullmatch(scalar)
    ]
    if not curled or not (_meant(curled, header) or any(map(_is_quoted(text), header.fields.values()))):
        return header
    keys = {key for key, _ in curled}
    fields = {key: _straight(value) if key in keys else value for key, value in header.fields.items()}
    start = min(scalar.start for _, scalar in curled)
    remark = Broken(start, start + 1, "curled quotes stand in the place of straight ones")
    return Header(header.layout, fields, header.end, tuple(sorted((*header.remarks, remark), key=lambda one: one[:2])))


def _meant(curled: list[tuple[str, Scalar]], header: Header) -> bool:
    """Whether values in curled quotes show by themselves that these were meant as straight ones."""
    if any(scalar.endswith('"') for _, scalar in curled):
        return True
    whole = len(curled) >= _MANY and all(map(_is_curled, header.fields.values()))
    return len(curled) >= _FEWEST and (
        whole or any(field_of(key) in _NEVER_QUOTED or " " not in scalar for key, scalar in curled)
    )


def _is_quoted(text: str) -> Callable[[Value], bool]:
    """Whether a value, or one of a list, stands in straight quotes in a text."""

    def quoted(value: Value) -> bool:
        items = value if isinstance(value, list) else [value]
        marked = [item for item in items if isinstance(item, Scalar) and item.quoted]
        return any(_QUOTED_AT.match(text, item.start) for item in marked)

    return quoted


# What was read by its look has the place of its key.
_QUOTED_AT = late(r"(?:[\w -]{1,60}:[ \t]+)?\"")


def _bare(value: Value) -> Iterator[Scalar]:
    """The scalars of a value, or in it, that were written without straight quotes."""
    items = value if isinstance(value, list) else value.values() if isinstance(value, dict) else (value,)
    for item in items:
        if isinstance(item, dict):
            yield from _bare(item)
        elif isinstance(item, Scalar) and not item.quoted and item[:1] in "“„‘«":
            yield item


def _is_curled(value: Value) -> bool:
    """Whether a text, or each text of a list, stands between curled quotes."""
    items = value if isinstance(value, list) else [value]
    return all(isinstance(item, Scalar) and _CURLED.fullmatch(item) is not None for item in items)


def _straight(value: Value) -> Value:
    if isinstance(value, list):
        return [_straight(item) for item in value]
    if isinstance(value, dict):
        return {key: _straight(item) for key, item in value.items()}
    if not isinstance(value, Scalar) or value.quoted or not (match := _CURLED.fullmatch(value)):
        return value
    return Scalar(next((group for group in match.groups() if group is not None), ""), value.start, quoted=True)
