"""What a run has to do: the raw folder and the catalog, both in the order of the paths, read side by side.

The plan goes into a table of its own in a temporary database, so that its size does not grow the process, its length is
known before the first document is touched, and a result that looks wrong can be stopped in time.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from ingest.changes import Judge, Verdict
from ingest.config import MEBIBYTE, Config
from ingest.discover import Entry, Run, Skipped, walk_runs
from ingest.errors import UsageError
from ingest.pace import Pace, Room
from ingest.parts import FILES
from ingest.places import Location, Url, digest
from ingest.store import Catalog, InputRow
from ingest.work import Item, Shard, shares_of

SHARD_ITEMS = 4096
"""Documents in a shard at the most, so that the rows of a result stay some 40 MB. Only clusters come near it (`pace`): what a
task costs there is half a second, and at 4 ms a document 1,024 of them would leave a tenth of the time to orchestration."""

SHARD_BYTES = 32 << 20
"""Bytes in a shard at the most (a larger file is a shard of its own), so that memory and time of a shard are bounded."""


SHARED_BYTES = 4 << 20
"""Bytes of a container, which may be compressed, above which several workers share it."""


@dataclass(slots=True)
class Options:
    """How a plan is made: `force` cleans everything, `rehash` trusts no time stamp, `retry` tries quarantined ones again.

    `accept` goes on where the result looks wrong.
    """

    force: bool = False
    rehash: bool = False
    retry: bool = False
    accept: bool = False


@dataclass(slots=True)
class Plan:
    """The work of one run, on disk; `total` items, `known` documents before, counted reasons, and the paths that are gone.

    `changes` says, for what changed in version or settings, how many files are cleaned again for it, and of how many.
    `stamps` counts those that it cannot affect: only the digest in them is renewed. `settled` are containers whose documents
    were found to be all there, one by one.
    """

    db: sqlite3.Connection
    total: int = 0
    bytes: int = 0
    known: int = 0
    unchanged: int = 0
    stamps: int = 0
    why: Counter[str] = field(default_factory=Counter)
    changes: dict[str, tuple[int, int]] = field(default_factory=dict)
    skipped: Skipped = field(default_factory=Skipped)
    settled: list[str] = field(default_factory=list)

    def shards(self, width: int = 1, pace: Pace | None = None) -> Iterator[Shard]:
        """The items in order, cut into shards by number and size, and as the pace has room.

        A container that is large beside all there is to do is shared out, so that `width` workers are busy; what comes of it
        does not depend on that.
        """
        number = 0
        left, rest = self.total, self.bytes
        items: list[Item] = []
        size = 0
        most = _room(pace, left, rest)
        for row in self.db.execute("SELECT * FROM items ORDER BY seq"):
            item = _stored(row)
            shares = self._shares(item, width)
            if items and (shares > 1 or len(items) >= most.items or size + item.size > most.size):
                yield Shard(number, tuple(items))
                items, size, number = [], 0, number + 1
                most = _room(pace, left, rest)
            left, rest = left - 1, rest - item.size
            if shares > 1:
                for index in range(shares):
                    yield Shard(number + index, (item,), (index, shares))
                number += shares
                continue
            items.append(item)
            size += item.size
        if items:
            yield Shard(number, tuple(items))

    def _shares(self, item: Item, width: int) -> int:
        """Into how many shares an item is cut: twice the workers that its part of the work is worth, for an even end."""
        if item.size < SHARED_BYTES:
            return 1
        return shares_of(item, min(width, -(-2 * width * item.size // max(1, self.bytes))))

    def spread(self, number: int) -> Iterator[Item]:
        """At most that many items, evenly spread."""
        step = max(1, self.total // number)
        rows = self.db.execute("SELECT * FROM items WHERE seq % ? = 0 ORDER BY seq LIMIT ?", (step, number))
        return (_stored(row) for row in rows)

    def stamped(self) -> Iterator[Item]:
        """The files whose documents only get a new digest."""
        return (_stored(row) for row in self.db.execute("SELECT * FROM stamps ORDER BY seq"))

    def add(self, item: Item) -> None:
        """Enter what is to be cleaned."""
        self.total += 1
        self.bytes += item.size
        self.why[item.why] += 1
        self.db.execute(INSERT.format("items"), (self.total, os.fsencode(item.path), os.fsencode(item.real), *item[2:]))

    def add_stamp(self, item: Item) -> None:
        """Enter a file whose documents only get a new digest."""
        self.stamps += 1
        values = (self.stamps, os.fsencode(item.path), os.fsencode(item.real), *item[2:])
        self.db.execute(INSERT.format("stamps"), values)

    @property
    def reasons(self) -> list[str]:
        """What changed in version or settings, and what that costs, each in a sentence."""
        return [
            f"{why}: {cleaned:,} of {whole:,} files are cleaned again"
            + ("" if cleaned == whole else ", the others hold nothing that it can affect: their digest is renewed")
            for why, (cleaned, whole) in sorted(self.changes.items())
        ]

    def left(self) -> Iterator[str]:
        """Where documents stand that are to stand elsewhere."""
        return (
            row[0] for row in self.db.execute("SELECT old_clean FROM items WHERE old_clean IS NOT NULL ORDER BY seq")
        )

    def gone(self) -> Iterator[tuple[str, str]]:
        """Raw paths that the catalog knows and that are no more, each with its clean path."""
        yield from self.db.execute("SELECT path, clean FROM gone ORDER BY path")

    @property
    def retired(self) -> int:
        """How many raw files are gone."""
        count: int = self.db.execute("SELECT count(*) FROM gone").fetchone()[0]
        return count

    def close(self) -> None:
        """Let go of the temporary table."""
        self.db.close()


INSERT = "INSERT INTO {} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

COLUMNS = (
    "(seq INTEGER PRIMARY KEY, path BLOB, real BLOB, clean TEXT, size, mtime_ns, inode, problem TEXT, expected TEXT,"
    " old_clean TEXT, why TEXT)"
)


def _room(pace: Pace | None, items: int, size: int) -> Room:
    """What the next shard may hold, where so much is left."""
    room = pace.room(items, size) if pace else Room(SHARD_ITEMS, SHARD_BYTES)
    return Room(min(room.items, SHARD_ITEMS), min(room.size, SHARD_BYTES))


def _stored(row: tuple[Any, ...]) -> Item:
    return Item(os.fsdecode(row[1]), os.fsdecode(row[2]), *row[3:])


def make_plan(raw: Location, clean: Location, config: Config, options: Options) -> Plan:
    """Compare the raw folder with the catalog.

    Raises UsageError when the raw folder cannot be read.
    """
    db = sqlite3.connect("")  # an empty name: a temporary database that spills to disk
    db.execute("PRAGMA journal_mode=OFF")
    db.execute(f"CREATE TABLE items{COLUMNS}")
    db.execute(f"CREATE TABLE stamps{COLUMNS}")
    db.execute("CREATE TABLE gone(path TEXT, clean TEXT)")
    plan = Plan(db)
    # The catalog is read through a connection of its own: a snapshot that commits do not disturb.
    with Catalog(clean) as snapshot:
        planner = _Planner(plan, snapshot, config, options)
        try:
            planner.compare(walk_runs(str(raw), config.exclude, hidden=config.hidden, skipped=plan.skipped))
        except OSError as error:
            raise UsageError(f"{error.filename or raw}: cannot be read: {error.strerror}") from error
    return plan


MARKED = frozenset({"missing", "output"})
"""States that the beginning of a run gives to inputs that are to be cleaned again (`folding`)."""


class _Planner:
    """Compares what is there with what is known, and enters into the plan what there is to do."""

    def __init__(self, plan: Plan, catalog: Catalog, config: Config, options: Options) -> None:
        self._plan, self._catalog, self._config, self._options = plan, catalog, config, options
        self._outputs = _Outputs(catalog.clean) if catalog.records.form == FILES else _Recorded(catalog.clean)
        self._unsure = frozenset(catalog.unsure_runs())
        self._trusting = not (options.force or options.rehash or self._unsure)
        self._largest = config.max_mebibytes * MEBIBYTE
        self._changes = Judge(catalog, config)

    def compare(self, runs: Iterable[Run]) -> None:
        """Pair entries and rows; both come sorted by path.

        Files that nothing happened to are the usual case by far: a whole run of them is told by one comparison of lists.
        """
        config = self._config
        rows = _Rows(self._catalog.inputs(config.recipe_at("") if config.uniform else config.recipe_at))
        for run in runs:
            number = len(run.facts)
            if self._trusting and rows.next(number) == run.facts and self._is_there(run):
                rows.skip(number)
                self._plan.unchanged += number
                self._plan.known += number
            else:
                self._merge(run, rows)
        while (row := rows.first()) is not None:
            self._gone(row)
            rows.skip(1)

    def _is_there(self, run: Run) -> bool:
        """Whether the documents of a run of files are there, and no limit was lowered below one of the files."""
        cut = len(run.prefix)
        there = self._outputs.names(run.prefix.rstrip("/"))
        return (
            there.issuperset([clean[cut:] for _, clean, _, _, _ in run.facts])
            and max(run.facts, key=itemgetter(2))[2] <= self._largest
        )

    def _merge(self, run: Run, rows: _Rows) -> None:
        for entry in run.entries():
            while (row := rows.first()) is not None and row[0] < entry.path:
                self._gone(row)
                rows.skip(1)
            if row is not None and row[0] == entry.path:
                self._judge(entry, self._catalog.input(entry.path))
                rows.skip(1)
            else:
                self._judge(entry, None)

    def _gone(self, row: tuple[Any, ...]) -> None:
        self._plan.known += 1
        self._plan.db.execute("INSERT INTO gone VALUES (?, ?)", (row[0], row[1]))

    def _judge(self, entry: Entry, row: InputRow | None) -> None:
        self._plan.known += row is not None
        why = row.status if row is not None and row.status in MARKED else self._why(entry, row)
        if why == "recipe" and row is not None:
            verdict = self._changes.judge(row)
            if verdict.why and self._catalog.records.form != FILES:
                # A document has no file of its own there, in which its digest could be renewed.
                verdict = Verdict(clean=True, why=f"{verdict.why} (records are written anew)")
            self._count(verdict)
            if not verdict.clean:
                self._plan.add_stamp(_item(entry, row, why, self._catalog))
                return
        if why:
            self._plan.add(_item(entry, row, why, self._catalog))
        else:
            self._plan.unchanged += 1

    def _count(self, verdict: Verdict) -> None:
        if verdict.why:
            cleaned, whole = self._plan.changes.get(verdict.why, (0, 0))
            self._plan.changes[verdict.why] = (cleaned + verdict.clean, whole + 1)

    def _why(self, entry: Entry, row: InputRow | None) -> str:  # noqa: PLR0911 - one return a reason reads best
        """The reason to clean an input, or an empty string when nothing about it changed."""
        if row is None:
            return "new"
        if self._options.force:
            return "forced"
        if entry.size != row.size or entry.mtime_ns != row.mtime_ns or entry.inode != row.inode:
            return "changed"
        if self._options.rehash and row.status == "clean" and _rehash(entry, self._catalog):
            return "changed"
        if row.clean and row.clean != entry.clean:
            return "renamed"
        if not (self._outputs.has(row.clean) if row.clean else self._holds_all(row.path)):
            return "missing"
        recipe = self._config.recipe_at(entry.path) if row.clean else self._config.recipe
        if row.status == "quarantined":
            # A file that could not be opened may be readable by now without any change to it.
            return "recipe" if row.recipe != recipe else "retry" if self._options.retry else ""
        if row.clean and entry.size > self._largest:
            return "limit"
        if self._unsure and not _as_entered(row, self._catalog, self._catalog.clean, self._unsure):
            return "unsure"
        return "recipe" if row.recipe != recipe else ""

    def _holds_all(self, path: str) -> bool:
        """Whether all documents of a container are there: so they are where their folder has the time that the run left."""
        clean = self._catalog.clean
        if self._catalog.records.form != FILES or not isinstance(clean, Path):
            return True
        try:
            if (clean / path).stat().st_mtime_ns == self._catalog.folder_time(path):
                return True
        except OSError:
            pass  # then none is there
        wanted = self._catalog.documents("input = ? AND status = 'clean'", path)
        if all(self._outputs.has(str(one["clean"])) for one in wanted):
            self._plan.settled.append(path)
            return True
        return False


class _Rows:
    """Rows of the catalog in their order, some at a time."""

    AT_A_TIME = 1024

    def __init__(self, cursor: Iterator[tuple[Any, ...]]) -> None:
        self._cursor = cursor
        self._ahead: list[tuple[Any, ...]] = []
        self._at = 0

    def next(self, number: int) -> list[tuple[Any, ...]]:
        """The next rows, at most that many; they stay the next."""
        if len(self._ahead) - self._at < number:
            more = islice(self._cursor, max(number, self.AT_A_TIME))
            self._ahead = [*self._ahead[self._at :], *more]
            self._at = 0
        return self._ahead[self._at : self._at + number]

    def first(self) -> tuple[Any, ...] | None:
        """The next row; None at the end."""
        if self._at >= len(self._ahead):
            self._ahead, self._at = list(islice(self._cursor, self.AT_A_TIME)), 0
        return self._ahead[self._at] if self._ahead else None

    def skip(self, number: int) -> None:
        """Go past the next rows."""
        self._at += number


def _as_entered(row: InputRow, catalog: Catalog, clean: Location, unsure: frozenset[str]) -> bool:
    """Whether the document that an unsure run wrote holds the bytes that the catalog has a digest of."""
    known = catalog.document(row.path)
    if known is None or known["run"] not in unsure or not row.clean or catalog.records.form != FILES:
        return True
    try:
        return bool(digest(str(clean / row.clean)) == known["clean_sha256"])
    except OSError:
        return False


def _rehash(entry: Entry, catalog: Catalog) -> bool:
    """Whether the raw file's bytes differ from those that the catalog has a digest of."""
    known = catalog.document(entry.path)
    return known is None or known["raw_sha256"] != digest(entry.real)


