"""The metadata of a page, from wherever it states it, merged by an order of trust.

The order, for every field: JSON-LD of an article; Dublin Core; citation tags; Open Graph and `article:*`; plain `<meta>`
names; Twitter cards and the names of analytics services; microdata; what readers see (the first heading, byline, date
line); the `<title>` element. It is the order in which these are made for machines that archive texts, not for previews.
What lost and differs stays under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ingest.formats.html import jsonld
from ingest.formats.html.bylines import BY, split_authors
from ingest.formats.html.texts import clean, fold
from ingest.formats.html.titles import is_site, only_heading, opening_heading, stands_in, without_site
from ingest.formats.html.tree import Node
from ingest.model import Value

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DC = ("dc.{}", "dc:{}", "dcterms.{}", "dcterms:{}", "dcterm:{}", "dc.terms.{}")


def _dc(name: str) -> tuple[str, ...]:
    return tuple(pattern.format(name) for pattern in _DC)


_SOURCES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "ld:title",
        *_dc("title"),
        "citation_title",
        "og:title",
        "ld:page:title",
        "title",
        "headline",
        "twitter:title",
        "sailthru.title",
        "parsely-title",
        "weibo:article:title",
        "md:headline",
        "md:name",
    ),
    "description": (
        "ld:description",
        *_dc("description"),
        *_dc("abstract"),
        "citation_abstract",
        "og:description",
        "description",
        "ld:page:description",
        "twitter:description",
        "sailthru.description",
        "weibo:article:description",
        "md:description",
    ),
    "published": (
        "ld:published",
        *_dc("created"),
        *_dc("issued"),
        "dc.date.issued",
        "dc.date.created",
        *_dc("date"),
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "article:published",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publicationdate",
        "article.published",
        "published_time",
        "originalpublicationdate",
        "article_date_original",
        "cxenseparse:recs:publishtime",
        "sailthru.date",
        "parsely-pub-date",
        "rnews:datepublished",
        "dateposted",
        "timestamp",
        "md:datepublished",
    ),
    "modified": (
        "ld:modified",
        *_dc("modified"),
        "dc.date.modified",
        "article:modified_time",
        "og:updated_time",
        "og:article:modified_time",
        "datemodified",
        "last-modified",
        "lastmod",
        "revised",
        "article.updated",
        "updated_time",
        "md:datemodified",
    ),
    "publisher": (
        "ld:publisher",
        *_dc("publisher"),
        "citation_publisher",
        "og:site_name",
        "application-name",
        "publisher",
        "copyright-holder",
        "cre",
        "twitter:app:name:iphone",
    ),
    "image": (
        "ld:image",
        "og:image",
        "og:image:url",
        "og:image:secure_url",
        "twitter:image",
        "twitter:image:src",
        "sailthru.image.full",
        "parsely-image-url",
        "thumbnail",
        "md:image",
    ),
    "license": ("ld:license", *_dc("license"), *_dc("rights"), "license", "copyright", "rights"),
    "language": (
        "html:lang",
        "ld:language",
        *_dc("language"),
        "citation_language",
        "og:locale",
        "content-language",
        "language",
        "lang",
    ),
}
"""Canonical key → the names it is read from, the most trusted first."""

_AUTHORS = (
    "ld:authors",
    "ld:author",
    *_dc("creator"),
    *_dc("author"),
    "dc.contributor",
    "citation_author",
    "citation_authors",
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "sailthru.author",
    "parsely-author",
    "byl",
    "byline",
    "authors",
    "cxenseparse:author",
    "twitter:data1-author",
    "rnews:author",
    "md:author",
)
_TAGS = (
    "ld:keywords",
    *_dc("subject"),
    "citation_keywords",
    "article:tag",
    "og:article:tag",
    "keywords",
    "news_keywords",
    "parsely-tags",
    "sailthru.tags",
    "tags",
    "video:tag",
    "book:tag",
)
_OTHERS = frozenset({"md:name", "md:description", "md:image", "application-name", "twitter:app:name:iphone", "cre"})
"""Names that mostly tell of something else than the page, a picture on it or a program that shows it."""
_STATED = frozenset(name for names in (*_SOURCES.values(), _AUTHORS, _TAGS) for name in names) - _OTHERS
"""Names that a canonical value may be read from: what they say is kept also where another was trusted more."""
_LISTED = frozenset((*_AUTHORS, *_TAGS))
_DATES = frozenset((*_SOURCES["published"], *_SOURCES["modified"]))
_EXTRA = re.compile(
    r"(?:og:(?:type|url|locale|site_name|title|description|video|audio|audience)|article:(?:section|publisher|opinion|content_tier)|"
    r"twitter:(?:title|description|site|creator)|citation_.*|dc[.:].*|dcterms[.:].*|generator|section|geo\..*|icbm|genre|"
    r"robots|rating|description|title|author|keywords|subtitle|abstract|copyright|rights|topic|category|classification|owner|reply-to)"
)
_LONG = 2000
"""Characters of a value that are kept."""


@dataclass
class Facts:
    """What a page says of itself: canonical values, the rest under their own names, and helpers for the converter."""

    fields: dict[str, Value] = field(default_factory=dict)
    base: str = ""
    site: str = ""
    document_title: str = ""
    article_body: str = ""
    kinds: tuple[str, ...] = ()
    short_title: str = ""
    """The heading that a longer title begins or ends with."""
    bodies: list[str] = field(default_factory=list)
    """Organisations that are named where an author would be: they are it where the page names no one else."""
    sources: dict[str, str] = field(default_factory=dict)


def read(page: LexborHTMLParser, order: list[Node], url: str) -> Facts:
    """The metadata of a page; `order` are the elements of its body."""
    facts = Facts()
    parts: dict[str, list[LexborNode]] = {}
    for node in page.css('meta, link[rel][href], base[href], title, script[type*="ld+json"]'):
        parts.setdefault(node.tag or "", []).append(node)
    found = _metas(parts.get("meta", ()))
    titles = parts.get("title", [])
    title = next((one for one in titles if one.parent is not None and one.parent.tag == "head"), None) or next(
        iter(titles), None
    )
    facts.document_title = clean(title.text()) if title is not None else ""
    _links(parts, found, facts, url)
    objects = jsonld.read(node.text(deep=True) for node in parts.get("script", ()))
    _from_jsonld(objects, found, facts)
    _from_microdata(order, found)
    html = page.root
    lang = (html.attributes.get("lang") or html.attributes.get("xml:lang") or "").strip() if html is not None else ""
    if lang:
        found.setdefault("html:lang", []).append(lang)
    facts.site = clean(_first(found, ("og:site_name", "ld:publisher", "application-name"))[1])
    for key, names in _SOURCES.items():
        name, value = _first(found, names)
        if value:
            facts.fields[key] = clean(value)
            facts.sources[key] = name
    facts.fields.pop("publisher", None) if _looks_like_url(facts.fields.get("publisher", "")) else None
    if authors := _authors(found):
        facts.fields["authors"] = authors
    else:
        facts.bodies = [clean(one) for one in found.get("dc.creator.corporatename", ())]
    if tags := _tags(found):
        facts.fields["tags"] = tags
    _title(facts, order, found)
    if image := facts.fields.get("image"):
        if alternative := _alternative(found, str(image)):
            facts.fields["image_alt"] = alternative
        facts.fields["image"] = _join(facts.base, image)
    _rest(found, facts)
    return facts


def _alternative(found: dict[str, list[str]], image: str) -> str:
    """What the vocabulary that names this very picture first says is seen in it."""
    for vocabulary in ("og:image", "twitter:image"):
        pictures = [one for key in ("", ":url", ":secure_url", ":src") for one in found.get(vocabulary + key, ())[:1]]
        if image in map(clean, pictures):
            return clean(_first(found, (f"{vocabulary}:alt",))[1])
    return ""


def _looks_like_url(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _metas(nodes: Iterable[LexborNode]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in nodes:
        attributes = node.attributes
        content = attributes.get("content")
        if not content or not content.strip():
            continue
        names = (
            f"{attributes.get('property') or ''} {attributes.get('name') or ''} {attributes.get('http-equiv') or ''}"
        )
        if attributes.get("itemprop"):
            names += f" md:{attributes['itemprop']}"
        for name in names.split():
            key = name.lower()
            if key.startswith(("dc.", "dcterms.")) and key.count(".") > 1 and not _QUALIFIED.match(key):
                key = ".".join(key.split(".")[:2])
            values = found.setdefault(key, [])
            if len(values) < _MANY:
                values.append(content[:_LONG])
    return found


_MANY = 100
"""Values of one name that are read; a page has as many only by a fault."""
_QUALIFIED = re.compile(r"dc\.date|dc\.creator\.corporatename$|.*\.address$")
"""Names of Dublin Core that say another thing with their last part: who is no person, and what is no one's name."""


