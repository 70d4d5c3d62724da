"""The promises, on random documents and with all rules: exact apply and undo, a fixed point, determinism."""

from __future__ import annotations

import re

import pytest
from fragments import files, texts
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest import ledger
from ingest.config import Config
from ingest.decode import decode, encode
from ingest.edits import apply, undo
from ingest.errors import Refused
from ingest.model import Outcome, Source
from ingest.pipeline import clean_document, clean_documents

EVERYTHING = Config(unsafe_rules=True)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def clean(data: bytes, config: Config | None = None) -> Outcome | None:
    """The outcome, or None for an input that is refused."""
    try:
        return clean_document(Source("folder/file.txt", data), config)
    except Refused:
        return None


def split(document: str) -> tuple[str, str]:
    """Front matter without the provenance block, and body."""
    match = re.match(r"(?s)(---\n.*?\n---\n)\n?(.*)\Z", document)
    assert match, document[:200]
    return re.sub(r"(?ms)^provenance:\n.*?(?=^\S)", "", match[1]), match[2]


@given(files(), st.sampled_from([Config(), EVERYTHING]))
@SLOW
def test_apply_and_undo_are_exact_to_the_byte(data: bytes, config: Config) -> None:
    outcome = clean(data, config)
    if outcome is None:
        return
    raw, decoding = decode(Source("folder/file.txt", data))
    stored = ledger.passes_of(ledger.edit_rows(outcome.passes))
    assert apply(raw, stored) == outcome.text
    back = undo(outcome.text, stored)
    assert encode(back, ledger.decoding_of(ledger.decoding_json(decoding))) == data


@given(texts())
@example("Â\x80Ä  ")
@SLOW
def test_a_clean_document_is_a_fixed_point(text: str) -> None:
    first = clean(text.encode("utf-8", "replace"))
    if first is None:
        return
    second = clean(first.text.encode("utf-8"))
    assert second is not None
    assert split(second.text)[1] == split(first.text)[1]
    assert dict(second.metadata.fields) == dict(first.metadata.fields)


@given(files())
@SLOW
def test_the_same_bytes_give_the_same_document(data: bytes) -> None:
    first, second = clean(data), clean(data)
    assert first == second


@given(st.lists(files(), max_size=4))
@settings(SLOW, max_examples=50)
def test_documents_that_are_cleaned_together_are_as_each_alone(data: list[bytes]) -> None:
    together = clean_documents([Source("folder/file.txt", one) for one in data])
    assert [None if isinstance(one, Refused) else one for one in together] == [clean(one) for one in data]


@given(texts())
@SLOW
def test_findings_name_a_place_in_the_raw_text(text: str) -> None:
    data = text.encode("utf-8", "replace")
    outcome = clean(data)
    if outcome is None:
        return
    raw, _ = decode(Source("folder/file.txt", data))
    lines = raw.split("\n")
    for finding in outcome.findings:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        assert raw.count("\n", 0, finding.start) + 1 == finding.line


@given(st.binary(max_size=200))
@SLOW
def test_any_bytes_give_a_document_or_a_reason(data: bytes) -> None:
    outcome = clean(data)
    if outcome is not None:
        outcome.text.encode("utf-8")
        assert outcome.text.startswith("---\n")


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\n\n\n"])
def test_a_document_ends_in_one_line_feed(end: bytes) -> None:
    outcome = clean(b"A line that is long enough to be a sentence of its own." + end)
    assert outcome is not None
    assert outcome.text.endswith("own.\n")


STORY = "The mill has stood empty for years, and nobody in the village remembers the last miller at all."


@pytest.mark.parametrize(
    "text",
    [
        # The names of sections, first over the headline once the site's name above them is the title.
        f"The Valley Gazette\n\nPolitics\n\nThe bridge is open again after the flood\n\n{STORY}\n\n{STORY[:-1]} now.\n",
        # A page that is half prose once its long headline is lifted, so that a label in it is furniture.
        "The bridge over the river, closed since the great flood of last winter, is open again after a year of repairs "
        "and many a quarrel over who has to pay for them\n\n"
        "The first carts went over it this morning in front of many people.\n\n"
        "Advertisement\n\nThe mayor said that nobody had to pay a toll before the spring.\n",
        # A heading over an indented paragraph, which is code in Markdown alone.
        f"{STORY}\n\nSponsored\n\n{STORY[:-1]} now.\n\nThe river\n\n    {STORY[:-1]} today.\n",
        # A heading so far below that the text is not taken for Markdown.
        f"{STORY}\n{' word' * 14_000}\n\n# The river\n\n{STORY[:-1]} now.\n",
        # A table of replacements in a heading: in the front matter there are backslashes before its quotation marks.
        f"# What to mend: r'â€™': \"'\"\n\n{STORY}\n",
        # A plain extract of a wiki, which comes without furniture.
        f"= Mill =\n\n{STORY}\n\nAdvertisement\n\n{STORY[:-1]} now.\n\nShare\nTweet\nEmail\n",
    ],
)
@pytest.mark.parametrize("mediatype", ["", "text/plain", "text/markdown"])
def test_what_a_clean_document_was_does_not_matter(text: str, mediatype: str) -> None:
    first = clean_document(Source("a.txt", text.encode(), mediatype))
    second = clean_document(Source("b.md", first.text.encode()))
    third = clean_document(Source("c.md", second.text.encode(), "text/plain"))
    assert split(second.text) == split(first.text)
    assert split(third.text) == split(first.text)


@pytest.mark.parametrize("mediatype", ["", "text/plain", "text/html"])
def test_markdown_stays_markdown(mediatype: str) -> None:
    text = f"# The mill\n\n{STORY}  \nSo they say.\n\n    Advertisement\n\n**{STORY[:-1]} now.**\n"
    first = clean_document(Source("a.txt", text.encode(), mediatype))
    second = clean_document(Source("b.md", first.text.encode(), mediatype))
    third = clean_document(Source("c.md", second.text.encode()))
    assert first.format == second.format == third.format == "markdown"
    assert split(first.text)[1] == split(second.text)[1] == split(third.text)[1] == text


@pytest.mark.parametrize(
    "title",
    [
        '<a href="/mill">The mill</a> <a href="/river">by the river',  # the second one is not closed, and stays
        f"{'<b>' * 20}The mill{'</b>' * 20} by the river",
    ],
)
def test_markup_in_a_title_is_taken_out_once(title: str) -> None:
    first = clean_document(Source("a.md", f"---\ntitle: '{title}'\n---\n\n{STORY}\n".encode()))
    second = clean_document(Source("a.md", first.text.encode()))
    assert split(second.text) == split(first.text)


def test_a_name_keeps_the_quotes_that_do_not_enclose_it() -> None:
    text = f"---\nauthor:\n- name: '\"Jane\" of the <jane@mill.example> mill'\n---\n\n{STORY}\n"
    first = clean_document(Source("a.md", text.encode()))
    second = clean_document(Source("a.md", first.text.encode()))
    assert split(second.text) == split(first.text)
