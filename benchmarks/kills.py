"""Kill runs at random moments while they are at work, and see whether the next one completes the folder to the same bytes.

    python benchmarks/kills.py [--kills 50] [--files 300] [--seed 1]

Before each kill some files are added, changed and removed, and every third time a rule is switched on or off, so that there
is always something to do. A kill is a SIGKILL of the run's process, of its whole process group, or of one worker, at a
moment drawn from the time that a warm run is at work (from its log's first line to its last); or of the process by itself
at a step drawn from those of entering results: within a transaction, around it, while documents are retired or stamped, at
the end of the run. A kill that comes too late is tried again. After each, one run goes to its end (every fifth time two are
started together); its documents must be those of a run from scratch, and `verify` must pass.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from ingest.config import Config
from ingest.run import run_folder
from ingest.verify import verify

TEXT = "---\ntitle: Walk {0}\n---\n\nWe went up hill {0} on day {1}.  \n\n[![x](a.png)](b)\n\nThe view was wide.\n"

RULE = "TXT002"
"""The rule that is switched off and on: it has edits in half of the documents."""

START = """
import os, signal, sys
import ingest.files, ingest.plan, ingest.session, ingest.stamp, ingest.store
ingest.plan.SHARD_ITEMS = 10
ingest.stamp.AT_A_TIME = 20
left = int(sys.argv.pop(1))
main_process = os.getpid()

def deadly(owner, name, after):
    function = getattr(owner, name)
    def step(*arguments, **options):
        global left
        result = function(*arguments, **options) if after else None
        if os.getpid() == main_process:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return result if after else function(*arguments, **options)
    setattr(owner, name, step)

if left:
    for owner, name in (
        (ingest.store.Catalog, "_enter"), (ingest.store.Catalog, "commit"), (ingest.store.Catalog, "retire"),
        (ingest.store.Catalog, "end_run"), (ingest.files.Files, "retire"), (ingest.files.Files, "sync"),
        (ingest.stamp, "_stamp"), (ingest.stamp, "_enter"), (ingest.session.Session, "_report"),
    ):
        deadly(owner, name, after=False)
        deadly(owner, name, after=True)
from ingest.cli import main
sys.exit(main())
"""
"""Starts a run with small shards; the first argument is the step at which it kills itself (0: never)."""


def main() -> int:
    """Run, and give 0 when every folder was completed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - moments, not secrets
    done: Counter[str] = Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        raw, clean = Path(folder, "raw"), Path(folder, "clean")
        raw.mkdir()
        change(raw, arguments.files, chance, 0)
        start(raw, clean, "").wait()
        change(raw, arguments.files, chance, 1)
        start(raw, clean, "").wait()
        length = worked(clean)
        day = 1
        while done.total() < arguments.kills:
            day += 1
            change(raw, arguments.files, chance, day)
            ignored = RULE if day % 6 < 3 else ""
            kind = ("process", "group", "worker", "step")[done.total() % 4]
            if not kill(kind, raw, clean, ignored, length, chance):
                continue
            done[kind] += 1
            trouble = complete(raw, clean, Path(folder, f"fresh-{day}"), ignored, 2 if done.total() % 5 == 0 else 1)
            wrong += bool(trouble)
            print(f"{done.total()}: {kind} {trouble or 'completed'}", flush=True)
    kinds = ", ".join(
        f"{number} of the {kind}" if kind != "step" else f"{number} at a step" for kind, number in done.items()
    )
    print(f"{done.total()} kills of runs at work ({kinds}; {length:.1f} s each); {wrong} folders not completed")
    return 1 if wrong else 0


def change(raw: Path, files: int, chance: random.Random, day: int) -> None:
    """Write all files on day 0, later add, change and remove some of them."""
    for number in range(files):
        path = raw / f"walk-{number:04}.md"
        act = "write" if day == 0 else chance.choice(["leave", "leave", "leave", "write", "write", "remove"])
        if act == "write":
            text = TEXT.format(number, day)
            path.write_text(text if number % 2 else text.replace(".  \n", ".\n"))
        elif act == "remove":
            path.unlink(missing_ok=True)


def start(raw: Path, clean: Path, ignored: str, step: int = 0) -> subprocess.Popen[bytes]:
    """Start a run with two workers, in a process group of its own."""
    options = ["--ignore", ignored] if ignored else []
    command = [sys.executable, "-c", START, str(step), "run", "--direct", "--accept", "-q", "-j", "2", *options]
    return subprocess.Popen([*command, str(raw), str(clean)], stderr=subprocess.DEVNULL, start_new_session=True)


def logs(clean: Path) -> list[Path]:
    """The logs of the runs, oldest first."""
    return sorted((clean / ".ingest" / "logs").glob("*.jsonl"))


def worked(clean: Path) -> float:
    """Seconds between the first and the last line of the last log."""
    from datetime import datetime

    times = [datetime.fromisoformat(json.loads(line)["time"]) for line in logs(clean)[-1].read_text().splitlines()]
    return (times[-1] - times[0]).total_seconds()


def kill(kind: str, raw: Path, clean: Path, ignored: str, length: float, chance: random.Random) -> bool:
    """Start a run and kill it, or a part of it. Returns False when it had come to its end before."""
    before = len(logs(clean))
    process = start(raw, clean, ignored, chance.randint(1, 400) if kind == "step" else 0)
    if kind == "step":
        return process.wait() == -signal.SIGKILL
    while process.poll() is None and len(logs(clean)) == before:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, length))
    hit = process.poll() is None
    if hit and kind == "process":
        process.kill()
    elif hit and kind == "group":
        os.killpg(process.pid, signal.SIGKILL)
    elif hit:
        hit = kill_worker(process.pid, chance)
    code = process.wait()
    return hit and (kind == "worker" or code == -signal.SIGKILL)


def kill_worker(parent: int, chance: random.Random) -> bool:
    """Kill one of the processes that a run started, if there is one."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError, ValueError):
            if int(path.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(path.parent.name))
    if not found:
        return False
    with suppress(ProcessLookupError):
        os.kill(chance.choice(sorted(found)), signal.SIGKILL)
        return True
    return False


def complete(raw: Path, clean: Path, fresh: Path, ignored: str, together: int) -> str:
    """Run to the end, and say what is wrong then."""
    codes = sorted(one.wait() for one in [start(raw, clean, ignored) for _ in range(together)])
    # Of two runs that are started together one may be told that the other is at work.
    if codes[0] != 0:
        return f"the next run failed (exit codes {codes})"
    run_folder(raw, fresh, Config(ignore=(ignored,) if ignored else ()), jobs=1)
    if tree(clean) != tree(fresh):
        return "the next run left another tree"
    problems = [problem for one in verify(clean) for problem in one.problems]
    return f"verify: {problems[0]}" if problems else ""


def tree(clean: Path) -> dict[str, bytes]:
    """The documents with their bytes."""
    return {path.name: path.read_bytes() for path in sorted(clean.glob("*.md"))}


if __name__ == "__main__":
    sys.exit(main())
