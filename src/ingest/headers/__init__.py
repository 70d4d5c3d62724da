"""Every kind of header of a text document, read into one form.

`read_header` is all that the rest of ingest needs. A strict reader comes first; where it fails, a tolerant one recovers
what it can and leaves a remark. Nothing is taken for a header that could be prose: what no reader claims stays body.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.headers.asciidoc import (
    read_asciidoc,
    read_attributes_below,
    read_below_comments,
    read_underlined_asciidoc,
)
from ingest.headers.curled import with_straight_quotes
from ingest.headers.edn import read_edn
from ingest.headers.fenced import read_code_fence, read_fenced
from ingest.headers.frame import read_frame
from ingest.headers.json_header import read_hexo_json, read_json, read_poet
from ingest.headers.lines import (
    read_assignments,
    read_docinfo,
    read_evaluated,
    read_key_values,
    read_org,
    read_pandoc,
    read_percent,
)
from ingest.headers.lookalikes import (
    read_after_directives,
    read_below_comment,
    read_comment,
    read_comments,
    read_directives,
    read_lookalike,
    read_marked_comment,
)
from ingest.headers.properties import (
    read_below_source,
    read_below_title,
    read_bold_names,
    read_double_colons,
    read_lektor,
    read_loose_lines,
    read_readwise,
)
from ingest.headers.proposals import (
    read_below_heading,
    read_indented,
    read_list,
    read_meta_directives,
    read_pre,
)
from ingest.headers.rfc import read_rfc
from ingest.headers.tolerant import is_identifier
from ingest.headers.toml_header import read_unopened_toml
from ingest.headers.values import Duplicate, is_own_provenance, keep_duplicate
from ingest.late import late
from ingest.metadata.aliases import field_of, is_known, unify
from ingest.model import Header, Remark, Value

__all__ = ["read_header"]

_Reader = Callable[[str, int], Header | None]

_TOP = re.compile(r"[\s\ufeff]*")
_PROPERTIES = late(r"#[ ][^\n]{1,300}\n(?:[ \t]*\n){0,3}(?:#|[^\W\d_][\w -]{0,60}):[ ]")
"""A heading, and what may be a property below it."""

_INDENT = 3
_NONE = Header()

_READERS: dict[str, tuple[_Reader, ...]] = {
    "-": (read_fenced, read_lookalike, read_double_colons, read_bold_names, read_loose_lines, read_list),
    "*": (read_lookalike, read_bold_names, read_loose_lines, read_list, read_docinfo),
    "_": (read_lookalike, read_bold_names, read_lektor),
    **dict.fromkeys("\\\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b", (read_lookalike,)),
    "<": (read_frame, read_comment, read_marked_comment, read_comments, read_below_comment, read_pre),
    "[": (read_meta_directives, read_asciidoc),
    ".": (read_directives, read_docinfo),
    "+": (read_fenced,),
    ";": (read_fenced,),
    "{": (read_edn, read_poet, read_json),
    '"': (read_hexo_json, read_docinfo),
    "`": (lambda text, start: read_code_fence(text, start, read_fenced),),
    "~": (lambda text, start: read_code_fence(text, start, read_fenced),),
    "%": (read_fenced, read_after_directives, read_percent, read_pandoc),
    "/": (read_comment, read_below_comments),
    ":": (read_org, read_asciidoc, read_docinfo),
    "(": (read_evaluated,),
    "#": (
        read_org,
        read_evaluated,
        read_below_comments,
        read_docinfo,
        read_below_source,
        read_readwise,
        read_below_title,
        read_below_heading,
        read_attributes_below,
    ),
    "=": (read_asciidoc, read_docinfo, read_below_heading),
}
_OTHERS: tuple[_Reader, ...] = (
    read_lektor,
    read_key_values,
    read_double_colons,
    read_unopened_toml,
    read_assignments,
    read_docinfo,
    read_underlined_asciidoc,
    read_loose_lines,
)


_BELOW_TITLE: tuple[_Reader, ...] = (read_rfc, read_docinfo, read_underlined_asciidoc)
"""Those of the others that can find a header below a first line that sets no name apart from a value."""
_PARTS = ":=\t："


def read_header(text: str) -> Header:
    """The header at the top of a text, after a byte order mark and blank lines; `none` if there is none.

    Positions in the header are positions in `text`. Never raises: a text that no reader understands has no header.
    """
    if "\r" in text:
        # The same length, so that positions hold.
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    top = _TOP.match(text)
    start = top.end() if top else 0
    header = _read_at(text, start)
    if header is None:
        return _NONE
    header = _with_repeated(text, header)
    return header if text[: header.end].isascii() else with_straight_quotes(header, text)


def _read_at(text: str, start: int) -> Header | None:
    if start >= len(text):
        return None
    if _indentation(text, start) > _INDENT:
        return read_indented(text, start)
    for reader in _READERS.get(text[start]) or _other_readers(text, start):
        header = reader(text, start)
        if header is not None:
            return header
    return None


def _other_readers(text: str, start: int) -> tuple[_Reader, ...]:
    end = text.find("\n", start)
    first = text[start : end if end >= 0 else len(text)]
    return _OTHERS if any(part in first for part in _PARTS) else _BELOW_TITLE


def _indentation(text: str, start: int) -> int:
    line = text.rfind("\n", 0, start) + 1
    return len(text[line:start].replace("\ufeff", "").expandtabs(4))


def _with_repeated(text: str, header: Header) -> Header:
    """The header together with those that follow it at once: exports often put one on top of another.

    They are fenced ones, and the properties that Notion exports below the title.

    The first one's values win. A document that ingest wrote has one header for certain.
    """
    while not is_own_provenance(header.fields.get("provenance")):
        match = _BLANKS.match(text, header.end)
        start = match.end() if match else header.end
        second = _second(text, header, start)
        if second is None:
            break
        header = _merged(header, second, start)
    return header


_BLANKS = re.compile(r"\s*")


def _second(text: str, first: Header, start: int) -> Header | None:
    """The header that goes on with the first one, at `start`."""
    if text.startswith(("---", "+++"), start):
        second = read_fenced(text, start)
        return second if second is not None and (_repeats(second) or _is_again(second, first)) else None
    if first.layout == "rest-docinfo":
        return None if "title" in first.fields else read_evaluated(text, start)
    if text.startswith("# ", start):
        second = read_below_title(text, start) if _PROPERTIES.match(text, start) else None
        return second if second is not None and _goes_on(first, second) else None
    if first.layout == "yaml-header" and text.startswith((":", "= "), start):
        # Jekyll's pages in AsciiDoc have a header of each kind.
        return read_asciidoc(text, start)
    return None


def _repeats(second: Header) -> bool:
    """Whether a header after the first is one for certain: read strictly, with known names alone among plain ones."""
    if second.remarks or not second.fields:
        return False
    return any(is_known(key) for key in second.fields) and all(is_identifier(key) for key in second.fields)


def _is_again(second: Header, first: Header) -> bool:
    """Whether a header after the first has names of the first alone, so that it is one for certain, also a broken one."""
    names = set(map(unify, second.fields))
    if second.fields == first.fields:
        return True
    return len(names) > 1 and names <= set(map(unify, first.fields)) and any(map(is_known, second.fields))


def _goes_on(first: Header, second: Header) -> bool:
    """Whether properties below a title belong to the header above it: the title says the same, or none stands there."""
    titles = [value for key, value in first.fields.items() if field_of(key) == "title"]
    return first.layout == "yaml-header" and all(value == second.fields.get("title") for value in titles)


_EMPTY: tuple[Value, ...] = (None, "", [], {})


def _merged(first: Header, second: Header, start: int) -> Header:
    fields: dict[str, Value] = dict(first.fields)
    remarks: list[Remark] = [*first.remarks, Duplicate(start, start + 3, "a second header follows the first")]
    given = {unify(key): value for key, value in fields.items() if value not in _EMPTY}
    for key, value in second.fields.items():
        earlier = given.get(unify(key))
        if earlier is None:
            fields[key] = value
        elif earlier != value:
            keep_duplicate(fields, key, value)
    return Header(first.layout, fields, second.end, tuple(remarks))
