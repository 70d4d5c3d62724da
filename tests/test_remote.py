"""Folders that are URLs: the same documents as on a disk, by fsspec's memory, its local file system, and an S3 server."""

from __future__ import annotations

import importlib
import importlib.util
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from folders import make_raw
from s3_server import BUCKET, Server, s3_server

from ingest import places
from ingest.cli import main
from ingest.config import Config
from ingest.discover import Skipped, walk
from ingest.errors import IngestError, UsageError
from ingest.lock import LockedError
from ingest.places import Location, Url, location
from ingest.plan import Options
from ingest.remote import lock as remote_lock
from ingest.remote import run as remote_run
from ingest.remote.lock import LostError
from ingest.remote.read import copied
from ingest.remote.state import State, folder_of
from ingest.run import run_folder
from ingest.session import Session
from ingest.store import Catalog
from ingest.verify import verify
from ingest.work import StoreError, run_shard

TEXT = "---\ntitle: A walk\n---\n\nWe went up the hill.  \n\nThe view was wide.\n"

needs_s3 = pytest.mark.skipif(
    importlib.util.find_spec("s3fs") is None or importlib.util.find_spec("moto") is None,
    reason="s3fs (extra ingest[s3]) or moto is not installed",
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INGEST_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def memory() -> Iterator[dict[str, Any]]:
    """The store of fsspec's memory file system, emptied afterwards."""
    system = importlib.import_module("fsspec.implementations.memory").MemoryFileSystem
    yield system.store
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def raw(memory: dict[str, Any], tmp_path: Path) -> Location:
    del memory
    return uploaded(make_raw(tmp_path), location("memory://raw"))


@pytest.fixture
def clean(memory: dict[str, Any]) -> Location:
    del memory
    return location("memory://out/clean")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with s3_server() as one, pytest.MonkeyPatch.context() as patch:
        for name, value in one.environment.items():
            patch.setenv(name, value)
        yield one


def uploaded(folder: Path, to: Location) -> Location:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            put(to, path.relative_to(folder).as_posix(), path.read_bytes())
    return to


def put(folder: Location, name: str, data: bytes | str = TEXT) -> None:
    assert isinstance(folder, Url)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def walks(folder: Location, number: int) -> Location:
    for one in range(number):
        put(folder, f"walk-{one:03}.md", TEXT.replace("A walk", f"Walk {one}"))
    return folder


def tree(folder: Location, below: str = "") -> dict[str, bytes]:
    """All documents with their bytes."""
    if isinstance(folder, Path):
        found = (path for path in folder.rglob("*") if path.is_file() and ".ingest" not in path.parts)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}
    documents: dict[str, bytes] = {}
    try:
        listed = sorted((folder / below if below else folder).listed())
    except FileNotFoundError:
        return {}
    for one in listed:
        name = f"{below}/{one.name}" if below else one.name
        if one.kind == "directory" and one.name != ".ingest":
            documents.update(tree(folder, name))
        elif one.kind == "file":
            documents[name] = (folder / name).read_bytes()
    return documents


def states(clean: Location) -> list[str]:
    with Catalog(clean) as catalog:
        return [row["state"] for row in catalog.runs()]


def on_disk(tmp_path: Path) -> dict[str, bytes]:
    """The documents of the raw folder of `make_raw`, cleaned on a disk."""
    run_folder(tmp_path / "raw", tmp_path / "local", Config(), jobs=1)
    return tree(tmp_path / "local")


def assert_proved(clean: Location) -> None:
    assert [(one.source, one.problems) for one in verify(clean) if one.problems] == []


# what a place is


