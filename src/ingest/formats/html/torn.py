"""Pieces of pages that were torn out of what they belong to: rows and cells without their table, items without a list.

A parser that follows the HTML standard drops such tags, since browsers do, and the cells of a row run together.
BeautifulSoup keeps what stands there, and the pieces are small.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement, PreformattedString

from ingest.formats.html.tree import DEPTH, INLINE, UNSEEN, Node, Page, count, squeeze

_AROUND = {
    "tr": "table", "td": "tr", "th": "tr", "thead": "table", "tbody": "table", "tfoot": "table", "caption": "table",
    "li": "ul", "dd": "dl", "dt": "dl",
}  # fmt: skip

_CELLS = frozenset({"td", "th"})
_ENDED_BY = {"td": _CELLS, "th": _CELLS, "tr": _CELLS | {"tr"}, "li": frozenset({"li"}), "dd": frozenset({"dd", "dt"}),
             "dt": frozenset({"dd", "dt"})}  # fmt: skip
"""Elements that a new one ends where their own end tags are missing."""


def build(markup: str) -> list[Node]:
    """The elements of a piece of HTML, in the order of the document, a body around them first.

    What is never seen is not among them. Where the piece begins with a part of a table or a list, that is put around it.
    """
    soup = BeautifulSoup(markup, "html.parser")
    page = Page()
    root = Node("body", {}, None, 0, page)
    first = soup.find(True)
    inner = root
    name = (first.name or "") if first is not None else ""
    for around in _wrappers(name):
        node = Node(around, {}, inner, inner.depth + 1, page)
        inner.kids.append(node)
        inner = node
    stack: list[tuple[PageElement | Node, Node]] = [(kid, inner) for kid in reversed(soup.contents)]
    while stack:
        item, owner = stack.pop()
        if isinstance(item, Node):
            if item.tag not in INLINE:
                page.texts.append("\n")
            item.close()
            continue
        _step(item, owner, stack)
    for node in page.order[: inner.index + 1]:
        node.close()
    count(page.order)
    return page.order


def _place(owner: Node, name: str) -> Node:
    """Where a new element belongs: beside an open one that it ends, and not too deep."""
    place = owner if owner.depth < DEPTH else owner.parent or owner
    if name in _ENDED_BY:
        for one in (owner, *owner.ancestors()):
            if one.tag in {"table", "ul", "ol", "dl"}:
                break
            if one.tag in _ENDED_BY[name] and one.parent is not None:
                place = one.parent
    return place


def _wrappers(name: str) -> list[str]:
    found: list[str] = []
    while name in _AROUND:
        name = _AROUND[name]
        found.append(name)
    return found[::-1]


def _step(item: PageElement, owner: Node, stack: list[tuple[PageElement | Node, Node]]) -> None:
    """Take one node of the soup over; an element is put on the stack once more, to be closed after what is in it."""
    if isinstance(item, PreformattedString):
        return
    if isinstance(item, NavigableString):
        text = str(item)
        owner.kids.append(text)
        owner.page.texts.append(text)
        if not text.isspace():
            block = next((one for one in (owner, *owner.ancestors()) if one.tag not in INLINE), owner)
            block.own += len(squeeze(text))
        return
    if not isinstance(item, Tag) or item.name in UNSEEN:
        return
    inner = _place(owner, item.name)
    attributes: dict[str, str | None] = {
        key: " ".join(value) if isinstance(value, list) else value for key, value in item.attrs.items()
    }
    if item.name not in INLINE or item.name == "br":
        owner.page.texts.append("\n")
    node = Node(item.name, attributes, inner, inner.depth + 1, owner.page)
    inner.kids.append(node)
    stack.append((node, owner))
    stack.extend((kid, node) for kid in reversed(item.contents))
