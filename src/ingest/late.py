"""Patterns that are compiled when they are first used.

Python compiles a pattern in milliseconds where it names many phrases, or wide ranges of characters. For those that few
folders need that is time which every start would lose.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at the first use; a wrong pattern is found only then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Has the methods of the pattern, each from the first time it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._as_written = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        """What the pattern has under that name; kept here, so that this is asked for once."""
        if name.startswith("_"):
            raise AttributeError(name)  # nothing of a pattern: a copy is being made
        value = self.__dict__[name] = getattr(re.compile(*self._as_written), name)
        return value
