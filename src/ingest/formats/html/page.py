"""A saved web page as a Markdown document with its metadata, and the account of everything left out."""

from __future__ import annotations

import gc
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.formats.html import HTML_CODES, content, head, kinds
from ingest.formats.html.bylines import split_authors
from ingest.formats.html.hints import name_of
from ingest.formats.html.markdown import Writer
from ingest.formats.html.places import Places
from ingest.formats.html.texts import fold
from ingest.formats.html.tree import INLINE, PROSE, Node, Page, build, parse, squeeze
from ingest.model import Block, Conversion, Remark, Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'-])*(?:\s+[^\W\d_](?:[^\W\d_]|[.’'-])*){1,4}")
# a name may stand right before the month, when a stylesheet parts them
_MONTH = r"(?:(?<![^\W_])|(?<=[a-z])(?=[A-Z]))(?:[A-Z]{3,10}|[^\W\d_](?:(?![A-Z])[^\W\d_]){2,9})"
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.|年\s?\d{1,2}月\s?)\d{1,2}日?"
    r"(?:[T ]{1,2}\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?|"
    r"\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]{3,10}\.?,?\s+\d{4}|"
    rf"{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})(?!\d)"
)
_AUTHORED = re.compile(r"author|byline|auteur|autore?s?(?![a-z])|verfasser", re.IGNORECASE)
_DATED = re.compile(r"time|date|pub|info|source|meta|byline|posted", re.IGNORECASE)


def convert(text: str, source: Source) -> Conversion:
    """Turn a page into Markdown.

    `source.url` resolves relative links. The body ends in one line feed, or is empty where the page shows no text.
    `fields` have canonical names where this module merges several sources, and the page's own names for the rest.
    """
    # thousands of small objects come and go at once, and nothing else: looking for garbage meanwhile costs a third more
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _convert(text, source)
    finally:
        if collecting:
            gc.enable()


def _convert(text: str, source: Source) -> Conversion:
    page = parse(text)
    order = _elements(page)
    if not order[0].chars and (closed := _TITLE.sub(r"\1</title>", text, count=1)) != text:
        # a title without its end swallows the whole page; people still see that there is one
        page = parse(closed)
        order = _elements(page)
    root = order[0]
    shown = root.chars
    content.mark(root)
    facts = head.read(page, order, source.url)
    main = content.choose(root)
    writer = Writer(order, facts.base)
    kind = _kind(page, order, main, facts, main.good)
    if not kind and kinds.lists_articles(main):
        kind = kinds.INDEX
    after = content.tails(main)
    if kind != kinds.INDEX:
        wiki = "MediaWiki" in str(facts.fields.get("generator") or "")
        for part in (main, *after):
            content.trim(part, writer.targets.values(), wiki=wiki)
    kept = [*content.leads(main), main, *after]
    _take_title(order, kept, facts)
    _visible_facts(order, main, facts)
    if box := _infobox(order):
        facts.fields["infobox"] = box
    markdown = writer.write(kept)
    _derive(order, kept, facts)
    if not markdown and shown:
        markdown = _everything(order, kept, writer)
    blocks = _blocks(order, kept, Places(text, root.page))
    remarks = (Remark(0, 0, f"{kind}: this page is no article"),) if kind else ()
    for node in order:
        # without the way up the tree has no cycles, and goes as soon as it is not needed
        node.parent = None
    return Conversion(markdown, "html", facts.fields, blocks, remarks)


_TITLE = re.compile(r"(<title\b[^<>]{0,200}>[^<]{0,1000})(?=<[a-z])", re.IGNORECASE)


def _elements(page: LexborHTMLParser) -> list[Node]:
    body = page.body
    return build(body) if body is not None else [Node("body", {}, None, 0, Page())]


def fragment_to_markdown(html: str, base: str = "") -> str:
    """The Markdown of a piece of HTML, all of its text; without a final line feed."""
    order = _elements(parse(html))
    return Writer(order, base).write(order[:1]).rstrip("\n")


