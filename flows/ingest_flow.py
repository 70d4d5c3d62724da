"""The Prefect flow: plan → shards → commit → report.

One task a shard. A task is a thread that waits for a worker process, so that Prefect sees every shard and the cleaning still
uses all cores; the catalog is written in the flow's own process alone. `ingest run` calls `run_from_command_line`; a
deployment (see `prefect.yaml` and `ingest serve`) runs `ingest_folder`.
"""

from __future__ import annotations

import os

# Nothing is sent anywhere: neither by Prefect's server nor by its client. This must stand before Prefect is imported.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

import logging
import pickle
import re
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, cast, get_args
from uuid import UUID

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State, StateType
from prefect.context import FlowRunContext
from prefect.events.worker import EventsWorker
from prefect.exceptions import PrefectException
from prefect.logging.handlers import APILogWorker
from prefect.settings import (
    PREFECT_API_SSL_CERT_FILE,
    PREFECT_API_TLS_INSECURE_SKIP_VERIFY,
    PREFECT_API_URL,
    PREFECT_CLIENT_MAX_RETRIES,
    temporary_settings,
)
from prefect.states import Cancelled, Completed, Crashed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.types.entrypoint import EntrypointType
from prefect.utilities.annotations import opaque

from ingest.clusters import Cluster, cluster, pack, rescued, run_packed
from ingest.config import Config, load
from ingest.errors import IngestError
from ingest.files import FOLDER
from ingest.lock import LockedError
from ingest.places import Location, Url, location
from ingest.plan import Options, Plan
from ingest.prefect_server import Server, ServerError, answers, first_authority, speaks_plain_http
from ingest.run import (
    COMPLETED,
    INTERRUPTED,
    LOCK_HELD,
    NOTHING_TO_DO,
    OUTSTANDING,
    SUSPICIOUS,
    WITH_QUARANTINE,
    Progress,
    Put,
    Session,
    Summary,
    SuspiciousError,
    default_jobs,
    jobs_for,
    outcome_of,
    run_session,
)
from ingest.stopping import Stop, StoppedError
from ingest.store import Catalog
from ingest.work import Shard, ShardResult
from ingest.workers import DroppedError, Workers

if TYPE_CHECKING:
    from prefect.futures import PrefectConcurrentFuture

    Logger = logging.Logger | logging.LoggerAdapter[Any]

FLOW = "ingest"

SUPERSEDED = "Superseded"
"""The state of a scheduled run that was missed: another one of the same deployment, which began later, did its work."""


RunnerName = Literal["local", "dask", "ray"]
"""Where shards are cleaned."""


@dataclass(slots=True)
class Watcher:
    """Whoever called the flow in this process: shows the progress, and takes what cannot go through Prefect."""

    progress: Progress | None = None
    config: Config | None = None
    summary: Summary | None = None
    error: BaseException | None = None


_watchers: list[Watcher] = []
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
    watcher = _watchers[-1] if _watchers else Watcher()
    _take_over_missed_runs(logger)
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
    except LockedError as error:
        watcher.error = error
        logger.warning("%s", error)
        return Completed(name=LOCK_HELD, message=str(error))
    except SuspiciousError as error:
        watcher.error = error
        logger.error("stopped: %s", error)  # noqa: TRY400 - the message says it all
        return Failed(name=SUSPICIOUS, message=str(error))
    except StoppedError as error:
        watcher.error = error
        message = f"{error}; what was done stays done, the next run completes the folder"
        logger.warning(message)
        return Cancelled(name=INTERRUPTED, message=message)
    except IngestError as error:
        watcher.error = error
        logger.error("%s", error)  # noqa: TRY400 - the message says it all
        return Failed(message=str(error))
    return Completed(name=watcher.summary.state, message=_sentence(watcher.summary))


@contextmanager
def _planned(
    raw: Location, clean: Location, config: Config, options: Options, logger: Logger
) -> Iterator[tuple[Session, Plan, Stop]]:
    """A session of this flow run with its plan, and what asks it to stop."""
    context = FlowRunContext.get()
    flow_run = str(context.flow_run.id) if context and context.flow_run else ""
    with Stop() as stop, Session(raw, clean, config, options, holder={"flow_run": flow_run}) as session:
        _bury(session, logger)
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
        _publish(summary, clean)
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
        _publish(summary, clean)
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


def _sentence(summary: Summary) -> str:
    names = ("new", "changed", "restamped", "unchanged", "retired", "quarantined", "newly-failing", "newly-fixed")
    parts = [f"{summary.counts[name]:,} {name}" for name in names if summary.counts.get(name)]
    return ", ".join(parts) or "nothing to do"


# what Prefect is told besides


@contextmanager
def suppress_server_trouble(logger: Logger) -> Iterator[None]:
    """A Prefect server that went away costs what it would have been told, never documents."""
    try:
        yield
    except (PrefectException, OSError, RuntimeError) as error:
        logger.warning("Prefect's server could not be told: %s", error)
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in {"httpx", "httpcore"}:
            raise
        logger.warning("Prefect's server could not be told: %s", error)


