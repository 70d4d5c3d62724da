"""Saved web pages: recognised, read for their metadata, and turned into Markdown with an account of the rest."""

from __future__ import annotations

from ingest.formats.html.charset import declared_charset
from ingest.formats.html.recognise import matches
from ingest.model import Conversion, Source

__all__ = [
    "HTML_CODES",
    "convert",
    "declared_charset",
    "fragment_to_markdown",
    "matches",
    "torn_to_markdown",
    "unaccounted",
]

HTML_CODES = {
    "HTML001": ("navigation", "links to other pages of the site"),
    "HTML002": ("site-header", "the head of the site, not of the page"),
    "HTML003": ("site-footer", "the foot of the site, not of the page"),
    "HTML004": ("sidebar", "stands beside the content"),
    "HTML005": ("advertisement", "an advertisement or a promotion"),
    "HTML006": ("share-bar", "buttons and links for sharing and following"),
    "HTML007": ("related-links", "teasers of other pages"),
    "HTML008": ("comments", "comments of readers"),
    "HTML009": ("newsletter", "an offer of a newsletter or a subscription"),
    "HTML010": ("caption", "caption or credit of an image that is left out"),
    "HTML011": ("consent", "a notice about cookies or consent"),
    "HTML012": ("form", "controls of a form"),
    "HTML013": ("hidden", "not shown to readers"),
    "HTML014": ("title", "the title, which is metadata"),
    "HTML015": ("byline", "author or date line, which is metadata"),
    "HTML016": ("tags", "topics, which are metadata"),
    "HTML017": ("author-note", "a note about the author"),
    "HTML018": ("infobox", "a box of facts beside the text"),
    "HTML019": ("noscript", "shown only where scripts do not run"),
    "HTML020": ("permalink", "a mark for linking to or editing a section"),
    "HTML021": ("line-numbers", "numbers beside code"),
    "HTML022": ("login-prompt", "an invitation to log in or to pay"),
    "HTML023": ("media", "labels of a picture, player or chart"),
    "HTML024": ("backlink", "a link from a footnote back to the text"),
    "HTML025": ("outside-content", "outside of the main content"),
}
"""Codes of what is left out of the body: name and reason."""


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
