"""The work on one shard, wherever it runs: read, clean, write the documents, and give rows for the catalog.

Nothing here touches the catalog, and everything that crosses a process border is plain and picklable.
"""

from __future__ import annotations

import errno
import io
import pickle
import shlex
import sqlite3
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias, TypeVar

from ingest import containers, ledger
from ingest.compact_json import as_json
from ingest.config import MEBIBYTE, Config
from ingest.decode import encode
from ingest.discover import record_name
from ingest.edits import LedgerError, undo
from ingest.errors import IngestError, Refused
from ingest.files import files_of
from ingest.model import Outcome, Source
from ingest.parts import FILES, Segment
from ingest.places import Location, Url, location, opened
from ingest.provenance import sha256
from ingest.store import Catalog, DocumentResult, InputResult, InputRow


class Item(NamedTuple):
    """One raw file to clean: what discovery found, and what the catalog has for it.

    `real` is the path to open, `expected` the sha256 that the file at `clean` has by the catalog, `old_clean` where its
    document stood before, if elsewhere, and `why` the reason for cleaning it: `new`, `changed`, `recipe`, `missing`,
    `renamed`, `forced`, `retry`, `limit` (it is larger than the limit by now), `output` (it is to be a record, or a file,
    from now on), `unsure` (an interrupted run wrote it, and its bytes are not those of the catalog).
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
    """Some items that one worker takes at a time.

    With a `share` other than the whole, as in `(0, 2)`, the first of two: one item, a container, and a part of its records.
    """

    number: int
    items: tuple[Item, ...]
    share: tuple[int, int] = (0, 1)


class Note(NamedTuple):
    """A log line from a worker: a level of the standard library's logging, the document, the text."""

    level: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of a shard.

    `seconds` is how long it took, `waited` how long its worker had been without work before (None: it was the first one).
    """

    number: int
    inputs: tuple[InputResult, ...]
    notes: tuple[Note, ...] = ()
    displaced: int = 0
    seconds: float = 0.0
    waited: float | None = None


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
    opener = _opener(items)
    for item in items:
        try:
            _, data = _read(item, config, opener)
            if data is None:
                # A container may hold anything: what it gives is seen when it is cleaned.
                measures.append(Measure(item.path, ok=True))
                continue
            outcome = clean_document(Source(item.path, data), config)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001 - the same that run_shard quarantines
            measures.append(Measure(item.path, ok=False))
            continue
        removed = outcome.front_matter["provenance"]["removed_chars"]
        measures.append(Measure(item.path, ok=True, raw=outcome.raw_chars, removed=removed))
    return measures


class OutputError(IngestError):
    """The clean folder cannot be written (disk full, no permission): the run stops, nothing half-written is left."""


class StoreError(IngestError):
    """A store of raw files does not answer, which says nothing about the file: the run stops, the next one goes on."""


def run_shard(shard: Shard, clean: str, config: Config, *, far: bool = False) -> ShardResult:
    """Clean all items of a shard and write their documents below `clean`.

    `far` says that this is another machine than that of the flow: what the flow is to read from a file is put where it can.
    A bad input is quarantined and never stops the shard. Raises OutputError when the clean folder cannot be written, and
    StoreError when the store of the raw files does not answer.
    """
    begun = time.perf_counter()
    waited = begun - _last.end if _last.end else None
    try:
        worker = _Worker(location(clean), config, shard, far=far)
        inputs = tuple(
            one._replace(share=shard.share)
            for some in together(shard.items, lambda item: item.size)
            for one in worker.take(some)
        )
        worker.close()
        worker.files.flush()
    except OSError as error:
        raise cannot_write(clean, error) from error
    _last.end = time.perf_counter()
    return ShardResult(
        shard.number, inputs, tuple(worker.notes), worker.displaced, seconds=_last.end - begun, waited=waited
    )


class _Last(threading.local):
    """When this thread's last shard was done."""

    end = 0.0


_last = _Last()


