"""`ingest exempt` and `ingest try`: decide where a rule runs, and see what it would do before it does."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from typing import Any

from ingest.commands.check import Entry, examine, quoted, sources
from ingest.commands.common import DONE, add_config_option, counted, known_code
from ingest.commands.locate import add_clean_option, find
from ingest.commands.terminal import print_json, printable, table
from ingest.config import load
from ingest.errors import UsageError
from ingest.places import location

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
    fresh = add_code(arguments.config, "exempt", glob, code)
    what = "runs no more on" if fresh else "was kept away before from"
    print(f"{code} {what} {printable(glob)}, by {arguments.config}: the next `ingest run` takes it up")
    return DONE


def try_rules(arguments: argparse.Namespace) -> int:
    """Show what rules would do."""
    config = load(arguments.config)
    own = [one.code for one in config.rules]
    codes = tuple(code if code in own else known_code(code) for code in arguments.rule)
    if not location(arguments.path).exists():
        raise UsageError(f"{printable(arguments.path)}: no such file or folder; the last argument is the path")
    config = replace(config, extend_select=config.extend_select + codes)
    count: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    largest: list[tuple[int, str, Entry]] = []
    documents = 0
    for shown, source in sources([arguments.path], config):
        documents += 1
        seen = set()
        for entry in examine(shown, source, config).entries:
            if not entry.rule.startswith(codes):
                continue
            count[entry.rule] += 1
            seen.add(entry.rule)
            if entry.removed:
                removed[entry.rule] += entry.removed
                largest.append((entry.removed, shown, entry))
        touched.update(seen)
        largest = sorted(largest, key=lambda item: (-item[0], item[1], item[2].line))[:LARGEST]
    rows = [(code, number, touched[code], removed[code]) for code, number in sorted(count.items())]
    if arguments.json:
        names = ("rule", "times", "documents", "characters")
        top = [{"path": path, **entry._asdict()} for _, path, entry in largest]
        print_json(
            {"documents": documents, "rules": [dict(zip(names, row, strict=True)) for row in rows], "largest": top}
        )
        return DONE
    if not rows:
        print(f"{', '.join(codes)}: nothing to do in {counted(documents, 'document')}")
        return DONE
    print(table(("rule", "times", "documents", "characters taken"), rows, right=(1, 2, 3)))
    print(f"\nof {counted(documents, 'document')}" + ("; the largest removals:" if largest else ""))
    top_rows = [(n, entry.rule, f"{path}:{entry.line}", quoted(entry.excerpt, 100)) for n, path, entry in largest]
    if top_rows:
        print(table(("characters", "rule", "place", "text"), top_rows, right=(0,), paths=(2,)))
    return DONE
