"""Tells an HTML page from Markdown and plain text that hold some HTML."""

from __future__ import annotations

import re

from ingest.late import late
from ingest.model import Source

_SAMPLE = 65536
_FAR = 1 << 20
_SPARSE = 20_000
"""Characters looked at; that are looked at for Markdown; and to each mark of Markdown that HTML may hold by chance."""
_START = re.compile(r"<(?:!doctype\s+(?:html|public)|html|head|body|title|meta|frameset)[\s>/]", re.IGNORECASE)
_WRAPPED = late(r"(?:<[A-Z]{2,20}>[^<>\n]{0,200}\n){1,20}<html[\s>]", re.IGNORECASE)
"""A page in an envelope of one-line tags, as the filings of stock exchanges and regulators are kept."""
_LEAD = re.compile(r"(?:\s+|\ufeff|<\?[^>]{0,500}\?>|<!--(?:(?!-->).){0,20000}-->)", re.DOTALL)
_TAG = re.compile(
    r"</?(?:p|div|li|ul|ol|tr|td|th|table|h[1-6]|article|section|span|a|br|main|header|footer|nav|figure|blockquote|dl|dt|dd)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK = late(r"</(?:p|div|li|ul|ol|tr|td|table|h[1-6]|article|section|main|blockquote)\s*>", re.IGNORECASE)
_MARKDOWN = late(
    r"^(?:#{1,6} \S|```|~~~|[-*+] \S|\d{1,3}\. \S|>\s?\S|\[[^\]\n]{1,80}\]: )|\]\([^()\s]{1,300}\)", re.MULTILINE
)
_LEADS = 20
"""Comments and declarations before the first element that are passed over."""


def matches(text: str, source: Source) -> bool:
    """Whether the text is an HTML page (or a fragment of one), from its content.

    A doctype or one of the elements that only a page has, at the very start (after comments), settles it. Otherwise the
    text must begin with a tag and consist of elements, with no Markdown around them; a media type of HTML that was
    declared by a transport lowers what is asked for.
    """
    position = 0
    for _ in range(_LEADS):
        lead = _LEAD.match(text, position)
        if not lead:
            break
        position = lead.end()
    sample = text[position : position + _SAMPLE]
    if _START.match(sample) or (sample.startswith("<") and _WRAPPED.match(sample)):
        return True
    declared = source.mediatype.lower().partition(";")[0].strip() in {"text/html", "application/xhtml+xml"}
    if declared and _TAG.search(sample):
        return True
    if not _TAG.match(sample):
        return False
    far = text[position : position + _FAR]  # a menu may be in HTML where the text below it is in Markdown
    if len(_MARKDOWN.findall(sample)) > 1 or len(_MARKDOWN.findall(far)) > max(1, len(far) // _SPARSE):
        return False
    blocks = len(_BLOCK.findall(sample))
    if blocks < _FEW:
        return False
    # text between elements, outside of all of them, is what a Markdown document would have
    paragraphs = [one.strip() for one in re.split(r"\n[ \t]*\n", sample)]
    bare = sum(1 for one in paragraphs if one and not one.startswith("<") and not _TAG.search(one))
    return bare <= blocks * 0.2


_FEW = 2
"""Blocks that are closed in a fragment of a page at the least."""
