"""Documents a second, and what orchestration takes: direct, through the Prefect flow, and on local Dask and Ray clusters.

    python benchmarks/runners.py [--documents 2000] [--rounds 2] [--ways ray]

For each way the time counts from the plan to the end of the run, so starts of Python, Prefect and of the clusters' clients
are left aside (they are printed on their own); worker processes start within it. Overhead is 1 - cleaning / (time x workers),
where cleaning is the time the workers measured for their shards: what is left is the waiting of workers for their own start,
for shards, and at the end for the last of them, and what the flow does after that. `between` is orchestration alone: the
share of time that a worker waited between one shard and the next.

A worker's time to clean a document is longer when other work shares the processors, so the rates say little on a busy
machine; overhead is a ratio within a run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from ingest.files import FOLDER

WAYS = {
    "direct, 1 process": (1, ["--direct", "-j", "1"]),
    "direct, 2 processes": (2, ["--direct", "-j", "2"]),
    "flow, 1 process": (1, ["-j", "1"]),
    "flow, 2 processes": (2, ["-j", "2"]),
    "flow on Dask, 2 workers": (2, ["--runner", "dask", "-j", "2"]),
    "flow on Ray, 2 workers": (2, ["--runner", "ray", "-j", "2"]),
}


class Run(NamedTuple):
    """What a run took: documents a second, its overhead, shards, and the seconds of the command besides."""

    rate: float
    overhead: float
    between: float
    shards: int
    besides: float


def main() -> None:
    """Measure in turns, and print the median of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--ways", default="", help="only ways with this in their name")
    arguments = parser.parse_args()
    ways = {way: how for way, how in WAYS.items() if arguments.ways in way}
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        make = Path(__file__).with_name("make_folder.py")
        subprocess.run([sys.executable, make, raw, str(arguments.documents)], check=True, stdout=subprocess.DEVNULL)
        count = sum(path.is_file() for path in raw.rglob("*"))
        size = sum(path.stat().st_size for path in raw.rglob("*") if path.is_file())
        print(f"{count:,} documents, {size / count / 1024:.1f} KiB each, median of {arguments.rounds}", flush=True)
        runs: dict[str, list[Run]] = {way: [] for way in ways}
        for number in range(arguments.rounds):
            for place, (way, (workers, options)) in enumerate(ways.items()):
                runs[way].append(run(raw, Path(folder, f"clean-{number}-{place}"), options, workers, count))
    for way, all_of_it in runs.items():
        one = Run(*(statistics.median(column) for column in zip(*all_of_it, strict=True)))
        print(
            f"{way:26}{one.rate:6.0f}/s  overhead {one.overhead:6.1%}, between {one.between:6.1%}"
            f"  {one.shards:4.0f} shards  start and end {one.besides:5.1f} s"
        )


def run(raw: Path, clean: Path, options: list[str], workers: int, count: int) -> Run:
    """One run, by its log."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "ingest", "run", "-q", "--fail-on", "never", *options, str(raw), str(clean)]
    environment = {**os.environ, "PREFECT_HOME": str(raw.parent / "prefect")}
    subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)
    whole = time.perf_counter() - start
    (log,) = (clean / FOLDER / "logs").glob("*.jsonl")
    events: dict[str, list[dict[str, Any]]] = {}
    for line in log.read_text().splitlines():
        event = json.loads(line)
        events.setdefault(event["event"], []).append(event)
    (plan,), (end,) = events["plan"], events["end"]
    work = seconds(plan, end)
    shards = events["shard"]
    later = [shard for shard in shards if shard["waited"] is not None]
    waited, cleaning = (sum(shard[name] for shard in later) for name in ("waited", "seconds"))
    return Run(
        count / work,
        1 - end["cleaning_seconds"] / (work * workers),
        waited / ((waited + cleaning) or 1),
        len(shards),
        whole - work,
    )


def seconds(begin: dict[str, Any], end: dict[str, Any]) -> float:
    """Seconds between two events."""
    return (datetime.fromisoformat(end["time"]) - datetime.fromisoformat(begin["time"])).total_seconds()


if __name__ == "__main__":
    main()
