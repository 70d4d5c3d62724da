"""Writing front matter: every reader gets the same values back."""

from __future__ import annotations

import datetime as dt
import json
import math
import shutil
import subprocess
from io import StringIO
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ingest.frontmatter import dump
from ingest.headers import read_header
from ingest.metadata.coerce import free

TRICKY = st.sampled_from(
    [  # noqa: RUF005 - a list for each kind
        "",
        " ",
        "-",
        "- a",
        "---",
        "...",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "a\nb",
        "a\n\nb\n",
        "\n",
        " a",
        "a ",
        "\ta",
        "a\tb",
    ]
    + [
        "yes",
        "No",
        "on",
        "null",
        "~",
        "true",
        "TRUE",
        "1",
        "01",
        "1.10",
        "0x1F",
        "0o7",
        "1_000",
        "1e3",
        ".5",
        "12:30:45",
    ]
    + [
        "2020-01-02",
        "2020-01-02T03:04:05Z",
        "2020-1-2",
        "=",
        "<<",
        "y",
        "n",
        ".inf",
        ".nan",
        "-.inf",
        "+1",
        "-1",
        "0b1",
    ]
    + [
        "'",
        '"',
        "''",
        '""',
        "'a",
        '"a',
        "a'b\"c",
        "\\",
        "\\n",
        "[a]",
        "{a}",
        "a, b",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
    ]
    + [
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\xa0",
        "\xad",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ud800",
        "\udfff",
        "\ufffe",
        "\uffff",
    ]
    + [
        "a\u2028b",
        "a\x85b\nc",
        "é",
        "中文",
        "🇺🇦",
        "\U0001f600",
        "\U000e0001",
        "\U0010ffff",
        "a\r\nb",
        "a\rb",
        "x" * 300,
        "? a",
        "?",
    ]
    + [
        "1:2",
        "190:20:30",
        "0.",
        "1.",
        "1,000",
        "0x",
        "1e",
        "2020-01-02 x",
        "2001-1-1T",
        "infinity",
        "NaN",
        "//a",
        "/a",
        "http://e.org/a:b#c",
    ]
    + [
        "a::b",
        "a::",
        "a:: b",
        "a ::b",
        "::a",
        "a:\\b",
        "a\\",
        "a\\ b",
        "a\\nb",
        "a\\: b",
        "a\\ #b",
        "\\a",
        "a:]",
        "a:,b",
        "a::{b}",
        'a:"b"',
        "a:'b'",
        "1::2",
        "a:\xa0b",
        "a:\u3000",
    ]
)
PLAIN = st.lists(
    st.sampled_from(
        ["a", "B7", ":", "\\", " ", "#", ",", "[", "]", "{", "}", "'", '"', "-", "?", "&", "*", "!", "%", "é"]
    ),
    min_size=1,
    max_size=8,
).map("".join)
TEXT = st.one_of(TRICKY, PLAIN, st.text(st.characters(), max_size=12), st.lists(TRICKY, max_size=4).map("".join))
NUMBER = st.one_of(st.integers(-(2**53) + 1, 2**53 - 1), st.floats(allow_nan=False, allow_infinity=False, width=32))
SCALAR = st.one_of(st.none(), st.booleans(), NUMBER, TEXT)
KEY = TEXT
VALUE = st.recursive(
    SCALAR, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEY, inner, max_size=4))
)
FIELDS = st.dictionaries(KEY, VALUE, max_size=5)


