"""The Prefect flow: plan → shards → commit → report.

One task a shard. A task is a thread that waits for a worker process, so that Prefect sees every shard and the cleaning still
uses all cores; the catalog is written in the flow's own process alone. `ingest run` and `ingest serve` start it through
`ingest_prefect.command_line`; a deployment (see `prefect.yaml`) runs `ingest_folder`.
"""

from __future__ import annotations

from ingest_prefect.artifacts import publish, sentence
from ingest_prefect.other_runs import suppress_server_trouble, take_over_missed_runs, tell_ends

import logging
import pickle
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext
from prefect.settings import (
    PREFECT_API_SSL_CERT_FILE,
    PREFECT_API_TLS_INSECURE_SKIP_VERIFY,
    PREFECT_API_URL,
    temporary_settings,
)
from prefect.states import Cancelled, Completed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import opaque

from ingest.clusters import Cluster, cluster, pack, rescued, run_packed
from ingest.config import Config, load
from ingest.errors import IngestError
from ingest.lock import LockedError
from ingest.places import Location, location
from ingest.plan import Options, Plan
from ingest.prefect_server import first_authority, speaks_plain_http
from ingest.run import OUTSTANDING, Progress, Put, default_jobs, jobs_for, outcome_of, run_session
from ingest.session import INTERRUPTED, LOCK_HELD, SUSPICIOUS, Session, Summary, SuspiciousError
from ingest.stopping import Stop, StoppedError
from ingest.work import Shard, ShardResult
from ingest.workers import DroppedError, Workers

if TYPE_CHECKING:
    from ingest_prefect.other_runs import Logger

    from prefect.futures import PrefectConcurrentFuture

FLOW = "ingest"

RunnerName = Literal["local", "dask", "ray"]
"""Where shards are cleaned."""


@dataclass(slots=True)
class Watcher:
    """Whoever called the flow in this process: shows the progress, and takes what cannot go through Prefect."""

    progress: Progress | None = None
    config: Config | None = None
    summary: Summary | None = None
    error: BaseException | None = None


WATCHERS: list[Watcher] = []
"""The caller in this process, if there is one. A plain list, since `serve` sends this module's values to other processes."""


class Job:
    """A shard on its way through a task. It is no collection, so Prefect does not look into it."""

    def __init__(self, shard: Shard, workers: Workers, put: Put) -> None:
        """`put` takes the result."""
        self.shard, self.workers, self.put = shard, workers, put

    def run(self, logger: Logger) -> None:
        """Have the shard cleaned, log what the workers had to say, hand the result over.

        The result does not become the task's own, since Prefect keeps those in memory until the flow ends.
        """
        outcome = outcome_of(self.workers, self.shard)
        if isinstance(outcome, BaseException):
            self.put(outcome)
            if isinstance(outcome, DroppedError):
                logger.warning("stopped before it was done: the next run does it")
                return
            raise outcome
        _tell(logger, outcome)
        self.put(outcome)


def _tell(logger: Logger, outcome: ShardResult) -> None:
    for note in outcome.notes:
        logger.log(logging.getLevelNamesMapping()[note.level], "%s: %s", note.source, note.text)
    bad = sum(one.row.status == "quarantined" for one in outcome.inputs)
    logger.info("%d documents, %d of them to quarantine", len(outcome.inputs), bad)


_THREADS: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=default_jobs() * OUTSTANDING)


@task(name="clean-shard", task_run_name="shard-{number}", cache_policy=NO_CACHE, persist_result=False)
def clean_shard(number: int, documents: int, job: Any) -> None:  # noqa: ANN401, ARG001 - the first two are for the reader of the UI
    """Clean one shard in a worker process."""
    job.run(get_run_logger())


@task(name="clean-shard", task_run_name="shard-{number}", cache_policy=NO_CACHE, persist_result=False)
def clean_shard_there(number: int, documents: int, packed: bytes, clean: str, config: Any) -> bytes:  # noqa: ANN401, ARG001 - as above
    """Clean one shard where the task runs: on a worker of a cluster."""
    outcome = run_packed(packed, clean, config.value)
    _tell(get_run_logger(), outcome)
    return pickle.dumps(outcome)


class Held:
    """A value into which Prefect does not look."""

    def __init__(self, value: Any) -> None:  # noqa: ANN401 - whatever it is
        """`value` is handed on as it is."""
        self.value = value


@flow(
    name=FLOW,
    task_runner=_THREADS,
    persist_result=False,
)
def ingest_folder(  # noqa: PLR0913, PLR0917 - the parameters that a deployment may set
    raw: str = "raw",
    clean: str = "clean",
    config: str | None = None,
    settings: dict[str, Any] | None = None,
    jobs: int = 0,
    force: bool = False,
    rehash: bool = False,
    retry_quarantine: bool = False,
    accept: bool = False,
    runner: RunnerName = "local",
    address: str | None = None,
) -> State[Any]:
    """Clean what is new or changed in a raw folder.

    `raw` and `clean` are folders, or URLs of them, `config` the path of a configuration and `settings` what takes precedence
    over it; `jobs` is the number of worker processes (0: one a processor). With `runner` "dask" or "ray" the shards go to
    the cluster of that kind at `address`, or to a local one. The final state is named for what happened.
    """
    logger = get_run_logger()
    watcher = WATCHERS[-1] if WATCHERS else Watcher()
    take_over_missed_runs(logger)
    try:
        # `serve` sends this function to other processes with the names that its body uses, and Prefect reads the types of its
        # parameters there: so the body names this one.
        if runner not in get_args(RunnerName):
            return Failed(message=f"runner: {runner!r} is none of {', '.join(get_args(RunnerName))}")
        checked = watcher.config or load(Path(config) if config else None, **(settings or {}))
        options = Options(force, rehash, retry_quarantine, accept)
        if runner != "local":
            folders = location(raw).absolute(), location(clean).absolute()
            there = cluster(runner, address, jobs)
            watcher.summary = _run_on(there, *folders, checked, options, watcher.progress, logger)
        else:
            watcher.summary = _run(location(raw), location(clean), checked, options, jobs, watcher.progress, logger)
    except (IngestError, StoppedError) as error:
        watcher.error = error
        return _end_without_a_summary(error, logger)
    return Completed(name=watcher.summary.state, message=sentence(watcher.summary))


