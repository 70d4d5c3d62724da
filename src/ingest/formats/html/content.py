"""Which parts of a page are its content, and under which code the others are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.formats.html.hints import hides, hint, name_of, says_body, says_note
from ingest.formats.html.tree import INLINE, PROSE, Node

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTAINERS = frozenset({"div", "section", "article", "main", "body", "td", "center", "form", "span", "font", "table",
                         "tbody", "tr", "layer", "dl", "dd", "ul", "ol", "li"})  # fmt: skip
_GROUPS = frozenset(
    {"div", "section", "ul", "ol", "dl", "table", "p", "article", "header", "figure", "span", "li", "center"}
)

_TEASER = re.compile(
    r"(?:read (?:more|also|next|full)|see also|related|more (?:on|from|about)|also read|also see|recommended|watch|"
    r"don.t miss|must read|click here|continue reading|mehr zum|lesen sie|weiterlesen|lire aussi|à lire|lea también|"
    r"leer más|ver también|leia (?:mais|também)|leggi anche|читайте|подробнее|читать|lees ook|läs (?:mer|också)|"
    r"czytaj|続きを読む|関連|相关|延伸阅读)\b[^.]{0,160}$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:advertisements?|ad|sponsored|advertorial|loading\W*|share|print|comments?|story continues below\W*.{0,30}|"
    r"article continues (?:below|after)\W*.{0,40}|continue reading (?:below|the main story)|anzeige|werbung|publicité|"
    r"publicidad|реклама|skip (?:advert\w*|ad)|\d+ (?:shares?|comments?|likes?|views?)|image copyright.{0,40}|"
    r"share this.{0,40}|(?:text|font) ?size\b.{0,20}|follow us on .{0,30})",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:written |reported |posted |published |words )?by\b|von|par|por|di|автор)[:\s]\s*\w.{0,110}|"
    r"(?:published|posted|updated|last (?:updated|modified)|first published|created)\b.{0,100}|\d+ min(?:ute)?s? read|"
    r"(?:来源|來源|发布|發布|发表|作者|记者|記者|时间|日期|公開日|更新日|投稿日|掲載日|기사입력|입력|등록|게시)"
    r"(?:时间|日期|일시?)?\s?(?:[:：]|\d).{0,110}",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\W*(?:\w+day,?\s+)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.?\s+\w+\s+\d{4}|"
    r"\w+\s+\d{1,2},?\s+\d{4}|"
    r"\d{4}年\d{1,2}月\d{1,2}日)\b.{0,40}",
    re.IGNORECASE,
)
_LEADIN = re.compile(
    r"(?:photos?|pictures|photo gallery|videos?|watch|gallery|slideshow|interactive|infographics?|audio|listen|more|"
    r"related(?: \w+)?|bilder|fotos|vídeos?|vidéos?|diaporama)\s?[:|–-]\s",
    re.IGNORECASE,
)
"""How a line begins that is a link to something else, with a word for its kind before a colon."""
_ENLARGE = re.compile(
    r"(?:click to )?enlarge(?: (?:this )?(?:image|photo|picture))?|view larger(?: image)?|hide caption|zoom",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？:;\"”»')\]]\s*$")


def mark(root: Node) -> None:
    """Give every part that its names show to be no content its code, with the sums of its ancestors corrected."""
    total = root.good
    stack = list(reversed(list(root.elements())))
    while stack:
        node = stack.pop()
        code = hint(node)
        if node.tag in INLINE and node.parent is not None and node.parent.tag in _HEADINGS and code not in _IN_LINES:
            # what a heading says, such as "See also", is not what its part is made of
            code = ""
        if node.tag == "button" and node.parent is not None and node.parent.tag in _HEADINGS:
            # the heading of a part that opens on a click
            code = ""
        if code and _droppable(node, code, total):
            leave_out(node, code)
            continue
        if node.tag == "header" and _site_header(node):
            leave_out(node, "HTML002")
            continue
        stack.extend(kid for kid in reversed(node.kids) if not isinstance(kid, str))


def leave_out(node: Node, code: str) -> None:
    """Mark an element as left out, and take its counts from the elements around it."""
    node.drop = code
    chars, link = node.chars, node.link
    if node.tag in INLINE and not node.blocks:
        chars = node.size()
        link = chars if node.tag == "a" or any(one.tag == "a" for one in node.ancestors()) else 0
        block = next((one for one in node.ancestors() if one.tag not in INLINE), None)
        if block is not None:
            block.own -= chars
            block.own_link -= link
    for around in node.ancestors():
        around.chars -= chars
        around.link -= link
        around.good -= node.good


_COMMENTS = "HTML008"


def _droppable(node: Node, code: str, total: int) -> bool:  # noqa: PLR0911 - one exception after the other
    """Whether the element may be left out on the strength of its names, which often tell of the whole page."""
    good = node.good
    if code == "HTML019":
        return True
    if node.tag in INLINE:
        if node.tag in {"button", "select", "svg"}:
            return True
        # a word in a line of prose stays, whatever its name, unless nobody sees it or it is a mark for a link
        return (code in _IN_LINES or not _in_prose(node)) and 0 < node.size() < _LONG_INLINE
    if not node.chars:
        return True
    if code == _COMMENTS:
        return total - good >= _ENOUGH and not _holds(node, "h1") and not _holds_body(node)
    if node.tag == "p":
        return good < _LONG_INLINE and code not in {"HTML001", "HTML002", "HTML003", "HTML004", "HTML022", "HTML025"}
    if code == "HTML004" and good >= _ENOUGH * 2 and node.link * 10 < node.chars and _inside_body(node):
        return False
    if code in {"HTML010", "HTML015", "HTML016", "HTML017"} and good > total * 0.2:
        return False
    if node.tag == "article" or says_body(node):
        return good < total * 0.2
    return _believed(node, code, total)


def _believed(node: Node, code: str, total: int) -> bool:
    """Whether a block that is named as chrome is that, by how much of the page's prose it holds."""
    if node.good <= total * 0.4:
        return node.good < _ENOUGH or not _holds_body(node)
    if code in _BESIDE:
        # beside a post of a line or two
        return node.good < _ENOUGH and total > node.good and not _holds(node, "h1")
    return code == "HTML013" and total - node.good >= _ENOUGH * 2 and _says_nothing(node)