def test_paths_stay_paths_and_need_no_fsspec(tmp_path: Path) -> None:
    make_raw(tmp_path)
    code = (
        "import sys; from ingest.cli import main; main(['run', '--direct', '-q', 'raw', 'clean']); main(['verify', 'clean']);"
        " sys.exit('fsspec' in sys.modules or 'ingest.remote' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raw", Path("raw")),
        ("a::b", Path("a::b")),
        ("file:///srv/raw", Path("/srv/raw")),
        ("memory://raw/", Url("memory://raw")),
        ("c://raw", Path("c:/raw")),  # one letter is a drive, not a scheme
    ],
)
def test_what_a_text_names(text: str, expected: Location) -> None:
    assert location(text) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("https://host.example/raw", "no folders"),
        ("zip://a::memory://b", "not supported"),
        ("memory://", "names no folder"),
        ("nosuchscheme://raw", "no file system"),
    ],
)
def test_urls_that_cannot_be_folders_are_refused(text: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match=says):
        location(text)
    with pytest.raises(SystemExit, match="2"):
        main(["run", "--direct", text, "clean"])
    assert text.partition("://")[0] in capsys.readouterr().err


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise ImportError("Install gcsfs to access Google Storage")

    monkeypatch.setattr(importlib.import_module("fsspec.core"), "url_to_fs", missing)
    with pytest.raises(UsageError, match=r"pip install 'ingest\[gs\]'"):
        location("gs://bucket-without-client/raw")


# finding raw objects


def test_objects_are_walked_as_files_are(raw: Location, tmp_path: Path) -> None:
    here = [entry[0::2] for entry in walk(str(tmp_path / "raw"))]
    there = [entry[0::2] for entry in walk(str(raw))]
    assert [(path, clean) for path, clean, *_ in there] == [(path, clean) for path, clean, *_ in here]


def test_the_rules_of_names_hold_for_objects(memory: dict[str, Any]) -> None:
    raw = location("memory://odd")
    for name in (
        ".hidden.md",
        "drafts/a.md",
        "dir/.b/c.md",
        "a.md",
        "a.txt",
        "x" * 250 + ".md",
        "glob[*]?.md",
        "nl\nx.md",
    ):
        put(raw, name)
    skipped = Skipped()
    found = {one.path: one for one in walk(str(raw), ["drafts*"], skipped=skipped)}
    assert sorted(found) == ["a.md", "a.txt", "glob[*]?.md", "nl\\x0ax.md", "x" * 250 + ".md"]
    assert found["a.txt"].clean == "a.txt.md"
    assert "longer than" in found["x" * 250 + ".md"].problem
    assert (skipped.hidden, skipped.excluded) == (2, 1)
    assert found["nl\\x0ax.md"].real == "memory://odd/nl\nx.md"
    assert len(memory) == 8


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.md").write_text(TEXT)
    (tmp_path / "raw" / "b.md").symlink_to("a.md")
    problems = {one.path: one.problem for one in walk(f"local://{tmp_path}/raw")}
    assert problems == {"a.md": "", "b.md": "is a symbolic link, which is never followed"}


# runs


def test_the_documents_are_those_of_a_run_on_a_disk(raw: Location, clean: Location, tmp_path: Path) -> None:
    summary = run_folder(raw, clean, Config())
    assert tree(clean) == on_disk(tmp_path)
    assert (summary.counts["documents"], summary.counts["quarantined"]) == (5, 1)
    assert summary.report == f"{clean}/.ingest/report.html"
    assert (location(summary.report)).exists()
    assert_proved(clean)


@pytest.mark.parametrize("direction", ["from the store", "to the store", "by renaming"])
def test_one_folder_may_be_in_a_store_and_the_other_on_a_disk(
    raw: Location, clean: Location, tmp_path: Path, direction: str
) -> None:
    source: Location = raw if direction == "from the store" else tmp_path / "raw"
    target: Location = tmp_path / "clean" if direction == "from the store" else clean
    if direction == "by renaming":
        target = location(f"local://{tmp_path}/clean")
    run_folder(source, target, Config(), jobs=1)
    assert tree(target) == on_disk(tmp_path)
    assert_proved(target)


