"""AsciiDoc's header, and the comments that stand above it, as above Org's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.headers.lines import LONGEST, block_at, place_after, read_org, unquoted
from ingest.headers.tolerant import UNREAD_KEY, lines_of
from ingest.headers.values import Scalar, Unread, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known
from ingest.metadata.dates import read_date
from ingest.model import Header, Remark, Value

_ORG_ABOVE = late(r"(?:#(?!\+)[^\n]*\n){1,30}(?:[ \t]*\n){0,9}(?=#\+\w[\w-]{0,40}:)")
_TITLE = late(r"=[ \t]+(\S.*)$")
_ATTRIBUTE = late(r":(!?[\w][\w-]*!?):(?:[ \t]+(.*)|[ \t]*$)")
_AUTHOR = late(r"[^\W\d_][\w'.’-]*(?: [^\W\d_][\w'.’-]*){0,2}(?: <[^<>\s]{3,100}>)?$")
_REVISION = late(
    r"(?:v(?P<number>\d[\w.-]*)|(?P<plain>\d[\w.-]*(?=,)))?,?[ \t]*(?P<date>[^:]*?)(?::[ \t]+(?P<remark>.+))?$"
)
_SECTION = late(r"^==[ \t]+[^=\n]+$", re.MULTILINE)
_FEW = 3


def read_asciidoc(text: str, start: int) -> Header | None:
    """AsciiDoc's header: `= Title`, an author line, a revision line, attribute entries; a blank line ends it.

    Attribute entries may stand above the title, and an anchor, `[id="weirs"]`.
    """
    block = block_at(text, start)
    if block and all(_ATTRIBUTE.match(line) for _, line in block):
        below = _BELOW.match(text, place_after(text, block[-1]))
        if not below:
            return _only_attributes(text, block)
        block += block_at(text, below.end())
    titled = next((index for index, (_, line) in enumerate(block) if not _ATTRIBUTE.match(line)), 0)
    fields: dict[str, Value] = {}
    anchor = _ANCHOR.match(block[titled][1]) if len(block) > titled + 1 else None
    if anchor:
        fields["id"] = Scalar(next(filter(None, anchor.groups())), block[titled][0], quoted=True)
        del block[titled]
    match = _TITLE.match(block[titled][1]) if block else None
    if not match or match[1].rstrip().endswith("="):
        return None
    fields = {"title": Scalar(unquoted(match[1].strip()), block[titled][0], quoted=True), **fields}
    return _below_title(text, block, titled, fields)


def _below_title(text: str, block: list[tuple[int, str]], titled: int, fields: dict[str, Value]) -> Header | None:
    """The header whose title is known: what stands in the lines below it, and above."""
    remarks: list[Remark] = []
    rest = _uncommented(block[titled + 1 :], fields, remarks)
    fence = next((number for number, (_, line) in enumerate(rest) if line.rstrip() == "---"), 0)
    if fence and _ATTRIBUTE.match(rest[fence - 1][1]):
        # Awestruct: closed as front matter is, the text at once below.
        block = block[: block.index(rest[fence]) + 1]
        rest = rest[:fence]
    if not rest and not titled:
        block += _body_attributes(text, place_after(text, block[-1]))
        rest = block[1:]
    if rest and _KEYWORD.match(rest[0][1]):
        fields["keyword"] = Scalar(rest[0][1].strip(), rest[0][0], quoted=True)
        rest = rest[1:]
    entries = _signed(rest, fields)
    if entries is None or not _attributes((*block[:titled], *entries), fields, remarks):
        return None
    if len(block) == 1 and not _SECTION.search(text, place_after(text, block[0])):
        return None
    return Header("asciidoc-header", fields, place_after(text, block[-1]), tuple(remarks))


def _signed(rest: list[tuple[int, str]], fields: dict[str, Value]) -> list[tuple[int, str]] | None:
    """The lines below an author line and a revision line, if they are there; None if something else stands there."""
    if not rest or _ATTRIBUTE.match(rest[0][1]) or _CONDITION.match(rest[0][1]):
        return rest
    names = [name.strip() for name in rest[0][1].split(";")]
    if not all(_AUTHOR.match(name) and not name[:1].islower() for name in names):
        return None
    fields["author"] = [Scalar(name.replace("_", " "), rest[0][0], quoted=True) for name in names]
    rest = rest[1:]
    if not rest or _ATTRIBUTE.match(rest[0][1]):
        return rest
    return rest[1:] if _revision(rest[0], fields) else None


def _only_attributes(text: str, block: list[tuple[int, str]]) -> Header | None:
    """Attribute entries that name the title themselves."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    if not _attributes(block, fields, remarks) or "doctitle" not in fields:
        return None
    return Header("asciidoc-header", fields, place_after(text, block[-1]), tuple(remarks))


