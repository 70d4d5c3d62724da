"""Every header, head and infobox to one canonical front matter."""

from ingest.metadata.findings import METADATA_CODES
from ingest.metadata.normalise import Gathered, fact_field, gather

__all__ = ["METADATA_CODES", "Gathered", "fact_field", "gather"]
