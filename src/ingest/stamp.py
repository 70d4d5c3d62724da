"""Renewing the digest of the settings in documents that a change of the settings cannot affect (docs/adr/0008).

The document comes out as cleaning it again would give it, for the price of reading and writing it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from ingest import ledger
from ingest.config import Config
from ingest.files import AnyFiles
from ingest.places import is_url
from ingest.plan import Plan
from ingest.provenance import sha256
from ingest.stopping import Stop, StoppedError
from ingest.store import Catalog
from ingest.work import Item

AT_A_TIME = 200
"""Files whose documents are entered in one transaction, and between which a request to stop is seen."""

KEY = "\n  config_sha256: "
"""Where the digest stands in a front matter. The provenance is its last part, and below that key no text is free."""

JSON_KEY = '"config_sha256":"'
"""The same in the catalog's copy of the front matter."""


class Stamp(NamedTuple):
    """A document before, and what changes in it."""

    row: sqlite3.Row
    recipe: str
    sha256: str


def stamp_all(
    plan: Plan, catalog: Catalog, files: AnyFiles, config: Config, run: str, seen: Callable[[str], None], stop: Stop
) -> None:
    """Give the plan's stamped files their new digest, in the clean folder and in the catalog.

    A file whose document is not the one that was written is entered into the plan, to be cleaned. `seen` is called with each
    document that was renewed. Raises OSError and sqlite3.Error when either cannot be written, StoppedError.
    """
    items = plan.stamped()
    while batch := list(islice(items, AT_A_TIME)):
        if stop.signal:
            raise StoppedError(stop.signal)
        files.expect(item.clean for item in batch if item.expected)
        with catalog.transaction():
            for item in batch:
                done = [_stamp(files, row, config) for row in _rows(catalog, item)]
                if not all(done):
                    plan.add(item)
                    continue
                for one in done:
                    if one is not None and one.recipe != one.row["recipe"]:
                        _enter(catalog, one, run)
                        seen(one.row["source"])
                catalog.renew_input(item.path, config.recipe_at(item.path) if item.expected else config.recipe)
            files.flush()


def _rows(catalog: Catalog, item: Item) -> Iterator[sqlite3.Row]:
    # The numbers first: a cursor over a table that is written under it may show a row twice.
    for number in [row["id"] for row in catalog.made_from(item.path)]:
        yield catalog.db.execute("SELECT * FROM documents WHERE id = ?", (number,)).fetchone()


def _stamp(files: AnyFiles, row: sqlite3.Row, config: Config) -> Stamp | None:
    """Renew the file; None when it is not there as it was written."""
    recipe = config.recipe_at(row["source"])
    if recipe == row["recipe"]:
        return Stamp(row, recipe, row["clean_sha256"])
    try:
        data = files.read(row["clean"])
    except FileNotFoundError:
        return None
    except OSError:
        if is_url(str(files.clean)):
            raise  # a store that does not answer
        return None
    if sha256(data) != row["clean_sha256"]:
        return None
    text = data.decode("utf-8")
    end = text.find("\n---\n")
    try:
        front = renewed(text[:end], KEY, row["recipe"], recipe)
    except ValueError:
        return None
    data = (front + text[end:]).encode("utf-8")
    files.rewrite(row["clean"], data)
    return Stamp(row, recipe, sha256(data))


def renewed(text: str, key: str, old: str, new: str) -> str:
    """The text with the new recipe's digest behind the last `key` instead of the old one's. Raises ValueError."""
    before, after = (key + recipe.rpartition(" ")[2] for recipe in (old, new))
    at = text.rfind(before)
    if at < 0:
        raise ValueError(f"no {before!r}")
    return text[:at] + after + text[at + len(before) :]


def _enter(catalog: Catalog, one: Stamp, run: str) -> None:
    row, old = one.row, one.row["recipe"]
    front = catalog.db.execute(
        "SELECT pass, seq, after FROM edits WHERE document = ? ORDER BY pass DESC, seq DESC LIMIT 1", (row["id"],)
    ).fetchone()
    after = ledger.pack(renewed(ledger.unpack(front["after"]), KEY, old, one.recipe))
    catalog.db.execute(
        "UPDATE edits SET after = ? WHERE document = ? AND pass = ? AND seq = ?",
        (after, row["id"], front["pass"], front["seq"]),
    )
    facts = renewed(row["front_matter"], JSON_KEY, old, one.recipe)
    catalog.db.execute(
        "UPDATE documents SET recipe = ?, run = ?, clean_sha256 = ?, front_matter = ? WHERE id = ?",
        (one.recipe, run, one.sha256, facts, row["id"]),
    )
    catalog.db.execute(
        "INSERT OR REPLACE INTO events VALUES (?, ?, 'restamped', ?, ?, ?, ?)",
        (run, row["source"], row["clean_sha256"], one.sha256, one.recipe, row["rules"]),
    )
