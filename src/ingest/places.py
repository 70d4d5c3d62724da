"""Where a folder is: a path of this machine, or a URL of a file system that fsspec knows.

A path stays a `Path` and goes through the operating system alone; fsspec is imported when the first URL is used. A `Url` has
the few methods of a `Path` that the rest of the product calls on either. All calls name one file: nothing here takes a glob,
so a name that looks like one is a name. What a file system raises comes out as an OSError that names the URL.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar, cast

from ingest.errors import UsageError
from ingest.late import late

_SCHEME = late(r"[A-Za-z][A-Za-z0-9+.-]+://")

EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}
"""The extra of ingest that brings the file system of a scheme."""

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oci", "oss", "memory"})
"""Schemes of stores where what is put appears whole. Some of their clients have a renaming too, which only costs requests."""

NO_FOLDERS = frozenset({"http", "https", "data"})
"""Schemes of things that cannot be listed as folders."""

_ONE_GET: dict[str, dict[str, Any]] = {"s3": {"max_concurrency": 1}, "s3a": {"max_concurrency": 1}}
"""Options of a scheme's client for moving an object with one request at a time: s3fs else asks for the size first, and holds
ten parts of 50 MiB in memory."""

_AHEAD = 4 << 20
"""Bytes that a stream reads ahead; s3fs would take 50 MiB, also where only the head of a file is looked at."""

THREADS = 16
"""Requests of a process that are under way at a time: an answer takes some 30 ms, in which several documents are cleaned."""


@dataclass(frozen=True, slots=True)
class Url:
    """A file or folder of a file system that fsspec knows, by its whole text without a slash at its end."""

    text: str

    def __str__(self) -> str:
        """The text."""
        return self.text

    def __truediv__(self, name: str) -> Url:
        """What lies below, by its path."""
        return Url(f"{self.text}/{name}")

    def joinpath(self, *parts: str) -> Url:
        """What lies below, by the parts of its path."""
        return Url("/".join((self.text, *parts)))

    @property
    def scheme(self) -> str:
        """What stands before `://`, in small letters."""
        return self.text.partition("://")[0].lower()

    @property
    def name(self) -> str:
        """The last part of the path; of a bucket its name."""
        return self.text.rpartition("/")[2]

    @property
    def parent(self) -> Url:
        """The folder that it lies in; of a bucket itself."""
        head = self.text.rpartition("/")[0]
        return self if head.endswith("/") or "://" not in head else Url(head)

    @property
    def parents(self) -> Sequence[Url]:
        """The folders that it lies in, the nearest first."""
        found: list[Url] = []
        one = self
        while one.parent != one:
            one = one.parent
            found.append(one)
        return found

    def resolve(self) -> Url:
        """Itself: a URL is whole."""
        return self

    absolute = resolve

    def exists(self) -> bool:
        """Whether there is a file or a folder."""
        return self._told("exists")

    def is_dir(self) -> bool:
        """Whether there is a folder; object stores know one only by what lies in it."""
        return self._told("isdir")

    def is_file(self) -> bool:
        """Whether there is a file."""
        return self._told("isfile")

    def _told(self, question: str) -> bool:
        with self._at() as (system, path):
            system.invalidate_cache()
            return bool(getattr(system, question)(path))

    def open(self, mode: str = "rb") -> IO[bytes]:
        """The file's bytes as a stream; `mode` is `rb`. Raises OSError."""
        with self._at() as (system, path):
            stream: IO[bytes] = system.open(path, mode, block_size=_AHEAD)
            return stream

    def read_bytes(self) -> bytes:
        """The whole file, in one request. Raises OSError."""
        with self._at() as (system, path):
            return bytes(system.cat_file(path, **_ONE_GET.get(self.scheme, {})))

    def head(self, size: int) -> bytes:
        """The file's first bytes, at most so many, in one request. Raises OSError."""
        with self._at() as (system, path):
            return bytes(system.cat_file(path, start=0, end=size))

    def write_bytes(self, data: bytes, beside: Url | None = None) -> None:
        """Put a file in its place, whole or not at all where the store or a renaming can do that. Raises OSError.

        Where files are renamed, it is written to `beside` first.
        """
        self._put(lambda system, path: system.pipe_file(path, data), beside)

    def upload(self, file: Path) -> None:
        """As `write_bytes`, from a file of this machine that may be larger than memory."""
        self._put(lambda system, path: system.put_file(str(file), path, **_ONE_GET.get(self.scheme, {})))

    def _put(self, put: Callable[[Any, str], None], beside: Url | None = None) -> None:
        beside = beside or Url(f"{self.text}.{os.getpid()}.part")
        with self._at() as (system, path), beside._at() as (_, first):  # noqa: SLF001 - of its own class
            if not _renames(system):
                put(system, path)
                return
            for one in (path, first):
                system.makedirs(one.rpartition("/")[0], exist_ok=True)
            try:
                put(system, first)
                system.mv(first, path)
            except BaseException:
                if system.exists(first):
                    system.rm_file(first)
                raise

    def download(self, file: Path) -> None:
        """Write the file's bytes to a file of this machine."""
        with self._at() as (system, path):
            system.get_file(path, str(file), **_ONE_GET.get(self.scheme, {}))

    def unlink(self, *, missing_ok: bool = False) -> None:
        """Remove the file. Raises OSError; where `missing_ok` is set none for a file that is not there."""
        try:
            with self._at() as (system, path):
                system.rm_file(path)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def copy_to(self, target: Url) -> None:
        """Copy the file within its file system. Raises OSError."""
        with self._at() as (system, path), target._at() as (_, there):
            if _renames(system):
                system.makedirs(there.rpartition("/")[0], exist_ok=True)
            system.cp_file(path, there)

    def identity(self) -> str:
        """What changes when the file is written anew; empty when there is none. Raises OSError."""
        try:
            with self._at() as (system, path):
                system.invalidate_cache()
                facts = system.info(path)
        except FileNotFoundError:
            return ""
        return f"{facts.get('size')} {written_ns(facts)} {stamp(facts)}"

    def listed(self) -> list[Listed]:
        """What lies in the folder itself, in no order. Raises OSError, FileNotFoundError where nothing does."""
        with self._at() as (system, path):
            # A listing that an earlier call kept may be old, and those of a large folder would fill the memory.
            system.invalidate_cache()
            facts = system.ls(path, detail=True)
            system.invalidate_cache()
            itself = path.rstrip("/")
            cut = len(itself) + 1
            return [
                Listed(
                    str(one["name"])[cut:],
                    "link" if one.get("islink") else str(one["type"]),
                    int(one.get("size") or 0),
                    written_ns(one),
                    stamp(one),
                )
                for one in facts
                if one["name"] != itself  # some stores list the folder itself
            ]

    @contextmanager
    def _at(self) -> Iterator[tuple[Any, str]]:
        """The file system and the path there. What it raises becomes an OSError with the URL as its file name."""
        system = _system(self)
        path = system._strip_protocol(self.text)  # noqa: SLF001 - the way of fsspec itself; the public one splits names at `::`
        try:
            yield system, path
        except OSError as error:
            reason = error.strerror or " ".join(str(error).split()) or type(error).__name__
            number = error.errno or _NUMBERS.get(type(error), errno.EIO)
            raise OSError(number, reason, self.text) from error
        except Exception as error:
            # Client libraries raise classes of their own; what they have to say is all that matters here.
            raise OSError(errno.EIO, f"{type(error).__name__}: {' '.join(str(error).split())}", self.text) from error


