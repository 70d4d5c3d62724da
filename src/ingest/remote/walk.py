"""From a raw folder on an object store to its inputs, by the rules of `discover`.

The same order, the same ids, the same names left out.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Sequence

from ingest.discover import Cut, Entry, Run, Skipped, clean_names, readable
from ingest.places import Listed, Url

LONGEST = 240
"""Bytes of a name at the most, so that a document's name fits any file system (they take 255)."""


def listing(folder: str, prefix: str, exclude: Sequence[str], *, hidden: bool, skipped: Skipped) -> Iterator[Cut]:
    """The entries of one folder in order, cut after each folder, for `discover.walk_runs`. Raises OSError."""
    found: list[tuple[str, Listed]] = []
    there = Url(folder)
    for one in there.listed():
        is_folder = one.kind == "directory"
        if not one.name and not is_folder:
            continue  # an object that stands for the folder itself
        name = readable(one.name)
        if name.startswith(".") and name not in {".", ".."} and not hidden:
            skipped.hidden += 1
            continue
        if exclude and any(fnmatch.fnmatchcase(prefix + name, pattern) for pattern in exclude):
            skipped.excluded += 1
            continue
        found.append((name + "/" if is_folder else name, one))
    found.sort(key=lambda pair: pair[0])
    return _cut(there, prefix, found)


def _cut(folder: Url, prefix: str, found: list[tuple[str, Listed]]) -> Iterator[Cut]:
    run = Run(prefix, [], [])
    cleans = clean_names([name for name, _ in found])
    for (name, one), clean in zip(found, cleans, strict=True):
        real = str(folder / one.name)
        problem = _problem(one)
        if problem:
            run.add(Entry(prefix + name, real, "", one.size, one.mtime_ns, one.stamp, problem))
        elif one.kind == "directory":
            yield run, Entry(prefix + name[:-1], real, "")
            run = Run(prefix, [], [])
        else:
            run.add(Entry(prefix + name, real, prefix + clean, one.size, one.mtime_ns, one.stamp))
    yield run, None


def _problem(one: Listed) -> str:
    if one.name in {"", ".", ".."}:
        return f"{one.name!r} is no name of a file or folder"
    if len(one.name.encode("utf-8", "surrogateescape")) > LONGEST:
        return f"its name is longer than {LONGEST} bytes"
    if one.kind == "link":
        return "is a symbolic link, which is never followed"
    return "" if one.kind in {"file", "directory"} else "is no regular file"
