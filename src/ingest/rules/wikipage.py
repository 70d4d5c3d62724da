"""What a wiki's pages leave in Markdown that was made of their HTML: their tags, their style sheets, their contents."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice

from ingest.body import Body, Line
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.headings import headings
from ingest.rules.lines import without_span
from ingest.rules.registry import rule
from ingest.rules.words import CATEGORY_NAMESPACES, CONTENTS_TITLES

_TAG = late(
    r"<(?P<close>/?)(?P<name>table|ul|ol|dl|blockquote|span|div|section|center|a|small|big|abbr|bdi|cite|time|link|meta"
    r"|strong|em|b|i)(?=[\s/>])(?P<attributes>[^<>]{0,4000})>",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"table", "ul", "ol", "dl", "blockquote"})
"""Elements that are read as a whole (TXT024), so that what is inside of them stays as it is."""

_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_CLASS = late(r"\bclass\s?=\s?[\"']([^\"'<>]*)", re.IGNORECASE)
_HREF = late(r"\bhref\s?=\s?(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)
_HIDDEN = late(r"\bstyle\s?=\s?[\"'][^\"']*display:\s?none", re.IGNORECASE)
_SERVICE = frozenset({"mw-editsection", "mw-cite-backlink", "Z3988", "sortkey"})
"""Classes of what a page holds for editors and machines: links to edit a section and back to a citation, and the data of
a cited work. Source: the core's `EditSection`, Extension:Cite, and Module:Citation/CS1."""

_LONGEST_SERVICE = 2_000
_LONGEST_WORDS = 1_000
_MARK = 'class="mw-'


@rule("TXT025", "wiki-page-tag", triggers=(_MARK,))
def wiki_page_tag(body: Body) -> Iterator[Proposal]:
    """Tags of a wiki's pages in Markdown that was made of their HTML by a tool that keeps the tags it cannot write.

    ```
    <div class="mw-parser-output">

    ## <span id="Fire" class="mw-headline">Fire</span><span class="mw-editsection">[<a href="…">edit</a>]</span>

    It burnt in <a href="/wiki/1904" class="mw-redirect" title="1904">1904</a>.

    </div>
    ```

    becomes

    ```
    ## Fire

    It burnt in [1904](/wiki/1904).
    ```

    Links become Markdown's, bold and italics too. What such a page holds for editors and machines alone goes with its
    words: the links to edit a section and back to a citation, and what is never displayed.

    Left alone: documents without a class of such a wiki (`class="mw-…"`), where HTML may be the author's; what is inside
    of a table, list or quotation in HTML (TXT024), other tags, and code.
    """
    text = body.text
    if _MARK not in text:
        return
    tags = [found for found in _TAG.finditer(text) if not body.in_code(*found.span())]
    outside: list[re.Match[str]] = []
    depth = 0
    for tag in tags:
        if tag["name"].lower() in _BLOCKS:
            depth = max(0, depth + (-1 if tag["close"] else 1))
        elif not depth:
            outside.append(tag)
    yield from _Tags(body, outside).proposals()


class _Tags:
    """The tags of a text that stand in no table or list of HTML."""

    def __init__(self, body: Body, tags: list[re.Match[str]]) -> None:
        self.body = body
        self.text = body.text
        self.tags = tags

    def proposals(self) -> Iterator[Proposal]:
        past = 0
        closed: dict[int, str] = {}
        for index, tag in enumerate(self.tags):
            if tag.start() < past:
                continue
            name = tag["name"].lower()
            if tag["close"]:
                if name not in _PAIRED or index in closed:
                    yield Proposal(*tag.span(), closed.get(index, ""))
            elif name == "span" and self._is_service(tag) and (end := self._end(index)) > 0:
                start = tag.start()
                past = end + (self.text[start - 1 : start] == " " and self.text[end : end + 1] == " ")
                yield without_span(self.body, start, past)
            elif name in _PAIRED:
                if pair := self._pair(index, name):
                    opening, ending = pair
                    closed[index + self._next(index, name)] = ending
                    yield Proposal(*tag.span(), opening)
            else:
                yield Proposal(*tag.span())

    def _is_service(self, tag: re.Match[str]) -> bool:
        classes = _CLASS.search(tag["attributes"])
        return _HIDDEN.search(tag["attributes"]) is not None or (
            classes is not None and not _SERVICE.isdisjoint(classes[1].split())
        )

    def _end(self, index: int) -> int:
        """Where the span that this tag opens is closed, or -1 where that is too far or in another paragraph."""
        depth = 0
        start = self.tags[index].start()
        for tag in self.tags[index : index + _LONGEST_SERVICE]:
            if tag.end() - start > _LONGEST_SERVICE:
                return -1
            if tag["name"].lower() == "span" and not tag["attributes"].endswith("/"):
                depth += -1 if tag["close"] else 1
                if depth == 0:
                    return -1 if "\n\n" in self.text[start : tag.end()] else tag.end()
        return -1

    def _next(self, index: int, name: str) -> int:
        """How many tags further this one is closed, or 0: a link or emphasis holds none of its own kind."""
        for step, tag in enumerate(self.tags[index + 1 : index + _NEAR], start=1):
            if tag["name"].lower() == name:
                return step if tag["close"] else 0
        return 0

    def _pair(self, index: int, name: str) -> tuple[str, str] | None:
        """What takes the place of a link's or emphasis's tags, or None if they stay."""
        step = self._next(index, name)
        if not step:
            return None
        words = self.text[self.tags[index].end() : self.tags[index + step].start()]
        if "\n\n" in words or len(words) > _LONGEST_WORDS:
            return None
        if mark := _EMPHASIS.get(name):
            return (mark, mark) if words == words.strip() and words and "*" not in words else None
        found = _HREF.search(self.tags[index]["attributes"])
        address = html.unescape((found[1] or found[2] or "") if found else "")
        if not words.strip() or not address:
            return "", ""
        if words.count("[") != words.count("]") or "](" in words or any(sign in address for sign in " \n<>"):
            return None
        return "[", f"](<{address}>)" if address.count("(") != address.count(")") else f"]({address})"


