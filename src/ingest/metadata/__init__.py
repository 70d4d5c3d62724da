"""Every header, head and infobox to one canonical front matter."""

from ingest.metadata.findings import METADATA_CODES
from ingest.metadata.normalise import fact_field, normalise

__all__ = ["METADATA_CODES", "fact_field", "normalise"]