_ANCHOR = late(r"\[(?:id=[\"']([\w.:{}-]{1,200})[\"']|#([\w.:{}-]{1,200})|\[([\w.:{}-]{1,200})\])\][ \t]*$")
_BELOW = late(r"(?:[ \t]*\n){1,3}(?=(?:\[(?:id=|#|\[)[^\n]{1,210}\n)?=[ \t]+\S)")
# What version control writes into a file.
_KEYWORD = late(r"\$(?:Id|Revision|Header): [^$\n]{1,200}\$[ \t]*$")


def _keep_comment(comment: str, start: int, fields: dict[str, Value], remarks: list[Remark]) -> None:
    """Keep the lines of a comment in a header as lines that no key has."""
    lines = [(place, line.strip()) for place, line in lines_of(comment, start) if line.strip(" \t/#\n")]
    if lines:
        fields.setdefault(UNREAD_KEY, []).extend(Scalar(line, place, quoted=True) for place, line in lines)
        remarks.append(Unread(lines[0][0], lines[-1][0] + len(lines[-1][1]), "the line belongs to no key"))


def read_below_comments(text: str, start: int) -> Header | None:
    """The header of AsciiDoc or Org below comments, which often hold a licence or settings of an editor."""
    org = text[start] == "#"
    comments = (_ORG_ABOVE if org else _COMMENTS).match(text, start)
    if not comments:
        return None
    header = (read_org if org else read_asciidoc)(text, comments.end())
    if header is None:
        return None
    kept: dict[str, Value] = {}
    remarks: list[Remark] = []
    _keep_comment(comments[0], start, kept, remarks)
    fields: dict[str, Value] = {**header.fields}
    if kept:
        fields[UNREAD_KEY] = [*kept[UNREAD_KEY], *fields.get(UNREAD_KEY, [])]
    return Header(header.layout, fields, header.end, (*remarks, *header.remarks))


_COMMENTS = late(r"(?:/{4,}[ \t]*\n(?:(?!////)[^\n]*\n){0,60}/{4,}[ \t]*\n|//(?!/)[^\n]*\n|[ \t]*\n){1,30}(?=[=:])")


def _uncommented(
    lines: list[tuple[int, str]], fields: dict[str, Value], remarks: list[Remark]
) -> list[tuple[int, str]]:
    """The lines of a header that are no comments; these are kept as lines that no key has."""
    for place, line in lines:
        if line.startswith("//"):
            _keep_comment(line, place, fields, remarks)
    return [(place, line) for place, line in lines if not line.startswith("//")]


def _body_attributes(text: str, start: int) -> list[tuple[int, str]]:
    """Attribute entries parted from the title by a blank line, with a known name among them; the lines in full."""
    place = next((at for at, line in lines_of(text[start : start + LONGEST], start) if line.strip()), len(text))
    block = block_at(text, place)
    names = [match[1] for _, line in block if (match := _ATTRIBUTE.match(line))]
    return block if len(names) == len(block) and any(map(is_known, names)) else []


