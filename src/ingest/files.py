"""What a run writes below a clean folder: documents, the quarantine, retired and displaced files.

`CleanFiles` says what is done, whatever the folder is; `Files` does it on a disk, `remote.files.RemoteFiles` in a store.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from ingest.places import Location, Url

FOLDER = ".ingest"
"""The folder in the clean folder that holds what is not a document."""


@overload
def quarantine_folder(clean: Path, source: str) -> Path: ...
@overload
def quarantine_folder(clean: Url, source: str) -> Url: ...
def quarantine_folder(clean: Location, source: str) -> Location:
    """Where a refused input is kept. A record's name comes from outside: no part of it leads elsewhere or is too long."""
    return clean.joinpath(FOLDER, "quarantine", *(_safe(part) for part in source.split("/")))


def _safe(part: str) -> str:
    longest = 200  # file systems take 255 bytes
    if part not in {"", ".", ".."} and part.isprintable() and len(part.encode()) <= longest:
        return part
    shown = "".join(c if c.isprintable() and c != "." else "_" for c in part)[:40]
    return f"{shown}-{hashlib.sha256(part.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def own_name(name: str) -> str:
    """A file name that no other process gives, and this one for that name alone."""
    return f"{os.getpid()}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def fill(path: str, data: bytes) -> None:
    """Write a file, by four calls of the system where `Path.write_bytes` makes eight. Raises OSError."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


Place = TypeVar("Place", Path, Url)


class CleanFiles(ABC, Generic[Place]):
    """Writes below a clean folder: a reader sees the old file or the new one, never a part.

    Documents and inputs are named by their paths. One process writes one path at a time. All methods may raise OSError.
    """

    def __init__(self, clean: Place, here: Path) -> None:
        """Write below `clean`; `here` is a folder of this machine for scratch files."""
        self.clean: Place = clean
        self.tmp: Place = clean / FOLDER / "tmp"
        self._here = here

    # what is done

    def read(self, clean: str) -> bytes:
        """A document's bytes."""
        return (self.clean / clean).read_bytes()

    def rewrite(self, clean: str, data: bytes) -> None:
        """Put other bytes in a document's place."""
        self.write(self.clean / clean, data)

    def write_document(self, clean: str, data: bytes, expected: str | None) -> bool:
        """Put a document in its place; nothing is written when it stands there already.

        `expected` is the sha256 that the catalog has for the file. A file with other bytes was not written by ingest (or was
        edited since): it is kept under `displaced/`. Returns whether there was such a file.
        """
        there = self.look(clean)
        if there == data:
            return False
        displaced = there is not None and hashlib.sha256(there).hexdigest() != expected
        if displaced and there is not None:
            self.keep(clean, there)
        self.rewrite(clean, data)
        return displaced

    def drop(self, clean: str, expected: str) -> bool:
        """Remove a document that is a record from now on. Returns whether it was edited since: then it is kept, displaced."""
        there = self.look(clean)
        if there is None:
            return False
        edited = hashlib.sha256(there).hexdigest() != expected
        if edited:
            self.keep(clean, there)
        self.discard(clean)
        return edited

    def quarantine(self, source: str, data: bytes | None, reason: Mapping[str, Any]) -> None:
        """Keep a refused input's bytes (if they could be read) and the reason."""
        folder = quarantine_folder(self.clean, source)
        if data is not None:
            self.write(folder / "raw", data)
        else:
            self.remove(folder / "raw")
        self.write(folder / "reason.json", json.dumps(reason, ensure_ascii=False, indent=2).encode() + b"\n")

    def release(self, source: str) -> None:
        """Drop the quarantine of an input that became a document or is gone."""
        folder = quarantine_folder(self.clean, source)
        for name in ("raw", "reason.json"):
            self.remove(folder / name)

    def displaced(self, clean: str) -> Place:
        """Where what stood in a document's place is kept: under its own name, or with the first number that is free."""
        number = 1
        place: Place = self.clean / FOLDER / "displaced" / clean
        candidate = place
        while candidate.exists():
            number += 1
            candidate = place.parent / f"{place.name}~{number}"
        return candidate

    def scratch(self, name: str) -> Path:
        """A path on this machine for this process and that name."""
        self._here.mkdir(parents=True, exist_ok=True)
        return self._here / f"{own_name(name)}.part"

    def expect(self, cleans: Iterable[str]) -> None:
        """Prepare for writing these documents."""

    def flush(self) -> None:
        """Put what was gathered into its place."""

    def sync(self) -> None:
        """Wait until all that was written would outlive a failure of the power."""

    # how

    @abstractmethod
    def write(self, place: Place, data: bytes) -> None:
        """Put `data` at a place, now or with the next `flush`."""

    @abstractmethod
    def remove(self, place: Place) -> None:
        """Remove a file, now or with the next `flush`, if it is there."""

    @abstractmethod
    def look(self, clean: str) -> bytes | None:
        """What stands in a document's place."""

    @abstractmethod
    def keep(self, clean: str, data: bytes) -> None:
        """Keep what was found in a document's place, before anything else happens there."""

    @abstractmethod
    def discard(self, clean: str) -> None:
        """Remove a document at once."""

    @abstractmethod
    def retire(self, clean: str) -> None:
        """Move a document whose raw file is gone to `retired/`."""

    @abstractmethod
    def shared(self, path: Path) -> str:
        """Bring a scratch file to where another machine can read it; gives that place."""

    @abstractmethod
    def sweep(self) -> None:
        """Remove what a crashed run left on its way."""


