"""Documents as objects: what `store.Files` does, by requests to a store, several at a time.

What a shard writes is gathered and put together when `flush` is called, or before too much is gathered. An object appears
whole or not at all; two objects do not appear together.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ingest.places import Url, each
from ingest.remote.state import THERE, folder_of
from ingest.store import quarantine_folder

PENDING_BYTES = 8 << 20
PENDING = 256
"""Bytes, and objects, that are gathered at the most before they are put."""


class RemoteFiles:
    """Writes below a clean folder in a store. One process writes one path at a time."""

    def __init__(self, clean: Url) -> None:
        """Write below `clean`."""
        self.clean = clean
        self.tmp = clean / THERE / "tmp"
        self._local = folder_of(clean) / "tmp"
        self._there: dict[str, bytes | None] = {}
        self._puts: dict[Url, bytes] = {}
        self._removals: dict[Url, None] = {}
        self._bytes = 0

    def expect(self, cleans: Iterable[str]) -> None:
        """Look at what stands in the places of documents that are about to be written. Raises OSError."""
        names = [name for name in cleans if name]
        self._there = dict(zip(names, each(self._look, names, self.clean), strict=True))

    def _look(self, clean: str) -> bytes | None:
        try:
            return (self.clean / clean).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    def read(self, clean: str) -> bytes:
        """A document's bytes. Raises OSError."""
        there = self._there.pop(clean) if clean in self._there else (self.clean / clean).read_bytes()
        if there is None:
            raise FileNotFoundError(errno.ENOENT, "is not there", str(self.clean / clean))
        return there

    def rewrite(self, clean: str, data: bytes) -> None:
        """Put other bytes in a document's place, now or with the next `flush`. Raises OSError."""
        self.write(self.clean / clean, data)

    def write(self, url: Url, data: bytes) -> None:
        """Put `data` at a URL, now or with the next `flush`. Raises OSError."""
        self._puts[url] = data
        self._removals.pop(url, None)
        self._bytes += len(data)
        if self._bytes >= PENDING_BYTES or len(self._puts) >= PENDING:
            self.flush()

    def flush(self) -> None:
        """Put all that was gathered. Raises OSError."""
        each(self._put, self._puts.items(), self.clean)
        each(lambda url: url.unlink(missing_ok=True), self._removals, self.clean)
        self._puts, self._removals, self._bytes = {}, {}, 0

    def _put(self, what: tuple[Url, bytes]) -> None:
        url, data = what
        # Where a file is renamed into its place: the process and the target's name make the one beside it unique.
        name = hashlib.sha256(url.text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        url.write_bytes(data, self.tmp / f"{os.getpid()}-{name}")

    def scratch(self, name: str) -> Path:
        """A path on this machine for this process and that name. Raises OSError."""
        self._local.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return self._local / f"{os.getpid()}-{digest}.part"

    def shared(self, path: Path) -> str:
        """Bring a scratch file to where another machine can read it; gives its URL. Raises OSError."""
        url = self.tmp / path.name
        url.upload(path)
        path.unlink()
        return str(url)

    def write_document(self, clean: str, data: bytes, expected: str | None) -> bool:
        """Put a document in its place; nothing is written when it stands there already.

        `expected` and the result are as in `store.Files.write_document`.
        """
        there = self._there.pop(clean) if clean in self._there else self._look(clean)
        if there == data:
            return False
        displaced = there is not None and hashlib.sha256(there).hexdigest() != expected
        if displaced and there is not None:
            _free(self.clean / THERE / "displaced" / clean).write_bytes(there)
        self.write(self.clean / clean, data)
        return displaced

    def quarantine(self, source: str, data: bytes | None, reason: Mapping[str, Any]) -> None:
        """Keep a refused input's bytes (if they could be read) and the reason."""
        folder = quarantine_folder(self.clean, source)
        if data is not None:
            self.write(folder / "raw", data)
        else:
            self._remove(folder / "raw")
        self.write(folder / "reason.json", json.dumps(reason, ensure_ascii=False, indent=2).encode() + b"\n")

    def release(self, source: str) -> None:
        """Drop the quarantine of an input that became a document or is gone."""
        folder = quarantine_folder(self.clean, source)
        for name in ("raw", "reason.json"):
            self._remove(folder / name)

    def _remove(self, url: Url) -> None:
        self._puts.pop(url, None)
        self._removals[url] = None

    def retire(self, clean: str) -> None:
        """Move a document whose raw file is gone to `retired/`: a copy, then a removal. Raises OSError."""
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (self.clean / clean).copy_to(self.clean / THERE / "retired" / clean)
            (self.clean / clean).unlink()
        self._there.pop(clean, None)

    def drop(self, clean: str, expected: str) -> bool:
        """Remove a document. Returns whether it was edited since: then it is kept, displaced. Raises OSError."""
        there = self._look(clean)
        if there is None:
            return False
        edited = hashlib.sha256(there).hexdigest() != expected
        if edited:
            _free(self.clean / THERE / "displaced" / clean).write_bytes(there)
        (self.clean / clean).unlink(missing_ok=True)
        return edited

    def sync(self) -> None:
        """Nothing to wait for: what a store has acknowledged is kept."""

    def sweep(self) -> None:
        """Remove what a crashed run left on its way. Raises OSError."""
        with suppress(FileNotFoundError):
            for one in self.tmp.listed():
                if one.kind == "file" and one.name:
                    (self.tmp / one.name).unlink(missing_ok=True)


def _free(url: Url) -> Url:
    """The URL, or the first one with a number behind it that is free."""
    number = 1
    candidate = url
    while candidate.exists():
        number += 1
        candidate = Url(f"{url}~{number}")
    return candidate
