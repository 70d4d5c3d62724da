"""Shards on Dask and Ray clusters: the same bytes as here, whatever happens to workers, scheduler or the run itself.

`make test-cluster` installs both extras and runs all of this file.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from certifi import where
from prefect.settings import PREFECT_API_SSL_CERT_FILE, PREFECT_API_URL, temporary_settings

from ingest.cli import main
from ingest.clusters import DeadlyShardError, rescued, run_packed
from ingest.config import Config
from ingest.errors import UsageError
from ingest.plan import Options, make_plan
from ingest.prefect_server import free_port
from ingest.run import run_folder
from ingest.store import Catalog
from ingest.work import ShardResult
from ingest.workers import DEADLY, Workers
from ingest_flow import light_clients

TEXT = "---\ntitle: Walk {0}\n---\n\nWe went up hill {0}.  \n\n[![x](a.png)](b)\n\nThe view was wide.\n"

SMALL_SHARDS = "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 10; from ingest.cli import main; sys.exit(main())"

WAIT_SECONDS = 300

DASHBOARD_PORT = 8787
"""Where Dask's scheduler listens for HTTP if nothing is said."""

DASK, RAY = (
    pytest.mark.skipif(
        importlib.util.find_spec(f"prefect_{name}") is None,
        reason=f"prefect-{name} (extra ingest[{name}]) is not installed: `make test-cluster` installs it",
    )
    for name in ("dask", "ray")
)
BOTH = [pytest.param("dask", marks=DASK), pytest.param("ray", marks=RAY)]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(400):
        (folder / f"walk-{number:03}.md").write_text(TEXT.format(number))
    (folder / "empty.md").write_bytes(b"")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}


def undisturbed(raw: Path, clean: Path) -> dict[str, bytes]:
    run_folder(raw, clean, Config(), jobs=1)
    return tree(clean)


def environment(home: Path) -> dict[str, str]:
    ours = {**os.environ, "PREFECT_HOME": str(home / "prefect"), "RAY_AUTH_MODE": "disabled"}
    for name in ("PREFECT_API_URL", "RAY_ADDRESS"):
        ours.pop(name, None)
    return ours


@contextmanager
def started(home: Path, *command: str, **changed: str) -> Iterator[subprocess.Popen[str]]:
    """A process of ours in a group of its own, all of which ends with the block."""
    process = subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**environment(home), **changed},
        cwd=home,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def run_on(name: str, raw: Path, clean: Path, *options: str) -> tuple[str, ...]:
    return ("-c", SMALL_SHARDS, "run", "--runner", name, *options, str(raw), str(clean))


def wait_until(ready: Callable[[], object], process: subprocess.Popen[str]) -> None:
    for _ in range(WAIT_SECONDS * 20):
        if ready() or process.poll() is not None:
            break
        time.sleep(0.05)
    assert process.poll() is None, process.communicate()[0]


def at_work(clean: Path) -> Callable[[], bool]:
    return lambda: len(list(clean.glob("*.md"))) > 20


@dataclass(frozen=True)
class There:
    """A cluster of two workers that was there before the run."""

    address: str
    head: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]]


