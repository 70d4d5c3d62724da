"""One run over a folder: lock, plan, shards, commit, retire, report. The same for the command and for the Prefect flow.

A `Session` does everything that must happen once and in one process; `local_results` does the shards in this process or in
worker processes. A flow calls the same methods and only brings its own way to get from shards to results.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from ingest import __version__
from ingest.config import Config
from ingest.errors import UsageError
from ingest.lock import Lock
from ingest.plan import Options, Plan, check_folders, make_plan
from ingest.store import FOLDER, Catalog, Files
from ingest.work import Item, Note, Shard, ShardResult, run_shard

COMPLETED = "Completed"
WITH_QUARANTINE = "CompletedWithQuarantine"
NOTHING_TO_DO = "NothingToDo"
INTERRUPTED = "Interrupted"
FAILED = "Failed"

OUTSTANDING = 2
"""Shards handed out for each worker: one at work and one waiting keep it busy, and memory stays bounded."""

SERIAL_ITEMS = 64
"""Items below which starting worker processes costs more than it saves."""


@dataclass(slots=True)
class Summary:
    """What a run did and what there is now; `counts` go into the catalog, the report and the flow's artifacts."""

    run: str = ""
    state: str = ""
    raw: str = ""
    clean: str = ""
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=dict)
    crashed: list[str] = field(default_factory=list)
    log: str = ""
    report: str = ""


class Session:
    """A run from its lock to its end. Use it in a `with` block: whatever happens, the run's end is entered."""

    def __init__(self, raw: Path, clean: Path, config: Config, options: Options | None = None) -> None:
        """Check the folders, take the lock, open catalog and log.

        Raises UsageError for folders that cannot work together or be written, lock.LockedError while another run is at
        work.
        """
        check_folders(raw, clean)
        self.raw, self.clean, self.config = raw, clean, config
        self.options = options or Options()
        self.started = datetime.now(UTC)
        self.id = f"{self.started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
        self._lock = _take_lock(clean)
        try:
            self.files = Files(clean)
            self.files.sweep()
            self.catalog = Catalog(clean, write=True)
            self._log = _Log(clean / FOLDER / "logs" / f"{self.id}.jsonl")
        except BaseException:
            self._lock.release()
            raise
        self.summary = Summary(self.id, raw=str(raw), clean=str(clean), log=str(self._log.path))
        self.counts: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.plan: Plan | None = None
        self._ended = False

    def __enter__(self) -> Self:
        """Enter the run into the catalog."""
        self.summary.crashed = self.catalog.start_run(
            {
                "id": self.id,
                "started": self.started.isoformat(timespec="seconds"),
                "raw": str(self.raw),
                "recipe": self.config.recipe,
                "host": socket.gethostname(),
                "pid": os.getpid(),
            }
        )
        self._log.write(
            "start", raw=str(self.raw), clean=str(self.clean), version=__version__, config=self.config.digest
        )
        for dead in self.summary.crashed:
            self._log.write("crashed", other=dead)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Enter the run's end, also when it was stopped, and let go of everything."""
        try:
            if not self._ended:
                stopped = kind is not None and not issubclass(kind, Exception)
                self._end(INTERRUPTED if stopped else FAILED, str(error or ""))
        finally:
            if self.plan is not None:
                self.plan.close()
            self._log.close()
            self.catalog.close()
            self._lock.release()

    def make_plan(self) -> Plan:
        """Find out what there is to do."""
        self.plan = make_plan(self.raw, self.clean, self.config, self.options)
        self.counts["unchanged"] = self.plan.unchanged
        self._log.write(
            "plan", items=self.plan.total, bytes=self.plan.bytes, gone=self.plan.retired, why=dict(self.plan.why)
        )
        return self.plan

    def commit(self, result: ShardResult) -> tuple[Note, ...]:
        """Enter a shard's result into catalog and log. Returns its notes, for whoever shows them."""
        events = self.catalog.commit(self.id, result.inputs)
        for (source, what), one in zip(events, _documents(result), strict=True):
            self.counts[what] += 1
            self.rules.update(json.loads(one.get("rules") or "{}"))
            self._log.document(source, what, one)
        self.counts["displaced"] += result.displaced
        for note in result.notes:
            self._log.write("note", level=note.level, source=note.source, text=note.text)
        return result.notes

    def finish(self) -> Summary:
        """Retire what is gone, sum up, write the report, enter the end."""
        if self.plan is None:
            raise UsageError("a run is finished after it was planned")
        gone = list(self.plan.gone())
        if gone:
            for path, clean in gone:
                if clean:
                    self.files.retire(clean)
                self.files.release(path)
                self._log.write("document", source=path, what="retired")
            self.catalog.retire(self.id, (path for path, _ in gone))
        self.counts["retired"] += len(gone)
        totals = self.catalog.totals()
        state = WITH_QUARANTINE if totals["quarantined"] else COMPLETED if self.plan.total or gone else NOTHING_TO_DO
        self.counts["skipped_hidden"] = self.plan.skipped.hidden
        self.counts["skipped_excluded"] = self.plan.skipped.excluded
        self.summary.counts = {**{name: number for name, number in self.counts.items() if number}, **totals}
        self.summary.rules = dict(sorted(self.rules.items()))
        self._end(state, "")
        return self.summary

    def _end(self, state: str, message: str) -> None:
        ended = datetime.now(UTC)
        self.summary.state = state
        self.summary.seconds = (ended - self.started).total_seconds()
        counts = self.summary.counts or dict(self.counts)
        self._log.write("end", state=state, message=message, counts=counts)
        self.catalog.end_run(self.id, ended.isoformat(timespec="seconds"), state, counts, message)
        self._ended = True