def torn_to_markdown(html: str) -> str:
    """The Markdown of rows, cells or items whose table or list is gone; without a final line feed."""
    from ingest.formats.html import torn

    order = torn.build(html)
    return Writer(order).write(order[:1]).rstrip("\n")


def _everything(order: list[Node], kept: list[Node], writer: Writer) -> str:
    """The text of a page in which no content was found: all that is not hidden."""
    for node in order:
        if node.drop not in {"HTML013", "HTML014", "HTML015", "HTML011"}:
            node.drop = ""
    kept[:] = order[:1]
    return writer.write(kept)


def _kind(page: LexborHTMLParser, order: list[Node], main: Node, facts: head.Facts, prose: int) -> str:
    front = head.is_front(str(facts.fields.get("url") or ""))
    if prose > kinds.LITTLE and not front:
        return ""
    clues = kinds.Clues(
        title=facts.document_title,
        prose=prose,
        scripts=len(page.css("script")),
        passwords=page.css_first('input[type="password"]') is not None,
        article=facts.fields.get("og:type") == "article" or "published" in facts.fields,
        front=front,
    )
    return kinds.kind(order, main, clues)


def _derive(order: list[Node], kept: list[Node], facts: head.Facts) -> None:
    """Fill what the page does not state from what it shows and where it stands."""
    if "authors" not in facts.fields and (author := _only_author(order)):
        facts.fields["authors"] = author
    if facts.bodies:
        facts.fields.setdefault("authors", facts.bodies)
    if kept and "description" not in facts.fields and (first := _first_paragraph(kept)):
        facts.fields["derived:description"] = first
    if "published" not in facts.fields and (day := head.date_in(str(facts.fields.get("url") or ""))):
        facts.fields["derived:published"] = day


def _only_author(order: list[Node]) -> list[str]:
    """The author that links name wherever they stand, where all name the same."""
    people: list[str] = []
    for node in order:
        if node.tag == "a" and "author" in node.get("rel").split() and (found := _author(node)) and found != people:
            if people or any(one.drop in _OTHERS for one in node.ancestors()):
                return []
            people = found
    return people


_OTHERS = frozenset({"HTML007", "HTML008"})  # other pages, comments


def _first_paragraph(kept: list[Node]) -> str:
    """The first paragraph of prose in the content: what there is of a description where the page gives none."""
    loose = ""
    for top in kept:
        for node in top.walk():
            if (
                not node.good
                or node.drop
                or node.own - node.own_link < PROSE
                or any(one.drop for one in node.ancestors())
            ):
                continue
            if node.tag == "p":
                text = node.text()
                if len(text) <= _LONGEST_DESCRIPTION:
                    return text
                break
            loose = loose or _opening(node)
    return loose if len(loose) <= _LONGEST_DESCRIPTION else ""


def _opening(node: Node) -> str:
    """The text that stands in an element before its first block or empty line."""
    parts: list[str] = []
    for kid in node.kids:
        if isinstance(kid, str):
            parts.append(kid)
        elif kid.tag not in INLINE or kid.blocks:
            if len(text := squeeze("".join(parts)).strip()) >= PROSE:
                return text
            if kid.good:
                return ""
            parts.clear()
        elif not kid.drop:
            parts.append(kid.raw_text())
    return squeeze("".join(parts)).strip()


_LONGEST_DESCRIPTION = 1000
"""Characters of a paragraph that may stand for a description."""


def _infobox(order: list[Node]) -> dict[str, str]:
    """The labelled rows of a wiki's box of facts."""
    box: dict[str, str] = {}
    for node in order:
        if node.drop != "HTML018" or node.tag != "table":
            continue
        for row in node.walk():
            cells = [one for one in row.elements() if one.tag in {"th", "td"}] if row.tag == "tr" else []
            if (
                len(cells) == _PAIR
                and cells[0].tag == "th"
                and cells[1].tag == "td"
                and cells[0].chars
                and cells[1].chars
            ):
                box.setdefault(cells[0].text(), cells[1].text())
    return box


_PAIR = 2
"""Cells of a row with a label and a value."""


