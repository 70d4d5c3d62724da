"""The one table of names: which source key is which canonical field, and which tool writes it so.

Names are compared by `unify`: case, blanks, `-`, `_`, `.`, `:` and camelCase do not count. Within a field the order is
the order of trust: of two source keys that both hold a value, the one that stands first here wins.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ingest.memo import remembered

CANONICAL = (
    "title",
    "subtitle",
    "short_title",
    "description",
    "authors",
    "published",
    "modified",
    "language",
    "tags",
    "categories",
    "image",
    "image_alt",
    "url",
    "publisher",
    "license",
    "draft",
    "slug",
    "aliases",
    "infobox",
    "extra",
)
"""The canonical keys in the order in which they are written; `provenance` follows them."""


class Alias(NamedTuple):
    """A source key for a canonical field, with the tools or vocabularies that use it."""

    field: str
    name: str
    origin: str


_SEPARATORS = re.compile(r"[\s_.:\-]+")


@remembered(4096)
def unify(key: str) -> str:
    """The form in which names are compared: `og:Site_Name`, `ogSiteName` and `og-site-name` are one."""
    return _SEPARATORS.sub("", key).casefold()


_TABLE = {
    "title": (
        ("title", "Hugo, Jekyll, Astro, Eleventy, Docusaurus, Gatsby, Zola, Pelican, MyST, Quarto, Pandoc, Org"),
        ("citation_title", "Highwire"),
        ("headline", "schema.org"),
        ("dc.title", "Dublin Core"),
        ("dcterms.title", "Dublin Core"),
        ("og:title", "Open Graph"),
        ("twitter:title", "Twitter cards"),
        ("parsely-title", "Parse.ly"),
        ("sailthru.title", "Sailthru"),
        ("doctitle", "AsciiDoc"),
        ("page_title", "Grav, home-made"),
        ("post_title", "WordPress export"),
        ("name", "schema.org"),
        ("subject", "wiki scrapers, mail; a topic where there is a title"),
    ),
    "subtitle": (
        ("subtitle", "Quarto, Pandoc, Hugo themes, MyST"),
        ("sub_title", "home-made"),
        ("tagline", "Jekyll themes"),
        ("alternativeHeadline", "schema.org"),
        ("shortDescription", "wiki scrapers"),
        ("subheading", "Jekyll themes"),
        ("kicker", "news sites"),
    ),
    "short_title": (
        ("short_title", "MyST"),
        ("linkTitle", "Hugo"),
        ("sidebar_label", "Docusaurus"),
        ("navtitle", "AsciiDoc"),
        ("nav_title", "Jekyll themes"),
        ("title-short", "citation styles"),
        ("titleabbrev", "AsciiDoc"),
    ),
    "description": (
        ("description", "Hugo, Jekyll, Astro, Docusaurus, Gatsby, Zola, AsciiDoc, Org, schema.org, HTML"),
        ("summary", "Hugo, Pelican"),
        ("excerpt", "Jekyll, Hexo"),
        ("abstract", "Pandoc, Quarto, MyST, reST, schema.org"),
        ("dek", "news sites"),
        ("teaser", "news sites"),
        ("standfirst", "news sites"),
        ("citation_abstract", "Highwire"),
        ("dc.description", "Dublin Core"),
        ("dcterms.description", "Dublin Core"),
        ("dcterms.abstract", "Dublin Core"),
        ("og:description", "Open Graph"),
        ("twitter:description", "Twitter cards"),
        ("meta_description", "home-made"),
        ("desc", "Dendron"),
        ("seo_description", "home-made"),
        ("page-description", "AsciiDoc (Jekyll)"),
        ("post_excerpt", "WordPress export"),
    ),
    "authors": (
        ("authors", "Hugo, Docusaurus, MyST, Pelican, Zola, reST"),
        ("author", "Jekyll, Pandoc, Quarto, Hexo, AsciiDoc, Org, reST, schema.org, HTML"),
        ("citation_author", "Highwire"),
        ("citation_authors", "Highwire"),
        ("byline", "news sites"),
        ("creator", "schema.org, PDF"),
        ("dc.creator", "Dublin Core"),
        ("dcterms.creator", "Dublin Core"),
        ("article:author", "Open Graph"),
        ("parsely-author", "Parse.ly"),
        ("sailthru.author", "Sailthru"),
        ("twitter:creator", "Twitter cards"),
        ("post_author", "WordPress export"),
        ("created_by", "Notion"),
        ("written_by", "home-made"),
        ("author_name", "home-made"),
        ("author(s)", "home-made"),
        ("taxonomies.authors", "Zola"),
        ("taxonomies.author", "Zola"),
    ),
    "published": (
        ("published", "Jekyll (a draft mark if it is no date), ingest"),
        ("date", "Hugo, Jekyll, Hexo, Zola, Pelican, MyST, Quarto, Pandoc, AsciiDoc, Org, reST"),
        ("pubDate", "Astro, RSS"),
        ("publishDate", "Hugo"),
        ("publishedDate", "home-made"),
        ("datePublished", "schema.org"),
        ("publication_date", "home-made"),
        ("published_at", "dev.to"),
        ("published_time", "home-made"),
        ("date_published", "Ghost, Omnivore, JSON Feed"),
        ("published_on", "home-made"),
        ("issued", "citation styles"),
        ("article:published_time", "Open Graph"),
        ("og:published_time", "Open Graph"),
        ("citation_publication_date", "Highwire"),
        ("citation_date", "Highwire"),
        ("citation_online_date", "Highwire"),
        ("dcterms.issued", "Dublin Core"),
        ("dc.date.issued", "Dublin Core"),
        ("dc.date", "Dublin Core"),
        ("dcterms.date", "Dublin Core"),
        ("parsely-pub-date", "Parse.ly"),
        ("sailthru.date", "Sailthru"),
        ("post_date", "WordPress export"),
        ("revdate", "AsciiDoc"),
        ("created", "Obsidian, PEP"),
        ("dateCreated", "schema.org"),
        ("created_at", "home-made"),
        ("created_time", "Notion"),
        ("date_created", "home-made"),
        ("creation_date", "PDF"),
        ("dcterms.created", "Dublin Core"),
        ("release_date", "Project Gutenberg"),
        ("timestamp", "crawlers"),
        ("datetime", "home-made"),
        ("pubDatetime", "Astro"),
        ("jbake-date", "JBake"),
        ("rfc_started", "PHP RFC"),
        ("create_date", "home-made"),
        ("hugo_publishdate", "Org (ox-hugo)"),
    ),
    "modified": (
        ("modified", "Pelican, Obsidian, ingest"),
        ("lastmod", "Hugo"),
        ("updated", "Hexo, Zola, Obsidian"),
        ("last_modified_at", "Jekyll"),
        ("last_modified", "home-made"),
        ("updatedDate", "Astro"),
        ("date-modified", "Quarto"),
        ("dateModified", "schema.org"),
        ("article:modified_time", "Open Graph"),
        ("og:updated_time", "Open Graph"),
        ("dcterms.modified", "Dublin Core"),
        ("dc.date.modified", "Dublin Core"),
        ("last_updated", "home-made"),
        ("last_update", "Docusaurus"),
        ("updated_at", "home-made"),
        ("modified_time", "home-made"),
        ("modDatetime", "Astro"),
        ("ms.date", "Microsoft Learn; the month first"),
        ("rfc_updated", "PHP RFC"),
        ("modify_date", "home-made"),
        ("revised", "MultiMarkdown"),
        ("last_revised", "home-made"),
        ("hugo_lastmod", "Org (ox-hugo)"),
        ("date_updated", "Ghost"),
        ("updated_on", "home-made"),
        ("last_edited_time", "Notion"),
        ("edited", "home-made"),
    ),
    "language": (
        ("language", "Org, reST, HTML, wiki scrapers"),
        ("lang", "Pandoc, Quarto, Hexo, Jekyll, Pelican, AsciiDoc"),
        ("inLanguage", "schema.org"),
        ("locale", "Gatsby"),
        ("languageCode", "Hugo"),
        ("content-language", "HTML"),
        ("citation_language", "Highwire"),
        ("dc.language", "Dublin Core"),
        ("dcterms.language", "Dublin Core"),
        ("og:locale", "Open Graph"),
        ("ms.contentlocale", "Microsoft Learn"),
    ),
    "tags": (
        ("tags", "Hugo, Jekyll, Astro, Eleventy, Docusaurus, Gatsby, Hexo, Zola, Pelican, MyST, Obsidian"),
        ("tag", "Jekyll, Obsidian, Grav"),
        ("taxonomies.tags", "Zola"),
        ("taxonomy.tag", "Grav"),
        ("keywords", "schema.org, HTML, MyST, Pandoc, Quarto, AsciiDoc, Org"),
        ("keyword", "home-made"),
        ("filetags", "Org"),
        ("topics", "home-made"),
        ("topic", "home-made"),
        ("article:tag", "Open Graph"),
        ("news_keywords", "HTML"),
        ("citation_keywords", "Highwire"),
        ("dc.subject", "Dublin Core"),
        ("dcterms.subject", "Dublin Core"),
        ("parsely-tags", "Parse.ly"),
        ("sailthru.tags", "Sailthru"),
        ("hp-tags", "AsciiDoc (HubPress)"),
        ("awestruct-tags", "AsciiDoc (Awestruct)"),
        ("jbake-tags", "AsciiDoc (JBake)"),
        ("page-tags", "AsciiDoc (Antora)"),
        ("hugo_tags", "Org (ox-hugo)"),
        ("roam_tags", "Org-roam"),
        ("jekyll_tags", "Org"),
        ("document_tags", "Readwise"),
    ),
    "categories": (
        ("categories", "Hugo, Jekyll, Hexo, Quarto"),
        ("category", "Jekyll, Pelican"),
        ("taxonomies.categories", "Zola"),
        ("taxonomy.category", "Grav"),
        ("articleSection", "schema.org"),
        ("article:section", "Open Graph"),
        ("section", "news sites"),
        ("parsely-section", "Parse.ly"),
        ("hugo_categories", "Org (ox-hugo)"),
        ("jekyll_categories", "Org"),
    ),
    "image": (
        ("image", "Jekyll, Docusaurus, Quarto, schema.org"),
        ("img", "wiki scrapers"),
        ("images", "Hugo"),
        ("featured_image", "Hugo themes, WordPress export"),
        ("feature_image", "Ghost"),
        ("featuredImage", "Gatsby"),
        ("cover", "Hexo, Hugo themes"),
        ("cover_image", "dev.to, Ghost"),
        ("coverImage", "Next.js"),
        ("heroImage", "Astro"),
        ("banner", "Hexo, Hugo themes"),
        ("thumbnail", "Hugo themes, Hexo, MyST"),
        ("thumbnailUrl", "schema.org"),
        ("photo", "home-made"),
        ("header_image", "home-made"),
        ("primary_image", "home-made"),
        ("banner_image", "JSON Feed"),
        ("og:image", "Open Graph"),
        ("og:image:url", "Open Graph"),
        ("og:image:secure_url", "Open Graph"),
        ("twitter:image", "Twitter cards"),
        ("twitter:image:src", "Twitter cards"),
        ("parsely-image-url", "Parse.ly"),
        ("sailthru.image.full", "Sailthru"),
    ),
    "image_alt": (
        ("image_alt", "home-made, ingest"),
        ("image-alt", "Quarto"),
        ("alt", "home-made"),
        ("img_alt", "wiki scrapers"),
        ("heroImageAlt", "Astro"),
        ("cover_alt", "home-made"),
        ("image_accessibility", "home-made"),
        ("og:image:alt", "Open Graph"),
        ("twitter:image:alt", "Twitter cards"),
    ),
    "url": (
        ("url", "Hugo, schema.org"),
        ("permalink", "Jekyll, Eleventy, Hexo"),
        ("canonical_url", "dev.to"),
        ("canonical", "HTML"),
        ("canonicalURL", "Hugo themes"),
        ("link", "RSS"),
        ("canonical_link", "Medium exports"),
        ("source_url", "crawlers"),
        ("page_url", "crawlers"),
        ("url_source", "Jina Reader"),
        ("source", "web clippers; only where it is a whole address"),
        ("mainEntityOfPage", "schema.org"),
        ("og:url", "Open Graph"),
        ("citation_public_url", "Highwire"),
        ("citation_abstract_html_url", "Highwire"),
        ("dc.identifier.uri", "Dublin Core"),
        ("parsely-link", "Parse.ly"),
        ("post_url", "home-made"),
    ),
    "publisher": (
        ("publisher", "schema.org"),
        ("site_name", "crawlers"),
        ("siteName", "crawlers"),
        ("site", "crawlers"),
        ("source_name", "crawlers"),
        ("og:site_name", "Open Graph"),
        ("citation_publisher", "Highwire"),
        ("dc.publisher", "Dublin Core"),
        ("dcterms.publisher", "Dublin Core"),
        ("application-name", "HTML"),
        ("publication", "news sites"),
        ("newspaper", "news sites"),
    ),
    "license": (
        ("license", "MyST, Quarto, schema.org"),
        ("licence", "home-made"),
        ("rights", "Pandoc, HTML"),
        ("dc.rights", "Dublin Core"),
        ("dcterms.license", "Dublin Core"),
        ("dcterms.rights", "Dublin Core"),
    ),
    "draft": (
        ("draft", "Hugo, Astro, Zola, Docusaurus, Quarto"),
        ("is_draft", "home-made"),
        ("hugo_draft", "Org (ox-hugo)"),
    ),
    "slug": (
        ("slug", "Hugo, Jekyll, Astro, Docusaurus, Zola, Pelican"),
        ("post_name", "WordPress export"),
        ("postSlug", "Astro"),
        ("hugo_slug", "Org (ox-hugo)"),
    ),
    "aliases": (
        ("aliases", "Hugo and Zola (paths), Obsidian (names)"),
        ("alias", "Obsidian, Hexo"),
        ("redirect_from", "Jekyll"),
        ("page-aliases", "AsciiDoc"),
        ("also_known_as", "home-made"),
    ),
    "infobox": (
        ("infobox", "wiki converters, ingest"),
        ("infoboxes", "wiki scrapers"),
    ),
}

_LOCAL = {
    "title": {
        "de": "titel",
        "fr": "titre",
        "es": "título titulo",
        "it": "titolo",
        "pl": "tytuł",
        "ru": "название заголовок",
        "uk": "назва",
        "tr": "başlık",
        "zh": "标题 標題",
        "ja": "タイトル",
        "ko": "제목",
        "ar": "العنوان",
    },
    "subtitle": {
        "de": "untertitel",
        "fr": "sous-titre",
        "es": "subtítulo",
        "it": "sottotitolo",
        "ru": "подзаголовок",
        "zh": "副标题 副標題",
    },
    "description": {
        "de": "beschreibung zusammenfassung",
        "fr": "résumé",
        "es": "descripción resumen",
        "pt": "descrição resumo",
        "it": "descrizione riassunto",
        "nl": "beschrijving samenvatting",
        "pl": "opis",
        "ru": "описание",
        "uk": "опис",
        "zh": "描述 摘要",
        "ja": "説明 概要",
        "ko": "설명",
    },
    "authors": {
        "de": "autor autoren",
        "fr": "auteur auteurs",
        "es": "autores",
        "it": "autore autori",
        "pl": "autorzy",
        "ru": "автор авторы",
        "tr": "yazar",
        "zh": "作者",
        "ja": "著者",
        "ko": "저자 글쓴이",
        "ar": "المؤلف الكاتب",
    },
    "published": {
        "de": "datum veröffentlicht",
        "es": "fecha",
        "ru": "дата",
        "tr": "tarih",
        "zh": "日期 发布日期 发布时间 创建时间 创建日期",
        "ja": "日付 公開日",
        "ko": "날짜 작성일",
        "ar": "التاريخ",
    },
    "modified": {"de": "aktualisiert geändert", "zh": "更新日期 更新时间", "ja": "更新日", "ko": "수정일"},
    "language": {
        "de": "sprache",
        "fr": "langue",
        "es": "idioma",
        "it": "lingua",
        "nl": "taal",
        "pl": "język",
        "ru": "язык",
        "zh": "语言 語言",
        "ja": "言語",
    },
    "tags": {
        "de": "schlagworte schlagwörter stichworte stichwörter",
        "fr": "étiquettes mots-clés mots-clefs",
        "es": "etiquetas palabras-clave",
        "pt": "palavras-chave",
        "it": "etichette parole-chiave",
        "nl": "trefwoorden",
        "pl": "tagi słowa-kluczowe",
        "ru": "теги метки ключевые-слова",
        "zh": "标签 標籤 关键词 關鍵詞 关键字",
        "ja": "タグ キーワード",
        "ko": "태그",
    },
    "categories": {
        "de": "kategorie kategorien rubrik",
        "fr": "catégorie catégories rubrique",
        "es": "categoría categorías",
        "pt": "categoria categorias",
        "it": "categorie",
        "ru": "категория категории рубрика",
        "zh": "分类 分類 栏目",
        "ja": "カテゴリ カテゴリー",
        "ko": "카테고리",
    },
    "url": {
        "de": "quelle",
        "es": "fuente",
        "it": "fonte",
        "pl": "źródło",
        "ru": "источник",
        "zh": "来源 來源 链接 原文链接",
        "ja": "出典",
        "ko": "출처",
    },
    "publisher": {"de": "herausgeber", "fr": "éditeur", "zh": "发布者", "ja": "出版社"},
    "aliases": {"zh": "别名 別名", "ja": "エイリアス"},
    "license": {"de": "lizenz", "es": "licencia", "pt": "licença", "it": "licenza", "ru": "лицензия", "zh": "许可协议"},
}
"""The names in other languages, by language: what people write who fill in a header by hand, and the clippers of their
countries. A name that several languages have stands with the first of them."""


def _names(field: str) -> Iterator[tuple[str, str]]:
    yield from _TABLE[field]
    for language, names in _LOCAL.get(field, {}).items():
        yield from ((name, f"home-made, `{language}`") for name in names.split())


ALIASES: tuple[Alias, ...] = tuple(Alias(field, name, origin) for field in _TABLE for name, origin in _names(field))
"""The table: one row a source key, in the order of trust within each field."""

RANKS: dict[str, tuple[str, int]] = {}
"""Unified name → canonical field and its place in the order of trust."""
for _rank, _alias in enumerate(ALIASES):
    RANKS.setdefault(unify(_alias.name), (_alias.field, _rank))

SOURCES = frozenset(("source", "quelle", "fuente", "fonte", "źródło", "источник", "来源", "來源", "出典", "출처"))
"""Names of what a text was taken from: an address, or a paper or an agency that is kept under `extra`."""

STRUCTURAL = frozenset(
    unify(name)
    for name in (
        *(
            "layout",
            "weight",
            "menu",
            "type",
            "template",
            "status",
            "comments",
            "toc",
            "version",
            "id",
            "uuid",
            "order",
        ),
        *(
            "output",
            "format",
            "mathjax",
            "theme",
            "lead",
            "position",
            "series",
            "params",
            "extra",
            "provenance",
            "hero",
        ),
        *("sidebar", "hide", "nav_order", "parent", "role", "email", "options", "startup", "bibliography", "css"),
        *("header-includes", "documentclass", "geometry", "fontsize", "pep", "content-type", "orphan", "tocdepth"),
        *("first_name", "last_name", "full_name", "cssclasses", "cssclass", "affiliation", "revision", "organization"),
        *(
            "copyright",
            "from",
            "to",
            "cc",
            "message-id",
            "reply-to",
            "mime-version",
            "base header level",
            "markdown content",
            "latex config",
            "key",
        ),
    )
)
"""Names that belong to headers and have no canonical field. They only help to tell a header from prose."""


def is_known(key: str) -> bool:
    """Whether a key belongs to headers of some tool."""
    name = unify(key)
    return name in RANKS or name in STRUCTURAL


def field_of(key: str) -> str:
    """The canonical field of a source key, or an empty string."""
    return RANKS.get(unify(key), ("", 0))[0]


_MAIL = (
    ("from", "subject", ("date", "sent"), "to"),
    ("von", "betreff", ("datum", "gesendet"), "an"),
    ("de", "objet", ("date", "envoyé"), "à"),
    ("de", "asunto", ("fecha", "enviado"), "para"),
    ("de", "assunto", ("data", "enviado", "enviada em"), "para"),
    ("da", "oggetto", ("data", "inviato"), "a"),
    ("van", "onderwerp", ("datum", "verzonden"), "aan"),
    ("från", "ämne", ("datum", "skickat"), "till"),
    ("od", "temat", ("data", "wysłano"), "do"),
    ("от", "тема", ("дата", "отправлено"), "кому"),
)
"""Who, what, when and to whom at the top of a mail, as mail programs show it in ten languages."""


MONTH_FIRST = frozenset({unify("ms.date")})
"""Keys whose tool defines that the month stands first in `03/04/2005`: Microsoft's guide for contributors, "metadata"."""


