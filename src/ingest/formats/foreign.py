"""Text formats that are not documents in the sense of ingest: named, so that they do not go through as prose."""

from __future__ import annotations

import re

from ingest.late import late

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an RTF document", late(r"\{\\rtf\d")),
    ("a PostScript file", late(r"%!PS")),
    ("a calendar or address file", late(r"BEGIN:V(?:CALENDAR|CARD)\b")),
    (
        "an RSS or Atom feed",
        late(r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL),
    ),
    ("a sitemap", late(r"(?:<\?xml[^>]*>\s*)?<(?:urlset|sitemapindex)\b")),
    ("an SVG picture", late(r"(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b")),
    ("an XML file", late(r"<\?xml\b(?!.{0,2000}<(?:!DOCTYPE\s+html|html)\b)", re.DOTALL | re.IGNORECASE)),
    ("a unified diff", late(r"diff --git a/\S+ b/\S+\n")),
)
"""What a format begins with: RTF 1.9, the PostScript language reference, RFC 5545 and 6350, RSS 2.0 and RFC 4287,
sitemaps.org, SVG 2, XML 1.0 (an XHTML page is HTML), git."""

LOOK = 4096
"""Characters in which a format shows."""


def foreign(text: str) -> str:
    """What a text is, if it is no document (`an RTF document`), or an empty string."""
    head = text[:LOOK].lstrip()
    if not head.startswith(("{\\", "%!", "BEGIN:", "<", "diff ")):
        return ""
    return next((name for name, mark in _MARKS if mark.match(head)), "")
