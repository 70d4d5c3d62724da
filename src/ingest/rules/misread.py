"""UTF-8 that was read in an encoding of another script, of DOS or of the Mac, place by place.

A character of UTF-8 that is read one byte at a time gives two to four characters of narrow kinds: one that stands for a
first byte, then those that stand for later ones. Such runs are looked for in each encoding, and are taken for damage where
what stands there is no word in any language, and what it decodes to is part of a word, a mark or a picture in its place.

No run was found in the translations of 130 programs into about a hundred languages (67 million characters), which is
what the conditions were drawn up against.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, groupby, islice, pairwise
from operator import add
from typing import NamedTuple

from ingest.body import Body
from ingest.late import late

ENCODINGS = (
    "cp1251",
    "koi8-r",
    "koi8-u",
    "cp866",
    "mac-cyrillic",
    "iso-8859-5",
    "cp1253",
    "cp1250",
    "iso-8859-2",
    "cp1257",
    "cp437",
    "cp850",
    "mac-roman",
)
"""Encodings that text was commonly read in; where two give the same, the first is named. Windows-1252, Latin-1 and their
like are left to the general test."""

LEAST_LETTERS = 3
"""Letters in a row that a word of another alphabet has at least, to be told by itself."""

LEAST_SURE = 3
"""Sure places in a text that make others in the same encoding likely."""

MOST = 200_000
LONGEST_RUN = 500
"""Runs in one encoding that are looked at, and characters of one run."""

_MARKS = frozenset("–—―‘’‚“”„†‡•…‰′″‹›€₽₴₺™№←↑→↓↔⇒−≈≠≤≥∞■□▪▲►▼◄◆○●★☆☎☐☑☺♥♦♪✓✔✖✗✘✦❤➔➜\ufe0f")
"""Marks that are written amid words."""

_PICTURES = frozenset("✅❌❎❗❓❔❕⭐⚡⏰⏳⌛⌚✨➕➖➗⬆⬇⬅➡⛔")
"""Pictures that are written for marks, and stand apart from words."""

_UPPER, _FIRSTS, _LATERS = range(0x80, 0x100), range(0xC2, 0xE0), range(0x80, 0xC0)
"""Bytes beyond ASCII, and of those in UTF-8 the first ones of characters of two bytes, and the later ones of any."""

_MARK_BYTES = (0x80, 0x82, *range(0x84, 0x8A), 0x8C, 0x8F, *range(0x96, 0x9F), 0xAC, 0xAD)
"""Second bytes of these marks and pictures, behind E2."""

_LAST_COMMON = "\u017f"
_OTHER_COMMON = range(0x0386, 0x0492)
"""Letters that are common enough to be repaired without being sure: Latin up to the first, Greek and Cyrillic."""

_NEAR = 100
"""Characters on each side in which sound letters of a run's alphabet tell against it."""

_LOST = "\N{REPLACEMENT CHARACTER}"
_LONGEST_LINE = 2_000
_FIRST_PICTURE = "\U0001f000"
_SELECTOR = "\ufe0f"


class _Table(NamedTuple):
    """An encoding, the characters that it has for the bytes from 80 on, and the bytes of those."""

    encoding: str
    signs: Mapping[int, str]
    numbers: Mapping[str, int]

    @property
    def run(self) -> re.Pattern[str]:
        """The runs that it gives."""
        return _run(self.encoding)

    def pairs(self) -> Iterator[Iterable[str]]:
        """The pairs of characters of which each of its runs has one, by first characters."""
        signs = self.signs
        laters = [signs[later] for later in _LATERS]
        yield from (map(signs[first].__add__, laters) for first in _FIRSTS)
        yield [signs[0xE2] + signs[second] for second in _MARK_BYTES]
        yield [signs[0xF0] + signs[0x9F], signs[0xEF] + signs[0xBF]]

    def has(self, pair: str) -> bool:
        """Whether that is one of its pairs."""
        first, second = map(self.numbers.get, pair)
        if first is None or second is None:
            return False
        if first in _FIRSTS and second in _LATERS:
            return True
        return (first == 0xE2 and second in _MARK_BYTES) or (first, second) in ((0xF0, 0x9F), (0xEF, 0xBF))  # noqa: PLR2004 - as in `pairs`

    def written(self, run: str) -> bytes:
        """The bytes that were read as these characters."""
        return bytes(map(self.numbers.__getitem__, run))

    def reads(self, run: str) -> bool:
        """Whether it reads more in a run than the general test, which did not take for damage what it saw."""
        return run.encode("cp1252", "replace") != self.written(run)


class Found(NamedTuple):
    """A run of damaged characters: its span, what it decodes to, in which encoding, and whether it is sure by itself."""

    start: int
    end: int
    after: str
    encoding: str
    sure: bool


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(_table(encoding) for encoding in ENCODINGS)


def _table(encoding: str) -> _Table:
    read = bytes(_UPPER).decode(encoding, "replace")
    # What the encoding has no character for is read as browsers read it.
    signs = {byte: chr(byte) if sign == "\ufffd" else sign for byte, sign in zip(_UPPER, read, strict=True)}
    return _Table(encoding, signs, {sign: byte for byte, sign in signs.items()})


