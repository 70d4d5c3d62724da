"""Clojure's notation (EDN) as the head of a page: `{:title "One", :tags ["a" "b"]}`, as Cryogen and Perun read it."""

from __future__ import annotations

import re

from ingest.headers.values import Fields, Scalar, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known
from ingest.model import Header, Remark, Value

LAYOUT = "edn-header"
LONGEST = 1 << 16
"""Characters of such a head at most."""

DEEPEST = 16
"""Levels at most."""

_OPENED = late(r"\{[\s,]*:[A-Za-z]")
_TOKEN = late(
    r"[\s,]*(?:;[^\n]*\n[\s,]*){0,50}"
    r"(?:\"(?P<text>(?:[^\"\\]|\\.)*)\"|(?P<open>#?\{|\[|\()|(?P<close>[\]})])|(?P<tag>#[A-Za-z][\w./-]*)"
    r"|(?P<atom>[^\s,\"\[\](){};#][^\s,\"\[\](){};]*))",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": ""}
_REST = late(r"[ \t]*(?:\n|\Z)")
_CLOSED_BY = {"{": "}", "#{": "}", "[": "]", "(": ")"}


def read_edn(text: str, start: int) -> Header | None:
    """A map at the very top whose names are keywords, one of them the title or two known, with nothing behind it."""
    if not _OPENED.match(text, start):
        return None
    reader = _Reader(text, start)
    try:
        value = reader.value(0)
    except ValueError:
        return None
    rest = _REST.match(text, reader.at)
    if not rest or not isinstance(value, dict):
        return None
    known = [key for key in value if is_known(key)]
    if len(known) < 2 and not any(field_of(key) == "title" for key in known):  # noqa: PLR2004 - a pair
        return None
    return Header(LAYOUT, value, rest.end(), tuple(reader.remarks))


class _Reader:
    """Reads one value after the other."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.at = start
        self.limit = start + LONGEST
        self.remarks: list[Remark] = []

    def token(self) -> re.Match[str]:
        match = _TOKEN.match(self.text, self.at, self.limit)
        if not match:
            msg = "no value here"
            raise ValueError(msg)
        self.at = match.end()
        return match

    def value(self, depth: int) -> Value:
        """The value here. Raises ValueError where there is none, or one that is too deep or not closed."""
        return self._valued(self.token(), depth)

    def _valued(self, match: re.Match[str], depth: int) -> Value:
        if match["open"]:
            items = self._items(_CLOSED_BY[match["open"]], depth + 1)
            return self._mapping(items, match.start("open")) if match["open"] == "{" else items
        if match["tag"]:
            # `#inst "2020-01-02"`: the tag only says how the value is to be read.
            return self.value(depth + 1)
        if match["text"] is not None:
            text = _ESCAPE.sub(lambda one: _ESCAPES.get(one[1], one[1]), match["text"])
            return Scalar(text, match.start("text"), quoted=True)
        if match["close"]:
            msg = "closed too early"
            raise ValueError(msg)
        atom = match["atom"]
        if atom == "nil":
            return None
        return Scalar(atom.removeprefix(":"), match.start("atom"), quoted=atom.startswith(":"))

    def _items(self, close: str, depth: int) -> list[Value]:
        if depth > DEEPEST:
            msg = "too deep"
            raise ValueError(msg)
        items: list[Value] = []
        while True:
            match = self.token()
            if match["close"] == close:
                return items
            items.append(self._valued(match, depth))

    def _mapping(self, items: list[Value], start: int) -> dict[str, Value]:
        if len(items) % 2 or not all(isinstance(name, str) for name in items[::2]):
            msg = "no map"
            raise ValueError(msg)
        into = Fields({}, self.remarks)
        for name, value in zip(items[::2], items[1::2], strict=True):
            add_field(into.fields, str(name), value, into.remarks, (start, start + 1))
        return into.fields
