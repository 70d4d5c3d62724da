"""A run over a folder: what it does, what it leaves, and what it does when things go wrong."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from ingest import run
from ingest.cli import main
from ingest.config import Config, load
from ingest.errors import UsageError
from ingest.plan import Options
from ingest.run import SuspiciousError, run_folder
from ingest.store import Catalog
from ingest.work import Shard, run_shard

TEXT = "---\ntitle: A walk\n---\n\nWe went up the hill.  \n\nThe view was wide.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return tmp_path / "clean"


def write(folder: Path, number: int = 3, text: str = TEXT) -> None:
    for one in range(number):
        (folder / f"walk-{one:03}.md").write_text(text.replace("A walk", f"Walk {one}"))


def tree(folder: Path) -> dict[str, bytes]:
    """All documents with their bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ingest" not in path.parts
    }


def reason(clean: Path, source: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((clean / ".ingest" / "quarantine" / source / "reason.json").read_text())
    return found


def states(clean: Path) -> list[str]:
    with Catalog(clean) as catalog:
        return [row["state"] for row in catalog.runs()]


# runs and re-runs


def test_a_second_run_touches_nothing_and_says_so(raw: Path, clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(raw)
    assert main(["run", "--direct", str(raw), str(clean)]) == 0
    before = {path: (clean / path).stat().st_mtime_ns for path in tree(clean)}
    capsys.readouterr()
    assert main(["run", "--direct", str(raw), str(clean)]) == 0
    assert "Nothing changed" in capsys.readouterr().out
    assert {path: (clean / path).stat().st_mtime_ns for path in tree(clean)} == before


def test_touching_one_cleans_one_and_deleting_one_retires_one(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    (raw / "walk-000.md").write_text(TEXT.replace("hill", "mountain"))
    (raw / "walk-001.md").unlink()
    (raw / "walk-003.md").write_text(TEXT)
    counts = run_folder(raw, clean, Config()).counts
    assert {name: counts[name] for name in ("new", "changed", "unchanged", "retired")} == {
        "new": 1, "changed": 1, "unchanged": 1, "retired": 1,
    }  # fmt: skip
    assert sorted(tree(clean)) == ["walk-000.md", "walk-002.md", "walk-003.md"]
    assert (clean / ".ingest" / "retired" / "walk-001.md").is_file()


def test_workers_and_order_do_not_change_a_byte(raw: Path, tmp_path: Path) -> None:
    write(raw, 90)
    write(raw / "..", 0)
    run_folder(raw, tmp_path / "one", Config(), jobs=1)
    run_folder(raw, tmp_path / "two", Config(), jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    items = tuple(item for shard in _shards(raw, tmp_path / "three") for item in shard.items)
    run_shard(Shard(0, items[::-1]), str(tmp_path / "three"), Config())
    assert tree(tmp_path / "three") == tree(tmp_path / "one")


def _shards(raw: Path, clean: Path) -> list[Shard]:
    with run.Session(raw, clean, Config()) as session:
        return list(session.make_plan().shards())


def test_a_changed_configuration_cleans_all_again(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    summary = run_folder(raw, clean, Config(ignore=("TXT",)))
    assert summary.why == {"recipe": 3}
    assert summary.counts["changed"] == 3


def test_thresholds_are_no_part_of_what_makes_a_document() -> None:
    assert Config(stop_gone=0.9).digest == Config().digest
    assert Config(hidden=True).digest != Config().digest


def test_rehash_sees_a_change_that_kept_size_and_time(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    path = raw / "walk-000.md"
    info = path.stat()
    path.write_bytes(path.read_bytes().replace(b"hill", b"dune"))
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert run_folder(raw, clean, Config()).counts.get("changed") is None
    assert run_folder(raw, clean, Config(), options=Options(rehash=True)).counts["changed"] == 1


def test_a_lost_document_is_written_again(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    before = tree(clean)
    (clean / "walk-001.md").unlink()
    assert run_folder(raw, clean, Config()).why == {"missing": 1}
    assert tree(clean) == before


def test_a_foreign_file_in_a_documents_place_is_kept(raw: Path, clean: Path) -> None:
    write(raw, 1)
    clean.mkdir()
    (clean / "walk-000.md").write_text("mine\n")
    assert run_folder(raw, clean, Config()).counts["displaced"] == 1
    assert (clean / ".ingest" / "displaced" / "walk-000.md").read_text() == "mine\n"


def test_a_document_may_move_to_where_a_retired_one_stood(raw: Path, clean: Path) -> None:
    (raw / "a.html.txt").write_text(TEXT)
    (raw / "a.txt").write_text(TEXT.replace("hill", "tower"))
    (raw / "a.md").write_text(TEXT.replace("hill", "ridge"))
    run_folder(raw, clean, Config())
    assert sorted(tree(clean)) == ["a.html.md", "a.md.md", "a.txt.md"]
    (raw / "a.txt").unlink()
    run_folder(raw, clean, Config())
    assert sorted(tree(clean)) == ["a.html.md", "a.md"]
    (raw / "a.md").unlink()
    (raw / "a.txt").write_text(TEXT.replace("hill", "tower"))
    summary = run_folder(raw, clean, Config())
    assert sorted(tree(clean)) == ["a.html.md", "a.md"]
    assert "tower" in (clean / "a.md").read_text()
    assert "displaced" not in summary.counts
    assert "ridge" in (clean / ".ingest" / "retired" / "a.md").read_text()


def test_the_summary_says_what_changed_since_the_last_run(raw: Path, clean: Path) -> None:
    write(raw)
    (raw / "bad.md").write_bytes(b"")
    run_folder(raw, clean, Config())
    (raw / "bad.md").write_text(TEXT)
    (raw / "walk-000.md").write_bytes(b"")
    summary = run_folder(raw, clean, Config())
    assert summary.counts["newly-fixed"] == 1
    assert summary.counts["newly-failing"] == 1
    assert summary.before["quarantined"] == 1


def test_quarantined_inputs_are_tried_again_when_asked(raw: Path, clean: Path) -> None:
    (raw / "empty.md").write_bytes(b"")
    run_folder(raw, clean, Config())
    assert run_folder(raw, clean, Config()).why == {}
    assert run_folder(raw, clean, Config(), options=Options(retry=True)).why == {"retry": 1}
    assert run_folder(raw, clean, Config(max_mebibytes=1)).why == {"recipe": 1}


# results that look wrong


def test_a_run_stops_when_half_of_the_inputs_are_gone(raw: Path, clean: Path) -> None:
    write(raw, 24)
    run_folder(raw, clean, Config())
    before = tree(clean)
    for path in sorted(raw.iterdir())[:12]:
        path.unlink()
    with pytest.raises(SuspiciousError, match=r"12 of 24 raw files .* gone .*--accept"):
        run_folder(raw, clean, Config())
    assert tree(clean) == before
    assert states(clean)[0] == "Suspicious"
    assert run_folder(raw, clean, Config(stop_gone=0.6)).counts["retired"] == 12


def test_a_run_goes_on_when_it_is_told_to(raw: Path, clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(raw, 24)
    run_folder(raw, clean, Config())
    for path in sorted(raw.iterdir())[:12]:
        path.unlink()
    assert main(["run", "--direct", str(raw), str(clean)]) == 1
    assert "--accept" in capsys.readouterr().err
    assert main(["run", "--direct", "--accept", str(raw), str(clean)]) == 0
    assert len(tree(clean)) == 12


def test_a_run_stops_when_much_more_goes_to_quarantine(raw: Path, clean: Path) -> None:
    write(raw, 40)
    run_folder(raw, clean, Config())
    before = tree(clean)
    for path in sorted(raw.iterdir())[:30]:
        path.write_bytes(bytes(range(256)))
    with pytest.raises(SuspiciousError, match="quarantine"):
        run_folder(raw, clean, Config())
    assert tree(clean) == before


def test_a_run_stops_when_much_more_is_removed(raw: Path, clean: Path) -> None:
    write(raw, 40)
    run_folder(raw, clean, Config())
    before = tree(clean)
    with sqlite3.connect(clean / ".ingest" / "catalog.sqlite") as db:
        db.execute("UPDATE documents SET removed_chars = 0")
    db.close()
    write(raw, 40, TEXT + "\n" * 400)
    with pytest.raises(SuspiciousError, match="removed"):
        run_folder(raw, clean, Config())
    assert tree(clean) == before


def test_thresholds_are_read_from_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "ingest.yaml"
    path.write_text("stop_gone: 0.75\n")
    assert load(path).stop_gone == 0.75
    path.write_text("stop_gone: 75\n")
    with pytest.raises(UsageError, match="a share from 0 to 1"):
        load(path)
