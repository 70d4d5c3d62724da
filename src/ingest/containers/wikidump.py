"""MediaWiki XML exports: each article's newest text in the file is a document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import IO, TYPE_CHECKING, cast

from ingest.containers.streams import Limits
from ingest.containers.types import PassedOver, Record, Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def matches(head: bytes) -> bool:
    """Whether a file begins as an export of MediaWiki does."""
    return b"<mediawiki" in head[:2048] and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def records(stream: BufferedReader, limits: Limits) -> Iterator[Record | PassedOver]:
    """The articles (namespace 0) that are no redirects, named by their page number.

    Raises Unreadable where the XML ends or breaks: what came before was given.
    """
    from xml.etree.ElementTree import ParseError, iterparse

    checked = _Checked(stream, limits)
    source = cast("IO[bytes]", checked)
    base = ""
    root: Element | None = None
    try:
        for event, element in iterparse(source, ("start", "end")):  # noqa: S314 - declarations are refused before they are parsed
            if event == "start":
                root = element if root is None else root
            elif _local(element) == "base":
                base = (element.text or "").rpartition("/")[0]
            elif _local(element) == "page" and root is not None:
                checked.page_ended()
                yield _page(element, base)
                root.clear()
    except ParseError as error:
        raise Unreadable(f"the XML breaks off: {error}") from error


class _Checked:
    """The stream as the parser reads it: no declarations, no page beyond the limit."""

    def __init__(self, stream: BufferedReader, limits: Limits) -> None:
        self._stream = stream
        self._limit = limits.record_bytes
        self._size = 0
        self._tail = b""

    def read(self, size: int) -> bytes:
        """The next bytes. Raises Unreadable for what is not read."""
        chunk = self._stream.read1(size)  # `read` would lose what it has when it meets damage
        seam = self._tail + chunk
        if b"<!DOCTYPE" in seam or b"<!ENTITY" in seam:
            raise Unreadable("an export with entity declarations is not read: they are a known attack")
        self._tail = chunk[-10:]
        self._size += len(chunk)
        if self._size > self._limit + size:
            raise Unreadable(f"a page is larger than {self._limit >> 20} MiB")
        return chunk

    def page_ended(self) -> None:
        """Count the next page from nothing."""
        self._size = 0


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _page(page: Element, base: str) -> Record | PassedOver:
    parts = {_local(child): child for child in page}
    if "redirect" in parts:
        return PassedOver({"redirects": 1})
    namespace = parts["ns"].text if "ns" in parts else "0"
    if namespace != "0":
        return PassedOver({f"namespace {namespace}": 1})
    revision = {_local(child): child.text or "" for child in parts["revision"]} if "revision" in parts else {}
    title = parts["title"].text or "" if "title" in parts else ""
    number = parts["id"].text or title if "id" in parts else title
    url = f"{base}/{title.replace(' ', '_')}" if base and title else ""
    facts = {"title": title, "modified": revision.get("timestamp", "")}
    text = revision.get("text", "").encode("utf-8", "surrogatepass")
    kept = {key: value for key, value in facts.items() if value}
    return Record(number, text, "text/x-wiki", "utf-8", url, kept)
