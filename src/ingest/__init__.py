"""ingest: messy scraped files in, clean canonical documents with provenance out.

The public names are loaded when they are first asked for, so that the command line starts at once:
`clean_document(Source(path, data), Config())` gives an `Outcome`; `RULES` holds every `Rule`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.config import Config
    from ingest.model import Edit, Outcome, Source
    from ingest.pipeline import clean_document
    from ingest.rules import RULES
    from ingest.rules.registry import Rule

__version__ = "0.1.0"

__all__ = ["RULES", "Config", "Edit", "Outcome", "Rule", "Source", "__version__", "clean_document"]

_HOMES = {
    "Config": "ingest.config",
    "Edit": "ingest.model",
    "Outcome": "ingest.model",
    "RULES": "ingest.rules",
    "Rule": "ingest.rules.registry",
    "Source": "ingest.model",
    "clean_document": "ingest.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type
    """A public name, from the module that it lives in. Raises AttributeError for any other name."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ingest' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
