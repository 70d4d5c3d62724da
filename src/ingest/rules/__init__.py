"""The rules, in the order in which they run: one tuple a family, and the families in one place."""

from __future__ import annotations

from ingest.rules import chrome, damage, encoding, media, references, structure
from ingest.rules.registry import Rule

ENCODING_RULES: tuple[Rule, ...] = (*structure.EARLY, *encoding.RULES)
"""Run on the whole text, header included, before the header is read."""

BODY_RULES: tuple[Rule, ...] = (*structure.RULES, *references.RULES, *media.RULES, *chrome.RULES, *damage.RULES)
"""Run on the body, after the header was read and a foreign format converted."""

RULES: tuple[Rule, ...] = (*ENCODING_RULES, *BODY_RULES)
"""All rules, in order."""
