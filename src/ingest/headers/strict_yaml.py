"""The strict YAML reader: libyaml's events, built into values whose scalars stay text.

Nothing is constructed: tags are not followed, numbers, dates and booleans stay as written, aliases are shared and their
expanded size is counted. Depth and size are bounded, so that no header can exhaust memory or the stack.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeAlias

from ingest.headers.escapes import hides_bytes, repaired
from ingest.headers.simple_yaml import read_simple_yaml
from ingest.headers.values import NULLS, Broken, Fields, Scalar, Unreadable, Unsafe, add_field, plain
from ingest.late import late
from ingest.metadata.aliases import field_of
from ingest.model import Remark, Value

MAX_DEPTH = 64
"""Levels of nesting; real front matter has five at most."""
MAX_NODES = 50_000
"""Values in one header after aliases are expanded; the largest infoboxes seen have some thousand."""

Event: TypeAlias = Any
"""An event of libyaml's parser, which has no types."""

_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})


class _Frame:
    """A mapping or a list under construction."""

    __slots__ = ("anchor", "awaiting", "key", "mapping", "merged", "size", "value")

    def __init__(self, mapping: bool, anchor: str | None) -> None:
        self.value: Any = {} if mapping else []
        self.mapping = mapping
        self.anchor = anchor
        self.awaiting = False
        self.key: Value = None
        self.merged: list[Value] = []
        self.size = 1


