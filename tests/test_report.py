"""The report and what it is made of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.edits import accept, apply_pass
from ingest.model import Pass, Proposal
from ingest.report.diffs import unified, words
from ingest.report.hunks import Hunk, compose


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
    assert heads == ["@@ -1,7 +1,6 @@", "@@ -18,7 +17,8 @@"]


def test_words_leave_out_long_unchanged_stretches() -> None:
    raw = "one two\n" + "filler line\n" * 100 + "three four\n"
    hunks = [Hunk(4, "two", "2", (("A", ""),)), Hunk(raw.index("four"), "four", "4", (("A", ""),))]
    found = [(one.mark, one.text) for one in words(raw, hunks)]
    assert ("-", "two") in found
    assert ("+", "4") in found
    assert ("@", "") in found
    assert sum(len(text) for _, text in found) < 100
