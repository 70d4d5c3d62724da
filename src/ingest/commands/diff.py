"""`ingest diff`: what was changed in one document, by lines or by words."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ingest.commands.common import DONE, whole_number
from ingest.commands.locate import add_clean_option, find
from ingest.commands.terminal import coloured, page, print_json, printable, style
from ingest.errors import UsageError

if TYPE_CHECKING:
    from ingest.model import Pass
    from ingest.report.hunks import Hunk


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "diff",
        description="Show the difference between a document's raw text and the clean one. The raw text is rebuilt from the "
        "clean file and the ledger: the raw file need not be there any more. Of a page that was converted (HTML, wikitext) "
        "its text is shown as Markdown, with what was dropped where it stood: rule, name, line:column in the page.",
    )
    parser.add_argument("doc", metavar="DOC", help="a clean or a raw path")
    add_clean_option(parser)
    parser.add_argument("--word", action="store_true", help="by words: removed and inserted text in its place")
    parser.add_argument(
        "-U",
        "--context",
        type=whole_number(0, "number of lines"),
        default=3,
        metavar="N",
        help="unchanged lines around each change (default: 3)",
    )
    parser.add_argument("--json", action="store_true", help="the differences as JSON: place, before, after, rules")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the difference."""
    from ingest.verify import Broken, load

    with find(arguments.doc, arguments.clean) as found:
        try:
            document = load(found.catalog, found.row)
        except Broken as broken:
            raise UsageError(f"{printable(found.row['source'])}: {broken}") from broken
        blocks = [tuple(one)[2:] for one in found.catalog.blocks(found.row["id"])]
    views = views_of(document.raw, document.passes, blocks, found.row["source"], found.row["clean"])
    if arguments.json:
        print_json([entry for view in views for entry in _entries(view)])
    elif arguments.word:
        page("\n\n".join(filter(None, map(word_diff, views))))
    else:
        page(line_diff(views, arguments.context))
    return DONE


class View(NamedTuple):
    """What a person compares: the name of a text, the name and the differences of what became of it.

    `of` says which text that is: `raw`, or the `markdown` of a page, with the blocks in it that were dropped.
    """

    old: str
    new: str
    text: str
    hunks: Sequence[Hunk]
    of: str = "raw"


def views_of(raw: str, passes: Sequence[Pass], blocks: Sequence[Sequence[str]], old: str, new: str) -> list[View]:
    """What is to be shown of a document with these passes and dropped blocks (rule, place, reason, text).

    A page is shown as Markdown; what was repaired in its source before it became that follows.
    """
    from ingest.report.dropped import put_back
    from ingest.report.hunks import compose, story

    told = story(raw, passes)
    if not told.converted:
        return [View(old, new, raw, compose(raw, passes))]
    view = View(f"{old} (as Markdown, with what was dropped)", new, *put_back(told, blocks), "markdown")
    source = View(old, f"{old} (repaired before it became Markdown)", raw, compose(raw, told.repairs))
    return [view, source] if source.hunks else [view]


def _entries(view: View) -> Iterator[dict[str, Any]]:
    """Differences for JSON. In `markdown` positions do not count what was dropped."""
    shift = 0
    for one in view.hunks:
        start = one.start - shift
        shift += len(one.before) if one.label else 0
        yield {
            "of": view.of,
            "start": start,
            "end": one.end - shift,
            "before": one.before.removesuffix("\n") if one.label else one.before,
            "after": one.after,
            "rules": list(dict.fromkeys(rule for rule, _ in one.why)),
            "notes": list(dict.fromkeys(note for _, note in one.why if note)),
        }


def line_diff(views: Iterable[View], context: int = 3) -> str:
    """A unified diff as text, coloured on a terminal; an empty string where nothing differs."""
    colour = coloured()
    return "\n".join(line for view in views for line in _line_diff(view, context, colour=colour))


def _line_diff(view: View, context: int, *, colour: bool) -> Iterator[str]:
    from ingest.report.diffs import unified

    kinds = {"-": ("red",), "+": ("green",), "@": ("cyan",)}
    for number, (mark, text, label) in enumerate(unified(view.text, view.hunks, context)):
        if not number:
            yield style(f"--- {printable(view.old)}", "bold", on=colour)
            yield style(f"+++ {printable(view.new)}", "bold", on=colour)
        shown = printable(text, "\t")
        if mark == "@":
            yield style(shown, "cyan", on=colour)
        elif label:
            yield style(f"-[{printable(label)}]", "magenta", on=colour) + style(f" {shown}", "red", on=colour)
        else:
            yield style(mark + shown, *kinds[mark], on=colour) if mark in kinds else mark + shown


def word_diff(view: View) -> str:
    """A word diff as text: struck red and green on a terminal, `[-…-]` and `{+…+}` elsewhere."""
    from ingest.report.diffs import words

    colour = coloured()
    out = []
    for mark, text, label in words(view.text, view.hunks):
        shown = printable(text, "\t\n")
        if mark == "@":
            out.append("\n" + style("···", "dim", on=colour) + "\n")
        elif mark == " ":
            out.append(shown)
        elif label:
            out.append(_labelled(shown.removesuffix("\n"), printable(label), colour=colour) + "\n")
        elif colour:
            out.append(_painted(shown, mark))
        else:
            out.append(f"[-{shown}-]" if mark == "-" else f"{{+{shown}+}}")
    return "".join(out).strip("\n")


def _labelled(text: str, label: str, *, colour: bool) -> str:
    if colour:
        return f"{style(f'[{label}]', 'magenta', on=True)} {_painted(text, '-')}"
    return f"[-[{label}] {text}-]"


def _painted(text: str, mark: str) -> str:
    names = ("red", "strike") if mark == "-" else ("green", "underline")
    return "\n".join(style(line or ("⏎" if mark == "-" else ""), *names, on=True) for line in text.split("\n"))
