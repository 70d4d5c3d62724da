"""From headers to canonical front matter."""

from __future__ import annotations

import copy
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.cli import main
from ingest.config import load
from ingest.errors import UsageError
from ingest.frontmatter import dump
from ingest.headers import read_header
from ingest.metadata import METADATA_CODES, gather
from ingest.metadata.aliases import ALIASES, CANONICAL, RANKS, unify
from ingest.metadata.coerce import COERCE
from ingest.metadata.guide import LAYOUTS, markdown
from ingest.metadata.schema import schema
from ingest.model import Header, Metadata, Source
from ingest.pipeline import clean_document

jsonschema = pytest.importorskip("jsonschema")

SOURCE = Source("a.md", b"")


def metadata_of(header: Header, body: str, source: Source = SOURCE, **more: Any) -> Metadata:  # noqa: ANN401 - handed through
    """The metadata as the pipeline makes them."""
    gathered = gather(header, body, source, **more)
    gathered.tell_language()
    return gathered.finish()


def of(yaml: str, body: str = "", source: Source = SOURCE, **more: Any) -> Metadata:  # noqa: ANN401 - handed through
    return metadata_of(read_header(f"---\n{yaml}\n---\n"), body, source, **more)


def fields(yaml: str, body: str = "", source: Source = SOURCE, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return dict(of(yaml, body, source, **more).fields)


# --- the mapping ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: One", {"title": "One"}),
        ("Title: One", {"title": "One"}),
        ("page-title: One", {"title": "One"}),
        ("headline: One", {"title": "One"}),
        ("subject: One", {"title": "One"}),
        ("title: One\nsubject: bread", {"title": "One", "tags": ["bread"]}),
        ("title: One\nsubject: bread\ntags: [x]", {"title": "One", "tags": ["x"], "extra": {"subject": "bread"}}),
        ("title: One\nshortDescription: short", {"title": "One", "subtitle": "short"}),
        ("title: One\nlinkTitle: O", {"title": "One", "short_title": "O"}),
        ("title: 2048", {"title": "2048"}),
        ("title: yes", {"title": "yes"}),
        ("title: [a, b]", {"extra": {"title": ["a", "b"]}}),
        ("excerpt: e", {"description": "e"}),
        ("description: d\nexcerpt: d", {"description": "d"}),
        ("description: d\nexcerpt: e", {"description": "d", "extra": {"excerpt": "e"}}),
        ("excerpt: e\ndescription: ''", {"description": "e"}),
        ("description: |\n  one\n  two\n\n  three", {"description": "one two\n\nthree"}),
        ("date: 2020-01-02", {"published": "2020-01-02"}),
        ("pubDate: '2020-01-02'", {"published": "2020-01-02"}),
        ("created: 02-Jan-2020", {"published": "2020-01-02"}),
        ("date: 2020-01-02\ncreated: 2019-01-02", {"published": "2020-01-02", "extra": {"created": "2019-01-02"}}),
        ("published: false", {"draft": True}),
        ("published: true\ndate: 2020-01-02", {"published": "2020-01-02", "draft": False}),
        ("published: 2020-01-02", {"published": "2020-01-02"}),
        ("date: last-modified", {"extra": {"date": "last-modified"}}),
        ("date: 03/04/2005", {"extra": {"date": "03/04/2005"}}),
        ("date: 3 March – 1 April 2022", {"extra": {"date": "3 March – 1 April 2022"}}),
        (
            "date: 2 January 2020 3:04 PM ET",
            {"published": "2020-01-02T15:04", "extra": {"date": "2 January 2020 3:04 PM ET"}},
        ),
        ("lastmod: 2020-01-02", {"modified": "2020-01-02"}),
        (
            "last_update: {date: 2020-01-02, author: Ann}",
            {"modified": "2020-01-02", "extra": {"last_update": {"date": "2020-01-02", "author": "Ann"}}},
        ),
        ("tags: a, b", {"tags": ["a", "b"]}),
        ("tags: [a, b, a]", {"tags": ["a", "b"]}),
        ("tags: a b", {"tags": ["a b"]}),
        ("tags: '#a #b'", {"tags": ["a", "b"]}),
        ("keywords: a; b, c", {"tags": ["a", "b, c"]}),
        ("tags: [2020, 1.10]", {"tags": ["2020", "1.10"]}),
        ("tags: [C#, F#]", {"tags": ["C#", "F#"]}),
        (
            "taxonomies: {tags: [a], categories: [b], places: [c]}",
            {"tags": ["a"], "categories": ["b"], "extra": {"taxonomies": {"places": ["c"]}}},
        ),
        ("taxonomy: {tag: [a], category: [b]}", {"tags": ["a"], "categories": ["b"]}),
        ("tags: {a: [b]}", {"extra": {"tags": {"a": ["b"]}}}),
        ("categories: []\ntags:", {}),
        ("author: Wikipedia", {"authors": ["Wikipedia"]}),
        ("authors: [{name: Ann, url: x}]", {"authors": ["Ann"], "extra": {"authors": [{"name": "Ann", "url": "x"}]}}),
        ("lang: en_us", {"language": "en-US"}),
        ("lang: zh-cmn-Hans-CN", {"language": "zh-Hans-CN", "extra": {"lang": "zh-cmn-Hans-CN"}}),
        ("author: https://ada.example/keel", {"extra": {"author": "https://ada.example/keel"}}),
        ("lang: zh-yue", {"language": "yue", "extra": {"lang": "zh-yue"}}),
        ("lang: zh-CHT", {"language": "zh-Hant", "extra": {"lang": "zh-CHT"}}),
        ("lang: not-ada", {"extra": {"lang": "not-ada"}}),
        ("language: Deutsch", {"language": "de", "extra": {"language": "Deutsch"}}),
        ("language: python", {"extra": {"language": "python"}}),
        ("image: /a.png", {"image": "/a.png"}),
        ("img: a.png\nalt: A", {"image": "a.png", "image_alt": "A"}),
        (
            "image: {src: a.png, alt: A}",
            {"image": "a.png", "image_alt": "A", "extra": {"image": {"src": "a.png", "alt": "A"}}},
        ),
        ("images: [a.png, b.png]", {"image": "a.png", "extra": {"images": ["a.png", "b.png"]}}),
        ("cover: true", {"extra": {"cover": True}}),
        ("image: '[[File:A b.jpg|thumb|15px]]'", {"image": "A b.jpg"}),
        ("permalink: /a/", {"url": "/a/"}),
        ("permalink: pretty", {"extra": {"permalink": "pretty"}}),
        ("site: The Times", {"publisher": "The Times"}),
        (
            "publisher: {name: The Times, url: x}",
            {"publisher": "The Times", "extra": {"publisher": {"name": "The Times", "url": "x"}}},
        ),
        ("rights: CC BY", {"license": "CC BY"}),
        ("draft: no", {"draft": False}),
        ("draft: maybe", {"extra": {"draft": "maybe"}}),
        ("slug: one", {"slug": "one"}),
        ("aliases: [/a/, b]", {"aliases": ["/a/", "b"]}),
        ("redirect_from: /a/", {"aliases": ["/a/"]}),
        ("team: {ann: , bob: }", {"extra": {"team": {"ann": None, "bob": None}}}),
        ("layout: post\nweight: 10", {"extra": {"layout": "post", "weight": 10}}),
        ("extra: {a: 1, title: no}\nb: 2", {"extra": {"a": 1, "title": "no", "b": 2}}),
        ("extra: text", {"extra": {"extra": "text"}}),
        ("provenance: {by: me}", {"extra": {"provenance": {"by": "me"}}}),
        ("provenance: {pipeline: ingest 0.1.0}\ntitle: One", {"title": "One"}),
    ],
)
def test_the_mapping(yaml: str, expected: dict[str, Any]) -> None:
    assert fields(yaml) == expected
    assert list(fields(yaml)) == [key for key in CANONICAL if key in expected]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1", 1),
        ("-7", -7),
        ("1.5", 1.5),
        ("true", True),
        ("null", None),
        ("1.10", "1.10"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("12:30:45", "12:30:45"),
        ("no", "no"),
        ("2020-01-02", "2020-01-02"),
        ("99999999999999999999", "99999999999999999999"),
        ("'1'", "1"),
        ("'true'", "true"),
    ],
)
def test_under_extra_a_number_keeps_what_is_written(written: str, kept: object) -> None:
    extra = fields(f"x: [{written}, a]")["extra"]["x"]
    assert (extra[0], type(extra[0])) == (kept, type(kept))


