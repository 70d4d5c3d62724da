"""The Prefect flow against a real server: states, artifacts, log lines, and what happens when the server goes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from ingest.config import Config
from ingest.lock import Lock, LockedError
from ingest.plan import Options, Plan
from ingest.prefect_server import Server, ServerError, free_port
from ingest.run import run_folder
from ingest.session import SuspiciousError
from ingest.stopping import StoppedError
from ingest.store import Catalog
from ingest.work import ShardResult

TEXT = "---\ntitle: A walk\n---\n\nWe went up the hill.  \n\nThe view was wide.\n"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prefect's own folder, so that the tests neither see nor touch the user's."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def flow_module(home: Path) -> ModuleType:
    os.environ["PREFECT_HOME"] = str(home)
    os.environ["PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL"] = "CRITICAL"
    os.environ.pop("PREFECT_API_URL", None)
    import ingest_flow

    return ingest_flow


@pytest.fixture(scope="session")
def command_line(flow_module: ModuleType) -> ModuleType:
    assert flow_module
    import ingest_prefect.command_line

    return ingest_prefect.command_line


@pytest.fixture(scope="session")
def server(home: Path, command_line: ModuleType) -> Iterator[Server]:
    """One server for all tests that need one, since its start takes ten seconds and more."""
    with Server(environment={"PREFECT_HOME": str(home)}) as running:
        yield running
        command_line.drain()


@pytest.fixture
def api(server: Server) -> Iterator[str]:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings({PREFECT_API_URL: server.api}):
        yield server.api


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for one in range(30):
        (folder / f"walk-{one:03}.md").write_text(TEXT.replace("A walk", f"Walk {one}"))
    (folder / "empty.md").write_bytes(b"")
    return folder


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return tmp_path / "clean"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ingest" not in path.parts
    }


def last_flow_run() -> Any:  # noqa: ANN401 - Prefect's own type would be imported with Prefect
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import FlowRunSort

    with get_client(sync_client=True) as client:
        return client.read_flow_runs(sort=FlowRunSort.START_TIME_DESC, limit=1)[0]


def log_lines(flow_run: UUID, wanted: str) -> list[str]:
    """What Prefect's log holds of a run; lines arrive some time after they were written."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId

    until = time.monotonic() + 30
    chosen = LogFilter(flow_run_id=LogFilterFlowRunId(any_=[flow_run]))
    while True:
        with get_client(sync_client=True) as client:
            response = client.request("POST", "/logs/filter", json={"logs": chosen.model_dump(mode="json")})
        lines = [str(one["message"]) for one in response.json()]
        if any(wanted in line for line in lines) or time.monotonic() > until:
            return lines
        time.sleep(0.3)


def test_importing_ingest_does_not_import_prefect() -> None:
    code = "import sys, ingest.run, ingest.cli, ingest.prefect_server; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("module", ["ingest_flow", "ingest_prefect.command_line"])