class _Worker:
    """Cleans items one after the other, and gathers what is to be said about it."""

    def __init__(self, clean: Location, config: Config, shard: Shard, *, far: bool) -> None:
        self.clean, self.config, self.share, self.far = clean, config, shard.share, far
        self.files = files_of(clean)
        self.files.expect(item.clean for item in shard.items)
        self.open = _opener(shard.items)
        self.notes: list[Note] = []
        self.displaced = 0
        self.segment = Segment(clean) if config.output != FILES and isinstance(clean, Path) else None

    def take(self, items: Sequence[Item]) -> Iterator[InputResult]:
        """Clean some raw files. Raises OSError when the clean folder cannot be written."""
        read = [self.source_of(item) for item in items]
        results = iter(
            self.documents([(item, what) for item, what in zip(items, read, strict=True) if not isinstance(what, str)])
        )
        for item, what in zip(items, read, strict=True):
            if isinstance(what, str):
                yield self._packed(item, what)
            else:
                document = next(results)
                yield InputResult(_row(item, document.columns["status"], self.config), [document])

    def source_of(self, item: Item) -> Source | _Unread | str:
        """What an item is the file of: a document, one that cannot be read, or a container, of which this is the kind."""
        try:
            head, data = _read(item, self.config, self.open)
        except Refused as refusal:
            return _Unread(refusal)
        return containers.kind_of(head) if data is None else Source(item.path, data)

    def close(self) -> None:
        """Finish what was written. Raises OSError."""
        if self.segment is not None:
            self.segment.close()

    def documents(self, read: Sequence[_Read]) -> list[DocumentResult]:
        """Clean some documents and write them, or their quarantine; each step for all of them, as `clean_documents` does."""
        from ingest.pipeline import clean_documents

        sources = [what for _, what in read if isinstance(what, Source)]
        proved = map(_proved, sources, clean_documents(sources, self.config))
        cleaned = [next(proved) if isinstance(what, Source) else what.refusal for _, what in read]
        made = [self._made(item, one) for (item, _), one in zip(read, cleaned, strict=True)]
        return [self._put(item, what.data, one) for (item, what), one in zip(read, made, strict=True)]

    def _made(self, item: Item, outcome: Outcome | Exception) -> tuple[bytes, DocumentResult] | Exception:
        """The bytes of a clean document, and what is entered of it."""
        if isinstance(outcome, Exception):
            return outcome
        try:
            encoded = outcome.text.encode("utf-8")
            document = _document(item, outcome, encoded, self.config)
            if self.segment is not None:
                from ingest.export import record_of

                staged = self.segment.add(record_of(document.columns, outcome))
                document = document._replace(columns={**document.columns, "record": staged})
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one document provokes must not stop the others
            return error
        return encoded, document

    def _put(self, item: Item, data: bytes | None, made: tuple[bytes, DocumentResult] | Exception) -> DocumentResult:
        """Put a document, or its quarantine, into its place."""
        if isinstance(made, Exception):
            return self._failed(item, data, made)
        encoded, document = made
        if self.segment is not None:
            displaced = bool(item.expected) and self.files.drop(item.clean, item.expected or "")
        else:
            displaced = self.files.write_document(item.clean, encoded, item.expected)
        if displaced:
            self.displaced += 1
            self.notes.append(Note("WARNING", item.path, f"{item.clean} held other text: kept in .ingest/displaced/"))
        if item.why in RETRIED:
            self.files.release(item.path)
        return document

    def _failed(self, item: Item, data: bytes | None, error: Exception) -> DocumentResult:
        if isinstance(error, Refused):
            return self.refuse(item, data, error)
        self.notes.append(Note("DEBUG", item.path, "".join(traceback.format_exception(error))))
        reason = f"{type(error).__name__}: {error}"[:500]
        return self.refuse(item, data, Refused("internal", reason, "please report this as a bug of ingest"))

    def refuse(self, item: Item, data: bytes | None, refusal: Refused) -> DocumentResult:
        """Put an input into quarantine."""
        document = _refused(item, data, refusal, self.config)
        columns = document.columns
        reason = {key: columns[key] for key in ("source", "stage", "reason", "hint", "raw_sha256", "raw_bytes")}
        reason["try_again"] = f"ingest check {shlex.quote(item.real)}"
        self.files.quarantine(item.path, data, reason)
        if item.expected and self.segment is not None:
            self.displaced += self.files.drop(item.clean, item.expected)
        elif item.expected:
            self.files.retire(item.clean)
        self.notes.append(Note("WARNING", item.path, f"quarantined at {refusal.stage}: {refusal.reason}"))
        return document

    def _packed(self, item: Item, kind: str) -> InputResult:
        """Clean a container: where it lies, or, from a store, in a copy on this machine."""
        if "://" not in item.real:
            return self._container(item, kind, item.real)
        from ingest.remote.read import copied

        try:
            with copied(item.real, (item.size, item.mtime_ns, item.inode), self._scratch(item.real).parent) as path:
                return self._container(item, kind, path)
        except Refused as refusal:
            return InputResult(_row(item, "quarantined", self.config), [self.refuse(item, None, refusal)])

    def _container(self, item: Item, kind: str, path: str) -> InputResult:
        """Clean the records of a container, or a share of them, some at a time; their rows go to a file as they come."""
        spool = self._scratch(item.path)
        status = "clean"
        count = 0
        with spool.open("wb") as file, Catalog(self.clean) as catalog:
            read = self._records(item, kind, path, catalog)
            for records in together(read, lambda record: len(record[1].data or b"")):
                documents = [self._of(item, document) for document in self.documents(records)]
                count += len(documents)
                if any(document.columns["status"] == "quarantined" for document in documents):
                    status = "quarantined"
                pickle.dump(documents, file, pickle.HIGHEST_PROTOCOL)
        if not count and self.share == (0, 1):
            self.notes.append(Note("WARNING", item.path, "is a container without any document in it"))
        left = self.files.shared(spool) if self.far else str(spool)
        return InputResult(_row(item, status, self.config)._replace(clean="", recipe=self.config.recipe), (), left)

    def _scratch(self, name: str) -> Path:
        """A path on this machine for that name, not that of another share of the same container. Raises OSError."""
        return self.files.scratch(f"{name}#{self.share[0]}")

    def _records(self, item: Item, kind: str, path: str, catalog: Catalog) -> Iterator[_Read]:
        limits = containers.Limits(record_bytes=self.config.max_mebibytes * MEBIBYTE)
        index, of = self.share
        # Every worker reads the whole container, which costs little beside cleaning, and takes the records whose turn it is:
        # so names and numbers are the same whoever reads, and there is nothing between the workers that could get lost.
        records = containers.nested(path, kind, limits, self.config.jsonl, self._scratch)
        for number, record in enumerate(records):
            if isinstance(record, containers.PassedOver):
                if index:
                    continue
                what = ", ".join(f"{number:,} {name}" for name, number in record.kinds.items())
                self.notes.append(Note("INFO", item.path, f"passed over what is no document: {what}"))
                continue
            if number // STRIDE % of != index:
                continue
            source = f"{item.path}#{record.name}"
            known = catalog.document(source)
            expected = known["clean_sha256"] if known is not None and known["status"] == "clean" else None
            one = item._replace(
                path=source, clean=record_name(item.path, record.name), expected=expected, old_clean=None
            )
            if isinstance(record, containers.Broken):
                yield one, _Unread(Refused("read", record.reason, "save it again"), record.data)
            else:
                yield one, record.source(item.path)

    def _of(self, item: Item, document: DocumentResult) -> DocumentResult:
        return document._replace(columns={**document.columns, "input": item.path})


