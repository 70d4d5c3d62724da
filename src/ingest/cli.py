"""The command `ingest`: reads the arguments, calls a command, and turns errors into words and exit codes."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from ingest import __version__
from ingest.errors import IngestError

COMMANDS = {
    "run": ("run", "clean a raw folder into a clean folder"),
    "serve": ("serve", "run on a schedule until stopped"),
    "check": ("check", "show what cleaning would find and change; writes nothing"),
    "show": ("show", "show what is known of a document: metadata with its origins, edits, findings, digests"),
    "undo": ("show", "write a document's raw bytes back to standard output"),
    "diff": ("diff", "show what was changed in a document"),
    "verify": ("verify", "prove that nothing was lost: digests, apply and undo of every document"),
    "report": ("report", "write the report: one page that shows what happened to each document"),
    "export": ("export", "write the documents as sharded records, or as Markdown for another tool"),
    "ls": ("listing", "list the documents"),
    "stats": ("listing", "count rules, findings, formats, languages"),
    "runs": ("history", "list the runs, newest first"),
    "log": ("history", "show the log of a run"),
    "compare": ("history", "show what differs between two runs, and why"),
    "rules": ("rules", "list all rules"),
    "rule": ("rules", "show a rule's page"),
    "schema": ("schema", "print the schema of the front matter"),
    "exempt": ("adjust", "keep a rule away from a document or a glob of documents"),
    "try": ("adjust", "show what rules would do over a folder, before they are switched on"),
    "suggest": ("suggest", "propose rules for lines that recur over many documents of one source"),
    "completion": ("completion", "print a completion script for bash, zsh or fish"),
}
"""For each command, in the order of the help: the module that has it, which is loaded when it is named, and what it does."""

DESCRIPTION = "Turn a folder of messy scraped files into clean canonical documents with provenance."

EPILOG = """to begin:
  ingest run RAW CLEAN     clean a folder; then open CLEAN/.ingest/report.html
  ingest COMMAND --help    what a command takes

exit codes: 0 done; 1 done, but something needs a person; 2 wrong usage, wrong configuration or an internal error
"""


class Parser(argparse.ArgumentParser):
    """A parser whose errors name the nearest right command or option."""

    first: str | None = None
    """The first word of the command line that it is for."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and what was probably meant, and exit with 2."""
        from ingest.commands.common import WRONG
        from ingest.commands.terminal import printable
        from ingest.config import nearest

        wrong = re.search(r"argument (.*): invalid choice: '(.*?)' \(choose from (.*)\)", message, re.DOTALL)
        unknown = re.search(r"unrecognized arguments:.*?(--[a-z-]+)", message)
        if wrong:
            what, given = wrong[1], wrong[2]
            choices = re.findall(r"[\w.-]+", wrong[3])
            message = f"{what}: {given!r} is no choice" if what.startswith("-") else f"{given!r} is no {what.lower()}"
            message += nearest(given, choices) or f"; choose from {', '.join(choices)}"
        elif unknown:
            message += nearest(unknown[1], _flags(build_parser(self.first)))
        prog = f"{self.prog} {self.first}" if self.first in COMMANDS else self.prog
        print(f"{prog}: {printable(message)}\n{prog} --help tells more", file=sys.stderr)
        raise SystemExit(WRONG)


def _flags(parser: argparse.ArgumentParser) -> list[str]:
    """The options of a parser and of the parsers below it."""
    flags: list[str] = []
    for action in parser._actions:  # noqa: SLF001 - argparse shows its options nowhere else
        flags += action.option_strings
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            flags += [flag for one in action.choices.values() for flag in _flags(one)]
    return flags


class _Commands:
    """Where the modules add their commands: each gets what it does from the table."""

    def __init__(self, commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
        self._commands = commands

    def add_parser(self, name: str, **settings: Any) -> argparse.ArgumentParser:  # noqa: ANN401 - as argparse takes them
        """A command's own parser."""
        parser: argparse.ArgumentParser = self._commands.add_parser(name, help=COMMANDS[name][1], **settings)
        return parser


def build_parser(first: str | None = None) -> argparse.ArgumentParser:
    """The parser with all commands, or with what it takes to read a command line whose first word is `first`.

    That is the command of that name; where it names none, the names of all of them without their options.
    """
    parser = Parser(
        prog="ingest",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ingest {__version__}")
    parser.first = first
    commands = _Commands(parser.add_subparsers(title="commands", metavar="COMMAND", required=True))
    if first is None or first in COMMANDS:
        modules = (
            [COMMANDS[first][0]] if first is not None else dict.fromkeys(module for module, _ in COMMANDS.values())
        )
        for module in modules:
            import_module(f"ingest.commands.{module}").add(commands)
    else:
        for name in COMMANDS:
            commands.add_parser(name)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; an error is one line on standard error.

    Only an error of ingest itself shows where it arose, since that is what its report needs.
    """
    argv = sys.argv[1:] if argv is None else argv
    first = argv[0] if argv else "--help"
    # An option of a command before its name: wrong, but to say so takes all of them.
    early = first.startswith("-") and first not in {"-h", "--help", "--version"}
    parser = build_parser(None if early else first)

    if not argv:
        from ingest.commands.common import WRONG

        parser.print_help(sys.stderr)
        return WRONG
    arguments = parser.parse_args(argv)

    if not gc.isenabled():  # as `__main__` leaves it
        gc.freeze()
        gc.enable()
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    """Run the command that was named; what it raises becomes words and an exit code."""
    from ingest.commands.common import INTERRUPTED, WRONG

    try:
        code: int = arguments.run(arguments)
    except IngestError as error:
        print(f"ingest: {error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print("ingest: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, a pager) had enough: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"ingest: {_reason(error)}", file=sys.stderr)
        return WRONG
    except Exception:  # noqa: BLE001 - whatever it is, the exit code must not say that a person has to look at documents
        import traceback

        traceback.print_exc()
        print("ingest: this is an error of ingest itself; please report it with the lines above", file=sys.stderr)
        return WRONG
    return code


def _reason(error: OSError) -> str:
    """What the system refused, and on which file."""
    from ingest.commands.terminal import printable

    where = "" if error.filename is None else f"{printable(os.fsdecode(error.filename))}: "
    return f"{where}{error.strerror or error}"
