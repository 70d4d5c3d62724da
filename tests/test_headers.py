"""Reading headers: every kind, broken ones, and what only looks like one."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.headers import read_header
from ingest.headers.strict_yaml import MAX_DEPTH, read_yaml_fields
from ingest.headers.values import Scalar, Unreadable, plain
from ingest.model import Header


def read(text: str) -> tuple[str, object, str]:
    """Layout, fields and body."""
    header = read_header(text)
    return header.layout, plain(header.fields), text[header.end :]


def codes(header: Header) -> set[str]:
    return {getattr(remark, "code", "") for remark in header.remarks}


# --- YAML -------------------------------------------------------------------------------------------------------------


def test_scalars_stay_as_written() -> None:
    text = "---\nversion: 1.10\ndraft: no\nat: 12:30:45\nnumber: 0o17\nday: 2020-01-02\nnothing: ~\n---\nBody.\n"
    fields = {
        "version": "1.10",
        "draft": "no",
        "at": "12:30:45",
        "number": "0o17",
        "day": "2020-01-02",
        "nothing": None,
    }
    assert read(text) == ("yaml-header", fields, "Body.\n")


def test_quoted_scalars_are_known_and_places_count_characters() -> None:
    text = "---\nname: Łódź\nanswer: 'true'\nflag: true\n---\n"
    fields = read_header(text).fields
    assert fields["answer"].quoted
    assert not fields["flag"].quoted
    assert text[fields["flag"].start :].startswith("true")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: One\n...\nBody.\n",
        "--- yaml\ntitle: One\n---\nBody.\n",
        "---yaml\ntitle: One\n---\nBody.\n",
        "\ufeff---\ntitle: One\n---\nBody.\n",
        "\n\n \n---\ntitle: One\n---\nBody.\n",
        "---  \ntitle: One\n---  \nBody.\n",
        "----\ntitle: One\n----\nBody.\n",
        "---\n{title: One}\n---\nBody.\n",
        "---\n# a comment\ntitle: One\n---\nBody.\n",
    ],
)
def test_a_yaml_header_is_found(text: str) -> None:
    assert read(text) == ("yaml-header", {"title": "One"}, "Body.\n")


def test_windows_and_old_macintosh_line_ends() -> None:
    assert read("---\r\ntitle: One\r\ntags:\r\n- a\r\n---\r\nBody.\r\n")[1:] == (
        {"title": "One", "tags": ["a"]},
        "Body.\r\n",
    )
    assert read("---\rtitle: One\rtags:\r- a\r---\nBody.\n") == (
        "yaml-header",
        {"title": "One", "tags": ["a"]},
        "Body.\n",
    )


def test_an_empty_header_is_one() -> None:
    assert read("---\n---\nBody.\n") == ("yaml-header", {}, "Body.\n")


def test_nested_values_and_block_scalars() -> None:
    text = "---\na:\n  - b: |\n      one\n      two\n    c: >-\n      three\n      four\n---\n"
    assert read(text)[1] == {"a": [{"b": "one\ntwo\n", "c": "three four"}]}


def test_merge_keys_and_aliases() -> None:
    text = "---\nbase: &b {x: 1, y: 2}\nother:\n  <<: *b\n  y: 3\n---\n"
    assert read(text)[1] == {"base": {"x": "1", "y": "2"}, "other": {"y": "3", "x": "1"}}


def test_of_a_key_that_stands_twice_the_last_value_counts_and_none_is_lost() -> None:
    header = read_header("---\ntitle: One\nsize: 1\ntitle: Two\n---\n")
    assert header.fields == {"title": "Two", "size": "1", "title_duplicate": ["One"]}
    assert codes(header) == {"META003"}


def test_tags_that_ask_for_objects_are_not_followed() -> None:
    header = read_header('---\ntitle: !!python/object/apply:os.system ["true"]\n---\nBody.\n')
    assert header.fields == {"title": ["true"]}
    assert codes(header) == {"META005"}


def test_an_alias_bomb_stays_text() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    text = "---\ntitle: Bomb\n" + "\n".join(lines) + "\n---\nBody.\n"
    header = read_header(text)
    assert header.fields["title"] == "Bomb"
    assert header.fields["i"].startswith("&i [*h")
    assert text[header.end :] == "Body.\n"


def test_an_alias_that_holds_itself_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_yaml_fields("a: &a [*a]\n")


def test_depth_is_bounded() -> None:
    with pytest.raises(Unreadable):
        read_yaml_fields("a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1) + "\n")
    assert read("---\ntitle: x\na: " + "[" * 20000 + "\n---\nBody.\n")[2] == "Body.\n"


def test_control_characters_do_not_break_a_header() -> None:
    assert read("---\ntitle: Bell\x07 rings\nx: \x81\ud800\n---\nBody.\n") == (
        "yaml-header",
        {"title": "Bell\x07 rings", "x": "\x81\ud800"},
        "Body.\n",
    )


# --- broken YAML ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("title: Bread: a story\nauthor: Ann", {"title": "Bread: a story", "author": "Ann"}),
        ('title: "Unclosed\nauthor: Ann', {"title": "Unclosed", "author": "Ann"}),
        ('title: "Twice closed""\nauthor: Ann', {"title": "Twice closed", "author": "Ann"}),
        ('"title": "One",\n"author": "Ann",\nx: [', {"title": "One", "author": "Ann", "x": "["}),
        ("title: One\nmenu:\n\tmain: 1", {"title": "One", "menu": {"main": "1"}}),
        ("title: One\ntags:\n- a\n\t- b", {"title": "One", "tags": ["a", "b"]}),
        ("title: One\ntags:\n-a\n-b c", {"title": "One", "tags": ["a", "b c"]}),
        ("title: One\ntags:\n-a\n-", {"title": "One", "tags": ["a"]}),
        ("title: One\n author: Ann", {"title": "One", "author": "Ann"}),
        ("title: One\ntags:\n - a\n\n category:\n - b", {"title": "One", "tags": ["a"], "category": ["b"]}),
        ("title: One\ndate 2020-01-02", {"title": "One", "date": "2020-01-02"}),
        ("title: One\nauthor:Ann", {"title": "One", "author": "Ann"}),
        ("title: One\nimage: {{ site.url }}/a.png", {"title": "One", "image": "{{ site.url }}/a.png"}),
        ("title: One\nx: [a](https://e.org/b)", {"title": "One", "x": "[a](https://e.org/b)"}),
        ("title: One\nx: {{ name }}", {"title": "One", "x": "{{ name }}"}),
        ("title: One\nx: @ann", {"title": "One", "x": "@ann"}),
        ("title: One\nx: 100% of: it", {"title": "One", "x": "100% of: it"}),
        ('title: "Unclosed\nodd: x\nauthor: Ann', {"title": "Unclosed", "odd": "x", "author": "Ann"}),
        ("title: 'It's one'\nx: 'a", {"title": "It's one", "x": "a"}),
        ('title: "Say "yes""\nx: 1', {"title": 'Say "yes"', "x": "1"}),
        ("title: One\ntags: [a, b", {"title": "One", "tags": ["a", "b"]}),
        ("title: One: two\nx: |\n  a\n  b", {"title": "One: two", "x": "a\nb\n"}),
        (
            "title: One\nexcerpt: A first line that an editor wrapped at some seventy\ncharacters, and the rest of it.",
            {
                "title": "One",
                "excerpt": "A first line that an editor wrapped at some seventy characters, and the rest of it.",
            },
        ),
        (
            'excerpt: "A quoted text that goes\non in the next line: here"\ntitle: One: two',
            {"excerpt": "A quoted text that goes on in the next line: here", "title": "One: two"},
        ),
    ],
)
def test_a_broken_header_gives_every_value(lines: str, fields: dict[str, object]) -> None:
    header = read_header(f"---\n{lines}\n---\nBody.\n")
    assert plain(header.fields) == fields
    assert "META001" in codes(header)


def test_a_line_without_a_key_is_kept_and_shown() -> None:
    text = "---\ntitle: One\n/a/path\nauthor: Ann\n---\nBody.\n"
    header = read_header(text)
    assert header.fields == {"title": "One", "author": "Ann", "header_lines": ["/a/path"]}
    (found,) = [remark for remark in header.remarks if getattr(remark, "code", "") == "META004"]
    assert text[found.start : found.end] == "/a/path"


def test_an_unclosed_header_ends_where_prose_begins() -> None:
    text = "---\ntitle: One\nauthor: Ann\n\nThe first paragraph: it has a colon.\n\nThe second.\n"
    layout, fields, body = read(text)
    assert (layout, fields) == ("yaml-header", {"title": "One", "author": "Ann"})
    assert body.lstrip("\n") == "The first paragraph: it has a colon.\n\nThe second.\n"
    assert codes(read_header(text)) == {"META002"}


def test_a_rule_far_below_does_not_close_an_unclosed_header() -> None:
    text = "---\ntitle: One\ndate: 2020-01-02\n\nA paragraph of seven plain words here.\n\n---\n\nAnother.\n"
    assert read(text)[2].lstrip("\n") == "A paragraph of seven plain words here.\n\n---\n\nAnother.\n"


def test_headers_on_top_of_each_other_become_one() -> None:
    text = "---\ntitle: One\n---\n\n---\ntitle: Two\nauthor: Ann\n---\nBody.\n"
    assert read(text) == ("yaml-header", {"title": "One", "author": "Ann", "title_duplicate": ["Two"]}, "Body.\n")


def test_a_document_that_ingest_wrote_has_one_header() -> None:
    body = "---\ntitle: An example\n---\n"
    assert read("---\ntitle: One\nprovenance:\n  pipeline: ingest 0.1.0\n---\n" + body)[2] == body


@pytest.mark.parametrize("fence", ["```", "```yaml", "~~~", "~~~ yml"])
def test_a_header_in_a_code_fence(fence: str) -> None:
    text = f"{fence}\ntitle: One\nauthor: Ann\n{fence[:3]}\nBody.\n"
    assert read(text) == ("yaml-header", {"title": "One", "author": "Ann"}, "Body.\n")
    text = f"{fence}\n---\ntitle: One\nauthor: Ann\n---\n{fence[:3]}\nBody.\n"
    assert read(text) == ("yaml-header", {"title": "One", "author": "Ann"}, "Body.\n")


def test_code_between_fences_marked_as_a_program_is_read_line_by_line() -> None:
    layout, fields, body = read("--- coffee\ndata =\n  title: 'One'\n---\nBody.\n")
    assert (layout, body) == ("yaml-header", "Body.\n")
    assert fields == {"title": "One", "header_lines": ["data ="]}


# --- TOML and JSON ----------------------------------------------------------------------------------------------------


def test_toml() -> None:
    text = '+++\ntitle = "One"\ndate = 2020-01-02T03:04:05Z\nsize = 1.10\ntags = ["a"]\n[menu]\nmain = 3\n+++\nBody.\n'
    fields = {"title": "One", "date": "2020-01-02T03:04:05Z", "size": "1.10", "tags": ["a"], "menu": {"main": "3"}}
    assert read(text) == ("toml-header", fields, "Body.\n")
    assert read(text.replace("+++\n", "---toml\n", 1).replace("+++", "---"))[:2] == ("toml-header", fields)


def test_toml_between_the_fences_of_yaml() -> None:
    assert read('---\ntitle = "One"\nuser = "x"\n---\nBody.\n') == (
        "toml-header",
        {"title": "One", "user": "x"},
        "Body.\n",
    )


def test_json_with_its_braces_on_lines_of_their_own_needs_no_known_key() -> None:
    assert read('{\n"a": "b",\n"c": "d"\n}\nBody.\n') == ("json-header", {"a": "b", "c": "d"}, "Body.\n")


def test_broken_toml_gives_every_value() -> None:
    text = '+++\ntitle = "One\ndate = 2020-13-45\ntags = [\n  "a",\n  "b"\n]\n[menu]\nmain = no\n+++\nBody.\n'
    header = read_header(text)
    assert plain(header.fields) == {"title": "One", "date": "2020-13-45", "tags": ["a", "b"], "menu": {"main": "no"}}
    assert header.layout == "toml-header"
    assert "META001" in codes(header)


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "title": "One",\n  "n": 1.10\n}\nBody.\n',
        '---json\n{"title": "One", "n": 1.10}\n---\nBody.\n',
        ';;; json\n{"title": "One", "n": 1.10}\n;;;\nBody.\n',
        ';;;\n"title": "One",\n"n": 1.10\n;;;\nBody.\n',
        '"title": "One",\n"n": 1.10\n;;;\nBody.\n',
    ],
)
def test_json(text: str) -> None:
    assert read(text) == ("json-header", {"title": "One", "n": "1.10"}, "Body.\n")


def test_mojibake_behind_escapes_is_repaired() -> None:
    assert read('{"title": "1 \\u00e2\\u0080\\u0093 2"}\nBody.\n')[1] == {"title": "1 – 2"}
    assert read('---\ntitle: "caf\\xc3\\xa9"\nx: "\\u00e9"\n---\n')[1] == {"title": "café", "x": "é"}


# --- without fences ---------------------------------------------------------------------------------------------------


def test_key_values_with_continuations() -> None:
    text = "Number: 7\nTitle: On Bridges: a study\nAuthor: Ann Lee <ann@e.org>,\n    Bo Roe\nCreated: 02-Jan-2020\n\nBody.\n"
    fields = {
        "Number": "7",
        "Title": "On Bridges: a study",
        "Author": "Ann Lee <ann@e.org>, Bo Roe",
        "Created": "02-Jan-2020",
    }
    assert read(text) == ("key-value-header", fields, "\nBody.\n")


def test_key_values_keep_what_yaml_would_drop() -> None:
    assert read("Title: C # and others\nDate: 2020\n\nBody.\n")[1] == {"Title": "C # and others", "Date": "2020"}


def test_key_values_closed_by_a_fence_are_yaml() -> None:
    text = 'title: "One"\ndate: 2020-01-02\ntags:\n- a\n---\nBody.\n'
    assert read(text) == ("key-value-header", {"title": "One", "date": "2020-01-02", "tags": ["a"]}, "Body.\n")


def test_a_title_alone_is_a_header() -> None:
    assert read("Title: On Bridges\n\nBody.\n") == ("key-value-header", {"Title": "On Bridges"}, "\nBody.\n")


def test_pandoc() -> None:
    text = "% On Bridges\n  and Roads\n% Ann Lee; Bo Roe\n% 2 January 2020\n\nBody.\n"
    fields = {"title": "On Bridges and Roads", "author": ["Ann Lee", "Bo Roe"], "date": "2 January 2020"}
    assert read(text) == ("pandoc-header", fields, "\nBody.\n")


@pytest.mark.parametrize(
    "title", ["On Bridges\n==========\n\n", "==========\nOn Bridges\n==========\n\n", "On Bridges\n##########\n"]
)
def test_docinfo(title: str) -> None:
    text = f"{title}:Author: Ann Lee\n:Date: 2020-01-02\n:Abstract: A first line\n   and a second.\n\nBody.\n"
    fields = {
        "title": "On Bridges",
        "Author": "Ann Lee",
        "Date": "2020-01-02",
        "Abstract": "A first line and a second.",
    }
    layout, found, body = read(text)
    assert (layout, found, body.lstrip()) == ("rest-docinfo", fields, "Body.\n")


def test_asciidoc() -> None:
    text = "= On Bridges\nAnn Lee <ann@e.org>; Bo Roe\nv1.2, 2020-01-02: second\n:lang: en\n:toc:\n:!figure:\n\nBody.\n"
    fields = {
        "title": "On Bridges",
        "author": ["Ann Lee <ann@e.org>", "Bo Roe"],
        "revnumber": "1.2",
        "revdate": "2020-01-02",
        "revremark": "second",
        "lang": "en",
        "toc": "true",
    }
    assert read(text) == ("asciidoc-header", fields, "\nBody.\n")


def test_org() -> None:
    text = "#+TITLE: On Bridges\n#+Author: Ann Lee\n\n#+DATE: <2020-01-02 Thu>\n\n* Heading\n"
    fields = {"title": "On Bridges", "author": "Ann Lee", "date": "<2020-01-02 Thu>"}
    assert read(text) == ("org-header", fields, "\n* Heading\n")


# --- no headers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "Plain prose.\n",
        "Note: this is a warning to all who read it.\n\nProse.\n",
        "Kyiv: the army advances\nMoscow: the army withdraws\n\nProse.\n",
        "Q: Who are you?\nA: Nobody.\n\nProse.\n",
        "Date: 5 May\nPlace: London\n\nThe event.\n",
        "Title: a word that this\nletter explains in prose\n\nMore.\n",
        "Ingredients: flour\nTime: an hour\nServes: four\n\nMix.\n",
        "JULIET: O Romeo\nROMEO: Shall I hear more?\n\n(Exit)\n",
        "Published: 3 May 2020\n\nProse.\n",
        "http://example.org: the page\n\nProse.\n",
        "12:30: the train leaves\n\nProse.\n",
        "A heading\n---\n\nProse.\n",
        "title: Hello\n---\n\nThis is a heading of the second level with an odd name.\n",
        "---\n\nProse between rules.\n\n---\n\nMore.\n",
        "---\nWarning: do not open this door at any time.\n---\n\nProse.\n",
        "---\nDear reader: this is a long letter to you about bread.\n\nAnother paragraph here of some words.\n\n---\n",
        "---\n- one\n- two\n---\nProse.\n",
        "---\n# A heading between rules\n---\nProse.\n",
        "---\n\nProse after a rule: nothing else.\n",
        "***\ntitle: no\n***\n",
        "--- see below\ntitle: x\n---\n",
        "---\none: 1\ntwo: 2\n...\n",
        "+++ b/file.py\n@@ -1 +1 @@\n+title = 1\n+++\n",
        "% of the people who were asked said no.\n\nProse.\n",
        "% a = 1;\n% b = 2;\n% c = 3;\n% d = 4;\n\nProse.\n",
        ":smile: hello\n\nProse.\n",
        ":ref:`here` we go\n\nProse.\n",
        "= A title =\n\nProse.\n",
        "= 5 is the result\nof a sum\n\nProse.\n",
        "# A heading\n\nProse.\n",
        "#+BEGIN_SRC python\nx\n#+END_SRC\n",
        "#+CAPTION: A picture\n[[a.png]]\n",
        "#hashtag: yes\n",
        '{"a": 1}\n\nProse.\n',
        '{"title": "One"} is JSON.\n',
        "{{Infobox|title=x}}\nProse.\n",
        '"Title": a word in quotes.\n',
        "```yaml\nname: CI\non: push\n```\nProse.\n",
        "```python\ntitle: str = 'x'\nauthor: str = 'y'\n```\nProse.\n",
        "    ---\n    title: code\n    ---\n",
        "Heading\n=======\n\nProse.\n",
        "Heading\n=======\n\n:smile: hello\n",
    ],
)
def test_look_alikes_stay_body(text: str) -> None:
    assert read_header(text) == Header()


def test_a_rule_after_prose_is_no_header() -> None:
    text = "Prose first.\n\n---\ntitle: One\n---\n"
    assert read_header(text) == Header()


# --- robustness -------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [  # noqa: RUF005 - a list for each kind
        "---",
        "---\n",
        "+++\n",
        ";;;\n",
        "...\n",
        "```\n",
        "title: x\n",
        "tags:\n",
        "- a\n",
        "-a\n",
        "\t",
        "  ",
        "\n",
        "\r\n",
    ]
    + [
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ":",
        ": ",
        "&a ",
        "*a ",
        "!!str ",
        "<<: ",
        "|\n",
        ">\n",
        "#",
        "# c\n",
        "= T\n",
        "% t\n",
    ]
    + [
        '"title": "x"\n',
        "title = 1\n",
        "[a]\n",
        ":a: b\n",
        "#+TITLE: x\n",
        "Author: y\n",
        "\ufeff",
        "\x00",
        "\ud800",
        "é",
        "prose ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_any_text_is_read_without_an_error(text: str) -> None:
    header = read_header(text)
    assert 0 <= header.end <= len(text)
    assert all(0 <= remark.start <= remark.end <= len(text) for remark in header.remarks)
    assert header.end or not header.fields


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + " " * 200_000 + "\n---\n",
        "---" + " " * 300_000 + "!\n",
        "```" + " " * 300_000 + "!\n",
        "Title:" + " " * 300_000 + "x",
        "---\n" + "a" * 300_000,
        "---\ntitle: x\n" + "\n".join(" " * i + "a:" for i in range(600)) + "\n\tx\n---\n",
        "---\ntitle: 'x\n" + "b: c: d\n" * 20_000 + "---\n",
        "+++\n" + "a = [\n" * 20_000 + "+++\n",
        "{" * 100_000,
        '{"title":' * 30_000,
        "[" * 100_000,
        "% " + "x " * 100_000,
        "Title: " + "x" * 200_000,
        "Title: x\n" + "a: b\n" * 50_000,
        "-" * 300_000,
        "---\n" * 50_000,
        "```\n" * 50_000,
        ":a:" * 100_000,
        "= T\n" + "\n== S =" * 50_000,
        "<!--\n" * 50_000,
        "<!--\n" + "title: x\n" * 50_000 + "-->\n",
        "a:: [[b\n" * 50_000,
        "* " * 150_000,
        "**a:** " + " " * 300_000 + "!",
        ".. title: b\n" * 50_000 + "\n",
        "—" * 300_000,
        "# T\n\n" + "Date: 2020-01-02\n" * 20_000,
        "title: b\n---\n" * 50_000,
        "Subject: " + "=?utf-8?q?a?= " * 20_000 + "\nFrom: a\nTo: b\n",
        '{\n"title": "a",\n' + '"a": [\n' * 20_000,
        "---\ntitle: a" + " #" * 100_000 + "\n---\n",
        "---\ntitle: a\n" + " ---\n" * 50_000,
        "a=b\n" * 50_000,
        "Title: x\n\n" + "Author: y\n\n" * 20_000,
        "%title x\n" * 50_000,
        "<!-- a -->\n" * 50_000,
        "/*\n" * 50_000,
        "- Title: x\n" * 50_000,
        "Title\t" + "\t " * 100_000 + "x",
        "---\ntitle: {a: " + "b, c: " * 40_000 + "\n---\n",
        "---\na:\n" + "  -b: c\n" * 20_000 + "---\n",
        "---\ntags: " + "[[a]] b " * 20_000 + "\n---\n",
        "---\ntitle: a---\n" + "b: c---\n" * 20_000,
        "{:title " + "[" * 100_000,
        '{:title "' + "\\\\a" * 50_000,
        "{:title a " + ";;\n" * 50_000,
        "{:a " + "a " * 100_000 + "}",
        "<!-- a: " + "b --" * 50_000,
        "<!-- a: b -->\n" * 20_000,
        "# a\n\n```{eval-rst}\n" + ":a: b\n" * 50_000,
    ],
    ids=str.__len__,
)
def test_hostile_text_takes_no_more_than_linear_time(text: str) -> None:
    start = time.process_time()
    read_header(text)
    # Quadratic behaviour would take minutes here; the bound leaves room for a slow machine.
    assert time.process_time() - start < 20


def test_scalars_can_cross_process_borders() -> None:
    scalar = Scalar("x", 7, quoted=True)
    again = pickle.loads(pickle.dumps(scalar))  # noqa: S301 - made here
    assert (again, again.start, again.quoted) == ("x", 7, True)
