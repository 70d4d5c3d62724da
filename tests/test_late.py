"""Patterns that are compiled at their first use."""

from __future__ import annotations

import copy
import re

import pytest

from ingest.late import late


def test_a_late_pattern_finds_what_the_pattern_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    really_compile = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return really_compile(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    hill = late("(hill) [0-9]+", re.IGNORECASE)
    assert compiled == []
    assert [one[0] for one in hill.finditer("Hill 7 and hill 12")] == ["Hill 7", "hill 12"]
    assert hill.sub("x", "HILL 3") == "x"
    assert hill.match("a hill 3") is None
    assert hill.match("hill 3") is not None
    assert (hill.pattern, hill.groups) == ("(hill) [0-9]+", 1)
    assert set(compiled) == {"(hill) [0-9]+"}


def test_a_wrong_pattern_is_found_at_its_first_use() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_a_late_pattern_can_be_copied() -> None:
    assert copy.deepcopy(late("a")).search("b a") is not None