def line_with(pattern: str, process: subprocess.Popen[str]) -> str:
    """What the first group of the pattern is in the first line of a process's output that has it."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError("".join(said))


@contextmanager
def dask_cluster(home: Path, **changed: str) -> Iterator[There]:
    with ExitStack() as stack:
        scheduler = ("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        head = stack.enter_context(started(home, *scheduler))
        address = line_with(r"Scheduler at: +(tcp://\S+)", head)
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(home / "dask"))
        worker = ("-m", "distributed.cli.dask_worker", address, *options)
        yield There(address, head, [stack.enter_context(started(home, *worker, **changed)) for _ in range(2)])


@contextmanager
def ray_cluster(home: Path, **changed: str) -> Iterator[There]:
    ray = ("-c", "from ray.scripts.scripts import main; main()", "start", "--block", "--num-cpus=1")
    port, client = free_port(), free_port()
    options = ("--include-dashboard=false", "--disable-usage-stats", f"--ray-client-server-port={client}")
    with ExitStack() as stack:
        head = stack.enter_context(started(home, *ray, "--head", f"--port={port}", *options, **changed))
        line_with("(Ray runtime started)", head)
        node = stack.enter_context(started(home, *ray, f"--address=127.0.0.1:{port}", **changed))
        line_with("(Ray runtime started)", node)
        yield There(f"127.0.0.1:{port}", head, [node])


def run_there(name: str, there: There, raw: Path, clean: Path) -> AbstractContextManager[subprocess.Popen[str]]:
    return started(raw.parent, *run_on(name, raw, clean, "--address", there.address))


CLUSTERS = {"dask": dask_cluster, "ray": ray_cluster}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_a_local_cluster_of_two_workers_gives_the_same_bytes(name: str, raw: Path, tmp_path: Path) -> None:
    with socket.socket() as other, started(tmp_path, *run_on(name, raw, tmp_path / "clean")) as process:
        with suppress(OSError):
            other.bind(("127.0.0.1", DASHBOARD_PORT))
            other.listen()
        said, _ = process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == 1, said  # the empty file is in quarantine
    assert "already in use" not in said
    assert tree(tmp_path / "clean") == undisturbed(raw, tmp_path / "here")


@pytest.mark.parametrize("name", [BOTH[0], pytest.param("ray", marks=[RAY, pytest.mark.slow])])
def test_a_killed_worker_of_two_costs_a_retry_of_its_shards(name: str, raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    with CLUSTERS[name](tmp_path) as there, run_there(name, there, raw, clean) as process:
        wait_until(at_work(clean), process)
        os.killpg(there.workers[0].pid, signal.SIGKILL)
        said, _ = process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == 1, said  # the empty file is in quarantine
    assert tree(clean) == undisturbed(raw, tmp_path / "here")


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_a_document_that_kills_every_worker_goes_to_quarantine(name: str, raw: Path, tmp_path: Path) -> None:
    patch = tmp_path / "patch"
    patch.mkdir()
    (patch / "sitecustomize.py").write_text(DEADLY_PATCH)
    (raw / "walk-201.md").write_text("DEADLY\n")
    clean = tmp_path / "clean"
    path = os.pathsep.join([str(patch), *filter(None, [os.environ.get("PYTHONPATH")])])
    with started(tmp_path, *run_on(name, raw, clean), PYTHONPATH=path) as process:
        said, _ = process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == 1, said
    with Catalog(clean) as catalog:
        bad = {row["source"]: row["reason"] for row in catalog.documents("status = 'quarantined'")}
    assert bad["walk-201.md"] == DEADLY
    assert sorted(bad) == ["empty.md", "walk-201.md"]
    assert len(tree(clean)) == 399


DEADLY_PATCH = """
import os, ingest.pipeline
begin = ingest.pipeline.begin
def deadly(source, *rest):
    if source.data.startswith(b"DEADLY"):
        os.kill(os.getpid(), 9)
    return begin(source, *rest)
