"""Documents as objects: by requests to a store, several at a time.

What a shard writes is gathered and put together when `flush` is called, or before too much is gathered. An object appears
whole or not at all; two objects do not appear together.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ingest.files import FOLDER, CleanFiles, own_name
from ingest.places import Url, each
from ingest.remote.state import folder_of

PENDING_BYTES = 8 << 20
PENDING = 256
"""Bytes, and objects, that are gathered at the most before they are put."""


class RemoteFiles(CleanFiles[Url]):
    """Writes below a clean folder in a store."""

    def __init__(self, clean: Url) -> None:
        """Write below `clean`."""
        super().__init__(clean, folder_of(clean) / "tmp")
        self._there: dict[str, bytes | None] = {}
        self._puts: dict[Url, bytes] = {}
        self._removals: dict[Url, None] = {}
        self._bytes = 0

    def expect(self, cleans: Iterable[str]) -> None:
        """Look at what stands in the places of documents that are about to be written."""
        names = [name for name in cleans if name]
        self._there = dict(zip(names, each(self._fetch, names, self.clean), strict=True))

    def _fetch(self, clean: str) -> bytes | None:
        try:
            return (self.clean / clean).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    def look(self, clean: str) -> bytes | None:
        """What stands in a document's place, or stood there when it was expected, the first time that this is asked."""
        return self._there.pop(clean) if clean in self._there else self._fetch(clean)

    def read(self, clean: str) -> bytes:
        """A document's bytes."""
        there = self.look(clean)
        if there is None:
            raise FileNotFoundError(errno.ENOENT, "is not there", str(self.clean / clean))
        return there

    def write(self, place: Url, data: bytes) -> None:
        """Put `data` at a URL, now or with the next `flush`."""
        self._puts[place] = data
        self._removals.pop(place, None)
        self._bytes += len(data)
        if self._bytes >= PENDING_BYTES or len(self._puts) >= PENDING:
            self.flush()

    def flush(self) -> None:
        """Put all that was gathered."""
        each(self._put, self._puts.items(), self.clean)
        each(lambda url: url.unlink(missing_ok=True), self._removals, self.clean)
        self._puts, self._removals, self._bytes = {}, {}, 0

    def _put(self, what: tuple[Url, bytes]) -> None:
        url, data = what
        url.write_bytes(data, self.tmp / own_name(url.text))  # where a file is renamed into its place

    def remove(self, place: Url) -> None:
        """Remove a file with the next `flush`, if it is there."""
        self._puts.pop(place, None)
        self._removals[place] = None

    def keep(self, clean: str, data: bytes) -> None:
        """Keep what was found in a document's place, at once: the document is put with others, in any order."""
        self.displaced(clean).write_bytes(data)

    def discard(self, clean: str) -> None:
        """Remove a document at once."""
        (self.clean / clean).unlink(missing_ok=True)

    def retire(self, clean: str) -> None:
        """Move a document whose raw file is gone to `retired/`: a copy, then a removal."""
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (self.clean / clean).copy_to(self.clean / FOLDER / "retired" / clean)
            (self.clean / clean).unlink()
        self._there.pop(clean, None)

    def shared(self, path: Path) -> str:
        """Bring a scratch file to where another machine can read it; gives its URL."""
        url = self.tmp / path.name
        url.upload(path)
        path.unlink()
        return str(url)

    def sweep(self) -> None:
        """Remove what a crashed run left on its way."""
        with suppress(FileNotFoundError):
            for one in self.tmp.listed():
                if one.kind == "file" and one.name:
                    (self.tmp / one.name).unlink(missing_ok=True)
