"""The JSON of catalog and report: the text that the standard library would give."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest

from ingest.compact_json import as_json, json_bytes
from ingest.model import NOTHING, Header, Origin

DEEP: list[Any] = []
for _ in range(300):
    DEEP = [DEEP]


class Marked(str):
    """A string that knows more, as the scalars of a header do."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [
        {"title": 'Ĳ "x" \\ \x00\x1f\x7f\u2028\n\t\b\f', "tags": ["a", "b"], "draft": False, "none": None},
        [Origin("title", "Title", ["raw"], {"key": Marked("value")}, "note", used=False)],
        {"rules": {"ENC001": 6}, "size": -(2**63), "share": 0.25, "number": 123456789012345.25},
        {"too large for 64 bits": 2**70},
        {1: "a key that is no string"},
        "half a pair: \ud800",
        {"day": date(2020, 1, 2), "time": datetime(2020, 1, 2, 3, 4, tzinfo=UTC)},
        [NOTHING, MappingProxyType({"a": 1}), Header(), b"bytes", (1, 2)],
        DEEP,
    ],
)
def test_a_value_is_written_as_the_standard_library_writes_it(value: object) -> None:
    assert as_json(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    assert json_bytes(value) == as_json(value).encode("utf-8", "backslashreplace")
