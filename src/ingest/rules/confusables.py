"""Letters of two alphabets that look the same, and words that mix them.

The pairs are those of Unicode's `confusables.txt` (UTS #39, Unicode Security Mechanisms) for Latin, Cyrillic and Greek,
narrowed to the letters that cannot be told apart in common typefaces (so not `к` and `k`, `α` and `a`, `υ` and `u`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ingest.late import late

_CYRILLIC = dict(zip("асеорхуіјѕһԛԝӏАВСЕНІЈКМОРЅТХҮԌ", "aceopxyijshqwlABCEHIJKMOPSTXYG", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))

_RARE = frozenset("іјѕһԛԝӏІЈЅҮԌ")
"""Cyrillic letters that most alphabets lack: taken for what was meant only where the text has them elsewhere."""

_TO: dict[tuple[str, str], dict[str, str]] = {
    ("Cyrillic", "Latin"): _CYRILLIC,
    ("Latin", "Cyrillic"): {latin: other for other, latin in _CYRILLIC.items()},
    ("Greek", "Latin"): _GREEK,
    ("Latin", "Greek"): {latin: other for other, latin in _GREEK.items()},
}
"""For (the odd letter's alphabet, the word's alphabet): the odd letter, and what looks like it in that alphabet."""

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
OTHER_LETTERS = "\u0370-\u0373\u0376-\u037d\u0386\u0388-\u03ff\u0400-\u0481\u048a-\u052f\u1f00-\u1fff"
_BY_LATIN = late(f"[{_LATIN}](?:(?=[{OTHER_LETTERS}])|(?<=[{OTHER_LETTERS}][{_LATIN}]))")
_BY_OTHER = late(f"[{OTHER_LETTERS}](?:(?=[{_LATIN}])|(?<=[{_LATIN}][{OTHER_LETTERS}]))")
_OTHER_LETTER = late(f"[{OTHER_LETTERS}]")
_NO_WORD = late(r"[\d_]|://|www\.|@|[\\^${}=<>|]|\w\.\w|/")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LATIN_LETTER = late(f"[{_LATIN}]")
_BLANK = late(r"\s")


def _read(encoding: str, first: int, last: int) -> str:
    return re.escape(bytes(range(first, last)).decode(encoding, "ignore"))


_MISREAD = late("|".join(f"[{_read(one, 0xC2, 0xE0)}][{_read(one, 0x80, 0xC0)}]" for one in ("cp1251", "cp1253")))
"""UTF-8 that was read as Windows-1251 or 1253, two bytes of it: what stands there is no mixed word but a damaged one."""
_LONGEST = 60
_SIDE = 80


def _script(letter: str) -> str:
    if "\u0400" <= letter <= "\u052f":
        return "Cyrillic"
    if "\u0370" <= letter <= "\u03ff" or "\u1f00" <= letter <= "\u1fff":
        return "Greek"
    return "Latin" if _LATIN_LETTER.match(letter) else ""


class Words:
    """The words of a text that mix alphabets by mistake."""

    def __init__(self, text: str) -> None:
        """Look at `text`; nothing is computed yet."""
        self._text = text

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(self._text)

    def repairs(self) -> Iterator[tuple[int, int, str, str]]:
        """For each run of odd letters: start, end, the right letters, and a note. In order, linear in the text."""
        text = self._text
        if not (first := _OTHER_LETTER.search(text)):
            return
        sample = text[first.start() : first.start() + 2000]
        meeting = _BY_LATIN if len(_OTHER_LETTER.findall(sample)) > len(_LATIN_LETTER.findall(sample)) else _BY_OTHER
        position = max(0, first.start() - _LONGEST)
        while match := meeting.search(text, position):
            start, end = self._word(match.start())
            position = max(end, match.end())
            if end - start <= _LONGEST and not _NO_WORD.search(self._token(start, end)):
                yield from self._repaired(start, end)

    def _word(self, position: int) -> tuple[int, int]:
        """The letters around a position: 60 at most on each side, and then it is no word."""
        text = self._text
        start = end = position
        while start > 0 and position - start <= _LONGEST and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        while end < len(text) and end - position <= _LONGEST and (text[end].isalnum() or text[end] == "_"):
            end += 1
        return start, end

    def _token(self, start: int, end: int) -> str:
        """The word and what it is glued to, up to the blanks around it."""
        text = self._text
        before = _BLANK.split(text[max(0, start - _SIDE) : start])[-1]
        behind = _BLANK.split(text[end : end + _SIDE], maxsplit=1)[0]
        return (before + text[start:end] + behind).strip("()[]\"'.,:;!?*")

    def _repaired(self, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        word = self._text[start:end]
        scripts = [_script(letter) for letter in word]
        kinds = set(scripts)
        if len(kinds) != 2 or "" in kinds or word.isupper():  # noqa: PLR2004 - two alphabets
            return
        if _MISREAD.search(self._text, start, end + 1):
            return
        first, second = sorted(kinds)
        for odd, own in ((first, second), (second, first)):
            table = _TO.get((odd, own))
            if table and self._fits(word, scripts, odd, table) and self._belongs(start, end, scripts, odd):
                yield from _runs(start, word, scripts, odd, table)
                return

    def _fits(self, word: str, scripts: list[str], odd: str, table: dict[str, str]) -> bool:
        """Whether all odd letters have a double, are the fewer, and the others could not be the odd ones."""
        doubles = set(table.values())
        strange = [letter for letter, script in zip(word, scripts, strict=True) if script == odd]
        rest = [letter for letter, script in zip(word, scripts, strict=True) if script != odd]
        if len(strange) >= len(rest) or not all(letter in table for letter in strange):
            return False
        if any(table[letter] in _RARE and table[letter] not in self._letters for letter in strange):
            return False
        distinct = [letter for letter in rest if letter not in doubles]
        least = 3 if _script(rest[0]) == "Greek" else 2
        return bool(distinct) and len(rest) >= least

    def _belongs(self, start: int, end: int, scripts: list[str], odd: str) -> bool:
        """Whether the odd letters are no prefix or ending of their own language, as `Googleа` has in Russian text."""
        if odd == "Latin":
            return True
        inner = scripts[0] != odd and scripts[-1] != odd
        if inner:
            return True
        around = self._text[max(0, start - _SIDE) : start] + self._text[end : end + _SIDE]
        return len(_LATIN_LETTER.findall(around)) >= len(_CYRILLIC_LETTER.findall(around))


def _runs(
    start: int, word: str, scripts: list[str], odd: str, table: dict[str, str]
) -> Iterator[tuple[int, int, str, str]]:
    index = 0
    while index < len(word):
        first = index
        while index < len(word) and scripts[index] == odd:
            index += 1
        if index > first:
            after = "".join(table[letter] for letter in word[first:index])
            yield start + first, start + index, after, f"{odd} letter in “{word}”"
        index += 1
