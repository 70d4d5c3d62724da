"""Headers between fences: `---`, `+++`, `%%%`, `;;;`, a JSON object, and a header inside a code fence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice

from ingest.headers.escapes import hides_bytes, repaired
from ingest.headers.strict_yaml import MAX_DEPTH, read_yaml_fields
from ingest.headers.tolerant import Reading, is_identifier, keep_unread, key_of, lines_of, read_tolerantly
from ingest.headers.values import Broken, Scalar, Unclosed, Unreadable, add_field
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known, is_paper
from ingest.model import Header, Remark, Value

LONGEST = 1 << 18
"""Characters of a header at most. What stands between two fences further apart is no header."""

MOST_LINES = 4000
"""Lines of a broken header at most that are read one by one; a longer one stays in the body."""

_YAML = frozenset({"", "yaml", "yml"})
_CODE = frozenset({"coffee", "coffeescript", "cson", "js", "javascript", "json5", "ts", "typescript"})
_LANGUAGES = _YAML | _CODE | {"toml", "json"}

_OPEN = re.compile(r"(-{3,}|\+{3,}|;{3,}|%{3}(?!%))[ \t]*(?:([A-Za-z0-9]+)[ \t]*)?(?:\n|\Z)")
_DASHES = re.compile(r"^(?:-{3,}|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_INDENTED = late(r"^ {1,3}-{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_PLUSES = re.compile(r"^\+{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_SEMICOLONS = re.compile(r"^;{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_PERCENTS = re.compile(r"^%{3}[ \t]*(?:\n|\Z)", re.MULTILINE)
_CLOSE = {
    "-": (_DASHES, ("\n---", "\n...")),
    "+": (_PLUSES, ("\n+++",)),
    ";": (_SEMICOLONS, ("\n;;;",)),
    "%": (_PERCENTS, ("\n%%%",)),
}
"""The line that closes a header, and what such a line begins with."""
_CODE_FENCE = late(r"(`{3,}|~{3,})[ \t]*(?:([A-Za-z0-9]+)[ \t]*)?\n")
_ODD_INDENT = late(r"^[ ]*[\u00a0\u2000-\u200a\u202f\u3000][ \u00a0\u2000-\u200a\u202f\u3000]*", re.MULTILINE)
_GLUED = late(r"(?<=[\w\"'\])])-{3}[ \t]*(?:\n|\Z)")
_BLANKS = late(r"[ \t\n]*")
_HEADING = late(r"#{1,6}[ \t]+\S")
_BRACE = late(r"[ \t\n]*\{[ \t]*\n")
_BRACE_CLOSE = late(r"^[ \t]*\}[ \t]*(?:\n|\Z)|^[ \t]*\n", re.MULTILINE)
_JSON_COMMENT = late(r"^[ \t]*//[^\n]*|[ \t]/\*[^*\n]*\*/", re.MULTILINE)
_TOML_LINE = re.compile(r"""[ \t]*["']?([\w.-]{1,60})["']?[ \t]*=[ \t]*(.*)$""")
_TOML_VALUES = frozenset("\"'[{0123456789tf")
"""What a value of TOML begins with."""
_TOML_TABLE = re.compile(r"[ \t]*\[+[ \t]*([\w.\" -]{1,100}?)[ \t]*\]+[ \t]*(?:#.*)?$")
_PROSE_WORDS = 6


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
        if header and _titled(header.fields):
            return Header(header.layout, header.fields, section, header.remarks)
    if close:
        header = _between(text[opened.end() : close.start()], opened.end(), mark, language)
        if header and not _is_data(text, close, header):
            return Header(header.layout, header.fields, close.end(), header.remarks)
    if mark[0] == "+" and not language:
        return _unclosed_toml(text, opened)
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
    if close and _TOML_LINE.match(_line_at(text, start)):
        return None if text[_end_of_toml(text, start) : close.start()].strip() else close
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
    if not language and _TOML_LINE.match(first) and not key_of(first):
        header = _toml(content, base)
        if header:
            return header
    if language == "json" or mark[0] == ";" or content.lstrip()[0] == "{":
        if language in _CODE and "`" in content:
            content = _with_plain_quotes(content)
        header = _json_between(content, base)
        if header or language == "json":
            return header
    return _yaml(content, base, forced=language in _CODE)


def _between_pluses(content: str, base: int, sign: str) -> Header | None:
    """TOML, or JSON or YAML in its place; between per cent signs, as drafts for mmark begin, TOML with a title."""
    if sign == "+" and content.lstrip()[0] == "{":
        return _json_between(content, base)
    header = _toml(content, base)
    if sign == "%":
        return header if header and _titled(header.fields) else None
    return header if header or not key_of(content.lstrip().partition("\n")[0]) else _yaml(content, base, forced=False)


_BACKTICKS = late(r"`([^`\"\\\n$]{0,2000})`")


def _with_plain_quotes(content: str) -> str:
    """JavaScript's strings between backticks as JSON's, where that changes nothing else; of the same length."""
    return _BACKTICKS.sub(r'"\1"', content)


def _header(layout: str, fields: dict[str, Value], remarks: Iterable[Remark], end: int = 0) -> Header:
    return Header(layout, fields, end, tuple(sorted(remarks, key=lambda one: one[:2])))


def _yaml(content: str, base: int, *, forced: bool) -> Header | None:
    if not content.isascii() and _ODD_INDENT.search(content):
        # YAML takes such blanks for letters: what is nested would stand beside its parent.
        content = _ODD_INDENT.sub(lambda match: " " * len(match[0]), content)
    try:
        strict = read_yaml_fields(content, base)
    except Unreadable as error:
        reason = str(error).partition("\n")[0]
    else:
        return _header("yaml-header", strict.fields, strict.remarks) if _sane(strict.fields) else None
    if content.count("\n") > MOST_LINES:
        return None
    reading = read_tolerantly(content, base)
    if not (forced or _plausible(reading)):
        return None
    keep_unread(reading)
    reading.remarks.append(Broken(base, base, f"the header is no valid YAML ({reason}) and was read line by line"))
    return _header("yaml-header", reading.fields, reading.remarks)


def _sane(fields: dict[str, Value]) -> bool:
    """Whether a YAML mapping is front matter, not prose between two rules that happens to hold a colon."""
    if not fields:
        return False
    if any(len(key) > LONGEST_KEY or "\n" in key for key in fields):
        return any(is_known(key) for key in fields)
    if len(fields) > 1 or any(is_known(key) or not key[:1].isupper() for key in fields):
        return True
    (key, value), *_ = fields.items()
    return is_identifier(key) and not (isinstance(value, str) and len(value.split()) >= _PROSE_WORDS)


LONGEST_KEY = 100
"""Characters of a key at most, where no other key is known."""


def _plausible(reading: Reading) -> bool:
    """Whether what the tolerant reader made of a text shows that it is a header, not prose between two rules."""
    known = sum(is_known(key) for key in reading.fields)
    # Among so many names a line such as `#Tags` is a comment.
    unread = [one for one in reading.unread if known < _MANY or not _TIGHT_COMMENT.match(one[1])]
    if not reading.fields or any(_is_prose(line, after_blank) for _, line, after_blank in unread):
        return False
    if known:
        return len(reading.unread) <= len(reading.fields) + 2
    return not reading.unread and all(is_identifier(key) for key in reading.fields)


_MANY = 4
_TIGHT_COMMENT = late(r"#\w")


def _is_prose(line: str, after_blank: bool) -> bool:
    line = line.strip()
    # Scripts without blanks between words begin at U+3040.
    unspaced = len(line) >= _PROSE_WORDS and " " not in line and line[0] >= "\u3040"
    return after_blank and (len(line.split()) >= _PROSE_WORDS or unspaced or line[:1] in "#!>*")


def _unclosed(text: str, opened: re.Match[str]) -> Header | None:
    """The header whose closing fence is missing: its key lines, up to the first line that cannot be one."""
    base = opened.end()
    end = _end_of_run(text, base)
    content = text[base:end]
    if content.count("\n") > MOST_LINES or not _begins_field(_first_line(content)):
        return None
    glued = next((one for one in _GLUED.finditer(text, base, end) if not key_of(_line_at(text, one.end()))), None)
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
    return _header("yaml-header", fields, remarks, end)


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


def _line_at(text: str, start: int) -> str:
    return text[start : start + 200].partition("\n")[0]


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


def _json_between(content: str, base: int) -> Header | None:
    """JSON between fences, with its braces or (as Hexo writes it) without."""
    for candidate in (content, "{" + content.strip().removesuffix(",") + "}"):
        fields = _load_json(candidate, base)
        if fields is not None:
            return Header("json-header", fields)
    return read_broken_json(content, base) if content.lstrip()[:1] == "{" else None


def _load_json(text: str, base: int) -> dict[str, Value] | None:
    try:
        value, _ = _decoder(base).raw_decode(text.lstrip())
        fields = _marked(value, base, hidden=hides_bytes(text))
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def _decoder(base: int) -> json.JSONDecoder:
    def number(written: str) -> Scalar:
        return Scalar(written, base)

    return json.JSONDecoder(parse_float=number, parse_int=number, parse_constant=number, strict=False)


def _marked(value: Value, base: int, depth: int = 0, *, hidden: bool = False) -> Value:
    """The value with its scalars marked: strings as quoted, numbers as written. Raises ValueError where it is too deep."""
    if depth > MAX_DEPTH:
        msg = f"more than {MAX_DEPTH} levels deep"
        raise ValueError(msg)
    if isinstance(value, Scalar | bool) or value is None:
        return value
    if isinstance(value, dict):
        return {key: _marked(item, base, depth + 1, hidden=hidden) for key, item in value.items()}
    if isinstance(value, list):
        return [_marked(item, base, depth + 1, hidden=hidden) for item in value]
    if isinstance(value, datetime):
        return Scalar(value.isoformat().replace("+00:00", "Z"), base)
    if isinstance(value, date | time):
        return Scalar(value.isoformat(), base)
    text = repaired(value) if hidden and isinstance(value, str) else str(value)
    return Scalar(text, base, quoted=isinstance(value, str))


def read_json(text: str, start: int) -> Header | None:
    """A JSON object at the very top whose keys are those of a header, with the body after it on a new line."""
    window = text[start : start + LONGEST]
    if window.count("[", 0, 4096) + window.count("{", 0, 4096) > MAX_BRACKETS:
        return None
    try:
        value, length = _decoder(start).raw_decode(window)
        if not isinstance(value, dict) or not _is_json_header(value, window[:length]):
            return None
        fields = _marked(value, start, hidden=hides_bytes(window[:length]))
    except RecursionError:
        return None
    except ValueError:
        return read_broken_json(window, start)
    end = start + length
    rest = re.compile(r"[ \t]*(?:\n|\Z)").match(text, end)
    if not rest:
        return None
    return Header("json-header", fields, rest.end())


def _is_json_header(value: dict[str, Value], written: str) -> bool:
    """Whether a JSON object is a header: by a known key, or as Hugo writes it, its braces on lines of their own."""
    if any(field_of(key) for key in value):
        return True
    by_lines = written.startswith("{\n") and written.endswith("\n}")
    return by_lines and len(value) > 1 and all(is_identifier(key) for key in value)


MAX_BRACKETS = 1000
"""Brackets at the start of a JSON header at most: what nests deeper is an attack, not front matter."""


def read_broken_json(text: str, base: int) -> Header | None:
    """A JSON object that JSON refuses, cut out at `base`: a comma too many, single quotes, comments, no brace at the end.

    It begins with a brace alone on its line, ends with one or with a blank line, and holds a title and one known name more.
    """
    opened = _BRACE.match(text)
    if not opened:
        return None
    close = _BRACE_CLOSE.search(text, opened.end())
    end = close.end() if close else len(text)
    content = text[opened.end() : close.start() if close else end].rstrip()
    if content.count("\n") > MOST_LINES:
        return None
    content = _JSON_COMMENT.sub(lambda match: " " * len(match[0]), content)
    start = base + opened.end()
    try:
        fields, remarks = read_yaml_fields("{" + content + "\n}", start, exact=False)
    except Unreadable:
        reading = read_tolerantly(content, start)
        if reading.unread:
            return None
        fields, remarks = reading.fields, reading.remarks
    if not _titled(fields) or sum(is_known(key) for key in fields) < 2:  # noqa: PLR2004 - a pair
        return None
    remarks.append(Broken(base, base + 1, "the header is no valid JSON and was read by its look"))
    return _header("json-header", fields, remarks, base + end)


def read_hexo_json(text: str, start: int) -> Header | None:
    """Hexo's JSON header: the inside of an object, closed by `;;;` alone."""
    close = _SEMICOLONS.search(text, start, start + LONGEST)
    if not close:
        return None
    header = _json_between(text[start : close.start()], start)
    return Header("json-header", header.fields, close.end()) if header else None


def read_poet(text: str, start: int) -> Header | None:
    """JSON between three braces and three, as Poet's posts begin: `{{{`, `"title": "One"`, `}}}`; with a title."""
    opened = _BRACES.match(text, start)
    close = _BRACES_CLOSE.search(text, opened.end(), opened.end() + LONGEST) if opened else None
    if not opened or not close:
        return None
    header = _json_between(text[opened.end() : close.start()].rstrip(), opened.end())
    return Header("json-header", header.fields, close.end()) if header and _titled(header.fields) else None


_BRACES = late(r"\{{3}[ \t]*\n")
_BRACES_CLOSE = late(r"^[ \t]*\}{3}[ \t]*(?:\n|\Z)", re.MULTILINE)


def _toml(content: str, base: int) -> Header | None:
    import tomllib

    def written(number: str) -> Scalar:
        return Scalar(number, base)

    try:
        fields = _marked(tomllib.loads(content, parse_float=written), base)
    except (ValueError, RecursionError) as error:
        return _broken_toml(content, base, str(error).partition("\n")[0])
    return Header("toml-header", fields) if fields else None


def _broken_toml(content: str, base: int, reason: str) -> Header | None:
    """Read TOML entry by entry, each with TOML's own reader first, then by its look."""
    fields: dict[str, Value] = {}
    reading = Reading(fields, [Broken(base, base, f"the header is no valid TOML ({reason}) and was read by lines")], [])
    table = fields
    if content.count("\n") > MOST_LINES:
        return None
    for start, entry in _toml_entries(content, base):
        heading = _TOML_TABLE.match(entry[0])
        match = _TOML_LINE.match(entry[0])
        if heading:
            name = heading[1].strip('" ')
            table = fields.setdefault(name, {})
            table = table if isinstance(table, dict) else fields
            reading.unread.extend((start, line, False) for line in entry[1:])
        elif not match:
            reading.unread.extend((start, line, False) for line in entry)
        elif not _toml_value(match[1], "\n".join(entry), start, table, reading.remarks):
            _by_look(match, entry, start, table, reading)
    if not _plausible(reading):
        return None
    keep_unread(reading)
    return _header("toml-header", fields, reading.remarks)


def _unclosed_toml(text: str, opened: re.Match[str]) -> Header | None:
    """TOML whose closing fence is missing: the lines that set names, in tables too, if two of them are known."""
    base = opened.end()
    end = _end_of_toml(text, base)
    header = _toml(text[base:end], base) if text[base:end].count("\n") <= MOST_LINES else None
    if not header or not _titled(header.fields) or sum(is_known(key) for key in header.fields) < 2:  # noqa: PLR2004 - a pair
        return None
    unclosed = Unclosed(opened.start(), opened.start() + len(opened[1]), "the header is never closed")
    return _header("toml-header", dict(header.fields), (*header.remarks, unclosed), end)


def _end_of_toml(text: str, base: int) -> int:
    """Where lines of TOML that began at `base` end: at the first other one that stands in no list and no long text."""
    end = base
    lines = list(lines_of(text[base : base + LONGEST], base))
    until = ""
    blank = False
    for number, (start, line) in enumerate(lines):
        if until:
            until = "" if until in line else until
        elif not line.strip():
            blank = True
            continue
        elif match := _TOML_LINE.match(line):
            if blank and match[2][:1] not in _TOML_VALUES:
                break
            until = _toml_open(match[2])
        elif not _TOML_TABLE.match(line) or number + 1 == len(lines) or not _TOML_LINE.match(lines[number + 1][1]):
            break
        blank = False
        end = min(start + len(line) + 1, len(text))
    return end


def _toml_open(value: str) -> str:
    """What closes a value that goes on in the next lines; empty where it ends on its own."""
    for quote in ('"""', "'''"):
        if value.startswith(quote) and quote not in value[len(quote) :]:
            return quote
    return "]" if value.startswith("[") and "]" not in value else ""


def read_unopened_toml(text: str, start: int) -> Header | None:
    """TOML that only a closing fence sets apart, as Bartholomew's pages begin: read strictly, with a title and more."""
    first = _TOML_LINE.match(_line_at(text, start))
    close = _UNOPENED_CLOSE.search(text, start, start + LONGEST) if first and first[2][:1] in _TOML_VALUES else None
    if not close:
        return None
    import tomllib

    try:
        fields = _marked(tomllib.loads(text[start : close.start()], parse_float=lambda one: Scalar(one, start)), start)
    except (ValueError, RecursionError):
        return None
    return Header("toml-header", fields, close.end()) if _titled(fields) else None


_UNOPENED_CLOSE = late(r"^(?:-{3}|\+{3})[ \t]*(?:\n|\Z)", re.MULTILINE)


def _toml_entries(content: str, base: int) -> Iterator[tuple[int, list[str]]]:
    """A key or table line with the lines up to the next one; comments and empty lines are left out."""
    entry: list[str] = []
    at = base
    for start, line in lines_of(content, base):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if entry and (_TOML_TABLE.match(line) or _TOML_LINE.match(line)):
            yield at, entry
            entry = []
        if not entry:
            at = start
        entry.append(line)
    if entry:
        yield at, entry


def _toml_value(key: str, text: str, start: int, table: dict[str, Value], remarks: list[Remark]) -> bool:
    import tomllib

    try:
        parsed = _marked(tomllib.loads(text + "\n", parse_float=lambda number: Scalar(number, start)), start)
    except (ValueError, RecursionError):
        return False
    for name, value in parsed.items():
        add_field(table, name, value, remarks, (start, start + len(key)))
    return True


def _by_look(match: re.Match[str], entry: list[str], start: int, table: dict[str, Value], reading: Reading) -> None:
    part = read_tolerantly("\n".join([f"{match[1]}: {match[2]}", *(f"  {line}" for line in entry[1:])]), start)
    message = f"{match[1]!r} is no valid TOML and was read by its look"
    reading.remarks.append(Broken(start, start + len(match[0]), message))
    reading.unread.extend(part.unread)
    for key, value in part.fields.items():
        add_field(table, key, value, reading.remarks, (start, start + len(key)))


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
        if header and not text[header.end : close.start()].strip() and _titled(header.fields):
            return Header(header.layout, header.fields, close.end(), header.remarks)
        return None
    header = _bare(content, opened.end(), (opened[2] or "").lower()) or (
        None if opened[2] else _paper(content, opened.end())
    )
    return Header(header.layout, header.fields, close.end(), header.remarks) if header else None


def _bare(content: str, base: int, language: str) -> Header | None:
    if language == "toml":
        header = _toml(content, base)
        return header if header and _titled(header.fields) else None
    try:
        fields, remarks = read_yaml_fields(content, base)
    except Unreadable:
        reading = read_tolerantly(content, base) if content.count("\n") <= MOST_LINES else None
        known = sum(map(is_known, reading.fields)) if reading else 0
        if not reading or known < _FEW or len(reading.unread) > known // _FEW - 1:
            return None
        keep_unread(reading)
        fields, remarks = reading.fields, reading.remarks
    return _header("yaml-header", fields, remarks) if _titled(fields) else None


def _paper(content: str, base: int) -> Header | None:
    """The head of a paper for a committee of ISO, which holds no title."""
    reading = read_tolerantly(content, base, strict=False) if content.count("\n") <= MOST_LINES else None
    if not reading or reading.unread or not is_paper(reading.fields):
        return None
    return _header("key-value-header", reading.fields, reading.remarks)


_FEW = 3
"""Known names that a broken header in a code fence holds at least: code is full of names."""


def _titled(fields: Iterable[str]) -> bool:
    """Whether the first keys hold a title, and one key more is there."""
    keys = list(islice(fields, 20))
    return len(keys) > 1 and any(field_of(key) == "title" and key.casefold() != "name" for key in keys)
