"""The heads of proposals and specifications: a preformatted block, an indented block, or a list of properties.

Bitcoin's and W3C's papers put them between `<pre>` and `</pre>`, Erlang's and Tcl's indent them above a rule, Rust's and
Swift's write a list. Such blocks stand in prose too, so that each must hold the names that these papers have.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.headers.lines import block_at, matching_lines, place_after
from ingest.headers.lookalikes import convincing
from ingest.headers.tolerant import lines_of, read_tolerantly
from ingest.headers.values import Duplicate, Kept, Scalar, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known, proposal_names, unify
from ingest.model import Header, Remark, Value

LAYOUT = "key-value-header"
LONGEST = 1 << 16
"""Characters of such a head at most."""

_MOST_LINES = 200
_PRE = late(r"<pre(?:[ ]class=[\"']?metadata[\"']?)?>[ \t]*\n", re.IGNORECASE)
_PRE_CLOSE = late(r"^[ \t]*</pre>[ \t]*(?:\n|\Z)", re.MULTILINE | re.IGNORECASE)
_INDENTED = late(r"(?:\t|[ ]{4})[ \t]*\S")
_INDENTED_FIELD = late(r"(?:\t|[ ]{4})[A-Za-z][\w -]{0,40}:(?:[ \t]|$)")
_RULE = late(r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$")
_UNDERLINE = late(r"(?:-{3,}|={3,})[ \t]*$")
_HEADING = late(r"#[ \t]+(\S[^\n]{0,300}?)[ \t]*#*[ \t]*\n(?:[ \t]*\n){0,3}(?=\S|[ \t]+\S)")
# DokuWiki's first level.
_WIKI_HEADING = late(r"={6}[ ]([^\n=]{1,300}?)[ ]={6}[ \t]*\n(?:[ \t]*\n){0,3}(?=[ \t]*[-*])")
_ITEM = late(r"[ ]{0,2}([-*+])[ \t]+([^\W\d_][\w -]{0,40}(?:\(s\))?):(?:[ \t]+(\S.*)|[ \t]*)$")
_FEW = 3


def read_pre(text: str, start: int) -> Header | None:
    """A preformatted block of `Key: value` lines at the top, with a title and one known name more.

    The values of a key that stands more than once are a list.
    """
    opened = _PRE.match(text, start)
    closed = _PRE_CLOSE.search(text, opened.end(), opened.end() + LONGEST) if opened else None
    if not opened or not closed:
        return None
    content = text[opened.end() : closed.start()]
    if content.count("\n") > _MOST_LINES:
        return None
    reading = read_tolerantly(content, opened.end(), strict=False)
    if reading.unread or not convincing(reading.fields):
        return None
    remarks = [remark for remark in reading.remarks if not isinstance(remark, Duplicate)]
    return Header(LAYOUT, _listed(reading.fields), closed.end(), tuple(remarks))


def _listed(fields: dict[str, Value]) -> dict[str, Value]:
    """The fields with the earlier values of a key before its last one, in one list."""
    listed = dict(fields)
    for name, earlier in fields.items():
        key = name.removesuffix("_duplicate")
        if isinstance(earlier, Kept) and key in listed:
            listed[key] = [*earlier, listed[key]]
            del listed[name]
    return listed


def read_indented(text: str, start: int) -> Header | None:
    """An indented block of `Key: value` lines at the top that a rule closes, with an author and one known name more.

    The title is underlined below it. `start` is the first letter of the block's first line.
    """
    found = _indented(text, text.rfind("\n", 0, start) + 1)
    if not found:
        return None
    fields, end, remarks = found
    block = block_at(text, end)
    if len(block) > 1 and _UNDERLINE.match(block[1][1]):
        fields = {"title": Scalar(block[0][1].strip(), block[0][0], quoted=True), **fields}
        end = place_after(text, block[1])
    return Header(LAYOUT, fields, end, remarks)


def read_below_heading(text: str, start: int) -> Header | None:
    """The same block below the first heading, or a list of properties there, or the date of a record of a decision."""
    heading = _HEADING.match(text, start) or _WIKI_HEADING.match(text, start)
    if not heading:
        return None
    place = heading.end()
    title = {"title": Scalar(heading[1].strip(), heading.start(1), quoted=True)}
    # What a line begins with tells which of them it can be: most documents have prose there.
    if text.startswith("```", place):
        return _below_in_fence(title, text, place)
    if _INDENTED_FIELD.match(text, place):
        found = _indented(text, place)
    elif text.startswith(("-", "*", "+", " "), place):
        found = _items(text, place, _is_proposal)
    else:
        found = _dated_record(text, place)
    if not found or any(field_of(key) == "title" for key in found[0]):
        return None
    return Header(LAYOUT, {**title, **found[0]}, found[1], found[2])


def _below_in_fence(title: dict[str, Value], text: str, start: int) -> Header | None:
    """The head of a proposal in a code fence below its heading, which is kept where the head has a title of its own."""
    match = _FENCED.match(text, start)
    if not match or match[1].count("\n") > _MOST_LINES:
        return None
    reading = read_tolerantly(match[1], match.start(1), strict=False)
    if reading.unread or not _is_proposal({unify(name) for name in reading.fields}):
        return None
    own = next((value for key, value in reading.fields.items() if field_of(key) == "title"), None)
    heading = title["title"]
    fields = {**({"heading": heading} if own and own != heading else {} if own else title), **reading.fields}
    return Header(LAYOUT, fields, match.end(), tuple(reading.remarks))


_FENCED = late(r"```[ \t]*\n((?:(?!```)[^\n]*\n){1,201})```[ \t]*(?:\n|\Z)")

_Found = tuple[dict[str, Value], int, tuple[Remark, ...]]


def _indented(text: str, start: int) -> _Found | None:
    lines: list[str] = []
    for place, line in lines_of(text[start : start + LONGEST], start):
        if lines and _RULE.match(line):
            end = place_after(text, (place, line))
            break
        if not (_INDENTED if lines else _INDENTED_FIELD).match(line) or len(lines) > _MOST_LINES:
            return None
        lines.append(line)
    else:
        return None
    reading = read_tolerantly("\n".join(lines), start, strict=False)
    known = {field_of(key) for key in reading.fields} - {""}
    if reading.unread or not {"authors", "published"} <= known:
        return None
    return reading.fields, end, tuple(reading.remarks)


def read_list(text: str, start: int) -> Header | None:
    """A list of properties at the very top, as the proposals of Rust, React and Vue begin."""
    found = _items(text, start, _is_request)
    if not found:
        return None
    fields = {key: _without_ticks(value) if isinstance(value, Scalar) else value for key, value in found[0].items()}
    return Header(LAYOUT, fields, found[1], found[2])


def _without_ticks(value: Scalar) -> Scalar:
    """A name that is written as code."""
    bare = value.strip("`")
    return Scalar(bare, value.start, quoted=True) if value == f"`{bare}`" and "`" not in bare else value


def _is_request(names: set[str]) -> bool:
    return bool(proposal_names(names))


def _is_proposal(names: set[str]) -> bool:
    return "status" in names and not names.isdisjoint({"author", "authors", "author(s)"})


def _items(text: str, start: int, fits: Callable[[set[str]], bool]) -> _Found | None:
    """The items of a list, `* Key: value`, up to a blank line; further indented ones belong to the item above."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    block = block_at(text, start)
    key, parts, at = "", [""], start
    marks = set()
    for place, line in [*block[:_MOST_LINES], (0, "")]:
        match = _ITEM.match(line)
        if line and not match:
            if not key or line[0] not in " \t":
                return None
            parts.append(line.strip())
            continue
        if key:
            add_field(
                fields, key, Scalar("\n".join(filter(None, parts)), at, quoted=True), remarks, (at, at + len(key))
            )
        if match:
            marks.add(match[1])
            key, parts, at = match[2], [match[3] or ""], place + match.start(2)
    names = {unify(name) for name in fields}
    if len(block) > _MOST_LINES or len(fields) < _FEW or len(marks) != 1 or not fits(names):
        return None
    return fields, place_after(text, block[-1]), tuple(remarks)


