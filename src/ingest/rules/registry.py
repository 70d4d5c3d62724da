"""What a rule is, and how one is declared."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from ingest.body import Body
from ingest.model import Proposal, Remark, Safety

Propose: TypeAlias = Callable[[Body], Iterable[Proposal | Remark]]

_CODE = re.compile(r"[A-Z]{2,5}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule: a code, a kebab-case name of the pattern found, and the function that proposes edits.

    `triggers` are literal strings of which at least one stands in every text that the rule can match: without one the
    rule is not run (an empty tuple: it always is). `in_code` lets its edits reach into code.
    """

    code: str
    name: str
    safety: Safety
    propose: Propose
    triggers: tuple[str, ...] = ()
    in_code: bool = False

    @property
    def page(self) -> str:
        """The rule's page: its docstring, in Markdown."""
        return inspect.getdoc(self.propose) or ""

    @property
    def summary(self) -> str:
        """The first line of the rule's page."""
        return self.page.partition("\n")[0]

    def may_match(self, text: str) -> bool:
        """Whether the text holds one of the triggers."""
        for trigger in self.triggers:
            if trigger in text:
                return True
        return not self.triggers


def rule(
    code: str,
    name: str,
    *,
    safety: Safety = Safety.SAFE,
    triggers: Iterable[str] = (),
    in_code: bool = False,
) -> Callable[[Propose], Rule]:
    """Declare a rule. Raises ValueError for a code or a name of the wrong form, or a function without a docstring."""
    if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
        msg = f"rule {code!r} {name!r}: a code is like REF001, a name like empty-reference-section"
        raise ValueError(msg)

    def declare(propose: Propose) -> Rule:
        if not propose.__doc__:
            msg = f"rule {code} has no docstring, which is its page"
            raise ValueError(msg)
        return Rule(code, name, safety, propose, tuple(triggers), in_code)

    return declare
