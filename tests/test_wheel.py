"""The wheel holds the package and the flow, and works from any folder, far from a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own, as an installer lays it out."""
    scratch = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(scratch)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = scratch.glob("*.whl")
    target = scratch / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in `folder` with the wheel's content before everything else."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=False, capture_output=True, text=True
    )


def test_the_wheel_holds_the_package_and_the_flow_and_nothing_else(installed: Path) -> None:
    names = {path.name for path in installed.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"ingest", "ingest_flow.py", "ingest_prefect"}
    assert (installed / "ingest" / "py.typed").is_file()
    assert list((installed / "ingest" / "report").glob("*.js"))


def test_the_package_and_the_flow_are_found_from_another_folder(installed: Path, tmp_path: Path) -> None:
    code = "import importlib.util as u; print(u.find_spec('ingest').origin); print(u.find_spec('ingest_flow').origin)"
    said = run(installed, tmp_path, "-c", code).stdout.split()
    assert said == [str(installed / "ingest" / "__init__.py"), str(installed / "ingest_flow.py")]


def test_a_run_from_another_folder_works(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("The mill stood by the river until the flood took it away.\n")
    done = run(installed, tmp_path, "-m", "ingest", "run", "--direct")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "clean" / "a.md").is_file()
    assert (tmp_path / "clean" / ".ingest" / "report.html").is_file()
