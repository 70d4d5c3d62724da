"""The catalog: what is known of the inputs, documents, edits, findings and runs of a clean folder.

It lies among what else a run leaves beside the documents, in `clean/.ingest/`:

    catalog.sqlite    one file, one writer; any SQLite tool reads it
    staged/, parts/   records on their way to the record files (see `parts`)
    quarantine/PATH/  `raw` (the bytes) and `reason.json`
    retired/PATH      clean documents whose raw file is gone
    displaced/PATH    files that stood in a document's place and were not written by ingest
    logs/RUN.jsonl    one line an event
    report.html       the report
    lock              held while a run is at work
    tmp/              files on their way to their place
"""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from ingest.errors import UsageError
from ingest.files import FOLDER
from ingest.parts import TABLES, Reader, Records
from ingest.places import Location, Url, opened

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE inputs(
    path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, inode INTEGER, clean TEXT, recipe TEXT, status TEXT
) WITHOUT ROWID;
CREATE TABLE documents(
    id INTEGER PRIMARY KEY, source TEXT UNIQUE NOT NULL, input TEXT NOT NULL, clean TEXT, status TEXT NOT NULL,
    recipe TEXT, run TEXT, raw_sha256 TEXT, raw_bytes INTEGER, clean_sha256 TEXT, clean_bytes INTEGER, body_sha256 TEXT,
    format TEXT, layout TEXT, producer TEXT, encoding TEXT, encoding_basis TEXT, language TEXT, title TEXT,
    raw_chars INTEGER, removed_chars INTEGER, added_chars INTEGER, edits INTEGER, findings INTEGER, rules TEXT,
    stage TEXT, reason TEXT, hint TEXT, front_matter TEXT, decoding TEXT, origins TEXT
);
CREATE INDEX documents_input ON documents(input);
CREATE INDEX documents_clean ON documents(clean);
CREATE TABLE edits(
    document INTEGER NOT NULL, pass INTEGER NOT NULL, seq INTEGER NOT NULL, stage TEXT, rule TEXT, start INTEGER,
    before, after, note TEXT, raw_start INTEGER, raw_end INTEGER, repeat INTEGER, starts TEXT,
    PRIMARY KEY(document, pass, seq)
) WITHOUT ROWID;
CREATE TABLE findings(
    document INTEGER NOT NULL, seq INTEGER NOT NULL, rule TEXT, line INTEGER, column INTEGER, start INTEGER, end INTEGER,
    message TEXT, excerpt TEXT, PRIMARY KEY(document, seq)
) WITHOUT ROWID;
CREATE TABLE blocks(
    document INTEGER NOT NULL, seq INTEGER NOT NULL, rule TEXT, place TEXT, reason TEXT, text TEXT,
    PRIMARY KEY(document, seq)
) WITHOUT ROWID;
CREATE TABLE runs(
    id TEXT PRIMARY KEY, started TEXT, ended TEXT, state TEXT, raw TEXT, recipe TEXT, host TEXT, pid INTEGER, counts TEXT,
    message TEXT
);
CREATE TABLE events(
    run TEXT NOT NULL, source TEXT NOT NULL, what TEXT NOT NULL, old_sha256 TEXT, new_sha256 TEXT, recipe TEXT, rules TEXT,
    PRIMARY KEY(run, source)
) WITHOUT ROWID;
"""
# Beside the form with that number: catalogs of before can be read without it, and get it when they are written.
SETTINGS = "CREATE TABLE IF NOT EXISTS settings(recipe TEXT PRIMARY KEY, settings TEXT) WITHOUT ROWID"
FOLDERS = "CREATE TABLE IF NOT EXISTS folders(input TEXT PRIMARY KEY, mtime_ns INTEGER) WITHOUT ROWID"

DOCUMENT_COLUMNS = (
    "source", "input", "clean", "status", "recipe", "run", "raw_sha256", "raw_bytes", "clean_sha256", "clean_bytes",
    "body_sha256", "format", "layout", "producer", "encoding", "encoding_basis", "language", "title", "raw_chars",
    "removed_chars", "added_chars", "edits", "findings", "rules", "stage", "reason", "hint", "front_matter", "decoding",
    "origins",
)  # fmt: skip

_INSERT_DOCUMENT = (
    f"INSERT INTO documents({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))})"  # noqa: S608 - the names are ours
    " ON CONFLICT(source) DO NOTHING"
)
_UPDATE_DOCUMENT = f"UPDATE documents SET {', '.join(f'{name} = ?' for name in DOCUMENT_COLUMNS)} WHERE id = ?"  # noqa: S608 - as above

_NEW_INPUT = "INSERT OR IGNORE INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)"
_KNOWN_INPUT = "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)"
_EDITS = (
    "SELECT pass, seq, stage, rule, start, before, after, note, raw_start, raw_end, repeat, starts"
    " FROM edits WHERE document = ? ORDER BY pass, seq"
)
_OLD = "SELECT id, status, clean_sha256 FROM documents WHERE source = ?"
_REST = (
    "SELECT id, source, clean, clean_sha256, recipe FROM documents"
    " WHERE input = ? AND run != ? AND status != 'retired' ORDER BY source"
)

TOTALS = ("documents", "quarantined", "edits", "findings", "removed_chars")
"""What `Catalog.totals` counts."""

ENDED = "('Completed', 'CompletedWithQuarantine', 'NothingToDo')"
"""States of runs that came to their end, as SQL."""


class InputRow(NamedTuple):
    """What the catalog remembers of a raw file, to tell whether it changed."""

    path: str
    size: int
    mtime_ns: int
    inode: int
    clean: str
    recipe: str
    status: str


def local_folder(clean: Location) -> Path:
    """Where what needs a disk is kept for a clean folder: in it, or for a URL in a state folder of this machine."""
    if isinstance(clean, Url):
        from ingest.remote.state import folder_of

        return folder_of(clean)
    return clean / FOLDER


def log_of(clean: Location, run: str) -> Path:
    """Where a run's log is read, if there is one. Raises UsageError when it cannot be fetched."""
    if isinstance(clean, Url):
        from ingest.remote.state import State

        return State(clean).log(run)
    return clean / FOLDER / "logs" / f"{run}.jsonl"


