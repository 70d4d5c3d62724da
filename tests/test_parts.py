"""A run that writes records: the same documents, in parts that a reader of the folder sees whole, once and up to date."""

from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types
import pytest
import zstandard
from folders import PAGE, make_raw

from ingest import folding
from ingest.commands.locate import find
from ingest.config import Config, load
from ingest.errors import UsageError
from ingest.export import MANIFEST, clean_text, export, raw_bytes
from ingest.parts import FORMS
from ingest.plan import Options
from ingest.run import run_folder
from ingest.session import Summary
from ingest.stopping import Stop, StoppedError
from ingest.store import Catalog
from ingest.verify import load as load_document
from ingest.verify import verify
from ingest.workers import Workers

RECORDS = FORMS[1:]

TEXT = "The lamp in the tower was lit at six, and the boats came in one after the other. Nobody said a word.  \n"


def run(folder: Path, form: str, options: Options | None = None) -> Summary:
    return run_folder(folder / "raw", folder / "clean", Config(output=form), options=options, jobs=1)


def records(clean: Path) -> dict[str, dict[str, Any]]:
    """All records by source, as a reader finds them who looks at the names of the files alone. None comes twice."""
    found: list[dict[str, Any]] = []
    for path in clean.glob("*.jsonl.zst"):
        data = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(path.read_bytes())).read()
        found += map(json.loads, data.decode().splitlines())
    for path in clean.glob("*.parquet"):
        found += pyarrow.parquet.read_table(path).to_pylist()
    sources = [one["source"] for one in found]
    assert len(set(sources)) == len(sources)
    return dict(zip(sources, found, strict=True))


def parts(clean: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in clean.glob("part-*")}


def documents(clean: Path) -> list[str]:
    return sorted(str(path.relative_to(clean)) for path in clean.rglob("*.md") if ".ingest" not in path.parts)


