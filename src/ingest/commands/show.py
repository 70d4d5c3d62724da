"""`ingest show` and `ingest undo`: one document's whole account, and its raw bytes back."""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

from ingest.commands.check import quoted
from ingest.commands.common import DONE, add_config_option, whole_number
from ingest.commands.locate import Found, add_clean_option, find
from ingest.commands.terminal import fitted, page, print_json, printable, style, table, write_bytes
from ingest.errors import IngestError, UsageError
from ingest.places import Location


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the commands."""
    parser = commands.add_parser(
        "show",
        description="Show where each field of a document came from, what each rule did to it, and what needs a person.",
    )
    parser.add_argument("doc", metavar="DOC", help="a clean or a raw path")
    add_clean_option(parser)
    parser.add_argument("--edits", action="store_true", help="each edit with its number, place and text")
    parser.add_argument("--json", action="store_true", help="everything as JSON, each edit included")
    parser.set_defaults(run=show)
    parser = commands.add_parser(
        "undo",
        description="Rebuild the raw file from the clean file and the ledger, check its digest, and write it to standard "
        "output. The raw file need not be there any more.",
    )
    parser.add_argument("doc", metavar="DOC", help="a clean or a raw path")
    add_clean_option(parser)
    parser.add_argument(
        "--edit",
        type=whole_number(1),
        metavar="N",
        help="instead put this one edit back (numbers: ingest show --edits): it is entered in the configuration, and runs "
        "leave that text alone from now on",
    )
    add_config_option(parser, entered=True)
    parser.set_defaults(run=undo)


def undo(arguments: argparse.Namespace) -> int:
    """Write the raw bytes to standard output. Raises IngestError when they cannot be proved to be the right ones."""
    from ingest.verify import Broken, load, raw_bytes

    with find(arguments.doc, arguments.clean) as found:
        row = found.row
        if arguments.edit is not None:
            return _put_back(found, arguments.edit, arguments.config)
        if row["status"] == "quarantined":
            data = _quarantined(found)
        else:
            try:
                data = raw_bytes(load(found.catalog, row))
            except Broken as broken:
                raise IngestError(f"{printable(row['source'])}: {broken}") from broken
    write_bytes(data)
    return DONE


def _put_back(found: Found, number: int, config: Path) -> int:
    """Enter one edit as one that is not to be made. Raises UsageError for a number that no edit of a rule has."""
    from ingest.ledger import unpack
    from ingest.rules.kept import mark
    from ingest.settings import add_code

    edits = found.catalog.edits(found.row["id"])
    source = found.row["source"]
    if not 1 <= number <= len(edits):
        raise UsageError(f"{printable(source)} has edits 1 to {len(edits)}: `ingest show --edits` lists them")
    edit = edits[number - 1]
    if edit["stage"] in WHOLE:
        raise UsageError(f"edit {number} made the document what it is and cannot be put back alone")
    before = unpack(edit["before"])
    fresh = add_code(config, "keep", source, mark(edit["rule"], before))
    what = "is entered" if fresh else "was entered before"
    print(f"{edit['rule']} {quoted(before)} {what} in {config}: `ingest run` leaves it in {printable(source)}")
    return DONE


def _quarantined(found: Found) -> bytes:
    """The bytes of a refused input, which were kept as they came."""
    from ingest.files import quarantine_folder
    from ingest.provenance import sha256

    path = quarantine_folder(found.catalog.clean, str(found.row["source"])) / "raw"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise IngestError(f"{path}: cannot be read: {error.strerror}") from error
    if sha256(data) != found.row["raw_sha256"]:
        raise IngestError(f"{path} holds other bytes than those that came in")
    return data


def show(arguments: argparse.Namespace) -> int:
    """Print a document's account."""
    with find(arguments.doc, arguments.clean) as found:
        account = account_of(found)
    if arguments.json:
        print_json(account)
    elif arguments.edits:
        page(_each_edit(account["edits"]) if account["edits"] else f"no edits: {printable(account['status'])}")
    else:
        page(describe(account, found.row, found.catalog.clean))
    return DONE


def account_of(found: Found) -> dict[str, Any]:
    """Everything that the catalog knows of a document, as JSON can hold it."""
    row, catalog = found.row, found.catalog
    names = (
        "source", "clean", "status", "run", "recipe", "raw_sha256", "raw_bytes", "clean_sha256", "clean_bytes",
        "body_sha256", "format", "layout", "producer", "encoding", "encoding_basis", "language", "title", "raw_chars",
        "removed_chars", "added_chars", "stage", "reason", "hint",
    )  # fmt: skip
    account: dict[str, Any] = {name: row[name] for name in names if row[name] not in (None, "")}
    if (place := catalog.records.place(row["id"])) is not None and place.part:
        account["part"] = f"row {place.row} of {place.part}"
    account["metadata"] = json.loads(row["front_matter"] or "{}")
    account["origins"] = [
        dict(zip(("key", "source_key", "raw", "value", "note", "used"), one, strict=True))
        for one in json.loads(row["origins"] or "[]")
    ]
    account["rules"] = json.loads(row["rules"] or "{}")
    account["edits"] = [_edit(one) for one in catalog.edits(row["id"])]
    account["findings"] = [
        {k: one[k] for k in ("rule", "line", "column", "start", "end", "message", "excerpt")}
        for one in catalog.findings(row["id"])
    ]
    account["blocks"] = [{k: one[k] for k in ("rule", "place", "reason", "text")} for one in catalog.blocks(row["id"])]
    return account


