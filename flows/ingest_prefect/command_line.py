"""The flow as commands start it: once, or on a schedule, with the configured Prefect server or one of our own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import PREFECT_API_URL, PREFECT_CLIENT_MAX_RETRIES, temporary_settings
from prefect.types.entrypoint import EntrypointType

from ingest.config import Config
from ingest.errors import IngestError
from ingest.places import Location
from ingest.plan import Options
from ingest.prefect_server import Server, ServerError, answers
from ingest.run import Progress
from ingest.session import Summary
from ingest_flow import FLOW, WATCHERS, RunnerName, Watcher, ingest_folder


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
        WATCHERS.append(watcher)
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
            WATCHERS.remove(watcher)
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
"""How long what is on its way to the server may take at the end."""

_PATIENCE = {PREFECT_CLIENT_MAX_RETRIES: 2}
"""How often a server that went away is tried again while a person waits: 2 tries are 6 s, Prefect's 5 are a minute."""


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
        when = f"at {cron}" if cron else f"every {interval}"
        say(f"Serving {FLOW}/{name}: {parameters['raw']} to {parameters['clean']}, {when}. Ctrl-C stops.")
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
