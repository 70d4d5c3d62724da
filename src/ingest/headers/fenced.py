"""Headers between fences: `---`, `+++`, `%%%`, `;;;`, and a header inside a code fence."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.headers.evidence import (
    LONGEST,
    MOST_LINES,
    PROSE_WORDS,
    header_of,
    is_plausible,
    is_titled,
    line_at,
)
from ingest.headers.json_header import SEMICOLONS, json_between
from ingest.headers.strict_yaml import read_yaml_fields
from ingest.headers.tolerant import Reading, is_identifier, keep_unread, key_of, lines_of, read_tolerantly
from ingest.headers.toml_header import TOML_LINE, end_of_toml, toml_between, unclosed_toml
from ingest.headers.values import Broken, Unclosed, Unreadable
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known, is_paper
from ingest.model import Header, Value

_YAML = frozenset({"", "yaml", "yml"})
_CODE = frozenset({"coffee", "coffeescript", "cson", "js", "javascript", "json5", "ts", "typescript"})
_LANGUAGES = _YAML | _CODE | {"toml", "json"}
_OPEN = re.compile(r"(-{3,}|\+{3,}|;{3,}|%{3}(?!%))[ \t]*(?:([A-Za-z0-9]+)[ \t]*)?(?:\n|\Z)")
_DASHES = re.compile(r"^(?:-{3,}|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_INDENTED = late(r"^ {1,3}-{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_PLUSES = re.compile(r"^\+{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_PERCENTS = re.compile(r"^%{3}[ \t]*(?:\n|\Z)", re.MULTILINE)
_CLOSE = {
    "-": (_DASHES, ("\n---", "\n...")),
    "+": (_PLUSES, ("\n+++",)),
    ";": (SEMICOLONS, ("\n;;;",)),
    "%": (_PERCENTS, ("\n%%%",)),
}
"""The line that closes a header, and what such a line begins with."""
_CODE_FENCE = late(r"(`{3,}|~{3,})[ \t]*(?:([A-Za-z0-9]+)[ \t]*)?\n")
_ODD_INDENT = late(r"^[ ]*[\u00a0\u2000-\u200a\u202f\u3000][ \u00a0\u2000-\u200a\u202f\u3000]*", re.MULTILINE)
_GLUED = late(r"(?<=[\w\"'\])])-{3}[ \t]*(?:\n|\Z)")
_BLANKS = late(r"[ \t\n]*")
_HEADING = late(r"#{1,6}[ \t]+\S")


def read_fenced(text: str, start: int) -> Header | None:
    """The header that the fence at `start` opens, or None if what stands there is none."""
    opened = _OPEN.match(text, start)
    if not opened:
        return None
    mark, language = opened[1], (opened[2] or "").lower()
    if language not in _LANGUAGES:
        return None
    close = _close(text, opened.end(), mark[0])
    if mark[0] == "-" and (section := _section(text, opened.end(), close.start() if close else len(text))):
        header = _between(text[opened.end() : section], opened.end(), mark, language)
        if header and is_titled(header.fields):
            return Header(header.layout, header.fields, section, header.remarks)
    if close:
        header = _between(text[opened.end() : close.start()], opened.end(), mark, language)
        if header and not _is_data(text, close, header):
            return Header(header.layout, header.fields, close.end(), header.remarks)
    if mark[0] == "+" and not language:
        return unclosed_toml(text, opened)
    return _unclosed(text, opened) if mark[0] == "-" and language in _YAML else None


_SECTION = re.compile(r"^---[ ](?:abstract|middle)[ \t]*(?:\n|\Z)", re.MULTILINE)


def _section(text: str, start: int, end: int) -> int:
    """Where the first part of an Internet-Draft for kramdown-rfc begins, which closes its header; 0 where there is none."""
    at = text.find("\n--- ", start, min(end, start + LONGEST))
    found = _SECTION.match(text, at + 1) if at >= 0 else None
    return found.start() if found else 0


def _close(text: str, start: int, mark: str) -> re.Match[str] | None:
    """The fence that closes a header: of the same signs, or `---` under `+++`, or one that is indented."""
    close = _first_close(text, start, mark)
    if mark == "+" and not close:
        return _dashes_below(text, start)
    if mark == "-":
        end = close.start() if close else min(len(text), start + LONGEST)
        indented = _INDENTED.search(text, start, end) if text.find(" ---", start, end) >= 0 else None
        if indented and _ends_fields(text[start : indented.start()], indented[0]):
            return indented
    return close


def _dashes_below(text: str, start: int) -> re.Match[str] | None:
    """The `---` that closes `+++`; one below lines of TOML and something else is a rule of the text."""
    close = _DASHES.search(text, start, start + LONGEST + 1)
    if close and TOML_LINE.match(line_at(text, start)):
        return None if text[end_of_toml(text, start) : close.start()].strip() else close
    return close


def _first_close(text: str, start: int, mark: str) -> re.Match[str] | None:
    """The first line of the signs of a mark alone."""
    line, begins = _CLOSE[mark]
    close = None
    end = limit = start + LONGEST + 1
    for begin in begins:
        # Looked for as it stands, in a tenth of the time that a pattern for whole lines takes.
        at = text.find(begin, start - 1, end)
        while at >= 0:
            if found := line.match(text, at + 1, limit):
                close, end = found, at
                break
            at = text.find(begin, at + 1, end)
    return close


def _ends_fields(content: str, fence: str) -> bool:
    """Whether an indented rule below these lines is a fence, not part of a value."""
    margin = len(fence) - len(fence.lstrip(" "))
    for line in reversed(content.split("\n")):
        key = key_of(line)
        if key and len(line) - len(line.lstrip(" \t")) <= margin:
            value = line.partition(":")[2].strip()
            return bool(value) and value[0] not in "|>"
    return False


def _is_data(text: str, close: re.Match[str], header: Header) -> bool:
    """Whether the text is one YAML document and nothing else, with no name of a header: data, not front matter."""
    return close[0][0] == "." and close.end() >= len(text) and not any(is_known(key) for key in header.fields)


def _between(content: str, base: int, mark: str, language: str) -> Header | None:
    """The header that the text between two fences is."""
    if not content.strip():
        return Header("toml-header" if mark[0] == "+" else "yaml-header") if mark[0] != "%" else None
    if language == "toml" or (mark[0] in "+%" and not language):
        return _between_pluses(content, base, mark[0])
    first = content.lstrip().partition("\n")[0]
    if not language and TOML_LINE.match(first) and not key_of(first):
        header = toml_between(content, base)
        if header:
            return header
    if language == "json" or mark[0] == ";" or content.lstrip()[0] == "{":
        if language in _CODE and "`" in content:
            content = _with_plain_quotes(content)
        header = json_between(content, base)
        if header or language == "json":
            return header
    return _yaml(content, base, forced=language in _CODE)


def _between_pluses(content: str, base: int, sign: str) -> Header | None:
    """TOML, or JSON or YAML in its place; between per cent signs, as drafts for mmark begin, TOML with a title."""
    if sign == "+" and content.lstrip()[0] == "{":
        return json_between(content, base)
    header = toml_between(content, base)
    if sign == "%":
        return header if header and is_titled(header.fields) else None
    return header if header or not key_of(content.lstrip().partition("\n")[0]) else _yaml(content, base, forced=False)


_BACKTICKS = late(r"`([^`\"\\\n$]{0,2000})`")


def _with_plain_quotes(content: str) -> str:
    """JavaScript's strings between backticks as JSON's, where that changes nothing else; of the same length."""
    return _BACKTICKS.sub(r'"\1"', content)


def _yaml(content: str, base: int, *, forced: bool) -> Header | None:
    if not content.isascii() and _ODD_INDENT.search(content):
        # YAML takes such blanks for letters: what is nested would stand beside its parent.
        content = _ODD_INDENT.sub(lambda match: " " * len(match[0]), content)
    try:
        strict = read_yaml_fields(content, base)
    except Unreadable as error:
        reason = str(error).partition("\n")[0]
    else:
        return header_of("yaml-header", strict.fields, strict.remarks) if _sane(strict.fields) else None
    if content.count("\n") > MOST_LINES:
        return None
    reading = read_tolerantly(content, base)
    if not (forced or is_plausible(reading)):
        return None
    keep_unread(reading)
    reading.remarks.append(Broken(base, base, f"the header is no valid YAML ({reason}) and was read line by line"))
    return header_of("yaml-header", reading.fields, reading.remarks)


def _sane(fields: dict[str, Value]) -> bool:
    """Whether a YAML mapping is front matter, not prose between two rules that happens to hold a colon."""
    if not fields:
        return False
    if any(len(key) > LONGEST_KEY or "\n" in key for key in fields):
        return any(is_known(key) for key in fields)
    if len(fields) > 1 or any(is_known(key) or not key[:1].isupper() for key in fields):
        return True
    (key, value), *_ = fields.items()
    return is_identifier(key) and not (isinstance(value, str) and len(value.split()) >= PROSE_WORDS)


LONGEST_KEY = 100
"""Characters of a key at most, where no other key is known."""


def _unclosed(text: str, opened: re.Match[str]) -> Header | None:
    """The header whose closing fence is missing: its key lines, up to the first line that cannot be one."""
    base = opened.end()
    end = _end_of_run(text, base)
    content = text[base:end]
    if content.count("\n") > MOST_LINES or not _begins_field(_first_line(content)):
        return None
    glued = next((one for one in _GLUED.finditer(text, base, end) if not key_of(line_at(text, one.end()))), None)
    if glued:
        content, end = text[base : glued.start()], glued.end()
    try:
        fields, remarks = read_yaml_fields(content, base)
    except Unreadable:
        reading = read_tolerantly(content, base)
        if reading.unread:
            end = reading.unread[0][0]
            reading = read_tolerantly(text[base:end], base)
        fields, remarks = reading.fields, reading.remarks
    comments = [one for one in lines_of(text[base:end], base) if _YAML_COMMENT.match(one[1])]
    if comments:
        # What YAML leaves out may be a heading of the text here.
        reading = Reading(fields, remarks, [(start, line, False) for start, line in comments])
        keep_unread(reading)
    known = [key for key in fields if is_known(key)]
    if not known or (len(known) < 2 and field_of(known[0]) != "title") or not all(key_of(f"{k}: x") for k in fields):  # noqa: PLR2004 - a pair
        return None
    remarks.append(Unclosed(opened.start(), opened.start() + len(opened[1]), "the header is never closed"))
    return header_of("yaml-header", fields, remarks, end)


_TIGHT_FIELD = late(r"([a-z][\w-]{0,30}):\S")


def _begins_field(line: str) -> bool:
    """Whether a line begins with a name, also with a known one without a blank behind its colon."""
    tight = _TIGHT_FIELD.match(line)
    return bool(key_of(line)) or (tight is not None and is_known(tight[1]))


_YAML_COMMENT = late(r"#[ \t]+\S")


def _first_line(content: str) -> str:
    """The first line that is neither blank nor a comment."""
    lines = (line for line in content.split("\n") if line.strip() and not _YAML_COMMENT.match(line))
    return next(lines, "")


def _end_of_run(text: str, base: int) -> int:
    """Where a run of key lines that began at `base` ends: at a rule, a heading, or after a blank line before prose.

    A line like a heading right above a key line that is no prose is a comment.
    """
    end = base
    blank = False
    lines = list(lines_of(text[base : base + LONGEST], base))
    for number, (start, line) in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        if _YAML_COMMENT.match(line):
            if not _is_comment(lines, number, first=end == base):
                break
            continue
        if _HEADING.match(line) or _OPEN.match(line):
            break
        if blank and not _is_key_line(lines, number) and not line.startswith(("- ", " ", "\t")):
            break
        blank = False
        end = start + len(line) + 1
    return min(end, len(text))


_MOST_COMMENTS = 20
_TECHNICAL_VALUE = late(r"[a-z]\w{0,30}:[ ]+(?:https?://\S+|\"[^\"]{0,300}\"|true|false)[ ]*$")
_TECHNICAL = late(r"[a-z]+(?:[-_]\w|[A-Z])[\w-]*")


def _is_comment(lines: list[tuple[int, str]], number: int, *, first: bool) -> bool:
    """Whether a line that begins with `#` stands above a key line, with nothing but such lines between.

    At the top of a header a blank line may follow it.
    """
    for below, (_, line) in enumerate(lines[number + 1 : number + _MOST_COMMENTS], number + 1):
        if line.strip() and not _YAML_COMMENT.match(line):
            return _is_key_line(lines, below)
        if not line.strip() and not first:
            return False
    return False


def _is_key_line(lines: list[tuple[int, str]], number: int) -> bool:
    """Whether a line is a field's for certain: a known name, one as programs write them, or one with a list below."""
    key = key_of(lines[number][1])
    if not key or is_known(key) or _TECHNICAL.fullmatch(key) or _TECHNICAL_VALUE.match(lines[number][1]):
        return bool(key)
    below = lines[number + 1][1] if number + 1 < len(lines) else ""
    return lines[number][1].rstrip().endswith(":") and below.startswith((" ", "\t")) and bool(below.strip())


