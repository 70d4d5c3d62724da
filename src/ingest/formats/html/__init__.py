"""Saved web pages: recognised, read for their metadata, and turned into Markdown with an account of the rest."""

from __future__ import annotations

from ingest.formats.html.charset import declared_charset
from ingest.formats.html.recognise import matches
from ingest.model import Conversion, Source

__all__ = ["convert", "declared_charset", "fragment_to_markdown", "matches", "torn_to_markdown", "unaccounted"]


def convert(text: str, source: Source) -> Conversion:
    """Turn a page into Markdown, with its metadata and all that was left out; see `ingest.formats.html.convert`."""
    from ingest.formats.html import page

    return page.convert(text, source)


def fragment_to_markdown(html: str, base: str = "") -> str:
    """The Markdown of a piece of HTML, all of its text, without a final line feed; `base` resolves its links."""
    from ingest.formats.html import page

    return page.fragment_to_markdown(html, base)


def torn_to_markdown(html: str) -> str:
    """The Markdown of rows, cells or items whose table or list is gone, all of their text, without a final line feed."""
    from ingest.formats.html import page

    return page.torn_to_markdown(html)


def unaccounted(text: str, conversion: Conversion) -> list[str]:
    """The visible words of a page that are in neither the body, the fields nor the blocks, in the order of the page."""
    from ingest.formats.html import account

    return account.unaccounted(text, conversion)
