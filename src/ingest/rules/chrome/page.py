"""A page as a reader sees it: its lines with what each looks like, and which of them are prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ingest.body import Body, Line, once
from ingest.late import late
from ingest.rules.chrome import lexicon

SHORT = 300
"""Characters up to which a line is looked at: no label, teaser or caption of a news page is longer."""

PROSE = 60
WIDE_PROSE = 20
"""Characters from which a line that ends a sentence is prose; the second for scripts without blanks between words."""

LEAST_PROSE = 2
"""Lines of prose that a document needs before anything in it is taken for furniture."""

SENTENCE_WORDS = 4
WIDE_SENTENCE = 10
"""Words of a sentence that is too short for prose; characters in scripts without blanks between words."""

WRAPPED = 100
STACKED = 120
"""Characters: hard-wrapped text has no line over the first; a paragraph on a line of its own is often over the second."""

WRAPPED_LINE = range(55, 101)
"""Characters of the lines of a wrapped paragraph, the last aside."""

STACK_LINES = 3
STACK_WIDTH = 80
"""Lines of a run that can be told to be paragraphs without blank lines between them, and characters of the longest."""

FOREIGN = frozenset({"mediawiki", "wikitext"})
"""Formats that never come with a page's furniture."""

STOPS = frozenset(".。।۔။។።")
"""Full stops, which a headline does not have."""

ENDS = STOPS | frozenset("!?…！？؟")
"""What sentences end in."""

