"""Shards on the workers of a cluster, through Prefect's task runner for it.

The workers read the raw files and write the documents, so both folders must stand on a file system that all of them see,
under the same path, and the same version of ingest must be installed there. The catalog is written by the flow alone.
"""

from __future__ import annotations

import importlib.util
import pickle
import signal
import socket
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self
from urllib.parse import urlsplit

from ingest import __version__
from ingest.config import Config
from ingest.errors import ClusterLostError, IngestError, UsageError
from ingest.run import Put
from ingest.work import Shard, ShardResult, run_shard
from ingest.workers import Workers

if TYPE_CHECKING:
    from prefect.tasks import Task

Name = Literal["dask", "ray"]

WORKERS = 2
"""Workers of a local cluster, where no number is given."""

ANSWER_SECONDS = 10.0
"""How long a cluster's address may take to answer."""

WORKER_SECONDS = 60.0
"""How long to wait for the first worker of an existing cluster."""


class DeadlyShardError(IngestError):
    """A shard killed several workers in turn."""


def check(name: Name, address: str | None) -> None:
    """Find out at once whether a cluster can be used at all.

    Raises UsageError when the extra is not installed, or when nothing answers at the address.
    """
    if importlib.util.find_spec(f"prefect_{name}") is None:
        todo = f"install the extra: pip install 'ingest[{name}]'"
        raise UsageError(f"--runner {name}: prefect-{name} is not installed; {todo}")
    if not address:
        return
    try:
        place = urlsplit(address if "://" in address else f"//{address}")
        host, port = place.hostname, place.port
    except ValueError as error:
        raise UsageError(f"{address}: not an address: {error}; it is like {EXAMPLES[name]}") from error
    if not host or not port:
        raise UsageError(f"{address}: no host and port in it; it is like {EXAMPLES[name]}")
    try:
        socket.create_connection((host, port), ANSWER_SECONDS).close()
    except OSError as error:
        todo = "start the cluster, or give its right address"
        raise UsageError(f"{address}: nothing answers there: {error.strerror or error}; {todo}") from error


EXAMPLES = {"dask": "tcp://host:8786", "ray": "ray://host:10001"}
"""What addresses look like."""


def cluster(name: Name, address: str | None = None, jobs: int = 0) -> Cluster:
    """An existing cluster, or a local one of `jobs` workers that ends with its `with` block.

    Raises UsageError as `check` does.
    """
    check(name, address)
    made: Cluster = import_module(f"ingest.clusters.{name}").make(address, jobs or WORKERS)
    return made


class Cluster(ABC):
    """Workers elsewhere, to be used in a `with` block."""

    name: ClassVar[Name]

    local: bool
    """Whether it is on this machine, and ends with its block."""

    deadly: ClassVar[tuple[str, ...]]
    """Names of the errors that say that a task killed its workers."""

    lost: ClassVar[tuple[str, ...]]
    """Names of the errors that say that the cluster is gone."""

    @abstractmethod
    def __enter__(self) -> Self:
        """Start the local cluster, or go to the existing one. Raises UsageError when it cannot be used."""

    @abstractmethod
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Let go of the cluster, and of the tasks that are still on it."""

    @property
    @abstractmethod
    def width(self) -> int:
        """How many shards can be at work at a time."""

    @abstractmethod
    def submit(self, task: Task[..., Any], parameters: dict[str, Any], put: Put) -> None:
        """Hand a task to the cluster; `put` is called with the result it packed, or with what it raised."""

    def outcome(self, future: Any) -> ShardResult | BaseException:  # noqa: ANN401 - a future of one of the extras
        """What came of a task that is done: ClusterLostError and DeadlyShardError stand for errors of the cluster's own."""
        try:
            result: ShardResult = pickle.loads(future.result())  # noqa: S301 - what our own worker packed
        except BaseException as error:  # noqa: BLE001 - handed over, not swallowed
            return self.told(error)
        return result

    def told(self, error: BaseException) -> BaseException:
        """An error of the cluster's own in the words of this project; others as they are."""
        names = {kind.__name__ for kind in type(error).__mro__}
        if names.intersection(self.deadly):
            return DeadlyShardError(str(error))
        if "RayTaskError" in names:  # the worker's error in a wrapping that is of the cluster's kinds as well
            return IngestError(
                f"a worker failed: {str(error).splitlines()[-1][:300]}; is the same ingest installed there?"
            )
        if names.intersection(self.lost):
            return ClusterLostError(LOST.format(f"{type(error).__name__}: {error}".splitlines()[0][:300]))
        return error


@contextmanager
def own_signals() -> Iterator[None]:
    """While a cluster is started: what it is made of leaves the signals that stop a run to this process, and handlers stay.

    A terminal sends Ctrl-C to all processes of a group, a service manager SIGTERM; a blocked signal is blocked in whatever is
    started, and comes here afterwards.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, before)
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


LOST = "the cluster was lost: {}; what was done stays done, run again to complete the folder"


def pack(shard: Shard) -> bytes:
    """A shard as bytes: into those no task runner looks for futures."""
    return pickle.dumps((__version__, shard))


def run_packed(packed: bytes, clean: str, config: Config) -> ShardResult:
    """On a worker: as `work.run_shard`. Raises UsageError where another version is installed."""
    version, shard = pickle.loads(packed)  # noqa: S301 - what our own flow packed
    if version != __version__:
        here = f"{socket.gethostname()} has ingest {__version__}, the flow {version}"
        raise UsageError(f"{here}; install the same version on all workers")
    return run_shard(shard, clean, config, far=True)


def rescued(outcome: ShardResult | BaseException, shard: Shard, workers: Workers) -> ShardResult | BaseException:
    """A shard that killed several workers in turn is taken apart here, to find the document that does it."""
    if not isinstance(outcome, DeadlyShardError):
        return outcome
    try:
        return workers.call(shard)
    except BaseException as error:  # noqa: BLE001 - handed over, not swallowed
        return error