def _from_jsonld(objects: list[Mapping[str, Value]], found: dict[str, list[str]], facts: Facts) -> None:
    kinds: list[str] = []
    own = str(facts.fields.get("url") or "")
    for one in objects:
        names = jsonld.kinds(one)
        kinds += names
        article = any(jsonld.ARTICLES.fullmatch(name) for name in names) and not any(
            name.endswith("Object") for name in names
        )
        page = any(jsonld.PAGES.fullmatch(name) and name != "WebSite" for name in names)
        if (article or page) and is_front(jsonld.address(one)) and own and not is_front(own):
            # a page of a site that tells of the site's front page
            continue
        if article or page:
            # what is said of the page around an article is written for search engines, with the site's name in it
            about = "ld" if article else "ld:page"
            _put(found, f"{about}:title", _ld_title(one, facts.document_title, article=article))
            _put(found, f"{about}:description", jsonld.string(one.get("description")))
            _put(found, "ld:published", jsonld.string(one.get("datePublished") or one.get("dateCreated")))
            _put(found, "ld:modified", jsonld.string(one.get("dateModified")))
            _put(found, "ld:language", jsonld.string(one.get("inLanguage")))
            _put(found, "ld:license", jsonld.string(one.get("license")))
            image = one.get("image") or one.get("thumbnailUrl")
            _put(found, "ld:image", _image(image))
            _put(found, "ld:section", jsonld.string(one.get("articleSection")))
            authors = jsonld.names(one.get("author")) or jsonld.names(one.get("creator"))
            if authors and found.setdefault("ld:authors", authors) != authors:
                _put(found, "ld:author", ", ".join(authors))
            if "ld:keywords" not in found and one.get("keywords"):
                keywords = one["keywords"]
                found["ld:keywords"] = jsonld.names(keywords)
            publisher = one.get("publisher") or one.get("sourceOrganization")
            if names_of_publisher := jsonld.names(publisher):
                _put(found, "ld:publisher", names_of_publisher[0])
            body = one.get("articleBody")
            if isinstance(body, str) and len(body) > len(facts.article_body):
                facts.article_body = body
        elif "WebSite" in names:
            _put(found, "ld:website", jsonld.string(one.get("name")))
    if "ld:website" in found and "og:site_name" not in found:
        found["og:site_name"] = found["ld:website"]
    facts.kinds = tuple(kinds)


