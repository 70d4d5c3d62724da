"""The half of the lock that stands in the store: one object for each run at work, rewritten while it is.

A run writes its own object and then lists the folder. Of two runs at least the one that wrote last sees the other, so no two
go on; a store whose listings are consistent with writes is all that this needs. Ages are differences of the store's own
times. docs/adr/0007 says what it cannot do.
"""

from __future__ import annotations

import json
import os
import random
import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from ingest.errors import IngestError
from ingest.files import FOLDER
from ingest.lock import LockedError, describe
from ingest.places import Listed, Url

BEAT_SECONDS = 30.0
"""How often a lock is rewritten."""

DEAD_SECONDS = 150.0
"""Age at which a lock that was not rewritten is dead: five beats, so that a slow store does not kill."""

TRIES = 4
"""How often a run that met another in the same moment tries again."""

WAIT_SECONDS = 2.0
"""How long it waits in between, at the most."""


class LostError(IngestError):
    """The run was silent for so long that others take it for dead."""


class RemoteLock:
    """Holds the lock of a clean folder in a store until it is released. `dead` are flow runs whose process died."""

    def __init__(self, clean: Url, run: str, state: str, holder: Mapping[str, str] | None = None) -> None:
        """Take it. `run` is the run's id, `state` that of the state folder, whose lock this process holds.

        Raises LockedError, with holder and age, while another run is at work, and OSError.
        """
        self.clean, self.dead, self.lost = clean, list[str](), False
        self._folder = clean / FOLDER / "locks"
        self._name = f"{run}.json"
        self._state = state
        self._content = {
            "pid": os.getpid(), "host": socket.gethostname(), "since": time.time(), "run": run, "state": state,
            **(holder or {}),
        }  # fmt: skip
        self._take()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="ingest-lock", daemon=True)
        self._thread.start()

    def _take(self) -> None:
        for attempt in range(1, TRIES + 1):
            self._write()
            try:
                other = self._other()
            except BaseException:
                self._remove()
                raise
            if other is None:
                return
            self._remove()
            young = time.time() - float(other.get("since") or 0) < TRIES * WAIT_SECONDS
            if attempt == TRIES or not young:
                where = f"if that is dead, its lock in {self._folder} is ignored after {DEAD_SECONDS:.0f} s"
                raise LockedError(
                    f"{self.clean}: another run is at work there ({describe(other)}); wait for it, or stop it, and start"
                    f" again; {where}"
                )
            time.sleep(random.uniform(0.1, WAIT_SECONDS))  # noqa: S311 - only so that two do not wait for the same time

    def _write(self) -> None:
        (self._folder / self._name).write_bytes(json.dumps(self._content).encode())

    def _remove(self) -> None:
        with suppress(OSError):
            (self._folder / self._name).unlink(missing_ok=True)

    def _other(self) -> Mapping[str, Any] | None:
        """The holder of another lock that is alive. Dead ones are removed."""
        locks = {one.name: one for one in self._folder.listed() if one.name.endswith(".json")}
        mine = locks.pop(self._name, None)
        if mine is None:
            raise OSError(
                5, "a lock that was put is not in the listing: the store cannot keep runs apart", str(self._folder)
            )
        for name, one in sorted(locks.items()):
            holder = self._read(name)
            if holder is None:
                continue
            if holder.get("state") != self._state and not _is_dead(one, mine):
                return holder
            if holder.get("flow_run"):
                self.dead.append(str(holder["flow_run"]))
            (self._folder / name).unlink(missing_ok=True)
        return None

    def _read(self, name: str) -> Mapping[str, Any] | None:
        """What a lock says; None when it is gone by now."""
        try:
            content = json.loads((self._folder / name).read_bytes())
        except FileNotFoundError:
            return None
        except ValueError:
            content = {}
        return content if isinstance(content, dict) else {}

    def _beat(self) -> None:
        last = time.monotonic()
        while not self._end.wait(BEAT_SECONDS):
            with suppress(OSError):
                if not (self._folder / self._name).identity():
                    self.lost = True
                    return
                self._write()
                last = time.monotonic()
            if time.monotonic() - last > DEAD_SECONDS:
                self.lost = True
                return

    def check(self) -> None:
        """Raises LostError when others take this run for dead."""
        if self.lost:
            raise LostError(
                f"{self.clean}: this run's lock is gone: it could not reach the store, or stood still, for more than"
                f" {DEAD_SECONDS:.0f} s; what was done stays done, run again to complete the folder"
            )

    def release(self) -> None:
        """Let the next run begin."""
        self._end.set()
        self._thread.join()
        if not self.lost:
            self._remove()


def _is_dead(lock: Listed, mine: Listed) -> bool:
    """By the store's own times; a store that tells none has no dead locks."""
    return bool(lock.mtime_ns) and mine.mtime_ns - lock.mtime_ns > DEAD_SECONDS * 1e9
