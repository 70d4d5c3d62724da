"""Where the records of documents lie, in a clean folder that holds record files instead of a file a document.

Workers append records to *segments* below `.ingest/staged/`; at the end of a run `fold` brings them into *parts*, the files
that readers see. A segment is a file of frames of zstd, each with one record as a line of JSON. The catalog knows of each
document the segment and offset, or the part and row; a record that is in both is newer in the segment.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol

from ingest.files import FOLDER

TABLES = """
CREATE TABLE IF NOT EXISTS records(
    document INTEGER PRIMARY KEY, part TEXT, row INTEGER, segment TEXT, offset INTEGER, length INTEGER, size INTEGER,
    state INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS records_segment ON records(segment) WHERE segment IS NOT NULL;
CREATE INDEX IF NOT EXISTS records_state ON records(state) WHERE state != 0;
CREATE TABLE IF NOT EXISTS parts(
    name TEXT PRIMARY KEY, documents INTEGER, sha256 TEXT, bytes INTEGER, mtime_ns INTEGER, last TEXT, state TEXT
);
CREATE TABLE IF NOT EXISTS output(form TEXT);
"""

FILES = "files"
FORMS = (FILES, "jsonl", "parquet")
"""What a run writes: a file a document, or records."""

HELD, DROPPED, RETIRED = range(3)
"""What a record is to its document: its text; no more (it is in quarantine, or a file); the last text of a retired one."""

LIVE, NEXT, GONE = "live", "next", "gone"
"""States of a part: in its place, on its way there, to be removed."""

STAGED = "staged"


class Place(NamedTuple):
    """Where a record lies: at an offset of a segment (a path below `.ingest/`), or in a row of a part."""

    part: str | None
    row: int | None
    segment: str | None
    offset: int | None
    length: int | None


class Staged(NamedTuple):
    """Where a worker put a record, and how long it is as a line of JSON, in bytes."""

    segment: str
    offset: int
    length: int
    size: int


class Connected(Protocol):
    """What has a connection: a catalog."""

    db: sqlite3.Connection


class Records:
    """The catalog's knowledge of records. Every change is made within a transaction of the catalog."""

    def __init__(self, catalog: Connected) -> None:
        """Look whether there are any."""
        self._catalog = catalog
        db = catalog.db
        known = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'records'").fetchone() is not None
        self.any = known and db.execute("SELECT 1 FROM records LIMIT 1").fetchone() is not None

    @property
    def db(self) -> sqlite3.Connection:
        """The connection as it is now: a catalog may be closed for a while."""
        return self._catalog.db

    def enter(self, document: int, staged: Staged | None) -> None:
        """Enter a document that was made anew: its record, or None for one that is a file or in quarantine."""
        if staged is not None:
            self.any = True
            self.db.execute(
                "INSERT INTO records(document, segment, offset, length, size) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO"
                " UPDATE SET segment = ?2, offset = ?3, length = ?4, size = ?5, state = 0",
                (document, *staged),
            )
        elif self.any:
            self.db.execute("UPDATE records SET state = ? WHERE document = ?", (DROPPED, document))

    def retire(self, document: int) -> None:
        """Enter that a document is retired."""
        if self.any:
            self.db.execute("UPDATE records SET state = ? WHERE document = ? AND state = ?", (RETIRED, document, HELD))

    def place(self, document: int) -> Place | None:
        """Where the document's record lies; None for a document that is a file."""
        if not self.any:
            return None
        row = self.db.execute(
            "SELECT part, row, segment, offset, length FROM records WHERE document = ? AND state != ?",
            (document, DROPPED),
        ).fetchone()
        return None if row is None else Place(*row)

    def parts(self) -> dict[str, str]:
        """The parts with their sha256."""
        if not self.any:
            return {}
        return {row[0]: row[1] for row in self.db.execute("SELECT name, sha256 FROM parts")}

    @property
    def form(self) -> str:
        """What the last run wrote."""
        if not self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'output'").fetchone():
            return FILES  # a catalog of before
        row = self.db.execute("SELECT form FROM output").fetchone()
        return FILES if row is None else str(row[0])


class Segment:
    """A file of records that one worker writes; it is made when the first record comes."""

    LEVEL = 3
    """zstd's level: a segment lives until the end of the run."""

    def __init__(self, folder: Path, kind: str = STAGED) -> None:
        """`folder` is the clean folder, `kind` the folder below `.ingest/`."""
        self._folder, self._kind = folder / FOLDER / kind, kind
        self._file: IO[bytes] | None = None
        self._name = ""
        self._at = 0

    @cached_property
    def _compressor(self) -> Any:  # noqa: ANN401 - a compressor of zstandard
        import zstandard

        return zstandard.ZstdCompressor(level=self.LEVEL)

    def add(self, record: Mapping[str, Any]) -> Staged:
        """Append a record."""
        return self.add_line(line_of(record))

    def add_line(self, line: bytes) -> Staged:
        """Append a record as a line."""
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            number, path = tempfile.mkstemp(".records", "", self._folder)
            self._file = os.fdopen(number, "wb")
            self._name = f"{self._kind}/{Path(path).name}"
        data = self._compressor.compress(line)
        place = Staged(self._name, self._at, len(data), len(line))
        self._file.write(data)
        self._at += len(data)
        return place

    def close(self) -> None:
        """Finish the file, and wait until it is on the disk."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()


def line_of(record: Mapping[str, Any]) -> bytes:
    """A record as it stands in JSON lines."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Reader:
    """Reads records. Those of a part are best asked for in their order: JSON lines are read from the front."""

    KEPT = 4
    """Files that are held open."""

    def __init__(self, clean: Path) -> None:
        """Read below `clean`."""
        self._clean = clean
        self._open: dict[str, _Lines | _Groups | _Frames] = {}

    def record(self, place: Place) -> dict[str, Any]:
        """The record at a place. Raises OSError when its file cannot be read, ValueError when there is none."""
        found = self._at(place)
        if isinstance(found, bytes):
            record: dict[str, Any] = json.loads(found)
            return record
        return found

    def line(self, place: Place) -> bytes:
        """The record at a place as a line of JSON. Raises as `record` does."""
        found = self._at(place)
        return found if isinstance(found, bytes) else line_of(found)

    def _at(self, place: Place) -> bytes | dict[str, Any]:
        try:
            if place.segment is not None and place.offset is not None and place.length is not None:
                frames = self._file(place.segment, self._clean / FOLDER / place.segment)
                return frames.get(place.offset, place.length)
            if place.part is not None and place.row is not None:
                return self._file(place.part, self._clean / place.part).get(place.row, 1)
        except OSError:
            raise
        except Exception as error:  # the libraries raise what they like for a file that is not what was written
            raise ValueError(f"{type(error).__name__}: {error}") from error
        raise ValueError("its record was lost")

    def _file(self, name: str, path: Path) -> _Lines | _Groups | _Frames:
        if name not in self._open:
            while len(self._open) >= self.KEPT:
                self._open.pop(next(iter(self._open))).close()
            kind = _Groups if name.endswith(".parquet") else _Lines if name.endswith(".zst") else _Frames
            self._open[name] = kind(path)
        return self._open[name]

    def close(self) -> None:
        """Close all files."""
        while self._open:
            self._open.popitem()[1].close()


class _Frames:
    """A segment."""

    def __init__(self, path: Path) -> None:
        import zstandard

        self._file = path.open("rb")
        self._decompressor = zstandard.ZstdDecompressor()

    def get(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return bytes(self._decompressor.decompress(self._file.read(length)))

    def close(self) -> None:
        self._file.close()


class _Lines:
    """A part of JSON lines."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._rewind()

    def _rewind(self) -> None:
        import zstandard

        self._file.seek(0)
        self._lines = zstandard.ZstdDecompressor().stream_reader(self._file, closefd=False)
        self._rest = b""
        self._row = 0

    def get(self, row: int, _: int) -> bytes:
        if row < self._row:
            self._rewind()
        while True:
            line = self._next()
            if not line:
                raise ValueError(f"it has no row {row}")
            if self._row > row:
                return line

    def _next(self) -> bytes:
        pieces = []
        while True:
            line, end, rest = self._rest.partition(b"\n")
            pieces.append(line + end)
            if end:
                self._rest = rest
                self._row += 1
                return b"".join(pieces)
            self._rest = self._lines.read(1 << 18)
            if not self._rest:
                return b""

    def close(self) -> None:
        self._file.close()


class _Groups:
    """A part in Parquet: a row group is read at a time."""

    def __init__(self, path: Path) -> None:
        pq: Any = import_module("pyarrow.parquet")
        self._file = pq.ParquetFile(path)
        meta = self._file.metadata
        self._ends = list(accumulate(meta.row_group(n).num_rows for n in range(meta.num_row_groups)))
        self._group = -1
        self._rows: list[dict[str, Any]] = []

    def get(self, row: int, _: int) -> dict[str, Any]:
        group = bisect_right(self._ends, row)
        if group != self._group:
            self._rows = self._file.read_row_group(group).to_pylist()
            self._group = group
        return self._rows[row - (self._ends[group - 1] if group else 0)]

    def close(self) -> None:
        self._file.close()


def members(db: sqlite3.Connection) -> Iterator[tuple[int, str, int, Place]]:
    """All documents that are records, by source: number, source, size, place."""
    cursor = db.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        "SELECT d.id, d.source, r.size, r.part, r.row, r.segment, r.offset, r.length FROM documents d"
        " CROSS JOIN records r ON r.document = d.id WHERE d.status = 'clean' AND r.state = 0"
        " AND (r.part IS NOT NULL OR r.segment IS NOT NULL) ORDER BY d.source"
    )
    return ((number, source, size, Place(*place)) for number, source, size, *place in rows)
