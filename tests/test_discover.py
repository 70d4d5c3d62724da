"""Discovery: a stable order, ids and clean names that never meet, and nothing from outside the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.discover import Skipped, clean_names, walk


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_paths_come_sorted_as_text_across_folders(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt", "a-b/x.txt", "a.txt", "b.txt", "a/y/z.txt", "a0.txt")
    paths = [entry.path for entry in walk(str(tmp_path))]
    assert paths == sorted(paths) == ["a-b/x.txt", "a.txt", "a/x.txt", "a/y/z.txt", "a0.txt", "b.txt"]


def test_clean_names_drop_a_known_ending() -> None:
    assert clean_names(["notes.txt", "page.html", "v1.2", "plain"]) == ["notes.md", "page.md", "v1.2.md", "plain.md"]


def test_files_that_would_share_a_name_keep_their_ending() -> None:
    assert clean_names(["a.html", "a.txt", "b.md"]) == ["a.html.md", "a.txt.md", "b.md"]


def test_names_that_differ_in_case_alone_do_not_meet() -> None:
    names = clean_names(["Readme.txt", "readme.md"])
    assert len({name.casefold() for name in names}) == 2


def test_a_document_does_not_take_the_name_of_a_folder() -> None:
    assert clean_names(["b.md/", "b.txt"]) == ["", "b.txt.md"]


@given(st.lists(st.text(alphabet="aAb.~2mdtxé\u0301", min_size=1, max_size=8), unique=True))
def test_no_two_names_of_a_folder_meet(names: list[str]) -> None:
    cleans = clean_names(sorted(names))
    assert len({name.casefold() for name in cleans}) == len(names)


@given(st.lists(st.sampled_from(["a.txt", "a.md", "a.html", "a.md.md", "a.txt.md", "b", "b.md"]), unique=True))
def test_the_clean_name_depends_on_the_set_of_names_alone(names: list[str]) -> None:
    assert dict(zip(sorted(names), clean_names(sorted(names)), strict=True)) == dict(
        zip(sorted(names), clean_names(sorted(set(names))), strict=True)
    )


def test_symbolic_links_are_reported_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("secret")
    raw = tmp_path / "raw"
    make(raw, "a.txt")
    (raw / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (raw / "folder").symlink_to(tmp_path / "outside")
    found = {entry.path: entry.problem for entry in walk(str(raw))}
    assert found["a.txt"] == ""
    assert "symbolic link" in found["link.txt"]
    assert "symbolic link" in found["folder"]
    assert len(found) == 3


def test_a_pipe_is_reported_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (entry,) = walk(str(tmp_path))
    assert entry.problem == "is no regular file"


def test_hidden_and_excluded_names_are_counted(tmp_path: Path) -> None:
    make(tmp_path, ".DS_Store", "a.txt", "drafts/b.txt", "c.bak")
    skipped = Skipped()
    paths = [entry.path for entry in walk(str(tmp_path), ["*.bak", "drafts/*"], skipped=skipped)]
    assert paths == ["a.txt"]
    assert (skipped.hidden, skipped.excluded) == (1, 2)


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"line\nfeed.txt"])
def test_a_name_that_is_no_clean_text_gets_a_readable_id(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("x")  # noqa: PTH118 - bytes
    (entry,) = walk(str(tmp_path))
    assert entry.path.isprintable()
    entry.clean.encode("utf-8")
    assert Path(entry.real).read_text() == "x"
