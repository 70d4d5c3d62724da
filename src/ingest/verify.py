"""The promises of a catalog held against the disk: digests, apply, undo, front matter, quarantine.

For every document there is one `Checked`, streamed, so that memory does not grow with the folder.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ingest import containers, ledger
from ingest.discover import walk
from ingest.edits import LedgerError, apply, undone
from ingest.files import FOLDER, quarantine_folder
from ingest.metadata.aliases import CANONICAL
from ingest.model import NOTHING, Block, Conversion, Decoding, Pass, Source
from ingest.parts import Place as RecordPlace
from ingest.places import Location, Url, location, opened
from ingest.provenance import sha256
from ingest.store import Catalog


@dataclass(slots=True)
class Checked:
    """What became of the promises for one document: `problems` is empty when they all hold.

    `status` is the catalog's, or `removed` for a retired document that was deleted since. `undone` and `applied` say
    which of the two proofs were made; the second needs the raw file, unchanged.
    """

    source: str
    status: str
    problems: list[str] = field(default_factory=list)
    undone: bool = False
    applied: bool = False
    raw_changed: bool = False


class Broken(Exception):
    """A document cannot be turned back; the message says why."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document from clean file and catalog alone: the texts, and how the one became the other.

    `edits` are the rows that the passes were made of, `texts` what there was before each pass, and the clean text.
    """

    row: sqlite3.Row
    clean: str
    raw: str
    passes: tuple[Pass, ...]
    decoding: Decoding
    edits: Sequence[ledger.Row] = ()
    texts: Sequence[str] = ()


def place_of(catalog: Catalog, row: sqlite3.Row) -> Location:
    """Where a document's clean file lies, or the file of records that it is in."""
    place = catalog.records.place(row["id"])
    if place is not None:
        return catalog.clean / FOLDER / place.segment if place.segment else catalog.clean / (place.part or FOLDER)
    if row["status"] == "retired":
        return catalog.clean / FOLDER / "retired" / str(row["clean"])
    return catalog.clean / str(row["clean"])


def load(catalog: Catalog, row: sqlite3.Row) -> Loaded:
    """Turn a document back into its raw text.

    Raises Broken when the clean file is not there, is not the one that was written, or the ledger does not fit it.
    """
    if row["status"] == "quarantined" or not row["clean"]:
        raise Broken(f"is in quarantine ({row['stage']}: {row['reason']})")
    path = place_of(catalog, row)
    place = catalog.records.place(row["id"])
    try:
        data = catalog.read(path) if place is None else _record_text(catalog, place)
    except OSError as error:
        raise Broken(f"{path} cannot be read: {error.strerror}; `ingest run` writes it again") from error
    except ValueError as error:
        raise Broken(f"{path} is not the file that was written: {error}; `ingest run` writes it again") from error
    if sha256(data) != row["clean_sha256"]:
        raise Broken(
            f"{path} is not the file that was written: its sha256 differs; `ingest run --force` writes it again"
        )
    text = data.decode("utf-8")
    edits = catalog.edit_tuples(row["id"])
    passes = tuple(ledger.passes_of(edits))
    try:
        texts = undone(text, passes)
    except LedgerError as error:
        raise Broken(f"the ledger does not fit the document: {error}") from error
    return Loaded(row, text, texts[0], passes, ledger.decoding_of(row["decoding"]), edits, texts)


def _record_text(catalog: Catalog, place: RecordPlace) -> bytes:
    """The document that a record holds. Raises OSError, and ValueError for what is no record."""
    from ingest.export import clean_text

    try:
        return clean_text(catalog.reader.record(place)).encode()
    except (LookupError, TypeError) as error:
        raise ValueError(f"no record of ingest: {type(error).__name__}") from error


def raw_bytes(document: Loaded) -> bytes:
    """The raw file's bytes, proved by their digest. Raises Broken when they are not the ones that came in."""
    from ingest.decode import encode

    try:
        data = encode(document.raw, document.decoding)
    except UnicodeEncodeError as error:
        raise Broken(f"the raw text does not fit its encoding: {error}") from error
    if sha256(data) != document.row["raw_sha256"]:
        raise Broken("undoing gives other bytes than those that came in: their sha256 differs")
    return data


