"""Runs rules over a text until they find nothing more, and records every edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ingest.body import Body
from ingest.edits import accept, apply_pass
from ingest.model import Pass, Proposal, Remark, Safety
from ingest.rules import RULES
from ingest.rules.registry import Chain, Rule
from ingest.rules.structure import CLOSING

LIMIT = 12
"""Passes after which a text that still changes is left as it is, with a finding. Real documents need two or three; the
limit only stops rules that undo each other."""

UNSETTLED = "RUN001"

_DISPLAY = Safety.DISPLAY
"""By this name it is found in a tenth of the time: Python 3.11 goes a long way to the member of an enumeration."""

_OURS = frozenset(one.code for one in RULES)
_NONE: frozenset[str] = frozenset()


class Stage(Chain):
    """The rules of one stage of cleaning; its name goes with the passes."""

    def __init__(self, name: str, rules: Iterable[Rule]) -> None:
        """Take the rules in, in their order."""
        super().__init__(rules)
        self.name = name
        codes = {one.code for one in self.rules}
        # A rule that a person wrote may look at what none of ours does, such as the very end of the text.
        self.closing = CLOSING if codes <= _OURS else _NONE


def run_rules(
    text: str, stage: Stage, view: Callable[[str], Body]
) -> tuple[Body, list[Pass], list[tuple[str, Remark]]]:
    """Apply a stage's rules until nothing changes.

    `view` makes the Body of a text. Returns the Body of the final text, the passes that led to it, and the remarks of
    all rules on the final text, with the rule's code.
    """
    body = view(text)
    asked = stage.matching(body)
    rules: list[Rule] = []
    passes: list[Pass] = []
    remarks: list[tuple[str, Remark]] = []
    for _ in range(LIMIT):
        rules = stage.let_in(asked, body)
        proposals, remarks = _collect(rules, body)
        edits = accept(body.text, proposals)
        if not edits:
            break
        passes.append(Pass(stage.name, edits))
        text = apply_pass(body.text, edits)
        if stage.closing.issuperset([code for code, _ in proposals]):
            body = body.with_end(text)
            break  # the next pass would find nothing
        body = view(text)
        asked = stage.matching(body)
    else:
        codes = ", ".join(sorted({edit.rule for edit in passes[-1].edits}))
        rules = stage.let_in(asked, body)
        remarks.append((UNSETTLED, Remark(0, 0, f"still changing after {LIMIT} passes: {codes}")))
    return body, passes, remarks + _look(rules, body)


def _collect(rules: Iterable[Rule], body: Body) -> tuple[list[tuple[str, Proposal]], list[tuple[str, Remark]]]:
    """What the rules that may change the text want, and what they remark on."""
    proposals: list[tuple[str, Proposal]] = []
    remarks: list[tuple[str, Remark]] = []
    for one in rules:
        if one.safety is _DISPLAY:
            continue
        for item in one.propose(body):
            if isinstance(item, Remark):
                remarks.append((one.code, item))
            elif one.in_code or not body.in_code(item.start, item.end):
                proposals.append((one.code, item))
    return proposals, remarks


def _look(rules: Iterable[Rule], body: Body) -> list[tuple[str, Remark]]:
    """What the rules that only look remark on."""
    return [
        (one.code, item)
        for one in rules
        if one.safety is _DISPLAY
        for item in one.propose(body)
        if isinstance(item, Remark)
    ]
