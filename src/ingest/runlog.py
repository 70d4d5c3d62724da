"""The log of a run: one JSON object a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from ingest.compact_json import json_bytes

_LOGGED = ("status", "clean", "edits", "findings", "removed_chars", "reason", "stage")
"""Columns of a document that its line in the log holds, where there is something in them."""


class RunLog:
    """A log that is being written, flushed as it goes, so that it can be followed.

    Lines about documents are flushed together, when the shard that they came with is in the catalog.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, and make its folder. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._file: IO[bytes] = path.open("ab")

    def write(self, event: str, **facts: object) -> None:
        """Write one event with the time."""
        self._line(event, facts)
        self.flush()

    def document(self, what: str, columns: Mapping[str, Any], rules: Mapping[str, int]) -> None:
        """Write what became of one document, without a flush."""
        facts = {"source": columns["source"], "what": what, "rules": rules}
        for name in _LOGGED:
            if (value := columns.get(name)) is not None:
                facts[name] = value
        self._line("document", facts)

    def _line(self, event: str, facts: Mapping[str, object]) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **facts}
        self._file.write(json_bytes(line) + b"\n")

    def flush(self) -> None:
        """Let readers see what was written."""
        self._file.flush()

    def close(self) -> None:
        """Close it."""
        self._file.close()
