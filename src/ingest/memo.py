"""Results of small functions of a text that are asked for again and again: names, keys, short values.

As `functools.lru_cache`, but without its list of what was used last, which is written to on every look-up: of what is found
in a document nearly all is found in the next one, too, and a look-up takes half the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LONGEST = 100
"""Characters of a text at most whose result is kept: longer ones seldom come again."""


def remembered(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Keep the results of a function of a text; when there are `most`, all are forgotten. They must not be changed."""

    def with_memory(compute: Callable[[str], T]) -> Callable[[str], T]:
        return _Memory(compute, most).__getitem__

    return with_memory


class _Memory(dict[str, T]):
    """Results by text."""

    def __init__(self, compute: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._compute = compute
        self._most = most

    def __missing__(self, text: str) -> T:
        value = self._compute(text)
        if len(text) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = value
        return value