_BESIDE = frozenset({"HTML003", "HTML004"})  # foot of the site, sidebar
_LONG_INLINE = 150
"""Characters from which on what stands in a line, or the prose of a paragraph, is more than its name says."""
_ENOUGH = 250
"""Characters of prose from which on a part may be the content, whatever its name."""


def _says_nothing(node: Node) -> bool:
    """Whether an element that its style hides holds words without sentences, which are there for search engines.

    What scripts show later has paragraphs, or at least sentences.
    """
    if not hides(node) or any(one.tag in _STRUCTURE for one in node.walk()):
        return False
    text = node.text()
    return len(_SENTENCES.findall(text)) * _WORDY < len(text)


_STRUCTURE = frozenset({"p", "article", "main", "h1", "h2", "h3", "h4", "section", "pre", "table", "blockquote"})
_SENTENCES = re.compile(r"[.!?…](?!\S)|[。！？]")
_WORDY = 1000
"""Characters within which text has the end of a sentence."""


_IN_LINES = frozenset({"HTML013", "HTML020", "HTML021", "HTML010", "HTML012"})


def _in_prose(node: Node) -> bool:
    block = next((one for one in node.ancestors() if one.tag not in INLINE), None)
    return block is not None and block.good > 0


def _inside_body(node: Node) -> bool:
    return any(one.tag == "article" or says_body(one) for one in node.ancestors())


def _holds(node: Node, tag: str) -> bool:
    return any(one.tag == tag for one in node.walk())


def _holds_body(node: Node) -> bool:
    return any(says_body(one) for one in node.walk() if one.good >= _ENOUGH)


def _site_header(node: Node) -> bool:
    if node.good >= _ENOUGH or _holds(node, "h1"):
        return False
    if any(one.tag in {"article", "main"} for one in node.ancestors()):
        return node.good == 0 and not any(one.tag in _HEADINGS for one in node.walk())
    return True


def choose(root: Node) -> Node:
    """The element that holds the main content."""
    return _descend(_start(root))


