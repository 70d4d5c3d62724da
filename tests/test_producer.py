"""Producers are recognised by what only they leave."""

from __future__ import annotations

from ingest.formats.producer import recognise


def test_scraper_with_infoboxes_as_mappings() -> None:
    assert recognise("Text.", {"infoboxes": [{"name": {"text": "Mill"}}]}) == "wtf-plugin-markdown"


def test_scraper_by_its_dumped_references() -> None:
    assert recognise("Text.\n## References[object Object]\n", {}) == "wtf-plugin-markdown"


def test_extract() -> None:
    assert recognise("= Mill =\n\nText.\n", {}) == "mediawiki-extract"


def test_unknown() -> None:
    assert not recognise("# Mill\n\nText.\n", {"title": "Mill", "infoboxes": "none"})