def _item(entry: Entry, row: InputRow | None, why: str, catalog: Catalog) -> Item:
    expected = None
    old_clean = None
    if row is not None and row.clean:
        known = catalog.document(entry.path)
        expected = known["clean_sha256"] if known is not None and row.clean == entry.clean else None
        old_clean = row.clean if row.clean != entry.clean else None
    return Item(
        entry.path,
        entry.real,
        entry.clean,
        entry.size,
        entry.mtime_ns,
        entry.inode,
        entry.problem,
        expected,
        old_clean,
        why,
    )


class _Outputs:
    """Knows which clean documents exist, by listing each clean folder once instead of asking for each file."""

    KEPT = 64

    def __init__(self, clean: Location) -> None:
        self._clean = clean
        self._names: dict[str, frozenset[str]] = {}

    def has(self, clean: str) -> bool:
        """Whether the document at that path below the clean folder is there."""
        folder, _, name = clean.rpartition("/")
        return name in self.names(folder)

    def names(self, folder: str) -> frozenset[str]:
        """The names in that folder below the clean folder; none when it cannot be listed."""
        if folder not in self._names:
            for old in list(islice(self._names, max(0, len(self._names) - self.KEPT))):
                del self._names[old]
            try:
                self._names[folder] = frozenset(_names_in(self._clean, folder))
            except FileNotFoundError:
                self._names[folder] = frozenset()
            except OSError:
                if isinstance(self._clean, Url):
                    raise  # a store that does not answer says nothing about what is there
                self._names[folder] = frozenset()
        return self._names[folder]


