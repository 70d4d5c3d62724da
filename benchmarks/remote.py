"""Folders on an S3 server of this machine: speed, requests, changes, kills, two runs at once, another machine.

    python benchmarks/remote.py [--documents 300] [--kills 5] [--latency 0.02] [--jobs 2] [--seed 1]

Needs `ingest[s3]`, and moto with flask for the server. `--latency` is what the server waits before each answer, in seconds:
a store in the same region takes some 20 ms. All runs are processes of their own (`ingest run --direct`). After each step the
documents are compared with those of a run over the same files on the disk. Another machine is another state folder.
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
from collections import Counter
from pathlib import Path

from make_folder import make

from ingest.places import Url, each

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from s3_server import BUCKET, Server, s3_server

SHORT = (
    "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 10; import ingest.remote.lock; ingest.remote.lock.DEAD_SECONDS = 5.0;"
    " ingest.remote.lock.BEAT_SECONDS = 1.0; from ingest.cli import main; sys.exit(main())"
)
"""The command with small shards, and with locks that are dead after 5 seconds instead of 150."""

RAW, CLEAN = Url(f"s3://{BUCKET}/raw"), Url(f"s3://{BUCKET}/clean")


class Trial:
    """A raw folder on the disk and its copy in the store."""

    def __init__(self, folder: Path, server: Server, jobs: int, seed: int) -> None:
        """Nothing is in either yet."""
        self.folder, self.server, self.jobs = folder, server, jobs
        self.raw = folder / "raw"
        self.chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        self.wrong = 0

    def start(
        self, raw: Path | Url, clean: Path | Url, machine: str = "one", *, short: bool = False
    ) -> subprocess.Popen[bytes]:
        """Start a run, as on a machine of that name."""
        command = ["-c", SHORT] if short else ["-m", "ingest"]
        run = ["run", "--direct", "-q", "-j", str(self.jobs), "--accept", "--fail-on", "never", str(raw), str(clean)]
        environment = {**os.environ, "INGEST_STATE": str(self.folder / machine)}
        return subprocess.Popen([sys.executable, *command, *run], env=environment)

    def timed(self, raw: Path | Url, clean: Path | Url) -> float:
        """The seconds of a run."""
        began = time.monotonic()
        if self.start(raw, clean).wait():
            raise SystemExit("a run failed")
        return time.monotonic() - began

    def upload(self, names: list[str]) -> None:
        """Bring files of the disk into the store."""
        each(lambda name: (RAW / name).write_bytes((self.raw / name).read_bytes()), names, RAW)

    def change(self, number: int) -> None:
        """Change some files, remove some, add some, here and there."""
        names = self.chance.sample(sorted(names_of(self.raw)), 12)
        for name in names[:8]:
            path = self.raw / name
            path.write_bytes(path.read_bytes() + f"\n\nA line of round {number}.\n".encode())
        for name in names[8:]:
            (self.raw / name).unlink()
            (RAW / name).unlink()
        for one in range(4):
            (self.raw / f"added-{number}-{one}.md").write_text(f"A text of round {number}, which is number {one}.\n")
        self.upload([*names[:8], *(f"added-{number}-{one}.md" for one in range(4))])

    def compare(self, what: str) -> None:
        """Whether the store holds what a run on the disk gives."""
        fresh = Path(tempfile.mkdtemp(dir=self.folder))
        self.timed(self.raw, fresh)
        here = {name: (fresh / name).read_bytes() for name in names_of(fresh)}
        names = sorted(names_in(CLEAN))
        there = dict(zip(names, each(lambda name: (CLEAN / name).read_bytes(), names, CLEAN), strict=True))
        same = here == there
        self.wrong += not same
        print(
            f"{what}: {'the same documents as on the disk' if same else 'OTHER DOCUMENTS'} ({len(there)})", flush=True
        )

    def told(self) -> str:
        """How many requests there were since the last question, by method."""
        asked = Counter(method for method, _ in self.server.requests())
        return ", ".join(f"{number} {method}" for method, number in sorted(asked.items())) or "none"


def names_of(folder: Path) -> list[str]:
    """The documents below a folder."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [path.as_posix() for path in paths if path.parts[0] != ".ingest"]


