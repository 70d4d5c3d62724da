"""Raw objects, fetched: those of a shard together, a container to a file of this machine."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ingest.errors import Refused
from ingest.places import Url, each, opened

WHOLE = 8 << 20
"""Bytes up to which an object is fetched before it is asked for. A shard holds no more of them together."""

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
