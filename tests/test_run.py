"""A run over a folder: what it does, what it leaves, and what it does when things go wrong."""

from __future__ import annotations

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ingest import files, places, run, store, work
from ingest.cli import main
from ingest.config import Config, load
from ingest.edits import undo
from ingest.errors import ClusterLostError, UsageError
from ingest.lock import Lock, LockedError
from ingest.model import Pass
from ingest.plan import Options
from ingest.run import run_folder
from ingest.session import Session, SuspiciousError
from ingest.stopping import StoppedError
from ingest.store import Catalog
from ingest.work import MOST_TOGETHER, TOGETHER, OutputError, Shard, run_shard, together
from ingest.workers import Workers

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


def test_a_run_with_nothing_to_do_leaves_the_report_and_knows_the_totals(raw: Path, clean: Path) -> None:
    write(raw)
    (raw / "empty.md").write_bytes(b"")
    first = run_folder(raw, clean, Config())
    report = clean / ".ingest" / "report.html"
    before = report.stat().st_mtime_ns
    again = run_folder(raw, clean, Config())
    assert report.stat().st_mtime_ns == before
    assert again.report == str(report)
    assert {name: again.counts[name] for name in store.TOTALS} == {name: first.counts[name] for name in store.TOTALS}
    report.unlink()
    run_folder(raw, clean, Config())
    assert report.is_file()


def test_totals_are_counted_anew_after_a_run_that_did_not_end(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    with sqlite3.connect(clean / ".ingest" / "catalog.sqlite") as db:
        db.execute("UPDATE runs SET counts = replace(counts, '\"documents\": 3', '\"documents\": 7')")
        db.execute("INSERT INTO runs(id, state) VALUES ('later', 'Interrupted')")
    db.close()
    assert run_folder(raw, clean, Config()).counts["documents"] == 3


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


def test_a_file_that_comes_back_is_one_document_with_one_ledger(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    (raw / "walk-001.md").unlink()
    run_folder(raw, clean, Config())
    (raw / "walk-001.md").write_text(TEXT.replace("hill", "mountain"))
    counts = run_folder(raw, clean, Config()).counts
    assert (counts["new"], counts["unchanged"], counts["documents"]) == (1, 2, 3)
    with Catalog(clean) as catalog:
        (row,) = catalog.documents("source = ?", "walk-001.md")
        assert row["status"] == "clean"
        assert len(catalog.edits(row["id"])) == len(catalog.edits(row["id"] + 1))
        assert [one["what"] for one in catalog.db.execute("SELECT what FROM events WHERE source = 'walk-001.md'")] == [
            "new", "retired", "new",
        ]  # fmt: skip
    assert main(["verify", str(clean)]) == 0


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
    with Session(raw, clean, Config()) as session:
        return list(session.make_plan().shards())


def test_thresholds_are_no_part_of_what_makes_a_document() -> None:
    assert Config(stop_gone=0.9).digest == Config().digest
    assert Config(ignore=("TXT",)).digest != Config().digest


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


# bad input: each becomes a reason in quarantine or a repaired document, and stops nothing


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", ""),
        (bytes(range(256)) * 8, ""),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", ""),
    ],
    ids=["empty", "byte-order mark only", "binary", "pdf"],
)
def test_what_is_no_document_is_quarantined_with_its_bytes(raw: Path, clean: Path, data: bytes, says: str) -> None:
    write(raw, 1)
    (raw / "bad.md").write_bytes(data)
    summary = run_folder(raw, clean, Config())
    assert summary.state == "CompletedWithQuarantine"
    assert list(tree(clean)) == ["walk-000.md"]
    assert (clean / ".ingest" / "quarantine" / "bad.md" / "raw").read_bytes() == data
    found = reason(clean, "bad.md")
    assert says in found["reason"]
    assert found["hint"]
    assert found["try_again"].startswith("ingest check ")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [unclosed\n  x: : y\n---\n\nThe hill is high.\n",
        "---\ntitle: A walk\n\nThe hill is high.\n",
        "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "---\n\nThe hill is high.\n",
        "The hill\x00 is high.\n",
        "The hill is high.",
        "\r\nThe hill is high.\r",
    ],
    ids=["bad header", "unclosed fence", "alias bomb", "zero byte", "no last line end", "other line ends"],
)
def test_damaged_text_keeps_its_sentence_or_is_quarantined_by_name(raw: Path, clean: Path, text: str) -> None:
    write(raw, 1)
    (raw / "odd.md").write_bytes(text.encode())
    summary = run_folder(raw, clean, Config())
    assert "walk-000.md" in tree(clean)
    if summary.counts["quarantined"]:
        assert reason(clean, "odd.md")["stage"] != "internal"
    else:
        assert b"hill" in tree(clean)["odd.md"]
        assert len(tree(clean)["odd.md"]) < 20_000


