"""`ingest schema`: what the front matter of every clean document looks like."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from ingest.commands.common import DONE
from ingest.commands.terminal import print_json
from ingest.metadata.guide import markdown
from ingest.metadata.schema import schema


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "schema",
        description="Print the JSON Schema (draft 2020-12) of the canonical front matter.",
    )
    parser.add_argument("--markdown", action="store_true", help="the page on metadata (docs/metadata.md) instead")
    parser.set_defaults(run=print_schema)


def print_schema(arguments: argparse.Namespace) -> int:
    """Print the schema, or the page that explains it."""
    if arguments.markdown:
        sys.stdout.write(markdown())
    else:
        print_json(schema())
    return DONE
