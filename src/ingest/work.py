"""The work on one shard, wherever it runs: read, clean, write the documents, and give rows for the catalog.

Nothing here touches the catalog, and everything that crosses a process border is plain and picklable.
"""

from __future__ import annotations

import errno
import json
import shlex
import sqlite3
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ingest import ledger
from ingest.config import MEBIBYTE, Config
from ingest.errors import IngestError, Refused
from ingest.model import Outcome, Source
from ingest.provenance import sha256
from ingest.store import DocumentResult, Files, InputResult, InputRow


class Item(NamedTuple):
    """One raw file to clean: what discovery found, and what the catalog has for it.

    `real` is the path to open, `expected` the sha256 that the file at `clean` has by the catalog, `old_clean` where its
    document stood before, if elsewhere, and `why` the reason for cleaning it: `new`, `changed`, `recipe`, `missing`,
    `renamed`, `forced`, `retry`, `unsure` (an interrupted run wrote it, and its bytes are not those of the catalog).
    """

    path: str
    real: str
    clean: str
    size: int
    mtime_ns: int
    inode: int
    problem: str = ""
    expected: str | None = None
    old_clean: str | None = None
    why: str = "new"


@dataclass(frozen=True, slots=True)
class Shard:
    """Some items that one worker takes at a time."""

    number: int
    items: tuple[Item, ...]


