"""What a change of the configuration can affect, as far as the catalog tells. See docs/adr/0008.

A rule that left neither an edit nor a finding in a document proposed nothing that was taken: without it the document comes
out the same. A name of a field that no origin mentions is not in the document's header. What a rule that did not run would
have found is not in the ledger.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from string import digits
from typing import Any, NamedTuple

from ingest import __version__
from ingest.config import Config
from ingest.metadata.aliases import RANKS, unify
from ingest.model import Safety
from ingest.store import Catalog, InputRow

NOT_IN_ORIGINS = frozenset({"infobox", "subject"})
"""Names and fields whose every value does not get an origin of its own."""

REASONS = {"jsonl": "the keys of JSON lines", "max_mebibytes": "the limit on size"}
"""Settings that no document holds, but that decide which records of a container become one."""


class Change(NamedTuple):
    """What differs between two settings: `rules` no longer run, `names` of fields mean something else.

    `blind` says, in words, what differs besides of which the ledger cannot tell what it affects.
    """

    rules: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    blind: str = ""

    @property
    def words(self) -> str:
        """What differs."""
        parts = [f"without {in_short(self.rules)}"] if self.rules else []
        parts += [f"aliases of {', '.join(self.names)}"] if self.names else []
        return "; ".join(parts)


def in_short(codes: Iterable[str]) -> str:
    """Codes of rules in a row; of a family that is there with all that run by default, the letters alone."""
    from ingest.rules import RULES

    families: dict[str, set[str]] = {}
    for rule in RULES:
        if rule.safety is not Safety.UNSAFE:
            families.setdefault(rule.code.rstrip(digits), set()).add(rule.code)
    left = set(codes)
    whole = [name for name, members in families.items() if len(members) > 1 and members <= left]
    return ", ".join(sorted([*whole, *left.difference(*(families[name] for name in whole))]))


def between(old: Mapping[str, Any], new: Mapping[str, Any]) -> Change:
    """What differs between the settings that held for a document and those that hold now (`Config.settings_at`)."""
    off, on = (frozenset(new.get(name, ())) - frozenset(old.get(name, ())) for name in ("off", "on"))
    less_off, less_on = (frozenset(old.get(name, ())) - frozenset(new.get(name, ())) for name in ("off", "on"))
    before, after = old.get("own", []), new.get("own", [])
    gone = [one for one in before if one not in after]
    come = [one for one in after if one not in before]
    fresh = less_off | on
    blind = [f"{in_short(fresh)} {'runs' if len(fresh) == 1 else 'run'}, which did not"] if fresh else []
    blind += [f"{one['code']} {one['name']} is new or another" for one in come]
    if [one for one in before if one in after] != [one for one in after if one in before]:
        blind.append("rules of the folder run in another order")
    if old.get("keep", []) != new.get("keep", []):
        blind.append("edits are put back, or made again")
    was, now = old.get("aliases", {}), new.get("aliases", {})
    names = sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))
    if any({name, was.get(name), RANKS.get(name, ("",))[0]} & NOT_IN_ORIGINS for name in names):
        blind.append(f"aliases of {', '.join(names)}")
    rules = sorted({*off, *less_on, *(one["code"] for one in gone)})
    return Change(tuple(rules), tuple(names), ", ".join(blind))


def touched(catalog: Catalog, change: Change, document: sqlite3.Row) -> bool:
    """Whether what no longer runs, or is no longer named so, left anything in a document."""
    if change.blind:
        return True
    rules = frozenset(change.rules)
    if rules and not rules.isdisjoint(json.loads(document["rules"] or "{}")):
        return True
    if rules and document["findings"] and not rules.isdisjoint(catalog.finding_codes(document["id"])):
        return True
    if not change.names:
        return False
    # What a container said of a record, and was not taken, is not among the origins.
    return document["input"] != document["source"] or any(
        unify(str(origin[1])) in change.names for origin in json.loads(document["origins"] or "[]")
    )


class Verdict(NamedTuple):
    """Whether an input is to be cleaned again since the settings changed, and why, in words for a person."""

    clean: bool
    why: str


class Judge:
    """Decides, for inputs that were made with other settings, whether they must be cleaned again."""

    def __init__(self, catalog: Catalog, config: Config) -> None:
        """`catalog` is read, never written."""
        self._catalog, self._config = catalog, config
        self._changes: dict[tuple[str, str], Change] = {}

    def judge(self, row: InputRow) -> Verdict:
        """The verdict on a raw file that did not change."""
        if row.status != "clean":
            return Verdict(clean=True, why="what is in quarantine is tried again")
        if not row.recipe.startswith(f"ingest {__version__} "):
            return Verdict(clean=True, why=f"made with {row.recipe.rpartition(' ')[0]}, this is {__version__}")
        if not row.clean and (why := self._of_container(row)):
            return Verdict(clean=True, why=why)
        verdict = Verdict(clean=False, why="")
        for document in self._catalog.made_from(row.path):
            change = self._change(document["recipe"], self._config.recipe_at(document["source"]), document["source"])
            verdict = Verdict(clean=False, why=verdict.why or change.blind or change.words)
            if touched(self._catalog, change, document):
                return Verdict(clean=True, why=change.blind or change.words)
        return verdict

    def _of_container(self, row: InputRow) -> str:
        """What changed for a container as a whole."""
        if row.recipe not in self._known:
            return UNKNOWN
        old, new = self._known[row.recipe], self._config.settings
        return ", ".join(f"{words} changed" for name, words in REASONS.items() if old.get(name) != new.get(name))

    def _change(self, old: str, new: str, path: str) -> Change:
        if old == new:
            return Change()
        if (old, new) not in self._changes:
            known = self._known.get(old)
            change = Change(blind=UNKNOWN) if known is None else between(known, self._config.settings_at(path))
            self._changes[old, new] = change
        return self._changes[old, new]

    @cached_property
    def _known(self) -> dict[str, dict[str, Any]]:
        return self._catalog.settings()


UNKNOWN = "made with settings that the catalog does not hold"
