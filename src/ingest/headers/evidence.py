"""What all readers of headers between fences need: how much they read, and whether what they made of it is a header."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import islice

from ingest.headers.escapes import repaired
from ingest.headers.strict_yaml import MAX_DEPTH
from ingest.headers.tolerant import Reading, is_identifier
from ingest.headers.values import Scalar
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known
from ingest.model import Header, Remark, Value

LONGEST = 1 << 18
"""Characters of a header at most. What stands between two fences further apart is no header."""
MOST_LINES = 4000
"""Lines of a broken header at most that are read one by one; a longer one stays in the body."""
PROSE_WORDS = 6


def header_of(layout: str, fields: dict[str, Value], remarks: Iterable[Remark], end: int = 0) -> Header:
    """A header whose remarks stand in the order of the text."""
    return Header(layout, fields, end, tuple(sorted(remarks, key=lambda one: one[:2])))


def is_plausible(reading: Reading) -> bool:
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
    unspaced = len(line) >= PROSE_WORDS and " " not in line and line[0] >= "\u3040"
    return after_blank and (len(line.split()) >= PROSE_WORDS or unspaced or line[:1] in "#!>*")


def line_at(text: str, start: int) -> str:
    """The line that begins at `start`, its first 200 characters at most."""
    return text[start : start + 200].partition("\n")[0]


def marked(value: Value, base: int, depth: int = 0, *, hidden: bool = False) -> Value:
    """The value with its scalars marked: strings as quoted, numbers as written. Raises ValueError where it is too deep."""
    if depth > MAX_DEPTH:
        msg = f"more than {MAX_DEPTH} levels deep"
        raise ValueError(msg)
    if isinstance(value, Scalar | bool) or value is None:
        return value
    if isinstance(value, dict):
        return {key: marked(item, base, depth + 1, hidden=hidden) for key, item in value.items()}
    if isinstance(value, list):
        return [marked(item, base, depth + 1, hidden=hidden) for item in value]
    if isinstance(value, datetime):
        return Scalar(value.isoformat().replace("+00:00", "Z"), base)
    if isinstance(value, date | time):
        return Scalar(value.isoformat(), base)
    text = repaired(value) if hidden and isinstance(value, str) else str(value)
    return Scalar(text, base, quoted=isinstance(value, str))


def is_titled(fields: Iterable[str]) -> bool:
    """Whether the first keys hold a title, and one key more is there."""
    keys = list(islice(fields, 20))
    return len(keys) > 1 and any(field_of(key) == "title" and key.casefold() != "name" for key in keys)
