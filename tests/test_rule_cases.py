"""Every rule does what its cases say, and every rule has cases."""

from __future__ import annotations

import pytest
from rule_cases import Case, read_cases

from ingest.body import Body
from ingest.model import Remark, Safety
from ingest.rules import RULES
from ingest.rules.registry import Rule
from ingest.rules.runner import Stage, run_rules

CASES = read_cases()
BY_CODE = {rule.code: rule for rule in RULES}


def run(case: Case) -> tuple[str, list[tuple[str, Remark]]]:
    def view(text: str) -> Body:
        return Body(
            text,
            case.options.get("format", "markdown"),
            case.options.get("producer", ""),
            case.options.get("language", ""),
            {case.options["header"]: "x"} if "header" in case.options else {},
        )

    body, _, remarks = run_rules(case.before, Stage("test", [BY_CODE[case.code]]), view)
    return body.text, remarks


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "fixed"], ids=lambda case: case.id)
def test_damage_is_fixed(case: Case) -> None:
    assert run(case)[0] == case.after


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "left alone"], ids=lambda case: case.id)
def test_innocent_text_is_left_alone(case: Case) -> None:
    text, remarks = run(case)
    assert text == case.before
    assert not remarks


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "found"], ids=lambda case: case.id)
def test_damage_beyond_repair_is_found(case: Case) -> None:
    text, remarks = run(case)
    assert text == case.before
    found = []
    for _, remark in remarks:
        before = text[: remark.start]
        found.append((before.count("\n") + 1, remark.start - (before.rfind("\n") + 1) + 1, remark.message))
    assert [place[:2] for place in found] == [place[:2] for place in case.places]
    for (_, _, message), (_, _, said) in zip(found, case.places, strict=True):
        assert said in message


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason="known failure, see the case"))
        for case in CASES
        if case.kind == "known failure"
    ],
    ids=lambda case: case.id,
)
def test_known_failure(case: Case) -> None:
    assert run(case)[0] == case.after


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_cases(rule: Rule) -> None:
    kinds = {case.kind for case in CASES if case.code == rule.code}
    works = "found" if rule.safety is Safety.DISPLAY else "fixed"
    assert works in kinds, f"{rule.code} has no case that shows it at work"
    assert "left alone" in kinds, f"{rule.code} has no case of innocent text that looks like its damage"


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
