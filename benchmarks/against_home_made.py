"""ingest against the home-made script: the same folders, as whole processes, in turn. Only the ratio counts.

    python benchmarks/against_home_made.py [DOCUMENTS ...] [--rounds 3]

Both read a folder of generated documents (`make_folder.py`; by default 1,000 and 5,000 of them) and write a folder of
Markdown with front matter. The script (`home_made.py`) repairs mojibake with ftfy, reads the header with PyYAML, runs
fifteen patterns over the body and writes: nothing more. ingest (`run --direct --jobs 1`) does all that a run does: start,
lock and plan; each document with its rules, findings, metadata, language and provenance; its ledger, and the proof that it
undoes to the raw bytes; catalog, log, report with the details of 500 documents, and the wait for the disk.

Times are seconds of processor, those of child processes included (of ingest's worker): they
suffer least from what else is at work. Those on the clock stand beside them. Modules are compiled beforehand, as an
installation has them. Each run has a folder of its own and nothing is removed before the end: for a minute ext4 goes around
what was removed, which doubled what the system took for a new file, and drowned the rest in noise.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from make_folder import make

HERE = Path(__file__).parent


class Took(NamedTuple):
    """Seconds of processor and on the clock."""

    processor: float
    clock: float


def main() -> None:
    """Make the folders, time both in turn, and print times and ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="*", default=[1_000, 5_000])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{scratch}/compiled"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        compare(Path(scratch), 10, 1, environment, show=False)  # compiles the modules
        for documents in arguments.documents:
            compare(Path(scratch), documents, arguments.rounds, environment)


def compare(scratch: Path, documents: int, rounds: int, environment: dict[str, str], *, show: bool = True) -> None:
    """Time both over one folder, in turn, and print the median of each."""
    raw = scratch / f"raw-{documents}"
    size = make(raw, documents)
    ours = [sys.executable, "-m", "ingest", "run", "--direct", "--jobs", "1", "-q"]
    theirs = [sys.executable, str(HERE / "home_made.py")]
    pairs = [(run(ours, raw, environment), run(theirs, raw, environment)) for _ in range(rounds)]
    if not show:
        return
    print(f"{documents:,} documents, {size / documents / 1024:.1f} KiB each, {rounds} rounds in turn")
    for name, times in zip(("ingest", "home-made"), zip(*pairs, strict=True), strict=True):
        processor = statistics.median(one.processor for one in times)
        clock = statistics.median(one.clock for one in times)
        print(
            f"{name:10}{processor:8.2f} s  {processor / documents * 1e3:6.2f} ms a document  ({clock:.2f} s on the clock)"
        )
    ratio = statistics.median(other.processor / own.processor for own, other in pairs)
    clock = statistics.median(other.clock / own.clock for own, other in pairs)
    print(f"ratio     {ratio:8.2f} times as fast  ({clock:.2f} on the clock)", flush=True)


def run(command: list[str], raw: Path, environment: dict[str, str]) -> Took:
    """What a command takes that is to fill a new folder from `raw`."""
    command = [*command, str(raw), tempfile.mkdtemp(dir=raw.parent)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock)


if __name__ == "__main__":
    main()
