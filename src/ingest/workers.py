"""Worker processes that outlive the death of one of them.

The pool's `run` blocks until its shard is done and may be called from several threads, so that the command and a Prefect task
use it in the same way.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from importlib import import_module
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Any, Self

from ingest.config import Config
from ingest.errors import IngestError
from ingest.places import Location
from ingest.work import Shard, ShardResult, run_shard

DEADLY = "kills the worker process that cleans it (out of memory, or a bug)"

PRELOAD = ("ingest.pipeline", "ftfy")
"""What is imported once, for all workers. Few headers need the YAML parser, so that is left to the workers that meet one."""

GARBAGE = 50_000
"""Objects that are made before unreachable ones are looked for: Python's own 700 has it look many times a document."""


class DroppedError(IngestError):
    """The workers were stopped before the shard was done."""


class Workers:
    """Some processes that clean shards; with `jobs` 0, this process itself."""

    def __init__(self, clean: Location, config: Config, jobs: int) -> None:
        """Processes are started when the first shard comes."""
        self.jobs = jobs
        self._clean, self._config = str(clean), config
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._alone = threading.Lock()
        self._open = True

    def __enter__(self) -> Self:
        """Use it in a `with` block."""
        return self

    def start(self) -> None:
        """Start the processes now, from this thread.

        Where that is safe they are made by a fork, which takes milliseconds; a fork server imports everything once more.
        They have what is open now open too: no SQLite database may be.
        """
        if self.jobs:
            # What few folders need, a single worker loads for itself, if it needs it.
            for name in PRELOAD if self.jobs > 1 else PRELOAD[:1]:
                import_module(name)
            with self._lock:
                self._executor(_safe_context()).submit(os.getpid).result()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Wait for the processes to end, or, after an error, end them."""
        if kind is not None:
            self.kill()
            return
        with self._lock:
            self._open, pool, self._pool = False, self._pool, None
        if pool is not None:
            pool.shutdown()

    def kill(self) -> None:
        """End the processes at once: calls of `run` that wait raise DroppedError."""
        with self._lock:
            self._open, pool, self._pool = False, self._pool, None
        if pool is not None:
            _end(pool)

    def run(self, shard: Shard) -> ShardResult:
        """Clean a shard. Raises work.OutputError when the clean folder cannot be written, DroppedError after `kill`.

        When a worker process dies, the shards that were in hand are tried again one at a time, in halves, until the document
        that kills a worker is known; that one is quarantined.
        """
        return self.call(shard) if self.jobs else run_shard(shard, self._clean, self._config)

    def call(self, shard: Shard) -> ShardResult:
        """As `run`, never in this process."""
        try:
            return self._submit(shard).result()
        except BrokenExecutor:
            return self._isolated(shard)

    def map(self, function: Callable[..., Any], argument: object) -> Any:  # noqa: ANN401 - whatever the function gives
        """The result of `function(argument, config)` from a worker process (or from this one, with `jobs` 0)."""
        if not self.jobs:
            return function(argument, self._config)
        with self._lock:
            future = self._executor().submit(function, argument, self._config)
        return future.result()

    def _submit(self, shard: Shard) -> Future[ShardResult]:
        with self._lock:
            try:
                return self._executor().submit(run_shard, shard, self._clean, self._config)
            except BrokenExecutor:
                self._pool = None
                return self._executor().submit(run_shard, shard, self._clean, self._config)

    def _executor(self, context: BaseContext | None = None) -> ProcessPoolExecutor:
        if not self._open:
            raise DroppedError("stopped before it was done")
        if self._pool is None:
            self._pool = _pool(self.jobs, context)
        return self._pool

    def _isolated(self, shard: Shard) -> ShardResult:
        """A shard that was in hand when a worker died, one such shard at a time, so that the guilty one is found."""
        with self._alone:
            if not self._open:
                raise DroppedError("stopped before it was done")
            parts = [shard.items]
            results: list[ShardResult] = []
            while parts:
                items = parts.pop()
                result = self._attempt(Shard(shard.number, items, shard.share))
                if result is not None:
                    results.append(result)
                elif len(items) > 1:
                    half = len(items) // 2
                    parts += [items[half:], items[:half]]
                else:
                    deadly = Shard(shard.number, (items[0]._replace(problem=DEADLY),), shard.share)
                    results.append(run_shard(deadly, self._clean, self._config))
        return ShardResult(
            shard.number,
            tuple(one for result in results for one in result.inputs),
            tuple(note for result in results for note in result.notes),
            sum(result.displaced for result in results),
        )

    def _attempt(self, shard: Shard) -> ShardResult | None:
        pool = _pool(1)
        try:
            return pool.submit(run_shard, shard, self._clean, self._config).result()
        except BrokenExecutor:
            return None
        finally:
            pool.shutdown()


def _pool(jobs: int, context: BaseContext | None = None) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=context or _server(), initializer=begin_worker)


def _server() -> BaseContext:
    """Processes from a fork server: safe from any thread, whatever is open."""
    context = get_context("forkserver")
    context.set_forkserver_preload(list(PRELOAD))
    return context


def _safe_context() -> BaseContext:
    """Forks of this process where it has one thread (another one's locks would stay locked in them), else the fork server."""
    try:
        threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208 - also threads that are not Python's
    except OSError:
        return _server()  # not Linux: elsewhere the system's own libraries do not stand a fork
    return get_context("fork") if threads == 1 else _server()


def _end(pool: ProcessPoolExecutor) -> None:
    processes = dict(getattr(pool, "_processes", None) or {})  # the executor has no public way to end them before 3.14
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes.values():
        with suppress(OSError, ValueError):
            process.kill()


def begin_worker() -> None:
    """In a worker process: Ctrl-C is the main process's to handle, and nothing goes on when that one is gone."""
    collect_seldom()
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def collect_seldom() -> None:
    """Look for unreachable objects seldom, and never among those that there are now: modules, rules, tables."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 20, 50)


def _end_with(sentinel: int) -> None:
    # A worker holds both ends of the queue it reads, so it would wait for ever after a kill -9 of the main process.
    connection.wait([sentinel])
    os._exit(1)
