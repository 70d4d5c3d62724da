"""Kill runs at random moments, and see whether the next one completes the folder to the same bytes.

    python benchmarks/kills.py [--kills 50] [--files 300] [--seed 1]

Before each kill some files are added, changed and removed, so that there is always something to do. After each kill one run
goes to its end, and its documents are compared with those of a fresh run. Every fifth time two runs are started together.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXT = "---\ntitle: Walk {0}\n---\n\nWe went up hill {0} on day {1}.  \n\n[![x](a.png)](b)\n\nThe view was wide.\n"

SMALL_SHARDS = "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 10; from ingest.cli import main; sys.exit(main())"


def main() -> int:
    """Run, and give 0 when every folder was completed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - moments, not secrets
    wrong = midway = 0
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        raw.mkdir()
        change(raw, arguments.files, chance, 0)
        began = time.monotonic()
        run(raw, Path(folder, "measured")).wait()
        length = time.monotonic() - began
        for number in range(1, arguments.kills + 1):
            change(raw, arguments.files, chance, number)
            clean = Path(folder, "clean")
            process = run(raw, clean)
            time.sleep(chance.uniform(0.1, length))
            midway += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
            together = [run(raw, clean) for _ in range(2 if number % 5 == 0 else 1)]
            codes = sorted(one.wait() for one in together)
            # Of two runs that are started together one may be told that the other is at work.
            complete = codes[0] == 0 and tree(clean) == fresh(raw, Path(folder, f"fresh-{number}"))
            wrong += not complete
            if not complete:
                print(f"kill {number}: the next run left another tree (exit codes {codes})")
    print(f"{arguments.kills} kills, {midway} of them with the run at work; {wrong} folders not completed")
    return 1 if wrong else 0


def change(raw: Path, files: int, chance: random.Random, day: int) -> None:
    """Write all files on day 0, later add, change and remove a third of them."""
    for number in range(files):
        path = raw / f"walk-{number:04}.md"
        act = "write" if day == 0 else chance.choice(["leave", "leave", "write", "remove"])
        if act == "write":
            path.write_text(TEXT.format(number, day))
        elif act == "remove":
            path.unlink(missing_ok=True)


def run(raw: Path, clean: Path) -> subprocess.Popen[bytes]:
    """Start a run with two workers and small shards."""
    command = [sys.executable, "-c", SMALL_SHARDS, "run", "--direct", "--accept", "-q", "-j", "2", str(raw), str(clean)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ.copy())


def fresh(raw: Path, clean: Path) -> dict[str, bytes]:
    """The documents of an undisturbed run."""
    run(raw, clean).wait()
    return tree(clean)


def tree(clean: Path) -> dict[str, bytes]:
    """The documents with their bytes."""
    return {path.name: path.read_bytes() for path in sorted(clean.glob("*.md"))}


if __name__ == "__main__":
    sys.exit(main())
