"""What a rule is, and how one is declared."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from ingest.body import Body, skeleton_of
from ingest.late import late
from ingest.model import Proposal, Remark, Safety

Propose: TypeAlias = Callable[[Body], Iterable[Proposal | Remark]]
Gate: TypeAlias = Callable[[Body], bool]

_CODE = late(r"[A-Z]{2,5}[0-9]{3}")
_NAME = late(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule: a code, a kebab-case name of the pattern found, and the function that proposes edits.

    `triggers` are literal strings, and `signs` a class of characters as in a regular expression, of which at least one
    stands in every text that the rule can match: without one the rule is not run (where both are empty, it always is).
    `gate` tells soon that a text has nothing for the rule; rules that share one are told by it together. `in_code` lets
    its edits reach into code.
    """

    code: str
    name: str
    safety: Safety
    propose: Propose
    triggers: tuple[tuple[str, str], ...] = ()
    signs: frozenset[str] = frozenset()
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
        self.reach = max((len(trigger) for one in self.rules for _, trigger in one.triggers), default=1) - 1
        """Characters beside an edit in which a trigger can have come about."""
        gates = dict.fromkeys(one.gate for one in self.rules if one.gate)
        self._gated = tuple(
            (gate, frozenset(number for number, one in enumerate(self.rules) if one.gate is gate)) for gate in gates
        )
        self._always = frozenset(number for number, one in enumerate(self.rules) if not (one.triggers or one.signs))
        # After an edit, only the triggers' rarest characters are asked for again: to look for all of them takes as long
        # as to run the few rules.
        self._told = {
            number: "".join(sorted({sign for sign, _ in one.triggers}))
            for number, one in enumerate(self.rules)
            if one.triggers and not one.signs
        }
        numbers: dict[tuple[str, str], set[int]] = {}
        for number, one in enumerate(self.rules):
            for sign in one.signs:
                numbers.setdefault((sign, sign), set()).add(number)
            for key in one.triggers:
                numbers.setdefault(key, set()).add(number)
        # For each sign the triggers that hold it: skeleton, trigger in UTF-8, numbers of the rules.
        self._by_sign: dict[str, list[tuple[bytes, bytes, set[int]]]] = {}
        for (sign, trigger), asked in numbers.items():
            bones, written = skeleton_of(trigger), b"" if sign == trigger else trigger.encode("utf-8", "surrogatepass")
            self._by_sign.setdefault(sign, []).append((bones, written, asked))
        few = self._by_sign if len(self._by_sign) <= _FEW else ()
        self._few_signs = tuple((skeleton_of(sign), sign) for sign in few)

    def matching(self, body: Body) -> list[int]:
        """The numbers of the rules that can match the text, in order."""
        return sorted(self._always.union(self._triggered(body)))

    def matching_after(self, asked: Iterable[int], text: str, edited: str) -> list[int]:
        """The numbers of the rules that can match a text after edits, in order.

        Takes the numbers of those that could match it before, and what stands in it at the edits and `reach` characters
        around them: where no edit is, no rule can match that could not before.
        """
        still = [
            number
            for number in asked
            if (signs := self._told.get(number)) is None or any(map(text.__contains__, signs))
        ]
        return sorted(self._triggered(Body(edited)).union(still))

    def let_in(self, asked: Iterable[int], body: Body) -> list[Rule]:
        """Of the rules with these numbers those whose gate is open for the text, in order."""
        shut = _NONE.union(*(numbers for gate, numbers in self._gated if not gate(body)))
        return [self.rules[number] for number in asked if number not in shut]

    def _triggered(self, body: Body) -> set[int]:
        """The numbers of the rules that have a trigger or a sign in the text.

        Of each trigger its rarest character is asked for first, then what is left of it without letters.
        """
        text, skeleton = body.written, body.skeleton
        found: set[int] = set()
        if self._few_signs and len(skeleton) > _SHORT:
            signs: Iterable[str] = [sign for bones, sign in self._few_signs if bones in skeleton]
        else:
            signs = self._by_sign.keys() & body.signs
        for sign in signs:
            for bones, trigger, numbers in self._by_sign[sign]:
                if not numbers <= found and (not trigger or (bones in skeleton and trigger in text)):
                    found |= numbers
        return found


_NONE: frozenset[int] = frozenset()
_FEW = 100
_SHORT = 1000
"""Signs up to which each is looked for in a text, instead of all characters of the text among the signs; and bytes of a
skeleton that is short enough for the latter in any case."""


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
    """Declare a rule. Raises ValueError for a code or a name of the wrong form, or a function without a docstring."""
    if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
        msg = f"rule {code!r} {name!r}: a code is like REF001, a name like empty-reference-section"
        raise ValueError(msg)

    def declare(propose: Propose) -> Rule:
        if not propose.__doc__:
            msg = f"rule {code} has no docstring, which is its page"
            raise ValueError(msg)
        keyed = tuple((min(trigger, key=_commonness), trigger) for trigger in triggers)
        return Rule(code, name, safety, propose, keyed, _characters(signs), in_code, gate)

    return declare


def _commonness(sign: str) -> int:
    """The rank of a character by how common it is in prose: letters and blanks first, signs beyond ASCII last."""
    if sign in " \netaoinsrhldcumfpgwybvkxjz":
        return 3
    return 2 if sign.isalnum() or sign in ".,-'\"" else 1 if sign.isascii() else 0


def _characters(signs: str) -> frozenset[str]:
    """The characters of a class written as in a regular expression: `a-c` is three of them."""
    return frozenset(
        chr(point)
        for match in re.finditer("(.)-(.)|(.)", signs, re.DOTALL)
        for point in range(ord(match[1] or match[3]), ord(match[2] or match[3]) + 1)
    )