def verify(clean: Location, jsonl: Mapping[str, str] = NOTHING) -> Iterator[Checked]:
    """Check every document of a clean folder, by source, and then those of containers.

    `jsonl` is the setting of that name. Raises UsageError when the folder has no catalog.
    """
    with Catalog(clean) as catalog:
        raw = _Raw(catalog)
        rows = catalog.documents("input = source OR status != 'clean'")
        for row in catalog.ahead(rows, raw.folder):
            yield check(catalog, row, raw.source(row) if row["status"] == "clean" else None)
        for container in catalog.containers():
            yield from _check_container(catalog, raw, container, jsonl)
        yield from _check_parts(catalog)


class _Raw:
    """The raw folder of the last run, as far as it is still there."""

    def __init__(self, catalog: Catalog) -> None:
        runs = catalog.runs(1)
        self.catalog = catalog
        self.folder = location(runs[0]["raw"]) if runs and runs[0]["raw"] else None
        self._odd: dict[str, Path] | None = None

    def source(self, row: sqlite3.Row) -> Source | None:
        """The raw document, or None: undo proves that nothing is lost, and the raw file may be gone."""
        try:
            return Source(row["source"], self.catalog.read(self.real(row["source"])))
        except OSError:
            return None

    def real(self, path: str) -> Location:
        """The file that a raw path of the catalog stands for. Raises FileNotFoundError."""
        if self.folder is None:
            raise FileNotFoundError
        place = self.folder / path
        if isinstance(place, Url) or place.is_file():
            return place
        if self._odd is None:
            # A name that is no UTF-8 has another one in the catalog, which the folder has to be asked for.
            found = walk(str(self.folder), hidden=True)
            self._odd = {one.path: Path(one.real) for one in found if not one.real.endswith(one.path)}
        if path not in self._odd:
            raise FileNotFoundError
        return self._odd[path]


def _check_container(catalog: Catalog, raw: _Raw, container: str, jsonl: Mapping[str, str]) -> Iterator[Checked]:
    """The documents of a container, with their records where those can be read."""
    seen = set()
    try:
        for record in _records(str(raw.real(container)), jsonl):
            row = catalog.document(f"{container}#{record.name}")
            if row is not None and row["status"] == "clean":
                seen.add(row["id"])
                yield check(catalog, row, record.source(container))
    except OSError:
        pass  # the container is gone, or cannot be read
    for row in catalog.documents("input = ? AND input != source AND status = 'clean'", container):
        if row["id"] not in seen:
            yield check(catalog, row, None)


def _records(real: str, jsonl: Mapping[str, str]) -> Iterator[containers.Record]:
    with opened(real) as file:
        kind = containers.kind_of(containers.head_of(file))
    if kind:
        found = containers.read(real, kind, containers.Limits(), jsonl)
        yield from (one for one in found if isinstance(one, containers.Record))


def _check_parts(catalog: Catalog) -> Iterator[Checked]:
    """Whether a reader of the folder's record files sees every record once: those files are the parts, each as written."""
    known = catalog.records.parts()
    there = (
        {path.name for pattern in ("*.jsonl.zst", "*.parquet") for path in catalog.disk.glob(pattern)}
        if known
        else set()
    )
    for name in sorted(known.keys() | there):
        problem = ""
        if name not in known:
            problem = "was not written by ingest, and readers of the folder take it for a part of it"
        elif name not in there:
            problem = "is not there; `ingest run` writes it again"
        elif sha256((catalog.clean / name).read_bytes()) != known[name]:
            problem = "is not the file that was written: its sha256 differs; `ingest run --rehash` writes it again"
        if problem:
            yield Checked(name, "part", [problem])


def check(catalog: Catalog, row: sqlite3.Row, source: Source | None) -> Checked:
    """Check one document; `source` is what the raw file holds now, where it is there."""
    result = Checked(row["source"], row["status"])
    if row["status"] == "quarantined":
        _check_quarantine(catalog, row, result)
        return result
    if row["status"] == "retired" and not place_of(catalog, row).exists():
        result.status = "removed"  # retired documents are the person's to delete
        return result
    try:
        document = load(catalog, row)
        raw_bytes(document)
        result.undone = True
    except Broken as broken:
        result.problems.append(str(broken))
        return result
    result.problems += _front_matter_problems(document)
    result.problems += _lost_words(catalog, document)
    if source is not None:
        _check_apply(document, source, result)
    return result