def proposal_names(keys: Collection[str]) -> Mapping[str, str]:
    """The canonical fields of the names in the list that proposals begin with (Rust, Vue), or nothing if they are not."""
    names = {unify(key) for key in keys}
    if "startdate" not in names or names.isdisjoint(_PROPOSAL):
        return {}
    return {"featurename": "title", "startdate": "published"}


_PROPOSAL = frozenset({"featurename", "rfcpr", "implementationpr", "referenceissues", "targetmajorversion"})
"""Names that stand beside the day on which a proposal was begun."""


def is_paper(keys: Collection[str]) -> bool:
    """Whether these are the names at the head of a paper for a committee of ISO (WG21, WG14): a number, two of the rest."""
    names = {unify(key) for key in keys}
    return not names.isdisjoint(_PAPER_NUMBERS) and len(names & _PAPER) > 1


_PAPER_NUMBERS = frozenset({"documentnumber", "documentno", "docnumber", "docno", "document", "papernumber"})
_PAPER = frozenset(
    {"date", "project", "programminglanguage", "audience", "author", "authors", "replyto", "revises", "targetaudience"}
)


def mail_names(keys: Collection[str]) -> Mapping[str, str]:
    """The canonical fields of the names at the top of a mail, or nothing if they are not: who, what, and when or to whom."""
    names = {unify(key) for key in keys}
    for sender, subject, sent, to in _MAIL:
        if {sender, subject} <= names and not names.isdisjoint((*map(unify, sent), to)):
            return {sender: "authors", subject: "title", **{unify(name): "published" for name in sent}}
    return {}
