"""`ingest diff`: what was changed in one document, by lines or by words."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ingest.commands.common import DONE
from ingest.commands.locate import add_clean_option, find
from ingest.commands.terminal import coloured, page, print_json, printable, style
from ingest.errors import UsageError

if TYPE_CHECKING:
    from ingest.report.hunks import Hunk


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "diff",
        help="show what was changed in a document",
        description="Show the difference between a document's raw text and the clean one. The raw text is rebuilt from the "
        "clean file and the ledger: the raw file need not be there any more.",
    )
    parser.add_argument("doc", metavar="DOC", help="a clean or a raw path")
    add_clean_option(parser)
    parser.add_argument("--word", action="store_true", help="by words: removed and inserted text in its place")
    parser.add_argument("--json", action="store_true", help="the differences as JSON: place, before, after, rules")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the difference."""
    from ingest.report.hunks import compose
    from ingest.verify import Broken, load

    with find(arguments.doc, arguments.clean) as found:
        try:
            document = load(found.catalog, found.row)
        except Broken as broken:
            raise UsageError(f"{printable(found.row['source'])}: {broken}") from broken
    hunks = compose(document.raw, document.passes)
    if arguments.json:
        print_json(
            [
                {"start": h.start, "end": h.end, "before": h.before, "after": h.after, "rules": rules_of(h)}
                for h in hunks
            ]
        )
        return DONE
    if arguments.word:
        page(word_diff(document.raw, hunks))
    else:
        page(line_diff(document.raw, hunks, found.row["source"], found.row["clean"]))
    return DONE


def rules_of(hunk: Hunk) -> list[str]:
    """The codes that made a hunk, each once."""
    return list(dict.fromkeys(rule for rule, _ in hunk.why))


def line_diff(raw: str, hunks: Sequence[Hunk], old: str, new: str) -> str:
    """A unified diff as text, coloured on a terminal; an empty string where nothing differs."""
    from ingest.report.diffs import unified

    lines = list(unified(raw, hunks))
    if not lines:
        return ""
    colour = coloured()
    out = [style(f"--- {printable(old)}", "bold", on=colour), style(f"+++ {printable(new)}", "bold", on=colour)]
    kinds = {"-": ("red",), "+": ("green",), "@": ("cyan",)}
    for mark, text in lines:
        shown = printable(text, "\t")
        line = shown if mark == "@" else mark + shown
        out.append(style(line, *kinds[mark], on=colour) if mark in kinds else line)
    return "\n".join(out)


def word_diff(raw: str, hunks: Iterable[Hunk]) -> str:
    """A word diff as text: struck red and green on a terminal, `[-…-]` and `{+…+}` elsewhere."""
    from ingest.report.diffs import words

    colour = coloured()
    out = []
    for mark, text in words(raw, list(hunks)):
        shown = printable(text, "\t\n")
        if mark == "@":
            out.append("\n" + style("···", "dim", on=colour) + "\n")
        elif mark == " ":
            out.append(shown)
        elif colour:
            out.append(_painted(shown, mark))
        else:
            out.append(f"[-{shown}-]" if mark == "-" else f"{{+{shown}+}}")
    return "".join(out).strip("\n")


def _painted(text: str, mark: str) -> str:
    names = ("red", "strike") if mark == "-" else ("green", "underline")
    return "\n".join(style(line or ("⏎" if mark == "-" else ""), *names, on=True) for line in text.split("\n"))