class _All(frozenset[str]):
    """Every name."""

    def __contains__(self, _: object) -> bool:
        return True

    def issuperset(self, _: object) -> bool:
        return True


class _Recorded(_Outputs):
    """For a folder of records: which of those are lost was found out before, and stands in the catalog."""

    def names(self, _: str) -> frozenset[str]:
        """All of them."""
        return _All()


def _names_in(clean: Location, folder: str) -> Iterable[str]:
    if isinstance(clean, Path):
        return os.listdir(clean / folder)  # noqa: PTH208 - names, not paths
    return (one.name for one in (clean / folder if folder else clean).listed() if one.kind == "file")


def check_folders(raw: Location, clean: Location) -> None:
    """Refuse folders that cannot work together. Raises UsageError."""
    if isinstance(raw, Url):
        _check_url(raw)
    else:
        _check_raw(raw)
    if isinstance(clean, Path) and clean.exists() and not clean.is_dir():
        raise UsageError(f"{clean}: not a folder; give a folder for the clean documents")
    one, other = raw.resolve(), clean.resolve()
    if one == other:
        raise UsageError(f"{raw} and {clean} are the same folder; the clean documents need a folder of their own")
    if one in other.parents or other in one.parents:
        inner, outer = (clean, raw) if one in other.parents else (raw, clean)
        raise UsageError(f"{inner} lies inside {outer}; give folders that lie beside each other")


def _check_url(raw: Url) -> None:
    """Refuse a raw folder in a store that holds nothing: an empty one cannot be told from one that is not there."""
    try:
        there = raw.is_dir()
    except OSError as error:
        raise UsageError(f"{raw}: cannot be read: {error.strerror}") from error
    if not there:
        raise UsageError(f"{raw}: holds no files there; give the right URL")


def _check_raw(raw: Path) -> None:
    if not raw.is_dir():
        todo = (
            "give the folder that holds the raw files" if raw.exists() else "make it, or give the folder's right name"
        )
        raise UsageError(f"{raw}: no such folder; {todo}" if not raw.exists() else f"{raw}: not a folder; {todo}")