_DATE_LINE = late(r"(Date):[ \t]+(\d{4}-\d{2}-\d{2})[ \t]*(?:\n[ \t]*)+\n(?=#{2}[ \t])")


def _dated_record(text: str, start: int) -> _Found | None:
    """The line `Date: 2020-01-02` alone between a title and the next heading, as tools for records of decisions write it."""
    match = _DATE_LINE.match(text, start)
    if not match:
        return None
    return {match[1]: Scalar(match[2], match.start(2), quoted=True)}, text.find("\n", match.end(2)) + 1, ()


_META = late(r"[ \t]*\[\[!meta[ \t]+([a-z]{1,30})=(?:\"([^\"\n]{0,500})\"|([^\s\"\]]{1,200}))[ \t]*\]\][ \t]*$")


def read_meta_directives(text: str, start: int) -> Header | None:
    """Ikiwiki's directives at the top, `[[!meta title="One"]]`, a line each, with a known name among them."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    end = start
    for place, line, match in matching_lines(text, start, _META):
        value = Scalar(match[2] if match[2] is not None else match[3], place, quoted=True)
        add_field(fields, match[1], value, remarks, (place, place + len(line)))
        end = place_after(text, (place, line))
    return Header(LAYOUT, fields, end, tuple(remarks)) if any(map(is_known, fields)) else None