def _check_quarantine(catalog: Catalog, row: sqlite3.Row, result: Checked) -> None:
    folder = quarantine_folder(catalog.clean, row["source"])
    if not (folder / "reason.json").is_file():
        result.problems.append(f"{folder / 'reason.json'} is missing")
    if row["raw_sha256"] is None:
        return  # its bytes could never be read
    try:
        kept = sha256((folder / "raw").read_bytes())
    except OSError as error:
        result.problems.append(f"{folder / 'raw'} cannot be read: {error.strerror}")
        return
    if kept != row["raw_sha256"]:
        result.problems.append(f"{folder / 'raw'} holds other bytes than those that came in")


def _front_matter_problems(document: Loaded) -> Iterator[str]:
    """Whether the file's own front matter says what the catalog says, in the fixed order, over the right body."""
    row = document.row
    front = document.passes[-1].edits[0].after if document.passes else ""
    if sha256(document.clean[len(front) :]) != row["body_sha256"]:
        yield "the body's sha256 is not the one recorded"
    fields = parse_front_matter(front)
    if fields is None:
        yield "the front matter cannot be read as YAML"
        return
    keys = list(fields)
    if keys != [key for key in (*CANONICAL, "provenance") if key in fields]:
        yield f"the front matter's keys are not the canonical ones in their order: {', '.join(map(str, keys))}"
    if json.dumps(fields, default=str, sort_keys=True) != json.dumps(json.loads(row["front_matter"]), sort_keys=True):
        yield "the front matter is not the one in the catalog"
    facts = fields.get("provenance")
    facts = facts if isinstance(facts, dict) else {}
    yield from (
        f"provenance.{key} is {facts.get(key)!r}, by the catalog {row[column]!r}"
        for key, column in (
            ("source", "source"),
            ("sha256", "raw_sha256"),
            ("bytes", "raw_bytes"),
            ("body_sha256", "body_sha256"),
        )
        if facts.get(key) != row[column]
    )


def parse_front_matter(text: str) -> dict[Any, Any] | None:
    """The fields of a front matter block with its fences, dates as the texts they are; None where it is not YAML."""
    import yaml

    loader = _loader()
    try:
        fields = yaml.load(text.strip().removeprefix("---").removesuffix("---"), Loader=loader)  # noqa: S506 - made from a safe loader
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


@cache
def _loader() -> Any:  # noqa: ANN401 - a class that is made here
    """A safe loader that leaves dates as they are written."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
        for first, pairs in base.yaml_implicit_resolvers.items()
    }
    return type("DatesAsText", (base,), {"yaml_implicit_resolvers": resolvers})


def _lost_words(catalog: Catalog, document: Loaded) -> Iterator[str]:
    """For a page that was converted: whether every visible word of it is in the body, the metadata or a dropped block."""
    from ingest.formats import CONVERTERS

    account = getattr(CONVERTERS.get(document.row["format"]), "unaccounted", None)
    at = next((index for index, one in enumerate(document.passes) if one.stage == "convert"), None)
    if account is None or at is None:
        return
    source = apply(document.raw, document.passes[:at])
    body = document.passes[at].edits[0].after
    blocks = tuple(Block(*tuple(one)[2:]) for one in catalog.blocks(document.row["id"]))
    values = [one[2] for one in json.loads(document.row["origins"] or "[]")]
    fields = {"origins": values, "front matter": json.loads(document.row["front_matter"] or "{}")}
    missing = account(source, Conversion(body, document.row["layout"], fields, blocks))
    if missing:
        words = " ".join(missing[:8])
        yield f"{len(missing)} visible words of the page are nowhere: {words}"


def _check_apply(document: Loaded, source: Source, result: Checked) -> None:
    """With the raw document at hand: decoding and applying it gives the clean file."""
    from ingest.decode import decode

    if sha256(source.data) != document.row["raw_sha256"]:
        result.raw_changed = True
        return
    text, _ = decode(source)
    if text != document.raw:
        result.problems.append("decoding the raw file gives another text than undoing the clean one")
    try:
        result.applied = apply(text, document.passes) == document.clean
    except LedgerError as error:
        result.problems.append(f"the ledger does not fit the raw file: {error}")
        return
    if not result.applied:
        result.problems.append("applying the ledger to the raw file gives another document")
