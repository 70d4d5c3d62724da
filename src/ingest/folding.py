"""Bringing staged records into the parts that readers see (see `parts`, and docs/adr/0009).

The parts are stretches of the documents in the order of their sources. Where a part ends depends on the documents alone: on
their sources and the sizes of their records, not on earlier runs and not on the number of workers. A change of one document
therefore rewrites the part that it is in, seldom a neighbour too.

Parts that have to be replaced together (a document went from one to the other) come into their places together, entered in
the catalog before and after: a run that was killed in between is completed by the next.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ingest.files import FOLDER, Files
from ingest.parts import DROPPED, FILES, GONE, LIVE, NEXT, RETIRED, STAGED, Place, Reader, Segment, members
from ingest.stopping import StoppedError
from ingest.work import OutputError

if TYPE_CHECKING:
    from ingest.config import Config
    from ingest.stopping import Stop
    from ingest.store import Catalog
    from ingest.workers import Workers

LEAST_BYTES = 32 << 20
MEAN_BYTES = 64 << 20
MOST_BYTES = 256 << 20
MOST_DOCUMENTS = 100_000
"""A part has LEAST_BYTES of records (as JSON, before compression), and MEAN_BYTES more on average, MOST_BYTES at the most."""

WRITTEN = "parts"
"""Where parts are written, below `.ingest/`."""

RETIRED_FOLDER = "retired"
"""Where the last records of retired documents are kept, below `.ingest/`."""


class Member(NamedTuple):
    """A document of a part."""

    number: int
    source: str
    place: Place


@dataclass(slots=True)
class Part:
    """A part as it is to be."""

    name: str
    members: list[Member] = field(default_factory=list)
    sha256: str = ""


class Job(NamedTuple):
    """A part to be written: all that a worker must know."""

    clean: str
    form: str
    name: str
    places: tuple[Place, ...]


def write_part(job: Job, _: Config) -> str:
    """Write a part below `.ingest/parts/`, in any process. Returns its sha256. Raises OSError, ValueError."""
    from ingest.export import writer_of

    path = Path(job.clean) / FOLDER / WRITTEN / job.name
    path.parent.mkdir(parents=True, exist_ok=True)
    reader = Reader(Path(job.clean))
    out = writer_of(job.form)(path)
    try:
        for place in job.places:
            out.add_line(reader.line(place))
        out.close()
    except BaseException:
        out.drop()
        raise
    finally:
        reader.close()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class UnreadableError(OutputError):
    """A record file is damaged."""


class Folding:
    """Brings the parts of a clean folder up to date; used by the one process that writes the catalog."""

    def __init__(self, catalog: Catalog, form: str) -> None:
        """`form` is one of `parts.FORMS`."""
        self.catalog, self.clean = catalog, catalog.disk
        self.form = form

    @property
    def db(self) -> sqlite3.Connection:
        """The catalog's connection as it is now."""
        return self.catalog.db

    # before a run

    def begin(self, *, rehash: bool) -> None:
        """Complete what a killed run left, and have documents cleaned again whose part was lost or which were files.

        A part is looked at by size and time stamp, or by its bytes with `rehash`.
        """
        if self.form != FILES:
            from ingest.export import writer_of

            writer_of(self.form)
        self._put()
        self._card()
        before = self.catalog.records.form
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            if (before == FILES) != (self.form == FILES):
                self.db.execute("UPDATE inputs SET status = 'output'")
            if before != self.form:
                self.db.execute("DELETE FROM output")
                self.db.execute("INSERT INTO output VALUES (?)", (self.form,))
            for row in self.db.execute("SELECT * FROM parts").fetchall():
                if not self._is_there(row["name"], row["bytes"], row["mtime_ns"], row["sha256"] if rehash else ""):
                    self._lost(row["name"])
        self._sweep()

    def _is_there(self, name: str, size: int, mtime_ns: int, sha256: str) -> bool:
        try:
            info = (self.clean / name).stat()
        except OSError:
            return False
        if info.st_size == size and info.st_mtime_ns == mtime_ns and not sha256:
            return True
        row = self.db.execute("SELECT sha256 FROM parts WHERE name = ?", (name,)).fetchone()
        if _digest(self.clean / name) != row[0]:
            return False
        self.db.execute("UPDATE parts SET mtime_ns = ?, bytes = ? WHERE name = ?", (info.st_mtime_ns, size, name))
        return True

    def _lost(self, name: str) -> None:
        """Have the documents of a part made again; what stands in its place was not written by ingest."""
        self.db.execute(
            "UPDATE inputs SET status = 'missing' WHERE path IN (SELECT d.input FROM records r JOIN documents d"
            " ON d.id = r.document WHERE r.part = ? AND r.segment IS NULL)",
            (name,),
        )
        self.db.execute("UPDATE records SET part = NULL, row = NULL WHERE part = ?", (name,))
        self.db.execute("DELETE FROM parts WHERE name = ?", (name,))
        Files(self.clean).displace(name)

    def _sweep(self) -> None:
        """Remove what a killed run left: segments that nothing in the catalog lies in, and parts that were not entered."""
        shutil.rmtree(self.clean / FOLDER / WRITTEN, ignore_errors=True)
        for kind in (STAGED, RETIRED_FOLDER):
            for path in (self.clean / FOLDER / kind).glob("*.records"):
                name = f"{kind}/{path.name}"
                if self.db.execute("SELECT 1 FROM records WHERE segment = ? LIMIT 1", (name,)).fetchone() is None:
                    path.unlink(missing_ok=True)

    # at its end

    def fold(self, workers: Workers, stop: Stop | None = None) -> None:
        """Bring staged records into parts, and take out those of documents that are no more.

        Raises OSError when the folder cannot be written, StoppedError when a request to stop is met: the next run goes on.
        """
        if not self._needed():
            return
        self._keep_retired()
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            self.db.execute("DELETE FROM records WHERE state = ?", (DROPPED,))
        self._rewrite(workers, stop)
        self._describe()
        self._sweep()

    def _needed(self) -> bool:
        """Whether anything changed since the last fold that came to its end."""
        found = self.db.execute(
            "SELECT EXISTS(SELECT 1 FROM records WHERE segment >= 'staged/' AND segment < 'staged0')"
            " OR EXISTS(SELECT 1 FROM records WHERE state != 0) OR EXISTS(SELECT 1 FROM parts WHERE name NOT LIKE ?)",
            (f"%{_ending(self.form)}",),
        ).fetchone()
        shown = (self.clean / _manifest()).is_file()
        return bool(found[0]) or shown == (self.form == FILES)

    def _keep_retired(self) -> None:
        """Keep the records of retired documents beside the parts, so that they can be undone."""
        rows = self.db.execute(
            "SELECT r.document, r.part, r.row, r.segment, r.offset, r.length FROM records r JOIN documents d"
            " ON d.id = r.document WHERE r.state = ? ORDER BY d.source",
            (RETIRED,),
        ).fetchall()
        if not rows:
            return
        reader, kept = Reader(self.clean), Segment(self.clean, RETIRED_FOLDER)
        changes = []
        for number, *place in rows:
            with suppress(ValueError, FileNotFoundError):  # a part that was lost together with its raw files
                changes.append((*kept.add_line(reader.line(Place(*place))), number))
        reader.close()
        kept.close()
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            self.db.executemany(
                "UPDATE records SET part = NULL, row = NULL, segment = ?, offset = ?, length = ?, size = ?, state = 0"
                " WHERE document = ?",
                changes,
            )
            self.db.execute("UPDATE records SET state = 0 WHERE state = ?", (RETIRED,))

    def _rewrite(self, workers: Workers, stop: Stop | None) -> None:
        from ingest.store import Catalog

        known = {row["name"]: (row["documents"], row["last"]) for row in self.db.execute("SELECT * FROM parts")}
        kept: set[str] = set()
        # A connection of its own: a snapshot that the changes below do not disturb.
        with Catalog(self.clean) as snapshot, ThreadPoolExecutor(max(1, workers.jobs)) as threads:
            at_work: deque[tuple[list[Part], list[Future[str]]]] = deque()
            for unit in units(
                cut(self._members(snapshot), _ending(self.form)), {n: last for n, (_, last) in known.items()}
            ):
                if stop is not None and stop.signal:
                    raise StoppedError(stop.signal)
                kept.update(part.name for part in unit)
                if all(self._unchanged(part, known) for part in unit):
                    continue
                jobs = [self._job(part) for part in unit]
                at_work.append((unit, [threads.submit(workers.map, write_part, job) for job in jobs]))
                while len(at_work) > max(1, workers.jobs) * 2:
                    self._finish(*at_work.popleft())
            while at_work:
                self._finish(*at_work.popleft())
        self._enter([], [name for name in known if name not in kept])

    def _members(self, snapshot: Catalog) -> Iterator[tuple[Member, int]]:
        if self.form == FILES:
            return iter(())
        return ((Member(number, source, place), size) for number, source, size, place in members(snapshot.db))

    def _unchanged(self, part: Part, known: dict[str, tuple[int, str]]) -> bool:
        if part.name not in known or known[part.name][0] != len(part.members):
            return False
        return all(
            one.place.segment is None and one.place.part == part.name and one.place.row == row
            for row, one in enumerate(part.members)
        )

    def _job(self, part: Part) -> Job:
        return Job(str(self.clean), self.form, part.name, tuple(one.place for one in part.members))

    def _finish(self, unit: list[Part], written: list[Future[str]]) -> None:
        try:
            for part, future in zip(unit, written, strict=True):
                part.sha256 = future.result()
        except (ValueError, FileNotFoundError) as error:
            self._distrust(unit)
            raise UnreadableError(
                f"{self.clean}: a record file is damaged ({error}): run again, which makes it anew"
            ) from error
        names = {part.name for part in unit}
        old = {one.place.part for part in unit for one in part.members if one.place.part}
        self._enter(unit, [name for name in old if name not in names])

    def _distrust(self, unit: list[Part]) -> None:
        """Have all documents of a unit made again."""
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            for number in (one.number for part in unit for one in part.members):
                self.db.execute(
                    "UPDATE inputs SET status = 'missing' WHERE path = (SELECT input FROM documents WHERE id = ?)",
                    (number,),
                )
                self.db.execute(
                    "UPDATE records SET part = NULL, row = NULL, segment = NULL, offset = NULL WHERE document = ?",
                    (number,),
                )

    def _enter(self, new: list[Part], gone: Iterable[str]) -> None:
        """Enter parts that were written, and put them into their places."""
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            self.db.executemany("UPDATE parts SET state = ? WHERE name = ?", ((GONE, name) for name in gone))
            for part in new:
                self.db.execute(
                    "INSERT OR REPLACE INTO parts VALUES (?, ?, ?, NULL, NULL, ?, ?)",
                    (part.name, len(part.members), part.sha256, part.members[-1].source, NEXT),
                )
                self.db.executemany(
                    "UPDATE records SET part = ?, row = ?, segment = NULL, offset = NULL, length = NULL WHERE document = ?",
                    ((part.name, row, one.number) for row, one in enumerate(part.members)),
                )
        self._put()

    def _put(self) -> None:
        """Bring parts that were entered into their places, and remove those that are gone. Can be done twice."""
        rows = self.db.execute("SELECT name, state, sha256 FROM parts WHERE state != ?", (LIVE,)).fetchall()
        if not rows:
            return
        self.catalog.reader.close()  # which may hold parts that are replaced
        (self.clean / _manifest()).unlink(missing_ok=True)  # what it says is not so any more
        done = []
        for name, state, sha256 in rows:
            new, place = self.clean / FOLDER / WRITTEN / name, self.clean / name
            if state == GONE:
                place.unlink(missing_ok=True)
                continue
            if new.is_file():
                if _digest(place) == sha256:
                    new.unlink()  # an unchanged part keeps its time stamp
                else:
                    os.replace(new, place)  # noqa: PTH105 - beside the other places where files are put
            whole = _digest(place) == sha256  # else it was lost on its way, and is found to be no part
            info = place.stat() if whole else None
            done.append((info and info.st_size, info and info.st_mtime_ns, LIVE, name))
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            self.db.execute("DELETE FROM parts WHERE state = ?", (GONE,))
            self.db.executemany("UPDATE parts SET bytes = ?, mtime_ns = ?, state = ? WHERE name = ?", done)

    def _describe(self) -> None:
        """Write the list of parts, and for JSON lines the types of their columns, beside them."""
        from ingest.export import put_text

        self._card()
        rows = self.db.execute("SELECT name, documents, sha256 FROM parts ORDER BY last").fetchall()
        if self.form == FILES:
            (self.clean / _manifest()).unlink(missing_ok=True)
            return
        shards = [dict(zip(("name", "documents", "sha256"), row, strict=True)) for row in rows]
        value = {"format": self.form, "documents": sum(row["documents"] for row in rows), "shards": shards}
        put_text(self.clean / _manifest(), json.dumps(value, indent=2) + "\n")

    def _card(self) -> None:
        """Write the types of the columns where `datasets` takes them from, or take them away."""
        from ingest.export import CARD, card, put_text

        readme = self.clean / CARD
        there = readme.exists()
        if self.form == "jsonl" and not there:
            put_text(readme, card())
        elif self.form != "jsonl" and there and readme.read_text(encoding="utf-8", errors="replace") == card():
            readme.unlink()


