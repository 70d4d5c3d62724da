"""Documents a second, and what orchestration takes: direct, through the Prefect flow, and on a local Dask cluster.

    python benchmarks/runners.py [--documents 2000] [--rounds 2]

The base is cleaning alone: the same documents, cleaned and written in one process, without catalog, log or report. For
each way the time counts from the plan to the end of the run, so starts of Python, Prefect and Dask's client are left aside
(they are printed on their own); worker processes start within it. Overhead is 1 - rate / (base x processes): besides
orchestration it holds the catalog, which one process writes, and what the processors lose when both are at work.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from ingest.config import Config
from ingest.plan import Options, make_plan
from ingest.store import FOLDER, Catalog
from ingest.work import run_shard

WAYS = {
    "direct, 1 process": (1, ["--direct", "-j", "1"]),
    "direct, 2 processes": (2, ["--direct", "-j", "2"]),
    "flow, 1 process": (1, ["-j", "1"]),
    "flow, 2 processes": (2, ["-j", "2"]),
    "flow on Dask, 2 workers": (2, ["--runner", "dask", "-j", "2"]),
}


def main() -> None:
    """Measure in turns, and print the best of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        make = Path(__file__).with_name("make_folder.py")
        subprocess.run([sys.executable, make, raw, str(arguments.documents)], check=True, stdout=subprocess.DEVNULL)
        count = sum(path.is_file() for path in raw.rglob("*"))
        size = sum(path.stat().st_size for path in raw.rglob("*") if path.is_file())
        print(f"{count:,} documents, {size / count / 1024:.1f} KiB each, best of {arguments.rounds}", flush=True)
        base: list[float] = []
        rates: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
        for number in range(arguments.rounds):
            base.append(count / alone(raw, Path(folder, f"alone-{number}")))
            for place, (way, (_, options)) in enumerate(WAYS.items()):
                work, start = seconds(raw, Path(folder, f"clean-{number}-{place}"), options)
                rates[way].append((count / work, start))
    best = max(base)
    print(f"{'cleaning alone':26}{best:8.0f}/s")
    for way, (processes, _) in WAYS.items():
        rate, start = max(rates[way])
        overhead = 1 - rate / (best * processes)
        print(f"{way:26}{rate:8.0f}/s  overhead {overhead:6.1%}  start and end {start:5.1f} s")


def alone(raw: Path, clean: Path) -> float:
    """Seconds to clean and write all documents in this process."""
    warm = clean.with_name(f"{clean.name}-warm")
    for one in (clean, warm):
        Catalog(one, write=True).close()
    plan = make_plan(raw, clean, Config(), Options())
    shards = list(plan.shards())
    plan.close()
    run_shard(shards[0], str(warm), Config())  # imports and models are loaded by now
    start = time.perf_counter()
    for shard in shards:
        run_shard(shard, str(clean), Config())
    return time.perf_counter() - start


def seconds(raw: Path, clean: Path, options: list[str]) -> tuple[float, float]:
    """Seconds from the plan to the end of a run, and those that its command took besides."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "ingest", "run", "-q", "--fail-on", "never", *options, str(raw), str(clean)]
    environment = {**os.environ, "PREFECT_HOME": str(raw.parent / "prefect")}
    subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)
    whole = time.perf_counter() - start
    (log,) = (clean / FOLDER / "logs").glob("*.jsonl")
    times = {}
    for line in log.read_text().splitlines():
        event = json.loads(line)
        times[event["event"]] = datetime.fromisoformat(event["time"])
    work = (times["end"] - times["plan"]).total_seconds()
    return work, whole - work


if __name__ == "__main__":
    main()
