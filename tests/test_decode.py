"""Bytes become text and the same bytes again, whatever they are."""

from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest.decode import decode, encode
from ingest.errors import Refused
from ingest.model import Decoding, Source


def read(data: bytes, charset: str = "", mediatype: str = "") -> tuple[str, Decoding]:
    source = Source("a.txt", data, mediatype, charset)
    text, decoding = decode(source)
    assert encode(text, decoding) == data
    assert not re.search("[\ud800-\udfff]", text)
    return text, decoding


def hostile() -> st.SearchStrategy[bytes]:
    """Bytes as broken files have them: any, or text with stray pieces of every kind between."""
    piece = st.one_of(
        st.text(min_size=1, max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text("abc é“ж中", min_size=1, max_size=20).map(lambda text: text.encode()),
        st.sampled_from(
            [b"\r\n", b"\r", b"\n", b"\xed\xa0\xbd\xed\xb8\x80", b"\xc0\xaf", b"\xe9", b"\x81", b"\xe4\xb8"]
        ),
        st.sampled_from(
            [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x1b$B", b"\x1b(B", b"~{", b"~}", b"\x00", b"\xf5\x80"]
        ),
        st.binary(max_size=6),
    )
    return st.one_of(st.binary(max_size=200), st.lists(piece, max_size=12).map(b"".join))


@settings(deadline=None)
@given(
    hostile(), st.sampled_from(["", "utf-8", "iso-8859-1", "shift_jis", "gbk", "utf-16", "utf-7", "no such", "\x00"])
)
def test_every_byte_string_comes_back(data: bytes, charset: str) -> None:
    try:
        read(data, charset)
    except Refused as refused:
        said = refused
    else:
        return
    assert (said.stage, bool(said.reason), bool(said.hint)) == ("decode", True, True)


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip()), st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le"]))
def test_any_text_in_utf_16_and_32_with_a_mark(text: str, encoding: str) -> None:
    assume(not text.startswith("\0"))  # with it the mark of UTF-16 is that of UTF-32
    try:
        decoded, decoding = read(("\ufeff" + text).encode(encoding))
    except Refused:
        return
    assert decoding.basis == "bom"
    if "\r" not in text:
        assert decoded == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text",
    [
        "A short line.\n",
        "Строка, в которой почти нет латинских букв.\n",
        "Ένα κείμενο στα ελληνικά, με τόνους.\n",
        "一行中文，没有拉丁字母。\n还有一行。\n",
        "نص عربي قصير.\n",
    ],
)
def test_wide_encodings_without_a_mark(text: str, encoding: str) -> None:
    decoded, decoding = read(text.encode(encoding))
    assert decoded == text
    assert decoding.encoding == encoding
    assert decoding.basis == "detected"


def test_broken_utf_16_keeps_its_units() -> None:
    text, decoding = read(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00\xd8" + "cd".encode("utf-16-le") + b"e")
    assert text == "ab\ufffdcd\ufffd"
    assert [island.data for island in decoding.islands] == [b"\x00\xd8", b"e"]


@pytest.mark.parametrize(("newline", "recorded"), [("\r\n", "\r\n"), ("\r", "\r"), ("\n", "\n")])
def test_uniform_line_ends_are_folded(newline: str, recorded: str) -> None:
    text, decoding = read(newline.join(["one", "", "zwei é", ""]).encode())
    assert text == "one\n\nzwei é\n"
    assert decoding.newline == recorded


def test_mixed_line_ends_are_left() -> None:
    text, decoding = read(b"one\r\ntwo\nthree\r")
    assert text == "one\r\ntwo\nthree\r"
    assert decoding.newline == "\n"


def test_stray_bytes_are_read_span_by_span() -> None:
    text, decoding = read("naïve – “café”\r\n".encode() + "naïve – “café”\r\n".encode("cp1252"))
    assert text == "naïve – “café”\nnaïve – “café”\n"
    assert decoding.basis == "utf-8-with-islands"
    assert [island.data for island in decoding.islands] == [b"\xef", b"\x96", b"\x93", b"\xe9\x94"]
    assert {island.note for island in decoding.islands} == {"cp1252"}


def test_stray_bytes_in_a_cyrillic_text_are_cyrillic() -> None:
    text, _ = read("Первая строка в одной кодировке.\n".encode() * 9 + "вторая\n".encode("cp1251"))
    assert text.endswith("кодировке.\nвторая\n")


@pytest.mark.parametrize(
    ("stray", "shown", "note"),
    [
        (b"\xc0\xaf", "\ufffd", "overlong UTF-8"),
        (b"\xe0\x80\xaf", "\ufffd", "overlong UTF-8"),
        (b"\xed\xa0\x80", "\ufffd", "half of a surrogate pair in UTF-8"),
        (b"\xed\xa0\xbd\xed\xb8\x80", "\U0001f600", "surrogate pair in UTF-8 (CESU-8)"),
        (b"\xf4\x90\x80\x80", "\ufffd", "UTF-8 beyond U+10FFFF"),
        (b"\xe4\xb8", "\ufffd", "cut-off UTF-8"),
        (b"\x81", "\ufffd", "undefined byte"),
        (b"\x92", "’", "cp1252"),
        (b"\xe9\x92", "é’", "cp1252"),
    ],
)
def test_what_a_stray_byte_shows(stray: bytes, shown: str, note: str) -> None:
    text, decoding = read("Déjà vu, said à la française; ".encode() + stray + b" end")
    assert text == f"Déjà vu, said à la française; {shown} end"
    assert [(island.data, island.note) for island in decoding.islands] == [(stray, note)]


def test_valid_utf_8_goes_before_a_wrong_declaration() -> None:
    assert read("Müller – “ja”".encode(), "iso-8859-1") == ("Müller – “ja”", Decoding("utf-8", "strict-utf-8"))


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("ISO-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("latin1", "cp1252"), ("us-ascii", "cp1252")],
)
def test_a_declared_encoding_is_read_as_browsers_do(label: str, encoding: str) -> None:
    text, decoding = read("“Müller”".encode("cp1252"), label)
    assert text == "“Müller”"
    assert (decoding.encoding, decoding.basis) == (encoding, "declared")


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ('<!doctype html><meta charset="windows-1251"><p>я', "cp1251"),
        ('<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><p>я', "koi8-r"),
        ('<?xml version="1.0" encoding="ISO-8859-5"?><text>я</text>', "iso8859-5"),
    ],
)
def test_what_a_page_declares_for_itself(page: str, encoding: str) -> None:
    text, decoding = read(page.encode(encoding))
    assert text == page
    assert (decoding.encoding, decoding.basis) == (encoding, "declared")


