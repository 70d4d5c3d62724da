"""Checks that no visible word of a page is lost."""

from __future__ import annotations

import re
from collections import Counter

from ingest.formats.html.tree import INLINE, UNSEEN, parse, shown_in
from ingest.formats.words import stated, take_as_two, words
from ingest.model import Conversion

_URL = re.compile(r"(?<!\\)\]\([^()\s]*\)")
_FOOTNOTE = re.compile(r"\[\^\d+\]:?")


def unaccounted(text: str, conversion: Conversion) -> list[str]:
    """The visible words of a page that are in neither the body, the fields nor the blocks, in the order of the page.

    Words are compared without case and marks, each as often as it occurs. Of a footnote mark only that it is there is
    known, since notes are numbered anew; bare numbers are therefore looked for anywhere.
    """
    known = Counter(words(_FOOTNOTE.sub(" ", _URL.sub("", conversion.body))))
    for block in conversion.blocks:
        known.update(words(block.text))
    for one in stated(conversion.fields):
        known.update(words(one))
    missing: list[str] = []
    notes = len(_FOOTNOTE.findall(conversion.body))
    for word in words(visible_text(text)):
        if known[word]:
            known[word] -= 1
        elif notes and len(word) <= _LABEL:
            notes -= 1
        elif notes and (stem := word.rstrip("0123456789")) != word and (not stem or known[stem]):
            # marks right behind a word or one another are one word with it
            known[stem] -= 1
            notes -= 1
        elif not take_as_two(word, known):
            missing.append(word)
    return missing


_LABEL = 4
"""Characters that the mark of a footnote has at the most."""


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