def _start(root: Node) -> Node:
    """Where to look from: the element that the page itself names as its article, if that can be believed."""
    total = root.good
    best, rank = root, 0
    stack = [root]
    named: dict[int, list[Node]] = {}
    posts = _posts(root)
    while stack:
        node = stack.pop()
        if node.drop or node.good * 12 < total or (not total and node.chars * 2 < root.chars):
            continue
        value = _rank(node)
        if value in _REPEATED and posts and _make(node) in posts:
            value = 0
        if value > 1:
            named.setdefault(value, []).append(node)
        # deeper elements come later, so among equals the innermost wins
        if value and node.good * 2 >= total and value >= rank and (value > rank or node.good >= best.good * 0.7):
            best, rank = node, value
        stack.extend(kid for kid in node.kids if not isinstance(kid, str))
    for value in sorted(named, reverse=True):
        outer = [node for node in named[value] if not any(one in named[value] for one in node.ancestors())]
        # the only one of its kind is believed even where most of the page's prose stands elsewhere
        if value <= rank or len(outer) != 1 or outer[0].good < _LONG_INLINE:
            continue
        if value == _BODY_RANK or (outer[0].good * 5 >= total and _holds_longest(root, outer[0])):
            return outer[0]
    return best


_BODY_RANK = 4
"""The rank of what a page names as the body of its article, which is believed without a look at its share."""
_REPEATED = frozenset({2, 3})


def _make(node: Node) -> tuple[str, str]:
    return node.tag, node.get("class").partition(" ")[0]


def _posts(root: Node) -> set[tuple[str, str]]:
    """The makes of elements that are named as an article and of which no single one holds most of what they say: posts.

    What has a linked heading is a teaser of another page.
    """
    sizes: dict[tuple[str, str], list[int]] = {}
    stack = [root]
    while stack:
        node = stack.pop()
        if node.drop or not node.chars:
            continue
        if _rank(node) in _REPEATED and not _heads_with_link(node):
            sizes.setdefault(_make(node), []).append(node.chars - node.link)
        stack.extend(kid for kid in node.kids if not isinstance(kid, str))
    return {
        make for make, found in sizes.items() if len(found) >= _FEW_ITEMS and max(found) < sum(found) * _share(found)
    }


def _share(found: list[int]) -> float:
    """How much of the text the largest of them holds if it is an article among smaller things, not a post among posts."""
    return 0.97 if max(found) < _SHORT_POST else 0.6


def _holds_longest(root: Node, node: Node) -> bool:
    """Whether the longest run of paragraphs that stand side by side is in the element."""
    sums: dict[int, int] = {}
    parents: dict[int, Node] = {}
    for one in root.walk():
        if one.tag == "p" and one.good and one.parent is not None and not one.drop:
            key = id(one.parent)
            sums[key] = sums.get(key, 0) + one.good
            parents[key] = one.parent
    if not sums:
        return True
    longest = parents[max(sums, key=lambda key: sums[key])]
    return longest is node or any(one is node for one in longest.ancestors())


def _rank(node: Node) -> int:
    if "articleBody" in node.get("itemprop"):
        return 4
    if node.tag in {"div", "section", "td", "article"} and says_body(node):
        return 3
    if node.tag == "article":
        return 2
    if node.tag == "main" or node.get("role") == "main":
        return 1
    return 0


def _descend(node: Node) -> Node:
    while True:
        inner = [kid for kid in node.elements() if not kid.drop and kid.tag in _CONTAINERS]
        best = max(inner, key=lambda kid: kid.good, default=None)
        if best is None or not best.good:
            return _above_list(node)
        rest = node.good - best.good
        direct = _direct_prose(node)
        alike = [kid for kid in inner if kid is not best and kid.tag == best.tag and _alike(kid, best)]
        same = sum(kid.good for kid in alike)
        if direct > node.good * 0.04 or same > node.good * 0.04 or rest > node.good * 0.4 or _is_post(best, alike):
            return _above_list(node)
        node = best


def _is_post(best: Node, alike: list[Node]) -> bool:
    """Whether an element is one of a row of short posts, the others of which may be too short to count as prose."""
    plain = sum(kid.chars - kid.link for kid in alike if kid.link * 2 < kid.chars)
    return best.good < _SHORT_POST and len(alike) + 1 >= _FEW_ITEMS and plain * 5 > best.chars


_SHORT_POST = 1000
"""Characters of prose up to which a part may be one of a row of posts."""


def _above_list(node: Node) -> Node:
    while (
        node.tag in {"ul", "ol", "dl", "table", "tbody", "tr", "li", "dd", "span", "font"} and node.parent is not None
    ):
        node = node.parent
    return node


def _alike(one: Node, other: Node) -> bool:
    return one.get("class").split()[:1] == other.get("class").split()[:1]


def _direct_prose(node: Node) -> int:
    own = node.own - node.own_link
    return (own if own > _LONG_INLINE else 0) + sum(
        kid.good for kid in node.elements() if not kid.drop and kid.tag in {"p", "blockquote", "pre", "ul", "ol"}
    )


