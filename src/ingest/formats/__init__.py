"""Recognising formats from content, and reading each of them. A file's ending is never asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import ModuleType

from ingest.errors import Refused
from ingest.formats import html, mediawiki, wikitext
from ingest.formats.foreign import foreign
from ingest.headers import read_header
from ingest.late import late
from ingest.model import Conversion, Header, Source

MARKDOWN = "markdown"
PLAIN = "plain"
MEDIAWIKI = "mediawiki"
WIKITEXT = "wikitext"
HTML = "html"

CONVERTERS: Mapping[str, ModuleType] = {WIKITEXT: wikitext, HTML: html}
"""Formats that are turned into Markdown, in the order in which they are asked: modules with `matches` and `convert`."""

_LINK = re.compile(r"\[[^\]\n]{0,300}\]\([^)\s]{1,2000}\)")
_BOLD = re.compile(r"\*\*\S[^*\n]{0,300}\*\*")
_MARKED_LINE = late(r"#{1,6}[ \t]+\S|`{3}|~{3}|[ ]{0,3}[*+-][ \t]+\S")
_UNDERLINE = late(r"(?:={3,}|-{3,})[ \t]*$")
_FIRSTS = frozenset(" #`~*+-=")
"""What a line begins with that may be marked up, or may underline a heading."""
_BEGINS = re.compile(r"\n[ ]{0,3}[#`~*+=-]")
"""How each such line begins, behind the line feed by which it is found fast."""

_BLANK_LINES = re.compile(r"(?:[ \t\r]*\n)*(?:[ \t\r]*\Z)?")

LOOK = 1 << 16
"""Characters of a document that are looked at to tell Markdown from plain text: marks come early or not at all."""


def recognise(text: str, source: Source) -> str:
    """The format of a text: `html`, `wikitext`, `mediawiki` (a plain extract), `markdown` or `plain`.

    `plain` becomes `markdown` in `after_header` when a header is found. Raises errors.Refused for a text that is no
    document.
    """
    for kind, module in CONVERTERS.items():
        if module.matches(text, source):
            return kind
    if kind := foreign(text):
        raise Refused(
            "recognise", f"is {kind}, which ingest does not read", "convert it to text, HTML or Markdown first"
        )
    if mediawiki.matches(text, source):
        return MEDIAWIKI
    return MARKDOWN if is_marked_up(text) else PLAIN


def is_marked_up(text: str) -> bool:
    """Whether Markdown's marks stand in a text: links, bold words, headings, lists, fences."""
    head = text[:LOOK]
    # The single sign is looked for first: it is found, or missed, in a tenth of the time of the two.
    if ("]" in head and "](" in head and _LINK.search(head)) or ("*" in head and "**" in head and _BOLD.search(head)):
        return True
    if not _BEGINS.search(f"\n{head}"):
        return False
    above = ""
    for line in head.split("\n"):
        if line and line[0] in _FIRSTS:
            if _MARKED_LINE.match(line):
                return True
            if above and not above[0].isspace() and _UNDERLINE.match(line):
                return True
        above = line
    return False


def read(kind: str, text: str, source: Source) -> Header | Conversion:
    """The header of a text in one of the textual formats, or the converted form of a page in another."""
    if kind in CONVERTERS:
        conversion: Conversion = CONVERTERS[kind].convert(text, source)
        return conversion
    header = mediawiki.read_header(text) if kind == MEDIAWIKI else read_header(text)
    if not header.end:
        return header
    # The blank lines behind a header belong to it: the front matter brings its own.
    blank = _BLANK_LINES.match(text, header.end)
    return Header(header.layout, header.fields, blank.end() if blank else header.end, header.remarks)


def after_header(kind: str, header: Header) -> str:
    """The format once the header is known: a text that has one was written for a Markdown tool."""
    return MARKDOWN if kind == PLAIN and header.layout != "none" else kind