def _take_title(order: list[Node], kept: list[Node], facts: head.Facts) -> None:
    """Take the heading that is the title out of the body, or name it where it stands outside."""
    if _take_inner_title(kept, facts):
        return
    wanted = {fold(str(facts.fields.get("title") or "")), fold(facts.short_title)} - {""}
    for node in order:
        if node.tag in _TITLE_TAGS and node.chars and not node.drop and fold(node.text()) in wanted:
            if not any(one in kept for one in node.ancestors()):
                content.leave_out(node, "HTML014")
            return


def _take_inner_title(kept: list[Node], facts: head.Facts) -> bool:
    title = str(facts.fields.get("title") or "")
    wanted = {fold(title), fold(facts.short_title)} - {""}
    seen = 0
    for top in kept:
        for node in top.walk():
            if node.tag in _TITLE_TAGS and node.chars and not node.drop:
                text = node.text()
                if fold(text) in wanted:
                    content.leave_out(node, "HTML014")
                    if text == facts.short_title:
                        facts.fields.setdefault("headline", text)
                    return True
                if node.tag == "h1" and _similar(text, f"{title} {facts.document_title}"):
                    content.leave_out(node, "HTML014")
                    facts.fields.setdefault("headline", text)
                    return True
            seen += node.own if node.good else 0
            if seen > _NEAR_TOP:
                return False
    return False


_TITLE_TAGS = frozenset({"h1", "h2", "h3"})
_NEAR_TOP = 2000
"""Characters of prose before which title, byline and date stand."""


def _similar(text: str, other: str) -> bool:
    words = _words(text)
    return bool(words) and len(words & _words(other)) * 3 >= len(words) * 2


def _words(text: str) -> set[str]:
    """The words of a text, or its pairs of characters in scripts that part no words."""
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if _UNPARTED.search(word):
            found.update(word[at : at + 2] for at in range(max(len(word) - 1, 1)))
        else:
            found.add(word)
    return found