RETRIED = frozenset({"retry", "changed", "recipe", "forced", "output", "missing"})
"""Reasons for cleaning again what may be in quarantine."""

STRIDE = 8
"""Records that one worker takes in a row, where several share a container."""

TOGETHER = 16
MOST_TOGETHER = 256 * 1024
"""Documents, and bytes of raw files, from which on no more are cleaned together: with 16 a shard takes a fifth less time than
one by one, and with 32 no less. While they are worked on, they take some ten times their bytes."""

T = TypeVar("T")


def together(things: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """What is to be cleaned together, of things of which each has a size in bytes, in their order."""
    some: list[T] = []
    total = 0
    for one in things:
        some.append(one)
        total += size(one)
        if len(some) == TOGETHER or total >= MOST_TOGETHER:
            yield some
            some, total = [], 0
    if some:
        yield some


class _Unread(NamedTuple):
    """Why a document cannot be read, and its bytes as far as there are any."""

    refusal: Refused
    data: bytes | None = None


_Read: TypeAlias = tuple[Item, Source | _Unread]


def cannot_write(clean: str, error: OSError | sqlite3.Error) -> OutputError:
    """The error for a clean folder that cannot be written, with what to do."""
    what = getattr(error, "filename", None) or clean
    full = getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} or "full" in str(error)
    todo = "make room" if full else "check the folder's permissions"
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{what}: cannot be written: {reason}; {todo} and run again: what is done stays done")