def test_prefect_is_told_to_send_nothing_before_it_is_imported(module: str) -> None:
    code = (
        "import os, sys\n"
        "class Watcher:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'prefect':\n"
        "            print(os.environ.get('DO_NOT_TRACK'))\n"
        "            os._exit(0)\n"
        "sys.stdout.reconfigure(line_buffering=True)\n"
        "sys.meta_path.insert(0, Watcher())\n"
        f"import {module}\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DO_NOT_TRACK"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_the_flow_leaves_the_bytes_of_a_direct_run_and_tells_prefect(
    api: str, command_line: ModuleType, raw: Path, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert api
    monkeypatch.setattr("ingest.plan.SHARD_ITEMS", 10)
    summary = command_line.run_from_command_line(raw, clean, Config(), Options())
    run_folder(raw, tmp_path / "direct", Config())
    assert tree(clean) == tree(tmp_path / "direct")
    assert summary.state == "CompletedWithQuarantine"
    flow_run = last_flow_run()
    assert (flow_run.state.name, flow_run.state.type.value) == ("CompletedWithQuarantine", "COMPLETED")
    assert "30 new" in flow_run.state.message
    lines = log_lines(flow_run.id, "empty.md")
    assert any("empty.md: quarantined" in line for line in lines)
    assert any("31 documents to clean (31 new)" in line for line in lines)
    assert _artifact(clean, "quarantine")[0]["input"] == "empty.md"
    rules = {row["rule"]: row["edits"] for row in _artifact(clean, "rules")}
    assert rules == summary.rules
    largest = _artifact(clean, "largest-removals")
    assert len(largest) == 20
    summary_rows = {row["what"]: row for row in _artifact(clean, "summary")}
    assert summary_rows["documents"]["this run"] == 30
    link, text = _published(clean, "report")
    assert f"[Report]({(clean / '.ingest' / 'report.html').resolve().as_uri()})" in link
    assert "**CompletedWithQuarantine**" in text


def test_the_summary_shows_the_change_since_the_last_run(
    api: str, command_line: ModuleType, raw: Path, clean: Path
) -> None:
    assert api
    command_line.run_from_command_line(raw, clean, Config(), Options())
    (raw / "empty.md").write_text(TEXT)
    summary = command_line.run_from_command_line(raw, clean, Config(), Options())
    assert summary.state == "Completed"
    rows = {row["what"]: row for row in _artifact(clean, "summary")}
    assert rows["documents"]["change"] == "+1"
    assert rows["quarantined"]["change"] == "-1"
    assert command_line.run_from_command_line(raw, clean, Config(), Options()).state == "NothingToDo"
    assert last_flow_run().state.name == "NothingToDo"


def _artifact(clean: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(_published(clean, name)[0])
    return rows


def _published(clean: Path, name: str) -> tuple[str, str]:
    """The data and the description of an artifact."""
    from ingest_prefect.artifacts import artifact_key

    from prefect.artifacts import Artifact

    artifact: Any = Artifact.get(f"{artifact_key(clean)}-{name}")
    assert artifact is not None
    return artifact.data, artifact.description


def test_a_held_lock_ends_in_a_state_of_its_own(api: str, command_line: ModuleType, raw: Path, clean: Path) -> None:
    assert api
    lock = Lock(clean)
    with pytest.raises(LockedError, match="another run is at work"):
        command_line.run_from_command_line(raw, clean, Config(), Options())
    lock.release()
    state = last_flow_run().state
    assert (state.name, state.type.value) == ("LockHeld", "COMPLETED")


def test_a_suspicious_run_fails_by_name(api: str, command_line: ModuleType, raw: Path, clean: Path) -> None:
    assert api
    run_folder(raw, clean, Config())
    for path in sorted(raw.iterdir())[:20]:
        path.unlink()
    with pytest.raises(SuspiciousError):
        command_line.run_from_command_line(raw, clean, Config(), Options())
    state = last_flow_run().state
    assert (state.name, state.type.value) == ("Suspicious", "FAILED")
    summary = command_line.run_from_command_line(raw, clean, Config(), Options(accept=True))
    assert summary.counts["retired"] == 20


def test_a_stopped_flow_says_so(
    api: str, command_line: ModuleType, raw: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert api
    monkeypatch.setattr("ingest.plan.SHARD_ITEMS", 2)

    def interrupt(_: Plan, result: ShardResult | None) -> None:
        if result is not None and result.number == 0:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(StoppedError):
        command_line.run_from_command_line(raw, clean, Config(), Options(), progress=interrupt)
    state = last_flow_run().state
    assert (state.name, state.type.value) == ("Interrupted", "CANCELLED")
    with Catalog(clean) as catalog:
        assert catalog.runs(1)[0]["state"] == "Interrupted"
    assert command_line.run_from_command_line(raw, clean, Config(), Options()).counts["documents"] == 30


def test_a_flow_run_that_died_is_shown_as_crashed(
    api: str, flow_module: ModuleType, command_line: ModuleType, raw: Path, clean: Path
) -> None:
    assert api
    from prefect.client.orchestration import get_client
    from prefect.states import Running

    with get_client(sync_client=True) as client:
        dead = client.create_flow_run(flow_module.ingest_folder, state=Running())
    lock = clean / ".ingest" / "lock"
    lock.parent.mkdir(parents=True)
    lock.write_text(f'{{"pid": 1, "flow_run": "{dead.id}"}}')
    command_line.run_from_command_line(raw, clean, Config(), Options())
    with get_client(sync_client=True) as client:
        state = client.read_flow_run(dead.id).state
    assert state is not None
    assert state.type.value == "CRASHED"


def test_a_run_that_could_not_tell_its_end_is_told_by_the_next(
    api: str, flow_module: ModuleType, command_line: ModuleType, raw: Path, clean: Path
) -> None:
    assert api
    from prefect.client.orchestration import get_client
    from prefect.states import Running

    run = run_folder(raw, clean, Config()).run
    with get_client(sync_client=True) as client:
        untold = client.create_flow_run(flow_module.ingest_folder, state=Running())
    (clean / ".ingest" / "lock").write_text(json.dumps({"ended": [[run, str(untold.id)]]}))
    command_line.run_from_command_line(raw, clean, Config(), Options())
    with get_client(sync_client=True) as client:
        state = client.read_flow_run(untold.id).state
    assert state is not None
    assert (state.name, state.type.value) == ("CompletedWithQuarantine", "COMPLETED")
    left = json.loads((clean / ".ingest" / "lock").read_text())["ended"]
    assert [one[1] for one in left] == [str(last_flow_run().id)]


def test_a_server_that_does_not_answer_is_named(command_line: ModuleType, raw: Path, clean: Path) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    url = f"http://127.0.0.1:{free_port()}/api"
    with (
        temporary_settings({PREFECT_API_URL: url}),
        pytest.raises(ServerError, match=rf"{url}.*does not answer.*--direct"),
    ):
        command_line.run_from_command_line(raw, clean, Config(), Options())
    assert not clean.exists()


@pytest.mark.slow
def test_a_run_with_a_server_of_its_own_survives_that_server(
    tmp_path: Path, raw: Path, clean: Path, home: Path
) -> None:
    """The command with no server configured; in its midst the server is killed."""
    code = """
import os, signal, sys
import ingest.plan
ingest.plan.SHARD_ITEMS = 5
from ingest import prefect_server
from ingest.commands import run
show = run.Progress._show
def show_and_kill(self, plan, result):
    if result is not None and result.number == 0:
        os.kill(started[0].pid, signal.SIGKILL)
    show(self, plan, result)
started = []
wait = prefect_server.Server._wait
def wait_and_note(self, process):
    started.append(process)
    wait(self, process)
prefect_server.Server._wait = wait_and_note
run.Progress._show = show_and_kill
from ingest.cli import main
sys.exit(main(sys.argv[1:]))
"""
    environment = {**os.environ, "PREFECT_HOME": str(home)}
    environment.pop("PREFECT_API_URL", None)
    command = [sys.executable, "-c", code, "run", str(raw), str(clean)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 1, done.stderr  # one input is in quarantine
    assert "Starting Prefect" in done.stderr
    assert "CompletedWithQuarantine" in done.stdout
    assert "Traceback" not in done.stderr
    run_folder(raw, tmp_path / "direct", Config())
    assert tree(clean) == tree(tmp_path / "direct")


def test_a_served_flow_knows_the_types_of_its_parameters(flow_module: ModuleType) -> None:
    """`serve` sends the flow to its runs by value, with the names that its body uses and no others."""
    cloudpickle = pytest.importorskip("cloudpickle", reason="comes with Prefect")
    cloudpickle.register_pickle_by_value(flow_module)
    try:
        data = cloudpickle.dumps(flow_module.ingest_folder)
    finally:
        cloudpickle.unregister_pickle_by_value(flow_module)
    code = (
        "import sys, cloudpickle; flow = cloudpickle.loads(sys.stdin.buffer.read())\n"
        "assert flow.validate_parameters({'runner': 'dask', 'jobs': '2'})['jobs'] == 2"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_parameters_of_a_run_are_plain_values(command_line: ModuleType) -> None:
    assert command_line.as_parameters(Config()) == {}
    assert command_line.as_parameters(Config(ignore=("WEB",))) == {"ignore": ("WEB",)}
