"""Headers whose fences were changed on the way: dashes that an editor joined or a converter escaped, rules, HTML comments.

Such signs stand in prose too. So the header must be closed by the like, hold a title and one known name more, and nothing
that belongs to no key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.headers.fenced import read_fenced
from ingest.headers.lines import matching_lines, place_after
from ingest.headers.strict_yaml import read_yaml_fields
from ingest.headers.tolerant import key_of, lines_of, read_tolerantly
from ingest.headers.values import Broken, Fields, Scalar, Unreadable, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known, unify
from ingest.model import Header, Remark, Value

LONGEST = 1 << 16
"""Characters of such a header at most."""

MOST_LINES = 1000
"""Lines of such a header at most."""

_DASH = "[\\-\u2010-\u2015\u2212\u2e3a\u2e3b]"
_DASHES = rf"(?:\\?{_DASH}){{1,9}}"
_RULE = r"(?:\*[ ]?){3,9}|_{3,9}"
_END = r"[ \t]*(?:<br[ ]?/?>[ \t]*)?(?:\n|\Z)"
_OPEN = late(rf"(?:(?P<dashes>{_DASHES})|(?P<rule>{_RULE})){_END}")
_CLOSE_DASHES = late(rf"^[ ]{{0,3}}{_DASHES}{_END}", re.MULTILINE)
_CLOSE_RULE = late(rf"^[ ]{{0,3}}(?:{_RULE}){_END}", re.MULTILINE)
_GLUED = late(r"-{3}(?=[A-Za-z][\w-]{1,30}:[ \t])")
_CLOSE = re.compile(r"^(?:-{3,}|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_COMMENT = late(r"(?:<!--+|/\*+)[ \t]*\n")
_COMMENT_CLOSE = re.compile(r"^[ \t]*(?:--+>|\*+/)[ \t]*(?:\n|\Z)", re.MULTILINE)
_SHORT_COMMENT = late(r"<!--([^\n]{0,400})-->[ \t]*\n(?:[ \t]*\n){0,3}(?=---|\+\+\+)")
_YAML_DIRECTIVES = late(r"%(?:YAML|TAG)[ \t][^\n]{1,200}\n(?=---)")
_DIRECTIVE = re.compile(r"^[ \t]{0,3}(?:\.\.(?=[ \t]+[\w-]{1,40}:(?:[ \t]|$))|#\+(?=\w{1,40}:[ \t]))", re.MULTILINE)
_LINE_BREAK = late(r"<br[ ]?/?>[ \t]*$", re.IGNORECASE | re.MULTILINE)


def read_lookalike(text: str, start: int) -> Header | None:
    """The header between two lines that stand for `---`, or whose first line is glued to the fence; None if there is none."""
    glued = _GLUED.match(text, start)
    if glued:
        return _between(text, glued.end(), _CLOSE)
    opened = _OPEN.match(text, start)
    if not opened or not key_of(text[opened.end() : opened.end() + 400].lstrip("\n").partition("\n")[0]):
        return None
    return _between(text, opened.end(), _CLOSE_DASHES if opened["dashes"] else _CLOSE_RULE)


def read_comment(text: str, start: int) -> Header | None:
    """The header in a comment of HTML or of a program.

    Also as Nikola writes it, each line a directive, `.. title: One`, or as Org does, `#+TITLE: One`.
    """
    opened = _COMMENT.match(text, start)
    return _between(text, opened.end(), _COMMENT_CLOSE) if opened else None


_DOCKER = late(r"<!--\[metadata\]>[ \t]*\n(?=\+\+\+|---)")
_DOCKER_CLOSE = late(r"(?:[ \t]*\n)*<!\[end-metadata\]-->[ \t]*(?:\n|\Z)")


def read_marked_comment(text: str, start: int) -> Header | None:
    """A fenced header in the comment that Docker's documentation hides it in, `<!--[metadata]>` to `<![end-metadata]-->`."""
    opened = _DOCKER.match(text, start)
    header = read_fenced(text, opened.end()) if opened else None
    closed = _DOCKER_CLOSE.match(text, header.end) if header else None
    return Header(header.layout, header.fields, closed.end(), header.remarks) if header and closed else None


