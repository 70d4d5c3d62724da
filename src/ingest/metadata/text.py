"""Repairs of single metadata values: blanks, entities, and what wikis and HTML leave in plain text."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from ingest.late import late

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATES = late("[\ud800-\udfff]")

_ENTITY = late(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ANGLES = frozenset({"&lt;", "&LT;", "&#60;", "&#x3c;", "&#x3C;"})
_TAG_BEGINS = late(r"[/!?A-Za-z]")

# The names of the file namespace in the wikis with the most articles, from MediaWiki's own localisation.
_FILE_PREFIXES = (
    "File|Image|Datei|Bild|Fichier|Fișier|Archivo|Imagen|Ficheiro|Imagem|Immagine|Plik|Grafika|Файл|Изображение|"
    "Зображення|Bestand|Afbeelding|Fil|Tiedosto|Kuva|Soubor|Súbor|Obrázok|Fájl|Kép|Dosya|Resim|Слика|Датотека|Slika|"
    "Datoteka|Tập tin|Hình|Berkas|Gambar|Αρχείο|Εικόνα|קובץ|תמונה|ملف|صورة|پرونده|تصویر|चित्र|ไฟล์|ภาพ|파일|그림|"
    "ファイル|画像|文件|图像|檔案|圖像"
)
_FILE = late(
    rf"\[\[[ ]?:?(?:{_FILE_PREFIXES})[ ]?:[ ]?([^\[\]|\n]{{1,250}})"
    r"((?:\|(?:[^\[\]\n]|\[\[[^\[\]\n]{0,200}\]\]){0,500})?)\]\]",
    re.IGNORECASE,
)
_LINK = late(r"\[\[[ ]?:?([^\[\]|\n]{1,250})(?:\|([^\[\]\n]{0,500}))?\]\]")
_EXTERNAL = late(r"\[((?:https?:)?//[^\s\[\]]{1,1000})[ ]([^\[\]\n]{1,500})\]")
_EMPHASIS = late(r"('{2,5})(?=[^'\s])([^'\n]{1,500})\1(?!')")
_BREAK = late(r"<br[ ]?/?>", re.IGNORECASE)
_REFERENCE = late(r"<ref\b[^<>]{0,200}/>|<ref\b[^<>]{0,200}>[^<]{0,2000}</ref>|<!--[^<]{0,2000}?-->", re.IGNORECASE)
_INLINE = late(
    r"<(small|big|b|i|u|s|em|strong|sup|sub|span|div|center|nowiki|abbr|font|a|p)\b[^<>]{0,500}>([^<]{0,2000})</\1>",
    re.IGNORECASE,
)
_NOWRAP = late(r"\{\{[ ]?(?:nowrap|small|nobold|big|nobr)[ ]?\|([^{}|]{1,500})\}\}", re.IGNORECASE)
_BULLET = late(r"^[ \t]*\*+[ \t]*", re.MULTILINE)
_TEMPLATE = late(r"\{\{[^{}\n]{1,200}\}\}")


class Plain(NamedTuple):
    """A text freed of markup, with the files it showed and the addresses it linked."""

    text: str
    images: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def safe(text: str) -> str:
    """The text with what no file can hold (lone surrogates, NUL) shown as U+FFFD."""
    if text.isascii():
        return text.replace("\x00", "\ufffd") if "\x00" in text else text
    return _SURROGATES.sub("\ufffd", text).replace("\x00", "\ufffd")


def one_line(text: str) -> str:
    """The text in one line, with single blanks between words. No-break spaces stay."""
    if text.isprintable() and "  " not in text:
        return text.strip(" \u3000")
    return _BLANKS.sub(" ", _CONTROLS.sub("", safe(text))).strip(" \u3000")


def paragraphs(text: str) -> str:
    """The text with each paragraph in one line and one empty line between two."""
    text = _CONTROLS.sub("", safe(text)).strip()
    if "\n" not in text:
        return one_line(text)
    runs: list[list[str]] = [[]]
    for line in map(one_line, text.split("\n")):
        if line:
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return "\n\n".join(" ".join(run) for run in runs)


def tidy_lines(text: str) -> str:
    """The text with no blanks at the ends of its lines and no empty lines."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    lines = (_BLANKS.sub(" ", line).strip() for line in _CONTROLS.sub("", safe(text)).split("\n"))
    return "\n".join(line for line in lines if line)


def without_entities(text: str) -> str:
    """The text with character references resolved, but for those that would become a tag."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_resolved, text)


def _resolved(match: re.Match[str]) -> str:
    entity = match[0]
    if entity in _ANGLES and _TAG_BEGINS.match(match.string, match.end()):
        return entity
    character = html.unescape(entity)
    if character == entity or (
        character == "&" and re.match(r"#?\w{1,32};", match.string[match.end() : match.end() + 34])
    ):
        return entity
    return character


def without_markup(text: str) -> Plain:
    """The text that a reader of the page saw: links and emphasis give their words, pictures and notes go.

    Only pairs are resolved; a lone bracket, quote or tag stays. Code-like text therefore stays as it is.
    """
    images: list[str] = []
    links: list[str] = []
    if "[[" in text:
        text = _FILE.sub(lambda match: _noted(images, match[1].strip(), ""), text)
        text = _LINK.sub(lambda match: match[2] if match[2] and match[2].strip() else match[1], text)
    if "[http" in text or "[//" in text:
        text = _EXTERNAL.sub(lambda match: _noted(links, match[1], match[2]), text)
    if "<" in text:
        text = _REFERENCE.sub("", text)
        text = _BREAK.sub("\n", text)
        for _ in range(4):
            changed = _INLINE.sub(r"\2", text)
            if changed == text:
                break
            text = changed
    if "''" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "{{" in text:
        text = _NOWRAP.sub(r"\1", text)
    return Plain(text, tuple(images), tuple(links))


def _noted(notes: list[str], note: str, shown: str) -> str:
    notes.append(note)
    return shown


def is_plain(text: str) -> bool:
    """Whether a text has no sign of markup or of entities."""
    return not ("[" in text or "<" in text or "&" in text or "''" in text or "{{" in text)


def plain_text(text: str) -> Plain:
    """The text without markup and entities, to a fixed point: what is plain stays as it is.

    So does what is nested so deeply that no end is reached.
    """
    if is_plain(text):
        return Plain(text)
    images: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    before = text
    for _ in range(4):
        found = without_markup(before)
        after = without_entities(found.text)
        images += found.images
        links += found.links
        if after == before:
            return Plain(after, images, links)
        before = after
    return Plain(text)


def without_bullets(text: str) -> str:
    """The lines of a wiki list without their asterisks."""
    return _BULLET.sub("", text) if "*" in text else text


def has_template(text: str) -> bool:
    """Whether a wiki template stands in the text."""
    return "{{" in text and _TEMPLATE.search(text) is not None
