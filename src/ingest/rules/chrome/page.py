"""A page as a reader sees it: its lines with what each looks like, its prose, its head and its tail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from ingest.body import Body, Line
from ingest.rules.chrome import lexicon

SHORT = 300
"""Characters up to which a line is looked at: no label, teaser or caption of a news page is longer."""

PROSE = 60
"""Characters from which a line that ends a sentence is prose; of a script without blanks between words, a third."""

LEAST_PROSE = 3
"""Lines of prose that a document needs before anything in it is taken for furniture."""

FOREIGN = frozenset({"mediawiki", "wikitext"})
"""Formats that never come with a page's furniture."""

ENDS = ".!?…。！？؟।۔"
_CLOSERS = "\"'”’»)]*_“„」』）】"
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?\)")
_MARKS = re.compile(r"(?:#{1,6}\s{1,3}|>\s?|[-*+•▪►▶→»]\s{1,3}){1,4}")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_AROUND = " \t\u00a0:：.…!*_»›>→►▶|·•–—-[]()【】|«‹←"
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Unit:
    """A line that is not blank, and what it looks like. `text` is without Markdown's marks, `key` for looking up."""

    index: int
    line: Line
    text: str
    key: str
    heading: bool
    bullet: bool
    linked: bool
    prose: bool
    group: int
    code: bool = False


class Page:
    """The units of a body, in order, and what position says of them."""

    def __init__(self, body: Body) -> None:
        """Read the page. Nothing is judged yet."""
        self.body = body
        self.groups: list[list[Unit]] = []
        self.units: list[Unit] = []
        if body.format in FOREIGN:
            return
        for number, paragraph in enumerate(body.paragraphs):
            group = [self._unit(line, len(self.units) + index, number) for index, line in enumerate(paragraph)]
            self.groups.append(group)
            self.units += group

    def _unit(self, line: Line, index: int, group: int) -> Unit:
        bare = line.bare
        code = self.body.in_code_block(line.start) if self.body.code_blocks else False
        if len(bare) > SHORT:
            return Unit(index, line, bare, "", heading=False, bullet=False, linked=False,
                        prose=not code and bare[0] not in "|<#", group=group, code=code)  # fmt: skip
        text, heading, bullet = bare, False, False
        if not bare[0].isalnum() and (marks := _MARKS.match(bare)):
            text = bare[marks.end() :]
            heading, bullet = "#" in marks[0], not marks[0].strip("#> \t") == ""
        linked = "](" in text
        if linked:
            text = _LINK.sub(r"\1", text)
        if "**" in text or "__" in text:
            text = text.replace("**", "").replace("__", "")
        if text[:1] in "*_":
            text = text.strip("*_ ")
        key = text.strip(_AROUND).lower()
        prose = not code and not heading and not bullet and text[:1] not in "|<" and is_prose(text)
        return Unit(index, line, text, key, heading=heading, bullet=bullet, linked=linked, prose=prose,
                    group=group, code=code)  # fmt: skip

    @cached_property
    def readable(self) -> bool:
        """Whether the document is prose: three lines of it, and at least half of all characters."""
        prose = [unit for unit in self.units if unit.prose]
        if len(prose) < LEAST_PROSE:
            return False
        return 2 * sum(len(unit.text) for unit in prose) >= sum(len(unit.line.text) for unit in self.units)

    @cached_property
    def stacked(self) -> frozenset[int]:
        """Groups whose lines are paragraphs of their own, as extractors leave them that put no blank line between."""
        return frozenset(number for number, group in enumerate(self.groups) if _is_stack(group))

    def alone(self, unit: Unit) -> bool:
        """Whether the unit is a paragraph of its own."""
        return len(self.groups[unit.group]) == 1 or unit.group in self.stacked

    def before(self, unit: Unit) -> Unit | None:
        """The unit before."""
        return self.units[unit.index - 1] if unit.index else None

    def after(self, unit: Unit) -> Unit | None:
        """The unit after."""
        return self.units[unit.index + 1] if unit.index + 1 < len(self.units) else None

    @cached_property
    def said(self) -> str:
        """All that is written, header included, in lower case."""
        fields = " ".join(str(self.body.fields.get(key, "")) for key in ("title", "description"))
        return f"{fields}\n{self.body.text}".lower()


