"""Whether a text is a page's source in wikitext, and whether that source was HTML-escaped as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.late import late
from ingest.model import Source

_SIGNS = {
    "template": late(r"\{\{[^\W\d_{<%]?[^{}\n<>%$]{0,200}(?:\}\}|\n\s?\|)|\n\{\{[A-Za-z]"),
    "link": late(
        r"\[\[(?=[^\]\n]{0,60}[^\W\d_])[^\W_:][^\[\]\n{}<>=\"|;]{0,200}(?:\|[^\[\]\n]{0,300})?\]\]|\[\[:[^\[\]\n]{1,200}\]\]"
    ),
    "parameters": late(r"\{\{[^\W\d_][^{}\n|<>%$]{0,100}(?:\n\s?)?\|"),
    "reference": late(r"<ref(?:\s[^<>\n]{0,200})?>|<references\s{0,3}/?>", re.IGNORECASE),
    "bold": late(r"'''[^'\n]{1,200}'''"),
    "table": late(r"^\{\|", re.MULTILINE),
    "heading": late(r"^(={2,6})[ \t]?[^=\n\t ][^=\n]{0,200}\1[ \t]{0,9}$", re.MULTILINE),
    "category": late(r"\[\[\s?(?:category|kategor|catégorie|categor[íi]a|категор)", re.IGNORECASE),
}
_MARKDOWN = late(
    r"^#{1,6} [^\n]{1,200}$|\]\((?:https?:|/|#|\.)[^)\n]{0,300}\)|"
    r"^```|^\*\*[^*\n]{1,200}\*\*$|^\s{0,3}[-+] \[[ x]\]|\{\{[<%]|\{%",
    re.MULTILINE,
)
_LONE_HEADING = late(r"(?:\A|\n\n)#{1,6} [^\n]{1,200}\n\n")
"""A heading of Markdown between blank lines; items of a wiki's list stand in rows."""

_MARKS = (("[", "[["), ("'", "'''"), ("{", "{|"))
"""What stands in every wikitext, each with its first character: a single one is looked for much faster."""
_IN_SIGNS = {
    "template": "{{",
    "link": "[[",
    "parameters": "{{",
    "reference": "<",
    "bold": "'''",
    "table": "{|",
    "heading": "==",
    "category": "[[",
}
"""What stands in every one of a kind, so that most texts need not be searched for it."""
_HINTS = ("heading", "parameters")
"""Signs that other kinds of text have too: they only add to the others."""

_LIMIT = 200_000
"""How much of a long text is looked at."""

_ESCAPED = late(
    r"&(?:amp;)?lt;(/?)(ref|br|small|nowiki|references|sub|sup|div|math|blockquote|gallery|span|center)\b",
    re.IGNORECASE,
)
_REAL = late(r"</?(?:ref|br|small|nowiki|references|sub|sup|div|math|blockquote|gallery|span|center)\b", re.IGNORECASE)


def matches(text: str, source: Source) -> bool:
    """Whether `text` is wikitext: several kinds of its markup, and more of it than of Markdown.

    A text that a transport declares as wikitext needs one sign only. The plain extract of a page (headings, no other
    markup) and Markdown in which a few links or templates are left are not wikitext.
    """
    if text.startswith("---\n") or text[:64].lstrip().lower().startswith(("<!doctype", "<html", "<?xml", "{\n", '{"')):
        return False
    sample = text[:_LIMIT]
    declared = source.mediatype in ("text/x-wiki", "text/mediawiki")
    if not declared and not any(first in sample and mark in sample for first, mark in _MARKS):
        return False
    counts = {name: _count(pattern, sample) if _IN_SIGNS[name] in sample else 0 for name, pattern in _SIGNS.items()}
    strong = sum(1 for name in counts if name not in _HINTS and counts[name])
    marks = sum(counts[name] for name in counts if name not in _HINTS)
    if strong and declared:
        return True
    if not _has_enough(counts, strong, marks):
        return False
    return _count(_MARKDOWN, sample) * 2 <= marks and (counts["heading"] > 0 or not _LONE_HEADING.search(sample))


def _has_enough(counts: Mapping[str, int], strong: int, marks: int) -> bool:
    """Whether the signs are many and different enough, `strong` kinds of them and `marks` in all."""
    if counts["category"] and counts["link"] > 1:
        return True
    if not counts["link"] + counts["bold"] + counts["table"]:
        return False
    telling = counts["parameters"] + counts["bold"] + counts["table"] + counts["heading"] + counts["reference"]
    return strong >= 2 and marks > 2 and telling > 0


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def is_escaped(text: str) -> bool:
    """Whether the page was HTML-escaped as a whole: escaped tags throughout, opened and closed, and hardly a real one.

    One or a few escaped examples in a page that has real tags, or that is about markup, do not count.
    """
    escaped = _ESCAPED.findall(text)
    if len(escaped) < 6 or _count(_REAL, text) * 10 > len(escaped):
        return False
    references = [slash for slash, name in escaped if name.lower() == "ref"]
    return len(references) * 2 >= len(escaped) and "/" in references