def _readable(clean: Location, folder: Path) -> Path:
    if isinstance(clean, Url):
        from ingest.remote.state import State

        return State(clean).readable()
    return folder / "catalog.sqlite"


def _is_file(path: Path) -> bool:
    """As Path.is_file. Raises UsageError where that cannot be told."""
    try:
        return path.is_file()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; check its permissions") from error


class Catalog:
    """The catalog of one clean folder. One process writes at a time (see `lock`); any number may read."""

    def __init__(self, clean: Location, *, write: bool = False) -> None:
        """Open it, and make it when `write` is set. Raises UsageError when there is none or it cannot be used."""
        self.clean = clean
        self.folder = local_folder(clean)
        self.path = self.folder / "catalog.sqlite" if write else _readable(clean, self.folder)
        self.fetched: dict[Location, bytes | OSError] = {}
        if not write and not _is_file(self.path):
            msg = f"{clean} holds no catalog: it was not written by `ingest run`; run `ingest run RAW {clean}` first"
            raise UsageError(msg)
        self._open(write=write)

    def _open(self, *, write: bool) -> None:
        try:
            if write:
                self.folder.mkdir(parents=True, exist_ok=True)
                self.db = sqlite3.connect(self.path, isolation_level=None)
                self.db.execute("PRAGMA journal_mode=WAL")
                self.db.execute("PRAGMA synchronous=NORMAL")
            else:
                self.db = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)
            self.db.row_factory = sqlite3.Row
            self._prepare(write=write)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CANTOPEN:
                todo = "look what it is, and at its permissions"
                raise UsageError(f"{self.path}: the catalog cannot be opened; {todo}") from error
            todo = (
                "put a copy in its place, or move it away: the next run makes it anew from the raw files that are there"
            )
            raise UsageError(f"{self.path}: the catalog cannot be used: {error}; {todo}") from error
        except OSError as error:
            msg = f"{self.folder}: cannot be written: {error.strerror}; choose a clean folder that you may write to"
            raise UsageError(msg) from error

    def _prepare(self, *, write: bool) -> None:
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and write:
            self.db.executescript(f"BEGIN;{SCHEMA}PRAGMA user_version={SCHEMA_VERSION};COMMIT;")
        elif version != SCHEMA_VERSION:
            msg = f"{self.path}: written by another version of ingest (catalog form {version}, here {SCHEMA_VERSION})"
            raise UsageError(msg)
        if write:
            self.db.execute(SETTINGS)
            self.db.execute(FOLDERS)
            self.db.executescript(TABLES)

    @property
    def disk(self) -> Path:
        """The clean folder as a folder of this machine, which record files need. Raises UsageError for a URL."""
        if isinstance(self.clean, Url):
            todo = "write files there, and `ingest export` makes records of them"
            raise UsageError(f"{self.clean}: records are kept on a disk of this machine only; {todo}")
        return self.clean

    @cached_property
    def records(self) -> Records:
        """What it knows of records, for a folder that holds those."""
        return Records(self)

    @cached_property
    def reader(self) -> Reader:
        """Reads records."""
        return Reader(self.folder if isinstance(self.clean, Url) else self.clean)

    def close(self) -> None:
        """Close it; the write-ahead log is folded into the one file."""
        self.reader.close()
        self.db.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read it as it is now for a while, which takes the locks once."""
        self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.execute("ROLLBACK")

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Close it for a while: what SQLite holds of an open database must not go into a process made by a fork."""
        self.close()
        yield
        self._open(write=True)

    def __enter__(self) -> Self:
        """Use it in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    # reading

    def inputs(self, recipe: str | Callable[[str], str]) -> Iterator[tuple[Any, ...]]:
        """All raw files that are known, by path, streamed, as plain tuples: path, clean path, size, time and inode.

        The inode is None for what is in quarantine or was made with another recipe than `recipe`, which may depend on the
        path.
        """
        wanted = "?"
        if callable(recipe):
            self.db.create_function("recipe_at", 1, recipe, deterministic=True)
            wanted = "recipe_at(path)"
        cursor = self.db.cursor()
        cursor.row_factory = None
        return cursor.execute(
            "SELECT path, clean, size, mtime_ns,"  # noqa: S608 - a constant
            f" CASE WHEN status = 'clean' AND clean != '' AND recipe = {wanted} THEN inode END FROM inputs ORDER BY path",
            () if callable(recipe) else (recipe,),
        )

    def input(self, path: str) -> InputRow:
        """What is known of a raw file that is known."""
        row = self.db.execute("SELECT * FROM inputs WHERE path = ?", (path,)).fetchone()
        return InputRow._make(row)

    def made_from(self, path: str) -> Iterator[sqlite3.Row]:
        """Of the documents made from a raw file, what a change of the settings is judged by."""
        return self.db.execute(
            "SELECT id, source, input, recipe, rules, findings, origins FROM documents"
            " WHERE input = ? AND status != 'retired' ORDER BY source",
            (path,),
        )

    def finding_codes(self, document: int) -> frozenset[str]:
        """The codes of a document's findings."""
        return frozenset(
            row["rule"] for row in self.db.execute("SELECT rule FROM findings WHERE document = ?", (document,))
        )

    def folder_time(self, path: str) -> int | None:
        """When a run last changed the folder of a container's documents, in nanoseconds; None when that is not known."""
        row = self.db.execute("SELECT mtime_ns FROM folders WHERE input = ?", (path,)).fetchone()
        return None if row is None else int(row["mtime_ns"])

    def settings(self) -> dict[str, dict[str, Any]]:
        """The settings behind each recipe that something was made with."""
        return {row["recipe"]: json.loads(row["settings"]) for row in self.db.execute("SELECT * FROM settings")}

    def documents(self, where: str = "1", *values: object, order: str = "source") -> Iterator[sqlite3.Row]:
        """Rows of documents; `where` and `order` are SQL written by the caller, never by a user."""
        return iter(self.db.execute(f"SELECT * FROM documents WHERE {where} ORDER BY {order}", values))  # noqa: S608 - see the docstring

    def containers(self) -> list[str]:
        """The raw paths of the containers that hold clean documents, in order."""
        rows = self.db.execute(
            "SELECT DISTINCT input FROM documents WHERE input != source AND status = 'clean' ORDER BY input"
        )
        return [row["input"] for row in rows]

    def document(self, name: str) -> sqlite3.Row | None:
        """The document with that raw path, or clean path, below its folder."""
        found = self.db.execute("SELECT * FROM documents WHERE source = ?", (name,)).fetchone()
        found = found or self.db.execute("SELECT * FROM documents WHERE clean = ?", (name,)).fetchone()
        return found if isinstance(found, sqlite3.Row) else None

    def ahead(self, rows: Iterable[sqlite3.Row], raw: Location | None = None) -> Iterator[sqlite3.Row]:
        """The rows; where documents or raw files are in a store, those of some rows are fetched together, for `read`."""
        if isinstance(self.clean, Path) and not isinstance(raw, Url):
            return iter(rows)
        from ingest.remote.read import ahead

        return ahead(self, rows, raw)

    def read(self, place: Location) -> bytes:
        """The bytes of a document or raw file. Raises OSError."""
        found = self.fetched.pop(place, None) if self.fetched else None
        if isinstance(found, OSError):
            raise found
        if found is not None:
            return found
        if isinstance(place, Url):
            return place.read_bytes()
        with open(place, "rb", buffering=0) as file:  # noqa: PTH123 - hundreds are read: `Path.read_bytes` takes twice the calls
            return file.read()

    def edits(self, document: int) -> list[sqlite3.Row]:
        """The edit rows of a document, in order."""
        return self.db.execute("SELECT * FROM edits WHERE document = ? ORDER BY pass, seq", (document,)).fetchall()

    def edit_tuples(self, document: int) -> list[tuple[Any, ...]]:
        """The same as plain tuples, without the document's number."""
        cursor = self.db.cursor()
        cursor.row_factory = None
        return cursor.execute(_EDITS, (document,)).fetchall()

    def findings(self, document: int) -> list[sqlite3.Row]:
        """The findings of a document, in the order of their place."""
        return self.db.execute("SELECT * FROM findings WHERE document = ? ORDER BY seq", (document,)).fetchall()

    def blocks(self, document: int) -> list[sqlite3.Row]:
        """The dropped blocks of a converted document, in order."""
        return self.db.execute("SELECT * FROM blocks WHERE document = ? ORDER BY seq", (document,)).fetchall()

    def runs(self, limit: int = -1) -> list[sqlite3.Row]:
        """The runs, newest first."""
        return self.db.execute("SELECT * FROM runs ORDER BY rowid DESC LIMIT ?", (limit,)).fetchall()

    def last_counts(self) -> dict[str, int]:
        """The counts of the last run that came to its end; empty when there was none."""
        row = self.db.execute(f"SELECT counts FROM runs WHERE state IN {ENDED} ORDER BY rowid DESC LIMIT 1").fetchone()  # noqa: S608 - a constant
        return dict(json.loads(row["counts"])) if row is not None and row["counts"] else {}

    def unsure_runs(self) -> list[str]:
        """The runs since the last that came to its end: what they wrote may not have reached the disk."""
        rows = self.db.execute(
            f"SELECT id FROM runs WHERE state NOT IN {ENDED} AND state != 'Running'"  # noqa: S608 - a constant
            f" AND rowid > (SELECT coalesce(max(rowid), 0) FROM runs WHERE state IN {ENDED})"
        )
        return [row["id"] for row in rows]

    def totals(self) -> dict[str, int]:
        """What there is now: documents, quarantined inputs, edits, findings, characters removed."""
        row = self.db.execute(
            "SELECT count(*) FILTER (WHERE status = 'clean'), count(*) FILTER (WHERE status = 'quarantined'),"
            " total(edits), total(findings), total(removed_chars) FROM documents WHERE status != 'retired'"
        ).fetchone()
        return {name: int(number) for name, number in zip(TOTALS, row, strict=True)}

    # writing

    def start_run(self, run: Mapping[str, Any]) -> list[str]:
        """Enter a run, and mark runs that never ended as crashed. Returns the ids of those."""
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            dead = [row["id"] for row in self.db.execute("SELECT id FROM runs WHERE state = 'Running'")]
            self.db.execute("UPDATE runs SET state = 'Crashed' WHERE state = 'Running'")
            self.db.execute(
                "INSERT INTO runs(id, started, state, raw, recipe, host, pid) VALUES (?, ?, 'Running', ?, ?, ?, ?)",
                (run["id"], run["started"], run["raw"], run["recipe"], run["host"], run["pid"]),
            )
        return dead

    def remember_folder(self, path: str) -> None:
        """Enter that the documents of a container are all there: a later change of their folder is seen by its time."""
        if not isinstance(self.clean, Path):
            return
        with suppress(OSError):
            found = (self.clean / path).stat().st_mtime_ns
            self.db.execute("INSERT OR REPLACE INTO folders VALUES (?, ?)", (path, found))

    def remember(self, recipe: str, settings: Mapping[str, Any]) -> None:
        """Enter the settings behind a recipe."""
        self.db.execute(
            "INSERT OR IGNORE INTO settings VALUES (?, ?)", (recipe, json.dumps(settings, sort_keys=True, default=list))
        )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written in it is entered together, or not at all."""
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            yield

    def renew_input(self, path: str, recipe: str) -> None:
        """Enter that a raw file's documents are as that recipe makes them."""
        self.db.execute("UPDATE inputs SET recipe = ? WHERE path = ?", (recipe, path))

    def end_run(self, run: str, ended: str, state: str, counts: Mapping[str, Any], message: str) -> None:
        """Enter how a run ended."""
        with self.db:
            self.db.execute(
                "UPDATE runs SET ended = ?, state = ?, counts = ?, message = ? WHERE id = ?",
                (ended, state, json.dumps(counts, ensure_ascii=False), message, run),
            )

    def commit(
        self, run: str, inputs: Iterable[InputResult], seen: Callable[[DocumentResult, str], None] | None = None
    ) -> list[str]:
        """Enter what became of some inputs, in one transaction.

        `seen` is called with each document and what happened to it. Returns the clean paths of documents that the inputs
        held before and hold no more.
        """
        left: list[str] = []
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            for one in inputs:
                left += self._enter(run, one, seen)
        return left

    def _enter(self, run: str, result: InputResult, seen: Callable[[DocumentResult, str], None] | None) -> list[str]:
        # Not the file as it is, so that a run that dies before the last share leaves one that seems to have changed.
        row = result.row if result.last else result.row._replace(size=-1)
        new = self.db.execute(_NEW_INPUT, row).rowcount == 1
        for document in result.each():
            what = self._enter_document(run, document)
            if seen:
                seen(document, what)
        if new:
            return []  # it has no documents of before
        self.db.execute(_KNOWN_INPUT, row)
        if not result.last:
            return []
        rest = self.db.execute(_REST, (result.row.path, run)).fetchall()
        for old in rest:
            self._retire_document(run, old)
        return ["" if self.records.place(old["id"]) else old["clean"] for old in rest if old["clean"]]

    def outputs(self, path: str) -> list[tuple[str, str]]:
        """The documents made from a raw file that are not retired: source, and clean path (empty in quarantine)."""
        rows = self.documents("input = ? AND status != 'retired'", path)
        return [(row["source"], "" if self.records.place(row["id"]) else row["clean"] or "") for row in rows]

    def _enter_document(self, run: str, document: DocumentResult) -> str:
        columns = {**document.columns, "run": run}
        values = list(map(columns.get, DOCUMENT_COLUMNS))
        old = None
        entered = self.db.execute(_INSERT_DOCUMENT, values)
        number = entered.lastrowid
        if not entered.rowcount:
            old = self.db.execute(_OLD, (columns["source"],)).fetchone()
            number = old["id"]
            self.db.execute(_UPDATE_DOCUMENT, [*values, number])
            self._forget(number)
        self.db.executemany(
            "INSERT INTO edits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *row) for row in document.edits],
        )
        if document.findings:
            self.db.executemany(
                "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(number, seq, *row) for seq, row in enumerate(document.findings)],
            )
        if document.blocks:
            self.db.executemany(
                "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?)",
                [(number, seq, *row) for seq, row in enumerate(document.blocks)],
            )
        self.records.enter(int(number or 0), columns.get("record"))
        return self._event(run, document.columns, old)

    def _event(self, run: str, columns: Mapping[str, Any], old: sqlite3.Row | None) -> str:
        old_status = old["status"] if old is not None else None
        old_sha256 = old["clean_sha256"] if old is not None else None
        what = event_of(old_status, columns["status"], same=old_sha256 == columns.get("clean_sha256"))
        self.db.execute(
            "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                run,
                columns["source"],
                what,
                old_sha256,
                columns.get("clean_sha256"),
                columns["recipe"],
                columns.get("rules"),
            ),
        )
        return what

    def _forget(self, number: int) -> None:
        for table in ("edits", "findings", "blocks"):
            self.db.execute(f"DELETE FROM {table} WHERE document = ?", (number,))  # noqa: S608 - the names are ours

    def _retire_document(self, run: str, row: sqlite3.Row) -> None:
        self.db.execute("UPDATE documents SET status = 'retired', run = ? WHERE id = ?", (run, row["id"]))
        self.records.retire(row["id"])
        self.db.execute(
            "INSERT OR REPLACE INTO events VALUES (?, ?, 'retired', ?, NULL, ?, NULL)",
            (run, row["source"], row["clean_sha256"], row["recipe"]),
        )

    def retire(self, run: str, paths: Iterable[str]) -> None:
        """Enter that raw files are gone. Their documents' ledgers stay, so that the retired files can be undone."""
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            for path in paths:
                for row in self.documents("input = ? AND status != 'retired'", path):
                    self._retire_document(run, row)
                self.db.execute("DELETE FROM inputs WHERE path = ?", (path,))


