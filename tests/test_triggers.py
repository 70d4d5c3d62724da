"""Triggers and signs: a rule that is not asked because of them would have had nothing to say."""

from __future__ import annotations

import pytest
from fragments import texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_cases import Case, read_cases

from ingest.body import Body
from ingest.edits import apply_pass
from ingest.model import Edit
from ingest.rules import RULES
from ingest.rules.registry import Chain
from ingest.rules.runner import around

CHAIN = Chain(RULES)
CASES = read_cases()


def unasked(body: Body) -> list[str]:
    """Codes of the rules that are not asked though they have something to say."""
    asked = CHAIN.matching(body)
    return [rule.code for number, rule in enumerate(RULES) if number not in asked and list(rule.propose(body))]


@given(texts())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_rule_is_left_out_of_a_random_document(text: str) -> None:
    assert unasked(Body(text, "markdown", "wtf-plugin-markdown")) == []
    assert unasked(Body(text, "mediawiki")) == []


@given(texts(), texts(), st.integers(0, 400), st.integers(0, 30))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_rule_is_left_out_after_an_edit(text: str, piece: str, start: int, length: int) -> None:
    before = text[start : start + length]
    edits = [Edit("ABC001", min(start, len(text)), before, piece[:40])]
    if len(text) > start + length + 100:
        edits.append(Edit("ABC001", start + length + 90, text[start + length + 90 : start + length + 95], piece[40:50]))
    after = apply_pass(text, edits)
    asked = CHAIN.matching_after(CHAIN.matching(Body(text)), after, around(edits, after, CHAIN.reach))
    assert set(CHAIN.matching(Body(after))) <= set(asked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_rule_is_left_out_of_a_case(case: Case) -> None:
    assert unasked(Body(case.before, "markdown", "wtf-plugin-markdown")) == []


def test_rules_run_in_their_order() -> None:
    body = Body("[[a]] ![b](c) ## d\n== e ==\n")
    asked = CHAIN.matching(body)
    assert asked == sorted(asked)


def test_a_text_without_signs_is_asked_only_what_every_text_is() -> None:
    always = [number for number, rule in enumerate(RULES) if not (rule.triggers or rule.signs)]
    assert CHAIN.matching(Body("plain words")) == always
