"""What a rule is, and how one is declared."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal, Remark, Safety
from ingest.search import Groups

Propose: TypeAlias = Callable[[Body], Iterable[Proposal | Remark]]
Gate: TypeAlias = Callable[[Body], bool]

_CODE = late(r"[A-Z]{2,5}[0-9]{3}")
_NAME = late(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule: a code, a kebab-case name of the pattern found, and the function that proposes edits.

    `parts` are literal strings of which at least one stands in every text that the rule can match: without one the rule is
    not run (where there are none, it always is).
    `gate` tells soon that a text has nothing for the rule; rules that share one are told by it together. `in_code` lets
    its edits reach into code.
    """

    code: str
    name: str
    safety: Safety
    propose: Propose
    parts: frozenset[str] = frozenset()
    in_code: bool = False
    gate: Gate | None = None

    @property
    def page(self) -> str:
        """The rule's page: its docstring, in Markdown."""
        return inspect.getdoc(self.propose) or ""

    @property
    def summary(self) -> str:
        """The first line of the rule's page."""
        return self.page.partition("\n")[0]


class Chain:
    """Rules in the order in which they run, made ready to tell which of them can match a text."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take the rules in."""
        self.rules = tuple(rules)
        gates = dict.fromkeys(one.gate for one in self.rules if one.gate)
        self._gated = tuple(
            (gate, frozenset(number for number, one in enumerate(self.rules) if one.gate is gate)) for gate in gates
        )
        self._always = [number for number, one in enumerate(self.rules) if not one.parts]
        self._asked = [number for number, one in enumerate(self.rules) if one.parts]
        self._parts = Groups(self.rules[number].parts for number in self._asked)

    def matching(self, body: Body) -> list[int]:
        """The numbers of the rules that can match the text, in order."""
        return sorted([*self._always, *[self._asked[place] for place in self._parts.found(body.written)]])

    def let_in(self, asked: Iterable[int], body: Body) -> list[Rule]:
        """Of the rules with these numbers those whose gate is open for the text, in order."""
        shut = _NONE.union(*(numbers for gate, numbers in self._gated if not gate(body)))
        return [self.rules[number] for number in asked if number not in shut]


_NONE: frozenset[int] = frozenset()


def rule(
    code: str,
    name: str,
    *,
    safety: Safety = Safety.SAFE,
    triggers: Iterable[str] = (),
    signs: str = "",
    in_code: bool = False,
    gate: Gate | None = None,
) -> Callable[[Propose], Rule]:
    """Declare a rule: its parts are the `triggers` and the `signs`, a class of characters as in a regular expression.

    Raises ValueError for a code or a name of the wrong form, or a function without a docstring.
    """
    if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
        msg = f"rule {code!r} {name!r}: a code is like REF001, a name like empty-reference-section"
        raise ValueError(msg)

    def declare(propose: Propose) -> Rule:
        if not propose.__doc__:
            msg = f"rule {code} has no docstring, which is its page"
            raise ValueError(msg)
        parts = frozenset(triggers) | _characters(signs)
        return Rule(code, name, safety, propose, parts, in_code, gate)

    return declare


def _characters(signs: str) -> frozenset[str]:
    """The characters of a class written as in a regular expression: `a-c` is three of them."""
    return frozenset(
        chr(point)
        for match in re.finditer("(.)-(.)|(.)", signs, re.DOTALL)
        for point in range(ord(match[1] or match[3]), ord(match[2] or match[3]) + 1)
    )
