"""Words as the accounts of converted pages count them: whether each visible word of a page is still somewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from ingest.model import Value

LONGEST = 60
"""Characters up to which a word is tried as two that were run together."""

_MARKS = re.compile(r"[*_~`\\\[\]]")
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """The text without Markdown's marks, case and compatibility forms, by which words are compared."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(plain(text))


def take_as_two(word: str, known: Counter[str]) -> bool:
    """Whether two known words make this one, which the page runs together; they are then counted as used."""
    for cut in range(1, min(len(word), LONGEST)):
        first, second = word[:cut], word[cut:]
        if known[first] > 0 and known[second] > (first == second):
            known[first] -= 1
            known[second] -= 1
            return True
    return False


def stated(fields: Mapping[str, Value]) -> Iterator[str]:
    """All texts within a conversion's fields, but not of derived ones: those repeat what has to be in the body."""
    stack = [value for key, value in fields.items() if not key.startswith("derived:")]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            stack.extend(one)
        elif isinstance(one, dict):
            stack.extend(one.values())
