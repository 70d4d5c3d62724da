"""`ingest runs`, `log` and `compare`: what happened over time."""

from __future__ import annotations

import argparse
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from ingest.commands.common import DONE, folder, known_code, whole_number
from ingest.commands.locate import DEFAULT, add_clean_argument, find
from ingest.commands.terminal import json_text, page, print_json, printable, style, table
from ingest.config import nearest
from ingest.errors import UsageError
from ingest.store import Catalog, log_of

FOLLOW_SECONDS = 0.5
"""Seconds between two looks at a log that is followed."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the commands."""
    parser = commands.add_parser(
        "runs", description="List the runs over a clean folder. A run is named for when it began, in UTC."
    )
    add_clean_argument(parser)
    parser.add_argument("-n", "--number", type=whole_number(1), default=-1, metavar="N", help="only the newest N")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=runs)
    parser = commands.add_parser("log", description="Show a run's log, by default the newest one's.")
    parser.add_argument("which", nargs="?", metavar="RUN", help="a run's id or its beginning (default: the newest)")
    _add_clean_option(parser)
    parser.add_argument("--doc", metavar="DOC", help="only what concerns this document")
    parser.add_argument(
        "--rule", metavar="CODE", help="only documents that this rule changed: a code or the beginning of several"
    )
    parser.add_argument("-f", "--follow", action="store_true", help="go on until the run has ended")
    parser.add_argument("--json", action="store_true", help="the log's own JSON lines")
    parser.set_defaults(run=log)
    parser = commands.add_parser(
        "compare",
        description="Show which documents the runs after RUN up to the second one changed, and which version, "
        "configuration or rule caused it.",
    )
    parser.add_argument("first", metavar="RUN", help="a run's id or its beginning")
    parser.add_argument("second", metavar="RUN", help="a later one")
    _add_clean_option(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=compare)


def _add_clean_option(parser: argparse.ArgumentParser) -> None:
    """Declare `--clean`, for commands whose argument is a run."""
    parser.add_argument(
        "--clean", type=folder, default=DEFAULT, metavar="CLEAN", help="clean folder, or its URL (default: clean)"
    )


def runs(arguments: argparse.Namespace) -> int:
    """List the runs."""
    with Catalog(arguments.clean) as catalog:
        rows = catalog.runs(arguments.number)
    if arguments.json:
        print_json([{**dict(row), "counts": json.loads(row["counts"] or "{}")} for row in rows])
        return DONE
    names = ("new", "changed", "restamped", "unchanged", "retired", "newly-failing", "newly-fixed")
    lines = []
    for row in rows:
        counts = json.loads(row["counts"] or "{}")
        did = ", ".join(f"{counts[name]:,} {name.replace('-', ' ')}" for name in names if counts.get(name))
        numbers = (counts.get("documents"), counts.get("quarantined"), counts.get("edits"), counts.get("findings"))
        lines.append((row["id"], seconds(row), row["state"], *numbers, did or row["message"]))
    head = ("run", "seconds", "state", "documents", "quarantined", "edits", "findings", "what happened")
    page(table(head, lines, right=(1, 3, 4, 5, 6), whole=(0,)))
    return DONE


def seconds(row: sqlite3.Row) -> int | None:
    """How long a run took, in whole seconds, or None while it is not known."""
    from datetime import datetime

    if not row["started"] or not row["ended"]:
        return None
    return round((datetime.fromisoformat(row["ended"]) - datetime.fromisoformat(row["started"])).total_seconds())


