"""A Ray cluster (extra `ingest[ray]`)."""

from __future__ import annotations

import atexit
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from importlib import import_module
from itertools import count
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ingest.clusters import Cluster, own_signals
from ingest.errors import UsageError
from ingest.run import Put
from ingest.work import ShardResult

if TYPE_CHECKING:
    from prefect.tasks import Task

POLL_SECONDS = 0.2
"""How often it is looked whether tasks are to be collected."""

LOST_SECONDS = 20.0
"""How long the head node may not answer."""

SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is sent anywhere
    "GRPC_ENABLE_FORK_SUPPORT": "0",  # else each process that is started here is told of on the terminal
    "RAY_task_oom_retries": "3",  # else a task that takes all memory is tried again without end
}
"""Settings that Ray reads from the environment; those that are already there stand."""


def make(address: str | None, jobs: int) -> RayCluster:
    """The cluster at `address`, or a local one of `jobs` processors."""
    return RayCluster(address, jobs)


class RayCluster(Cluster):
    """Workers of one process each.

    Calls into Ray may not come back when its head node is gone, and may not be made inside its own threads: so one thread
    of ours hands tasks to it, and another one collects what comes back.
    """

    name = "ray"
    deadly = ("WorkerCrashedError", "NodeDiedError", "OutOfMemoryError", "ObjectLostError")
    lost = ("RaySystemError", "LocalRayletDiedError", "ConnectionError", "RpcError")

    def __init__(self, address: str | None, jobs: int) -> None:
        """As `make`."""
        for name, value in SETTINGS.items():
            os.environ.setdefault(name, value)
        self._ray = import_module("ray")
        quiet = {"log_to_driver": False, "logging_level": "ERROR"}
        local = {"address": "local", "num_cpus": jobs, "include_dashboard": False}
        runner = import_module("prefect_ray").RayTaskRunner
        self._address = address
        self.local = not address
        self._runner: Any = runner(address=address, init_kwargs=quiet if address else {**quiet, **local})
        self._to_hand: SimpleQueue[tuple[int, Callable[[], Any]] | None] = SimpleQueue()
        self._puts: dict[int, Put] = {}
        self._out: dict[Any, tuple[int, Any]] = {}
        self._numbers = count()
        self._changed = threading.Condition()
        self._open = True
        self._lost = False
        self._threads = [threading.Thread(target=one, daemon=True) for one in (self._hand_out, self._collect)]

    def __enter__(self) -> Self:
        """Start the local cluster, or go to the existing one."""
        with own_signals():
            try:
                self._runner.__enter__()
            except (OSError, ValueError, RuntimeError) as error:
                raise UsageError(f"{self._address or 'Ray'}: no Ray cluster answers: {error}") from error
        self._head = _Head(self._ray.get_runtime_context().gcs_address)
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Let go of the cluster; what is still on it is cancelled."""
        self._open = False
        self._to_hand.put(None)
        if self._lost:
            # Ray would wait for its head node, and then end this process without a word.
            atexit.unregister(self._ray.shutdown)
            return
        for thread in self._threads:
            thread.join()
        with suppress(Exception):
            for reference in self._out:
                self._ray.cancel(reference, force=True)
        with suppress(Exception):
            self._runner.__exit__(kind, error, None)
        self._ray.shutdown()

    @property
    def width(self) -> int:
        """The processors of all nodes."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 0)))

    def submit(self, task: Task[..., Any], parameters: dict[str, Any], put: Put) -> None:
        """Hand a task to Ray."""
        number = next(self._numbers)
        with self._changed:
            self._puts[number] = put
        # Prefect finds the flow run in the context of its thread.
        call = partial(copy_context().run, self._runner.submit, task, parameters)
        self._to_hand.put((number, call))

    def _hand_out(self) -> None:
        while (one := self._to_hand.get()) is not None and self._open:
            number, call = one
            try:
                future = call()
            except Exception as error:  # noqa: BLE001 - handed over, not swallowed
                self._done(number, self.told(error))
                continue
            with self._changed:
                self._out[future.wrapped_future] = number, future
                self._changed.notify()

    def _collect(self) -> None:
        while self._open:
            try:
                self._head.check()
                with self._changed:
                    self._changed.wait_for(lambda: self._out, POLL_SECONDS)
                    out = list(self._out)
                ready, _ = self._ray.wait(out, num_returns=1, timeout=POLL_SECONDS) if out else ([], [])
            except Exception as error:  # noqa: BLE001 - handed over, not swallowed
                self._lost = True
                for number in list(self._puts):
                    self._done(number, self.told(error))
                return
            for reference in ready:
                with self._changed:
                    number, future = self._out.pop(reference)
                self._done(number, self.outcome(future))

    def _done(self, number: int, outcome: ShardResult | BaseException) -> None:
        with self._changed:
            put = self._puts.pop(number)
        put(outcome)


class _Head:
    """Watches whether the head node answers: Ray itself has patience for a minute, and then ends the process."""

    def __init__(self, address: str) -> None:
        """`address` is host and port."""
        host, _, port = address.rpartition(":")
        self._place = host.strip("[]"), int(port)
        self._next = self._answered = time.monotonic()

    def check(self) -> None:
        """Raises ConnectionError when it has not answered for LOST_SECONDS."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + LOST_SECONDS / 10
        try:
            socket.create_connection(self._place, LOST_SECONDS / 10).close()
        except OSError as error:
            if now - self._answered > LOST_SECONDS:
                raise ConnectionError(f"the head node does not answer: {error}") from error
        else:
            self._answered = now