def event_of(old: str | None, new: str, *, same: bool) -> str:
    """What a run did to a document, in one word."""
    if new == "quarantined":
        return "quarantined" if old == "quarantined" else "newly-failing"
    if old == "quarantined":
        return "newly-fixed"
    if old is None or old == "retired":
        return "new"
    return "unchanged" if same else "changed"


class DocumentResult(NamedTuple):
    """What the catalog is to hold of one document: its columns and its rows, ready for SQLite."""

    columns: Mapping[str, Any]
    edits: Sequence[Any] = ()
    findings: Sequence[Any] = ()
    blocks: Sequence[Any] = ()


class InputResult(NamedTuple):
    """What became of one raw file: its row and its documents.

    The documents of a container are in `spool`, a file of pickled lists: there may be more than memory holds. `share` says
    which share of the container's records they are, `last` that all others were entered before.
    """

    row: InputRow
    documents: Sequence[DocumentResult] = ()
    spool: str = ""
    share: tuple[int, int] = (0, 1)
    last: bool = True

    def each(self) -> Iterator[DocumentResult]:
        """All documents, one after the other."""
        yield from self.documents
        if self.spool:
            with opened(self.spool) as file:
                while True:
                    try:
                        part: list[DocumentResult] = pickle.load(file)  # noqa: S301 - written by our own worker, below .ingest/tmp
                    except EOFError:
                        return
                    yield from part
