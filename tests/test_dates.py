"""Written dates to ISO 8601."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.metadata.dates import read_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020", "2020"),
        ("2020-01", "2020-01"),
        ("2020-01-02", "2020-01-02"),
        ("2024-12-5", "2024-12-05"),
        ("2020/1/2", "2020-01-02"),
        ("2020.01.02", "2020-01-02"),
        ("20200102", "2020-01-02"),
        ("2020-01-02T03:04:05Z", "2020-01-02T03:04:05Z"),
        ("2020-01-02T03:04", "2020-01-02T03:04"),
        ("2020-01-02T03:04:05.678+01:00", "2020-01-02T03:04:05.678+01:00"),
        ("2020-01-02 03:04:05 +0100", "2020-01-02T03:04:05+01:00"),
        ("2020-01-02 9:00:00 -4", "2020-01-02T09:00:00-04:00"),
        ("2020-01-02 03:04 UTC", "2020-01-02T03:04Z"),
        ("20200102T030405Z", "2020-01-02T03:04:05Z"),
        ("20200102T030405+0900", "2020-01-02T03:04:05+09:00"),
        ("02-Jan-2020", "2020-01-02"),
        ("2 January 2020", "2020-01-02"),
        ("2nd of January, 2020", "2020-01-02"),
        ("January 2, 2020", "2020-01-02"),
        ("Jan. 2, 2020", "2020-01-02"),
        ("Sept. 10, 2022", "2022-09-10"),
        ("Thursday, January 2, 2020", "2020-01-02"),
        ("Thu, 02 Jan 2020 03:04:05 +0100", "2020-01-02T03:04:05+01:00"),
        ("Thu, 2 Jan 2020 03:04:05 GMT", "2020-01-02T03:04:05Z"),
        ("Thu, 2 Jan 2020 03:04:05 EST", "2020-01-02T03:04:05-05:00"),
        ("January 2, 2020 at 3:04 PM", "2020-01-02T15:04"),
        ("January 2, 2020, 12:04 a.m.", "2020-01-02T00:04"),
        ("January 2, 2020 3:04 PM ET", "2020-01-02T15:04"),
        ("January 2020", "2020-01"),
        ("Published: January 2, 2020", "2020-01-02"),
        ("Last updated on 2 January 2020", "2020-01-02"),
        ("2. Januar 2020", "2020-01-02"),
        ("Donnerstag, 2. März 2023, 15:04 Uhr", "2023-03-02T15:04"),
        ("02.01.2020", "2020-01-02"),
        ("1er août 2021", "2021-08-01"),
        ("2 de enero de 2020", "2020-01-02"),
        ("2 de março de 2020", "2020-03-02"),
        ("2 gennaio 2020", "2020-01-02"),
        ("2 januari 2020", "2020-01-02"),
        ("2 stycznia 2020", "2020-01-02"),
        ("2. ledna 2020", "2020-01-02"),
        ("2 января 2020 г.", "2020-01-02"),
        ("2 січня 2020", "2020-01-02"),
        ("2 Ocak 2020", "2020-01-02"),
        ("2020. január 2.", "2020-01-02"),
        ("2020年1月2日", "2020-01-02"),
        ("2020년 1월 2일", "2020-01-02"),
        ("2020年1月", "2020-01"),
        ("<2020-01-02 Thu>", "2020-01-02"),
        ("[2020-01-02 Thu 03:04]", "2020-01-02T03:04"),
        ("25/12/2020", "2020-12-25"),
        ("12/25/2020", "2020-12-25"),
        ("05/05/2020", "2020-05-05"),
        ("29 February 2020", "2020-02-29"),
    ],
)
def test_a_date_of_exactly_the_precision_given(written: str, iso: str) -> None:
    assert read_date(written).iso == iso


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("03/04/2005", "ambiguous"),
        ("3-4-2005", "ambiguous"),
        ("03/04/05", "ambiguous"),
        ("3 March – 1 April 2022", "range"),
        ("2001-2004", "range"),
        ("2020-01-01/2020-02-01", "range"),
        ("1–3 May 2020", "range"),
        ("January to March 2020", "range"),
        ("last-modified", "instruction"),
        ("today", "instruction"),
        ("2019-02-29", "impossible"),
        ("31 April 2020", "impossible"),
        ("2020-13-01", "impossible"),
        ("20201345", "impossible"),
        ("", "unreadable"),
        ("soon", "unreadable"),
        ("2 listopad 2020", "unreadable"),
        ("1379000000", "unreadable"),
        ("Spring 2020", "unreadable"),
        ("2020-01-02T25:00", "unreadable"),
        ("2 Jan 20", "unreadable"),
        ("x" * 1000, "unreadable"),
        ("true", "unreadable"),
        ("1.10", "unreadable"),
    ],
)
def test_what_is_no_date_gets_a_reason(written: str, problem: str) -> None:
    reading = read_date(written)
    assert (reading.iso, reading.problem) == ("", problem)
    assert reading.message


def test_an_offset_that_a_name_does_not_fix_is_not_invented() -> None:
    assert read_date("2 January 2020 03:04 CET").iso == "2020-01-02T03:04"


@given(st.datetimes(min_value=dt.datetime(1000, 1, 1), max_value=dt.datetime(2999, 12, 31)))  # noqa: DTZ001 - any zone
def test_iso_dates_stay_as_they_are(moment: dt.datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert read_date(moment.isoformat()).iso == moment.isoformat()
    assert read_date(moment.date().isoformat()).iso == moment.date().isoformat()


@given(st.text(alphabet="0123456789-/.: TZJanuryMch年月日", max_size=30))
def test_any_text_is_read_and_what_is_iso_is_a_fixed_point(written: str) -> None:
    reading = read_date(written)
    assert bool(reading.iso) != bool(reading.problem)
    if reading.iso:
        assert read_date(reading.iso).iso == reading.iso
