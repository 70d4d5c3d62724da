"""A served schedule over many runs, and what happens when its processes or Prefect's server are killed.

    python benchmarks/schedule.py [--interval 10] [--files 40] [--only PART]

Serves a folder with a server of its own and a short interval, and checks what each run's summary says after files were added,
changed, removed, broken and mended; a run that finds the folder locked; the serving process killed with its run at work, and
started again after several runs were missed; Prefect's server killed in the midst of a run, and between runs, and back.
Takes some ten minutes. Prints a line for each check, and exits with 1 when one does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.config import Config
from ingest.errors import UsageError
from ingest.lock import Lock, LockedError
from ingest.prefect_server import Server
from ingest.run import run_folder
from ingest.store import Catalog
from ingest.verify import verify

TEXT = "---\ntitle: Walk {0}\n---\n\nWe went up hill {0} on day {1}.  \n\nThe view was wide.\n"

COMMAND = "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 10; from ingest.cli import main; sys.exit(main())"

PATIENCE = 300
"""Seconds that anything may take on a busy machine before it counts as not happening."""


class Bench:
    """A raw folder, a clean one, and the process that serves them."""

    def __init__(self, root: Path, interval: int, files: int) -> None:
        """`interval` is in seconds."""
        self.root, self.interval, self.files = root, interval, files
        self.raw, self.clean, self.home = root / "raw", root / "clean", root / "prefect"
        self.raw.mkdir()
        self.home.mkdir()
        self.api = ""
        self.failed = 0
        self.environment = {**os.environ, "PREFECT_HOME": str(self.home), "PYTHONUNBUFFERED": "1"}
        self.environment.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", str(PATIENCE))
        self.environment.pop("PREFECT_API_URL", None)

    def say(self, what: str, *, holds: bool = True, seen: object = "") -> None:
        """One check."""
        self.failed += not holds
        print(f"{'yes' if holds else 'NO '}  {what}" + (f"  ({seen})" if seen != "" else ""), flush=True)

    def write(self, *numbers: int, day: int = 0) -> None:
        """Write files."""
        for number in numbers:
            (self.raw / f"walk-{number:04}.md").write_text(TEXT.format(number, day))

    @contextmanager
    def serving(self, api: str = "") -> Iterator[subprocess.Popen[bytes]]:
        """Serve; with `api`, on that server. Ends with SIGTERM, unless it is dead by then."""
        out = self.root / f"serve-{time.monotonic_ns()}.txt"
        environment = {**self.environment, "PREFECT_API_URL": api} if api else self.environment
        command = [sys.executable, "-c", COMMAND, "serve", str(self.raw), str(self.clean)]
        with out.open("w") as file:
            process = subprocess.Popen(
                [*command, "--interval", f"{self.interval}s", "-j", "2"],
                env=environment,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            wait(lambda: "Serving ingest/" in out.read_text(), "serving")
            self.api = api or out.read_text().partition("PREFECT_API_URL=")[2].partition(")")[0]
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(60)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)

    def runs(self) -> list[dict[str, Any]]:
        """The runs of the catalog, oldest first, with their counts."""
        try:
            with Catalog(self.clean) as catalog:
                rows = catalog.runs()
        except UsageError:
            return []
        return [{**dict(row), "counts": json.loads(row["counts"] or "{}")} for row in reversed(rows)]

    def ended(self) -> int:
        """How many runs have ended."""
        return sum(run["ended"] is not None for run in self.runs())

    def next_run(self) -> dict[str, Any]:
        """The next run that comes to its end."""
        before = self.ended()
        wait(lambda: self.ended() > before, "the next run")
        return [run for run in self.runs() if run["ended"]][before]

    def expect(self, what: str, **counts: int) -> None:
        """What the next run's summary says."""
        found = self.next_run()["counts"]
        names = ("new", "changed", "unchanged", "retired", "newly-failing", "newly-fixed", "quarantined")
        seen = {name: found[name] for name in names if found.get(name)}
        told = ", ".join(f"{number} {name}" for name, number in seen.items())
        self.say(f"{what}: the summary says so", holds=seen == counts, seen=told)

    def hold(self) -> Lock:
        """The folder's lock, as soon as it is free."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return Lock(self.clean, {"run": "by-hand"})
            except LockedError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def flow_runs(self, *states: str) -> list[dict[str, Any]]:
        """Prefect's runs in one of these states, oldest first."""
        body = {"sort": "EXPECTED_START_TIME_ASC", "flow_runs": {"state": {"name": {"any_": list(states)}}}}
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.api}/flow_runs/filter", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310 - our own server
            found: list[dict[str, Any]] = json.load(response)
        return found

    def check_folder(self, when: str) -> None:
        """Whether the folder is what a run from scratch gives, and holds its promises."""
        fresh = self.root / f"fresh-{time.monotonic_ns()}"
        run_folder(self.raw, fresh, Config(), jobs=1)
        same = tree(self.clean) == tree(fresh)
        self.say(f"{when}: the folder is that of a run from scratch", holds=same, seen=f"{len(tree(fresh))} documents")
        problems = [problem for one in verify(self.clean) for problem in one.problems]
        self.say(f"{when}: verify passes", holds=not problems, seen=problems[0] if problems else "")


