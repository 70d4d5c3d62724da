"""A clean folder as sharded, compressed records, for readers of tables: JSON lines or Parquet.

A record is one document: canonical fields as columns, the body, provenance, findings, dropped blocks, and the ledger, from
which `raw_bytes` makes the raw file again without the catalog. Every column has the same type in every record, so what
differs in form from document to document (`extra`, `provenance`, the ledger) is JSON as text.

The records are in the order of their sources and shards are cut by count and size alone: the same clean folder gives the
same bytes. One document is in memory at a time, and for Parquet one row group.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from ingest import ledger
from ingest.edits import LedgerError, undo
from ingest.errors import UsageError
from ingest.metadata.schema import FIELDS
from ingest.model import Edit, Outcome, Pass
from ingest.parts import line_of
from ingest.places import Location, location
from ingest.provenance import sha256
from ingest.store import Catalog
from ingest.verify import Broken, load

FORMATS = {"jsonl": ".jsonl.zst", "parquet": ".parquet"}
"""The forms of a record file, and how its name ends."""

SHARD_DOCUMENTS = 100_000
SHARD_BYTES = 512 << 20
"""Where a shard ends: at so many documents, or so many bytes of records before compression. Readers work on one shard a
process, and load about that much at a time."""

GROUP_DOCUMENTS = 1000
GROUP_BYTES = 16 << 20
"""Where a row group of Parquet ends: that much is held in memory."""

LEVEL = 9
"""zstd's level of compression: above it shards shrink by some per cent and take several times as long."""

MANIFEST = "_manifest.json"
"""The list of shards in an export, under a name that readers of folders pass over. A folder that holds files and not this
one is never written to."""

CARD = "README.md"
"""Beside JSON lines: tells `datasets` the types of the columns, which it would guess from the first records."""

_TYPES = {"string": str, "array": list, "boolean": bool, "object": dict}

COLUMNS: dict[str, type] = {
    "source": str,
    "path": str,
    **{name: _TYPES[one.kind["type"]] for name, one in FIELDS.items()},
    "text": str,
    "provenance": dict,
    "origins": dict,
    "findings": dict,
    "dropped": dict,
    "ledger": dict,
}
"""The columns in order: texts, lists of texts, true or false; `dict` stands for JSON as text."""

_SHARD = re.compile(r"part-\d{5}(?:\.jsonl\.zst|\.parquet)")


@dataclass(slots=True)
class Exported:
    """What was written: the shards with the number of their documents, and documents that could not be, with the reason."""

    folder: str
    format: str
    documents: int = 0
    shards: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)


def export(clean: Location, folder: Path, form: str) -> Exported:
    """Write the documents of a clean folder as shards into `folder`, in place of an earlier export there.

    `form` is a key of FORMATS. The shards come into their places together, after all were written. Raises UsageError when
    there is no catalog, when the folder holds anything else or cannot be written, and when pyarrow is needed and missing.
    """
    result = Exported(str(folder), form)
    with Catalog(clean) as catalog:
        check_folder(folder, clean, catalog, MANIFEST)
        writer = writer_of(form)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write(catalog, folder, writer, result)
        except OSError as error:
            raise UsageError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error
        finally:
            for left in folder.glob(".part-*.tmp"):
                left.unlink()
    return result


def check_folder(folder: Path, clean: Location, catalog: Catalog, manifest: str) -> None:
    """See that a folder may be written to: it is no part of the raw or the clean one, and is new, empty or an earlier export.

    `manifest` is the file that an export is known by. Raises UsageError.
    """
    runs = catalog.runs(1)
    raw = runs[0]["raw"] if runs else None
    for other in (clean, location(raw) if raw else None):
        if isinstance(other, Path) and other.resolve() in (folder.resolve(), *folder.resolve().parents):
            raise UsageError(f"{folder} lies inside {other}; give a folder beside it")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: not a folder")
    if folder.is_dir() and not (folder / manifest).is_file() and any(folder.iterdir()):
        raise UsageError(f"{folder} holds files that are no export; give an empty folder, or a new one")


def _write(catalog: Catalog, folder: Path, writer: type[Shard], result: Exported) -> None:
    ending = FORMATS[result.format]
    shard: Shard | None = None
    name = ""
    try:
        for one in _records(catalog, result):
            size = sum(len(value) for value in one.values() if isinstance(value, str))
            if shard is not None and shard.full(size):
                shard.close()
                shard = None
            if shard is None:
                name = f"part-{len(result.shards):05}{ending}"
                shard = writer(folder / f".{name}.tmp")
            shard.add(one, size)
            result.documents += 1
            result.shards[name] = shard.documents
        if shard is not None:
            shard.close()
    except BaseException:
        if shard is not None:
            shard.drop()
        raise
    _put(folder, result)


