"""Recognising the tool that wrote a document, by what only that tool leaves in it.

Each mark is a fact about a tool's output, taken from its documentation or source. A document without a mark has no
producer: a wrong name would be worse than none, since rules lean on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.late import late
from ingest.model import Value

LOOK = 1 << 16
"""Characters at the start of a text that are looked at for marks of style; they are all over it or nowhere."""

_EXTRACT = re.compile(r"\s{0,20}= ?[^=\n][^\n]{0,300}=[ \t]{0,20}(?:\n|$)")
_STARTS = (
    # Reader services print the page's title, address and text under these labels.
    ("jina-reader", re.compile(r"Title: [^\n]{0,500}\n+URL Source: [^\n]{0,2000}\n")),
    # One element a page, with the page's number, address and title.
    ("wikiextractor", re.compile(r"\s{0,20}<doc id=\"\d{1,12}\" (?:revid=\"\d{0,12}\" )?url=\"")),
)
_PANDOC = late(
    r"^:{3,} ?(?:\{[#.][^{}\n]{1,200}\}|[A-Za-z][\w-]{0,60})[ \t]*$"  # fenced divisions
    r"|^#{1,6} [^\n]{1,300} \{#[^{}\n]{1,200}\}[ \t]*$"  # headings with identifiers
    r"|\[\]\{#[^{}\n]{1,200}\}",  # anchors
    re.MULTILINE,
)
_FEWEST_MARKS = 2
_HTML2TEXT_ITEM = re.compile(r"^ {2}\* \S", re.MULTILINE)
_HTML2TEXT_OTHER = late(r"^\* \* \*$|^[^|\n]{1,300}\|[^\n]{0,300}\n---\|---|\]\(<[^<>\n]{1,300}>\)", re.MULTILINE)
_MARKDOWNIFY_LIST = late(r"^\* [^\n]{1,2000}\n(?: {2}|\t)\+ \S", re.MULTILINE)
_UNDERLINED = late(r"^([^\s=\-][^\n]{0,200})\n(={2,201}|-{2,201})$", re.MULTILINE)
_OWN_KEYS = (
    # The extractor's metadata as front matter: no one else has these two together.
    ("trafilatura", ("hostname", "sitename")),
)


def recognise(text: str, fields: Mapping[str, Value]) -> str:
    """The producer's name, or an empty string if none is known by its marks.

    `text` is the whole text or the body, `fields` its header as read.
    """
    if _is_wtf(text, fields):
        return "wtf-plugin-markdown"
    if _EXTRACT.match(text):
        return "mediawiki-extract"
    return _by_fields(fields) or _by_text(text)


def _is_wtf(text: str, fields: Mapping[str, Value]) -> bool:
    """Infoboxes as a list of mappings with `text`, redirects to image files, or its dumped references."""
    boxes = fields.get("infoboxes")
    if isinstance(boxes, list) and any(isinstance(box, Mapping) for box in boxes):
        return True
    # Here as below a sign that most texts lack is looked for first: that takes a tenth of the time.
    return "]" in text and (
        "## References[object Object]" in text or "](https://wikipedia.org/wiki/Special:Redirect/file/" in text
    )


def _by_fields(fields: Mapping[str, Value]) -> str:
    tags = fields.get("tags")
    # The default template of the clipper tags each note so, and keeps the address as `source`.
    if isinstance(tags, list) and "clippings" in tags and "source" in fields:
        return "obsidian-clipper"
    return next((name for name, keys in _OWN_KEYS if all(key in fields for key in keys)), "")


def _by_text(text: str) -> str:
    for name, start in _STARTS:
        if start.match(text):
            return name
    head = text[:LOOK]
    if (("{" in head and "{#" in head) or ":::" in head) and len(_PANDOC.findall(head)) >= _FEWEST_MARKS:
        return "pandoc"
    if (
        "*" in head
        and "\n  * " in head
        and len(_HTML2TEXT_ITEM.findall(head)) >= _FEWEST_MARKS
        and _HTML2TEXT_OTHER.search(head)
    ):
        return "html2text"
    return "markdownify" if _is_markdownify(head) else ""


def _is_markdownify(head: str) -> bool:
    """Lists whose mark changes from `*` to `+` a level down, and titles underlined to their exact length."""
    if "+" not in head or "+ " not in head or not _MARKDOWNIFY_LIST.search(head):
        return False
    titles = _UNDERLINED.findall(head)
    return bool(titles) and all(len(title) == len(line) for title, line in titles)
