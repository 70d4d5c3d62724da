"""`ingest check`: what cleaning would find and change, without writing anything."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from ingest import containers
from ingest.commands.common import DONE, NEEDS_A_PERSON, add_rule_options, config_of, counted
from ingest.commands.terminal import fitted, json_text, printable, style, table, width
from ingest.config import MEBIBYTE, Config, nearest
from ingest.errors import Refused, UsageError
from ingest.model import Outcome, Source
from ingest.places import is_url, location, opened

SHOWN = 60
"""Characters of a text that an edit's line shows."""

EXCERPT = 110
"""Columns of the text around a finding, where the terminal has as many."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "check",
        description="Clean files or folders without writing anything, and show the findings and the edits. Exits with 1 "
        "when a document would change, has findings, or would be refused.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        default=["raw"],
        metavar="PATH",
        help="raw files and folders (default: raw); - is standard input",
    )
    parser.add_argument("--diff", action="store_true", help="show the changes as a unified diff")
    parser.add_argument("--statistics", action="store_true", help="only count, by rule")
    parser.add_argument(
        "--format",
        choices=("full", "concise", "json", "github"),
        default="full",
        help="form of the output (default: full)",
    )
    add_rule_options(parser)
    parser.set_defaults(run=run)


class Entry(NamedTuple):
    """An edit or a finding as it is shown; `kind` says which, `removed` how many characters of the raw text an edit takes."""

    kind: str
    rule: str
    name: str
    line: int
    column: int
    message: str
    excerpt: str
    removed: int = 0


@dataclass(slots=True)
class Report:
    """What became of one path."""

    path: str
    would_change: bool = False
    entries: list[Entry] = field(default_factory=list)
    refused: str = ""
    diff: str = ""


def run(arguments: argparse.Namespace) -> int:
    """Check all paths and print what the format asks for."""
    config = config_of(arguments)
    count: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    first = True
    for shown, source in sources(arguments.paths, config):
        report = examine(shown, source, config, diff=arguments.diff)
        totals["documents"] += 1
        totals["would change"] += report.would_change
        totals["refused"] += bool(report.refused)
        for entry in report.entries:
            count[entry.rule] += 1
            totals[entry.kind] += 1
        if arguments.format == "json" and not arguments.statistics:
            print("[" if first else ",")
            print(json_text(_json(report)))
            first = False
        elif not arguments.statistics:
            _print(report, arguments)
    if arguments.format == "json":
        print(json_text(dict(sorted(count.items()))) if arguments.statistics else "[]" if first else "]")
    else:
        _print_end(count, totals, arguments)
    return NEEDS_A_PERSON if totals["would change"] or totals["finding"] or totals["refused"] else DONE


def sources(paths: list[str], config: Config) -> Iterator[tuple[str, Source | Refused]]:
    """Every document below the paths, those in containers included, with the name to show it by.

    Raises UsageError for a path that is not there.
    """
    for path in paths:
        if path == "-":
            yield from _standard_input(config)
        elif is_url(path):
            yield from _of_url(path, config)
        elif Path(path).is_dir():
            yield from _folder(path, config)
        elif Path(path).exists():
            yield from _documents(path, Path(path).name, path, config)
        else:
            folder = Path(path).parent
            names = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
            raise UsageError(f"{printable(path)}: no such file or folder{nearest(Path(path).name, names)}")


Documents = Iterator[tuple[str, Source | Refused]]


def _standard_input(config: Config) -> Documents:
    data = sys.stdin.buffer.read()
    if not containers.kind_of(containers.head_of(io.BytesIO(data))):
        yield "-", Source("-", data)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "input"
        file.write_bytes(data)
        yield from _documents("-", "-", str(file), config)


def _of_url(path: str, config: Config) -> Documents:
    url = location(path)
    try:
        if url.is_dir():
            yield from _folder(str(url), config)
        elif url.is_file():
            yield from _documents(path, url.name, str(url), config)
        else:
            raise UsageError(f"{printable(path)}: no such file or folder")
    except OSError as error:
        raise UsageError(f"{printable(path)}: cannot be read: {error.strerror}") from error


def _folder(path: str, config: Config) -> Documents:
    from ingest.discover import walk

    for entry in walk(path, config.exclude, hidden=config.hidden):
        shown = f"{path.rstrip('/')}/{entry.path}"
        if entry.problem:
            yield shown, Refused("discover", entry.problem)
        else:
            yield from _documents(shown, entry.path, entry.real, config)


def _documents(shown: str, name: str, real: str, config: Config) -> Documents:
    """The document in a file, or those in a container."""
    try:
        with opened(real) as file:
            head = containers.head_of(file)
            kind = containers.kind_of(head)
            at = file.tell()
            size = file.seek(0, os.SEEK_END)
            file.seek(at)
            if not kind and size <= config.max_mebibytes * MEBIBYTE:
                yield shown, Source(name, head + file.read())
                return
        if kind:
            yield from _records(shown, name, real, kind, config)
            return
        yield shown, Refused("read", f"{size / MEBIBYTE:.0f} MiB, more than the limit of {config.max_mebibytes}")
    except OSError as error:
        yield shown, Refused("read", f"cannot be read: {error.strerror}", "check its permissions")


def _records(shown: str, name: str, real: str, kind: str, config: Config) -> Documents:
    limits = containers.Limits(record_bytes=config.max_mebibytes * MEBIBYTE)
    for record in containers.read(real, kind, limits, config.jsonl):
        if isinstance(record, containers.Broken):
            yield f"{shown}#{record.name}", Refused("read", record.reason)
        elif isinstance(record, containers.Record):
            yield f"{shown}#{record.name}", record.source(name)


def examine(shown: str, source: Source | Refused, config: Config, *, diff: bool = False) -> Report:
    """Clean one document and sum up what that would change and what it finds."""
    from ingest.pipeline import clean_document

    report = Report(shown)
    try:
        if isinstance(source, Refused):
            raise source
        outcome = clean_document(source, config)
    except Refused as refusal:
        report.refused = str(refusal)
        return report
    report.entries = list(_entries(outcome))
    report.would_change = any(e.kind == "edit" for e in report.entries) or _new_header(outcome)
    if diff and report.would_change:
        report.diff = _diff(shown, outcome)
    return report


def _entries(outcome: Outcome) -> Iterator[Entry]:
    from ingest.codes import CONVERTED, FRONT_MATTER, name_of
    from ingest.ledger import edit_rows, unpack
    from ingest.positions import Lines

    raw = _raw_text(outcome)
    lines = Lines(raw)
    found = []
    for row in edit_rows(outcome.passes):
        if row.rule == FRONT_MATTER:
            continue
        line, column = lines.at(row.raw_start)
        before, after = unpack(row.before), unpack(row.after)
        message = "the page became Markdown" if row.rule == CONVERTED else describe(before, after, row.repeat)
        excerpt = "" if row.rule == CONVERTED else before
        removed = 0 if row.rule == CONVERTED else max(0, len(before) - len(after)) * row.repeat
        entry = Entry("edit", row.rule, name_of(row.rule), line, column, message, excerpt, removed)
        found.append((row.raw_start, entry))
    for one in outcome.findings:
        entry = Entry("finding", one.rule, name_of(one.rule), one.line, one.column, one.message, one.excerpt)
        found.append((one.start, entry))
    found.sort(key=lambda item: item[0])
    return (entry for _, entry in found)


def describe(before: str, after: str, repeat: int = 1) -> str:
    """An edit in a few words."""
    times = f" ({repeat:,} times)" if repeat > 1 else ""
    if not after:
        return f"removes {quoted(before)}{times}"
    if not before:
        return f"inserts {quoted(after)}{times}"
    return f"{quoted(before)} becomes {quoted(after)}{times}"


def quoted(text: str, limit: int = SHOWN) -> str:
    """A text in one printable line, cut when it is long."""
    more = f" … {len(text):,} characters" if len(text) > limit else ""
    return f"“{printable(text[:limit])}”{more}"


def _raw_text(outcome: Outcome) -> str:
    from ingest.edits import undo

    return undo(outcome.text, outcome.passes)


def _new_header(outcome: Outcome) -> bool:
    """Whether the front matter would say something else than the header does; the provenance is always new."""
    from ingest.codes import FRONT_MATTER
    from ingest.verify import parse_front_matter

    header = next((e.before for one in outcome.passes for e in one.edits if e.rule == FRONT_MATTER), "")
    fields = parse_front_matter(header) if header else {}
    if fields is None:
        return True
    return {key: value for key, value in fields.items() if key != "provenance"} != dict(outcome.metadata.fields)


def _diff(shown: str, outcome: Outcome) -> str:
    from ingest.commands.diff import line_diff, views_of

    return line_diff(views_of(_raw_text(outcome), outcome.passes, outcome.blocks, shown, f"{shown} (clean)"))


def _json(report: Report) -> dict[str, Any]:
    return {
        "path": report.path,
        "would_change": report.would_change,
        "refused": report.refused or None,
        "edits": [entry._asdict() for entry in report.entries if entry.kind == "edit"],
        "findings": [entry._asdict() for entry in report.entries if entry.kind == "finding"],
        **({"diff": report.diff} if report.diff else {}),
    }


def _print(report: Report, arguments: argparse.Namespace) -> None:
    path = printable(report.path)
    if report.refused:
        if arguments.format == "github":
            print(f"::error file={_escaped(report.path, ':,')}::{_escaped(report.refused)}")
        else:
            print(f"{style(path, 'bold')}: {style('refused', 'red', 'bold')} at {printable(report.refused)}")
        return
    if arguments.diff:
        if report.diff:
            print(report.diff)
        return
    for entry in report.entries:
        if arguments.format == "github":
            level = "warning" if entry.kind == "finding" else "notice"
            place = f"file={_escaped(report.path, ':,')},line={entry.line},col={entry.column}"
            print(f"::{level} {place},title={entry.rule} {entry.name}::{_escaped(entry.message)}")
            continue
        colour = "yellow" if entry.kind == "finding" else "cyan"
        place = f"{style(path, 'bold')}:{entry.line}:{entry.column}"
        print(f"{place}: {style(entry.rule, colour, 'bold')} {printable(entry.message)}")
        if arguments.format == "full" and entry.kind == "finding" and entry.excerpt:
            print(f"    {style('|', 'blue')} {fitted(printable(entry.excerpt), min(EXCERPT, width() - 6))}")


def _escaped(text: str, more: str = "") -> str:
    """Text as a workflow command takes it: `%`, line ends and, in a property, `:` and `,` are percent-encoded."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text if c in "\r\n" or c.isprintable())


def _print_end(count: Counter[str], totals: Counter[str], arguments: argparse.Namespace) -> None:
    if arguments.format == "github" and not arguments.statistics:
        return  # whose reader takes annotations alone
    if arguments.statistics:
        from ingest.codes import name_of

        rows = [(number, code, name_of(code)) for code, number in sorted(count.items(), key=lambda x: (-x[1], x[0]))]
        print(table(("count", "rule", "name"), rows, right=(0,)))
    line = (
        f"{counted(totals['documents'], 'document')}: {totals['would change']:,} would change with"
        f" {counted(totals['edit'], 'edit')}, {counted(totals['finding'], 'finding')}"
    )
    refused = f", {totals['refused']:,} would be refused" if totals["refused"] else ""
    print(line + refused, file=sys.stderr if arguments.diff else sys.stdout)