def is_prose(text: str) -> bool:
    """Whether a line is running text: long enough, and ending like a sentence."""
    if len(text) < PROSE:
        if len(text) * 3 < PROSE or not _WIDE.search(text):
            return False
        wide = len(_WIDE.findall(text))
        return wide * 3 >= PROSE and ends_sentence(text)
    return ends_sentence(text)


def ends_sentence(text: str) -> bool:
    """Whether the text ends in a full stop or its like, quotation marks aside."""
    return text.rstrip().rstrip(_CLOSERS)[-1:] in tuple(ENDS)


def ends_in_stop(text: str) -> bool:
    """Whether the text ends in a plain full stop: a headline does not."""
    return text.rstrip().rstrip(_CLOSERS)[-1:] in {".", "。", "।", "۔"}


def same(text: str) -> str:
    """What two copies of a text have in common: its words, whatever the blanks."""
    return _BLANKS.sub(" ", text).strip()


def one_sentence(text: str) -> bool:
    """Whether no sentence ends within the text."""
    return not re.search(r"[.!?…][\"'”’»)]?\s|[。！？।۔](?!$)", text.rstrip())


def name_shaped(text: str) -> bool:
    """Whether the text could be a person's name: two to four words with capitals, none of them of a place."""
    words = text.split()
    if not 2 <= len(words) <= 4 or len(text) > 50:
        return False
    for word in words:
        bare = word.strip(".'’-")
        low = bare.lower()
        if low in {
            "de",
            "van",
            "von",
            "der",
            "den",
            "da",
            "di",
            "del",
            "la",
            "le",
            "bin",
            "al",
            "el",
            "ter",
            "dos",
            "du",
        }:
            continue
        if not bare or not bare[0].isupper() or not all(sign.isalpha() or sign in ".'’-" for sign in word):
            return False
        if (
            low in lexicon.PLACES
            or low in lexicon.ARTICLES - {"su", "no"}
            or low in lexicon.SECTIONS
            or low in lexicon.EXACT
        ):
            return False
        if len(bare) > 2 and bare.isupper():
            return False
        if any(
            len(low) > len(place) + 2 and len(place) > 3 and low.endswith(place)
            for place in ("straße", "platz", "gatan", "gade", "gata", "straat", "plein", "laan", "katu", "allee")
        ):
            return False
    return words[0][0].isupper() and words[-1][0].isupper()


def _is_stack(group: list[Unit]) -> bool:
    """Not hard-wrapped: at least two long lines, and all lines over 100 characters end like sentences."""
    if len(group) < 3:
        return False
    long = [unit for unit in group if len(unit.text) > 100]
    return (
        len(long) >= 2 and all(ends_sentence(unit.text) for unit in long) and any(len(unit.text) > 120 for unit in long)
    )


def tiles(page: Page, codes: Mapping[int, str]) -> Iterator[tuple[str, int, int]]:
    """The spans that take out the units with a code; those of neighbours lie side by side and never overlap."""
    units = page.units
    for index in sorted(codes):
        if index - 1 in codes:
            continue
        last = index
        while last + 1 in codes:
            last += 1
        start, end = page.body.removal(units[index].line, units[last].line)
        for one in range(index, last + 1):
            if one == last:
                after = end
            elif last + 1 == len(units):
                after = units[one].line.end + 1
            else:
                after = units[one + 1].line.start
            yield codes[one], start, after
            start = after


_PAGES: WeakKeyDictionary[Body, Page] = WeakKeyDictionary()


def page_of(body: Body) -> Page:
    """The page of a body, read once."""
    page = _PAGES.get(body)
    if page is None:
        page = _PAGES[body] = Page(body)
    return page
