"""MHTML: a page saved by a browser with all its parts. The page itself is the document."""

from __future__ import annotations

from ingest.containers.types import Broken, Record
from ingest.late import late

_START = late(rb"(?im)^(?:MIME-Version:|Content-Type:[ \t]*multipart/related|Snapshot-Content-Location:)")


def matches(head: bytes) -> bool:
    """Whether a file begins as a saved page does (RFC 2557)."""
    beginning = head[:4096]
    return b"multipart/related" in beginning.lower() and _START.search(beginning) is not None


def record(data: bytes) -> Record | Broken:
    """The page: the first part that is HTML."""
    import email.policy
    from email.errors import CloseBoundaryNotFoundDefect

    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = list(message.walk())
    cut = any(isinstance(one, CloseBoundaryNotFoundDefect) for one in message.defects)
    for part in parts:
        if part.get_content_type() != "text/html":
            continue
        if cut and part is parts[-1]:
            return Broken("page", "the saved page is cut off", data)
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
            date = str(message.get("Date") or "")
            facts = {"saved": date} if date else {}
            return Record("page", payload, "text/html", part.get_content_charset() or "", url, facts)
    return Broken("page", "the saved page has no HTML part", data)