def _bury(session: Session, logger: Logger) -> None:
    """Tell Prefect which flow runs died: it would show them as running for ever."""
    for run in session.summary.crashed:
        logger.warning("run %s had not ended: what it left is completed now", run)
    if not session.lock.dead and not session.lock.ended:
        return
    with suppress_server_trouble(logger), get_client(sync_client=True) as client:
        for number in session.lock.dead:
            _tell_end(client, number, Crashed(message="Its process was gone when the next run began."))
        states = {row["id"]: row["state"] for row in session.catalog.runs(MOST_RUNS)} if session.lock.ended else {}
        for run, number in session.lock.ended:
            _tell_end(client, number, _late_state(states.get(run, "")))
        session.lock.buried()


MOST_RUNS = 200
"""Runs among which those are looked for whose end Prefect was not told."""


def _tell_end(client: Any, number: str, end: State[Any]) -> None:  # noqa: ANN401 - Prefect's client
    """Give a flow run its last state, if it has none."""
    with suppress(PrefectException, ValueError):
        state = client.read_flow_run(UUID(number)).state
        if state is None or not state.is_final():
            client.set_flow_run_state(UUID(number), end, force=True)


def _late_state(name: str) -> State[Any]:
    """The state of a run that ended while Prefect's server was away, by its name in the catalog."""
    message = "Prefect's server was away when it ended; the next run told it."
    if name in {COMPLETED, WITH_QUARANTINE, NOTHING_TO_DO}:
        return Completed(name=name, message=message)
    return Cancelled(name=name, message=message) if name == INTERRUPTED else Failed(name=name or None, message=message)


def _take_over_missed_runs(logger: Logger) -> None:
    """End the scheduled runs of this deployment that are due as well: this run looks at the folder after they were due.

    So runs that were missed, or that came due while a long run was at work, collapse into one.
    """
    context = FlowRunContext.get()
    mine = context.flow_run if context else None
    if mine is None or mine.deployment_id is None:
        return
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterId,
        FlowRunFilter,
        FlowRunFilterExpectedStartTime,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )
    from prefect.types._datetime import now

    due = FlowRunFilter(
        expected_start_time=FlowRunFilterExpectedStartTime(before_=cast("Any", now())),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
    )
    deployment = DeploymentFilter(id=DeploymentFilterId(any_=[mine.deployment_id]))
    superseded: State[Any] = Cancelled(name=SUPERSEDED, message=f"Missed; {mine.name} does its work.")
    with suppress_server_trouble(logger), get_client(sync_client=True) as client:
        runs = client.read_flow_runs(flow_run_filter=due, deployment_filter=deployment, limit=200)
        missed = [one for one in runs if one.id != mine.id and one.auto_scheduled]
        for one in missed:
            client.set_flow_run_state(one.id, superseded, force=True)
        if missed:
            logger.warning("%d more scheduled runs were due: this one does their work", len(missed))


def _publish(summary: Summary, clean: Location) -> None:
    """The artifacts, with keys that stay the same from run to run, so that each shows its history."""
    key = artifact_key(clean)
    create_table_artifact(_summary_rows(summary), key=f"{key}-summary", description=_summary_text(summary))
    if summary.report:
        create_link_artifact(
            _address(summary.report), "Report", key=f"{key}-report", description=_summary_text(summary)
        )
    if summary.state == NOTHING_TO_DO:
        return
    rules = [
        {"rule": name, "edits": number} for name, number in sorted(summary.rules.items(), key=lambda x: (-x[1], x[0]))
    ]
    create_table_artifact(rules, key=f"{key}-rules", description="Edits of this run by rule.")
    largest = [
        {"characters": one.characters, "rule": one.rule, "document": one.source, "begins with": one.text}
        for one in summary.largest
    ]
    create_table_artifact(largest, key=f"{key}-largest-removals", description="The largest removals of this run.")
    with Catalog(clean) as catalog:
        rows = [
            {"input": row["source"], "stage": row["stage"], "reason": row["reason"], "to do": row["hint"]}
            for _, row in zip(range(QUARANTINE_ROWS), catalog.documents("status = 'quarantined'"), strict=False)
        ]
    quarantined = summary.counts.get("quarantined", 0)
    shown = f" The first {QUARANTINE_ROWS} are shown." if quarantined > len(rows) else ""
    where = clean.resolve() / FOLDER / "quarantine"
    description = f"{quarantined:,} inputs are in quarantine, with their bytes and reasons in `{where}`.{shown}"
    create_table_artifact(rows, key=f"{key}-quarantine", description=description)


QUARANTINE_ROWS = 200
"""Rows of the quarantine list that Prefect is given; the catalog has all."""


def artifact_key(clean: Location) -> str:
    """The beginning of the artifacts' keys for a clean folder."""
    whole = clean.resolve()
    slug = re.sub(r"[^a-z0-9]+", "-", f"{whole.parent.name}-{whole.name}".lower()).strip("-")
    return f"ingest-{slug or 'root'}"


def _summary_rows(summary: Summary) -> list[dict[str, Any]]:
    names = [*summary.counts, *(name for name in summary.before if name not in summary.counts)]
    rows = []
    for name in names:
        now, before = summary.counts.get(name, 0), summary.before.get(name)
        change = "" if before is None else f"{now - before:+,}"
        rows.append({"what": name, "this run": now, "last run": "" if before is None else before, "change": change})
    return rows


