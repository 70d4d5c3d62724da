"""Edits that a person put back: rules go on, but leave these texts in these documents as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.body import Body
from ingest.model import Proposal, Remark
from ingest.rules.registry import Propose, Rule

DIGITS = 12
"""Hexadecimal digits of the digest that names a text: enough for the texts of one document."""


def mark(code: str, before: str) -> str:
    """The name of an edit that survives edits around it: its rule and a digest of the text that it took out.

    Blanks at its ends do not count: how many go with a text depends on what other edits left around it.
    """
    text = before.strip() or before
    return f"{code}:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def without(rules: Sequence[Rule], marks: Iterable[str]) -> tuple[Rule, ...]:
    """The rules, such that they no longer propose the marked edits."""
    kept = frozenset(marks)
    codes = {one.partition(":")[0] for one in kept}
    return tuple(replace(rule, propose=_filtered(rule, kept)) if rule.code in codes else rule for rule in rules)


def _filtered(rule: Rule, kept: frozenset[str]) -> Propose:
    def propose(body: Body) -> Iterator[Proposal | Remark]:
        for item in rule.propose(body):
            if isinstance(item, Remark) or mark(rule.code, body.text[item.start : item.end]) not in kept:
                yield item

    propose.__doc__ = rule.page
    return propose
