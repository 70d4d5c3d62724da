"""Names of authors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.metadata.people import read_people


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Wikipedia", ["Wikipedia"]),
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe & Ann Lee", ["Jane Doe", "John Roe", "Ann Lee"]),
        ("Jane Doe, John Roe, and Ann Lee", ["Jane Doe", "John Roe", "Ann Lee"]),
        ("jane, john", ["jane", "john"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("Doe, Jane A.", ["Jane A. Doe"]),
        ("van der Berg, Jan", ["Jan van der Berg"]),
        ("Doe, Jane; Roe, John", ["Jane Doe", "John Roe"]),
        ("Guido Roe, Phil J. Eby", ["Guido Roe", "Phil J. Eby"]),
        ("Jane Doe, Jr.", ["Jane Doe, Jr."]),
        ("Jane Doe, PhD, John Roe", ["Jane Doe, PhD", "John Roe"]),
        ("Jane Doe <jane@example.org>, John Roe <john at example.org>", ["Jane Doe", "John Roe"]),
        ("jane@example.org (Jane Doe), john at example.org (John Roe)", ["Jane Doe", "John Roe"]),
        ("Marks and Spencer", ["Marks and Spencer"]),
        ("Ministry of Truth and Love", ["Ministry of Truth and Love"]),
        ("AP, AFP", ["AP", "AFP"]),
        ("[[Jane Doe]]", ["Jane Doe"]),
        ("Jane Doe (@jane), John Roe (@john-r)", ["Jane Doe", "John Roe"]),
        ("Jane Doe <jane(dot)doe(at)mail(dot)example>", ["Jane Doe"]),
        ("Jane Doe <[email protected]>", ["Jane Doe"]),
        ("Jane Doe, jane@mail.example", ["Jane Doe"]),
        ("Jane Doe, jane#at#mail.example", ["Jane Doe"]),
        ("Jane Doe, Head of Water at the Weir Foundation", ["Jane Doe"]),
        ("Jane Doe, John of Gaunt", ["Jane Doe", "John of Gaunt"]),
        (["Jane Doe <>", "John Roe"], ["Jane Doe", "John Roe"]),
        ([{"fullname": "Jane Doe", "initials": "J."}], ["Jane Doe"]),
        ([{"name": "Jane Doe^[corresponding author]"}], ["Jane Doe"]),
        ([{"name": "Jane Doe, John Roe, Ann Lee"}], ["Jane Doe", "John Roe", "Ann Lee"]),
        ([{"name": "Doe, Roe, Lee"}], ["Doe, Roe, Lee"]),
        ([["Jane Doe"]], ["Jane Doe"]),
        ("Łukasz Żak und Ana Čop", ["Łukasz Żak", "Ana Čop"]),
        (["Jane Doe", "Doe, John", ""], ["Jane Doe", "John Doe"]),
        (["Jane Doe and John Roe"], ["Jane Doe and John Roe"]),
        ({"name": "Jane Doe"}, ["Jane Doe"]),
        ([{"name": "Jane Doe", "url": "x"}, {"given": "John", "family": "Roe"}], ["Jane Doe", "John Roe"]),
        ([{"name": {"given": "Jane", "family": "Doe"}}], ["Jane Doe"]),
        ([{"Jane Doe": {"affiliation": "A"}}], ["Jane Doe"]),
        (["Jane Doe", "Jane Doe"], ["Jane Doe"]),
        ('[Jane"kit"Doe](http://e.org/j), [John Roe](http://e.org/r)', ['Jane"kit"Doe', "John Roe"]),
        ("[Doe](http://e.org/j), [Roe](http://e.org/r)", ["Doe", "Roe"]),
        ("Jane Doe [jane#at#e.org]", ["Jane Doe"]),
        ("Jane Doe jane@e.org, John Roe, john@e.org", ["Jane Doe", "John Roe"]),
        ("write to jane@e.org", ["write to jane@e.org"]),
        (["&amp;amp;", "Jane Doe;"], ["&amp;amp;", "Jane Doe"]),
    ],
)
def test_names(value: object, names: list[str]) -> None:
    found = read_people(value)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        [],
        {},
        None,
        3,
        [3],
        [[["a"]]],
        [["a", "b"]],
        {"url": "x"},
        "<a@b.org>",
        [{"name": 3}],
        {"": {}},
        {"http://e.org/x": {}},
    ],
)
def test_what_gives_no_name(value: object) -> None:
    assert read_people(value) is None


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("Jane Doe", False),
        ("Jane Doe <j@e.org>", True),
        ("Jane Doe j@e.org", True),
        ("Jane Doe [j#at#e.org]", True),
        ({"name": "Jane"}, False),
        ({"name": "Jane", "url": "x"}, True),
    ],
)
def test_it_is_known_whether_the_source_says_more(value: object, more: bool) -> None:
    found = read_people(value)
    assert found is not None
    assert found.more is more


@given(st.lists(st.text("AbcdE ,.;&-'<@>", max_size=20), max_size=4))
def test_names_once_read_stay_as_they_are(value: list[str]) -> None:
    found = read_people(value)
    if found:
        again = read_people(found.names)
        assert again is not None
        assert again.names == found.names
