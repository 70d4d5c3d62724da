"""The commands that look at documents, runs and rules."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from folders import HOSTILE, WIKI, clean_folder

from ingest.cli import COMMANDS, build_parser, main
from ingest.codes import all_codes
from ingest.commands import completion, terminal
from ingest.commands.rules import markdown, read_counts
from ingest.config import Config, load
from ingest.model import Source
from ingest.pipeline import clean_document

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `raw` and `clean`; tests of this module only read it."""
    root = tmp_path_factory.mktemp("commands")
    clean_folder(root)
    return root


@pytest.fixture
def at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(folder)
    return folder


def output(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:  # noqa: ANN401 - JSON
    return json.loads(output(capsys, *arguments, code=code))


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    assert code == 2
    return capsys.readouterr().err


# check


def test_check_shows_edits_and_findings_and_writes_nothing(at: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(at.rglob("*"))
    text = output(capsys, "check", "raw/wiki", "--format", "concise", code=1)
    assert "raw/wiki/kiln.md:13:1: IMG001" in text
    assert "raw/wiki/kiln.md:17:" in text
    assert "DMG001" in text
    assert "1 would change" in text
    assert sorted(at.rglob("*")) == before


def test_check_exits_with_0_where_nothing_is_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "fine.md"
    path.write_text("---\ntitle: Fine\nlanguage: en\n---\n\nNothing is wrong with this text.\n", encoding="utf-8")
    assert "0 would change" in output(capsys, "check", str(path))


@pytest.mark.usefixtures("at")
def test_a_clean_document_would_not_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert "1 document: 0 would change" in output(capsys, "check", "clean/plain.md")


@pytest.mark.usefixtures("at")
def test_check_diff(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "check", "raw/wiki/kiln.md", "--diff", code=1)
    assert "--- raw/wiki/kiln.md" in text
    assert "-[object Object]\n" in text
    assert "+title: Lime Kiln\n" in text


@pytest.mark.usefixtures("at")
def test_check_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys, "check", "raw", "--statistics", code=1).splitlines()
    assert any(line.split() == ["2", "IMG001", "markdown-image"] for line in lines)
    assert as_json(capsys, "check", "raw", "--statistics", "--format", "json", code=1)["IMG001"] == 2
    assert "markdown-image" in output(capsys, "check", "raw", "--statistics", "--format", "github", code=1)


@pytest.mark.usefixtures("at")
def test_check_json_holds_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    documents = {one["path"]: one for one in as_json(capsys, "check", "raw", "--format", "json", code=1)}
    assert documents["raw/binary.txt"]["refused"].startswith("decode:")
    assert {edit["rule"] for edit in documents["raw/wiki/kiln.md"]["edits"]} >= {"IMG001", "REF001"}
    assert documents["raw/wiki/kiln.md"]["findings"][0]["rule"] == "DMG001"


def test_check_for_github_escapes_its_own_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a:b,c.txt"
    path.write_text("Text with 100% of a gap in the town of , which is lost.\n\n\n\nEnd.\n", encoding="utf-8")
    text = output(capsys, "check", str(path), "--format", "github", code=1)
    assert "a%3Ab%2Cc.txt,line=1" in text
    assert "::warning file=" in text
    assert all(line.startswith("::") for line in text.splitlines())


def test_check_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(WIKI.encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert "-:13:1: IMG001" in output(capsys, "check", "-", code=1)


@pytest.mark.usefixtures("at")
def test_check_respects_chosen_rules(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "check", "raw/wiki", "--select", "REF", "--format", "concise", code=1)
    assert "REF001" in text
    assert "IMG001" not in text


@pytest.mark.usefixtures("at")
def test_check_names_the_nearest_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean 'kiln.md'" in complaint(capsys, "check", "raw/wiki/kilm.md")


# diff, show, undo


@pytest.mark.parametrize("name", ["wiki/kiln.md", "clean/wiki/kiln.md", "raw/wiki/kiln.md"])
def test_a_document_is_found_by_raw_and_by_clean_path(
    at: Path, name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for path in (name, str(at / name)) if "clean" in name or "raw" in name else (name,):
        assert main(["undo", path]) == 0
        assert capsysbinary.readouterr().out == WIKI.encode()


def test_a_document_is_found_from_elsewhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["undo", str(folder / "clean" / "plain.md")]) == 0
    assert capsysbinary.readouterr().out == (folder / "raw" / "plain.txt").read_bytes()
    assert main(["undo", "plain.txt", "--clean", str(folder / "clean")]) == 0
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbf")


@pytest.mark.usefixtures("at")
def test_quarantined_bytes_come_back(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["undo", "raw/binary.txt"]) == 0
    assert capsysbinary.readouterr().out == bytes(range(32)) * 40


def test_undo_refuses_an_edited_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, clean, _ = clean_folder(tmp_path)
    (clean / "plain.md").write_text("x", encoding="utf-8")
    assert "is not the file that was written" in complaint(capsys, "undo", str(clean / "plain.md"))


@pytest.mark.usefixtures("at")
def test_unknown_documents_name_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean 'wiki/kiln.md'" in complaint(capsys, "show", "kiln.md")
    assert "did you mean 'plain.txt'" in complaint(capsys, "show", "plane.txt")


@pytest.mark.usefixtures("at")
def test_diff_shows_removed_and_new_lines(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "diff", "wiki/kiln.md")
    assert "-The kiln was built in 1880 by two brothers.  \n" in text
    assert "+The kiln was built in 1880 by two brothers.\n" in text
    assert "\x1b" not in text


@pytest.mark.usefixtures("at")
def test_diff_by_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "diff", "--word", "wiki/kiln.md")
    assert "[-![The kiln (2019)](https://wiki.example/File:Kiln_(2019).jpg)" in text
    assert "{+" in text


@pytest.mark.usefixtures("at")
def test_diff_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    hunks = as_json(capsys, "diff", "wiki/kiln.md", "--json")
    assert any(one["rules"] == ["IMG001"] and WIKI[one["start"] : one["end"]] == one["before"] for one in hunks)


@pytest.mark.usefixtures("at")
def test_show_names_origins_edits_and_findings(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "show", "wiki/kiln.md")
    for expected in (
        "shortDescription",
        "published",
        "pubDate",
        "object-object-references",
        "DMG001",
        "wtf-plugin-markdown",
    ):
        assert expected in text
    account = as_json(capsys, "show", "wiki/kiln.md", "--json")
    assert account["metadata"]["title"] == "Lime Kiln"
    assert {"key": "title", "source_key": "subject"}.items() <= account["origins"][0].items()
    assert account["findings"][0]["line"] == 17


@pytest.mark.usefixtures("at")
def test_show_of_a_quarantined_input(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "show", "binary.txt")
    assert "quarantined" in text
    assert "control characters" in text
    assert output(capsys, "show", "binary.txt", "--edits") == "no edits: quarantined\n"


@pytest.mark.parametrize(
    "arguments",
    [("diff",), ("diff", "--word"), ("diff", "--json"), ("show",), ("show", "--json")],
    ids=" ".join,
)
@pytest.mark.usefixtures("at")
def test_hostile_text_is_shown_and_never_obeyed(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, *arguments, "hostile.txt")
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text


@pytest.mark.usefixtures("at")
def test_hostile_text_in_check(capsys: pytest.CaptureFixture[str]) -> None:
    for options in ((), ("--diff",), ("--format", "json"), ("--format", "github")):
        text = output(capsys, "check", "raw/hostile.txt", *options, code=1)
        assert not set(text) & set("\x1b\x07\u202e")
    assert set(HOSTILE) >= set("\x1b\x07\u202e")


# lists


@pytest.mark.usefixtures("at")
def test_ls_filters_and_sorts(capsys: pytest.CaptureFixture[str]) -> None:
    every = as_json(capsys, "ls", "--json")
    assert [one["source"] for one in every] == [
        "arabic.txt",
        "binary.txt",
        "hostile.txt",
        "page.html",
        "plain.txt",
        "wiki/kiln.md",
    ]
    assert [one["source"] for one in as_json(capsys, "ls", "--finding", "DMG", "--json")] == ["wiki/kiln.md"]
    assert {one["source"] for one in as_json(capsys, "ls", "--rule", "img001", "--json")} == {
        "hostile.txt",
        "wiki/kiln.md",
    }
    assert [one["source"] for one in as_json(capsys, "ls", "--status", "quarantined", "--json")] == ["binary.txt"]
    assert as_json(capsys, "ls", "--sort", "removed", "--json")[0]["source"] == "wiki/kiln.md"
    assert "binary data" in output(capsys, "ls")
    assert "No document" in output(capsys, "ls", "--status", "retired")


@pytest.mark.usefixtures("at")
def test_ls_names_the_nearest_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean 'REF001'" in complaint(capsys, "ls", "--rule", "REFF001")


@pytest.mark.usefixtures("at")
def test_stats_counts(capsys: pytest.CaptureFixture[str]) -> None:
    numbers = as_json(capsys, "stats", "--json")
    assert numbers["totals"]["documents"] == 5
    assert {"rule": "IMG001", "name": "markdown-image", "edits": 2, "documents": 2} in numbers["rules"]
    assert numbers["findings"][0]["rule"] == "DMG001"
    assert "markdown-image" in output(capsys, "stats")


def test_runs_log_and_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, _, _ = clean_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    (raw / "plain.txt").write_text("A changed note.\n", encoding="utf-8")
    (raw / "arabic.txt").unlink()
    (raw / "new.txt").write_text("A new note.\n", encoding="utf-8")
    clean_folder(tmp_path)
    runs = as_json(capsys, "runs", "--json")
    assert [one["counts"]["documents"] for one in runs] == [5, 5]
    assert "CompletedWithQuarantine" in output(capsys, "runs")

    log = output(capsys, "log")
    assert "new.txt" in log
    assert "hostile.txt" not in log
    assert 'message=""' not in log  # what is empty is left out
    assert "5 new, 1 newly failing" in output(capsys, "runs")
    first = runs[1]["id"]
    only = [json.loads(line) for line in output(capsys, "log", first, "--doc", "wiki/kiln.md", "--json").splitlines()]
    assert [one["what"] for one in only] == ["new"]
    assert "hostile.txt" in output(capsys, "log", first, "--rule", "IMG")
    assert "is no run" in complaint(capsys, "log", "19990101")
    assert "no rule begins with 'NONE'" in complaint(capsys, "log", "--rule", "NONE")

    differences = as_json(capsys, "compare", runs[0]["id"], first, "--json")
    causes = {one["source"]: one["cause"] for one in differences["documents"]}
    assert causes == {"arabic.txt": "raw file gone", "new.txt": "raw file new", "plain.txt": "raw file changed"}
    assert "Nothing differs" in output(capsys, "compare", first, first)


# rules


def test_rules_and_their_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert "object-object-references" in output(capsys, "rules")
    assert any(one["code"] == "REF001" for one in as_json(capsys, "rules", "--json"))
    assert "printed as `[object Object]`" in output(capsys, "rule", "ref001")
    assert as_json(capsys, "rule", "markdown-image", "--json")["code"] == "IMG001"
    assert "did you mean 'REF001'" in complaint(capsys, "rule", "REF0001")
    assert "but the beginning of" in complaint(capsys, "rule", "DMG00")


def test_the_rules_document_is_the_rules_own_pages() -> None:
    there = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert there == markdown(read_counts(ROOT / "docs" / "rule-counts.json")), "run `make rules`"


def test_counts_of_rules_are_shown_below_their_pages(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    counts = tmp_path / "counts.json"
    rules = {"REF001": {"documents": 1, "edits": 1200}, "WIK001": {"documents": 2, "findings": 1, "blocks": 7}}
    counts.write_text(json.dumps({"collection": {"documents": 30, "about": "letters"}, "rules": rules}))
    text = output(capsys, "rules", "--markdown", "--counts", str(counts))
    assert "a collection of 30 documents (letters)" in text
    assert "\n*In the collection: 1,200 edits in 1 document.*\n" in text
    assert "\n*In the collection: 1 finding, 7 dropped blocks in 2 documents.*\n" in text
    assert text.count("*Not met in the collection.*") == len(all_codes()) - 2
    assert "collection" not in output(capsys, "rules", "--markdown")
    counts.write_text("[]")
    assert "goes with --markdown" in complaint(capsys, "rules", "--counts", str(counts))
    assert "these are no counts" in complaint(capsys, "rules", "--markdown", "--counts", str(counts))
    assert "cannot read the counts" in complaint(capsys, "rules", "--markdown", "--counts", str(tmp_path / "none"))


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "title" in as_json(capsys, "schema")["properties"]


# the command line itself


def test_mistyped_commands_and_options_name_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean 'verify'" in complaint(capsys, "verfy")
    assert "did you mean '--statistics'" in complaint(capsys, "check", "--statistic-s")
    wrong = complaint(capsys, "run", "--clen", "raw", "clean")
    assert wrong.startswith("ingest run: unrecognized arguments: --clen")
    assert "--clean" not in wrong  # which other commands have
    assert "--format: 'concice' is no choice; did you mean 'concise'" in complaint(
        capsys, "check", "--format", "concice"
    )
    assert "choose from full, concise, json, github" in complaint(capsys, "check", "--format", "x")


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (("run", "-j", "-3"), "'-3' is no whole number, 0 or more"),
        (("run", "-j", "many"), "'many' is no whole number"),
        (("runs", "-n", "0"), "'0' is no whole number, 1 or more"),
        (("diff", "-U", "1.5", "x.md"), "'1.5' is no number of lines, 0 or more"),
        (("suggest", "--least", "1"), "'1' is no whole number, 2 or more"),
        (("suggest", "--share", "7"), "'7' is no share, 0 to 1"),
        (("suggest", "--share", "half"), "'half' is no share, 0 to 1"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_numbers_that_make_no_sense_are_refused(
    arguments: tuple[str, ...], wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert wrong in complaint(capsys, *arguments)


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert "print a completion script" in complaint(capsys)


def test_a_store_that_does_not_answer_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        text = complaint(capsys, "run", f"ftp://127.0.0.1:{taken.getsockname()[1]}/raw", "clean")
    assert "cannot be reached: Connection refused" in text


def test_what_the_system_refuses_is_one_line_with_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "ls", "x" * 300).startswith("ingest: xxx")


def test_a_catalog_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog = tmp_path / ".ingest" / "catalog.sqlite"
    catalog.parent.mkdir()
    catalog.write_text("something else")
    text = complaint(capsys, "ls", str(tmp_path))
    assert f"{catalog}: the catalog cannot be used: file is not a database" in text
    assert "makes it anew" in text
    (tmp_path / "raw").mkdir()
    (tmp_path / "clean" / ".ingest" / "catalog.sqlite").mkdir(parents=True)
    text = complaint(capsys, "run", "--direct", str(tmp_path / "raw"), str(tmp_path / "clean"))
    assert "the catalog cannot be opened; look what it is" in text


def test_a_run_says_that_it_cleaned_again(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = ("run", "--direct", "raw", "clean")
    assert "Nothing changed: no document was touched.\n5 documents in clean and 1 in" in output(capsys, *again, code=1)
    assert "Cleaned again, with the same result: 6 files.\n" in output(capsys, *again, "--force", code=1)
    assert (own / "clean" / "plain.md").is_file()


def test_ctrl_c_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.commands.rules.all_codes", stopped)
    assert main(["rules"]) == 130
    assert capsys.readouterr().err == "ingest: interrupted\n"
    monkeypatch.setattr("ingest.commands.run.run_folder", stopped)
    assert main(["run", "--direct", str(ROOT / "raw"), str(ROOT / "clean")]) == 130
    assert "run again to complete the folder" in capsys.readouterr().err


def test_an_error_of_ingest_itself_is_no_verdict_on_the_documents(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("the table is empty")

    monkeypatch.setattr("ingest.commands.rules.all_codes", fails)
    text = complaint(capsys, "rules")
    assert "RuntimeError: the table is empty" in text
    assert text.splitlines()[-1].startswith("ingest: this is an error of ingest itself")


def test_every_command_has_a_help_page(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    text = capsys.readouterr().out
    for name in completion.options_of(build_parser()):
        assert name in text
        with pytest.raises(SystemExit, match="0"):
            main([name, "--help"])
        assert "usage" in capsys.readouterr().out
    assert list(completion.options_of(build_parser())) == list(COMMANDS)


def test_a_command_line_loads_the_command_that_it_names() -> None:
    def loaded(*words: str) -> set[str]:
        script = f"import sys; from ingest.cli import main\ntry: main({words})\nexcept SystemExit: pass\n"
        script += "print(*sys.modules, file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        return {name for name in done.stderr.split() if name.startswith("ingest.")}

    modules = {f"ingest.commands.{module}" for module, _ in COMMANDS.values()}
    assert loaded("--version") == {"ingest.cli", "ingest.errors"}
    assert loaded("--help") == {"ingest.cli", "ingest.errors"}
    assert loaded("runs", "--help") & modules == {"ingest.commands.history"}
    assert "ingest.rules" not in loaded("runs", "--help")


def test_an_option_before_the_command_is_told_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert "unrecognized arguments: -q" in complaint(capsys, "-q", "run", "--direct", "raw")


# the terminal


def test_control_characters_are_written_out() -> None:
    assert terminal.printable("a\x1b[1mb\u202ec\u00a0d\x9be") == "a␛[1mb\\u202ec\u00a0d\\x9be"
    assert terminal.printable("a\n\tb", "\n\t") == "a\n\tb"


def test_tables_fit_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "width", lambda: 40)
    text = terminal.table(("name", "text"), [("short", "x" * 100), ("a", "日本語" * 20)])
    assert max(terminal.cells(line) for line in text.splitlines()) <= 40
    assert "…" in text


def test_in_a_narrow_table_names_and_numbers_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "width", lambda: 30)
    rows = [("20260102T030405-000001", 1234567, "a/long/way/down/file.txt", "words " * 9)]
    text = terminal.table(("run", "documents", "path", "said"), rows, right=(1,), whole=(0,), paths=(2,))
    assert text.splitlines()[1].split("  ") == ["20260102T030405-000001", "1,234,567", "…ile.txt", "words w…"]


def test_colours_only_on_a_terminal_and_never_against_the_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal.coloured(Terminal())
    assert not terminal.coloured(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.coloured(Terminal())


# putting back, exempting, trying


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for a test that changes it, as the current folder."""
    clean_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_edit_is_put_back_and_stays_so(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys, "show", "--edits", "wiki/kiln.md").splitlines()
    number = next(line.split()[0] for line in lines if "IMG001" in line)
    assert "IMG001" in output(capsys, "undo", "wiki/kiln.md", "--edit", number)
    assert "was entered before" in output(capsys, "undo", "wiki/kiln.md", "--edit", number)
    clean_folder(own, load())
    text = (own / "clean" / "wiki" / "kiln.md").read_text(encoding="utf-8")
    assert "![The kiln (2019)](https://wiki.example/File:Kiln_(2019).jpg)" in text
    assert "[object Object]" not in text
    assert "![gone]" not in (own / "clean" / "hostile.md").read_text(encoding="utf-8")
    assert main(["verify", "clean"]) == 0


def test_an_edit_that_is_not_there_or_made_the_document_cannot_be_put_back(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "has edits 1 to" in complaint(capsys, "undo", "wiki/kiln.md", "--edit", "99")
    last = len(as_json(capsys, "show", "wiki/kiln.md", "--json")["edits"])
    assert "cannot be put back alone" in complaint(capsys, "undo", "wiki/kiln.md", "--edit", str(last))
    assert not (own / "ingest.yaml").exists()


def test_a_document_or_a_glob_is_exempted(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "ingest.yaml").write_text("# ours\nignore: [WEB]\n", encoding="utf-8")
    assert "runs no more on wiki/kiln.md" in output(capsys, "exempt", "clean/wiki/kiln.md", "--rule", "img001")
    assert "runs no more on host*" in output(capsys, "exempt", "host*", "--rule", "IMG")
    assert main(["exempt", "host*", "--rule", "IMG"]) == 0
    said = capsys.readouterr()
    assert "was kept away before" in said.out
    assert not said.err
    output(capsys, "exempt", "host*", "--rule", "TXT003")
    assert (own / "ingest.yaml").read_text(encoding="utf-8") == (
        '# ours\nignore: [WEB]\nexempt:\n  "wiki/kiln.md": [IMG001]\n  "host*": [IMG, TXT003]\n'
    )
    clean_folder(own, load())
    assert "![The kiln" in (own / "clean" / "wiki" / "kiln.md").read_text(encoding="utf-8")
    assert "![gone]" in (own / "clean" / "hostile.md").read_text(encoding="utf-8")


def test_a_glob_that_nothing_matches_is_entered_with_a_word(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exempt", "nothing/*", "--rule", "WEB"]) == 0
    assert "no raw path that is known so far matches nothing/*" in capsys.readouterr().err
    assert '"nothing/*": [WEB]' in (own / "ingest.yaml").read_text(encoding="utf-8")


def test_what_is_no_yaml_is_told_with_its_place(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "ingest.yaml").write_text("ignore: [WEB]\nselect: [\n", encoding="utf-8")
    for arguments in (("check", "raw"), ("exempt", "wiki/kiln.md", "--rule", "IMG")):
        (line,) = complaint(capsys, *arguments).splitlines()
        assert line.startswith("ingest: ingest.yaml: not valid YAML: line 3, column 1: ")


def test_a_configuration_in_another_form_is_left_alone(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "exempt: {a.txt: [WEB]}\n"
    (own / "ingest.yaml").write_text(text, encoding="utf-8")
    assert "add by hand" in complaint(capsys, "exempt", "*.md", "--rule", "IMG")
    assert (own / "ingest.yaml").read_text(encoding="utf-8") == text


def test_a_rule_runs_beside_the_configured_ones_when_it_is_named() -> None:
    text = b"Some words stand here.\n\n## References\n\n1. Moss, E. *The Weir Books*. Tern House, 1902.\n"

    def cleaned(config: Config) -> str:
        return clean_document(Source("a.md", text), config).text

    assert "Tern House" in cleaned(Config())
    assert "Tern House" not in cleaned(Config(extend_select=("REF020",)))
    assert "Tern House" not in cleaned(Config(extend_select=("REF020",), ignore=("REF",), select=("WEB",)))
    assert "Tern House" in cleaned(Config(extend_select=("REF020",), exempt={"a.*": ("REF",)}))


def test_what_is_tried_or_checked_may_be_a_container(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crawl.jsonl"
    lines = [{"url": f"https://hill.example/{n}", "text": f"Sheep {n} graze.\n\n\n\n\nThey sleep."} for n in range(2)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{no JSON\n", encoding="utf-8")
    text = output(capsys, "check", str(path), code=1)
    assert f"{path}#line-2:" in text
    assert "2 would change" in text
    assert "1 would be refused" in text
    found = as_json(capsys, "try", "TXT003", str(tmp_path), "--json")
    assert found["rules"] == [{"rule": "TXT003", "times": 2, "documents": 2, "characters": 6}]


@pytest.mark.usefixtures("at")
def test_a_rule_is_tried_before_it_is_switched_on(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "try", "IMG", "TXT", "raw")
    assert "IMG001" in text
    assert "raw/wiki/kiln.md:13" in text
    found = as_json(capsys, "try", "IMG001", "raw", "--json")
    assert found["rules"] == [
        {"rule": "IMG001", "times": 2, "documents": 2, "characters": found["rules"][0]["characters"]}
    ]
    assert "nothing to do" in output(capsys, "try", "REF002", "raw")
    assert "the last argument is the path" in complaint(capsys, "try", "IMG001", "nowhere")
