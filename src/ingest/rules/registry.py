"""What a rule is, and how one is declared."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal, Remark, Safety

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
        self._parts = _one_search([self.rules[number].parts for number in self._asked])

    def matching(self, body: Body) -> list[int]:
        """The numbers of the rules that can match the text, in order."""
        found = self._parts.Match(body.written + _END)
        if not found:  # the automaton had no memory left: otherwise it finds the end
            return self._in_turn(body.written)
        last = len(self._asked)
        return sorted([*self._always, *[self._asked[place] for place in found if place != last]])

    def let_in(self, asked: Iterable[int], body: Body) -> list[Rule]:
        """Of the rules with these numbers those whose gate is open for the text, in order."""
        shut = _NONE.union(*(numbers for gate, numbers in self._gated if not gate(body)))
        return [self.rules[number] for number in asked if number not in shut]

    def _in_turn(self, text: bytes) -> list[int]:
        """What `matching` gives, part by part."""
        return [
            number
            for number, one in enumerate(self.rules)
            if not one.parts or any(_utf_8(part) in text for part in one.parts)
        ]


_NONE: frozenset[int] = frozenset()
_END = b"\xff"
"""What stands in no text in UTF-8."""


def _utf_8(part: str) -> bytes:
    return part.encode("utf-8", "surrogatepass")


def _one_search(groups: Iterable[Iterable[str]]) -> Any:  # noqa: ANN401 - its package has no types
    """What finds in one reading of a text in UTF-8 which groups have a part in it: one automaton for all parts.

    It gives the places of the groups, and, as the one behind them, that of `_END`.
    """
    import re2  # type: ignore[import-untyped] # it has none, and no stubs package is kept up

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes: a lone surrogate is no UTF-8
    options.log_errors = False
    search = re2.Set.SearchSet(options)
    for parts in groups:
        search.Add(b"|".join(re2.escape(_utf_8(part)) for part in sorted(parts)))
    search.Add(_END)
    search.Compile()
    return search


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
