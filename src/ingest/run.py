"""One run over a folder: the way from a session's plan over its shards to its end, for the command and for the Prefect flow.

`session.Session` does what must happen once, `workers.Workers` does shards in worker processes, and `run_session` leads from
the one to the other. A flow brings only its own way to hand a shard out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue

from ingest.config import Config
from ingest.errors import ClusterLostError
from ingest.pace import TASK_SECONDS, Pace
from ingest.places import Location, Url
from ingest.plan import Options, Plan
from ingest.session import Session, Summary
from ingest.stopping import Stop, StoppedError
from ingest.work import Shard, ShardResult
from ingest.workers import Workers

OUTSTANDING = 2
"""Shards handed out for each worker: one at work and one waiting keep it busy, and memory stays bounded."""

POLL_SECONDS = 0.2
"""How long a request to stop may go unseen while no shard comes back."""

SERIAL_ITEMS = 64
SERIAL_BYTES = 2 << 20
"""Plans below both are done sooner than worker processes start (about a second)."""


def default_jobs() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def jobs_for(plan: Plan, jobs: int, *places: Location) -> int:
    """How many worker processes a plan is worth; 0 is to do it in this process.

    `jobs` is the number that was asked for, 0 for one a processor. Of the `places` none may be in this process's memory, if
    other processes are to find it.
    """
    if any(isinstance(one, Url) and one.scheme == "memory" for one in places):
        return 0
    if plan.total < SERIAL_ITEMS and plan.bytes < SERIAL_BYTES:
        return 0
    return jobs or default_jobs()


Put = Callable[[ShardResult | BaseException], None]
"""Takes what became of a shard; may be called from any thread."""

Submit = Callable[[Shard, Put], None]
"""Hands a shard out, and returns at once."""

Progress = Callable[[Plan, ShardResult | None], None]
"""Is called with the plan, and then with each result that was committed."""


def results(shards: Iterable[Shard], submit: Submit, stop: Stop, limit: int) -> Iterator[ShardResult]:
    """Hand shards out, `limit` at a time, and give the results in whatever order they come.

    Raises what a shard raised, and StoppedError when a request to stop was met: after the shards in hand were done, or when
    their time is up.
    """
    done: SimpleQueue[ShardResult | BaseException] = SimpleQueue()
    rest = iter(shards)
    out = 0
    while True:
        while out < limit and not stop.signal and (shard := next(rest, None)) is not None:
            submit(shard, done.put)
            out += 1
        if not out or stop.overdue:
            break
        try:
            outcome = done.get(timeout=POLL_SECONDS)
        except Empty:
            continue
        out -= 1
        if stop.signal and isinstance(outcome, ClusterLostError):
            break  # who asked this process to stop may have asked the cluster's as well
        if isinstance(outcome, BaseException):
            raise outcome
        yield outcome
    if stop.signal:
        raise StoppedError(stop.signal)


def run_session(
    session: Session,
    workers: Workers,
    submit: Submit,
    stop: Stop,
    progress: Progress | None,
    width: int = 0,
    runner: str = "direct",
) -> Summary:
    """Take a planned session to its end; `width` is how many shards can be at work at a time, if others than `workers` do it.

    `runner` is whose tasks the shards are: one of pace.TASK_SECONDS.

    Raises SuspiciousError, work.OutputError, StoppedError.
    """
    plan = session.plan or session.make_plan()
    session.check(workers)
    session.clear()
    session.stamp(stop)
    if progress:
        progress(plan, None)
    width = max(1, width or workers.jobs)
    session.pace = Pace(width, TASK_SECONDS[runner])
    for result in results(plan.shards(width, session.pace), submit, stop, width * OUTSTANDING):
        session.commit(result)
        if progress:
            progress(plan, result)
    session.fold(workers, stop)
    return session.finish()


def outcome_of(workers: Workers, shard: Shard) -> ShardResult | BaseException:
    """What became of a shard; an error is returned, to be raised where results are gathered."""
    try:
        return workers.run(shard)
    except BaseException as error:  # noqa: BLE001 - handed over, not swallowed
        return error


def run_folder(
    raw: Location,
    clean: Location,
    config: Config,
    *,
    options: Options | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Summary:
    """Run over a folder, without Prefect.

    `jobs` is the number of worker processes, 0 for one a processor. Raises as Session and run_session do.
    """
    with Stop() as stop, Session(raw, clean, config, options) as session:
        plan = session.make_plan()
        with Workers(clean, config, jobs_for(plan, jobs, raw, clean)) as workers:
            if not workers.jobs:
                return run_session(session, workers, lambda shard, put: put(workers.run(shard)), stop, progress)
            with session.catalog.closed():
                workers.start()
            threads = ThreadPoolExecutor(workers.jobs * OUTSTANDING)
            try:
                return run_session(
                    session,
                    workers,
                    lambda shard, put: put_later(threads, workers, shard, put),
                    stop,
                    progress,
                )
            finally:
                threads.shutdown(wait=False, cancel_futures=True)


def put_later(threads: ThreadPoolExecutor, workers: Workers, shard: Shard, put: Put) -> None:
    """Hand a shard to a thread that waits for it."""
    threads.submit(lambda: put(outcome_of(workers, shard)))