def _end_without_a_summary(error: IngestError | StoppedError, logger: Logger) -> State[Any]:
    """The last state of a run that did not come to its end, after a word in its log."""
    if isinstance(error, LockedError):
        logger.warning("%s", error)
        return Completed(name=LOCK_HELD, message=str(error))
    if isinstance(error, StoppedError):
        message = f"{error}; what was done stays done, the next run completes the folder"
        logger.warning(message)
        return Cancelled(name=INTERRUPTED, message=message)
    if isinstance(error, SuspiciousError):
        logger.error("stopped: %s", error)
        return Failed(name=SUSPICIOUS, message=str(error))
    logger.error("%s", error)
    return Failed(message=str(error))


@contextmanager
def _planned(
    raw: Location, clean: Location, config: Config, options: Options, logger: Logger
) -> Iterator[tuple[Session, Plan, Stop]]:
    """A session of this flow run with its plan, and what asks it to stop."""
    context = FlowRunContext.get()
    flow_run = str(context.flow_run.id) if context and context.flow_run else ""
    with Stop() as stop, Session(raw, clean, config, options, holder={"flow_run": flow_run}) as session:
        tell_ends(session, logger)
        plan = session.make_plan()
        logger.info("%s", _describe_plan(plan))
        yield session, plan, stop


def _run(
    raw: Location,
    clean: Location,
    config: Config,
    options: Options,
    jobs: int,
    progress: Progress | None,
    logger: Logger,
) -> Summary:
    with (
        _planned(raw, clean, config, options, logger) as (session, plan, stop),
        Workers(clean, config, jobs_for(plan, jobs, raw, clean)) as workers,
        _futures() as futures,
    ):

        def submit(shard: Shard, put: Put) -> None:
            while len(futures) > default_jobs() * OUTSTANDING and futures[0].wrapped_future.done():
                futures.popleft().wait()
            future = clean_shard.submit(shard.number, len(shard.items), opaque(Job(shard, workers, put)))
            futures.append(cast("PrefectConcurrentFuture[Any]", future))

        summary = run_session(session, workers, submit, stop, progress, runner="local")
    with suppress_server_trouble(logger):
        publish(summary, clean)
    return summary


def _run_on(
    there: Cluster,
    raw: Location,
    clean: Location,
    config: Config,
    options: Options,
    progress: Progress | None,
    logger: Logger,
) -> Summary:
    with _planned(raw, clean, config, options, logger) as (session, plan, stop):
        if not plan.total:
            with Workers(clean, config, 0) as workers:
                summary = run_session(session, workers, _no_shards, stop, progress)
        else:
            # One process here cleans the sample that is looked at first, and the shards that kill a worker.
            with light_clients(local=there.local), Workers(clean, config, 1) as workers, there:

                def submit(shard: Shard, put: Put) -> None:
                    parameters = {
                        "number": shard.number,
                        "documents": len(shard.items),
                        "packed": pack(shard),
                        "clean": str(clean),
                        "config": Held(config),
                    }
                    there.submit(clean_shard_there, parameters, lambda outcome: put(rescued(outcome, shard, workers)))

                summary = run_session(session, workers, submit, stop, progress, there.width, there.name)
    with suppress_server_trouble(logger):
        publish(summary, clean)
    return summary


@contextmanager
def light_clients(*, local: bool) -> Iterator[None]:
    """Spare the tasks on a `local` cluster what they do not need for a server without TLS: the list of whom to trust.

    Prefect makes two clients for each task there, and each loads the certificates of some hundred authorities: half of what
    a task costs (docs/scale.md). So they find a file with a single one.
    """
    if not local or not speaks_plain_http(PREFECT_API_URL.value() or ""):
        yield
        return
    with TemporaryDirectory(prefix="ingest-") as folder:
        file = Path(folder, "authority.pem")
        file.write_text(first_authority(), encoding="ascii")
        # Where certificates are not to be looked at, a client loads the system's list all the same.
        with temporary_settings({PREFECT_API_SSL_CERT_FILE: str(file), PREFECT_API_TLS_INSECURE_SKIP_VERIFY: False}):
            yield


def _no_shards(shard: Shard, put: Put) -> None:
    raise AssertionError(shard, put)


@contextmanager
def _futures() -> Iterator[deque[PrefectConcurrentFuture[Any]]]:
    """The futures that are on their way; at the end all are waited for, since Prefect warns of those that nobody asked."""
    futures: deque[PrefectConcurrentFuture[Any]] = deque()
    try:
        yield futures
    finally:
        until = time.monotonic() + FUTURES_SECONDS
        for future in futures:
            future.wait(timeout=max(0.0, until - time.monotonic()))


FUTURES_SECONDS = 2.0
"""How long tasks that were stopped may take to say so."""


def _describe_plan(plan: Plan) -> str:
    why = ", ".join(f"{number:,} {reason}" for reason, number in sorted(plan.why.items()))
    text = f"{plan.total:,} documents to clean" + (f" ({why})" if why else "")
    text += f"; {plan.unchanged:,} unchanged, {plan.retired:,} gone"
    return "\n".join([text, *plan.reasons])
