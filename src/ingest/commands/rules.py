"""`ingest rules` and `ingest rule`: what the tool knows, in its own words."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ingest.codes import all_codes
from ingest.commands.common import DONE, counted
from ingest.commands.terminal import page, print_json, style, table
from ingest.config import nearest
from ingest.errors import UsageError


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the commands."""
    parser = commands.add_parser("rules", description="List all rules, in the order they run.")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--markdown", action="store_true", help="all pages as one Markdown document (docs/rules.md)")
    parser.add_argument(
        "--counts",
        type=Path,
        metavar="FILE",
        help="with --markdown: show how often each rule did something, from a file made by benchmarks/corpora.py",
    )
    parser.set_defaults(run=list_rules)
    parser = commands.add_parser("rule", description="Show what a rule does, why, and when it is not safe.")
    parser.add_argument("code", metavar="CODE", help="a code, such as REF001, or a name")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=show_rule)


def list_rules(arguments: argparse.Namespace) -> int:
    """List the rules. Raises UsageError for options that do not go together, or counts that cannot be read."""
    codes = all_codes()
    if arguments.counts and not arguments.markdown:
        raise UsageError("--counts goes with --markdown")
    if arguments.markdown:
        sys.stdout.write(markdown(read_counts(arguments.counts) if arguments.counts else {}))
    elif arguments.json:
        print_json([_json(code) for code in codes])
    else:
        rows = [(code, name, safety, text.partition("\n")[0]) for code, (name, safety, text) in codes.items()]
        page(table(("rule", "name", "safety", "what it does"), rows, whole=(0, 1)))
    return DONE


def show_rule(arguments: argparse.Namespace) -> int:
    """Show one page. Raises UsageError, with the nearest code or name, for one that is not known."""
    codes = all_codes()
    wanted = arguments.code
    by_name = {name: code for code, (name, _, _) in reversed(codes.items())}  # of two the rule, which comes first
    code = wanted.upper() if wanted.upper() in codes else by_name.get(wanted.lower(), "")
    if not code:
        raise UsageError(f"{wanted!r} is no rule{_nearest(wanted, list(codes), list(by_name))}")
    if arguments.json:
        print_json(_json(code))
        return DONE
    name, safety, text = codes[code]
    page(f"{style(f'{code} {name}', 'bold')}  ({safety})\n\n{text}")
    return DONE


def _nearest(wanted: str, codes: list[str], names: list[str]) -> str:
    if begin := sorted(code for code in codes if code.startswith(wanted.upper())):
        return f" but the beginning of {counted(len(begin), 'rule')}: {', '.join(begin)}"
    return nearest(wanted.upper(), codes) or nearest(wanted.lower(), names) or "; `ingest rules` lists them"


def _json(code: str) -> dict[str, str]:
    name, safety, text = all_codes()[code]
    return {"code": code, "name": name, "safety": safety, "page": text}


FAMILIES = {
    "ENC": "Encoding",
    "REF": "References",
    "IMG": "Images and other media",
    "WEB": "What web pages put around a text",
    "TXT": "Lines and blanks",
    "DMG": "Damage that is reported, not repaired",
    "META": "Metadata",
    "NEWS": "Layout of news texts",
    "HTML": "Web pages turned into Markdown",
    "WIK": "Wiki pages turned into Markdown",
    "DOC": "The document as a whole",
    "RUN": "The rules themselves",
}
"""Headings of `docs/rules.md`, by the letters of the codes."""


def read_counts(path: Path) -> dict[str, Any]:
    """The counts of a collection, as `benchmarks/corpora.py` writes them. Raises UsageError for another file."""
    try:
        counts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{path}: cannot read the counts: {reason}") from error
    if not isinstance(counts, dict) or not {"collection", "rules"} <= set(counts):
        raise UsageError(f"{path}: these are no counts; `benchmarks/corpora.py FOLDER --counts FILE` writes them")
    return counts


def _seen(code: str, counts: Mapping[str, Any]) -> str:
    """What a rule did in the collection, as a line below its page; nothing where no collection was counted."""
    if not counts:
        return ""
    found = counts["rules"].get(code)
    if not found:
        return "Not met in the collection."
    times = [
        counted(found[kind], name)
        for kind, name in (("edits", "edit"), ("findings", "finding"), ("blocks", "dropped block"))
        if kind in found
    ]
    return f"In the collection: {', '.join(times)} in {counted(found['documents'], 'document')}."


def markdown(counts: Mapping[str, Any] | None = None) -> str:
    """All pages in one document, grouped by family: the content of `docs/rules.md`.

    `counts` are those of `read_counts`; with them each page ends with what the rule did in that collection.
    """
    counts = counts or {}
    codes = all_codes()
    families: dict[str, list[str]] = {}
    for code in codes:
        families.setdefault(code.rstrip("0123456789"), []).append(code)
    out = [
        "# The rules",
        "",
        "Made from the rules' own pages by `make rules`; change it there, in the code.",
        "",
        "*safe* rules always run. *unsafe* ones run when they are asked for (`--unsafe-rules`, or by their code in",
        "`--extend-select`). *display-only* ones change nothing and make findings. *built in* is what the pipeline itself",
        "records.",
        "",
    ]
    if counts:
        total = counts["collection"]
        text = (
            f"The counts come from a collection of {total['documents']:,} documents ({total['about']}), by "
            "`benchmarks/corpora.py FOLDER --samples --counts docs/rule-counts.json`. A rule that was not met there "
            "has only its own cases, in `tests/rules`, to stand on."
        )
        out += [textwrap.fill(text, 118, break_on_hyphens=False), ""]
    for family, members in families.items():
        out += [f"## {FAMILIES.get(family, family)}", ""]
        for code in members:
            name, safety, text = codes[code]
            out += [f"### {code} {name}", "", f"*{safety}*", "", text, ""]
            if line := _seen(code, counts):
                out += [f"*{line}*", ""]
    return "\n".join(out)