def _summary_text(summary: Summary) -> str:
    lines = [f"Run `{summary.run}`: **{summary.state}** in {summary.seconds:.1f} s. {_sentence(summary)}."]
    places = {"Report": summary.report, "Log": summary.log}
    # Browsers open no file from a page of a server, so the path stands there to be copied as well.
    lines += [f"[{name}]({_address(path)}): `{location(path).resolve()}`" for name, path in places.items() if path]
    return "\n\n".join(lines)


def _address(path: str) -> str:
    there = location(path)
    return str(there) if isinstance(there, Url) else there.resolve().as_uri()


# the command line


def run_from_command_line(  # noqa: PLR0913 - the options of the command
    raw: Location,
    clean: Location,
    config: Config,
    options: Options,
    *,
    jobs: int = 0,
    runner: RunnerName = "local",
    address: str | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = print,
) -> Summary:
    """Run the flow in this process, with the configured Prefect server, or one of its own.

    Raises what the run raised (IngestError, StoppedError), and ServerError when the configured server does not answer.
    """
    watcher = Watcher(progress, config)
    with _server():
        _watchers.append(watcher)
        try:
            state = ingest_folder(
                raw=str(raw),
                clean=str(clean),
                settings=as_parameters(config),
                jobs=jobs,
                force=options.force,
                rehash=options.rehash,
                retry_quarantine=options.retry,
                accept=options.accept,
                runner=runner,
                address=address,
                return_state=True,
            )
        except Exception as error:
            # The server went away while the flow was at work: the run itself may well be complete.
            if watcher.summary is None and watcher.error is None:
                raise
            say(f"Prefect's server could not be told how the run ended: {error}")
            state = None
        finally:
            _watchers.remove(watcher)
    if watcher.error is not None:
        raise watcher.error
    if watcher.summary is None:
        raise IngestError(f"the flow ended without a result: {state}")
    return watcher.summary


def as_parameters(config: Config) -> dict[str, Any]:
    """The settings that differ from the defaults, as plain values."""
    defaults = asdict(Config())
    return {name: value for name, value in asdict(config).items() if value != defaults[name]}


@contextmanager
def _server() -> Iterator[None]:
    url = PREFECT_API_URL.value()
    if url:
        if not answers(url):
            todo = "start it, unset PREFECT_API_URL, or use --direct"
            raise ServerError(f"{url}: the configured Prefect server does not answer; {todo}")
        with temporary_settings(_PATIENCE):
            yield
        return
    with Server() as server, temporary_settings({PREFECT_API_URL: server.api, **_PATIENCE}):
        try:
            yield
        finally:
            drain()


def drain() -> None:
    """Have what is on its way to the server sent: at the end of the process, as Prefect does it, the server is gone."""
    for service in (APILogWorker, EventsWorker):
        service.drain_all(timeout=DRAIN_SECONDS)


DRAIN_SECONDS = 10.0

_PATIENCE = {PREFECT_CLIENT_MAX_RETRIES: 2}
"""How often a server that went away is tried again while a person waits: 2 tries are 6 s, Prefect's 5 are a minute."""


# schedules


def wrong_cron(cron: str) -> str | None:
    """What is wrong with a cron line, or None."""
    from prefect.client.schemas.schedules import CronSchedule

    try:
        CronSchedule(cron=cron)
    except ValueError:
        return f"{cron!r} is no cron line"
    return None


def serve_from_command_line(
    parameters: dict[str, Any],
    *,
    name: str,
    cron: str | None = None,
    interval: timedelta | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Register the deployment and run what it schedules, one run at a time, until stopped.

    Raises ServerError when the configured server does not answer.
    """
    with _serving(say):
        say(f"Serving {FLOW}/{name}: {parameters['raw']} to {parameters['clean']}, {cron or interval}. Ctrl-C stops.")
        say(f"Run now: prefect deployment run {FLOW}/{name}")
        ingest_folder.serve(
            name=name,
            cron=cron,
            interval=interval,
            parameters=parameters,
            limit=1,
            pause_on_shutdown=False,
            print_starting_message=False,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


@contextmanager
def _serving(say: Callable[[str], None]) -> Iterator[None]:
    """The configured server, or a local one with its pages."""
    url = PREFECT_API_URL.value()
    if url:
        if not answers(url):
            raise ServerError(
                f"{url}: the configured Prefect server does not answer; start it, or unset PREFECT_API_URL"
            )
        say(f"Prefect server: {url}")
        yield
        return
    say("Starting a local Prefect server, which takes some seconds ...")
    with Server(ui=True) as server, temporary_settings({PREFECT_API_URL: server.api}):
        say(f"Prefect server: {server.url} (its pages; for Prefect's commands: export PREFECT_API_URL={server.api})")
        # The runs are processes of their own and read it from there.
        os.environ["PREFECT_API_URL"] = server.api
        try:
            yield
        finally:
            del os.environ["PREFECT_API_URL"]
            drain()
