"""ingest against the home-made script, as whole processes, in turn, on one thread: only the ratio counts.

usage: against_home_made.py [DOCUMENTS] [ROUNDS]

ingest does everything: findings, ledger, catalog, log and report included; the script cleans and writes, nothing more.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from make_folder import make

HERE = Path(__file__).parent


def seconds(command: list[str], target: Path) -> float:
    """How long a command takes that fills `target`, which is empty before."""
    shutil.rmtree(target, ignore_errors=True)
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def main(documents: int = 2000, rounds: int = 3) -> None:
    """Make the folder, time both in turn, and print times and ratio."""
    with tempfile.TemporaryDirectory() as scratch:
        raw, target = Path(scratch) / "raw", Path(scratch) / "clean"
        size = make(raw, documents)
        ours = [sys.executable, "-m", "ingest", "run", "--direct", "--jobs", "1", "-q", str(raw), str(target)]
        theirs = [sys.executable, str(HERE / "home_made.py"), str(raw), str(target)]
        pairs = [(seconds(ours, target), seconds(theirs, target)) for _ in range(rounds)]
    print(f"{documents:,} documents, {size / 1e6:.1f} MB, one thread, {rounds} rounds in turn")
    for name, times in zip(("ingest", "home-made"), zip(*pairs, strict=True), strict=True):
        middle = statistics.median(times)
        print(f"{name:10} {middle:7.2f} s  {documents / middle:7.0f} documents/s  {size / middle / 1e6:6.2f} MB/s")
    print(f"ratio      {statistics.median(b / a for a, b in pairs):7.2f} times as fast")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
