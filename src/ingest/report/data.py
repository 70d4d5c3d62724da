"""What the report shows, as plain values: one index of all documents, and the details of each.

Texts are cut where a browser could not show them any more; what is cut is said, and `ingest undo` gives the whole.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ingest.codes import all_codes
from ingest.compact_json import from_json, json_bytes
from ingest.files import quarantine_folder
from ingest.ledger import unpack
from ingest.positions import Lines
from ingest.report.dropped import places
from ingest.report.hunks import Hunk, Story, compose, story
from ingest.store import DOCUMENT_COLUMNS, Catalog
from ingest.verify import Broken, Loaded, load, raw_bytes

MOST_DOCUMENTS = 50_000
"""Documents in the index at the most, those first that had the largest share removed: some 15 MB, what browsers still open
at once."""

MOST_RUNS = 60
"""Runs in the chart of runs."""

LONG = 400_000
"""Characters of a text above which its untouched stretches are cut."""

KEPT = 2_000
"""Characters that stay at each end of a stretch that is cut."""

MOST_CHANGES = 4_000
"""Changes of one document that are shown one by one."""

LEDGER_TEXT = 240
"""Characters of an edit's texts that the ledger tab shows."""

STATUSES = ("clean", "quarantined", "retired")


OWN = ("of-this-folder", "your own", "A rule of this folder's own, from its `ingest.yaml`.")
"""What stands for a rule that ingest itself does not know."""


class Words:
    """A table of texts, so that each is in the index once."""

    def __init__(self) -> None:
        """Begin with the empty text, which is number 0."""
        self.numbers: dict[str, int] = {"": 0}

    def number(self, text: str | None) -> int:
        """The text's number."""
        return self.numbers.setdefault(text or "", len(self.numbers))


def index(catalog: Catalog) -> tuple[dict[str, Any], dict[str, str]]:
    """The index: the run, totals, rules, runs, and a row for each document, those first that a person should see first.

    Beside it, in that order, for the source of every document the key of its details.
    """
    words = Words()
    runs = [_run(row) for row in catalog.runs(MOST_RUNS)]
    last = runs[0]["id"] if runs else ""
    happened = _events(catalog, last)
    findings = _findings(catalog)
    counts = _rule_counts(catalog)
    documents: list[list[Any]] = []
    keys: dict[str, str] = {}
    for row in _ordered(catalog):
        key = keys[row.source] = _key(row[: len(_KEYS)])
        if len(documents) < MOST_DOCUMENTS:
            documents.append(_row(row, key, words, findings.get(row.id, {}), happened.get(row.source, "")))
    value = {
        "folder": catalog.clean.resolve().name,
        "runs": runs,
        "totals": catalog.totals(),
        "status": {
            row[0]: row[1] for row in catalog.db.execute("SELECT status, count(*) FROM documents GROUP BY status")
        },
        "raw_chars": catalog.db.execute("SELECT total(raw_chars) FROM documents WHERE status = 'clean'").fetchone()[0],
        "happened": _counted(happened),
        "rules": {**dict.fromkeys(counts, OWN), **{code: list(entry) for code, entry in all_codes().items()}},
        "counts": counts,
        "words": list(words.numbers),
        "documents": documents,
    }
    return value, keys


def _run(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "started": row["started"],
        "ended": row["ended"],
        "state": row["state"],
        "recipe": row["recipe"],
        "counts": json.loads(row["counts"] or "{}"),
        "message": row["message"] or "",
    }


def _events(catalog: Catalog, run: str) -> dict[str, str]:
    query = "SELECT source, what FROM events WHERE run = ? AND what != 'unchanged' ORDER BY source"
    return {row["source"]: row["what"] for row in catalog.db.execute(query, (run,))}


def _counted(happened: dict[str, str]) -> dict[str, int]:
    count: dict[str, int] = {}
    for what in happened.values():
        count[what] = count.get(what, 0) + 1
    return dict(sorted(count.items()))


def _findings(catalog: Catalog) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    query = "SELECT document, rule, count(*) AS number FROM findings GROUP BY document, rule ORDER BY document, rule"
    for row in catalog.db.execute(query):
        found.setdefault(row["document"], {})[row["rule"]] = row["number"]
    return found


