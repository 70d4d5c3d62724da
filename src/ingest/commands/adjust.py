"""`ingest exempt` and `ingest try`: decide where a rule runs, and see what it would do before it does."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from ingest.commands.check import Entry, examine, quoted, sources
from ingest.commands.common import DONE, add_config_option, counted, known_code
from ingest.commands.locate import DEFAULT, add_clean_option, find
from ingest.commands.terminal import print_json, printable, table
from ingest.config import Config, load
from ingest.errors import UsageError
from ingest.places import Location, location
from ingest.store import Catalog

LARGEST = 10
"""Removals that `ingest try` shows."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the commands."""
    parser = commands.add_parser(
        "exempt",
        description="Enter in ingest.yaml that a rule is not to run on a document, or on all that a glob of raw paths "
        "matches (`*` also crosses `/`). The next run cleans them without it.",
    )
    parser.add_argument("doc", metavar="DOC|GLOB", help="a clean or raw path, or a glob of raw paths")
    parser.add_argument("--rule", required=True, metavar="CODE", help="the rule, or the beginning of several")
    add_clean_option(parser)
    add_config_option(parser, entered=True)
    parser.set_defaults(run=exempt)
    parser = commands.add_parser(
        "try",
        description="Clean a file or folder as it is configured and with the named rules as well, unsafe or not, write "
        "nothing, and show how often they apply, how much they remove, and the ten largest removals.",
    )
    parser.add_argument("rule", nargs="+", metavar="RULE", help="codes or their beginnings")
    parser.add_argument("path", metavar="PATH", help="file or folder")
    add_config_option(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=try_rules)


def exempt(arguments: argparse.Namespace) -> int:
    """Enter an exemption."""
    from ingest.settings import add_code

    code = known_code(arguments.rule)
    glob = arguments.doc
    if not set(glob) & set("*?["):
        with find(glob, arguments.clean) as found:
            glob = found.row["source"]
    elif not _matches(glob, arguments.clean):
        print(
            f"no raw path that is known so far matches {printable(glob)}; it is entered all the same", file=sys.stderr
        )
    fresh = add_code(arguments.config, "exempt", glob, code)
    what = "runs no more on" if fresh else "was kept away before from"
    print(f"{code} {what} {printable(glob)}, by {arguments.config}: the next `ingest run` takes it up")
    return DONE


def _matches(glob: str, clean: Location | None) -> bool:
    """Whether a glob matches any raw path of a clean folder; yes where there is none yet."""
    try:
        with Catalog(clean or DEFAULT) as catalog:
            return any(fnmatchcase(row["source"], glob) for row in catalog.documents())
    except UsageError:
        return True


def try_rules(arguments: argparse.Namespace) -> int:
    """Show what rules would do."""
    config = load(arguments.config)
    own = [one.code for one in config.rules]
    codes = tuple(code if code in own else known_code(code) for code in arguments.rule)
    if not location(arguments.path).exists():
        raise UsageError(f"{printable(arguments.path)}: no such file or folder; the last argument is the path")
    tried = _tried(arguments.path, replace(config, extend_select=config.extend_select + codes), codes)
    if arguments.json:
        print_json(tried.as_json())
    elif tried.count:
        print(tried.as_text())
    else:
        print(f"{', '.join(codes)}: nothing to do in {counted(tried.documents, 'document')}")
    return DONE


@dataclass(slots=True)
class _Tried:
    """What rules would do: by code how often, in how many documents, how many characters; and the largest removals."""

    documents: int = 0
    count: Counter[str] = field(default_factory=Counter)
    touched: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    largest: list[tuple[int, str, Entry]] = field(default_factory=list)

    def add(self, shown: str, entries: Sequence[Entry]) -> None:
        """Count what the rules would do to one document."""
        self.documents += 1
        self.touched.update({entry.rule for entry in entries})
        for entry in entries:
            self.count[entry.rule] += 1
            if entry.removed:
                self.removed[entry.rule] += entry.removed
                self.largest.append((entry.removed, shown, entry))
        self.largest = sorted(self.largest, key=lambda item: (-item[0], item[1], item[2].line))[:LARGEST]

    def _rows(self) -> list[tuple[str, int, int, int]]:
        return [(code, number, self.touched[code], self.removed[code]) for code, number in sorted(self.count.items())]

    def as_json(self) -> dict[str, Any]:
        names = ("rule", "times", "documents", "characters")
        return {
            "documents": self.documents,
            "rules": [dict(zip(names, row, strict=True)) for row in self._rows()],
            "largest": [{"path": path, **entry._asdict()} for _, path, entry in self.largest],
        }

    def as_text(self) -> str:
        text = table(("rule", "times", "documents", "characters taken"), self._rows(), right=(1, 2, 3))
        text += f"\n\nof {counted(self.documents, 'document')}"
        if not self.largest:
            return text
        head = ("characters", "rule", "place", "text")
        rows = [(n, entry.rule, f"{path}:{entry.line}", quoted(entry.excerpt, 100)) for n, path, entry in self.largest]
        return f"{text}; the largest removals:\n{table(head, rows, right=(0,), paths=(2,))}"


def _tried(path: str, config: Config, codes: tuple[str, ...]) -> _Tried:
    """Clean what is at a path, and gather what the rules of these codes, or of these beginnings, would do."""
    tried = _Tried()
    for shown, source in sources([path], config):
        entries = examine(shown, source, config).entries
        tried.add(shown, [entry for entry in entries if entry.rule.startswith(codes)])
    return tried