_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, the Japanese syllabaries and Chinese characters."""


def _visible_facts(order: list[Node], main: Node, facts: head.Facts) -> None:
    """Author and date as readers see them, where the page states them nowhere else."""
    if facts.fields.get("authors") and facts.fields.get("published"):
        return
    near = _around(main)
    seen = 0
    index = 0
    while index < len(order):
        node = order[index]
        index += 1
        if node.drop and node.drop not in _ABOUT_PAGE:
            # who wrote a comment or another page, and when
            index = node.end
            continue
        inside = main.index <= node.index < main.end
        if inside and node.good:
            seen += node.own
        attributes = node.attributes
        if not attributes or node.chars > _BYLINE * 2:
            continue
        author, dated = _clues(name_of(node))
        if "authors" not in facts.fields and (author or "rel" in attributes) and (people := _author(node)):
            facts.fields["authors"] = people
        # far down in the text dates are those of sources
        if inside and seen > _NEAR_TOP and node.drop != "HTML015":
            continue
        may_date = (dated or node.tag == "time" or node.drop) and "published" not in facts.fields
        if may_date and (date := _date(node, near, dated=dated)):
            facts.fields["published"] = date
    if "published" not in facts.fields and (date := _dated_line(order)):
        facts.fields["published"] = date


def _dated_line(order: list[Node]) -> str:
    """The date in a line between the title and the first paragraph: with a time of day, or said to be that of publication."""
    title = next((node for node in order if node.drop == "HTML014"), None)
    index = title.end if title is not None else len(order)
    for _ in range(_FEW):
        if index >= len(order):
            break
        node = order[index]
        if node.drop and node.drop != "HTML015":
            index = node.end
            continue
        index += 1
        if _DATE_SIZE <= node.chars <= _BYLINE and (match := _DATELINE.match(node.text())):
            return match["day"] or match["stamp"]
        if node.own - node.own_link >= PROSE and node.good:
            break
    return ""


_FEW = 40
"""Elements behind the title among which a line with the date is looked for."""
_NUMERIC = r"\d{4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.|年\s?\d{1,2}月\s?)\d{1,2}日?"
_SAID = (
    "发布时间|發佈時間|发布日期|发表时间|发稿时间|公開日|掲載日|입력|등록|"
    "published|posted|publié le|veröffentlicht|publicado"
)
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_DATELINE = re.compile(
    rf"(?:.{{0,40}}?\b(?:{_SAID})\s?(?:on\s)?[:：]?\s?(?P<day>{_NUMERIC}(?:\s{_CLOCK})?)|"
    rf"(?P<stamp>{_NUMERIC}\s?{_CLOCK}))(?!\d)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def _clues(name: str) -> tuple[bool, bool]:
    """Whether class and id speak of an author, and of a date."""
    return bool(_AUTHORED.search(name)), bool(_DATED.search(name))


def _around(main: Node) -> Node:
    for node in (main, *main.ancestors()):
        if node.tag in {"article", "main", "body"}:
            return node
    return main


def _author(node: Node) -> list[str]:
    if node.chars > _BYLINE or not (_clues(name_of(node))[0] or node.get("rel") == "author"):
        return []
    lines = [line for one in node.raw_text().split("\n") if (line := squeeze(one).strip())]
    # names may stand one a line after a bare "by"; what follows a whole line with a name is who they work for
    text = lines[0] if lines and len(lines[0]) > _BARE_BY else " ".join(lines)
    people = split_authors(re.sub(r"\s*[|•·].*", "", text)) if len(text) <= _BYLINE else []
    return people if people and all(_NAME.fullmatch(one) for one in people) else []


_BYLINE = 120
_BARE_BY = 9
"""Characters of a byline at the most, and of a first line that says "by" alone, in the languages that are known."""
_ABOUT_PAGE = frozenset({"HTML002", "HTML006", "HTML013", "HTML015", "HTML017"})


def _date(node: Node, near: Node, *, dated: bool) -> str:
    if node.tag == "time" and (value := node.get("datetime").strip()):
        inside = node is near or any(one is near for one in node.ancestors())
        return value if inside and len(value) >= _DATE_SIZE else ""
    if node.chars > _BYLINE * 2 or not (dated or node.drop == "HTML015"):
        return ""
    match = _DATE.search(node.text()[: _BYLINE * 2])
    # what stands in the head or foot of the site is today's date, or that of something else
    return match[0] if match and not any(one.drop and one.drop != "HTML015" for one in node.ancestors()) else ""


_DATE_SIZE = 8
"""Characters of a date at the least, as in 1/1/2020."""


def _blocks(order: list[Node], kept: list[Node], places: Places) -> tuple[Block, ...]:
    """Everything visible that is not in the body, in the order of the page."""
    for top in kept:
        top.kept = True
    # parts that were named on their own are listed on their own, wherever they stand
    apart = [node.index for node in order if node.drop or node.kept]
    found: list[Block] = []
    stack: list[tuple[Node, bool]] = [(order[0], False)]
    while stack:
        node, inside = stack.pop()
        if node.drop:
            _append(found, node, node.drop, places)
            continue
        inside = inside or node.kept
        if not inside and not _any_between(apart, node.index + 1, node.end):
            _append(found, node, "HTML025", places)
            continue
        if not inside:
            stray = [kid for kid in node.kids if isinstance(kid, str) and not kid.isspace()]
            if stray:
                first = next(at for at in range(node.first, node.last) if node.page.texts[at] is stray[0])
                found.append(
                    _block("HTML025", places.of(node, first), " ".join(" ".join(one.split()) for one in stray))
                )
        stack.extend((kid, inside) for kid in reversed(node.kids) if not isinstance(kid, str))
    return tuple(found)


def _any_between(numbers: list[int], start: int, end: int) -> bool:
    """Whether any of the rising numbers is at least `start` and below `end`."""
    at = bisect_left(numbers, start)
    return at < len(numbers) and numbers[at] < end


def _append(found: list[Block], node: Node, code: str, places: Places) -> None:
    text = node.text()
    if text:
        found.append(_block(code, places.of(node), text))


def _block(code: str, place: str, text: str) -> Block:
    name, reason = HTML_CODES[code]
    return Block(code, place, f"{name}: {reason}", text)
