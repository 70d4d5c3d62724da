"""The account of one document as rows for the catalog, and back.

Rows are plain tuples, so that they cross process borders cheaply and go to SQLite as they are. Edits of one pass that one
rule made alike (thousands of trailing blanks, say) share a row: `repeat` counts them and `starts` holds their positions.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ingest.compact_json import as_json, from_json
from ingest.edits import Mapper
from ingest.model import Decoding, Edit, Island, Pass

SHARED = 8
"""Characters up to which the text of alike edits is short enough to share a row; longer texts stay readable one by one."""

PACKED = 1 << 16
"""Characters above which a text is stored compressed: whole converted pages."""

SHORT = 200
"""Characters up to which a stored decoding is remembered: one without islands or bytes of its own."""

Text = str | bytes


class EditRow(NamedTuple):
    """A row of the table `edits`, without the document's number."""

    pass_: int
    seq: int
    stage: str
    rule: str
    start: int
    before: Text
    after: Text
    note: str
    raw_start: int
    raw_end: int
    repeat: int
    starts: str | None


Row = tuple[int, int, str, str, int, Text, Text, str, int, int, int, str | None]
"""An `EditRow` as a plain tuple, which costs less to make and to send."""


def edit_rows(passes: Sequence[Pass]) -> list[EditRow]:
    """The rows of all passes, with each edit's place in the raw text."""
    return list(map(EditRow._make, plain_rows(passes)))


def plain_rows(passes: Sequence[Pass]) -> list[Row]:
    """As `edit_rows`, as plain tuples."""
    rows: list[Row] = []
    mapper = Mapper()
    for number, (stage, edits) in enumerate(passes):
        if number:
            mapper.add(passes[number - 1])
        groups: dict[tuple[str, str, str, str], list[int]] = {}
        firsts: list[tuple[Edit, list[int]]] = []
        for edit in edits:
            rule, start, before, after, note = edit
            if len(before) + len(after) > SHARED:
                firsts.append((edit, [start]))
                continue
            key = (rule, before, after, note)
            starts = groups.get(key)
            if starts is None:
                starts = groups[key] = [start]
                firsts.append((edit, starts))
            else:
                starts.append(start)
        for seq, ((rule, start, before, after, note), starts) in enumerate(firsts):
            raw_start, raw_end = mapper.span(start, start + len(before))
            repeat = len(starts)
            shared = as_json(starts) if repeat > 1 else None
            rows.append(
                (number, seq, stage, rule, start, pack(before), pack(after), note, raw_start, raw_end, repeat, shared)
            )
    return rows


def passes_of(rows: Iterable[Row]) -> list[Pass]:
    """The passes, from rows in the order of pass and number."""
    edits: dict[int, list[Edit]] = {}
    stages: dict[int, str] = {}
    mixed: set[int] = set()
    for number, _, stage, rule, start, before, after, note, _, _, _, starts in rows:
        stages[number] = stage
        found = edits.setdefault(number, [])
        old, new = unpack(before), unpack(after)
        if starts:
            found += [Edit(rule, one, old, new, note) for one in from_json(starts)]
            mixed.add(number)
        else:
            found.append(Edit(rule, start, old, new, note))
    return [Pass(stages[n], tuple(_in_place(edits[n]) if n in mixed else edits[n])) for n in sorted(edits)]


def _in_place(edits: list[Edit]) -> list[Edit]:
    """The edits in the order of their places; those that share a row come together from the catalog."""
    return sorted(edits, key=lambda edit: (edit.start, edit.start + len(edit.before)))


def pack(text: str) -> Text:
    """A text as it is stored: itself, or compressed UTF-8 when it is long."""
    if len(text) <= PACKED:
        return text
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(stored: Text) -> str:
    """The text again."""
    return stored if isinstance(stored, str) else zlib.decompress(stored).decode("utf-8", "surrogatepass")


def decoding_json(decoding: Decoding) -> str:
    """A decoding as JSON; bytes as Latin-1 text, so that the common ones can be read."""
    value: dict[str, Any] = {"encoding": decoding.encoding, "basis": decoding.basis}
    if decoding.confidence is not None:
        value["confidence"] = decoding.confidence
    if decoding.bom:
        value["bom"] = decoding.bom.decode("latin-1")
    if decoding.newline != "\n":
        value["newline"] = decoding.newline
    if decoding.islands:
        value["islands"] = [[i.start, i.length, i.data.decode("latin-1"), i.note] for i in decoding.islands]
    if decoding.verbatim is not None:
        value["verbatim"] = zlib.compress(decoding.verbatim, 6).decode("latin-1")
    return as_json(value)


def decoding_of(stored: str) -> Decoding:
    """The decoding again."""
    return _short_decoding(stored) if len(stored) <= SHORT else _decoding(stored)


@lru_cache(maxsize=64)
def _short_decoding(stored: str) -> Decoding:
    """Nearly all documents of a folder share a few."""
    return _decoding(stored)


def _decoding(stored: str) -> Decoding:
    value = from_json(stored)
    verbatim = value.get("verbatim")
    return Decoding(
        encoding=value["encoding"],
        basis=value["basis"],
        confidence=value.get("confidence"),
        bom=value.get("bom", "").encode("latin-1"),
        newline=value.get("newline", "\n"),
        islands=tuple(Island(s, n, data.encode("latin-1"), note) for s, n, data, note in value.get("islands", ())),
        verbatim=None if verbatim is None else zlib.decompress(verbatim.encode("latin-1")),
    )
