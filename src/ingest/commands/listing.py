"""`ingest ls` and `ingest stats`: the documents as a list, and the folder in numbers."""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ingest.codes import name_of
from ingest.commands.common import DONE, counted, known_code
from ingest.commands.locate import add_clean_argument
from ingest.commands.terminal import page, print_json, style, table
from ingest.store import Catalog

STATUSES = ("clean", "quarantined", "retired")

SORTS = {
    "name": "source",
    "removed": "CAST(removed_chars AS REAL) / max(1, raw_chars) DESC, source",
    "edits": "edits DESC, source",
    "findings": "findings DESC, source",
    "size": "raw_bytes DESC, source",
}
"""Orders of `ingest ls`, in SQL."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the commands."""
    parser = commands.add_parser("ls", description="List the documents of a clean folder.")
    add_clean_argument(parser)
    parser.add_argument(
        "--finding",
        metavar="CODE",
        help="only those with this finding: a code or the beginning of several, such as DMG",
    )
    parser.add_argument(
        "--rule", metavar="CODE", help="only those that this rule changed or dropped something from: as above"
    )
    parser.add_argument("--status", choices=STATUSES, help="only those with this status")
    parser.add_argument("--format", metavar="F", help="only those of this format, such as html")
    parser.add_argument("--language", metavar="L", help="only those in this language, such as en")
    parser.add_argument("--sort", choices=tuple(SORTS), default="name", help="order (default: name)")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=ls)
    parser = commands.add_parser("stats", description="Show a clean folder in numbers.")
    add_clean_argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=stats)


JSON_COLUMNS = (
    "source", "clean", "status", "title", "format", "producer", "language", "encoding", "raw_bytes", "raw_chars",
    "removed_chars", "edits", "findings", "reason",
)  # fmt: skip
"""What `ingest ls --json` tells of a document, beside its rules."""


def ls(arguments: argparse.Namespace) -> int:
    """List documents."""
    where, values = _wanted(arguments)
    with Catalog(arguments.clean) as catalog:
        rows = list(catalog.documents(where, *values, order=SORTS[arguments.sort]))
    if arguments.json:
        print_json([{**{n: row[n] for n in JSON_COLUMNS}, "rules": json.loads(row["rules"] or "{}")} for row in rows])
    elif rows:
        head = ("removed", "edits", "findings", "status", "format", "document", "title")
        page(table(head, map(_columns, rows), right=(0, 1, 2), paths=(5,)))
    else:
        print(f"No document of {arguments.clean} is like that." if values else f"{arguments.clean} holds no documents.")
    return DONE


def _wanted(arguments: argparse.Namespace) -> tuple[str, list[str]]:
    """Which documents are asked for, as SQL and the values in it. Raises UsageError for a code that no rule has."""
    where, values = ["1"], []
    if arguments.finding:
        where.append("id IN (SELECT document FROM findings WHERE rule LIKE ?)")
        values.append(known_code(arguments.finding) + "%")
    if arguments.rule:
        where.append(
            "id IN (SELECT document FROM edits WHERE rule LIKE ? UNION SELECT document FROM blocks WHERE rule LIKE ?)"
        )
        values += [known_code(arguments.rule) + "%"] * 2
    for name in ("status", "format", "language"):
        if getattr(arguments, name):
            where.append(f"{name} = ?")
            values.append(getattr(arguments, name))
    return " AND ".join(where), values


def _columns(row: sqlite3.Row) -> tuple[object, ...]:
    share = "" if not row["raw_chars"] else f"{row['removed_chars'] / row['raw_chars']:.1%}"
    title = row["title"] if row["status"] != "quarantined" else f"{row['stage']}: {row['reason']}"
    return share, row["edits"], row["findings"], row["status"], row["format"], row["source"], title


def stats(arguments: argparse.Namespace) -> int:
    """Count everything."""
    with Catalog(arguments.clean) as catalog:
        numbers = numbers_of(catalog)
    if arguments.json:
        print_json(numbers)
    else:
        page("\n".join(_sections(numbers)).strip("\n"))
    return DONE


def numbers_of(catalog: Catalog) -> dict[str, Any]:
    """The folder in numbers: totals, and counts by rule, finding, format, language, encoding, producer and status."""
    numbers: dict[str, Any] = {"totals": catalog.totals()}
    for key, table_of, count in (("rules", "edits", "sum(repeat)"), ("findings", "findings", "count(*)")):
        query = (
            f"SELECT rule, {count}, count(DISTINCT document) FROM {table_of}"  # noqa: S608 - names from the line above
            " JOIN documents ON documents.id = document WHERE status = 'clean' GROUP BY rule ORDER BY rule"
        )
        numbers[key] = [
            {"rule": rule, "name": name_of(rule), table_of: number, "documents": documents}
            for rule, number, documents in catalog.db.execute(query)
        ]
    columns = ("status", "format", "producer", "language", "encoding")
    counts: dict[str, Counter[str]] = {name: Counter() for name in columns}
    for row in catalog.documents():
        for name in columns:
            if row[name]:
                counts[name][row[name]] += 1
    for name, counter in counts.items():
        numbers[name] = dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
    return numbers


def _sections(numbers: dict[str, Any]) -> Iterator[str]:
    totals = numbers["totals"]
    yield style(f"{counted(totals['documents'], 'document')}, {totals['quarantined']:,} in quarantine", "bold")
    yield f"{totals['edits']:,} edits, {totals['removed_chars']:,} characters removed, {totals['findings']:,} findings"
    if numbers["rules"]:
        rows = [(one["edits"], one["documents"], one["rule"], one["name"]) for one in numbers["rules"]]
        yield "\n" + table(("edits", "documents", "rule", "name"), rows, right=(0, 1))
    if numbers["findings"]:
        rows = [(one["findings"], one["documents"], one["rule"], one["name"]) for one in numbers["findings"]]
        yield "\n" + table(("findings", "documents", "rule", "name"), rows, right=(0, 1))
    for name in ("status", "format", "producer", "language", "encoding"):
        if numbers[name]:
            yield "\n" + table(
                ("documents", name), [(number, value) for value, number in numbers[name].items()], right=(0,)
            )
