"""The JSON Schema of canonical front matter, with the terms of schema.org and Dublin Core for each field."""

from __future__ import annotations

from typing import Any, NamedTuple

from ingest.metadata.aliases import CANONICAL

_DATE = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: dict[str, Any] = {"type": "array", "minItems": 1, "uniqueItems": True, "items": _TEXT}


class Field(NamedTuple):
    """A canonical field: its type as JSON Schema, what it says, and what it is called elsewhere."""

    kind: dict[str, Any]
    meaning: str
    schema_org: str = ""
    dublin_core: str = ""


_DATED = {"type": "string", "pattern": _DATE}

FIELDS: dict[str, Field] = {
    "title": Field(_TEXT, "What the document is called", "headline", "dcterms:title"),
    "subtitle": Field(
        _TEXT, "A second title, or a wiki's short description", "alternativeHeadline", "dcterms:alternative"
    ),
    "short_title": Field(_TEXT, "A title for menus and links", "alternateName", "dcterms:alternative"),
    "description": Field(_TEXT, "A summary; an empty line parts its paragraphs", "description", "dcterms:abstract"),
    "authors": Field(_TEXTS, "Names of persons and bodies, first names first", "author", "dcterms:creator"),
    "published": Field(
        _DATED, "When it was published: ISO 8601, of the precision given", "datePublished", "dcterms:issued"
    ),
    "modified": Field(
        _DATED, "When it was last changed: ISO 8601, of the precision given", "dateModified", "dcterms:modified"
    ),
    "language": Field(
        {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"},
        "The language of the text: BCP 47",
        "inLanguage",
        "dcterms:language",
    ),
    "tags": Field(_TEXTS, "Topics", "keywords", "dcterms:subject"),
    "categories": Field(_TEXTS, "The sections of the site that it stands in", "articleSection", "dcterms:type"),
    "image": Field(_TEXT, "The address or file name of its picture", "image", "foaf:depiction"),
    "image_alt": Field(_TEXT, "The text that stands for that picture", "image.caption", ""),
    "url": Field(_TEXT, "Its address, or its path on the site", "url", "dcterms:identifier"),
    "publisher": Field(_TEXT, "Who published it", "publisher", "dcterms:publisher"),
    "license": Field(_TEXT, "Under which terms, in the source's words", "license", "dcterms:license"),
    "draft": Field({"type": "boolean"}, "Whether it was not meant to be published yet", "creativeWorkStatus", ""),
    "slug": Field(_TEXT, "The last part of its address", "", ""),
    "aliases": Field(
        _TEXTS, "Other addresses (Hugo, Jekyll) or other names (Obsidian)", "sameAs", "dcterms:alternative"
    ),
    "infobox": Field(
        {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": _TEXT}]},
        },
        "The fields of a wiki's infobox, as plain text",
        "additionalProperty",
        "",
    ),
    "extra": Field(
        {"type": "object", "minProperties": 1}, "What has no canonical name, and what lost against a better source"
    ),
}
"""The canonical fields in order, without `provenance`, whose form is its own matter."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that the front matter of every clean document satisfies.

    It is for readers that leave YAML's dates as text, or write them as ISO 8601.
    """
    properties = {key: {**FIELDS[key].kind, "description": FIELDS[key].meaning} for key in CANONICAL}
    properties["provenance"] = {"type": "object", "description": "Which bytes it came from, and what was done to them"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Canonical front matter",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