def test_an_object_store_whose_client_can_rename_is_not_made_to(
    raw: Location, clean: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = importlib.import_module("fsspec").filesystem("memory")
    monkeypatch.setattr(type(system), "mv", lambda *_, **__: pytest.fail("renamed"))
    run_folder(raw, clean, Config(), jobs=1)
    assert tree(clean) == on_disk(tmp_path)


def test_a_second_run_asks_but_puts_nothing(raw: Location, clean: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    run_folder(raw, clean, Config())
    changed: list[str] = []

    def recording(name: str) -> Callable[..., None]:
        really = getattr(Url, name)

        def recorded(url: Url, *rest: object, **options: object) -> None:
            changed.append(str(url))
            really(url, *rest, **options)

        return recorded

    for name in ("write_bytes", "upload", "copy_to", "unlink"):
        monkeypatch.setattr(Url, name, recording(name))
    summary = run_folder(raw, clean, Config())
    assert summary.counts["unchanged"] == 6
    assert [one for one in changed if "/.ingest/locks/" not in one] == []
    assert Path(summary.log).is_file()  # here, until there is more to tell


def test_what_changed_is_cleaned_and_what_is_gone_is_retired(clean: Location, memory: dict[str, Any]) -> None:
    raw = walks(location("memory://raw"), 3)
    run_folder(raw, clean, Config())
    put(raw, "walk-000.md", TEXT.replace("hill", "mountain"))
    del memory["/raw/walk-001.md"]
    put(raw, "walk-003.md")
    counts = run_folder(raw, clean, Config()).counts
    assert {name: counts[name] for name in ("new", "changed", "unchanged", "retired")} == {
        "new": 1, "changed": 1, "unchanged": 1, "retired": 1,
    }  # fmt: skip
    assert sorted(tree(clean)) == ["walk-000.md", "walk-002.md", "walk-003.md"]
    assert "/out/clean/.ingest/retired/walk-001.md" in memory
    assert_proved(clean)


def test_a_setting_that_affects_few_renews_the_others(raw: Location, clean: Location, tmp_path: Path) -> None:
    run_folder(raw, clean, Config())
    summary = run_folder(raw, clean, Config(ignore=("REF001",)))
    assert (summary.counts["changed"], summary.counts["restamped"]) == (1, 4)
    run_folder(tmp_path / "raw", tmp_path / "local", Config(ignore=("REF001",)), jobs=1)
    assert tree(clean) == tree(tmp_path / "local")
    assert_proved(clean)


def test_a_refused_object_is_kept_and_released(raw: Location, clean: Location, memory: dict[str, Any]) -> None:
    run_folder(raw, clean, Config())
    kept = "/out/clean/.ingest/quarantine/binary.txt"
    assert memory[f"{kept}/raw"].getvalue() == bytes(range(32)) * 40
    assert "ingest check memory://raw/binary.txt" in json.loads(memory[f"{kept}/reason.json"].getvalue())["try_again"]
    put(raw, "binary.txt", "Now it is a text.\n")
    assert run_folder(raw, clean, Config()).counts["newly-fixed"] == 1
    assert not [name for name in memory if "quarantine" in name]


def test_a_foreign_object_in_a_documents_place_is_kept(clean: Location, memory: dict[str, Any]) -> None:
    raw = walks(location("memory://raw"), 1)
    put(clean, "walk-000.md", "mine\n")
    assert run_folder(raw, clean, Config()).counts["displaced"] == 1
    assert memory["/out/clean/.ingest/displaced/walk-000.md"].getvalue() == b"mine\n"


def test_a_lost_document_and_a_change_behind_the_time_stamp_are_seen(clean: Location, memory: dict[str, Any]) -> None:
    raw = walks(location("memory://raw"), 3)
    run_folder(raw, clean, Config())
    before = tree(clean)
    del memory["/out/clean/walk-001.md"]
    assert run_folder(raw, clean, Config()).why == {"missing": 1}
    assert tree(clean) == before
    one = memory["/raw/walk-002.md"]
    one.seek(0)
    one.write(one.getvalue().replace(b"hill", b"dune"))
    assert run_folder(raw, clean, Config()).why == {}
    assert run_folder(raw, clean, Config(), options=Options(rehash=True)).why == {"changed": 1}


def test_the_documents_of_an_archive_are_those_of_one_on_a_disk(clean: Location, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.md", TEXT)
        archive.writestr("two.md", TEXT.replace("hill", "dune"))
        archive.writestr("three.md", bytes(range(32)) * 40)
    raw = location("memory://raw")
    put(raw, "walks.zip", packed.getvalue())
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "walks.zip").write_bytes(packed.getvalue())
    counts = run_folder(raw, clean, Config()).counts
    assert (counts["documents"], counts["quarantined"]) == (2, 1)
    assert tree(clean) == on_disk(tmp_path)
    assert run_folder(raw, clean, Config()).counts["unchanged"] == 1
    assert_proved(clean)
    assert list(folder_of(clean).glob("tmp/*")) == []  # type: ignore[arg-type]


def test_what_another_machine_made_of_an_archive_comes_through_the_store(
    clean: Location, memory: dict[str, Any]
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.md", TEXT)
        archive.writestr("two.md", TEXT.replace("hill", "dune"))
    raw = location("memory://raw")
    put(raw, "walks.zip", packed.getvalue())
    with Session(raw, clean, Config()) as session:
        plan = session.make_plan()
        session.clear()
        for shard in plan.shards(1):
            result = run_shard(shard, str(clean), Config(), far=True)
            assert result.inputs[0].spool.startswith("memory://out/clean/.ingest/tmp/")
            session.commit(result)
        assert session.finish().counts["documents"] == 2
    assert not [name for name in memory if ".ingest/tmp" in name]
    assert_proved(clean)


def test_workers_of_one_machine_have_one_copy_of_a_container(memory: dict[str, Any], tmp_path: Path) -> None:
    url = location("memory://raw") / "walks.zip"
    assert isinstance(url, Url)
    url.write_bytes(b"as it was")
    begun: list[int] = []
    go_on = threading.Event()

    def work(number: int) -> bytes:
        with copied(str(url), (9, 1), tmp_path) as path:
            begun.append(number)
            if len(begun) == 3:
                del memory["/raw/walks.zip"]  # nobody needs to fetch it again
                go_on.set()
            assert go_on.wait(60)
            return Path(path).read_bytes()

    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(work, range(3))) == [b"as it was"] * 3
    assert list(tmp_path.glob("*.copy")) == []  # it is gone with the last one
    with pytest.raises(FileNotFoundError), copied(str(url), (9, 1), tmp_path):
        pass
    url.write_bytes(b"as it is by now")
    with copied(str(url), (15, 2), tmp_path) as path:
        assert Path(path).read_bytes() == b"as it is by now"


def test_workers_that_come_at_the_same_time_do_not_wait_for_one_another(tmp_path: Path) -> None:
    (tmp_path / "walks.zip").write_bytes(b"walks")
    folder = tmp_path / "tmp"
    folder.mkdir()
    for _ in range(25):  # whoever waits for the others' end does so in one round of eight
        together = threading.Barrier(3)

        def work(_: int, together: threading.Barrier = together) -> None:
            together.wait(30)
            with copied(f"local://{tmp_path}/walks.zip", (5, 1), folder):
                together.wait(30)

        with ThreadPoolExecutor(3) as threads:
            list(threads.map(work, range(3)))
        assert list(folder.iterdir()) == []


def test_the_copy_of_a_worker_that_died_is_the_next_ones(tmp_path: Path) -> None:
    (tmp_path / "walks.zip").write_bytes(b"walks")
    folder = tmp_path / "tmp"
    folder.mkdir()
    real = f"local://{tmp_path}/walks.zip"
    dying = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from ingest.remote.read import copied\n"
        "with copied(sys.argv[1], (5, 1), Path(sys.argv[2])):\n"
        "    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", dying, real, str(folder)], check=False).returncode == 9
    (tmp_path / "walks.zip").unlink()
    with copied(real, (5, 1), folder) as path:
        assert Path(path).read_bytes() == b"walks"
    assert list(folder.iterdir()) == []


