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
from itertools import chain
from operator import itemgetter
from pathlib import PurePosixPath
from typing import NamedTuple

from ingest.places import is_url

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


class Run(NamedTuple):
    """Inputs that stand in one folder, in order: that folder's path (empty, or ending in `/`), and what is known of each.

    `facts` are path, clean path, size, time and inode as plain tuples, since a run without changes makes as many as there
    are files; `there` is where the rest is read from.
    """

    prefix: str
    facts: list[tuple[str, str, int, int, int]]
    there: list[os.DirEntry[str] | Entry]

    def entries(self) -> Iterator[Entry]:
        """The inputs with all that is known of them."""
        for facts, one in zip(self.facts, self.there, strict=True):
            if isinstance(one, Entry):
                yield one
            else:
                path, clean, size, mtime_ns, inode = facts
                mode = one.stat(follow_symlinks=False).st_mode  # known since the folder was listed
                problem = "" if stat.S_ISREG(mode) else _problem(mode)
                yield Entry(path, one.path, clean, size, mtime_ns, inode, problem)

    def add(self, entry: Entry) -> None:
        """Put an input to the end."""
        self.facts.append((entry.path, entry.clean, entry.size, entry.mtime_ns, entry.inode))
        self.there.append(entry)


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
    runs = walk_runs(root, exclude, hidden=hidden, skipped=skipped)
    return chain.from_iterable(run.entries() for run in runs)


def walk_runs(
    root: str, exclude: Sequence[str] = (), *, hidden: bool = False, skipped: Skipped | None = None
) -> Iterator[Run]:
    """As `walk`, in runs of inputs that stand in one folder.

    What a run without changes costs is decided here and in `plan`: one step of a generator for each folder instead of
    several for each file.
    """
    skipped = skipped if skipped is not None else Skipped()
    listing = _listing
    if is_url(root):
        from ingest.remote.walk import listing
    pending = [listing(root, "", exclude, hidden=hidden, skipped=skipped)]
    while pending:
        try:
            run, folder = next(pending[-1])
        except StopIteration:
            pending.pop()
            continue
        if folder is not None:
            try:
                pending.append(listing(folder.real, folder.path + "/", exclude, hidden=hidden, skipped=skipped))
            except OSError as error:
                run.add(folder._replace(problem=f"folder cannot be read: {error.strerror}"))
        if run.facts:
            yield run


Cut = tuple[Run, Entry | None]
"""Some files of a folder, and the folder that comes after them (None at the end)."""


def _listing(folder: str, prefix: str, exclude: Sequence[str], *, hidden: bool, skipped: Skipped) -> Iterator[Cut]:
    """The entries of one folder in order, cut after each folder."""
    with os.scandir(folder) as entries:
        there = list(entries)
    names = [entry.name for entry in there]
    whole = "/".join(names)
    # The usual case, nothing to leave out and no odd name, is told from all names at once.
    if exclude or not whole.isprintable() or (not hidden and (whole[:1] == "." or "/." in whole)):
        pairs = list(_chosen(prefix, there, exclude, hidden=hidden, skipped=skipped))
    else:
        pairs = list(zip(names, there, strict=True))
    found = [(name + "/" if entry.is_dir(follow_symlinks=False) else name, entry) for name, entry in pairs]
    found.sort(key=itemgetter(0))
    return _cut(prefix, found, clean_names([name for name, _ in found]))


def _chosen(
    prefix: str, there: list[os.DirEntry[str]], exclude: Sequence[str], *, hidden: bool, skipped: Skipped
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The entries that are not left out, with their names as text."""
    for entry in there:
        name = readable(entry.name)
        if name[0] == "." and not hidden:
            skipped.hidden += 1
        elif exclude and any(fnmatch.fnmatchcase(prefix + name, pattern) for pattern in exclude):
            skipped.excluded += 1
        else:
            yield name, entry


def _cut(prefix: str, found: list[tuple[str, os.DirEntry[str]]], cleans: list[str]) -> Iterator[Cut]:
    run = Run(prefix, [], [])
    for (name, entry), clean in zip(found, cleans, strict=True):
        if not clean:
            yield run, Entry(prefix + name[:-1], entry.path, "")
            run = Run(prefix, [], [])
            continue
        try:
            info = entry.stat(follow_symlinks=False)
        except OSError as error:
            run.add(Entry(prefix + name, entry.path, prefix + clean, problem=f"cannot be read: {error.strerror}"))
            continue
        run.facts.append((prefix + name, prefix + clean, info.st_size, info.st_mtime_ns, info.st_ino))
        run.there.append(entry)
    yield run, None


def _problem(mode: int) -> str:
    return "is a symbolic link, which is never followed" if stat.S_ISLNK(mode) else "is no regular file"


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
    wished = [
        name if name[-3:] == ".md" and name != ".md" else "" if name[-1] == "/" else _short(name) for name in names
    ]
    whole = "".join(wished)
    keys = wished if whole.isascii() and whole == whole.lower() else [_folded(name) for name in wished]
    different = set(keys)
    different.discard("")
    if len(different) == len(names) - keys.count("") and taken.isdisjoint(different):
        return wished  # the usual case: no two names meet
    wanted = Counter(keys)
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
