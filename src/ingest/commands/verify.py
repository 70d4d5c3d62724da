"""`ingest verify`: every promise of the catalog, held against the disk."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from ingest.commands.common import DONE, NEEDS_A_PERSON, counted
from ingest.commands.locate import add_clean_argument
from ingest.commands.terminal import print_json, printable, style


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "verify",
        description="Hold every promise of the catalog against the disk: each clean file is the one that was written, "
        "undoing its ledger gives the raw file's bytes, and applying the ledger to the raw file, where it still lies, gives "
        "the clean file. Prints a line for each document where that is not so.",
    )
    add_clean_argument(parser)
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Verify, print, and give the exit code."""
    from ingest.config import load
    from ingest.verify import verify

    count: Counter[str] = Counter()
    bad = []
    for one in verify(arguments.clean, load().jsonl):
        count[one.status] += 1
        count["undone"] += one.undone
        count["applied"] += one.applied
        count["raw changed"] += one.raw_changed
        if one.problems:
            bad.append({"source": one.source, "status": one.status, "problems": one.problems})
            if not arguments.json:
                for problem in one.problems:
                    print(f"{style('mismatch', 'red', 'bold')} {printable(one.source)}: {printable(problem)}")
    if arguments.json:
        print_json({"clean": str(arguments.clean), "counts": dict(sorted(count.items())), "mismatches": bad})
    else:
        print(_summary(count, len(bad)))
    return NEEDS_A_PERSON if bad else DONE


def _summary(count: Counter[str], bad: int) -> str:
    total = count["clean"] + count["retired"]
    parts = [
        f"{counted(total, 'document')}: undo gives the raw bytes of {count['undone']:,} of {total:,}",
        f"apply gives the clean bytes of {count['applied']:,} whose raw file is there unchanged",
    ]
    if count["raw changed"]:
        parts.append(f"{counted(count['raw changed'], 'raw file')} changed since: `ingest run` takes that up")
    if count["quarantined"]:
        parts.append(f"{counted(count['quarantined'], 'input')} in quarantine, bytes checked")
    parts.append(style(f"{bad:,} with a mismatch", "red") if bad else style("every promise holds", "green"))
    return "\n".join(parts)
