"""What a flow run tells Prefect of other runs: of those that died, that ended while the server was away, or were missed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State, StateType
from prefect.context import FlowRunContext
from prefect.exceptions import PrefectException
from prefect.states import Cancelled, Completed, Crashed, Failed

from ingest.session import COMPLETED, INTERRUPTED, NOTHING_TO_DO, WITH_QUARANTINE, Session

if TYPE_CHECKING:
    Logger = logging.Logger | logging.LoggerAdapter[Any]

SUPERSEDED = "Superseded"
"""The state of a scheduled run that was missed: another one of the same deployment, which began later, did its work."""


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


def tell_ends(session: Session, logger: Logger) -> None:
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


def take_over_missed_runs(logger: Logger) -> None:
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
