"""A clean folder as a folder of Markdown files in the words of another tool (`dialects.TOOLS`): for a site, or a vault."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ingest.dialects import TOOLS
from ingest.errors import UsageError
from ingest.export import Exported, check_folder, put_text
from ingest.places import Location
from ingest.store import Catalog
from ingest.verify import Broken, load

MANIFEST = ".ingest-export.json"
"""The list of files in such a folder: what it does not list is left alone. The tools pass over names with a dot in front."""


def export_documents(clean: Location, folder: Path, tool: str) -> Exported:
    """Write the documents of a clean folder for `tool`, a key of TOOLS, into `folder`, in place of an earlier export there.

    Raises UsageError when there is no catalog, and when the folder holds anything else or cannot be written.
    """
    result = Exported(str(folder), tool)
    with Catalog(clean) as catalog:
        check_folder(folder, clean, catalog, MANIFEST)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write(catalog, folder, result)
        except OSError as error:
            raise UsageError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error
    return result


def _write(catalog: Catalog, folder: Path, result: Exported) -> None:
    catalog.db.execute("BEGIN")  # a run that goes on meanwhile is not seen
    earlier = _listed(folder)
    planned = {row["clean"] for row in catalog.documents("status = 'clean'")}
    foreign = {name for name in planned - earlier if (folder / name).exists()}
    # Before the first file: after a crash the next export knows all that this one wrote.
    _list(folder, earlier | (planned - foreign), result)
    for row in catalog.ahead(catalog.documents("status = 'clean'")):
        if row["clean"] in foreign:
            result.left_out[row["source"]] = f"{row['clean']} in the folder was written by somebody else"
            continue
        try:
            document = load(catalog, row)
        except Broken as problem:
            result.left_out[row["source"]] = str(problem)
            planned.discard(row["clean"])
            continue
        front = document.passes[-1].edits[0].after
        dialect = TOOLS[result.format](json.loads(row["front_matter"]), document.clean[len(front) :])
        _put(folder / row["clean"], dialect.text())
        result.documents += 1
    _remove(folder, earlier - planned)
    _list(folder, planned - foreign, result)


def _put(path: Path, text: str) -> None:
    with suppress(OSError):
        if path.read_bytes() == text.encode():
            return  # an unchanged file keeps its time stamp
    path.parent.mkdir(parents=True, exist_ok=True)
    put_text(path, text)


def _remove(folder: Path, names: set[str]) -> None:
    for name in sorted(names):
        path = folder / name
        path.unlink(missing_ok=True)
        with suppress(OSError):  # as far as folders are empty now
            for parent in path.relative_to(folder).parents[:-1]:
                (folder / parent).rmdir()


def _listed(folder: Path) -> set[str]:
    try:
        names = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    except FileNotFoundError:
        return set()
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{folder / MANIFEST} is not what an export wrote; give an empty folder, or a new one"
        ) from error
    return {name for name in names if isinstance(name, str) and _is_inside(name)}


def _is_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _list(folder: Path, names: set[str], result: Exported) -> None:
    put_text(folder / MANIFEST, json.dumps({"for": result.format, "files": sorted(names)}, indent=2) + "\n")
