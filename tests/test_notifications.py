"""The automation that docs/schedules.md shows, run as it stands there: what it sends for runs that need a person."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ingest.cli import main
from ingest.prefect_server import Server

TEXT = "---\ntitle: A walk\n---\n\nWe went up the hill.\n"

HOOK = "http://127.0.0.1:9000/hook"


def example() -> str:
    """The Python of the page on schedules."""
    page = Path(__file__).parent.parent / "docs" / "schedules.md"
    return page.read_text().partition("```python\n")[2].partition("```")[0]


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A local address that takes messages, and the messages."""
    messages: list[str] = []

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", messages
    finally:
        server.shutdown()
        server.server_close()


def wait_for(beginning: str, messages: list[str]) -> str:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        for one in messages:
            if one.startswith(beginning):
                return one
        time.sleep(0.2)
    raise AssertionError(f"no message began with {beginning!r}: {messages}")


@pytest.mark.slow
def test_the_automation_of_the_docs_tells_of_failed_suspicious_and_crashed_runs(tmp_path: Path) -> None:
    raw, clean, home = tmp_path / "raw", tmp_path / "clean", tmp_path / "home"
    for folder in (raw, home):
        folder.mkdir()
    for number in range(24):
        (raw / f"walk-{number:02}.md").write_text(TEXT)
    environment = {**os.environ, "PREFECT_HOME": str(home)}
    environment.pop("PREFECT_API_URL", None)

    def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)

    with listening() as (url, messages), Server(ui=True, environment={"PREFECT_HOME": str(home)}) as server:
        environment["PREFECT_API_URL"] = server.api
        assert HOOK in example()
        done = python(example().replace(HOOK, url))
        assert done.returncode == 0, done.stderr

        run = "import sys; from ingest.cli import main; sys.exit(main(sys.argv[1:]))"
        done = python(run, "run", str(raw), str(clean))
        assert done.returncode == 0, done.stderr
        for path in sorted(raw.iterdir())[:12]:
            path.unlink()
        assert python(run, "run", str(raw), str(clean)).returncode == 1
        assert "12 of 24 raw files that were there are gone" in wait_for("ingest: Suspicious", messages)

        fail = "import sys, ingest_flow; ingest_flow.ingest_folder(*sys.argv[1:], return_state=True)"
        python(fail, str(tmp_path / "none"), str(clean))
        assert "no such folder" in wait_for("ingest: Failed", messages)

        die = (
            "import os, signal, sys, ingest_flow, ingest.session\n"
            "ingest.session.Session.check = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
            "ingest_flow.ingest_folder(*sys.argv[1:], accept=True)"
        )
        assert python(die, str(raw), str(clean)).returncode < 0
        assert python(run, "run", "--accept", str(raw), str(clean)).returncode == 0
        assert "was gone when the next run began" in wait_for("ingest: Crashed", messages)
    assert len(messages) == 3
    assert main(["verify", str(clean)]) == 0
