"""Patterns that are compiled when they are first used.

Python compiles a pattern in milliseconds where it names many phrases, or wide ranges of characters. For those that few
folders need that is time which every start would lose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, at the first use; a wrong pattern is found only then."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """Has the methods of the pattern, each from the first time it is asked for."""

    def __init__(self, pattern: Any, flags: int) -> None:  # noqa: ANN401 - text or bytes
        self._as_written = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        """What the pattern has under that name; kept here, so that this is asked for once."""
        if name.startswith("_"):
            raise AttributeError(name)  # nothing of a pattern: a copy is being made
        value = self.__dict__[name] = getattr(re.compile(*self._as_written), name)
        return value


def folded(text: str) -> str:
    """What texts have in common that a pattern which ignores case takes for the same."""
    return text if text.isascii() and text.islower() else text.casefold().replace("i\u0307", "i").replace("ı", "i")


_FIRST = 3
"""Characters by which phrases are told apart; more would make little fewer patterns of."""


_MOST = 4096
"""First characters of texts of which it is kept what they can begin with."""

_UNSPACED = "\u3040"
"""The first character of the scripts without blanks between words, Korean behind them."""


class Openings:
    """A pattern for texts that begin with one of many phrases, the longest first: few of them are compiled, and late.

    Only those that have a text's first characters are, when there is such a text. Most texts begin like none.
    """

    def __init__(
        self, phrases: Iterable[str], after: str = "", flags: int = re.IGNORECASE, *, unspaced: str = ""
    ) -> None:
        """`after` is the pattern of what follows, or `unspaced` behind a phrase in a script without blanks.

        The phrase is group 1.
        """
        self._after, self.unspaced, self.flags = after, unspaced or after, flags
        self.phrases: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(phrases):
            first = phrase[:_FIRST]
            first = first if first.islower() and first.isascii() else folded(first)[:_FIRST]
            self.phrases.setdefault(first, []).append(phrase)
        self.compiled: dict[str, re.Pattern[str]] = {}
        self._patterns: dict[str, re.Pattern[str] | None] = {}  # by the first characters of the texts seen

    def match(self, text: str) -> re.Match[str] | None:
        """As the method of a pattern."""
        first = text[:_FIRST]
        if first not in self._patterns:
            if len(self._patterns) >= _MOST:
                self._patterns.clear()
            self._patterns[first] = self._pattern(folded(first)[:_FIRST])
        pattern = self._patterns[first]
        return None if pattern is None else pattern.match(text)

    def _pattern(self, first: str) -> re.Pattern[str] | None:
        """The pattern for texts with these first characters, case aside."""
        while first not in self.phrases:
            if not first:
                return None
            first = first[:-1]
        return self.compiled.get(first) or self._compile(first)

    def _compile(self, first: str) -> re.Pattern[str]:
        phrases = [phrase for end in range(1, len(first) + 1) for phrase in self.phrases.get(first[:end], ())]
        joined = "|".join(map(re.escape, sorted(phrases, key=lambda one: (-len(one), one))))
        after = self.unspaced if any(phrase[-1] >= _UNSPACED for phrase in phrases) else self._after
        made = self.compiled[first] = re.compile(f"({joined}){after}", self.flags)
        return made


class Holding:
    """A pattern for whole texts, each of which holds one of some parts: what can match such a text is compiled with it.

    Few texts have a part, and few of many languages have it.
    """

    def __init__(self, parts: Iterable[str], patterns: Iterable[str], flags: int = re.IGNORECASE) -> None:
        """`parts` is what no match goes without; each stands as it is in those of the `patterns` that need it."""
        self.parts = tuple(folded(part) for part in parts)
        self._patterns, self._flags = tuple(patterns), flags
        self._compiled: dict[str, re.Pattern[str]] = {}

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As the method of a pattern."""
        text_folded = folded(text)
        for part in self.parts:
            if part in text_folded and (match := self._holding(part).fullmatch(text)):
                return match
        return None

    def patterns_with(self, part: str) -> list[str]:
        """The patterns in which a part stands."""
        return [pattern for pattern in self._patterns if part in folded(pattern)]

    def _holding(self, part: str) -> re.Pattern[str]:
        if part not in self._compiled:
            self._compiled[part] = re.compile("|".join(self.patterns_with(part)), self._flags)
        return self._compiled[part]
