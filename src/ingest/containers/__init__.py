"""Containers: files that hold many documents. Read as a stream, one record at a time, whatever their size.

`kind_of` recognises a container by its first bytes, `records` gives its records. A record that is damaged comes as `Broken`
and the rest goes on; records that are no text (images, style sheets) are counted and come last, as one `PassedOver`.
"""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from ingest.containers import archives, jsonl, mhtml, warc, wikidump
from ingest.containers.streams import Limits, compression_of, open_stream, peek
from ingest.containers.types import Broken, PassedOver, Record, Unreadable
from ingest.model import NOTHING
from ingest.places import Url, is_url

HEAD = 8192
"""Bytes, after decompression, in which a container shows what it is."""

PACKED_HEAD = 1 << 20
"""Bytes of a compressed file in which its first block ends: those of bzip2 are of 900 kB before compression, those of zstd of
128 KiB (RFC 8878), and a decompressor gives nothing of a block that is not whole."""

DEPTH = 3
"""How deep containers inside containers are opened; deeper ones are broken records."""

SINGLE = "single"
"""One compressed document, such as `page.html.gz`."""


OF_MANY = frozenset({"jsonl", "tar", "warc", "wikidump", "zip"})
"""Kinds of container that hold many records."""


def head_of(file: IO[bytes]) -> bytes:
    """As many of a file's first bytes as `kind_of` needs."""
    head = file.read(HEAD)
    return head + file.read(PACKED_HEAD - HEAD) if compression_of(head) else head


def kind_of(head: bytes) -> str:
    """The kind of container that a file is, by its first bytes (`head_of`); an empty string for a plain document."""
    if compression_of(head):
        return _plain_kind(peek(head, HEAD), complete=False) or SINGLE
    return _plain_kind(head, complete=len(head) < HEAD)


def _plain_kind(head: bytes, *, complete: bool) -> str:
    for name, matches in (
        ("warc", warc.matches),
        ("zip", archives.matches_zip),
        ("tar", archives.matches_tar),
        ("wikidump", wikidump.matches),
        ("mhtml", mhtml.matches),
    ):
        if matches(head):
            return name
    return "jsonl" if jsonl.matches(head, complete=complete) else ""


def records(
    path: str, kind: str, limits: Limits | None = None, keys: Mapping[str, str] = NOTHING
) -> Iterator[Record | Broken | PassedOver]:
    """The records of a container, in order, each with a name of its own that stays the same while the file does.

    `keys` names the keys of JSON lines that hold the `content` and the `url`, where they are not to be recognised.
    Ends with a Broken when the rest cannot be read. Raises OSError when the file cannot be opened.
    """
    limits = limits or Limits()
    names: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    try:
        for one in _records(path, kind, limits, keys):
            if isinstance(one, PassedOver):
                passed.update(one.kinds)
                continue
            name = _printable(one.name)
            names[name] += 1
            if names[name] > 1:
                name = f"{name}~{names[name]}"
            one = one if name == one.name else one.renamed(name)  # noqa: PLW2901 - the same under its whole name
            yield _encodable(one) if isinstance(one, Record) else one
    except Unreadable as error:
        yield Broken("rest", str(error))
    except (EOFError, ValueError) as error:
        yield Broken("rest", f"cannot be read any further: {error}")
    if passed:
        yield PassedOver(dict(sorted(passed.items())))


def nested(
    path: str, kind: str, limits: Limits, keys: Mapping[str, str], scratch: Callable[[str], Path], prefix: str = ""
) -> Iterator[Record | Broken | PassedOver]:
    """As `records`, those of the containers in it included, with names such as `crawl.warc#3`.

    `scratch` gives the path where a container of that name is written while it is read.
    """
    for record in records(path, kind, limits, keys):
        if isinstance(record, PassedOver):
            yield record
            continue
        record = record.renamed(prefix + record.name)  # noqa: PLW2901 - the same record with its whole name
        inner = kind_of(head_of(io.BytesIO(record.data))) if isinstance(record, Record) else ""
        if not inner or record.data is None:
            yield record
        elif prefix.count("#") + 1 >= DEPTH:
            yield Broken(record.name, f"a container more than {DEPTH} deep", record.data)
        else:
            place = scratch(record.name)
            place.write_bytes(record.data)
            yield from nested(str(place), inner, limits, keys, scratch, record.name + "#")
            place.unlink()


def _printable(name: str) -> str:
    """A name as it can be shown: what stands for bytes that are no UTF-8 is written out, as are control characters."""
    return name if name.isprintable() else "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


def _encodable(record: Record) -> Record:
    """The record, with what is no valid text in its address and facts written out: half a pair of characters, in JSON."""
    try:
        "".join((record.url, *record.facts, *record.facts.values())).encode()
    except UnicodeEncodeError:
        facts = {_written_out(key): _written_out(value) for key, value in record.facts.items()}
        return replace(record, url=_written_out(record.url), facts=facts)
    return record


def _written_out(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def read(real: str, kind: str, limits: Limits, keys: Mapping[str, str]) -> Iterator[Record | Broken | PassedOver]:
    """As `nested`, for a container anywhere, with a folder of its own for what has to lie on this machine meanwhile.

    Raises OSError when the container cannot be opened.
    """
    with TemporaryDirectory() as folder:
        numbers = itertools.count()

        def scratch(_: str) -> Path:
            return Path(folder) / str(next(numbers))

        if is_url(real):
            copy = scratch(real)
            Url(real).download(copy)
            real = str(copy)
        yield from nested(real, kind, limits, keys, scratch)


def _records(path: str, kind: str, limits: Limits, keys: Mapping[str, str]) -> Iterator[Record | Broken | PassedOver]:
    if kind == "warc":
        yield from warc.records(path, limits)
    elif kind == "zip":
        yield from archives.zip_records(path, limits)
    else:
        with open_stream(path, limits) as stream:
            if kind == "tar":
                from ingest.containers.tar import tar_records

                yield from tar_records(stream, limits)
            elif kind == "wikidump":
                yield from wikidump.records(stream, limits)
            elif kind == "jsonl":
                yield from jsonl.records(stream, limits, keys)
            else:
                yield _single(stream, kind, limits)


def _single(stream: IO[bytes], kind: str, limits: Limits) -> Record | Broken:
    """The one document that a saved page or a compressed file holds."""
    data = stream.read(limits.record_bytes + 1)
    if len(data) > limits.record_bytes:
        return Broken(
            "page" if kind == "mhtml" else "document", f"unpacks to more than {limits.record_bytes >> 20} MiB"
        )
    return mhtml.record(data) if kind == "mhtml" else Record("document", data)


__all__ = [
    "DEPTH", "HEAD", "OF_MANY", "PACKED_HEAD", "Broken", "Limits", "PassedOver", "Record", "head_of", "kind_of", "nested",
    "read", "records",
]  # fmt: skip
