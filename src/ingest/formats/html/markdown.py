"""A tree of elements as the Markdown that a person would have written for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from ingest.formats.html.escape import code_span, escape, escape_start, fence
from ingest.formats.html.tree import INLINE, Node, squeeze

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "strike": "~~"}
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_BREAK = "\x00"
"""Stands for a forced line break while a paragraph is put together; pages hold no such character after parsing."""
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|code)[-: ]\s*([A-Za-z][\w+#.-]{0,20})"
)
_NO_LANGUAGE = frozenset(
    {"default", "none", "text", "plain", "plaintext", "notranslate", "nohighlight", "txt", "block", "toolbar", "wrap"}
)
_BARE_LANGUAGES = frozenset(
    (  # noqa: SIM905 - a list of names reads best as words
        "bash c cpp csharp css diff go html java javascript js json kotlin lua perl php python r ruby rust scala scss "
        "sh sql swift toml ts typescript xml yaml"
    ).split()
)
_BAD_SCHEME = re.compile(r"\s*(?:javascript|data|vbscript|about|blob|file)\s*:", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f]+")
_SUPER = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_SUB = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_FOOTNOTE = re.compile(r"\W{0,2}(?:\d{1,4}|[a-zA-Z]{1,2}|\*+|†+)\W{0,2}")
_SHORT_LABEL = 40
_MERGED = 200
"""Characters up to which emphasis that stands side by side is made one."""
_COLUMNS = 60
"""Columns over which a cell may reach: a colspan may say anything."""


class Writer:
    """Writes Markdown. `base` is the URL that links are resolved against. What was left out is passed over."""

    def __init__(self, order: Iterable[Node], base: str = "") -> None:
        """Prepare for a page with the elements `order`."""
        self.base = base
        self._written: set[str] = set()
        self.targets = footnote_targets(order)
        self._labels: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        self._open: list[str] = []

    def write(self, nodes: Iterable[Node]) -> str:
        """The Markdown of the elements one after the other, with a final line feed; empty where there is no text."""
        blocks: list[str] = []
        for node in nodes:
            blocks += self._block(node)
        while blocks and blocks[0] == "---":
            del blocks[0]
        while blocks and blocks[-1] == "---":
            del blocks[-1]
        # definitions may cite further notes; each is written once
        while pending := [identity for identity in self._labels if identity not in self._written]:
            for identity in pending:
                blocks += self._definition(identity)
        text = "\n\n".join(blocks)
        return text + "\n" if text else ""

    def _definition(self, identity: str) -> list[str]:
        """The note itself; where it stands in the text, or at the end where it does not."""
        if identity in self._written:
            return []
        self._written.add(identity)
        target = self.targets[identity]
        inner = self._flow(target, note=True)
        return [f"[^{self._labels[identity]}]: " + _indent("\n\n".join(inner), "    ")] if inner else []

    # --- blocks

    def _block(self, node: Node) -> list[str]:  # noqa: C901, PLR0911 - one line an element, best read as a list
        tag = node.tag
        if node.drop:
            return []
        if (identity := node.get("id")) in self.targets:
            if identity in self._labels:
                return self._definition(identity)
            # no mark for it so far, so it is no note; later marks for it stay plain text
            self._written.add(identity)
        if tag in _HEADINGS:
            return self._heading(node)
        if tag in {"p", "summary", "caption", "dt"}:
            blocks = self._flow(node)
            return [f"**{one}**" if tag == "dt" and one and "**" not in one else one for one in blocks]
        if tag in {"ul", "ol", "menu", "dir"}:
            return self._list(node)
        if tag == "blockquote":
            inner = "\n\n".join(self._flow(node))
            return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []
        if tag in {"pre", "listing", "xmp", "plaintext"}:
            return self._code(node)
        if tag == "table":
            return self._table(node)
        if tag == "hr":
            return ["---"]
        if tag == "math":
            return [text] if (text := _math(node)) else []
        if tag == "div" and _language(node) and (pre := _only_pre(node)):
            return self._code(pre, _language(node))
        return self._flow(node)

    def _flow(self, node: Node, *, note: bool = False) -> list[str]:
        """The blocks inside an element; text that stands beside blocks makes paragraphs of its own."""
        blocks: list[str] = []
        run: list[str] = []
        for kid in node.kids:
            if isinstance(kid, str):
                self._add(run, escape(squeeze(kid)))
            elif kid.drop:
                if kid.tag not in INLINE:
                    self._add(run, " ")
            elif kid.tag in INLINE and not kid.blocks:
                self._add(run, self._inline(kid))
            elif kid.tag not in INLINE and not kid.kids and kid.tag != "hr":
                run.append(" ")
            else:
                self._flush(run, blocks)
                inner = self._flow(kid) if kid.tag in INLINE else self._block(kid)
                if blocks and inner and kid.tag in {"ul", "ol"} and _is_list(blocks[-1]) and _is_list(inner[0]):
                    inner = [_other_bullets(inner[0], blocks[-1]), *inner[1:]]
                blocks += inner
        self._flush(run, blocks)
        if note and blocks:
            blocks[-1] = blocks[-1].rstrip()
        return blocks

    @staticmethod
    def _flush(run: list[str], blocks: list[str]) -> None:
        blocks += _paragraphs("".join(run))
        run.clear()

    def _heading(self, node: Node) -> list[str]:
        text = " ".join(" ".join(self._flow(node)).split())
        if not text:
            return []
        if text.startswith("**") and text.find("**", 2) == len(text) - 2:
            text = text[2:-2]
        if text[-1] == "#":
            text = text[:-1] + "\\#"
        return ["#" * _HEADINGS[node.tag] + " " + text]

    def _list(self, node: Node) -> list[str]:
        ordered = node.tag == "ol"
        number = _number(node.get("start"), 1)
        items: list[list[str]] = []
        markers: list[str] = []
        stray: list[str] = []
        notes: list[str] = []
        for kid in node.kids:
            if isinstance(kid, str):
                if kid.strip():
                    items.append(_paragraphs(escape(squeeze(kid))))
                    markers.append("- ")
                continue
            if kid.tag != "li":
                inner = self._block(kid) if kid.tag not in INLINE or kid.blocks else _paragraphs(self._inline(kid))
                if inner and items:
                    items[-1] += inner
                else:
                    stray += inner
                continue
            inner = self._block(kid)
            if inner and kid.get("id") in self._labels:
                notes += inner
            elif inner:
                number = _number(kid.get("value"), number)
                items.append(inner)
                markers.append(f"{number}. " if ordered else "- ")
                number += 1
        if not items:
            return [*stray, *notes]
        loose = any(_is_loose(item) for item in items)
        written = [
            marker + _indent(("\n\n" if loose else "\n").join(item), " " * len(marker))
            for marker, item in zip(markers, items, strict=True)
        ]
        return [*stray, ("\n\n" if loose else "\n").join(written), *notes]

    def _code(self, node: Node, language: str = "") -> list[str]:
        text = _verbatim(node)
        text = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip(
            "\n"
        )
        if not text.strip():
            return []
        return [fence(text, language or _code_language(node))]

    def _table(self, node: Node) -> list[str]:  # noqa: C901 - one step after the other
        rows, caption, stray = _rows(node)
        blocks = [text for one in caption for text in self._flow(one)]
        for one in stray:
            if not one.drop:
                blocks += self._block(one)
        if not rows:
            return blocks
        if not _is_data(node, rows):
            for _, cells in rows:
                for cell in cells:
                    blocks += self._block(cell)
            return blocks
        grid: list[list[str]] = []
        for _, cells in rows:
            line: list[str] = []
            for cell in cells:
                line.append(self._cell(cell))
                line += [""] * (min(_number(cell.get("colspan"), 1), _COLUMNS) - 1)
            if any(line):
                grid.append(line)
        if not grid:
            return blocks
        width = max(len(line) for line in grid)
        header = _is_header(rows[0])
        lines = grid if header else [[""] * width, *grid]
        out = [_row(line, width) for line in lines]
        out.insert(1, "| " + " | ".join(["---"] * width) + " |")
        return [*blocks, "\n".join(out)]

    def _cell(self, node: Node) -> str:
        if node.drop:
            return ""
        blocks = [" ".join(one.split()) for one in self._flow(node)]
        return " ".join(blocks).replace("|", "\\|")

    # --- inline

    def _inline(self, node: Node) -> str:  # noqa: C901, PLR0911 - one line an element, best read as a list
        tag = node.tag
        if node.drop:
            return ""
        if tag == "br":
            return _BREAK
        if tag in _CODE:
            text = node.raw_text()
            return _around(text, code_span(text)) if text.strip() else text
        if tag == "a":
            return self._link(node)
        if tag == "math":
            return _math(node)
        if tag in {"sup", "sub"}:
            return self._raised(node)
        mark = _MARKS.get(tag, "")
        if mark in self._open:
            mark = ""
        self._open.append(mark)
        inner = self._run(node)
        self._open.pop()
        if tag == "q" and inner.strip():
            return f"“{inner}”"
        if not mark or _BREAK in inner:
            return inner
        text = inner.strip()
        # what Markdown would not read as emphasis stays plain
        if not any(one.isalnum() for one in text) or mark[0] in (text[0], text[-1]) or text[-1] == "\\":
            return inner
        marked = _around(inner, f"{mark}{text}{mark}")
        self._plain[marked] = inner
        return marked

    def _add(self, parts: list[str], piece: str) -> None:
        """Append a piece of a paragraph; emphasis that its neighbour would break becomes plain text or one emphasis."""
        before = parts[-1] if parts and piece else ""
        if before[-1:] in {"*", "~"} and before in self._plain:
            mark, other = _mark_of(before), _mark_of(piece)
            if other and piece in self._plain and piece[0] == mark[0]:
                if mark == other and len(before) < _MERGED:
                    joined = before[: -len(mark)] + piece[len(mark) :]
                    self._plain[joined] = self._plain[before] + self._plain[piece]
                    parts[-1] = joined
                    return
                piece = self._plain[piece]
            if piece[0].isalnum() and not before.rstrip("*~")[-1:].isalnum():
                parts[-1] = self._plain[before]
        elif (
            piece[:1] in {"*", "~"}
            and before[-1:].isalnum()
            and piece in self._plain
            and not piece.lstrip("*~")[:1].isalnum()
        ):
            piece = self._plain[piece]
        parts.append(piece)

    def _run(self, node: Node) -> str:
        parts: list[str] = []
        for kid in node.kids:
            if isinstance(kid, str):
                self._add(parts, escape(squeeze(kid)))
            elif kid.drop:
                if kid.tag not in INLINE:
                    self._add(parts, " ")
            elif kid.tag in INLINE:
                self._add(parts, self._inline(kid))
            else:
                parts += [" ", " ".join(" ".join(self._block(kid)).split()), " "]
        return "".join(parts)

    def _raised(self, node: Node) -> str:
        inner = self._run(node)
        text = inner.strip()
        table = _SUPER if node.tag == "sup" else _SUB
        if text and len(text) <= _SHORT_LABEL and all(ord(one) in table for one in text):
            return inner.translate(table)
        return inner

    def _link(self, node: Node) -> str:
        href = node.get("href").strip()
        if label := self._footnote(href):
            return label
        inner = self._run(node)
        text = inner.strip()
        url = self.resolve(href)
        if not text or not url or _BREAK in text or "](" in text:
            return inner
        return _around(inner, f"[{text}]({url})")

    def resolve(self, href: str) -> str:
        """An absolute URL that can stand in a Markdown link; empty for a link within the page or with a script."""
        href = href.strip()
        if not href or href.startswith("#") or _BAD_SCHEME.match(_CONTROL.sub("", href)):
            return ""
        try:
            url = urljoin(self.base, href) if self.base else href
        except ValueError:
            return ""
        page, _, fragment = url.partition("#")
        if fragment and page == self.base.partition("#")[0] and page:
            return ""
        return _CONTROL.sub("%20", url).replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")

    def _footnote(self, href: str) -> str:
        if not href.startswith("#") or href[1:] not in self.targets:
            return ""
        identity = href[1:]
        if identity not in self._labels and identity in self._written:
            return ""
        if identity not in self._labels:
            self._labels[identity] = str(len(self._labels) + 1)
        return f"[^{self._labels[identity]}]"


def _mark_of(piece: str) -> str:
    """The mark that a piece of emphasis opens with."""
    return next((mark for mark in ("**", "~~", "*") if piece.startswith(mark)), "")


_NOTED = frozenset({"li", "div", "p", "dd", "aside"})


def footnote_targets(order: Iterable[Node]) -> dict[str, Node]:
    """Elements that footnote marks in the text point to, by id."""
    wanted: dict[str, Node] = {}
    backlinks: list[Node] = []
    found: dict[str, Node] = {}
    for node in order:
        attributes = node.attributes
        if not attributes:
            continue
        if node.tag != "a":
            if "id" in attributes and node.tag in _NOTED and (identity := attributes["id"]):
                found.setdefault(identity, node)
            continue
        href = attributes.get("href")
        if not href or href[0] != "#" or len(href) == 1:
            continue
        role = node.get("role")
        text = node.text()
        if (
            role == "doc-backlink"
            or "backref" in node.get("class")
            or node.get("rev") == "footnote"
            or text in {"↩", "↩︎", "^", "↑"}
        ):
            backlinks.append(node)
        elif role == "doc-noteref" or (
            _FOOTNOTE.fullmatch(text)
            and (
                "footnote" in node.get("class")
                or any(one.tag == "sup" for one in (node, *list(node.ancestors())[:2]))
                or any(kid.tag == "sup" for kid in node.elements())
            )
        ):
            wanted[href[1:]] = node
    targets = {
        identity: found[identity]
        for identity in wanted
        if identity in found and not _inside_itself(wanted[identity], found[identity])
    }
    for node in backlinks:
        if not node.drop and any(one.get("id") in targets for one in node.ancestors()):
            node.drop = "HTML024"
    return targets


def _inside_itself(mark: Node, target: Node) -> bool:
    return any(one is target for one in mark.ancestors())


def _paragraphs(run: str) -> list[str]:
    """Paragraphs of a run of inline Markdown: two forced breaks part paragraphs, one parts lines."""
    if not run or run.isspace():
        return []
    if _BREAK not in run:
        line = squeeze(run).strip()
        return [escape_start(line)] if line else []
    paragraphs: list[list[str]] = [[]]
    for piece in run.split(_BREAK):
        line = squeeze(piece).strip()
        if line:
            paragraphs[-1].append(escape_start(line))
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\\\n".join(lines) for lines in paragraphs if lines]


def _around(outer: str, inner: str) -> str:
    """`inner` with the blanks that stand around the text of `outer`."""
    left = " " if outer[:1].isspace() else ""
    right = " " if outer[-1:].isspace() else ""
    return f"{left}{inner}{right}"


def _indent(text: str, prefix: str) -> str:
    return "\n".join(prefix + line if line and index else line for index, line in enumerate(text.split("\n")))


def _is_list(block: str) -> bool:
    return bool(_ITEM.match(block))


_ITEM = re.compile(r"(?:[-*]|\d{1,9}[.)]) ")


def _other_bullets(block: str, before: str) -> str:
    """The list with other marks than the list before it, which it would otherwise continue."""
    swap = {"-": "*", "*": "-", ".": ")", ")": "."}
    mark = block.split(" ", 1)[0][-1]
    last = next((line for line in reversed(before.split("\n")) if _ITEM.match(line)), "")
    if last.split(" ", 1)[0][-1:] != mark:
        return block
    return "\n".join(_ITEM_MARK.sub(lambda match: match[1] + swap[match[2]], line) for line in block.split("\n"))


_ITEM_MARK = re.compile(r"^(\d{0,9})([-*.)])(?= )")


def _is_loose(item: list[str]) -> bool:
    plain = [one for one in item if not _is_list(one)]
    return len(plain) > 1


def _number(text: str, default: int) -> int:
    text = text.strip()
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 9 else default  # noqa: PLR2004 - Markdown's limit


def _verbatim(node: Node) -> str:
    parts: list[str] = []
    stack: list[Node | str] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if item.drop:
            continue
        if item.tag == "br" or (item.tag in {"div", "p", "li", "tr"} and parts and not parts[-1].endswith("\n")):
            parts.append("\n")
        stack.extend(reversed(item.kids))
    return "".join(parts)


def _language(node: Node) -> str:
    for name in (
        node.get("class"),
        node.get("data-lang") and f"language-{node.get('data-lang')}",
        node.get("data-language") and f"language-{node.get('data-language')}",
    ):
        match = _LANGUAGE.search(name or "")
        if match and match[1].lower() not in _NO_LANGUAGE:
            return match[1].lower().removeprefix("source-")
    return ""


def _code_language(node: Node) -> str:
    """The language named by a code block, the code inside it, or the two elements around it."""
    inside = [one for one in node.elements() if one.tag == "code"][:1]
    around = list(node.ancestors())[:2]
    for one in (node, *inside, *around):
        if language := _language(one):
            return language
    for one in (*inside, node):
        for word in one.get("class").lower().split():
            if word in _BARE_LANGUAGES:
                return word
    return ""


def _only_pre(node: Node) -> Node | None:
    found = [one for one in node.walk() if one.tag == "pre" and not one.drop]
    return (
        found[0]
        if len(found) == 1 and found[0].chars >= node.chars and not any(one.tag == "table" for one in node.walk())
        else None
    )


def _math(node: Node) -> str:
    for one in node.walk():
        if one.tag == "annotation" and "tex" in one.get("encoding"):
            return f"${squeeze(one.raw_text()).strip()}$"
    return escape(node.text())


def _rows(table: Node) -> tuple[list[tuple[bool, list[Node]]], list[Node], list[Node]]:
    """Rows with whether they stand in the head, captions, and whatever else stands in the table."""
    rows: list[tuple[bool, list[Node]]] = []
    captions: list[Node] = []
    stray: list[Node] = []
    stack = [(False, kid) for kid in reversed(list(table.elements()))]
    while stack:
        head, node = stack.pop()
        if node.drop:
            stray.append(node)
        elif node.tag in {"thead", "tbody", "tfoot"}:
            stack.extend((node.tag == "thead", kid) for kid in reversed(list(node.elements())))
        elif node.tag == "tr":
            cells = [kid for kid in node.elements() if kid.tag in {"td", "th"}]
            stray += [kid for kid in node.elements() if kid.tag not in {"td", "th"}]
            if cells:
                rows.append((head, cells))
        elif node.tag == "caption":
            captions.append(node)
        else:
            stray.append(node)
    return rows, captions, stray


_CELL_LIMIT = 700
_EMPTY_CELLS = 2000
_SPARSE = 8
"""A table that would be mostly empty cells is read cell by cell: a row of ten thousand would blow up all others."""


def _is_data(table: Node, rows: list[tuple[bool, list[Node]]]) -> bool:
    """Whether a table holds data; else it only lays out the page."""
    if table.get("role") == "presentation" or max(len(cells) for _, cells in rows) == 1:
        return False
    width = max(sum(min(_number(cell.get("colspan"), 1), _COLUMNS) for cell in cells) for _, cells in rows)
    if width * len(rows) > _EMPTY_CELLS + _SPARSE * sum(len(cells) for _, cells in rows):
        return False
    for _, cells in rows:
        for cell in cells:
            if cell.chars > _CELL_LIMIT:
                return False
            if cell.blocks and any(
                one.tag in {"table", "pre", "h1", "h2", "h3", "blockquote"} and not one.drop
                for one in cell.walk()
                if one is not cell
            ):
                return False
    return True


def _is_header(row: tuple[bool, list[Node]]) -> bool:
    head, cells = row
    return head or all(cell.tag == "th" for cell in cells) or (
        len(cells) > 1 and all(_is_bold(cell) for cell in cells if cell.chars)
    )  # fmt: skip


def _is_bold(cell: Node) -> bool:
    return cell.chars > 0 and any(one.tag in {"b", "strong"} and one.size() >= cell.chars - 1 for one in cell.walk())


def _row(line: list[str], width: int) -> str:
    return "| " + " | ".join(line + [""] * (width - len(line))) + " |"
