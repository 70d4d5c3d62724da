"""Arguments and helpers that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
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


Group = argparse._ActionsContainer  # noqa: SLF001 - what a parser and a group of its options have in common; it has no public name
"""A parser, or a group of its options: where an option is declared."""


def folder(text: str) -> Location:
    """A folder as an argument: a path, or the URL of one. Raises argparse.ArgumentTypeError."""
    try:
        return location(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def whole_number(least: int, what: str = "whole number") -> Callable[[str], int]:
    """What reads a whole number from `least` on as an argument; it raises argparse.ArgumentTypeError for anything else."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"{text!r} is no {what}, {least} or more")
        return int(text)

    return read


def known_code(code: str) -> str:
    """A code, or the beginning of one, in capitals. Raises UsageError, with the nearest, for one that is not known."""
    from ingest.codes import all_codes
    from ingest.config import load, nearest

    upper = code.upper()
    codes = [*all_codes(), *(one.code for one in load().rules)]
    if not any(one.startswith(upper) for one in codes):
        raise UsageError(f"no rule begins with {code!r}" + (nearest(upper, codes) or "; `ingest rules` lists them"))
    return upper


def counted(number: int, noun: str) -> str:
    """So many of something, in words: `1 document`, `1,200 documents`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def add_jobs_option(parser: Group) -> None:
    """The option that says how many processes clean."""
    parser.add_argument(
        "-j",
        "--jobs",
        type=whole_number(0),
        default=0,
        metavar="N",
        help="worker processes (default: 0, one a processor)",
    )


def add_config_option(parser: argparse.ArgumentParser, *, entered: bool = False) -> None:
    """The option that names the configuration that is read, or in which something is `entered`."""
    from ingest.config import DEFAULT_NAME

    if entered:
        parser.add_argument(
            "--config",
            type=Path,
            default=Path(DEFAULT_NAME),
            metavar="FILE",
            help=f"configuration in which it is entered (default: {DEFAULT_NAME} here, made if there is none)",
        )
    else:
        parser.add_argument(
            "--config", type=Path, metavar="FILE", help=f"configuration (default: {DEFAULT_NAME} here, if any)"
        )


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
    add_config_option(parser)


RULE_OPTIONS = ("select", "extend_select", "ignore", "unsafe_rules", "output")
"""Options that are settings of the same name."""


def add_output_option(parser: Group) -> None:
    """The option that says what a run writes."""
    parser.add_argument(
        "--output",
        choices=FORMS,
        metavar="FORM",
        help="what to write: files, a Markdown file a document (default), or records of the documents in compressed files:"
        " jsonl, or parquet (extra ingest[parquet])",
    )


def config_of(arguments: argparse.Namespace) -> Config:
    """The configuration that file and options give together. Raises UsageError."""
    from ingest.config import load

    return load(arguments.config, **{name: getattr(arguments, name, None) for name in RULE_OPTIONS})
