"""Triggers and signs: a rule that is not asked because of them would have had nothing to say."""

from __future__ import annotations

import pytest
from fragments import texts
from hypothesis import HealthCheck, given, settings
from rule_cases import Case, read_cases

from ingest.body import Body
from ingest.rules import RULES
from ingest.rules.registry import Chain
from ingest.search import Groups

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


GAPS = (
    *(
        f"{word}{stop} "
        for word in ("in the", "to a", "near")
        for stop in (" ,", " .", " ;", "  of", "  were", "   and")
    ),
    *(f"{word} the {after} " for word in ("of", "near") for after in ("of", "had", "in North", "by 3")),
    *(f"Mill {marks}" for marks in ("( )", "(;)", "(, built", "(\t; ", "(built; )", "(1901, )", "()")),
    *(
        f"({pointer})"
        for pointer in ("see", "see also ", "siehe", "vgl.", "voir", "véase", "vedi", "zie", "см.", "див.")
    ),
    *("c. undefined", "born undefined.", "(undefined)", "( undefined)"),
    *("end of line \n", "end of line\t\nmore", "In 1931.## Legacy", "(in 1931)== Legacy ==", "In 1931.### Legacy"),
)


@pytest.mark.parametrize("gap", GAPS)
def test_no_rule_is_left_out_of_a_gap(gap: str) -> None:
    assert unasked(Body(gap, "markdown", "wtf-plugin-markdown")) == []


@given(texts())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_rule_is_asked_where_one_of_its_parts_stands(text: str) -> None:
    asked = [number for number, rule in enumerate(RULES) if not rule.parts or any(part in text for part in rule.parts)]
    assert CHAIN.matching(Body(text)) == asked


def test_a_part_is_found_beside_a_lone_surrogate_and_a_null() -> None:
    rules = [rule for rule in RULES if "[[" in rule.parts]
    assert rules
    assert Chain(rules).matching(Body("a\ud800\x00[[b")) == list(range(len(rules)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_rule_is_left_out_of_a_case(case: Case) -> None:
    assert unasked(Body(case.before, "markdown", "wtf-plugin-markdown")) == []


def test_rules_run_in_their_order() -> None:
    body = Body("[[a]] ![b](c) ## d\n== e ==\n")
    asked = CHAIN.matching(body)
    assert asked == sorted(asked)


def test_a_text_without_signs_is_asked_only_what_every_text_is() -> None:
    always = [number for number, rule in enumerate(RULES) if not rule.parts]
    assert CHAIN.matching(Body("plain words")) == always


def test_a_search_without_memory_left_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful:
        def Match(self, _text: bytes) -> None:  # noqa: N802 - the library's name
            return None

    groups = Groups([["mill"], ["bridge", "weir"], ["lock"]])
    text = b"a weir and a lock"
    found = sorted(groups.found(text))
    monkeypatch.setattr(groups, "_search", Forgetful())
    assert sorted(groups.found(text)) == found == [1, 2]
