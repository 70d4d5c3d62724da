"""The report and what it is made of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from folders import clean_folder
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest import report
from ingest.cli import main
from ingest.compact_json import json_bytes
from ingest.edits import accept, apply_pass
from ingest.model import Edit, Pass, Proposal
from ingest.report.diffs import unified, words
from ingest.report.dropped import places, put_back
from ingest.report.hunks import Hunk, Story, compose, story
from ingest.store import Catalog


def passes_over(text: str, plans: list[list[tuple[int, int, str]]]) -> tuple[list[Pass], str]:
    """Passes from rough plans, and the text that they lead to."""
    passes = []
    for number, plan in enumerate(plans):
        size = len(text) + 1
        proposals = []
        for start, length, after in plan:
            begin = start % size
            proposals.append((f"R{number}", Proposal(begin, min(begin + length, len(text)), after)))
        edits = accept(text, proposals)
        passes.append(Pass("body", edits))
        text = apply_pass(text, edits)
    return passes, text


def replayed(raw: str, hunks: list[Hunk]) -> str:
    """The text that the hunks make of `raw`."""
    parts = []
    position = 0
    for hunk in hunks:
        assert hunk.start >= position
        assert raw[hunk.start : hunk.end] == hunk.before
        parts += [raw[position : hunk.start], hunk.after]
        position = hunk.end
    return "".join([*parts, raw[position:]])


TEXT = st.text(alphabet="ab\n ", max_size=40)
PLANS = st.lists(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), st.text(alphabet="XY\n", max_size=4)), max_size=6),
    max_size=4,
)


@given(TEXT, PLANS)
@settings(max_examples=300, deadline=None)
def test_composed_hunks_say_the_same_as_the_passes(raw: str, plans: list[list[tuple[int, int, str]]]) -> None:
    passes, clean = passes_over(raw, plans)
    hunks = compose(raw, passes)
    assert replayed(raw, hunks) == clean
    assert all(hunk.before != hunk.after for hunk in hunks)


@given(TEXT, PLANS)
@settings(max_examples=300, deadline=None)
def test_a_unified_diff_holds_both_texts(raw: str, plans: list[list[tuple[int, int, str]]]) -> None:
    passes, clean = passes_over(raw, plans)
    lines = list(unified(raw, compose(raw, passes), context=1000))
    if not lines:
        assert raw == clean
        return
    assert [line.text for line in lines if line.mark in " -"] == raw.split("\n")
    assert [line.text for line in lines if line.mark in " +"] == clean.split("\n")


def test_a_unified_diff_counts_lines_on_both_sides() -> None:
    raw = "".join(f"line {number}\n" for number in range(30))
    cut = raw.index("line 20")
    hunks = [
        Hunk(raw.index("line 3\n"), "line 3\n", "", (("A", ""),)),
        Hunk(cut, "line 20", "Line 20\nmore", (("B", ""),)),
    ]
    heads = [line.text for line in unified(raw, hunks) if line.mark == "@"]
    assert heads == ["@@ -1,7 +1,6 @@ A", "@@ -18,7 +17,8 @@ B"]


def test_words_leave_out_long_unchanged_stretches() -> None:
    raw = "one two\n" + "filler line\n" * 100 + "three four\n"
    hunks = [Hunk(4, "two", "2", (("A", ""),)), Hunk(raw.index("four"), "four", "4", (("A", ""),))]
    found = [(one.mark, one.text) for one in words(raw, hunks)]
    assert ("-", "two") in found
    assert ("+", "4") in found
    assert ("@", "") in found
    assert sum(len(text) for _, text in found) < 100


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    _, folder, _ = clean_folder(tmp_path_factory.mktemp("report"))
    return folder


def written(clean: Path, out: Path) -> dict[str, bytes]:
    """The files of a report written to `out`."""
    with Catalog(clean) as catalog:
        report.write(catalog, out)
    return {str(path.relative_to(out.parent)): path.read_bytes() for path in out.parent.rglob("*") if path.is_file()}


def inside(page: bytes, name: str) -> str:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page.decode())
    assert found
    return found[1]


def test_a_run_writes_the_report(clean: Path) -> None:
    page = (clean / ".ingest" / "report.html").read_bytes()
    index = json.loads(inside(page, "index"))
    assert index["inline"]
    assert index["proved"] == 5
    assert len(index["documents"]) == 6
    key = next(row[0] for row in index["documents"] if row[1] == "wiki/kiln.md")
    detail = json.loads(inside(page, f"d-{key}"))
    removed = [segment[1] for segment in detail["body"] if segment[0] == 1 and "IMG001" in segment[3]]
    assert "![The kiln (2019)](https://wiki.example/File:Kiln_(2019).jpg)" in removed[0]


def test_the_same_run_gives_the_same_bytes(clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(clean, tmp_path / "a" / "r.html") == written(clean, tmp_path / "b" / "r.html")
    monkeypatch.setattr(report, "INLINE_BYTES", 0)
    first = written(clean, tmp_path / "c" / "r.html")
    assert first == written(clean, tmp_path / "d" / "r.html")
    assert len(first) == 7
    assert first == written(clean, tmp_path / "c" / "r.html")


def test_details_of_documents_that_are_no_more_are_removed(
    clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "INLINE_BYTES", 0)
    stale = tmp_path / "r" / "00" / ("0" * 20 + ".js")
    stale.parent.mkdir(parents=True)
    stale.write_text("", encoding="utf-8")
    files = written(clean, tmp_path / "r.html")
    assert str(stale.relative_to(tmp_path)) not in files
    assert not stale.parent.exists()


def test_few_details_are_written_by_a_run_and_all_by_the_command(
    clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "INLINE_BYTES", 0)
    monkeypatch.setattr(report, "MOST_DETAILS", 2)
    files = written(clean, tmp_path / "r.html")
    assert len(files) == 3
    assert json.loads(inside(files["r.html"], "index"))["proved"] == 5
    assert main(["report", str(clean), "-o", str(tmp_path / "r.html")]) == 0
    assert len(list(tmp_path.rglob("*.js"))) == 6


def test_nothing_of_a_document_can_end_its_script_element(clean: Path) -> None:
    page = (clean / ".ingest" / "report.html").read_text(encoding="utf-8")
    # One script element for the index, one for each document, and the page's own.
    assert page.count("</script>") == page.count("<script") == 1 + 6 + 1
    assert "onerror=" not in page.replace("onerror=\\", "")


def test_what_could_end_a_script_is_escaped_and_its_neighbours_in_unicode_are_not() -> None:
    value = "</script> & \u2028 \u2029 \u2027 \u00a8 \u0428 '\\"
    data = report.escaped(json_bytes(value))
    assert not re.search("[<>&\u2028\u2029]", data.decode())
    assert "\u2027 \u00a8 \u0428 '" in data.decode()
    assert json.loads(data) == value


def test_a_document_that_cannot_be_undone_is_said_to_be(tmp_path: Path) -> None:
    _, clean, _ = clean_folder(tmp_path)
    (clean / "plain.md").write_text("changed", encoding="utf-8")
    index = json.loads(inside(written(clean, tmp_path / "r" / "r.html")["r.html"], "index"))
    assert index["proved"] == 4


def test_a_report_is_a_page(clean: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(clean), "-o", str(tmp_path / "report")]) == 2
    assert "ends in .html" in capsys.readouterr().err


def page(source: str, body: str) -> Story:
    """A page without damage that became this Markdown."""
    return story(source, [Pass("convert", (Edit("DOC002", 0, source, body),))])


def test_dropped_blocks_are_placed_by_their_words() -> None:
    source = (
        "<nav>Home and away</nav><p>The first paragraph here.</p><aside>Buy our wares</aside><p>Second one follows.</p>"
    )
    body = "The first paragraph here.\n\nSecond one follows.\n"
    blocks = [
        ("X", "nav", "", "Home and away"),
        ("X", "aside", "", "Buy our wares"),
        ("X", "foot", "", "not there at all"),
    ]
    assert places(page(source, body), blocks) == [0, 27, 27]


def test_dropped_blocks_stand_where_they_say_they_stood() -> None:
    source = "<p>The first paragraph here.</p>\n<p>Second one follows.</p><i>More</i><p>Third and last, then.</p>"
    body = "The first paragraph here.\n\nSecond one follows.\n\nThird and last, then.\n"
    blocks = [("X", "line 2", "", "More"), ("X", "line 2 column 31, body > i", "", "More")]
    assert places(page(source, body), blocks) == [body.index("Second"), body.index("Third")]


def test_what_the_head_says_is_no_place_of_a_paragraph() -> None:
    source = (
        '<html><head><meta name="description" content="The mill was sold to its tenants."></head><body>'
        "<nav>Home and away</nav>\n<p>The mill was sold to its tenants.</p></body></html>"
    )
    assert places(
        page(source, "The mill was sold to its tenants.\n"), [("X", "line 1 column 100, nav", "", "Home")]
    ) == [0]


def test_a_paragraph_that_is_told_again_far_below_does_not_draw_the_others_with_it() -> None:
    told = [
        f"<p>Paragraph {number} of the long story about the old canal, told at length.</p>\n" for number in range(40)
    ]
    teaser = "<aside>The lock keeper and her eleven geese</aside>"
    source = "".join([*told[:20], "<i>cut</i>\n", *told[20:], "x" * 40_000, teaser])
    body = "The lock keeper and her eleven geese\n\n" + "\n\n".join(one[3:-5] for one in told) + "\n"
    assert places(page(source, body), [("X", "line 21 column 4, i", "", "cut")]) == [body.index("Paragraph 20 ")]


def test_headings_of_one_short_word_are_found() -> None:
    source = (
        "<p>It was built of larch and oak in one winter.</p><i>more</i>\n<h2>Use</h2>\n<p>Only the ferry used it.</p>"
    )
    body = "It was built of larch and oak in one winter.\n\n## Use\n\nOnly the ferry used it.\n"
    assert places(page(source, body), [("X", "line 1 column 52, i", "", "more")]) == [body.index("## Use")]


PLACES = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 12), st.sampled_from(["", "x", "x y", "p\nq"])), max_size=5
)


@given(TEXT.map(lambda text: text and f"{text}\n"), PLANS, PLACES)
@settings(max_examples=300, deadline=None)
def test_dropped_blocks_are_lines_of_their_own_in_the_diff_of_a_page(
    base: str, plans: list[list[tuple[int, int, str]]], dropped: list[tuple[int, int, str]]
) -> None:
    source = "a b\nab a\nbb\n b"
    blocks = [("HTML001", f"line {line} column {column}, p", "why", text) for line, column, text in sorted(dropped)]
    passes, clean = passes_over(base, plans)
    assume(clean.endswith("\n") or not clean)  # as every document does
    ahead = Pass("convert", (Edit("DOC002", 0, source, base),))
    front = Pass("front matter", (Edit("DOC001", 0, "", "---\ntitle: T\n---\n"),))
    text, hunks = put_back(story(source, [ahead, *passes, front]), blocks)
    assert replayed(text, hunks) == "---\ntitle: T\n---\n" + clean
    assert replayed(text, [hunk for hunk in hunks if hunk.label]) == base
    lines = list(unified(text, hunks, context=1000))
    assert [line.text for line in lines if line.mark in " +"] == ("---\ntitle: T\n---\n" + clean).split("\n")
    assert [line.text for line in lines if line.mark in " -"] == text.split("\n")
    assert [line.text for line in lines if line.label] == [(one[3] or "(why)").split("\n")[0] for one in blocks]
