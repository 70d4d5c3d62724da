"""Cyrillic text in one of its old encodings that was read in another one: `оТЙЧЕФ` for `Привет`.

KOI8 has its capitals where Windows-1251 has small letters, and its alphabet in the order of the Latin one; DOS has signs
for drawing in the place of either's letters. So such text is told by letters that stand in an order and a case that no
language writes, and by the shares of the commonest letters, which are those of a language after it is read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ingest.body import Body
from ingest.late import late
from ingest.rules.mistable import LONGEST_LINE, Misread

ENCODINGS = (("cp1251", "koi8-r"), ("koi8-r", "cp1251"), ("cp866", "cp1251"), ("cp1251", "cp866"))
"""Pairs of encodings: the one that text was read in, and the one that it is in."""

LEAST_LETTERS = 16
"""Letters of the damaged words of a text, without which it is not judged."""

LEAST_SHARE, MARGIN, MARGIN_OF_ODD = 0.52, 0.17, 0.08
LEAST_SHARE_OF_LINE, MARGIN_OF_LINE = 0.4, 0.06
"""The share of the commonest letters in what such text says, and by how much it is above that in what it shows: of a text,
of one that shows words in no order of case, and of each line of one that is known to be damaged. The letters are two
thirds of a text in Russian, and a third or two fifths of what shows."""

NEVER_LOST = frozenset("ан")
"""Letters of DOS that are a no-break space and a soft hyphen in Windows-1251, which many a tool drops: where one of them is
missing, all of them are lost."""

MOST_ODD, MANY_ODD = 0.1, 0.15
"""The share of words in no order of case: at the most of those that the text says, and that of a text that shows many."""

_COMMON = frozenset("оеаинтсрвлі")
_SAMPLE = 6_000

_PAIRS = (
    "ФП УФ ОП ЕО ОЕ ТБ РП ФШ БФ ЛП ФЕ ПЧ ЙО БО УС",  # то ст но ен не ра по ть ат ко те ов ин ан ся, KOI8 in 1251
    "РН ЯР МН ЕМ МЕ ПЮ ОН РЭ ЮР ЙН РЕ НБ ХМ ЮМ",  # the same, 1251 in KOI8
    "®ў Ј® ®¤ ®в ®б ¤® бв Ґ© Ґв",  # DOS in 1251
    "юЄ ёЄ Єю Єх Єш эюё эют",  # 1251 in DOS
)
PARTS = frozenset(pair for pairs in _PAIRS for pair in pairs.split())
"""Pairs of letters of which every damaged text of some length has one, and hardly a sound one does."""


class _Table(NamedTuple):
    """A pair of encodings, and what each character shown stands for."""

    shown: str
    written: str
    letters: dict[int, str]
    word: re.Pattern[str]

    def says(self, word: str) -> str:
        """What a word was before it was misread."""
        return word.translate(self.letters)


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(_table(shown, written) for shown, written in ENCODINGS)


def _table(shown: str, written: str) -> _Table:
    upper = bytes(range(0x80, 0x100))
    pairs = zip(upper.decode(shown, "replace"), upper.decode(written, "replace"), strict=True)
    letters = {sign: letter for sign, letter in pairs if sign != "\ufffd" and _LETTER.match(letter)}
    signs = "".join(map(re.escape, letters))
    return _Table(shown, written, str.maketrans(letters), re.compile(f"[{signs}]+"))


_LETTER = late("[\u0400-\u045f\u0490\u0491]")
_LETTERS = late("[\u0400-\u045f\u0490\u0491]+")
_CASED = late("[\u0400-\u042f\u0490]?[\u0430-\u045f\u0491]+|[\u0400-\u042f\u0490]+")
_SWITCH = late("[\u0430-\u045f][\u0400-\u042f]|[\u0400-\u042f]{3}|[\xa0-\xbf\u2500-\u259f][\u0430-\u045f]")
_OTHERS = late("[\u0460-\u048f\u0492-\u052f]")
"""Cyrillic letters that none of the encodings has."""


def recoded(body: Body) -> Iterator[Misread]:
    """The words of a text in the wrong Cyrillic encoding, in order; those that lost letters since, with nothing after.

    Takes time linear in the text.
    """
    lines = [one for one in body.beyond_ascii if len(one[1]) <= LONGEST_LINE]
    table = _told(line for _, line in lines)
    if table is None:
        return
    damaged = [(start, line) for start, line in lines if _is_line_of(table, line)]
    said = set(_said("".join(line for _, line in damaged), table))
    torn = table.written == "cp866" and not said.issuperset(NEVER_LOST)
    note = f"encode {table.shown}, decode {table.written}"
    for start, line in damaged:
        words = [match for match in table.word.finditer(line) if not match[0].isspace()]
        if torn:
            yield Misread(start + words[0].start(), start + words[-1].end(), "", note)
            continue
        for match in words:
            if (after := table.says(match[0])) != match[0]:
                yield Misread(start + match.start(), start + match.end(), after, note)


def _told(lines: Iterable[str]) -> _Table | None:
    """The encodings that damaged lines are in, if there are any and no others."""
    sample: list[str] = []
    size = 0
    for line in lines:
        if _SWITCH.search(line):
            sample.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    text = "\n".join(sample)
    return next((table for table in _tables() if _is_text_of(table, text)), None) if text else None


def _is_text_of(table: _Table, text: str) -> bool:
    """Whether what a text shows is no language, and what it says is one."""
    said = _said(text, table)
    if len(said) < LEAST_LETTERS or _OTHERS.search(text):
        return False
    words = [word for match in table.word.findall(text) for word in _LETTERS.findall(table.says(match))]
    margin = MARGIN_OF_ODD if _odd(_LETTERS.findall(text)) >= MANY_ODD else MARGIN
    return _odd(words) <= MOST_ODD and _is_above(said, text, LEAST_SHARE, margin)


def _odd(words: list[str]) -> float:
    """The share of words that are neither in capitals nor in small letters, with or without a capital before them."""
    return sum(_CASED.fullmatch(word) is None for word in words) / len(words) if words else 0.0


def _is_line_of(table: _Table, line: str) -> bool:
    """The same for a line of a text that is known to be damaged."""
    said = _said(line, table)
    return bool(said) and _is_above(said, line, LEAST_SHARE_OF_LINE, MARGIN_OF_LINE)


def _said(text: str, table: _Table) -> str:
    """The letters that the damaged words of a text say, in lower case."""
    return "".join(_LETTERS.findall(" ".join(map(table.says, table.word.findall(text))))).lower()


def _is_above(said: str, text: str, least: float, margin: float) -> bool:
    """Whether letters have as many of the commonest as a language has, and more than what a text shows."""
    share = _share(said)
    return share >= least and share >= _share("".join(_LETTERS.findall(text)).lower()) + margin


def _share(letters: str) -> float:
    """The share of the commonest letters."""
    return sum(letter in _COMMON for letter in letters) / len(letters) if letters else 0.0
