"""Every promise of the catalog, and each way in which one can be broken."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from folders import clean_folder

from ingest.cli import main
from ingest.config import Config
from ingest.errors import UsageError
from ingest.run import run_folder
from ingest.verify import Checked, parse_front_matter, verify


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    raw, clean, _ = clean_folder(tmp_path)
    return raw, clean


def problems(clean: Path) -> dict[str, list[str]]:
    return {one.source: one.problems for one in verify(clean) if one.problems}


def checked(clean: Path, source: str) -> Checked:
    return next(one for one in verify(clean) if one.source == source)


def change(clean: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(clean / ".ingest" / "catalog.sqlite") as db:
        db.execute(statement, values)
    db.close()


def test_a_fresh_folder_holds_every_promise(folders: tuple[Path, Path]) -> None:
    found = list(verify(folders[1]))
    assert {one.source for one in found} == {
        "wiki/kiln.md",
        "hostile.txt",
        "arabic.txt",
        "plain.txt",
        "page.html",
        "binary.txt",
    }
    assert all(not one.problems for one in found)
    assert all(one.undone and one.applied for one in found if one.status == "clean")


def test_the_file_behind_a_name_that_is_no_utf_8_is_found(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    Path(os.fsdecode(os.fsencode(raw) + b"/caf\xe9.txt")).write_text("The lamp is lit.  \n")
    run_folder(raw, tmp_path / "clean", Config())
    assert [(one.undone, one.applied) for one in verify(tmp_path / "clean")] == [(True, True)]


def test_undo_is_proved_without_the_raw_files(folders: tuple[Path, Path]) -> None:
    raw, clean = folders
    (raw / "wiki" / "kiln.md").unlink()
    one = checked(clean, "wiki/kiln.md")
    assert one.undone
    assert not one.applied
    assert not one.problems


def test_a_raw_file_that_changed_is_no_mismatch(folders: tuple[Path, Path]) -> None:
    raw, clean = folders
    (raw / "plain.txt").write_text("Another note.\n", encoding="utf-8")
    one = checked(clean, "plain.txt")
    assert one.raw_changed
    assert not one.problems


def test_an_edited_clean_file_is_found(folders: tuple[Path, Path]) -> None:
    path = folders[1] / "wiki" / "kiln.md"
    path.write_text(path.read_text(encoding="utf-8").replace("1880", "1881"), encoding="utf-8")
    assert "sha256 differs" in problems(folders[1])["wiki/kiln.md"][0]


def test_a_missing_clean_file_is_found(folders: tuple[Path, Path]) -> None:
    (folders[1] / "plain.md").unlink()
    assert "cannot be read" in problems(folders[1])["plain.txt"][0]


def test_a_ledger_that_does_not_fit_is_found(folders: tuple[Path, Path]) -> None:
    change(folders[1], "UPDATE edits SET start = start + 1 WHERE rule = 'DOC001'")
    assert "cannot be undone" in problems(folders[1])["wiki/kiln.md"][0]


def test_a_lost_removed_text_is_found(folders: tuple[Path, Path]) -> None:
    change(folders[1], "UPDATE edits SET before = replace(before, '2019', '2018') WHERE rule = 'IMG001'")
    assert "other bytes" in problems(folders[1])["wiki/kiln.md"][0]


def test_a_front_matter_that_the_catalog_does_not_know_is_found(folders: tuple[Path, Path]) -> None:
    change(folders[1], """UPDATE documents SET front_matter = '{"title": "x"}' WHERE source = 'plain.txt'""")
    assert problems(folders[1])["plain.txt"] == ["the front matter is not the one in the catalog"]


def test_a_wrong_body_digest_is_found(folders: tuple[Path, Path]) -> None:
    change(folders[1], "UPDATE documents SET body_sha256 = 'x' WHERE source = 'plain.txt'")
    assert any("body" in problem for problem in problems(folders[1])["plain.txt"])


def test_a_lost_word_of_a_page_in_wikitext_is_found(folders: tuple[Path, Path]) -> None:
    page = "The '''red kite''' is a [[bird]].<ref>Feather and Wing</ref>\n\n== Range ==\nIt lives in [[Wales]].\n"
    (folders[0] / "kite.wiki").write_text(page, encoding="utf-8")
    assert main(["run", "--direct", "-q", str(folders[0]), str(folders[1])]) < 2
    assert "kite.wiki" not in problems(folders[1])
    change(folders[1], "DELETE FROM blocks WHERE text LIKE '%Feather%'")
    assert problems(folders[1])["kite.wiki"] == ["3 visible words of the page are nowhere: feather and wing"]


def test_a_lost_word_of_a_web_page_is_found(folders: tuple[Path, Path]) -> None:
    change(folders[1], "DELETE FROM blocks WHERE text LIKE '%Copyright%'")
    assert "words of the page are nowhere" in problems(folders[1])["page.html"][0]


def test_quarantined_bytes_are_checked(folders: tuple[Path, Path]) -> None:
    kept = folders[1] / ".ingest" / "quarantine" / "binary.txt" / "raw"
    kept.write_bytes(b"x")
    assert "other bytes" in problems(folders[1])["binary.txt"][0]
    kept.unlink()
    assert "cannot be read" in problems(folders[1])["binary.txt"][0]


def test_a_retired_document_can_still_be_undone(tmp_path: Path) -> None:
    raw, clean, _ = clean_folder(tmp_path)
    (raw / "arabic.txt").unlink()
    clean_folder(tmp_path)
    assert checked(clean, "arabic.txt").undone
    (clean / ".ingest" / "retired" / "arabic.md").unlink()
    assert checked(clean, "arabic.txt").status == "removed"


def test_the_command_says_what_holds(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(folders[1])]) == 0
    assert "every promise holds" in capsys.readouterr().out
    (folders[1] / "plain.md").unlink()
    assert main(["verify", str(folders[1])]) == 1
    assert "mismatch plain.txt" in capsys.readouterr().out
    assert main(["verify", str(folders[1]), "--json"]) == 1
    assert '"mismatches"' in capsys.readouterr().out


def test_a_folder_without_a_catalog_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no catalog"):
        list(verify(tmp_path))


def test_front_matter_is_read_with_dates_as_text() -> None:
    assert parse_front_matter("---\npublished: 2020-05-06T07:08:09Z\n---\n") == {"published": "2020-05-06T07:08:09Z"}
    assert parse_front_matter("---\na: [\n---\n") is None
    assert parse_front_matter("---\n- a\n---\n") is None
