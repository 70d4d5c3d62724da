"""WARC files of web crawls: each response with text in it is a document."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, BinaryIO, Self, cast

from ingest.containers.streams import Limits, compression_of, open_stream, peek
from ingest.containers.types import Broken, PassedOver, Record, Unreadable

TEXT = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-wiki")
"""Media types that are documents; anything else in a crawl is an image, a style sheet, a script, data."""


HEADERS = ("Content-Type", "Content-Language", "Last-Modified", "ETag")
"""Headers of a response that say something of the document itself (RFC 9110, 8.3, 8.5, 8.8)."""


def matches(head: bytes) -> bool:
    """Whether a file begins as a WARC file does (ISO 28500)."""
    return head.startswith(b"WARC/")


def records(path: str, limits: Limits) -> Iterator[Record | Broken | PassedOver]:
    """The documents of a crawl: responses, resources and converted text. Raises OSError when it cannot be opened.

    Behind a damaged stretch the next record is looked for, which crawls that are plain, or compressed record by record, show.
    """
    with Path(path).open("rb") as file:
        packed = compression_of(file.read(8))
        if packed in {"bzip2", "xz"}:
            yield from _whole(_Unpacked(open_stream(path, limits)), limits)
            return
        begin: int | None = 0
        problem = ""
        while begin is not None:
            file.seek(begin)
            reading = _Reading(limits, begin)
            for number, one in enumerate(reading.records(file)):
                if problem and not number:
                    yield Broken(f"before-{begin}", f"the crawl is damaged: {problem}; it goes on at byte {begin:,}")
                yield one
                problem = ""
            problem = problem or reading.problem
            begin = _next_record(path, reading.end, packed) if reading.problem else None
        if problem:
            yield Broken("rest", f"the crawl cannot be read any further: {problem}")


def _whole(stream: _Unpacked, limits: Limits) -> Iterator[Record | Broken | PassedOver]:
    """The documents of a stream in which nothing can be looked for."""
    with stream:
        reading = _Reading(limits, 0)
        yield from reading.records(stream)
    if problem := stream.problem or reading.problem:
        yield Broken("rest", f"the crawl cannot be read any further: {problem}")


class _Reading:
    """Reads on from one place of a crawl: `problem` says what was met, `end` where what comes next may stand."""

    def __init__(self, limits: Limits, begin: int) -> None:
        self._limits = limits
        self._begin = begin
        self.problem = ""
        self.end = begin + 1

    def records(self, stream: IO[bytes] | _Unpacked) -> Iterator[Record | Broken | PassedOver]:
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
        iterator = iter(ArchiveIterator(cast("BinaryIO", stream), record_types=wanted, parse_http=False))
        while True:
            try:
                record = next(iterator)
                place = self._begin + record.stream_pos
                one = _record(record, place, self._limits)
            except StopIteration:
                return
            except (OSError, ValueError) as error:
                self.problem = str(error)
                return
            except BaseException as error:
                if not _is_panic(error):
                    raise
                self.problem = str(error)
                return
            self.end = max(self.end, place + 1)
            yield one


def _is_panic(error: BaseException) -> bool:
    """Whether the library gave up: what it raises then is no Exception, and has no public name."""
    return type(error).__name__ == "PanicException"


MARKS = {"": b"\nWARC/1.", "gzip": b"\x1f\x8b\x08", "zstd": b"\x28\xb5\x2f\xfd"}
"""How a record begins, by compression: plain ones behind a line end."""

CHUNK = 1 << 20
"""Bytes that are searched at a time."""


def _next_record(path: str, begin: int, packed: str) -> int | None:
    """Where a record begins at `begin` or behind it, or None."""
    mark = MARKS[packed]
    lead = 0 if packed else 1
    with Path(path).open("rb") as file:
        file.seek(begin)
        data = file.read(CHUNK)
        while len(data) >= len(mark):
            at = data.find(mark)
            while at >= 0:
                if not packed or peek(data[at : at + 512], 5) == b"WARC/":
                    return begin + at + lead
                at = data.find(mark, at + 1)
            # A mark, and as much of what is behind it as is looked at, may stand across the seam.
            more = file.read(CHUNK)
            if not more:
                return None
            kept = data[-512:]
            begin += len(data) - len(kept)
            data = kept + more
    return None


class _Unpacked:
    """An unpacked stream that ends where it cannot be read any further: the library takes no errors from what it reads."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._position = 0
        self.problem = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        try:
            data = self._stream.read1(size)  # `read` would lose what it has when it meets damage
        except Unreadable as problem:
            self.problem = str(problem)
            return b""
        self._position += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._position


def _record(record: Any, place: int, limits: Limits) -> Record | Broken | PassedOver:  # noqa: ANN401 - the library has no types
    """The document that a record is. Raises OSError or ValueError where nothing can be read any more."""
    name = (record.record_id or "").strip("<>").removeprefix("urn:uuid:") or f"at-{place}"
    declared = record.content_length
    if declared > limits.record_bytes:
        if record.is_http:
            record.parse_http()
        found = _head(record)
        too_large = Broken(name, f"the record is larger than {limits.record_bytes >> 20} MiB")
        return found if isinstance(found, PassedOver) else too_large
    record.freeze()
    whole = record.content_length >= declared
    try:
        # A copy: a response that cannot be decoded must not keep the next record from being read.
        return _document(copy(record), name, limits, whole=whole)
    except (OSError, ValueError, EOFError) as error:
        return Broken(name, f"the record is damaged: {error}")


def _document(record: Any, name: str, limits: Limits, *, whole: bool) -> Record | Broken | PassedOver:  # noqa: ANN401 - as above
    if record.is_http:
        record.parse_http(auto_decode="all")
    found = _head(record)
    if isinstance(found, PassedOver):
        return found
    data = record.reader.read(limits.record_bytes + 1)
    if len(data) > limits.record_bytes:
        return Broken(name, f"the record unpacks to more than {limits.record_bytes >> 20} MiB")
    http = record.http_headers
    if not whole:
        return Broken(name, "the record is cut off", data)
    if http is not None and _missing(http, len(data)):
        return Broken(name, "the response is shorter than its server said", data)
    facts = {"crawled": record.headers.get("WARC-Date") or ""}
    if http is not None:
        facts |= {key: http.get(key) or "" for key in HEADERS}
    return Record(
        name,
        data,
        found,
        record.http_charset or "",
        record.headers.get("WARC-Target-URI") or "",
        {key: value for key, value in facts.items() if value},
    )


def _missing(http: Any, size: int) -> bool:  # noqa: ANN401 - as above
    """Whether a response of that many bytes is shorter than declared."""
    if "Content-Encoding" in http or "Transfer-Encoding" in http:
        return False  # what is declared is the length before it was unpacked
    length = http.get("Content-Length") or ""
    return length.isdecimal() and length.isascii() and int(length[:20]) > size


def _head(record: Any) -> str | PassedOver:  # noqa: ANN401 - as above
    """The media type of a record with a document in it, or what else it is."""
    http = record.http_headers
    mediatype = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if http is not None and http.status_code is not None and not 200 <= http.status_code < 300:  # noqa: PLR2004 - RFC 9110: success
        return PassedOver({f"status {http.status_code}": 1})
    if mediatype not in TEXT:
        return PassedOver({mediatype or "no media type": 1})
    return mediatype