_NUMBERS = {
    FileNotFoundError: errno.ENOENT,
    PermissionError: errno.EACCES,
    FileExistsError: errno.EEXIST,
    IsADirectoryError: errno.EISDIR,
    NotADirectoryError: errno.ENOTDIR,
}
"""Error numbers of errors that file systems raise without one; OSError makes the class from the number again."""

Location = Path | Url
"""A folder or file here or elsewhere."""


class Listed(NamedTuple):
    """A name in a folder: `kind` is `file`, `directory`, `link` or what else the file system says.

    `stamp` is a number that changes with the content where the store has a tag for it, else 0.
    """

    name: str
    kind: str
    size: int = 0
    mtime_ns: int = 0
    stamp: int = 0


def is_url(text: str) -> bool:
    """Whether a text is a URL and not a path."""
    return "://" in text and _SCHEME.match(text) is not None


def location(text: str | Location) -> Location:
    """The place that a text names. `file://` is a path of this machine.

    Raises UsageError for a URL that cannot hold a folder, or whose file system is not known or not installed.
    """
    if not isinstance(text, str) or not is_url(text):
        return text if isinstance(text, Url) else Path(text)
    scheme, _, rest = text.partition("://")
    if "::" in text:
        raise UsageError(f"{text}: URLs in each other (`::`) are not supported; give the URL of a folder")
    if scheme.lower() == "file":
        return Path("/" + rest.lstrip("/"))
    if scheme.lower() in NO_FOLDERS:
        raise UsageError(
            f"{text}: {scheme} has no folders that can be listed; fetch the files first, or give another URL"
        )
    url = Url(text.rstrip("/") if rest.strip("/") else f"{scheme}://")
    if not rest.strip("/"):
        raise UsageError(f"{text}: names no folder; give one, as in {scheme}://bucket/folder")
    _system(url)
    return url


