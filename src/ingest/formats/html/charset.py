"""The character encoding that an HTML document declares for itself."""

from __future__ import annotations

import re

from ingest.late import late

PRESCAN = 1024
"""Bytes that are looked at, the number of the HTML standard's "prescan a byte stream to determine its encoding"."""

_TAG = late(rb"<!--|<meta(?=[\s/])|</?[a-z]|<[!/?]", re.IGNORECASE)
_ATTRIBUTE = late(rb"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?""")
_CONTENT = re.compile(rb"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))""", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")


def declared_charset(data: bytes) -> str:
    """The encoding label that a `<meta>` in the first 1024 bytes declares, in lower case; empty where there is none.

    A byte order mark is skipped, not interpreted. As in the standard, comments and other tags are stepped over, UTF-16
    in a declaration that could be read byte by byte means UTF-8, and `x-user-defined` means windows-1252.
    """
    for bom in _BOMS:
        data = data.removeprefix(bom)
    head = data[:PRESCAN]
    position = 0
    while match := _TAG.search(head, position):
        opening = match[0].lower()
        if opening == b"<!--":
            end = head.find(b"-->", match.start() + 2)
            position = end + 3 if end >= 0 else len(head)
            continue
        if opening in {b"<!", b"</", b"<?"}:
            end = head.find(b">", match.end())
            position = end + 1 if end >= 0 else len(head)
            continue
        attributes, position = _attributes(head, match.end() if opening == b"<meta" else _after_name(head, match.end()))
        if opening == b"<meta" and (label := _label(attributes)):
            return label
    return ""


def _after_name(head: bytes, position: int) -> int:
    while position < len(head) and head[position : position + 1] not in b" \t\r\n\f/>":
        position += 1
    return position


def _attributes(head: bytes, position: int) -> tuple[dict[bytes, bytes], int]:
    """The attributes of a tag, the first of each name, and where the tag ends."""
    found: dict[bytes, bytes] = {}
    while match := _ATTRIBUTE.match(head, position):
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or b"")
        position = match.end()
    end = head.find(b">", position)
    return found, end + 1 if end >= 0 else len(head)


def _label(attributes: dict[bytes, bytes]) -> str:
    label = attributes.get(b"charset", b"")
    if not label and attributes.get(b"http-equiv", b"").lower() == b"content-type":
        match = _CONTENT.search(attributes.get(b"content", b""))
        label = (match[1] or match[2] or match[3] or b"") if match else b""
    name = label.strip().decode("ascii", "ignore").lower()
    if name in {"utf-16", "utf-16le", "utf-16be", "utf16", "unicode", "ucs-2"}:
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name
