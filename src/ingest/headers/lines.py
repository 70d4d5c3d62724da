"""Headers without fences: `key: value` lines, and the title blocks of Pandoc, reStructuredText and Org.

Prose must never be taken for one of these, so each asks for evidence: a title, known names, and no other line between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.headers.escapes import with_words_decoded
from ingest.headers.tolerant import UNREAD_KEY, is_identifier, lines_of, read_tolerantly
from ingest.headers.values import Scalar, Unread, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known, is_paper, mail_names, unify
from ingest.metadata.dates import read_date
from ingest.model import Header, Remark, Value

LONGEST = 1 << 16
"""Characters of a header without fences at most."""

_LINE = late(r"([^\W\d_][\w.-]{0,40}(?:[ _][\w.-]{1,30}){0,3}(?:\(s\))?)[ \t]*:(?:[ \t]+(.*)|[ \t]*$)")
_ATX = late(r"#{1,6}[ \t]+\S")
_FENCE = late(r"(?:-{3,}|\.\.\.)[ \t]*$")
_TILDES = late(r"~{6,}[ \t]*$")
_LONGEST_TITLE = 300
_FEW = 3

_PANDOC = late(r"%(?:[ \t]+(.*)|[ \t]*)$")
_PANDOC_NEXT = re.compile(r"%[ \t]*(.*)$")
_PERCENT = late(r"%(title|date|template|nohtml)(?:[ \t]+(.*)|[ \t]*$)")
_PANDOC_LINES = 3
_ORG = late(r"#\+([A-Za-z][\w-]*):[ \t]*(.*)$")
_ORG_BARE = late(
    r"#\+(title|author|date|email|language|keywords|description|filetags|subtitle)[ \t]+(.*)$", re.IGNORECASE
)
_DRAWER = late(r"[ \t]*:([A-Za-z][\w-]{0,40}):[ \t]*(.*)$")
_ORG_AFFILIATED = frozenset(
    {"caption", "name", "attrhtml", "attrlatex", "attrorg", "results", "header", "plot", "call"}
)
_ORG_KNOWN = frozenset(
    {"title", "author", "date", "email", "language", "options", "keywords", "description", "filetags", "startup"}
    | {
        "subtitle",
        "hugobasedir",
        "hugosection",
        "category",
        "property",
        "tags",
        "setupfile",
        "htmlhead",
        "export_file_name",
    }
)
_ORG_WORDS = frozenset({"hugotags", "hugocategories", "roamtags", "jekylltags", "jekyllcategories"})
"""Keywords whose values are parted by blanks, those with a blank of their own in quotes."""
_ORG_WORD = late(r'"([^"\n]{1,200})"|(\S+)')
_DOCINFO = late(r":([^:\n`]{1,60}):(?:[ \t]+(.*)|[ \t]*$)")
_DOCINFO_KNOWN = frozenset(
    {
        "author",
        "authors",
        "date",
        "copyright",
        "organization",
        "organisation",
        "contact",
        "address",
        "version",
        "status",
    }
    | {
        "revision",
        "abstract",
        "dedication",
        "title",
        "tags",
        "category",
        "slug",
        "summary",
        "lang",
        "orphan",
        "tocdepth",
    }
    | {"modified", "template", "nocomments"}
)
_RULE = late(r"([=\-~^\"'`#*+<>:.])\1{2,}[ \t]*$")
_ORG_ABOVE = late(r"(?:#(?!\+)[^\n]*\n){1,30}(?:[ \t]*\n){0,9}(?=#\+\w[\w-]{0,40}:)")


def block_at(text: str, start: int) -> list[tuple[int, str]]:
    """The lines from `start` to the first blank line, each with its place."""
    block = []
    for place, line in lines_of(text[start : start + LONGEST], start):
        if not line.strip():
            break
        block.append((place, line))
    return block


def place_after(text: str, line: tuple[int, str]) -> int:
    """Where the text goes on after a line."""
    return min(line[0] + len(line[1]) + 1, len(text))


def matching_lines(text: str, start: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, str, re.Match[str]]]:
    """The lines from `start` on, with their places, up to one that does not match; blank lines between are passed over."""
    found = False
    for place, line in lines_of(text[start : start + LONGEST], start):
        match = pattern.match(line)
        if match:
            found = True
            yield place, line, match
        elif line.strip() or not found:
            return


def read_key_values(text: str, start: int) -> Header | None:
    """`Key: value` lines up to the first blank line, with indented continuations, as in mail, Pelican and MultiMarkdown.

    A `---` right after them closes them and makes them YAML (Hexo). They are a header if nothing else stands between,
    and if they hold a title and one more known name, a title alone, or at least three names as tools write them of
    which two are known.
    """
    if not _LINE.match(text[start : start + 200].partition("\n")[0]):
        return None
    block = block_at(text, start)
    fence = next((index for index, (_, line) in enumerate(block) if _FENCE.match(line)), None)
    closed = fence is not None
    # The text may begin at once, with a heading.
    heading = next((index for index, (_, line) in enumerate(block) if _ATX.match(line)), None)
    lines = block[:fence] if closed else block[:heading]
    if not lines or not all(_fits(line) for _, line in lines):
        return None
    if len(lines) == 1 and not closed:
        lines = [*lines, *_parted(text, place_after(text, lines[0]))]
    content = text[start : lines[-1][0] + len(lines[-1][1])]
    reading = read_tolerantly(content, start, strict=closed)
    if reading.unread or not _convincing(reading.fields, closed):
        return None
    last = block[fence] if fence is not None else lines[-1]
    fields = {key: _decoded(value) for key, value in reading.fields.items()} if "=?" in content else reading.fields
    return Header("key-value-header", fields, place_after(text, last), tuple(reading.remarks))


def _parted(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Further lines of a header that has a blank line after each, as Project Gutenberg's have: known names, short values."""
    blank = False
    for place, line in lines_of(text[start : start + LONGEST], start):
        if not line.strip():
            blank = True
            continue
        match = _LINE.match(line)
        value = (match[2] or "").strip() if match else ""
        if (
            not blank
            or not match
            or not is_known(match[1])
            or len(value) > _LONGEST_PARTED
            or value.endswith((".", ":"))
        ):
            return
        yield place, line
        blank = False


