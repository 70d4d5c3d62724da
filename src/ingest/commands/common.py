"""Arguments and helpers that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import UsageError
from ingest.parts import FORMS
from ingest.places import Location, location

if TYPE_CHECKING:
    from ingest.config import Config

DONE = 0
NEEDS_A_PERSON = 1
WRONG = 2
INTERRUPTED = 130
"""Exit codes; 130 is the shell's own for an interrupt (128 + SIGINT)."""


def folder(text: str) -> Location:
    """A folder as an argument: a path, or the URL of one. Raises argparse.ArgumentTypeError."""
    try:
        return location(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    """The options that choose rules and configuration."""
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--select", metavar="CODES", help="only these rules: codes or their beginnings, as in REF,IMG001"
    )
    group.add_argument("--extend-select", metavar="CODES", help="these rules as well, also such as are off by default")
    group.add_argument("--ignore", metavar="CODES", help="all but these rules")
    group.add_argument(
        "--unsafe-rules", action="store_true", default=None, help="also the rules that are off by default"
    )
    group.add_argument("--config", metavar="FILE", type=Path, help="configuration (default: ingest.yaml here, if any)")


RULE_OPTIONS = ("select", "extend_select", "ignore", "unsafe_rules", "output")
"""Options that are settings of the same name."""


def add_output_option(parser: argparse.ArgumentParser) -> None:
    """The option that says what a run writes."""
    parser.add_argument(
        "--output",
        choices=FORMS,
        metavar="FORM",
        help="what to write: files, a Markdown file a document (the default), or records of the documents in compressed"
        " files: jsonl, or parquet (extra ingest[parquet])",
    )


def config_of(arguments: argparse.Namespace) -> Config:
    """The configuration that file and options give together. Raises UsageError."""
    from ingest.config import load

    return load(arguments.config, **{name: getattr(arguments, name, None) for name in RULE_OPTIONS})
