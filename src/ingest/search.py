"""Finds which of many groups of phrases a text has: all in one reading of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_END = b"\xff"
"""What stands in no text in UTF-8."""


class Groups:
    """Groups of phrases, looked for as they stand: one automaton for all of them, by google-re2."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        """Make the automaton, in a millisecond or two."""
        self._groups = [sorted(map(in_utf_8, group)) for group in groups]
        self._search = _one_search(self._groups)

    def found(self, written: bytes) -> list[int]:
        """The places of the groups of which a text in UTF-8 has a phrase, in no order."""
        found: list[int] | None = self._search.Match(written + _END)
        if not found:  # the automaton had no memory left: otherwise it finds the end
            return [place for place, group in enumerate(self._groups) if any(phrase in written for phrase in group)]
        last = len(self._groups)
        return [place for place in found if place != last]


def in_utf_8(text: str) -> bytes:
    """A text in UTF-8, lone surrogates too."""
    return text.encode("utf-8", "surrogatepass")


def _one_search(groups: Iterable[Iterable[bytes]]) -> Any:  # noqa: ANN401 - its package has no types
    """The automaton. It gives the places of the groups, and, as the one behind them, that of `_END`."""
    import re2  # type: ignore[import-untyped] # it has none, and no stubs package is kept up

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes: a lone surrogate is no UTF-8
    options.log_errors = False
    search = re2.Set.SearchSet(options)
    for group in groups:
        search.Add(b"|".join(map(re2.escape, group)))
    search.Add(_END)
    search.Compile()
    return search