def test_user_aliases_come_first() -> None:
    assert fields("date: 2020-01-02\nwhen: 2021-01-02", aliases={"When": "published"})["published"] == "2021-01-02"
    assert fields("site: x", aliases={"site": "extra"}) == {"extra": {"site": "x"}}


# --- values are repaired ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("Tom &amp; Ann&nbsp;Lee", "Tom & Ann\xa0Lee"),
        ("a &lt; b", "a < b"),
        ("The &lt;b&gt; element", "The &lt;b> element"),
        ("A [[Page|word]] and [[other]]", "A word and other"),
        ("[[Image:Flag of X.svg|15px]] X", "X"),
        ("[[Datei:Flag.svg|mini|a [[b]] c]]X", "X"),
        ("'''Bold''' and ''italic''", "Bold and italic"),
        ("Rock 'n' roll", "Rock 'n' roll"),
        ("5'' nails", "5'' nails"),
        ("a<br/>b", "a b"),
        ("x<ref>note</ref> y", "x y"),
        ("<i>Title</i> of", "Title of"),
        ("The <b> element", "The <b> element"),
        ("array[[0]]", "array0"),
        ("a  b\tc", "a b c"),
        ("a\u3000b\xa0c", "a\u3000b\xa0c"),
        ("{{nowrap|a b}}", "a b"),
    ],
)
def test_a_title_without_remains(written: str, repaired: str) -> None:
    title = metadata_of(Header("yaml-header", {"title": written}), "", SOURCE).fields["title"]
    assert title == repaired
    assert metadata_of(Header("yaml-header", {"title": title}), "", SOURCE).fields["title"] == repaired


