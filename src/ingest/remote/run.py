"""What a run does more when its clean folder is in a store: the lock there, and the catalog's way there and back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from ingest.lock import Lock
from ingest.places import Url
from ingest.remote.lock import RemoteLock
from ingest.remote.state import State
from ingest.store import Catalog

SAVE_SECONDS = 300.0
"""How often a long run puts the catalog back, so that another machine does not do much again after a kill."""

SAVE_SHARE = 0.05
"""Share of a run's time that putting back may take at the most."""


class Remote:
    """Takes the lock in the store and fetches the catalog; at the end it puts back what there is to tell."""

    def __init__(self, clean: Url, run: str, holder: Mapping[str, str] | None, lock: Lock) -> None:
        """`lock` is that of the state folder, which is held. Raises lock.LockedError and OSError."""
        self._state = State(clean)
        self._state.sweep()
        self._lock = RemoteLock(clean, run, self._state.id, holder)
        lock.dead += [one for one in self._lock.dead if one not in lock.dead]
        try:
            self._state.fetch()
        except BaseException:
            self._lock.release()
            raise
        self._saved, self._took = time.monotonic(), 0.0

    def committed(self, catalog: Catalog) -> None:
        """Something was entered into the catalog. Raises remote.lock.LostError, OSError and sqlite3.Error."""
        self._lock.check()
        self._state.unsaved = True
        since = time.monotonic() - self._saved
        if since > SAVE_SECONDS and self._took < since * SAVE_SHARE:
            self._save(catalog)

    def _save(self, catalog: Catalog) -> None:
        began = time.monotonic()
        self._state.save(catalog.db)
        self._saved = time.monotonic()
        self._took = self._saved - began

    @property
    def lost(self) -> bool:
        """Whether others take this run for dead."""
        return self._lock.lost

    @property
    def unsaved(self) -> bool:
        """Whether there is anything to tell that the catalog in the store does not say."""
        return self._state.unsaved

    def publish(self, catalog: Catalog, log: Path, report: str = "") -> tuple[str, str]:
        """Put catalog, log and report into the store. Gives where log and report are.

        Raises remote.lock.LostError, OSError and sqlite3.Error.
        """
        self._lock.check()
        there = self._state.put_log(log), self._state.put_report(Path(report)) if report else ""
        self._save(catalog)
        return there

    def release(self) -> None:
        """Let the next run begin."""
        self._lock.release()