def relative(one: Location, folder: Location) -> str:
    """The path of one place below another. Raises ValueError when it does not lie there."""
    if isinstance(one, Path) and isinstance(folder, Path):
        return one.relative_to(folder).as_posix()
    if isinstance(one, Url) and isinstance(folder, Url) and one.text.startswith(folder.text + "/"):
        return one.text[len(folder.text) + 1 :]
    raise ValueError(f"{one} does not lie in {folder}")


def _system(url: Url) -> Any:  # noqa: ANN401 - a file system of fsspec, which has no types
    """The file system of a URL. A process that was forked has one of its own: connections and threads do not survive that."""
    return _system_of(url.scheme, url.text.partition("://")[2].partition("/")[0], os.getpid())


@cache
def _system_of(scheme: str, authority: str, _: int) -> Any:  # noqa: ANN401 - as above
    """The file system; its settings come from the environment and the configuration of fsspec."""
    fsspec = import_module("fsspec.core")
    try:
        system, _ = fsspec.url_to_fs(f"{scheme}://{authority}/")
    except ImportError as error:
        extra = EXTRAS.get(scheme)
        todo = f"pip install 'ingest[{extra}]'" if extra else f"install what brings it ({error})"
        raise UsageError(f"{scheme}://: its file system is not installed; {todo}") from error
    except ValueError as error:
        raise UsageError(f"{scheme}://{authority}: no file system that can be used: {error}") from error
    except OSError as error:  # some are asked whether they are there as soon as they are named
        raise UsageError(f"{scheme}://{authority}: cannot be reached: {error.strerror or error}") from error
    return system


def _renames(system: Any) -> bool:  # noqa: ANN401 - as above
    """Whether files are renamed into their places. In object stores what is put appears whole or not at all anyway."""
    names = {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)
    return not names & OBJECT_STORES and type(system).mv is not import_module("fsspec").AbstractFileSystem.mv


def opened(real: str, buffering: int = -1) -> IO[bytes]:
    """A raw file by its path or URL, on this machine with such a buffer as `open` gives. Raises OSError."""
    if "://" in real:  # no path of this machine that was walked to holds two slashes
        return Url(real).open()
    return open(real, "rb", buffering)  # noqa: PTH123 - a path of bytes that are no UTF-8 stays as it came; the caller closes


def digest(real: str) -> str:
    """The sha256 of a file by its path or URL, in hexadecimal. Raises OSError."""
    with opened(real) as file:
        return hashlib.file_digest(cast("Any", file), "sha256").hexdigest()


_TIMES = ("mtime", "LastModified", "last_modified", "updated", "modified", "created")
"""Names that file systems have for when a file was written, the surest first."""

_TAGS = ("ETag", "etag", "md5Hash", "content_md5", "checksum", "generation", "VersionId", "version_id", "ino")
"""Names that file systems have for what changes with a file's content, or with its being written anew."""


def written_ns(facts: dict[str, Any]) -> int:
    """When a file was written, in nanoseconds since 1970, by what a file system says of it; 0 where it says nothing."""
    for name in _TIMES:
        value = facts.get(name)
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                continue
        if isinstance(value, datetime):
            value = value.timestamp()
        if isinstance(value, (int, float)):
            return round(value * 1_000_000) * 1000
    return 0


def stamp(facts: dict[str, Any]) -> int:
    """A file's tags as a number that SQLite can hold; 0 where the store has none."""
    tags = [f"{name}={facts[name]}" for name in _TAGS if facts.get(name)]
    return int.from_bytes(hashlib.sha256(" ".join(tags).encode()).digest()[:7]) if tags else 0


T = TypeVar("T")
R = TypeVar("R")


def each(function: Callable[[T], R], items: Iterable[T], url: Url) -> list[R]:
    """The results of a function that does requests to where `url` is, several at a time if that file system can."""
    system = _system(url)
    if not getattr(system, "async_impl", False):
        return [function(one) for one in items]
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(function, items))
