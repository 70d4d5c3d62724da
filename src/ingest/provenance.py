"""The provenance block of a document: which bytes it came from, and what was done to them.

It holds no time and no run: the same bytes, version and configuration give the same block.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ingest import __version__
from ingest.config import Config
from ingest.metadata import fact_field
from ingest.metadata.aliases import unify
from ingest.model import Decoding, Source

MEDIATYPES = {
    "markdown": "text/markdown",
    "plain": "text/plain",
    "mediawiki": "text/plain",
    "wikitext": "text/x-wiki",
    "html": "text/html",
}
"""Registered media types (IANA) of the formats; `text/x-wiki` is MediaWiki's own."""

LONGEST_FACT = 1000
"""Characters of a fact of a container above which only its length is told: a second copy of the page, say."""


_WRITTEN = frozenset({"markdown", "plain", "mediawiki"})
"""Formats of text, which a clean document keeps; the others are turned into Markdown."""

_ALWAYS = frozenset({"sha256", "bytes", "removed_chars"})
"""What is said also where it is nothing."""


def sha256(data: bytes | str) -> str:
    """The sha256 in hexadecimal; of a text, that of its UTF-8."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def provenance(
    source: Source, config: Config, decoding: Decoding, account: Mapping[str, Any], body_sha256: str
) -> dict[str, Any]:
    """The block, in its fixed order; what does not apply is left out."""
    facts: dict[str, Any] = {
        "source": source.path,
        "url": source.url,
        "record": _record(source, config),
        "sha256": sha256(source.data),
        "bytes": len(source.data),
        "encoding": decoding.encoding,
        "encoding_basis": decoding.basis,
        "mediatype": source.mediatype or MEDIATYPES[account["format"]],
        "format": "",
        "layout": "" if account["layout"] == "none" else account["layout"],
        "producer": account["producer"],
        "pipeline": f"ingest {__version__}",
        "config_sha256": config.digest_at(source.path),
        "rules": dict(sorted(account["rules"].items())),
        "removed_chars": account["removed_chars"],
        "dropped_blocks": account["dropped_blocks"],
        "findings": dict(sorted(account["findings"].items())),
        "body_sha256": body_sha256,
    }
    written = account["format"] if account["format"] in _WRITTEN else "markdown"
    if format_told_by(facts) != written:
        facts["format"] = written
    return {key: value for key, value in facts.items() if value or key in _ALWAYS}


def format_told_by(block: Mapping[str, Any]) -> str:
    """The format of the body below a provenance block of our own: `markdown`, `plain` or `mediawiki` (a plain extract).

    What was plain text stays so, although it has a header by now: its indented lines, say, are no code. The media type and
    the layout tell it, but where another type was declared than that of the format, or our own header is read again.
    """
    if block.get("format") in _WRITTEN:
        return str(block["format"])
    if block.get("mediatype") != MEDIATYPES["plain"]:
        return "markdown"
    return "mediawiki" if str(block.get("layout", "")).startswith("mediawiki") else "plain"


def _record(source: Source, config: Config) -> dict[str, str]:
    """What the container says that is no field of the document: when it was crawled, headers, a crawler's own keys."""
    if not source.facts:
        return {}
    own = {unify(key) for key in config.aliases_of(source.path)}
    rest = {key: value for key, value in source.facts.items() if unify(key) not in own and not fact_field(key)}
    return {
        key: value if len(value) <= LONGEST_FACT else f"({len(value):,} characters)"
        for key, value in rest.items()
        if value.strip()
    }
