"""Containers give their records one at a time; what is damaged is named, and bombs do not go off."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from ingest.containers import Broken, Limits, PassedOver, Record, head_of, kind_of, records

PAGE = "<html><body><p>The lamp was lit at six.</p></body></html>"


def save(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def read(path: str, limits: Limits | None = None) -> list[Record | Broken | PassedOver]:
    return list(records(path, kind(path), limits))


def kind(path: str) -> str:
    with Path(path).open("rb") as file:
        return kind_of(head_of(file))


def response(url: str, body: str, mediatype: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: {mediatype}\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}".encode()
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2020-02-29T12:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_the_pages_of_a_crawl_are_documents_and_its_pictures_are_counted(tmp_path: Path) -> None:
    crawl = response("https://a.example/1", PAGE) + response("https://a.example/p.png", "x", "image/png")
    crawl += response("https://a.example/gone", PAGE, status="404 Not Found")
    first, passed = read(save(tmp_path / "crawl.warc", crawl))
    assert isinstance(first, Record)
    assert first.data.decode() == PAGE
    assert (first.mediatype, first.charset, first.url) == ("text/html", "utf-8", "https://a.example/1")
    assert first.facts["crawled"] == "2020-02-29T12:00:00Z"
    assert passed == PassedOver({"image/png": 1, "status 404": 1})


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_compressed_crawl_is_read(tmp_path: Path, ending: str) -> None:
    crawl = [response(f"https://a.example/{n}", f"<p>Page {n}</p>") for n in range(3)]
    pack = gzip.compress if ending == "gz" else zstandard.compress
    found = read(save(tmp_path / f"crawl.warc.{ending}", b"".join(pack(one) for one in crawl)))
    assert [one.data for one in found if isinstance(one, Record)] == [f"<p>Page {n}</p>".encode() for n in range(3)]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, bz2.compress, lzma.compress])
def test_what_is_compressed_as_one_large_block_is_recognised(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    noise = "".join(random.Random(1).choices("abcdefghijklmnop ", k=60_000))  # noqa: S311 - so that it does not shrink away
    crawl = b"".join(response(f"https://a.example/{n}", f"<p>{noise}{n}</p>") for n in range(2))
    plain, packed = (read(save(tmp_path / name, data)) for name, data in (("plain", crawl), ("packed", pack(crawl))))
    assert [type(one) for one in plain] == [Record, Record]
    assert packed == plain
    lines = "\n".join(json.dumps({"url": f"https://a.example/{n}", "text": noise}) for n in range(5)).encode()
    assert kind(save(tmp_path / "lines", pack(lines))) == "jsonl"


def test_one_document_that_unpacks_to_more_than_the_limit_is_broken(tmp_path: Path) -> None:
    (one,) = read(save(tmp_path / "page.html.gz", gzip.compress(PAGE.encode() * 100)), Limits(record_bytes=1000))
    assert isinstance(one, Broken)
    page = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"x" * 2000
    (two,) = read(save(tmp_path / "page.mhtml", page), Limits(record_bytes=1000))
    assert isinstance(two, Broken)
    assert two.name == "page"


def test_a_crawl_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    crawl = gzip.compress(response("https://a.example/1", PAGE)) + gzip.compress(
        response("https://a.example/2", PAGE * 50)
    )
    found = read(save(tmp_path / "crawl.warc.gz", crawl[:-40]))
    assert isinstance(found[0], Record)
    broken = found[1]
    assert isinstance(broken, Broken)
    assert "cut off" in broken.reason
    assert broken.data


def noisy(number: int, size: int = 3000) -> str:
    """A page that does not shrink away when it is compressed."""
    return f"<p>{''.join(random.Random(number).choices('abcdefgh ', k=size))}{number}</p>"  # noqa: S311 - no secret


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def told(found: list[Record | Broken | PassedOver]) -> tuple[int, list[str]]:
    """How many documents there are, and what is said of the rest."""
    return (
        sum(isinstance(one, Record) for one in found),
        [f"{one.name}: {one.reason}" for one in found if isinstance(one, Broken)],
    )


def test_behind_a_damaged_record_a_crawl_goes_on(tmp_path: Path) -> None:
    pages = [response(f"https://a.example/{n}", noisy(n)) for n in range(4)]
    packed = [gzip.compress(page) for page in pages]
    place = len(packed[0])
    packed[1] = flipped(packed[1], len(packed[1]) // 2)
    documents, problems = told(read(save(tmp_path / "crawl.warc.gz", b"".join(packed))))
    assert documents == 3
    assert len(problems) == 1
    assert problems[0].startswith(f"before-{place + len(packed[1])}: the crawl is damaged")
    plain = pages[0] + b"nonsense\r\n\r\n" * 3 + pages[1] + pages[2]
    found = read(save(tmp_path / "crawl.warc", plain))
    assert [one.data for one in found if isinstance(one, Record)] == [noisy(n).encode() for n in range(3)]
    assert len(told(found)[1]) == 1


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_crawl_in_one_stream_gives_what_is_before_the_damage(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    pages = [response(f"https://a.example/{n}", noisy(n)) for n in range(3)]
    first = pack(pages[0])
    rest = pack(b"".join(pages[1:]))
    for data in (first + rest[: len(rest) // 3], first + flipped(rest, len(rest) // 3)):
        documents, problems = told(read(save(tmp_path / "crawl", data)))
        assert documents == 1
        assert problems


def test_a_crawl_of_records_without_a_length_of_http_is_seen_to_be_cut_off(tmp_path: Path) -> None:
    page = response("https://a.example/1", noisy(1)).replace(b"Content-Length: 3008", b"X-ntent-Length: 3008")
    (one,) = read(save(tmp_path / "crawl.warc", page[:-900]))
    assert isinstance(one, Broken)
    assert one.reason == "the record is cut off"


def test_a_response_that_cannot_be_decoded_leaves_the_next_one_alone(tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip at all"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    documents, problems = told(
        read(save(tmp_path / "crawl.warc", head + http + b"\r\n\r\n" + response("https://a.example/2", PAGE)))
    )
    assert documents == 1
    assert [one.partition(": ")[0] for one in problems] == ["00000000-0000-0000-0000-000000000001"]


@pytest.mark.parametrize("length", [b"99999999999999999999999", b"-5", b"many", b"", b"99999"])
def test_a_wrong_length_costs_one_record_at_the_most(tmp_path: Path, length: bytes) -> None:
    page = response("https://a.example/1", PAGE)
    wrong = page.replace(b"Content-Length: 136", b"Content-Length: " + length)
    assert wrong != page
    crawl = response("https://a.example/0", PAGE) + wrong
    found = read(save(tmp_path / "crawl.warc", crawl), Limits(record_bytes=1 << 16))
    assert isinstance(found[0], Record)
    assert not any(isinstance(one, Record) for one in found[1:])
    assert len(found) > 1


def lines_of(count: int) -> bytes:
    return b"".join(json.dumps({"url": f"u{n}", "text": noisy(n)}).encode() + b"\n" for n in range(count))


def export_of(count: int) -> bytes:
    pages = "".join(
        f"<page><title>P{n}</title><ns>0</ns><id>{n}</id><revision><text>{noisy(n)[3:-4]}</text></revision></page>"
        for n in range(count)
    )
    return f"<mediawiki><siteinfo><base>https://w.example/x</base></siteinfo>{pages}</mediawiki>".encode()


def archive_of(count: int) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for n in range(count):
            data = noisy(n).encode()
            info = tarfile.TarInfo(f"d/{n}.txt")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("made", [lines_of, export_of, archive_of])
def test_what_is_cut_off_gives_what_is_whole_and_says_so(
    tmp_path: Path, pack: Callable[[bytes], bytes], made: Callable[[int], bytes]
) -> None:
    data = made(40)
    parts = b"".join(pack(data[at : at + 50_000]) for at in range(0, len(data), 50_000))
    whole, problems = told(read(save(tmp_path / "whole", parts)))
    assert (whole, problems) == (40, [])
    some, problems = told(read(save(tmp_path / "cut", parts[: len(parts) * 3 // 4])))
    assert 10 < some < 35
    assert len(problems) == 1


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("made", [lines_of, export_of, archive_of])
def test_a_damaged_stream_is_never_taken_for_the_end(
    tmp_path: Path, pack: Callable[[bytes], bytes], made: Callable[[int], bytes]
) -> None:
    data = made(40)
    parts = b"".join(pack(data[at : at + 50_000]) for at in range(0, len(data), 50_000))
    some, problems = told(read(save(tmp_path / "bad", flipped(parts, len(parts) * 3 // 4))))
    assert 10 < some < 40
    assert problems


def test_behind_a_damaged_header_an_archive_goes_on(tmp_path: Path) -> None:
    data = archive_of(5)
    each = 512 + 3072  # a header, and 3,008 bytes in whole blocks
    assert data[each : each + 7] == b"d/1.txt"
    documents, problems = told(read(save(tmp_path / "a.tar", flipped(data, each))))
    assert documents == 4
    assert problems == ["before-d/2.txt: a member's header is damaged; the archive goes on behind it"]
    documents, problems = told(read(save(tmp_path / "a.tar", flipped(data, 4 * each))))
    assert (documents, len(problems)) == (4, 1)
    documents, problems = told(read(save(tmp_path / "a.tar", data[: 3 * each + 200])))
    assert (documents, problems) == (3, ["rest: the archive is cut off in a header"])


def test_a_damaged_member_of_a_zip_archive_costs_that_member(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3):
            archive.writestr(f"{n}.txt", noisy(n))
    documents, problems = told(read(save(tmp_path / "a.zip", flipped(buffer.getvalue(), 400))))
    assert documents == 2
    assert problems[0].startswith("0.txt: the member is damaged")
    (one,) = read(save(tmp_path / "a.zip", buffer.getvalue()[:-30]))
    assert isinstance(one, Broken)
    assert one.name == "rest"


def test_a_saved_page_that_is_cut_off_is_broken_unless_only_its_pictures_are(tmp_path: Path) -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    page = b"--x\nContent-Type: text/html\n\n<p>The tide rose.</p>\n"
    picture = b"--x\nContent-Type: image/png\n\nxxx"
    assert isinstance(read(save(tmp_path / "a.mhtml", head + page[:-8]))[0], Broken)
    assert isinstance(read(save(tmp_path / "b.mhtml", head + page + picture))[0], Record)


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_that_is_damaged_from_its_start_is_broken(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    data = pack(noisy(1).encode())
    for bad in (data[: len(data) // 2], data[:9] + b"\xff\x00" * 40):
        (one,) = read(save(tmp_path / "page", bad))
        assert isinstance(one, Broken)


def test_names_that_are_no_text_are_written_out(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as tar:
        info = tarfile.TarInfo("caf\udce9\x07.txt")
        info.size = 3
        tar.addfile(info, io.BytesIO(b"one"))
    assert [one.name for one in read(save(tmp_path / "a.tar", buffer.getvalue())) if isinstance(one, Record)] == [
        "caf\\xdce9\\x07.txt"
    ]


def test_lines_of_json_are_documents_with_their_fields(tmp_path: Path) -> None:
    lines = [
        {"url": "https://a.example/1", "title": "One", "html": PAGE},
        {"url": "https://a.example/2", "text": "Only text here.", "tags": ["a", "b"]},
    ]
    data = "\n".join(map(json.dumps, lines)).encode()
    one, two = read(save(tmp_path / "items.jsonl", data))
    assert isinstance(one, Record)
    assert isinstance(two, Record)
    assert (one.name, one.mediatype, one.url, one.facts["title"]) == (
        "line-1",
        "text/html",
        "https://a.example/1",
        "One",
    )
    assert (two.data, two.facts["tags"]) == (b"Only text here.", '["a", "b"]')


def test_the_keys_of_json_lines_can_be_set(tmp_path: Path) -> None:
    lines = [
        {
            "url": "https://a.example/teaser",
            "link": "https://a.example/1",
            "text": "Teaser.",
            "story": "The whole story.",
        },
        {"link": "https://a.example/2", "text": "Teaser.", "story": 7},
    ]
    path = save(tmp_path / "items.jsonl", "\n".join(map(json.dumps, lines)).encode())
    one, two = records(path, "jsonl", keys={"content": "story", "url": "link"})
    assert isinstance(one, Record)
    assert (one.data, one.url, one.facts["text"]) == (b"The whole story.", "https://a.example/1", "Teaser.")
    assert isinstance(two, Broken)
    assert two.reason == "the field 'story' holds no text"


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    data = b'{"url": "u", "text": "one"}\n{"url": "u", "text": "two"}\n{"url": "u", "te\n{"url": "u", "text": "four"}\n'
    found = read(save(tmp_path / "items.jsonl", data))
    assert [one.name for one in found if isinstance(one, Record)] == ["line-1", "line-2", "line-4"]
    assert found[2] == Broken("line-3", "the line is not a JSON object", b'{"url": "u", "te\n')


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A header in JSON"}\n\nText follows.\n',
        '{"a": 1}\n',
        '{\n  "title": "over lines"\n}\n',
        "{{Infobox}}\n{{Other}}\n",
        "Plain text.\n",
        "<p>WARC/1.0 is a format</p>",
        "PK is what they called him.\n",
    ],
)
def test_documents_are_no_containers(tmp_path: Path, text: str) -> None:
    assert kind(save(tmp_path / "a.txt", text.encode())) == ""


EXPORT = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">
<siteinfo><base>https://wiki.example/wiki/Main_Page</base></siteinfo>
<page><title>Old mill</title><ns>0</ns><id>7</id><revision><timestamp>2020-01-01T00:00:00Z</timestamp>
<text>The '''old mill''' &amp; its wheel.</text></revision></page>
<page><title>Talk:Old mill</title><ns>1</ns><id>8</id><revision><text>Hm.</text></revision></page>
<page><title>Mill</title><ns>0</ns><id>9</id><redirect title="Old mill"/><revision><text>#R</text></revision></page>
</mediawiki>"""