def run_called(catalog: Catalog, name: str) -> sqlite3.Row:
    """The run whose id begins with `name`. Raises UsageError, with the nearest, when there is none or more than one."""
    rows = catalog.runs()
    found = [row for row in rows if row["id"].startswith(name)]
    exact = [row for row in found if row["id"] == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise UsageError(f"{name!r} is the beginning of {len(found)} runs: give more of it")
    ids = [row["id"] for row in rows]
    raise UsageError(f"{name!r} is no run of {catalog.clean}" + (nearest(name, ids) or "; `ingest runs` lists them"))


def log(arguments: argparse.Namespace) -> int:
    """Print a run's log."""
    with Catalog(arguments.clean) as catalog:
        if arguments.which:
            run = run_called(catalog, arguments.which)["id"]
        else:
            newest = catalog.runs(1)
            if not newest:
                raise UsageError(f"{arguments.clean} has no run yet")
            run = newest[0]["id"]
    source = None
    if arguments.doc:
        with find(arguments.doc, arguments.clean) as found:
            source = found.row["source"]
    path = log_of(arguments.clean, run)
    wanted = _filter(source, known_code(arguments.rule) if arguments.rule else None)
    lines = (
        one if arguments.json else _line(one)
        for one in map(_Event, _read(path, follow=arguments.follow))
        if wanted(one)
    )
    texts = (one.text if isinstance(one, _Event) else one for one in lines)
    if arguments.follow:
        for text in texts:
            print(text, flush=True)
    else:
        page("\n".join(texts))
    return DONE


class _Event:
    """A line of the log, as text and as what it says."""

    def __init__(self, text: str) -> None:
        facts: Any = None
        with suppress(ValueError):
            facts = json.loads(text)
        self.facts: dict[str, Any] = facts if isinstance(facts, dict) else {"event": "?", "text": text}
        self.text = json_text(self.facts, indent=None)


def _filter(source: str | None, rule: str | None) -> Callable[[_Event], bool]:
    def wanted(event: _Event) -> bool:
        facts = event.facts
        if source is not None and facts.get("source") != source:
            return False
        return not rule or any(code.startswith(rule) for code in facts.get("rules", {}))

    return wanted


def _read(path: Path, *, follow: bool) -> Iterator[str]:
    """The lines of a log; followed, it waits for more until the line that ends the run."""
    try:
        file = path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    with file:
        part = ""
        while True:
            line = file.readline()
            if line.endswith("\n"):
                yield part + line[:-1]
                if follow and '"event":"end"' in part + line:
                    return
                part = ""
            elif follow:
                part += line
                time.sleep(FOLLOW_SECONDS)
            else:
                if part + line:
                    yield part + line
                return


COLOURS = {"quarantined": "red", "newly-failing": "red", "newly-fixed": "green", "new": "green", "changed": "yellow"}
"""What happened to a document, as a log shows it; the rest is dim."""


def _line(event: _Event) -> str:
    facts = dict(event.facts)
    moment = str(facts.pop("time", ""))[11:19]
    kind = str(facts.pop("event", ""))
    if kind == "document":
        what = str(facts.pop("what", ""))
        shown = style(f"{printable(what):13}", COLOURS.get(what, "dim"))
        rules = " ".join(f"{code}×{number}" for code, number in facts.pop("rules", {}).items())
        source = printable(str(facts.pop("source", "")))
        rest = " ".join(f"{k}={v}" for k, v in facts.items() if k not in {"status", "clean"})
        tail = printable(f"{rest} {rules}".strip())
        return f"{style(moment, 'dim')} {shown} {source}  {style(tail, 'dim')}"
    if kind == "note":
        level = str(facts.pop("level", ""))
        colour = {"WARNING": "yellow", "ERROR": "red"}.get(level, "dim")
        text = f"{facts.get('source', '')}: {facts.get('text', '')}"
        return f"{style(moment, 'dim')} {style(f'{printable(level.lower()):13}', colour)} {printable(text)}"
    said = ((key, value) for key, value in facts.items() if value not in ("", [], {}, None))
    rest = " ".join(f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in said)
    return f"{style(moment, 'dim')} {style(f'{printable(kind):13}', 'bold')} {printable(rest)}"


def compare(arguments: argparse.Namespace) -> int:
    """Show what came about between two runs."""
    with Catalog(arguments.clean) as catalog:
        first, second = run_called(catalog, arguments.first), run_called(catalog, arguments.second)
        order = [row["id"] for row in catalog.runs()]
        if order.index(second["id"]) > order.index(first["id"]):
            first, second = second, first
        changes = _changes(catalog, first["id"], second["id"])
    causes = Counter(one["cause"] for one in changes)
    if arguments.json:
        print_json({"first": first["id"], "second": second["id"], "causes": dict(causes), "documents": changes})
        return DONE
    if not changes:
        print(f"Nothing differs between {first['id']} and {second['id']}.")
        return DONE
    rows = [(one["source"], one["what"], one["cause"], one["rules"]) for one in changes]
    summary = table(("documents", "cause"), [(number, cause) for cause, number in causes.most_common()], right=(0,))
    page(f"{summary}\n\n{table(('document', 'what', 'cause', 'rules'), rows, paths=(0,))}")
    return DONE


def _changes(catalog: Catalog, first: str, second: str) -> list[dict[str, str]]:
    """Each document that is not the same after the second run as it was after the first, with the cause."""
    # The order of the rows is that of the runs; two runs of one second have ids in any order.
    query = (
        "SELECT e.* FROM events e JOIN runs r ON r.id = e.run"
        " WHERE r.rowid > (SELECT rowid FROM runs WHERE id = ?) AND r.rowid <= (SELECT rowid FROM runs WHERE id = ?)"
        " ORDER BY e.source, r.rowid"
    )
    by_source: dict[str, list[sqlite3.Row]] = {}
    for row in catalog.db.execute(query, (first, second)):
        by_source.setdefault(row["source"], []).append(row)
    changes = []
    for source, events in by_source.items():
        before = catalog.db.execute(
            "SELECT e.* FROM events e JOIN runs r ON r.id = e.run WHERE e.source = ?"
            " AND r.rowid <= (SELECT rowid FROM runs WHERE id = ?) ORDER BY r.rowid DESC LIMIT 1",
            (source, first),
        ).fetchone()
        last = events[-1]
        old = before["new_sha256"] if before is not None else None
        if old == last["new_sha256"] and (before is not None) == (last["what"] != "retired"):
            continue
        changes.append(
            {
                "source": source,
                "what": last["what"],
                "cause": _cause(before, last),
                "rules": _rules_changed(before, last),
            }
        )
    return changes


def _cause(before: sqlite3.Row | None, after: sqlite3.Row) -> str:
    if after["what"] == "retired":
        return "raw file gone"
    if before is None or before["what"] == "retired":
        return "raw file new"
    if before["recipe"] == after["recipe"]:
        return "raw file changed"
    old, new = str(before["recipe"]).rsplit(" ", 1), str(after["recipe"]).rsplit(" ", 1)
    return f"version: {old[0]} → {new[0]}" if old[0] != new[0] else f"configuration: {old[1][:8]} → {new[1][:8]}"


def _rules_changed(before: sqlite3.Row | None, after: sqlite3.Row) -> str:
    old = Counter(json.loads(before["rules"] or "{}")) if before is not None else Counter()
    new = Counter(json.loads(after["rules"] or "{}"))
    differ = sorted(code for code in old.keys() | new.keys() if old[code] != new[code])
    return ", ".join(f"{code} {old[code]} → {new[code]}" for code in differ)