def cut(sized: Iterator[tuple[Member, int]], ending: str) -> Iterator[Part]:
    """Parts of members that come in the order of their sources, each with the size of its record in bytes.

    Behind LEAST_BYTES a part ends with a document whose digest says so, the likelier the larger its record is: a document
    more or less moves no end but its own, as behind an end that stays all others stay too.
    """
    part: Part | None = None
    held = 0
    for member, size in sized:
        if part is not None and (held + size > MOST_BYTES or len(part.members) >= MOST_DOCUMENTS):
            yield part
            part = None
        digest = hashlib.sha256(member.source.encode("utf-8", "surrogatepass")).digest()
        if part is None:
            part, held = Part(f"part-{digest.hex()[:12]}{ending}"), 0
        part.members.append(member)
        held += size
        if held >= LEAST_BYTES and int.from_bytes(digest[-8:]) < (size << 64) // MEAN_BYTES:
            yield part
            part = None
    if part is not None:
        yield part


def units(parts: Iterator[Part], known: dict[str, str]) -> Iterator[list[Part]]:
    """Parts that must be replaced together: as long as an old part goes on behind them.

    `known` has the last source of each old part.
    """
    unit: list[Part] = []
    end = ""
    for part in parts:
        unit.append(part)
        end = max((end, *(known.get(one.place.part or "", "") for one in part.members)))
        if part.members[-1].source >= end:
            yield unit
            unit, end = [], ""
    if unit:
        yield unit


def _ending(form: str) -> str:
    from ingest.export import FORMATS

    return FORMATS.get(form, ".none")


def _manifest() -> str:
    from ingest.export import MANIFEST

    return MANIFEST


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