def leads(content: Node) -> list[Node]:
    """Paragraphs of prose that stand before the content, up to the page's article: a lead, a summary."""
    found: list[Node] = []
    node = content
    for _ in range(3):
        parent = node.parent
        if parent is None or node.tag in {"article", "main", "body"}:
            break
        before: list[Node] = []
        for kid in parent.elements():
            if kid is node:
                break
            before.extend(_lead_paragraphs(kid))
        found[:0] = before
        node = parent
    return [one for one in found if not _is_byline(one)]


def _is_byline(node: Node) -> bool:
    text = node.text()
    if len(text) < _LABEL_SIZE and (_BYLINE.fullmatch(text) or _DATE.fullmatch(text)):
        leave_out(node, "HTML015")
        return True
    return False


def _lead_paragraphs(node: Node) -> Iterable[Node]:
    if node.drop or node.link * 2 > node.chars:
        return
    if node.good and (node.tag in {"p", "blockquote"} or (node.own >= PROSE and not node.blocks)):
        yield node
    elif node.tag in {"div", "header", "section", "h2"} and node.good and node.good > node.chars * 0.5:
        for kid in node.walk():
            if kid.tag == "p" and kid.good and not kid.drop and not any(one.drop for one in kid.ancestors()):
                yield kid


def tails(content: Node) -> list[Node]:
    """Parts that are nearly all prose and stand after the content, up to the page's article: a conclusion, a sidebar's text.

    They must be inside an element that the page names as its article; elsewhere what follows is mostly about the site.
    """
    article = next((one for one in content.ancestors() if one.tag in {"article", "main"} or says_body(one)), None)
    found: list[Node] = []
    node = content
    while article is not None and node is not article and node.parent is not None:
        after = False
        for kid in node.parent.elements():
            if after and _continues(kid):
                found.append(kid)
            after = after or kid is node
        node = node.parent
    return found


def _continues(node: Node) -> bool:
    if node.drop or node.tag not in {"p", "div", "section", "blockquote"} or node.good < _ENOUGH:
        return False
    if node.good < node.chars * 0.8 or node.link * 8 > node.chars or node.chars > _LONG_TAIL:
        return False
    return not _ABOUT.search(node.text()[:_LABEL_SIZE])


_LONG_TAIL = 6000
"""Characters up to which a part behind the content may be its end."""
_ABOUT = re.compile(
    r"©|copyright|all rights|subscri|newsletter|sign up|about (?:the|this|our|us)\b|\bis (?:an?|the) [\w -]{0,40}"
    r"(?:writer|author|editor|reporter|journalist|correspondent|columnist|photographer|contributor)|cookie|disclaimer|e-?mail|comment|follow|"
    r"notice\b|声明|免责|版权|著作権|무단",
    re.IGNORECASE,
)


def trim(content: Node, notes: Iterable[Node] = (), *, wiki: bool = False) -> None:
    """Leave out what stands inside the content without being part of it: teasers, bare labels, headings of nothing.

    `notes` are footnotes, which stay with all that is around them. In a `wiki` lists of links are content.
    """
    held = {id(one) for note in notes for one in (note, *note.ancestors())}
    leaves: list[Node] = []
    started = False
    seen = 0
    stack = [content]
    previous = content
    while stack:
        node = stack.pop()
        if node.drop:
            leaves.append(node)
            continue
        if node is not content and node.tag not in INLINE and id(node) not in held:
            code = _aside(node, previous, started=started)
            if not code and started and node.tag in {"div", "section", "ul"} and node.good * 5 < content.good * 2:
                code = "HTML007" if _is_teasers(node) else ""
            if wiki and code == "HTML007":
                code = ""
            if code:
                leave_out(node, code)
                leaves.append(node)
                continue
        if node.own and node.tag not in INLINE:
            leaves.append(node)
            started = started or node.good > 0
            seen += node.own
            previous = node
        if node.tag in {"pre", "table"} and not node.good:
            leaves.append(node)
            continue
        stack.extend(kid for kid in reversed(node.kids) if not isinstance(kid, str))
    _empty_headings(leaves)


