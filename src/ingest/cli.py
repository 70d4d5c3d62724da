"""The command `ingest`: reads the arguments, calls a command, and turns errors into words and exit codes."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from ingest import __version__
from ingest.commands import (
    adjust,
    check,
    completion,
    differ,
    export,
    history,
    listing,
    report,
    rules,
    run,
    schema,
    serve,
    show,
    suggest,
    verify,
)
from ingest.commands.common import INTERRUPTED, WRONG
from ingest.commands.terminal import printable
from ingest.config import nearest
from ingest.errors import IngestError

COMMANDS = (
    run,
    serve,
    check,
    show,
    differ,
    verify,
    report,
    export,
    listing,
    history,
    rules,
    schema,
    adjust,
    suggest,
    completion,
)
"""The modules of the commands, in the order of the help."""

DESCRIPTION = "Turn a folder of messy scraped files into clean canonical documents with provenance."

EPILOG = "Exit codes: 0 done; 1 done, but something needs a person; 2 wrong usage, configuration or an internal error."


class Parser(argparse.ArgumentParser):
    """A parser whose errors name the nearest right command or option."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and what was probably meant, and exit with 2."""
        wrong = re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message, re.DOTALL)
        unknown = re.search(r"unrecognized arguments:.*?(--[a-z-]+)", message)
        if wrong:
            choices = re.findall(r"[\w.-]+", wrong[2])
            what = message.partition(":")[0].removeprefix("argument ").lower()
            message = f"{wrong[1]!r} is no {what}" + (
                nearest(wrong[1], choices) or f"; choose from {', '.join(choices)}"
            )
        elif unknown:
            message += nearest(unknown[1], _flags(self))
        print(f"{self.prog}: {printable(message)}\n{self.prog} --help tells more", file=sys.stderr)
        raise SystemExit(WRONG)


def _flags(parser: argparse.ArgumentParser) -> list[str]:
    """The options of a parser and of the parsers below it."""
    flags: list[str] = []
    for action in parser._actions:  # noqa: SLF001 - argparse shows its options nowhere else
        flags += action.option_strings
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            flags += [flag for one in action.choices.values() for flag in _flags(one)]
    return flags


def build_parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    parser = Parser(prog="ingest", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--version", action="version", version=f"ingest {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; an error is one line on standard error, never a traceback."""
    arguments = build_parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except IngestError as error:
        print(f"ingest: {error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print("ingest: interrupted; what was done stays done, run again to complete the folder", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, a pager) had enough: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code
