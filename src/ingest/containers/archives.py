"""Zip archives, and how tar archives are recognised: each member is a document. Nothing is ever unpacked to disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.containers.streams import Limits
from ingest.containers.types import Broken, PassedOver, Record, Unreadable

if TYPE_CHECKING:
    import zipfile

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
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                if not member.is_dir():
                    yield _zip_record(archive, member, limits)
    except zipfile.BadZipFile as error:
        raise Unreadable(f"the archive is damaged: {error}") from error


def _zip_record(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> Record | Broken | PassedOver:
    from zipfile import BadZipFile

    name = member.filename
    if hidden(name):
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
    except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        return Broken(name, f"the member is damaged: {error}")
    if len(data) > limits.record_bytes:
        return Broken(name, "unpacks to more than it declares: a decompression bomb")
    return Record(name, data)


def hidden(name: str) -> bool:
    """Whether a member is hidden, or lies in a hidden folder."""
    return any(part.startswith(".") and part not in {".", ".."} for part in name.split("/"))