_COMMENT_LINE = late(r"<!--+[ \t]*([A-Za-z][\w-]{0,30}):[ \t]+([^\n]{0,1000}?)[ \t]*--+>[ \t]*$")


def read_comments(text: str, start: int) -> Header | None:
    """Comments of one line each, `<!-- Title: One -->`, as the tool `mark` reads them for Confluence; one is the title's."""
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    end = start
    for place, line, match in matching_lines(text, start, _COMMENT_LINE):
        if "-->" in match[2] or len(fields) > MOST_LINES:
            break
        value = Scalar(match[2], place + match.start(2), quoted=True)
        if unify(match[1]) in _MARKED_LISTS:
            fields[match[1]] = [*fields.get(match[1], []), value]
        else:
            add_field(fields, match[1], value, remarks, (place, place + len(line)))
        end = place_after(text, (place, line))
    titled = any(field_of(key) == "title" and key.casefold() != "name" for key in fields)
    return Header("key-value-header", fields, end, tuple(remarks)) if titled else None


_MARKED_LISTS = frozenset({"label", "parent", "attachment", "include"})
"""Names that stand more than once, each time with one value more."""


def read_below_comment(text: str, start: int) -> Header | None:
    """A fenced header below a comment of one line, such as a notice of rights; the comment stays a field of its own."""
    comment = _SHORT_COMMENT.match(text, start)
    header = read_fenced(text, comment.end()) if comment else None
    if not comment or not header or header.remarks or not convincing(header.fields):
        return None
    note = Scalar(comment[1].strip(), comment.start(1), quoted=True)
    return Header(header.layout, {**header.fields, "header_comment": note}, header.end)


def read_after_directives(text: str, start: int) -> Header | None:
    """A fenced header below `%YAML 1.2`."""
    directives = _YAML_DIRECTIVES.match(text, start)
    return read_fenced(text, directives.end()) if directives else None


def read_directives(text: str, start: int) -> Header | None:
    """Nikola's header in reStructuredText: lines such as `.. title: One`, up to the first other one."""
    end = start
    for place, line in lines_of(text[start : start + LONGEST], start):
        if not _DIRECTIVE.match(line):
            # The end of a comment whose beginning is missing.
            after = place + len(line) + 1 if line.strip() == "-->" else end
            break
        end = min(place + len(line) + 1, len(text))
    else:
        after = end
    return _header(text[start:end], start, min(after, len(text))) if end > start else None


def _between(text: str, start: int, close: re.Pattern[str]) -> Header | None:
    closed = close.search(text, start, start + LONGEST)
    return _header(text[start : closed.start()], start, closed.end()) if closed else None


def _header(content: str, base: int, end: int) -> Header | None:
    if content.count("\n") > MOST_LINES:
        return None
    directives = len(_DIRECTIVE.findall(content))
    if directives:
        if directives != sum(bool(line.strip()) for line in content.split("\n")):
            return None
        content = _DIRECTIVE.sub(lambda match: " " * len(match[0]), content)
        fields, remarks = _by_lines(content, base)
    else:
        content = _LINE_BREAK.sub(lambda match: " " * len(match[0]), content)
        try:
            fields, remarks = read_yaml_fields(content, base)
        except Unreadable:
            fields, remarks = _by_lines(content, base, strict=True)
            remarks.append(Broken(base, base, "the header is no valid YAML and was read line by line"))
    if not convincing(fields):
        return None
    layout = "key-value-header" if directives else "yaml-header"
    return Header(layout, fields, end, tuple(sorted(remarks, key=lambda one: one[:2])))


def _by_lines(content: str, base: int, *, strict: bool = False) -> Fields:
    reading = read_tolerantly(content, base, strict=strict)
    return Fields({} if reading.unread else reading.fields, reading.remarks)


def convincing(fields: Iterable[str]) -> bool:
    """Whether names are those of a header for certain: a title, and one known name more."""
    known = [key for key in fields if is_known(key)]
    return len(known) > 1 and any(field_of(key) == "title" and key.casefold() != "name" for key in known)
