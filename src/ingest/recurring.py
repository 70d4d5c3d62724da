"""Lines that recur over many documents of one source: what a site puts around every text, and no rule knows yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from ingest.errors import UsageError
from ingest.places import opened
from ingest.store import Catalog
from ingest.verify import place_of

LEAST_DOCUMENTS = 5
"""Documents that a source must have, and that a line must recur in: fewer say nothing about a site."""

LEAST_SHARE = 0.3
"""Share of a source's documents that a line must recur in."""

LONGEST = 200
"""Characters of a line at the most: a longer one is prose, whose repetition is for a person to judge."""

MOST_LINES = 200_000
"""Different lines of one source that are counted; further ones are too rare to matter by then."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Lines that stand in the same documents of a source, and what a rule for them would be checked by."""

    source: str
    lines: tuple[str, ...]
    documents: int
    of: int
    example: str
    leave: tuple[str, ...]


def suggest(catalog: Catalog, least: int = LEAST_DOCUMENTS, share: float = LEAST_SHARE) -> Iterator[Suggestion]:
    """Suggestions for each folder of raw files, those of the most documents first.

    Headings, table and code fences, and lines without a word are left out: they are the structure of texts.
    Raises UsageError for a folder of records.
    """
    if catalog.records.any:
        raise UsageError(f"{catalog.clean} holds records: suggestions are made from documents that are files")
    sources: dict[str, list[str]] = {}
    for row in catalog.documents("status = 'clean'"):
        sources.setdefault(str(PurePosixPath(row["source"]).parent), []).append(str(place_of(catalog, row)))
    found: list[Suggestion] = []
    for source, paths in sources.items():
        if len(paths) >= least:
            found += _of_source(source, paths, max(least, round(share * len(paths))))
    return iter(sorted(found, key=lambda one: (-one.documents, one.source, one.lines)))


def _of_source(source: str, paths: list[str], least: int) -> Iterator[Suggestion]:
    seen: dict[str, list[int]] = {}
    for number, path in enumerate(paths):
        for line in _lines(path):
            if line in seen:
                seen[line].append(number)
            elif len(seen) < MOST_LINES:
                seen[line] = [number]
    together: dict[tuple[int, ...], list[str]] = {}
    for line, numbers in seen.items():
        if len(numbers) >= least:
            together.setdefault(tuple(numbers), []).append(line)
    for group, lines in together.items():
        leave = _unlike(paths[group[0]], frozenset(lines))
        yield Suggestion(source, tuple(lines), len(group), len(paths), paths[group[0]], leave)


def _lines(path: str) -> Iterator[str]:
    """The different lines of a document's body that could be furniture, in their order."""
    lines = list(_body(path))
    underlined = {line for line, below in pairwise(lines) if len(below) > 1 and set(below) <= set("=-")}
    return (line for line in dict.fromkeys(lines) if line not in underlined and _may_be_furniture(line))


def _body(path: str) -> Iterator[str]:
    try:
        with opened(path) as file:
            text = file.read().decode("utf-8")
    except OSError:
        return
    end = text.find("\n---\n") if text.startswith("---\n") else -1
    for line in text[end + 5 if end >= 0 else 0 :].split("\n"):
        yield line.strip()


def _may_be_furniture(line: str) -> bool:
    if not 3 <= len(line) <= LONGEST or line.startswith(("#", "```", "~~~", "|", "    ")):  # noqa: PLR2004 - two letters are no line
        return False
    return any(character.isalpha() for character in line)


def _unlike(path: str, lines: frozenset[str]) -> tuple[str, ...]:
    """A line of prose of the same document that the rule must leave alone."""
    prose = (
        line for line in _body(path) if len(line) > LONGEST // 4 and line not in lines and not line.startswith("#")
    )
    return tuple(line[:LONGEST] for _, line in zip(range(1), prose, strict=False))
