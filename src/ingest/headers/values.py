"""What header readers hand on: scalars that know how they were written, and remarks that know their code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import NoneType
from typing import NamedTuple, Self, TypeGuard

from ingest.model import Remark, Value

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML reads as nothing, where it is not quoted."""

OWN_MARK = "ingest "
"""How the `pipeline` of a provenance block begins that ingest itself wrote."""


_new = str.__new__


class Scalar(str):
    """A scalar as it was written, with its place in the text and whether it was quoted (and so is text for certain)."""

    __slots__ = ("quoted", "start")

    quoted: bool
    start: int

    def __new__(cls, text: str, start: int = 0, *, quoted: bool = False) -> Self:
        """Mark `text` with its place."""
        self = _new(cls, text)
        self.start = start
        self.quoted = quoted
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str, int], dict[str, bool]]:
        """Pickle by the arguments."""
        return (str(self), self.start), {"quoted": self.quoted}


def bare_scalar(text: str, start: int) -> Scalar:
    """The same as `Scalar(text, start)`, in half the time: headers have many."""
    scalar = _new(Scalar, text)
    scalar.start = start
    scalar.quoted = False
    return scalar


class Broken(Remark):
    """A line that no strict reader takes and that was read by its look."""

    code = "META001"


class Unclosed(Remark):
    """A header that is never closed."""

    code = "META002"


class Duplicate(Remark):
    """A key or a whole header that stands more than once."""

    code = "META003"


class Unread(Remark):
    """A line of a header that belongs to no field."""

    code = "META004"


class Unsafe(Remark):
    """YAML that asks for objects or expands without end."""

    code = "META005"


class Fields(NamedTuple):
    """What a reader made of a stretch of text."""

    fields: dict[str, Value]
    remarks: list[Remark]


class Unreadable(ValueError):
    """The strict reader does not take this text."""


def add_field(into: dict[str, Value], key: str, value: Value, remarks: list[Remark], where: tuple[int, int]) -> None:
    """Put a field in; a key that is there already keeps its last value that is not empty, as YAML readers do.

    The earlier values stay under `KEY_duplicate`, so that none is lost.
    """
    if key not in into:
        into[key] = value
        return
    old = into[key]
    if value != old:
        winner, loser = (value, old) if value not in (None, "", [], {}) else (old, value)
        into[key] = winner
        if loser not in (None, "", [], {}):
            keep_duplicate(into, key, loser)
    remarks.append(Duplicate(*where, f"the key {key!r} stands more than once"))


class Kept(list[Value]):
    """The earlier values of a key that stands more than once."""


def keep_duplicate(into: dict[str, Value], key: str, value: Value) -> None:
    """Keep a value whose key is taken, beside it."""
    name = f"{key}_duplicate"
    kept = into.get(name)
    if isinstance(kept, Kept):
        kept.append(value)
    else:
        into[name] = Kept([value] if name not in into else [kept, value])


def is_own_provenance(value: Value) -> TypeGuard[dict[str, Value]]:
    """Whether a value is a provenance block that ingest itself wrote."""
    pipeline = value.get("pipeline") if isinstance(value, dict) else None
    return isinstance(pipeline, str) and pipeline.startswith(OWN_MARK)


_SIMPLE = (int, float, NoneType)


def plain(value: Value) -> Value:
    """The value with ordinary strings and dicts in the place of marked ones."""
    # Plain types come first: a question about an abstract one takes many times as long.
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {str(key): str(item) if type(item) is Scalar else plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [str(item) if type(item) is Scalar else plain(item) for item in value]
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, Iterable) else value
