"""`ingest serve`: what it accepts, and (slow) a served schedule over several runs."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ingest.commands.serve import interval
from ingest.errors import UsageError
from ingest.store import Catalog

TEXT = "---\ntitle: A walk\n---\n\nWe went up the hill.  \n\nThe view was wide.\n"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("90s", timedelta(seconds=90)),
        ("15m", timedelta(minutes=15)),
        ("2h", timedelta(hours=2)),
        ("1d", timedelta(days=1)),
    ],
)
def test_time_spans_are_read(text: str, span: timedelta) -> None:
    assert interval(text) == span


@pytest.mark.parametrize("text", ["", "15", "0m", "-5m", "1.5h", "15 minutes", "m"])
def test_other_time_spans_are_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="no time span"):
        interval(text)


def serve(raw: Path, clean: Path, home: Path, *when: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PREFECT_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    environment.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "300")
    environment.pop("PREFECT_API_URL", None)
    code = "import sys; from ingest.cli import main; sys.exit(main())"
    with (home / "out.txt").open("w") as out:
        return subprocess.Popen(
            [sys.executable, "-c", code, "serve", str(raw), str(clean), *when],
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
        )


def wait_until(true: Callable[[], bool], out: Path, seconds: float = 400) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, out.read_text()
        time.sleep(0.2)


def runs(clean: Path) -> list[str]:
    try:
        with Catalog(clean) as catalog:
            return [row["state"] for row in catalog.runs()]
    except UsageError:
        return []


@pytest.mark.slow
def test_a_served_schedule_follows_the_folder_and_ends_when_told(tmp_path: Path) -> None:
    raw, clean, home = (tmp_path / name for name in ("raw", "clean", "home"))
    raw.mkdir()
    home.mkdir()
    (raw / "one.md").write_text(TEXT)
    (raw / "two.md").write_text(TEXT)
    out = home / "out.txt"
    process = serve(raw, clean, home, "--interval", "5s")
    try:
        wait_until((clean / "two.md").is_file, out)
        (raw / "three.md").write_text(TEXT)
        (raw / "one.md").write_text(TEXT.replace("hill", "dune"))
        (raw / "two.md").unlink()
        wait_until(lambda: (clean / "three.md").is_file() and not (clean / "two.md").exists(), out)
        assert "dune" in (clean / "one.md").read_text()
        wait_until(lambda: "NothingToDo" in runs(clean), out)
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    finally:
        process.kill()
        process.wait()
    assert set(runs(clean)) <= {"Completed", "NothingToDo", "Interrupted"}
    assert "Prefect server: http://127.0.0.1:" in out.read_text()


@pytest.mark.slow
@pytest.mark.parametrize("part", ["runs", "killed", "server", "together"])
def test_a_schedule_keeps_its_promises(part: str, tmp_path: Path) -> None:
    """The parts of benchmarks/schedule.py, whose lines say what was seen."""
    script = Path(__file__).parent.parent / "benchmarks" / "schedule.py"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [sys.executable, str(script), "--only", part]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=1800, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
