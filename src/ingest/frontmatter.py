"""Canonical front matter as text: YAML that every parser reads back to the same values.

The emitter is our own: libyaml's takes several times as long for such small documents, and quotes and folds where a
reader gains nothing. It knows one layout, and quotes whatever any reader of YAML 1.1 or 1.2 could take for another type.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import NoneType

from ingest.late import late
from ingest.memo import remembered
from ingest.metadata.aliases import CANONICAL
from ingest.model import NOTHING, Value

FENCE = "---\n"
_ORDER = {key: index for index, key in enumerate((*CANONICAL, "provenance"))}
_DATES = ("published", "modified")
"""Fields whose full dates are written bare, as YAML timestamps; every other text that looks like one is quoted."""

_WIDTH = 100
"""Characters of a list or mapping of scalars at most that is written in one line."""

_LONGEST_KEY = 400
"""YAML readers look for the colon of a simple key within 1024 bytes; longer keys are marked with `?`."""

# What is never written as it is: controls, line breaks of YAML 1.1 (NEL, LS, PS), marks without a width or that turn
# the direction of writing, the byte order mark, code points that are no characters, and halves of surrogate pairs.
_HIDDEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef"
    r"\ufeff\ufff0-\ufffc\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000e0000-\U0010ffff"
)
_TO_ESCAPE = late(rf'[\\"\t\n{_HIDDEN}]')
_UNQUOTABLE = late(rf"[\t\n{_HIDDEN}]")
_NOT_LITERAL = late(rf"[\t{_HIDDEN}]|[^\S\n]\n|\n[^\S\n]|\A\s|\s\Z")

# Bare text begins with a letter, a digit, or the slash of a path, and has nothing in it that ends a plain scalar: a
# backslash is a character like others there, and so is a colon in front of one that is no blank. (In brackets commas and
# brackets end it too, so that only the plainest text is bare there.)
_PLAIN_BLOCK = late(r"(?:[^\W_]|/(?=[^\W_]))(?:[^\s:#`\"]++|[ ](?![ #])|\u00a0|:(?=\S)|(?<=[^\s])#)*+(?<![\s:])")
_PLAIN_FLOW = late(r"(?:[^\W_]|/(?=[^\W_]))(?:[\w./()+-]|[ ](?=[\w(]))*")
# Most texts by far: ASCII from a letter or digit on, without the signs that the pattern for all texts has to look around.
_PLAINEST = re.compile(r"[A-Za-z0-9](?:[ !$-9;-_a-~]*[!$-9;-_a-~])?")
# Of these most again, which need one look more if they are longer than any word that a reader takes for a value.
_PROSE = re.compile(r"[A-Za-z][ !$-9;-_a-~]*[!$-9;-_a-~]")
# The same in brackets: all that is of this form is of the plainest, too.
_PLAINEST_FLOW = re.compile(r"[A-Za-z](?:[A-Za-z0-9_./()+-]|[ ](?=[A-Za-z0-9_(]))*")
_WORDS = frozenset(
    {"true", "false", "yes", "no", "on", "off", "null", "y", "n", "none", "nan", "inf", "infinity", "undefined"}
)
_LONGEST_WORD = max(map(len, _WORDS))
# Numbers of YAML 1.1 and 1.2 (with exponents, bases, underscores and sexagesimal colons) and what begins like a date.
_NUMBER_LIKE = re.compile(
    r"\d[\d_,.]*+(?:[eE][+-]?[\d_]*)?|0[xX][\da-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|\d[\d_]*(?::\d*)+(?:\.[\d_]*)?"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?"
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d))?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x00": "\\0"}
_LAST_BYTE = 0xFF
_LAST_BMP = 0xFFFF
_SURROGATES = range(0xD800, 0xE000)


# Plain types are asked for first: they are what there is, and a question about an abstract one takes many times as long.
_SCALARS = (str, int, float, NoneType)
_LISTS = (list, tuple)
_COLLECTIONS = (dict, list, tuple, Mapping)


def dump(fields: Mapping[str, Value], names: Mapping[str, str] = NOTHING) -> str:
    """The front matter block of these fields, fences included, canonical keys first in their order.

    Values may be None, bool, int, float, str, lists and mappings. Lone surrogates, which no file can hold, become
    U+FFFD. Full ISO dates in `published` and `modified` are written bare. `names` holds the names that keys get in the
    place of their own.
    """
    lines: list[str] = []
    for key in sorted(fields, key=lambda name: _ORDER.get(name, len(_ORDER))):
        value = fields[key]
        name = names.get(key, key)
        if key in _DATES and isinstance(value, str) and is_full_date(value):
            lines.append(f"{name}: {value}")
        else:
            _pair(lines, "", name, value)
    lines.append(FENCE)
    return FENCE + "\n".join(lines)


def is_full_date(text: str) -> bool:
    """Whether a text is an ISO date, alone or with a time to the second, that readers of YAML take for one."""
    return _DATE.fullmatch(text) is not None


def _pair(lines: list[str], indent: str, key: str, value: Value) -> None:
    if len(key) > _LONGEST_KEY:
        lines.append(f"{indent}? {_scalar(key)}")
        _entry(lines, indent, ":", value)
    elif isinstance(value, str) and len(value) > _LONGEST_WORD and _PROSE.fullmatch(value) and "  " not in value:
        lines.append(f"{indent}{_head(key)} {value}")
    else:
        _entry(lines, indent, _head(key), value)


@remembered(2048)
def _head(key: str) -> str:
    """A key with its colon: the same ones come in every document."""
    return f"{_scalar(key)}:"


def _entry(lines: list[str], indent: str, head: str, value: Value) -> None:
    """Write a value after `head` (`key:` or `-`), in the same line if it fits there."""
    if isinstance(value, str):
        if "\n" in value and not _NOT_LITERAL.search(value):
            lines.append(f"{indent}{head} |-")
            lines.extend(f"{indent}  {line}" if line else "" for line in value.split("\n"))
        else:
            lines.append(f"{indent}{head} {value if _is_bare(value) else _quoted(value)}")
    elif isinstance(value, _SCALARS) or not isinstance(value, _COLLECTIONS):
        lines.append(f"{indent}{head} {_scalar(value)}")
    else:
        top_mapping = not indent and not isinstance(value, _LISTS) and bool(value)
        short = "" if top_mapping else _in_line(value, _WIDTH - len(indent) - len(head))
        if short:
            lines.append(f"{indent}{head} {short}")
        else:
            _nested(lines, indent, head, value)


def _nested(lines: list[str], indent: str, head: str, value: Value) -> None:
    if head != "-":
        lines.append(indent + head)
    first = len(lines)
    inner = indent + "  "
    if isinstance(value, _LISTS):
        for item in value:
            _entry(lines, inner, "-", item)
    else:
        for key, item in value.items():
            _pair(lines, inner, str(key), item)
    if head == "-":
        # The first line of what is nested in a list stands beside the dash.
        lines[first] = f"{indent}- {lines[first].lstrip(' ')}"


def _in_line(value: Value, width: int) -> str:
    """A collection of scalars in one line, or an empty string if it does not fit there."""
    mapping = not isinstance(value, _LISTS)
    if not value:
        return "{}" if mapping else "[]"
    if len(value) * 3 > width:
        return ""
    parts: list[str] = []
    for key in value:
        item = _flow(value[key] if mapping else key, width)
        if not item:
            return ""
        if mapping:
            name = str(key)
            if len(name) > width:
                return ""
            item = f"{_flow_text(name)}: {item}"
        parts.append(item)
    text = ", ".join(parts)
    return (f"{{{text}}}" if mapping else f"[{text}]") if len(text) + 2 <= width else ""


def _flow(value: Value, width: int) -> str:
    """A scalar inside brackets, or an empty string for a longer text and for a collection."""
    if isinstance(value, str):
        return _flow_text(value) if len(value) <= width else ""
    return "" if not isinstance(value, _SCALARS) and isinstance(value, _COLLECTIONS) else _scalar(value)


@remembered(2048)
def _flow_text(text: str) -> str:
    """A text inside brackets, bare only if it is of the plainest kind: the same keys and words come in every document."""
    if _PLAINEST_FLOW.fullmatch(text) and (len(text) > _LONGEST_WORD or text.lower() not in _WORDS):
        return text
    bare = _scalar(text)
    return bare if bare[0] in "'\"" or _PLAIN_FLOW.fullmatch(bare) else _quoted(text)


def _scalar(value: Value) -> str:
    """A scalar in one line."""
    if isinstance(value, str):
        return value if _is_bare(value) else _quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _float(value) if isinstance(value, float) else str(value)


def _float(value: float) -> str:
    if not math.isfinite(value):
        return ".nan" if math.isnan(value) else (".inf" if value > 0 else "-.inf")
    mantissa, separator, exponent = repr(value).partition("e")
    if not separator:
        return mantissa
    # YAML 1.1 wants a point in the mantissa and a sign in the exponent.
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent if exponent[0] in '+-' else '+' + exponent}"


def _is_bare(text: str) -> bool:
    if _PLAINEST.fullmatch(text) and "  " not in text:
        if text[0] in "0123456789":
            return not _NUMBER_LIKE.fullmatch(text)
        return len(text) > _LONGEST_WORD or text.lower() not in _WORDS
    return (
        _PLAIN_BLOCK.fullmatch(text) is not None
        and text.casefold() not in _WORDS
        and not _NUMBER_LIKE.fullmatch(text)
        and (text.isprintable() or not _UNQUOTABLE.search(text))
    )


def _quoted(text: str) -> str:
    if _UNQUOTABLE.search(text) or ("'" in text and '"' in text):
        return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if "\\" not in text else '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    known = _ESCAPES.get(match[0])
    if known:
        return known
    code = ord(match[0])
    if code in _SURROGATES:
        return "\\uFFFD"
    if code <= _LAST_BYTE:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= _LAST_BMP else f"\\U{code:08X}"