_LONGEST_PARTED = 200


def _decoded(value: Value) -> Value:
    if not isinstance(value, Scalar) or "=?" not in value:
        return value
    return Scalar(with_words_decoded(value), value.start, quoted=value.quoted)


def _fits(line: str) -> bool:
    return line[0] in " \t" or _LINE.match(line) is not None or line.startswith("- ")


def _convincing(fields: dict[str, Value], closed: bool) -> bool:
    """Whether these names are those of a header."""
    if mail_names(fields):
        return True
    known = [key for key in fields if is_known(key)]
    titles = [key for key in known if field_of(key) == "title" and unify(key) != "name"]
    if not titles:
        return _convincing_untitled(fields, known)
    title = fields[titles[0]]
    if not (isinstance(title, str) and 0 < len(title) <= _LONGEST_TITLE):
        return False
    return len(known) > 1 or (len(fields) == 1 and unify(titles[0]) == "title" and not closed)


def _convincing_untitled(fields: dict[str, Value], known: list[str]) -> bool:
    if is_paper(fields):
        return True
    if len(known) >= _FEW and _EVIDENT * len(known) >= (_EVIDENT - 1) * len(fields):
        return all(len(value) <= _LONGEST_TITLE for value in fields.values() if isinstance(value, str))
    if len(fields) < _FEW or len(known) < 2 or not all(is_identifier(key) for key in fields):  # noqa: PLR2004 - a pair
        return False
    dates = [fields[key] for key in known if field_of(key) == "published"]
    return any(isinstance(one, str) and read_date(one).iso for one in dates)


_EVIDENT = 4
"""Of so many names all but one are known where nothing else shows that they are a header's."""


def read_assignments(text: str, start: int) -> Header | None:
    """JBake's header: lines `name=value`, closed by a line of tildes; with a title and one known name more."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    for place, line in block_at(text, start):
        if fields and _TILDES.match(line):
            known = [key for key in fields if is_known(key)]
            found = "title" in fields and len(known) > 1
            return (
                Header("key-value-header", fields, place_after(text, (place, line)), tuple(remarks)) if found else None
            )
        name, equals, value = line.partition("=")
        if not equals or not is_identifier(name.strip()):
            return None
        add_field(fields, name.strip(), Scalar(value.strip(), place, quoted=True), remarks, (place, place + len(name)))
    return None


def read_percent(text: str, start: int) -> Header | None:
    """Vimwiki's placeholders at the top, `%title One`, up to the first line that is none."""
    fields: dict[str, Value] = {}
    end = start
    for place, line in lines_of(text[start : start + LONGEST], start):
        match = _PERCENT.match(line)
        if not match or match[1] in fields:
            break
        fields[match[1]] = Scalar(match[2].strip(), place, quoted=True)
        end = place_after(text, (place, line))
    return Header("key-value-header", fields, end) if "title" in fields or "date" in fields else None


