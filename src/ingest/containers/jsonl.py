"""JSON lines as crawlers write them (Scrapy and others): each line is a document with its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from ingest.containers.streams import Limits
from ingest.containers.types import Broken, Record
from ingest.late import late
from ingest.model import NOTHING

CONTENT = (
    "html", "raw_html", "page_html", "content_html", "body_html", "response_body", "body", "content", "markdown", "text",
    "article_text", "article", "raw_content", "maintext", "page_content", "description_html",
)  # fmt: skip
"""Keys that hold the document, the likeliest first: those of Scrapy's examples, Common Crawl extracts, news-please,
trafilatura and LangChain loaders."""

URL = ("url", "link", "source_url", "canonical_url", "page_url", "href", "uri")
"""Keys that hold the address."""

_TAGS = late(r"<(?:!doctype|html|head|body|div|p|article|section|h[1-6]|table|ul|span|br)\b", re.IGNORECASE)


def matches(head: bytes, *, complete: bool) -> bool:
    """Whether a file begins as JSON lines with at least two objects, or one that is a crawler's record.

    `complete` says that `head` is the whole file.
    """
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    lines = [line for line in head.split(b"\n") if line.strip()]
    first = _object(lines[0])
    if first is None:
        # A first line longer than what was looked at: a record of a crawler, if it names what they name.
        return len(lines) == 1 and not complete and any(f'"{key}":'.encode() in head for key in URL)
    if len(lines) > 1:
        second = lines[1].lstrip()
        return second.startswith(b"{") and (_object(lines[1]) is not None or (len(lines) == 2 and not complete))  # noqa: PLR2004
    return _content_key(first) != "" and any(key in first for key in URL)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def records(stream: IO[bytes], limits: Limits, keys: Mapping[str, str] = NOTHING) -> Iterator[Record | Broken]:
    """One record a line, named by the line's number; `keys` as in containers.records."""
    number = 0
    while line := stream.readline(limits.record_bytes + 1):
        number += 1
        if not line.strip():
            continue
        name = f"line-{number}"
        if len(line) > limits.record_bytes:
            yield Broken(name, f"the line is longer than {limits.record_bytes >> 20} MiB")
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.record_bytes)
            continue
        yield _record(name, line, keys)


def _record(name: str, line: bytes, keys: Mapping[str, str]) -> Record | Broken:
    fields = _object(line)
    if fields is None:
        return Broken(name, "the line is not a JSON object", line)
    key = keys.get("content") or _content_key(fields)
    content = fields.get(key)
    if not isinstance(content, str) or not content.strip():
        return Broken(
            name, f"the field {key!r} holds no text" if key else "the object has no field that holds a text", line
        )
    addresses = (keys["url"],) if "url" in keys else URL
    url = next((fields[key] for key in addresses if isinstance(fields.get(key), str)), "")
    rest = {
        str(k): v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for k, v in fields.items() if k != key
    }
    mediatype = "text/html" if _TAGS.search(content[:4096]) else ""
    return Record(name, content.encode("utf-8", "surrogatepass"), mediatype, "utf-8", url, rest)


def _content_key(fields: Mapping[str, Any]) -> str:
    """The key of the field that holds the document: a known name, else the longest text of some length."""
    lowered = {str(key).lower(): str(key) for key in fields}
    for name in CONTENT:
        key = lowered.get(name)
        if key is not None and isinstance(fields[key], str) and fields[key].strip():
            return key
    texts = [(len(value), str(key)) for key, value in fields.items() if isinstance(value, str)]
    size, key = max(texts, default=(0, ""))
    return key if size >= 200 else ""  # noqa: PLR2004 - shorter ones are titles and addresses
