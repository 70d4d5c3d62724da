"""Shards on a Dask cluster: the same bytes as here, also when a worker is killed."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from ingest.cli import main
from ingest.cluster import rescued
from ingest.config import Config
from ingest.plan import Options, make_plan
from ingest.run import run_folder
from ingest.store import Catalog
from ingest.work import ShardResult
from ingest.workers import Workers

TEXT = "---\ntitle: Walk {0}\n---\n\nWe went up hill {0}.  \n\n[![x](a.png)](b)\n\nThe view was wide.\n"

SMALL_SHARDS = "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 10; from ingest.cli import main; sys.exit(main())"

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("prefect_dask") is None, reason="prefect-dask (extra ingest[dask]) is not installed"
)


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


def start(raw: Path, clean: Path, *options: str) -> subprocess.Popen[str]:
    home = str(raw.parent / "prefect")
    command = [sys.executable, "-c", SMALL_SHARDS, "run", "--runner", "dask", *options, str(raw), str(clean)]
    environment = {**os.environ, "PREFECT_HOME": home}
    environment.pop("PREFECT_API_URL", None)
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, cwd=raw.parent
    )


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([sys.executable, "-m", *arguments], stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def address_of(scheduler: subprocess.Popen[str]) -> str:
    assert scheduler.stderr is not None
    for line in scheduler.stderr:
        if found := re.search(r"Scheduler at: +(tcp://\S+)", line):
            return found[1]
    raise AssertionError(scheduler.poll())


@pytest.mark.slow
@needs_dask
def test_a_local_cluster_of_two_workers_gives_the_same_bytes(raw: Path, tmp_path: Path) -> None:
    process = start(raw, tmp_path / "clean")
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 1, said  # the empty file is in quarantine
    assert tree(tmp_path / "clean") == undisturbed(raw, tmp_path / "here")


@pytest.mark.slow
@needs_dask
def test_a_killed_worker_costs_a_retry_of_its_shards(raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            started("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        )
        address = address_of(scheduler)
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path / "dask"))
        workers = [stack.enter_context(started("distributed.cli.dask_worker", address, *options)) for _ in range(2)]
        process = start(raw, clean, "--address", address)
        for _ in range(6000):
            if process.poll() is not None or len(list(clean.glob("*.md"))) > 20:
                break
            time.sleep(0.02)
        assert process.poll() is None, process.communicate()
        workers[0].send_signal(signal.SIGKILL)
        said, _ = process.communicate(timeout=300)
    assert process.returncode == 1, said  # the empty file is in quarantine
    assert tree(clean) == undisturbed(raw, tmp_path / "here")


def test_without_the_extra_the_message_says_how_to_install_it(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "prefect_dask" else found(name))
    assert main(["run", "--runner", "dask", str(raw), str(tmp_path / "clean")]) == 2
    assert "ingest[dask]" in capsys.readouterr().err
    assert not (tmp_path / "clean").exists()


@pytest.mark.parametrize("options", [("--runner", "dask", "--direct"), ("--address", "tcp://127.0.0.1:1")])
def test_options_that_contradict_each_other_are_refused(raw: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    assert main(["run", *options, str(raw), str(tmp_path / "clean")]) == 2
    assert not (tmp_path / "clean").exists()


@needs_dask
def test_a_shard_that_killed_several_workers_is_cleaned_beside_the_flow(raw: Path, tmp_path: Path) -> None:
    killed = importlib.import_module("distributed").KilledWorker("shard-0", None, 3)
    Catalog(tmp_path / "clean", write=True).close()
    plan = make_plan(raw, tmp_path / "clean", Config(), Options())
    shard = next(plan.shards())
    plan.close()
    with Workers(tmp_path / "clean", Config(), 1) as workers:
        outcome = rescued(killed, shard, workers)
    assert isinstance(outcome, ShardResult)
    assert len(outcome.inputs) == len(shard.items)
