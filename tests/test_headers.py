"""Reading headers."""

from __future__ import annotations

from ingest.headers import read_header


def test_a_yaml_header_keeps_its_scalars_as_written() -> None:
    text = "---\nversion: 1.10\ndraft: no\n---\nBody.\n"
    header = read_header(text)
    assert (header.layout, dict(header.fields)) == ("yaml-header", {"version": "1.10", "draft": "no"})
    assert text[header.end :] == "Body.\n"
