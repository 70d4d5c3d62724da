"""Pieces of web pages that stand in a Markdown text: which they are, and what they are in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.markup import from_wiki
from ingest.rules.registry import rule

_BLOCKS = (
    "div|section|article|aside|header|footer|main|center|figure|table|ul|ol|dl|blockquote|p|h[1-6]|"
    "tr|td|th|thead|tbody|tfoot|li|dd|dt"
)
_TAG = re.compile(rf"(?<!\\)<(/?)({_BLOCKS})\b((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>", re.IGNORECASE)
_TORN = frozenset({"tr", "td", "th", "thead", "tbody", "tfoot", "li", "dd", "dt"})
"""Elements that mean something only inside another one: where that is gone, parsers by the standard drop their tags."""

_OF_A_PAGE = late(
    r"<[a-z][a-z0-9]{0,12}\s[^<>]{0,400}?(?<![\w-])"
    r"(?:class|style|role|bgcolor|cellpadding|cellspacing|itemprop|itemscope|on[a-z]{4,12}|(?:data|aria)-[\w-]{1,40})\s?=",
    re.IGNORECASE,
)
"""An attribute that pages need for their looks and scripts, and that nobody writes by hand into a text."""

_STYLED = late(
    r"<[a-z][a-z0-9]{0,12}(?:\s{1,4}(?:class|style|id|align|lang|dir|title)\s?=\s?(?:\"[^\"<>]{0,400}\"|'[^'<>]{0,400}'))+\s{0,4}>",
    re.IGNORECASE,
)
"""A tag with nothing but looks, as the author of a site writes one around a line or a quotation."""

_KEPT = late(
    r"\{\{|\{%|<%|<\?|<(?:script|style|iframe|form|input|select|textarea|button|video|audio|object|embed|canvas|svg|math|"
    r"img|picture|figure|pre|code|details|kbd|template|noscript)\b|<!--",
    re.IGNORECASE,
)
"""What a fragment may not hold: templates of a site's generator, and what would be lost or is another rule's matter."""

_MARKDOWN = late(
    r"^ {0,3}(?:#{1,6} |[-*+] |\d{1,9}[.)] |> |\||`{3}|~{3})|\]\([^()\s]{1,300}\)|\*\*\S|(?<!\w)__\S|`", re.MULTILINE
)
_LONGEST = 200_000
_DEEPEST = 80


@rule("TXT024", "html-fragment", triggers=("</",))
def html_fragment(body: Body) -> Iterator[Proposal]:
    """Pieces of web pages: tables, lists and nested boxes in HTML, with the attributes that pages need for their looks.

    ```
    <div class="content-box"><h3 style="color:red">Opening hours</h3>
    <ul class="list"><li>Monday to <b>Friday</b>: 9 to 5</li><li>Sunday: closed</li></ul></div>
    ```

    becomes

    ```
    ### Opening hours

    - Monday to **Friday**: 9 to 5
    - Sunday: closed
    ```

    A row or a cell whose table is gone is read as one all the same. All words stay; links keep their addresses.

    Left alone: HTML that a person may have written into Markdown (without `class`, `style` and the like, or, below a
    header, one element around a line, unless the document is known to come from a wiki), elements that are not closed
    or do not stand on lines of their own, those with Markdown, templates of a site generator, code, forms or media
    inside, and code.
    """
    for start, end, names in _outermost(body.text):
        fragment = body.text[start:end]
        if (
            names[0] not in _TORN
            and not from_wiki(body)
            and (not _OF_A_PAGE.search(fragment) or _is_styled(body, fragment))
        ):
            continue
        if _KEPT.search(fragment) or _MARKDOWN.search(fragment) or body.in_code(start, end):
            continue
        if markdown := _converted(fragment, torn=names[0] in _TORN):
            yield _replaced(body, start, end, markdown)


def _is_styled(body: Body, fragment: str) -> bool:
    """Whether a fragment is one element around text, of a source text of a site: one with a header."""
    tag = _STYLED.match(fragment) if body.fields else None
    return (
        bool(tag) and len(_TAG.findall(fragment)) == _PAIR and not _OF_A_PAGE.search(fragment, tag.end() if tag else 0)
    )


_PAIR = 2


def _converted(fragment: str, *, torn: bool) -> str:
    from ingest.formats.html import fragment_to_markdown, torn_to_markdown

    return torn_to_markdown(fragment) if torn else fragment_to_markdown(fragment)


def _replaced(body: Body, start: int, end: int, markdown: str) -> Proposal:
    """The fragment's lines replaced, parted from the text around them by a blank line."""
    lines = body.lines
    first, last = body.line_at(start).number, body.line_at(end - 1).number
    above = "\n" if first and lines[first - 1].bare else ""
    below = "\n" if last + 1 < len(lines) and lines[last + 1].bare else ""
    return Proposal(start, end, above + markdown + below)


def _outermost(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Elements that are closed, begin a line and end one, and lie in no other: start, end, names; torn rows as one.

    One walk over the tags: what is never closed is stepped out of when something around it is.
    """
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int, str]] = []
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if not match[1]:
            if not match[3].endswith("/") and len(opened) < _DEEPEST:
                opened.append((name, match.start()))
            continue
        for index in range(len(opened) - 1, -1, -1):
            if opened[index][0] == name:
                start = opened[index][1]
                del opened[index:]
                while found and found[-1][0] >= start:
                    found.pop()
                found.append((start, match.end(), name))
                break
    yield from _whole_lines(text, found)


def _whole_lines(text: str, found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, list[str]]]:
    run: tuple[int, int, list[str]] | None = None
    for start, end, name in found:
        if run and name in _TORN and run[2][0] in _TORN and not text[run[1] : start].strip():
            run = run[0], end, [*run[2], name]
            continue
        if run and _is_whole(text, run[0], run[1]):
            yield run
        run = start, end, [name]
    if run and _is_whole(text, run[0], run[1]):
        yield run


def _is_whole(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST or (start and text[start - 1] != "\n"):
        return False
    rest = text.find("\n", end)
    return not text[end : rest if rest >= 0 else len(text)].strip()
