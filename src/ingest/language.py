"""The language of a text."""

from __future__ import annotations


def detect(text: str) -> tuple[str, float] | None:
    """The ISO 639-1 code and the confidence, or None where it is not sure."""
    _ = text
    return None
