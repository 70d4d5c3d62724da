"""Raw objects, fetched: those of a shard together, a container to a file of this machine."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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
def copied(real: str, size: int, scratch: Path) -> Iterator[str]:
    """A container as a file of this machine, since archives need to seek; removed in the end.

    Raises Refused when it does not fit there, and OSError when it cannot be fetched.
    """
    free = shutil.disk_usage(scratch.parent).free
    if size + RESERVE > free:
        need = f"{size >> 20:,} MiB do not fit into {scratch.parent}, where {free >> 20:,} are free"
        raise Refused("read", need, "make room, or set INGEST_STATE to a folder on a larger disk")
    try:
        Url(real).download(scratch)
        yield str(scratch)
    finally:
        scratch.unlink(missing_ok=True)
