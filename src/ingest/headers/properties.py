"""Properties as outliners, exporters and people write them into the text: `key:: value`, bold names, lines below the title.

All of these could be prose, so that each asks for more evidence than a fenced header does.
"""

from __future__ import annotations

import re

from ingest.headers.fenced import read_fenced
from ingest.headers.lines import block_at, place_after, read_key_values
from ingest.headers.lookalikes import convincing
from ingest.headers.tolerant import is_identifier, lines_of, read_tolerantly
from ingest.headers.values import Scalar, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known
from ingest.metadata.dates import read_date
from ingest.model import Header, Remark, Value

LAYOUT = "key-value-header"
LONGEST = 1 << 16
_MOST_LINES = 200
_DOUBLE = late(r"(?:-[ ]+)?([^\W\d_][\w-]{0,40})::(?:[ \t]+(.*)|[ \t]*$)")
_WIKI_LINK = late(r"\[\[([^\[\]]{1,200})\]\]")
_BOLD = late(r"(?:[-*+][ \t]+)?(\*\*|__)([^\W\d_][\w -]{0,30})(?::\1|\1[ \t]*:)[ \t]+(\S.*?)(?:[ ]{2,}|\\)?$")
_HEADING = late(r"#[ \t]+((?:[^\n#*_`\[\]<>&]|&(?=[ ])){1,300}?)[ \t]*#*[ \t]*\n(?:[ \t]*\n){0,3}(?=\S)")
_FIELD = late(r"([A-Za-z_][\w-]{0,40}):(?:[ \t]+(.*)|[ \t]*$)")
_TEXT_FIELDS = frozenset({"body", "text", "content"})
_DASHES = late(r"-{3,}[ \t]*$")


