"""Raw objects, fetched: those of a shard together, a container to a file of this machine."""

from __future__ import annotations

import fcntl
import hashlib
import io
import os
import platform
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ingest.errors import Refused
from ingest.places import Location, Url, each, opened
from ingest.store import Catalog

WHOLE = 8 << 20
"""Bytes up to which an object is fetched before it is asked for. A shard holds no more of them together."""

ROWS = 256
"""Documents that are fetched together."""

RESERVE = 256 << 20
"""Bytes that a container leaves free on the disk it is copied to."""


class Fetched:
    """The raw objects of a shard. Those that are small are fetched at once; `open` gives each, once."""

    def __init__(self, reals: Sequence[tuple[str, int]]) -> None:
        """`reals` are URLs with sizes."""
        small = [Url(real) for real, size in reals if size <= WHOLE]
        self._found = dict(zip(map(str, small), each(_fetch, small, small[0]), strict=True)) if small else {}

    def open(self, real: str) -> IO[bytes]:
        """The object's bytes. Raises OSError."""
        found = self._found.pop(real, None)
        if isinstance(found, OSError):
            raise found
        return opened(real) if found is None else io.BytesIO(found)


def _fetch(url: Url) -> bytes | OSError:
    try:
        return url.read_bytes()
    except OSError as error:
        return error


def ahead(catalog: Catalog, rows: Iterable[sqlite3.Row], raw: Location | None) -> Iterator[sqlite3.Row]:
    """As `store.Catalog.ahead`: rows are held back until their files are there, up to `WHOLE` bytes and `ROWS`."""
    held: list[sqlite3.Row] = []
    size = 0
    for row in rows:
        held.append(row)
        size += row["raw_bytes"] or 0
        if size >= WHOLE or len(held) >= ROWS:
            yield from _fetched(catalog, held, raw)
            held, size = [], 0
    yield from _fetched(catalog, held, raw)


def _fetched(catalog: Catalog, rows: Sequence[sqlite3.Row], raw: Location | None) -> Sequence[sqlite3.Row]:
    from ingest.verify import place_of

    documents = [row for row in rows if row["status"] != "quarantined" and row["clean"]]
    files = [row for row in documents if row["status"] == "clean" and row["input"] == row["source"]]
    catalog.fetched.clear()
    for places in (
        [place_of(catalog, row) for row in documents],
        [raw / row["source"] for row in files] if raw else [],
    ):
        urls = [one for one in places if isinstance(one, Url)]
        if urls:
            catalog.fetched.update(zip(urls, each(_fetch, urls, urls[0]), strict=True))
    return rows


@contextmanager
def copied(real: str, version: tuple[int, ...], folder: Path) -> Iterator[str]:
    """A container as a file of this machine, since archives need to seek.

    The workers of a machine that are at it at the same time have one copy in `folder`: the first one fetches it, the last one
    removes it. `version` is the object's size, and what else tells it from one of that name before.
    Raises Refused when it does not fit there, and OSError when it cannot be fetched.
    """
    name = hashlib.sha256(repr((platform.node(), real, version)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    copy, lock, fetching = (folder / f"{name}.{kind}" for kind in ("copy", "lock", "fetch"))
    while True:
        with lock.open("wb") as held:
            # Who is at it has this lock with others, from before the fetching on; who removes has it alone. It may have gone
            # along with the last one's copy while this one waited for it: then there is a new one to be had.
            fcntl.flock(held, fcntl.LOCK_SH)
            if not _is_at(held, lock):
                continue
            try:
                with fetching.open("wb") as alone:
                    fcntl.flock(alone, fcntl.LOCK_EX)
                    if not copy.exists():
                        _fetch_to(copy, real, version[0])
                yield str(copy)
            finally:
                with suppress(BlockingIOError):  # another worker reads it
                    fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    for path in (copy, fetching, lock):
                        path.unlink(missing_ok=True)
            return


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _fetch_to(copy: Path, real: str, size: int) -> None:
    free = shutil.disk_usage(copy.parent).free
    if size + RESERVE > free:
        need = f"{size >> 20:,} MiB do not fit into {copy.parent}, where {free >> 20:,} are free"
        raise Refused("read", need, "make room, or set INGEST_STATE to a folder on a larger disk")
    part = copy.with_suffix(".part")
    try:
        Url(real).download(part)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