def test_the_articles_of_a_wiki_export_are_documents(tmp_path: Path) -> None:
    page, passed = read(save(tmp_path / "wiki.xml.bz2", bz2.compress(EXPORT.encode())))
    assert isinstance(page, Record)
    assert (page.name, page.url) == ("7", "https://wiki.example/wiki/Old_mill")
    assert page.data == b"The '''old mill''' & its wheel."
    assert page.facts == {"title": "Old mill", "modified": "2020-01-01T00:00:00Z"}
    assert passed == PassedOver({"namespace 1": 1, "redirects": 1})


def test_an_export_that_declares_entities_is_not_read(tmp_path: Path) -> None:
    bomb = '<mediawiki><!DOCTYPE x [<!ENTITY a "aaaa">]><page>&a;</page></mediawiki>'
    (broken,) = read(save(tmp_path / "wiki.xml", bomb.encode()))
    assert isinstance(broken, Broken)


def test_an_export_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    found = read(save(tmp_path / "wiki.xml", EXPORT[:420].encode()))
    assert isinstance(found[0], Record)
    (broken,) = [one for one in found if isinstance(one, Broken)]
    assert "breaks off" in broken.reason


def test_a_saved_page_is_one_document(tmp_path: Path) -> None:
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
        "------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<p>The tide=20rose.</p>\r\n------b\r\nContent-Type: image/png\r\n\r\nxx\r\n------b--\r\n"
    )
    (page,) = read(save(tmp_path / "page.mhtml", data.encode()))
    assert isinstance(page, Record)
    assert (page.data.strip(), page.url) == (b"<p>The tide rose.</p>", "https://a.example/")


