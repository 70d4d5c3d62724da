"""Where the parts of a page stand in its source: the parser does not say, so each text is looked for, in order."""

from __future__ import annotations

import re
from bisect import bisect_left

from ingest.formats.html.tree import Node, Page
from ingest.positions import Lines, place

_PLAIN = re.compile(r"[A-Za-z0-9 ,.:()-]{4,60}")
"""A run of characters that nobody writes as character references."""
_NEAR = 4096
"""Characters behind the last text in which the next one mostly stands; only a script or a style sheet is longer."""
_BUDGET = 2
"""How often the source may be searched as a whole: what stands elsewhere in the tree than in the source is searched for in
vain, and a page may be full of it."""
_REFERENCES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\u00a0", "&nbsp;"), ("\n", "\r\n"))
"""What the parser changes, and how it may stand in the source."""


class Places:
    """Finds the places of elements in the source of their page."""

    def __init__(self, source: str, page: Page) -> None:
        """Look for all texts of the page; linear in its length."""
        self._page = page
        self._lines = Lines(source)
        self._offsets = offsets(source, page)

    def of(self, node: Node, first: int = -1) -> str:
        """Line and column, both from 1, of an element's first text (or the text `first`), and the way to the element.

        Where no text of it was found in the source, the way alone.
        """
        start, end = (first, first + 1) if first >= 0 else (node.first, node.last)
        shown = self._page.shown
        for at in range(bisect_left(shown, start), bisect_left(shown, end)):
            if (offset := self._offsets.get(shown[at])) is not None:
                return place(*self._lines.at(offset), node.place())
        return node.place()


def offsets(source: str, page: Page) -> dict[int, int]:
    """The offset in the source of the first visible character of each text of a page that was found, by its number.

    Between tags a text mostly stands as it is; with character references in it, a plain part of it does.
    """
    found: dict[int, int] = {}
    texts = page.texts
    left = _BUDGET * len(source)
    find = source.find
    at = max(find("<body"), 0)
    for index in page.shown:
        text = texts[index]
        start = find(f">{text}<", at, at + _NEAR + len(text))
        length = len(text)
        if start < 0:
            start, length = _written(source, text, at)
        if start < 0 and left > 0:
            start, length = find(f">{text}<", at), len(text)
            left -= (start if start >= 0 else len(source)) - at
        if start >= 0:
            start += 1
            at = start + length
            if text[0].isspace():
                while source[start : start + 1].isspace():
                    start += 1
            found[index] = start
    return found


def _written(source: str, text: str, at: int) -> tuple[int, int]:
    """Where the text stands near with references, or a plain part of it, and how long that is; -1 where it does not."""
    written = text
    for sign, reference in _REFERENCES:
        written = written.replace(sign, reference)
    end = at + _NEAR + len(written)
    if written != text and (start := source.find(f">{written}<", at, end)) >= 0:
        return start, len(written)
    plain = max(_PLAIN.findall(text), key=len, default="")
    inside = source.find(plain, at, end) if plain else -1
    if inside < 0:
        return -1, 0
    start = max(source.rfind(">", at, inside), at - 1)
    return start, inside - start - 1 + len(plain)
