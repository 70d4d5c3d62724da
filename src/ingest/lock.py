"""One run at a time for one clean folder, whoever starts it.

The lock is the operating system's (`flock`), so it is gone with its holder however that one dies. The file's content tells
who holds it, and what a holder left behind that died: the numbers of its Prefect flow runs, which still seem to run.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Mapping
from typing import Any

from ingest.errors import IngestError
from ingest.places import Location
from ingest.store import local_folder

PAIR = 2
MOST = 100
"""Ended runs that are remembered at the most: a server may be away for long."""


class LockedError(IngestError):
    """Another run is at work in the same clean folder."""


_HELD: set[int] = set()
"""The files that locks of this process hold."""


def _let_go() -> None:
    """In a process made by a fork: what it inherited would hold the lock on when its holder dies."""
    while _HELD:
        os.close(_HELD.pop())


os.register_at_fork(after_in_child=_let_go)


class Lock:
    """Holds the lock of a clean folder until it is released or the process ends.

    `dead` are the flow runs whose process died while it held the lock, as far as nobody has told Prefect yet. `ended` are
    runs that came to their end, each with its flow run, of which nobody has made sure yet that Prefect was told.
    """

    def __init__(self, clean: Location, holder: Mapping[str, str] | None = None) -> None:
        """Take it, and leave word of who holds it. Raises LockedError, with holder and age, while another run does."""
        self.path = local_folder(clean) / "lock"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held = describe(self._read())
            os.close(self._file)
            msg = f"{clean}: another run is at work there ({held}); wait for it, or stop it, and start again"
            raise LockedError(msg) from error
        _HELD.add(self._file)
        before = self._read()
        self.dead = [str(one) for one in before.get("dead", [])]
        if before.get("flow_run"):
            self.dead.append(str(before["flow_run"]))
        self.ended: list[list[str]] = [
            one for one in before.get("ended", []) if isinstance(one, list) and len(one) == PAIR
        ]
        self._holder: dict[str, Any] = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": time.time(),
            **(holder or {}),
        }
        self._write({**self._holder, **self._left()})

    def _left(self) -> dict[str, Any]:
        """What earlier holders left to be told."""
        return {name: left for name, left in (("dead", self.dead), ("ended", self.ended[-MOST:])) if left}

    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(os.pread(self._file, 1 << 16, 0))
        except ValueError:
            return {}
        return content if isinstance(content, dict) else {}

    def _write(self, content: Mapping[str, Any]) -> None:
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, json.dumps(content).encode(), 0)

    def buried(self) -> None:
        """Forget the flow runs that died or ended: Prefect knows of them now."""
        self.dead, self.ended = [], []
        self._write(self._holder)

    def release(self) -> None:
        """Let the next run begin."""
        try:
            if self._holder.get("flow_run"):
                self.ended.append([str(self._holder.get("run", "")), str(self._holder["flow_run"])])
            self._write(self._left())
        finally:
            _HELD.discard(self._file)
            os.close(self._file)


def describe(holder: Mapping[str, Any]) -> str:
    """Who holds a lock, by what it left, in words."""
    try:
        age = max(0, round(time.time() - holder["since"]))
        run = f", run {holder['run']}" if holder.get("run") else ""
        return f"process {holder['pid']} on {holder['host']}, for {age} s{run}"
    except (KeyError, TypeError):
        return "holder not known"