class Files(CleanFiles[Path]):
    """Writes below a clean folder on a disk, each file by a renaming."""

    def __init__(self, clean: Path) -> None:
        """Write below `clean`."""
        super().__init__(clean, clean / FOLDER / "tmp")

    def write(self, place: Path, data: bytes) -> None:
        """Put `data` at a path. Raises OSError, naming the path."""
        self._write(str(place), data)

    def rewrite(self, clean: str, data: bytes) -> None:
        """Put other bytes in a document's place."""
        self._write(f"{self.clean}/{clean}", data)

    def _write(self, path: str, data: bytes) -> None:
        temporary = f"{self.tmp}/{own_name(path)}"
        try:
            try:
                fill(temporary, data)
            except FileNotFoundError:
                self.tmp.mkdir(parents=True, exist_ok=True)
                fill(temporary, data)
            try:
                os.replace(temporary, path)  # noqa: PTH105 - the hot path: Path.replace makes objects for nothing
            except FileNotFoundError:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(temporary, path)  # noqa: PTH105 - as above
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - as above
            raise

    def remove(self, place: Path) -> None:
        """Remove a file, if it is there."""
        with suppress(OSError):
            place.unlink()

    def look(self, clean: str) -> bytes | None:
        """What stands in a document's place."""
        path = f"{self.clean}/{clean}"
        if not os.access(path, os.F_OK):
            return None  # as a rule; to try to open it would make an error each time, which takes three times as long
        try:
            return Path(path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def keep(self, clean: str, data: bytes) -> None:
        """Keep what was found in a document's place."""
        self.write(self.displaced(clean), data)

    def discard(self, clean: str) -> None:
        """Remove a document, and the folders that it leaves empty."""
        path = self.clean / clean
        path.unlink(missing_ok=True)
        self._prune(path.parent, self.clean)

    def release(self, source: str) -> None:
        """Drop the quarantine of an input, and the folders that it leaves empty."""
        super().release(source)
        self._prune(quarantine_folder(self.clean, source), self.clean / FOLDER / "quarantine")

    def retire(self, clean: str) -> None:
        """Move a document whose raw file is gone to `retired/`."""
        path = self.clean / clean
        target = self.clean / FOLDER / "retired" / clean
        with suppress(FileNotFoundError, NotADirectoryError):
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
            self._prune(path.parent, self.clean)

    def displace(self, clean: str) -> None:
        """Move what was not written by ingest out of the way."""
        target = self.displaced(clean)
        with suppress(FileNotFoundError, NotADirectoryError):
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.clean / clean).replace(target)

    def shared(self, path: Path) -> str:
        """Where another machine finds a scratch file: on a folder of a file system, in the same place."""
        return str(path)

    def _prune(self, folder: Path, top: Path) -> None:
        """Remove folders that became empty, up to `top`."""
        while folder != top and top in folder.parents:
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent

    def sync(self) -> None:
        """Wait until all that was written is on the disk, where the system can do that for one file system."""
        import ctypes

        try:
            syncfs = ctypes.CDLL(None).syncfs
        except (AttributeError, OSError):
            return
        folder = os.open(self.clean, os.O_RDONLY)
        try:
            syncfs(folder)
        finally:
            os.close(folder)

    def sweep(self) -> None:
        """Remove what a crashed run left on its way."""
        shutil.rmtree(self.tmp, ignore_errors=True)


AnyFiles = CleanFiles[Path] | CleanFiles[Url]
"""What writes below a clean folder, here or in a store."""


def files_of(clean: Location) -> AnyFiles:
    """What writes below a clean folder."""
    if isinstance(clean, Url):
        from ingest.remote.files import RemoteFiles

        return RemoteFiles(clean)
    return Files(clean)
