"""Finding the catalog and the document that a person means."""

from __future__ import annotations

import argparse
import difflib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ingest.commands.common import folder
from ingest.commands.terminal import printable
from ingest.errors import UsageError
from ingest.files import FOLDER
from ingest.places import Location, location, relative
from ingest.store import Catalog

DEFAULT = Path("clean")


@dataclass(frozen=True, slots=True)
class Found:
    """A document's row and the open catalog it stands in; use it in a `with` block."""

    catalog: Catalog
    row: sqlite3.Row

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the catalog."""
        self.catalog.close()


def add_clean_option(parser: argparse.ArgumentParser) -> None:
    """Declare `--clean`, for commands whose argument is a document."""
    parser.add_argument(
        "--clean", type=folder, metavar="CLEAN", help="the clean folder (default: the one that DOC lies in, or ./clean)"
    )


def add_clean_argument(parser: argparse.ArgumentParser) -> None:
    """Declare `[CLEAN]`, for commands on a whole folder."""
    parser.add_argument(
        "clean",
        nargs="?",
        type=folder,
        default=DEFAULT,
        metavar="CLEAN",
        help="clean folder, or its URL (default: clean)",
    )


def find(name: str, clean: Location | None = None) -> Found:
    """The document that `name` means: a clean path or a raw path, from here or below its folder.

    Raises UsageError, with the nearest document, when there is none.
    """
    catalog = Catalog(clean or _folder_of(name) or DEFAULT)
    for candidate in _candidates(name, catalog):
        row = catalog.document(candidate)
        if row is not None:
            return Found(catalog, row)
    hint = _nearest(name, catalog)
    catalog.close()
    raise UsageError(f"{printable(name)}: no such document in {catalog.clean}{hint}")


def _folder_of(name: str) -> Location | None:
    """The clean folder that a path lies in, if it lies in one."""
    try:
        for parent in location(name).absolute().parents:
            if (parent / FOLDER / "catalog.sqlite").is_file():
                return parent
    except (OSError, ValueError):
        pass  # a name that is no path at all may still be a document's id
    return None


def _candidates(name: str, catalog: Catalog) -> Iterator[str]:
    """What `name` may be called in the catalog, the likeliest first."""
    yield name
    path = location(name).absolute()
    raws = [
        row["raw"]
        for row in catalog.db.execute("SELECT raw FROM runs WHERE raw IS NOT NULL ORDER BY rowid DESC LIMIT 1")
    ]
    for parent in (
        catalog.clean.absolute(),
        catalog.clean.absolute() / FOLDER / "retired",
        *(location(raw).absolute() for raw in raws),
    ):
        try:
            yield relative(path, parent)
            yield relative(path.resolve(), parent.resolve())
        except (ValueError, OSError):
            continue
    parts = Path(name).parts
    for start in range(1, len(parts)):
        yield "/".join(parts[start:])


SAMPLE = 20_000
"""Document names that are searched for the nearest one; more would take seconds."""


def _nearest(name: str, catalog: Catalog) -> str:
    rows = catalog.db.execute("SELECT source, clean FROM documents LIMIT ?", (SAMPLE,)).fetchall()
    known = [text for row in rows for text in row if text]
    tail = Path(name).name
    same = sorted({text for text in known if text.endswith(tail)}, key=len)[:1] if tail else []
    close = same or difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {printable(close[0])!r}?" if close else "; `ingest ls` lists the documents"