def test_members_of_archives_are_documents(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b/one.txt", "one")
        archive.writestr("../two.txt", "two")
        archive.writestr(".hidden", "x")
    names = [one.name for one in read(str(tmp_path / "a.zip")) if isinstance(one, Record)]
    assert names == ["../two.txt", "b/one.txt"]
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name in ("b/one.txt", "b/one.txt"):
            info = tarfile.TarInfo(name)
            info.size = 3
            tar.addfile(info, io.BytesIO(b"one"))
    found = read(save(tmp_path / "a.tar.gz", gzip.compress(buffer.getvalue())))
    assert [one.name for one in found if isinstance(one, Record)] == ["b/one.txt", "b/one.txt~2"]


def test_a_single_compressed_document_is_read(tmp_path: Path) -> None:
    (one,) = read(save(tmp_path / "page.html.gz", gzip.compress(PAGE.encode())))
    assert one == Record("document", PAGE.encode())


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    limits = Limits(record_bytes=1 << 20, ratio=20, free_bytes=1 << 16)
    bomb = gzip.compress(b'{"url": "u", "text": "' + b"x" * (1 << 22) + b'"}\n')
    found = read(save(tmp_path / "bomb.jsonl.gz", bomb), limits)
    assert found
    assert all(isinstance(one, Broken) for one in found)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * (1 << 22))
    (member,) = read(str(tmp_path / "bomb.zip"), limits)
    assert isinstance(member, Broken)
    assert "bomb" in member.reason