def test_a_template_that_is_left_is_shown() -> None:
    assert [code for code, _ in of("title: 'In {{lang|uk|x}}'").remarks] == ["META009"]


def test_an_infobox_becomes_plain_text_and_the_rest_is_kept() -> None:
    yaml = (
        "infoboxes:\n"
        "  - name: {text: Bridge}\n"
        "    built: {text: '1901', number: 1901}\n"
        "    parts:\n"
        "      text: |-\n"
        "        * [[Image:A.svg|15px]] One \n"
        "        ** Two\n"
        "      links: [{page: Two, type: internal}]\n"
        "    empty: {text: ''}\n"
        "  - other: {text: x}\n"
    )
    assert fields(yaml) == {
        "infobox": {"name": "Bridge", "built": "1901", "parts": "One\nTwo"},
        "extra": {
            "infobox": {
                "built": {"number": 1901},
                "parts": {"images": ["A.svg"], "links": [{"page": "Two", "type": "internal"}]},
            },
            "infoboxes": [{"other": "x"}],
        },
    }


def test_a_flat_infobox_gets_names_as_templates_have() -> None:
    assert fields("infobox: {Country: X, Capital city: Y}")["infobox"] == {"country": "X", "capital_city": "Y"}


# --- the order of trust -----------------------------------------------------------------------------------------------


def test_the_order_of_trust() -> None:
    source = Source(
        "2019-05-06-name.md", b"", url="https://e.org/x", facts={"title": "container", "date": "2001-01-01"}
    )
    given_all = metadata_of(
        Header("yaml-header", {"title": "header"}),
        "# heading\n",
        source,
        lifted={"title": "lifted", "description": "lifted"},
        converted={"og:title": "converted", "og:description": "converted"},
    )
    assert given_all.fields["title"] == "header"
    assert given_all.fields["description"] == "converted"
    assert given_all.fields["url"] == "https://e.org/x"
    assert given_all.fields["published"] == "2019-05-06"
    assert [one.value for one in given_all.origins if one.key == "title" and not one.used] == [
        "converted",
        "container",
        "lifted",
    ]
    assert metadata_of(Header(), "# heading\n", SOURCE, lifted={"title": "lifted"}).fields["title"] == "lifted"
    assert metadata_of(Header(), "# *A* [heading](x) {#id}\n", SOURCE).fields["title"] == "A heading"
    assert metadata_of(Header(), "A heading\n=====\n", SOURCE).fields["title"] == "A heading"
    assert "title" not in metadata_of(Header(), "Prose.\n\n## Later\n", SOURCE).fields


def test_what_the_body_still_says_is_not_said_twice() -> None:
    assert "extra" not in fields("title: One", "# Two\n", lifted={"title": "Two"})
    assert fields("title: One", "Prose.", lifted={"title": "Two"})["extra"] == {"found_in_body": "Two"}