def _aside(  # noqa: C901, PLR0911, PLR0912 - one kind of block after the other
    node: Node, previous: Node, *, started: bool
) -> str:
    """The code under which a block inside the content is left out, or an empty string."""
    chars = node.chars
    if not chars or node.tag in _HEADINGS or node.tag in {"pre", "code", "td", "th", "tr", "tbody", "math"}:
        return ""
    tag = node.tag
    if chars < _LABEL_SIZE and not node.good:
        text = node.text()
        if _LABEL.fullmatch(text):
            return "HTML005"
        if node.link * 3 > chars and _TEASER.match(text):
            return "HTML007"
        if tag in {"p", "div"} and node.link * 2 > chars and _LEADIN.match(text):
            return "HTML007"
        if (
            not started
            and tag in {"p", "div", "span", "ul", "li", "h5", "h6", "center"}
            and (_BYLINE.fullmatch(text) or _DATE.fullmatch(text))
        ):
            return "HTML015"
    if tag in {"div", "p", "figure"} and chars < _LABEL_SIZE * 2 and _opens_with_enlarge(node):
        return "HTML010"
    if tag not in _GROUPS or node.good > chars * 0.25:
        return ""
    dense = node.link / chars
    if tag == "p":
        return "HTML007" if dense > _ALL_LINK and chars > _TINY and not _SENTENCE_END.search(node.text()) else ""
    if tag == "li":
        return ""
    if tag in {"ul", "ol", "dl"} and previous.own and previous.text().endswith((":", "：")):
        return ""
    if tag == "figure":
        return "" if any(one.tag in {"pre", "table", "blockquote"} or one.good for one in node.walk()) else "HTML010"
    if says_note(node):
        return ""
    if tag in {"ul", "ol"}:
        return "HTML007" if dense > _LINK_LIST and chars > _TINY else ""
    if tag == "table":
        return "HTML007" if dense > _LINK_TABLE else ""
    return "HTML007" if dense > _LINK_GROUP else ""


_LABEL_SIZE = 200
"""Characters up to which a block may be a label, a byline or a teaser."""
_TINY = 12
"""Characters up to which a link alone is a word of the text, such as a number of a page."""
_ALL_LINK = 0.95
_LINK_LIST = 0.75
_LINK_TABLE = 0.85
_LINK_GROUP = 0.6
"""Shares of text in links from which on a paragraph, list, table or other group is taken for teasers. Link density is the
oldest evidence of all (Kohlschütter et al., Boilerplate Detection using Shallow Text Features, 2010); these values were
chosen on the test pages of public extractors."""


def _is_teasers(node: Node) -> bool:
    """Whether the element is a row of items of one make, each of which opens with a line that is all link."""
    items = [kid for kid in node.elements() if kid.chars and not kid.drop]
    if not _FEW_ITEMS <= len(items) <= _MANY_ITEMS or len({kid.tag for kid in items}) > 1:
        return False
    if len({kid.get("class") for kid in items}) > _MAKES or node.link * 5 < node.chars:
        return False
    return all(_opens_with_link(kid) or (kid.tag == "article" and _heads_with_link(kid)) for kid in items)


_FEW_ITEMS = 3
_MANY_ITEMS = 60
_MAKES = 2
"""Items, at the least and at the most, and different classes among them, of a row of one make."""


def _opens_with_link(item: Node) -> bool:
    for one in item.walk():
        if one.own and not one.drop:
            return one.own_link * 10 >= one.own * 9
    return False


def _heads_with_link(item: Node) -> bool:
    """Whether a heading in the item is all link."""
    return any(one.tag in _HEADINGS and one.chars and one.link * 10 >= one.chars * 9 for one in item.walk())


def _opens_with_enlarge(node: Node) -> bool:
    """Whether the first words are a button that shows the picture larger: the rest is its caption."""
    for one in node.walk():
        if one is not node and not one.drop and (one.own or one.tag in INLINE) and (text := one.text()):
            return _ENLARGE.fullmatch(text) is not None
    return False


def _empty_headings(leaves: list[Node]) -> None:
    """Leave out headings after which everything up to the next heading was left out."""
    lost = ""
    something = False
    for node in reversed(leaves):
        if node.drop:
            lost = lost or node.drop
            continue
        if node.tag in _HEADINGS:
            if not something and lost in {"HTML007", "HTML001", "HTML005", "HTML009", "HTML008", "HTML012"}:
                leave_out(node, lost)
                continue
            something = something if node.tag != "h1" else False
            lost = ""
            something = False
            continue
        something = True
        lost = ""


__all__ = ["choose", "leads", "leave_out", "mark", "name_of", "trim"]
