"""Wikitext to a tree of templates, links and extension tags, in time linear in the text.

MediaWiki's own preprocessor works in the same way: one stack, one pass, and what is never closed is text. Every node
knows its place in the source. The general parsers for Python (mwparserfromhell, wikitextparser) take time that grows
with the square of the number of unclosed brackets or tags, or worse, and hang on 60 KB of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from ingest.formats.wikitext.names import words

DEPTH = 40
"""How deep templates and links may nest; MediaWiki stops at 40 levels of templates too. What is deeper stays text."""

BROKEN = 20_000
"""How many characters of a template without an end are looked at for the blank line that ends it."""

MARKS = "\x02\x03\x04\x05"
"""Characters that the converter uses for itself."""


class Kind(Enum):
    """What a node is."""

    TEXT = "text"
    TEMPLATE = "template"
    ARGUMENT = "argument"
    LINK = "link"
    TAG = "tag"
    COMMENT = "comment"


@dataclass(slots=True)
class Node:
    """A stretch `source[start:end]`; `parts` are what stands between its pipes, for templates and links.

    `name` is a tag's name in lower case, `attributes` what its opening tag holds, and `inner` the span of its content.
    """

    kind: Kind
    start: int
    end: int
    parts: list[list[Node]] = field(default_factory=list)
    name: str = ""
    attributes: str = ""
    inner: tuple[int, int] = (0, 0)


VERBATIM_TAGS = frozenset(
    words(
        "nowiki pre math chem ce gallery syntaxhighlight source timeline score hiero imagemap templatedata graph "
        "mapframe maplink inputbox charinsert categorytree templatestyles ref references includeonly poem code tt kbd "
        "samp indicator rss listing ppch phonos styles"
    )
)
"""Tags whose content is taken as one piece: MediaWiki's extension tags, and the HTML ones for code."""

