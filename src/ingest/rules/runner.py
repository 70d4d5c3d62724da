"""Runs rules over a text until they find nothing more, and records every edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ingest.body import Body
from ingest.edits import accept, apply_pass
from ingest.model import Pass, Proposal, Remark, Safety
from ingest.rules.registry import Chain, Rule

LIMIT = 12
"""Passes after which a text that still changes is left as it is, with a finding. Real documents need two or three; the
limit only stops rules that undo each other."""

UNSETTLED = "RUN001"


class Stage:
    """The rules of one stage of cleaning: those that change the text, and those that only look at what came of it."""

    def __init__(self, name: str, rules: Iterable[Rule]) -> None:
        """Take the rules in, in their order; `name` goes with the passes."""
        self.name = name
        self.rules = tuple(rules)
        self.changing = Chain(one for one in self.rules if one.safety is not Safety.DISPLAY)
        self.looking = Chain(one for one in self.rules if one.safety is Safety.DISPLAY)


def run_rules(
    text: str, stage: Stage, view: Callable[[str], Body]
) -> tuple[Body, list[Pass], list[tuple[str, Remark]]]:
    """Apply a stage's rules until nothing changes.

    `view` makes the Body of a text. Returns the Body of the final text, the passes that led to it, and the remarks of
    all rules on the final text, with the rule's code.
    """
    passes: list[Pass] = []
    remarks: list[tuple[str, Remark]] = []
    signs: frozenset[str] = frozenset()
    for _ in range(LIMIT):
        body = view(text)
        if signs:
            # What edits took away may linger here: a rule may then run for nothing, but none is left out.
            body.signs = signs
        proposals, remarks = _collect(stage.changing, body)
        edits = accept(text, proposals)
        if not edits:
            break
        passes.append(Pass(stage.name, edits))
        text = apply_pass(text, edits)
        signs = body.signs.union(*(edit.after for edit in edits if edit.after))
    else:
        body = view(text)
        codes = ", ".join(sorted({edit.rule for edit in passes[-1].edits}))
        remarks.append((UNSETTLED, Remark(0, 0, f"still changing after {LIMIT} passes: {codes}")))
    _, seen = _collect(stage.looking, body)
    return body, passes, remarks + seen


def _collect(chain: Chain, body: Body) -> tuple[list[tuple[str, Proposal]], list[tuple[str, Remark]]]:
    proposals: list[tuple[str, Proposal]] = []
    remarks: list[tuple[str, Remark]] = []
    for one in chain.matching(body):
        for item in one.propose(body):
            if isinstance(item, Remark):
                remarks.append((one.code, item))
            elif one.safety is not Safety.DISPLAY and (one.in_code or not body.in_code(item.start, item.end)):
                proposals.append((one.code, item))
    return proposals, remarks
