"""The words that the language is told by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language import detect, words_of

WORDS = ["Mill", "a", "I’m", "don't", "well-known", "1", "_2"]
MARKS = [
    " ",
    "  ",
    "\n\n",
    ". ",
    "- ",
    "–",
    "“",
    "” ",
    "«",
    "…",
    "\u00a0",
    "\0",
    "\1",
    "\x1c",
    "[",
    ":",
    "/",
    "„",
    "\u2003",
]
MARKUP = ["`x y`", "](a)", "<b>", "{{x}}", "http://a.example"]
PIECES = st.sampled_from([*WORDS, *MARKS, *MARKUP])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_ascii_and_typeset_text_give_the_words_of_any_other(text: str) -> None:
    # A letter that is not ASCII sends the whole text down the way that all texts can go.
    assert words_of(f"{text}\né").split() == [*words_of(text).split(), "é"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The mill’s wheel” – said\u00a0the keeper … «no»", "The mill’s wheel said the keeper no"),
        ("One,  two;\n\nthree_4 (five) - 6", "One two three five -"),
        ("See `code here` and [the mill](https://a.example/b), {{cite}}<br>", "See and the mill"),
        ("Die Mühle, „alt“", "Die Mühle alt"),
        ("mill\1s", "mill s"),
    ],
)
def test_words_are_without_marks_numbers_and_markup(text: str, words: str) -> None:
    assert " ".join(words_of(text).split()) == words


def test_a_text_is_told_with_and_without_quotes() -> None:
    text = "The council met on Tuesday evening to discuss the repair of the old bridge, closed since the flood."
    plain, quoted = detect(text), detect(f"“{text}” – it’s")
    assert plain is not None
    assert quoted is not None
    assert plain[0] == quoted[0] == "en"
