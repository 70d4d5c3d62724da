"""Rules that a person writes in `ingest.yaml`, with examples that are checked when the configuration is read.

    rules:
      - name: valley-paper-footer
        lines: ["Subscribe to The Valley Paper", "More from the valley"]
        path: "news/*"
        action: remove
        match: ["Subscribe to The Valley Paper"]
        leave: ["She went to subscribe to The Valley Paper and came back late."]
      - name: internal-ticket
        pattern: "TICKET-[0-9]+"
        action: replace
        replacement: "[ticket]"
        match: ["see TICKET-17"]
        leave: ["a ticket to the fair"]

Patterns are RE2's: they take time linear in the text whatever they are, so no pattern can hold up a run. That leaves out
look-around and back-references.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from ingest.body import Body
from ingest.errors import UsageError
from ingest.model import Proposal, Remark, Safety
from ingest.rules.registry import Propose, Rule, rule

ACTIONS = ("remove", "replace", "finding")


@dataclass(frozen=True, slots=True)
class UserRule:
    """A rule as it is written down. Either `lines` (whole lines, blanks around them aside) or a `pattern`.

    `path` is a glob of raw paths, `format` and `producer` are as the rules see them (a converted page is `markdown`).
    `replacement` is plain text, `message` what a finding says. `match` must each be found, `leave` must not.
    """

    code: str
    name: str
    lines: tuple[str, ...] = ()
    pattern: str = ""
    action: str = "remove"
    replacement: str = ""
    message: str = ""
    path: str = "*"
    format: str = ""
    producer: str = ""
    match: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()


def read(place: str, value: object) -> tuple[UserRule, ...]:
    """The rules of a configuration's list. Raises UsageError, naming the rule and what is wrong with it."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise UsageError(f"{place}: rules: expected a list of rules, found {value!r}")
    rules = tuple(_one(place, number, item) for number, item in enumerate(value, 1))
    codes = [one.code for one in rules]
    for code in codes:
        if codes.count(code) > 1:
            raise UsageError(f"{place}: rules: two rules have the code {code}")
    for one in rules:
        _check(f"{place}: rule {one.name}", one)
    return rules


def _one(place: str, number: int, item: object) -> UserRule:
    if not isinstance(item, Mapping):
        raise UsageError(f"{place}: rules: number {number} is no mapping with name, lines or pattern, and action")
    from ingest.config import nearest

    known = {one.name: one.default for one in fields(UserRule)}
    settings: dict[str, Any] = {"code": f"USR{number:03}"}
    for key, value in item.items():
        if key not in known:
            raise UsageError(
                f"{place}: rules: number {number}: unknown setting {key!r}" + nearest(str(key), list(known))
            )
        listed = isinstance(known[key], tuple)
        good = (
            isinstance(value, list) and all(isinstance(one, str) for one in value) if listed else isinstance(value, str)
        )
        if not good:
            kind = "a list of texts" if listed else "a text"
            raise UsageError(f"{place}: rules: number {number}: {key}: expected {kind}, found {value!r}")
        settings[key] = tuple(value) if listed else value
    if not settings.get("name"):
        raise UsageError(f"{place}: rules: number {number} has no name")
    return UserRule(**settings)


def _check(place: str, one: UserRule) -> None:
    if bool(one.lines) == bool(one.pattern):
        raise UsageError(f"{place}: give either lines or a pattern")
    if one.action not in ACTIONS:
        raise UsageError(f"{place}: action is one of {', '.join(ACTIONS)}, not {one.action!r}")
    if not one.match:
        raise UsageError(f"{place}: give at least one example under match")
    if not all(text.strip() for text in one.lines):
        raise UsageError(f"{place}: an empty line cannot be one of its lines")
    try:
        made = as_rule(one)
    except ValueError as error:
        raise UsageError(f"{place}: {error}") from error
    if one.action == "replace" and any(True for _ in made.propose(Body(one.replacement, one.format, one.producer))):
        raise UsageError(f"{place}: finds its own replacement {one.replacement!r} and would never end")
    for wanted, examples in ((True, one.match), (False, one.leave)):
        for example in examples:
            body = Body(example, format=one.format or "markdown", producer=one.producer)
            if any(True for _ in made.propose(body)) is not wanted:
                raise UsageError(f"{place}: {'does not match' if wanted else 'matches'} its example {example!r}")


@cache
def as_rule(one: UserRule) -> Rule:
    """The rule that the runner runs. Raises ValueError for a bad code, name or pattern."""
    find = _lines(one.lines) if one.lines else _pattern(one.pattern)

    def propose(body: Body) -> Iterator[Proposal | Remark]:
        if (one.format and one.format != body.format) or (one.producer and one.producer != body.producer):
            return
        for start, end in find(body):
            if one.action == "finding":
                yield Remark(start, end, one.message or one.name)
            else:
                yield Proposal(start, end, one.replacement if one.action == "replace" else "")

    propose.__doc__ = one.message or f"A rule of this folder: {one.action} what {one.name} finds."
    safety = Safety.DISPLAY if one.action == "finding" else Safety.SAFE
    declared: Callable[[Propose], Rule] = rule(
        one.code, one.name, safety=safety, triggers=[text.strip() for text in one.lines]
    )
    return declared(propose)


def _lines(texts: tuple[str, ...]) -> Callable[[Body], Iterator[tuple[int, int]]]:
    wanted = frozenset(text.strip() for text in texts)

    def find(body: Body) -> Iterator[tuple[int, int]]:
        return (body.removal(line, line) for line in body.lines if line.bare in wanted)

    return find


def _pattern(pattern: str) -> Callable[[Body], Iterator[tuple[int, int]]]:
    import re2  # type: ignore[import-untyped] # it has none, and no stubs package is kept up

    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(pattern, options)
    except re2.error as error:
        text = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        raise ValueError(f"not a pattern of RE2: {text}") from error
    if compiled.search("") is not None:
        raise ValueError("the pattern matches nothing at all, which is everywhere")

    def find(body: Body) -> Iterator[tuple[int, int]]:
        return (match.span() for match in compiled.finditer(body.text) if match.end() > match.start())

    return find