def test_an_archive_that_does_not_fit_here_is_refused(
    clean: Location, memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.md", TEXT)
    put(location("memory://raw"), "walks.zip", packed.getvalue())
    monkeypatch.setattr("ingest.remote.read.RESERVE", shutil.disk_usage("/").total * 2)
    run_folder(location("memory://raw"), clean, Config())
    told = json.loads(memory["/out/clean/.ingest/quarantine/walks.zip/reason.json"].getvalue())
    assert "do not fit" in told["reason"]
    assert "INGEST_STATE" in told["hint"]


def test_folders_that_cannot_work_together_are_refused(raw: Location, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="same folder"):
        run_folder(raw, raw, Config())
    with pytest.raises(UsageError, match="lies inside"):
        run_folder(raw, location(f"{raw}/clean"), Config())
    with pytest.raises(UsageError, match="holds no files"):
        run_folder(location("memory://nothing/here"), tmp_path / "clean", Config())


def test_records_need_a_folder_of_this_machine(raw: Location, clean: Location, memory: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="ingest export"):
        run_folder(raw, clean, Config(output="jsonl"))
    assert not [name for name in memory if name.startswith("/out/")]


# the catalog's way there and back


def other_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INGEST_STATE", str(tmp_path / "other machine"))


def test_another_machine_goes_on_where_this_one_ended(
    clean: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memory: dict[str, Any]
) -> None:
    raw = walks(location("memory://raw"), 3)
    run_folder(raw, clean, Config())
    with monkeypatch.context() as patch:
        other_machine(patch, tmp_path)
        assert run_folder(raw, clean, Config()).counts["unchanged"] == 3
        put(raw, "walk-003.md")
        assert run_folder(raw, clean, Config()).why == {"new": 1}
    assert states(clean) == ["Completed", "NothingToDo", "Completed"]  # fetched from the store
    del memory["/raw/walk-003.md"]
    assert run_folder(raw, clean, Config()).counts["retired"] == 1


def test_a_clean_folder_that_was_emptied_is_made_anew(clean: Location, memory: dict[str, Any]) -> None:
    raw = walks(location("memory://raw"), 3)
    run_folder(raw, clean, Config())
    before = tree(clean)
    for name in [name for name in memory if name.startswith("/out/")]:
        del memory[name]
    assert run_folder(raw, clean, Config()).why == {"new": 3}
    assert tree(clean) == before


def test_a_run_whose_catalog_cannot_be_put_back_is_completed_by_the_next(
    clean: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = walks(location("memory://raw"), 3)

    def fails(*_: object) -> None:
        raise OSError(5, "the store does not answer", str(clean))

    with monkeypatch.context() as patch:
        patch.setattr(State, "save", fails)
        with pytest.raises(IngestError, match="does not answer"):
            run_folder(raw, clean, Config())
    documents = tree(clean)
    with monkeypatch.context() as patch:
        other_machine(patch, tmp_path)  # knows nothing of it: does it again, to the same bytes
        summary = run_folder(raw, clean, Config())
        assert (summary.why, summary.counts.get("displaced")) == ({"new": 3}, None)
    assert tree(clean) == documents
    assert run_folder(raw, clean, Config()).counts["unchanged"] == 3
    assert_proved(clean)


def test_what_this_machine_did_is_told_by_its_next_run(clean: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = walks(location("memory://raw"), 3)
    with monkeypatch.context() as patch:
        patch.setattr(remote_run.Remote, "publish", lambda *_: ("", ""))
        run_folder(raw, clean, Config())
    assert run_folder(raw, clean, Config()).counts["unchanged"] == 3
    assert (clean / ".ingest/catalog.sqlite").exists()


def test_a_long_run_puts_the_catalog_back_from_time_to_time(
    clean: Location, monkeypatch: pytest.MonkeyPatch, memory: dict[str, Any]
) -> None:
    monkeypatch.setattr(remote_run, "SAVE_SECONDS", 0.0)
    monkeypatch.setattr(remote_run, "SAVE_SHARE", 1e9)
    with Session(walks(location("memory://raw"), 2), clean, Config()) as session:
        session.make_plan()
        session.clear()
        assert session.remote is not None
        session.remote.committed(session.catalog)
        assert "/out/clean/.ingest/catalog.sqlite" in memory


def test_a_store_that_does_not_answer_is_no_empty_folder(
    clean: Location, monkeypatch: pytest.MonkeyPatch, memory: dict[str, Any]
) -> None:
    raw = walks(location("memory://raw"), 3)
    run_folder(raw, clean, Config())
    really = Url.listed

    def fails(url: Url) -> list[places.Listed]:
        if "/.ingest/" in str(url):
            return really(url)
        raise OSError(5, "timed out", str(url))

    monkeypatch.setattr(Url, "listed", fails)
    with pytest.raises(UsageError, match="timed out"):
        run_folder(raw, clean, Config())
    assert "/out/clean/walk-000.md" in memory


# the lock


def test_a_second_run_ends_as_lock_held(
    raw: Location, clean: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_lock, "WAIT_SECONDS", 0.01)
    with Session(raw, clean, Config()):
        with pytest.raises(LockedError, match=r"another run is at work there \(process \d+ on .*, for \d+ s, run "):
            run_folder(raw, clean, Config())
        other_machine(monkeypatch, tmp_path)
        with pytest.raises(LockedError, match=r"memory://out/clean: another run .* run \d.*ignored after 150 s"):
            run_folder(raw, clean, Config())
    assert run_folder(raw, clean, Config()).counts["documents"] == 5


def left_behind(clean: Location, age: float, state: str) -> None:
    """A lock that a run left which was killed so many seconds ago."""
    put(clean, ".ingest/locks/20260101T000000-000000.json", json.dumps(
        {"pid": 1, "host": "gone", "since": time.time() - age, "run": "x", "state": state, "flow_run": "a-flow-run"}
    ))  # fmt: skip


def test_a_lock_of_another_machine_holds_until_it_is_silent_for_long(
    raw: Location, clean: Location, memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(clean, 3600, "elsewhere")
    with pytest.raises(LockedError, match="process 1 on gone, for 36"):
        run_folder(raw, clean, Config())
    monkeypatch.setattr(remote_lock, "DEAD_SECONDS", 0.0)
    with Session(raw, clean, Config()) as session:
        assert session.lock.dead == ["a-flow-run"]
    assert not [name for name in memory if "/locks/" in name]


def test_a_lock_that_a_dead_run_of_this_machine_left_holds_nobody(raw: Location, clean: Location) -> None:
    assert isinstance(clean, Url)
    left_behind(clean, 1, State(clean).id)
    assert run_folder(raw, clean, Config()).counts["documents"] == 5


def test_a_lock_beats_and_a_run_that_lost_it_stops(
    raw: Location, clean: Location, memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_lock, "BEAT_SECONDS", 0.01)
    with Session(raw, clean, Config()) as session:
        remote = session.remote
        assert remote is not None
        name = next(name for name in memory if "/locks/" in name)
        first = memory[name]
        wait_until(lambda: memory.get(name) is not first)
        memory.clear()
        wait_until(lambda: remote.lost)
        with pytest.raises(LostError, match="lock is gone"):
            remote.committed(session.catalog)


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(3000):
        if true():
            return
        time.sleep(0.02)
    raise AssertionError


# commands


def test_commands_that_read_take_a_url(
    raw: Location, clean: Location, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["run", "--direct", str(raw), str(clean)]) == 1
    assert f"5 documents in {clean}" in capsys.readouterr().out
    other_machine(monkeypatch, tmp_path)
    document = f"{clean}/wiki/kiln.md"

    def said(*command: str, code: int = 0) -> str:
        assert main(list(command)) == code
        return capsys.readouterr().out

    assert "Lime Kiln" in said("show", document)
    assert "-## References[object Object]" in said("diff", f"{raw}/wiki/kiln.md", "--clean", str(clean))
    assert "wiki/kiln.md" in said("ls", str(clean))
    assert "5 documents, 1 in quarantine" in said("stats", str(clean))
    assert "CompletedWithQuarantine" in said("runs", str(clean))
    assert "kiln.md" in said("log", "--clean", str(clean))
    assert "every promise holds" in said("verify", str(clean))
    assert "report.html" in said("report", str(clean))
    assert "5 documents in 1 shard" in said("export", str(clean), "-o", str(tmp_path / "export"))
    assert "would change" in said("check", str(raw), code=1)
    assert "REF001" in said("check", f"{raw}/wiki/kiln.md", code=1)
    assert "REF001" in said("try", "REF001", str(raw))
    main(["undo", document])
    assert capsys.readouterr().out == (tmp_path / "raw" / "wiki" / "kiln.md").read_text(encoding="utf-8")


def test_a_url_without_a_catalog_is_told_so(memory: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    del memory
    assert main(["stats", "memory://empty/clean"]) == 2
    assert "memory://empty/clean holds no catalog" in capsys.readouterr().err


# kills

SMALL_SHARDS = "import sys, ingest.plan; ingest.plan.SHARD_ITEMS = 4; from ingest.cli import main; sys.exit(main())"


def start(raw: Location, clean: Location, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SMALL_SHARDS, "run", "--direct", "-q", "-j", "1", *options, str(raw), str(clean)]
    return subprocess.Popen(command)


def killed_in_mid_run(raw: Location, clean: Location) -> None:
    """A run over many documents that is killed when the first of them are there."""
    process = start(raw, clean)
    try:
        wait_until(lambda: len(tree(clean)) > 8 or process.poll() is not None)
        os.kill(process.pid, signal.SIGKILL)
    finally:
        process.wait()
    assert process.returncode == -signal.SIGKILL


def test_a_killed_run_is_completed_by_the_next(tmp_path: Path) -> None:
    raw, clean = location(f"local://{tmp_path}/raw"), location(f"local://{tmp_path}/clean")
    walks(raw, 70)
    killed_in_mid_run(raw, clean)
    summary = run_folder(raw, clean, Config())
    run_folder(tmp_path / "raw", tmp_path / "undisturbed", Config(), jobs=1)
    assert tree(clean) == tree(tmp_path / "undisturbed")
    assert (len(summary.crashed), summary.counts.get("displaced")) == (1, None)
    assert_proved(clean)
    assert not list((tmp_path / "clean" / ".ingest" / "locks").iterdir())


# a server


@needs_s3
def test_on_s3_the_documents_are_the_same_and_each_costs_two_requests(server: Server, tmp_path: Path) -> None:
    raw = uploaded(make_raw(tmp_path), location(f"s3://{BUCKET}/raw"))
    clean = location(f"s3://{BUCKET}/clean")
    server.requests()
    run_folder(raw, clean, Config(), jobs=1)
    asked = server.requests()
    assert [method for method, key in asked if key == "raw/plain.txt"] == ["GET"]
    assert sorted(method for method, key in asked if key == "clean/plain.md") == [
        "GET",
        "GET",
        "PUT",
    ]  # one for the report
    assert tree(clean) == on_disk(tmp_path)
    server.requests()
    assert run_folder(raw, clean, Config(), jobs=1).counts["unchanged"] == 6
    assert server.puts() == []
    put(raw, "plain.txt", TEXT)
    server.requests()
    assert run_folder(raw, clean, Config(), jobs=1).why == {"changed": 1}
    assert [key for key in server.puts() if "/.ingest/" not in key] == ["clean/plain.md"]
    (raw / "arabic.txt").unlink()
    assert run_folder(raw, clean, Config(), jobs=1).counts["retired"] == 1
    assert (clean / ".ingest/retired/arabic.md").exists()
    assert_proved(clean)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the most memory so far is read from /proc")
@needs_s3
def test_a_large_object_is_fetched_in_little_memory(server: Server, tmp_path: Path) -> None:
    del server
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(64 << 20)
    url = location(f"s3://{BUCKET}/large")
    assert isinstance(url, Url)
    url.upload(large)
    code = f"""
from pathlib import Path
from ingest.places import Url

def peak():
    (line,) = (one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) >> 10

url = Url("{url}")
url.exists()
before = peak()
with url.open() as file:
    file.read(8192)
url.download(Path({str(tmp_path / "back")!r}))
print(peak() - before)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert (tmp_path / "back").stat().st_size == 64 << 20
    assert int(done.stdout) < 40


@needs_s3
def test_on_s3_workers_share_a_container(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(40):
            archive.writestr(f"walk-{number}.md", TEXT.replace("A walk", f"Walk {number}"))
        archive.writestr("noise.md", bytes(range(32)) * 40)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "walks.zip").write_bytes(packed.getvalue())
    raw = uploaded(tmp_path / "raw", location(f"s3://{BUCKET}/packed"))
    clean = location(f"s3://{BUCKET}/unpacked")
    monkeypatch.setattr("ingest.plan.SHARED_BYTES", 1)
    server.requests()
    with Session(raw, clean, Config()) as session, ThreadPoolExecutor(2) as threads:
        shards = list(session.make_plan().shards(2))
        assert [shard.share for shard in shards] == [(0, 2), (1, 2)]
        session.clear()
        for result in threads.map(lambda shard: run_shard(shard, str(clean), Config(), far=True), shards):
            session.commit(result)
        counts = session.finish().counts
    asked = [key for method, key in server.requests() if method == "GET"]
    # The plan's look at its head, one of each worker, and the copy; two where one worker is through before the other begins
    assert asked.count("packed/walks.zip") in {4, 5}
    assert (counts["documents"], counts["quarantined"]) == (40, 1)
    assert tree(clean) == on_disk(tmp_path)
    assert run_folder(raw, clean, Config()).why == {}
    assert_proved(clean)
    assert isinstance(clean, Url)
    assert list((folder_of(clean) / "tmp").glob("*")) == []


@pytest.mark.slow
@needs_s3
def test_on_s3_a_killed_run_is_completed_and_two_at_once_are_kept_apart(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del server
    raw, clean = walks(location(f"s3://{BUCKET}/many"), 70), location(f"s3://{BUCKET}/cleaned")
    killed_in_mid_run(raw, clean)
    with Session(raw, clean, Config()), monkeypatch.context() as patch:
        other_machine(patch, tmp_path)
        assert start(raw, clean).wait() == 2
    assert start(raw, clean, "-j", "2").wait() == 0
    assert start(raw, tmp_path / "undisturbed").wait() == 0
    assert tree(clean) == tree(tmp_path / "undisturbed")
    with Catalog(clean) as catalog:
        assert "displaced" not in catalog.last_counts()
        assert catalog.last_counts()["documents"] == 70
    assert_proved(clean)


def test_a_store_that_stops_answering_stops_the_run_and_refuses_nothing(
    clean: Location, monkeypatch: pytest.MonkeyPatch, memory: dict[str, Any]
) -> None:
    raw = walks(location("memory://raw"), 3)
    really = Url.read_bytes

    def fails(url: Url) -> bytes:
        if url.name == "walk-001.md" and url.parent == raw:
            raise OSError(5, "timed out", str(url))
        return really(url)

    with monkeypatch.context() as patch:
        patch.setattr(Url, "read_bytes", fails)
        with pytest.raises(StoreError, match=r"walk-001\.md: cannot be read: timed out"):
            run_folder(raw, clean, Config())
    assert not [name for name in memory if "quarantine" in name]
    assert states(clean) == ["Failed"]
    assert run_folder(raw, clean, Config()).counts["documents"] == 3
