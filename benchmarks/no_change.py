"""A run with nothing to do, against a bare walk and stat of the folder plus one read of the catalog.

    python benchmarks/no_change.py [--files 100000] [--rounds 7]

Makes a folder of small files and a catalog that knows them, then measures, in turns, a bare script and a whole run from its
lock to its end: the processor time of this process, which other work on the machine does not count in. Prints both and their
ratio; the aim is 1.5. Prefect and imports are left aside: the first run is not counted.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from ingest.config import Config
from ingest.files import FOLDER
from ingest.run import run_folder
from ingest.session import Session
from ingest.store import DocumentResult, InputResult, InputRow

PER_FOLDER = 500


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raw, clean = Path(folder, "raw"), Path(folder, "clean")
        build(raw, clean, arguments.files)
        run(raw, clean, arguments.files)
        bare, whole, grown = [], [], 0
        for _ in range(arguments.rounds):
            bare.append(timed(lambda: bare_script(raw, clean)))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            whole.append(timed(lambda: run(raw, clean, arguments.files)))
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    ratios = [one / other for one, other in zip(whole, bare, strict=True)]
    print(f"{arguments.files:,} files, nothing new, median of {arguments.rounds}, seconds of processor time")
    print(f"bare walk, stat and catalog read: {statistics.median(bare):.2f} s")
    print(f"a run:                            {statistics.median(whole):.2f} s")
    print(f"ratio of neighbours:              {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    print(f"memory that the last round added: {grown / 1024:.1f} MiB")


def build(raw: Path, clean: Path, files: int) -> None:
    """Files, their documents (empty ones will do) and a catalog that knows them."""
    config = Config()
    raw.mkdir()
    with Session(raw, clean, config) as session:
        session.make_plan()
        batch = []
        for number in range(files):
            name = f"{number // PER_FOLDER:04}/{number:07}.md"
            for path in (raw / name, clean / name):
                if number % PER_FOLDER == 0:
                    path.parent.mkdir(parents=True)
                path.write_bytes(b"x")
            info = (raw / name).stat()
            row = InputRow(name, info.st_size, info.st_mtime_ns, info.st_ino, name, config.recipe_at(name), "clean")
            columns = {
                "source": name, "input": name, "clean": name, "status": "clean", "recipe": row.recipe, "edits": 3,
                "findings": 0, "removed_chars": 40, "rules": "{}", "raw_bytes": 4_000, "front_matter": '"' + "x" * 800 + '"',
            }  # fmt: skip
            batch.append(InputResult(row, [DocumentResult(columns)]))
            if len(batch) >= 5_000 or number == files - 1:
                session.catalog.commit(session.id, batch)
                batch = []
        session.finish()


def bare_script(raw: Path, clean: Path) -> int:
    """What any tool would have to do: look at every file, and read what is known of it."""
    db = sqlite3.connect(clean / FOLDER / "catalog.sqlite")
    known = {row[0]: row[1:] for row in db.execute("SELECT path, size, mtime_ns, inode FROM inputs")}
    db.close()
    same = 0
    skip = len(str(raw)) + 1
    pending = [str(raw)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                    continue
                info = entry.stat()
                same += known.get(entry.path[skip:]) == (info.st_size, info.st_mtime_ns, info.st_ino)
    return same


def run(raw: Path, clean: Path, files: int) -> None:
    """A whole run that finds nothing to do."""
    summary = run_folder(raw, clean, Config())
    # A wrong run would make the measure worthless.
    assert (summary.state, summary.counts["unchanged"]) == ("NothingToDo", files)  # noqa: S101 - see above


def timed(call: object) -> float:
    """Seconds of processor time that a call takes."""
    start = time.process_time()
    call()  # type: ignore[operator]
    return time.process_time() - start


if __name__ == "__main__":
    main()
