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
    return {key: value for key, value in facts.items() if value or key in _ALWAYS}


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
