"""The title of a page and the name of its site, which are often written as one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.formats.html.texts import fold
from ingest.formats.html.tree import Node

_SEPARATOR = re.compile(
    r"\s+(?:\||[-–—―]|::?|»|«|/|·|•|>|‹|›|\\)\s+|\s*[|»«·•]\s*|:\s+|\s*[_]\s*|\s+[-–—]\s*|\s*[—]\s+"
)

_SHORT_NAME = 4
"""Letters from which on the beginning of a site's name stands for it."""
_SHORT_HEADING = 6
"""Characters from which on a heading is told from a word that the title happens to begin with."""
_FEW_WORDS = 5
"""Words that a title has at the least, and the name of a site not."""
_LONG_TITLE = 500
"""Characters of what is no title any more, and is left as it is."""


def is_site(text: str, names: Iterable[str]) -> bool:
    """Whether one of the parts that stand between bars and dashes is a name of the site, or the beginning of one."""
    known = [name for name in map(fold, names) if name]
    for part in map(fold, _SEPARATOR.split(text)):
        if part and any(
            part == name
            or (min(len(part), len(name)) >= _SHORT_NAME and (part.startswith(name) or name.startswith(part)))
            for name in known
        ):
            return True
    return False


def only_heading(order: list[Node]) -> str:
    """The first heading of the page, if it is the only one of its level; else an empty string."""
    headings = [node for node in order if node.tag == "h1" and node.chars and node.drop != "HTML013"]
    texts = [text for node in headings if (text := node.text())]
    return texts[0] if len(texts) == 1 else ""


def opening_heading(title: str, order: list[Node]) -> str:
    """A heading of the page that the title begins with."""
    for node in order:
        if node.tag in {"h1", "h2"} and node.chars and len(title) < _LONG_TITLE:
            text = node.text()
            rest = title[len(text) :].lstrip()
            if (
                len(text) >= _SHORT_HEADING
                and title.startswith(text)
                and rest[:1] in {"|", "-", "–", "—", "»", "·", "_", ":", "/"}
            ):
                return text
    return ""


def stands_in(document_title: str, heading: str) -> bool:
    """Whether the document's title holds the heading."""
    return bool(heading) and fold(heading) in fold(document_title)


def without_site(  # noqa: C901, PLR0911 - one piece of evidence after the other
    title: str, site: str, heading: str, document_title: str = ""
) -> str:
    """The title without the name of its site, where the site's name or the page's heading shows that it is one."""
    if len(title) > _LONG_TITLE:
        return title
    whole, head, name = fold(title), fold(heading), fold(site)
    if heading and title.startswith(heading) and title[len(heading) :].lstrip()[:1] in {"-", "_", "—", "–"}:
        return heading
    spans = [match.span() for match in _SEPARATOR.finditer(title)]
    if not spans:
        return title
    if head and whole != head:
        for start, end in spans:
            if fold(title[:start]) == head:
                return title[:start].strip()
            if fold(title[end:]) == head:
                return title[end:].strip()
    if name and whole != name:
        start, end = spans[-1]
        if fold(title[end:]) in {name, name + "com"} and fold(title[:start]):
            return title[:start].strip()
        start, end = spans[0]
        if fold(title[:start]) == name and fold(title[end:]):
            return title[end:].strip()
    if head or not document_title or title != document_title:
        return title
    # with neither heading nor site's name to go by, a short last part after a bar is taken for the site's name
    start, end = spans[-1]
    if title[start:end].strip() in {"|", "»", "·"} and len(title[end:].split()) < _FEW_WORDS <= len(
        title[:start].split()
    ):
        return title[:start].strip()
    return title