_PAIRED = frozenset({"a", *_EMPHASIS})
_NEAR = 40
"""Tags within a link or emphasis; what holds more is left alone."""


_SELECTOR = r"[\w .,:>~+*#()\[\]=\"'\\^$|-]{0,800}"
_STYLED = rf"(?:(?:html|body)[.\w-]{{1,120}}+ )?\.mw-parser-output\b{_SELECTOR}\{{[^{{}}\n]{{0,2000}}\}}"
_STYLES = late(rf"(?:@media[^{{}}\n]{{1,200}}\{{(?:{_STYLED}){{1,60}}\}}|{_STYLED})")
_DECLARED = late(r"\{(?:\}|[^{}:\n]{1,60}:)")


@rule("TXT026", "style-sheet-text", triggers=(".mw-parser-output",))
def style_sheet_text(body: Body) -> Iterator[Proposal]:
    """The style sheets that a wiki's templates bring along, read as text.

    ```
    Smith, On Water, 1901..mw-parser-output cite.citation{font-style:inherit}.mw-parser-output q{quotes:none}
    ```

    becomes

    ```
    Smith, On Water, 1901.
    ```

    Left alone: the name of the class in a sentence, any other style sheet, and code.
    """
    run: tuple[int, int] | None = None
    for found in _STYLES.finditer(body.text):
        if not _DECLARED.search(found[0]):
            continue
        start, end = found.span()
        if run and body.text[run[1] : start].strip(" \t"):
            yield without_span(body, *run)
            run = None
        run = (run[0] if run else start), end
    if run:
        yield without_span(body, *run)


_NUMBER = r"(?:<span[^<>]{0,80}>)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,5})(?:</span>)?[ \t]{1,3}"
_ENTRY = late(
    rf"[ \t]{{0,24}}[-*+][ \t]{{1,4}}(?:\[{_NUMBER}(?P<title>[^\n]{{1,400}})\]\([^\s#]{{0,600}}+#[^\s]{{1,600}}\)|"
    r"(?P<bare>\d{1,3}(?:\.\d{1,3}){0,5})[ \t](?P<text>[^\n]{1,300}))[ \t]*"
)
_FIRST = late(r"^[ \t]{0,24}[-*+](?: 1 |[ \t]{1,4}\[(?:1 |<span[^<>]{0,80}>1</span>))", re.MULTILINE)
_BEGUN = late(r"[ \t]{0,24}[-*+][ \t]{1,4}\[[^\n]{1,600}(?<!\))")
"""An entry that goes on in the next line."""
_LONGEST_ENTRY = 600
_FEWEST_ENTRIES = 3
_MOST_LISTS = 4
"""Lists that are compared with the headings; a page has one."""

_ABOVE = 8
"""Lines above a table of contents among which its title is looked for."""

_ONLY_TAGS = late(r"(?:</?[a-z][^<>]{0,400}>\s{0,4})+", re.IGNORECASE)
_NOTES = late(r"\\?\[[^\[\]\n]{2,20}\\?\]$")
"""The word behind the title that hid the table: `[hide]`."""
_MARKUP = late(
    r"<[^<>]{1,200}>|\]\([^()\s]{0,400}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?: \"[^\"\n]{0,200}\")?\)|[*_`\\\[\]]"
)
_NOT_TITLED = late(r"\\?\[\\?\[?(?:<span[^<>]{0,80}>)?\\?\[?[^\[\]\n]{2,40}\\?\](?:\([^\n]*action=edit[^\n]*)?$")


