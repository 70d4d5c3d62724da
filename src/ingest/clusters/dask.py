"""A Dask cluster (extra `ingest[dask]`)."""

from __future__ import annotations

import logging
import signal
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ingest.clusters import ANSWER_SECONDS, WORKER_SECONDS, Cluster, own_signals
from ingest.errors import UsageError
from ingest.run import Put

if TYPE_CHECKING:
    from prefect.tasks import Task


def make(address: str | None, jobs: int) -> DaskCluster:
    """The scheduler at `address`, or a local cluster of `jobs` workers."""
    return DaskCluster(address, jobs)


class DaskCluster(Cluster):
    """Workers of one thread or more behind a scheduler."""

    name = "dask"
    deadly = ("KilledWorker",)
    lost = ("CancelledError", "FutureCancelledError", "CommClosedError")

    def __init__(self, address: str | None, jobs: int) -> None:
        """As `make`."""
        runner = import_module("prefect_dask").DaskTaskRunner
        # The scheduler listens for HTTP all the same: on any free port, else it complains where its usual one is taken.
        quiet = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
        # A worker whose heartbeat meets the end of the run would write a traceback to the terminal.
        local = {
            "n_workers": jobs,
            "threads_per_worker": 1,
            "scheduler_kwargs": quiet,
            "silence_logs": logging.CRITICAL,
        }
        self._address = address
        self.local = not address
        self._runner: Any = (
            runner(address=address, client_kwargs={"timeout": ANSWER_SECONDS})
            if address
            else runner(cluster_kwargs=local)
        )

    def __enter__(self) -> Self:
        """Start the local cluster, or go to the existing one and wait for a worker."""
        self._runner.__enter__()
        try:
            with own_signals():
                self._runner.client.wait_for_workers(1, timeout=WORKER_SECONDS)
                if not self._address:
                    self._runner.client.run(_leave_ctrl_c)
        except (OSError, ValueError) as error:
            self._runner.__exit__(type(error), error, None)
            raise UsageError(f"{self._address}: no Dask cluster with a worker answers: {error}") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Let go of the cluster: the scheduler drops the tasks of a client that leaves."""
        self._runner.__exit__(kind, error, None)

    @property
    def width(self) -> int:
        """The threads of all workers."""
        threads: dict[str, int] = self._runner.client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, task: Task[..., Any], parameters: dict[str, Any], put: Put) -> None:
        """Hand a task to the scheduler."""
        future = self._runner.submit(task, parameters)
        future.add_done_callback(lambda done: put(self.outcome(done)))


def _leave_ctrl_c() -> None:
    """In a worker of a local cluster: a terminal sends Ctrl-C to it as well, and the flow's process is who stops the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
