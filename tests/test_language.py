"""The words that the language is told by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import language
from ingest.language import PIECE, detect, words_of

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


ENGLISH = (
    "The council met on Tuesday evening to discuss the repair of the old bridge, which has been closed since the flood. "
    "Two of its members had asked for a new one, built of steel, and were told that nobody would pay for it. "
    "In the end they agreed to wait for the report of the engineers, who are to come in the autumn with their boats, "
    "and to ask the farmers on the other bank to take the long way over the mill until then. The mayor thanked everybody "
    "for coming and reminded them that the library opens an hour later from now on. "
)
GERMAN = (
    "Der Gemeinderat hat am Dienstagabend über die Reparatur der alten Brücke beraten, die seit dem Hochwasser gesperrt ist. "
    "Zwei Mitglieder wollten lieber eine neue aus Stahl bauen und mussten hören, dass niemand sie bezahlen würde. "
    "Am Ende einigten sie sich darauf, den Bericht der Ingenieure abzuwarten, die im Herbst mit ihren Booten kommen sollen. "
)


class Asked:
    """A model that remembers what it is asked, and is as sure as it is told to be."""

    def __init__(self, *confidences: float) -> None:
        self._confidences = iter(confidences)
        self.words: list[str] = []

    def predict(self, words: str, k: int) -> tuple[tuple[str, ...], tuple[float, ...]]:
        self.words.append(words)
        return ("__label__en",) * k, (next(self._confidences),)


def asked(monkeypatch: pytest.MonkeyPatch, *confidences: float) -> Asked:
    model = Asked(*confidences)
    monkeypatch.setattr(language, "_model", lambda: model)
    return model


def test_a_third_of_the_words_is_enough_where_it_makes_the_model_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    model = asked(monkeypatch, 0.81)
    assert detect(ENGLISH) == ("en", 0.81)
    (pieces,) = model.words
    assert len(pieces) <= 3 * PIECE + 2
    assert set(pieces.split()) <= set(words_of(ENGLISH).split())  # no word is cut
    assert pieces.startswith("The council met")
    assert pieces.split()[-1] == words_of(ENGLISH).split()[-1]


def test_all_words_tell_where_a_third_does_not_make_the_model_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    model = asked(monkeypatch, 0.79, 0.6)
    assert detect(ENGLISH) == ("en", 0.6)
    assert model.words[1:] == [words_of(ENGLISH)]


def test_a_short_text_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    model = asked(monkeypatch, 0.4)
    assert detect(ENGLISH[:300]) is None
    assert model.words == [words_of(ENGLISH[:300])]


def test_a_lead_in_another_language_does_not_tell_a_text() -> None:
    told = detect(ENGLISH[: 3 * PIECE] + GERMAN + GERMAN)
    assert told is not None
    assert told[0] == "de"


def test_pieces_of_a_text_without_blanks_are_of_full_length(monkeypatch: pytest.MonkeyPatch) -> None:
    model = asked(monkeypatch, 0.9)
    detect("村議会は火曜日の夜に古い橋の修理について話し合いました" * 30)
    assert [len(words) for words in model.words] == [3 * PIECE + 2]


def test_languages_without_blanks_between_words_are_told() -> None:
    told = detect("村議会は火曜日の夜に古い橋の修理について話し合いました。" * 30)
    assert told is not None
    assert told[0] == "ja"
