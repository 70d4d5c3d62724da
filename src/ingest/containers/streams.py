"""Compressed streams, read within limits: a small file that unpacks to a huge one is stopped."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from ingest.containers.types import Unreadable

MAGIC = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"\xfd7zXZ\x00": "xz",
}
"""First bytes of compressed files (RFC 1952, bzip2, RFC 8878, the .xz format)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a container may unpack to.

    `record_bytes` is the most for one record. `ratio` is the most that the whole may grow by, counted above `free_bytes`:
    text compresses to a twentieth at best, repetitive dumps to a hundredth, bombs to a thousandth and less.
    """

    record_bytes: int = 256 << 20
    ratio: int = 250
    free_bytes: int = 64 << 20


def compression_of(head: bytes) -> str:
    """The name of the compression that a file begins with, or an empty string."""
    for magic, name in MAGIC.items():
        if head.startswith(magic):
            return name
    return ""


def peek(head: bytes, size: int) -> bytes:
    """The first bytes of what a compressed file's beginning holds, as far as it goes; empty when it is broken."""
    kind = compression_of(head)
    with suppress(zlib.error, OSError, EOFError, lzma.LZMAError, ValueError):
        if kind == "gzip":
            return zlib.decompressobj(wbits=31).decompress(head, size)
        if kind == "bzip2":
            return bz2.BZ2Decompressor().decompress(head, size)
        if kind == "xz":
            return lzma.LZMADecompressor().decompress(head, size)
        if kind == "zstd":
            return _zstd(io.BytesIO(head)).read(size)
    return b""


def open_stream(path: str, limits: Limits) -> IO[bytes]:
    """The file's content, decompressed, guarded by the limits. Raises OSError when it cannot be opened."""
    file = Path(path).open("rb")  # noqa: SIM115 - the caller closes the stream, which closes the file
    kind = compression_of(file.read(8))
    file.seek(0)
    if not kind:
        return file
    size = Path(path).stat().st_size
    return cast("IO[bytes]", io.BufferedReader(_Guarded(_decompressor(kind, file), file, size, limits)))


def _decompressor(kind: str, file: IO[bytes]) -> IO[bytes]:
    if kind == "gzip":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=file))
    if kind == "bzip2":
        return cast("IO[bytes]", bz2.BZ2File(file))
    if kind == "xz":
        return cast("IO[bytes]", lzma.LZMAFile(file))
    return _zstd(file)


def _zstd(file: IO[bytes]) -> IO[bytes]:
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(file, read_across_frames=True)
    return cast("IO[bytes]", reader)


class _Guarded(io.RawIOBase):
    """A decompressed stream that stops when it grows out of proportion, and that tells damage from an end."""

    def __init__(self, inner: IO[bytes], file: IO[bytes], packed: int, limits: Limits) -> None:
        self._inner = inner
        self._file = file
        self._left = limits.free_bytes + packed * limits.ratio
        self._ratio = limits.ratio

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._inner.read(len(view))
        except (zlib.error, lzma.LZMAError, OSError, EOFError) as error:
            raise Unreadable(f"the compressed data is damaged or cut off: {error}") from error
        except Exception as error:
            # zstandard raises a class of its own that derives from Exception alone
            if type(error).__module__.partition(".")[0] != "zstandard":
                raise
            raise Unreadable(f"the compressed data is damaged or cut off: {error}") from error
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(
                f"unpacks to more than {self._ratio} times its size: a decompression bomb, or raise the limit"
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
            self._file.close()
        super().close()