def read_attributes_below(text: str, start: int) -> Header | None:
    """AsciiDoc's attribute entries below a first line `# Title`, which AsciiDoc takes too; with a known name among them."""
    match = _MARKED_TITLE.match(text, start)
    if not match:
        return None
    block = block_at(text, start)
    fields: dict[str, Value] = {"title": Scalar(match[1].strip(), match.start(1), quoted=True)}
    remarks: list[Remark] = []
    lines = block[1:] or _body_attributes(text, place_after(text, block[0]))
    if not lines or not _attributes(lines, fields, remarks) or not any(map(is_known, list(fields)[1:])):
        return None
    return Header("asciidoc-header", fields, place_after(text, lines[-1]), tuple(remarks))


def read_underlined_asciidoc(text: str, start: int) -> Header | None:
    """AsciiDoc's older header: the title underlined by `=`, an author line with an address, a revision line, attributes."""
    if not _UNDERLINED_TITLE.match(text, start):
        return None
    block = block_at(text, start)
    if len(block) < _FEW or not _MAILED.match(block[2][1]) or not _AUTHOR.match(block[2][1].rstrip()):
        return None
    title, underline = block[0][1].strip(), block[1][1].rstrip()
    if set(underline) != {"="} or abs(len(underline) - len(title)) > _MOST_UNEVEN:
        return None
    fields: dict[str, Value] = {"title": Scalar(title, start, quoted=True)}
    fields["author"] = Scalar(block[2][1].strip(), block[2][0], quoted=True)
    rest = block[_FEW:]
    remarks: list[Remark] = []
    if rest and not _ATTRIBUTE.match(rest[0][1]):
        if not _revision(rest[0], fields):
            return None
        rest = rest[1:]
    if not _attributes(rest, fields, remarks):
        return None
    return Header("asciidoc-header", fields, place_after(text, block[-1]), tuple(remarks))


_MARKED_TITLE = late(r"#[ \t]+([^\n#][^\n]{0,300}?)[ \t]*#*[ \t]*\n(?:[ \t]*\n){0,3}(?=:!?\w)")
_MAILED = late(r"[^<>\n]{1,100} <[^<>\s@]{1,64}@[^<>\s]{1,255}>[ \t]*$")
_UNDERLINED_TITLE = late(r"[^\n]{1,300}\n={3,300}[ \t]*\n(?=[^\n]{1,400}>[ \t]*(?:\n|\Z))")
_MOST_UNEVEN = 3
_CONDITION = late(r"(?:ifdef|ifndef|endif|include)::[^\n]*\][ \t]*$")


def _attributes(lines: Iterable[tuple[int, str]], fields: dict[str, Value], remarks: list[Remark]) -> bool:
    """Read attribute entries; whether every line is one."""
    for place, line in lines:
        attribute = _ATTRIBUTE.match(line)
        if not attribute and _CONDITION.match(line):
            fields.setdefault(UNREAD_KEY, []).append(Scalar(line.strip(), place, quoted=True))
            continue
        if not attribute:
            return False
        key, value = attribute[1], (attribute[2] or "").strip()
        if key == "page-aliases":
            fields[key] = [Scalar(one.strip(), place, quoted=True) for one in value.split(",") if one.strip()]
        elif "!" not in key:
            # A name alone sets a switch; one that wants a value has none.
            switch = "true" if field_of(key) in ("", "draft") else ""
            scalar = Scalar(unquoted(value) or switch, place, quoted=bool(value))
            add_field(fields, key, scalar, remarks, (place, place + len(line)))
    return True


def _revision(line: tuple[int, str], fields: dict[str, Value]) -> bool:
    match = _REVISION.match(line[1].strip())
    if not match or not (match["number"] or match["plain"] or read_date(match["date"]).iso):
        return False
    for key, value in (
        ("revnumber", match["number"] or match["plain"]),
        ("revdate", match["date"]),
        ("revremark", match["remark"]),
    ):
        if value:
            fields[key] = Scalar(value.strip(), line[0], quoted=True)
    return True
