"""Recognising the tool that wrote a document, by what only that tool leaves in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.model import Value

_EXTRACT = re.compile(r"\s{0,20}= ?[^=\n][^\n]{0,300}=[ \t]{0,20}(?:\n|$)")


def recognise(text: str, fields: Mapping[str, Value]) -> str:
    """The producer's name, or an empty string if none is known by its marks.

    `text` is the whole text or the body, `fields` its header as read.
    """
    if _is_wtf(text, fields):
        return "wtf-plugin-markdown"
    if _EXTRACT.match(text):
        return "mediawiki-extract"
    return ""


def _is_wtf(text: str, fields: Mapping[str, Value]) -> bool:
    """Infoboxes as a list of mappings with `text`, redirects to image files, or its dumped references."""
    boxes = fields.get("infoboxes")
    if isinstance(boxes, list) and any(isinstance(box, Mapping) for box in boxes):
        return True
    return "## References[object Object]" in text or "](https://wikipedia.org/wiki/Special:Redirect/file/" in text
