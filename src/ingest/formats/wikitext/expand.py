"""From the tree to flat wikitext: templates, links and extension tags become their text, or a dropped block.

What is left in the flat text is markup that belongs to a line: headings, lists, tables, quotation marks for emphasis,
external links, entities and inline HTML. Five control characters stand for what must not be read again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from ingest.formats.wikitext import (
    citations,
    dates,  # noqa: F401 - enters what it shows in the table of `templates`
    localised,
    measures,  # noqa: F401 - as `dates`
    names,
    sisters,
    subjects,
    templates,
)
from ingest.formats.wikitext.names import words
from ingest.formats.wikitext.scan import Kind, Node, Scanner
from ingest.formats.words import words as spoken
from ingest.model import Block, Remark
from ingest.positions import Lines, place

OPEN, SHUT = "\x02", "\x03"
"""Around the number of a finished piece."""
DROP = "\x04"
"""Where something was taken out."""
BREAK = "\x05"
"""A line break within a paragraph."""
HUSH = "\x06"
"""Where a comment stood: a line of nothing else does not exist."""
CAPTION = "\x07"
"""In front of a paragraph that is the caption of a picture."""

TEMPLATE, REFERENCE, MEDIA, TABLE, COMMENT, HATNOTE, LINK, SETTING, DAMAGE = (
    "WIK001", "WIK002", "WIK003", "WIK004", "WIK005", "WIK006", "WIK007", "WIK008", "WIK009",
)  # fmt: skip
"""The codes of dropped blocks."""


@dataclass(slots=True)
class Piece:
    """A finished piece: its Markdown, its plain text, and whether it is a block of its own."""

    markdown: str
    plain: str
    block: bool = False


@dataclass
class Account:
    """What a conversion found beside the text."""

    blocks: list[tuple[int, Block]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    infobox: dict[str, str] = field(default_factory=dict)
    categories: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    lines: Lines = field(default_factory=lambda: Lines(""))
    in_source: Callable[[int], int] = int

    def drop(self, rule: str, start: int, reason: str, text: str) -> None:
        """Record a block that stood at `start` of the text that is read; lines and columns are those of the source."""
        where = place(*self.lines.at(self.in_source(start)))
        self.blocks.append((start, Block(rule, where, reason, text.strip())))

    def keep(self, markdown: str, plain: str | None = None, *, block: bool = False) -> str:
        """Put a finished piece by; the returned mark stands for it."""
        self.pieces.append(Piece(markdown, markdown if plain is None else plain, block))
        return f"{OPEN}{len(self.pieces) - 1}{SHUT}"


_HTML = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)((?:\s|/)[^<>]*)?>")
_HIDDEN = re.compile(
    r"<(span|div|small)\b[^<>]{0,200}?\bstyle\s{0,9}=[\s\"']{0,9}[^<>\"']{0,200}?\bdisplay\s{0,9}:\s{0,9}none\b[^<>]{0,200}>"
    r"[^<>\[\]{}]{0,500}</\1\s{0,9}>",
    re.IGNORECASE,
)
"""An element that a page does not show, such as a key by which a table is sorted."""
_FLAT = re.compile(f"[{OPEN}{SHUT}{DROP}{BREAK}{HUSH}{CAPTION}]")
_VARIANTS = re.compile(r"-\{([^{}\n]{1,2000})\}-")
_WAY = re.compile(r"\b((?:zh|sr|kk|uz|ku|iu|shi|gan|crh|tg)(?:-[a-z]{2,5})?)\s{0,5}:([^;]{0,1000})")
_PREFERRED = ("zh-hans", "zh-hant", "zh-cn", "zh-tw", "sr-ec", "sr-el")
_HIDING = frozenset("HT-")
"""Ways of writing in one page (https://www.mediawiki.org/wiki/Writing_systems/Syntax): what is looked for, which is shown
where several are given, and the flags of rules that show nothing."""
_SWITCH = re.compile(r"__(?:[A-Z]{3,30}|[^\W\d_][\w\u200c -]{1,60}?)__|＿＿\w{2,60}?＿＿")
_PREFIX = re.compile(r"\[\[[ _]?([^\[\]|:\n]{2,40}):")
_NOT_ENGLISH = (names.FILES | names.CATEGORIES) - {"file", "image", "media", "category"}
"""Namespaces by which the page of another language is known."""
_SILENT = frozenset(
    words(
        "span font big small abbr cite dfn bdi bdo ruby rb rp rt rtc data time label noinclude onlyinclude section "
        "translate tvar var u ins q wbr "
        "abbr acronym a img nobr strike center languages mark kbd samp "
        "tabber tabs tab pages pagelist choose option mobileonly nomobile desktoponly ns hover"
    )
)
_BLOCKS = frozenset(
    words("div p center blockquote table tr td th caption tbody thead tfoot ul ol li dl dt dd hr br h1 h2 h3 h4 h5 h6")
)
_BLOCK_TEXT = {
    "p": ("\n\n", "\n\n"),
    "div": ("\n", "\n"),
    "center": ("\n", "\n"),
    "table": ("\n{| ", "\n|}\n"),
    "tr": ("\n|- ", "\n"),
    "caption": ("\n|+ ", "\n"),
    "tbody": ("", ""),
    "thead": ("", ""),
    "tfoot": ("", ""),
    "hr": ("\n----\n", ""),
    "br": (BREAK, BREAK),
    "blockquote": ("\n<blockquote>\n", "\n</blockquote>\n"),
    "dl": ("\n", "\n"),
    "dt": ("\n; ", "\n"),
    "dd": ("\n: ", "\n"),
    "b": ("'''", "'''"),
    "strong": ("'''", "'''"),
    "i": ("''", "''"),
    "em": ("''", "''"),
    "dfn": ("''", "''"),
    "var": ("''", "''"),
    "s": ("~~", "~~"),
    "del": ("~~", "~~"),
}
INLINE_HTML = _SILENT | frozenset(_BLOCK_TEXT) | _BLOCKS | {"sup", "sub"}

BRACKETS = r"(?:[\['\] (),]|&(?:#91|#93|nbsp|#160);|</?(?:i|b|small|span)\b[^<>]{0,80}>){0,30}"
"""What may stand around a note within a superscript."""

CODE = re.compile(r"\s*(?:[^\W_]{1,4}|(?=\S*[\d:_#])[\w:.,#%/+–-]+|inline|title)\s*")
"""A parameter of a template that is no text but a code or number, which its text shows in another form: `5|km`, `NOR`."""

_COMPARED = 10_000
"""How much of a template's text is searched for its parameters; what stands later counts as not shown."""


class Parameters:
    """A template call as its handler sees it (`templates.Call`)."""

    def __init__(self, owner: Expander, node: Node, name: str, written: str) -> None:
        """Read the parameters of `node` without expanding them."""
        self.name = name
        self.written = written
        self.dated = owner.day_first
        self.english = owner.english
        self._owner = owner
        self._given: dict[str, list[Node]] = {}
        self._shown: dict[str, str] = {}
        self._asked: set[str] = set()
        self._ignored: set[str] = set()
        self.unnamed = 0
        for part in node.parts[1:]:
            key, value = _named(owner.text, part)
            if key is None:
                self.unnamed += 1
                key = str(self.unnamed)
            if earlier := self._given.get(key):
                lost = owner.text[earlier[0].start : earlier[-1].end].strip()
                if lost:  # the last one counts
                    owner.account.drop(TEMPLATE, node.start, "parameter that is given again", f"{key}={lost}")
            self._given[key] = value

    def __contains__(self, key: str) -> bool:
        """Whether this parameter was given."""
        return key in self._given

    def _value(self, key: str) -> str:
        if key not in self._shown:
            given = self._given.get(key)
            self._shown[key] = self._owner.expand(given).strip() if given else ""
        return self._shown[key]

    def get(self, *keys: str) -> str:
        """The first of these parameters that is not empty, or an empty string."""
        for key in keys:
            if key in self._given:
                self._asked.add(key)
                value = self._value(key)
                if value.strip(DROP + HUSH + " \n"):
                    return value
        return ""

    def positional(self) -> list[str]:
        """All parameters without a name, in order, up to the last that is not empty."""
        keys = []
        index = 1
        while str(index) in self._given:
            keys.append(str(index))
            index += 1
        self._asked.update(keys)
        values = [self._value(key).strip(DROP + HUSH + " \n") for key in keys]
        while values and not values[-1]:
            values.pop()
        return values

    def ignore(self, *keys: str) -> None:
        """These parameters say how, not what: they are not missed, unless they are words."""
        self._ignored.update(keys)

    def code(self, text: str) -> str:
        """Text as a code span."""
        return self._owner.code(text)

    def math(self, text: str) -> str:
        """TeX as a formula."""
        return self._owner.formula(text, "")

    def items(self) -> list[tuple[str, str]]:
        """All named and numbered parameters that are not empty, expanded."""
        return [(key, value) for key in self._given if (value := self._value(key)).strip(DROP + HUSH + " \n")]

    def asked(self, *, codes: bool) -> list[tuple[str, str]]:
        """The parameters that were asked for, expanded; of those that are codes none, unless `codes`."""
        return [
            (key, self._value(key))
            for key, value in self._given.items()
            if key in self._asked and value and (codes or not self._is_code(value))
        ]

    def unasked(self, *, codes: bool) -> list[tuple[str, list[Node]]]:
        """The parameters that no one asked for; of those that say how the ones that could be words, or all if `codes`."""
        return [
            (key, value)
            for key, value in self._given.items()
            if key not in self._asked and (codes or not (key in self._ignored and value and self._is_code(value)))
        ]

    def _is_code(self, value: list[Node]) -> bool:
        return CODE.fullmatch(self._owner.text, value[0].start, value[-1].end) is not None


def _named(text: str, part: list[Node]) -> tuple[str | None, list[Node]]:
    """A parameter's name, or None, and its value."""
    for index, node in enumerate(part):
        if node.kind is not Kind.TEXT:
            continue
        at = text.find("=", node.start, node.end)
        if at >= 0:
            key = (
                "".join(text[one.start : one.end] for one in part[:index] if one.kind is not Kind.COMMENT)
                + text[node.start : at]
            )
            rest = [Node(Kind.TEXT, at + 1, node.end)] if node.end > at + 1 else []
            return key.strip(), rest + part[index + 1 :]
    return None, part


class Expander:
    """Turns the nodes of one source into flat wikitext and keeps account of all that does not become text."""

    def __init__(self, text: str, place_of: Callable[[int], int] = lambda at: at, source: str = "") -> None:
        """Read `text`; `place_of` gives, for an offset in it, the one in `source` that blocks and remarks are about."""
        self.text = text
        self.place = place_of
        self.scanner = Scanner(text)
        self.account = Account(lines=Lines(source or text), in_source=place_of)
        self.day_first = re.search(r"\{\{\s*use dmy", text, re.IGNORECASE) is not None
        self.map: list[tuple[int, int]] = []
        self._lists: list[str] = []
        self._flat: list[str] = []
        self._depth = 0
        self._length = 0
        self._guessed: Node | None = None

    @cached_property
    def english(self) -> bool:
        """Whether the names that templates bring along may be in English: no other language's namespace is used."""
        return not any(names.namespace(found[1]) in _NOT_ENGLISH for found in _PREFIX.finditer(self.text))

    def document(self) -> str:
        """The flat text of the whole source; `source_of` then finds places."""
        nodes = self.scanner.scan()
        for at, mark in self.scanner.unclosed:
            self.remark(at, at + len(mark), f"{mark} is never closed")
        for node in nodes:
            if node.kind is Kind.TEXT:
                self._markup(node.start, node.end, self._emit)
            else:
                self._emit(self._node(node), node.start)
        return "".join(self._flat)

    def source_of(self, offset: int) -> int:
        """The place in the source that the character at `offset` of the flat text came from."""
        index = bisect_right(self.map, (offset, 1 << 62)) - 1
        if index < 0:
            return 0
        flat, source = self.map[index]
        limit = self.map[index + 1][1] if index + 1 < len(self.map) else len(self.text)
        return min(source + offset - flat, max(source, limit))

    def _emit(self, text: str, start: int) -> None:
        if text:
            self.map.append((self._length, start))
            self._flat.append(text)
            self._length += len(text)

    def expand(self, nodes: list[Node]) -> str:
        """The flat text of nodes that are inside of something."""
        parts: list[str] = []
        self._depth += 1
        for node in nodes:
            if node.kind is Kind.TEXT:
                self._markup(node.start, node.end, lambda text, _: parts.append(text))
            else:
                parts.append(self._node(node))
        self._depth -= 1
        return "".join(parts)

    def remark(self, start: int, end: int, message: str) -> None:
        """Report damage at a place of the text."""
        self.account.remarks.append(Remark(self.place(start), self.place(end), message))

    def source(self, node: Node) -> str:
        """The node as it stands in the source."""
        return self.text[node.start : node.end]

    def _node(self, node: Node) -> str:
        if node.kind is Kind.TEMPLATE:
            return self._template(node)
        if node.kind is Kind.LINK:
            return self._link(node)
        if node.kind is Kind.TAG:
            return self._tag(node)
        if node.kind is Kind.ARGUMENT:
            return self._argument(node)
        return self._comment(node)

    def _comment(self, node: Node) -> str:
        text = self.source(node)
        if node.name == "broken":
            self.account.drop(DAMAGE, node.start, "template without an end", text)
            return DROP
        if node.name:
            self.account.drop(DAMAGE, node.start, "stray markup", text)
            return ""
        self.account.drop(COMMENT, node.start, "comment, which the page does not show", text)
        return HUSH

    def _argument(self, node: Node) -> str:
        if len(node.parts) > 1:
            return self.expand(node.parts[1])
        self.account.drop(TEMPLATE, node.start, "parameter of a template", self.source(node))
        return DROP

    # Inline HTML.

    def _markup(self, start: int, end: int, emit: Callable[[str, int], None]) -> None:
        """Give out the text from `start` to `end` with HTML tags as wikitext and without behaviour switches."""
        text = self.text
        done = start
        if all(text.find(mark, start, end) < 0 for mark in ("<", "__", "-{", "＿＿")):
            emit(text[start:end], start)
            return
        found = [
            *_HTML.finditer(text, start, end),
            *_SWITCH.finditer(text, start, end),
            *_VARIANTS.finditer(text, start, end),
            *_HIDDEN.finditer(text, start, end),
        ]
        for match in sorted(found, key=lambda one: (one.start(), -one.end())):
            if match.start() < done:
                continue
            emit(text[done : match.start()], done)
            show = {"_": self._switch, "＿": self._switch, "-": self._variant}.get(match[0][0], self._html)
            show = self._hidden if match.re is _HIDDEN else show
            emit(show(match), match.start())
            done = match.end()
        emit(text[done:end], done)

    def _switch(self, match: re.Match[str]) -> str:
        word = match[0].strip("_＿")
        if (
            not (word.isascii() and word.isupper() and word.isalpha())
            and names.namespace(word) not in localised.SWITCHES
        ):
            return match[0]
        self.account.drop(SETTING, match.start(), "behaviour switch", match[0])
        return HUSH

    def _variant(self, match: re.Match[str]) -> str:
        """What a page shows of words given in several ways of writing: `-{zh-hans:计算机; zh-hant:電腦}-`."""
        flags, pipe, words_ = match[1].rpartition("|")
        ways = {key.strip(): value.strip() for key, value in _WAY.findall(words_)}
        hidden = bool(pipe) and not _HIDING.isdisjoint(flags.replace(" ", "").upper().split(";"))
        shown = "" if hidden else next((ways[key] for key in (*_PREFERRED, *ways) if key in ways), words_.strip())
        if shown != match[1].strip():
            self.account.drop(SETTING, match.start(), "other ways of writing", match[0])
        return shown or HUSH

    def _hidden(self, match: re.Match[str]) -> str:
        self.account.drop(SETTING, match.start(), "text that the page does not show", match[0])
        return HUSH

    def _html(self, match: re.Match[str]) -> str:
        name = match[1].lower()
        closing = match[0].startswith("</")
        attributes = (match[2] or "").strip(" /")
        if name in ("ul", "ol", "li"):
            return self._html_list(name, closing=closing)
        if name in ("td", "th"):
            mark = "!" if name == "th" else "|"
            return "\n" if closing else f"\n{mark} {attributes} | " if attributes else f"\n{mark} "
        if name in ("table", "tr", "caption") and not closing:
            return (
                _BLOCK_TEXT[name][0]
                + (attributes + " |" if attributes and name == "caption" else attributes)
                + ("\n" if name != "caption" else "")
            )
        if re.fullmatch("h[1-6]", name):
            return f"{'=' * int(name[1])}\n" if closing else f"\n{'=' * int(name[1])}"
        if name in _BLOCK_TEXT:
            return _BLOCK_TEXT[name][closing]
        return "" if name in _SILENT else match[0]

    def _html_list(self, name: str, *, closing: bool) -> str:
        if name == "li":
            marks = "".join(self._lists[-6:]) or "*"
            return "" if closing else f"\n{marks} "
        if closing:
            if self._lists:
                self._lists.pop()
        else:
            self._lists.append("#" if name == "ol" else "*")
        return "\n"

    # Extension tags.

    def _tag(self, node: Node) -> str:
        inner = self.text[node.inner[0] : node.inner[1]]
        name = node.name
        if name in ("ref", "references"):
            self.account.drop(
                REFERENCE, node.start, "reference" if name == "ref" else "list of references", self.source(node)
            )
            return DROP
        if name == "nowiki":
            return self.literal(inner)
        if name in ("math", "chem", "ce"):
            return self.formula(inner, node.attributes, name)
        if name in ("code", "tt", "kbd", "samp"):
            return self._inline_code(node)
        if name in ("pre", "syntaxhighlight", "source"):
            return self._code_block(node, inner)
        if name == "poem":
            return self._poem(node)
        if name == "gallery":
            return self._gallery(node, inner)
        if name == "section":
            return ""
        self.account.drop(
            MEDIA if name in ("timeline", "score", "imagemap", "graph", "mapframe", "maplink", "hiero") else SETTING,
            node.start,
            f"<{name}>",
            self.source(node),
        )
        return DROP

    def literal(self, text: str) -> str:
        """Text that is no markup."""
        from ingest.formats.wikitext.inline import decode, escape

        text = decode(text)
        return self.account.keep(escape(text), text) if text.strip() else text

    def formula(self, tex: str, attributes: str, name: str = "math") -> str:
        """TeX between dollar signs; its own line where the source says so."""
        from ingest.formats.wikitext.inline import decode

        tex = " ".join(decode(tex).split())
        if not tex:
            return DROP
        tex = rf"\ce{{{tex}}}" if name in ("ce", "chem") else tex
        if "display" in attributes and "block" in attributes:
            return f"\n\n{self.account.keep(f'$${tex}$$', tex)}\n\n"
        return self.account.keep(f"${tex}$", tex)

    def _inline_code(self, node: Node) -> str:
        from ingest.formats.wikitext.inline import plain

        text = plain(self.expand(self.scanner.scan(*node.inner)), self.account)
        return self.code(text)

    def code(self, text: str) -> str:
        """Text as a code span; with as many backticks as it needs."""
        from ingest.formats.wikitext.inline import plain

        text = " ".join(plain(text, self.account).replace(BREAK, "\n").split())
        if not text:
            return DROP
        fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
        space = " " if text[0] == "`" or text[-1] == "`" else ""
        return self.account.keep(f"{fence}{space}{text}{space}{fence}", text)

    def _code_block(self, node: Node, inner: str) -> str:
        from ingest.formats.wikitext.inline import decode

        found = re.search(r"lang\s*=\s*[\"']?([A-Za-z0-9+#-]{1,20})", node.attributes)
        if node.name == "pre":
            inner = decode(re.sub(r"</?nowiki>", "", inner))
        if "inline" in node.attributes.replace("=", " ").split():
            return self.code(self.literal(inner))
        text = "\n".join(line.rstrip() for line in inner.strip("\n").split("\n")).rstrip()
        if not text.strip():
            return DROP
        fence = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
        language = found[1] if found and node.name != "pre" else ""
        return "\n" + self.account.keep(f"{fence}{language}\n{text}\n{fence}", text, block=True) + "\n"

    def _poem(self, node: Node) -> str:
        text = self.expand(self.scanner.scan(*node.inner)).strip()
        verses = [
            BREAK.join(line.strip(" :") for line in verse.split("\n")) for verse in re.split(r"\n\s{0,99}\n", text)
        ]
        return "\n\n" + "\n\n".join(verses) + "\n\n"

    def _gallery(self, node: Node, inner: str) -> str:
        at = node.inner[0]
        kept = []
        if "caption" in node.attributes.lower():
            self.account.drop(MEDIA, node.start, "caption of a gallery", f"<gallery {node.attributes.strip()}>")
        for line in inner.split("\n"):
            name, _, _ = line.partition("|")
            if line.strip():
                start = at + min(len(name) + 1, len(line))
                caption = self._caption(self.scanner.scan(start, at + len(line)))
                kept.append(self._picture(node.start, line, caption, keep=not self._depth))
            at += len(line) + 1
        return "".join(kept) or DROP

    # Links.

    def _link(self, node: Node) -> str:
        target = self.expand(node.parts[0]).replace(HUSH, "").replace("_", " ").strip()
        if "\n" in target:
            return "[[" + "|".join(self.expand(part) for part in node.parts) + "]]"
        if target.startswith(("http://", "https://", "//")):
            label = "|".join(self.expand(part) for part in node.parts[1:]).strip()
            return f"[{target} {label}]" if label else f"[{target}]"
        prefix, colon, rest = target.partition(":")
        space = names.namespace(prefix) if colon else ""
        if colon and space in names.FILES:
            return self._file(node)
        if colon and space in names.CATEGORIES:
            return self._category(node, rest)
        if colon and space in names.PROJECT and self._is_raised(node):
            return self._drop(node, REFERENCE, "note of the editors")
        if (
            colon
            and len(node.parts) == 1
            and (re.fullmatch("[a-z]{2}(?:-[a-z]{2,4})?", space) or space in names.INTERWIKI)
        ):
            self.account.drop(LINK, node.start, "link to the page in another language", self.source(node))
            return HUSH
        target = target.removeprefix(":").strip()
        if len(node.parts) == 1:
            return target
        label = "|".join(self.expand(part) for part in node.parts[1:])
        if label.strip():
            return label
        return _pipe_trick(target)

    def _is_raised(self, node: Node) -> bool:
        """Whether this stands alone in a superscript, or in brackets there: `<sup>[''[[Wikipedia:...|when?]]'']</sup>`."""
        before, after = self.text[max(0, node.start - _NEAR) : node.start], self.text[node.end : node.end + _NEAR]
        return _RAISED.search(before) is not None and _LOWERED.match(after) is not None

    def _category(self, node: Node, name: str) -> str:
        name = name.strip()
        if name and name not in self.account.categories:
            self.account.categories.append(name)
        for part in node.parts[1:]:
            if self.text[part[0].start : part[-1].end].strip() if part else "":
                self.account.drop(LINK, node.start, "category with a sort key", self.source(node))
                break
        return HUSH

    def _file(self, node: Node) -> str:
        keep = (
            not self._depth
            and not self.text[self.text.rfind("\n", 0, node.start) + 1 : node.start].strip(" []|:")[:1].isalnum()
        )
        keep = keep and self._starts_line()
        caption = ""
        alternative = ""
        for part in node.parts[1:]:
            text = self._caption(part)
            if text.startswith(("alt=", "alt =")):
                alternative = text
            elif not _setting(text):
                caption = text
        del alternative  # it is in the recorded block, which holds the whole link
        return self._picture(node.start, self.source(node), caption, keep=keep)

    def _starts_line(self) -> bool:
        for piece in reversed(self._flat[-8:]):
            bare = piece.rstrip(f" {DROP}{HUSH}")
            if bare:
                return bare.endswith("\n")
        return len(self._flat) <= 8

    def _caption(self, nodes: list[Node]) -> str:
        return self.expand(nodes).strip().replace("\n", " ")

    def _picture(self, start: int, source: str, caption: str, *, keep: bool) -> str:
        if keep and _sentence(caption.replace(DROP, "").replace(HUSH, "").strip(" '")):
            self.account.drop(MEDIA, start, "picture; its caption is a sentence and stays", source)
            return f"\n\n{CAPTION}{caption}\n\n"
        self.account.drop(MEDIA, start, "picture", source)
        return DROP

    # Templates.

    def _template(self, node: Node) -> str:
        whole = self.expand(node.parts[0]).replace(HUSH, "").replace(DROP, "")
        name = _name(whole)
        if ":" in name:
            done = self._function(node, whole)
            if done is not None:
                return done
        call = Parameters(self, node, name, whole.strip())
        if name.startswith(names.INFOBOXES) or name.endswith((" infobox", " box infobox")):
            return self._infobox(node, call)
        if shown := self._of_sister(node, call):
            self._account_for(node, call, shown)
            return shown
        if name in names.REFERENCES:
            return self._drop(node, REFERENCE, "reference")
        show = templates.find(name, whole.strip())
        cited = name in names.CITED or (name.startswith(names.CITATIONS) and name not in templates.HANDLERS)
        if cited and not (name == "citation" and "1" in call):
            return self._citation(node, call)
        if show:
            shown = show(call)
            if shown is not None:
                self._account_for(node, call, shown)
                if shown and not self._depth and show is templates.HANDLERS["coord"] and call.get("display") in _ABOVE:
                    self.account.fields.setdefault("coordinates", shown)
                    return HUSH
                return shown or DROP
            return self._unknown(node, call, known=True)
        return self._useless(node, call, name)

    def _of_sister(self, node: Node, call: Parameters) -> str | None:
        """What a template shows whose name stands for something else on Wikipedia."""
        if call.name in sisters.LISTINGS and "name" in call:
            return sisters.listing(call)
        if call.name == "note" and "1" in call and "2" not in call and not self._in_line(node):
            return sisters.note(call)
        return None

    def _citation(self, node: Node, call: Parameters) -> str:
        shown = citations.citation(call)
        if shown is None:
            return self._drop(node, REFERENCE, "citation")
        self._account_for(node, call, shown, whole=True)
        return shown

    def _useless(self, node: Node, call: Parameters, name: str) -> str:
        if name in names.MAINTENANCE or name.startswith(("pp-", "use ", "cleanup", "user ", "expand ")):
            return self._drop(node, TEMPLATE, "maintenance note")
        if name in names.HATNOTES or name.startswith(("redirect-", "about-")):
            return self._drop(node, HATNOTE, "note above the text")
        if name in ("short description", "shortdesc", "kurzbeschreibung"):
            text = call.get("1")
            if text and text.lower() != "none":
                self.account.fields["shortDescription"] = text
            return HUSH
        if name in ("italic title", "lowercase title") or name in names.SETTINGS:
            return self._drop(node, SETTING, "setting of the page")
        if name in names.NAVIGATION or name.endswith(
            ("stub", " sidebar", " topics", " navbox", "-spire", " squad", " footer", " nav")
        ):
            return self._drop(node, TEMPLATE, "navigation")
        return self._unknown(node, call, known=False)

    def _drop(self, node: Node, rule: str, reason: str) -> str:
        self.account.drop(rule, node.start, reason, self.source(node))
        return DROP

    def _account_for(self, node: Node, call: Parameters, shown: str, *, whole: bool = False) -> None:
        """Record the parameters that no one asked for, and words of the others that are shown in another form or not.

        Of a call whose text is taken over, `whole`, codes and numbers are recorded as well.
        """
        left = Counter(self._spoken(shown[:_COMPARED]))
        asked = call.asked(codes=whole)
        known = {value for _, value in asked}
        missing = []
        if len(shown) <= _COMPARED:
            distinct = {value: key for key, value in reversed(asked)}  # what is given twice may be shown once
            missing = [f"{key}={lost}" for value, key in distinct.items() if (lost := self._not_shown(value, left))]
            missing.reverse()
        for key, part in call.unasked(codes=whole):
            text = (self.text[part[0].start : part[-1].end] if part else "").strip()
            if text and text not in known and not (whole and not self._not_shown(text, left)):
                missing.append(f"{key}={text}")
        if missing:
            self.account.drop(
                TEMPLATE, node.start, f"parameters that {{{{{call.name}}}}} does not show", " | ".join(missing)
            )

    def _spoken(self, flat: str) -> list[str]:
        from ingest.formats.wikitext.inline import plain

        return spoken(plain(flat, self.account))

    def _not_shown(self, flat: str, left: Counter[str]) -> str:
        """The words of a parameter that are not left of those that are shown; the others are used up."""
        missing = []
        given = self._spoken(flat)
        for word in given:
            if left[word] > 0:
                left[word] -= 1
            else:
                missing.append(word)
        return flat if len(missing) == len(given) and not _FLAT.search(flat) else " ".join(missing)

    def _unknown(self, node: Node, call: Parameters, *, known: bool) -> str:
        """A template that is not in the tables: in running text its only parameter is taken for its text."""
        inline = self._in_line(node)
        if not known and self._is_box(node, call):
            self._guessed = node
            return self._infobox(node, call)
        values = call.positional() if inline else []
        if len(node.parts) == 1 and inline:
            country = names.COUNTRIES.get(self.text[node.start + 2 : node.end - 2].strip())
            if country and self.english:
                return country
        shown = "" if known else subjects.guessed(values)
        if not known and inline and (ordinal := subjects.century(call.written)) and len(values) == len(node.parts) - 1:
            shown = " ".join([ordinal, *values])
        if shown:
            which = "its only parameter" if len(values) == 1 else "what it most likely shows"
            self.remark(node.start, node.end, f"unknown template {{{{{call.name}}}}} is shown by {which}")
            self._account_for(node, call, shown, whole=True)
            return shown
        if not inline and not known and not self._depth and (text := sisters.block_text(call)):
            shown = f"\n\n{text}\n\n"
            self.remark(node.start, node.end, f"unknown template {{{{{call.name}}}}} is shown by the sentences in it")
            self._account_for(node, call, shown, whole=True)
            return shown
        if inline and self.source(node).endswith("|#}}"):  # German: the flag without the name
            return self._drop(node, TEMPLATE, "flag")
        if inline:
            self.remark(node.start, node.end, f"the text of {{{{{call.name}}}}} is not known: a gap may be left")
        elif self._rich(node):
            self.remark(node.start, node.end, f"{{{{{call.name}}}}} was left out with the text in it")
        return self._drop(node, TEMPLATE, "template whose text is not known")

    def _is_box(self, node: Node, call: Parameters) -> bool:
        """Whether an unknown template is the box of the article: named parameters, before any text."""
        named = len(node.parts) - 1 - call.unnamed
        if self._depth or self.account.infobox or named < 3 or call.unnamed * 8 > named:
            return False
        if named < 4 and "\n" not in self.source(node):
            return False
        before = "".join(self._flat) if len(self._flat) < 40 and self._length < _MOTTO else "..."
        return not _QUOTATION.sub("", before).strip(f"{DROP}{HUSH} \n")

    def _rich(self, node: Node) -> bool:
        return any(len(self.text[part[0].start : part[-1].end].split()) > 12 for part in node.parts[1:] if part)

    def _in_line(self, node: Node) -> bool:
        """Whether the template stands in a line of text, or is a cell of a table."""
        before = self.text[max(0, node.start - 200) : node.start]
        after = self.text[node.end : node.end + 3]
        line = before[before.rfind("\n") + 1 :].strip(" \t*#:;")
        return (bool(line) and not line.endswith("}}")) or (
            bool(after[:1]) and after[0] not in "\n{" and bool(after.strip())
        )

    def _infobox(self, node: Node, call: Parameters) -> str:
        from ingest.formats.wikitext.layout import flatten

        if self.account.infobox and self._guessed not in (None, node):
            self._drop(self._guessed, TEMPLATE, "navigation above the infobox")
            self.account.infobox.clear()
        if self.account.infobox:
            return self._drop(node, TEMPLATE, "second infobox")
        self._guessed = self._guessed if self._guessed is node else None
        for key, value in call.items():
            text = flatten(value, self.account)
            if text:
                self.account.infobox[key] = text
        return DROP

    def _function(self, node: Node, whole: str) -> str | None:
        """Variables and parser functions: `{{DEFAULTSORT:…}}`, `{{lc:…}}`."""
        name, _, value = whole.strip().partition(":")
        name, value = names.namespace(name), value.strip()
        name = "formatnum" if name in localised.NUMBERS else name
        if name in localised.TITLES or name in ("seitentitel", "titre"):
            self.account.fields["title"] = value
            return HUSH
        if name in names.FUNCTIONS or name in localised.SORT_KEYS:
            return self._drop(
                node, REFERENCE if value.startswith("ref") and name == "#tag" else SETTING, "setting or function"
            )
        if name in ("lc", "uc", "lcfirst", "ucfirst", "formatnum", "nowrap"):
            cased = {
                "lc": value.lower(),
                "uc": value.upper(),
                "lcfirst": value[:1].lower() + value[1:],
                "ucfirst": value[:1].upper() + value[1:],
            }
            if name == "formatnum" and self.english and (figures := _FIGURES.fullmatch(value)):
                return f"{int(figures[1]):,}{figures[2]}"
            return cased.get(name, value)
        return None


_MOTTO = 1000
"""Characters of a quotation that may stand above the box of an article."""
_QUOTATION = re.compile(r"\n<blockquote>\n[^<>]*</blockquote>\n")
_FIGURES = re.compile(r"([0-9]{1,30})((?:\.[0-9]{1,30})?)")
_ABOVE = ("title", "t")
"""Where coordinates are shown that stand above the page and not in its text."""


def _name(text: str) -> str:
    name = " ".join(text.replace("_", " ").split()).lower()
    for prefix in ("subst:", "safesubst:"):
        name = name.removeprefix(prefix).strip()
    space, colon, rest = name.partition(":")
    return rest.strip() if colon and names.namespace(space) in localised.TEMPLATES else name


def _pipe_trick(target: str) -> str:
    """`[[Mercury (planet)|]]` shows what stands before the bracket, `[[Paris, Texas|]]` before the comma."""
    text = target.partition(":")[2] or target
    cut = text.partition(" (")[0] if text.endswith(")") else text.partition(", ")[0]
    return cut.strip() or target


_NEAR = 120
"""How far around a link the tags of a superscript are looked for."""
_RAISED = re.compile(rf"<sup(?:\s[^<>]*)?>{BRACKETS}\Z", re.IGNORECASE)
_LOWERED = re.compile(rf"{BRACKETS}</sup\s*>", re.IGNORECASE)

_PIXELS = re.compile(r"(?:\d{0,4}x)?\d{1,4} ?(\D{1,12})")
_PAGE = re.compile(r" ?[\d.,]{1,9} ?")
_KEYS = localised.PICTURE_KEYS.union(
    words(
        "alt link lang page class thumb thumbtime start end lossy upright vertical time manualthumb frame width text upleft"
    )
)
_VALUES = localised.PICTURE.union(
    words("thumb border none upright noviewer icon lewo prawo gauche droite links rechts")
)


def _setting(text: str) -> bool:
    """Whether a part of a link to a file says how the picture is shown: `thumb`, `220px`, `alt=...`."""
    bare = names.namespace(text.strip(DROP + HUSH + " "))
    if not bare or bare in _VALUES:
        return True
    key, equals, _ = bare.partition("=")
    if equals:
        return key.strip() in _KEYS
    size = _PIXELS.fullmatch(bare)
    if size:
        return size[1] in localised.PIXELS or size[1] == "pix"
    return any(char.isdigit() for char in bare) and _PAGE.sub("", bare) in _VALUES


def _sentence(caption: str) -> bool:
    """Whether a caption is a sentence of its own: five words or more and the end of a sentence."""
    bare = caption.rstrip("\"'”’»)] ")
    return bare.endswith((".", "!", "?", "。", "！", "？", "।", "॥", "۔", "؟", "։", "።", "။")) and (
        len(caption.split()) > 4 or (not bare.isascii() and bare[-1] in "。！？။")
    )