@cache
def _run(encoding: str) -> re.Pattern[str]:
    """The pattern of an encoding's runs; most folders need few of them, and each takes 5 ms to compile."""
    signs = _table(encoding).signs

    def kind(*wanted: int) -> str:
        return "[" + "".join(re.escape(signs[byte]) for byte in wanted) + "]"

    later = kind(*_LATERS)
    # Beyond two bytes only marks and pictures: other scripts are long runs, which the general test knows.
    mark = kind(0xE2) + kind(*_MARK_BYTES) + later
    picture = kind(0xF0) + kind(0x9F) + later * 2
    selector = kind(0xEF) + kind(0xB8) + kind(0x8F)
    lost = kind(0xEF) + kind(0xBF) + kind(0xBD)
    return re.compile(f"(?:{kind(*_FIRSTS)}{later}|(?:{mark}|{picture})(?:{selector})?|{lost}){{1,{LONGEST_RUN}}}")


def misread(body: Body) -> list[Found]:
    """The damaged runs of a text, in order. Takes time linear in the text for each encoding that its characters allow."""
    text = body.text
    tables = _tables_for(body.foreign_runs)
    if not any(tables.values()):
        return []
    places = [
        (start + run.start(), run[0]) for start, line in body.beyond_ascii for run in _BEYOND_ASCII.finditer(line)
    ]
    found = [
        one
        for number in sorted(_NO_TABLES.union(*tables.values()))
        for one in _runs(text, number, [place for place in places if number in tables[place[1]]])
    ]
    sure = _agreed([one for one in found if one.sure])
    if not sure:
        return []
    counts = Counter(one.encoding for one in sure)
    lines = {(one.encoding, _line(text, one.start)) for one in sure}
    starts = [one.start for one in sure]
    scripts = {_script(sign) for one in sure for sign in one.after if sign.isalpha()}
    taken = list(sure)
    for one in found:
        likely = counts[one.encoding] >= LEAST_SURE or (one.encoding, _line(text, one.start)) in lines
        if likely and not one.sure and _fits(text, one, scripts):
            before = bisect_left(starts, one.end) - 1
            if before < 0 or sure[before].end <= one.start:
                taken.append(one)
    return sorted(taken, key=lambda one: one.start)


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f][^\x00-\x7f]+")


def _tables_for(runs: Collection[str]) -> dict[str, list[int]]:
    """For each run the numbers of the tables that read a text in it; nothing where none reads any."""
    # Few texts have such a pair at all, so that all runs are looked at together first.
    if _known_pairs().isdisjoint(_pairs("\n".join(runs))):
        return {}
    return {run: _tables_for_run(run) for run in runs}


@lru_cache(maxsize=512)
def _tables_for_run(run: str) -> list[int]:
    """The same for one run: characters of one kind of damage come again and again."""
    tables = _tables()
    numbers = sorted(_NO_TABLES.union(*map(_tables_with, _known_pairs().intersection(_pairs(run)))))
    return [number for number in numbers if any(_says(number, found) for found in tables[number].run.findall(run))]


def _says(number: int, run: str) -> bool:
    return any(_is_text(after) for after, _ in _pieces(number, run))


def _pairs(run: str) -> Iterator[str]:
    return map(add, run, islice(run, 1, None))


@cache
def _known_pairs() -> frozenset[str]:
    """The pairs of all tables."""
    return frozenset().union(*chain.from_iterable(table.pairs() for table in _tables()))


@cache
def _tables_with(pair: str) -> tuple[int, ...]:
    """The numbers of the tables that have a pair; there are some 20,000 pairs, and few folders have many of them."""
    return tuple(number for number, table in enumerate(_tables()) if table.has(pair))


_NO_TABLES: frozenset[int] = frozenset()


def _line(text: str, position: int) -> int:
    return text.rfind("\n", max(0, position - _LONGEST_LINE), position)


def _runs(text: str, number: int, places: Iterable[tuple[int, str]]) -> Iterator[Found]:
    """The runs in one encoding, each cut where letters, marks and other signs follow each other.

    No run goes beyond the characters beyond ASCII, at whose places they are looked for.
    """
    table = _tables()[number]
    pattern = table.run
    matches = (match for start, run in places for match in pattern.finditer(text, start, start + len(run)))
    for match in islice(matches, MOST):
        start = match.start()
        for after, length in _pieces(number, match[0]):
            end = start + length
            if _is_text(after):
                sure = _is_sure(text[start:end], after, text[max(0, start - 1) : start], text[end : end + 1])
                yield Found(start, end, after, table.encoding, sure)
            start = end


@lru_cache(maxsize=512)
def _pieces(number: int, run: str) -> tuple[tuple[str, int], ...]:
    """What a run decodes to, piece by piece, with the characters of the run that each takes; the same few come often."""
    table = _tables()[number]
    if not table.reads(run):
        return ()
    pieces = ("".join(signs) for _, signs in groupby(table.written(run).decode(), _kind))
    return tuple((piece, len(piece.encode())) for piece in pieces)


