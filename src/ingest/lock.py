"""One run at a time for one clean folder, whoever starts it.

The lock is the operating system's (`flock`), so it is gone with its holder however that one dies; the file's content only
tells a person who holds it.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from pathlib import Path

from ingest.errors import IngestError
from ingest.store import FOLDER


class LockedError(IngestError):
    """Another run is at work in the same clean folder."""


class Lock:
    """Holds the lock of a clean folder until it is released or the process ends."""

    def __init__(self, clean: Path) -> None:
        """Take it. Raises LockedError, with the holder and since when, while another run holds it."""
        self.path = clean / FOLDER / "lock"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held = self._holder()
            os.close(self._file)
            msg = f"{clean}: another run is at work there ({held}); wait for it, or stop it, and start again"
            raise LockedError(msg) from error
        os.ftruncate(self._file, 0)
        holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": time.time()}
        os.pwrite(self._file, json.dumps(holder).encode(), 0)

    def _holder(self) -> str:
        try:
            holder = json.loads(os.pread(self._file, 4096, 0))
            age = max(0, round(time.time() - holder["since"]))
            return f"process {holder['pid']} on {holder['host']}, for {age} s"
        except (ValueError, KeyError, TypeError):
            return "holder not known"

    def release(self) -> None:
        """Let the next run begin."""
        os.close(self._file)