ingest.pipeline.begin = deadly
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("name", BOTH)
def test_a_run_that_is_stopped_says_so_and_the_next_completes(
    name: str, number: signal.Signals, raw: Path, tmp_path: Path
) -> None:
    clean = tmp_path / "clean"
    with started(tmp_path, *run_on(name, raw, clean)) as process:
        wait_until(at_work(clean), process)
        os.killpg(process.pid, number)  # as a terminal sends Ctrl-C: to the local cluster as well
        said, _ = process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == 128 + number, said
    assert f"stopped by {number.name}; what was done stays done" in said
    assert "Traceback" not in said
    with Catalog(clean) as catalog:
        assert [run["state"] for run in catalog.runs()] == ["Interrupted"]
    run_folder(raw, clean, Config(), jobs=1)
    assert tree(clean) == undisturbed(raw, tmp_path / "here")


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_a_cluster_that_is_lost_ends_the_run_and_the_next_completes(name: str, raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    with CLUSTERS[name](tmp_path) as there, run_there(name, there, raw, clean) as process:
        wait_until(at_work(clean), process)
        os.killpg(there.head.pid, signal.SIGKILL)
        said, _ = process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == 2, said
    assert "the cluster was lost" in said
    with Catalog(clean) as catalog:
        assert [run["state"] for run in catalog.runs()] == ["Failed"]
    run_folder(raw, clean, Config(), jobs=1)
    assert tree(clean) == undisturbed(raw, tmp_path / "here")


@pytest.mark.parametrize("name", ["dask", "ray"])
def test_without_the_extra_the_message_says_how_to_install_it(
    name: str, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda one: None if one == f"prefect_{name}" else found(one))
    assert main(["run", "--runner", name, str(raw), str(tmp_path / "clean")]) == 2
    assert f"ingest[{name}]" in capsys.readouterr().err
    assert not (tmp_path / "clean").exists()


@pytest.mark.parametrize(
    ("name", "address", "says"),
    [
        ("dask", "tcp://127.0.0.1:{port}", "nothing answers there"),
        ("ray", "ray://127.0.0.1:{port}", "nothing answers there"),
        ("ray", "127.0.0.1:{port}", "nothing answers there"),
        ("dask", "tcp://scheduler", "no host and port"),
        ("ray", "auto", "no host and port"),
        ("dask", "tcp://127.0.0.1:port", "not an address"),
    ],
)
def test_an_address_where_nothing_answers_is_told_before_anything_starts(
    name: str,
    address: str,
    says: str,
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: True)
    clean = tmp_path / "clean"
    assert main(["run", "--runner", name, "--address", address.format(port=free_port()), str(raw), str(clean)]) == 2
    assert says in capsys.readouterr().err
    assert not clean.exists()


@pytest.mark.parametrize(
    "options", [("--runner", "dask", "--direct"), ("--runner", "ray", "--direct"), ("--address", "tcp://127.0.0.1:1")]
)
def test_options_that_contradict_each_other_are_refused(raw: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    assert main(["run", *options, str(raw), str(tmp_path / "clean")]) == 2
    assert not (tmp_path / "clean").exists()


def test_a_shard_that_killed_several_workers_is_cleaned_beside_the_flow(raw: Path, tmp_path: Path) -> None:
    Catalog(tmp_path / "clean", write=True).close()
    plan = make_plan(raw, tmp_path / "clean", Config(), Options())
    shard = next(plan.shards())
    plan.close()
    with Workers(tmp_path / "clean", Config(), 1) as workers:
        outcome = rescued(DeadlyShardError("three workers"), shard, workers)
    assert isinstance(outcome, ShardResult)
    assert len(outcome.inputs) == len(shard.items)


@pytest.fixture
def plain_server() -> Iterator[str]:
    """What answers like a server of Prefect, but below /moved: there it sends clients to an address with TLS."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            moved = self.path.startswith("/moved")
            self.send_response(301 if moved else 200)
            self.send_header("Location", f"https://127.0.0.1:{free_port()}/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def trusted_by_clients(api: str, *, local: bool) -> int:
    """How many authorities a client of Prefect trusts that is made for a task."""
    with temporary_settings({PREFECT_API_URL: api}), light_clients(local=local):
        return len(ssl.create_default_context(cafile=PREFECT_API_SSL_CERT_FILE.value() or where()).get_ca_certs())


def test_tasks_on_a_local_cluster_load_no_list_of_authorities_for_a_server_without_tls(plain_server: str) -> None:
    before = PREFECT_API_SSL_CERT_FILE.value()
    assert trusted_by_clients(plain_server, local=True) == 1
    assert PREFECT_API_SSL_CERT_FILE.value() == before


def test_tasks_that_may_meet_tls_trust_whom_they_did(plain_server: str) -> None:
    nowhere = f"https://127.0.0.1:{free_port()}"
    every = trusted_by_clients(nowhere, local=True)
    assert every > 1
    assert trusted_by_clients(f"{plain_server}/moved", local=True) == every
    assert trusted_by_clients(plain_server, local=False) == every  # its workers do not see the file


def test_a_worker_of_another_version_refuses(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the flow 0\.0\.0; install the same version"):
        run_packed(pickle.dumps(("0.0.0", None)), str(tmp_path), Config())
