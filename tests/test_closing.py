"""A closing rule leaves nothing to do: a pass of its edits alone is the last."""

from __future__ import annotations

import pytest
from fragments import texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_cases import Case, read_cases

from ingest.body import Body
from ingest.edits import accept, apply_pass
from ingest.model import Proposal
from ingest.rules import BODY_RULES
from ingest.rules.runner import Stage, run_rules
from ingest.rules.user import UserRule, as_rule

STAGE = Stage("body", BODY_RULES)
ENDS = ("", "\n\n", "  ", " \n", "\n \n", "\t\n\n\n", "\n\n\n\n  ")


def wanted(body: Body) -> list[tuple[str, Proposal]]:
    """What all rules propose, those that need opting in included."""
    found = [(one.code, item) for one in BODY_RULES for item in one.propose(body)]
    return [(code, item) for code, item in found if isinstance(item, Proposal)]


def check(text: str, ends: tuple[str, ...]) -> None:
    """A settled text that gets another end wants nothing more once a closing rule had its way."""
    for kind, producer in (("markdown", ""), ("plain", ""), ("mediawiki", "mediawiki-extract")):
        settled = run_rules(text, STAGE, lambda one: Body(one, kind, producer))[0].text  # noqa: B023 - runs at once
        for end in ends:
            ragged = settled.removesuffix("\n") + end
            proposals = wanted(Body(ragged, kind, producer))
            if proposals and STAGE.closing.issuperset(code for code, _ in proposals):
                closed = Body(apply_pass(ragged, accept(ragged, proposals)), kind, producer)
                assert wanted(closed) == []
                assert list(Body(ragged, kind, producer).with_end(closed.text).lines) == list(closed.lines)


@given(texts(), st.tuples(st.sampled_from(ENDS)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_left_to_do_in_a_random_document(text: str, ends: tuple[str, ...]) -> None:
    check(text, ends)


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.id)
def test_nothing_is_left_to_do_in_a_case(case: Case) -> None:
    check(case.before, ENDS)


def test_no_rule_is_asked_after_a_closing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    really_matching = Stage.matching

    def matching(stage: Stage, body: Body) -> list[int]:
        asked.append(body.text)
        return really_matching(stage, body)

    monkeypatch.setattr(Stage, "matching", matching)
    body, passes, _ = run_rules("The mill is old.\n\n\n", STAGE, Body)
    assert asked == ["The mill is old.\n\n\n"]
    assert body.text == "The mill is old.\n"
    assert [edit.rule for one in passes for edit in one.edits] == ["TXT004"]


def test_a_rule_of_a_folder_may_look_for_the_end() -> None:
    own = as_rule(UserRule("USR001", "last-word", pattern=r"FIN\n\z", match=("FIN\n",)))
    body, _, _ = run_rules("The mill is old.\n\nFIN\n\n", Stage("body", (*BODY_RULES, own)), Body)
    assert body.text == "The mill is old.\n"