def _rule_counts(catalog: Catalog) -> dict[str, list[int]]:
    """For each rule: edits and findings, in the documents that there are."""
    counts: dict[str, list[int]] = {}
    # Of many documents few differ in this: the texts are taken apart once each.
    query = "SELECT rules, count(*) FROM documents WHERE status = 'clean' GROUP BY rules"
    for rules, documents in catalog.db.execute(query):
        for rule, number in json.loads(rules or "{}").items():
            counts.setdefault(rule, [0, 0])[0] += number * documents
    query = (
        "SELECT rule, count(*) AS number FROM findings JOIN documents ON documents.id = document"
        " WHERE status = 'clean' GROUP BY rule ORDER BY rule"
    )
    for row in catalog.db.execute(query):
        counts.setdefault(row["rule"], [0, 0])[1] = row["number"]
    return dict(sorted(counts.items()))


class _Listed(NamedTuple):
    """What the index needs of a document; the first ones are what its key is made of."""

    source: str
    clean: str | None
    status: str
    raw_sha256: str | None
    clean_sha256: str | None
    recipe: str
    rules: str | None
    edits: int | None
    findings: int | None
    reason: str | None
    id: int
    title: str | None
    format: str | None
    producer: str | None
    language: str | None
    encoding: str | None
    raw_chars: int | None
    removed_chars: int | None
    stage: str | None


_KEYS = _Listed._fields[: _Listed._fields.index("reason") + 1]

_LISTED = (
    f"SELECT {', '.join(_Listed._fields)} FROM documents"  # noqa: S608 - the names are ours
    " ORDER BY status != 'quarantined', CAST(removed_chars AS REAL) / max(1, raw_chars) DESC, source"
)


def _ordered(catalog: Catalog) -> Iterator[_Listed]:
    """The documents, those first that a person should see first.

    The wide columns (front matter, origins) are left where they are: reading them would take most of the time.
    """
    cursor = catalog.db.cursor()
    cursor.row_factory = None
    return map(_Listed._make, cursor.execute(_LISTED))


def _row(row: _Listed, key: str, words: Words, findings: dict[str, int], what: str) -> list[Any]:
    """A document as a list; the report's script gives the places their names (`fields` there)."""
    return [
        key,
        row.source,
        row.title or "",
        STATUSES.index(row.status) if row.status in STATUSES else 0,
        *map(words.number, (row.format, row.producer, row.language, row.encoding, what)),
        row.raw_chars or 0,
        row.removed_chars or 0,
        row.edits or 0,
        _flat(from_json(row.rules or "{}"), words),
        _flat(findings, words),
        f"{row.stage}: {row.reason}" if row.status == "quarantined" else "",
    ]


def _flat(counts: dict[str, int], words: Words) -> list[int]:
    return [number for code, count in counts.items() for number in (words.number(code), count)]


DETAIL_FORM = 5
"""Goes up when `detail` gives something else for the same document, or it is looked for elsewhere."""


def key_of(row: sqlite3.Row) -> str:
    """A name for a document's details that changes when they change: 20 hexadecimal digits."""
    return _key([row[name] for name in _KEYS])


