"""A clean document in the words of another tool: front matter keys by its names, and nothing in it that the tool would run.

Most tools read the canonical front matter as it is. What they refuse, run as a program or look for under another name is
changed here. Every name is one of the table of names in `metadata.aliases`, so that a document written so is read back to
the same canonical fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ingest import frontmatter
from ingest.model import NOTHING, Value


class Dialect(NamedTuple):
    """Front matter and body as a tool takes them: `names` are its names for canonical fields."""

    fields: Mapping[str, Value]
    body: str
    names: Mapping[str, str] = NOTHING

    def text(self) -> str:
        """The document."""
        return frontmatter.dump(self.fields, self.names) + ("\n" if self.body else "") + self.body


_WHOLE_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_SHOWN = re.compile(r"/\*[^\n]*?\*/")
_CALL = re.compile(r"\{\{[<%]")
_CLOSE = {"{{<": ">}}", "{{%": "%}}"}
_NO_TAG = re.compile(r"[^\w/-]+")


def _hugo(fields: Mapping[str, Value], body: str) -> Dialect:
    """Hugo 0.111 to 0.168: `url` and `aliases` are paths on its own site, and `{{< name >}}` is a program's name."""
    names = {"short_title": "linkTitle"}
    if _is_whole(fields.get("url")):
        names["url"] = "canonicalURL"
    if any(_is_whole(one) or one == "/" for one in fields.get("aliases") or ()):
        names["aliases"] = "also_known_as"
    return Dialect(fields, _without_shortcodes(body), names)


def _jekyll(fields: Mapping[str, Value], body: str) -> Dialect:
    """Jekyll 4, with the names that its plugins read; Liquid, a program, is switched off where a text has its signs."""
    names = {"modified": "last_modified_at", "language": "lang", "url": "permalink"}
    if frontmatter.is_full_date(fields.get("published", "")):
        names["published"] = "date"
    if not str(fields.get("url", "")).startswith("/") or _is_whole(fields["url"]):
        names["url"] = "canonical_url"
    if all(one.startswith("/") for one in fields.get("aliases") or ()):
        names["aliases"] = "redirect_from"
    if "{{" in body or "{%" in body:
        fields = {**fields, "render_with_liquid": False}
    return Dialect(fields, body, names)


def _obsidian(fields: Mapping[str, Value], body: str) -> Dialect:
    """Obsidian: a tag has no blanks and is no number. Where one had to change, all stand as they were under `keywords`."""
    tags = fields.get("tags")
    if not tags:
        return Dialect(fields, body)
    written = list(dict.fromkeys(filter(None, map(_obsidian_tag, tags))))
    if written == tags:
        return Dialect(fields, body)
    return Dialect({**fields, "tags": written, "keywords": tags}, body)


def _pandoc(fields: Mapping[str, Value], body: str) -> Dialect:
    """Pandoc's own templates: `author`, `date`, `lang`, `keywords`."""
    names = {"authors": "author", "published": "date", "language": "lang", "tags": "keywords"}
    return Dialect(fields, body, names)


TOOLS: dict[str, Callable[[Mapping[str, Value], str], Dialect]] = {
    "hugo": _hugo,
    "jekyll": _jekyll,
    "obsidian": _obsidian,
    "pandoc": _pandoc,
}
"""What a tool takes, from canonical front matter (with provenance) and a body."""


def _is_whole(address: Value) -> bool:
    """Whether an address is more than a path on a site."""
    return isinstance(address, str) and _WHOLE_ADDRESS.match(address) is not None


def _obsidian_tag(tag: str) -> str:
    written = _NO_TAG.sub("-", tag).strip("-")
    return f"y{written}" if written.isdigit() else written


def _without_shortcodes(body: str) -> str:
    """The text with every call of a shortcode written so that Hugo shows it and does not run it."""
    parts: list[str] = []
    done = 0
    last = {mark: body.rfind(mark) for mark in _CLOSE.values()}
    while call := _CALL.search(body, done):
        start = call.start()
        close = _CLOSE[call[0]]
        inner = start + 3
        end = body.find(close, inner) if last[close] >= inner else -1
        if end < 0:
            # Hugo has no sign for a call that is not closed; in code the reference shows.
            parts += (body[done:start], "&#123;{")
            done = start + 2
        else:
            content = body[inner:end]
            shown = content if _SHOWN.fullmatch(content) else f"/*{content}*/"
            parts += (body[done:inner], shown, close)
            done = end + len(close)
    return "".join((*parts, body[done:]))
