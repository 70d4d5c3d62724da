"""Text in an old encoding of another script that was read in Windows-1252, line by line: `Çàðàáîòîê` for `Заработок`.

Every byte above 7F became a sign or an accented letter of Western Europe. No language that uses those writes words of
nothing else, so that runs of them are told easily; which encoding it was is told by what they decode to: by the share of
the commonest letters of each alphabet, or of the commonest characters of each East Asian script.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ingest.body import Body
from ingest.late import late

LEAST_LETTERS = 12
"""Letters of an alphabet that a text needs for its encoding to be told."""

LEAST_CHARACTERS = 5
"""The same for characters of East Asian scripts, which take two bytes each."""

_MARGIN = 0.1
"""By how much the share of common letters in the best encoding is above that in any other."""

_SAMPLE = 4_000
"""Bytes by which the encoding is told."""

MOST_TORN = 0.1
"""Share of runs that touch ASCII letters, above which they are letters of words in a Latin alphabet."""

MOST_OTHERS = 0.25
"""Marks and letters of other alphabets, as a share of the letters."""

MOST_UTF_8 = 0.6
"""Share of the bytes that are valid UTF-8, above which the damage is of another kind."""

_TURKISH = {"Ğ": 0xD0, "İ": 0xDD, "Ş": 0xDE, "ğ": 0xF0, "ı": 0xFD, "ş": 0xFE}
"""Letters of Windows-1254 in the place of others of Windows-1252: many a text was read in that."""

HIGH = (
    "\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122" + "".join(_TURKISH)
)
"""What the bytes above 7F are read as."""
_RUN = re.compile(f"[{HIGH}]+")
LONG = 4
"""Characters of a long run."""

LONGEST_LINE = 200_000
"""Characters of a line that is looked at; longer ones are data, and take a microsecond for each."""

_LONG = late(f"[{HIGH}]{{{LONG}}}")
_LETTERS = "\x80-\x9f\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\xaa\xb2\xb3\xb4\xb5\xb8-\xba\xbc-\xff" + "".join(
    _TURKISH
)
_WORD = late(f"[{_LETTERS}]+")


class Table(NamedTuple):
    """An encoding, what its characters must look like, and the share of common ones that tells it."""

    encoding: str
    common: frozenset[str]
    share: float
    script: re.Pattern[str]
    double: bool


class Misread(NamedTuple):
    """A span, what it decodes to, and in which encoding."""

    start: int
    end: int
    after: str
    encoding: str


_CYRILLIC, _GREEK, _HEBREW, _ARABIC = (
    "[\u0400-\u045f\u0490\u0491]",
    "[\u0370-\u03ff]",
    "[\u05d0-\u05ea]",
    "[\u0620-\u0652]",
)
_HAN = "[\u4e00-\u9fff]"
_SINGLE = (
    ("cp1251", "оеаинтсрвлі", 0.5, _CYRILLIC),
    ("koi8-u", "оеаинтсрвлі", 0.5, _CYRILLIC),
    ("cp1253", "αοιετσνηυρςάόίέή", 0.65, _GREEK),
    ("cp1255", "יוהלארתבמשנ", 0.55, _HEBREW),
    ("cp1256", "اليمونرتبةع", 0.6, _ARABIC),
    ("cp874", "านรกอเงมยลวดทสค่้ัิี", 0.65, "[\u0e01-\u0e5b]"),
)
_DOUBLE = (
    (
        "gb18030",
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能子得下自年过发后作里用行方法如果数据文件定成分没",
        0.1,
        _HAN,
    ),
    (
        "big5",
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能子得下自年過發後作裡用行方法如果數據文件定成分沒",
        0.1,
        _HAN,
    ),
    ("cp949", "이다는을를에의가고하지로기리사은인어아한자스시도나서대수해", 0.2, "[\uac00-\ud7a3]"),
    ("euc_jp", "のにはをがとでたしてなるいすまれからっんー", 0.2, "[\u3040-\u30ff\u4e00-\u9fff]"),
    ("cp932", "のにはをがとでたしてなるいすまれからっんー", 0.2, "[\u3040-\u30ff\u4e00-\u9fff]"),
)
"""Encodings, their commonest letters or characters in running text, and the share of these that a text has at least. The
commonest ten letters of an alphabet are two thirds to three quarters of a text in it."""


@cache
def _tables() -> tuple[Table, ...]:
    rows = [(row, False) for row in _SINGLE] + [(row, True) for row in _DOUBLE]
    return tuple(
        Table(encoding, frozenset(common), share, re.compile(script), double)
        for (encoding, common, share, script), double in rows
    )


@cache
def _byte(sign: str) -> int:
    if sign in _TURKISH:
        return _TURKISH[sign]
    if "\x80" <= sign <= "\xff":
        return ord(sign)
    return sign.encode("cp1252")[0]


@cache
def _high() -> frozenset[str]:
    return frozenset(filter(_RUN.fullmatch, map(chr, range(0x80, 0x2123))))


def _written(text: str) -> bytes:
    """The bytes that were read as these characters, which are ASCII or of Windows-1252."""
    return text.encode() if text.isascii() else bytes(ord(sign) if sign < "\x80" else _byte(sign) for sign in text)


def mistaken(body: Body) -> list[Misread]:
    """The spans of a text that are in an encoding of another script, in order. Takes time linear in the text."""
    if not any(len(run) >= LONG and _LONG.search(run) for run in body.foreign_runs):
        return []
    # Any text long enough to be judged has more than a few different ones.
    if len(_high().intersection(body.text)) <= LONG:
        return []
    beyond_ascii = [one for one in body.beyond_ascii if len(one[1]) <= LONGEST_LINE]
    table = _told([line for _, line in beyond_ascii if _LONG.search(line)])
    if table is None:
        return []
    lines = [(start, line) for start, line in beyond_ascii if _RUN.search(line)]
    return [one for start, line in lines for one in _spans(start, line, table)]


def _told(lines: Iterable[str]) -> Table | None:
    """The encoding that lines with long runs are in, if there is one."""
    sample = b""
    text = ""
    for line in lines:
        text += line + "\n"
        if len(text) > _SAMPLE:
            text = text[:_SAMPLE]
            break
    runs = _RUN.findall(text)
    sample = _written(" ".join(runs))
    valid = sample.decode("utf-8", "ignore")
    if len(valid.encode()) - sum(map(str.isascii, valid)) > MOST_UTF_8 * len(sample):
        return None
    scores = sorted(((_score(table, text, runs), table) for table in _tables()), key=lambda one: -one[0])
    (best, table), (second, _) = scores[:2]
    return table if best > 1 and best > second + _MARGIN else None


def _score(table: Table, text: str, runs: list[str]) -> float:
    """The share of common characters in an encoding, as a multiple of the least that tells it; 0 where it cannot be."""
    if table.double:
        return _score_double(table, text)
    words, torn = _words(text)
    if torn > MOST_TORN * words:
        return 0
    decoded = _written(" ".join(runs)).decode(table.encoding, "ignore")
    letters = table.script.findall(decoded)
    others = sum(not sign.isascii() for sign in decoded) - len(letters)
    if len(letters) < LEAST_LETTERS or others > MOST_OTHERS * len(letters) or _SWITCH.search(decoded):
        return 0
    return sum(letter in table.common for letter in decoded.lower()) / len(letters) / table.share


_SWITCH = late("[а-я][А-Я]|[α-ω][Α-Ω]|(.)\\1{3}")
"""A capital behind a small letter, or one letter many times."""


def _words(text: str) -> tuple[int, int]:
    """How many words of accented letters and signs there are, and how many of them touch another letter."""
    found = list(_WORD.finditer(text))
    return len(found), sum(
        text[one.start() - 1 : one.start()].isalpha() or text[one.end() : one.end() + 1].isalpha() for one in found
    )


def _score_double(table: Table, text: str) -> float:
    found = wrong = common = 0
    for line in text.split("\n"):
        for piece in _FOREIGN.split(line):
            decoded = _written(piece).decode(table.encoding, "replace")
            wrong += len(_WRONG.findall(decoded))
            found += len(table.script.findall(decoded))
            common += sum(sign in table.common for sign in decoded)
    if found < LEAST_CHARACTERS or wrong > MOST_TORN * found:
        return 0
    return common / found / table.share


_WRONG = late("[\ufffd\uff61-\uff9f\ue000-\uf8ff]")
"""What comes of reading such text one byte off: among them letters of half the width."""
_FOREIGN = late(f"[^\x00-\x7f{HIGH}]+")


def _spans(start: int, line: str, table: Table) -> Iterator[Misread]:
    if table.double:
        yield from _double_spans(start, line, table)
        return
    words, torn = _words(line)
    if torn or not words:
        return
    for run in _RUN.finditer(line):
        after = _written(run[0]).decode(table.encoding, "replace")
        if after != run[0] and "\ufffd" not in after and _is_written(after, table):
            yield Misread(start + run.start(), start + run.end(), after, table.encoding)


def _is_written(after: str, table: Table) -> bool:
    return after == "№" or table.script.search(after) is not None


def _double_spans(start: int, line: str, table: Table) -> Iterator[Misread]:
    position = start
    for piece in _PIECES.findall(line):
        if not _FOREIGN.match(piece) and not piece.isascii():
            yield from _decoded(position, piece, table.encoding)
        position += len(piece)


_PIECES = late(f"[\x00-\x7f{HIGH}]+|[^\x00-\x7f{HIGH}]+")


def _decoded(start: int, piece: str, encoding: str) -> Iterator[Misread]:
    """The spans of a piece that are not ASCII, where all of it is valid in a double-byte encoding."""
    decoder = getincrementaldecoder(encoding)()
    spans: list[tuple[int, int, str]] = []
    first = 0
    try:
        for index, number in enumerate(_written(piece)):
            after = decoder.decode(bytes((number,)), final=index + 1 == len(piece))
            if not after:
                continue
            if _WRONG.match(after):
                return
            if not after.isascii():
                if spans and spans[-1][1] == first:
                    spans[-1] = (spans[-1][0], index + 1, spans[-1][2] + after)
                else:
                    spans.append((first, index + 1, after))
            first = index + 1
    except UnicodeDecodeError:
        return
    for left, right, after in spans:
        yield Misread(start + left, start + right, after, encoding)