def _ld_title(one: Mapping[str, Value], document_title: str, *, article: bool) -> str:
    headline, name = jsonld.string(one.get("headline")), jsonld.string(one.get("name"))
    if not headline:
        return name if article or "headline" not in one else ""
    # an encyclopedia gives a short description as the headline
    shown = fold(document_title)
    return name if fold(name) and fold(name) in shown and fold(headline) not in shown else headline


def _image(value: Value) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or ""
    return jsonld.string(value)


def _put(found: dict[str, list[str]], key: str, value: str) -> None:
    """Keep a value, the first of which is trusted; of those that say something else a few."""
    if not value or not value.strip():
        return
    values = found.setdefault(key, [])
    if len(values) < _LOSERS and value[:_LONG] not in values:
        values.append(value[:_LONG])


_LOSERS = 4
"""Values of one name that are kept: a page may describe a hundred others besides itself."""


_PROPERTIES = frozenset({"headline", "datepublished", "datemodified", "author", "description", "image"})


def _from_microdata(order: list[Node], found: dict[str, list[str]]) -> None:
    licences: list[str] = []
    for node in order:
        attributes = node.attributes
        if (
            node.tag == "a"
            and "rel" in attributes
            and "license" in node.get("rel").lower().split()
            and node.get("href")
        ):
            licences.append(node.get("href"))
        if "itemprop" not in attributes:
            continue
        for prop in (attributes["itemprop"] or "").lower().split():
            if prop in _PROPERTIES:
                value = (
                    attributes.get("content") or attributes.get("datetime") or _named_inside(node, prop) or node.text()
                )
                values = found.setdefault(f"md:{prop}", [])
                if value and len(values) < _MANY:
                    values.append(value[:_LONG])
    if licences and "license" not in found:
        found["license"] = licences[:1]