class Note(NamedTuple):
    """A log line from a worker: a level of the standard library's logging, the document, the text."""

    level: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of a shard."""

    number: int
    inputs: tuple[InputResult, ...]
    notes: tuple[Note, ...] = ()
    displaced: int = 0


class Measure(NamedTuple):
    """What cleaning an item would give: whether it becomes a document, its characters, and how many are removed."""

    path: str
    ok: bool
    raw: int = 0
    removed: int = 0


def measure(items: Sequence[Item], config: Config) -> list[Measure]:
    """Clean items without writing anything."""
    from ingest.pipeline import clean_document

    measures = []
    for item in items:
        try:
            outcome = clean_document(Source(item.path, _read(item, config)), config)
        except Exception:  # noqa: BLE001 - the same that run_shard quarantines
            measures.append(Measure(item.path, ok=False))
            continue
        removed = outcome.front_matter["provenance"]["removed_chars"]
        measures.append(Measure(item.path, ok=True, raw=outcome.raw_chars, removed=removed))
    return measures


class OutputError(IngestError):
    """The clean folder cannot be written (disk full, no permission): the run stops, nothing half-written is left."""


def run_shard(shard: Shard, clean: str, config: Config) -> ShardResult:
    """Clean all items of a shard and write their documents below `clean`.

    A bad input is quarantined and never stops the shard. Raises OutputError when the clean folder cannot be written.
    """
    from ingest.pipeline import clean_document

    files = Files(Path(clean))
    inputs = []
    notes: list[Note] = []
    displaced = 0
    for item in shard.items:
        data: bytes | None = None
        try:
            data = _read(item, config)
            source = Source(item.path, data)
            outcome = clean_document(source, config)
            document = _document(item, outcome, config)
            encoded = outcome.text.encode("utf-8")
        except Refused as refusal:
            document, encoded = _refused(item, data, refusal, config), None
        except Exception as error:  # noqa: BLE001 - whatever one document provokes must not stop the others
            bug = Refused("internal", f"{type(error).__name__}: {error}"[:500], "please report this as a bug of ingest")
            notes.append(Note("DEBUG", item.path, traceback.format_exc()))
            document, encoded = _refused(item, data, bug, config), None
        try:
            displaced += _put(files, item, document, encoded, data, notes)
        except OSError as error:
            raise cannot_write(clean, error) from error
        inputs.append(InputResult(_row(item, document, config), [document]))
    return ShardResult(shard.number, tuple(inputs), tuple(notes), displaced)


def cannot_write(clean: str, error: OSError | sqlite3.Error) -> OutputError:
    """The error for a clean folder that cannot be written, with what to do."""
    what = getattr(error, "filename", None) or clean
    full = getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} or "full" in str(error)
    todo = "make room" if full else "check the folder's permissions"
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{what}: cannot be written: {reason}; {todo} and run again: what is done stays done")


def _read(item: Item, config: Config) -> bytes:
    if item.problem:
        raise Refused("discover", item.problem, "put a regular file in its place")
    if item.size > config.max_mebibytes * MEBIBYTE:
        hint = "split it, or raise max_mebibytes in ingest.yaml"
        raise Refused("read", f"{item.size / MEBIBYTE:.0f} MiB, more than the limit of {config.max_mebibytes}", hint)
    try:
        with open(item.real, "rb") as file:  # noqa: PTH123 - a path of bytes that are no UTF-8 stays as it came
            return file.read()
    except FileNotFoundError as error:
        raise Refused("read", "vanished while the run was at work", "put it back, or run again to retire it") from error
    except OSError as error:
        raise Refused("read", f"cannot be read: {error.strerror}", "check its permissions and run again") from error


def _row(item: Item, document: DocumentResult, config: Config) -> InputRow:
    status = document.columns["status"]
    clean = item.clean if status == "clean" else ""
    return InputRow(item.path, item.size, item.mtime_ns, item.inode, clean, config.recipe, status)


def _put(
    files: Files, item: Item, document: DocumentResult, encoded: bytes | None, data: bytes | None, notes: list[Note]
) -> int:
    """Write the document, or the quarantine; return how many foreign files were moved out of the way."""
    columns = document.columns
    if encoded is None:
        reason = {key: columns[key] for key in ("source", "stage", "reason", "hint", "raw_sha256", "raw_bytes")}
        reason["try_again"] = f"ingest check {shlex.quote(item.real)}"
        files.quarantine(item.path, data, reason)
        if item.old_clean or item.expected:
            files.retire(item.old_clean or item.clean)
        notes.append(Note("WARNING", item.path, f"quarantined at {columns['stage']}: {columns['reason']}"))
        return 0
    moved = files.write_document(item.clean, encoded, item.expected)
    if moved:
        notes.append(Note("WARNING", item.path, f"{item.clean} held other text: kept in .ingest/displaced/"))
    if item.old_clean:
        files.retire(item.old_clean)
    if item.why in {"retry", "changed", "recipe", "forced"}:
        files.release(item.path)
    return int(moved)


def _refused(item: Item, data: bytes | None, refusal: Refused, config: Config) -> DocumentResult:
    return DocumentResult(
        {
            "source": item.path,
            "input": item.path,
            "clean": None,
            "status": "quarantined",
            "recipe": config.recipe,
            "raw_sha256": None if data is None else sha256(data),
            "raw_bytes": item.size if data is None else len(data),
            "edits": 0,
            "findings": 0,
            "rules": "{}",
            "stage": refusal.stage,
            "reason": refusal.reason,
            "hint": refusal.hint,
        }
    )


def _document(item: Item, outcome: Outcome, config: Config) -> DocumentResult:
    rows = ledger.edit_rows(outcome.passes)
    rules = Counter(edit.rule for one in outcome.passes for edit in one.edits)
    facts = outcome.front_matter["provenance"]
    encoded = outcome.text.encode("utf-8")
    fields = outcome.metadata.fields
    changes = [edit for one in outcome.passes for edit in one.edits if not edit.rule.startswith("DOC")]
    return DocumentResult(
        {
            "source": item.path,
            "input": item.path,
            "clean": item.clean,
            "status": "clean",
            "recipe": config.recipe,
            "raw_sha256": outcome.sha256,
            "raw_bytes": item.size,
            "clean_sha256": sha256(encoded),
            "clean_bytes": len(encoded),
            "body_sha256": facts["body_sha256"],
            "format": outcome.format,
            "layout": outcome.layout,
            "producer": outcome.producer,
            "encoding": outcome.decoding.encoding,
            "encoding_basis": outcome.decoding.basis,
            "language": fields.get("language"),
            "title": fields.get("title"),
            "raw_chars": outcome.raw_chars,
            "removed_chars": facts["removed_chars"],
            "added_chars": sum(max(0, len(edit.after) - len(edit.before)) for edit in changes),
            "edits": len(changes),
            "findings": len(outcome.findings),
            "rules": _json(dict(sorted(rules.items()))),
            "front_matter": _json(outcome.front_matter),
            "decoding": ledger.decoding_json(outcome.decoding),
            "origins": _json(outcome.metadata.origins),
        },
        rows,
        list(outcome.findings),
        list(outcome.blocks),
    )


def _json(value: Any) -> str:  # noqa: ANN401 - any front matter value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
