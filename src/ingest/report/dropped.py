"""Dropped blocks of a converted page, put back where they stood among what became of the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, islice, repeat

from ingest.codes import FRONT_MATTER, name_of
from ingest.edits import Mapper
from ingest.positions import Lines, read_place
from ingest.report.hunks import Hunk, Story

NEAR = 1 << 11
FAR = 1 << 14
"""Characters behind the last paragraph that was found in which the next one mostly stands, by a few words and by more."""

BUDGET = 4
"""How often the source may be searched as a whole for what does not stand near, so that the cost stays linear."""

MOST_PLACED = 20_000
"""Paragraphs and blocks that are looked for; those behind them stand where the last one was found."""

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]+)*")
_WORDS = re.compile(r"[^\W_][\w' ,.-]{2,40}")
_BLANKS = {ord(c): " " for c in "\n\t\r\u00a0"}


def places(told: Story, blocks: Sequence[Sequence[str]]) -> list[int]:
    """Where in the Markdown of a page each dropped block stood: the offset of the paragraph that came after it in the page.

    A block says itself at which line and column it stood. Paragraphs, and blocks that do not, are looked for by their first
    words in the order of the page.
    """
    finder = _Finder(told.page)
    known = anchors(finder, told.base)
    in_raw = Mapper(told.repairs)
    raw = [in_raw.span(at, at)[0] for at, _ in known]
    lines = Lines(told.raw)
    offsets = []
    number = 0
    for block in islice(blocks, MOST_PLACED):
        if place := read_place(block[1]):
            number = max(number, bisect_right(raw, lines.offset(*place)))
        else:
            at = finder.near(block[3], known[number - 1][0] if number else 0)
            number = max(number, bisect_right(known, (at, -1)))
        offsets.append(known[number][1] if number < len(known) else len(told.base))
    return offsets


def anchors(finder: _Finder, body: str) -> list[tuple[int, int]]:
    """Places in the source, and the paragraphs of the body that stand there."""
    found = []
    at = finder.begin
    paragraphs = list(islice(_PARAGRAPH.finditer(body), MOST_PLACED))
    for number, paragraph in enumerate(paragraphs):
        place = finder.near(paragraph[0], at)
        if place < 0:
            place = finder.far([one[0] for one in paragraphs[number : number + 4]], at)
        if place >= 0:
            found.append((place, paragraph.start()))
            at = place + 1
    return found


class _Finder:
    """Looks for texts of a page in its source, in which they may be broken into lines and have tags between them."""

    def __init__(self, source: str) -> None:
        self._source = source.translate(_BLANKS)
        self._left = BUDGET * len(source)
        self.begin = max(source.find("<body"), 0)  # a description in the head often repeats the first paragraph

    def near(self, text: str, at: int) -> int:
        """Where the text begins, or a place within it, not far behind `at`; -1 where it is not found."""
        for words in sorted(_words(text), key=lambda one: len(one) <= _SURE):
            window = FAR if len(words) > _SURE else NEAR
            for needle in [words] if len(words) > _SHORT else (f">{words}", f"= {words} =", f"={words}="):
                place = self._source.find(needle, at, at + window)
                if place >= 0:
                    return place
        return -1

    def far(self, texts: Sequence[str], at: int) -> int:
        """Where the first of the texts begins, anywhere behind `at`, if one of the others follows it; else -1."""
        words = max(_words(texts[0]), key=len, default="")
        if len(words) <= _SURE or self._left <= 0:
            return -1
        place = self._source.find(words, at)
        self._left -= (place if place >= 0 else len(self._source)) - at
        return place if place >= 0 and any(self.near(text, place) >= 0 for text in texts[1:]) else -1


_SURE = 16
"""Characters of words that stand nowhere else than where they are meant; shorter ones come after those."""

_SHORT = 6
"""Characters of words that may stand anywhere: they are taken for a paragraph between its marks alone, as a heading is."""


def _words(text: str) -> list[str]:
    return [match[0].rstrip(" ,.'-") for match in islice(_WORDS.finditer(text[:400]), 4)]


def put_back(told: Story, blocks: Sequence[Sequence[str]]) -> tuple[str, list[Hunk]]:
    """A converted page's text with the dropped blocks in it, and the differences between that and the clean document.

    Each block (rule, place, reason, text) is a line or more of its own, labelled with its rule and place.
    """
    parts: list[str] = []
    hunks = [Hunk(0, "", told.front, ((FRONT_MATTER, ""),))] if told.front else []
    done = shift = made = 0
    for (offset, ahead), (rule, place, reason, text) in zip(_gaps(told, blocks), blocks, strict=True):
        hunks += [_moved(one, shift) for one in told.hunks[made:ahead]]
        line = f"{text or f'({reason})'}\n"
        hunks.append(Hunk(offset + shift, line, "", ((rule, f"{reason} ({place})"),), label_of(rule, place)))
        parts += (told.base[done:offset], line)
        done, made = offset, ahead
        shift += len(line)
    parts.append(told.base[done:])
    hunks += [_moved(one, shift) for one in told.hunks[made:]]
    return "".join(parts), hunks


def _moved(hunk: Hunk, shift: int) -> Hunk:
    return hunk._replace(start=hunk.start + shift)


def label_of(rule: str, place: str) -> str:
    """What stands in front of a dropped block: `HTML010 caption 18:72`, with the way to it where the line is not known."""
    found = read_place(place)
    where = "{}:{}".format(*found) if found else place
    return " ".join(filter(None, (rule, name_of(rule), where)))


def _gaps(told: Story, blocks: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Where in the converted text each block is put, and how many changes come before it.

    That is where a line begins, in the converted text and in what the changes make of it.
    """
    base, changes = told.base, told.hunks
    whole = list(_whole(told))
    offset = number = 0
    for wanted in islice(chain(places(told, blocks), repeat(len(base))), len(blocks)):
        offset = max(offset, base.rfind("\n", 0, wanted) + 1)
        while True:
            joined = number and changes[number - 1].end == offset and not whole[number - 1]
            if number < len(changes) and changes[number].start < offset + bool(joined):
                offset = max(offset, _line_from(base, changes[number].end))
                number += 1
            elif joined and offset < len(base):
                offset = _line_from(base, offset + 1)
            else:
                break
        yield offset, number


def _line_from(text: str, at: int) -> int:
    """Where the first line begins that does so at `at` or behind it; the end of the text where none does."""
    return text.find("\n", at - 1) + 1 or len(text) if at else 0


def _whole(told: Story) -> Iterator[bool]:
    """For each change, whether a line begins behind it once it is made."""
    end = 0
    whole = True
    for hunk in told.hunks:
        if hunk.after:
            whole = hunk.after.endswith("\n")
        elif hunk.start > end:
            whole = told.base[hunk.start - 1] == "\n"
        end = hunk.end
        yield whole
