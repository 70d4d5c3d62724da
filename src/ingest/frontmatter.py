"""Canonical front matter as text: YAML that every parser reads back to the same values.

The emitter is our own: libyaml's takes some four times as long for such small documents, folds lines and quotes more
than a reader likes. It knows one layout and quotes whatever any YAML 1.1 or 1.2 reader could take for something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from ingest.metadata.aliases import CANONICAL
from ingest.model import Value

FENCE = "---\n"
_ORDER = {key: index for index, key in enumerate((*CANONICAL, "provenance"))}
_DATES = ("published", "modified")
"""Fields whose full dates are written bare, as YAML timestamps; every other text that looks like one is quoted."""

_WIDTH = 100
"""Characters of a list or mapping of scalars at most that is written in one line."""

# Bare text: begins with a letter or digit (or a slash, for paths), holds nothing that YAML could read as syntax in
# block or flow context, and does not end in a blank or colon.
_BARE = re.compile(
    r"(?!\d[\d_]*$)(?:[^\W_]|/(?=[^\W_]))(?:[\w \-./()’“”–—!?%+;=~°€£·…&*'@$^|<>\u3001-\u301f\u3040-\u9fff\uac00-\ud7af\U0001f300-\U0001faff]"
    r"|:(?=[^\s,\[\]{}:/\d])|:(?=//[\w]))*",
)
_SPECIAL = re.compile(r"[\x00-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufdd0-\ufdef\ufff0-\uffff\ud800-\udfff]")
_WORDS = frozenset("true false yes no on off null y n none nan inf infinity undefined".split())
_NUMBERISH = re.compile(r"[-+]?\.?\d[\d_,.:eExXoObBaAcCdDfF+\-]*(?:[TtZz ].*)?$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x00": "\\0"}
_TO_ESCAPE = re.compile(
    r'[\\"\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff0-\uffff\ud800-\udfff]'
    r"|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000e0000-\U0010ffff]"
)
_LITERAL_BAD = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff0-\uffff\ud800-\udfff]"
    r"|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000e0000-\U0010ffff]|[ \u00a0\u3000]\n|\n[ \u00a0\u3000]"
)

def dump(fields: Mapping[str, Value]) -> str:
    """The front matter block of these fields, fences included, canonical keys first in their order.

    Values may be None, bool, int, float, str, lists and mappings. Lone surrogates, which no file can hold, become
    U+FFFD. Full ISO dates in `published` and `modified` are written bare.
    """
    ordered = sorted(fields, key=lambda key: _ORDER.get(key, len(_ORDER)))
    lines: list[str] = []
    for key in ordered:
        value = fields[key]
        if key in _DATES and isinstance(value, str) and _DATE.fullmatch(value):
            lines.append(f"{key}: {value}")
        else:
            _entry(lines, "", f"{_scalar(key)}:", value)
    return FENCE + "".join(f"{line}\n" for line in lines) + FENCE


def _entry(lines: list[str], indent: str, head: str, value: Value) -> None:
    """Write a value after `head` (`key:` or `-`), in the same line if it fits there."""
    if isinstance(value, Mapping):
        _collection(lines, indent, head, value, bool(value))
    elif isinstance(value, list | tuple):
        _collection(lines, indent, head, value, bool(value))
    elif isinstance(value, str) and "\n" in value:
        _block(lines, indent, head, value)
    else:
        lines.append(f"{indent}{head} {_scalar(value)}")


def _collection(lines: list[str], indent: str, head: str, value: Any, filled: bool) -> None:
    short = _in_line(value, _WIDTH - len(indent) - len(head)) if filled else ("{}" if isinstance(value, Mapping) else "[]")
    if short:
        lines.append(f"{indent}{head} {short}")
        return
    lines.append(indent + head)
    inner = indent + "  "
    if isinstance(value, Mapping):
        for key, item in value.items():
            _entry(lines, inner, f"{_scalar(str(key))}:", item)
    else:
        for item in value:
            _entry(lines, inner, "-", item)


def _in_line(value: Any, width: int) -> str:
    """A collection of scalars in one line, or an empty string if it does not fit there."""
    if len(value) * 3 > width:
        return ""
    parts = []
    if isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, Mapping | list | tuple) or len(key) > width:
                return ""
            parts.append(f"{_flow(str(key))}: {_flow(item)}")
        text = "{" + ", ".join(parts) + "}"
    else:
        for item in value:
            if isinstance(item, Mapping | list | tuple) or (isinstance(item, str) and len(item) > width):
                return ""
            parts.append(_flow(item))
        text = "[" + ", ".join(parts) + "]"
    return text if len(text) <= width else ""


def _flow(value: Value) -> str:
    """A scalar inside brackets: bare only if it is of the plainest kind."""
    text = _scalar(value)
    if text[:1] in ("'", '"') or not isinstance(value, str) or re.fullmatch(r"[\w \-./]+", text):
        return text
    return _quoted(value)


def _block(lines: list[str], indent: str, head: str, text: str) -> None:
    """Text of several lines, as a literal block where that is safe."""
    if _LITERAL_BAD.search(text) or text[0] in " \n" or text[-1] in " \n":
        lines.append(f"{indent}{head} {_quoted(text)}")
        return
    inner = indent + "  "
    lines.append(f"{indent}{head} |-")
    lines.extend(inner + line if line else "" for line in text.split("\n"))


def _scalar(value: Value) -> str:
    """A scalar in block context, in one line."""
    if isinstance(value, str):
        return value if _is_bare(value) else _quoted(value)
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    return _quoted(str(value))


def _float(value: float) -> str:
    if not math.isfinite(value):
        return ".nan" if math.isnan(value) else (".inf" if value > 0 else "-.inf")
    text = repr(value)
    # YAML 1.1 wants a point in the mantissa and a sign in the exponent.
    mantissa, separator, exponent = text.partition("e")
    if not separator:
        return text
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent if exponent[0] in '+-' else '+' + exponent}"


def _is_bare(text: str) -> bool:
    return (
        _BARE.fullmatch(text) is not None
        and text[-1] != " "
        and text.casefold() not in _WORDS
        and not _NUMBERISH.match(text)
        and not _SPECIAL.search(text)
    )


def _quoted(text: str) -> str:
    if not _TO_ESCAPE.search(text):
        return f'"{text}"' if "'" in text else f"'{text}'"
    if "'" not in text and not _TO_ESCAPE.search(text.replace('"', "").replace("\\", "")):
        return f"'{text}'"
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    known = _ESCAPES.get(character)
    if known:
        return known
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        return "\\uFFFD"
    if code <= 0xFF:  # noqa: PLR2004 - one byte
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004 - two bytes
