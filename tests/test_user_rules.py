"""Rules of a folder's own: read, checked, run, and proposed by the folder itself."""

from __future__ import annotations

import textwrap
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from ingest.cli import main
from ingest.config import Config, load
from ingest.errors import UsageError
from ingest.model import Source
from ingest.pipeline import clean_document
from ingest.rules.user import read
from ingest.run import run_folder

FOOTER = {
    "name": "paper-footer",
    "lines": ["Read on at the paper", "Write to the desk"],
    "path": "news/*",
    "match": ["Read on at the paper"],
    "leave": ["She would read on at the paper mill."],
}

TEXT = """---
title: A flood
---

The river rose on Monday.

Read on at the paper
Write to the desk

TICKET-17 is with the council.
"""


def cleaned(settings: list[object], path: str = "news/flood.md") -> str:
    return clean_document(Source(path, TEXT.encode()), Config(rules=read("test", settings))).text.partition("\n---\n")[
        2
    ]


def test_lines_are_removed_where_the_rule_applies() -> None:
    assert cleaned([FOOTER]) == "\nThe river rose on Monday.\n\nTICKET-17 is with the council.\n"
    assert "Read on at the paper" in cleaned([FOOTER], "blog/flood.md")


def test_patterns_replace_and_find() -> None:
    replace = {
        "name": "ticket",
        "pattern": "TICKET-[0-9]+",
        "action": "replace",
        "replacement": "A request",
        "match": ["TICKET-1"],
    }
    assert "A request is with the council." in cleaned([replace])
    finding = {
        "name": "river",
        "pattern": r"\briver\b",
        "action": "finding",
        "message": "a river",
        "match": ["a river"],
    }
    outcome = clean_document(Source("a.md", TEXT.encode()), Config(rules=read("test", [finding])))
    assert [(one.rule, one.line, one.message) for one in outcome.findings] == [("USR001", 5, "a river")]


def test_own_rules_are_undone_like_any_other(tmp_path: Path) -> None:
    raw = tmp_path / "raw" / "news"
    raw.mkdir(parents=True)
    (raw / "flood.md").write_text(TEXT, encoding="utf-8")
    run_folder(tmp_path / "raw", tmp_path / "clean", Config(rules=read("test", [FOOTER])), jobs=1)
    assert main(["verify", str(tmp_path / "clean")]) == 0


def test_a_pattern_that_would_run_away_elsewhere_does_not() -> None:
    rule = {"name": "trap", "pattern": "(a+)+b", "match": ["aab"]}
    config = Config(rules=read("test", [rule]))
    assert "aaaa" in clean_document(Source("a.txt", b"a" * 50_000 + b" end.\n"), config).text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"match": ["Something else"]}, "does not match its example"),
        ({"leave": ["Write to the desk"]}, "matches its example"),
        ({"pattern": "x"}, "either lines or a pattern"),
        ({"lines": [" "]}, "an empty line"),
        ({"action": "delete"}, "action is one of"),
        ({"match": []}, "at least one example"),
        ({"lines": "Read on"}, "expected a list of texts"),
        ({"pattren": "x"}, "did you mean 'pattern'"),
        ({"name": ""}, "has no name"),
        ({"code": "usr1"}, "a code is like"),
        ({"lines": [], "pattern": "(?=a)", "match": ["a"]}, "not a pattern of RE2"),
        ({"lines": [], "pattern": "a*", "match": ["a"]}, "matches nothing at all"),
        ({"lines": [], "pattern": "a", "match": ["a"], "action": "replace", "replacement": "ba"}, "would never end"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said_when_it_is_read(change: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read("ingest.yaml", [{**FOOTER, **change}])


def test_codes_are_of_one_rule_each(tmp_path: Path) -> None:
    path = tmp_path / "ingest.yaml"
    path.write_text(yaml.safe_dump({"rules": [{**FOOTER, "code": "IMG001"}]}), encoding="utf-8")
    with pytest.raises(UsageError, match="is the code of another rule"):
        load(path)
    with pytest.raises(UsageError, match="two rules have the code USR007"):
        read("x", [{**FOOTER, "code": "USR007"}, {**FOOTER, "code": "USR007"}])


def test_the_folder_proposes_rules_and_keeps_those_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    raw = tmp_path / "raw" / "valley"
    raw.mkdir(parents=True)
    for number in range(8):
        own = f"The council of ward {number} met on Monday and agreed to mend {number + 3} of the old wells by the spring."
        text = (
            f"---\ntitle: Ward {number}\n---\n\n{own}\n\nThe Valley Paper, corner of Mill Lane\n\nOurs since forever\n"
        )
        (raw / f"ward{number}.md").write_text(text, encoding="utf-8")
    run_folder(tmp_path / "raw", tmp_path / "clean", Config(), jobs=1)
    assert main(["suggest"]) == 0
    shown = capsys.readouterr().out
    assert "1. in 8 of 8 documents of valley/" in shown
    assert "Ours since forever" in shown
    assert "council" not in shown
    assert main(["suggest", "--accept", "9"]) == 2
    assert main(["suggest", "--accept", "1"]) == 0
    config = load()
    assert config.rules[0].lines == ("The Valley Paper, corner of Mill Lane", "Ours since forever")
    assert config.rules[0].leave[0].startswith("The council of ward")
    run_folder(tmp_path / "raw", tmp_path / "clean", config, jobs=1)
    body = (tmp_path / "clean" / "valley" / "ward3.md").read_text(encoding="utf-8")
    assert body.endswith("mend 6 of the old wells by the spring.\n")
    capsys.readouterr()
    assert main(["suggest"]) == 0
    assert "No line recurs" in capsys.readouterr().out


def test_the_page_on_configuration_names_every_setting_and_its_examples_hold() -> None:
    page = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    for one in fields(Config):
        assert f"`{one.name}`" in page
    example = page.partition("## Rules of your own\n\n")[2].partition("\n\n|")[0]
    rules = read("docs/configuration.md", yaml.safe_load(textwrap.dedent(example))["rules"])
    assert [rule.action for rule in rules] == ["remove", "replace"]


def test_own_rules_can_be_tried_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw" / "news").mkdir(parents=True)
    (tmp_path / "raw" / "news" / "flood.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ingest.yaml").write_text(yaml.safe_dump({"rules": [FOOTER]}), encoding="utf-8")
    assert main(["try", "USR001", "raw"]) == 0
    assert "Read on at the paper" in capsys.readouterr().out
    assert main(["run", "raw", "clean", "--direct", "-q"]) == 0
    assert main(["ls", "--rule", "USR001"]) == 0
    assert "news/flood.md" in capsys.readouterr().out