def _opener(items: Sequence[Item]) -> Callable[[str], IO[bytes]]:
    """What opens the raw files of some items. Those in a store are fetched together."""
    if not any("://" in item.real for item in items):
        return partial(opened, buffering=0)  # they are read at once: a buffer would cost more than the reading
    from ingest.remote.read import Fetched

    return Fetched([(item.real, item.size) for item in items if not item.problem]).open


def _read(item: Item, config: Config, opener: Callable[[str], IO[bytes]]) -> tuple[bytes, bytes | None]:
    """The first bytes of a file, and all of them, or None for a container, which is never read whole."""
    if item.problem:
        raise Refused("discover", item.problem, "put a regular file in its place")
    try:
        with opener(item.real) as file:
            head = containers.head_of(file)
            if containers.kind_of(head):
                return head, None
            if item.size > config.max_mebibytes * MEBIBYTE:
                size = f"{item.size / MEBIBYTE:.0f} MiB, more than the limit of {config.max_mebibytes}"
                raise Refused("read", size, "split it, or raise max_mebibytes in ingest.yaml")
            return head, head + file.read()
    except FileNotFoundError as error:
        raise Refused("read", "vanished while the run was at work", "put it back, or run again to retire it") from error
    except OSError as error:
        if "://" in item.real and not isinstance(error, PermissionError):
            todo = "what is done stays done, run again to complete the folder"
            raise StoreError(f"{item.real}: cannot be read: {error.strerror}; {todo}") from error
        raise Refused("read", f"cannot be read: {error.strerror}", "check its permissions and run again") from error


def _proved(source: Source, outcome: Outcome | Exception) -> Outcome | Exception:
    """Nothing is written that cannot be undone: the ledger has to give the raw bytes back, or the document is refused."""
    if isinstance(outcome, Exception):
        return outcome
    try:
        undone = encode(undo(outcome.text, outcome.passes), outcome.decoding) == source.data
    except (LedgerError, UnicodeEncodeError):
        undone = False
    except Exception as error:  # noqa: BLE001 - whatever one document provokes must not stop the others
        return error
    if undone:
        return outcome
    return Refused("internal", "its ledger does not give back its bytes", "please report this as a bug of ingest")


def shares_of(item: Item, most: int) -> int:
    """Into how many shares a raw file can be cut: one, unless it is a container of many records."""
    if most <= 1 or item.problem:
        return 1
    try:
        url = Url(item.real) if "://" in item.real else None
        with opened(item.real) if url is None else io.BytesIO(url.head(containers.PACKED_HEAD)) as file:
            kind = containers.kind_of(containers.head_of(file))
    except OSError:
        return 1
    return most if kind in containers.OF_MANY else 1


def _row(item: Item, status: str, config: Config) -> InputRow:
    clean = item.clean if status == "clean" else ""
    recipe = config.recipe_at(item.path) if clean else config.recipe
    return InputRow(item.path, item.size, item.mtime_ns, item.inode, clean, recipe, status)


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


def _document(item: Item, outcome: Outcome, encoded: bytes, config: Config) -> DocumentResult:
    rules: dict[str, int] = {}
    added = 0
    for rule, _, before, after, _ in chain.from_iterable(one.edits for one in outcome.passes):
        rules[rule] = rules.get(rule, 0) + 1
        if len(after) > len(before) and not rule.startswith("DOC"):
            added += len(after) - len(before)
    facts = outcome.front_matter["provenance"]
    fields = outcome.metadata.fields
    return DocumentResult(
        {
            "source": item.path,
            "input": item.path,
            "clean": item.clean,
            "status": "clean",
            "recipe": config.recipe_at(item.path),
            "raw_sha256": outcome.sha256,
            "raw_bytes": facts["bytes"],
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
            "added_chars": added,
            "edits": sum(number for rule, number in rules.items() if not rule.startswith("DOC")),
            "findings": len(outcome.findings),
            "rules": as_json(dict(sorted(rules.items()))),
            "front_matter": as_json(outcome.front_matter),
            "decoding": ledger.decoding_json(outcome.decoding),
            "origins": as_json(outcome.metadata.origins),
        },
        ledger.plain_rows(outcome.passes),
        list(map(tuple, outcome.findings)),
        list(map(tuple, outcome.blocks)),
    )