def problems(clean: Path) -> list[list[str]]:
    return [one.problems for one in verify(clean) if one.problems]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of some ten documents."""
    monkeypatch.setattr(folding, "LEAST_BYTES", 4_000)
    monkeypatch.setattr(folding, "MEAN_BYTES", 16_000)
    monkeypatch.setattr(folding, "MOST_BYTES", 60_000)


def many(folder: Path, number: int = 80) -> None:
    """Plain files, and some in a container."""
    for n in range(number):
        path = folder / "raw" / f"{n % 7}" / f"{n}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Day {n}\n\n{TEXT}")
    lines = [json.dumps({"url": f"https://a.example/{n}", "text": f"Entry {n}. {TEXT}"}) for n in range(number // 2)]
    (folder / "raw" / "items.jsonl").write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize("form", RECORDS)
def test_the_records_are_those_of_an_export(tmp_path: Path, form: str) -> None:
    make_raw(tmp_path)
    summary = run(tmp_path, form)
    assert (summary.counts["documents"], summary.counts["quarantined"]) == (5, 1)
    found = records(tmp_path / "clean")
    run_folder(tmp_path / "raw", tmp_path / "files", Config(), jobs=1)
    export(tmp_path / "files", tmp_path / "exported", form)
    assert found == records(tmp_path / "exported")
    for source, record in found.items():
        assert clean_text(record).encode() == (tmp_path / "files" / record["path"]).read_bytes()
        assert raw_bytes(record) == (tmp_path / "raw" / source).read_bytes()
    assert documents(tmp_path / "clean") == (["README.md"] if form == "jsonl" else [])
    # A folder of records can be exported too.
    export(tmp_path / "clean", tmp_path / "again", form)
    assert parts(tmp_path / "again") == parts(tmp_path / "exported")


@pytest.mark.parametrize("form", RECORDS)
def test_commands_find_the_documents(tmp_path: Path, form: str) -> None:
    raw = make_raw(tmp_path)
    run(tmp_path, form)
    assert problems(tmp_path / "clean") == []
    for name in ("wiki/kiln.md", "page.html", "page.md"):
        with find(name, tmp_path / "clean") as found:
            document = load_document(found.catalog, found.row)
    assert document.clean.startswith("---\ntitle: Sluice gates opened")
    assert document.raw == (raw / "page.html").read_text()
    assert "Sluice" in (tmp_path / "clean/.ingest/report.html").read_text()


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.usefixtures("small")
def test_parts_depend_on_the_documents_alone(tmp_path: Path, form: str) -> None:
    many(tmp_path)
    run(tmp_path, form)
    once = parts(tmp_path / "clean")
    assert len(once) > 3
    assert len(records(tmp_path / "clean")) == 120
    # With two workers
    run_folder(tmp_path / "raw", tmp_path / "two", Config(output=form), jobs=2)
    assert parts(tmp_path / "two") == once
    # In another order, with changes in between
    rng = random.Random(5)  # noqa: S311 - no secret
    paths = list((tmp_path / "raw").rglob("*.txt"))
    texts = {path: path.read_text() for path in paths}
    for path in rng.sample(sorted(paths), 30):
        path.unlink()
    for path in rng.sample(sorted(one for one in paths if one.exists()), 10):
        path.write_text(TEXT * rng.randrange(1, 90))
    run(tmp_path, form, options=Options(accept=True))
    assert len(records(tmp_path / "clean")) == 90
    assert problems(tmp_path / "clean") == []
    for path, text in texts.items():
        path.write_text(text)
    run(tmp_path, form, options=Options(accept=True))
    assert parts(tmp_path / "clean") == once
    assert problems(tmp_path / "clean") == []


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.usefixtures("small")
def test_a_change_rewrites_the_part_it_is_in(tmp_path: Path, form: str) -> None:
    many(tmp_path)
    run(tmp_path, form)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "clean").glob("part-*")}
    path = tmp_path / "raw/3/24.txt"
    path.write_text(path.read_text() + "One more line.\n")
    summary = run(tmp_path, form)
    assert summary.counts["changed"] == 1
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "clean").glob("part-*")}
    assert 1 <= len(before.items() ^ after.items()) <= 4
    assert "One more line." in records(tmp_path / "clean")["3/24.txt"]["text"]
    assert len(records(tmp_path / "clean")) == 120
    state = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "clean").glob("[!.]*")}
    assert run(tmp_path, form).state == "NothingToDo"
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "clean").glob("[!.]*")} == state


@pytest.mark.parametrize("form", RECORDS)
def test_what_is_gone_or_refused_vanishes_and_can_be_undone(tmp_path: Path, form: str) -> None:
    raw = make_raw(tmp_path)
    run(tmp_path, form)
    kiln = (raw / "wiki/kiln.md").read_bytes()
    (raw / "wiki/kiln.md").unlink()
    (raw / "plain.txt").write_bytes(bytes(range(32)) * 40)
    summary = run(tmp_path, form)
    assert (summary.counts["retired"], summary.counts["newly-failing"]) == (1, 1)
    assert sorted(records(tmp_path / "clean")) == ["arabic.txt", "hostile.txt", "page.html"]
    assert problems(tmp_path / "clean") == []
    with find("wiki/kiln.md", tmp_path / "clean") as found:
        assert found.row["status"] == "retired"
        assert load_document(found.catalog, found.row).raw.encode() == kiln
    (raw / "wiki/kiln.md").write_bytes(kiln)
    (raw / "plain.txt").write_text(TEXT)
    run(tmp_path, form)
    assert len(records(tmp_path / "clean")) == 5
    assert problems(tmp_path / "clean") == []
    # Nothing is left: no part either
    shutil.rmtree(raw)
    raw.mkdir()
    run(tmp_path, form, options=Options(accept=True))
    assert parts(tmp_path / "clean") == {}
    assert json.loads((tmp_path / "clean" / MANIFEST).read_text())["documents"] == 0


def test_what_is_written_can_be_changed(tmp_path: Path) -> None:
    raw = make_raw(tmp_path)
    (raw / "README.txt").write_text(TEXT)
    run(tmp_path, "files")
    files = {name: (tmp_path / "clean" / name).read_bytes() for name in documents(tmp_path / "clean")}
    assert len(files) == 6
    (tmp_path / "clean/arabic.md").write_text("A person's own words.")
    for form in ("jsonl", "parquet", "jsonl"):
        summary = run(tmp_path, form)
        assert summary.counts["documents"] == 6
        assert len(records(tmp_path / "clean")) == 6
        assert len(parts(tmp_path / "clean")) == 1
        assert documents(tmp_path / "clean") == (["README.md"] if form == "jsonl" else [])
        assert problems(tmp_path / "clean") == []
    assert (tmp_path / "clean/.ingest/displaced/arabic.md").read_text() == "A person's own words."
    run(tmp_path, "files")
    assert {name: (tmp_path / "clean" / name).read_bytes() for name in documents(tmp_path / "clean")} == files
    assert parts(tmp_path / "clean") == {}
    assert not (tmp_path / "clean" / MANIFEST).exists()
    assert problems(tmp_path / "clean") == []
    assert list((tmp_path / "clean/.ingest/displaced").rglob("*.md")) == [
        tmp_path / "clean/.ingest/displaced/arabic.md"
    ]


class Killed(Exception):
    """Stands for the death of the process."""


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.parametrize("place", ["_keep_retired", "_rewrite", "_finish", "_put", "_describe"])
@pytest.mark.usefixtures("small")
def test_a_killed_run_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, place: str
) -> None:
    many(tmp_path, 40)
    run(tmp_path, form)
    for n in range(0, 40, 3):
        (tmp_path / f"raw/{n % 7}/{n}.txt").write_text(TEXT * n)
    (tmp_path / "raw/1/1.txt").unlink()
    run_folder(tmp_path / "raw", tmp_path / "fresh", Config(output=form), jobs=1)
    whole: Callable[..., None] = getattr(folding.Folding, place)
    calls = 0

    def killed(self: folding.Folding, *arguments: object) -> None:
        nonlocal calls
        calls += 1
        if calls > 1 or place in {"_rewrite", "_keep_retired", "_describe"}:
            raise Killed
        whole(self, *arguments)

    monkeypatch.setattr(folding.Folding, place, killed)
    with pytest.raises(Killed):
        run(tmp_path, form)
    monkeypatch.setattr(folding.Folding, place, whole)
    run(tmp_path, form)
    assert parts(tmp_path / "clean") == parts(tmp_path / "fresh")
    assert problems(tmp_path / "clean") == []
    assert list((tmp_path / "clean/.ingest/staged").iterdir()) == []


@pytest.mark.usefixtures("small")
def test_verify_tells_of_files_that_readers_take_for_parts(tmp_path: Path) -> None:
    many(tmp_path, 20)
    run(tmp_path, "jsonl")
    shutil.copy(min((tmp_path / "clean").glob("part-*")), tmp_path / "clean" / "copy.jsonl.zst")
    assert [(one.source, one.status) for one in verify(tmp_path / "clean") if one.problems] == [
        ("copy.jsonl.zst", "part")
    ]


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.usefixtures("small")
def test_a_part_that_was_lost_or_changed_is_made_anew(tmp_path: Path, form: str) -> None:
    many(tmp_path, 40)
    run(tmp_path, form)
    once = parts(tmp_path / "clean")
    first, second, *_ = sorted(once)
    (tmp_path / "clean" / first).unlink()
    (tmp_path / "clean" / second).write_bytes(b"something else")
    assert problems(tmp_path / "clean")
    summary = run(tmp_path, form)
    assert summary.why["missing"] > 1
    assert parts(tmp_path / "clean") == once
    assert (tmp_path / "clean/.ingest/displaced" / second).read_bytes() == b"something else"
    assert problems(tmp_path / "clean") == []


def test_a_damaged_segment_does_not_stand_in_the_way_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_raw(tmp_path)
    fold = folding.Folding.fold

    def damaging(self: folding.Folding, workers: Workers, stop: Stop) -> None:
        for path in (tmp_path / "clean/.ingest/staged").iterdir():
            path.write_bytes(b"\0" * path.stat().st_size)
        fold(self, workers, stop)

    monkeypatch.setattr(folding.Folding, "fold", damaging)
    with pytest.raises(folding.UnreadableError, match="run again"):
        run(tmp_path, "jsonl")
    monkeypatch.setattr(folding.Folding, "fold", fold)
    run(tmp_path, "jsonl")
    assert len(records(tmp_path / "clean")) == 5


@pytest.mark.usefixtures("small")
def test_a_request_to_stop_is_met_between_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many(tmp_path, 40)
    finish = folding.Folding._finish  # noqa: SLF001 - where a part has come to its place
    asked: list[Stop] = []
    fold = folding.Folding.fold

    def begin(self: folding.Folding, workers: Workers, stop: Stop | None = None) -> None:
        assert stop is not None
        asked.append(stop)
        fold(self, workers, stop)

    def stop_after_one(*one: Any) -> None:  # noqa: ANN401 - handed through
        finish(*one)
        asked[0].ask()

    monkeypatch.setattr(folding.Folding, "fold", begin)
    monkeypatch.setattr(folding.Folding, "_finish", stop_after_one)
    with pytest.raises(StoppedError):
        run(tmp_path, "jsonl")
    assert parts(tmp_path / "clean")
    assert not (tmp_path / "clean" / MANIFEST).exists()
    monkeypatch.undo()
    monkeypatch.setattr(folding, "LEAST_BYTES", 4_000)
    monkeypatch.setattr(folding, "MEAN_BYTES", 16_000)
    monkeypatch.setattr(folding, "MOST_BYTES", 60_000)
    run(tmp_path, "jsonl")
    assert len(records(tmp_path / "clean")) == 60
    assert problems(tmp_path / "clean") == []


@pytest.mark.parametrize("form", RECORDS)
def test_records_of_a_container_that_are_gone_are_counted(tmp_path: Path, form: str) -> None:
    many(tmp_path, 20)
    run(tmp_path, form)
    path = tmp_path / "raw/items.jsonl"
    path.write_text("\n".join(path.read_text().splitlines()[:4]) + "\n")
    assert run(tmp_path, form).counts["retired"] == 6
    assert len(records(tmp_path / "clean")) == 24
    assert problems(tmp_path / "clean") == []


def test_what_is_written_is_a_setting(tmp_path: Path) -> None:
    (tmp_path / "ingest.yaml").write_text("output: parquet\n")
    config = load(tmp_path / "ingest.yaml")
    assert config.output == "parquet"
    assert config.digest == Config().digest
    with pytest.raises(UsageError, match="output: expected files, jsonl or parquet, found 'csv'"):
        load(None, output="csv")


@pytest.mark.usefixtures("small")
def test_the_list_of_parts_holds_their_digests(tmp_path: Path) -> None:
    many(tmp_path, 40)
    run(tmp_path, "jsonl")
    manifest = json.loads((tmp_path / "clean" / MANIFEST).read_text())
    assert {one["name"]: one["sha256"] for one in manifest["shards"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in parts(tmp_path / "clean").items()
    }
    assert sum(one["documents"] for one in manifest["shards"]) == manifest["documents"] == 60
    with Catalog(tmp_path / "clean") as catalog:
        assert catalog.totals()["documents"] == 60


def test_a_page_that_recurs_under_another_name_is_found_in_its_part(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.html").write_text(PAGE)
    run(tmp_path, "jsonl")
    (tmp_path / "raw/a.html").rename(tmp_path / "raw/b.html")
    run(tmp_path, "jsonl", options=Options(accept=True))
    assert list(records(tmp_path / "clean")) == ["b.html"]
    assert [one.status for one in verify(tmp_path / "clean")] == ["retired", "clean"]
    assert problems(tmp_path / "clean") == []
