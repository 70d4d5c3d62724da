"""A web page as a small tree of Python values, safe to walk.

Parsing is lexbor's (the HTML standard's algorithm, so broken markup is understood as browsers understand it). The
standard sets no limit on nesting and its cost grows with the square of it, so markup nested deeper than anything
written by people is flattened before and after parsing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

DEPTH = 100
"""Nesting of the tree that is made; deeper elements become children of their ancestor at this depth. Browsers stop at
512; pages seen in test collections stay below 60. It also bounds every recursion over the tree."""

_OPEN_LIMIT = 300
_FEW_TAGS = 4000
"""Elements that may be open at a time, and tags up to which a page is not asked for that: the parser takes time for each
open one at every tag."""

VOID = frozenset(
    (  # noqa: SIM905 - a list of names reads best as words
        "area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound"
    ).split()
)
_IMPLIED_END = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "option",
        "optgroup",
        "rp",
        "rt",
        "html",
        "head",
        "body",
    ]
)

UNSEEN = frozenset(
    (  # noqa: SIM905 - a list of names reads best as words
        "script style template head title meta link base iframe object embed applet video audio canvas source track "
        "param noframes noembed img picture area map datalist wbr col colgroup input frame frameset svg-title"
    ).split()
)
"""Elements whose content no reader sees as text."""

INLINE = frozenset(
    (  # noqa: SIM905 - a list of names reads best as words
        "a abbr acronym b bdi bdo big br cite code data del dfn em font i input ins kbd label mark math nobr "
        "output q rp rt ruby s samp small span strike strong sub sup svg time tt u var wbr blink g-emoji"
    ).split()
)
"""Elements that do not break a line. Unknown ones count as blocks unless they hold only inline content."""

_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_OPEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_LONG_TAG = 8192
_MANY_ATTRIBUTES = 1000
"""Characters and attributes from which on a tag loses its attributes: the parser compares each with all before it."""
_BLOATED = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,30})[^<>]{8192,}>")
_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


def squeeze(text: str) -> str:
    """The text with each run of blanks, tabs and line ends as one blank, as HTML shows it; other spaces stay."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        return _SPACE.sub(" ", text)
    return text


class Page:
    """What the elements of a page share: all of its texts and all of its elements, in the order of the document.

    Each element holds a stretch of both, so that neither its text nor its elements need a walk. `shown` has the numbers
    of the texts that are not blank.
    """

    __slots__ = ("order", "shown", "texts")

    def __init__(self) -> None:
        """Start with nothing."""
        self.texts: list[str] = []
        self.order: list[Node] = []
        self.shown: list[int] = []


class Node:
    """An element: its tag in lower case, attributes, parent, and children (elements and strings, in order).

    `own` and `own_link` count the characters of text, and of text in links, for which this is the nearest block; the
    other counts are sums over the whole element: `chars`, `link`, `good` (characters of prose) and `blocks` (whether
    there is a block inside).
    """

    __slots__ = (
        "attributes", "blocks", "chars", "depth", "drop", "end", "first", "good", "index", "kept", "kids", "last", "link",
        "own", "own_link", "page", "parent", "tag",
    )  # fmt: skip

    def __init__(
        self, tag: str, attributes: dict[str, str | None], parent: Node | None, depth: int, page: Page
    ) -> None:
        """Make an element without children, the next one of the page."""
        self.page = page
        self.first = self.last = len(page.texts)
        order = page.order
        self.index = len(order)
        order.append(self)
        self.end = self.index + 1
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.depth = depth
        self.kids: list[Node | str] = []
        self.own = 0
        self.own_link = 0
        self.chars = 0
        self.link = 0
        self.good = 0
        self.blocks = False
        self.drop = ""
        self.kept = False

    def get(self, name: str) -> str:
        """An attribute, or an empty string."""
        return self.attributes.get(name) or ""

    def elements(self) -> Iterator[Node]:
        """The children that are elements."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def close(self) -> None:
        """Note that all that was added to the page since this element stands in it."""
        self.last = len(self.page.texts)
        self.end = len(self.page.order)

    def walk(self) -> list[Node]:
        """This element and all elements inside, in the order of the document."""
        return self.page.order[self.index : self.end]

    def ancestors(self) -> Iterator[Node]:
        """The elements around this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """All text inside on one line, with blanks between blocks."""
        return squeeze(self.raw_text()).strip()

    def size(self) -> int:
        """The number of characters of text inside; text that stands in a line counts for its block, not for its element."""
        return self.chars if self.tag not in INLINE or self.blocks else len(self.text())

    def raw_text(self) -> str:
        """All text inside as it stands, with a line feed at every edge of a block."""
        return "".join(self.page.texts[self.first : self.last])

    def place(self) -> str:
        """A short path by which a person finds the element, like `main > div.story > aside#more`."""
        steps: list[str] = []
        node: Node | None = self
        while node is not None and node.tag != "body" and len(steps) < _STEPS:
            name = node.tag
            if identity := node.get("id").split():
                steps.append(f"{name}#{identity[0][:40]}")
                break
            classes = node.get("class").split()[:2]
            steps.append(".".join([name, *(one[:40] for one in classes)]))
            node = node.parent
        return " > ".join(reversed(steps)) or "body"


_STEPS = 5
"""Elements that the name of a place has."""


