r"""Plain text as Markdown: a backslash only where a character would otherwise become markup.

The rule, by CommonMark and the tables and strikethrough of GitHub: `\\` before punctuation; `*` unless blanks stand on
both sides; `_` at the edge of a word; backticks; `<` before a letter, `/`, `!` or `?`; `&` where it reads as an entity;
`]` before `(`, `[` or `:`; `[^`; `~~`. At the start of a
line also `#`, `>`, `-`, `+`, `1.`, `1)`, `=` and fences where they would
open a heading, quotation, list, rule, underline or code. `|` only in table cells. Everything else stays as it was.
"""

from __future__ import annotations

import re

_LIVE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![\w_])_(?=\S)|(?<=\S)_(?![\w_])"
    r"|`"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,32};)"
    r"|\](?=[(\[:])"
    r"|\[(?=\^)"
    r"|~(?=~)|(?<=~)~"
)
_ANY = re.compile(r"[\\*_`<&\[\]~]")
_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:-[ -]*-|=+|_[ _]*_|\*[ *]*\*)(?=\s*$)|~~~|```)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escape(text: str) -> str:
    """The text with a backslash before whatever would be inline markup."""
    if not _ANY.search(text):
        return text
    return _LIVE.sub(_backslash, text)


def _backslash(match: re.Match[str]) -> str:
    return "\\" + match[0]


def escape_start(line: str) -> str:
    """A line of a paragraph, with a backslash where its start would be block markup."""
    first = line[:1]
    if first in "#>-+*=_~`" and first and _START.match(line):
        return "\\" + line
    if first.isdigit() and (match := _NUMBER.match(line)):
        return f"{match[1]}\\{line[match.end(1) :]}"
    return line


def code_span(text: str) -> str:
    """Text as a code span, whatever backticks it holds."""
    text = " ".join(text.split())
    if not text:
        return ""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def fence(text: str, language: str) -> str:
    """Text as a fenced code block."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    ticks = "`" * (longest + 1)
    return f"{ticks}{language}\n{text}\n{ticks}"
