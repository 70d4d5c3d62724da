"""The provenance block of a document: which bytes it came from, and what was done to them.

It holds no time and no run: the same bytes, version and configuration give the same block.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ingest import __version__
from ingest.config import Config
from ingest.model import Decoding, Source

MEDIATYPES = {
    "markdown": "text/markdown",
    "plain": "text/plain",
    "mediawiki": "text/plain",
    "wikitext": "text/x-wiki",
    "html": "text/html",
}
"""Registered media types (IANA) of the formats; `text/x-wiki` is MediaWiki's own."""


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
        "sha256": sha256(source.data),
        "bytes": len(source.data),
        "encoding": decoding.encoding,
        "encoding_basis": decoding.basis,
        "mediatype": source.mediatype or MEDIATYPES[account["format"]],
        "layout": "" if account["layout"] == "none" else account["layout"],
        "producer": account["producer"],
        "pipeline": f"ingest {__version__}",
        "config_sha256": config.digest,
        "rules": dict(sorted(account["rules"].items())),
        "removed_chars": account["removed_chars"],
        "dropped_blocks": account["dropped_blocks"],
        "findings": dict(sorted(account["findings"].items())),
        "body_sha256": body_sha256,
    }
    always = {"sha256", "bytes", "removed_chars"}
    return {key: value for key, value in facts.items() if value or key in always}
