"""The first page of an RFC or an Internet-Draft as plain text: two columns of what it is and who wrote it, and the title."""

from __future__ import annotations

import re

from ingest.headers.lines import block_at, place_after
from ingest.headers.tolerant import UNREAD_KEY, lines_of
from ingest.headers.values import Scalar, add_field
from ingest.late import late
from ingest.metadata.dates import read_date
from ingest.model import Header, Remark, Value

LAYOUT = "key-value-header"
LONGEST = 1 << 13
"""Characters of such a page's head at most."""

_GROUPS = (
    "Network Working Group",
    "Internet Engineering Task Force",
    "Internet Architecture Board",
    "Internet Research Task Force",
    "Independent Submission",
    "INTERNET-DRAFT",
    "Internet-Draft",
    "Internet Draft",
)
"""What stands at the left of the first line: the streams of RFC 7841, section 3, and the names before them."""

_CELLS = late(r"(?P<left>\S(?:[^ ]|[ ](?![ ]))*)?(?:[ ]{2,}(?P<right>\S[^\n]*))?[ ]*$")
_FIELD = late(
    r"(Request for Comments|RFC|BCP|STD|FYI|Updates|Obsoletes|Category|ISSN|Expires|Intended status):[ ]+(\S.*)$"
)
_AUTHOR = late(
    r"(?:[A-Z]\.(?:[ -]?[A-Z]\.){0,3}|[A-Z]\w+) [A-Z][^\W\d]+(?:[ '’-][A-Z]?[^\W\d]+){0,2}(?:, (?:Editor|Ed\.))?$"
)
_EDITOR = re.compile(r", (?:Editor|Ed\.)$")
_INITIALED = re.compile(r"[A-Z]\.")
_MOST_TITLE_LINES = 6


def read_rfc(text: str, start: int) -> Header | None:
    """The head of an RFC: a number or a category, a month, the names with initials, and a title of indented lines."""
    if not text.startswith(_GROUPS, start):
        return None
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    right: list[Scalar] = []
    block = block_at(text[: start + LONGEST], start)
    for number, (place, line) in enumerate(block):
        match = _CELLS.match(line)
        if not match:
            return None
        if match["left"]:
            _left(match["left"], place, fields, remarks, first=not number)
        if match["right"]:
            right.append(Scalar(match["right"].strip(), place + match.start("right"), quoted=True))
    dates = [cell for cell in right if read_date(cell).iso]
    names = [cell for cell in right if cell not in dates and _INITIALED.match(cell) and _AUTHOR.match(cell)]
    title, end = _title(text, place_after(text, block[-1])) if block else (None, 0)
    if not title or not dates or not names or not fields.keys() & {"Request for Comments", "Category", "Expires"}:
        return None
    rest = [cell for cell in right if cell not in dates and cell not in names]
    editors = [cell for cell in names if _EDITOR.search(cell)]
    authors = [Scalar(_EDITOR.sub("", cell), cell.start, quoted=True) for cell in names]
    fields = {"title": title, "author": authors, "date": dates[-1], **fields}
    for key, cells in (("editors", editors), ("organizations", rest), ("dates", dates[:-1])):
        if cells:
            fields[key] = cells
    return Header(LAYOUT, fields, end, tuple(remarks))


def _left(cell: str, place: int, fields: dict[str, Value], remarks: list[Remark], *, first: bool) -> None:
    """Read what stands at the left of a line: the group, a field, or something else, which is kept as it is."""
    match = _FIELD.match(cell)
    if match:
        value = Scalar(match[2].strip(), place + match.start(2), quoted=True)
        add_field(fields, match[1], value, remarks, (place, place + len(cell)))
    elif first:
        fields["group"] = Scalar(cell, place, quoted=True)
    else:
        fields.setdefault(UNREAD_KEY, []).append(Scalar(cell, place, quoted=True))


def _title(text: str, start: int) -> tuple[Scalar | None, int]:
    """The first lines below that are indented, up to a blank one, as one line; and where the text goes on."""
    parts: list[str] = []
    at = end = start
    for place, line in lines_of(text[start : start + LONGEST], start):
        if not line.strip():
            if parts:
                break
            continue
        if line[0] != " " or len(parts) >= _MOST_TITLE_LINES:
            return None, start
        at = at if parts else place
        parts.append(line.strip())
        end = place_after(text, (place, line))
    return (Scalar(" ".join(parts), at, quoted=True) if parts else None), end
