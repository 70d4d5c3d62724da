"""The rules, in the order in which they run."""

from __future__ import annotations

from ingest.rules.registry import Rule

ENCODING_RULES: tuple[Rule, ...] = ()
"""Run on the whole text, header included, before the header is read."""

BODY_RULES: tuple[Rule, ...] = ()
"""Run on the body, after the header was read and a foreign format converted."""

RULES: tuple[Rule, ...] = (*ENCODING_RULES, *BODY_RULES)
"""All rules, in order."""
