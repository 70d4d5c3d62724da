"""`ingest export`: the documents as sharded records for DuckDB, pandas and datasets, or as Markdown for another tool."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ingest.commands.common import DONE, NEEDS_A_PERSON, counted
from ingest.commands.locate import add_clean_argument
from ingest.commands.terminal import print_json, printable

TOOLS = ("hugo", "jekyll", "obsidian", "pandoc")
"""The keys of `dialects.TOOLS`, here so that the command line does not load it."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        description="Write every document of CLEAN as a record, with its fields as columns, its provenance and its ledger, "
        "into compressed shards that DuckDB, pandas and datasets read. With --for, write a Markdown file a document, with "
        "the front matter keys that a tool uses and nothing in it that the tool would run. An earlier export in FOLDER is "
        "replaced.",
    )
    add_clean_argument(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="where to: a folder of its own"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--format",
        choices=("jsonl", "parquet"),
        default="jsonl",
        help="JSON lines compressed with zstd (jsonl, the default), or Parquet, which needs ingest[parquet]",
    )
    form.add_argument(
        "--for", dest="tool", choices=TOOLS, help="Markdown files as this tool takes them, in place of records"
    )
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Export, say what was written, and give the exit code. Raises UsageError as export.export does."""
    if arguments.tool:
        from ingest.copies import export_documents

        result = export_documents(arguments.clean, arguments.output, arguments.tool)
    else:
        from ingest.export import export

        result = export(arguments.clean, arguments.output, arguments.format)
    if arguments.json:
        print_json(asdict(result))
    elif arguments.tool:
        print(f"{counted(result.documents, 'document')} for {arguments.tool} in {printable(result.folder)}")
    else:
        shards = counted(len(result.shards), "shard")
        print(f"{counted(result.documents, 'document')} in {shards} in {printable(result.folder)}")
    for source, reason in result.left_out.items():
        print(f"left out: {printable(source)}: {printable(reason)}", file=sys.stderr)
    return NEEDS_A_PERSON if result.left_out else DONE
