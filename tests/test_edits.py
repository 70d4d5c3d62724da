"""The edit engine: applying and undoing are exact inverses, overlaps are refused, places in the raw text are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.edits import LedgerError, Mapper, accept, apply, apply_pass, undo, undo_pass
from ingest.ledger import edit_rows, passes_of
from ingest.model import Edit, Pass, Proposal

TEXTS = st.text(alphabet="ab \n\r\tßж字😀\u200d\x00", max_size=60)


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[Pass]]:
    """A text, and passes of random edits, each made on what the one before it left."""
    raw = text = draw(TEXTS)
    passes = []
    for number in range(draw(st.integers(0, 4))):
        spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 8), TEXTS), max_size=6))
        proposals = [("X001", Proposal(a, min(len(text), a + n), after)) for a, n, after in spans]
        edits = accept(text, proposals)
        passes.append(Pass(f"stage {number}", edits))
        text = apply_pass(text, edits)
    return raw, passes


@given(histories())
def test_undo_gives_back_what_apply_was_given(history: tuple[str, list[Pass]]) -> None:
    raw, passes = history
    assert undo(apply(raw, passes), passes) == raw


@given(histories())
def test_the_ledger_keeps_every_edit(history: tuple[str, list[Pass]]) -> None:
    raw, passes = history
    stored = passes_of(edit_rows(passes))
    assert [one.edits for one in stored] == [one.edits for one in passes if one.edits]
    assert undo(apply(raw, passes), stored) == raw


@given(histories(), st.data())
def test_untouched_text_maps_to_itself(history: tuple[str, list[Pass]], data: st.DataObject) -> None:
    raw, passes = history
    clean = apply(raw, passes)
    mapper = Mapper(passes)
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    raw_start, raw_end = mapper.span(start, end)
    assert 0 <= raw_start <= raw_end <= len(raw)
    if end == start + 1 and raw_end == raw_start + 1 and not any(edit.after for one in passes for edit in one.edits):
        assert raw[raw_start] == clean[start]


def test_the_earlier_of_two_overlapping_proposals_wins() -> None:
    edits = accept("abcdef", [("B", Proposal(2, 4)), ("A", Proposal(1, 3))])
    assert edits == (Edit("A", 1, "bc"),)


def test_the_longer_of_two_proposals_at_one_place_wins() -> None:
    edits = accept("abcdef", [("B", Proposal(1, 2)), ("A", Proposal(1, 4))])
    assert edits == (Edit("A", 1, "bcd"),)


def test_neighbours_do_not_overlap() -> None:
    edits = accept("abcd", [("A", Proposal(0, 2)), ("B", Proposal(2, 4, "x"))])
    assert apply_pass("abcd", edits) == "x"
    assert len(edits) == 2


def test_a_proposal_that_changes_nothing_is_no_edit() -> None:
    assert accept("abc", [("A", Proposal(1, 2, "b"))]) == ()


def test_of_two_insertions_at_one_place_one_is_taken() -> None:
    edits = accept("ab", [("A", Proposal(1, 1, "x")), ("B", Proposal(1, 1, "y"))])
    assert apply_pass("ab", edits) == "axb"


def test_a_proposal_outside_the_text_is_a_bug_of_its_rule() -> None:
    with pytest.raises(LedgerError, match="X001 proposed an edit at 2:9"):
        accept("abc", [("X001", Proposal(2, 9))])


def test_an_edit_that_does_not_fit_is_refused() -> None:
    with pytest.raises(LedgerError, match="does not fit"):
        apply_pass("abc", [Edit("A", 0, "x")])


def test_undoing_in_a_text_that_was_changed_is_refused() -> None:
    with pytest.raises(LedgerError, match="was changed since"):
        undo_pass("xyz", [Edit("A", 1, "b", "B")])


def test_a_span_behind_a_removal_is_found_in_the_raw_text() -> None:
    passes = [Pass("one", (Edit("A", 0, "junk "),)), Pass("two", (Edit("B", 4, "!", "?"),))]
    clean = apply("junk word! end", passes)
    assert clean == "word? end"
    assert Mapper(passes).span(0, 4) == (5, 9)
    assert Mapper(passes).span(4, 5) == (9, 10)
    assert Mapper(passes).span(6, 9) == (11, 14)


def test_alike_edits_share_a_row() -> None:
    edits = tuple(Edit("TXT001", start, " ") for start in range(5, 100, 10))
    rows = edit_rows([Pass("body", edits)])
    assert len(rows) == 1
    assert rows[0].repeat == 10
    assert passes_of(rows)[0].edits == edits


def test_a_long_text_is_stored_compressed_and_comes_back() -> None:
    page = "ein Absatz über Käse\n" * 10_000
    one = Pass("convert", (Edit("DOC002", 0, page, "kurz\n"),))
    rows = edit_rows([one])
    assert isinstance(rows[0].before, bytes)
    assert passes_of(rows) == [one]