def _put(folder: Path, result: Exported) -> None:
    """Bring finished shards into their places, and remove those of an earlier export that are no more."""
    digests = {}
    for name in result.shards:
        new = folder / f".{name}.tmp"
        digests[name] = _digest(new)
        if _digest(folder / name) != digests[name]:  # an unchanged shard keeps its time stamp
            new.replace(folder / name)
    for old in folder.iterdir():
        if _SHARD.fullmatch(old.name) and old.name not in result.shards:
            old.unlink()
    shards = [{"name": name, "documents": n, "sha256": digests[name]} for name, n in result.shards.items()]
    manifest = {"format": result.format, "documents": result.documents, "shards": shards}
    if result.format == "jsonl":
        put_text(folder / CARD, card())
    else:
        (folder / CARD).unlink(missing_ok=True)  # readers of a folder of Parquet take every file for Parquet
    put_text(folder / MANIFEST, json.dumps(manifest, indent=2) + "\n")


def put_text(path: Path, text: str) -> None:
    """Write a text file in one step."""
    temporary = path.with_name(f".part-{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def card() -> str:
    """A dataset card: YAML as `datasets` reads it."""
    kinds = {str: "dtype: string", dict: "dtype: string", bool: "dtype: bool", list: "list: string"}
    features = "".join(f"  - name: {name}\n    {kinds[kind]}\n" for name, kind in COLUMNS.items())
    files = f"part-*{FORMATS['jsonl']}"
    return (
        f"---\nconfigs:\n- config_name: default\n  data_files: {files}\ndataset_info:\n  features:\n{features}---\n\n"
        "Documents written by `ingest`.\n"
    )


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _records(catalog: Catalog, result: Exported) -> Iterator[dict[str, Any]]:
    catalog.db.execute("BEGIN")  # a run that goes on meanwhile is not seen
    for row in catalog.ahead(catalog.documents("status = 'clean'")):
        try:
            yield record(catalog, row)
        except Broken as problem:
            result.left_out[row["source"]] = str(problem)


def record(catalog: Catalog, row: sqlite3.Row) -> dict[str, Any]:
    """The record of one document, with the keys of COLUMNS. Raises verify.Broken as verify.load does."""
    document = load(catalog, row)
    findings = [_without(one, "document", "seq") for one in catalog.findings(row["id"])]
    dropped = [_without(one, "document", "seq") for one in catalog.blocks(row["id"])]
    columns = {name: row[name] for name in ("source", "clean", "front_matter", "origins", "decoding")}
    return _assembled(columns, document.clean, document.passes, findings, dropped)


def record_of(columns: Mapping[str, Any], outcome: Outcome) -> dict[str, Any]:
    """The record of a document that was just cleaned, by its columns for the catalog; the same as that of `record`."""
    findings = [one._asdict() for one in outcome.findings]
    return _assembled(columns, outcome.text, outcome.passes, findings, [one._asdict() for one in outcome.blocks])


def _assembled(
    columns: Mapping[str, Any],
    text: str,
    passes: Sequence[Pass],
    findings: list[dict[str, Any]],
    dropped: list[dict[str, Any]],
) -> dict[str, Any]:
    front = passes[-1].edits[0].after
    fields = json.loads(columns["front_matter"])
    value = {
        "source": columns["source"],
        "path": columns["clean"],
        **{name: fields.get(name) for name in FIELDS},
        "text": text[len(front) :],
        "provenance": fields["provenance"],
        "origins": [
            dict(zip(("key", "source_key", "raw", "value", "note", "used"), one, strict=True))
            for one in json.loads(columns["origins"] or "[]")
        ],
        "findings": findings,
        "dropped": dropped,
        "ledger": _ledger(json.loads(columns["decoding"]), passes),
    }
    return {name: _typed(value[name], kind) for name, kind in COLUMNS.items()}


def _without(row: sqlite3.Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in row.keys() if name not in names}  # noqa: SIM118 - a row iterates over values


def _typed(value: Any, kind: type) -> Any:  # noqa: ANN401 - a front matter value
    if kind is dict:
        return None if value is None else _json(value)
    return value


def _json(value: object) -> str:
    """JSON as text; half a character pair, which is no UTF-8, only shows up in raw texts and is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def _ledger(decoding: object, passes: Sequence[Pass]) -> dict[str, Any]:
    """The decoding and the passes. The front matter is in the last pass, so the text below it makes the document whole."""
    return {
        "decoding": decoding,
        "passes": [{"stage": one.stage, "edits": [edit._asdict() for edit in one.edits]} for one in passes],
    }


def clean_text(one: Mapping[str, Any]) -> str:
    """The clean document that a record holds, front matter and all."""
    return _passes(one)[-1].edits[0].after + str(one["text"])


def raw_bytes(one: Mapping[str, Any]) -> bytes:
    """The raw bytes that a record was made from, by undoing its ledger.

    Raises ValueError when the ledger does not fit, or the digest in the provenance is not that of the bytes.
    """
    from ingest.decode import encode

    decoding = ledger.decoding_of(json.dumps(json.loads(one["ledger"])["decoding"]))
    try:
        data = encode(undo(clean_text(one), _passes(one)), decoding)
    except LedgerError as error:
        raise ValueError(f"{one['source']}: the ledger does not fit the text: {error}") from error
    if sha256(data) != json.loads(one["provenance"])["sha256"]:
        raise ValueError(f"{one['source']}: undoing gives other bytes than those that came in")
    return data


def _passes(one: Mapping[str, Any]) -> tuple[Pass, ...]:
    return tuple(
        Pass(part["stage"], tuple(Edit(**edit) for edit in part["edits"]))
        for part in json.loads(one["ledger"])["passes"]
    )


class Shard(ABC):
    """One file of records that is being written."""

    def __init__(self, path: Path) -> None:
        """Write to `path`."""
        self.documents = self.bytes = 0
        self.file: IO[bytes] = path.open("wb")

    def full(self, size: int) -> bool:
        """Whether a record of that size belongs into the next shard."""
        return self.documents >= SHARD_DOCUMENTS or self.bytes + size > SHARD_BYTES

    def add(self, one: dict[str, Any], size: int) -> None:
        """Write a record of about `size` bytes."""
        self.documents += 1
        self.bytes += size
        self.write(one, size)

    def add_line(self, line: bytes) -> None:
        """Write a record that is a line of JSON."""
        self.add(json.loads(line), len(line))

    @abstractmethod
    def write(self, one: dict[str, Any], size: int) -> None:
        """Write a record."""

    @abstractmethod
    def end(self) -> None:
        """Write what a file of this form ends with."""

    def close(self) -> None:
        """Finish the file, and wait until it is on the disk."""
        self.end()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()

    def drop(self) -> None:
        """Let go of a file that is not to be finished."""
        with suppress(OSError, ValueError):
            self.end()
        with suppress(OSError):
            self.file.close()


class _JsonLines(Shard):
    """JSON lines, compressed with zstd."""

    def __init__(self, path: Path) -> None:
        import zstandard

        super().__init__(path)
        self._out: Any = zstandard.ZstdCompressor(level=LEVEL).stream_writer(self.file, closefd=False)

    def add_line(self, line: bytes) -> None:
        """Write a line as it is."""
        self.documents += 1
        self.bytes += len(line)
        self._out.write(line)

    def write(self, one: dict[str, Any], size: int) -> None:
        """Write a line."""
        del size
        self._out.write(line_of(one))

    def end(self) -> None:
        """End the compressed frame."""
        self._out.close()


class _Parquet(Shard):
    """Parquet, compressed with zstd."""

    def __init__(self, path: Path) -> None:
        pa: Any = import_module("pyarrow")  # which has no types
        pq: Any = import_module("pyarrow.parquet")
        super().__init__(path)
        kinds = {str: pa.string(), dict: pa.string(), bool: pa.bool_(), list: pa.list_(pa.string())}
        self._schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
        self._table = pa.Table
        self._out = pq.ParquetWriter(self.file, self._schema, compression="zstd", compression_level=LEVEL)
        self._rows: list[dict[str, Any]] = []
        self._held = 0

    def write(self, one: dict[str, Any], size: int) -> None:
        """Add a row."""
        self._rows.append(one)
        self._held += size
        if len(self._rows) >= GROUP_DOCUMENTS or self._held >= GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._out.write_table(self._table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._held = [], 0

    def end(self) -> None:
        """Write the last row group and the footer."""
        self._flush()
        self._out.close()


def writer_of(form: str) -> type[Shard]:
    """What writes files of that form. Raises UsageError when pyarrow is needed and missing."""
    if form == "jsonl":
        return _JsonLines
    try:
        import_module("pyarrow.parquet")  # to say what is missing before anything is written
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow: `pip install 'ingest[parquet]'`, or choose JSON lines (jsonl)"
        ) from error
    return _Parquet
