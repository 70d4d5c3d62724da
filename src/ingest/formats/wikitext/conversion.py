"""The conversion of a page: the steps from its source to Markdown, fields and dropped blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from ingest.edits import Mapper, apply_pass
from ingest.formats.wikitext.expand import DAMAGE, Account, Expander
from ingest.formats.wikitext.layout import Layout, Part, flatten
from ingest.formats.wikitext.recognise import is_escaped
from ingest.model import Block, Conversion, Edit, Pass, Remark, Source, Value

_ESCAPE = re.compile(r"&(?:lt|gt|quot|amp|#39|#0?34|apos);")


def convert_page(text: str, source: Source) -> Conversion:
    """Markdown, fields and dropped blocks of a page's source: see `ingest.formats.wikitext.convert`."""
    original = text
    mapper = Mapper()
    if is_escaped(text):
        step = Pass("wikitext", tuple(_unescapes(text)))
        mapper.add(step)
        text = apply_pass(text, step.edits)
    expander = Expander(text, lambda at: mapper.span(at, at)[0], original)
    account = expander.account
    layout = Layout(expander.document(), account, expander.source_of)
    parts = layout.read()
    body = "\n\n".join(part.text for part in parts)
    blocks = [block for _, block in sorted(account.blocks, key=lambda item: item[0])]
    remarks = list(account.remarks)
    if original is not text and original != text:
        blocks.insert(
            0,
            Block(
                DAMAGE, "the whole page", f"HTML-escaped as a whole: {len(step.edits)} entities were resolved first", ""
            ),
        )
        remarks.insert(
            0, Remark(0, 0, "the page was HTML-escaped as a whole and has been unescaped before it was read")
        )
    fields = _fields(source, account, parts)
    return Conversion(body + "\n" if body else "", "wikitext", fields, tuple(blocks), tuple(remarks))


def _unescapes(text: str) -> list[Edit]:
    return [Edit(DAMAGE, match.start(), match[0], html.unescape(match[0])) for match in _ESCAPE.finditer(text)]


def _fields(source: Source, account: Account, parts: list[Part]) -> dict[str, Value]:

    lead = next((part.plain for part in parts if part.kind in ("paragraph", "heading")), "")
    first = next((part for part in parts if part.kind in ("paragraph", "heading")), None)
    if first is not None and first.kind == "heading":
        lead = ""
    fields: dict[str, Value] = {}
    title = (
        flatten(account.fields.get("title", ""), account)
        or source.facts.get("title", "")
        or _title(source.path, first, account.infobox)
    )
    if title:
        fields["title"] = title
    if lead:
        fields["derived:description"] = lead
    if account.fields.get("shortDescription"):
        fields["shortDescription"] = flatten(account.fields["shortDescription"], account)
    if account.fields.get("coordinates"):
        fields["coordinates"] = account.fields["coordinates"]
    if account.infobox:
        fields["infobox"] = account.infobox
    if account.categories:
        fields["categories"] = account.categories
    return fields


_STEM = re.compile(r"(?:\.(?:wiki|wikitext|mediawiki|txt|mw|text))+$", re.IGNORECASE)
_QUALIFIED = re.compile(r"(.{1,200}?)[-_ ]{1,3}[(_]([^()_]{1,80})[)_]")


def _title(path: str, first: Part | None, infobox: Mapping[str, str]) -> str:
    """The page's name from its file's name, in the spelling of the text where the words are the same."""
    name = path.rpartition("#")[2] if "#" in path else path
    name = _STEM.sub("", name.rpartition("/")[2])
    bold = re.findall(r"\*\*([^*\n]{1,200})\*\*", first.text[:2000]) if first is not None else []
    for subject in bold:
        if _letters(subject) == _letters(name):
            return str(subject).strip("* ,.;:")
    qualified = _QUALIFIED.fullmatch(name)
    if qualified:
        return f"{_title(qualified[1], first, infobox)} ({qualified[2].replace('-', ' ')})"
    words = re.split(r"[-_ ]", name)
    if " " not in name and "_" not in name and len(words) > 1:
        phrase = re.compile(r"[^\w\n]{1,3}".join(map(re.escape, words)))
        for text in (first.plain if first is not None else "", *infobox.values()):
            found = phrase.search(text)
            if found:
                return found[0]
        if len(words) > 2:  # one hyphen may be the name's own
            return " ".join(words)
    return name.replace("_", " ").strip()


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