_TOKEN = re.compile(
    r"\{\{+|\}\}+|\[\[|\]\]|\||\n\n|<!--|-->|</?(?:"
    + "|".join(sorted(VERBATIM_TAGS, key=len, reverse=True))
    + r")(?=[\s/>])[^<>]*>|["
    + MARKS
    + "]",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?([a-z]+)", re.IGNORECASE)
_PAGE_LINK = re.compile(r"\n(?=\[\[[^\[\]|:\n=]{2,30}:[^\[\]\n=]{1,200}\]\][ \t]{0,9}(?:\n|\Z))")
"""A line that is a link of the page, such as its category: no parameter of a template goes on behind it."""


@dataclass(slots=True)
class _Open:
    """A bracket that waits for its end: `width` braces, or a link where `width` is 0."""

    start: int
    width: int
    parts: list[list[Node]]
    pipes: list[int] = field(default_factory=list)


class Scanner:
    """Reads one text. `unclosed` are the places of brackets and tags that never end."""

    def __init__(self, text: str) -> None:
        """Get ready to read `text`."""
        self.text = text
        self.unclosed: list[tuple[int, str]] = []
        self._closers: dict[str, tuple[int, int]] = {}
        self._lowered = text.lower() if len(text.lower()) == len(text) else text

    def scan(self, start: int = 0, end: int | None = None) -> list[Node]:
        """The nodes of `text[start:end]`, in order; together they cover it."""
        return _Pass(self, start, len(self.text) if end is None else end).run()

    def closer(self, needle: str, start: int, end: int) -> int:
        """Where `needle` (in lower case) next stands in `text[start:end]`, or -1; all calls cost one search."""
        since, found = self._closers.get(needle, (1 << 62, 0))
        if start < since or -1 < found < start:
            found = self._lowered.find(needle, start)
            self._closers[needle] = start, found
        return found if found < end else -1


class _Pass:
    def __init__(self, scanner: Scanner, start: int, end: int) -> None:
        self.scanner = scanner
        self.text = scanner.text
        self.start = start
        self.end = end
        self.root: list[Node] = []
        self.stack: list[_Open] = []
        self.skipped = 0
        self.done = start

    def run(self) -> list[Node]:
        position = self.start
        while match := _TOKEN.search(self.text, position, self.end):
            position = self._token(match)
        self._text(self.end)
        while self.stack:
            self._give_up()
        return self.root

    def _token(self, match: re.Match[str]) -> int:
        found = match[0]
        first = found[0]
        if first == "<":
            return self._comment(match) if found == "<!--" else self._tag(match)
        if first == "{":
            return self._open(match.start(), len(found))
        if first == "}":
            return self._close_braces(match.start(), len(found))
        if found == "[[":
            return self._open(match.start(), 0)
        if found == "]]":
            return self._close_link(match.start())
        if first == "|" and self.stack:
            self._text(match.start())
            self.stack[-1].parts.append([])
            self.stack[-1].pipes.append(match.start())
            self.done = match.end()
        elif found == "\n\n":
            self._text(match.start())
            while self.stack and not self.stack[-1].width:  # a link never goes on in the next paragraph
                self._give_up()
        elif first in MARKS or found == "-->":
            self._text(match.start())
            self.done = match.end()
            self._add(Node(Kind.COMMENT, match.start(), match.end(), name="stray"))
        return match.end()

    def _add(self, node: Node) -> None:
        (self.stack[-1].parts[-1] if self.stack else self.root).append(node)

    def _text(self, end: int) -> None:
        if end > self.done:
            self._add(Node(Kind.TEXT, self.done, end))
        self.done = max(self.done, end)

    def _open(self, start: int, width: int) -> int:
        step = width or 2
        if len(self.stack) >= DEPTH:
            self.skipped += 1
            return start + step
        self._text(start)
        self.stack.append(_Open(start, width, [[]]))
        self.done = start + step
        return self.done

    def _close_link(self, start: int) -> int:
        if self.skipped:
            self.skipped -= 1
            return start + 2
        if not self.stack or self.stack[-1].width:
            return start + 2
        self._text(start)
        top = self.stack.pop()
        self.done = start + 2
        self._add(Node(Kind.LINK, top.start, self.done, top.parts))
        return self.done

    def _close_braces(self, start: int, width: int) -> int:
        if self.skipped:
            self.skipped -= 1
            return start + 2
        while self.stack and not self.stack[-1].width and any(one.width for one in self.stack):
            self._text(start)
            self._give_up()
        if not self.stack:
            return start + width
        self._text(start)
        top = self.stack[-1]
        taken = min(top.width, width, 3)
        self.stack.pop()
        self.done = start + taken
        kind = Kind.ARGUMENT if taken == 3 else Kind.TEMPLATE
        node = Node(kind, top.start + top.width - taken, self.done, top.parts)
        left = top.width - taken
        if left > 1:
            self.stack.append(_Open(top.start, left, [[node]]))
        else:
            if left:
                self._add(Node(Kind.TEXT, top.start, top.start + 1))
            self._add(node)
        return self.done

    def _give_up(self) -> None:
        """The top bracket is never closed: its mark goes, and what it holds is text of what is around it.

        A template that is left open at the start of a line is a block that ends with its paragraph, or before the
        page's own links.
        """
        top = self.stack.pop()
        mark = top.start + (top.width or 2)
        self.scanner.unclosed.append((top.start, self.text[top.start : mark]))
        parts = top.parts
        if top.width and self.text[max(0, top.start - 1) : top.start] in ("", "\n"):
            cut = self.text.find("\n\n", mark, min(self.end, mark + BROKEN))
            cut = self.end if cut < 0 else cut
            page_link = _PAGE_LINK.search(self.text, mark, cut)
            cut = page_link.start() if page_link else cut
            self._add(Node(Kind.COMMENT, top.start, cut, name="broken"))
            parts = [_after(part, cut) for part in parts]
        else:
            cut = mark
            self._add(Node(Kind.COMMENT, top.start, mark, name="unclosed"))
        inside = bool(self.stack and self.stack[-1].width)
        for pipe, part in zip([-1, *top.pipes], parts, strict=True):
            if pipe >= cut and inside:
                self.stack[-1].parts.append([])
                self.stack[-1].pipes.append(pipe)
            elif pipe >= cut:
                self._add(Node(Kind.TEXT, pipe, pipe + 1))
            for node in part:
                self._add(node)

    def _comment(self, match: re.Match[str]) -> int:
        self._text(match.start())
        close = self.scanner.closer("-->", match.end(), self.end)
        if close < 0:
            self.scanner.unclosed.append((match.start(), "<!--"))
            self.done = match.end()
            self._add(Node(Kind.COMMENT, match.start(), match.end(), name="stray"))
            return match.end()
        self.done = close + 3
        self._add(Node(Kind.COMMENT, match.start(), self.done, inner=(match.end(), close)))
        return self.done

    def _tag(self, match: re.Match[str]) -> int:
        token = match[0]
        found = _TAG.match(token)
        name = found[1].lower() if found else ""
        self._text(match.start())
        self.done = match.end()
        node = Node(Kind.TAG, match.start(), match.end(), name=name, inner=(match.end(), match.end()))
        if token.startswith("</"):
            node.kind, node.name = Kind.COMMENT, "stray"
        else:
            node.attributes = token[len(name) + 1 : -1].rstrip("/ ")
            if not token.endswith("/>"):
                self._content(node)
        self._add(node)
        return self.done

    def _content(self, node: Node) -> None:
        """Find where the tag ends; a reference that another one starts in was left open by mistake."""
        close = self.scanner.closer(f"</{node.name}", node.end, self.end)
        if close >= 0 and node.name == "ref":
            again = self._next_ref(node.end, close)
            close = -1 if again else close
        if close < 0:
            if node.name != "references":
                self.scanner.unclosed.append((node.start, f"<{node.name}>"))
            node.name = node.name if node.name in ("references", "ref") else "stray"
            if node.name == "stray":
                node.kind = Kind.COMMENT
            return
        shut = self.text.find(">", close, min(self.end, close + 40))
        node.inner = (node.end, close)
        node.end = shut + 1 if shut >= 0 else close + len(node.name) + 2
        self.done = node.end

    def _next_ref(self, start: int, close: int) -> bool:
        at = self.scanner.closer("<ref", start, close)
        while 0 <= at < close:
            shut = self.text.find(">", at, min(close, at + 300))
            if self.text[at + 4 : at + 5] in (" ", ">") and shut >= 0 and self.text[shut - 1] != "/":
                return True
            at = self.scanner.closer("<ref", at + 4, close)
        return False


def _after(nodes: list[Node], cut: int) -> list[Node]:
    """The nodes that end after `cut`; text that it goes through is cut."""
    kept = [node for node in nodes if node.end > cut]
    for node in kept:
        if node.kind is Kind.TEXT:
            node.start = max(node.start, cut)
    return kept


def walk(nodes: list[Node]) -> Iterator[Node]:
    """All nodes, outer before inner; `DEPTH` bounds the recursion."""
    for node in nodes:
        yield node
        for part in node.parts:
            yield from walk(part)