def _key(values: Iterable[object]) -> str:
    text = "\0".join((str(DETAIL_FORM), *map(str, values)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


_FACTS = (
    "source", "clean", "status", "raw_sha256", "raw_bytes", "clean_sha256", "clean_bytes", "body_sha256", "format",
    "layout", "producer", "encoding", "encoding_basis", "raw_chars", "removed_chars", "added_chars", "stage",
    "reason", "hint",
)  # fmt: skip

_JSON = ("front_matter", "origins")
"""Columns that hold JSON, which goes into the details as it is: as bytes, since decoding it would be for nothing."""

_WHOLE = ", ".join(
    (
        *_FACTS,
        "id",
        *(name for name in DOCUMENT_COLUMNS if name not in {*_FACTS, *_JSON}),
        *(f"CAST({name} AS BLOB) AS {name}" for name in _JSON),
    )
)


def all_wholes(catalog: Catalog) -> Iterator[sqlite3.Row]:
    """What `detail` is made from, for all documents by source."""
    return iter(catalog.db.execute(f"SELECT {_WHOLE} FROM documents ORDER BY source"))  # noqa: S608 - the names are ours


def wholes(catalog: Catalog, sources: Iterable[str]) -> Iterator[sqlite3.Row]:
    """What `detail` is made from, for these documents, in that order."""
    query = f"SELECT {_WHOLE} FROM documents WHERE source = ?"  # noqa: S608 - as above
    for source in sources:
        yield from catalog.db.execute(query, (source,))


def detail(catalog: Catalog, row: sqlite3.Row) -> tuple[bytes, bool]:
    """A document's details as JSON in UTF-8, and whether undoing it gave the raw bytes (of a refused one: yes)."""
    facts: dict[str, Any] = dict(zip(_FACTS, row, strict=False))
    if row["status"] == "quarantined":
        facts["preview"] = _preview(catalog, row)
        return json_bytes({"facts": facts}), True
    # Most documents have neither, as the row says already.
    blocks = catalog.blocks(row["id"]) if b'"dropped_blocks"' in (row["front_matter"] or b"") else ()
    value: dict[str, Any] = {
        "findings": [one[2:] for one in catalog.findings(row["id"])] if row["findings"] else [],
        "blocks": [one[2:] for one in blocks],
    }
    proved = False
    try:
        document = load(catalog, row)
        raw_bytes(document)
    except Broken as broken:
        value["broken"] = str(broken)
    else:
        proved = True
        told = story(document.raw, document.passes, document.texts)
        value |= _texts(told)
        if told.converted and value["blocks"]:
            value["places"] = places(told, value["blocks"])
        value["ledger"] = list(_ledger(document))
        value["ledgerOf"] = len(document.edits)
    # Metadata and origins are JSON in the catalog already, and make up a good part of the whole.
    return b'{"facts":%b,"metadata":%b,"origins":%b,%b' % (
        json_bytes(facts),
        row["front_matter"] or b"{}",
        row["origins"] or b"[]",
        json_bytes(value)[1:],
    ), proved


def _preview(catalog: Catalog, row: sqlite3.Row) -> str:
    """The beginning of refused bytes, as a person can read them."""
    try:
        with (quarantine_folder(catalog.clean, str(row["source"])) / "raw").open("rb") as file:
            data = file.read(KEPT)
    except OSError:
        return ""
    return bytes(data).decode("utf-8", "backslashreplace")


def _texts(told: Story) -> dict[str, Any]:
    texts: dict[str, Any] = {
        "front": _cut(told.front),
        "header": _cut(told.raw[: told.header]),
        "converted": told.converted,
        "body": list(_segments(told.base, told.hunks, told.header)),
        "headerEdits": list(_segments(told.raw[: told.header], [h for h in told.hunks if h.end <= told.header], 0)),
    }
    if told.converted:
        texts["page"] = list(_segments(told.raw, compose(told.raw, told.repairs), 0))
    return texts


def _cut(text: str) -> str:
    if len(text) <= LONG:
        return text
    return f"{text[:KEPT]}\n… {len(text) - 2 * KEPT:,} characters left out here …\n{text[-KEPT:]}"


def _segments(text: str, hunks: list[Hunk], start: int) -> Iterator[list[Any]]:
    """The text from `start` as pieces: `[0, kept]`, `[1, before, after, codes, notes]`, `[2, characters, lines]` cut."""
    long = len(text) > LONG
    position = start
    shown = [hunk for hunk in hunks if hunk.start >= start] if start else hunks
    for number, (place, before, after, why, _) in enumerate(shown):
        if long:
            yield from _kept(text, position, place)
        elif place > position:
            yield [0, text[position:place]]
        if number >= MOST_CHANGES:
            yield [2, len(text) - place, text.count("\n", place)]
            return
        if len(why) == 1:  # as nearly all have
            ((code, note),) = why
            codes, notes = [code], [note] if note else []
        else:
            codes = list(dict.fromkeys(code for code, _ in why))
            notes = list(dict.fromkeys(note for _, note in why if note))
        yield [1, _cut(before), _cut(after), codes, notes]
        position = place + len(before)
    if long:
        yield from _kept(text, position, len(text))
    elif position < len(text):
        yield [0, text[position:]]


def _kept(text: str, start: int, end: int) -> Iterator[list[Any]]:
    """A stretch of a long text that stays, cut when it is long itself."""
    if end - start > 4 * KEPT:
        yield [0, text[start : start + KEPT]]
        yield [2, end - start - 2 * KEPT, text.count("\n", start + KEPT, end - KEPT)]
        yield [0, text[end - KEPT : end]]
    elif end > start:
        yield [0, text[start:end]]


def _ledger(document: Loaded) -> Iterator[tuple[Any, ...]]:
    """The edits: pass, stage, rule, line and column in the raw text, before, after, note, how often."""
    lines = Lines(document.raw)
    for number, _, stage, rule, _, before, after, note, raw_start, _, repeat, _ in document.edits[:MOST_CHANGES]:
        line, column = lines.at(raw_start)
        yield number, stage, rule, line, column, _short(unpack(before)), _short(unpack(after)), note, repeat


def _short(text: str) -> str:
    return text if len(text) <= LEDGER_TEXT else f"{text[:LEDGER_TEXT]} … {len(text):,} characters"
