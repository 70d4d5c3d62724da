"""`ingest rules` and `ingest rule`: what the tool knows, in its own words."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from ingest.codes import all_codes
from ingest.commands.common import DONE
from ingest.commands.terminal import page, print_json, style, table
from ingest.config import nearest
from ingest.errors import UsageError


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the commands."""
    parser = commands.add_parser("rules", help="list all rules", description="List all rules, in the order they run.")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--markdown", action="store_true", help="all pages as one Markdown document (docs/rules.md)")
    parser.set_defaults(run=list_rules)
    parser = commands.add_parser(
        "rule", help="show a rule's page", description="Show what a rule does, why, and when it is not safe."
    )
    parser.add_argument("code", metavar="CODE", help="a code, such as REF001, or a name")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=show_rule)


def list_rules(arguments: argparse.Namespace) -> int:
    """List the rules."""
    codes = all_codes()
    if arguments.markdown:
        sys.stdout.write(markdown())
    elif arguments.json:
        print_json([_json(code) for code in codes])
    else:
        rows = [(code, name, safety, text.partition("\n")[0]) for code, (name, safety, text) in codes.items()]
        page(table(("rule", "name", "safety", "what it does"), rows))
    return DONE


def show_rule(arguments: argparse.Namespace) -> int:
    """Show one page. Raises UsageError, with the nearest code or name, for one that is not known."""
    codes = all_codes()
    wanted = arguments.code
    by_name = {name: code for code, (name, _, _) in codes.items()}
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
    "WIKI": "Wiki pages turned into Markdown",
    "DOC": "The document as a whole",
    "RUN": "The rules themselves",
}
"""Headings of `docs/rules.md`, by the letters of the codes."""


def markdown() -> str:
    """All pages in one document, grouped by family: the content of `docs/rules.md`."""
    codes = all_codes()
    families: dict[str, list[str]] = {}
    for code in codes:
        families.setdefault(code.rstrip("0123456789"), []).append(code)
    out = [
        "# The rules",
        "",
        "Made from the rules' own pages by `ingest rules --markdown > docs/rules.md`; change it there, in the code.",
        "",
        "*safe* rules always run. *unsafe* ones run when they are asked for (`--unsafe-rules`, or by their code in",
        "`--select`). *display-only* ones change nothing and make findings. *built in* is what the pipeline itself records.",
        "",
    ]
    for family, members in families.items():
        out += [f"## {FAMILIES.get(family, family)}", ""]
        for code in members:
            name, safety, text = codes[code]
            out += [f"### {code} {name}", "", f"*{safety}*", "", text, ""]
    return "\n".join(out)
