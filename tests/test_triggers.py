"""Triggers and signs: a rule that is not asked because of them would have had nothing to say."""

from __future__ import annotations

import pytest
from fragments import texts
from hypothesis import HealthCheck, given, settings
from rule_cases import Case, read_cases

from ingest.body import Body
from ingest.rules import RULES
from ingest.rules.registry import Chain

CHAIN = Chain(RULES)
CASES = read_cases()


def unasked(body: Body) -> list[str]:
    """Codes of the rules that are not asked though they have something to say."""
    asked = CHAIN.matching(body)
    return [rule.code for rule in RULES if rule not in asked and list(rule.propose(body))]


@given(texts())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_rule_is_left_out_of_a_random_document(text: str) -> None:
    assert unasked(Body(text, "markdown", "wtf-plugin-markdown")) == []
    assert unasked(Body(text, "mediawiki")) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_rule_is_left_out_of_a_case(case: Case) -> None:
    assert unasked(Body(case.before, "markdown", "wtf-plugin-markdown")) == []


def test_rules_run_in_their_order() -> None:
    body = Body("[[a]] ![b](c) ## d\n== e ==\n")
    asked = CHAIN.matching(body)
    assert asked == [rule for rule in RULES if rule in asked]


def test_a_text_without_signs_is_asked_only_what_every_text_is() -> None:
    always = {rule.code for rule in RULES if not (rule.triggers or rule.signs)}
    assert {rule.code for rule in CHAIN.matching(Body("plain words"))} == always