def _documents(result: ShardResult) -> Iterator[dict[str, Any]]:
    for one in result.inputs:
        for document in one.documents:
            yield dict(document.columns)


def _take_lock(clean: Path) -> Lock:
    try:
        return Lock(clean)
    except OSError as error:
        todo = "choose a folder that you may write to"
        raise UsageError(f"{error.filename or clean}: cannot be written: {error.strerror}; {todo}") from error


class _Log:
    """The run's log: one JSON object a line, flushed as it goes, so that it can be followed."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._file: IO[str] = path.open("a", encoding="utf-8")

    def write(self, event: str, **facts: object) -> None:
        """Write one event with the time."""
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **facts}
        self._file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
        self._file.flush()

    def document(self, source: str, what: str, columns: dict[str, Any]) -> None:
        """Write what became of one document."""
        facts = {
            key: columns.get(key)
            for key in ("status", "clean", "edits", "findings", "removed_chars", "reason", "stage")
        }
        rules = json.loads(columns.get("rules") or "{}")
        self.write(
            "document", source=source, what=what, rules=rules, **{k: v for k, v in facts.items() if v is not None}
        )

    def close(self) -> None:
        self._file.close()


def default_jobs() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def local_results(shards: Iterable[Shard], clean: Path, config: Config, jobs: int) -> Iterator[ShardResult]:
    """Work through shards in this process (`jobs` 1) or in worker processes, in whatever order they are done.

    When a worker process dies, its shards are tried again one document at a time; the document that kills a worker twice
    is quarantined. Raises work.OutputError when the clean folder cannot be written.
    """
    if jobs <= 1:
        for shard in shards:
            yield run_shard(shard, str(clean), config)
        return
    rest = iter(shards)
    broken = True
    while broken:
        pending: list[Shard] = []
        try:
            yield from _pooled(rest, clean, config, jobs, pending)
            broken = False
        except BrokenProcessPool:
            for shard in pending:
                yield from _one_by_one(shard, clean, config)


def _pooled(
    shards: Iterator[Shard], clean: Path, config: Config, jobs: int, pending: list[Shard]
) -> Iterator[ShardResult]:
    """Results from a pool; on BrokenProcessPool, `pending` holds the shards that have none."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver"), initializer=ignore_interrupt) as pool:
        futures: dict[Future[ShardResult], Shard] = {}
        try:
            while True:
                while len(futures) < jobs * OUTSTANDING and (shard := next(shards, None)):
                    pending.append(shard)
                    futures[pool.submit(run_shard, shard, str(clean), config)] = shard
                if not futures:
                    return
                for future in wait(futures, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    pending.remove(futures.pop(future))
                    yield result
        finally:
            for future in futures:
                future.cancel()


def _one_by_one(shard: Shard, clean: Path, config: Config) -> Iterator[ShardResult]:
    """Each document of a shard in a worker process of its own, so that one which kills its worker is known by name."""
    for item in shard.items:
        with ProcessPoolExecutor(1, mp_context=get_context("forkserver"), initializer=ignore_interrupt) as pool:
            try:
                yield pool.submit(run_shard, Shard(shard.number, (item,)), str(clean), config).result()
            except BrokenProcessPool:
                yield run_shard(Shard(shard.number, (_deadly(item),)), str(clean), config)


def _deadly(item: Item) -> Item:
    return item._replace(problem="kills the worker process that cleans it (out of memory, or a bug)")


def ignore_interrupt() -> None:
    """In worker processes: Ctrl-C is the main process's to handle, which lets shards in hand finish."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def run_folder(
    raw: Path,
    clean: Path,
    config: Config,
    *,
    options: Options | None = None,
    jobs: int = 0,
    progress: Callable[[Plan, ShardResult | None], None] | None = None,
) -> Summary:
    """Run over a folder in this process, without Prefect.

    `jobs` is the number of worker processes, 0 for one a processor; `progress` is called with the plan, and then with
    each result that was committed. Raises as Session and local_results do.
    """
    with Session(raw, clean, config, options) as session:
        plan = session.make_plan()
        if progress:
            progress(plan, None)
        workers = 1 if plan.total < SERIAL_ITEMS else jobs or default_jobs()
        for result in local_results(plan.shards(), clean, config, workers):
            session.commit(result)
            if progress:
                progress(plan, result)
        return session.finish()
