"""Flat wikitext to Markdown blocks: headings, lists, tables, quotations, preformatted lines and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.formats.wikitext import inline
from ingest.formats.wikitext.expand import BREAK, CAPTION, DROP, HUSH, OPEN, SHUT, TABLE, Account
from ingest.formats.wikitext.tables import Table, read_table

_PIECE_LINE = re.compile(f"{OPEN}([0-9]{{1,9}}){SHUT}")
_MARKS = DROP + HUSH
_ATTRIBUTE = re.compile(
    r"[\w:-]{1,40}+[ \t]{0,9}=[ \t]{0,9}(?:\"[^\"\n]{0,300}+(?:\"|$)|'[^'\n]{0,300}+(?:'|$)|[^\s\"']{1,100}+)"
)
_LETTER = re.compile(r"[^\W\d_]")
_BROKEN = re.compile(f" {{0,9}}{BREAK} {{0,9}}")
NESTING = 4
"""How deep tables are read within tables; what is deeper is taken as text."""


@dataclass(slots=True)
class Part:
    """A block of the result: its Markdown, its kind, and where it began in the flat text."""

    kind: str
    text: str
    start: int
    plain: str = ""


@dataclass(slots=True)
class _Item:
    prefix: str
    indent: int
    number: int


class Layout:
    """Reads flat text line by line."""

    def __init__(self, flat: str, account: Account, source_of: Callable[[int], int], depth: int = 0) -> None:
        """Read `flat`; `source_of` finds the place in the source of a place in it."""
        self.flat = flat
        self.account = account
        self.source_of = source_of
        self.depth = depth
        self.parts: list[Part] = []
        self._paragraph: list[str] = []
        self._paragraph_start = 0
        self._quotes: dict[int, int] | None = None

    def read(self) -> list[Part]:
        """All blocks in order."""
        lines = self.flat.split("\n")
        index = 0
        offset = 0
        while index < len(lines):
            used = self._line(lines, index, offset)
            for line in lines[index : index + used]:
                offset += len(line) + 1
            index += used
        self._flush()
        return self.parts

    def _line(self, lines: list[str], index: int, offset: int) -> int:
        line = lines[index]
        if HUSH in line and not line.strip(HUSH + " \t"):
            return 1
        bare = line.strip(_MARKS + " \t\r")
        if not bare:
            self._flush()
            return 1
        first = bare[0]
        if first == "=" and self._heading(bare, offset):
            return 1
        if first in "*#:;":
            return self._list(lines, index, offset)
        if bare.startswith("{|"):
            return self._table(lines, index, offset)
        if first in "<-|" + OPEN:
            used = self._special(lines, index, offset, bare)
            if used:
                return used
        if not self._paragraph and all(one[:1] == " " and one.strip() for one in lines[index : index + 2]):
            return self._preformatted(lines, index, offset)
        if not self._paragraph:
            self._paragraph_start = offset
        self._paragraph.append(line)
        return 1

    def _special(self, lines: list[str], index: int, offset: int, bare: str) -> int:
        if bare == "<blockquote>":
            return self._quotation(lines, index, offset)
        if bare == "</blockquote>":
            self._flush()
            return 1
        if bare.startswith("----"):
            self._flush()
            rest = bare.lstrip("-").strip()
            if self.parts:
                self._add("rule", "* * *", offset)
            if rest:
                self._paragraph.append(rest)
            return 1
        if bare.startswith("|-") and any(
            one.lstrip(_MARKS + " ")[:1] in ("|", "!") for one in lines[index + 1 : index + 2]
        ):
            return self._table(lines, index, offset)
        if bare.startswith(("|}", "|-")) and not bare[2:].strip("}| "):
            self.account.drop(TABLE, self.source_of(offset), "remains of a table", bare)
            return 1
        match = _PIECE_LINE.fullmatch(bare)
        if match and int(match[1]) < len(self.account.pieces) and self.account.pieces[int(match[1])].block:
            self._flush()
            self._add("code", self.account.pieces[int(match[1])].markdown, offset)
            return 1
        return 0

    def _add(self, kind: str, text: str, offset: int, plain: str = "") -> None:
        if text:
            self.parts.append(Part(kind, text, offset, plain))

    def _flush(self) -> None:
        if not self._paragraph:
            return
        text = "\n".join(self._paragraph)
        self._paragraph = []
        kind = "caption" if text.lstrip(_MARKS + " ").startswith(CAPTION) else "paragraph"
        for one in re.split(f"{BREAK} ?{BREAK}", text):
            shown = inline.markdown(one, self.account)
            if shown.strip("\\ \n*"):
                self._add(
                    kind,
                    shown,
                    self._paragraph_start,
                    " ".join(inline.plain(one.replace(BREAK, " "), self.account).split()),
                )

    def _heading(self, bare: str, offset: int) -> bool:
        left = len(bare) - len(bare.lstrip("="))
        right = len(bare) - len(bare.rstrip("="))
        level = min(left, right, 6)
        title = bare[level : len(bare) - level].strip(_MARKS + " \t")
        if not level or left == len(bare) or not (title or DROP in bare):
            return False
        self._flush()
        plain = " ".join(inline.plain(title.replace(BREAK, " "), self.account).split())
        if plain and (DROP not in bare or any(char.isalnum() for char in plain)):
            self._add("heading", f"{'#' * level} {inline.escape(plain)}", offset, plain)
        return True

    def _preformatted(self, lines: list[str], index: int, offset: int) -> int:
        self._flush()
        end = index
        while end < len(lines) and lines[end][:1] == " " and lines[end].strip(_MARKS + " "):
            end += 1
        text = "\n".join(
            inline.plain(_BROKEN.sub("\n", line[1:]).rstrip(), self.account).rstrip() for line in lines[index:end]
        )
        fence = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
        if text.strip():
            self._add("code", f"{fence}\n{text}\n{fence}", offset)
        return end - index

    def _quotation(self, lines: list[str], index: int, offset: int) -> int:
        self._flush()
        if self._quotes is None:
            self._quotes = _pairs(lines)
        end = self._quotes.get(index)
        if end is None or self.depth >= NESTING:
            return 1
        inner = "\n".join(lines[index + 1 : end])
        start = offset + len(lines[index]) + 1
        parts = Layout(inner, self.account, lambda at: self.source_of(start + at), self.depth + 1).read()
        text = "\n\n".join(part.text for part in parts)
        if text:
            self._add("quote", "\n".join(f"> {line}".rstrip() for line in text.split("\n")), offset)
        return end + 1 - index

    # Lists.

    def _list(self, lines: list[str], index: int, offset: int) -> int:
        self._flush()
        if not lines[index].strip(_MARKS + "*#:; \t\r"):
            return 1
        end = index
        group: list[tuple[str, str]] = []
        while end < len(lines):
            line = lines[end]
            bare = line.strip(_MARKS + " \t\r")
            if bare and bare[0] in "*#:;":
                if group and _split(bare)[1].startswith("{|"):
                    break  # a table in the place of an entry
                group.append(_split(bare))
            elif not (HUSH in line or DROP in line) or bare:
                break
            end += 1
        if group[0][1].startswith("{|"):
            lines[index] = group[0][1]
            return self._table(lines, index, offset)
        _Lister(self, offset).read(group)
        return end - index

    def add_list(self, lines: list[str], offset: int) -> None:
        """A finished list."""
        self._add("list", "\n".join(lines), offset)

    def add_paragraph(self, text: str, offset: int, mark: str = "") -> None:
        """A paragraph that was an indented line or a term."""
        shown = inline.markdown(text, self.account)
        if shown.strip("\\ \n*"):
            shown = f"{mark}{shown}{mark}" if "*" not in shown else shown
            self._add("indented", shown, offset, " ".join(inline.plain(text, self.account).split()))

    # Tables.

    def _table(self, lines: list[str], index: int, offset: int) -> int:
        self._flush()
        depth = (
            0 if lines[index].lstrip(_MARKS + " :*").startswith("{|") else 1
        )  # 1: rows whose table a template opened
        end = index
        while end < len(lines):
            bare = lines[end].lstrip(_MARKS + " :*")
            if bare.startswith("{|"):
                depth += 1
            elif bare.startswith("|}") and not bare.startswith("|}}"):
                depth -= 1
                if depth == 0:
                    break
            elif depth == 1 and bare.startswith("==") and bare.rstrip(_MARKS + " ").endswith("==") and end > index:
                end -= 1
                break
            end += 1
        last = min(end, len(lines) - 1)
        block = lines[index : last + 1]
        if block[0].lstrip(_MARKS).startswith("|-"):
            block.insert(0, "{|")
        after = (
            lines[last].lstrip(_MARKS + " :*")[2:].strip()
            if lines[last].lstrip(_MARKS + " :*").startswith("|}")
            else ""
        )
        if self.depth >= NESTING:
            self._paragraph.extend(line.strip("{|}!- ") for line in block)
            self._flush()
            return last + 1 - index
        self._render_table(read_table(block), block, offset)
        if after:
            self._paragraph.append(after)
        return last + 1 - index

    def _render_table(self, table: Table, block: list[str], offset: int) -> None:
        classes = table.attributes.lower()
        source = self.source_of(offset)
        if re.search(r"\b(?:navbox|metadata|ambox|toccolours\s+navbox|vertical-navbox|sidebar|succession)\b", classes):
            self.account.drop(TABLE, source, "navigation table", inline.plain("\n".join(block), self.account))
            return
        for lost in (_ATTRIBUTE.sub(" ", table.attributes), *table.lost):
            if _LETTER.search(lost):
                words_ = inline.plain(lost, self.account)
                self.account.drop(TABLE, source, "words among the attributes of a table", words_)
        rows = [[cell for cell in row if cell is not None] for row in table.rows]
        caption = inline.markdown(table.caption.replace("\n", " ").replace(BREAK, " "), self.account)
        self._add("table caption", caption, offset)
        if self._is_frame(rows):
            for row in rows:
                for cell in row:
                    self._inner(cell.text, offset)
            return
        grid = table.grid(lambda text, head: self._cell(text, head=head))
        text = _markdown_table(grid, table.headed)
        if text:
            self._add("table", text, offset)

    def _is_frame(self, rows: list[list]) -> bool:  # type: ignore[type-arg]
        """Whether the table is only there for the layout of the page: one column, or one row with blocks in it."""
        filled = [
            row for row in ([cell for cell in row if cell.text.strip(_MARKS + " \n" + BREAK)] for row in rows) if row
        ]
        if not filled:
            return False
        if max(len(row) for row in filled) == 1 and max(len(row) for row in rows) == 1:
            return not any(cell.head for row in filled for cell in row)
        blocks = any(re.search(r"\n[*#:{]|\n\n", cell.text.strip()) for row in filled for cell in row)
        return len(filled) == 1 and blocks

    def _inner(self, text: str, offset: int) -> None:
        self.parts += Layout(text, self.account, lambda _: self.source_of(offset), self.depth + 1).read()

    def _cell(self, text: str, *, head: bool) -> str:
        text = text.strip(_MARKS + " \n")
        if "\n" not in text and BREAK not in text and "{|" not in text:
            return inline.markdown(text, self.account).replace("\n", " ")
        return joined(self._pieces(text), head=head)

    def _pieces(self, text: str) -> list[str]:
        parts = Layout(text, self.account, lambda _: 0, self.depth + 1).read()
        found: list[str] = []
        for part in parts:
            if part.kind == "code":
                found.append("`" + " ".join(line for line in part.text.split("\n") if not line.startswith("```")) + "`")
            elif part.kind == "table":
                rows = [line for line in part.text.split("\n") if not line.startswith("| ---")]
                found += [
                    ", ".join(cell.strip() for cell in re.split(r"(?<!\\)\|", line) if cell.strip()) for line in rows
                ]
            elif part.kind in ("list", "quote"):
                found += [
                    re.sub(r"^(?:[-*] |\d+\. |> ?)", "", line.strip())
                    for line in part.text.split("\n")
                    if line.strip(" >")
                ]
            else:
                found += (
                    part.text.lstrip("#").strip().replace("\\\n", "\n").split("\n")
                    if part.kind == "heading"
                    else re.split(r"\\\n", part.text)
                )
        return [" ".join(one.split()) for one in found if one.strip()]


def _pairs(lines: list[str]) -> dict[int, int]:
    """For each line that opens a quotation, the one that closes it."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for index, line in enumerate(lines):
        bare = line.strip(_MARKS + " ")
        if bare == "<blockquote>":
            waiting.append(index)
        elif bare == "</blockquote>" and waiting:
            pairs[waiting.pop()] = index
    return pairs