def read_double_colons(text: str, start: int) -> Header | None:
    """Logseq's and Roam's page properties: lines `key:: value` up to the first other one, one of the names known."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    end = start
    for place, line in lines_of(text[start : start + LONGEST], start):
        match = _DOUBLE.match(line)
        if not match:
            break
        value = Scalar(_bare(match[2] or ""), place + match.start(2), quoted=True)
        add_field(fields, match[1], value, remarks, (place, place + len(match[1])))
        end = place_after(text, (place, line))
    return Header(LAYOUT, fields, end, tuple(remarks)) if any(map(is_known, fields)) else None


def _bare(value: str) -> str:
    """Links to pages as their names, with commas between: `[[Ann]] [[Bo]]` are two."""
    value = value.strip()
    names: list[str] = _WIKI_LINK.findall(value)
    if names and not _WIKI_LINK.sub("", value).strip(" ,"):
        return ", ".join(names)
    return _WIKI_LINK.sub(r"\1", value)


def read_bold_names(text: str, start: int) -> Header | None:
    """Lines `**Name:** value` and nothing else up to a blank line, with a title and one known name more."""
    block = block_at(text, start)
    matches = [(place, _BOLD.match(line)) for place, line in block[:_MOST_LINES]]
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    for place, match in matches:
        if not match:
            return None
        add_field(fields, match[2], Scalar(match[3], place + match.start(3), quoted=True), remarks, (place, place + 2))
    if len(block) > _MOST_LINES or not convincing(fields):
        return None
    return Header(LAYOUT, fields, place_after(text, block[-1]), tuple(remarks))


_LOOSE = late(
    r"(?P<mark>[-*+•][ \t]+)?(?P<key>[^\W\d_][\w-]{0,30}(?:[ ][\w-]{1,20}){0,2})[ ]?"
    r"(?P<sep>:[ \t\u00a0\u3000]*|：[ \t\u3000]*|\t+[ ]*|=[ ]*)(?P<value>[^\s:=/].*)?$"
)


def read_loose_lines(text: str, start: int) -> Header | None:
    """Lines `Key:value`, `Key：value`, `Key = value`, names and values with a tab between, or a list of such lines.

    Nothing else stands above the first blank line, all are written alike, every name is known, and one is the title's. Lists
    and `=` hold a date besides: they could be a glossary, or settings.
    """
    block = block_at(text, start)
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    styles = set()
    for place, line in block[:_MOST_LINES]:
        match = _LOOSE.match(line)
        if not match or not is_known(match["key"]):
            return None
        styles.add((match["mark"] is None, match["sep"].strip(" ")[:1]))
        value = Scalar((match["value"] or "").strip(), place + match.end("sep"), quoted=True)
        add_field(fields, match["key"], value, remarks, (place, place + len(match["key"])))
    if len(block) > _MOST_LINES or len(styles) != 1 or not convincing(fields):
        return None
    if styles & {(False, ":"), (False, "："), (True, "="), (False, "=")} and not _dated(fields):
        return None
    return Header(LAYOUT, fields, place_after(text, block[-1]), tuple(remarks))


_SOURCE = late(r"#[ \t]+Source:[ \t]+(https?://\S{1,2000})[ \t]*\n(?:[ \t]*\n){0,3}(?=Title:[ \t])")


def read_below_source(text: str, start: int) -> Header | None:
    """A header below a heading that names the page it was taken from, as scripts put above what a reader service gave."""
    heading = _SOURCE.match(text, start)
    header = read_key_values(text, heading.end()) if heading else None
    if not heading or not header:
        return None
    source = Scalar(heading[1], heading.start(1), quoted=True)
    return Header(header.layout, {**header.fields, "source": source}, header.end, header.remarks)


_READWISE = late(
    r"#[ \t]+([^\n]{1,400}?)[ \t]*\n(?:[ \t]*\n){0,3}!\[rw-book-cover\]\(([^()\s]{1,2000})\)[ \t]*\n"
    r"(?:[ \t]*\n){0,3}##[ \t]+Metadata[ \t]*\n(?:[ \t]*\n){0,3}"
)
_READWISE_ITEM = late(r"-[ ]([A-Z][\w ]{0,30}):[ ]*(.*)$")
_AT_HEADING = re.compile(r"(?:[ \t]*\n)*(?:#{1,6}[ \t]|\Z)")
_READWISE_TAG = late(r"#([^#]{1,200})")


def read_readwise(text: str, start: int) -> Header | None:
    """What Readwise exports above the highlights: the title, the cover, and a list of properties up to the next heading."""
    opened = _READWISE.match(text, start)
    if not opened:
        return None
    fields: dict[str, Value] = {
        "title": Scalar(opened[1], opened.start(1), quoted=True),
        "cover": Scalar(opened[2], opened.start(2), quoted=True),
    }
    remarks: list[Remark] = []
    block = block_at(text, opened.end())
    for place, line in block[:_MOST_LINES]:
        match = _READWISE_ITEM.match(line)
        if not match:
            return None
        value: Value = Scalar(_bare(match[2]), place + match.start(2), quoted=True)
        if match[1] in ("Document Tags", "Category") and _READWISE_TAG.match(match[2]):
            tags = [one.strip(" ,") for one in _READWISE_TAG.findall(match[2])]
            value = [Scalar(tag, place, quoted=True) for tag in tags]
        add_field(fields, match[1], value, remarks, (place, place + len(line)))
    end = place_after(text, block[-1]) if block else 0
    if not block or len(block) > _MOST_LINES or not _AT_HEADING.match(text, end):
        return None
    return Header(LAYOUT, fields, end, tuple(remarks))


def read_below_title(text: str, start: int) -> Header | None:
    """A header below the document's only first heading: fenced, or as Notion exports properties, `Key: value` lines.

    A fenced one is read strictly and repeats the title or has none; lines hold two known names, and one of them a date.
    """
    heading = _HEADING.match(text, start)
    if not heading:
        return None
    title = Scalar(heading[1].strip(), heading.start(1), quoted=True)
    place = heading.end()
    header = read_fenced(text, place) if text[place] in "-+" else _lines(text, place)
    if not header:
        return None
    known = [key for key in header.fields if is_known(key)]
    titles = [key for key in known if field_of(key) == "title"]
    if len(known) < 2 or any(str(header.fields[key]) != title for key in titles):  # noqa: PLR2004 - a pair
        return None
    fields = dict(header.fields) if titles else {"title": title, **header.fields}
    return Header(header.layout, fields, header.end, header.remarks)


def _lines(text: str, start: int) -> Header | None:
    block = block_at(text, start)
    if not block or len(block) > _MOST_LINES or not all(_is_property(line) for _, line in block):
        return None
    content = text[start : block[-1][0] + len(block[-1][1])]
    numbered = _NUMBER.search(content)
    if numbered:
        content = content[: numbered.start()] + " " * len(numbered[0]) + content[numbered.end() :]
    reading = read_tolerantly(content, start, strict=False)
    if reading.unread or not _dated(reading.fields):
        return None
    fields = reading.fields
    if numbered:
        fields["#"] = Scalar(numbered[1], start + numbered.start(1), quoted=True)
    return Header(LAYOUT, fields, place_after(text, block[-1]), tuple(reading.remarks))


# Notion: the number of a row of a table.
_NUMBER = late(r"^#:[ ]+(\S[^\n]{0,40}?)[ ]*$", re.MULTILINE)


def _dated(fields: dict[str, Value]) -> bool:
    """Whether one of the fields is a date for certain."""
    return any(
        field_of(key) in _DATED and isinstance(value, str) and bool(read_date(value).iso)
        for key, value in fields.items()
    )


_DATED = frozenset({"published", "modified"})
_PROPERTY = late(r"[^\W\d_][\w-]{0,30}(?:[ ][\w-]{1,20}){0,3}:(?:[ ]+\S.*|[ ]*)$")


def _is_property(line: str) -> bool:
    return _PROPERTY.match(line) is not None or _NUMBER.match(line) is not None


def read_lektor(text: str, start: int) -> Header | None:
    """Lektor's and Kirby's files: fields with a line of dashes between them, the text the last."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    key, parts, at = "", [""], start
    for number, (place, line) in enumerate(lines_of(text[start : start + LONGEST], start)):
        if number > _MOST_LINES:
            return None
        if not key and not line.strip():
            continue
        if not key:
            match = _FIELD.match(line)
            if not match:
                return None
            key, parts, at = match[1], [match[2] or ""], place
            if key.casefold() in _TEXT_FIELDS and not parts[0]:
                found = convincing(fields) and all(map(is_identifier, fields))
                return Header(LAYOUT, fields, place_after(text, (place, line)), tuple(remarks)) if found else None
        elif _DASHES.match(line):
            value = Scalar("\n".join(parts).strip(), at, quoted=True)
            add_field(fields, key, value, remarks, (at, at + len(key)))
            key = ""
        else:
            parts.append(line)
    return None