def parse(text: str) -> LexborHTMLParser:
    """Parse a page or a fragment, in time linear in its length."""
    from selectolax.lexbor import LexborHTMLParser

    if len(text) > _LONG_TAG and any(map(_may_be_bloated, text.split(">"))):
        text = _BLOATED.sub(_without_attributes, text)
    if text.count("<") > _FEW_TAGS and _is_deep(text):
        text = _flatten(text)
    if "\x00" in text:
        text = text.replace("\x00", " ")
    # lone surrogates cannot be handed over as UTF-8
    return LexborHTMLParser(text.encode("utf-8", "replace"))


def _may_be_bloated(piece: str) -> bool:
    """Whether a text that ends before a `>` may be a tag with too many attributes; scripts can be as long."""
    return len(piece) > _LONG_TAG and piece.count("=", piece.rfind("<")) > _MANY_ATTRIBUTES


def _without_attributes(match: re.Match[str]) -> str:
    # attributes are compared with one another, so thousands of them cost millions of steps; a data URL is but one
    return f"<{match[1]}>" if match[0].count("=") > _MANY_ATTRIBUTES else match[0]


def _is_deep(text: str) -> bool:
    """Whether elements may nest too deeply, counting those that are never closed."""
    opened: dict[str, int] = {}
    depth = 0
    for end, name in _OPEN.findall(text):
        if name in _FLAT:
            continue
        if not end:
            opened[name] = opened.get(name, 0) + 1
            depth += 1
            if depth > _OPEN_LIMIT:
                return True
        elif opened.get(name):
            opened[name] -= 1
            depth -= 1
    return False


_FLAT = VOID | _IMPLIED_END


def _flatten(text: str) -> str:
    """The text without the start tags that would nest too deeply; their end tags are ignored by any parser."""
    parts: list[str] = []
    position = 0
    opened: dict[str, int] = {}
    depth = 0
    for match in _OPEN.finditer(text):
        name = match[2].lower()
        if name in _FLAT:
            continue
        if match[1]:
            if opened.get(name):
                opened[name] -= 1
                depth -= 1
            continue
        if depth < _OPEN_LIMIT:
            opened[name] = opened.get(name, 0) + 1
            depth += 1
            continue
        end = text.find(">", match.end())
        if match.start() < position or end < 0:
            continue
        parts.append(text[position : match.start()])
        position = end + 1
    parts.append(text[position:])
    return "".join(parts)


def shown_in(markup: str) -> str:
    """The text that the content of a `<noscript>` shows; the parser, which runs scripts in principle, leaves it unparsed."""
    body = parse(markup).body
    if body is None:
        return ""
    return "\n".join(
        node.text_content or ""
        for node in body.traverse(include_text=True)
        if node.is_text_node and node.parent is not None and node.parent.tag not in UNSEEN
    )


def build(body: LexborNode) -> list[Node]:  # noqa: C901, PLR0912, PLR0915 - one walk, inlined because it sees every node of a page
    """The elements of a parsed element in the order of the document, itself first, with all counts made.

    What is never seen is not among them.
    """
    page = Page()
    texts, order, shown = page.texts, page.order, page.shown
    root = Node(body.tag or "body", dict(body.attributes), None, 0, page)
    block = root
    links = 0
    # one entry for each element that is open: where to go on, in which element, block and number of links
    path: list[tuple[LexborNode | None, Node, Node, int]] = []
    owner = root
    cursor = body.child
    # a name is made anew for each element that is asked for it, its number is not
    names: dict[int, str] = {}
    while True:
        if cursor is None:
            if owner.tag not in INLINE:
                texts.append("\n")
            owner.last = len(texts)
            owner.end = len(order)
            if not path:
                break
            cursor, owner, block, links = path.pop()
            continue
        number = cursor.tag_id
        tag = names.get(number)
        if tag is None:
            tag = names[number] = cursor.tag or ""
        if tag == "-text":
            content = cursor.text_content or ""
            if "<" in content and owner.tag == "noscript":
                content = shown_in(content)
            owner.kids.append(content)
            texts.append(content)
            if content and not content.isspace():
                shown.append(len(texts) - 1)
                length = len(squeeze(content))
                if not content.isascii() and _DENSE.search(content):
                    # one of these characters says about as much as two or three letters
                    length *= 2
                block.own += length
                if links:
                    block.own_link += length
            cursor = cursor.next
        elif not tag or tag in UNSEEN or tag == "-comment":
            cursor = cursor.next
        else:
            inner = owner if owner.depth < DEPTH else owner.parent or owner
            node = Node(tag, cursor.attributes, inner, inner.depth + 1, page)
            inner.kids.append(node)
            path.append((cursor.next, owner, block, links))
            owner = node
            if tag == "a":
                links += 1
            elif tag not in INLINE:
                block = node
                texts.append("\n")
            elif tag == "br":
                texts.append("\n")
            cursor = cursor.child
    count(order)
    return order


PROSE = 45
"""Characters outside links from which on the text of a block counts as prose."""


def count(order: list[Node]) -> None:
    """Make the sums of all elements from what is their own; `order` has parents before children."""
    for node in reversed(order):
        own = node.own
        if own:
            node.chars += own
            node.link += node.own_link
            plain = own - node.own_link
            if plain >= PROSE and plain * 2 > own:
                node.good += plain
        parent = node.parent
        if parent is not None:
            parent.chars += node.chars
            parent.link += node.link
            parent.good += node.good
            if node.blocks or node.tag not in INLINE:
                parent.blocks = True