def _named_inside(node: Node, prop: str) -> str:
    """The name of a person that has properties of their own."""
    if prop != "author":
        return ""
    return next((one.text() for one in islice(node.walk(), _MANY) if "name" in one.get("itemprop").split()), "")


def _first(found: Mapping[str, list[str]], names: Iterable[str]) -> tuple[str, str]:
    for name in names:
        for value in found.get(name, ()):
            if value.strip():
                return name, value
    return "", ""


def _links(parts: Mapping[str, list[LexborNode]], found: dict[str, list[str]], facts: Facts, url: str) -> None:
    canonical = ""
    for node in parts.get("link", ()):
        attributes = node.attributes
        relations = (attributes.get("rel") or "").lower().split()
        href = (attributes.get("href") or "").strip()
        if "canonical" in relations and not canonical:
            canonical = href
        elif "license" in relations:
            _put(found, "license", href)
        elif "shortlink" in relations:
            _put(found, "shortlink", href)
    known = (
        canonical or _first(found, ("og:url", "citation_public_url", "citation_fulltext_html_url", "twitter:url"))[1]
    )
    absolute = _join(url, known.strip())
    # the address that the page was fetched from is where its relative links count from, its own word comes second
    facts.base = url or absolute
    for base in parts.get("base", ())[:1]:
        facts.base = _join(facts.base, (base.attributes.get("href") or "").strip())
    if not _looks_like_url(facts.base):
        facts.base = ""
    if _looks_like_url(absolute) and not (canonical and is_front(absolute) and url and not is_front(url)):
        facts.fields["url"] = absolute
    elif url:
        facts.fields["url"] = url


def is_front(url: str) -> bool:
    """Whether an address is that of a site's front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path in {"", "/"} and not parts.query


_DATED_PATH = re.compile(r"/((?:19|20)\d\d)(?:/(\d{1,2})/(\d{1,2})|-(\d\d)-(\d\d)|-(\d\d)/(\d\d)|/(\d\d)(\d\d))(?=/)")


def date_in(url: str) -> str:
    """The day that an address has as folders of its path (`/2015/03/18/`), or nothing.

    Newspapers and blogs file a page under the day it came out: of 37 pages that state a date as well, 35 state the same
    and two the next one, by the clock of another place.
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    found = {tuple(int(part) for part in match.groups() if part) for match in _DATED_PATH.finditer(path)}
    try:
        return date(*found.pop()).isoformat() if len(found) == 1 else ""
    except ValueError:
        return ""


def _join(base: str, url: str) -> str:
    try:
        return urljoin(base, url) if base else url
    except ValueError:
        return url


def _authors(found: Mapping[str, list[str]]) -> list[str]:
    for name in _AUTHORS:
        people: list[str] = []
        for value in found.get(name, ()):
            if name == "md:author" and any(one in value for one in people):
                # the same person once more, with all that is shown beside the name
                continue
            people += split_authors(value)
        if people:
            return list(dict.fromkeys(people))
    return []