def _kind(sign: str) -> int:
    if sign in _MARKS:
        return 0
    if sign == _LOST:
        return 3
    return 1 if sign.isalpha() else 2


@lru_cache(maxsize=512)
def _is_text(text: str) -> bool:
    return all(unicodedata.category(sign)[0] in "LNPSZ" or sign == _SELECTOR for sign in text)


def _agreed(sure: list[Found]) -> list[Found]:
    """Of sure runs in several encodings that overlap, those in the encoding that most other runs are in.

    Where nothing tells which of two readings is right, neither is taken.
    """
    if not sure:
        return []
    groups: list[list[Found]] = []
    end = 0
    for one in sorted(sure, key=lambda found: (found.start, -found.end)):
        if one.start >= end:
            groups.append([])
        groups[-1].append(one)
        end = max(end, one.end)
    votes = Counter(one.encoding for group in groups if len(_readings(group)) == 1 for one in group)
    chosen = (_chosen(group, votes) for group in groups)
    return [one for one in chosen if one]


def _readings(group: list[Found]) -> set[tuple[int, str]]:
    return {(one.start, one.after) for one in group}


def _chosen(group: list[Found], votes: Counter[str]) -> Found | None:
    """The longest of the runs that has most votes; of two such with different readings, none."""
    rank = max((votes[one.encoding], one.end - one.start) for one in group)
    best = [one for one in group if (votes[one.encoding], one.end - one.start) == rank]
    return best[0] if len(_readings(best)) == 1 else None


@lru_cache(maxsize=512)
def _is_sure(run: str, after: str, before: str, behind: str) -> bool:
    """Whether a run between two characters can be nothing but damage."""
    if after[0] >= _FIRST_PICTURE:
        return not (before.isalpha() or behind.isalpha()) or (_is_odd(run) and not _is_other(before))
    if after[0] in _PICTURES or after[0] == _LOST:
        return after[0] == _LOST or not (before.isalpha() or behind.isalpha())
    if after[0] in _MARKS:
        glued = _is_other(before) and _is_other(behind)
        return not run.isalpha() or run.startswith("ÔÇ") or (not glued and _is_odd(before * before.islower() + run))
    if not after.isalpha():
        return (after == "°" and behind in ("C", "F")) or _is_drawn(run[0])
    if len(after) >= LEAST_LETTERS and _is_word(after):
        return _is_odd(run)
    return _is_latin(after) and _is_within_word(run, after, before, behind)


def _is_within_word(run: str, after: str, before: str, behind: str) -> bool:
    """Whether a run that would be Latin letters stands in a word of Latin letters, where it cannot belong."""
    if all(map(_is_drawn, run)) and not before.isalpha():
        return False  # a corner of a drawing beside a word
    left, right = before.isascii() and before.isalpha(), behind.isascii() and behind.isalpha()
    small_left, small_right = left and before.islower(), right and behind.islower()
    if not (small_left or small_right) or (small_left and after[0].isupper()):
        return False
    if run.isalpha() and _is_latin(run):
        return left and run[0].isupper()
    return left or after[0].isupper() or not run.isalpha()


def _fits(text: str, one: Found, scripts: Collection[str]) -> bool:
    """Whether an unsure run may go with sure ones in these scripts: common letters or signs, no sound letters near it."""
    run = text[one.start : one.end]
    if run.isalpha() and _is_latin(run):
        return False
    common = (sign <= _LAST_COMMON or ord(sign) in _OTHER_COMMON or sign in _MARKS for sign in one.after)
    if not all(common) and not {_script(sign) for sign in one.after} <= set(scripts):
        return False
    around = text[max(0, one.start - _NEAR) : one.start] + " " + text[one.end : one.end + _NEAR]
    return not _SOUND.search(around)


_SOUND = late("[\u0370-\u03ff\u0410-\u044f]{3}")
"""Letters in a row that runs do not hold."""


def _is_odd(run: str) -> bool:
    """Whether letters and other signs, alphabets, or small and capital letters alternate as they do in no word."""
    switches = sum(one.islower() and two.isupper() for one, two in pairwise(run))
    signs = sum(not sign.isalpha() for sign in run)
    mixed = len({_script(sign) for sign in run if sign.isalpha()}) > 1
    return mixed or signs > 1 or switches + signs > 1 or (switches > 0 and len(run) <= LONGEST_SEQUENCE)


LONGEST_SEQUENCE = 4
"""Characters that one character of UTF-8 becomes."""


def _is_word(text: str) -> bool:
    """Whether letters of one script stand there as in a word: no capital follows a small one."""
    switches = sum(one.islower() and two.isupper() for one, two in pairwise(text))
    return not switches and len({_script(sign) for sign in text}) == 1


def _is_latin(text: str) -> bool:
    """Whether all are Latin letters, and none of those that only phoneticians and a few languages use."""
    return all((sign < "ſ" or sign in "ȘșȚț") and sign not in "ĸŉ" and _script(sign) == "LATIN" for sign in text)


def _is_other(sign: str) -> bool:
    return sign.isalpha() and not sign.isascii()


def _is_drawn(sign: str) -> bool:
    return "\u2500" <= sign <= "\u259f"


@cache
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]
