"""Tar archives: each regular member is a document. Nothing is ever unpacked to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from tarfile import HeaderError
from typing import IO, Self

from ingest.containers.archives import hidden
from ingest.containers.streams import Limits
from ingest.containers.types import Broken, PassedOver, Record, Unreadable


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
    if hidden(member.name):
        return PassedOver({"hidden names": 1})
    if member.size > limits.record_bytes:
        return Broken(member.name, f"the member is larger than {limits.record_bytes >> 20} MiB")
    file = archive.extractfile(member)
    return Record(member.name, file.read() if file else b"")
