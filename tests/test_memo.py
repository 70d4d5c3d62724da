"""Results that are kept."""

from __future__ import annotations

from ingest.memo import LONGEST, remembered


def test_a_result_is_computed_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    @remembered(2)
    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    assert [upper(text) for text in ("a", "b", "a", "b")] == ["A", "B", "A", "B"]
    assert asked == ["a", "b"]
    assert [upper(text) for text in ("c", "c", "a")] == ["C", "C", "A"]
    assert asked == ["a", "b", "c", "a"]


def test_results_of_long_texts_are_not_kept() -> None:
    asked: list[str] = []

    @remembered(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("x" * LONGEST), length("x" * LONGEST)] == [LONGEST, LONGEST]
    assert [length("y" * 1000), length("y" * 1000)] == [1000, 1000]
    assert [len(text) for text in asked] == [LONGEST, 1000, 1000]
