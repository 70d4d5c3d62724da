"""ingest: messy scraped files in, clean canonical documents with provenance out."""

__version__ = "0.1.0"