def test_the_language_of_the_text_is_a_fallback() -> None:
    text = (
        "The council met on Tuesday evening to discuss the repair of the old bridge, closed since the spring flood.\n"
        * 3
    )
    found = of("title: One", text)
    assert found.fields["language"] == "en"
    assert next(one for one in found.origins if one.key == "language").note.startswith("derived")
    assert fields("lang: de", text)["language"] == "de"


def test_each_value_has_its_origin() -> None:
    found = of("Sorte: x\nheadline: ' One '\ndate: 2 January 2020\nexcerpt:")
    assert [tuple(one)[:4] for one in found.origins] == [
        ("title", "headline", " One ", "One"),
        ("description", "excerpt", None, None),
        ("published", "date", "2 January 2020", "2020-01-02"),
        ("extra.Sorte", "Sorte", "x", "x"),
    ]
    assert all(type(one.raw) in (str, type(None)) for one in found.origins)


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("title: x\ndate: 03/04/2005", "META006"),
        ("title: x\ndate: last-modified", "META007"),
        ("title: x\ndate: 31 April 2020", "META007"),
        ("title: [x, y]", "META008"),
        ("title: x\ntitle: y", "META003"),
    ],
)
def test_findings_stand_at_the_value(yaml: str, code: str) -> None:
    text = f"---\n{yaml}\n---\n"
    ((found, remark),) = metadata_of(read_header(text), "", SOURCE).remarks
    assert found == code
    assert remark.message
    assert text[remark.start : remark.end].strip()


# --- promises ---------------------------------------------------------------------------------------------------------

KEYS = st.one_of(
    st.sampled_from([alias.name for alias in ALIASES]), st.sampled_from(["x", "extra", "provenance", "a b", "infobox"])
)
WRITTEN = st.one_of(
    st.sampled_from(
        [
            "2020-01-02",
            "03/04/05",
            "Doe, Jane",
            "By A Lee and B Roe",
            "a, b",
            "#a #b",
            "a.png",
            "/a/",
            "true",
            "no",
            "en",
        ]
    )
    | st.sampled_from(
        [
            "'''b'''",
            "[[a|b]]",
            "&amp;amp;",
            "&lt;b&gt;",
            "<b>x</b>",
            "[[File:a.png|x]]",
            "{{x}}",
            "* a\n* b",
            "1.10",
            "1",
            "",
        ]
    )
    | st.sampled_from(
        [
            "a\nb",
            " a ",
            "\x00",
            "\ud800",
            "\ufeffa",
            "&#x26;lt;",
            "''a''b''",
            "http://e.org/x",
            "German",
            "[http://a.b c]",
            "* * a",
        ]
    ),
    st.text(max_size=8),
)
TREE = st.recursive(
    st.one_of(WRITTEN, st.none(), st.booleans(), st.integers(-5, 5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS | WRITTEN, inner, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS | WRITTEN, TREE, max_size=6), st.sampled_from(["", "# T\n", "Prose.\n"]))
@example({"authors": [None, "http://e.org/x"]}, "")
def test_front_matter_is_a_fixed_point_and_satisfies_the_schema(header: dict[str, Any], body: str) -> None:
    before = copy.deepcopy(header)
    first = metadata_of(Header("yaml-header", header), body, SOURCE)
    assert header == before
    jsonschema.validate(dict(first.fields), schema())
    text = dump({**first.fields, "provenance": {"pipeline": "ingest 0.1.0"}})
    again = metadata_of(read_header(text), body, SOURCE)
    assert dict(again.fields) == dict(first.fields)
    assert list(again.fields) == list(first.fields)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS, st.text("abc 12-", min_size=1, max_size=9).filter(str.strip), max_size=6))
def test_no_value_is_lost(header: dict[str, str]) -> None:
    found = metadata_of(Header("yaml-header", header), "", SOURCE)
    origins = [one.source_key for one in found.origins]
    assert all(key in origins for key in header)
    losers = {one.source_key for one in found.origins if not one.used and one.note not in ("says the same", "empty")}
    assert losers <= {one.source_key for one in found.origins if one.key.startswith("extra.")}