def test_undecodable_bytes_do_not_stop_a_run(raw: Path, clean: Path) -> None:
    (raw / "odd.md").write_bytes(b"The caf\xe9 on the hill \xff\xfe was \x81\x8d open.\n")
    write(raw, 1)
    run_folder(raw, clean, Config())
    assert "walk-000.md" in tree(clean)


def test_a_file_above_the_limit_is_refused_without_being_read(raw: Path, clean: Path) -> None:
    write(raw, 1)
    with (raw / "big.txt").open("wb") as file:
        file.truncate(2 << 20)
    run_folder(raw, clean, Config(max_mebibytes=1))
    assert "max_mebibytes" in reason(clean, "big.txt")["hint"]
    assert "walk-000.md" in tree(clean)


def test_one_long_line_is_cleaned_in_time_that_grows_with_it(raw: Path, clean: Path) -> None:
    (raw / "line.txt").write_text("The hill is high and the view is wide. " * 25_000)
    assert run_folder(raw, clean, Config(), jobs=1).counts["documents"] == 1


def test_a_vanished_and_an_unreadable_file_are_quarantined(
    raw: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(raw)
    really_open = open

    def fails(path: str, *rest: object) -> object:
        if str(path).endswith("walk-000.md"):
            raise FileNotFoundError(2, "No such file or directory", path)
        if str(path).endswith("walk-001.md"):
            raise PermissionError(13, "Permission denied", path)
        return really_open(path, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(places, "open", fails, raising=False)
    run_folder(raw, clean, Config())
    assert list(tree(clean)) == ["walk-002.md"]
    assert "vanished" in reason(clean, "walk-000.md")["reason"]
    assert "Permission denied" in reason(clean, "walk-001.md")["reason"]


def test_a_symbolic_link_is_not_followed(raw: Path, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret\n")
    (raw / "link.md").symlink_to(tmp_path / "secret")
    run_folder(raw, clean, Config())
    assert tree(clean) == {}
    assert "symbolic link" in reason(clean, "link.md")["reason"]


@pytest.mark.parametrize("step", ["begin", "provenance"])
def test_an_error_of_ours_in_one_document_does_not_stop_the_others(
    step: str, raw: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(raw)
    from ingest import pipeline

    real = getattr(pipeline, step)

    def fails(source: object, *rest: object) -> object:
        if getattr(source, "path", "") == "walk-001.md":
            raise ZeroDivisionError
        return real(source, *rest)

    monkeypatch.setattr(pipeline, step, fails)
    run_folder(raw, clean, Config())
    assert sorted(tree(clean)) == ["walk-000.md", "walk-002.md"]
    assert reason(clean, "walk-001.md")["stage"] == "internal"


def test_what_is_cleaned_together_is_bounded_by_number_and_bytes() -> None:
    def grouped(sizes: list[int]) -> list[list[int]]:
        return list(together(sizes, lambda size: size))

    assert grouped([]) == []
    assert [len(some) for some in grouped([1] * (2 * TOGETHER + 1))] == [TOGETHER, TOGETHER, 1]
    assert grouped([1, MOST_TOGETHER, 2, 3]) == [[1, MOST_TOGETHER], [2, 3]]


def test_a_document_that_turns_bad_is_retired_and_its_bytes_are_kept(raw: Path, clean: Path) -> None:
    write(raw, 1)
    run_folder(raw, clean, Config())
    (raw / "walk-000.md").write_bytes(b"")
    run_folder(raw, clean, Config())
    assert tree(clean) == {}
    assert (clean / ".ingest" / "retired" / "walk-000.md").is_file()


def test_nothing_is_written_that_cannot_be_undone(raw: Path, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(raw)

    def forgetful(text: str, passes: Sequence[Pass]) -> str:
        return undo(text, passes).replace("Walk 1", "Walk")

    monkeypatch.setattr(work, "undo", forgetful)
    run_folder(raw, clean, Config())
    assert sorted(path.name for path in clean.glob("*.md")) == ["walk-000.md", "walk-002.md"]
    assert "does not give back its bytes" in reason(clean, "walk-001.md")["reason"]


# folders that cannot work


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("raw", "raw", "the same folder"),
        ("raw", "raw/clean", "lies inside"),
        ("raw/sub", "raw", "lies inside"),
        ("none", "clean", "no such folder"),
        ("raw/walk-000.md", "clean", "not a folder"),
        ("raw", "raw2", "not a folder"),
    ],
)
def test_folders_that_cannot_work_together_are_refused(
    tmp_path: Path, raw: Path, one: str, other: str, says: str
) -> None:
    write(raw, 1)
    (raw / "sub").mkdir()
    (tmp_path / "raw2").write_text("a file\n")
    with pytest.raises(UsageError, match=says):
        run_folder(tmp_path / one, tmp_path / other, Config())


def test_an_empty_folder_is_a_warning(raw: Path, clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--direct", str(raw), str(clean)]) == 0
    assert "holds no files" in capsys.readouterr().out


def test_a_clean_folder_that_cannot_be_made_is_named(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["run", "--direct", str(raw), str(tmp_path / "file" / "clean")]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


def test_a_full_disk_stops_the_run_with_what_to_do(raw: Path, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(raw, 3)
    write_document = files.Files.write_document

    def full(here: files.Files, path: str, data: bytes, expected: str | None) -> bool:
        if path == "walk-001.md":
            raise OSError(errno.ENOSPC, "No space left on device", path)
        return write_document(here, path, data, expected)

    monkeypatch.setattr(files.Files, "write_document", full)
    with pytest.raises(OutputError, match=r"walk-001\.md.*No space left.*make room"):
        run_folder(raw, clean, Config())
    assert states(clean) == ["Failed"]
    monkeypatch.undo()
    summary = run_folder(raw, clean, Config())
    assert summary.state == "Completed"
    assert len(tree(clean)) == 3


def test_a_limit_on_file_size_leaves_no_half_written_document(raw: Path, tmp_path: Path) -> None:
    """The system itself refuses the write, as a full disk would, in the middle of a file."""
    write(raw, 2)
    (raw / "long.md").write_text(TEXT + "The path went on over the moor. " * 40_000)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000));"
        "from ingest.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "run", "--direct", "-j", "1", str(raw), str(tmp_path / "clean")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "make room" in done.stderr
    assert "long.md" not in tree(tmp_path / "clean")
    run_folder(raw, tmp_path / "clean", Config())
    assert len(tree(tmp_path / "clean")) == 3


# one run at a time, stopping, and dying


def test_a_second_run_is_told_who_is_at_work(raw: Path, clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(raw, 1)
    lock = Lock(clean, {"run": "first"})
    with pytest.raises(LockedError, match=rf"process {os.getpid()} on .*, for \d+ s, run first"):
        run_folder(raw, clean, Config())
    assert main(["run", "--direct", str(raw), str(clean)]) == 2
    assert "another run is at work" in capsys.readouterr().err
    lock.release()
    assert run_folder(raw, clean, Config()).state == "Completed"


def test_a_process_made_by_a_fork_does_not_hold_the_lock(clean: Path) -> None:
    script = """
import os, sys, time
from pathlib import Path
from ingest.lock import Lock

lock = Lock(Path(sys.argv[1]))
(there, go_on), (started, start) = os.pipe(), os.pipe()
if os.fork() == 0:
    os.close(go_on)
    os.write(start, b"!")
    os.read(there, 1)  # until the parent is gone
    os._exit(0)
os.read(started, 1)
lock.release()
Lock(Path(sys.argv[1])).release()
"""
    subprocess.run([sys.executable, "-c", script, str(clean)], check=True, timeout=60)


def test_the_lock_remembers_flow_runs_that_died_until_they_are_buried(clean: Path) -> None:
    path = clean / ".ingest" / "lock"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"pid": 1, "flow_run": "one", "dead": ["zero"]}))
    lock = Lock(clean)
    assert lock.dead == ["zero", "one"]
    lock.release()
    lock = Lock(clean)
    assert lock.dead == ["zero", "one"]
    lock.buried()
    lock.release()
    assert Lock(clean).dead == []


def start(raw: Path, clean: Path, *more: str) -> subprocess.Popen[str]:
    code = "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 20; from ingest.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code]
    return subprocess.Popen(
        [*command, "run", "--direct", "-j", "2", *more, str(raw), str(clean)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.02)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_says_so_and_the_next_completes_it(
    raw: Path, clean: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    write(raw, 400)
    process = start(raw, clean)
    wait_until(lambda: len(list(clean.glob("*.md"))) > 20)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert "run again" in errors
    assert "Traceback" not in errors
    assert states(clean) == ["Interrupted"]
    assert 20 < len(tree(clean)) < 400
    run_folder(raw, clean, Config())
    run_folder(raw, tmp_path / "undisturbed", Config())
    assert tree(clean) == tree(tmp_path / "undisturbed")


def test_a_killed_run_is_completed_by_the_next(raw: Path, clean: Path, tmp_path: Path) -> None:
    write(raw, 400)
    process = start(raw, clean)
    wait_until(lambda: len(list(clean.glob("*.md"))) > 20)
    process.kill()
    process.communicate()
    damaged = clean / "walk-003.md"
    entered = _entered(clean)
    if "walk-003.md" in entered:
        damaged.write_bytes(b"")  # as a power cut leaves a file that had not reached the disk
    summary = run_folder(raw, clean, Config())
    assert len(summary.crashed) == 1
    assert "Crashed" in states(clean)
    run_folder(raw, tmp_path / "undisturbed", Config())
    assert tree(clean) == tree(tmp_path / "undisturbed")


def _entered(clean: Path) -> set[str]:
    with Catalog(clean) as catalog:
        return {row["source"] for row in catalog.documents()}


def test_what_an_unfinished_run_entered_is_checked_by_its_digest(raw: Path, clean: Path) -> None:
    write(raw)
    run_folder(raw, clean, Config())
    before = tree(clean)
    with sqlite3.connect(clean / ".ingest" / "catalog.sqlite") as db:
        db.execute("UPDATE runs SET state = 'Running'")
    db.close()
    (clean / "walk-001.md").write_bytes(b"")
    assert run_folder(raw, clean, Config()).why == {"unsure": 1}
    assert tree(clean) == before
    assert run_folder(raw, clean, Config()).why == {}


def test_workers_end_when_the_run_is_killed(raw: Path, clean: Path) -> None:
    write(raw, 400)
    process = start(raw, clean)
    wait_until(lambda: len(list(clean.glob("*.md"))) > 20)
    workers = _children(process.pid)
    assert workers
    process.kill()
    process.communicate()
    wait_until(lambda: not any(Path(f"/proc/{one}").exists() for one in workers), 20)


def _children(parent: int) -> list[int]:
    found: list[int] = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            child = int(path.parent.name)
            found += [child, *_children(child)]
    return found


def test_a_document_that_kills_its_worker_is_quarantined_alone(
    raw: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(raw, 9)
    monkeypatch.setattr("ingest.workers.run_shard", _run_shard_or_die)
    monkeypatch.setattr("ingest.run.SERIAL_ITEMS", 1)
    monkeypatch.setattr("ingest.plan.SHARD_ITEMS", 4)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))
    summary = run_folder(raw, clean, Config(), jobs=2)
    assert len(tree(clean)) == 8
    assert summary.counts["quarantined"] == 1
    assert "kills the worker" in reason(clean, "walk-005.md")["reason"]


def _run_shard_or_die(shard: Shard, clean: str, config: Config) -> work.ShardResult:
    for item in shard.items:
        if item.path == "walk-005.md" and not item.problem:
            os.kill(os.getpid(), signal.SIGKILL)
    return run_shard(shard, clean, config)


def test_workers_that_were_ended_do_nothing_more(raw: Path, clean: Path) -> None:
    from ingest.workers import DroppedError

    write(raw, 1)
    shard = _shards(raw, clean)[0]
    workers = Workers(clean, Config(), 1)
    workers.run(shard)
    workers.kill()
    with pytest.raises(DroppedError):
        workers.run(shard)


def test_a_stop_gives_shards_in_hand_their_time_and_no_more(raw: Path, clean: Path) -> None:
    from ingest.stopping import Stop

    write(raw, 2)
    shards = _shards(raw, clean)
    stop = Stop(grace=0.0)
    stop.ask()
    with pytest.raises(StoppedError):
        list(run.results(shards, lambda _, __: None, stop, 2))
    stop = Stop(grace=0.0)

    def ask_and_forget(_: Shard, __: object) -> None:
        stop.ask()

    with pytest.raises(StoppedError):
        list(run.results(shards, ask_and_forget, stop, 2))


@pytest.mark.parametrize(("asked", "kind"), [(True, StoppedError), (False, ClusterLostError)])
def test_a_cluster_that_is_stopped_together_with_the_run_is_not_lost(
    raw: Path, clean: Path, kind: type[BaseException], *, asked: bool
) -> None:
    from ingest.stopping import Stop

    write(raw, 2)
    stop = Stop(grace=60.0)

    def end(_: Shard, put: run.Put) -> None:
        if asked:
            stop.ask()
        put(ClusterLostError("it ended"))

    with pytest.raises(kind):
        list(run.results(_shards(raw, clean), end, stop, 1))