def _tags(found: Mapping[str, list[str]]) -> list[str]:
    for name in _TAGS:
        values = found.get(name, [])
        tags: list[str] = []
        for value in values:
            text = clean(value)
            tags += re.split(r"\s*[,;，、]\s*", text) if len(values) == 1 or name == "keywords" else [text]
        tags = [tag for tag in dict.fromkeys(tags) if tag and ":" not in tag[:12]]
        if tags:
            return tags
    return []


def _names_of_site(found: Mapping[str, list[str]], facts: Facts) -> list[str]:
    """What the page calls its site or publisher, and the name in its address."""
    names = [clean(value) for name in _SITE_NAMES for value in found.get(name, ())]
    host = _host(str(facts.fields.get("url") or facts.base))
    return [name for name in (*names, host, host.partition(".")[0]) if name]


_SITE_NAMES = (
    "og:site_name",
    "ld:website",
    "ld:publisher",
    *_dc("publisher"),
    "application-name",
    "publisher",
    "copyright-holder",
    "twitter:site",
)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _title(facts: Facts, order: list[Node], found: Mapping[str, list[str]]) -> None:
    heading = only_heading(order)
    title = facts.fields.get("title") or ""
    stated = bool(title)
    if not title or (facts.site and title == facts.site and heading):
        title = heading if heading and stands_in(facts.document_title, heading) else facts.document_title or heading
        facts.sources["title"] = "title" if title == facts.document_title else "h1"
        stated = False
    whole = title
    title = without_site(whole, facts.site, heading or opening_heading(whole, order), facts.document_title)
    if stated and title != whole and not is_site(whole.replace(title, " | ", 1), _names_of_site(found, facts)):
        # a title that is made for machines may say more than the heading does
        facts.short_title, title = title, whole
    if title == whole and (shorter := _shorter(whole, found)):
        title = without_site(whole, facts.site, shorter)
    if title:
        facts.fields["title"] = title


def _shorter(title: str, found: Mapping[str, list[str]]) -> str:
    """A title for another purpose, that this one begins with or ends in."""
    for name in _SOURCES["title"]:
        for value in found.get(name, ()):
            text = clean(value)
            if len(text.split()) > _PAIR and text != title and (title.startswith(text) or title.endswith(text)):
                return text
    return ""


_PAIR = 2
"""Words that are too few for a title."""


_COMMAS = re.compile(r"[,;，、]")
_LIST = re.compile(r"[,;，、]|\s(?:and|und|et|y|&|и)\s")


def _day(text: str) -> str:
    """The digits of the day in a date written year first, else of the whole."""
    return "".join(one for one in text if one.isdigit())[:8]


def _rest(found: Mapping[str, list[str]], facts: Facts) -> None:
    taken = {""} | {fold(value) for value in facts.fields.values() if isinstance(value, str)}
    taken |= {fold(one) for value in facts.fields.values() if isinstance(value, list) for one in value}
    days = {day for key in ("published", "modified") if (day := _day(str(facts.fields.get(key) or "")))}
    for name, values in found.items():
        if not (name in _STATED or _EXTRA.fullmatch(name)):
            continue
        own = f"meta:{name}" if name in _SOURCES or name in facts.fields else name
        kept = [text for text in dict.fromkeys(clean(value) for value in values) if text and fold(text) not in taken]
        kept = [text for text in kept if name not in _DATES or _day(text) not in days][:_LOSERS]
        if name in _LISTED:
            parts = _LIST if name in _AUTHORS else _COMMAS
            kept = [one for one in kept if not all(fold(part) in taken for part in parts.split(BY.sub("", one)))]
        elif "image" in name:
            kept = [one for one in kept if _join(facts.base, one) != facts.fields.get("image")]
        if kept:
            facts.fields[own] = kept if len(kept) > 1 else kept[0]
    if section := found.get("ld:section"):
        facts.fields.setdefault("article:section", clean(section[0]))
