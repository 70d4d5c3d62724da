"""Character references: which of them can be written as the character without becoming markup."""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal

REFERENCE = late(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_PLAIN_ASCII = frozenset("\"',/:;=?@%")
"""ASCII characters, besides letters and digits, that are no markup wherever they stand."""

_DROPPED = frozenset("\u00ad\u200b\ufeff")
"""Invisible characters that mean nothing once the line is laid out anew."""

_LEADS = frozenset("ÃÂâðÅÄÐÑÎÏØÙ")
"""First characters of UTF-8 read as Latin-1: a reference to one may be half of a damaged character."""

_ANOTHER = late(r"#?\w{1,32};")
_OPENING = frozenset("\"'“‘«(`")
_HOLDER = late(
    r"<[/A-Za-z!][^<>]{0,4000}>|\{\{[^{}]{0,4000}\}\}|\{%[^{}]{0,4000}%\}|\]\([^()\s]{0,4000}\)|[a-z]{2,9}://\S{1,4000}"
)


def character(reference: str) -> str | None:
    """The character (or nothing, for one that shows nothing) of a reference; None where the reference must stay."""
    value = html.unescape(reference)
    if value == reference or len(value) != 1:
        return None
    if value in _DROPPED:
        return ""
    if value.isascii():
        return value if value.isalnum() or value in _PLAIN_ASCII or value == "&" else None
    return None if unicodedata.category(value)[0] == "C" or value in "\u2028\u2029\u0085" else value


def replacements(body: Body) -> Iterator[Proposal]:
    """Edits that write references as characters, outside tags, templates and addresses."""
    text = body.text
    holders = [found.span() for found in _HOLDER.finditer(text)]
    starts = [start for start, _ in holders]
    lead = -1
    for found in REFERENCE.finditer(text):
        start, end = found.span()
        value = character(found[0])
        half = start == lead
        lead = end if value and value in _LEADS else -1
        if value is None or half or _held(holders, starts, start):
            continue
        if not _is_mention(text, start, end) and not _would_change(text, start, end, value):
            yield Proposal(start, end, value)


def _held(holders: list[tuple[int, int]], starts: list[int], position: int) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and holders[index][1] > position


def _is_mention(text: str, start: int, end: int) -> bool:
    """Whether the reference stands alone between quotation marks or parentheses: it is spoken of."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before in _OPENING and bool(after) and after in "\"'”’»)`"


def _would_change(text: str, start: int, end: int, value: str) -> bool:
    """Whether the character would make another reference, or half of a damaged character, of what follows."""
    if value == "&":
        return _ANOTHER.match(text, end) is not None or text[start - 1 : start] == "&"
    if value in _LEADS:
        return text[end : end + 1] == "&" or not text[end : end + 1].isascii()
    return not value.isascii() and start > 0 and text[start - 1] in _LEADS
