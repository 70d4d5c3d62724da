"""The page about web pages names every code of what is left out."""

from __future__ import annotations

from pathlib import Path

from ingest.formats.html import HTML_CODES

PAGE = (Path(__file__).parent.parent / "docs" / "html.md").read_text(encoding="utf-8")


def test_every_code_is_in_the_docs() -> None:
    for code, (name, reason) in HTML_CODES.items():
        assert f"| {code} | {name} | {reason} |" in PAGE