@pytest.mark.parametrize("filling", [" ", "[[", "<b>", "&amp;", "''", ", ", "{{", "\n \n", " and ", "<"])
@pytest.mark.parametrize("key", ["title", "description", "author", "tags", "image", "infobox"])
def test_a_huge_value_takes_no_more_than_linear_time(key: str, filling: str) -> None:
    text = "a" + filling * 30_000 + "b"
    start = time.process_time()
    metadata_of(Header("yaml-header", {key: {"x": text} if key == "infobox" else text}), "", SOURCE)
    # Quadratic behaviour would take minutes here; the bound leaves room for a slow machine.
    assert time.process_time() - start < 20


# --- the tables -------------------------------------------------------------------------------------------------------


def test_the_alias_table_gives_each_name_one_meaning() -> None:
    meant: dict[str, str] = {}
    assert all(meant.setdefault(unify(alias.name), alias.field) == alias.field for alias in ALIASES)
    assert len({alias.name for alias in ALIASES}) == len(ALIASES)
    assert {alias.field for alias in ALIASES} == set(CANONICAL) - {"extra"}
    assert all(RANKS[unify(key)][0] == key for key in (*COERCE, "infobox"))
    assert all(alias.origin for alias in ALIASES)


def test_the_codes_have_names_and_pages() -> None:
    assert list(METADATA_CODES) == sorted(METADATA_CODES)
    assert all(name and page.partition("\n")[0].endswith(".") for name, page in METADATA_CODES.values())


def test_the_page_on_metadata_is_up_to_date() -> None:
    page = Path(__file__).parents[1] / "docs" / "metadata.md"
    assert page.read_text(encoding="utf-8") == markdown(), "run `ingest schema --markdown > docs/metadata.md`"


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_page_names_the_layouts_that_are_read() -> None:
    texts = [
        "---\na: b\n---\n",
        '+++\na = "b"\n+++\n',
        '{"title": "b"}\n',
        '{:title "b"}\n',
        "Title: a\n\n",
        "% A\n% B\n",
        ":Author: a\n:Date: b\n",
    ]
    texts += ["= A\n:b: c\n", "#+TITLE: a\n"]
    assert [read_header(text).layout for text in texts] == [name for name, _, _ in LAYOUTS]


# The user's aliases, by folder.


def test_aliases_hold_for_all_or_for_a_glob_of_paths(tmp_path: Path) -> None:
    (tmp_path / "ingest.yaml").write_text(
        "aliases:\n  Kicker: extra\n  'blog/*': {kicker: subtitle, head line: title}\n  'blog/2020/*': {kicker: slug}\n"
    )
    config = load(tmp_path / "ingest.yaml")
    text = b"---\nkicker: near\nheadline: Lamps\n---\nA lamp.\n"

    def fields(path: str) -> dict[str, object]:
        found = clean_document(Source(path, text), config).front_matter
        return {key: found[key] for key in found if key in ("subtitle", "slug", "extra")}

    assert fields("a.md") == {"extra": {"kicker": "near"}}
    assert fields("blog/a.md") == {"subtitle": "near"}
    assert fields("blog/2020/a.md") == {"slug": "near"}
    assert config.aliases_of("blog/a.md") == {"kicker": "subtitle", "head line": "title"}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("{kicker: subtitel}", "aliases: kicker: 'subtitel' is no canonical field; did you mean 'subtitle'?"),
        ("{'blog/*': {kicker: tag}}", "aliases: kicker: 'tag' is no canonical field; did you mean 'tags'?"),
        ("{'blog/*': {kicker: {a: b}}}", "is no canonical field"),
        ("{kicker: 3}", "aliases: kicker: 3 is no canonical field"),
        ("[kicker]", "aliases: expected a mapping"),
    ],
)
def test_an_alias_for_no_canonical_field_is_refused(tmp_path: Path, setting: str, message: str) -> None:
    (tmp_path / "ingest.yaml").write_text(f"aliases: {setting}\n")
    with pytest.raises(UsageError, match=re.escape(message)):
        load(tmp_path / "ingest.yaml")


def test_the_sender_of_a_mail_is_its_author() -> None:
    mail = "From: Ann Lee <ann@lamps.example>\nTo: Bo Crane\nSubject: Lamps\n\nThe lamps came today.\n"
    found = clean_document(Source("a.txt", mail.encode())).front_matter
    assert (found["title"], found["authors"]) == ("Lamps", ["Ann Lee"])
    assert found["extra"] == {"To": "Bo Crane", "From": "Ann Lee <ann@lamps.example>"}
    assert "authors" not in fields("from: Paris\nsubject: A letter\nto: Rome")
