"""`ingest diff` of pages that were converted: what stayed, what was dropped where, and what was changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ingest.cli import main
from ingest.commands.diff import line_diff, views_of, word_diff
from ingest.model import Edit, Pass

PAGE = """<!doctype html><html lang="en"><head><title>The weir is mended</title></head><body>
<nav class="main\x1b[2J menu"><a href="/">Home</a> <a href="/town">Town\x1b]0;owned\x07</a></nav>
<article><h1>The weir is mended</h1>
<p>The weir below the mill was mended on Tuesday, after a week in which the cafÃ© on the bank had stood under water.</p>
<figure><img src="weir.jpg"><figcaption>The weir at dusk</figcaption></figure>
<p>It cost less than the council had feared, and the keeper was glad of that, since the year had been a dear one.</p>
<h2>Why it broke</h2>
<p>An ice floe struck it in March. The mason found two stones missing, and a third one loose below the sluice.</p>
<h2>References</h2>
</article>
<footer>All rights reserved.</footer></body></html>
"""

WIKI = """'''Weir''' is a [[dam]] in a river.<ref>A book.</ref>

== Use ==
It feeds a [[mill]].
{{reflist}}
[[Category:Dams]]
"""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean folder of a web page, whose source was repaired before it was converted, and of wikitext; read only."""
    root = tmp_path_factory.mktemp("pages")
    (root / "raw").mkdir()
    (root / "raw" / "weir.html").write_text(PAGE, encoding="utf-8")
    (root / "raw" / "wiki.wiki").write_text(WIKI, encoding="utf-8")
    assert main(["run", "--direct", "-q", str(root / "raw"), str(root / "clean")]) == 0
    return root / "clean"


@pytest.fixture
def diff(clean: Path, capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - a function
    def output(*arguments: str) -> str:
        assert main(["diff", *arguments, "--clean", str(clean)]) == 0
        return capsys.readouterr().out

    return output


def test_what_stayed_and_what_was_dropped_is_told_in_one_order(diff: Any) -> None:  # noqa: ANN401
    lines = diff("weir.html").splitlines()
    told = [
        "--- weir.html (as Markdown, with what was dropped)",
        "+++ weir.md",
        "+title: The weir is mended",
        "-[HTML001 navigation 2:40] Home Town",
        "-[HTML014 title 3:14] The weir is mended",
        " The weir below the mill was mended on Tuesday, after a week in which the café on the bank had stood under water.",
        "-[HTML010 caption 5:41] The weir at dusk",
        " It cost less than the council had feared, and the keeper was glad of that, since the year had been a dear one.",
        " ## Why it broke",
        "-## References",
        "-[HTML003 site-footer 11:9] All rights reserved.",
        "+++ weir.html (repaired before it became Markdown)",
        '-<nav class="main␛[2J menu"><a href="/">Home</a> <a href="/town">Town␛]0;owned␇</a></nav>',
    ]
    assert [line for line in lines if line in told] == told
    assert any(line.startswith("@@ ") and line.endswith(" REF003") for line in lines)
    assert "".join(lines).count("cafÃ©") == 1


def test_wikitext_is_told_the_same_way(diff: Any) -> None:  # noqa: ANN401
    lines = diff("wiki.wiki").splitlines()
    told = [
        "+categories: [Dams]",
        " **Weir** is a dam in a river.",
        "-[WIK002 reference 1:36] <ref>A book.</ref>",
        " ## Use",
        " It feeds a mill.",
        "-[WIK002 reference 5:1] {{reflist}}",
    ]
    assert [line for line in lines if line in told] == told


def test_by_words(diff: Any) -> None:  # noqa: ANN401
    text = diff("weir.html", "--word")
    assert "\n[-[HTML010 caption 5:41] The weir at dusk-]\nIt cost less" in text
    assert "{+---\ntitle: The weir is mended\n" in text
    assert "[-Ã©-]{+é+}" in text


def test_as_json(diff: Any, clean: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    entries = json.loads(diff("weir.html", "--json"))
    assert main(["show", "weir.html", "--json", "--clean", str(clean)]) == 0
    ledger = json.loads(capsys.readouterr().out)["edits"]
    converted = next(one["after"] for one in ledger if one["stage"] == "convert")
    caption = next(one for one in entries if one["rules"] == ["HTML010"])
    assert (caption["of"], caption["before"], caption["after"]) == ("markdown", "The weir at dusk", "")
    assert converted[caption["start"] :].startswith("It cost less")
    assert caption["start"] == caption["end"]
    assert "line 5 column 41, article > figure > figcaption" in caption["notes"][0]
    removed = next(one for one in entries if one["rules"] == ["REF003"])
    assert converted[removed["start"] : removed["end"]] == removed["before"]
    repaired = next(one for one in entries if one["of"] == "raw")
    assert PAGE[repaired["start"] : repaired["end"]] == repaired["before"]


def test_colours_are_ours_and_nothing_of_the_page_is_obeyed(diff: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
    plain = diff("weir.html")
    assert not set(plain + diff("weir.html", "--word") + diff("weir.html", "--json")) & set("\x1b\x07")
    monkeypatch.setattr("ingest.commands.diff.coloured", lambda: True)
    lines = diff("weir.html")
    assert "\x1b[35m-[HTML010 caption 5:41]\x1b[0m\x1b[31m The weir at dusk\x1b[0m" in lines
    assert re.sub(r"\x1b\[[\d;]*m", "", lines) == plain
    assert "\x1b[35m[HTML010 caption 5:41]\x1b[0m \x1b[31;9mThe weir at dusk\x1b[0m" in diff("weir.html", "--word")


def test_a_block_s_text_and_place_are_made_harmless() -> None:
    convert = Pass("convert", (Edit("DOC002", 0, "<p>Alder</p>", "Alder\n"),))
    blocks = [("HTML001", "nav.\x1b[2J", "navigation", "Home\x1b]0;owned\x07\u202e\nTown")]
    views = views_of("<p>Alder</p>", [convert], blocks, "a.html", "a.md")
    assert line_diff(views).splitlines()[3:] == [
        "-[HTML001 navigation nav.␛[2J] Home␛]0;owned␇\\u202e",
        "-Town",
        " Alder",
        " ",
    ]
    assert word_diff(views[0]) == "[-[HTML001 navigation nav.␛[2J] Home␛]0;owned␇\\u202e\nTown-]\nAlder"


def test_as_many_unchanged_lines_as_asked_for(diff: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    few = diff("weir.html", "-U", "0")
    assert "## Why it broke" not in few
    assert "\n-[HTML010 caption 5:41]" in few
    assert " An ice floe struck it" in diff("weir.html", "--context", "99")
    with pytest.raises(SystemExit):
        main(["diff", "weir.html", "-U", "-1"])
    assert "-U/--context" in capsys.readouterr().err


def test_check_shows_what_would_be_dropped(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(clean.parent / "raw" / "weir.html"), "--diff"]) == 1
    assert "\n-[HTML010 caption 5:41] The weir at dusk\n" in capsys.readouterr().out


@pytest.mark.parametrize(("code", "source"), [("HTML010", "weir.html"), ("WIK", "wiki.wiki")])
def test_pages_are_found_by_what_was_dropped(
    clean: Path, code: str, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ls", str(clean), "--rule", code, "--json"]) == 0
    assert [one["source"] for one in json.loads(capsys.readouterr().out)] == [source]


@pytest.mark.parametrize(("wanted", "code"), [("share-bar", "WEB"), ("html006", "HTML006"), ("site-footer", "HTML003")])
def test_a_name_that_two_codes_have_is_the_rule_s(wanted: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", wanted, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["code"].startswith(code)
