"""A Prefect server of our own, where none is configured: it ends with the process that started it, however that one ends.

Prefect's own temporary server shares the terminal's process group, so that Ctrl-C ends it before the run can report its
state, and it stays behind after a kill -9.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from ingest.errors import IngestError

HOST = "127.0.0.1"

UI_PORT = 4200
"""The port that Prefect's documentation names; another one is taken when it is in use."""

STARTUP_SECONDS = float(os.environ.get("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "") or 120)
"""How long a start may take: about 9 s on an idle machine, more than 100 s on a very busy one. Prefect's own setting for its
temporary servers holds here too."""


class ServerError(IngestError):
    """The server did not start."""


class Server:
    """A server in a process of its own, with the database of PREFECT_HOME. Use it in a `with` block."""

    def __init__(self, *, ui: bool = False, environment: Mapping[str, str] | None = None) -> None:
        """With `ui`, it also serves the pages and schedules runs."""
        self.ui = ui
        self.port = free_port(UI_PORT if ui else 0)
        self.url = f"http://{HOST}:{self.port}"
        self.api = f"{self.url}/api"
        self._environment = {**(environment or {}), **self._settings()}
        self._process: subprocess.Popen[bytes] | None = None

    def _settings(self) -> dict[str, str]:
        settings = {
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_UI_ENABLED": "true" if self.ui else "false",
            "PREFECT_SERVER_UI_API_URL": self.api,
            "PREFECT_API_URL": self.api,
            "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
            "DO_NOT_TRACK": "1",
            "PREFECT__SERVER_FINAL": "1",
        }
        return settings if self.ui else {**settings, "PREFECT__SERVER_EPHEMERAL": "1"}

    def __enter__(self) -> Self:
        """Start it and wait until it answers. Raises ServerError."""
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "ingest.prefect_server", str(self.port)],
            env={**os.environ, **self._environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self._wait(self._process)
        except BaseException:
            self.stop()
            raise
        return self

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + STARTUP_SECONDS
        while not answers(self.api):
            if process.poll() is not None:
                raise ServerError(f"Prefect's server ended while it started (exit code {process.returncode})")
            if time.monotonic() > until:
                raise ServerError(f"Prefect's server did not start within {STARTUP_SECONDS:.0f} s")
            time.sleep(0.1)

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Stop it."""
        self.stop()

    def stop(self) -> None:
        """End it; it has some seconds to write what it holds."""
        if self._process is None:
            return
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


def answers(api: str, timeout: float = 5.0) -> bool:
    """Whether a server answers at that address of an API."""
    return bool(_answered_from(api, timeout))


def speaks_plain_http(api: str, timeout: float = 5.0) -> bool:
    """Whether a server answers at that address, and neither there nor where it sends clients with TLS."""
    return _answered_from(api, timeout).startswith("http:")


def _answered_from(api: str, timeout: float) -> str:
    """The address that answered in the end; none where nothing does."""
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=timeout) as response:  # noqa: S310 - the address is configured
            return str(response.url) if response.status == 200 else ""  # noqa: PLR2004 - OK
    except (OSError, urllib.error.URLError, ValueError):
        return ""


def first_authority() -> str:
    """A certificate in PEM form: the first of those that Prefect's clients trust."""
    import certifi

    end = "-----END CERTIFICATE-----\n"
    before, _, _ = certifi.contents().partition(end)
    return f"{before}{end}"


def free_port(wanted: int = 0) -> int:
    """The wanted port, or any free one when it is in use or 0."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError:
            probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _end_with_parent() -> None:
    # The pipe gives an end of file when the process that holds its other end is gone.
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    """Serve until the process that started us is gone."""
    import uvicorn

    threading.Thread(target=_end_with_parent, daemon=True).start()
    uvicorn.run(
        "prefect.server.api.server:create_app",
        factory=True,
        host=HOST,
        port=int(sys.argv[1]),
        log_level="error",
        lifespan="on",
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