def without_surrogates(value: Any) -> Any:  # noqa: ANN401 - any front matter value
    """What a file can hold of a value."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in value)
    if isinstance(value, dict):
        return {without_surrogates(key): without_surrogates(item) for key, item in value.items()}
    return [without_surrogates(item) for item in value] if isinstance(value, list) else value


def content(text: str) -> str:
    """What stands between the fences."""
    assert text.startswith("---\n")
    assert text.endswith("\n---\n") or text == "---\n---\n"
    return text.removeprefix("---\n").removesuffix("---\n")


def keys_survive(value: Any) -> bool:  # noqa: ANN401 - any front matter value
    """Whether no two keys become one when surrogates are taken out."""
    if isinstance(value, dict):
        return len({without_surrogates(key) for key in value}) == len(value) and all(map(keys_survive, value.values()))
    return all(map(keys_survive, value)) if isinstance(value, list) else True


@settings(max_examples=100, deadline=None)
@given(FIELDS.filter(keys_survive))
def test_yaml_1_1_reads_the_same_values(fields: dict[str, Any]) -> None:
    read = yaml.load(content(dump(fields)), yaml.CSafeLoader) or {}
    expected = without_surrogates(fields)
    for key in ("published", "modified"):
        if isinstance(read.get(key), dt.date):
            expected[key] = yaml.safe_load(fields[key])
    assert read == expected
    assert types(read) == types(expected)


def types(value: Any) -> Any:  # noqa: ANN401 - any front matter value
    """The shape of a value: 1, 1.0 and True are equal and not the same."""
    if isinstance(value, dict):
        return {key: types(item) for key, item in value.items()}
    return [types(item) for item in value] if isinstance(value, list) else type(value)


@settings(max_examples=60, deadline=None)
@given(FIELDS.filter(keys_survive))
def test_yaml_1_2_reads_the_same_values(fields: dict[str, Any]) -> None:
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    assert (reader.load(StringIO(content(dump(fields)))) or {}) == without_surrogates(fields)


@settings(max_examples=60, deadline=None)
@given(FIELDS.filter(keys_survive))
def test_our_own_header_reader_gives_the_same_values(fields: dict[str, Any]) -> None:
    fields = {**fields, "title": "One", "provenance": {"pipeline": "ingest 0.1.0"}}
    text = dump(fields) + "\nBody.\n"
    header = read_header(text)
    assert text[header.end :].lstrip("\n") == "Body.\n"
    assert not header.remarks
    expected = {key: _trimmed(value) for key, value in without_surrogates(fields).items()}
    assert {str(key): free(value) for key, value in header.fields.items()} == expected


def _trimmed(value: Any) -> Any:  # noqa: ANN401 - any front matter value
    if isinstance(value, dict):
        return {key.replace("\x00", "\ufffd"): _trimmed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_trimmed(item) for item in value]
    if isinstance(value, float):
        return free(value)
    return value.replace("\x00", "\ufffd").strip() if isinstance(value, str) else value


NODE = shutil.which("node")


def _node(script: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(NODE), "-e", script], input=stdin, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.skipif(not NODE or _node("require('yaml')").returncode != 0, reason="needs node and the npm package yaml")
def test_javascript_reads_the_same_values() -> None:
    documents: list[dict[str, Any]] = []

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(FIELDS.filter(keys_survive))
    def collect(fields: dict[str, Any]) -> None:
        documents.append(without_surrogates(fields))

    collect()
    script = (
        "const {parse} = require('yaml'); const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(input.map((text) => Object.entries(parse(text) || {}))))"
    )
    result = _node(script, json.dumps([content(dump(fields)) for fields in documents]))
    assert result.returncode == 0, result.stderr
    for read, fields in zip(json.loads(result.stdout), documents, strict=True):
        assert _as_javascript(dict(read)) == _as_javascript(fields)


def _as_javascript(value: Any) -> Any:  # noqa: ANN401 - any front matter value
    """All numbers as the one kind that JavaScript has."""
    if isinstance(value, dict):
        return {key: _as_javascript(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_javascript(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def test_canonical_keys_come_first_and_in_order() -> None:
    text = dump({"provenance": {"a": 1}, "extra": {"b": 2}, "other": 3, "tags": ["x"], "title": "T"})
    assert [line.split(":")[0] for line in content(text).splitlines() if line[0] != " "] == [
        "title",
        "tags",
        "extra",
        "provenance",
        "other",
    ]


def test_what_people_read_is_written_plainly() -> None:
    fields = {
        "title": "Bread, salt and roses (2020)",
        "description": "It's a “story” of 12:30, he said - and “more”",
        "authors": ["Ann Lee", "Wikipedia"],
        "published": "2020-01-02",
        "image": "/img/a.png",
        "url": "https://example.org/a?b=c",
        "draft": False,
        "infobox": {"date": "3 March – 1 April 2022", "units": "First\nSecond"},
    }
    assert dump(fields) == (
        "---\n"
        "title: Bread, salt and roses (2020)\n"
        "description: It's a “story” of 12:30, he said - and “more”\n"
        "authors: [Ann Lee, Wikipedia]\n"
        "published: 2020-01-02\n"
        "image: /img/a.png\n"
        "url: https://example.org/a?b=c\n"
        "draft: false\n"
        "infobox:\n"
        "  date: 3 March – 1 April 2022\n"
        "  units: |-\n"
        "    First\n"
        "    Second\n"
        "---\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("CString::Format methods", "CString::Format methods"),
        (r"The /no\_robust switch and C:\Users\me", r"The /no\_robust switch and C:\Users\me"),
        ("std::", "'std::'"),
        (":: and so on", "':: and so on'"),
        ("a:: b", "'a:: b'"),
        (r"\alpha", r"'\alpha'"),
        ("1:2", "'1:2'"),
    ],
)
def test_only_what_must_be_quoted_is(text: str, written: str) -> None:
    assert dump({"title": text}) == f"---\ntitle: {written}\n---\n"
    for reader in (yaml.safe_load, YAML(typ="safe", pure=True).load):
        assert reader(f"title: {written}\n") == {"title": text}
    assert read_header(dump({"title": text}) + "Body.\n").fields == {"title": text}


def test_in_brackets_only_the_plainest_text_is_bare() -> None:
    text = dump({"tags": ["a::b", r"a\b", "a, b", "[a]", "{b}", "a b"], "extra": {"x": {"k::v": "w]"}}})
    assert "tags: ['a::b', 'a\\b', 'a, b', '[a]', '{b}', a b]\n" in text
    assert "  x: {'k::v': 'w]'}\n" in text


def test_dates_are_bare_only_where_the_field_is_a_date() -> None:
    text = dump({"published": "2020-01-02", "modified": "2020", "title": "2020-01-02", "extra": {"date": "2020-01-02"}})
    assert "published: 2020-01-02\n" in text
    assert "modified: '2020'\n" in text
    assert "title: '2020-01-02'\n" in text
    assert "date: '2020-01-02'" in text


def test_nested_lists_and_long_values() -> None:
    fields: dict[str, Any] = {"extra": {"links": [{"page": "x" * 80, "type": "internal"}, [[], {}], "y" * 120, None]}}
    assert yaml.safe_load(content(dump(fields))) == fields


def test_floats_that_are_no_numbers() -> None:
    read = yaml.safe_load(content(dump({"a": math.inf, "b": -math.inf, "c": math.nan})))
    assert (read["a"], read["b"]) == (math.inf, -math.inf)
    assert math.isnan(read["c"])


def test_long_keys() -> None:
    fields: dict[str, Any] = {"k" * 2000: {"é" * 700: "v"}}
    assert yaml.load(content(dump(fields)), yaml.CSafeLoader) == fields


def test_a_digest_is_no_number() -> None:
    assert dump({"sha256": "9f873fb8e98a8d70"}) == "---\nsha256: 9f873fb8e98a8d70\n---\n"
    assert dump({"sha256": "12345e6789"}) == "---\nsha256: '12345e6789'\n---\n"