_CLOSERS = "\"'”’»)]*_“„」』）】"
_AROUND = " \t\u00a0:：.…!*_»›>→►▶|·•–—-[]()【】|«‹←"
_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,300})\]\((?:<[^<>\n]{0,2000}>|[^()<\s][^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?|)"
    r"(?: \"[^\"\n]{0,300}\")?\)"
)
_MARKS = re.compile(r"(?:#{1,6}\s{1,3}|>\s?|[-*+•▪►▶→»]\s{1,8}){1,4}")
_BEYOND = re.compile("[^\0-\u0dff\u1e00-\u206f]")
"""What most texts have none of: neither letters of Europe and the Near East, nor signs of typesetting."""
_WIDE = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_STOPLESS = re.compile(r"[\u0e00-\u0eff]")  # Thai and Lao are written without full stops
_WIDE_PAIR = late("(?=([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}))")
"""Two characters in a row of scripts without blanks between words, or Korean."""
_BLANKS = late(r"\s+")
_INNER_END = late(r"[.!?…][\"'”’»)]?\s|[。！？।۔](?!$)")


KEPT = 4096
"""Lines whose look is remembered: most lines of a document are read again in the next pass over it."""


@dataclass(slots=True, eq=False)
class Look:
    """What a line looks like by itself: `text` is the line without Markdown's marks, `key` what is looked up.

    `links` has the words of its links where they lead to other pages, `between` what stands outside of them.
    """

    text: str
    key: str = ""
    heading: bool = False
    bullet: bool = False
    linked: bool = False
    prose: bool = False
    links: tuple[str, ...] = ()
    between: str = ""


@lru_cache(maxsize=KEPT)
def look_of(bare: str) -> Look:
    """What a short line looks like."""
    text, marks = bare, ""
    if not bare[0].isalnum() and (found := _MARKS.match(bare)):
        text, marks = bare[found.end() :], found[0].strip("> \t")
    linked = "](" in text
    links: tuple[str, ...] = ()
    between = ""
    if linked:
        parts = _LINK.split(text)  # what stands between the links, and their labels in turn
        if "](#" not in text:
            links, between = tuple([_without_emphasis(label.strip()) for label in parts[1::2]]), "".join(parts[::2])
        text = "".join(parts)
    text = _without_emphasis(text)
    prose = not marks and text[:1] not in ("|", "<") and is_prose(text)
    heading = marks.startswith("#")
    return Look(text, key_of(text), heading, bool(marks) and not heading, linked, prose, links, between)


def key_of(text: str) -> str:
    """What of a text is looked up: lower case, without the marks around it."""
    return lower(text.strip(_AROUND))


@dataclass(slots=True, eq=False)
class Unit:
    """A line that is not blank, with its look and its place; `group` is the number of its paragraph."""

    index: int
    line: Line
    group: int
    text: str
    key: str = ""
    code: bool = False
    heading: bool = False
    bullet: bool = False
    linked: bool = False
    prose: bool = False
    look: Look | None = None

    def moved(self, index: int, group: int) -> Unit:
        """The unit at another place."""
        return Unit(
            index,
            self.line,
            group,
            self.text,
            self.key,
            self.code,
            self.heading,
            self.bullet,
            self.linked,
            self.prose,
            self.look,
        )


def _unit(body: Body, line: Line, index: int, group: int) -> Unit:
    bare = line.bare
    if body.code_blocks and body.in_code_block(line.start):
        return Unit(index, line, group, bare, code=True)
    if len(bare) > SHORT:
        return Unit(index, line, group, bare, prose=bare[0] not in "|<#")
    look = look_of(bare)
    return Unit(
        index, line, group, look.text, look.key, False, look.heading, look.bullet, look.linked, look.prose, look
    )


class Page:
    """The units of a body, in order and by paragraph. Documents in a wiki's formats have none."""

    def __init__(self, body: Body) -> None:
        """Read the page. Nothing is judged yet."""
        self.body = body
        self.groups: list[list[Unit]] = []
        self.units: list[Unit] = []
        if is_foreign(body):
            return
        for number, paragraph in enumerate(body.paragraphs):
            first = len(self.units)
            group = [_unit(body, line, first + place, number) for place, line in enumerate(paragraph)]
            _join_wrapped(group)
            self.groups.append(group)
            self.units += group

    def without(self, taken: Container[int], body: Body) -> Page:
        """The page of a body that is this one without the units with the indices `taken`, none of them code.

        Its units are those of the new body in all but the positions of their lines.
        """
        page = Page.__new__(Page)
        page.body = body
        page.groups = []
        page.units = []
        for group in self.groups:
            left = [unit for unit in group if unit.index not in taken]
            if not left:
                continue
            first, number = len(page.units), len(page.groups)
            units = [unit.moved(first + place, number) for place, unit in enumerate(left)]
            if len(units) < len(group):
                _join_wrapped(units)
            page.groups.append(units)
            page.units += units
        return page

    @once
    def readable(self) -> bool:
        """Whether the document is prose: two lines of it, and at least half of all characters."""
        prose = [len(unit.text) for unit in self.units if unit.prose]
        return len(prose) >= LEAST_PROSE and 2 * sum(prose) >= self.size

    @once
    def size(self) -> int:
        """Characters of all lines, without the targets of links in short ones."""
        return sum(len(unit.text) if unit.linked else len(unit.line.text) for unit in self.units)

    @once
    def stacked(self) -> frozenset[int]:
        """Groups whose lines are paragraphs of their own, as extractors leave them that put no blank line between."""
        return frozenset(number for number, group in enumerate(self.groups) if _is_stack(group))

    @once
    def pairs(self) -> Counter[str]:
        """How often two characters of an unspaced script follow each other in the text."""
        return Counter(pairs_in(self.body.text))

    def alone(self, unit: Unit) -> bool:
        """Whether the unit is a paragraph of its own."""
        return len(self.groups[unit.group]) == 1 or unit.group in self.stacked

    def is_written(self, unit: Unit) -> bool:
        """Whether a unit is prose, or a short sentence that is a paragraph of its own."""
        if unit.prose:
            return True
        if unit.code or unit.bullet or unit.heading or not ends_sentence(unit.text) or not self.alone(unit):
            return False
        return len(unit.text.split()) >= SENTENCE_WORDS or _wide(unit.text) >= WIDE_SENTENCE

    def before(self, unit: Unit) -> Unit | None:
        """The unit before."""
        return self.units[unit.index - 1] if unit.index else None

    def after(self, unit: Unit) -> Unit | None:
        """The unit after."""
        return self.units[unit.index + 1] if unit.index + 1 < len(self.units) else None

    @once
    def said(self) -> str:
        """All that is written, title and description included, in lower case."""
        fields = " ".join(str(self.body.fields.get(key, "")) for key in ("title", "description"))
        return lower(f"{fields}\n{self.body.text}")


def lower(text: str) -> str:
    """The text in lower case. The Turkish dotted capital I gives a plain i."""
    return text.lower().replace("i\u0307", "i")


def _without_emphasis(text: str) -> str:
    if "**" in text or "__" in text:
        text = text.replace("**", "").replace("__", "")
    return text.strip("*_ ") if text[:1] in ("*", "_") else text


def is_foreign(body: Body) -> bool:
    """Whether the text is, or by its own provenance block once was, in a format that comes without furniture."""
    if body.format in FOREIGN:
        return True
    provenance = body.fields.get("provenance")
    return isinstance(provenance, Mapping) and str(provenance.get("layout", "")).startswith("mediawiki")


def is_prose(text: str) -> bool:
    """Whether a line is running text: long enough, and ending like a sentence."""
    if not ends_sentence(text):
        return len(text) >= PROSE and len(_STOPLESS.findall(text)) >= PROSE
    return len(text) >= PROSE or (len(text) >= WIDE_PROSE and _wide(text) >= WIDE_PROSE)


def _wide(text: str) -> int:
    """How many characters of scripts without blanks between words a text has."""
    return len(_WIDE.findall(text)) if _BEYOND.search(text) else 0


def pairs_in(text: str) -> list[str]:
    """All pairs of neighbours in such a script, overlapping ones too."""
    return _WIDE_PAIR.findall(text) if _BEYOND.search(text) else []


def _last_sign(text: str) -> str:
    return text.rstrip().rstrip(_CLOSERS)[-1:]


def ends_sentence(text: str) -> bool:
    """Whether the text ends in a full stop or its like, quotation marks aside."""
    return _last_sign(text) in ENDS


def ends_in_stop(text: str) -> bool:
    """Whether the text ends in a plain full stop: a headline does not."""
    return _last_sign(text) in STOPS


def same(text: str) -> str:
    """What two copies of a text have in common: its words, whatever the blanks."""
    return _BLANKS.sub(" ", text).strip()


def one_sentence(text: str) -> bool:
    """Whether no sentence ends within the text."""
    return not _INNER_END.search(text.rstrip())


PARTICLES = frozenset(
    {
        "de", "van", "von", "der", "den", "da", "di", "del", "della", "la", "le", "bin", "al", "el", "ter", "ten", "dos",
        "du", "zu", "af", "av", "of",
    }
)  # fmt: skip
"""Words of names that are not written with a capital."""

LONGEST_NAME = 50
NAME_WORDS = range(2, 5)
INITIALS = 2
"""Characters and words of a person's name; letters up to which capitals are initials."""

PLACE_ENDS = (
    "straße",
    "strasse",
    "platz",
    "brücke",
    "gatan",
    "gade",
    "gata",
    "straat",
    "plein",
    "laan",
    "katu",
    "allee",
)
"""Ends of words that name a street or a square."""


def name_shaped(text: str) -> bool:
    """Whether the text could be a person's name: two to four words with capitals, none of them of a place."""
    if len(text) > LONGEST_NAME:
        return False
    words = text.split()
    if len(words) not in NAME_WORDS or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(_names_person(word) for word in words)


def _names_person(word: str) -> bool:
    bare = word.strip(".'’-")
    low = bare.lower()
    if low in PARTICLES:
        return True
    if not bare or not bare[0].isupper() or not all(sign.isalpha() or sign in ".'’-" for sign in word):
        return False
    if len(bare) > INITIALS and bare.isupper():
        return False
    return low not in lexicon.NO_NAMES and not low.endswith(PLACE_ENDS)


def _is_stack(group: list[Unit]) -> bool:
    """Not hard-wrapped: where lines are wrapped, hardly one of those that fill the column ends like a sentence."""
    if len(group) < STACK_LINES or max(len(unit.text) for unit in group) <= STACK_WIDTH:
        return False
    long = [unit for unit in group if len(unit.text) > WRAPPED]
    if len(long) > 1 and max(len(unit.text) for unit in long) > STACKED:
        return all(ends_sentence(unit.text) for unit in long)
    ended = sum(unit.prose for unit in group)
    return ended >= STACK_LINES and 2 * sum(len(unit.text) >= PROSE and not unit.prose for unit in group) <= ended


def _join_wrapped(group: list[Unit]) -> None:
    """Take all lines of a paragraph for prose where they are one that was wrapped."""
    if len(group) > 1 and _is_wrapped(group):
        for unit in group:
            unit.prose = True


def _is_wrapped(group: list[Unit]) -> bool:
    """Whether lines are one paragraph of prose that was wrapped: full lines, and at its end the end of a sentence."""
    *full, last = group
    if not ends_sentence(last.text) or any(unit.code or unit.heading or unit.bullet or unit.linked for unit in group):
        return False
    return all(WRAPPED_LINE.start <= len(unit.text) < WRAPPED_LINE.stop for unit in full) and not _is_stack(group)


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