def read_pandoc(text: str, start: int) -> Header | None:
    """Pandoc's title block: `% title`, `% authors`, `% date`, each with indented continuations."""
    parts: list[list[str]] = []
    places: list[int] = []
    last = (start, "")
    for place, line in block_at(text, start):
        match = (_PANDOC_NEXT if parts else _PANDOC).match(line)
        if match:
            parts.append([(match[1] or "").strip()])
            places.append(place)
        elif parts and line[0] in " \t":
            parts[-1].append(line.strip())
        elif len(parts) == _PANDOC_LINES and read_date(" ".join(parts[2])).iso:
            # Complete: the text may follow at once.
            break
        else:
            return None
        last = (place, line)
    title = " ".join(parts[0]).strip() if parts else ""
    if not parts or len(parts) > _PANDOC_LINES or (len(parts) == 1 and not title[:1].isupper()):
        return None
    fields: dict[str, Value] = {}
    if title:
        fields["title"] = Scalar(title, places[0], quoted=True)
    if len(parts) > 1 and any(parts[1]):
        names = [name.strip() for part in parts[1] for name in part.split(";")]
        fields["author"] = [Scalar(name, places[1], quoted=True) for name in names if name]
    if len(parts) == _PANDOC_LINES and any(parts[2]):
        fields["date"] = Scalar(" ".join(parts[2]), places[2], quoted=True)
    return Header("pandoc-header", fields, place_after(text, last)) if fields else None


def read_org(text: str, start: int) -> Header | None:
    """Org's in-buffer settings at the top: `#+TITLE:` and the like, blank lines between them allowed."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    end = start
    drawer = False
    for place, line in lines_of(text[start : start + LONGEST], start):
        if not line.strip():
            continue
        if (inside := _DRAWER.match(line)) and (drawer or (inside[1] == "PROPERTIES" and place == start)):
            drawer = inside[1] != "END"
            if drawer and inside[1] != "PROPERTIES":
                add_field(fields, inside[1], Scalar(inside[2].strip(), place, quoted=True), remarks, (place, place + 1))
            continue
        match = _ORG.match(line) or _ORG_BARE.match(line)
        if not match and fields and line[0] == "#" and _ORG_ABOVE.match(text, place):
            fields.setdefault(UNREAD_KEY, []).append(Scalar(line.strip(), place, quoted=True))
            remarks.append(Unread(place, place + len(line), "the line belongs to no key"))
            continue
        if not match or unify(match[1]) in _ORG_AFFILIATED:
            break
        key, value = match[1].lower(), Scalar(match[2].strip(), place, quoted=True)
        if unify(key) in _ORG_WORDS and value:
            items = [quoted or word for quoted, word in _ORG_WORD.findall(value)]
            fields[key] = [*fields.get(key, []), *(Scalar(item, place, quoted=True) for item in items)]
            end = place_after(text, (place, line))
            continue
        if key in fields and isinstance(fields[key], str):
            # Org joins the values of a key that stands more than once.
            joined = Scalar(f"{fields[key]} {value}", place, quoted=True)
            fields[key] = joined
        else:
            fields[key] = value
        end = place_after(text, (place, line))
    if not any(unify(key) in _ORG_KNOWN for key in fields):
        return None
    return Header("org-header", fields, end, tuple(remarks))


def read_docinfo(text: str, start: int) -> Header | None:
    """The field list of reStructuredText at the top, after the document's title if there is one."""
    if text[start] != ":" and (":" not in text or text.find("\n:", start, start + LONGEST) < 0):
        return None
    comment = _REST_COMMENT.match(text, start)
    label = _REST_LABEL.match(text, comment.end() if comment else start)
    title, place = _rest_title(text, label.end() if label else comment.end() if comment else start)
    fields: dict[str, Value] = {}
    if title:
        fields["title"] = title
        second, below = _rest_title(text, place)
        if second and text[below : below + 1] == ":":
            fields["subtitle"], place = second, below
    found = _field_list(text, place) if title or not label else None
    if not found:
        return None
    entries, end = found
    if comment:
        fields["header_comment"] = Scalar(comment[1].strip(), comment.start(1), quoted=True)
    if label:
        fields["label"] = Scalar(label[1], label.start(1), quoted=True)
    remarks: list[Remark] = []
    for key, value in entries:
        if field_of(key) == "authors" and isinstance(fields.get(key), list | Scalar):
            fields[key] = [*(earlier if isinstance(earlier := fields[key], list) else [earlier]), value]
        else:
            add_field(fields, key, value, remarks, (value.start, value.start + len(key)))
    names = {unify(key) for key, _ in entries}
    if not names & _DOCINFO_KNOWN or (len(names) == 1 and not title and not names & {"orphan", "tocdepth", "title"}):
        return None
    return Header("rest-docinfo", fields, end, tuple(remarks))


