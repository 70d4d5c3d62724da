"""The benchmark over corpora runs on any folder, and counts what the rules do there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from ingest.commands.rules import read_counts

ROOT = Path(__file__).parent.parent


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "corpora.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_folder_of_sets_becomes_one_table(tmp_path: Path) -> None:
    for name, parts in {"first": ("wiki", "news"), "second": ("broken",)}.items():
        for part in parts:
            shutil.copytree(ROOT / "raw" / part, tmp_path / "sets" / name / "raw" / part)
    scorer = "import pathlib, sys\nprint(len(list(pathlib.Path(sys.argv[2]).rglob('*.md'))), 'documents scored')\n"
    (tmp_path / "sets" / "first" / "score.py").write_text(scorer)
    counts = tmp_path / "counts.json"
    done = run(tmp_path / "sets", "--jobs", "1", "--scorer", "--counts", counts, "--about", "samples")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.strip()}
    documents = sum(1 for part in ("wiki", "news") for _ in (ROOT / "raw" / part).iterdir())
    assert rows["first"][:2] == [str(documents), "0"]
    assert rows["second"][:2] == ["0", "1"]
    assert rows["all"][:2] == [str(documents), "1"]
    assert rows["all"][-2:] == [str(documents)] * 2, "all are fixed points and proven"
    assert f"{documents} documents scored" in done.stdout
    assert {"wiki", "news", "first", "second"} <= rows.keys()
    found = read_counts(counts)
    assert found["collection"]["about"] == "samples"
    assert found["rules"]["REF001"]["documents"] >= 1
    assert "WEB004" in found["rules"]
    assert str(tmp_path) not in json.dumps(found)


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 2
    assert "no folder below it has a `raw` folder" in done.stdout
