"""Records of a clean folder: what they hold, that they can be undone, and that an export is written whole or not at all."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
import zstandard
from folders import clean_folder

from ingest import export as exporting
from ingest.cli import main
from ingest.errors import UsageError
from ingest.export import COLUMNS, clean_text, export, raw_bytes
from ingest.metadata.schema import FIELDS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    clean_folder(tmp_path)
    return tmp_path


def lines(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob("part-*.jsonl.zst")):
        with path.open("rb") as file:
            stream = zstandard.ZstdDecompressor().stream_reader(file)
            found += [json.loads(line) for line in io.TextIOWrapper(stream, encoding="utf-8")]
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_document_is_a_record_with_all_columns(root: Path) -> None:
    result = export(root / "clean", root / "out", "jsonl")
    records = lines(root / "out")
    documents = sorted(str(p.relative_to(root / "clean")) for p in (root / "clean").rglob("*.md"))
    assert sorted(one["path"] for one in records) == documents
    assert result.documents == len(documents) > 1
    assert all(list(one) == list(COLUMNS) for one in records)
    kiln = next(one for one in records if one["source"] == "wiki/kiln.md")
    assert (kiln["title"], kiln["authors"], kiln["published"]) == ("Lime Kiln", ["Wikipedia"], "2020-05-06")
    assert kiln["text"].startswith("# Lime Kiln\n")
    assert json.loads(kiln["extra"]) == {"origin": "quarry"}
    assert any(one["rule"].startswith("DMG") for one in json.loads(kiln["findings"]))
    assert any(one["source_key"] == "pubDate" for one in json.loads(kiln["origins"]))


def test_a_record_alone_gives_the_document_and_the_raw_bytes(root: Path) -> None:
    export(root / "clean", root / "out", "jsonl")
    records = lines(root / "out")
    assert len(records) == 5
    for one in records:
        assert clean_text(one) == (root / "clean" / one["path"]).read_text()
        assert raw_bytes(one) == (root / "raw" / one["source"]).read_bytes()


def test_a_record_that_was_changed_is_not_undone(root: Path) -> None:
    export(root / "clean", root / "out", "jsonl")
    one = lines(root / "out")[0]
    with pytest.raises(ValueError, match=r"undoing gives other bytes|does not fit"):
        raw_bytes({**one, "text": one["text"] + "More."})


def test_parquet_holds_the_same_records(root: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra: ingest[parquet]")
    export(root / "clean", root / "lines", "jsonl")
    export(root / "clean", root / "out", "parquet")
    table = parquet.read_table(root / "out")  # a whole folder: nothing in it is in the reader's way
    assert table.to_pylist() == lines(root / "lines")
    assert {str(table.schema.field(name).type) for name in ("extra", "ledger", "provenance")} == {"string"}


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_the_same_folder_gives_the_same_bytes(root: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is an extra: ingest[parquet]")
    export(root / "clean", root / "one", form)
    main(["run", "--direct", "-q", "--force", str(root / "raw"), str(root / "clean")])
    export(root / "clean", root / "two", form)
    assert files(root / "one") == files(root / "two")


def test_shards_are_cut_by_number_and_size(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = export(root / "clean", root / "whole", "jsonl")
    monkeypatch.setattr(exporting, "SHARD_DOCUMENTS", 2)
    cut = export(root / "clean", root / "cut", "jsonl")
    assert list(cut.shards.values())[:-1] == [2] * (len(cut.shards) - 1)
    assert sum(cut.shards.values()) == whole.documents
    assert lines(root / "cut") == lines(root / "whole")
    monkeypatch.setattr(exporting, "SHARD_BYTES", 1)
    assert set(export(root / "clean", root / "cut", "jsonl").shards.values()) == {1}


def test_an_export_replaces_an_earlier_one_and_leaves_what_is_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "SHARD_DOCUMENTS", 1)
    before = export(root / "clean", root / "out", "jsonl")
    first = root / "out" / "part-00000.jsonl.zst"
    stamp = first.stat().st_mtime_ns
    last = lines(root / "out")[-1]["source"]
    (root / "raw" / last).unlink()
    main(["run", "--direct", "-q", "--accept", str(root / "raw"), str(root / "clean")])
    after = export(root / "clean", root / "out", "jsonl")
    assert len(list((root / "out").glob("part-*"))) == len(after.shards) == len(before.shards) - 1
    assert first.stat().st_mtime_ns == stamp


def test_the_manifest_and_the_card_say_what_is_there(root: Path) -> None:
    result = export(root / "clean", root / "out", "jsonl")
    manifest = json.loads((root / "out" / "_manifest.json").read_text())
    assert manifest["documents"] == result.documents == sum(one["documents"] for one in manifest["shards"])
    assert {one["name"] for one in manifest["shards"]} == {p.name for p in (root / "out").glob("part-*")}
    card = yaml.safe_load((root / "out" / "README.md").read_text().split("---")[1])
    assert [one["name"] for one in card["dataset_info"]["features"]] == list(COLUMNS)
    assert set(FIELDS) < set(COLUMNS)


def test_other_peoples_folders_are_left_alone(root: Path) -> None:
    other = root / "other"
    other.mkdir()
    (other / "part-00000.parquet").write_text("somebody else's")
    for folder in (other, root / "clean" / "out", root / "raw" / "out", root / "clean"):
        with pytest.raises(UsageError):
            export(root / "clean", folder, "jsonl")
    assert files(other) == {"part-00000.parquet": b"somebody else's"}


def test_a_document_that_is_not_the_one_written_is_left_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "clean" / "wiki" / "kiln.md").write_text("something else")
    assert main(["export", str(root / "clean"), "-o", str(root / "out")]) == 1
    assert "left out: wiki/kiln.md" in capsys.readouterr().err
    assert "wiki/kiln.md" not in {one["source"] for one in lines(root / "out")}


def test_what_goes_wrong_midway_leaves_the_earlier_export(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(root / "clean", root / "out", "jsonl")
    before = files(root / "out")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting._JsonLines, "end", fail)  # noqa: SLF001 - where a full disk shows up
    with pytest.raises(UsageError, match="No space left"):
        export(root / "clean", root / "out", "jsonl")
    assert files(root / "out") == before


def test_half_a_character_pair_in_a_raw_text_is_kept_as_an_escape() -> None:
    assert exporting._json({"a": "\ud800é"}) == '{"a":"\\ud800\\u00e9"}'  # noqa: SLF001 - rare in whole documents
    assert exporting._json({"a": "é"}) == '{"a":"é"}'  # noqa: SLF001 - as above