def _edit(row: sqlite3.Row) -> dict[str, Any]:
    from ingest.ledger import unpack

    edit = {name: row[name] for name in ("pass", "stage", "rule", "raw_start", "raw_end", "start")}
    edit.update(before=unpack(row["before"]), after=unpack(row["after"]))
    if row["note"]:
        edit["note"] = row["note"]
    if row["repeat"] > 1:
        edit.update(repeat=row["repeat"], starts=json.loads(row["starts"]))
    return edit


WHOLE = {"front matter": "writes the front matter", "convert": "makes Markdown of the page"}
"""What is done by the edits that make the document what it is, by stage: they cannot be put back alone."""

WIDEST = 100
"""Columns of a value in the table of metadata; `--json` gives it whole."""

EXAMPLE = 70
"""Characters of the first edit of a rule that are shown beside its count."""


def describe(account: dict[str, Any], row: sqlite3.Row, clean: Location) -> str:
    """The account in words and tables."""
    parts = [_head(account, row, clean)]
    if account["origins"]:
        parts += [_title("Metadata"), _origins(account["origins"])]
    if account["edits"]:
        parts += [_title("Edits by rule"), _edits(account["edits"])]
    if account["findings"]:
        rows = [
            (f"{one['line']}:{one['column']}", one["rule"], one["message"], one["excerpt"])
            for one in account["findings"]
        ]
        head = ("place", "rule", "what", "text")
        parts += [_title("Findings: what a person should look at"), table(head, rows, whole=(0, 1))]
    if account["blocks"]:
        rows = [
            (one["rule"], one["place"], one["reason"], " ".join(one["text"].split())[:200]) for one in account["blocks"]
        ]
        parts += [_title("Blocks of the page that are not in the body"), table(("rule", "place", "why", "text"), rows)]
    return "\n".join(parts)


def _title(text: str) -> str:
    return "\n" + style(text, "bold", "underline")


def _head(account: dict[str, Any], row: sqlite3.Row, clean: Location) -> str:
    lines = [style(printable(str(account.get("title") or account["source"])), "bold")]
    facts = [("source", account["source"]), ("status", account["status"])]
    if row["status"] == "quarantined":
        facts += [("stage", account.get("stage")), ("reason", account.get("reason")), ("hint", account.get("hint"))]
        facts += [("bytes", f"{account.get('raw_bytes', 0):,}"), ("sha256", account.get("raw_sha256"))]
    else:
        share = account.get("removed_chars", 0) / max(1, account.get("raw_chars", 0))
        facts += [
            ("clean", f"{clean}/{account['clean']}"),
            ("part", account.get("part")),
            ("format", ", ".join(str(account[k]) for k in ("format", "layout", "producer") if account.get(k))),
            ("encoding", f"{account.get('encoding')} ({account.get('encoding_basis')})"),
            ("raw", f"{account.get('raw_bytes', 0):,} bytes, sha256 {account.get('raw_sha256')}"),
            ("written", f"{account.get('clean_bytes', 0):,} bytes, sha256 {account.get('clean_sha256')}"),
            ("body", f"sha256 {account.get('body_sha256')}"),
            (
                "removed",
                f"{account.get('removed_chars', 0):,} of {account.get('raw_chars', 0):,} characters ({share:.1%})",
            ),
        ]
    provenance = account["metadata"].get("provenance") or {}
    facts.insert(1, ("url", provenance.get("url")))
    facts += [("record", f"{name}: {value}") for name, value in (provenance.get("record") or {}).items()]
    facts += [("recipe", account.get("recipe")), ("run", account.get("run"))]
    lines += [f"{style(f'{name:9}', 'dim')} {printable(str(value))}" for name, value in facts if value]
    return "\n".join(lines)


def _origins(origins: list[dict[str, Any]]) -> str:
    rows = []
    for one in origins:
        key = one["key"] if one["used"] else f"({one['key']})"
        value = _shown(one["value"]) if one["used"] else "not taken"
        raw = "" if one["raw"] == one["value"] and one["used"] else _shown(one["raw"])
        rows.append((key, one["source_key"], raw, value, one["note"]))
    return table(("field", "from", "value there", "value", "how"), rows)


def _shown(value: Any) -> str:  # noqa: ANN401 - any front matter value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return fitted(text, WIDEST)


def _edits(edits: list[dict[str, Any]]) -> str:
    from ingest.codes import name_of

    count: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    example: dict[str, str] = {}
    for one in edits:
        times = one.get("repeat", 1)
        count[one["rule"]] += times
        removed[one["rule"]] += times * max(0, len(one["before"]) - len(one["after"]))
        example.setdefault(one["rule"], _example(one))
    rows = [(number, removed[code], code, name_of(code), example[code]) for code, number in sorted(count.items())]
    return table(("count", "removed", "rule", "name", "for example"), rows, right=(0, 1))


def _each_edit(edits: list[dict[str, Any]]) -> str:
    from ingest.commands.check import describe as in_words

    rows = []
    for number, one in enumerate(edits, 1):
        words = WHOLE.get(one["stage"]) or in_words(one["before"], one["after"], one.get("repeat", 1))
        rows.append((number, one["rule"], f"{one['raw_start']}–{one['raw_end']}", words, one.get("note", "")))
    return table(("edit", "rule", "characters", "what", "note"), rows, right=(0,), whole=(1, 2))


def _example(edit: dict[str, Any]) -> str:
    if edit["stage"] in WHOLE:
        return ""
    if not edit["after"]:
        return quoted(edit["before"], EXAMPLE)
    return f"{quoted(edit['before'], EXAMPLE // 2)} → {quoted(edit['after'], EXAMPLE // 2)}"
