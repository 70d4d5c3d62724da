"""WARC files of web crawls: each response with text in it is a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.containers.streams import Limits, compression_of
from ingest.containers.types import Broken, PassedOver, Record

TEXT = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-wiki")
"""Media types that are documents; anything else in a crawl is an image, a style sheet, a script, data."""


def matches(head: bytes) -> bool:
    """Whether a file begins as a WARC file does (ISO 28500)."""
    return head.startswith(b"WARC/")


def records(path: str, limits: Limits) -> Iterator[Record | Broken | PassedOver]:
    """The documents of a crawl: responses, resources and converted text. Raises OSError when it cannot be opened."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    with Path(path).open("rb") as file:
        packed = compression_of(file.read(8))
        if packed in {"bzip2", "xz"}:
            yield Broken("rest", f"crawls are read plain or in gzip or zstd, not in {packed}: pack it anew")
            return
        file.seek(0)
        iterator = iter(ArchiveIterator(file, record_types=wanted, parse_http=True, auto_decode="all"))
        while True:
            try:
                record = next(iterator)
            except StopIteration:
                return
            except (OSError, ValueError) as error:
                yield Broken("rest", f"the crawl cannot be read any further: {error}")
                return
            yield _record(record, limits)


def _record(record: Any, limits: Limits) -> Record | Broken | PassedOver:  # noqa: ANN401 - the library has no types
    name = (record.record_id or "").strip("<>").removeprefix("urn:uuid:") or f"at-{record.stream_pos}"
    http = record.http_headers
    mediatype = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if http is not None and http.status_code is not None and not 200 <= http.status_code < 300:  # noqa: PLR2004 - RFC 9110: success
        return PassedOver({f"status {http.status_code}": 1})
    if mediatype not in TEXT:
        return PassedOver({mediatype or "no media type": 1})
    try:
        data = record.reader.read(limits.record_bytes + 1)
    except (OSError, ValueError, EOFError) as error:
        return Broken(name, f"the record is damaged: {error}")
    if len(data) > limits.record_bytes:
        return Broken(name, f"the record is larger than {limits.record_bytes >> 20} MiB")
    encoded = http is not None and "Content-Encoding" in http
    declared = (record.headers if http is None else http).get("Content-Length") or ""
    if not encoded and declared.isdigit() and int(declared) > len(data):
        return Broken(name, "the record is cut off", data)
    facts = {"crawled": record.headers.get("WARC-Date") or ""}
    if http is not None:
        facts |= {key: http.get(key) or "" for key in ("Last-Modified", "Content-Language")}
    return Record(
        name,
        data,
        mediatype,
        record.http_charset or "",
        record.headers.get("WARC-Target-URI") or "",
        {key: value for key, value in facts.items() if value},
    )
