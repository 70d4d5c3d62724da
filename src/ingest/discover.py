"""From a raw folder to its inputs: in a stable order, with stable ids, and never outside the folder.

The order is that of the paths as text, so it can be merged with a sorted read of the catalog. Only one folder's names are
in memory at a time. Symbolic links are not followed, whatever they point to: they are reported as inputs that cannot be
taken.
"""

from __future__ import annotations

import fnmatch
import hashlib
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

SUFFIXES = frozenset(
    {
        ".adoc", ".asc", ".asciidoc", ".htm", ".html", ".json", ".markdown", ".md", ".mdown", ".mdx", ".mediawiki", ".mkd",
        ".org", ".rst", ".shtml", ".text", ".txt", ".wiki", ".wikitext", ".xhtml", ".xml", ".yaml", ".yml",
    }
)  # fmt: skip
"""File name endings that a clean document's name drops; any other ending (`v1.2`, `notes.old`) is part of the name."""

_SUFFIX_NAMES = frozenset(suffix[1:] for suffix in SUFFIXES)


class Entry(NamedTuple):
    """One file of the raw folder. `path` is its id, `real` the path to open, `clean` the path its document gets.

    `problem` says why it cannot be taken (a symbolic link, a socket), or is empty.
    """

    path: str
    real: str
    clean: str
    size: int = 0
    mtime_ns: int = 0
    inode: int = 0
    problem: str = ""


@dataclass(slots=True)
class Skipped:
    """How many names were left out, and why; filled by `walk`."""

    hidden: int = 0
    excluded: int = 0


def walk(
    root: str, exclude: Sequence[str] = (), *, hidden: bool = False, skipped: Skipped | None = None
) -> Iterator[Entry]:
    """The inputs below `root`, sorted by path.

    `exclude` holds glob patterns (`*` also crosses `/`). A folder that cannot be read is an entry with a problem. Raises
    OSError when `root` itself cannot be read.
    """
    skipped = skipped if skipped is not None else Skipped()
    pending = [_listing(root, "", exclude, hidden=hidden, skipped=skipped)]
    while pending:
        try:
            entry, folder = next(pending[-1])
        except StopIteration:
            pending.pop()
            continue
        if folder is None:
            yield entry
            continue
        try:
            pending.append(_listing(folder, entry.path + "/", exclude, hidden=hidden, skipped=skipped))
        except OSError as error:
            yield Entry(entry.path, entry.real, "", problem=f"folder cannot be read: {error.strerror}")


def _listing(
    folder: str, prefix: str, exclude: Sequence[str], *, hidden: bool, skipped: Skipped
) -> Iterator[tuple[Entry, str | None]]:
    """The entries of one folder in order; folders come with the path to go on with."""
    found: list[tuple[str, os.DirEntry[str], bool]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = readable(entry.name)
            if name.startswith(".") and not hidden:
                skipped.hidden += 1
                continue
            if exclude and any(fnmatch.fnmatchcase(prefix + name, pattern) for pattern in exclude):
                skipped.excluded += 1
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            found.append((name + "/" if is_folder else name, entry, is_folder))
    found.sort(key=lambda item: item[0])
    cleans = clean_names([name for name, _, _ in found])
    return (_entry(prefix, name, entry, clean, is_folder=is_folder)
            for (name, entry, is_folder), clean in zip(found, cleans, strict=True))  # fmt: skip


def _entry(prefix: str, name: str, entry: os.DirEntry[str], clean: str, *, is_folder: bool) -> tuple[Entry, str | None]:
    if is_folder:
        return Entry(prefix + name[:-1], entry.path, ""), entry.path
    try:
        info = entry.stat(follow_symlinks=False)
    except OSError as error:
        return Entry(prefix + name, entry.path, prefix + clean, problem=f"cannot be read: {error.strerror}"), None
    problem = ""
    if stat.S_ISREG(info.st_mode):
        pass
    elif stat.S_ISLNK(info.st_mode):
        problem = "is a symbolic link, which is never followed"
    else:
        problem = "is no regular file"
    return (
        Entry(prefix + name, entry.path, prefix + clean, info.st_size, info.st_mtime_ns, info.st_ino, problem),
        None,
    )


def readable(name: str) -> str:
    """A file name as valid text: bytes that are no UTF-8, and control characters, are written in hexadecimal."""
    if name.isprintable():
        return name
    name = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c >= " " and c != "\x7f" else f"\\x{ord(c):02x}" for c in name)


def clean_names(names: Sequence[str]) -> list[str]:
    """The clean file's name for each name of one folder (folders end in `/` and get an empty one).

    `a.txt` becomes `a.md`. Names that would meet (also on a file system that ignores case or composes accents, or with the
    name of a folder) keep their ending: `a.txt.md`, `a.html.md`. The result depends on the set of names alone.
    """
    taken = {_folded(name[:-1]) for name in names if name[-1] == "/"}
    wished = ["" if name[-1] == "/" else _short(name) for name in names]
    keys = [_folded(name) for name in wished]
    wanted = Counter(keys)
    if wanted[""] == len(taken) and len(wanted) == len(names) - len(taken) + bool(taken) and taken.isdisjoint(wanted):
        return wished  # the usual case: no two names meet
    short = [name if wanted[key] == 1 and key not in taken else "" for name, key in zip(wished, keys, strict=True)]
    taken.update(_folded(name) for name in short if name)
    cleans = []
    for name, chosen in zip(names, short, strict=True):
        if chosen or name.endswith("/"):
            cleans.append(chosen)
            continue
        candidate = name + ".md"
        number = 2
        while _folded(candidate) in taken:
            candidate = f"{name}~{number}.md"
            number += 1
        taken.add(_folded(candidate))
        cleans.append(candidate)
    return cleans


def _short(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.md" if stem and suffix.lower() in _SUFFIX_NAMES else f"{name}.md"


def _folded(name: str) -> str:
    return name if name.isascii() and name.islower() else unicodedata.normalize("NFC", name.casefold())


def record_name(path: str, record: str) -> str:
    """The clean path of a record of a container: below a folder named as the container."""
    safe = "".join(c if c.isalnum() or c in "-_." else "_" for c in record).strip(".")[:100] or "record"
    if safe != record or safe != safe.lower():
        # Another record may look the same once it is made safe, or where case does not count.
        safe += "-" + hashlib.sha256(record.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return str(PurePosixPath(path) / (safe + ".md"))