def joined(pieces: list[str], *, head: bool = False) -> str:
    """Several lines in one: with a slash between, but not where a sentence ends or a bracket follows."""
    text = ""
    for piece in pieces:
        if not text:
            text = piece
        elif head and text[-1] == "-":
            text += piece
        elif head or text[-1] in ".,;:!?–—-/" or piece[0] in "(–—":
            text += f" {piece}"
        else:
            text += f" / {piece}"
    return text


def flatten(flat: str, account: Account) -> str:
    """Flat wikitext as one line of plain text: a field of an infobox."""
    lines = []
    for line in flat.replace(BREAK, "\n").split("\n"):
        bare = line.strip(_MARKS + " ").lstrip("*#:; ")
        if bare in ("<blockquote>", "</blockquote>") or bare.startswith(("{|", "|}", "|-")):
            continue
        bare = bare.lstrip("|! ")
        text = " ".join(inline.plain(bare, account).split())
        if text.strip():
            lines.append(text.strip())
    return joined(lines)


def _split(bare: str) -> tuple[str, str]:
    content = bare.lstrip("*#:;")
    return bare[: len(bare) - len(content)], content.strip(" \t")


class _Lister:
    """Turns a run of list lines into Markdown lists and paragraphs."""

    def __init__(self, layout: Layout, offset: int) -> None:
        self.layout = layout
        self.offset = offset
        self.lines: list[str] = []
        self.stack: list[_Item] = []

    def read(self, group: list[tuple[str, str]]) -> None:
        for prefix, content in group:
            if prefix[-1] in "*#":
                self._item(prefix.replace(";", ":"), content)
            elif prefix[-1] == ";":
                self._term(prefix, content)
            else:
                self._indented(prefix, content)
        self._flush()

    def _flush(self) -> None:
        if self.lines:
            self.layout.add_list(self.lines, self.offset)
        self.lines = []
        self.stack = []

    def _item(self, prefix: str, content: str) -> None:
        shown = inline.markdown(content, self.layout.account)
        if not shown.strip("\\ \n*"):
            return
        last: _Item | None = None
        while self.stack and not (
            len(prefix) > len(self.stack[-1].prefix) and prefix.startswith(self.stack[-1].prefix)
        ):
            last = self.stack.pop()
        margin = self.stack[-1].indent if self.stack else 0
        count = last.number + 1 if last and last.prefix == prefix else 1
        mark = f"{count}. " if prefix[-1] == "#" else "- "
        if last and last.prefix[-1:] != prefix[-1:] and not margin and self.lines:
            self._flush()
        self.stack.append(_Item(prefix, margin + len(mark), count))
        self._put(" " * margin + mark, " " * (margin + len(mark)), shown)

    def _put(self, first: str, margin: str, shown: str) -> None:
        for index, line in enumerate(shown.split("\n")):
            self.lines.append((first if index == 0 else margin) + line)

    def _term(self, prefix: str, content: str) -> None:
        self._flush()
        term, colon, meaning = content.partition(" : ")
        self.layout.add_paragraph(term, self.offset, "**")
        if colon:
            self._indented(prefix + ":", meaning)

    def _indented(self, prefix: str, content: str) -> None:
        while self.stack and not prefix.startswith(self.stack[-1].prefix):
            self.stack.pop()
        if self.stack and prefix.strip(":"):
            shown = inline.markdown(content, self.layout.account)
            if shown:
                margin = " " * self.stack[-1].indent
                self.lines.append("")
                self._put(margin, margin, shown)
            return
        self._flush()
        self.layout.add_paragraph(content, self.offset)


def _markdown_table(grid: list[list[str]], headed: bool) -> str:
    rows = [
        [cell.replace("|", "\\|").replace("\\\\|", "\\|") for cell in row]
        for row in grid
        if any(cell.strip() for cell in row)
    ]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    rows = [row + [""] * (width - len(row)) for row in rows]
    keep = [column for column in range(width) if any(row[column] for row in rows)]
    rows = [[row[column] for column in keep] for row in rows]
    if not headed:
        rows.insert(0, [""] * len(keep))
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(keep))
    return "\n".join(re.sub(" {2,}", " ", line) for line in lines)
