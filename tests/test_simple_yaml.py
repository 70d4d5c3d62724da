"""The reader of simple YAML: what it reads, it reads as the whole parser does."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.headers.simple_yaml import read_simple_yaml
from ingest.headers.strict_yaml import read_yaml, read_yaml_fields
from ingest.headers.values import Scalar, plain

BASE = 4


def marked(value: Any) -> Any:  # noqa: ANN401 - any header value
    """A value with all that its scalars know."""
    if isinstance(value, Scalar):
        return str(value), value.start, value.quoted
    if isinstance(value, dict):
        return [(key, type(key), marked(item)) for key, item in value.items()]
    return [marked(item) for item in value] if isinstance(value, list) else value


def agrees(text: str) -> bool:
    """Whether the text was read, and if so, to the value of the whole parser."""
    simple = read_simple_yaml(text, BASE)
    if simple is None:
        return False
    value, remarks = read_yaml(text, BASE)
    assert marked(simple) == marked(value), text
    assert not remarks
    return True


@pytest.mark.parametrize(
    "text",
    [
        "title: One\n",
        "title: One  \nempty:\nnothing: ~\nlast: null\n",
        "# What this is\n\ntitle: One\n\n  # why\nauthor: Łucja Żak\n",
        "time: 12:30\nurl: https://example.org/#part\nsharp: C#b\nminus: -5\n",
        "quoted: 'a: b'\ndouble: \"a #b\"  \nempty: ''\n",
        "tags:\n- one\n- 'two: three'\n- \"four\"\nend: 1\n",
        "tags:\n    -   one\n    -   two\nend: 1\n",
        "boxes:\n  - first:\n      text: One\n      links:\n        - type: internal\n          page: Two\n    second:\n"
        "      text: Three\n  - third: 3\ntitle: One\n",
        "a:\n- b:\n  - c\n  - d:\n    - e\n- f\n",
        "a:\n  b:\n    c:\n  d:\ne:\n",
        "tags: []\nbox: {}\nlist: [one, 'two, three', \"four\", /five/, null, 1.10]\n",
        "title: a sentence\n  that runs on\n  over lines\nlist:\n  - and\n    here\nend: 1\n",
        "folded: >-\n  One\n  line.\nliteral: |\n  Two\n  lines.\n\nlist:\n  - text: |-\n      # text\n      - text\n",
        "dots: ...\nno-break: a\xa0b\xa0#c\n",
        "first name: Jane\nog.title: One\na/b-c: 2\n2020: 3\n",
    ],
)
def test_simple_headers_are_read(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just text\n",
        "- one\n",
        "title: One",
        "a: b: c\n",
        "a: b\n  c: d\n",
        "a: 'b' c\n",
        "a: 'it''s'\n",
        'a: "b\\n"\n',
        "a: b # comment\n",
        "a: [b\n",
        "a: [b, {c: d}]\n",
        "a: {b: c}\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str b\n",
        "a: @b\n",
        "a: %b\n",
        "a: b\na: c\n",
        "<<: b\n",
        "? a\n: b\n",
        "'a': b\n",
        "null: b\n",
        "a:b\n",
        "a: b\n---\nc: d\n",
        "a: b\n...\n",
        "a:\tb\n",
        "a: b\x85c\n",
        "a: b\x07\n",
        "a: |\n\n  b\n",
        "a: |\n  b\n\n  c\n",
        "a: |\n  b\n    c\n",
        "a: >+\n  b\n",
        "a:\n  b: |\n  c\n",
        "a: b\n\n  c\n",
        "a: b\n  # c\n  d\n",
        "a:\n  b: c\n d: e\n",
        "a:\n  - b\n  c: d\n",
        "a: - b\n",
        "- a: b\n",
        "a:\n" + "".join(f"{' ' * level}a:\n" for level in range(1, 40)),
        f"{'a' * 1100}: b\n",
    ],
)
def test_what_is_not_simple_is_left_to_the_parser(text: str) -> None:
    assert read_simple_yaml(text) is None


def test_headers_are_read_by_either_reader() -> None:
    assert plain(read_yaml_fields("a: [b, c]\nd: {e: f}\n").fields) == {"a": ["b", "c"], "d": {"e": "f"}}
    assert plain(read_yaml_fields("a: [b, c]\nd: e\n").fields) == {"a": ["b", "c"], "d": "e"}


PLAIN = [
    "one",
    "two words",
    "it's",
    "-5",
    "x  ",
    "a:b",
    "x#y",
    "~",
    "true",
    "1.10",
    "...",
    "=",
    "a\xa0b",
    "你好：",
    "😀",
]
QUOTED = [
    "'quoted'",
    "'a: b' ",
    "'it''s'",
    '"double" ',
    '"a\\nb"',
    "'open",
    "''",
    "[]",
    "{}",
    "[a, 'b']",
    "|",
    ">-",
    "|-",
]
OTHER = [
    "",
    "- x",
    "--",
    "[a: b]",
    "[a, ]",
    "{a: b}",
    "x: y",
    "x:",
    "x #y",
    "#y",
    "&a b",
    "*a",
    "!t a",
    "@x",
    "] x",
    "<<",
]
LINES = st.tuples(
    st.sampled_from(["", "", "  ", "  ", "    ", "      ", " "]),
    st.sampled_from(["", "", "", "- ", "- ", "-   ", "- - "]),
    st.sampled_from(
        ["k%d: ", "k%d: ", "k%d: ", "k%d:", "k%d:  ", "k %d: ", "", "'k%d': ", "k%d :", "k%d:h: ", "null: "]
    ),
    st.sampled_from(PLAIN) | st.sampled_from(PLAIN) | st.sampled_from(QUOTED) | st.sampled_from(OTHER),
).map("".join)


def numbered(lines: list[str]) -> str:
    """The lines, their keys all different."""
    return "".join(f"{line.replace('%d', str(number))}\n" for number, line in enumerate(lines))


@settings(max_examples=1000, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5).map(numbered))
def test_any_lines_are_read_as_the_parser_reads_them(text: str) -> None:
    agrees(text)


WORDS = st.one_of(
    st.sampled_from(PLAIN + QUOTED + OTHER),
    st.text(max_size=20),
    st.text("ab :#-'\"\n", max_size=120),
    st.none(),
    st.booleans(),
    st.integers(),
)
TREES = st.dictionaries(
    st.sampled_from(["a", "b", "c d", "e"]) | st.text(max_size=5),
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["x", "y-z"]), inner, max_size=2),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(TREES, st.sampled_from([2, 4]), st.sampled_from([20, 80, 10_000]))
def test_what_a_dumper_wrote_is_read_as_the_parser_reads_it(tree: dict[str, Any], indent: int, width: int) -> None:
    agrees(yaml.dump(tree, indent=indent, width=width, allow_unicode=True, sort_keys=False))
    agrees(yaml.dump(tree, indent=indent, width=width, default_style="|", allow_unicode=True))
