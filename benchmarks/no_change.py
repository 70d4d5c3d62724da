"""A run with nothing to do, against a bare walk and stat of the folder plus one read of the catalog.

    python benchmarks/no_change.py [--files 100000] [--rounds 5]

Makes a folder of small files and a catalog that knows them, then measures, in turns, planning (what a run without
changes does) and a bare script. Prints both and their ratio; the aim is 1.5. Prefect and imports are left aside.
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
from ingest.plan import Options, make_plan
from ingest.store import FOLDER, Catalog, DocumentResult, InputResult, InputRow

PER_FOLDER = 500


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raw, clean = Path(folder, "raw"), Path(folder, "clean")
        build(raw, clean, arguments.files)
        bare, planned = [], []
        for _ in range(arguments.rounds):
            bare.append(timed(lambda: bare_script(raw, clean)))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            planned.append(timed(lambda: plan(raw, clean, arguments.files)))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{arguments.files:,} files, nothing new, median of {arguments.rounds}")
    print(f"bare walk, stat and catalog read: {statistics.median(bare):.2f} s")
    print(f"plan of a run:                    {statistics.median(planned):.2f} s")
    print(f"ratio of the medians:             {statistics.median(planned) / statistics.median(bare):.2f}")
    print(f"ratio of the best:                {min(planned) / min(bare):.2f}")
    print(f"memory that the last round added: {grown / 1024:.1f} MiB")


def build(raw: Path, clean: Path, files: int) -> None:
    """Files, their documents (empty ones will do) and a catalog that knows them."""
    config = Config()
    with Catalog(clean, write=True) as catalog:
        batch = []
        for number in range(files):
            name = f"{number // PER_FOLDER:04}/{number:07}.md"
            for path in (raw / name, clean / name):
                if number % PER_FOLDER == 0:
                    path.parent.mkdir(parents=True)
                path.write_bytes(b"x")
            info = (raw / name).stat()
            row = InputRow(name, info.st_size, info.st_mtime_ns, info.st_ino, name, config.recipe, "clean")
            columns = {"source": name, "input": name, "clean": name, "status": "clean", "recipe": config.recipe}
            batch.append(InputResult(row, [DocumentResult(columns)]))
            if len(batch) >= 5_000 or number == files - 1:
                catalog.commit("built", batch)
                batch = []


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


def plan(raw: Path, clean: Path, files: int) -> None:
    """What a run does before it knows that there is nothing to do."""
    made = make_plan(raw, clean, Config(), Options())
    assert (made.total, made.unchanged) == (0, files)  # noqa: S101 - a wrong plan would make the measure worthless
    made.close()


def timed(call: object) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