@rule("TXT027", "numbered-contents", triggers=("[1 ", "* 1 ", "- 1 ", "+ 1 ", ">1</span>"))
def numbered_contents(body: Body) -> Iterator[Proposal]:
    """The table of contents of a wiki's page: a list of numbers and titles of the headings that follow.

    ```
    ## Contents

    * [1 History](#History)
      * [1.1 Fire](#Fire)
    * [2 Legacy](#Legacy)

    ## History
    ```

    becomes

    ```
    ## History
    ```

    The heading above the list goes with it.

    Left alone: a list without such numbers, which is an author's; one of fewer than three entries; and one where not all
    titles are those of headings further down, in their order.
    """
    found = headings(body)
    lines = body.lines
    for first, last, titles in islice(_numbered_lists(body), _MOST_LISTS):
        below = [_title(one.title) for one in found if one.first.number > last.number]
        if not _in_order(titles, below):
            continue
        above = next(
            (line for line in reversed(lines[max(0, first.number - _ABOVE) : first.number]) if line.bare), None
        )
        if above and _ONLY_TAGS.fullmatch(above.bare) and _MARK in body.text:
            continue  # what stands above is seen when the tags are gone
        heading = next((one for one in found if above and one.last.number == above.number), None)
        title = heading.title if heading else above.bare if above else ""
        start = first
        if above and _title(_NOTES.sub("", title)) in CONTENTS_TITLES:
            start = heading.first if heading else above
        yield Proposal(*body.removal(start, last))


def _numbered_lists(body: Body) -> Iterator[tuple[Line, Line, list[str]]]:
    """Lists whose entries are numbered 1, 1.1, 1.2, 2 as a table of contents is: first and last line, titles."""
    past = -1
    for start in _FIRST.finditer(body.text):
        first = body.line_at(start.end()).number
        if first <= past:
            continue
        last, at, titles, begun = body.lines[first], "", [], ""
        for line in body.lines[first:]:
            if not line.bare:
                continue
            text = f"{begun} {line.bare}" if begun else line.text
            entry = _ENTRY.fullmatch(text)
            if entry is None and len(text) < _LONGEST_ENTRY and _BEGUN.fullmatch(text):
                begun = text
                continue
            begun = ""
            number = (entry["number"] or entry["bare"]) if entry else ""
            if entry is None or not (_follows(at, number) if at else number == "1"):
                break
            last, at = line, number
            titles.append(_title(entry["title"] or entry["text"]))
        past = last.number
        if len(titles) >= _FEWEST_ENTRIES:
            yield body.lines[first], last, titles


def _follows(number: str, after: str) -> bool:
    """Whether one number follows another in a table of contents: 1.1 or 2 after 1, 2 after 1.3."""
    here, there = number.split("."), after.split(".")
    if len(there) > len(here):
        return there == [*here, "1"]
    same = len(there) - 1
    return here[:same] == there[:same] and int(there[-1]) == int(here[same]) + 1


def _title(text: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub("", _NOT_TITLED.sub("", text))).split()).casefold()


def _in_order(titles: list[str], below: list[str]) -> bool:
    """Whether all titles are among those below, in their order."""
    rest = iter(below)
    return all(title in rest for title in titles)


_CATEGORY_LINK = late(
    r"\[(?P<space>[^\W\d_][^\[\]:\n]{2,20}):[^\[\]\n]{1,200}\]"
    r"\((?P<target>[^\[\]()\s:]{3,21}):[^\n]{1,300}? \"wikilink\"\)[ \t]{0,4}"
)
_CATEGORY_LINE = late(r"(?P<space>[^\W\d_][^:\n]{2,20}):[^\s:][^\n]{0,200}")
_CATEGORY_WORDS = frozenset(one.capitalize() for one in CATEGORY_NAMESPACES)
_FEWEST_CATEGORIES = 2


@rule(
    "TXT028",
    "category-line",
    triggers=('"wikilink")', *(f"\n{one}:" for one in sorted(_CATEGORY_WORDS))),
)
def category_line(body: Body) -> Iterator[Proposal]:
    """The categories of a wiki's page, as converters of its source leave them at the end: as links or plain lines.

    ```
    The mill closed in 1931.

    [Category:Mills](Category:Mills "wikilink") [Category:Opole](Category:Opole "wikilink")
    ```

    becomes

    ```
    The mill closed in 1931.
    ```

    The same is done with two or more lines such as `Category:Mills` at the very end.

    Left alone: links to a category that the text speaks of (`[:Category:Mills](…)`), a single line, and lines with a
    blank after the colon, which are fields of a form.
    """
    run: tuple[int, int] | None = None
    for found in _CATEGORY_LINK.finditer(body.text):
        space = found["space"].casefold()
        if space not in CATEGORY_NAMESPACES or found["target"].replace("_", " ").casefold() != space:
            continue
        start, end = found.span()
        if run and run[1] == start:
            run = run[0], end
            continue
        if run:
            yield without_span(body, *run)
        run = start, end
    if run:
        yield without_span(body, *run)
    if lines := _last_categories(body):
        yield Proposal(*body.removal(lines[-1], lines[0]))


def _last_categories(body: Body) -> list[Line]:
    """The lines of categories that end the text, the last one first."""
    lines: list[Line] = []
    for line in reversed(body.lines):
        if not line.bare:
            continue
        found = _CATEGORY_LINE.fullmatch(line.bare)
        if not found or found["space"] not in _CATEGORY_WORDS:
            break
        lines.append(line)
    return lines if len(lines) >= _FEWEST_CATEGORIES and lines[-1].number else []
