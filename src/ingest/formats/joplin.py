"""Joplin's raw export: the title is the first line, and what Joplin knows of a note stands below its text.

Below it stand lines such as `id: 0a1b2c…` and `created_time: 2021-03-04T05:06:07.000Z`, the last of them `type_: 1`.
"""

from __future__ import annotations

from ingest.body import Body
from ingest.late import late
from ingest.model import Lift, Proposal, Value

PROPERTIES = "META106"

JOPLIN_CODES: dict[str, tuple[str, str]] = {
    PROPERTIES: (
        "lifted-properties",
        "The lines below a note that Joplin exported as it stores it (`id: …` to `type_: 1`) became the front matter, "
        "and so did its first line, the title. Lines that only look like them (no `id` of 32 digits, no `type_` at the "
        "end) stay.",
    ),
}
"""Name and page of the code that they go with."""

LONGEST = 1 << 14
"""Characters of the lines below a note at most."""

_TAIL = 60
_LAST = late(r"\ntype_: \d{1,2}\s*\Z")
_LINE = late(r"([a-z][a-z_]{1,40}):(?:[ ]+(.*)|[ ]*)$")
_ID = late(r"[0-9a-f]{32}")
_TITLE = late(r"\s{0,9}(\S[^\n]{0,400})\n[ \t]*\n")
_CANONICAL = {
    "authors": ("author",),
    "published": ("user_created_time", "created_time"),
    "modified": ("user_updated_time", "updated_time"),
    "url": ("source_url",),
}
"""The names of Joplin's fields (`BaseItem` of its source) for the canonical ones, the more trusted first."""


def lift(body: Body) -> Lift | None:
    """What stands below a note, and its title; None for any other text."""
    text = body.text
    if "\ntype_: " not in text[-_TAIL:] or not _LAST.search(text, max(0, len(text) - _TAIL)):
        return None
    end = len(text.rstrip())
    start = text.rfind("\n\n", max(0, end - LONGEST), end) + 2
    properties: dict[str, str] = {}
    for line in text[start:end].split("\n"):
        match = _LINE.match(line)
        if not match or match[1] in properties:
            return None
        properties[match[1]] = (match[2] or "").strip()
    if start == 1 or not _ID.fullmatch(properties.get("id", "")):
        return None
    fields, proposals = _title(text, start)
    # One line feed stays, as the end of the text's last line; where there is no text, there is none.
    below = max(start - 1, *(proposal.end for _, proposal in proposals)) if proposals else start - 1
    for field, names in _CANONICAL.items():
        name = next((name for name in names if properties.get(name)), "")
        if name:
            fields[field] = properties.pop(name)
    fields.update({name: value for name, value in properties.items() if value})
    return Lift(fields, (*proposals, (PROPERTIES, Proposal(below, len(text)))), exposes=True)


def _title(text: str, end: int) -> tuple[dict[str, Value], tuple[tuple[str, Proposal], ...]]:
    """The first line, if an empty one is below it."""
    match = _TITLE.match(text, 0, end)
    if not match:
        return {}, ()
    return {"title": match[1].strip()}, ((PROPERTIES, Proposal(0, match.end())),)
