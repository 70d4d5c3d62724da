"""Producers are recognised by what only they leave."""

from __future__ import annotations

import pytest

from ingest.formats.producer import recognise


def test_scraper_with_infoboxes_as_mappings() -> None:
    assert recognise("Text.", {"infoboxes": [{"name": {"text": "Mill"}}]}) == "wtf-plugin-markdown"


def test_scraper_by_its_dumped_references() -> None:
    assert recognise("Text.\n## References[object Object]\n", {}) == "wtf-plugin-markdown"


def test_extract() -> None:
    assert recognise("= Mill =\n\nText.\n", {}) == "mediawiki-extract"


def test_clipper_by_its_tag_and_source() -> None:
    assert recognise("Text.", {"tags": ["clippings"], "source": "https://example.org"}) == "obsidian-clipper"
    assert not recognise("Text.", {"tags": ["clippings"]})


def test_extractor_by_its_keys() -> None:
    assert recognise("Text.", {"hostname": "example.org", "sitename": "Example"}) == "trafilatura"


def test_reader_by_its_labels() -> None:
    text = "Title: Mill\n\nURL Source: https://example.org\n\nMarkdown Content:\nText.\n"
    assert recognise(text, {}) == "jina-reader"


def test_dump_of_pages() -> None:
    assert recognise('<doc id="12" url="https://example.org" title="Mill">\nMill\n', {}) == "wikiextractor"


def test_pandoc_by_divisions_and_identifiers() -> None:
    assert recognise("::: {.note}\nText.\n:::\n\n## Mill {#mill}\n", {}) == "pandoc"


def test_html2text_by_its_lists_and_rules() -> None:
    assert recognise("# Mill\n\n  * One\n  * Two\n\n* * *\n\nText.\n", {}) == "html2text"


def test_markdownify_by_its_lists_and_underlines() -> None:
    assert recognise("Mill\n====\n\n* One\n  + Within\n* Two\n", {}) == "markdownify"


@pytest.mark.parametrize(
    "text",
    [
        "* One\n* Two\n\n* * *\n",
        "  * One\n  * Two\n",
        "Mill\n=======\n\n* One\n  + Within\n",
        "* One\n  + Within\n",
        "## Mill {#mill}\n\nText.\n",
        "Title: Mill\n\nText.\n",
    ],
)
def test_one_habit_is_no_proof(text: str) -> None:
    assert not recognise(text, {})


def test_unknown() -> None:
    assert not recognise("# Mill\n\nText.\n", {"title": "Mill", "infoboxes": "none"})
