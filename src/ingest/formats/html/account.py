"""Checks that no visible word of a page is lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from ingest.formats.html.tree import INLINE, UNSEEN, parse, shown_in
from ingest.model import Conversion, Value

_URL = re.compile(r"\]\([^()\s]*\)")
_FOOTNOTE = re.compile(r"\[\^\d+\]:?")
_MARKS = re.compile(r"[*_~`\\\[\]|]")
_WORD = re.compile(r"\w+")


def unaccounted(text: str, conversion: Conversion) -> list[str]:
    """The visible words of a page that are in neither the body, the fields nor the blocks, in the order of the page.

    Words are compared without case and marks, each as often as it occurs. Of a footnote mark only that it is there is
    known, since notes are numbered anew; bare numbers are therefore looked for anywhere.
    """
    known = Counter(_words(_FOOTNOTE.sub(" ", _URL.sub("", conversion.body))))
    for block in conversion.blocks:
        known.update(_words(block.text))
    for value in conversion.fields.values():
        for one in _strings(value):
            known.update(_words(one))
    missing: list[str] = []
    notes = len(_FOOTNOTE.findall(conversion.body))
    for word in _words(visible_text(text)):
        if known[word]:
            known[word] -= 1
        elif notes and len(word) <= _LABEL:
            notes -= 1
        elif not _in_two(word, known):
            missing.append(word)
    return missing


def _in_two(word: str, known: Counter[str]) -> bool:
    """Whether two known words make this one, which a page runs together (`Plot` and a button `edit` behind it)."""
    for cut in range(1, min(len(word), _LONGEST)):
        first, second = word[:cut], word[cut:]
        if known[first] > 0 and known[second] > (first == second):
            known[first] -= 1
            known[second] -= 1
            return True
    return False


_LONGEST = 60


_LABEL = 4


def _words(text: str) -> list[str]:
    return _WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold())


def _strings(value: Value) -> Iterator[str]:
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            stack.extend(one)
        elif isinstance(one, dict):
            stack.extend(one.values())


def visible_text(text: str) -> str:
    """All text of a page that is no script, style or the like, with a line feed at the edges of blocks.

    This walks the parsed page itself and shares nothing with the conversion but the parser.
    """
    body = parse(text).body
    if body is None:
        return ""
    parts: list[str] = []
    stack = [(body, False)]
    while stack:
        node, after = stack.pop()
        if after:
            parts.append("\n")
            continue
        if node.is_text_node:
            content = node.text_content or ""
            if "<" in content and node.parent is not None and node.parent.tag == "noscript":
                content = shown_in(content)
            parts.append(content)
            continue
        tag = node.tag or ""
        if not node.is_element_node or tag in UNSEEN:
            continue
        if tag not in INLINE or tag == "br":
            parts.append("\n")
            stack.append((node, True))
        child = node.last_child
        while child is not None:
            stack.append((child, False))
            child = child.prev
    return "".join(parts)