def tree(clean: Path) -> dict[str, bytes]:
    """The documents with their bytes."""
    return {path.name: path.read_bytes() for path in sorted(clean.glob("*.md"))}


def wait(true: Callable[[], Any], what: str) -> None:
    """Wait until it is true."""
    until = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > until:
            raise TimeoutError(f"waited in vain for: {what}")
        time.sleep(0.1)


def over_several_runs(bench: Bench) -> None:
    """Files come, change and go between the runs."""
    files = bench.files
    bench.write(*range(files))
    with bench.serving():
        bench.expect("all files are new", new=files)
        bench.expect("nothing happened", unchanged=files)
        bench.write(0, 1, day=1)
        bench.write(files, files + 1, files + 2)
        (bench.raw / "walk-0002.md").unlink()
        bench.expect("2 changed, 3 added, 1 removed", changed=2, new=3, retired=1, unchanged=files - 3)
        (bench.raw / "walk-0003.md").write_bytes(b"")
        bench.expect("1 broken", **{"newly-failing": 1, "unchanged": files + 1, "quarantined": 1})
        bench.write(3, day=2)
        bench.expect("1 mended", **{"newly-fixed": 1, "unchanged": files + 1})
        held = bench.hold()
        wait(lambda: bench.flow_runs("LockHeld"), "a run that finds the folder locked")
        state = bench.flow_runs("LockHeld")[0]["state"]
        held.release()
        bench.say(
            "a run that finds the folder locked is completed as LockHeld",
            holds=state["type"] == "COMPLETED",
            seen=state["message"],
        )
        bench.expect("the next one finds it free", unchanged=files + 2)


def killed_while_serving(bench: Bench) -> None:
    """A kill -9 of everything with a run at work, some missed runs, and a new start."""
    with bench.serving() as process:
        runs, began = len(bench.runs()), time.monotonic()
        wait(lambda: len(bench.runs()) > runs, "a run")
        usual = time.monotonic() - began + bench.interval
        bench.next_run()
        before = len(tree(bench.clean))
        bench.write(*range(1000, 1800))
        wait(lambda: len(tree(bench.clean)) > before + 20, "a run at work")
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    done = len(tree(bench.clean)) - before
    bench.say(
        "killed with a run at work",
        holds=bench.runs()[-1]["state"] == "Running",
        seen=f"{done} of 800 documents were written",
    )
    time.sleep(3.5 * bench.interval)
    runs = len(bench.runs())
    with bench.serving():
        began = time.monotonic()
        wait(lambda: len(bench.runs()) > runs, "a run after the kill")
        late = time.monotonic() - began
        bench.say(
            "the next run starts on time",
            holds=late < 2 * usual,
            seen=f"{late:.0f} s after serving began, {usual:.0f} s at first",
        )
        run = bench.next_run()
        dead, crashed = bench.runs()[runs - 1], bench.flow_runs("Crashed")
        bench.say("the dead run is marked in the catalog", holds=dead["state"] == "Crashed")
        bench.say(
            "the dead run is marked in Prefect",
            holds=len(crashed) == 1,
            seen=[one["state"]["message"] for one in crashed],
        )
        superseded = bench.flow_runs("Superseded")
        bench.say(
            "the missed runs collapsed into one", holds=len(superseded) >= 2, seen=f"{len(superseded)} superseded"
        )
        bench.say(
            "it completed what was left", holds=run["counts"].get("new", 0) > 0, seen=f"{run['counts'].get('new')} new"
        )
        bench.check_folder("after the kill")


