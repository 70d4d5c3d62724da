"""A run over containers: each record is a document, what is damaged is quarantined, and re-runs keep in step."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.cli import main
from ingest.config import Config, load
from ingest.errors import UsageError
from ingest.model import Source
from ingest.pipeline import clean_document
from ingest.plan import Options, make_plan
from ingest.run import run_folder
from ingest.session import Session, Summary
from ingest.store import Catalog
from ingest.verify import verify
from ingest.workers import Workers

PROSE = "The lamp in the tower was lit at six, and the boats came in one after the other. Nobody said a word."


def run(folder: Path) -> Summary:
    return run_folder(folder / "raw", folder / "clean", Config(), jobs=1)


def items(folder: Path, *texts: str) -> Path:
    path = folder / "raw" / "items.jsonl"
    path.parent.mkdir(exist_ok=True)
    lines = [
        json.dumps({"url": f"https://a.example/{n}", "title": f"Day {n}", "text": text}) for n, text in enumerate(texts)
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def clean_files(folder: Path) -> list[str]:
    clean = folder / "clean"
    return sorted(str(path.relative_to(clean)) for path in clean.rglob("*.md") if ".ingest" not in path.parts)


def test_each_record_is_a_document_with_its_own_provenance(tmp_path: Path) -> None:
    items(tmp_path, PROSE + " [object Object]", PROSE)
    summary = run(tmp_path)
    assert summary.counts["documents"] == 2
    assert clean_files(tmp_path) == ["items.jsonl/line-1.md", "items.jsonl/line-2.md"]
    text = (tmp_path / "clean" / "items.jsonl" / "line-1.md").read_text()
    assert "source: items.jsonl#line-1" in text
    assert "url: https://a.example/0" in text
    assert "title: Day 0" in text


def front_matter(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = yaml.safe_load(text.split("---")[1])
    return fields


def test_what_a_crawler_knows_is_metadata_or_stands_under_record(tmp_path: Path) -> None:
    facts = {
        "text": PROSE,
        "url": "https://a.example/1",
        "published": "2020-01-02",
        "tags": ["lamps", "boats"],
        "date": "2024-05-06",  # may be the crawl's
        "depth": 3,
        "page": "x" * 5000,
        "empty": "",
    }
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "items.jsonl").write_text(json.dumps(facts) + "\n" + json.dumps({"text": PROSE}) + "\n")
    run(tmp_path)
    fields = front_matter((tmp_path / "clean/items.jsonl/line-1.md").read_text())
    assert (str(fields["published"]), fields["tags"]) == ("2020-01-02", ["lamps", "boats"])
    assert fields["provenance"]["record"] == {"date": "2024-05-06", "depth": "3", "page": "(5,000 characters)"}
    assert "record" not in front_matter((tmp_path / "clean/items.jsonl/line-2.md").read_text())["provenance"]
    assert [one.problems for one in verify(tmp_path / "clean")] == [[], []]


def test_show_tells_of_the_capture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = {"text": PROSE, "url": "https://a.example/1", "crawl_time": "2024-05-06", "etag": "x\x1b[31m7"}
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "items.jsonl").write_text(json.dumps(facts) + "\n" + json.dumps({"text": PROSE}) + "\n")
    run(tmp_path)
    assert main(["show", "items.jsonl#line-1", "--clean", str(tmp_path / "clean")]) == 0
    shown = capsys.readouterr().out
    assert "url       https://a.example/1" in shown
    assert "record    crawl_time: 2024-05-06" in shown
    assert "record    etag: x" in shown
    assert "\x1b" not in shown


def test_an_alias_makes_a_field_of_a_crawlers_key() -> None:
    source = Source("a.jsonl#1", PROSE.encode(), facts={"date": "2024-05-06"})
    fields = clean_document(source, Config(aliases={"date": "published"})).front_matter
    assert fields["published"] == "2024-05-06"
    assert "record" not in fields["provenance"]


def test_the_keys_of_json_lines_come_from_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "ingest.yaml").write_text("jsonl: {content: story}\n")
    config = load(tmp_path / "ingest.yaml")
    (tmp_path / "raw").mkdir()
    line = json.dumps({"url": "https://a.example/1", "text": "Teaser.", "story": PROSE})
    (tmp_path / "raw" / "items.jsonl").write_text(line + "\n")
    run_folder(tmp_path / "raw", tmp_path / "clean", config, jobs=1)
    assert PROSE in (tmp_path / "clean" / "items.jsonl" / "line-1.md").read_text()
    assert config.digest != Config().digest
    (tmp_path / "ingest.yaml").write_text("jsonl: {contents: story}\n")
    with pytest.raises(UsageError, match="jsonl: unknown 'contents'; did you mean 'content'"):
        load(tmp_path / "ingest.yaml")


def test_dates_of_the_transport_are_the_records_and_not_the_documents() -> None:
    page = (
        f"<!DOCTYPE html><html><head><title>Lamps</title></head><body><article><p>{PROSE}</p></article></body></html>"
    )
    facts = {
        "crawled": "2024-05-06T07:08:09Z",
        "Last-Modified": "Tue, 02 Jan 2024 08:00:00 GMT",
        "Content-Language": "xx",
    }
    source = Source("a.warc#1", page.encode(), "text/html", "utf-8", "https://a.example/1", facts)
    fields = clean_document(source).front_matter
    assert fields["provenance"]["record"] == facts
    assert not {"modified", "published", "extra"} & set(fields)
    assert fields["language"] == "en"


def test_the_time_of_a_wikis_revision_is_the_documents() -> None:
    source = Source(
        "a.xml#7", PROSE.encode(), "text/x-wiki", facts={"title": "Lamps", "modified": "2020-01-01T00:00:00Z"}
    )
    assert clean_document(source).front_matter["modified"] == "2020-01-01T00:00:00Z"


def test_undo_and_apply_hold_for_records(tmp_path: Path) -> None:
    items(tmp_path, "Itâ€™s late.  \n\n\n\n" + PROSE, PROSE)
    run(tmp_path)
    checked = list(verify(tmp_path / "clean"))
    assert [one.problems for one in checked] == [[], []]
    assert all(one.undone and one.applied for one in checked)
    items(tmp_path, "Itâ€™s early.  \n\n\n\n" + PROSE, PROSE)
    assert [(one.applied, one.raw_changed) for one in verify(tmp_path / "clean")] == [(False, True), (True, False)]
    (tmp_path / "raw" / "items.jsonl").unlink()
    assert [(one.undone, one.applied) for one in verify(tmp_path / "clean")] == [(True, False), (True, False)]


def test_a_record_that_goes_retires_its_document(tmp_path: Path) -> None:
    items(tmp_path, PROSE, PROSE + " One.", PROSE + " Two.")
    run(tmp_path)
    items(tmp_path, PROSE, PROSE + " Changed.")
    summary = run(tmp_path)
    assert summary.counts["changed"] == 1
    assert summary.counts["retired"] == 1
    assert clean_files(tmp_path) == ["items.jsonl/line-1.md", "items.jsonl/line-2.md"]
    assert run(tmp_path).state == "NothingToDo"


def test_the_next_run_notices_a_lost_document_of_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items(tmp_path, PROSE, PROSE + " One.", PROSE + " Two.")
    with (tmp_path / "raw" / "items.jsonl").open("a") as file:
        file.write('{"url": "u", "te\n')
    run(tmp_path)
    lost = tmp_path / "clean/items.jsonl/line-2.md"
    text = lost.read_bytes()
    lost.unlink()
    summary = run(tmp_path)
    assert summary.why == {"missing": 1}
    assert lost.read_bytes() == text
    # Touched by something else: looked at one by one, once
    (tmp_path / "clean/items.jsonl/note.txt").write_text("mine")
    assert run(tmp_path).why == {}
    monkeypatch.setattr(Catalog, "documents", lambda *_: pytest.fail("a run without changes asks for each record"))
    assert make_plan(tmp_path / "raw", tmp_path / "clean", Config(), Options()).total == 0


def test_several_workers_share_a_container_and_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{PROSE} Number {n}. itâ€™s" for n in range(60)]
    path = items(tmp_path, *texts)
    with path.open("a") as file:
        file.write('{"url": "u", "te\n')
    data = path.read_bytes()
    with zipfile.ZipFile(path.parent / "a.zip", "w") as archive:
        archive.writestr("items.jsonl", data)
        archive.writestr("note.txt", PROSE)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("note.txt", PROSE + " Again.")
    run_folder(path.parent, tmp_path / "one", Config(), jobs=1)
    monkeypatch.setattr("ingest.plan.SHARED_BYTES", 1)
    monkeypatch.setattr("ingest.run.SERIAL_ITEMS", 0)
    summary = run_folder(path.parent, tmp_path / "clean", Config(), jobs=2)
    assert (summary.counts["documents"], summary.counts["quarantined"]) == (122, 2)

    def written(folder: Path) -> dict[str, bytes]:
        return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.md")}

    assert written(tmp_path / "clean") == written(tmp_path / "one")
    assert not [one for one in verify(tmp_path / "clean") if one.problems]
    # Fewer records: those that are gone are retired, once all shares are in
    items(tmp_path, *texts[:50])
    summary = run_folder(path.parent, tmp_path / "clean", Config(), jobs=2)
    assert (summary.counts["retired"], summary.counts["documents"]) == (10, 112)
    assert run_folder(path.parent, tmp_path / "clean", Config(), jobs=2).why == {}


def test_a_run_that_dies_between_two_shares_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = items(tmp_path, *(f"{PROSE} Number {n}." for n in range(40)))
    monkeypatch.setattr("ingest.plan.SHARED_BYTES", 1)
    clean = tmp_path / "clean"

    def dies() -> None:
        with Session(path.parent, clean, Config()) as session, Workers(clean, Config(), 0) as workers:
            session.commit(workers.run(next(session.make_plan().shards(2))))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        dies()
    assert len(clean_files(tmp_path)) == 24  # every other eight
    assert run(tmp_path).why == {"changed": 1}
    assert len(clean_files(tmp_path)) == 40
    # Dies again, and the container goes: its documents go too
    items(tmp_path, *(f"{PROSE} Number {n}!" for n in range(40)))
    with pytest.raises(RuntimeError):
        dies()
    path.unlink()
    assert run(tmp_path).counts["retired"] == 40
    assert clean_files(tmp_path) == []


def test_a_container_that_goes_retires_all_its_documents(tmp_path: Path) -> None:
    path = items(tmp_path, PROSE, PROSE + " One.")
    (path.parent / "other.txt").write_text(PROSE)
    run(tmp_path)
    path.unlink()
    summary = run(tmp_path)
    assert summary.counts["retired"] == 2
    assert clean_files(tmp_path) == ["other.md"]


def test_a_broken_record_is_quarantined_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = items(tmp_path, PROSE, PROSE)
    with path.open("a") as file:
        file.write('{"url": "u", "te\n')
    summary = run(tmp_path)
    assert (summary.counts["documents"], summary.counts["quarantined"]) == (2, 1)
    reason = json.loads((tmp_path / "clean/.ingest/quarantine/items.jsonl#line-3/reason.json").read_text())
    assert reason["reason"] == "the line is not a JSON object"


@pytest.mark.parametrize("name", ["../../../escaped.txt", "/etc/escaped.txt", "a/../../../../escaped.txt", "x" * 300])
def test_no_record_leaves_the_clean_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "raw").mkdir()
    with zipfile.ZipFile(tmp_path / "raw" / "a.zip", "w") as archive:
        archive.writestr(name, PROSE)
        archive.writestr(name + ".bin", bytes(range(256)))
    summary = run(tmp_path)
    assert (summary.counts["documents"], summary.counts["quarantined"]) == (1, 1)
    inside = {str(path) for path in tmp_path.rglob("*") if path.is_file()}
    assert not any("escaped" in path and "clean" not in path for path in inside)
    assert not Path("/etc/escaped.txt").exists()


def test_what_is_no_valid_text_does_not_stop_a_run(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    lines = '{"url": "http://a/\\ud800", "title": "x\\udce9", "k\\ud800": "v\\ud801", "text": "%s"}\n' % PROSE  # noqa: UP031 - braces
    lines += '{"url": "u\\u0000\\u001b[31m", "text": "b \\ud800 c\\u0000d"}\n'
    (tmp_path / "raw" / "items.jsonl").write_text(lines)
    (tmp_path / "raw" / "page.html.zst").write_bytes(b"\x28\xb5\x2f\xfd" + b"\xff" * 50)
    with tarfile.open(tmp_path / "raw" / "a.tar", "w", format=tarfile.GNU_FORMAT) as archive:
        for name in ("caf\udce9.txt", "\x1b[31m.txt", "a\n.txt"):
            member = tarfile.TarInfo(name)
            member.size = len(PROSE)
            archive.addfile(member, io.BytesIO(PROSE.encode()))
    summary = run(tmp_path)
    assert (summary.counts["documents"], summary.counts["quarantined"]) == (5, 1)
    assert all(not one.problems for one in verify(tmp_path / "clean"))
    assert "url: http://a/\\ud800" in (tmp_path / "clean/items.jsonl/line-1.md").read_text()


def test_a_container_in_a_container_is_opened(tmp_path: Path) -> None:
    path = items(tmp_path, PROSE)
    second = items(tmp_path, PROSE, PROSE + " Two.").read_bytes()
    path.unlink()
    with zipfile.ZipFile(tmp_path / "raw" / "a.zip", "w") as archive:
        archive.writestr("items.jsonl", second)
        archive.writestr("note.txt", PROSE)
    summary = run(tmp_path)
    assert summary.counts["documents"] == 3
    with Catalog(tmp_path / "clean") as catalog:
        sources = [row["source"] for row in catalog.documents()]
    assert sources == ["a.zip#items.jsonl#line-1", "a.zip#items.jsonl#line-2", "a.zip#note.txt"]
