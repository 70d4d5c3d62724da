"""What counts as an HTML page, and which encoding it declares."""

from __future__ import annotations

import pytest

from ingest.formats.html import declared_charset, matches
from ingest.model import Source


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html></html>",
        "\n  <!doctype HTML>\n<p>x",
        "<HTML><BODY>x",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="x"></html>',
        "<!-- saved from url=(0022)http://example.org/ -->\n<html>",
        "<head><title>x</title></head>",
        "<div><p>One.</p>\n<p>Two.</p></div>",
        "<h1>Head</h1>\n<p>One paragraph\nover two lines.</p>\n<ul><li>a</li></ul>",
        "<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n<HTML><HEAD></HEAD>",
    ],
)
def test_pages(text: str) -> None:
    assert matches(text, Source("x", b""))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain text.",
        "# Title\n\nText with <b>bold</b> and <br> in it.",
        '<p align="center"><img src="logo.png"></p>\n\n# Project\n\n- one\n- two\n\n```html\n<html></html>\n```\n',
        '<div class="note">A note.</div>\n\nA paragraph of text.\n\nAnother one.\n\nAnd a third.',
        "---\ntitle: x\n---\n<!doctype html>",
        "if a < b and c > d then",
        "<3 this song",
        "<https://example.org> is a link.",
        "Use `<!DOCTYPE html>` first.",
        "<?xml version='1.0'?><rss><channel></channel></rss>",
        "<div>\n<ul><li>Home</li></ul>\n</div>\n\n" * 2_000 + "[One](a) and [two](b): a paragraph.\n\n" * 20,
    ],
)
def test_not_pages(text: str) -> None:
    assert not matches(text, Source("x", b""))


def test_a_declared_media_type_is_enough_for_a_fragment() -> None:
    assert matches("One <b>word</b><br>", Source("x", b"", mediatype="text/html; charset=utf-8"))
    assert not matches("No markup at all.", Source("x", b"", mediatype="text/html"))


@pytest.mark.parametrize(
    "text", ["<" * 200_000, "<!--" * 50_000, " " * 300_000, "<p>" * 60_000, "<div " * 60_000, "<?" * 100_000]
)
def test_recognising_hostile_text_ends(text: str) -> None:
    matches(text, Source("x", b""))


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<html><head><META CHARSET=ISO-8859-1>", "iso-8859-1"),
        (b"<meta charset = 'Shift_JIS' >", "shift_jis"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"),
        (b"<meta content='text/html;charset=\"gb2312\"' http-equiv=content-type>", "gb2312"),
        (b'\xef\xbb\xbf<meta charset="latin1">', "latin1"),
        (b'<!-- <meta charset="koi8-r"> --><meta charset="big5">', "big5"),
        (b'<script x="<meta charset=a>"></script><meta charset="euc-kr">', "euc-kr"),
        (b'<meta name="x" content="charset=utf-7"><p>', ""),
        (b'<meta charset="utf-16le">', "utf-8"),
        (b'<meta charset="x-user-defined">', "windows-1252"),
        (b"<p>no declaration</p>", ""),
        (b"", ""),
        (b"<!-- never closed <meta charset=utf-8>", ""),
        (b" " * 1100 + b"<meta charset=utf-8>", ""),
        (b"<meta", ""),
        (b"<metadata charset=utf-8>", ""),
    ],
)
def test_declared_charset(data: bytes, charset: str) -> None:
    assert declared_charset(data) == charset


@pytest.mark.parametrize(
    "data", [b"<meta " * 200_000, b"<!--" * 200_000, b"<meta charset=" + b"a" * 500_000, b"<a " * 500_000]
)
def test_charset_of_hostile_bytes_ends(data: bytes) -> None:
    declared_charset(data)
