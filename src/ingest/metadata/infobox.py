"""The infobox of a wiki page: plain text of each field, what else it holds beside."""

from __future__ import annotations

from typing import NamedTuple

from ingest.memo import remembered
from ingest.metadata.coerce import free, is_empty
from ingest.metadata.text import has_template, is_plain, one_line, plain_text, safe, tidy_lines, without_bullets
from ingest.model import Value

TEXT_KEY = "text"
"""The key of a field's text where a scraper writes a field as an object."""


class Box(NamedTuple):
    """The fields as plain text, the rest (links, pictures) by field, and the fields in which a template was left."""

    fields: dict[str, Value]
    rest: dict[str, Value]
    templates: list[str]


def read_boxes(value: Value) -> list[Box] | None:
    """The infoboxes that a value holds, or None if it is none."""
    boxes = [value] if isinstance(value, dict) else value
    if not isinstance(boxes, list) or not boxes or not all(isinstance(box, dict) for box in boxes):
        return None
    return [_read_box(box) for box in boxes]


def _read_box(box: dict[str, Value]) -> Box:
    fields: dict[str, Value] = {}
    rest: dict[str, Value] = {}
    templates: list[str] = []
    for key, value in box.items():
        text, beside = _read_field(value)
        name = _name(str(key))
        if not is_empty(text):
            fields[name] = text
            if has_template(str(text)):
                templates.append(str(key))
        if beside:
            rest[name] = beside
    return Box(fields, rest, templates)


@remembered(2048)
def _name(key: str) -> str:
    """The name of a field as infobox templates write it: a box of a plain extract shows its labels instead."""
    return one_line(key).lower().replace(" ", "_")


def _read_field(value: Value) -> tuple[Value, dict[str, Value]]:
    """The plain text of one field and what it holds beside."""
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, dict):
        text, beside = _read_field(value[TEXT_KEY]) if TEXT_KEY in value else (None, {})
        if len(value) == 1 and TEXT_KEY in value:
            return text, beside
        more = {safe(str(key)): free(item) for key, item in value.items() if key != TEXT_KEY and not is_empty(item)}
        return text, {**beside, **more}
    if isinstance(value, list):
        return _read_items(value)
    return (None, {}) if value is None else _read_text(str(value if isinstance(value, str) else free(value)))


def _read_items(value: list[Value]) -> tuple[Value, dict[str, Value]]:
    if not all(isinstance(item, str) for item in value):
        return None, {"items": free(value)}
    read = [_read_text(str(item)) for item in value]
    beside: dict[str, Value] = {}
    for _, more in read:
        for key, items in more.items():
            beside.setdefault(key, []).extend(items)
    return [text for text, _ in read if text], beside


def _read_text(value: str) -> tuple[str, dict[str, Value]]:
    if "*" not in value and is_plain(value):
        return tidy_lines(value), {}
    plain = plain_text(without_bullets(value))
    beside: dict[str, Value] = {}
    if plain.images:
        beside["images"] = list(plain.images)
    if plain.links:
        beside["addresses"] = list(plain.links)
    return tidy_lines(without_bullets(plain.text)), beside
