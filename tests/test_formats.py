"""Formats are told from content alone."""

from __future__ import annotations

import pytest

from ingest import formats
from ingest.errors import Refused
from ingest.model import Source


def recognise(text: str, path: str = "a.txt") -> str:
    return formats.recognise(text, Source(path, b""))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mill stood by the river.\n\nIt is gone.\n", "plain"),
        ("# The mill\n\nIt stood by the river.\n", "markdown"),
        ("The mill\n========\n\nIt stood by the river.\n", "markdown"),
        ("It stood [by the river](https://a.example/map_(1)).\n", "markdown"),
        ("It was **not** small.\n", "markdown"),
        ("Bring:\n\n  - a lamp\n", "markdown"),
        ("+ a lamp", "markdown"),
        ("It stood.\n\n~~~\nmill\n~~~\n", "markdown"),
        ("It stood.\n\n```\nmill\n```\n", "markdown"),
        ("The well-known mill * 2 ** 3 = 16 [sic] #1 ~ 4 + 5.\n -5 degrees\n====\n", "plain"),
        ("= Alder Mill =\n\nAlder Mill is a mill.\n\n== History ==\nIt burnt down.\n", "mediawiki"),
        ("He said <b>no</b> and left; 3 < 4 and 5 > 2.\n", "plain"),
    ],
)
def test_a_format_is_known_by_its_content(text: str, kind: str) -> None:
    assert recognise(text) == kind
    assert recognise(text, "a.html") == kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{\\rtf1\\ansi Hello}", "RTF"),
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "feed"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "calendar"),
        ('<?xml version="1.0"?>\n<note><to>You</to></note>', "XML"),
    ],
)
def test_a_text_that_is_no_document_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        recognise(text)


@pytest.mark.parametrize(
    "text",
    [
        "<rss> is the element that feeds begin with, says the tutorial.\n".replace("<rss>", "An rss element"),
        "BEGIN: vows are read aloud.\n",
        "{\\textbf{LaTeX}} is not RTF.\n",
        "%!important is a comment here.\n",
    ],
)
def test_prose_that_looks_like_it_is_not_refused(text: str) -> None:
    assert recognise(text) in {"plain", "markdown"}