def read_evaluated(text: str, start: int) -> Header | None:
    """The field list of reStructuredText that MyST has in a fence of its own below the title, ```` ```{eval-rst} ````."""
    opened = _MYST.match(text, start)
    found = _field_list(text[: start + LONGEST], opened.end()) if opened else None
    closed = _MYST_CLOSE.match(text, found[1]) if found else None
    if not opened or not found or not closed:
        return None
    fields: dict[str, Value] = {"title": Scalar(opened["title"].strip(), opened.start("title"), quoted=True)}
    remarks: list[Remark] = []
    for key, value in found[0]:
        add_field(fields, key, value, remarks, (value.start, value.start + len(key)))
    if opened["label"]:
        fields["label"] = Scalar(opened["label"], opened.start("label"), quoted=True)
    if not {unify(key) for key, _ in found[0]} & _DOCINFO_KNOWN:
        return None
    return Header("rest-docinfo", fields, closed.end(), tuple(remarks))


_MYST = late(
    r"(?:\((?P<label>[\w.:-]{1,100})\)=[ \t]*\n(?:[ \t]*\n){0,3})?#[ \t]+(?P<title>\S[^\n]{0,300}?)[ \t]*\n(?:[ \t]*\n){0,3}"
    r"```\{eval-rst\}[ \t]*\n(?=:[^:\n`]{1,60}:)"
)
_MYST_CLOSE = late(r"```[ \t]*(?:\n|\Z)")
_REST_LABEL = late(r"\.\. _([\w.:-]{1,100}):[ \t]*\n(?:[ \t]*\n){0,3}")
_REST_COMMENT = late(r"\.\. (?![_|\[])((?:(?!::)[^\n]){1,300})\n(?:[ \t]*\n){1,3}(?=[:=]|[^\n]{1,300}\n[=*#-]{3})")
_REST_STRONG = late(r"\*\*([^*\n]{1,300})\*\*")
_REST_ESCAPE = late(r"\\([^\w\s])")


def _rest_title(text: str, start: int) -> tuple[Scalar | None, int]:
    """The section title at `start` (underlined, or between two lines), and where the text goes on after it."""
    block = block_at(text, start)
    if not block:
        return None, start
    if (
        len(block) >= _FEW
        and _RULE.match(block[0][1])
        and _RULE.match(block[2][1])
        and block[0][1][0] == block[2][1][0]
    ):
        named, rest = block[1], block[2:]
    elif len(block) > 1 and _RULE.match(block[1][1]) and not _DOCINFO.match(block[0][1]):
        named, rest = block[0], block[1:]
    else:
        return None, start
    place = place_after(text, rest[0])
    if len(rest) == 1:
        place = next((at for at, line in lines_of(text[place : place + LONGEST], place) if line.strip()), len(text))
    return Scalar(_plain_rest(named[1].strip()), named[0], quoted=True), place


def _plain_rest(text: str) -> str:
    """A text without the asterisks, or the quotes, around the whole of it."""
    strong = _REST_STRONG.fullmatch(text)
    return strong[1] if strong else unquoted(text)


def _field_list(text: str, start: int) -> tuple[list[tuple[str, Scalar]], int] | None:
    entries: list[tuple[str, list[str], int]] = []
    end = start
    blank = False
    for place, line in lines_of(text[start : start + LONGEST], start):
        if not line.strip():
            blank = True
            continue
        match = _DOCINFO.match(line)
        if match:
            entries.append((match[1].strip(), [(match[2] or "").strip()], place))
        elif entries and line[0] in " \t":
            entries[-1][1].append(line.strip())
        elif entries and not blank and not _MYST_CLOSE.match(line):
            return None
        else:
            break
        blank = False
        end = place_after(text, (place, line))
    if not entries:
        return None
    return [(key, _field(parts, at)) for key, parts, at in entries], end


def _field(parts: list[str], at: int) -> Scalar:
    """The text of a field; of a list of names or topics, its items with a semicolon between."""
    parts = [part for part in parts if part]
    if len(parts) > 1 and all(part.startswith("- ") for part in parts):
        return Scalar("; ".join(part[2:].strip() for part in parts), at, quoted=True)
    return Scalar(_plain_rest(_REST_ESCAPE.sub(r"\1", " ".join(parts))), at, quoted=True)


def unquoted(title: str) -> str:
    """A title without the quotes around the whole of it, as YAML would have them."""
    inner = title[1:-1]
    return inner if title == f'"{inner}"' and inner.strip() and '"' not in inner else title
