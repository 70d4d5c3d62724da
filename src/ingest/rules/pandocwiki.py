"""What Pandoc writes of a wiki's HTML pages in its own Markdown: fenced divisions, spans in brackets, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.lines import without_lines
from ingest.rules.registry import rule

_ATTRIBUTES = (
    r"\{\s?(?:(?:[#.][^\s{}\"=]{1,300}+|[\w:-]{1,60}+=(?:\"[^\"{}]{0,2000}+\"|[^\s\"{}]{1,300}+))\s{0,40}+){1,30}+\}"
)
"""Source: https://pandoc.org/MANUAL.html, extensions `bracketed_spans`, `fenced_divs`, `link_attributes`."""
_AFTER = late(_ATTRIBUTES)
_FENCE = late(
    r"[ \t>]{0,20}(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?(?P<colons>:{3,60})[ \t]{0,4}"
    rf"(?P<of>{_ATTRIBUTES}|[\w-]{{1,60}})?[ \t:]{{0,60}}"
)
_AT_END = late(rf"[ \t]{{0,4}}(?P<of>{_ATTRIBUTES})[ \t]{{0,4}}$", re.MULTILINE)
_TOKEN = late(r"\\.|!?\[|\]|\n[ \t>]{0,20}\n", re.DOTALL)
_TARGET = late(r"\((?:[^()\\]|\\.|\([^()]{0,300}\)){0,3000}+\)", re.DOTALL)
_RAISED = late(r"\^(?P<note>(?:[^\^\\\n]|\\.|\n(?![ \t>]*\n)){1,1500}+)\^", re.DOTALL)
_NOTE = late(r"\]\((?:[^()\s]{0,400}#cite_note|[^()\s]{0,80}/wiki/(?:Wikipedia|Help|Project):)")
_MARKS = late(rf"{_ATTRIBUTES}|\]\((?:[^()\\]|\\.|\([^()]{{0,300}}\)){{0,3000}}+\)|[\[\]\\*_]", re.DOTALL)

_SIGNS = (
    ".mw-headline", ".mw-parser-output", ".mw-heading", ".mw-editsection", ".mw-cite-backlink", ".mw-redirect",
    ".mw-file", ".mw-content", ".mw-references", ".mw-default-size", ".mw-selflink", "{.toctext}", "{.reference-text}",
    "{.wikitable",
)  # fmt: skip
"""Classes of MediaWiki's skins and its extension Cite."""
_SIGN = late(r"\{[^{}]{0,600}(?:\.mw-[a-z]|\.(?:toctext|reference-text|wikitable)\b)[^{}]{0,600}\}")

_SERVICE = late(
    r"\.(?:mw-editsection|mw-cite-backlink|Z3988|sortkey|mw-jump-link|noexcerpt)(?![\w-])|display:\s?none(?!.{0,40}mathml)"
)
_FURNITURE = late(
    r"#(?:toc|catlinks|siteSub|contentSub|jump-to-nav)(?![\w-])|"
    r"\.(?:toc|navbox|navbox-styles|NavFrame|printfooter|catlinks|magnify|mw-editsection|mw-jump-link|noexcerpt)(?![\w-])|"
    r"display:\s?none"
)
_FORMULA, _PICTURE_OF_FORMULA = "mwe-math-mathml", "mwe-math-fallback-image"
_NEAR = 20
_LONGEST_NOTE = 80
"""Characters of a note that may stand raised behind a sentence: `[1]`, `[citation needed]`."""


@rule("TXT029", "wiki-pandoc-attribute", triggers=_SIGNS)
def wiki_pandoc_attribute(body: Body) -> Iterator[Proposal]:
    r"""Attributes, spans and divisions that Pandoc writes in its own Markdown of a wiki's HTML pages.

    ```
    ::: {.mw-parser-output}
    ## [Fire]{#Fire .mw-headline}[[\[]{.mw-editsection-bracket}[edit](/w/…)[\]]{.mw-editsection-bracket}]{.mw-editsection}

    It burnt in [1904](/wiki/1904 "1904"){.mw-redirect}.^[\[1\]](#cite_note-1)^
    :::
    ```

    becomes

    ```
    ## Fire

    It burnt in [1904](/wiki/1904 "1904").
    ```

    What such a page holds for its readers' way through the wiki and for editors goes with its words: the links to edit a
    section and back to a citation, the marks of notes, tables of contents, navigation boxes, and what is never displayed.

    Left alone: documents without a class of such a wiki, where attributes may be the author's; tables, and code.
    """
    if any(not body.in_code(found.start()) for found in _SIGN.finditer(body.text)):
        yield from _Page(body).proposals()


