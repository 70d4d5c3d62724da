"""The report that a person opens in a browser, and what it and the terminal show of a document: hunks and diffs.

One page with its style and script inside; nothing is fetched from anywhere. The details of the documents are in the page
as long as they are few, else in files beside it that the page loads when a document is opened, from disk, without a server.
Raw text is in both only as JSON in which `<` is escaped, and the page shows it only as text.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from ingest.compact_json import json_bytes
from ingest.files import fill
from ingest.report.data import all_wholes, detail, index, key_of, wholes
from ingest.store import Catalog

INLINE_BYTES = 2_500_000
"""Bytes of raw files up to which all details are in the page itself: a page of some 8 MB, which still opens at once."""

MOST_DETAILS = 500
"""Documents whose details one run writes at the most, those with the largest removed share first, so that the report does
not hold up a large first run; `ingest report` writes all."""


def write(catalog: Catalog, out: Path | None = None, *, everything: bool = False) -> Path:
    """Write the report of a clean folder and return its path.

    `out` is `CLEAN/.ingest/report.html` unless it is given, or `report.html` in the state folder of a clean folder that is
    a URL. Details that are there already are not written again; `everything` writes those of all documents at once,
    however many. The same catalog and documents give the same bytes.

    Raises OSError when the report cannot be written.
    """
    out = out or catalog.folder / "report.html"
    with catalog.snapshot():
        return _write(catalog, out, everything=everything)


def _write(catalog: Catalog, out: Path, *, everything: bool) -> Path:
    value, keys = index(catalog)
    beside = out.with_suffix("")
    if catalog.db.execute("SELECT total(raw_bytes) FROM documents").fetchone()[0] <= INLINE_BYTES:
        inline, broken = _inline(catalog)
        _prune(beside, _details(beside).values())
    else:
        inline = b""
        broken = _write_details(catalog, beside, keys, MOST_DETAILS if not everything else len(keys))
    # Each was proved when it was written (`work`), and those whose details are made here once more, from the disk.
    status = value["status"]
    value["proved"] = status.get("clean", 0) + status.get("retired", 0) - broken
    value["inline"] = bool(inline)
    value["beside"] = beside.name
    _replace(out, _page(value, inline))
    return out


def _inline(catalog: Catalog) -> tuple[bytes, int]:
    """All details as script elements that hold JSON, and the number of documents that cannot be undone any more."""
    parts = []
    broken = 0
    for row in catalog.ahead(all_wholes(catalog)):
        text, sound = detail(catalog, row)
        broken += not sound
        parts.append(b'<script type="application/json" id="d-%b">%b</script>\n' % (key_of(row).encode(), escaped(text)))
    return b"".join(parts), broken


def _write_details(catalog: Catalog, folder: Path, keys: Mapping[str, str], limit: int) -> int:
    """The details as files beside the page; one that is there already is left, as its name says what it holds.

    `keys` are those of all documents by source, in the order in which details are wanted, of `limit` more documents at the
    most. Returns the number of documents that cannot be undone any more.
    """
    there = _details(folder)
    todo = islice((source for source, key in keys.items() if key not in there), limit)
    broken = 0
    for whole in catalog.ahead(wholes(catalog, sorted(todo))):  # sorted: the order in which records lie
        key = keys[whole["source"]]
        value, sound = detail(catalog, whole)
        call = b'ingestDetail("%b", %b);\n' % (key.encode(), _as_string(escaped(value)))
        # Sixteen folders: in one, hundreds of thousands of files would be hard to handle, and each folder takes time to make.
        _put(f"{folder}/{key[0]}", f"{key}.js", call)
        broken += not sound
    for key in keys.values():
        there.pop(key, None)
    _prune(folder, there.values())
    return broken


def _details(folder: Path) -> dict[str, Path]:
    """The files of details that are there, by their keys."""
    return {path.stem: path for path in folder.glob("*/*.js")} if folder.is_dir() else {}


def _prune(folder: Path, gone: Iterable[Path]) -> None:
    """Remove the details of documents that are no more."""
    for path in sorted(gone):
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()
    with suppress(OSError):
        folder.rmdir()


def _replace(path: Path, data: bytes) -> None:
    """Write a file in one step, and only when it says something else than before."""
    with suppress(OSError):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return
    _put(str(path.parent), path.name, data)


def _put(folder: str, name: str, data: bytes) -> None:
    """Write a file in one step."""
    temporary = f"{folder}/.{name}.{os.getpid()}"
    try:
        try:
            fill(temporary, data)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - hundreds are written: no objects are made for nothing
            fill(temporary, data)
        os.replace(temporary, f"{folder}/{name}")  # noqa: PTH105 - as above
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - as above
        raise


_ESCAPES = tuple((sign.encode(), b"\\u%04x" % ord(sign)) for sign in "<>&\u2028\u2029")


def escaped(data: bytes) -> bytes:
    """JSON as it can stand inside a script element: without `<`, so without an end of the element or a comment."""
    for sign, escape in _ESCAPES:
        if sign[-1] in data:  # a single byte is looked for in a tenth of the time
            data = data.replace(sign, escape)
    return data


def _as_string(data: bytes) -> bytes:
    """JSON that was escaped, as a string of a script: nothing else in it needs to be escaped any more."""
    # Double quotes would be many more to escape.
    return b"'%b'" % data.replace(b"\\", b"\\\\").replace(b"'", b"\\'")


def _page(value: dict[str, Any], inline: bytes) -> bytes:
    # Not through `importlib.resources`, which loads the reading of zip archives for it.
    style, script, page = (Path(__file__).with_name(f"page.{kind}").read_bytes() for kind in ("css", "js", "html"))
    # Only this very style and this very script may run; the script may load the details, and nothing may load anything else.
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}' 'strict-dynamic';"
        " base-uri 'none'; form-action 'none'"
    )
    parts = {
        b"POLICY": policy.encode(),
        b"STYLE": style,
        b"SCRIPT": script,
        b"INDEX": escaped(json_bytes(value)),
        b"DETAILS": inline,
    }
    return b"".join(parts.get(piece, piece) for piece in page.split(b"%%"))


def _digest(data: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()
