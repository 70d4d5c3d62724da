"""The command `ingest`: reads the arguments, calls a command, and turns errors into words and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from ingest import __version__
from ingest.commands import run
from ingest.commands.common import INTERRUPTED, WRONG
from ingest.errors import IngestError

COMMANDS = (run,)
"""The modules of the commands, in the order of the help."""

DESCRIPTION = "Turn a folder of messy scraped files into clean canonical documents with provenance."

EPILOG = "Exit codes: 0 done; 1 done, but something needs a person; 2 wrong usage, configuration or an internal error."


def build_parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    parser = argparse.ArgumentParser(prog="ingest", description=DESCRIPTION, epilog=EPILOG)
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
