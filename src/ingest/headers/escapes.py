"""Mojibake that a header spells in escapes of JSON or YAML, where the rules for the text cannot see it."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:x[89a-fA-F]|u00[89a-fA-F]|U000000[89a-fA-F])")


def hides_bytes(text: str) -> bool:
    """Whether a text spells characters of Latin-1's upper half, as escaped mojibake does."""
    return "\\" in text and _ESCAPE.search(text) is not None


def repaired(text: str) -> str:
    """A value as the encoding rules leave it."""
    if text.isascii():
        return text
    from ingest.body import Body
    from ingest.model import Safety
    from ingest.rules import ENCODING_RULES
    from ingest.rules.runner import run_rules

    rules = [rule for rule in ENCODING_RULES if rule.safety is Safety.SAFE]
    return run_rules(text, rules, Body, "encoding")[0]
