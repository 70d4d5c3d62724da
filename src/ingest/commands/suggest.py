"""`ingest suggest`: rules that the folder itself proposes, from lines that recur over many documents of one source."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from ingest.commands.common import DONE, add_config_option, whole_number
from ingest.commands.locate import add_clean_argument
from ingest.commands.terminal import page, print_json, printable, style
from ingest.config import load
from ingest.errors import UsageError
from ingest.recurring import LEAST_DOCUMENTS, LEAST_SHARE, Suggestion, suggest
from ingest.store import Catalog

SHOWN = 6
"""Lines of a suggestion that are shown."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "suggest",
        description="Look for lines that recur over the documents of one folder (site navigation, footers, teasers) and "
        "propose each group as a rule, with counts and an example. Accepted ones are entered in ingest.yaml with examples "
        "from the folder, and run from the next run on.",
    )
    add_clean_argument(parser)
    parser.add_argument(
        "--least",
        type=whole_number(2),
        default=LEAST_DOCUMENTS,
        metavar="N",
        help=f"in how many documents of a folder a line must stand (default: {LEAST_DOCUMENTS})",
    )
    parser.add_argument(
        "--share",
        type=_share,
        default=LEAST_SHARE,
        metavar="S",
        help=f"and in what share of them, 0 to 1 (default: {LEAST_SHARE})",
    )
    parser.add_argument(
        "--accept", metavar="N,N", help="enter these suggestions (by their numbers) in the configuration"
    )
    add_config_option(parser, entered=True)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=run)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share, 0 to 1")
    return share


def run(arguments: argparse.Namespace) -> int:
    """Show suggestions, or enter some of them."""
    with Catalog(arguments.clean) as catalog:
        found = list(suggest(catalog, arguments.least, arguments.share))
    if arguments.accept:
        return _accept(found, arguments.accept, arguments.config)
    if arguments.json:
        print_json([{"number": number, **_as_json(one)} for number, one in enumerate(found, 1)])
        return DONE
    if not found:
        print("No line recurs often enough in the documents of one folder.")
        return DONE
    page("\n\n".join(_shown(number, one) for number, one in enumerate(found, 1)))
    return DONE


def _as_json(one: Suggestion) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("source", "lines", "documents", "of", "example", "leave")}


def _shown(number: int, one: Suggestion) -> str:
    head = style(f"{number}.", "bold") + f" in {one.documents:,} of {one.of:,} documents of {printable(one.source)}/"
    lines = [f"     {printable(line)}" for line in one.lines[:SHOWN]]
    if len(one.lines) > SHOWN:
        lines.append(f"     … {len(one.lines) - SHOWN:,} more lines")
    return "\n".join([head, *lines, style(f"     for example {printable(one.example)}", "dim")])


def _accept(found: list[Suggestion], chosen: str, config: Path) -> int:
    """Enter the chosen suggestions. Raises UsageError for a number that there is none of."""
    from ingest.settings import add_items

    numbers = [part.strip() for part in chosen.split(",") if part.strip()]
    for number in numbers:
        if not number.isdigit() or not 1 <= int(number) <= len(found):
            raise UsageError(f"there is no suggestion {number!r}: `ingest suggest` lists them")
    own = load(config if config.exists() else None).rules
    taken = {one.code for one in own}
    codes = (code for count in range(1, 1000) if (code := f"USR{count:03}") not in taken)
    items = []
    for number, code in zip(numbers, codes, strict=False):
        one = found[int(number) - 1]
        items.append(
            {
                "code": code,
                "name": _name(one),
                "lines": list(one.lines),
                "path": f"{one.source}/*" if one.source != "." else "*",
                "action": "remove",
                "match": [one.lines[0]],
                "leave": list(one.leave),
            }
        )
    add_items(config, "rules", items)
    load(config)
    for item in items:
        print(f"{item['code']} {item['name']} is entered in {config}: the next `ingest run` takes it up")
    return DONE


def _name(one: Suggestion) -> str:
    words = re.findall(r"[a-z0-9]+", f"{one.source} {one.lines[0]}".lower())
    return "-".join(words[:6]) or "recurring-lines"
