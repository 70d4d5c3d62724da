"""A changed rule or option re-cleans what it can affect, and the folder comes out as cleaned from scratch."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

import ingest
from ingest.changes import between
from ingest.cli import main
from ingest.config import Config
from ingest.rules.user import UserRule
from ingest.run import run_folder
from ingest.session import Summary
from ingest.stopping import StoppedError
from ingest.store import Catalog
from ingest.verify import verify

TEXT = "---\ntitle: Walk {0}\n---\n\nWe went up hill {0}.\n\nThe view was wide.\n"
BLANKS = TEXT.replace(".\n\nThe", ".  \n\nThe")  # TXT002
BROKEN = TEXT + "\n## References\n## References[object Object]\n[object Object]\n"  # REF001, REF003
LOST = TEXT.replace("was wide", "in the town of , reportedly, was wide")  # a finding, DMG001
HEADLINE = TEXT.replace("title:", "kicker: High up\ntitle:")
TEASER = TEXT.replace("\n\nThe", "\n\nSubscribe to The Valley Paper\n\nThe")

VALLEY = UserRule("USR001", "valley-paper", lines=("Subscribe to The Valley Paper",), match=("x",))
UPHILL = UserRule("USR002", "uphill", pattern="went up", action="finding", path="poems/*", match=("x",))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    for name, text in {
        "blanks.md": BLANKS, "broken.md": BROKEN, "headline.md": HEADLINE, "lost.md": LOST, "plain.md": TEXT,
        "poems/blanks.md": BLANKS, "poems/broken.md": BROKEN, "poems/plain.md": TEXT, "poems/headline.md": HEADLINE,
        "poems/teaser.md": TEASER,
    }.items():  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.format(name))
    (folder / "empty.md").write_bytes(b"")
    lines = [
        {"content": text.format(number), "url": f"https://a.example/{number}"}
        for number, text in enumerate([BLANKS, TEXT])
    ]
    (folder / "some.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))
    (folder / "more.jsonl").write_text(json.dumps({**lines[1], "kicker": "High up"}) + "\n")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ingest" not in path.parts
    }


def account(clean: Path) -> list[tuple[Any, ...]]:
    """All that the catalog says of the documents there are, but for the run that wrote them."""
    db = sqlite3.connect(clean / ".ingest" / "catalog.sqlite")
    db.row_factory = sqlite3.Row
    found: list[tuple[Any, ...]] = [tuple(row) for row in db.execute("SELECT * FROM inputs ORDER BY path")]
    for row in db.execute("SELECT * FROM documents WHERE status != 'retired' ORDER BY source"):
        found.append(tuple((key, row[key]) for key in row.keys() if key not in {"id", "run"}))  # noqa: SIM118 - a row is no mapping
        for table, order in (("edits", "pass, seq"), ("findings", "seq"), ("blocks", "seq")):
            rows = db.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY {order}", (row["id"],))  # noqa: S608 - the names are ours
            found += [tuple(one)[1:] for one in rows]
    db.close()
    return found


def rerun(raw: Path, root: Path, before: Config, after: Config) -> Summary:
    """A run with one configuration and one with another, held against a run from scratch."""
    clean, fresh = root / "clean", root / "fresh"
    run_folder(raw, clean, before)
    summary = run_folder(raw, clean, after)
    run_folder(raw, fresh, after)
    assert tree(clean) == tree(fresh)
    assert account(clean) == account(fresh)
    assert [one for one in verify(clean) if one.problems] == []
    assert run_folder(raw, clean, after).state == "CompletedWithQuarantine"
    with Catalog(clean) as catalog:
        third = catalog.runs(1)[0]["id"]
        assert catalog.db.execute("SELECT count(*) FROM events WHERE run = ?", (third,)).fetchone()[0] == 0
    return summary


DOCUMENTS = 13
"""Documents of the folder, those of containers included; one more file is empty, which every change tries again."""


@pytest.mark.parametrize(
    ("before", "after", "cleaned", "says"),
    [
        # what no longer runs: where it left an edit or a finding (the container counts as one file)
        (Config(), Config(ignore=("REF003",)), 2, "without REF003: 2 of 12 files are cleaned again, the others"),
        (Config(), Config(ignore=("TXT002",)), 3, "without TXT002: 3 of 12 files"),
        (Config(), Config(ignore=("DMG001",)), 1, "without DMG001: 1 of 12 files"),
        (Config(), Config(select=("REF", "TXT")), 1, "1 of 12 files"),
        (Config(unsafe_rules=True), Config(), 0, "0 of 12 files"),
        (Config(extend_select=("TXT050",)), Config(), 0, "0 of 12 files"),
        # what holds for some paths only
        (Config(), Config(exempt={"poems/*": ("TXT002",)}), 1, "without TXT002: 1 of 5 files"),
        (Config(exempt={"poems/*": ("TXT002",)}), Config(), 5, "TXT002 runs, which did not: 5 of 5 files"),
        (Config(), Config(keep={"broken.md": ("REF001:123456789abc",)}), 1, "edits are put back, or made again: 1 of 1"),
        (Config(), Config(rules=(VALLEY, UPHILL)), 12, "USR001 valley-paper is new or another: 7 of 7 files"),
        (Config(rules=(VALLEY,)), Config(rules=(VALLEY, UPHILL)), 5, "USR002 uphill is new or another: 5 of 5 files"),
        (Config(rules=(VALLEY, UPHILL)), Config(rules=(VALLEY,)), 5, "without USR002: 5 of 5 files"),
        (Config(rules=(VALLEY,)), Config(), 1, "without USR001: 1 of 12 files"),
        # names of fields: where the header has them, and in containers
        (Config(), Config(aliases={"Kicker": "subtitle"}), 4, "aliases of kicker: 4 of 12 files"),
        (Config(), Config(aliases={"poems/*": {"kicker": "subtitle"}}), 1, "aliases of kicker: 1 of 5 files"),
        (Config(aliases={"subject": "tags"}), Config(), 12, "aliases of subject: 12 of 12 files"),
        # what the ledger cannot tell
        (Config(ignore=("REF003",)), Config(), 12, "REF003 runs, which did not: 12 of 12 files"),
        (Config(ignore=("REF003",)), Config(ignore=("TXT002",)), 12, "REF003 runs, which did not: 12 of 12 files"),
        (Config(), Config(unsafe_rules=True), 12, " run, which did not"),
        (Config(), Config(ignore=("IMG", "REF003", "TXT002")), 5, "without IMG, REF003, TXT002: 5 of 12 files"),
        # what only containers and refused inputs look at
        (Config(), Config(jsonl={"content": "content"}), 2, "the keys of JSON lines changed: 2 of 2 files"),
        (Config(), Config(max_mebibytes=2), 2, "the limit on size changed: 2 of 2 files"),
    ],
)  # fmt: skip
def test_a_change_costs_what_it_can_affect_and_gives_what_a_fresh_run_gives(
    raw: Path, tmp_path: Path, before: Config, after: Config, cleaned: int, says: str
) -> None:
    summary = rerun(raw, tmp_path, before, after)
    assert any(says in line for line in summary.changes), summary.changes
    assert summary.why.get("recipe", 0) == cleaned + 1
    assert any("in quarantine is tried again: 1 of 1" in line for line in summary.changes)


def test_records_have_no_digest_to_renew_and_are_cleaned(raw: Path, tmp_path: Path) -> None:
    before, after = Config(output="jsonl"), Config(output="jsonl", ignore=("REF003",))
    summary = rerun(raw, tmp_path, before, after)
    assert any("without REF003 (records are written anew): 12 of 12 files" in line for line in summary.changes)


def test_what_only_chooses_files_costs_nothing(raw: Path, tmp_path: Path) -> None:
    run_folder(raw, tmp_path / "clean", Config())
    summary = run_folder(raw, tmp_path / "clean", Config(exclude=("poems/*",)))
    assert (summary.why, summary.changes, summary.counts["retired"]) == ({}, [], 5)


def test_a_document_that_is_stamped_says_so_and_keeps_its_body(raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    run_folder(raw, clean, Config())
    before = (clean / "plain.md").read_text()
    summary = run_folder(raw, clean, Config(ignore=("REF003",)))
    after = (clean / "plain.md").read_text()
    assert Config().digest_at("plain.md") in before
    assert after == before.replace(Config().digest_at("plain.md"), Config(ignore=("REF003",)).digest_at("plain.md"))
    assert summary.counts["restamped"] == DOCUMENTS - 2
    assert summary.counts["changed"] == 2
    assert (
        "REF003" in tree(clean)["broken.md"].decode()
        or "## References" in after
        or b"References" in tree(clean)["broken.md"]
    )


def test_a_digest_in_the_text_is_left_alone(tmp_path: Path) -> None:
    digest = Config().digest_at("a.md")
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.md").write_text(
        f"---\ntitle: A\nprovenance:\n  config_sha256: {digest}\n  note: mine\n---\n\nWe saw:\n\n"
        f"provenance:\n  config_sha256: {digest}\n---\nin a file.\n"
    )
    (raw / "empty.md").write_bytes(b"")
    summary = rerun(raw, tmp_path, Config(), Config(ignore=("REF003",)))
    assert summary.counts["restamped"] == 1
    assert digest in (tmp_path / "clean" / "a.md").read_text()


def test_a_document_that_a_person_edited_is_cleaned_and_the_edited_one_kept(raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    run_folder(raw, clean, Config())
    (clean / "plain.md").write_text("mine\n")
    summary = run_folder(raw, clean, Config(ignore=("REF003",)))
    assert summary.counts["displaced"] == 1
    assert (clean / ".ingest" / "displaced" / "plain.md").read_text() == "mine\n"
    run_folder(raw, tmp_path / "fresh", Config(ignore=("REF003",)))
    assert tree(clean) == tree(tmp_path / "fresh")


def test_a_changed_raw_file_is_cleaned_whatever_else_changed(raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    run_folder(raw, clean, Config())
    (raw / "plain.md").write_text(TEXT.format("again"))
    (clean / "blanks.md").unlink()
    summary = run_folder(raw, clean, Config(ignore=("REF003",)))
    assert (summary.why["changed"], summary.why["missing"]) == (1, 1)
    run_folder(raw, tmp_path / "fresh", Config(ignore=("REF003",)))
    assert tree(clean) == tree(tmp_path / "fresh")


def test_another_version_cleans_all_and_says_so(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_folder(raw, tmp_path / "clean", Config())
    monkeypatch.setattr("ingest.config.__version__", "99.0")
    monkeypatch.setattr("ingest.changes.__version__", "99.0")
    summary = run_folder(raw, tmp_path / "clean", Config())
    assert any(f"made with ingest {ingest.__version__}, this is 99.0: 12 of 12" in line for line in summary.changes)


def test_settings_that_the_catalog_does_not_hold_clean_all(raw: Path, tmp_path: Path) -> None:
    run_folder(raw, tmp_path / "clean", Config())
    with sqlite3.connect(tmp_path / "clean" / ".ingest" / "catalog.sqlite") as db:
        db.execute("DELETE FROM settings")
    db.close()
    summary = run_folder(raw, tmp_path / "clean", Config(ignore=("REF003",)))
    assert any("does not hold: 12 of 12 files" in line for line in summary.changes)


def test_a_limit_that_was_lowered_takes_out_what_is_above_it(raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    (raw / "long.md").write_text(TEXT + "The path went on over the moor. " * 40_000)
    run_folder(raw, clean, Config())
    summary = run_folder(raw, clean, Config(max_mebibytes=1))
    assert summary.why == {"limit": 1, "recipe": 3}
    assert "long.md" not in tree(clean)
    assert run_folder(raw, clean, Config(max_mebibytes=1)).why == {}
    assert run_folder(raw, clean, Config()).counts["newly-fixed"] == 1


def test_a_run_that_was_stopped_while_stamping_is_completed(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean, after = tmp_path / "clean", Config(ignore=("REF003",))
    run_folder(raw, clean, Config())
    monkeypatch.setattr("ingest.stamp.AT_A_TIME", 3)
    monkeypatch.setattr("ingest.stamp.sha256", _stop_at_the_seventh())
    with pytest.raises(StoppedError):
        run_folder(raw, clean, after)
    monkeypatch.undo()
    summary = run_folder(raw, clean, after)
    assert 0 < summary.counts["restamped"] < DOCUMENTS - 2
    run_folder(raw, tmp_path / "fresh", after)
    assert tree(clean) == tree(tmp_path / "fresh")
    assert account(clean) == account(tmp_path / "fresh")


def _stop_at_the_seventh() -> Any:  # noqa: ANN401 - stands for a function
    from ingest.provenance import sha256

    seen = []

    def stopping(data: bytes) -> str:
        seen.append(data)
        if len(seen) == 7:
            raise StoppedError(15)
        return sha256(data)

    return stopping


def test_the_digest_of_a_document_holds_what_can_change_it_and_nothing_else() -> None:
    plain = Config().digest_at("a.md")
    for same in (
        Config(exempt={"poems/*": ("TXT",)}),
        Config(rules=(UPHILL,)),
        Config(keep={"b.md": ("TXT002:x",)}),
        Config(max_mebibytes=1, jsonl={"url": "link"}, exclude=("*.bak",), hidden=True, stop_gone=0.1),
        Config(aliases={"poems/*": {"kicker": "title"}}),
        Config(exempt={"*": ("NONE999",)}),
    ):
        assert same.digest_at("a.md") == plain
    for other in (
        Config(ignore=("TXT002",)),
        Config(unsafe_rules=True),
        Config(exempt={"*.md": ("TXT002",)}),
        Config(keep={"a.md": ("TXT002:x",)}),
        Config(aliases={"kicker": "title"}),
        Config(rules=(VALLEY,)),
    ):
        assert other.digest_at("a.md") != plain
    everywhere, switched_off = Config(exempt={"*": ("TXT002",)}), Config(ignore=("TXT002",))
    assert everywhere.digest_at("a.md") == switched_off.digest_at("a.md")


def test_the_order_of_own_rules_counts() -> None:
    one, two = {"code": "USR001", "name": "one"}, {"code": "USR002", "name": "two"}
    assert between({"own": [one, two]}, {"own": [two, one]}).blind
    assert between({"own": [one, two]}, {"own": [two]}) == (("USR001",), (), "")
    assert between({}, {}) == ((), (), "")


def test_the_command_says_what_changed_and_what_it_costs(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["run", "--direct", str(raw), str(tmp_path / "clean")]
    main(arguments)
    capsys.readouterr()
    main([*arguments, "--ignore", "REF003"])
    out = capsys.readouterr().out
    assert "Changed since: without REF003: 2 of 12 files are cleaned again, the others hold nothing" in out
    assert "2 changed, 11 restamped" in out
