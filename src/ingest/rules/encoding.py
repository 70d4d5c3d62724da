"""Rules of the family encoding."""

from __future__ import annotations

from ingest.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
"""The family's rules, in the order in which they run."""