class _Page:
    """One page, read once: first the divisions, then what stands in its lines."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.text = body.text
        self.items: list[tuple[int, int]] = []

    def proposals(self) -> Iterator[Proposal]:
        lines = [self.body.lines[number] for number in sorted(self._fences())]
        for start, end in self.items:
            yield Proposal(start, end)
        yield from without_lines(self.body, lines)
        past = [*((line.start, line.end + 1) for line in lines), *self.items]
        notes = list(self._notes(past))
        yield from (Proposal(start, end) for start, end in notes)
        yield from self._spans(sorted([*past, *notes]))

    def _fences(self) -> set[int]:
        """The numbers of the lines that open and close divisions, and of all lines of those that are furniture."""
        gone: set[int] = set()
        stack: list[tuple[int, bool]] = []
        for line in self.body.lines:
            found = _FENCE.fullmatch(line.text) if ":::" in line.text else None
            if found is None or self.body.in_code(line.start):
                continue
            if found["item"]:  # a division in an item of a list: the item stays
                self.items.append((line.start + found.start("colons"), line.end))
            else:
                gone.add(line.number)
            if found["of"]:
                stack.append((line.number, _FURNITURE.search(found["of"]) is not None))
            elif stack:
                opening, furniture = stack.pop()
                if furniture:
                    gone.update(range(opening, line.number))
        return gone

    def _notes(self, past: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The raised marks of notes."""
        if "^" not in self.text:
            return
        hidden = sorted(past)
        at = 0
        for found in _RAISED.finditer(self.text):
            while at < len(hidden) and hidden[at][1] <= found.start():
                at += 1
            if at < len(hidden) and hidden[at][0] < found.end():
                continue
            shown = _MARKS.sub("", found["note"])
            if _NOTE.search(found["note"]) and len(shown) <= _LONGEST_NOTE and not self.body.in_code(*found.span()):
                yield found.span()

    def _spans(self, past: list[tuple[int, int]]) -> Iterator[Proposal]:
        """What is in brackets: spans lose these and their attributes, links and pictures their attributes."""
        edits = sorted(self._edits(past), key=lambda one: (one[0], -one[1]))
        done = 0
        for start, end, whole in edits:
            if start >= done:
                done = end if whole else done
                yield Proposal(start, end)

    def _edits(self, past: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
        """The stretches to take out: start, end, and whether words are among them, so that none within counts."""
        text, at, position = self.text, 0, 0
        opened: list[int] = []
        while found := _TOKEN.search(text, position):
            position = found.end()
            while at < len(past) and past[at][1] <= found.start():
                at += 1
            if at < len(past) and past[at][0] <= found.start():
                position = max(position, past[at][1])
                continue
            mark = found[0]
            if mark[0] == "\n":
                opened.clear()
                position -= 1
            elif mark.endswith("[") and mark[0] != "\\":
                opened.append(found.start())
            elif mark == "]" and opened and not self.body.in_code(found.start()):
                start = opened.pop()
                target = _TARGET.match(text, position)
                end = target.end() if target else position
                if attributes := _AFTER.match(text, end):
                    position = attributes.end()
                    yield from self._span(start, found.start(), end, attributes, linked=target is not None)
                else:
                    position = end
        for attributes in _AT_END.finditer(text):
            if self._is_apart(attributes) and not self.body.in_code(attributes.start()):
                yield attributes.start(), attributes.end(), False

    def _span(
        self, start: int, shut: int, end: int, attributes: re.Match[str], *, linked: bool
    ) -> Iterator[tuple[int, int, bool]]:
        """The edits for one span, link or picture, whose bracket opens at `start` and shuts at `shut`."""
        of, text = attributes[0], self.text
        if _SERVICE.search(of) and _FORMULA not in of:
            stop = attributes.end()
            before = text[max(0, start - _NEAR) : start].rstrip("[")[-1:]
            yield start, stop + (before in ("", " ", "\n") and text[stop : stop + 1] == " "), True
        elif _PICTURE_OF_FORMULA in of and text[start - 1 : start] == "}":
            yield start, attributes.end(), True  # the formula itself stands in front
        elif linked or text[start] == "!":
            yield end, attributes.end(), False
        else:
            blank = text[start + 1 : start + 2] == " " and text[start - 1 : start] in ("", "\n", " ")
            yield start, start + 1 + blank, False
            yield shut, attributes.end(), False

    def _is_apart(self, attributes: re.Match[str]) -> bool:
        """Whether attributes at the end of a line belong to the line: to a heading or to the caption of a table."""
        line = self.body.line_at(attributes.start("of"))
        before = self.text[line.start : attributes.start()]
        return before.lstrip().startswith(("#", ":")) or _SIGN.fullmatch(attributes["of"]) is not None
