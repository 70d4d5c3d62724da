"""Shards on a Dask cluster, through Prefect's task runner for it (extra `ingest[dask]`).

The workers read the raw files and write the documents, so both folders must stand on a file system that all of them see,
under the same path, and the same version of ingest must be installed there. The catalog is written by the flow alone.
"""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ingest.config import Config
from ingest.errors import UsageError
from ingest.work import Shard, ShardResult, run_shard
from ingest.workers import Workers

if TYPE_CHECKING:
    from prefect.tasks import Task

WORKERS = 2
"""Workers of a local cluster, where no number is given."""


def check_installed() -> None:
    """Raises UsageError when the extra is not installed."""
    if importlib.util.find_spec("prefect_dask") is None:
        todo = "install the extra: pip install 'ingest[dask]'"
        raise UsageError(f"--runner dask: prefect-dask is not installed; {todo}")


class Cluster:
    """An existing cluster, or a local one that ends with the `with` block."""

    def __init__(self, address: str | None = None, jobs: int = 0) -> None:
        """`address` is that of a scheduler, `jobs` the number of local workers.

        Raises UsageError when the extra is not installed.
        """
        check_installed()
        runner = import_module("prefect_dask").DaskTaskRunner
        local = {"n_workers": jobs or WORKERS, "threads_per_worker": 1, "dashboard_address": None}
        self._address = address
        self._runner: Any = runner(address=address) if address else runner(cluster_kwargs=local)

    def __enter__(self) -> Self:
        """Start the local cluster, or go to the existing one. Raises UsageError when that does not answer."""
        self._runner.__enter__()
        try:
            _ = self._runner.client
        except (OSError, ValueError) as error:
            self._runner.__exit__(None, None, None)
            raise UsageError(f"{self._address}: no Dask scheduler answers: {error}") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Let go of the cluster."""
        self._runner.__exit__(kind, error, None)

    @property
    def width(self) -> int:
        """How many shards can be at work at a time."""
        threads: dict[str, int] = self._runner.client.nthreads()
        return max(1, sum(threads.values()))

    def submit(
        self, task: Task[..., Any], parameters: dict[str, Any], put: Callable[[ShardResult | BaseException], None]
    ) -> Any:  # noqa: ANN401 - a future of prefect-dask, which is an extra
        """Hand a task to the cluster; `put` is called with the result it packed, or with what it raised."""
        future = self._runner.submit(task, parameters)
        future.add_done_callback(lambda done: put(_outcome(done)))
        return future


def _outcome(future: Any) -> ShardResult | BaseException:  # noqa: ANN401 - as above
    try:
        result: ShardResult = pickle.loads(future.result())  # noqa: S301 - what our own worker packed
    except BaseException as error:  # noqa: BLE001 - handed over, not swallowed
        return error
    return result


def pack(shard: Shard) -> bytes:
    """A shard as bytes: into those neither Prefect nor Dask looks for futures."""
    return pickle.dumps(shard)


def run_packed(packed: bytes, clean: str, config: Config) -> ShardResult:
    """On a worker: as `work.run_shard`."""
    return run_shard(pickle.loads(packed), clean, config, far=True)  # noqa: S301 - what our own flow packed


def rescued(outcome: ShardResult | BaseException, shard: Shard, workers: Workers) -> ShardResult | BaseException:
    """A shard that killed several workers in turn is taken apart here, to find the document that does it."""
    if not isinstance(outcome, import_module("distributed").KilledWorker):
        return outcome
    try:
        return workers.call(shard)
    except BaseException as error:  # noqa: BLE001 - handed over, not swallowed
        return error
