"""Compressed streams, read within limits: a small file that unpacks to a huge one is stopped."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
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
            return _peek_zstd(head, size)
    return b""


def _peek_zstd(head: bytes, size: int) -> bytes:
    import zstandard

    try:
        return _zstd(io.BytesIO(head)).read(size)
    except zstandard.ZstdError:
        return b""


def open_stream(path: str, limits: Limits) -> io.BufferedReader:
    """The file's content, decompressed, guarded by the limits. Raises OSError when it cannot be opened."""
    file = Path(path).open("rb")  # noqa: SIM115 - the caller closes the stream, which closes the file
    kind = compression_of(file.read(8))
    file.seek(0)
    if not kind:
        return file
    size = Path(path).stat().st_size
    return io.BufferedReader(_Guarded(_decompressor(kind, file), file, size, limits))


def _decompressor(kind: str, file: IO[bytes]) -> IO[bytes]:
    if kind == "gzip":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=file))
    if kind == "bzip2":
        return cast("IO[bytes]", _Streams(file, bz2.BZ2Decompressor))
    if kind == "xz":
        return cast("IO[bytes]", _Streams(file, lzma.LZMADecompressor))
    return cast("IO[bytes]", _WholeZstd(file))


class _Streams:
    """Streams one behind the other, as bzip2 and xz files hold them.

    The readers of the standard library take a damaged stream behind a sound one for the file's end.
    """

    CHUNK = 1 << 16

    def __init__(self, file: IO[bytes], new: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor]) -> None:
        self._file = file
        self._new = new
        self._one: bz2.BZ2Decompressor | lzma.LZMADecompressor | None = None
        self._rest = b""

    def read(self, size: int) -> bytes:
        """At most so many bytes. Raises EOFError where a stream is cut off, OSError or LZMAError where it is damaged."""
        while True:
            if self._one is None:
                # Between streams of xz there may be zeros (the .xz format, 2.2).
                self._rest = self._rest.lstrip(b"\0") or self._file.read(self.CHUNK).lstrip(b"\0")
                if not self._rest:
                    if self._file.read(1):
                        raise OSError("nothing but zeros behind the first stream")
                    return b""
                self._one = self._new()
            data = b""
            if self._one.needs_input:
                data, self._rest = self._rest or self._file.read(self.CHUNK), b""
                if not data:
                    raise EOFError("it ends before its end mark")
            found = self._one.decompress(data, size)
            if self._one.eof:
                self._rest, self._one = self._one.unused_data, None
            if found:
                return found

    def close(self) -> None:
        """Nothing is held that must be let go of."""


def _zstd(file: IO[bytes]) -> IO[bytes]:
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(file, read_across_frames=True)
    return cast("IO[bytes]", reader)


class _WholeZstd:
    """Frames of zstd; the library's reader takes a frame that is cut off for the end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._reader = _zstd(file)

    def read(self, size: int) -> bytes:
        """At most so many bytes. Raises EOFError where a frame is cut off, zstandard.ZstdError where it is damaged."""
        data = self._reader.read(size)
        if not data and not zstd_is_whole(self._file):
            raise EOFError("it ends in mid-frame")
        return data

    def close(self) -> None:
        """The file is its owner's to close."""


def zstd_is_whole(file: IO[bytes]) -> bool:
    """Whether a file of zstd frames ends where its last frame does, by the headers of frames and blocks (RFC 8878, 3.1.1)."""
    import zstandard

    size = file.seek(0, 2)
    at = 0
    while at < size:
        file.seek(at)
        head = file.read(18)  # the longest header of a frame
        if head[1:4] == b"\x2a\x4d\x18" and 0x50 <= head[0] <= 0x5F:  # noqa: PLR2004 - a skippable frame
            at += 8 + int.from_bytes(head[4:8], "little")
            continue
        try:
            at += zstandard.frame_header_size(head)
            checksum = 4 * bool(zstandard.get_frame_parameters(head).has_checksum)
        except zstandard.ZstdError:
            return False
        last = False
        while not last:
            file.seek(at)
            block = file.read(3)
            if len(block) < 3:  # noqa: PLR2004 - the header of a block
                return False
            number = int.from_bytes(block, "little")
            last, kind = bool(number & 1), number >> 1 & 3
            at += 3 + (1 if kind == 1 else number >> 3)  # a block of kind 1 is one byte, repeated
        at += checksum
    return at == size


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
