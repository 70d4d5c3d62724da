"""All codes that can stand in a ledger, with their names and pages: rules, metadata, news layout, conversion, pipeline."""

from __future__ import annotations

from functools import cache

from ingest.model import Safety

FRONT_MATTER = "DOC001"
CONVERTED = "DOC002"
EMPTIED = "DOC003"

PIPELINE_CODES = {
    FRONT_MATTER: (
        "front-matter",
        "The source's header gave way to the canonical front matter. The edit holds the header as it stood.",
    ),
    CONVERTED: (
        "converted",
        "A page in another format was turned into Markdown. The edit holds the page's whole text; what is in neither body "
        "nor metadata is listed block by block.",
    ),
    EMPTIED: ("emptied", "Nothing is left of the body: look at the edits before you rely on it. Display only."),
    "RUN001": ("unsettled", "Rules went on changing the text after the greatest number of passes. Display only."),
}
"""Codes of what the pipeline itself records: name and page."""


@cache
def all_codes() -> dict[str, tuple[str, str, str]]:
    """For each code, in order: name, safety, page in Markdown."""
    from ingest.formats.html import HTML_CODES
    from ingest.formats.joplin import JOPLIN_CODES
    from ingest.formats.news import NEWS_CODES
    from ingest.formats.wikitext import WIKITEXT_CODES
    from ingest.metadata import METADATA_CODES
    from ingest.rules import RULES

    codes = {rule.code: (rule.name, str(rule.safety), rule.page) for rule in RULES}
    codes.update({code: (name, str(Safety.DISPLAY), page) for code, (name, page) in METADATA_CODES.items()})
    pages = {
        code: (name, f"A part of a page that is not in the body: {why}.") for code, (name, why) in HTML_CODES.items()
    }
    for table in (NEWS_CODES, JOPLIN_CODES, PIPELINE_CODES, pages, WIKITEXT_CODES):
        codes.update({code: (name, "built in", page) for code, (name, page) in table.items()})
    return codes


def name_of(code: str) -> str:
    """The name of a code, or an empty string for one that is not known."""
    return all_codes().get(code, ("", "", ""))[0]