def server_lost(bench: Bench) -> None:
    """Prefect's server goes in the midst of a run, comes back, goes between runs, comes back."""
    settings = {"PREFECT_HOME": str(bench.home)}
    server = Server(ui=True, environment=settings)
    with server, bench.serving(server.api) as process:
        bench.next_run()
        before = len(tree(bench.clean))
        bench.write(*range(2000, 2800))
        wait(lambda: len(tree(bench.clean)) > before + 20, "a run at work")
        kill_server(server)
        bench.say("Prefect's server is killed in the midst of a run")
        wait(lambda: len(tree(bench.clean)) == before + 800, "the rest of the documents")
        wait(lambda: bench.runs()[-1]["ended"], "the end of the run")
        bench.say(
            "the run goes on to its end", holds=bench.runs()[-1]["state"] == "Completed", seen=bench.runs()[-1]["state"]
        )
        bench.check_folder("without a server")
        time.sleep(2 * bench.interval)
        bench.say("the serving process waits", holds=process.poll() is None)
        runs = len(bench.runs())
        with same_port(server):
            wait(lambda: len(bench.runs()) > runs, "a run after the server is back")
            bench.next_run()
            bench.say("the schedule goes on when the server is back")
            states = {
                name: len(bench.flow_runs(name))
                for name in ("Running", "Crashed", "Failed", "Completed", "NothingToDo", "Superseded")
            }
            bench.say("what Prefect shows", seen=states)
            told = bench.flow_runs("Completed")
            bench.say(
                "Prefect knows how that run ended", holds=len(told) == 1, seen=[one["state"]["message"] for one in told]
            )
            wait(lambda: bench.runs()[-1]["ended"], "the end of a run")
        bench.say("the server is stopped between runs")
        time.sleep(2 * bench.interval)
        runs = len(bench.runs())
        bench.write(3000)
        with same_port(server):
            wait((bench.clean / "walk-3000.md").exists, "a run after the server is back")
            bench.say("and the schedule goes on when it is back", holds=process.poll() is None)


def kill_server(server: Server) -> None:
    """Kill it as a power cut would."""
    process = server._process  # noqa: SLF001 - there is no public way to kill it
    if process is not None:
        process.kill()
        process.wait()


@contextmanager
def same_port(server: Server) -> Iterator[None]:
    """A server where that one was."""
    again = Server(ui=True, environment=server._environment)  # noqa: SLF001 - the same settings
    again.port, again.url, again.api = server.port, server.url, server.api
    again._environment = server._environment  # noqa: SLF001 - the same settings
    with again:
        yield


def together(bench: Bench) -> None:
    """Two commands at once."""
    bench.write(*range(4000, 4400))
    command = [sys.executable, "-c", COMMAND, "run", "--direct", "-q", str(bench.raw), str(bench.clean)]
    both = [subprocess.Popen(command, env=bench.environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[1] for one in both]
    codes = sorted(one.returncode for one in both)
    told = any("another run is at work" in text for text in said)
    bench.say("of two runs started together one works, the other is told", holds=codes == [0, 2] and told, seen=codes)
    bench.check_folder("after two runs at once")


PARTS = {"runs": over_several_runs, "killed": killed_while_serving, "server": server_lost, "together": together}


def main() -> int:
    """Run all, and give 1 when something does not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--interval", type=int, default=10)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--only", choices=tuple(PARTS), action="append", help="this part (may be given more than once)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), arguments.interval, arguments.files)
        for name in arguments.only or PARTS:
            part = PARTS[name]
            print(f"-- {part.__doc__}", flush=True)
            try:
                part(bench)
            except TimeoutError as error:
                bench.say(str(error), holds=False)
    print(f"{bench.failed} checks do not hold")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
