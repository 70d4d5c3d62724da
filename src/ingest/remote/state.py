"""The state folder: what a clean folder on an object store needs a disk for, and the catalog's way there and back.

Layout of `$INGEST_STATE/NAME-DIGEST/` (by default below `$XDG_STATE_HOME/ingest`, `~/.local/state/ingest`):

    catalog.sqlite    the working copy
    known.json        which catalog in the store this one was, or became
    unsaved           is there while this one has more to tell than that
    id                a random name of this state folder
    lock              held while a run is at work, by the operating system
    logs/, report.html, tmp/
    read-….sqlite     a newer catalog of another machine, fetched to be read
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import uuid
from contextlib import closing, suppress
from pathlib import Path

from ingest.errors import UsageError
from ingest.files import FOLDER
from ingest.places import Url


def folder_of(clean: Url) -> Path:
    """The state folder of a clean folder."""
    home = os.environ.get("INGEST_STATE")
    if not home:
        home = str(Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "ingest")
    slug = re.sub(r"[^A-Za-z0-9]+", "-", clean.name).strip("-")[:40] or "clean"
    return Path(home).absolute() / f"{slug}-{hashlib.sha256(clean.text.encode()).hexdigest()[:16]}"


class State:
    """The state folder of one clean folder."""

    def __init__(self, clean: Url) -> None:
        """Make it, if it is not there. Raises OSError."""
        self.clean, self.folder = clean, folder_of(clean)
        self.there = clean / FOLDER
        self.catalog = self.folder / "catalog.sqlite"
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def id(self) -> str:
        """A name that no other state folder has, on any machine."""
        path = self.folder / "id"
        if not path.is_file():
            path.write_text(uuid.uuid4().hex)
        return path.read_text()

    def _known(self) -> str:
        try:
            return str(json.loads((self.folder / "known.json").read_text())["catalog"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def _remember(self, identity: str) -> None:
        temporary = self.folder / f"known.{os.getpid()}"
        temporary.write_text(json.dumps({"clean": str(self.clean), "catalog": identity}))
        temporary.replace(self.folder / "known.json")

    @property
    def unsaved(self) -> bool:
        """Whether the working copy has more to tell than the catalog in the store; this outlives a crash."""
        return (self.folder / "unsaved").exists()

    @unsaved.setter
    def unsaved(self, value: bool) -> None:
        if value:
            (self.folder / "unsaved").touch()
        else:
            (self.folder / "unsaved").unlink(missing_ok=True)

    def fetch(self) -> None:
        """Make the working copy the one to go on with. Call it with the lock held. Raises OSError."""
        there = (self.there / "catalog.sqlite").identity()
        if there == self._known():
            return
        for ending in ("", "-wal", "-shm"):
            self.catalog.with_name(self.catalog.name + ending).unlink(missing_ok=True)
        if there:
            self._download(self.catalog)
        self._remember(there)
        self.unsaved = False

    def readable(self) -> Path:
        """A catalog to read: the working copy, or the one in the store where that is another. Raises UsageError."""
        try:
            there = (self.there / "catalog.sqlite").identity()
            if there == self._known():
                return self.catalog
            if not there:
                return self.folder / "read-none.sqlite"
            path = self.folder / f"read-{hashlib.sha256(there.encode()).hexdigest()[:16]}.sqlite"
            if not path.is_file():
                old = list(self.folder.glob("read-*.sqlite"))
                self._download(path)
                for one in old:
                    one.unlink(missing_ok=True)
        except OSError as error:
            raise UsageError(f"{error.filename or self.clean}: cannot be read: {error.strerror}") from error
        return path

    def _download(self, path: Path) -> None:
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            (self.there / "catalog.sqlite").download(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)

    def save(self, db: sqlite3.Connection) -> None:
        """Put the catalog into the store, as it is at this moment. Raises OSError and sqlite3.Error."""
        copy = self.folder / f"catalog.{os.getpid()}.copy"
        try:
            with closing(sqlite3.connect(copy)) as target:
                db.backup(target)
            (self.there / "catalog.sqlite").upload(copy)
        finally:
            copy.unlink(missing_ok=True)
        self._remember((self.there / "catalog.sqlite").identity())
        self.unsaved = False

    def put_log(self, path: Path) -> str:
        """Put a run's log into the store, and give its URL there. Raises OSError."""
        url = self.there / "logs" / path.name
        url.upload(path)
        return str(url)

    def log(self, run: str) -> Path:
        """A run's log as a file of this machine. Raises UsageError when there is none."""
        path = self.folder / "logs" / f"{run}.jsonl"
        if not path.is_file():
            try:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes((self.there / "logs" / path.name).read_bytes())
            except OSError as error:
                todo = "a run that had nothing to do leaves its log on the machine where it ran"
                raise UsageError(f"{error.filename}: cannot be read: {error.strerror}; {todo}") from error
        return path

    def put_report(self, page: Path) -> str:
        """Put the report and the details beside it into the store, and give its URL there. Raises OSError.

        Details have names that change with their content, so those that are there stay as they are.
        """
        beside = page.with_suffix("")
        here = {path.relative_to(beside).as_posix(): path for path in beside.glob("*/*.js")}
        there = set(_files(self.there / beside.name))
        for name in sorted(here.keys() - there):
            (self.there / beside.name / name).upload(here[name])
        (self.there / page.name).upload(page)
        for name in sorted(there - here.keys()):
            (self.there / beside.name / name).unlink(missing_ok=True)
        return str(self.there / page.name)

    def sweep(self) -> None:
        """Remove what a run that was killed left on its way. Call it with the lock held."""
        shutil.rmtree(self.folder / "tmp", ignore_errors=True)
        for pattern in ("catalog.*.part", "catalog.*.copy"):
            for path in self.folder.glob(pattern):
                with suppress(OSError):
                    path.unlink()


def _files(folder: Url) -> list[str]:
    """The files in the folders of a folder."""
    try:
        inner = [one.name for one in folder.listed() if one.kind == "directory" and one.name]
        return [f"{name}/{one.name}" for name in inner for one in (folder / name).listed() if one.kind == "file"]
    except FileNotFoundError:
        return []
