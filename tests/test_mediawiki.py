"""The plain extract of a MediaWiki page is recognised, and its title and box are read."""

from __future__ import annotations

import pytest

from ingest.formats import mediawiki
from ingest.model import Header, Source

SOURCE = Source("page.txt", b"")

PAGE = """= Mill Bridge =

Mill Bridge
- Country: Poland
- Opened: 3 May 1901
- Crosses: Odra: the river

Mill Bridge is a bridge.

== History ==
It was built in 1901.
"""


@pytest.mark.parametrize(
    "text",
    [PAGE, "\n= Mill Bridge =\n\nIt is a bridge.", "=Mill=\n", "= Mill ="],
)
def test_extracts_are_recognised(text: str) -> None:
    assert mediawiki.matches(text, SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "== History ==\nIt was built in 1901.\n",
        "Mill Bridge\n===========\n",
        "= Mill Bridge\n\nAn AsciiDoc title has no closing sign.\n",
        "x = y =\n",
        "= Mill =\n{{Box}} [[a]] {{b}} [[c]] is full wikitext.\n",
        "It is a bridge.\n\n= Mill =\n",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert not mediawiki.matches(text, SOURCE)


def test_title_and_box_are_read_as_written() -> None:
    header = mediawiki.read_header(PAGE)
    assert header.layout == "mediawiki-extract"
    assert dict(header.fields) == {
        "title": "Mill Bridge",
        "infobox": {"Country": "Poland", "Opened": "3 May 1901", "Crosses": "Odra: the river"},
    }
    assert PAGE[header.end :].lstrip().startswith("Mill Bridge is a bridge.")


def test_a_repeated_title_without_a_box_is_left_out_of_the_body() -> None:
    text = "= Mill =\n\nMill\n\nMill is a place.\n"
    header = mediawiki.read_header(text)
    assert "infobox" not in header.fields
    assert text[header.end :] == "\nMill is a place.\n"


def test_a_box_may_follow_the_title_at_once_and_repeat_keys() -> None:
    header = mediawiki.read_header("= Mill =\n- Owner: Ann\n- Owner: Ben\n- Use: flour,\n  paper\n\nText.\n")
    assert header.fields["infobox"] == {"Owner": "Ann\nBen", "Use": "flour,\npaper"}


@pytest.mark.parametrize(
    "text",
    [
        "= Mill =\n\nMill is a place. It has:\n- Water: much\n- Wheat\n\nEnd.\n",
        "= Mill =\n\n- one\n- two\n",
        "= Mill =\n",
    ],
)
def test_lists_are_not_boxes(text: str) -> None:
    header = mediawiki.read_header(text)
    assert dict(header.fields) == {"title": "Mill"}
    assert header.end == len("= Mill =\n")


def test_a_text_without_title_has_no_header() -> None:
    assert mediawiki.read_header("Text.\n") == Header()