class _Builder:
    """Turns events into one value."""

    def read(self, text: str, yaml: ModuleType) -> None:
        """Follow libyaml (or, where it is not there, PyYAML's own parser) through a text, event by event."""
        actions: dict[type, Callable[[Event], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open(event, mapping=True),
            yaml.SequenceStartEvent: lambda event: self.open(event, mapping=False),
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        action_for, end = actions.get, yaml.StreamEndEvent
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            next_event = loader.get_event
            while (kind := type(event := next_event())) is not end:
                if action := action_for(kind):
                    action(event)
        finally:
            loader.dispose()

    def document(self, _: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            msg = "more than one document"
            raise Unreadable(msg)

    def __init__(self, text: str, base: int, exact: bool) -> None:
        self.text = text
        self.hidden = hides_bytes(text)
        self.base = base
        self.exact = exact
        self.remarks: list[Remark] = []
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.stack: list[_Frame] = []
        self.root: Value = None
        self.documents = 0
        self.nodes = 0

    def place(self, event: Event) -> int:
        return self.base + event.start_mark.index if self.exact else self.base

    def scalar(self, event: Event) -> None:
        text, tag, style, anchor = event.value, event.tag, event.style, event.anchor
        value: Value
        if style:
            text = repaired(text) if self.hidden and style == '"' else text
            value = Scalar(text, self.place(event), quoted=True)
        elif tag is None and text in NULLS:
            value = None
        else:
            value = Scalar(self.as_written(text, tag, anchor), self.place(event), quoted=tag in _TEXT_TAGS)
        if tag:
            self.tagged(event)
        if anchor:
            self.anchors[anchor] = (value, 1)
        self.put(value, 1, event)

    def as_written(self, text: str, tag: str | None, anchor: str | None) -> str:
        """Bare text with the signs that were meant as text: `!Important notice`, and `&c` where nothing refers to it."""
        if tag and tag[0] == "!" and len(tag) > 1:
            return f"{tag} {text}".rstrip()
        if (
            anchor
            and self.exact
            and len(self.stack) == 1
            and anchor != self.stack[0].key
            and f"*{anchor}" not in self.text
        ):
            return f"&{anchor} {text}".rstrip()
        return text

    def tagged(self, event: Event) -> None:
        if "python" in event.tag:
            start = self.place(event)
            self.remarks.append(
                Unsafe(start, start + 1, f"the tag {event.tag} asks for an object; only its text is kept")
            )

    def open(self, event: Event, mapping: bool) -> None:
        if len(self.stack) >= MAX_DEPTH:
            msg = f"more than {MAX_DEPTH} levels deep"
            raise Unreadable(msg)
        if event.tag:
            self.tagged(event)
        self.stack.append(_Frame(mapping, event.anchor))

    def close(self, event: Event) -> None:
        frame = self.stack.pop()
        if frame.mapping:
            for other in frame.merged:
                for key, value in other.items():
                    frame.value.setdefault(key, value)
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.value, frame.size)
        self.put(frame.value, frame.size, event)

    def alias(self, event: Event) -> None:
        found = self.anchors.get(event.anchor)
        if found is None:
            msg = f"the alias {event.anchor} stands for nothing yet"
            raise Unreadable(msg)
        self.put(*found, event)

    def put(self, value: Value, size: int, event: Event) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES or size > MAX_NODES:
            msg = f"more than {MAX_NODES} values"
            raise Unreadable(msg)
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        frame.size += size
        if frame.size > MAX_NODES:
            msg = f"its aliases stand for more than {MAX_NODES} values"
            raise Unreadable(msg)
        if not frame.mapping:
            frame.value.append(value)
        elif not frame.awaiting:
            frame.key = value
            frame.awaiting = True
        else:
            frame.awaiting = False
            self.field(frame, value, event)

    def field(self, frame: _Frame, value: Value, event: Event) -> None:
        key = frame.key
        if isinstance(key, Scalar):
            if key == "<<" and not key.quoted and _mergeable(value):
                frame.merged += value if isinstance(value, list) else [value]
                return
            name, place = str(key), key.start
        else:
            if value is None and isinstance(key, dict):
                # `{{ name }}` of a template language is valid YAML by accident, and no mapping.
                msg = "braces of a template"
                raise Unreadable(msg)
            name, place = _name(key), self.place(event)
        if name in frame.value:
            if name[:1] == "-" and len(self.stack) > 1:
                # `-name: Ann` is meant as an item of a list, which shows where the name comes again.
                msg = "a dash without a blank behind it"
                raise Unreadable(msg)
            add_field(frame.value, name, value, self.remarks, (place, place + len(name)))
        else:
            frame.value[name] = value


def _mergeable(value: Value) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and all(isinstance(item, dict) for item in value))


def _name(key: Value) -> str:
    return "null" if key is None else json.dumps(plain(key), ensure_ascii=False)


_FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Where forbidden characters are kept while YAML is read: a plane of private use that no text here holds.
_SHELTER = 0x100000
_SHELTERED = late(f"[{chr(_SHELTER)}-{chr(_SHELTER + 0xDFFF)}]")


def read_yaml(text: str, base: int = 0, *, exact: bool = True) -> tuple[Value, list[Remark]]:
    """The value that a YAML text stands for, with remarks at their place in the text from which it was cut at `base`.

    `exact` False gives every scalar the place `base`: for text that was changed before it was read. Raises Unreadable
    for whatever is not one YAML document, and for one that nests or expands beyond the bounds.
    """
    import yaml

    if _FORBIDDEN.search(text):
        if _SHELTERED.search(text):
            msg = "control characters"
            raise Unreadable(msg)
        value, remarks = read_yaml(_FORBIDDEN.sub(_sheltered, text), base, exact=exact)
        return _restored(value), remarks
    builder = _Builder(text, base, exact)
    try:
        builder.read(text, yaml)
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    return builder.root, builder.remarks


def _sheltered(match: re.Match[str]) -> str:
    return chr(_SHELTER + ord(match[0]))


def _restored(value: Value) -> Value:
    """The value with the forbidden characters back in their places: what becomes of them is not for a reader to say."""
    if isinstance(value, Scalar):
        return Scalar(_text_restored(value), value.start, quoted=value.quoted)
    if isinstance(value, dict):
        return {_text_restored(key): _restored(item) for key, item in value.items()}
    return [_restored(item) for item in value] if isinstance(value, list) else value


def _text_restored(text: str) -> str:
    return _SHELTERED.sub(lambda match: chr(ord(match[0]) - _SHELTER), text)


def read_yaml_fields(text: str, base: int = 0, *, exact: bool = True) -> Fields:
    """The fields of a YAML mapping; an empty text has none. Raises Unreadable for everything else."""
    if exact and not hides_bytes(text) and (simple := read_simple_yaml(text, base)) is not None:
        return Fields(simple, [])
    value, remarks = read_yaml(text, base, exact=exact)
    if value is None:
        return Fields({}, remarks)
    if not isinstance(value, dict):
        msg = "no mapping"
        raise Unreadable(msg)
    if " #" in text or "\t#" in text:
        _keep_numbers(value, text, base, remarks)
    return Fields(value, remarks)


_MEANT = late(r"[ \t]#(?=\w)")
_PLAIN_START = late(r"[^\s'\"\[{|>&*!#%@`]")
_ONE_LINE = frozenset({"title", "subtitle", "short_title", "description"})


def _keep_numbers(fields: dict[str, Value], text: str, base: int, remarks: list[Remark]) -> None:
    """Give back what YAML takes for a comment and people do not: `title: Bridge #2 is closed`, `tags: #harbour #boats`."""
    for line in text.split("\n"):
        start, base = base, base + len(line) + 1
        key, colon, written = line.partition(":")
        meant = _MEANT.search(written) if colon else None
        if not meant or not isinstance(fields.get(key.rstrip(), ""), str | None):
            continue
        key, bare, rest = key.rstrip(), written[: meant.start()].strip(), written[meant.end() - 1 :].rstrip()
        field = field_of(key)
        number = field in _ONE_LINE and rest[1].isdigit() and _PLAIN_START.match(bare) is not None
        counted = number if bare else field == "tags"
        if counted and str(fields.get(key) or "") == bare:
            fields[key] = Scalar(f"{bare} {rest}".lstrip(), start, quoted=True)
            message = f"{rest.split()[0]!r} was taken for text, not for a comment"
            remarks.append(Broken(start, start + len(line), message))