def names_in(folder: Url, below: str = "") -> list[str]:
    """The same in the store."""
    names = []
    for one in (folder / below.rstrip("/") if below else folder).listed():
        if one.kind == "directory" and one.name != ".ingest":
            names += names_in(folder, f"{below}{one.name}/")
        elif one.kind == "file":
            names.append(below + one.name)
    return names


def speed(trial: Trial, documents: int) -> None:
    """First and second runs on the disk and in the store."""
    here = trial.timed(trial.raw, trial.folder / "local")
    trial.server.requests()
    there = trial.timed(RAW, CLEAN)
    print(f"first run on the disk: {here:.1f} s; in the store: {there:.1f} s; requests: {trial.told()}")
    trial.compare("first run")
    trial.server.requests()
    there = trial.timed(RAW, CLEAN)
    asked = trial.server.requests()
    puts = sum(method == "PUT" for method, _ in asked)
    trial.wrong += bool(puts)
    print(
        f"second run: {there:.1f} s, {documents} documents, {len(asked)} requests, {puts} of them PUT (locks left out)"
    )


def changes(trial: Trial) -> None:
    """One changed, one gone."""
    first, second = sorted(names_of(trial.raw))[:2]
    (trial.raw / first).write_bytes((trial.raw / first).read_bytes() + b"\n\nOne line more.\n")
    trial.upload([first])
    (trial.raw / second).unlink()
    (RAW / second).unlink()
    trial.server.requests()
    trial.timed(RAW, CLEAN)
    asked = [(method, key) for method, key in trial.server.requests() if key.startswith("clean/")]
    documents = [f"{method} {key}" for method, key in asked if method in {"PUT", "DELETE"} and "/.ingest/" not in key]
    print(f"one changed and one gone: {', '.join(documents)}")
    trial.compare("after that")


def kills(trial: Trial, number: int) -> None:
    """Kill runs at random moments; every second time another machine completes the folder."""
    midway = 0
    for turn in range(1, number + 1):
        trial.change(turn)
        process = trial.start(RAW, CLEAN, short=True)
        time.sleep(trial.chance.uniform(1.0, 8.0))
        at_work = process.poll() is None
        midway += at_work
        process.send_signal(signal.SIGKILL)
        process.wait()
        if turn % 2 == 0:
            time.sleep(6)
        code = trial.start(RAW, CLEAN, "one" if turn % 2 else "two", short=True).wait()
        trial.wrong += code != 0
        by = "the same machine at once" if turn % 2 else "another one after the lock's time"
        trial.compare(f"kill {turn} ({'at work' if at_work else 'after its end'}), completed by {by}, exit code {code}")
    print(f"{number} kills, {midway} of them with the run at work")


def together(trial: Trial) -> None:
    """Two machines at once."""
    trial.change(1000)
    both = [trial.start(RAW, CLEAN, "one", short=True), trial.start(RAW, CLEAN, "two", short=True)]
    codes = sorted(one.wait() for one in both)
    trial.wrong += codes[0] != 0
    trial.compare(f"two machines at once, exit codes {codes}")


def main() -> int:
    """Run, and give 0 when everything was as on the disk."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--latency", type=float, default=0.02)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, s3_server(arguments.latency) as server:
        os.environ.update(server.environment)
        trial = Trial(Path(folder), server, arguments.jobs, arguments.seed)
        make(trial.raw, arguments.documents, arguments.seed)
        trial.upload(names_of(trial.raw))
        speed(trial, arguments.documents)
        changes(trial)
        kills(trial, arguments.kills)
        together(trial)
        environment = {**os.environ, "INGEST_STATE": str(trial.folder / "three")}
        proof = subprocess.run([sys.executable, "-m", "ingest", "verify", str(CLEAN)], env=environment, check=False)
        trial.wrong += proof.returncode != 0
    print(f"{trial.wrong} steps went wrong")
    return 1 if trial.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