def test_an_undeclarable_label_is_ignored() -> None:
    assert read("zażółć gęślą jaźń, chrząszcz brzmi w trzcinie".encode("cp1250"), "rot13")[1].basis == "detected"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "byte order mark"),
        (b"\xff\xfe", "byte order mark"),
        (b" \r\n\t\n", "blank"),
        ("\ufeff\u200b \u00a0".encode(), "blank"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00\x08\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (gzip.compress(b"text", mtime=0), "gzip"),
        (b"\x7fELF\x02\x01\x01\x00", "an ELF program"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "a Windows program"),
        (bytes(range(256)) * 4, "control characters"),
        (b"\x00" * 64, "control characters"),
        (b"\x01\x02\x03\x04", "control characters"),
    ],
)
def test_no_text_is_refused_by_kind(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as caught:
        decode(Source("a", data))
    assert caught.value.stage == "decode"


@pytest.mark.parametrize("text", ["BM is a unit. Größe", "MZ wrote: já", "ID3 ist ein Übel", "RIFFs für Gitarre"])
def test_words_that_begin_like_binary_formats_are_text(text: str) -> None:
    assert read(text.encode())[0] == text
    assert read(text.encode("cp1252"))[0] == text


def test_a_few_control_characters_are_text() -> None:
    text = "A line that holds a stray \x00 and a \x07 somewhere, and goes on for long enough.\n"
    assert read(text.encode())[0] == text
    assert read(f"{text}é".encode("cp1252"))[0] == f"{text}é"


@pytest.mark.parametrize("encoding", ["iso2022_jp", "iso2022_kr", "hz"])
def test_escaped_encodings(encoding: str) -> None:
    text = {"iso2022_jp": "これは日本語です。", "iso2022_kr": "이것은 한국어입니다.", "hz": "这是中文。"}[
        encoding
    ] + " ok\n"
    decoded, decoding = read(text.encode(encoding))
    assert decoded == text
    assert decoding.basis == "detected"


def test_terminal_escapes_are_no_encoding() -> None:
    assert read(b"\x1b[31mred\x1b[0m and $B (B\n")[1].encoding == "utf-8"
