"""The samples in `raw/` become exactly the documents in `clean/`, for any number of workers and any order of work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.config import Config
from ingest.plan import Plan
from ingest.run import run_folder

ROOT = Path(__file__).parent.parent


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ingest" not in path.parts
    }


def test_a_run_reproduces_the_committed_documents(tmp_path: Path) -> None:
    summary = run_folder(ROOT / "raw", tmp_path / "clean", Config(), jobs=1)
    assert tree(tmp_path / "clean") == tree(ROOT / "clean")
    assert summary.counts["quarantined"] == 1


def test_two_workers_give_the_same_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.run.SERIAL_ITEMS", 1)
    monkeypatch.setattr("ingest.plan.SHARD_ITEMS", 3)
    run_folder(ROOT / "raw", tmp_path / "clean", Config(), jobs=2)
    assert tree(tmp_path / "clean") == tree(ROOT / "clean")


def test_the_order_of_work_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.plan.SHARD_ITEMS", 2)
    in_order = Plan.shards
    monkeypatch.setattr(Plan, "shards", lambda plan, *width: reversed(list(in_order(plan, *width))))
    run_folder(ROOT / "raw", tmp_path / "clean", Config(), jobs=1)
    assert tree(tmp_path / "clean") == tree(ROOT / "clean")


def test_a_second_run_touches_nothing_and_says_so(tmp_path: Path) -> None:
    raw, clean = tmp_path / "raw", tmp_path / "clean"
    shutil.copytree(ROOT / "raw", raw)
    run_folder(raw, clean, Config(), jobs=1)
    before = {path: path.stat().st_mtime_ns for path in clean.rglob("*.md")}
    summary = run_folder(raw, clean, Config(), jobs=1)
    assert summary.state in {"NothingToDo", "CompletedWithQuarantine"}
    assert summary.counts["unchanged"] == sum(path.is_file() for path in raw.rglob("*"))
    assert {path: path.stat().st_mtime_ns for path in clean.rglob("*.md")} == before


def test_only_what_changed_is_cleaned_again(tmp_path: Path) -> None:
    raw, clean = tmp_path / "raw", tmp_path / "clean"
    shutil.copytree(ROOT / "raw", raw)
    run_folder(raw, clean, Config(), jobs=1)
    with (raw / "news" / "ferry-strike.txt").open("a") as file:
        file.write("\n\nThe talks ended at midnight without a result, and the boats stayed where they were.")
    (raw / "news" / "two-gulls.txt").unlink()
    summary = run_folder(raw, clean, Config(), jobs=1)
    assert summary.counts["changed"] == 1
    assert summary.counts["retired"] == 1
    assert not (clean / "news" / "two-gulls.md").exists()
    assert (clean / ".ingest" / "retired" / "news" / "two-gulls.md").exists()
