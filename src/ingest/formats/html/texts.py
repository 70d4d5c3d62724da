"""Values of a page as they are shown on one line, and as they are compared."""

from __future__ import annotations

import re
from html import unescape

_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """A value on one line, with entities that were escaped twice resolved once more."""
    if "&" in text:
        text = unescape(text)
    return _SPACE.sub(" ", text).strip()


_NO_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Letters and digits alone, in one case, for comparing titles."""
    return _NO_WORD.sub("", text.casefold())