def read_code_fence(text: str, start: int, inner: Callable[[str, int], Header | None]) -> Header | None:
    """A header that stands in a code fence at the very top: fenced once more inside, or bare keys with a title.

    `inner` reads a header at a place. A code example is told from a header by its keys: a header has a title and
    nothing in it that belongs to no key.
    """
    opened = _CODE_FENCE.match(text, start)
    if not opened or (opened[2] or "").lower() not in _LANGUAGES | {"markdown", "md"}:
        return None
    close = re.compile(rf"^{opened[1][0]}{{{len(opened[1])},}}[ \t]*(?:\n|\Z)", re.MULTILINE).search(
        text, opened.end(), opened.end() + LONGEST
    )
    if not close:
        return None
    content = text[opened.end() : close.start()]
    first = _BLANKS.match(content)
    skip = first.end() if first else 0
    if content[skip : skip + 3] in ("---", "+++"):
        header = inner(text[: close.start()], opened.end() + skip)
        if header and not text[header.end : close.start()].strip() and is_titled(header.fields):
            return Header(header.layout, header.fields, close.end(), header.remarks)
        return None
    header = _bare(content, opened.end(), (opened[2] or "").lower()) or (
        None if opened[2] else _paper(content, opened.end())
    )
    return Header(header.layout, header.fields, close.end(), header.remarks) if header else None


def _bare(content: str, base: int, language: str) -> Header | None:
    if language == "toml":
        header = toml_between(content, base)
        return header if header and is_titled(header.fields) else None
    try:
        fields, remarks = read_yaml_fields(content, base)
    except Unreadable:
        reading = read_tolerantly(content, base) if content.count("\n") <= MOST_LINES else None
        known = sum(map(is_known, reading.fields)) if reading else 0
        if not reading or known < _FEW or len(reading.unread) > known // _FEW - 1:
            return None
        keep_unread(reading)
        fields, remarks = reading.fields, reading.remarks
    return header_of("yaml-header", fields, remarks) if is_titled(fields) else None


def _paper(content: str, base: int) -> Header | None:
    """The head of a paper for a committee of ISO, which holds no title."""
    reading = read_tolerantly(content, base, strict=False) if content.count("\n") <= MOST_LINES else None
    if not reading or reading.unread or not is_paper(reading.fields):
        return None
    return header_of("key-value-header", reading.fields, reading.remarks)


_FEW = 3
"""Known names that a broken header in a code fence holds at least: code is full of names."""
