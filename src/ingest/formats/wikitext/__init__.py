"""A page's source in wikitext, to clean Markdown with fields and a record of all that is left out."""

from __future__ import annotations

from ingest.formats.wikitext.recognise import matches
from ingest.model import Conversion, Source

__all__ = ["WIKITEXT_CODES", "convert", "matches", "unaccounted"]

WIKITEXT_CODES = {
    "WIK001": ("template", "A template whose text is not known, is navigation or is a note for editors."),
    "WIK002": ("reference", "A reference, or a list of them."),
    "WIK003": (
        "picture",
        "A picture, gallery, score or map; a caption that is a sentence of its own stays in the body.",
    ),
    "WIK004": ("table-remains", "Navigation in a table, and words in a table that stand in no cell."),
    "WIK005": ("comment", "A comment, which the page does not show."),
    "WIK006": ("hatnote", "A note above the text that leads to other pages."),
    "WIK007": ("page-link", "A link that belongs to the page and not to its text: to other languages, a sort key."),
    "WIK008": ("page-setting", "A setting of the page: its sort key, its table of contents, its spelling."),
    "WIK009": ("stray-markup", "Markup that begins or ends nothing, or that was escaped with the whole page."),
}
"""Codes of what a page's source holds that is not text: name and page."""


def convert(text: str, source: Source) -> Conversion:
    """Markdown, fields and dropped blocks of a page's source. Raises nothing; linear in the text.

    `fields` are `title`, `derived:description` (the first paragraph), `shortDescription`, `coordinates`, `infobox` and
    `categories`, as far as they are known. The places of blocks are lines of `text`, remarks are about places in it.
    """
    from ingest.formats.wikitext.conversion import convert_page

    return convert_page(text, source)


def unaccounted(text: str, conversion: Conversion) -> list[str]:
    """The visible words of a page's source that are in neither the body, the fields nor the blocks, in their order."""
    from ingest.formats.wikitext import account

    return account.unaccounted(text, conversion)
