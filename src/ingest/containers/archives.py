"""Zip and tar archives: each regular member is a document. Nothing is ever unpacked to disk."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from tarfile import HeaderError
from typing import IO, Self

from ingest.containers.streams import Limits
from ingest.containers.types import Broken, PassedOver, Record, Unreadable

TAR_MAGIC = slice(257, 262)
"""Where `ustar` stands in a tar file (POSIX.1-1988)."""


def matches_zip(head: bytes) -> bool:
    """Whether a file is a zip archive of files, and not an office document or a book, which are zip files too."""
    office = (b"[Content_Types].xml", b"mimetypeapplication/")
    return head.startswith(b"PK\x03\x04") and not any(mark in head[:256] for mark in office)


def matches_tar(head: bytes) -> bool:
    """Whether a file is a tar archive."""
    return head[TAR_MAGIC] == b"ustar"


def zip_records(path: str, limits: Limits) -> Iterator[Record | Broken | PassedOver]:
    """The members in the order of their names. Raises Unreadable when the archive itself is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                if not member.is_dir():
                    yield _zip_record(archive, member, limits)
    except zipfile.BadZipFile as error:
        raise Unreadable(f"the archive is damaged: {error}") from error


def _zip_record(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> Record | Broken | PassedOver:
    name = member.filename
    if _hidden(name):
        return PassedOver({"hidden names": 1})
    if member.flag_bits & 1:
        return Broken(name, "the member is encrypted")
    if member.file_size > limits.record_bytes or (
        member.file_size > limits.free_bytes and member.file_size > limits.ratio * max(1, member.compress_size)
    ):
        return Broken(name, f"unpacks to {member.file_size >> 20} MiB: a decompression bomb, or raise the limit")
    try:
        with archive.open(member) as file:
            data = file.read(limits.record_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        return Broken(name, f"the member is damaged: {error}")
    if len(data) > limits.record_bytes:
        return Broken(name, "unpacks to more than it declares: a decompression bomb")
    return Record(name, data)


class _Member(tarfile.TarInfo):
    """A header; where it is damaged or cut off, which the library takes for the archive's end, the archive learns of it."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        """The next header."""
        try:
            return super().fromtarfile(tarfile)
        except HeaderError as error:
            kind = type(error).__name__
            if kind == "EOFHeaderError":
                tarfile.ignore_zeros = False  # so that what is behind the end is not read
            elif kind == "TruncatedHeaderError":
                raise Unreadable("the archive is cut off in a header") from error
            elif kind != "EmptyHeaderError" and isinstance(tarfile, _Archive):
                tarfile.damaged = True
            raise


class _Archive(tarfile.TarFile):
    """An archive that goes on behind a damaged header: `damaged` says that there was one."""

    tarinfo = _Member
    ignore_zeros = True
    damaged = False


def tar_records(stream: IO[bytes], limits: Limits) -> Iterator[Record | Broken | PassedOver]:
    """The members in the archive's order. Raises Unreadable where the archive breaks off."""
    try:
        with _Archive.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # the library keeps all, and its types do not say so
                if archive.damaged:
                    archive.damaged = False
                    yield Broken(f"before-{member.name}", "a member's header is damaged; the archive goes on behind it")
                if not member.isdir():
                    yield _tar_record(archive, member, limits)
            if archive.damaged:
                raise Unreadable("the archive is damaged: no further header can be read")
    except tarfile.TarError as error:
        raise Unreadable(f"the archive is damaged: {error}") from error
    while stream.read(1 << 16):
        pass  # what compressed data is checked by stands at its end


def _tar_record(archive: tarfile.TarFile, member: tarfile.TarInfo, limits: Limits) -> Record | Broken | PassedOver:
    if not member.isreg():
        return PassedOver({"links and devices": 1})
    if _hidden(member.name):
        return PassedOver({"hidden names": 1})
    if member.size > limits.record_bytes:
        return Broken(member.name, f"the member is larger than {limits.record_bytes >> 20} MiB")
    file = archive.extractfile(member)
    return Record(member.name, file.read() if file else b"")


def _hidden(name: str) -> bool:
    return any(part.startswith(".") and part not in {".", ".."} for part in name.split("/"))
